import Facts

/// What the press had told of a deal up to each day: every change of its consensus, in the order of publication.
///
/// `2025-06-10 status: rumored` · `2025-07-02 amount: 40000000000 USD` · `2025-07-02 status: rumored → announced`.
/// The claims are replayed a day of publication at a time; undated articles come last.
struct DealHistory {
  /// - Parameters:
  ///   - consensus: without any voice yet.
  ///   - final: the deal of all tellings, so that one told on one day needs no second consensus.
  func changes(_ tellings: [Telling], from consensus: Consensus, final: Deal) -> [DealChange] {
    let ordered = tellings.sorted {
      ($0.publishedOn?.dayNumber ?? Int.max, $0.reference) < ($1.publishedOn?.dayNumber ?? Int.max, $1.reference)
    }
    var consensus = consensus
    var changes: [DealChange] = []
    var known: [DealAttribute: String] = [:]
    var last: Deal?
    var end = 0
    while end < ordered.count {
      let start = end
      let day = ordered[start].publishedOn?.dayNumber
      while end < ordered.count, ordered[end].publishedOn?.dayNumber == day { end += 1 }
      let isLast = end == ordered.count
      if !isLast {
        for telling in ordered[start..<end] { consensus.add(telling) }
      }
      let now = isLast ? final : consensus.values()
      if let last, DealHistory.isUnchanged(now, last) { continue }
      last = now
      for (attribute, value) in DealHistory.values(of: now) where known[attribute] != value {
        let bringer = ordered[start..<end].first { DealHistory.tells($0.claim, attribute, value) } ?? ordered[start]
        changes.append(
          DealChange(on: bringer.publishedOn, attribute: attribute, old: known[attribute], new: value, claim: bringer.reference))
        known[attribute] = value
      }
    }
    return changes
  }

  /// Whether nothing that history follows differs: on most days.
  private static func isUnchanged(_ one: Deal, _ other: Deal) -> Bool {
    one.type == other.type && one.status == other.status && one.amount == other.amount && one.durationMonths == other.durationMonths
      && one.stakePercent == other.stakePercent && one.round == other.round && one.announcedOn == other.announcedOn
      && one.startsOn == other.startsOn && one.endsOn == other.endsOn && one.parties == other.parties && one.capacity == other.capacity
  }

  /// The attributes that history follows, in canonical text and order.
  static func values(of deal: Deal) -> [(DealAttribute, String)] {
    var values: [(DealAttribute, String)] = [(.type, deal.type.rawValue), (.status, deal.status.rawValue)]
    values.append((.party, deal.parties.map { "\($0.role.rawValue) \($0.company)" }.joined(separator: ", ")))
    if let amount = deal.amount { values.append((.amount, amount.canonicalText)) }
    if !deal.capacity.isEmpty { values.append((.capacity, deal.capacity.map { "\($0.value) \($0.unit)" }.joined(separator: ", "))) }
    if let months = deal.durationMonths { values.append((.durationMonths, "\(months)")) }
    if let stake = deal.stakePercent { values.append((.stakePercent, "\(stake)")) }
    if let round = deal.round { values.append((.round, round)) }
    if let date = deal.announcedOn { values.append((.announcedOn, "\(date)")) }
    if let date = deal.startsOn { values.append((.startsOn, "\(date)")) }
    if let date = deal.endsOn { values.append((.endsOn, "\(date)")) }
    return values
  }

  private static func tells(_ claim: DealClaim, _ attribute: DealAttribute, _ value: String) -> Bool {
    switch attribute {
    case .type: claim.type.rawValue == value
    case .status: claim.status.rawValue == value
    case .amount: claim.amount?.canonicalText == value
    case .durationMonths: claim.durationMonths.map { "\($0)" } == value
    case .stakePercent: claim.stakePercent.map { "\($0)" } == value
    case .round: claim.round == value
    case .announcedOn: claim.announcedOn.map { "\($0)" } == value
    case .startsOn: claim.startsOn.map { "\($0)" } == value
    case .endsOn: claim.endsOn.map { "\($0)" } == value
    case .capacity: claim.capacity?.isEmpty == false
    case .party, .restated, .chip, .model, .product, .attribution, .nature: false
    }
  }
}

extension Money {
  /// `38000000000 USD`, with the qualifier before and the period behind where there are any.
  var canonicalText: String {
    (qualifier == .exact ? "" : qualifier.rawValue + " ") + "\(value) \(currency)" + (period.map { " a \($0)" } ?? "")
  }
}
