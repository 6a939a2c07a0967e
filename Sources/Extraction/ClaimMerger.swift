import Facts
import Language
import Quantities

/// Unifies the claims of one article that tell the same deal: one type family, parties that do not contradict, one sum.
///
/// A headline, its lead and a later mention become one claim with all their evidence; an investor's own amount in a round,
/// another round letter, another counterparty stay apart.
struct ClaimMerger {
  let document: LinkedDocument
  let rules: RuleSet

  /// A claim is compared with this many groups that share a company with it, the latest: no article tells more deals of one.
  private static let reach = 256

  func merge(_ claims: [RawClaim]) -> [[RawClaim]] {
    var groups: [ClaimGroup] = []
    var groupsOfHouse: [String: [Int]] = [:]
    let whole = claims.filter { !$0.isPartial }
    for claim in whole.filter({ !$0.tellsUse }) + whole.filter(\.tellsUse) + claims.filter(\.isPartial) {
      let own = houses(claim.companySet)
      // 「甲社は乙社と提携した。甲社は乙社のモデルを使う」: the use is what was agreed.
      if claim.tellsUse, own.count > 1, own.contains(where: { (groupsOfHouse[$0] ?? []).contains { isTold(claim, own, groups[$0]) } }) { continue }
      // 「50億円を調達。甲社が参画」 joins the round, no alliance.
      if claim.frame.needs.contains(.joins), claim.type == .partnership,
        groups.contains(where: { $0.type == .equityInvestment && $0.members.contains { $0.item == claim.item && abs($0.sentence - claim.sentence) <= 2 } })
      { continue }
      var candidates: Set<Int> = []
      for house in own { candidates.formUnion((groupsOfHouse[house] ?? []).suffix(Self.reach)) }
      var best: (group: Int, score: Int)?
      for index in candidates.sorted() {
        guard let score = affinity(claim, own, groups[index]) else { continue }
        if best == nil || score > (best?.score ?? 0) { best = (index, score) }
      }
      let target: Int
      if let best {
        target = best.group
      } else if claim.isPartial {
        continue
      } else {
        target = groups.count
        groups.append(ClaimGroup())
      }
      for house in own where !groups[target].houses.contains(house) { groupsOfHouse[house, default: []].append(target) }
      groups[target].add(claim, houses: rules.house, sums: sums(claim))
    }
    return groups.map(\.members)
  }

  /// Whether a deal of the same two is told near by, of which the use is a part.
  private func isTold(_ use: RawClaim, _ own: Set<String>, _ group: ClaimGroup) -> Bool {
    guard let type = group.type, type != use.type, own.isSubset(of: group.houses), group.items.contains(use.item) else { return false }
    return use.frame.needs.contains(.standing) || group.members.contains { $0.item == use.item && abs($0.sentence - use.sentence) <= 2 }
  }

  /// 「乙社や丙社らと提携」 read as two, and then one alliance of all: the pairs belong to it.
  func absorb(_ groups: [[RawClaim]]) -> [[RawClaim]] {
    var groups = groups.filter { !isFulfilment($0, groups) }
    for index in groups.indices.reversed() {
      let parties = companies(groups[index])
      guard typeOf(groups[index]) == .partnership else { continue }
      let sentences = Set(groups[index].map(\.sentence))
      if let host = groups.indices.first(where: { other in
        other != index && typeOf(groups[other]) == .partnership && companies(groups[other]).count > 2
          && parties.isStrictSubset(of: companies(groups[other]))
          && sentences.allSatisfy { mine in groups[other].contains { abs($0.sentence - mine) <= 2 } }
      }) {
        groups[host] += groups[index]
        groups.remove(at: index)
      }
    }
    return groups
  }

  /// 「乙社は専用のクラスターを構築し」 of a contract for computing that 乙社 has won: how it is met, no site of its own.
  private func isFulfilment(_ group: [RawClaim], _ groups: [[RawClaim]]) -> Bool {
    let builders = companies(group)
    guard typeOf(group) == .infrastructure, builders.count == 1, group.allSatisfy({ $0.amounts.isEmpty && $0.capacities.isEmpty && $0.chips.isEmpty && !$0.isHeadline }) else { return false }
    let items = Set(group.map(\.item))
    return groups.contains { other in
      typeOf(other) == .cloudCompute && other.contains { items.contains($0.item) && $0.isConcluded && !houses(Set($0.companies(in: .provider))).isDisjoint(with: builders) }
    }
  }

