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
    /// Who sells; several in `agreements with Acme Power and Bolt Energy`.
    let sellers: [String]

    init(type: DealType, seller: String?) { self.init(type: type, sellers: [seller].compactMap { $0 }) }

    init(type: DealType, sellers: [String]) {
      self.type = type
      self.sellers = sellers
    }
  }

  /// - Parameters:
  ///   - text: the words of the clause, or of the sentences around the claim.
  ///   - hasTerms: a sum, a term or a size is told, which makes a sale likely.
  ///   - isContract: the text calls it 契約, not 提携.
  ///   - isClause: the text is the deal's own clause, not the sentences around it.
  func verdict(text: String, parties: [String], hasChip: Bool, hasWatts: Bool, hasChipCount: Bool, hasTerms: Bool, isContract: Bool = false, isClause: Bool = true) -> Verdict {
    guard parties.count >= 2 else { return Verdict(type: .partnership, seller: nil) }
    func hits(_ name: String) -> Int { rules.words[name].reduce(0) { $0 + (holds(text, $1) ? 1 : 0) } }
    let cloud = parties.filter { sells($0, "cloud") }
    let chips = parties.filter { sells($0, "chip") && !sells($0, "cloud") }
    // The use of texts and pictures is licensed by who publishes them.
    if hits("content_words") > 0, let seller = parties.last(where: { catalog.company($0)?.kind != "ai_lab" && !sells($0, "cloud") && !sells($0, "chip") }) {
      return Verdict(type: .license, seller: seller)
    }
    // 知的財産 is what a licence is about, and what much else is about: of a contract it tells one, of a 提携 not.
    if hits("license_words") > (isContract ? 0 : hits("licensed_things")) {
      let publishers = parties.filter(isPublisher)
      return Verdict(type: .license, seller: publishers.count == 1 ? publishers[0] : parties.first { catalog.company($0)?.kind == "ai_lab" } ?? parties.last)
    }
    // What a ministry buys of an AI laboratory is the use of its models.
    if isContract, parties.count == 2, let lab = parties.first(where: { catalog.company($0)?.kind == "ai_lab" }),
      parties.contains(where: { catalog.company($0)?.kind == "government" })
    { return Verdict(type: .license, seller: lab) }
    let energy = parties.filter { sells($0, "energy") }
    if hits("energy_words") > 0, !energy.isEmpty { return Verdict(type: .energySupply, sellers: energy) }
    // 21-year power supply deal: who sells neither computing nor models sells the power.
    if hits("energy_deal_words") > 0, let seller = parties.last(where: { !sells($0, "cloud") && !sells($0, "chip") && catalog.company($0)?.kind == "other" }) {
      return Verdict(type: .energySupply, seller: seller)
    }
    let hardware = hits("chip_words") + (hasChip ? 1 : 0) + (hasChipCount ? 1 : 0)
    let compute = hits("cloud_words")
    // gigawatts of TPU capacity of a cloud company, whoever makes the chips
    let isCapacity = !cloud.isEmpty && hits("capacity_words") > 0
    if !isCapacity, let seller = chips.first, chips.count == 1, hardware > 0 || hasWatts, hits("supply_words") > 0 || hasChipCount || hasWatts {
      return Verdict(type: .hardwareSupply, seller: seller)
    }
    // 「半導体大手との大型契約」: from who makes nothing else, chips are bought.
    if isContract, compute == 0, text.holds("契約"), parties.count == 2, let seller = chips.first, chips.count == 1, catalog.company(seller)?.kind == "chip", seller != "arm" {
      return Verdict(type: .hardwareSupply, seller: seller)
    }
    if let seller = cloud.last, chips.isEmpty || isCapacity, cloud.count < parties.count || parties.count == 2, isContract || hasTerms || compute > 1 || hits("use_words") > 0,
      compute > 0 || (catalog.company(seller)?.kind == "cloud" && (isContract || hasTerms)) || (hardware > 0 && hits("chip_use_words") > 0)
    {
      return Verdict(type: .cloudCompute, sellers: isCapacity ? cloud.filter { $0 != seller } + [seller] + chips : [seller])
    }
    // 「計算資源の利用契約」 of a laboratory with whoever has computers to spare.
    if isClause, hits("compute_goods") > 0, parties.count == 2, isContract || hits("secure_words") > 0, let buyer = parties.first(where: { catalog.company($0)?.kind == "ai_lab" }) ?? (chips.isEmpty ? parties.first : nil),
      let seller = parties.last(where: { $0 != buyer && !sells($0, "chip") })
    { return Verdict(type: .cloudCompute, seller: seller) }
    // A contract with a publisher is about what it has published.
    if isContract, parties.count > 1, let publisher = parties.first(where: isPublisher), !parties.allSatisfy(isPublisher) {
      return Verdict(type: .license, seller: publisher)
    }
    return Verdict(type: .partnership, seller: nil)
  }

  func isPublisher(_ company: String) -> Bool { catalog.company(company)?.kind == "media" || rules.media.contains(company) }

  /// What is sold where a frame names buyer and seller: by the seller's trade, then by the goods.
  func sale(text: String, seller: String) -> DealType? {
    func hits(_ name: String) -> Bool { rules.words[name].contains { holds(text, $0) } }
    if sells(seller, "energy") || hits("energy_deal_words") { return .energySupply }
    if hits("compute_goods") { return .cloudCompute }
    if hits("rent_words") || (sells(seller, "cloud") && !hits("chip_words")) { return .cloudCompute }
    if hits("chip_words") || sells(seller, "chip") { return .hardwareSupply }
    if hits("cloud_words") || hits("capacity_words") { return .cloudCompute }
    return nil
  }

  /// Latin words must stand alone: IP is not in API.
  private func holds(_ text: String, _ word: String) -> Bool {
    guard word.utf8.first.map({ $0 < 0x80 }) ?? false else { return text.holds(word) }
    let bytes = Array(text.utf8)
    let needle = Array(word.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) }
    var offset = 0
    while offset + needle.count <= bytes.count {
      if bytes[offset..<(offset + needle.count)].elementsEqual(needle), offset == 0 || !isLetter(bytes[offset - 1]),
        offset + needle.count == bytes.count || !isLetter(bytes[offset + needle.count])
      { return true }
      offset += 1
    }
    return false
  }

  /// Whether a company's trade is to sell this: by its kind, or by that of a unit of its house.
  func sells(_ company: String, _ what: String) -> Bool {
    if catalog.sells(company, what) { return true }
    guard let row = catalog.company(company) else { return false }
    return row.kind == what || (what == "chip" && row.kind == "foundry")
  }
}
