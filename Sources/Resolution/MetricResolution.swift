import Facts

/// Figures over many articles: one subject × measure × period × unit, with its range and its sources.
///
/// `売上高 2025 130億ドル` and `revenue 2025 $13.1B` are one figure told twice. Without a period two figures are one only where
/// they agree: a valuation of 157 billion and one of 500 billion are two moments, not a range.
struct MetricResolution {
  /// Neighbouring values this far apart tell two figures, where no period says that they are one.
  private static let gap = 1.12

  private struct Telling {
    let reference: ClaimReference
    let metric: Metric
    let source: Int
    let day: Int
  }

  struct Key: Hashable {
    let subject: String
    let measure: Measure
    let unit: String
    let period: String?

    init(_ metric: Metric) {
      subject = EntityName.comparable(metric.subject)
      measure = metric.measure
      unit = metric.unit
      period = metric.period.map(EntityName.folded)
    }

    var number: Int {
      StableHash.number(of: [subject, measure.rawValue, unit, period ?? "", period == nil ? "" : "period"].joined(separator: "\n"))
    }
  }

  func metrics(_ told: some Sequence<ToldMetric>) -> [ResolvedMetric] {
    var groups: [Key: [ToldMetric]] = [:]
    for one in told { groups[Key(one.metric), default: []].append(one) }
    return groups.values.flatMap(figures).sorted { $0.key < $1.key }
  }

  /// The figures of all metrics with one key.
  func figures(_ told: [ToldMetric]) -> [ResolvedMetric] {
    guard let first = told.first else { return [] }
    let key = Key(first.metric)
    let sources = SourceNumbers(told.map(\.representative))
    let tellings = told.map {
      Telling(reference: $0.reference, metric: $0.metric, source: sources[$0.representative], day: $0.day ?? Int.min)
    }
    return figures(tellings, key).map { resolved($0, key) }
  }

  /// One figure where a period names it; else runs of values without a gap.
  private func figures(_ tellings: [Telling], _ key: Key) -> [[Telling]] {
    let sorted = tellings.sorted { ($0.metric.value, $0.reference) < ($1.metric.value, $1.reference) }
    if key.period != nil, key.measure != .other { return [sorted] }
    var figures: [[Telling]] = []
    for telling in sorted {
      if let last = figures.last?.last, isNear(last.metric.value, telling.metric.value) {
        figures[figures.count - 1].append(telling)
      } else {
        figures.append([telling])
      }
    }
    return figures
  }

  private func isNear(_ low: ExactDecimal, _ high: ExactDecimal) -> Bool {
    if low == high { return true }
    guard low > .zero else { return false }
    return high.approximate / low.approximate <= MetricResolution.gap
  }

  private func resolved(_ tellings: [Telling], _ key: Key) -> ResolvedMetric {
    let claims = tellings.map(\.reference).sorted()
    var support: [ExactDecimal: Set<Int>] = [:]
    for telling in tellings { support[telling.metric.value, default: []].insert(telling.source) }
    func rank(_ telling: Telling) -> (Int, Int, Int, Int) {
      (
        support[telling.metric.value]?.count ?? 0, (telling.metric.qualifier ?? .exact).exactness,
        telling.metric.confidence?.thousandths ?? 1000, telling.day
      )
    }
    var best = tellings[0]
    for telling in tellings.dropFirst() {
      let (here, there) = (rank(telling), rank(best))
      if here > there || (here == there && telling.reference < best.reference) { best = telling }
    }
    var open = 1_000_000
    var sure: [Int: Int] = [:]
    for telling in tellings {
      sure[telling.source] = max(sure[telling.source] ?? 0, telling.metric.confidence?.thousandths ?? 1000)
    }
    for source in sure.keys.sorted() { open = open * (1000 - (sure[source] ?? 0)) / 1000 }
    let identity = [key.subject, key.measure.rawValue, key.unit, key.period ?? ""] + (key.period == nil || key.measure == .other
      ? ["\(claims[0].article)#\(claims[0].index)"] : [])
    return ResolvedMetric(
      key: SHA256.hexadecimal(identity.joined(separator: "\n")), subject: best.metric.subject, measure: key.measure, unit: key.unit,
      period: best.metric.period, value: best.metric.value,
      low: tellings.map { $0.metric.lower ?? $0.metric.value }.min() ?? best.metric.value,
      high: tellings.map { $0.metric.upper ?? $0.metric.value }.max() ?? best.metric.value,
      qualifier: best.metric.qualifier ?? .exact, independentSources: sure.count,
      confidence: Confidence(thousandths: 1000 - (open + 500) / 1000), claims: claims)
  }
}
