import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct UsedRatesTests {
  private static func rates() throws -> ExchangeRates {
    try ExchangeRates(
      daily: Array("Date,USD,JPY\n2025-11-03,1.25,200\n2025-11-04,1.2,180\n".utf8))
  }

  @Test func theDaysOfDealsWithAmountsAreKept() throws {
    var announced = Samples.deal()
    announced.announcedOn = PartialDate("2025-11-03")
    var monthly = Samples.deal("5")
    monthly.announcedOn = PartialDate("2025-10")
    let facts = [
      Samples.article("a", deals: [announced, Samples.deal(nil), monthly]).facts,
      Samples.article("b", deals: [Samples.deal("7")], published: "2025-11-04").facts,
    ]
    let rows = UsedRates(try Self.rates()).rows(for: Samples.resolve(facts).deals, told: facts)
    #expect(
      rows.map { "\($0.on) \($0.currency) \($0.usdPerUnit) \($0.basis)" } == [
        "2025-11-03 EUR 1.25 daily", "2025-11-03 JPY 0.00625 daily", "2025-11-03 USD 1 identity",
        "2025-11-04 EUR 1.2 daily", "2025-11-04 JPY 0.00666666666667 daily", "2025-11-04 USD 1 identity",
      ])
  }

  @Test func anAmountConvertsToAnyCurrencyByAJoin() throws {
    let database = try TestDatabase()
    let connection = try Connection(database.url)
    let run = try Run.sample(database.url)
    var claim = Samples.deal("1000")
    claim.announcedOn = PartialDate("2025-11-03")
    _ = try Landing(run: run).land([Samples.article("a", deals: [claim])], connection)
    let rates = try Self.rates()
    _ = try MartBuilder().refresh(connection, run: run, dimensions: Samples.dimensions, resolver: "1") { facts in
      var content = Samples.resolve(facts)
      content.rates = UsedRates(rates).rows(for: content.deals, told: facts)
      content.representatives = ["https://news.example/a": "https://news.example/a"]
      return content
    }
    let yen = try connection.query(
      """
      select round(d.amount_usd / r.usd_per_unit)::text
      from mart.fact_deal d
      join mart.fact_exchange_rate r on r.rate_date_key = d.announced_date_key
      join mart.dim_currency c on c.currency_key = r.currency_key
      where c.currency_id = 'JPY'
      """).text(0, 0)
    #expect(yen == "160000")
  }
}
