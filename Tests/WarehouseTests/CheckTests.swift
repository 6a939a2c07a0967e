import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct CheckTests {
  @Test func aGoodMartPassesEveryCheck() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([PromiseTests.articles])
    let connection = try Connection(job.url)
    let results = try Checks().run(connection, run: nil)
    #expect(results.count >= 10)
    for result in results { #expect(result.isPassed, "\(result.check.name): \(result.sample)") }
    #expect(try job.count("select count(*) from ops.check_result where run_id is null") == results.count)
  }

  /// Each check must be able to fail: a statement that breaks what it guards.
  @Test(arguments: [
    ("bridge_shares", "update mart.bridge_deal_company set share = 0.5"),
    ("amount_within_claims", "update mart.fact_deal set amount = amount * 1000"),
    ("deal_without_claim", "delete from mart.fact_claim_value; delete from mart.fact_deal_claim"),
    ("claim_without_proof", "delete from mart.fact_claim_value"),
    ("quote_is_the_text", "update mart.fact_claim_value set quote = 'よその文'"),
    ("rumour_is_no_fact", "update mart.fact_deal set deal_status_key = 2"),
    ("dates_in_order", "update mart.fact_deal set announced_on = '2025-11', completed_on = '2025-09-30'"),
    ("additive_sums", "insert into mart.bridge_deal_deal select min(deal_key), 'part_of', max(deal_key) from mart.fact_deal"),
    ("reject_share", "update ops.run set articles_read = 10, articles_rejected = 1"),
    ("freshness", "update ops.batch set merged_run_id = null, landed_at = now() - interval '2 days'"),
    ("orphan_members", "delete from mart.fact_mention"),
  ])
  func aBrokenMartIsCaught(check: String, damage: String) throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a"), Samples.article("b", deals: [Samples.deal("7", status: .rumored, provider: "hoshi")])]])
    let connection = try Connection(job.url)
    try connection.run(script: damage)
    let result = try #require(try Checks().run(connection, run: nil).first { $0.check.name == check })
    #expect(!result.isPassed)
    #expect(!result.sample.isEmpty)
  }

  @Test func anArticleThatBreaksABlockingCheckIsSetAsideAndTheOthersLoad() throws {
    let job = Job(url: try TestDatabase().url)
    var bad = Samples.article("bad", deals: [Samples.deal("5", provider: "hoshi")])
    bad.facts.deals[0].evidence = []
    bad.facts.deals[0].values = nil
    let outcome = try job.load([[Samples.article("a"), bad, Samples.article("b", deals: [Samples.deal("6", provider: "tsuki")])]])
    #expect(outcome.quarantined == ["articles/bad.txt (claim_without_proof)"])
    let reference = Job(url: try TestDatabase().url)
    try reference.load([[Samples.article("a"), Samples.article("b", deals: [Samples.deal("6", provider: "tsuki")])]])
    #expect(try job.fingerprint() == reference.fingerprint())
    #expect(try job.count("select count(*) from ops.reject where stage = 'check' and reason = 'claim_without_proof'") == 1)
    // New rules that read it well bring it back.
    let mended = Samples.article(
      "bad", deals: [Samples.deal("5", provider: "hoshi")], extractor: ExtractorVersion(version: "2", catalog: "c1", rules: "r1"))
    try job.load([[mended]], .replace)
    #expect(try job.count("select count(*) from mart.deals where amount = 5") == 1)
  }

  @Test(arguments: [1, 3])
  func aCheckThatNamesNobodyIsBisected(bad: Int) throws {
    // Names no article and no deal: how many deals a made-up house has.
    let files = SQLFiles.embedded().adding([
      "checks/no_hoshi.sql": """
        -- block: Hoshi has no deals.
        select count(*) as deals
        from mart.bridge_deal_company
        where company_id = 'hoshi'
          and {touched deal_key}
        having count(*) > 0
        """
    ])
    let good = (0..<9).map { Samples.article("g\($0)", deals: [Samples.deal("\($0 + 1)000000", provider: "p\($0)")]) }
    let culprits = (0..<bad).map { Samples.article("h\($0)", deals: [Samples.deal("\($0 + 1)000000", provider: "hoshi")]) }
    let job = Job(url: try TestDatabase().url, files: files)
    try job.load([Array(good[..<4])])
    let outcome = try job.load([Array(good[4...]) + culprits])
    #expect(outcome.quarantined.sorted() == (0..<bad).map { "articles/h\($0).txt (no_hoshi)" })
    let reference = Job(url: try TestDatabase().url)
    try reference.load([good])
    #expect(try job.fingerprint() == reference.fingerprint())
    #expect(try job.count("select count(*) from ops.reject where stage = 'check' and reason = 'no_hoshi'") == bad)
    // What the mart held before is nobody's fault who comes now: the refresh is refused, and the mart stays.
    try Connection(job.url).execute("update raw.article set quarantined_by = null, batch_id = batch_id")
    let before = try job.fingerprint()
    var forced = job
    forced.isForced = true
    #expect { try forced.load([]) } throws: { ($0 as? WarehouseError)?.kind == .refused }
    #expect(try job.fingerprint() == before)
  }

  @Test func aRefreshChecksWhatItTouchedAlone() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a")]])
    // Damage that no load brought: a later load of other deals does not trip over it, `check` finds it.
    try Connection(job.url).execute("update mart.bridge_deal_company set share = 0.5")
    let outcome = try job.load([[Samples.article("b", deals: [Samples.deal("6", customer: "x", provider: "tsuki")])]])
    #expect(outcome.quarantined == [])
    #expect(try job.count("select count(*) from mart.fact_deal") == 2)
    let result = try #require(try Checks().run(Connection(job.url), run: nil).first { $0.check.name == "bridge_shares" })
    #expect(!result.isPassed)
  }
}
