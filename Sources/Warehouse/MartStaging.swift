internal import Facts
internal import PostgreSQL

/// Writes the resolution's result and the facts as told into `staging`, by natural keys, with COPY binary.
///
/// One value is one place: what a claim says of an attribute is a row of `staging.claim_value` with its span, its quote
/// (cut to 200 characters) and its rule.
struct MartStaging {
  let facts: [ArticleFacts]
  let content: MartContent
  let dimensions: DimensionRows
  /// By key of the deal: what an analyst pinned, for people to read.
  let pinned: [String: String]
  /// Articles whose mentions are staged.
  let touched: Set<String>

  func copy(into connection: borrowing Connection) throws {
    try StagedDimensions(rows: dimensions).copy(into: connection)
    try copyDeals(connection)
    try copyDealParts(connection)
    try copyClaims(connection)
    try copyMentions(connection)
    try copyMetrics(connection)
    try copyModelFacts(connection)
    try copyContext(connection)
  }

  private func copyDeals(_ connection: borrowing Connection) throws {
    let published = Dictionary(facts.map { ($0.article.key, $0.article.publishedOn) }, uniquingKeysWith: { first, _ in first })
    let table = StagingTable(
      "deal",
      "claim_set deal_type deal_status nature is_additive amount currency qualifier amount_low amount_high amount_period",
      "amount_usd usd_basis restated stake_percent round duration_months capacity_watt capacity_count rumored_on announced_on",
      "signed_on completed_on terminated_on starts_on ends_on first_told_on independent_sources confidence has_slip pinned")
    try table.copy(into: connection) { rows in
      for deal in content.deals {
        try rows.begin()
        rows.text(deal.key)
        rows.text(deal.type.rawValue)
        rows.text(deal.status.rawValue)
        rows.text(deal.nature.rawValue)
        rows.bool(deal.isAdditive)
        rows.decimal(deal.amount?.value)
        rows.text(deal.amount?.currency)
        rows.text(deal.amount?.qualifier.rawValue)
        rows.decimal(deal.amountLow)
        rows.decimal(deal.amountHigh)
        rows.text(deal.amount?.period)
        rows.decimal(deal.amountUSD)
        rows.text(deal.usdBasis)
        rows.text(told(deal.restated))
        rows.decimal(deal.stakePercent)
        rows.text(deal.round?.withoutZeros)
        rows.int32(deal.durationMonths)
        rows.decimal(deal.capacity.first { $0.unit == "watt" }?.value)
        rows.decimal(deal.capacity.first { $0.unit == "count" }?.value)
        for date in [
          deal.rumoredOn, deal.announcedOn, deal.signedOn, deal.completedOn, deal.terminatedOn, deal.startsOn, deal.endsOn,
        ] { rows.text(date?.description) }
        let dates = deal.claims.compactMap { published[$0.article] ?? nil }.filter { $0.year != nil }
        rows.text(dates.min()?.description)
        rows.int32(deal.independentSources)
        rows.numeric(deal.confidence.numeric)
        rows.bool(deal.conflicts.contains { $0.kind == "slip" })
        rows.text(pinned[deal.key]?.withoutZeros)
      }
    }
  }

  private func copyDealParts(_ connection: borrowing Connection) throws {
    try StagingTable("deal_party", "claim_set company_id role share is_share_stated").copy(into: connection) { rows in
      for deal in content.deals {
        for party in deal.parties {
          try rows.begin()
          rows.text(deal.key)
          rows.text(party.company.withoutZeros)
          rows.text(party.role.rawValue)
          rows.decimal(party.share)
          rows.bool(party.isShareStated)
        }
      }
    }
    try StagingTable("deal_entity", "claim_set entity_type entity_id").copy(into: connection) { rows in
      for deal in content.deals {
        for (type, ids) in [("chip", deal.chips), ("model", deal.models), ("product", deal.products)] {
          for id in ids {
            try rows.begin()
            rows.text(deal.key)
            rows.text(type)
            rows.text(id.withoutZeros)
          }
        }
      }
    }
    try StagingTable("deal_relation", "claim_set relation other_claim_set").copy(into: connection) { rows in
      for deal in content.deals {
        for relation in deal.relations {
          try rows.begin()
          rows.text(deal.key)
          rows.text(relation.kind.rawValue)
          rows.text(relation.other)
        }
      }
    }
    try StagingTable("deal_conflict", "claim_set conflict_index attribute kind detail").copy(into: connection) { rows in
      for deal in content.deals {
        for (index, conflict) in deal.conflicts.enumerated() {
          try rows.begin()
          rows.text(deal.key)
          rows.int32(index)
          rows.text(conflict.attribute.rawValue)
          rows.text(conflict.kind)
          rows.text(conflict.detail.withoutZeros)
        }
      }
    }
    let change = StagingTable("deal_change", "claim_set change_index told_on attribute old_value new_value article_id claim_index")
    try change.copy(into: connection) { rows in
      for deal in content.deals {
        for (index, change) in deal.history.enumerated() {
          try rows.begin()
          rows.text(deal.key)
          rows.int32(index)
          rows.text(change.on?.description)
          rows.text(change.attribute.rawValue)
          rows.text(change.old?.withoutZeros)
          rows.text(change.new.withoutZeros)
          rows.text(change.claim.article.withoutZeros)
          rows.int32(change.claim.index)
        }
      }
    }
  }

