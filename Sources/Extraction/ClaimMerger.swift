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

  func merge(_ claims: [RawClaim]) -> [[RawClaim]] {
    var groups: [[RawClaim]] = []
    for claim in claims.filter({ !$0.isPartial }) + claims.filter(\.isPartial) {
      var best: (group: Int, score: Int)?
      for (index, group) in groups.enumerated() {
        guard let score = affinity(claim, group) else { continue }
        if best == nil || score > (best?.score ?? 0) { best = (index, score) }
      }
      if let best { groups[best.group].append(claim) } else if !claim.isPartial { groups.append([claim]) }
    }
    return groups
  }

  /// 「乙社や丙社らと提携」 read as two, and then one alliance of all: the pairs belong to it.
  func absorb(_ groups: [[RawClaim]]) -> [[RawClaim]] {
    var groups = groups
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

  private func companies(_ group: [RawClaim]) -> Set<String> {
    houses(group.reduce(into: Set<String>()) { $0.formUnion($1.companySet) })
  }

  /// AWS and Amazon are one counterparty within an article.
  private func houses(_ companies: Set<String>) -> Set<String> { Set(companies.map(rules.house)) }

  /// How surely a claim tells the deal of a group; `nil` where something contradicts.
  private func affinity(_ claim: RawClaim, _ group: [RawClaim]) -> Int? {
    guard let type = typeOf(group) else { return nil }
    let sameItem = group.contains { $0.item == claim.item }
    if claim.isPartial, !sameItem { return nil }
    let parties = companies(group)
    let own = houses(claim.companySet)
    let shared = parties.intersection(own)
    guard !shared.isEmpty else { return nil }
    let nested = own.isSubset(of: parties) || parties.isSubset(of: own)
    guard type == claim.type || (compatible(type, claim.type) && nested && sameItem && (shared.count >= 2 || claim.isPartial)) else { return nil }
    if isNegative(claim) != group.contains(where: isNegative), !nested { return nil }
    for role in type.roles where claim.type == type && isDistinguishing(role) {
      let mine = houses(Set(claim.companies(in: role)))
      let theirs = houses(group.reduce(into: Set<String>()) { $0.formUnion($1.companies(in: role)) })
      if !mine.isEmpty, !theirs.isEmpty, mine.isDisjoint(with: theirs) { return nil }
    }
    if !nested, type != .equityInvestment || !sameItem { return nil }
    if [.partnership, .jointVenture].contains(type), shared.count < 2, !(sameItem && nested) { return nil }
    if amountsContradict(claim, group) { return nil }
    if let mine = claim.round?.name, let theirs = group.compactMap({ $0.round?.name }).first, mine != theirs { return nil }
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

  private func isNegative(_ claim: RawClaim) -> Bool { claim.reading.status == .terminated }

  private func amountsContradict(_ claim: RawClaim, _ group: [RawClaim]) -> Bool {
    let mine = sums(claim)
    let theirs = group.flatMap(sums)
    guard !mine.isEmpty, !theirs.isEmpty else { return false }
    for (value, currency) in mine {
      for (other, otherCurrency) in theirs {
        if currency != otherCurrency { continue }
        if close(value, other) { return false }
      }
    }
    return mine.contains { one in theirs.contains { $0.currency == one.currency } }
  }

  private func sums(_ claim: RawClaim) -> [(value: ExactDecimal, currency: String)] {
    (claim.amounts.map(\.quantity) + claim.restated).compactMap { index in
      let quantity = document.quantities[index]
      guard let value = quantity.value, let currency = quantity.unit else { return nil }
      return (value, currency)
    }
  }

  private func close(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    let (a, b) = (left.approximate, right.approximate)
    return abs(a - b) <= 0.05 * max(abs(a), abs(b))
  }
}
