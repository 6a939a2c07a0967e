import Facts

/// Rates as resolution asks for them, each looked up once: in dollars, by the month that a claim goes by.
struct CurrencyTable {
  private let rates: ExchangeRates
  private var known: [Key: Double?] = [:]

  init(_ rates: ExchangeRates) { self.rates = rates }

  /// One unit in dollars, for comparisons only: by the mean of the month, so that the same sum told on two days compares
  /// the same. An undated claim is laid against the latest quote: tolerances are wide enough for a few years' drift.
  mutating func dollarsPerUnit(_ currency: String, near date: PartialDate?) -> Double? {
    if currency == "USD" { return 1 }
    let month = date.flatMap { $0.year == nil ? nil : PartialDate(year: $0.year, month: $0.month) } ?? CurrencyTable.latest
    let key = Key(currency: currency, month: month)
    if let value = known[key] { return value }
    let value = rates.rate(from: currency, to: "USD", on: month)?.rate.approximate
    known[key] = value
    return value
  }

  private struct Key: Hashable {
    let currency: String
    let month: PartialDate
  }

  private static let latest = PartialDate(year: 9999, month: 12, day: 31)
}