  private func companies(_ group: [RawClaim]) -> Set<String> {
    houses(group.reduce(into: Set<String>()) { $0.formUnion($1.companySet) })
  }

  /// AWS and Amazon are one counterparty within an article.
  private func houses(_ companies: Set<String>) -> Set<String> { Set(companies.map(rules.house)) }

  /// How surely a claim tells the deal of a group; `nil` where something contradicts.
  private func affinity(_ claim: RawClaim, _ own: Set<String>, _ group: ClaimGroup) -> Int? {
    guard let type = group.type else { return nil }
    let sameItem = group.items.contains(claim.item)
    if claim.isPartial, !sameItem { return nil }
    if claim.isPart != group.isPart { return nil }
    if claim.frame.needs.contains(.joins), !group.members.contains(where: { $0.item == claim.item && abs($0.sentence - claim.sentence) <= 2 }) { return nil }
    let shared = group.houses.intersection(own)
    guard !shared.isEmpty else { return nil }
    let nested = own.isSubset(of: group.houses) || group.houses.isSubset(of: own)
    if let score = joins(claim, group, shared) { return score }
    // Acme, backed by Bolt, raised $3bn: who stands behind it did not pay this round, unless the round says so.
    if type == .equityInvestment, claim.type == type, claim.isStanding != group.isStanding, (group.housesByRole[.investor] ?? []).isDisjoint(with: houses(Set(claim.companies(in: .investor)))) { return nil }
    // A round of last year and the one that is being talked of are two.
    if type == .equityInvestment, claim.type == type, (claim.round == nil) != (group.round == nil), claim.isConcluded != group.isConcluded, claim.frame.language == .en { return nil }
    guard type == claim.type || (compatible(type, claim.type) && nested && sameItem && (shared.count >= 2 || claim.isPartial)) else { return nil }
    if (claim.reading.status == .terminated) != group.hasTerminated, !nested { return nil }
    for role in type.roles where claim.type == type && isDistinguishing(role) {
      let mine = houses(Set(claim.companies(in: role)))
      if let theirs = group.housesByRole[role], !mine.isEmpty, mine.isDisjoint(with: theirs) { return nil }
    }
    // 「提携した。丙社も加わる」: the alliance grows.
    let grows = claim.frame.needs.contains(.joins) && type == .partnership && claim.type == .partnership
    if !nested, !grows, type != .equityInvestment || !sameItem { return nil }
    // Acme invested $8bn in Bolt; Core holds 14% of it: two investors, no round.
    if !nested, type == .equityInvestment, (claim.stake == nil) != !group.hasStake, let investors = group.housesByRole[.investor], investors.isDisjoint(with: houses(Set(claim.companies(in: .investor)))) { return nil }
    if [.partnership, .jointVenture].contains(type), shared.count < 2, !(sameItem && (nested || grows)) { return nil }
    if contradict(sums(claim), group.sums) { return nil }
    if let mine = claim.round?.name, let theirs = group.round, mine != theirs { return nil }
    return shared.count * 4 + (type == claim.type ? 3 : 0) + (sameItem ? 2 : 0)
  }

  private func typeOf(_ group: [RawClaim]) -> DealType? {
    (group.first { !$0.isGeneric } ?? group.first)?.type
  }

  /// A bare 提携 or 契約 in the same breath as a cloud or supply contract is that contract.
  private func compatible(_ left: DealType, _ right: DealType) -> Bool {
    let generic: Set<DealType> = [.partnership]
    let specific: Set<DealType> = [.cloudCompute, .hardwareSupply, .energySupply, .license, .jointVenture, .infrastructure]
    return (generic.contains(left) && specific.contains(right)) || (generic.contains(right) && specific.contains(left))
  }

