import Facts

/// Who takes part in a deal: every party that some claim names, each once, in the roles of the deal's type.
///
/// `amazon` in one article and `aws` in another are one party, told under the more exact name where sources are even. A claim
/// of a kindred type lends its parties where their role has a counterpart (a `partner` of a `cloud_compute` deal has none
/// and only counts where nothing better is known).
struct PartyRule {
  private let tree: CompanyTree
  private let type: DealType

  init(tree: CompanyTree, type: DealType) {
    self.tree = tree
    self.type = type
  }

  struct Outcome {
    var parties: [DealParty] = []
    /// `role company` as claims write it → why the consensus has no such party.
    var left: [String: String] = [:]
    var conflicts: [DealConflict] = []
  }

  private struct Seat: Hashable {
    let house: String
    let role: Role
  }

  fileprivate struct Backing {
    var names: [String: Set<Int>] = [:]
    var sources: Set<Int> = []
    var percents: [ExactDecimal] = []
    var claims: [ClaimReference] = []
  }

  func outcome(_ tellings: [Telling]) -> Outcome {
    var outcome = Outcome()
    var seats: [Seat: Backing] = [:]
    for telling in tellings {
      let isInternal = Set(telling.claim.parties.map { tree.house(of: EntityName.comparable($0.company)) }).count == 1
      for party in telling.claim.parties {
        guard type.roles.contains(party.role) else { continue }
        let name = EntityName.comparable(party.company)
        let seat = Seat(house: isInternal ? name : tree.house(of: name), role: party.role)
        seats[seat, default: Backing()].add(party, telling)
      }
    }
    let seated = Set(seats.keys.map(\.house))
    for telling in tellings {
      for party in telling.claim.parties where !type.roles.contains(party.role) {
        let house = tree.house(of: EntityName.comparable(party.company))
        guard !seated.contains(house), let role = counterpart(of: party.role) else {
          outcome.left["\(party.role.rawValue) \(party.company)"] = "role of another type"
          continue
        }
        seats[Seat(house: house, role: role), default: Backing()].add(party, telling)
      }
    }
    dropOutnumbered(&seats, tellings, &outcome)
    let members = seats.map { seat, backing in
      (member: PartyShares.Member(company: name(of: backing, house: seat.house), role: seat.role),
        percent: backing.percents.sorted().last)
    }
    outcome.parties = PartyShares.shares(
      members.sorted { ($0.member.role.rawValue, $0.member.company) < ($1.member.role.rawValue, $1.member.company) })
    return outcome
  }

  /// Where one company can stand in a role, a house that at most a third as many sources name gives way.
  private func dropOutnumbered(_ seats: inout [Seat: Backing], _ tellings: [Telling], _ outcome: inout Outcome) {
    for role in type.roles {
      guard let side = Side(role), !side.isPlural else { continue }
      let rivals = seats.filter { $0.key.role == role }
      guard rivals.count > 1, let most = rivals.values.map(\.sources.count).max() else { continue }
      for (seat, backing) in rivals.sorted(by: { $0.key.house < $1.key.house }) where backing.sources.count * 3 <= most {
        seats[seat] = nil
        for name in backing.names.keys.sorted() { outcome.left["\(role.rawValue) \(name)"] = "fewer sources" }
        outcome.conflicts.append(
          DealConflict(
            attribute: .party, kind: "values", detail: "\(role.rawValue) \(seat.house)", claims: backing.claims.sorted()))
      }
    }
  }

  /// The name most sources use, else the one furthest from the top of the house, else the first in order.
  private func name(of backing: Backing, house: String) -> String {
    let ranked = backing.names.sorted { left, right in
      let here = (left.value.count, left.key == house ? 0 : 1)
      let there = (right.value.count, right.key == house ? 0 : 1)
      return here != there ? here > there : left.key < right.key
    }
    return ranked.first?.key ?? house
  }

  private func counterpart(of role: Role) -> Role? {
    let wanted: [Role]
    switch role {
    case .customer, .licensee: wanted = [.customer, .licensee]
    case .provider, .supplier, .licensor: wanted = [.provider, .supplier, .licensor, .builder]
    case .investor, .acquirer, .lender, .financier: wanted = [.investor, .acquirer, .lender, .financier]
    case .investee, .target, .borrower, .issuer: wanted = [.investee, .target, .borrower, .issuer]
    case .builder: wanted = [.provider, .supplier, .builder]
    case .partner, .venture, .seller: wanted = []
    }
    return wanted.first(where: type.roles.contains) ?? (type.roles.contains(.partner) ? .partner : nil)
  }
}

extension PartyRule.Backing {
  fileprivate mutating func add(_ party: Party, _ telling: Telling) {
    names[party.company, default: []].insert(telling.source)
    sources.insert(telling.source)
    if let percent = party.sharePercent { percents.append(percent) }
    claims.append(telling.reference)
  }
}
