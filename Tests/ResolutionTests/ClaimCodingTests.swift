import Facts
import Testing

@testable import Resolution

/// What the spool keeps comes back as it was.
@Suite struct ClaimCodingTests {
  @Test("a claim with everything that a claim can have")
  func roundTrip() throws {
    let told = claim(.equityInvestment, .completed, "investor:sora investee:new:星", "about 3800000000 JPY", quote: "引用") {
      $0.parties[0].sharePercent = ExactDecimal("12.5")
      $0.amount?.lower = ExactDecimal("170141183460469231731687303715884")
      $0.amount?.upper = ExactDecimal("-0.5")
      $0.amount?.period = "year"
      $0.amount?.cumulative = true
      $0.restated = [Money(value: ExactDecimal(25), currency: "USD")]
      $0.stakePercent = ExactDecimal("27.75")
      $0.round = "Series B"
      $0.durationMonths = 84
      $0.announcedOn = PartialDate("2025-11-03")
      $0.startsOn = PartialDate("XXXX-12")
      $0.endsOn = PartialDate("2030")
      $0.capacity = [Capacity(value: ExactDecimal(5), unit: "watt", qualifier: .upTo), Capacity(value: ExactDecimal(7), unit: "count")]
      $0.chips = ["gb300"]
      $0.models = ["m1", "m2"]
      $0.products = ["p"]
      $0.nature = .cumulative
      $0.partOf = 3
      $0.attributedTo = "The Daily"
      $0.slip = true
      $0.evidence.append(Evidence(span: ScalarSpan(4, 9), text: "title", rule: "r", part: .title))
      $0.values = [
        ClaimValue(attribute: .round, value: "Series B", confidence: Confidence(thousandths: 870), evidence: $0.evidence[0])
      ]
    }
    let facts = article("a", on: "2025-11-04", publisher: "Sora", [told])
    let before = ToldClaim(facts, 0, representative: facts.article.key)
    let after = try ToldClaim(
      record: before.record, reference: before.reference, publishedOn: before.publishedOn, representative: before.representative)
    #expect(after == before)
    #expect(after.claim == told)
  }

  @Test("a record that breaks off is an error")
  func damaged() throws {
    let facts = article("a", [claim(.acquisition, .announced, "acquirer:sora target:hoshi", "5 USD")])
    let record = ToldClaim(facts, 0, representative: "a").record
    for count in [0, 3, record.count - 1] {
      #expect(throws: RecordError.self) {
        try ToldClaim(
          record: Array(record.prefix(count)), reference: ClaimReference(article: "a", index: 0), publishedOn: nil, representative: "a")
      }
    }
  }
}
