import Facts

/// Rates as resolution asks for them, each looked up once: in dollars, by the date a claim goes by.
struct CurrencyTable {
  private let rates: ExchangeRates
  private var known: [String: Double?] = [:]

  init(_ rates: ExchangeRates) { self.rates = rates }

  /// One unit in dollars, for comparisons only. An undated claim is laid against the latest quote: tolerances are wide
  /// enough for a few years' drift.
  mutating func dollarsPerUnit(_ currency: String, near date: PartialDate?) -> Double? {
    if currency == "USD" { return 1 }
    let day = CurrencyTable.day(of: date)
    let key = "\(currency) \(day)"
    if let value = known[key] { return value }
    let value = rates.rate(from: currency, to: "USD", on: day)?.rate.approximate
    known[key] = value
    return value
  }

  private static func day(of date: PartialDate?) -> PartialDate {
    date?.latest ?? PartialDate(year: 9999, month: 12, day: 31)
  }
}
