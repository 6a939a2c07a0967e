internal import Facts

/// The values of a claim, each with its proof: those that the extraction lists, else one for each attribute that the claim
/// states, with the claim's own evidence.
///
/// A claim of 380億ドル between OpenAI and AWS gives `type cloud_compute`, `status signed`, `party customer openai`,
/// `party provider aws`, `amount 38000000000 USD`.
struct ProvenValues {
  let values: [ClaimValue]

  init(_ claim: DealClaim) {
    if let listed = claim.values {
      values = listed
      return
    }
    guard let proof = claim.evidence.first else {
      values = []
      return
    }
    var told: [(DealAttribute, String)] = [(.type, claim.type.rawValue), (.status, claim.status.rawValue)]
    told += claim.parties.map { (.party, "\($0.role.rawValue) \($0.company)") }
    if let amount = claim.amount { told.append((.amount, "\(amount.value) \(amount.currency)")) }
    told += (claim.restated ?? []).map { (.restated, "\($0.value) \($0.currency)") }
    told += (claim.capacity ?? []).map { (.capacity, "\($0.value) \($0.unit)") }
    told += claim.chips.map { (.chip, $0) }
    told += claim.models.map { (.model, $0) }
    told += claim.products.map { (.product, $0) }
    if let stake = claim.stakePercent { told.append((.stakePercent, "\(stake)")) }
    if let round = claim.round { told.append((.round, round)) }
    if let months = claim.durationMonths { told.append((.durationMonths, "\(months)")) }
    if let date = claim.announcedOn { told.append((.announcedOn, "\(date)")) }
    if let date = claim.startsOn { told.append((.startsOn, "\(date)")) }
    if let date = claim.endsOn { told.append((.endsOn, "\(date)")) }
    values = told.map { ClaimValue(attribute: $0.0, value: $0.1, confidence: claim.confidence, evidence: proof) }
  }
}
