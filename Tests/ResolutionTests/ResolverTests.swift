import Facts
import Testing

@testable import Resolution

/// Which claims are one deal, and which must never be.
@Suite struct ResolverTests {
  /// Two claims of two articles, and whether they tell one deal.
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let one: DealClaim
    let other: DealClaim
    let isOne: Bool
    var testDescription: String { name }
  }

  static let pairs: [Pair] = [
    Pair(
      name: "the same contract in dollars and yen",
      one: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD"),
      other: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "about 5800000000000 JPY"), isOne: true),
    Pair(
      name: "a subsidiary and its parent",
      one: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "2000000000 USD"),
      other: claim(.cloudCompute, .announced, "customer:sora provider:kumo-holdings", "2000000000 USD"), isOne: true),
    Pair(
      name: "a rumour and its conclusion",
      one: claim(.acquisition, .rumored, "acquirer:sora target:hoshi", "about 900000000 USD"),
      other: claim(.acquisition, .completed, "acquirer:sora target:hoshi", "950000000 USD"), isOne: true),
    Pair(
      name: "one contract under two names for its kind",
      one: claim(.hardwareSupply, .announced, "customer:sora supplier:tsuki") { $0.capacity = [Capacity(value: ExactDecimal(6_000_000_000), unit: "watt")] },
      other: claim(.partnership, .announced, "partner:sora partner:tsuki") { $0.capacity = [Capacity(value: ExactDecimal(6_000_000_000), unit: "watt")] },
      isOne: true),
    Pair(
      name: "a round told with and without its investors",
      one: claim(.equityInvestment, .completed, "investee:hoshi", "2300000000 USD") { $0.announcedOn = PartialDate("2025-11-13") },
      other: claim(.equityInvestment, .announced, "investee:hoshi investor:umi investor:kawa", "2300000000 USD"), isOne: true),
    Pair(
      name: "a company that the catalogue lacks, written in two ways",
      one: claim(.acquisition, .announced, "acquirer:sora target:new:Q.ai"),
      other: claim(.acquisition, .completed, "acquirer:sora target:new:Q.AI, Inc."), isOne: true),
    Pair(
      name: "the same sum, another customer",
      one: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD"),
      other: claim(.cloudCompute, .signed, "customer:hoshi provider:kumo", "38000000000 USD"), isOne: false),
    Pair(
      name: "the same parties, another round",
      one: claim(.equityInvestment, .completed, "investor:umi investee:hoshi", "300000000 USD") { $0.round = "Series B" },
      other: claim(.equityInvestment, .completed, "investor:umi investee:hoshi", "300000000 USD") { $0.round = "シリーズC" }, isOne: false),
    Pair(
      name: "contradicting durations",
      one: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "10000000000 USD") { $0.durationMonths = 60 },
      other: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "10000000000 USD") { $0.durationMonths = 84 }, isOne: false),
    Pair(
      name: "who invests in whom the other way round",
      one: claim(.equityInvestment, .announced, "investor:umi investee:hoshi", "1000000000 USD"),
      other: claim(.equityInvestment, .announced, "investor:hoshi investee:umi", "1000000000 USD"), isOne: false),
    Pair(
      name: "two sums between the same companies",
      one: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD"),
      other: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "11900000000 USD"), isOne: false),
    Pair(
      name: "a standing relation and a contract",
      one: claim(.cloudCompute, .ongoing, "customer:sora provider:kumo"),
      other: claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD"), isOne: false),
    Pair(
      name: "a stake and a supply contract",
      one: claim(.equityInvestment, .announced, "investor:sora investee:tsuki"),
      other: claim(.hardwareSupply, .announced, "customer:sora supplier:tsuki"), isOne: false),
    Pair(
      name: "an investor's own part and the round",
      one: claim(.equityInvestment, .announced, "investor:umi investee:hoshi", "400000000 USD"),
      other: claim(.equityInvestment, .announced, "investee:hoshi", "600000000 USD"), isOne: false),
    Pair(
      name: "the same kind of deal three years apart",
      one: claim(.partnership, .announced, "partner:sora partner:kumo") { $0.announcedOn = PartialDate("2022-04-01") },
      other: claim(.partnership, .announced, "partner:sora partner:kumo") { $0.announcedOn = PartialDate("2025-04-01") }, isOne: false),
  ]

  @Test("two claims of two articles", arguments: pairs)
  func pair(_ pair: Pair) throws {
    let articles = [article("a", [pair.one]), article("b", [pair.other])]
    let deals = try resolver(parents: ["kumo": "kumo-holdings"]).resolve(articles).deals
    #expect(deals.count == (pair.isOne ? 1 : 2))
  }

  @Test("two deals that one article tells apart stay apart")
  func sameArticle() throws {
    let deals = try resolver().resolve([
      article(
        "a",
        [
          claim(.partnership, .announced, "partner:sora partner:kumo", quote: "Sora and Kumo will train models together."),
          claim(.cloudCompute, .announced, "customer:sora provider:kumo", quote: "Sora also rents machines from Kumo."),
        ])
    ]).deals
    #expect(deals.count == 2)
  }

  @Test("a bare claim joins neither of two deals that cannot be one")
  func ambiguous() throws {
    let deals = try resolver().resolve([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD") { $0.durationMonths = 84 }]),
      article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "300000000000 USD") { $0.durationMonths = 60 }]),
      article("c", [claim(.cloudCompute, .signed, "customer:sora provider:kumo")]),
    ]).deals
    #expect(deals.map(\.claims.count).sorted() == [1, 1, 1])
  }

  @Test("a bare claim joins the only deal it can mean")
  func unambiguous() throws {
    let deals = try resolver().resolve([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD") { $0.durationMonths = 84 }]),
      article("c", [claim(.cloudCompute, .announced, "customer:sora provider:kumo")]),
    ]).deals
    #expect(deals.count == 1)
  }

  @Test("of several revisions of an article the latest counts")
  func revisions() throws {
    let old = article("a", on: "2025-01-01", [claim(.acquisition, .rumored, "acquirer:sora target:hoshi")])
    var new = article("a", on: "2025-01-01", [claim(.acquisition, .denied, "acquirer:sora target:hoshi")])
    new.article.modifiedOn = PartialDate("2025-01-02")
    for order in [[old, new], [new, old], [new, old, new]] {
      let deals = try resolver().resolve(order).deals
      #expect(deals.map(\.status) == [.denied])
    }
  }

  @Test("nothing in, nothing out")
  func empty() throws {
    #expect(try resolver().resolve([]) == ResolvedFacts())
  }

  @Test("concluded contracts of one kind with different sums stay apart, though a vague sum or none fits both")
  func settledSums() throws {
    func told(_ name: String, _ status: DealStatus, _ amount: String?, _ change: (inout DealClaim) -> Void = { _ in }) -> ArticleFacts {
      article(name, [claim(.cloudCompute, status, "customer:sora provider:kumo", amount, quote: "words of \(name)", change)])
    }
    let deals = try resolver().resolve([
      told("a", .signed, "38000000000 USD"), told("b", .announced, "38000000000 USD"), told("c", .signed, "50000000000 USD"),
      told("d", .announced, "50000000000 USD"),
      told("e", .announced, "20000000000 USD") {
        $0.amount?.lower = ExactDecimal(20_000_000_000)
        $0.amount?.upper = ExactDecimal(90_000_000_000)
      }, told("f", .signed, nil),
    ]).deals
    #expect(!deals.contains { Set($0.claims.map(\.article)).isSuperset(of: ["https://example.org/a", "https://example.org/c"]) })
    #expect(deals.contains { Set($0.claims.map(\.article)).isSuperset(of: ["https://example.org/c", "https://example.org/d"]) })
  }
}
