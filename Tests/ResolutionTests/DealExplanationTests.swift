import Facts
import Testing

@testable import Resolution

@Suite struct DealExplanationTests {
  @Test("who said what and when, what was chosen and why")
  func explanation() throws {
    func value(_ attribute: DealAttribute, _ text: String) -> ClaimValue {
      ClaimValue(
        attribute: attribute, value: text, confidence: Confidence(1),
        evidence: Evidence(span: ScalarSpan(0, 1), text: "x", rule: "test"))
    }
    let articles = [
      article("late.txt", on: "2025-11-01", [
        claim(.acquisition, .announced, "acquirer:sora target:hoshi", "900000000 USD", quote: "Sora will buy Hoshi.") {
          $0.values = [value(.amount, "900000000 USD")]
        }
      ]),
      article("early.txt", on: "2025-10-01", [
        claim(.acquisition, .rumored, "acquirer:sora target:hoshi", "about 850000000 USD", quote: "Sora is said to want Hoshi.") {
          $0.values = [value(.amount, "850000000 USD")]
          $0.attributedTo = "The Daily"
        }
      ]),
    ]
    let deal = try #require(try resolver().resolve(articles).deals.first)
    let text = DealExplanation(deal, articles: articles).text
    #expect(
      text == """
        Deal \(deal.key.prefix(12))  acquisition · announced · event  (2 claims from 2 independent sources, confidence 0.99)
        acquirer     sora
        target       hoshi
        amount       900000000 USD  (told from 850000000 to 900000000)
        rumoured     2025-10-01

        Claims
          2025-10-01  early.txt #0  rumored  about 850000000 USD  according to The Daily  “Sora is said to want Hoshi.” [test]
          2025-11-01  late.txt #0  announced  900000000 USD  “Sora will buy Hoshi.” [test]

        Not chosen
          amount 850000000 USD  early.txt #0: earlier stage

        History
          2025-10-01  type: acquisition  early.txt #0
          2025-10-01  status: rumored  early.txt #0
          2025-10-01  party: acquirer sora, target hoshi  early.txt #0
          2025-10-01  amount: about 850000000 USD  early.txt #0
          2025-11-01  status: rumored → announced  late.txt #0
          2025-11-01  amount: about 850000000 USD → 900000000 USD  late.txt #0

        """)
  }
}
