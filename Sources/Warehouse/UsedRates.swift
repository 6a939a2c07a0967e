internal import Facts
internal import PostgreSQL
internal import Resolution

/// The rates of the days that deals with an amount were announced or first told on, for every currency: what
/// `fact_exchange_rate` holds, so that a BI tool can show any amount in any currency.
///
/// Full days only: a month's mean would stand beside the quote of its first day and join twice.
struct UsedRates {
  let rates: ExchangeRates
  let files: SQLFiles

  /// The day whose rates a deal uses.
  static func day(of resolved: ResolvedDeal) -> PartialDate? {
    guard resolved.deal.amount != nil else { return nil }
    let first = resolved.claims.compactMap(\.publishedOn).filter { $0.year != nil }.min()
    guard let day = resolved.deal.announcedOn?.year != nil ? resolved.deal.announcedOn : first, day.precision == .day else { return nil }
    return day
  }

  /// Stages the rates of the touched days that a deal still uses.
  func stage(_ connection: borrowing Connection) throws {
    let found = try connection.query(files.text("resolution/rate_days.sql"))
    let days = try (0..<found.rowCount).compactMap { PartialDate(try found.text($0, 0)) }
    try StagingTable("exchange_rate", "currency rate_on usd_per_unit basis").copy(into: connection) { rows in
      for day in days {
        for currency in rates.currencies {
          guard let (rate, basis) = rates.rate(from: currency, to: "USD", on: day) else { continue }
          try rows.begin()
          rows.text(currency)
          rows.text(day.description)
          rows.decimal(rate)
          rows.text(basis.rawValue)
        }
      }
    }
  }
}
