import Facts

/// Relations of models over many articles: one model × relation × object, with its sources.
///
/// `DeepSeek-R1 matches o1` told by three articles is one relation; it is confirmed as soon as one source tells it so, and a
/// rumour while all are.
struct ModelFactResolution {
  struct Key: Hashable {
    let model: String
    let relation: ModelRelation
    let object: String

    init(_ fact: ModelFact) {
      model = EntityName.comparable(fact.model)
      relation = fact.relation
      object = EntityName.comparable(fact.object)
    }

    private var text: String { [model, relation.rawValue, object].joined(separator: "\n") }
    var number: Int { StableHash.number(of: text) }
    var name: String { SHA256.hexadecimal(text) }
  }

  func modelFacts(_ told: some Sequence<ToldModelFact>) -> [ResolvedModelFact] {
    var groups: [Key: [ToldModelFact]] = [:]
    for one in told { groups[Key(one.fact), default: []].append(one) }
    return groups.values.compactMap(relation).sorted { $0.key < $1.key }
  }

  /// The relation that all facts with one key tell.
  func relation(_ told: [ToldModelFact]) -> ResolvedModelFact? {
    let ordered = told.sorted { $0.reference < $1.reference }
    guard let first = ordered.first else { return nil }
    let sources = SourceNumbers(ordered.map(\.representative))
    var sure: [Int: Int] = [:]
    var status: DealStatus?
    var isPlain = false
    for telling in ordered {
      let source = sources[telling.representative]
      sure[source] = max(sure[source] ?? 0, telling.fact.confidence?.thousandths ?? 1000)
      if let stage = telling.fact.status {
        if status.map({ StatusRule.rank($0) < StatusRule.rank(stage) }) ?? true { status = stage }
      } else {
        isPlain = true
      }
    }
    var open = 1_000_000
    for source in sure.keys.sorted() { open = open * (1000 - (sure[source] ?? 0)) / 1000 }
    return ResolvedModelFact(
      key: Key(first.fact).name, model: first.fact.model, relation: first.fact.relation, object: first.fact.object,
      status: isPlain ? nil : status, independentSources: sure.count,
      confidence: Confidence(thousandths: 1000 - (open + 500) / 1000), claims: ordered.map(\.reference))
  }
}
