import Facts

/// Who takes part in a deal: every party that some claim names, each once, in the roles of the deal's type.
///
/// `amazon` in one article and `aws` in another are one party, told under the more exact name where sources are even. A claim
/// of a kindred type lends its parties where their role has a counterpart (a `partner` of a `cloud_compute` deal has none
/// and only counts where nothing better is known).
struct PartyRule {
  struct Outcome {
    var parties: [DealParty] = []
    /// `role company` as claims write it → why the consensus has no such party.
    var left: [String: String] = [:]
    var conflicts: [DealConflict] = []
  }

  /// A party as told.
  private struct Seat: Hashable {
    let company: String
    let house: String
    let role: Role
  }

  private struct Backing {
    var sources = SourceSet()
    var percents: Set<ExactDecimal> = []
    var tellings: [Int] = []
  }

  /// All names of one house in one role.
  private struct Place {
    let house: String
    let role: Role
    var names: [String: Int] = [:]
    var sources = SourceSet()
    var percents: Set<ExactDecimal> = []
    var tellings: [Int] = []

    mutating func take(_ seat: Seat, _ backing: Backing) {
      names[seat.company, default: 0] += backing.sources.count
      sources.formUnion(backing.sources)
      percents.formUnion(backing.percents)
      tellings.append(contentsOf: backing.tellings)
    }

    /// The name most sources use, else the one below the top of the house, else the first in order.
    var name: String {
      let ranked = names.sorted { left, right in
        let here = (left.value, left.key == house ? 0 : 1)
        let there = (right.value, right.key == house ? 0 : 1)
        return here != there ? here > there : left.key < right.key
      }
      return ranked.first?.key ?? house
    }
  }

  private var seats: [Seat: Backing] = [:]
  /// Rises with everything that can change the parties: a new one, or another voice where names or houses compete.
  private(set) var version = 0
  private var isContested = false

  mutating func add(_ telling: Telling, at place: Int, tree: CompanyTree) {
    let houses = telling.claim.parties.map { tree.house(of: EntityName.comparable($0.company)) }
    let isInternal = houses.allSatisfy { $0 == houses.first } && houses.count > 1
    for (party, house) in zip(telling.claim.parties, houses) {
      let seat = Seat(
        company: party.company, house: isInternal ? EntityName.comparable(party.company) : house, role: party.role)
      if seats[seat] == nil {
        version += 1
        isContested = isContested || seats.keys.contains { $0.role == seat.role || $0.house == seat.house }
      }
      seats[seat, default: Backing()].sources.insert(telling.source)
      seats[seat]?.tellings.append(place)
      if let percent = party.sharePercent {
        seats[seat]?.percents.insert(percent)
        version += 1
      }
    }
    if isContested { version += 1 }
  }

  func outcome(type: DealType, _ tellings: [Telling]) -> Outcome {
    var outcome = Outcome()
    var places: [Place] = []
    func place(_ house: String, _ role: Role) -> Int {
      if let known = places.firstIndex(where: { $0.house == house && $0.role == role }) { return known }
      places.append(Place(house: house, role: role))
      return places.count - 1
    }
    let told = seats.sorted { ($0.key.house, $0.key.company, $0.key.role.rawValue) < ($1.key.house, $1.key.company, $1.key.role.rawValue) }
    for (seat, backing) in told where type.roles.contains(seat.role) { places[place(seat.house, seat.role)].take(seat, backing) }
    let seated = Set(places.map(\.house))
    for (seat, backing) in told where !type.roles.contains(seat.role) {
      if !seated.contains(seat.house), let role = PartyRule.counterpart(of: seat.role, in: type) {
        places[place(seat.house, role)].take(seat, backing)
      } else {
        outcome.left["\(seat.role.rawValue) \(seat.company)"] = "role of another type"
      }
    }
    for lost in outnumbered(places, type) {
      for name in lost.names.keys { outcome.left["\(lost.role.rawValue) \(name)"] = "fewer sources" }
      outcome.conflicts.append(
        DealConflict(
          attribute: .party, kind: "values", detail: "\(lost.role.rawValue) \(lost.house)",
          claims: Set(lost.tellings).map { tellings[$0].reference }.sorted()))
      places.removeAll { $0.house == lost.house && $0.role == lost.role }
    }
    let members = places.map { (member: PartyShares.Member(company: $0.name, role: $0.role), percent: $0.percents.max()) }
    outcome.parties = PartyShares.shares(
      members.sorted { ($0.member.role.rawValue, $0.member.company) < ($1.member.role.rawValue, $1.member.company) })
    return outcome
  }

  /// Where one company can stand in a role, a house that at most a third as many sources name gives way.
  private func outnumbered(_ places: [Place], _ type: DealType) -> [Place] {
    type.roles.flatMap { role -> [Place] in
      guard let side = Side(role), !side.isPlural else { return [] }
      let rivals = places.filter { $0.role == role }
      let most = rivals.map(\.sources.count).max() ?? 0
      return rivals.count > 1 ? rivals.filter { $0.sources.count * 3 <= most } : []
    }
  }

  private static func counterpart(of role: Role, in type: DealType) -> Role? {
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
