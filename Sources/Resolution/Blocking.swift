import Facts

/// Which claims are worth laying side by side: those that share a block. A block only proposes, it decides nothing.
///
/// Keys are properties of one claim, so that a new claim touches only the blocks that it stands in:
/// - two houses of one deal (`amazon + openai`);
/// - one house and the size of the sum, or the round, or the month, between a claim that names no counterparty and
///   any other: a company in ten thousand deals with ten thousand counterparties proposes no quadratic number of pairs;
/// - the words themselves (a syndicated passage).
struct Blocking {
  struct Key: Hashable {
    enum Kind: UInt8 { case houses, sum, round, month, alone, words }
    let kind: Kind
    let first: Int
    let second: Int
    let text: String
  }

  private struct Block {
    /// Claims without a counterparty: paired with all of the block.
    var open: [Int32] = []
    var closed: [Int32] = []
  }

  /// Houses of one claim that are paired with one another at most; a consortium of more is blocked by its first ones.
  private static let widestConsortium = 12

  /// Proposed pairs, each once, as places in `records`, ascending.
  func pairs(of records: [ClaimRecord]) -> [(Int, Int)] {
    var blocks: [Key: Int] = [:]
    var members: [Block] = []
    for (place, record) in records.enumerated() {
      let isOpen = record.houses.count == 1
      for key in keys(of: record) {
        let block: Int
        if let known = blocks[key] {
          block = known
        } else {
          block = members.count
          blocks[key] = block
          members.append(Block())
        }
        if isOpen || key.kind == .houses || key.kind == .words {
          members[block].open.append(Int32(place))
        } else {
          members[block].closed.append(Int32(place))
        }
      }
    }
    var packed: [UInt64] = []
    for block in members {
      for (position, one) in block.open.enumerated() {
        for other in block.open[(position + 1)...] { packed.append(pack(one, other)) }
        for other in block.closed { packed.append(pack(min(one, other), max(one, other))) }
      }
    }
    packed.sort()
    var result: [(Int, Int)] = []
    var last: UInt64?
    for pair in packed where pair != last {
      result.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF)))
      last = pair
    }
    return result
  }

  private func pack(_ low: Int32, _ high: Int32) -> UInt64 { UInt64(UInt32(low)) << 32 | UInt64(UInt32(high)) }

  private func keys(of record: ClaimRecord) -> [Key] {
    var keys: [Key] = []
    let houses = record.houses.prefix(Blocking.widestConsortium)
    for (position, one) in houses.enumerated() {
      for other in houses.dropFirst(position + 1) { keys.append(Key(kind: .houses, first: one, second: other, text: "")) }
    }
    for house in record.houses {
      for size in sizes(of: record) { keys.append(Key(kind: .sum, first: house, second: size, text: "")) }
      if let round = record.round { keys.append(Key(kind: .round, first: house, second: 0, text: round)) }
      if let announced = record.announced, announced.last - announced.first < 40 {
        keys.append(Key(kind: .month, first: house, second: announced.first / 45, text: ""))
        keys.append(Key(kind: .month, first: house, second: -1 - (announced.last + 22) / 45, text: ""))
      }
    }
    if record.houses.count == 1 { keys.append(Key(kind: .alone, first: record.houses[0], second: 0, text: "")) }
    if record.quote.utf8.count >= 24 { keys.append(Key(kind: .words, first: 0, second: 0, text: record.quote)) }
    return keys
  }

  /// Powers of two of the sums in dollars, once more shifted by half a step: sums within 40 % share one of them.
  private func sizes(of record: ClaimRecord) -> [Int] {
    var sizes: [Int] = []
    for amount in record.amounts {
      guard let dollars = amount.dollars, dollars > 0 else { continue }
      for size in [2 * Int(dollars.exponent), 2 * Int((dollars * 1.414).exponent) + 1] where !sizes.contains(size) {
        sizes.append(size)
      }
    }
    return sizes
  }
}
