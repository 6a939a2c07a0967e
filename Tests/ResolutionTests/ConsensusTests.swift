import Facts
import Testing

@testable import Resolution

/// What a deal says once its claims are together.
@Suite struct ConsensusTests {
  private func deal(_ articles: [ArticleFacts], parents: [String: String] = [:]) throws -> Deal {
    let deals = try resolver(parents: parents).resolve(articles).deals
    return try #require(deals.count == 1 ? deals.first : nil, "\(deals.count) deals")
  }

  @Test("copies do not add: three copies of one misreading lose to two sources")
  func copies() throws {
    let wrong = "Sora pays Kumo 41 billion dollars over seven years, the daily said."
    let deal = try deal([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "41000000000 USD", quote: wrong)]),
      article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "41000000000 USD", quote: wrong)]),
      article("c", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "41000000000 USD", quote: wrong)]),
      article("d", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD", quote: "The contract is worth 38 billion.")]),
      article("e", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD", quote: "Sora signed for 38 billion dollars.")]),
    ])
    #expect(deal.amount?.value == ExactDecimal(38_000_000_000))
    #expect(deal.independentSources == 3)
    #expect(deal.amountLow == ExactDecimal(38_000_000_000) && deal.amountHigh == ExactDecimal(41_000_000_000))
  }

  @Test("a party's own word outranks the press")
  func ownStatement() throws {
    let deal = try deal([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "about 40000000000 USD")]),
      article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "about 40000000000 USD", quote: "b")]),
      article("c", publisher: "Kumo", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD")]),
    ])
    #expect(deal.amount == money("38000000000 USD"))
  }

  @Test("the sum of the conclusion replaces the sum of the rumour")
  func laterStage() throws {
    let deal = try deal([
      article("a", on: "2025-10-01", [claim(.acquisition, .rumored, "acquirer:sora target:hoshi", "about 800000000 USD")]),
      article("b", on: "2025-10-02", [claim(.acquisition, .rumored, "acquirer:sora target:hoshi", "about 800000000 USD")]),
      article("c", on: "2025-12-01", [claim(.acquisition, .completed, "acquirer:sora target:hoshi", "900000000 USD")]),
    ])
    #expect(deal.status == .completed)
    #expect(deal.amount == money("900000000 USD"))
    #expect(deal.rumoredOn == PartialDate("2025-10-01"))
    #expect(deal.conflicts.isEmpty)
  }

  @Test("where a deal stands", arguments: [
    ([.rumored, .announced, .completed], DealStatus.completed),
    ([.completed, .rumored], .completed),
    ([.rumored, .denied], .denied),
    ([.denied, .signed], .signed),
    ([.announced, .terminated], .terminated),
    ([.speculated, .rumored], .rumored),
    ([.speculated], .speculated),
    ([.ongoing, .ongoing], .ongoing),
    ([.planned, .negotiating], .planned),
  ] as [([DealStatus], DealStatus)])
  func status(stages: [DealStatus], expected: DealStatus) throws {
    let tellings = stages.enumerated().map { place, status in
      Telling(
        reference: ClaimReference(article: "\(place)", index: 0), claim: claim(.acquisition, status, "acquirer:a target:b"),
        article: place, publishedOn: nil, source: place, isCopy: false, isOwn: false)
    }
    for order in [tellings, tellings.reversed()] {
      var rule = StatusRule()
      for telling in order { rule.add(telling) }
      #expect(rule.status == expected)
    }
  }

  @Test("a denial of a concluded deal is a conflict, and deletes nothing")
  func denial() throws {
    let deal = try deal([
      article("a", [claim(.acquisition, .signed, "acquirer:sora target:hoshi", "900000000 USD")]),
      article("b", [claim(.acquisition, .denied, "acquirer:sora target:hoshi", "900000000 USD")]),
    ])
    #expect(deal.status == .signed)
    #expect(deal.claims.count == 2)
    #expect(deal.conflicts.map(\.attribute) == [.status])
  }

  @Test("a sum a power of ten off is a slip: flagged, kept, not chosen")
  func slip() throws {
    let deal = try deal([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD", quote: "38 billion dollars in seven years")]),
      article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD", quote: "worth 38 billion dollars in all")]),
      article("c", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "3800000000 USD", quote: "worth 3.8 billion dollars in all")]),
    ])
    #expect(deal.amount == money("38000000000 USD"))
    #expect(deal.amountLow == ExactDecimal(38_000_000_000))
    let conflict = try #require(deal.conflicts.first)
    #expect(conflict.kind == "slip")
    #expect(conflict.claims.map(\.article) == ["https://example.org/c"])
  }

  @Test("of two sums the one that its own restatement bears out is no slip")
  func slipByRate() throws {
    let deal = try deal([
      article("a", on: "2025-11-03", [
        claim(.cloudCompute, .signed, "customer:sora provider:kumo", "3800000000 USD") { $0.restated = [money("5850000000000 JPY")].compactMap { $0 } }
      ]),
      article("b", on: "2025-11-03", [
        claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD") { $0.restated = [money("5850000000000 JPY")].compactMap { $0 } }
      ]),
    ])
    #expect(deal.amount == money("38000000000 USD"))
    #expect(deal.conflicts.contains { $0.kind == "slip" && $0.attribute == .restated })
  }

  @Test("dollars by the announcement's rate, and which")
  func dollars() throws {
    let deal = try deal([
      article("a", on: "2025-12-01", [
        claim(.infrastructure, .announced, "builder:sora customer:kumo", "177000000000 JPY") { $0.announcedOn = PartialDate("2025-11-03") }
      ])
    ])
    #expect(deal.amountUSD == ExactDecimal(1_150_000_000))
    #expect(deal.usdBasis == "announced")
  }

  @Test("an undated sum in another currency is not converted")
  func undated() throws {
    let deal = try deal([article("a", [claim(.infrastructure, .announced, "builder:sora customer:kumo", "177000000000 JPY")])])
    #expect(deal.amountUSD == nil && deal.usdBasis == nil)
  }

  @Test("the more exact date is taken where it agrees")
  func exactDate() throws {
    let deal = try deal([
      article("a", [claim(.acquisition, .announced, "acquirer:sora target:hoshi") { $0.announcedOn = PartialDate("2025-11") }]),
      article("b", [claim(.acquisition, .announced, "acquirer:sora target:hoshi", quote: "b") { $0.announcedOn = PartialDate("2025-11") }]),
      article("c", [claim(.acquisition, .announced, "acquirer:sora target:hoshi") { $0.announcedOn = PartialDate("2025-11-03") }]),
    ])
    #expect(deal.announcedOn == PartialDate("2025-11-03"))
  }

  @Test("shares sum to exactly one", arguments: [
    ([nil, nil, nil], ["0.333333333334", "0.333333333333", "0.333333333333"]),
    (["60", "40"], ["0.6", "0.4"]),
    (["50", nil, nil], ["0.5", "0.25", "0.25"]),
    (["60", "70"], ["0.5", "0.5"]),
    (["30", "30"], ["0.5", "0.5"]),
    ([nil], ["1"]),
  ] as [([String?], [String])])
  func shares(stated: [String?], expected: [String]) {
    let members = stated.enumerated().map { place, percent in
      (member: PartyShares.Member(company: "c\(place)", role: .partner), percent: percent.flatMap { ExactDecimal($0) })
    }
    let shares = PartyShares.shares(members).map(\.share)
    #expect(shares.map(\.description) == expected)
    #expect(shares.reduce(ExactDecimal.zero) { $0.adding($1) ?? $0 } == ExactDecimal(1))
  }

  @Test("a house stands once, under the name of the member that deals")
  func house() throws {
    let deal = try deal(
      [
        article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo-cloud", "2000000000 USD")]),
        article("b", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "2000000000 USD")]),
      ], parents: ["kumo-cloud": "kumo"])
    #expect(deal.parties.map(\.company) == ["sora", "kumo-cloud"])
  }

  @Test("history tells what the press had told, day by day, undated last")
  func history() throws {
    let deal = try deal([
      article("c", [claim(.acquisition, .completed, "acquirer:sora target:hoshi", "900000000 USD")]),
      article("a", on: "2025-10-01", [claim(.acquisition, .rumored, "acquirer:sora target:hoshi", "about 850000000 USD")]),
      article("b", on: "2025-11-01", [claim(.acquisition, .announced, "acquirer:sora target:hoshi", "900000000 USD")]),
    ])
    let statuses = deal.history.filter { $0.attribute == .status }
    #expect(statuses.map(\.new) == ["rumored", "announced", "completed"])
    #expect(statuses.map(\.on) == [PartialDate("2025-10-01"), PartialDate("2025-11-01"), nil])
    #expect(deal.history.filter { $0.attribute == .amount }.map(\.new) == ["about 850000000 USD", "900000000 USD"])
  }

  @Test("every stated value is chosen or says why not")
  func verdicts() throws {
    func value(_ attribute: DealAttribute, _ text: String) -> ClaimValue {
      ClaimValue(
        attribute: attribute, value: text, confidence: Confidence(1),
        evidence: Evidence(span: ScalarSpan(0, 1), text: "x", rule: "test"))
    }
    let deal = try deal([
      article("a", [claim(.acquisition, .rumored, "acquirer:sora target:hoshi", "about 850000000 USD") {
        $0.values = [value(.status, "rumored"), value(.amount, "850000000 USD"), value(.party, "acquirer sora")]
      }]),
      article("b", [claim(.acquisition, .announced, "acquirer:sora target:hoshi", "900000000 USD") {
        $0.values = [value(.status, "announced"), value(.amount, "900000000 USD")]
      }]),
    ])
    #expect(deal.values.map(\.isChosen) == [false, false, true, true, true])
    #expect(deal.values.map(\.whyNot) == ["earlier stage", "earlier stage", nil, nil, nil])
  }
}
