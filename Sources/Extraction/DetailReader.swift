import Catalog
import Facts
import Language

/// Adds what the sentences behind a deal say of it: the chips, products and term that a headline leaves out.
///
/// `甲社と乙社が契約を結んだ。乙社の新型サーバーと丙社のGPU「X200」を7年間利用する。` → chip X200, 84 months. Only sentences of the same
/// item that tell of use or supply and no deal of their own: near the claim if they name one party, anywhere if they name both.
struct DetailReader {
  let catalog: Catalog
  let rules: RuleSet
  let document: LinkedDocument
  let items: ItemMap
  /// Sentences behind the claim that may go on about it.
  private static let reach = 4
  private static let farReach = 60

  func detailed(_ groups: [[RawClaim]]) -> [[RawClaim]] {
    var owners: [Int: Int] = [:]
    for (index, group) in groups.enumerated() { for claim in group { owners[claim.sentence] = index } }
    return groups.enumerated().map { index, group in detailed(group, index: index, owners) }
  }

  private func detailed(_ group: [RawClaim], index: Int, _ owners: [Int: Int]) -> [RawClaim] {
    guard var lead = group.first, [.cloudCompute, .hardwareSupply, .infrastructure].contains(lead.type) else { return group }
    let parties = group.reduce(into: Set<String>()) { $0.formUnion($1.companySet) }
    guard parties.count > 1 else { return group }
    let houses = Set(parties.map(rules.house))
    var seen = Set(group.map(\.sentence))
    var changed = false
    for claim in group where claim.sentence + 1 < document.sentences.count {
      for position in (claim.sentence + 1)...min(claim.sentence + Self.farReach, document.sentences.count - 1) {
        guard items.item(of: position) == claim.item else { break }
        if let owner = owners[position], owner != index { continue }
        guard seen.insert(position).inserted else { continue }
        let isNear = position <= claim.sentence + Self.reach
        changed = read(position, houses, named: isNear ? 1 : 2, into: &lead) || changed
      }
    }
    return changed ? [lead] + group.dropFirst() : group
  }

  private func read(_ position: Int, _ houses: Set<String>, named: Int, into claim: inout RawClaim) -> Bool {
    let sentence = document.sentences[position]
    let mentions = document.mentions(in: sentence.span).map { document.mentions[$0] }
    let present = Set(mentions.filter { $0.type == .company }.map { rules.house($0.id) }).intersection(houses)
    guard present.count >= named else { return false }
    let text = document.text.text(sentence.span)
    guard rules.words["detail_words"].contains(where: { text.holds($0) }) else { return false }
    var changed = false
    for mention in mentions {
      switch mention.type {
      case .chip where !claim.chips.contains(where: { $0.id == mention.id }):
        claim.chips.append((mention.id, mention.span))
        changed = true
      case .product where !claim.products.contains(where: { $0.id == mention.id }):
        guard let vendor = mention.maker ?? catalog.vendor(ofProduct: mention.id), sells(vendor, claim) else { continue }
        claim.products.append((mention.id, mention.span))
        changed = true
      default: continue
      }
    }
    if claim.durations.isEmpty {
      for index in document.quantities(in: sentence.span) where document.quantities[index].months != nil {
        claim.durations.append(index)
        changed = true
      }
    }
    return changed
  }

  /// What is used is the seller's product, not the buyer's.
  private func sells(_ vendor: String, _ claim: RawClaim) -> Bool {
    claim.parties.contains { [.provider, .supplier].contains($0.role) && rules.house($0.reference.company) == rules.house(vendor) }
  }
}
