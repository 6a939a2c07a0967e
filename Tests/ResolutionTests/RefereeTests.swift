import Facts
import Testing

@testable import Resolution

/// Figures that do not come out, and those that do.
@Suite struct RefereeTests {
  @Test("a yearly rate over the years against the total", arguments: [("30000000000", true), ("60000000000", false)])
  func rate(yearly: String, isConflict: Bool) throws {
    let deals = try resolver().resolve([
      article("a", [claim(.cloudCompute, .signed, "customer:sora provider:kumo", "300000000000 USD") { $0.durationMonths = 60 }]),
      article("b", [
        claim(.cloudCompute, .signed, "customer:sora provider:kumo", "\(yearly) USD") {
          $0.durationMonths = 60
          $0.amount?.period = "year"
        }
      ]),
    ]).deals
    #expect(deals.count == 1)
    #expect(deals.flatMap(\.conflicts).contains { $0.kind == "arithmetic" } == isConflict)
  }

  @Test("a stake of a valuation against the price", arguments: [("500000000000", false), ("900000000000", true)])
  func stake(valuation: String, isConflict: Bool) throws {
    let worth = try #require(ExactDecimal(valuation))
    let deals = try resolver().resolve([
      article(
        "a", [claim(.equityInvestment, .completed, "investor:umi investee:hoshi", "135000000000 USD") { $0.stakePercent = ExactDecimal(27) }],
        metrics: [Metric(subject: "hoshi", measure: .valuation, value: worth, unit: "USD", evidence: [])])
    ]).deals
    #expect(deals.flatMap(\.conflicts).contains { $0.attribute == .stakePercent } == isConflict)
  }

  @Test("a restatement against the day's rate", arguments: [("5850000000000", nil), ("580000000000", "slip"), ("9000000000000", "arithmetic")] as [(String, String?)])
  func restatement(yen: String, kind: String?) throws {
    let deals = try resolver().resolve([
      article("a", on: "2025-11-03", [
        claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD") { $0.restated = [money("\(yen) JPY")].compactMap { $0 } }
      ])
    ]).deals
    #expect(deals.flatMap(\.conflicts).map(\.kind) == [kind].compactMap { $0 })
  }
}
