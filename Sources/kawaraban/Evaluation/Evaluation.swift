import Facts

/// Precision, recall and F1 of read facts against gold facts, by kind of fact, with every miss and every extra.
///
/// The measures are those of the annotation guide: a deal counts strictly where type and the houses of all parties are
/// right, leniently where at least half of the parties are; attributes are counted over the leniently paired deals.
struct Evaluation {
  /// True and false positives, and what was missed.
  struct Count: Equatable {
    var found = 0
    var extra = 0
    var missed = 0

    var precision: Double? { found + extra > 0 ? Double(found) / Double(found + extra) : nil }
    var recall: Double? { found + missed > 0 ? Double(found) / Double(found + missed) : nil }
    var f1: Double? {
      guard let precision, let recall, precision > 0, recall > 0 else {
        return precision != nil || recall != nil ? 0 : nil
      }
      return 2 * precision * recall / (precision + recall)
    }
  }

  /// So many of so many right.
  struct Share: Equatable {
    var right = 0
    var of = 0

    var accuracy: Double? { of > 0 ? Double(right) / Double(of) : nil }

    mutating func add(_ isRight: Bool) {
      right += isRight ? 1 : 0
      of += 1
    }
  }

  /// Right or wrong for each fact of an article; deals strictly.
  struct Verdicts: Equatable {
    var deals: [Bool] = []
    var metrics: [Bool] = []
    var modelFacts: [Bool] = []
  }

  enum Attribute: String, CaseIterable {
    case type, amount, qualifier
    case statusClass = "status_class"
    case status, roles, duration, stake, capacity, dates
  }

  let reference: EvaluationReference
  var articles = 0
  /// Ids of gold articles that were not read at all.
  var missingArticles: [String] = []
  var entities: [EntityType: Count] = [:]
  var strictDeals = Count()
  var lenientDeals = Count()
  var attributes: [Attribute: Share] = [:]
  var metrics = Count()
  var modelFacts = Count()
  /// Traps told as confirmed deals.
  var trapHits = 0
  /// For each article by its gold id, which of the read facts are right, in their order.
  var verdicts: [String: Verdicts] = [:]
  /// One line a miss or an extra, tab-separated, the article's id first.
  var errors: [String] = []

  init(reference: EvaluationReference) {
    self.reference = reference
    for type in EntityType.allCases { entities[type] = Count() }
    for attribute in Attribute.allCases { attributes[attribute] = Share() }
  }

  /// Counts one article; `nil` where it was not read.
  mutating func add(gold: GoldFacts, read: ArticleFacts?) {
    articles += 1
    if read == nil { missingArticles.append(gold.id) }
    addEntities(gold, read?.entities ?? [])
    addDeals(gold, read?.deals ?? [])
    addMetrics(gold, read?.metrics ?? [])
    addModelFacts(gold, read?.modelFacts ?? [])
  }

  var allEntities: Count {
    EntityType.allCases.reduce(into: Count()) { sum, type in
      guard let count = entities[type] else { return }
      sum.found += count.found
      sum.extra += count.extra
      sum.missed += count.missed
    }
  }

  private mutating func addEntities(_ gold: GoldFacts, _ read: [EntityMention]) {
    var left: [EntityType: [EntityMention]] = [:]
    for mention in read {
      if let place = left[mention.type]?.firstIndex(where: { $0.id == mention.id }) {
        left[mention.type]?[place] = mention
      } else {
        left[mention.type, default: []].append(mention)
      }
    }
    var unmet: [(EntityType, String)] = []
    for type in EntityType.allCases {
      for wanted in gold.entities(type) {
        let place = left[type]?.firstIndex { reference.isSame(type, gold: wanted, id: $0.id, name: $0.name) }
        if let place {
          entities[type]?.found += 1
          left[type]?.remove(at: place)
        } else {
          unmet.append((type, wanted))
        }
      }
    }
    for (type, wanted) in unmet {
      if let (kind, place) = place(ofNameOf: type, wanted, in: left) {
        entities[type]?.found += 1
        left[kind]?.remove(at: place)
      } else {
        entities[type]?.missed += 1
        errors.append("\(gold.id)\tMISS \(type.rawValue)\t\(wanted)")
      }
    }
    for type in EntityType.allCases {
      for mention in left[type] ?? [] {
        entities[type]?.extra += 1
        errors.append("\(gold.id)\tEXTRA \(type.rawValue)\t\(mention.id)\t\(mention.name)")
      }
    }
  }

  /// A name that is a company as well as a product or a model counts as found under either kind.
  private func place(
    ofNameOf type: EntityType, _ wanted: String, in left: [EntityType: [EntityMention]]
  ) -> (EntityType, Int)? {
    let dual: [EntityType] = [.company, .model, .product]
    guard dual.contains(type) else { return nil }
    for kind in dual {
      let place = left[kind]?.firstIndex { mention in
        let names = Set([foldedName(mention.name)] + mention.mentions.map { foldedName($0.text) })
        return reference.isSameName(type, gold: wanted, names: names)
      }
      if let place { return (kind, place) }
    }
    return nil
  }

  private mutating func addMetrics(_ gold: GoldFacts, _ read: [Metric]) {
    var used: Set<Int> = []
    for wanted in gold.metrics {
      let hit = read.indices.first { index in
        let metric = read[index]
        return !used.contains(index) && metric.measure == wanted.measure && metric.unit == wanted.unit
          && isClose(metric.value, wanted.value)
          && reference.companyKey(metric.subject) == reference.companyKey(wanted.subject)
      }
      if let hit {
        metrics.found += 1
        used.insert(hit)
      } else {
        metrics.missed += 1
        errors.append("\(gold.id)\tMISS metric\t\(describe(wanted))")
      }
    }
    verdicts[gold.id, default: Verdicts()].metrics = read.indices.map(used.contains)
    metrics.extra += read.count - used.count
    for (index, metric) in read.enumerated() where !used.contains(index) {
      errors.append("\(gold.id)\tEXTRA metric\t\(describe(metric))")
    }
  }

  private func describe(_ metric: Metric) -> String {
    "\(metric.subject) \(metric.measure.rawValue) \(metric.value) \(metric.unit)"
  }

  private mutating func addModelFacts(_ gold: GoldFacts, _ read: [ModelFact]) {
    func triple(_ fact: ModelFact) -> String { "\(fact.model) \(fact.relation.rawValue) \(fact.object)" }
    func triples(_ facts: [ModelFact]) -> Set<String> { Set(facts.map(triple)) }
    let wanted = triples(gold.modelFacts)
    let found = triples(read)
    verdicts[gold.id, default: Verdicts()].modelFacts = read.map { wanted.contains(triple($0)) }
    modelFacts.found += wanted.intersection(found).count
    modelFacts.missed += wanted.subtracting(found).count
    modelFacts.extra += found.subtracting(wanted).count
    errors += wanted.subtracting(found).sorted().map { "\(gold.id)\tMISS model_fact\t\($0)" }
    errors += found.subtracting(wanted).sorted().map { "\(gold.id)\tEXTRA model_fact\t\($0)" }
  }
}

/// Equal within half a percent: rounding differs between tellings, the figure does not.
func isClose(_ value: ExactDecimal, _ gold: ExactDecimal) -> Bool {
  if value == gold { return true }
  guard !gold.isZero, let difference = value.subtracting(gold), let tolerance = gold.multiplied(by: ExactDecimal(significand: 5, exponent: -3))
  else { return false }
  return !(magnitude(tolerance) < magnitude(difference))
}

private func magnitude(_ value: ExactDecimal) -> ExactDecimal { value.isNegative ? -value : value }
