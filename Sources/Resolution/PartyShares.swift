import Facts

/// Who stands in a deal in which role, and with which share of it.
///
/// Shares of one role sum to exactly 1. Stated shares are kept where they leave room for those not stated, which split the
/// rest evenly; stated shares that cannot be right together (60 % and 70 %) are not used. An even split is cut to 12
/// decimals and the first party in canonical order takes what is left: three investors hold 0.333333333334,
/// 0.333333333333 and 0.333333333333.
struct PartyShares {
  private static let decimals = 12

  struct Member: Hashable {
    let company: String
    let role: Role
  }

  /// - Parameter members: in canonical order, with the percentage that the consensus takes, if any.
  static func shares(_ members: [(member: Member, percent: ExactDecimal?)]) -> [DealParty] {
    var parties: [DealParty] = []
    var byRole: [Role: [(member: Member, percent: ExactDecimal?)]] = [:]
    for entry in members { byRole[entry.member.role, default: []].append(entry) }
    for role in Role.allCases {
      guard let group = byRole[role] else { continue }
      parties.append(contentsOf: split(group))
    }
    return parties
  }

  private static func split(_ group: [(member: Member, percent: ExactDecimal?)]) -> [DealParty] {
    let one = ExactDecimal(1)
    let stated = group.map { $0.percent.map { $0.shifted(by: -2) } }
    let open = stated.count { $0 == nil }
    let sum = stated.compactMap { $0 }.reduce(ExactDecimal.zero) { $0.adding($1) ?? $0 }
    let rest = one.subtracting(sum) ?? .zero
    let fits = open == 0 ? rest.isZero : rest > .zero
    let useStated = open < group.count && fits
    let pool = useStated ? rest : one
    let sharers = useStated ? open : group.count
    let even = evenShare(of: pool, among: sharers)
    let first = pool.subtracting(even.multiplied(by: ExactDecimal(max(0, sharers - 1))) ?? .zero) ?? even
    var tookRest = false
    return zip(group, stated).map { entry, share in
      if useStated, let share {
        return DealParty(company: entry.member.company, role: entry.member.role, share: share, isShareStated: true)
      }
      let own = tookRest ? even : first
      tookRest = true
      return DealParty(company: entry.member.company, role: entry.member.role, share: own, isShareStated: false)
    }
  }

  /// `pool / count` cut to the scale, towards zero.
  private static func evenShare(of pool: ExactDecimal, among count: Int) -> ExactDecimal {
    guard count > 1 else { return pool }
    var scaled = pool.significand
    var power = pool.exponent
    while power > -decimals {
      scaled *= 10
      power -= 1
    }
    return ExactDecimal(significand: scaled / Int128(count), exponent: power)
  }
}
