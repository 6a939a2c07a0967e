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
}
