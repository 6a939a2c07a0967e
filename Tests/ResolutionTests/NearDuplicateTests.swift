import Facts
import Testing

@testable import Resolution

@Suite struct NearDuplicateTests {
  /// 64 hashes of which the first `changed` differ from `base`.
  private func signature(_ base: Int, changed: Int = 0) -> [String] {
    (0..<64).map { $0 < changed ? "x\(base)-\($0)-\(changed)" : "h\(base)-\($0)" }
  }

  @Test("copies and light edits are one cluster, known by its first article")
  func clusters() {
    let articles = [
      article("c", [], signature: signature(1)), article("a", [], signature: signature(1, changed: 6)),
      article("b", [], signature: signature(2)), article("d", [], signature: signature(1, changed: 40)), article("e", []),
    ]
    let set = ArticleSet(articles).articles
    #expect(set.map(\.article.uri) == ["a", "b", "c", "d", "e"])
    #expect(NearDuplicates(set).representative == [0, 1, 0, 3, 4])
  }

  @Test("a syndicated story counts once")
  func syndicated() throws {
    func told(_ name: String, _ signature: [String]?) -> ArticleFacts {
      article(name, [claim(.acquisition, .announced, "acquirer:sora target:hoshi", quote: name)], signature: signature)
    }
    let deals = try resolver().resolve([
      told("a", signature(1)), told("b", signature(1)), told("c", signature(1, changed: 4)), told("d", nil),
    ]).deals
    #expect(deals.map(\.independentSources) == [2])
  }

  @Test("a chain of quotation counts once, with its origin")
  func quoted() throws {
    let origin = article("a", publisher: "The Daily", [claim(.acquisition, .rumored, "acquirer:sora target:hoshi", quote: "first")])
    let chain = ["b", "c", "d"].map { name in
      article(name, [claim(.acquisition, .rumored, "acquirer:sora target:hoshi", quote: name) { $0.attributedTo = "the daily" }])
    }
    let deals = try resolver().resolve([origin] + chain).deals
    #expect(deals.map(\.independentSources) == [1])
  }
}