  /// A different company in this role is a different deal.
  private func isDistinguishing(_ role: Role) -> Bool {
    switch role {
    case .provider, .supplier, .customer, .licensee, .licensor, .investee, .target, .borrower, .issuer, .venture, .builder: true
    case .investor, .acquirer, .seller, .partner, .financier, .lender: false
    }
  }

  /// 「データセンターを建設する。乙社と協業する」, 「乙社と共同で新会社を設立する」: the cooperation is how it is done.
  private func joins(_ claim: RawClaim, _ group: ClaimGroup, _ shared: Set<String>) -> Int? {
    guard let type = group.type else { return nil }
    if type == .partnership, group.isGeneric, [.infrastructure, .jointVenture].contains(claim.type) {
      // The cooperation was told first: 「乙社と共同で…新会社を設立する」.
      let doers = houses(Set(claim.companies(in: .builder) + claim.companies(in: .partner)))
      guard !shared.isDisjoint(with: doers), group.members.contains(where: { $0.item == claim.item && $0.sentence == claim.sentence }) else { return nil }
      return 6
    }
    guard claim.type == .partnership, [.infrastructure, .jointVenture].contains(type) else { return nil }
    let doers = (group.housesByRole[.builder] ?? []).union(group.housesByRole[.partner] ?? [])
    guard !shared.isDisjoint(with: doers) else { return nil }
    let reach = type == .infrastructure ? 1 : 0
    guard group.members.contains(where: { $0.item == claim.item && abs($0.sentence - claim.sentence) <= reach }) else { return nil }
    return 6
  }

  /// Sums in one currency, none of which agree.
  private func contradict(_ mine: [ClaimGroup.Sum], _ theirs: [ClaimGroup.Sum]) -> Bool {
    var sharesCurrency = false
    for one in mine {
      for other in theirs where one.currency == other.currency {
        if close(one.value, other.value) { return false }
        sharesCurrency = true
      }
    }
    return sharesCurrency
  }

  private func sums(_ claim: RawClaim) -> [ClaimGroup.Sum] {
    (claim.amounts.map(\.quantity) + claim.restated).compactMap { index in
      let quantity = document.quantities[index]
      guard let value = quantity.value, let currency = quantity.unit else { return nil }
      return ClaimGroup.Sum(value: value, currency: currency)
    }
  }

  private func close(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    let (a, b) = (left.approximate, right.approximate)
    return abs(a - b) <= 0.05 * max(abs(a), abs(b))
  }
}

/// The claims of one deal so far, with what a further claim is compared with.
private struct ClaimGroup {
  struct Sum: Hashable {
    let value: ExactDecimal
    let currency: String
  }

  private(set) var members: [RawClaim] = []
  /// That of the first claim that is more than 提携 or 契約.
  private(set) var type: DealType?
  private(set) var isGeneric = true
  private(set) var houses: Set<String> = []
  private(set) var housesByRole: [Role: Set<String>] = [:]
  private(set) var items: Set<Int> = []
  private(set) var sums: [Sum] = []
  private(set) var hasTerminated = false
  private(set) var hasStake = false
  private(set) var round: String?
  private(set) var isPart = false
  /// The first member tells what is done, not what is planned or talked of.
  private(set) var isConcluded = true
  /// Every member only says who stands behind whom.
  private(set) var isStanding = false

  mutating func add(_ claim: RawClaim, houses house: (String) -> String, sums told: [Sum]) {
    if members.isEmpty { isConcluded = claim.isConcluded }
    isStanding = claim.isStanding && (isStanding || members.isEmpty)
    members.append(claim)
    isPart = claim.isPart
    if type == nil || (isGeneric && !claim.isGeneric) {
      type = claim.type
      isGeneric = claim.isGeneric
    }
    for party in claim.parties {
      houses.insert(house(party.reference.company))
      housesByRole[party.role, default: []].insert(house(party.reference.company))
    }
    items.insert(claim.item)
    for sum in told where !sums.contains(sum) { sums.append(sum) }
    if claim.reading.status == .terminated { hasTerminated = true }
    if claim.stake != nil { hasStake = true }
    if round == nil { round = claim.round?.name }
  }
}
