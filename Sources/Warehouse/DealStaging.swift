internal import Facts
internal import PostgreSQL
internal import Resolution

/// Writes deals as resolved, with their claims as told, into `staging`, by natural keys, with COPY binary.
///
/// One value is one place: what a claim says of an attribute is a row of `staging.claim_value` with its span, its quote
/// (cut to 200 characters) and its rule.
struct DealStaging {
  let deals: [StagedDeal]

  func copy(into connection: borrowing Connection) throws {
    guard !deals.isEmpty else { return }
    try copyDeals(connection)
    try copyDealParts(connection)
    try copyClaims(connection)
  }

  private func copyDeals(_ connection: borrowing Connection) throws {
    let table = StagingTable(
      "deal",
      "claim_set deal_type deal_status nature is_additive amount currency qualifier amount_low amount_high amount_period",
      "amount_usd usd_basis restated stake_percent round duration_months capacity_watt capacity_count rumored_on announced_on",
      "signed_on completed_on terminated_on starts_on ends_on first_told_on independent_sources confidence has_slip pinned")
    try table.copy(into: connection) { rows in
      for staged in deals {
        let deal = staged.deal
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
        rows.text(DealStaging.text(deal.restated))
        rows.decimal(deal.stakePercent)
        rows.text(deal.round?.withoutZeros)
        rows.int32(deal.durationMonths)
        rows.decimal(deal.capacity.first { $0.unit == "watt" }?.value)
        rows.decimal(deal.capacity.first { $0.unit == "count" }?.value)
        for date in [
          deal.rumoredOn, deal.announcedOn, deal.signedOn, deal.completedOn, deal.terminatedOn, deal.startsOn, deal.endsOn,
        ] { rows.text(date?.description) }
        let dates = staged.resolved.claims.compactMap(\.publishedOn).filter { $0.year != nil }
        rows.text(dates.min()?.description)
        rows.int32(deal.independentSources)
        rows.numeric(deal.confidence.numeric)
        rows.bool(deal.conflicts.contains { $0.kind == "slip" })
        rows.text(staged.pinNote?.withoutZeros)
      }
    }
  }

  private func copyDealParts(_ connection: borrowing Connection) throws {
    try StagingTable("deal_party", "claim_set company_id role share is_share_stated").copy(into: connection) { rows in
      for deal in deals.lazy.map(\.deal) {
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
      for deal in deals.lazy.map(\.deal) {
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
      for deal in deals.lazy.map(\.deal) {
        for relation in deal.relations {
          try rows.begin()
          rows.text(deal.key)
          rows.text(relation.kind.rawValue)
          rows.text(relation.other)
        }
      }
    }
    try StagingTable("deal_conflict", "claim_set conflict_index attribute kind detail").copy(into: connection) { rows in
      for deal in deals.lazy.map(\.deal) {
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
      for deal in deals.lazy.map(\.deal) {
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
    let claims = StagingTable(
      "deal_claim",
      "article_id claim_index claim_set deal_type deal_status is_main nature amount currency qualifier amount_low amount_high",
      "amount_period restated stake_percent round duration_months announced_on starts_on ends_on part_of_index attributed_to",
      "is_slip confidence")
    try claims.copy(into: connection) { rows in
      for (deal, told) in allClaims {
        let claim = told.claim
        try rows.begin()
        rows.text(told.reference.article.withoutZeros)
        rows.int32(told.reference.index)
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
        rows.text(DealStaging.text(claim.restated ?? []))
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
      for staged in deals {
        let verdicts = Dictionary(grouping: staged.deal.values, by: \.claim).mapValues { values in
          Dictionary(values.map { ($0.valueIndex, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let isAlone = staged.deal.claims.count == 1
        for told in staged.resolved.claims {
          let resolved = verdicts[told.reference] ?? [:]
          for (place, value) in ProvenValues(told.claim).values.enumerated() {
            try rows.begin()
            rows.text(told.reference.article.withoutZeros)
            rows.int32(told.reference.index)
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
  }

  private var allClaims: some Sequence<(Deal, ToldClaim)> {
    deals.lazy.flatMap { staged in staged.resolved.claims.map { (staged.deal, $0) } }
  }

  private static func text(_ amounts: [Money]) -> String? {
    amounts.isEmpty ? nil : amounts.map { "\($0.value) \($0.currency)" }.joined(separator: "; ")
  }
}
