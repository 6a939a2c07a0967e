import Catalog
import Facts
import Language

/// What a contract is about, and who sells: the type that its words and its parties' trades agree on.
///
/// 契約 between an AI laboratory and a cloud company with `計算` in the clause is cloud_compute, the cloud company the provider;
/// between anybody and a chip maker with `GPU` it is hardware_supply.
struct DealTyper {
  let catalog: Catalog
  let rules: RuleSet

  struct Verdict {
    let type: DealType
    let seller: String?
  }

  /// - Parameter text: the words of the clause and of the names in it.
  func verdict(words: Set<String>, parties: [String], hasChip: Bool, hasWatts: Bool, hasChipCount: Bool) -> Verdict {
    let cloud = parties.filter { sells($0, "cloud") }
    let chips = parties.filter { sells($0, "chip") }
    let energy = parties.filter { sells($0, "energy") }
    func hits(_ name: String) -> Int { words.intersection(rules.words[name]).count }

    if hits("license_words") > 0, parties.count >= 2 {
      return Verdict(type: .license, seller: parties.first { catalog.company($0)?.kind == "ai_lab" })
    }
    if hits("energy_words") > 0, let seller = energy.first, parties.count >= 2 { return Verdict(type: .energySupply, seller: seller) }
    let hardware = hits("chip_words") + (hasChip ? 1 : 0) + (hasChipCount ? 1 : 0)
    let compute = hits("cloud_words")
    if compute > 0, compute >= hardware || chips.isEmpty, cloud.count == 1, parties.count >= 2 { return Verdict(type: .cloudCompute, seller: cloud[0]) }
    if compute > 0, cloud.count >= 2, let seller = cloud.last { return Verdict(type: .cloudCompute, seller: seller) }
    if hardware > 0 || hasWatts, chips.count == 1, parties.count >= 2, hits("supply_words") > 0 || hasChipCount || hasWatts {
      return Verdict(type: .hardwareSupply, seller: chips[0])
    }
    return Verdict(type: .partnership, seller: nil)
  }

  /// Whether a company's trade is to sell this: by its kind, or by that of a unit of its house.
  func sells(_ company: String, _ what: String) -> Bool {
    if rules.words["seller_" + what].contains(company) { return true }
    guard let row = catalog.company(company) else { return false }
    return row.kind == what || (what == "chip" && row.kind == "foundry")
  }
}
