import Facts
import Foundation
import Language
import Quantities

/// Writes a group of claims on one deal as the article's `DealClaim`, each attribute with its own proof.
struct ClaimWriter {
  let document: LinkedDocument
  let rules: RuleSet
  /// For each quantity those that restate it.
  private let restatements: [Int: [Int]]
  /// Restated sums by currency and size, so that 「5兆円」 of a headline is known for one.
  private let restatedSizes: Set<String>

  init(document: LinkedDocument, rules: RuleSet) {
    self.document = document
    self.rules = rules
    var restatements: [Int: [Int]] = [:]
    var sizes: Set<String> = []
    for (position, quantity) in document.quantities.enumerated() {
      guard let original = quantity.restates else { continue }
      restatements[original, default: []].append(position)
      for step in [-1, 0, 1] { if let size = Self.size(quantity, step) { sizes.insert(size) } }
    }
    self.restatements = restatements
    self.restatedSizes = sizes
  }

  /// Currency and order of size in steps of 4 %.
  private static func size(_ quantity: Quantity, _ step: Int) -> String? {
    guard let value = quantity.value, value.significand > 0, let unit = quantity.unit else { return nil }
    return "\(unit)\(Int(log(value.approximate) / 0.04) + step)"
  }

  func write(_ group: [RawClaim]) -> DealClaim? {
    guard let lead = group.first(where: { !$0.isGeneric }) ?? group.first else { return nil }
    let parties = parties(of: group, type: lead.type)
    guard isComplete(lead.type, parties.map { ($0.party.company, $0.party.role) }, hasLenders: tellsLenders(group)) else { return nil }
    let reading = status(of: group)
    var claim = DealClaim(
      type: lead.type, status: reading.status, main: group.contains { $0.isHeadline }, parties: parties.map(\.party),
      confidence: Confidence(thousandths: group.map(\.confidence).max() ?? 0), evidence: group.map { evidence(sentence: $0) }.uniqued())
    claim.attributedTo = reading.attribution
    var values: [ClaimValue] = []
    func add(_ attribute: DealAttribute, _ value: String, _ span: Span, _ source: RawClaim) {
      values.append(
        ClaimValue(
          attribute: attribute, value: value, confidence: Confidence(thousandths: source.confidence),
          evidence: evidence(span, rule: source.frame.id)))
    }
    add(.type, lead.type.rawValue, lead.trigger, lead)
    add(.status, reading.status.rawValue, lead.trigger, lead)
    for entry in parties { add(.party, "\(entry.party.role.rawValue) \(entry.party.company)", entry.span, entry.source) }

    if let (index, source) = amount(of: group), let money = money(document.quantities[index], source) {
      claim.amount = money
      add(.amount, "\(money.value) \(money.currency)", document.quantities[index].span, source)
      let restated = restatements(of: index, in: group)
      if !restated.isEmpty {
        claim.restated = restated.compactMap { self.money(document.quantities[$0], source) }
        for other in restated {
          let quantity = document.quantities[other]
          if let value = quantity.value, let unit = quantity.unit { add(.restated, "\(value) \(unit)", quantity.span, source) }
          if quantity.isSlip { claim.slip = true }
        }
      }
    }
    attachQuantities(group, &claim, add)
    for source in group {
      for chip in source.chips where !claim.chips.contains(chip.id) {
        claim.chips.append(chip.id)
        add(.chip, chip.id, chip.span, source)
      }
      for model in source.models where !claim.models.contains(model.id) {
        claim.models.append(model.id)
        add(.model, model.id, model.span, source)
      }
      for product in source.products where !claim.products.contains(product.id) {
        claim.products.append(product.id)
        add(.product, product.id, product.span, source)
      }
    }
    claim.nature = claim.amount?.cumulative == true ? .cumulative : reading.status == .ongoing ? .standing : .event
    claim.values = values
    return claim
  }

