import Facts
import SyntheticPress
import Testing

@testable import Resolution

@Suite struct ConsensusCacheTests {
  @Test("a consensus asked at every step says what a fresh one says", arguments: [UInt64(3), 8])
  func steps(seed: UInt64) throws {
    var press = SyntheticPress(.init(companies: 20, deals: 3, seed: seed))
    let articles = ArticleSet((0..<60).map { _ in press.article() }).articles
    let rates = try someRates()
    var reader = ClaimReader(tree: CompanyTree(), rates: rates)
    let records = reader.records(of: articles).records
    let tellings = IndependentSources().tellings(
      of: records.map { ToldClaim(articles[Int($0.article)], Int($0.index), representative: articles[Int($0.article)].article.key) })
    var asked = Consensus(tree: CompanyTree(), rates: rates)
    for (place, telling) in tellings.enumerated() {
      asked.add(telling)
      var fresh = Consensus(tree: CompanyTree(), rates: rates)
      for earlier in tellings[...place] { fresh.add(earlier) }
      #expect(asked.values() == fresh.values())
    }
  }
}
