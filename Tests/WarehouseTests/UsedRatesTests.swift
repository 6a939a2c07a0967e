import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct UsedRatesTests {
  @Test func theDaysOfDealsWithAmountsAreKept() throws {
    let job = Job(url: try TestDatabase().url)
    var announced = Samples.deal()
    announced.announcedOn = PartialDate("2025-11-03")
    var monthly = Samples.deal("5", provider: "hoshi")
    monthly.announcedOn = PartialDate("2025-10")
    let first = Samples.article("a", deals: [announced, Samples.deal(nil, provider: "tsuki"), monthly])
    try job.load([[first, Samples.article("b", deals: [Samples.deal("7", provider: "umi")], published: "2025-11-04")]])
    let rates = """
      select string_agg(concat_ws(' ', rate_date_key, currency_id, trim_scale(usd_per_unit), basis), ', ' order by rate_date_key, currency_id)
      from mart.fact_exchange_rate
      join mart.dim_currency using (currency_key)
      """
    let third = "20251103 EUR 1.25 daily, 20251103 JPY 0.00625 daily, 20251103 USD 1 identity"
    #expect(try job.text(rates) == third + ", 20251104 EUR 1.2 daily, 20251104 JPY 0.00666666666667 daily, 20251104 USD 1 identity")
    // The last deal of a day gone, its rates go.
    let corrected = Samples.article("b", deals: [], published: "2025-11-05", sha: Samples.hexadecimal("b2"))
    try job.load([[corrected]])
    #expect(try job.text(rates) == third)
  }

  @Test func anAmountConvertsToAnyCurrencyByAJoin() throws {
    let job = Job(url: try TestDatabase().url)
    var claim = Samples.deal("1000")
    claim.announcedOn = PartialDate("2025-11-03")
    try job.load([[Samples.article("a", deals: [claim])]])
    let yen = try job.text(
      """
      select round(d.amount_usd / r.usd_per_unit)::text
      from mart.fact_deal d
      join mart.fact_exchange_rate r on r.rate_date_key = d.announced_date_key
      join mart.dim_currency c on c.currency_key = r.currency_key
      where c.currency_id = 'JPY'
      """)
    #expect(yen == "160000")
  }
}