  private func copyClaims(_ connection: borrowing Connection) throws {
    var owners: [ClaimReference: Deal] = [:]
    for deal in content.deals {
      for claim in deal.claims {
        if let other = owners.updateValue(deal, forKey: claim) {
          throw WarehouseError(.input, "claim \(claim.index) of \(claim.article) is in two deals: \(other.key), \(deal.key)")
        }
      }
    }
    let claims = StagingTable(
      "deal_claim",
      "article_id claim_index claim_set deal_type deal_status is_main nature amount currency qualifier amount_low amount_high",
      "amount_period restated stake_percent round duration_months announced_on starts_on ends_on part_of_index attributed_to",
      "is_slip confidence")
    try claims.copy(into: connection) { rows in
      for (article, index, claim) in allClaims {
        guard let deal = owners[ClaimReference(article: article, index: index)] else {
          throw WarehouseError(.input, "claim \(index) of \(article) is in no deal")
        }
        try rows.begin()
        rows.text(article.withoutZeros)
        rows.int32(index)
        rows.text(deal.key)
        rows.text(claim.type.rawValue)
        rows.text(claim.status.rawValue)
        rows.bool(claim.main)
        rows.text(claim.nature?.rawValue)
        rows.decimal(claim.amount?.value)
        rows.text(claim.amount?.currency)
        rows.text(claim.amount?.qualifier.rawValue)
        rows.decimal(claim.amount?.lower)
        rows.decimal(claim.amount?.upper)
        rows.text(claim.amount?.period)
        rows.text(told(claim.restated ?? []))
        rows.decimal(claim.stakePercent)
        rows.text(claim.round?.withoutZeros)
        rows.int32(claim.durationMonths)
        rows.text(claim.announcedOn?.description)
        rows.text(claim.startsOn?.description)
        rows.text(claim.endsOn?.description)
        rows.int32(claim.partOf)
        rows.text(claim.attributedTo?.withoutZeros)
        rows.bool(claim.slip ?? false)
        rows.numeric(claim.confidence.numeric)
      }
    }
    let values = StagingTable(
      "claim_value",
      "article_id claim_index value_index attribute value span_start span_end is_in_title quote rule confidence is_chosen why_not")
    try values.copy(into: connection) { rows in
      for (article, index, claim) in allClaims {
        let reference = ClaimReference(article: article, index: index)
        let deal = owners[reference]
        let resolved = Dictionary(
          (deal?.values ?? []).filter { $0.claim == reference }.map { ($0.valueIndex, $0) },
          uniquingKeysWith: { first, _ in first })
        let isAlone = deal?.claims.count == 1
        for (place, value) in ProvenValues(claim).values.enumerated() {
          try rows.begin()
          rows.text(article.withoutZeros)
          rows.int32(index)
          rows.int32(place)
          rows.text(value.attribute.rawValue)
          rows.text(value.value.withoutZeros)
          rows.proof(value.evidence)
          rows.numeric(value.confidence.numeric)
          rows.bool(resolved[place]?.isChosen ?? isAlone)
          rows.text(resolved[place].map(\.whyNot) ?? (isAlone ? nil : "not compared"))
        }
      }
    }
  }

