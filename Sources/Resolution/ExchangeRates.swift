public import Facts

/// What a unit of each currency was worth, by day.
///
/// Quotes are units of the currency for one euro, as the European Central Bank publishes them
/// (`JPY` 145.21 on 2015-01-02); a peg gives a currency's units for one US dollar.
public struct ExchangeRates: Sendable {
  /// One day's quote of one currency against the euro.
  public struct Quote: Sendable, Hashable {
    public var day: Int
    public var unitsPerEuro: ExactDecimal

    public init(day: Int, unitsPerEuro: ExactDecimal) {
      self.day = day
      self.unitsPerEuro = unitsPerEuro
    }
  }

  private let quotes: [String: [Quote]]
  private let pegs: [String: ExactDecimal]

  /// - Parameters:
  ///   - quotes: currency → quotes in the order of days.
  ///   - pegs: currency → units for one US dollar.
  public init(quotes: [String: [Quote]] = [:], pegs: [String: ExactDecimal] = [:]) {
    self.quotes = quotes
    self.pegs = pegs
  }

  /// Units of `currency` for one US dollar on or before `day`; `nil` where nothing is known.
  public func unitsPerDollar(_ currency: String, onDay day: Int) -> ExactDecimal? {
    if currency == "USD" { return ExactDecimal(1) }
    if let peg = pegs[currency] { return peg }
    guard let dollar = quote("USD", day: day) else { return nil }
    if currency == "EUR" { return ExactDecimal(1).divided(by: dollar) }
    return quote(currency, day: day).flatMap { $0.divided(by: dollar) }
  }

  private func quote(_ currency: String, day: Int) -> ExactDecimal? {
    guard let list = quotes[currency], !list.isEmpty else { return nil }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? list[low - 1].unitsPerEuro : nil
  }
}
