internal import Facts
internal import Resolution

/// Applies the pins to the resolved deals: each to the one deal that it selects, in the order of their numbers. Pins select
/// by what was resolved, not by what earlier pins made of it.
struct PinBoard {
  struct Match {
    let pin: Int64
    let deals: Int
  }

  private let pins: [KeptPin]
  /// Deals that a pin selects, in the order in which they were held.
  private var held: [StagedDeal] = []
  /// By place of the pin: places of the deals that it selects.
  private var selected: [[Int]]

  init(pins: [KeptPin]) {
    self.pins = pins
    selected = Array(repeating: [], count: pins.count)
  }

  /// Keeps a deal back where a pin selects it; whether one does.
  mutating func hold(_ deal: StagedDeal) throws -> Bool {
    let found = pins.indices.filter { selects(pins[$0].pin.selector, deal) }
    if found.isEmpty { return false }
    for pin in found { selected[pin].append(held.count) }
    held.append(deal)
    held[held.count - 1].isPinned = true
    return true
  }

  /// The deals held, with the pins that select one alone, and what to show as pinned on them (`amount: hana, press release`).
  func pinned() throws(WarehouseError) -> [StagedDeal] {
    var deals = held
    for (place, kept) in pins.enumerated() {
      guard selected[place].count == 1, let own = selected[place].first else { continue }
      try PinnedValue(kept.pin).apply(to: &deals[own].resolved.node.deal)
      let note = "\(kept.pin.attribute) (\(kept.pin.author): \(kept.pin.reason))"
      deals[own].pinNote = deals[own].pinNote.map { $0 + "; " + note } ?? note
    }
    return deals
  }

  var matches: [Match] { zip(pins, selected).map { Match(pin: $0.id, deals: $1.count) } }

  private func selects(_ selector: Pin.Selector, _ staged: StagedDeal) -> Bool {
    switch selector {
    case .evidence(let article, let quote):
      return staged.resolved.claims.contains { told in
        told.reference.article == article
          && told.claim.evidence.contains { $0.text.contains(quote) || quote.contains($0.text) }
      }
    case .parties(let companies, let type, let announcedOn):
      let parties = Set(staged.deal.parties.map(\.company))
      return staged.deal.type.rawValue == type && companies.allSatisfy(parties.contains)
        && (announcedOn == nil || staged.deal.announcedOn?.description == announcedOn)
    }
  }
}
