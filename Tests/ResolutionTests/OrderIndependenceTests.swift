import Facts
import SyntheticPress
import Testing

@testable import Resolution

/// The answer is one of the set: not of the order, the batches, the shards or the revisions in between.
@Suite struct OrderIndependenceTests {
  private func press(_ count: Int, seed: UInt64) -> [ArticleFacts] {
    var press = SyntheticPress(.init(companies: 60, deals: 80, seed: seed))
    return (0..<count).map { _ in press.article() }
  }

  /// Every byte that leaves resolution.
  private func fingerprint(_ resolved: ResolvedFacts, _ articles: [ArticleFacts]) throws -> String {
    let lines = DealLines(articles: articles)
    var hash = SHA256()
    for deal in resolved.deals { hash.update(try lines.line(deal)) }
    for metric in resolved.metrics { hash.update("\(metric)".utf8) }
    for fact in resolved.modelFacts { hash.update("\(fact)".utf8) }
    return hash.finish()
  }

  @Test("300 articles in any order give the same bytes", arguments: [UInt64(1), 2])
  func permutations(seed: UInt64) throws {
    let articles = press(300, seed: seed)
    let resolver = try resolver()
    let expected = try fingerprint(resolver.resolve(articles), articles)
    #expect(resolver.resolve(articles).deals.contains { $0.claims.count > 5 })
    var random = SplitMix(state: seed)
    for _ in 0..<3 {
      let shuffled = articles.shuffled(using: &random)
      #expect(try fingerprint(resolver.resolve(shuffled), articles) == expected)
    }
  }

  @Test("batches, shards and repeated deliveries give the same bytes")
  func batches() throws {
    let articles = press(240, seed: 9)
    let resolver = try resolver()
    let expected = try fingerprint(resolver.resolve(articles), articles)
    for size in [1, 7, 100] {
      var landed: [ArticleFacts] = []
      for shard in 0..<3 {
        let own = articles.enumerated().filter { $0.offset % 3 == shard }.map(\.element)
        for start in stride(from: 0, to: own.count, by: size) { landed += own[start..<min(start + size, own.count)] }
      }
      landed += articles.prefix(20)
      #expect(try fingerprint(resolver.resolve(landed), articles) == expected)
    }
  }

  @Test("a revision in between counts once, wherever it comes")
  func revisions() throws {
    var articles = press(220, seed: 5)
    let old = articles[10]
    articles[10].article.modifiedOn = PartialDate("2026-11-01")
    articles[10].deals = Array(articles[10].deals.prefix(1))
    let resolver = try resolver()
    let expected = try fingerprint(resolver.resolve(articles), articles)
    #expect(try fingerprint(resolver.resolve([old] + articles), articles) == expected)
    #expect(try fingerprint(resolver.resolve(articles + [old]), articles) == expected)
  }

  @Test("every claim is in exactly one deal, under the deal's key")
  func partition() throws {
    let articles = press(250, seed: 4)
    let deals = try resolver().resolve(articles).deals
    let claims = deals.flatMap(\.claims)
    #expect(Set(claims).count == claims.count)
    #expect(claims.count == articles.reduce(0) { $0 + $1.deals.count })
    for deal in deals { #expect(deal.key == Consensus.key(of: deal.claims.sorted())) }
  }

  @Test("articles that are handed over in batches and not kept give the same bytes", arguments: [1, 50, 1000])
  func streamed(batch: Int) throws {
    let press = press(260, seed: 11)
    var revised = press[40]
    revised.article.modifiedOn = PartialDate("2026-11-01")
    revised.deals.removeLast()
    let articles = press + [revised]
    let resolver = try resolver()
    let expected = try fingerprint(resolver.resolve(articles), articles)
    var random = SplitMix(state: UInt64(batch))
    let shuffled = articles.shuffled(using: &random)
    var run = try ResolutionRun(resolver)
    for start in stride(from: 0, to: shuffled.count, by: batch) {
      try run.add(Array(shuffled[start..<min(start + batch, shuffled.count)]))
    }
    #expect(try fingerprint(run.resolved(), articles) == expected)
  }

  @Test("any number of cores gives the same bytes")
  func cores() throws {
    let articles = press(400, seed: 13)
    func told(by cores: Int) throws -> String {
      let resolver = try Resolver(companies: CompanyTree(), rates: someRates(), cores: Cores(cores))
      return try fingerprint(resolver.resolve(articles), articles)
    }
    let expected = try told(by: 1)
    for count in [2, 3, 8] { #expect(try told(by: count) == expected) }
  }
}
