import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

/// Numbers of deals are stable: the oldest survives a merge, the part with the smallest claim keeps it after a split.
@Suite struct DealNumberTests {
  private static let first = Samples.article("a", deals: [Samples.deal("1000000000")])
  private static let second = Samples.article("b", deals: [Samples.deal("2000000000")])

  @Test func aNewTellingKeepsTheNumber() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Self.first]])
    let number = try job.count("select deal_key from mart.fact_deal")
    try job.load([[Samples.article("c", deals: [Samples.deal("1000000000")])]])
    #expect(try job.count("select deal_key from mart.fact_deal") == number)
    #expect(try job.count("select claim_count from mart.deals") == 2)
  }

  @Test func mergedDealsLeadToTheOldest() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Self.first]])
    let oldest = try job.count("select deal_key from mart.fact_deal")
    try job.load([[Self.second]])
    let younger = try job.count("select max(deal_key) from mart.fact_deal")
    // The second article is corrected: it tells the same sum.
    let corrected = Samples.article(
      "b", deals: [Samples.deal("1000000000")], published: "2025-11-09", sha: Samples.hexadecimal("b2"))
    try job.load([[corrected]])
    #expect(try job.count("select count(*) from mart.fact_deal") == 1)
    #expect(try job.count("select deal_key from mart.fact_deal") == oldest)
    #expect(try job.count("select deal_key from mart.deal_redirect where old_deal_key = \(younger)") == oldest)
    // And back again: the number that was given away is not given twice.
    let split = Samples.article(
      "b", deals: [Samples.deal("3000000000")], published: "2025-11-10", sha: Samples.hexadecimal("b3"))
    try job.load([[split]])
    #expect(try job.count("select count(*) from mart.fact_deal") == 2)
    #expect(try job.count("select deal_key from mart.deals where amount = 1000000000") == oldest)
    #expect(try job.count("select deal_key from mart.deals where amount = 3000000000") > younger)
  }
}