  private func attachQuantities(_ group: [RawClaim], _ claim: inout DealClaim, _ add: (DealAttribute, String, Span, RawClaim) -> Void) {
    for source in group {
      if claim.stakePercent == nil, let index = source.stake, let value = document.quantities[index].value {
        claim.stakePercent = value
        add(.stakePercent, "\(value)", document.quantities[index].span, source)
      }
      for index in source.durations where claim.durationMonths == nil {
        guard let months = document.quantities[index].months else { continue }
        claim.durationMonths = months
        add(.durationMonths, "\(months)", document.quantities[index].span, source)
      }
      for index in source.capacities {
        let quantity = document.quantities[index]
        guard let value = quantity.value, let unit = quantity.unit else { continue }
        var capacity = Capacity(value: value, unit: unit)
        if quantity.qualifier != .exact { capacity.qualifier = quantity.qualifier }
        guard !(claim.capacity ?? []).contains(where: { $0.unit == capacity.unit && $0.value == capacity.value }) else { continue }
        claim.capacity = (claim.capacity ?? []) + [capacity]
        add(.capacity, "\(value) \(unit)", quantity.span, source)
      }
      for (index, attribute) in [(source.announcedOn, DealAttribute.announcedOn), (source.startsOn, .startsOn), (source.endsOn, .endsOn)] {
        guard let index, let date = document.quantities[index].date else { continue }
        switch attribute {
        case .announcedOn where claim.announcedOn == nil: claim.announcedOn = date
        case .startsOn where claim.startsOn == nil: claim.startsOn = date
        case .endsOn where claim.endsOn == nil: claim.endsOn = date
        default: continue
        }
        add(attribute, date.description, document.quantities[index].span, source)
      }
      if claim.round == nil, let round = source.round {
        claim.round = round.name
        add(.round, round.name, round.span, source)
      }
    }
  }

  /// Companies in their roles: the surest reading of each company, roles of the final type only.
  private func parties(of group: [RawClaim], type: DealType) -> [(party: Party, span: Span, source: RawClaim)] {
    var result: [(party: Party, span: Span, source: RawClaim, rank: Int)] = []
    for source in group where source.type == type {
      for entry in source.parties {
        // Of a house and its unit the unit is meant: OpenAI buys from AWS, whatever the headline calls it.
        let isUnit = rules.house(entry.reference.company) != entry.reference.company
        let rank = entry.path.rawValue + (entry.reference.isDerived ? 3 : 0) - (isUnit ? 8 : 0)
        if let known = result.firstIndex(where: { isSame($0.party.company, entry.reference.company, in: type) }) {
          if rank < result[known].rank { result[known] = (Party(company: entry.reference.company, role: entry.role), entry.reference.span, source, rank) }
        } else {
          result.append((Party(company: entry.reference.company, role: entry.role), entry.reference.span, source, rank))
        }
      }
    }
    return result.map { ($0.party, $0.span, $0.source) }
  }

  /// AWS and Amazon are one side of a contract; who bought a company and that company are two.
  private func isSame(_ left: String, _ right: String, in type: DealType) -> Bool {
    type == .acquisition ? left == right : rules.house(left) == rules.house(right)
  }

  /// 「機関投資家との間で転換社債の契約を結んだ」: the other side is told, though not by name.
  private func tellsLenders(_ group: [RawClaim]) -> Bool {
    document.language == .ja && group.contains { claim in
      guard !claim.amounts.isEmpty else { return false }
      let text = document.text.text(document.sentences[claim.sentence].span)
      return rules.words["lender_words"].contains { text.contains($0) }
    }
  }

  /// Two sides, or one where the guide allows one.
  private func isComplete(_ type: DealType, _ parties: [(String, Role)], hasLenders: Bool) -> Bool {
    let roles = Set(parties.map(\.1))
    switch type {
    case .infrastructure: return !roles.isEmpty
    case .publicOffering: return roles.contains(.issuer)
    case .equityInvestment: return roles.contains(.investee) || roles.contains(.investor)
    case .acquisition: return roles.contains(.target)
    case .debtFinancing: return roles.contains(.borrower) && (roles.contains(.lender) || hasLenders)
    case .partnership, .jointVenture: return parties.count >= 2
    case .cloudCompute, .hardwareSupply, .energySupply, .license: return roles.count >= 2
    }
  }

