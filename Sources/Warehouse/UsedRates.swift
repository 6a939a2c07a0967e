public import Facts

/// The rates of the days that deals with an amount were announced or first told on, for every currency: what
/// `fact_exchange_rate` holds, so that a BI tool can show any amount in any currency.
///
/// Full days only: a month's mean would stand beside the quote of its first day and join twice.
public struct UsedRates: Sendable {
  private let rates: ExchangeRates

  public init(_ rates: ExchangeRates) {
    self.rates = rates
  }

  public func rows(for deals: [Deal], told facts: [ArticleFacts]) -> [MartContent.ExchangeRate] {
    let published = Dictionary(facts.map { ($0.article.key, $0.article.publishedOn) }, uniquingKeysWith: { first, _ in first })
    var days: Set<PartialDate> = []
    for deal in deals where deal.amount != nil {
      let first = deal.claims.compactMap { published[$0.article] ?? nil }.filter { $0.year != nil }.min()
      if let day = deal.announcedOn?.year != nil ? deal.announcedOn : first, day.precision == .day { days.insert(day) }
    }
    return days.sorted().flatMap { day in
      rates.currencies.compactMap { currency in
        rates.rate(from: currency, to: "USD", on: day).map {
          MartContent.ExchangeRate(currency: currency, on: day, usdPerUnit: $0.rate, basis: $0.basis.rawValue)
        }
      }
    }
  }
}
