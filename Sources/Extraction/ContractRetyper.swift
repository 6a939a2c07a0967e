import Facts
import Language
import Quantities

/// Types a deal that was only called 提携 or 契約 by what the sentences around it say is sold.
///
/// `甲社と乙社が380億ドルの提携を結んだ。乙社のGPUサーバーを7年間利用する。` → cloud_compute, if 乙社 sells that.
/// A sum or a term makes a sale likely, so that words of the neighbouring sentences count; without one only the own sentence does.
struct ContractRetyper {
  let typer: DealTyper
  let document: LinkedDocument
  let items: ItemMap

  func retype(_ group: [RawClaim]) -> [RawClaim] {
    guard group.allSatisfy(\.isGeneric) else { return harmonised(group) }
    var parties: [String] = []
    for claim in group {
      for party in claim.parties where !parties.contains(where: { typer.rules.house($0) == typer.rules.house(party.reference.company) }) {
        parties.append(party.reference.company)
      }
    }
    guard parties.count >= 2 else { return group }
    // worked with Acme to launch a robot: no sale, whatever else is named, unless something is paid.
    if group.allSatisfy({ $0.frame.language == .en && $0.frame.type == .partnership && $0.amounts.isEmpty && $0.capacities.isEmpty }) { return group }
    let hasTerms = group.contains { !$0.amounts.isEmpty || !$0.durations.isEmpty || !$0.capacities.isEmpty }
    var sentences = Set(group.map(\.sentence))
    if hasTerms {
      for index in Array(sentences) {
        for neighbour in (index - 1)...(index + 2) where document.sentences.indices.contains(neighbour) && items.item(of: neighbour) == items.item(of: index) {
          sentences.insert(neighbour)
        }
      }
    }
    let text = sentences.sorted().map { plain(document.sentences[$0].span) }.joined(separator: "\n")
    let hasWatts = group.contains { $0.capacities.contains { document.quantities[$0].unit == "watt" } }
    let hasCount = group.contains { $0.capacities.contains { document.quantities[$0].unit == "count" } }
    let verdict = typer.verdict(
      text: text, parties: parties, hasChip: group.contains { !$0.chips.isEmpty }, hasWatts: hasWatts, hasChipCount: hasCount,
      hasTerms: hasTerms, isContract: group.contains { $0.frame.isContract }, isClause: false)
    let sellers = Set(verdict.sellers.map(typer.rules.house))
    guard verdict.type != .partnership, !sellers.isEmpty, verdict.type.roles.count >= 2 else { return group }
    return group.map { claim in
      var typed = claim
      typed.type = verdict.type
      typed.parties = claim.parties.map { ($0.reference, sellers.contains(typer.rules.house($0.reference.company)) ? verdict.type.roles[1] : verdict.type.roles[0], $0.path) }
      return typed
    }
  }

  /// `agreements with USA Today, Avenir and Kolo`: counterparts in one list are dealt with alike, though only one is known to publish.
  func levelled(_ groups: [[RawClaim]]) -> [[RawClaim]] {
    let licences = groups.flatMap { $0 }.filter { $0.type == .license && $0.parties.count == 2 }
    return groups.map { group in
      guard let claim = group.first, group.count == 1, let typed = levelled(claim, by: licences) else { return group }
      return [typed]
    }
  }

  private func levelled(_ claim: RawClaim, by licences: [RawClaim]) -> RawClaim? {
    guard claim.type == .partnership, claim.frame.isContract, claim.parties.count == 2 else { return nil }
    for known in licences where known.sentence == claim.sentence && known.trigger == claim.trigger && known.frame.id == claim.frame.id {
      guard let shared = known.parties.first(where: { claim.companySet.contains($0.reference.company) }), let apart = known.parties.first(where: { $0.role != shared.role }),
        !claim.companySet.contains(apart.reference.company)
      else { continue }
      var typed = claim
      typed.type = known.type
      typed.parties = claim.parties.map { ($0.reference, $0.reference.company == shared.reference.company ? shared.role : apart.role, $0.path) }
      return typed
    }
    return nil
  }

  /// A sentence without the names of companies: 関西電力 is no 電力 that is sold.
  private func plain(_ span: Span) -> String {
    guard document.language == .ja else { return document.text.text(span) }
    var text = ""
    var start = span.start
    for index in document.mentions(in: span) where document.mentions[index].type == .company && document.mentions[index].span.start >= start {
      text += document.text.text(Span(start, document.mentions[index].span.start)) + " "
      start = document.mentions[index].span.end
    }
    return text + document.text.text(Span(start, span.end))
  }

  /// A 提携 that merged with a supply contract takes its type: who is known as the seller sells, the other side buys.
  private func harmonised(_ group: [RawClaim]) -> [RawClaim] {
    guard let type = group.first(where: { !$0.isGeneric })?.type, type.roles.count >= 2 else { return group }
    var roles: [String: Role] = [:]
    for claim in group where claim.type == type {
      for party in claim.parties where roles[typer.rules.house(party.reference.company)] == nil {
        roles[typer.rules.house(party.reference.company)] = party.role
      }
    }
    let taken = Set(roles.values)
    let missing = type.roles.prefix(2).filter { !taken.contains($0) }
    return group.map { claim in
      guard claim.isGeneric, claim.type != type else { return claim }
      var typed = claim
      typed.type = type
      typed.parties = claim.parties.compactMap { party in
        if let role = roles[typer.rules.house(party.reference.company)] { return (party.reference, role, party.path) }
        if type == .jointVenture || type == .infrastructure { return (party.reference, .partner, party.path) }
        return missing.count == 1 ? missing.first.map { (party.reference, $0, party.path) } : nil
      }
      return typed
    }
  }
}