  /// The surest and latest telling rules: a stated stage before a report, a report before a guess; a denial stands.
  private func status(of group: [RawClaim]) -> (status: DealStatus, attribution: String?) {
    if let denied = group.first(where: { $0.reading.isDenied }) { return (denied.reading.status, denied.reading.attribution) }
    // A headline leaves out who says so; the sentences below it tell.
    // What a headline says was called off stays so, though the text goes on to tell what was agreed.
    func callsOff(_ claim: RawClaim) -> Bool { claim.reading.isExplicit && claim.reading.stage == .terminated }
    var told = group.contains { !$0.isHeadline } ? group.filter { !$0.isHeadline || callsOff($0) } : group
    // Who joined says nothing of how far the deal is.
    if told.contains(where: { !$0.frame.needs.contains(.joins) }) { told = told.filter { !$0.frame.needs.contains(.joins) } }
    // What is only mentioned again does not confirm what was reported.
    if told.contains(where: { $0.reading.evidence == .reported }), told.allSatisfy({ $0.reading.evidence != .stated || !$0.reading.isExplicit }) {
      told = told.filter { $0.reading.evidence == .reported }
    }
    // 「この提携が実現すれば」: a mention without a stage of its own confirms nothing that is planned or negotiated.
    func isProspective(_ claim: RawClaim) -> Bool { claim.reading.isExplicit && claim.reading.stage.statusClass == .prospective }
    if told.contains(where: isProspective), !told.contains(where: { $0.reading.isExplicit && $0.reading.evidence == .stated && $0.reading.stage.statusClass == .confirmed }) {
      told = told.filter { isProspective($0) || $0.reading.stage.statusClass != .confirmed || $0.reading.evidence != .stated }
    }
    let best = told.enumerated().min { left, right in
      let (a, b) = (left.element, right.element)
      return (a.reading.evidence.rawValue, a.isGeneric ? 1 : 0, rank(a.reading.stage), left.offset)
        < (b.reading.evidence.rawValue, b.isGeneric ? 1 : 0, rank(b.reading.stage), right.offset)
    }
    guard let best else { return (.announced, nil) }
    return (best.element.reading.status, best.element.reading.attribution)
  }

  private func rank(_ stage: DealStatus) -> Int {
    switch stage {
    case .terminated, .denied: 0
    case .completed, .signed: 1
    case .announced: 2
    case .ongoing: 3
    case .negotiating, .planned: 4
    case .rumored, .speculated: 5
    }
  }

  private func amount(of group: [RawClaim]) -> (Int, RawClaim)? {
    var best: (quantity: Int, source: RawClaim, score: Int)?
    // The press converts foreign sums for its readers: of two currencies, the readers' own is the restatement.
    let home = document.language == .ja ? "JPY" : document.language == .zh ? "CNY" : ""
    for source in group {
      for bound in source.amounts {
        let quantity = document.quantities[bound.quantity]
        if quantity.rateOf != nil, best != nil { continue }
        // The sum that the text restates is the deal's own; 「5兆円」 of a headline is its restatement.
        let isRestated = restatements[bound.quantity] != nil
        let restates = Self.size(quantity, 0).map(restatedSizes.contains) ?? false
        let score =
          bound.score - (quantity.unit == home ? 5 : 0) - (quantity.qualifier == .about ? 2 : 0) - (quantity.rateOf != nil ? 20 : 0) - (quantity.isVague ? 4 : 0) + (isRestated ? 8 : 0) - (restates ? 12 : 0)
        if best == nil || score > (best?.score ?? 0) { best = (bound.quantity, source, score) }
      }
    }
    return best.map { ($0.quantity, $0.source) }
  }

  private func restatements(of index: Int, in group: [RawClaim]) -> [Int] {
    var result = restatements[index] ?? []
    // The same sum told elsewhere in another currency.
    for source in group {
      for other in source.amounts.map(\.quantity) + source.restated where other != index {
        guard document.quantities[other].unit != document.quantities[index].unit, !result.contains(other) else { continue }
        guard document.quantities[other].restates != nil || source.sentence != group.first?.sentence else { continue }
        result.append(other)
      }
    }
    return result
  }

  private func money(_ quantity: Quantity, _ source: RawClaim) -> Money? {
    guard let value = quantity.value, let unit = quantity.unit else { return nil }
    // tens of billions: ten of them at least.
    if document.language == .en, document.folded.text(document.folded.folded(quantity.span)).hasPrefix("tens of "), let least = value.divided(by: ExactDecimal(2)) {
      return Money(value: least, currency: unit, qualifier: .atLeast, lower: least, upper: quantity.upper, period: quantity.rateOf, cumulative: source.isCumulative ? true : nil)
    }
    return Money(
      value: value, currency: unit, qualifier: quantity.qualifier, lower: quantity.lower, upper: quantity.upper,
      period: quantity.rateOf, cumulative: source.isCumulative ? true : nil)
  }

  // MARK: Evidence

  private func evidence(sentence claim: RawClaim) -> Evidence {
    evidence(document.sentences[claim.sentence].span, rule: claim.frame.id)
  }

  func evidence(_ span: Span, rule: String) -> Evidence {
    document.text.evidence(span, rule: rule)
  }
}

extension Array where Element: Hashable {
  /// The first of each, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
