internal import Facts
internal import PostgreSQL
internal import Resolution

/// Writes figures and relations of models as resolved, with what each article tells, into `staging`.
struct FigureStaging {
  /// By id of an entity: which kind of entity it is.
  let types: [String: EntityType]

  func copy(metrics groups: [(told: [ToldMetric], resolved: [ResolvedMetric])], into connection: borrowing Connection) throws {
    if groups.isEmpty { return }
    let table = StagingTable(
      "metric",
      "metric_id subject_type subject_id measure unit period value value_low value_high qualifier independent_sources confidence")
    try table.copy(into: connection) { rows in
      for metric in groups.lazy.flatMap(\.resolved) {
        try rows.begin()
        rows.text(metric.key.withoutZeros)
        rows.text(subjectType(metric))
        rows.text(metric.subject.withoutZeros)
        rows.text(metric.measure.rawValue)
        rows.text(metric.unit)
        rows.text(metric.period?.withoutZeros)
        rows.decimal(metric.value)
        rows.decimal(metric.low)
        rows.decimal(metric.high)
        rows.text(metric.qualifier.rawValue)
        rows.int32(metric.independentSources)
        rows.numeric(metric.confidence.numeric)
      }
    }
    let claims = StagingTable(
      "metric_claim",
      "article_id metric_index metric_id value value_low value_high qualifier confidence span_start span_end is_in_title quote rule")
    try claims.copy(into: connection) { rows in
      for group in groups {
        var owners: [ClaimReference: ResolvedMetric] = [:]
        for metric in group.resolved { for claim in metric.claims { owners[claim] = metric } }
        for told in group.told {
          let metric = told.metric
          guard let owner = owners[told.reference], let evidence = metric.evidence.first else { continue }
          try rows.begin()
          rows.text(told.reference.article.withoutZeros)
          rows.int32(told.reference.index)
          rows.text(owner.key.withoutZeros)
          rows.decimal(metric.value)
          rows.decimal(metric.lower)
          rows.decimal(metric.upper)
          rows.text(metric.qualifier?.rawValue)
          rows.numeric((metric.confidence ?? Confidence(thousandths: 1000)).numeric)
          rows.proof(evidence)
        }
      }
    }
  }

  func copy(modelFacts groups: [(told: [ToldModelFact], resolved: ResolvedModelFact)], into connection: borrowing Connection) throws {
    if groups.isEmpty { return }
    let table = StagingTable(
      "model_relation",
      "model_relation_id subject_type subject_id relation object_type object_id deal_status independent_sources confidence")
    try table.copy(into: connection) { rows in
      for fact in groups.lazy.map(\.resolved) {
        try rows.begin()
        rows.text(fact.key.withoutZeros)
        rows.text(fact.relation == .chipBy ? "chip" : "model")
        rows.text(fact.model.withoutZeros)
        rows.text(fact.relation.rawValue)
        rows.text(fact.relation.objectType.rawValue)
        rows.text(fact.object.withoutZeros)
        rows.text(fact.status?.rawValue)
        rows.int32(fact.independentSources)
        rows.numeric(fact.confidence.numeric)
      }
    }
    let claims = StagingTable(
      "model_relation_claim",
      "article_id fact_index model_relation_id claimed_by deal_status confidence span_start span_end is_in_title quote rule")
    try claims.copy(into: connection) { rows in
      for group in groups {
        for told in group.told {
          let fact = told.fact
          guard let evidence = fact.evidence.first else { continue }
          try rows.begin()
          rows.text(told.reference.article.withoutZeros)
          rows.int32(told.reference.index)
          rows.text(group.resolved.key.withoutZeros)
          rows.text(fact.claimedBy?.withoutZeros)
          rows.text(fact.status?.rawValue)
          rows.numeric((fact.confidence ?? Confidence(thousandths: 1000)).numeric)
          rows.proof(evidence)
        }
      }
    }
  }

  /// The catalogue decides; an id that it lacks is a model where only models have such a figure, a country where it
  /// looks like one, else a company.
  private func subjectType(_ metric: ResolvedMetric) -> String {
    switch types[metric.subject] {
    case .company: return "company"
    case .model: return "model"
    default: break
    }
    let bytes = Array(metric.subject.utf8)
    if bytes.count == 2, bytes.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) { return "region" }
    if metric.subject == "world" || metric.subject == "industry" { return "region" }
    return metric.measure == .parameters || metric.measure == .trainingCost ? "model" : "company"
  }
}

extension ModelRelation {
  fileprivate var objectType: EntityType {
    switch self {
    case .developedBy, .chipBy: .company
    case .trainedOn, .runsOn: .chip
    case .matches, .outperforms, .trails, .successorOf: .model
    }
  }
}
