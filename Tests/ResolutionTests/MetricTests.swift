import Facts
import Testing

@testable import Resolution

@Suite struct MetricTests {
  private func metric(_ value: Int, _ measure: Measure = .revenue, period: String? = "2025", _ qualifier: Qualifier = .exact) -> Metric {
    Metric(subject: "sora", measure: measure, value: ExactDecimal(value), unit: "USD", period: period, qualifier: qualifier, evidence: [])
  }

  private func resolve(_ metrics: [Metric]) throws -> [ResolvedMetric] {
    try resolver().resolve(metrics.enumerated().map { article("\($0.offset)", [], metrics: [$0.element]) }).metrics
  }

  @Test("one figure of one period, with its range and its sources")
  func period() throws {
    let metrics = try resolve([metric(13_000), metric(13_000), metric(12_000, .revenue, .about)])
    #expect(metrics.count == 1)
    #expect(metrics.first?.value == ExactDecimal(13_000))
    #expect(metrics.first?.low == ExactDecimal(12_000))
    #expect(metrics.first?.high == ExactDecimal(13_000))
    #expect(metrics.first?.independentSources == 3)
  }

  @Test("figures of two periods, two measures or two units are apart")
  func apart() throws {
    #expect(try resolve([metric(1, period: "2024"), metric(1, period: "2025"), metric(1, .netIncome)]).count == 3)
  }

  @Test("without a period only figures that agree are one")
  func moments() throws {
    let metrics = try resolve([
      metric(157_000, .valuation, period: nil), metric(160_000, .valuation, period: nil), metric(500_000, .valuation, period: nil),
    ])
    #expect(metrics.map(\.claims.count).sorted() == [1, 2])
  }

  @Test("a relation told by three articles is one, and confirmed as soon as one says it plainly")
  func modelFacts() throws {
    func told(_ name: String, _ status: DealStatus?) -> ArticleFacts {
      var facts = article(name, [])
      facts.modelFacts = [ModelFact(model: "kaze-2", relation: .matches, object: "umi-1", status: status, evidence: [])]
      return facts
    }
    let rumour = try resolver().resolve([told("a", .rumored), told("b", .rumored)]).modelFacts
    #expect(rumour.map(\.status) == [.rumored])
    let plain = try resolver().resolve([told("a", .rumored), told("b", nil), told("c", .rumored)]).modelFacts
    #expect(plain.count == 1)
    #expect(plain.first?.status == nil)
    #expect(plain.first?.independentSources == 3)
  }
}
