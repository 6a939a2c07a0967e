import Facts
import Testing

@testable import Resolution

/// How deals hang together, and what is kept out of sums.
@Suite struct RelationTests {
  private func deals(_ articles: [ArticleFacts]) throws -> [Deal] { try resolver().resolve(articles).deals }

  private func deal(_ deals: [Deal], _ amount: String) throws -> Deal {
    try #require(deals.first { $0.amount == money(amount) }, "no deal of \(amount)")
  }

  @Test("an investor's own amount is a part of the round and not added to it")
  func statedPart() throws {
    let found = try deals([
      article(
        "a",
        [
          claim(.equityInvestment, .completed, "investee:hoshi investor:umi investor:kawa", "600000000 USD"),
          claim(.equityInvestment, .completed, "investee:hoshi investor:umi", "400000000 USD") { $0.partOf = 0 },
        ])
    ])
    let whole = try deal(found, "600000000 USD")
    let part = try deal(found, "400000000 USD")
    #expect(part.relations == [DealRelation(kind: .partOf, other: whole.key)])
    #expect(!part.isAdditive && whole.isAdditive)
  }

  @Test("parts that exceed their whole are an arithmetic conflict")
  func parts() throws {
    let found = try deals([
      article(
        "a",
        [
          claim(.equityInvestment, .completed, "investee:hoshi investor:umi investor:kawa", "600000000 USD"),
          claim(.equityInvestment, .completed, "investee:hoshi investor:umi", "400000000 USD") { $0.partOf = 0 },
          claim(.equityInvestment, .completed, "investee:hoshi investor:kawa", "350000000 USD") { $0.partOf = 0 },
        ])
    ])
    let whole = try deal(found, "600000000 USD")
    #expect(whole.conflicts.map(\.kind) == ["arithmetic"])
    #expect(whole.conflicts.first?.claims.count == 3)
  }

  @Test("an event is covered by the sum over several payments, which is not additive")
  func covered() throws {
    let found = try deals([
      article("a", [claim(.equityInvestment, .completed, "investor:umi investee:hoshi", "4000000000 USD") { $0.announcedOn = PartialDate("2024-11") }]),
      article("b", [claim(.equityInvestment, .ongoing, "investor:umi investee:hoshi", "8000000000 USD") { $0.amount?.cumulative = true }]),
    ])
    let sum = try #require(found.first { $0.nature == .cumulative })
    let event = found.first { $0.key != sum.key }
    #expect(sum.amount?.value == ExactDecimal(8_000_000_000))
    #expect(!sum.isAdditive)
    #expect(event?.relations == [DealRelation(kind: .coveredBy, other: sum.key)])
  }

  @Test("a Series C succeeds the Series B")
  func rounds() throws {
    let found = try deals([
      article("a", [claim(.equityInvestment, .completed, "investee:hoshi", "100000000 USD") { $0.round = "Series B"; $0.announcedOn = PartialDate("2024-02") }]),
      article("b", [claim(.equityInvestment, .completed, "investee:hoshi", "300000000 USD") { $0.round = "Series C"; $0.announcedOn = PartialDate("2025-06") }]),
    ])
    let first = try deal(found, "100000000 USD")
    let second = try deal(found, "300000000 USD")
    #expect(second.relations == [DealRelation(kind: .succeeds, other: first.key)])
    #expect(first.relations.isEmpty)
  }

  @Test("an additional commitment amends what came before", arguments: ["総額を追加で拠出する契約", "The two expand their agreement", "双方扩大合作"])
  func amends(words: String) throws {
    let found = try deals([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "11900000000 USD") { $0.announcedOn = PartialDate("2025-03-10") }]),
      article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "4000000000 USD", quote: words) { $0.announcedOn = PartialDate("2025-05-15") }]),
    ])
    let old = try deal(found, "11900000000 USD")
    #expect(try deal(found, "4000000000 USD").relations == [DealRelation(kind: .amends, other: old.key)])
  }

  @Test("two contracts without such words are not related")
  func unrelated() throws {
    let found = try deals([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "11900000000 USD") { $0.announcedOn = PartialDate("2025-03-10") }]),
      article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "4000000000 USD") { $0.announcedOn = PartialDate("2025-05-15") }]),
    ])
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.relations.isEmpty })
  }
}
