import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct BackfillTests {
  private static let newRules = ExtractorVersion(version: "1", catalog: "c1", rules: "r2", dictionary: "d1")

  @Test(arguments: [
    (BackfillScope(publishedFrom: PartialDate("2025-11-20"), publishedTo: PartialDate("2025-11-30")), ["a11"]),
    (BackfillScope(isUndated: true), ["a0", "a10", "a5"]),
    (BackfillScope(publishedTo: PartialDate("2025-11-12"), source: "Example News"), ["a1", "a2"]),
    (BackfillScope(source: "Other News"), []),
    (BackfillScope(landedTo: "2020-01-01"), []),
  ])
  func aScopeSelectsItsArticles(scope: BackfillScope, names: [String]) throws {
    let articles = PromiseTests.articles.map { landed -> LandedArticle in
      var article = landed
      if article.facts.article.uri.hasSuffix("a11.txt") { article.facts.article.publishedOn = PartialDate("2025-11-21") }
      return article
    }
    let job = Job(url: try TestDatabase().url)
    try job.load([articles])
    let page = try Backfill().page(scope, after: nil, limit: 100, notReadBy: nil, Connection(job.url))
    #expect(page.map { String($0.id.dropFirst("https://news.example/".count)) } == names)
    for article in page { #expect(String(decoding: article.bytes, as: UTF8.self).hasPrefix("ソラAIはクモと")) }
  }

  @Test func pagesCoverEveryArticleOnceAndALaterStartGoesOn() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([PromiseTests.articles])
    let connection = try Connection(job.url)
    var seen: [String] = []
    var last: StoredArticle?
    while true {
      let page = try Backfill().page(BackfillScope(), after: last, limit: 5, notReadBy: Self.newRules, connection)
      guard let end = page.last else { break }
      seen += page.map(\.id)
      last = end
    }
    #expect(seen.count == 12)
    #expect(Set(seen).count == 12)
    // What the new rules have read is left out by a second start.
    try job.load([[Samples.article("a3", published: "2025-11-13", extractor: Self.newRules)]], .replace)
    let rest = try Backfill().page(BackfillScope(), after: nil, limit: 100, notReadBy: Self.newRules, connection)
    #expect(rest.count == 11)
    #expect(!rest.contains { $0.id.hasSuffix("/a3") })
  }

  @Test func gapsAreSeenAndClosed() throws {
    let job = Job(url: try TestDatabase().url)
    var textless = Samples.article("t", published: "2025-12-01")
    textless.text = nil
    textless.source = nil
    try job.load([PromiseTests.articles + [textless]])
    let connection = try Connection(job.url)
    let gaps = try Backfill().gaps(for: Self.newRules, connection)
    #expect(gaps.map(\.month) == ["2025-11", "2025-12", "undated"])
    #expect(gaps.map(\.articles) == [9, 1, 3])
    #expect(gaps.map(\.notReExtractable) == [0, 1, 0])
    let none = try Backfill().gaps(for: Samples.extractor, connection)
    #expect(none.isEmpty)
    let run = try Run.sample(job.url)
    try Backfill().record(BackfillScope(isUndated: true), run: run, extractor: Self.newRules, articles: 3, connection)
    #expect(try job.count("select articles from ops.backfill where is_undated") == 3)
  }

  @Test func aDryRunSaysWhatWouldChangeAndChangesNothing() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a", deals: [Samples.deal("1000000000")]), Samples.article("b", deals: [Samples.deal("5", provider: "hoshi")])]])
    let before = try job.fingerprint()
    let connection = try Connection(job.url)
    let changes = try DryRun().measure(connection) { connection in
      let run = try RunLedger().begin(
        connection, command: "backfill", extractor: "1", arguments: "--dry-run", host: "test", processID: 1)
      let landing = Landing(run: run)
      _ = try landing.land(
        [Samples.article("a", deals: [Samples.deal("2000000000")], extractor: Self.newRules)], connection, replacement: .replace)
      _ = try landing.land([Samples.article("b", deals: [], extractor: Self.newRules)], connection, replacement: .replace)
      _ = try landing.land([Samples.article("c", deals: [Samples.deal("7", status: .rumored, provider: "tsuki")], extractor: Self.newRules)], connection)
      _ = try MartBuilder().refresh(
        connection, run: run, dimensions: job.dimensions, rules: try Samples.rules())
    }
    try #require(changes.deals.map(\.change) == [.added, .changed, .removed])
    #expect(changes.deals[1].what == "amount 1000000000 USD → 2000000000 USD")
    #expect(changes.totals.map(\.statusClass) == ["confirmed", "unconfirmed"])
    #expect(changes.totals.map(\.dealsBefore) == [2, 0])
    #expect(changes.totals.map(\.dealsAfter) == [1, 1])
    #expect(changes.totals.map(\.usdBefore) == ["1000000005", "0"])
    #expect(changes.totals.map(\.usdAfter) == ["2000000000", "7"])
    #expect(try job.fingerprint() == before)
    #expect(try job.count("select count(*) from raw.article") == 2)
  }

  @Test func whatTheMartShowedOnADayCanBeSeenLater() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a", deals: [Samples.deal("1000000000")])]])
    let then = try job.text("select clock_timestamp()::text")
    try job.load([[Samples.article("a", deals: [Samples.deal("2000000000")], published: "2025-11-08", sha: Samples.hexadecimal("n"))]])
    #expect(try job.text("select amount::text from ops.deals_shown_at('\(then)')") == "1000000000")
    #expect(try job.text("select amount::text from ops.deals_shown_at(clock_timestamp())") == "2000000000")
  }
}