  private func copyMentions(_ connection: borrowing Connection) throws {
    let table = StagingTable(
      "mention", "article_id entity_type entity_id name mention_count first_start first_end is_in_title confidence")
    try table.copy(into: connection) { rows in
      for article in facts where touched.contains(article.article.key) {
        for entity in merged(article.entities) {
          guard let first = entity.mentions.min(by: { ($0.start, $0.end) < ($1.start, $1.end) }) else { continue }
          let title = article.article.title ?? ""
          try rows.begin()
          rows.text(article.article.key.withoutZeros)
          rows.text(entity.type.rawValue)
          rows.text(entity.id.withoutZeros)
          rows.text(entity.name.withoutZeros)
          rows.int32(entity.mentions.count)
          rows.int32(first.start)
          rows.int32(first.end)
          rows.bool(entity.mentions.contains { !$0.text.isEmpty && title.contains($0.text) })
          rows.numeric((entity.confidence ?? Confidence(thousandths: 1000)).numeric)
        }
      }
    }
  }

  private func copyMetrics(_ connection: borrowing Connection) throws {
    let types = dimensions.subjectTypes()
    var owners: [ClaimReference: ResolvedMetric] = [:]
    for metric in content.metrics { for claim in metric.claims { owners[claim] = metric } }
    let table = StagingTable(
      "metric",
      "metric_id subject_type subject_id measure unit period value value_low value_high qualifier independent_sources confidence")
    try table.copy(into: connection) { rows in
      for metric in content.metrics {
        try rows.begin()
        rows.text(metric.key.withoutZeros)
        rows.text(subjectType(metric, types))
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
      for article in facts {
        for (index, metric) in article.metrics.enumerated() {
          guard let owner = owners[ClaimReference(article: article.article.key, index: index)],
            let evidence = metric.evidence.first
          else { continue }
          try rows.begin()
          rows.text(article.article.key.withoutZeros)
          rows.int32(index)
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

  private func copyModelFacts(_ connection: borrowing Connection) throws {
    var owners: [ClaimReference: ResolvedModelFact] = [:]
    for fact in content.modelFacts { for claim in fact.claims { owners[claim] = fact } }
    let table = StagingTable(
      "model_relation",
      "model_relation_id subject_type subject_id relation object_type object_id deal_status independent_sources confidence")
    try table.copy(into: connection) { rows in
      for fact in content.modelFacts {
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
      for article in facts {
        for (index, fact) in article.modelFacts.enumerated() {
          guard let owner = owners[ClaimReference(article: article.article.key, index: index)],
            let evidence = fact.evidence.first
          else { continue }
          try rows.begin()
          rows.text(article.article.key.withoutZeros)
          rows.int32(index)
          rows.text(owner.key.withoutZeros)
          rows.text(fact.claimedBy?.withoutZeros)
          rows.text(fact.status?.rawValue)
          rows.numeric((fact.confidence ?? Confidence(thousandths: 1000)).numeric)
          rows.proof(evidence)
        }
      }
    }
  }

  private func copyContext(_ connection: borrowing Connection) throws {
    try StagingTable("article_cluster", "article_id cluster_id").copy(into: connection) { rows in
      for (article, representative) in content.representatives.sorted(by: { $0.key < $1.key }) {
        try rows.begin()
        rows.text(article.withoutZeros)
        rows.text(representative.withoutZeros)
      }
    }
    try StagingTable("exchange_rate", "currency rate_on usd_per_unit basis").copy(into: connection) { rows in
      for rate in content.rates {
        try rows.begin()
        rows.text(rate.currency)
        rows.text(rate.on.description)
        rows.decimal(rate.usdPerUnit)
        rows.text(rate.basis)
      }
    }
  }

  private var allClaims: some Sequence<(String, Int, DealClaim)> {
    facts.lazy.flatMap { article in
      article.deals.enumerated().map { (article.article.key, $0.offset, $0.element) }
    }
  }

  /// An article may name one entity in two rows (a surface that two rules link): one row a type and id.
  private func merged(_ entities: [EntityMention]) -> [EntityMention] {
    var places: [String: Int] = [:]
    var result: [EntityMention] = []
    for entity in entities {
      let key = entity.type.rawValue + " " + entity.id
      if let place = places[key] {
        result[place].mentions += entity.mentions
      } else {
        places[key] = result.count
        result.append(entity)
      }
    }
    return result
  }

  /// The catalogue decides; an id that it lacks is a model where only models have such a figure, a country where it
  /// looks like one, else a company.
  private func subjectType(_ metric: ResolvedMetric, _ types: [String: EntityType]) -> String {
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

  private func told(_ amounts: [Money]) -> String? {
    amounts.isEmpty ? nil : amounts.map { "\($0.value) \($0.currency)" }.joined(separator: "; ")
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
