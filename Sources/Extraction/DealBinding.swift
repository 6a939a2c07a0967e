import Catalog
import Facts
import Language
import Quantities

/// Which deal a figure of the sentence belongs to: each has one best owner, by a score.
extension DealAssembler {
  func bind(
    _ claims: inout [RawClaim], _ events: [Event], _ sentence: Sentence, _ placement: [Int: Int], _ asides: Set<Int>,
    _ measures: [Int: MeasureReader.Reading], _ document: LinkedDocument
  ) {
    guard !claims.isEmpty else { return }
    for index in document.quantities(in: sentence.span) {
      let quantity = document.quantities[index]
      if isRetracted(quantity, document) || isMarket(quantity, document) || isPerShare(quantity, document) { continue }
      if let measured = measures[index], rules.measures.entries[measured.entry].turnsAwayDeals { continue }
      if let original = quantity.restates, let measured = measures[original], rules.measures.entries[measured.entry].turnsAwayDeals { continue }
      var best: (claim: Int, score: Int)?
      for (position, event) in events.enumerated() {
        guard let score = score(index, quantity, claims[position], event, claims.count, placement, asides, measures) else { continue }
        if best == nil || score > (best?.score ?? 0) { best = (position, score) }
      }
      guard let best else { continue }
      attach(index, quantity, score: best.score, to: &claims[best.claim], document)
    }
  }

  /// How well a quantity suits an event; `nil` where it cannot belong.
  private func score(
    _ index: Int, _ quantity: Quantity, _ claim: RawClaim, _ event: Event, _ count: Int, _ placement: [Int: Int], _ asides: Set<Int>,
    _ measures: [Int: MeasureReader.Reading]
  ) -> Int? {
    guard let affinity = affinity(quantity, claim.type) else { return nil }
    if quantity.kind == .money, claim.frame.needs.contains(.noSum) { return nil }
    guard let phrase = placement[index] else { return nil }
    // 发行价19.6港元 of a flotation: a price may be what a company is bought for, and no other deal's sum.
    if claim.frame.language == .zh, let measured = measures[index] {
      let entry = rules.measures.entries[measured.entry]
      if entry.measure != nil, entry.measure != .stake, !entry.dealTypes.contains(claim.type) { return nil }
    }
    var score = affinity
    if let distance = event.scope[phrase] {
      score += 40 - 4 * distance
    } else if count == 1 {
      score += 2 - 3 * abs(phrase - event.phrase)
    } else {
      score += 2 - 2 * abs(phrase - event.phrase)
    }
    if asides.contains(index) { score -= 3 }
    if claim.isPartial { score -= 15 }
    if let measured = measures[index], rules.measures.entries[measured.entry].dealTypes.contains(claim.type) { score += 12 }
    // The later of two equal owners is the predicate that the figure runs up to.
    if phrase <= event.phrase { score += 1 }
    return score > 0 ? score : nil
  }

  private func affinity(_ quantity: Quantity, _ type: DealType) -> Int? {
    switch quantity.kind {
    case .money:
      switch type {
      case .partnership: return 4
      default: return 10
      }
    case .percentage: return type == .equityInvestment || type == .acquisition ? 8 : nil
    case .duration: return quantity.months != nil && [.cloudCompute, .hardwareSupply, .energySupply, .license, .infrastructure, .partnership].contains(type) ? 6 : nil
    case .date: return quantity.date != nil ? 2 : nil
    case .measure:
      if quantity.unit == "watt" { return [.cloudCompute, .hardwareSupply, .energySupply, .infrastructure, .partnership].contains(type) ? 9 : nil }
      if isChipCount(quantity) { return [.cloudCompute, .hardwareSupply, .infrastructure].contains(type) ? 9 : nil }
      return nil
    case .number: return nil
    }
  }

  func isChipCount(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure, quantity.unit == "count", let counter = quantity.counter else { return false }
    return rules.words["chip_counters"].contains(counter)
  }

  private func attach(_ index: Int, _ quantity: Quantity, score: Int, to claim: inout RawClaim, _ document: LinkedDocument) {
    switch quantity.kind {
    case .money:
      if let original = quantity.restates, claim.amounts.contains(where: { $0.quantity == original }) {
        claim.restated.append(index)
      } else {
        claim.amounts.append(BoundQuantity(quantity: index, score: score))
        if isCumulative(quantity, document) { claim.isCumulative = true }
      }
    case .percentage: if claim.stake == nil { claim.stake = index }
    case .duration: claim.durations.append(index)
    case .measure: claim.capacities.append(index)
    case .date:
      switch quantity.limit {
      case .until, .before: if claim.endsOn == nil { claim.endsOn = index }
      case .since, .after: if claim.startsOn == nil { claim.startsOn = index }
      default:
        if begins(after: quantity, document) {
          if claim.startsOn == nil { claim.startsOn = index }
        } else if claim.reading.stage.statusClass != .prospective, claim.announcedOn == nil {
          claim.announcedOn = index
        }
      }
    case .number: break
    }
  }

  /// `at $40 a share`: no sum of a deal.
  private func isPerShare(_ quantity: Quantity, _ document: LinkedDocument) -> Bool {
    guard document.language == .en, quantity.kind == .money else { return false }
    let end = min(document.folded.original.count, quantity.qualified.end + 16)
    let text = document.folded.originalText(Span(quantity.qualified.end, end))
    return [" a share", " per share", " each", "-a-share", "/share"].contains { text.hasPrefix($0) }
  }

  /// 「500億ドル」とあるのは誤り: a figure that the text takes back.
  private func isRetracted(_ quantity: Quantity, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    var end = min(bytes.count, quantity.qualified.end + 36)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = document.folded.originalText(Span(quantity.qualified.end, end))
    return rules.words["retraction_words"].contains { text.holds($0) }
  }

  /// 100兆円市場: what a market is worth.
  private func isMarket(_ quantity: Quantity, _ document: LinkedDocument) -> Bool {
    guard document.language == .ja, quantity.kind == .money else { return false }
    let bytes = document.folded.original
    return ["市場", "規模の市場", "の市場"].contains { word in bytes[quantity.qualified.end...].prefix(word.utf8.count).elementsEqual(word.utf8) }
  }

  /// 累計130億ドル, これまでに130億ドル: several payments added up.
  func isCumulative(_ quantity: Quantity, _ document: LinkedDocument) -> Bool {
    var start = max(0, quantity.qualified.start - 24)
    while start < quantity.qualified.start, document.folded.original[start] & 0xC0 == 0x80 { start += 1 }
    let text = document.folded.originalText(Span(start, quantity.qualified.start))
    return rules.words["cumulative_words"].contains { text.holds($0) }
  }

  /// 2026年後半に稼働予定: the date is when it starts, not when it was told.
  private func begins(after quantity: Quantity, _ document: LinkedDocument) -> Bool {
    let end = min(document.folded.original.count, quantity.qualified.end + 30)
    let text = document.folded.originalText(Span(quantity.qualified.end, end))
    return rules.words["start_words"].contains { text.holds($0) }
  }
}
