import Facts

/// Does the arithmetic between a deal's figures come out? Each disagreement is a conflict that names the articles.
///
/// - a yearly rate × years against the total: `30 billion a year`, `5 years`, `300 billion in all` → 150 is not 300;
/// - stake × valuation against the price: `27 %`, `500 billion`, `135 billion` comes out;
/// - the parts of a round against the whole.
/// Restatements against exchange rates are judged with the amount (`AmountRule`).
struct Referee {
  /// How far two figures may be apart: sums are rounded when told.
  private static let tolerance = 1.15

  func conflicts(_ tellings: [Telling]) -> [DealConflict] {
    // One row a disagreement, however many pairs of articles have it.
    var rows: [String: DealConflict] = [:]
    for conflict in rateAgainstTotal(tellings) + stakeAgainstPrice(tellings) {
      let known = rows[conflict.detail]?.claims ?? []
      rows[conflict.detail] = DealConflict(
        attribute: conflict.attribute, kind: conflict.kind, detail: conflict.detail,
        claims: Set(known + conflict.claims).sorted())
    }
    return rows.keys.sorted().compactMap { rows[$0] }
  }

  /// The parts of a whole may not exceed it.
  func conflict(whole: Deal, parts: [Deal]) -> DealConflict? {
    guard let total = whole.amount, total.qualifier != .atLeast else { return nil }
    let sums = parts.compactMap(\.amount).filter { $0.currency == total.currency && $0.period == nil }
    let sum = sums.reduce(ExactDecimal.zero) { $0.adding($1.value) ?? $0 }
    guard sums.count == parts.count, sum.approximate > total.value.approximate * 1.02 else { return nil }
    return DealConflict(
      attribute: .amount, kind: "arithmetic", detail: "parts of \(sum) \(total.currency) in a whole of \(total.canonicalText)",
      claims: (whole.claims + parts.flatMap(\.claims)).sorted())
  }

  private func rateAgainstTotal(_ tellings: [Telling]) -> [DealConflict] {
    let months = tellings.compactMap(\.claim.durationMonths)
    guard let duration = months.first, months.allSatisfy({ $0 == duration }) else { return [] }
    var conflicts: [DealConflict] = []
    let totals = tellings.filter { $0.claim.amount?.period == nil && $0.claim.amount?.qualifier == .exact }
    for rate in tellings {
      guard let yearly = rate.claim.amount, yearly.period == "year", yearly.qualifier != .upTo else { continue }
      for total in totals {
        guard let sum = total.claim.amount, sum.currency == yearly.currency else { continue }
        let product = yearly.value.approximate * Double(duration) / 12
        guard Referee.differ(product, sum.value.approximate) else { continue }
        conflicts.append(
          DealConflict(
            attribute: .amount, kind: "arithmetic",
            detail: "\(yearly.canonicalText) over \(duration) months against \(sum.canonicalText)",
            claims: [rate.reference, total.reference].sorted()))
      }
    }
    return conflicts
  }

  private func stakeAgainstPrice(_ tellings: [Telling]) -> [DealConflict] {
    var conflicts: [DealConflict] = []
    for telling in tellings {
      guard let stake = telling.claim.stakePercent, let price = telling.claim.amount, price.period == nil,
        telling.claim.bought != nil
      else { continue }
      let told = telling.valuations.filter { $0.currency == price.currency }
      if told.isEmpty { continue }
      let comesOut = told.contains {
        !Referee.differ($0.value.approximate * stake.approximate / 100, price.value.approximate)
      }
      guard !comesOut, let valuation = told.first else { continue }
      conflicts.append(
        DealConflict(
          attribute: .stakePercent, kind: "arithmetic",
          detail: "\(stake) % of \(valuation.canonicalText) against \(price.canonicalText)", claims: [telling.reference]))
    }
    return conflicts
  }

  private static func differ(_ left: Double, _ right: Double) -> Bool {
    guard left > 0, right > 0 else { return false }
    return max(left, right) / min(left, right) > tolerance
  }
}
