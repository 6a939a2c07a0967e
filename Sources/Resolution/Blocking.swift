import Facts

/// Which claims are worth laying side by side: those that share a block. A block only proposes, it decides nothing.
///
/// - Two houses of one deal (`amazon + openai`), or the house of a deal that names but one.
/// - One house and the size of the sum, the round, or the month, between a claim that names no counterparty and any
///   other: a company in ten thousand deals with ten thousand counterparties proposes no quadratic number of pairs.
/// - The words themselves (a syndicated passage).
///
/// Where one pair of houses has more than `Blocking.crowd` different tellings, those that say more than the parties are only
/// paired where they share a size, a month, a round, a term or a figure, and in a crowd of those too only with their
/// neighbours by size; bare ones with all.
struct Blocking {
  struct Key: Hashable {
    enum Kind: Int { case houses, sum, round, month, words, crowdSum, crowdDigits, crowdMonth, crowdTerm }
    let kind: Kind
    let first: Int
    let second: Int
    let detail: Int

    init(_ kind: Kind, _ first: Int, _ second: Int = 0, detail: Int = 0) {
      self.kind = kind
      self.first = first
      self.second = second
      self.detail = detail
    }

    /// With a word for a detail; two words of one fingerprint propose pairs in vain, no more.
    init(_ kind: Kind, _ first: Int, _ second: Int = 0, word: String, detail: Int = 0) {
      var hash = UInt64(truncatingIfNeeded: detail) ^ 0xCBF2_9CE4_8422_2325
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      self.init(kind, first, second, detail: Int(truncatingIfNeeded: hash))
    }

    /// What the block is known by between refreshes.
    var number: Int64 {
      var hash = StableHash()
      for part in [kind.rawValue, first, second, detail] { hash.add(part) }
      return Int64(hash.number)
    }
  }

  static let crowd = 256
  /// How many of its neighbours by size a telling is paired with where even a part of a crowd is one.
  static let neighbours = 8
  /// Houses of one claim that are paired with one another at most; a wider consortium is blocked by its first ones.
  static let widestConsortium = 12

  /// Places of a block's members, ascending; `open` ones pair with all.
  private struct Block {
    var places: [Int32] = []
    var isOpen: [Bool] = []
  }

  /// One assertion in one block.
  private struct Seat: Comparable {
    let block: Int64
    let place: Int32
    let kind: UInt8
    let isOpen: Bool
    /// Of two different houses.
    let isPair: Bool

    static func < (left: Seat, right: Seat) -> Bool {
      left.block != right.block ? left.block < right.block : left.place < right.place
    }
  }

  struct Proposal: Sendable {
    /// Each once, as places in the assertions, ascending; in portions that nothing but their number depends on.
    var pairs: [[(Int, Int)]] = []
    /// Blocks of two houses with at least `PairScorer.busy` different tellings between them.
    var busyBlocks: Set<Int64> = []

    var count: Int { pairs.reduce(0) { $0 + $1.count } }
  }

  private static let portions = 64

  /// Seats are dealt out by block, so that every block is whole on some core; pairs by their first place, so that every
  /// pair is met once however many blocks propose it. Neither depends on how many cores there are.
  func proposal(of assertions: [Assertion], on cores: Cores = Cores()) -> Proposal {
    let dealt = cores.map(Blocking.slices(of: assertions.count, Blocking.portions)) { slice in
      var seats: [[Seat]] = Array(repeating: [], count: Blocking.portions)
      for place in slice {
        let assertion = assertions[place]
        for key in Blocking.keys(of: assertion.content, assertion.quotes) {
          let block = key.number
          seats[Int(truncatingIfNeeded: UInt64(bitPattern: block) >> 58)].append(
            Seat(
              block: block, place: Int32(place), kind: UInt8(key.kind.rawValue), isOpen: Blocking.isOpen(assertion.content, in: key.kind),
              isPair: key.kind == .houses && key.first != key.second))
        }
      }
      return seats
    }
    let proposed = cores.map(Array(0..<Blocking.portions)) { portion in self.proposed(dealt.lazy.map { $0[portion] }, assertions) }
    let pairs = cores.map(Blocking.slices(of: assertions.count, Blocking.portions)) { slice in
      var packed: [UInt64] = []
      for portion in proposed {
        packed.append(contentsOf: portion.packed[Blocking.bound(slice.lowerBound, portion.packed)..<Blocking.bound(slice.upperBound, portion.packed)])
      }
      return unpacked(&packed)
    }
    return Proposal(pairs: pairs, busyBlocks: Set(proposed.lazy.flatMap(\.busy)))
  }

  /// Pairs of all blocks of one portion, ascending, and which of the blocks are busy.
  private func proposed(_ dealt: some Sequence<[Seat]>, _ assertions: [Assertion]) -> (packed: [UInt64], busy: [Int64]) {
    var seats: [Seat] = []
    for part in dealt { seats.append(contentsOf: part) }
    seats.sort()
    var packed: [UInt64] = []
    var busy: [Int64] = []
    var start = 0
    while start < seats.count {
      var end = start + 1
      while end < seats.count, seats[end].block == seats[start].block { end += 1 }
      if end - start > 1, let kind = Key.Kind(rawValue: Int(seats[start].kind)) {
        if seats[start].isPair, end - start >= PairScorer.busy { busy.append(seats[start].block) }
        let block = Block(places: seats[start..<end].map(\.place), isOpen: seats[start..<end].map(\.isOpen))
        propose(block, kind, assertions, into: &packed)
      }
      start = end
    }
    packed.sort()
    return (packed, busy)
  }

  private static func slices(of count: Int, _ portions: Int) -> [Range<Int>] {
    (0..<portions).map { (count * $0 / portions)..<(count * ($0 + 1) / portions) }
  }

  /// Where the pairs from `place` on begin.
  private static func bound(_ place: Int, _ packed: [UInt64]) -> Int {
    let least = UInt64(place) << 32
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low + high) / 2
      if packed[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The pairs that one block alone proposes, of all its members in canonical order.
  func pairs(_ kind: Key.Kind, _ members: [Assertion]) -> [(Int, Int)] {
    let block = Block(places: (0..<Int32(members.count)).map { $0 }, isOpen: members.map { Blocking.isOpen($0.content, in: kind) })
    var packed: [UInt64] = []
    propose(block, kind, members, into: &packed)
    return unpacked(&packed)
  }

  /// The blocks that an assertion is in.
  func keys(of assertion: Assertion) -> Set<Key> { Set(Blocking.keys(of: assertion.content, assertion.quotes)) }

  /// Whether a member pairs with all others of its block, whatever the block.
  static func isOpen(_ content: ClaimContent, in kind: Key.Kind) -> Bool {
    kind == .houses ? content.isThin : content.houses.count == 1
  }

  private func propose(_ block: Block, _ kind: Key.Kind, _ assertions: [Assertion], into packed: inout [UInt64]) {
    switch kind {
    case .houses where block.places.count > Blocking.crowd:
      propose(block, all: false, into: &packed)
      let crowd = gathered(assertions, of: block.places.lazy.map(Int.init)) { record, _ in Blocking.crowdKeys(of: record) }
      for (_, part) in crowd {
        if part.places.count <= Blocking.crowd {
          propose(part, all: true, into: &packed)
        } else {
          proposeNeighbours(part, assertions, into: &packed)
        }
      }
    case .houses: propose(block, all: true, into: &packed)
    case .words where block.places.count > Blocking.crowd: proposeNeighbours(block, assertions, into: &packed)
    case .words: propose(block, all: true, into: &packed)
    default: propose(block, all: false, into: &packed)
    }
  }

  private func unpacked(_ packed: inout [UInt64]) -> [(Int, Int)] {
    packed.sort()
    var pairs: [(Int, Int)] = []
    var last: UInt64?
    for pair in packed where pair != last {
      pairs.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF)))
      last = pair
    }
    return pairs
  }

  private func propose(_ block: Block, all: Bool, into packed: inout [UInt64]) {
    let places = block.places
    for position in places.indices where all || block.isOpen[position] {
      // What lies before has proposed this pair already, if it is open itself.
      if !all {
        for before in 0..<position where !block.isOpen[before] { packed.append(pack(places[before], places[position])) }
      }
      for after in (position + 1)..<max(position + 1, places.count) { packed.append(pack(places[position], places[after])) }
    }
  }

  /// In the order of their sums, each with the next few.
  private func proposeNeighbours(_ block: Block, _ assertions: [Assertion], into packed: inout [UInt64]) {
    func sum(_ place: Int32) -> Double { assertions[Int(place)].content.amounts.first?.dollars ?? 0 }
    let ordered = block.places.map { (sum: sum($0), place: $0) }.sorted { ($0.sum, $0.place) < ($1.sum, $1.place) }
    for position in ordered.indices {
      for next in ordered[(position + 1)..<max(position + 1, min(ordered.count, position + 1 + Blocking.neighbours))] {
        packed.append(pack(min(ordered[position].place, next.place), max(ordered[position].place, next.place)))
      }
    }
  }

  private func pack(_ low: Int32, _ high: Int32) -> UInt64 { UInt64(UInt32(low)) << 32 | UInt64(UInt32(high)) }

  private func gathered(
    _ assertions: [Assertion], of places: some Sequence<Int>, by keys: (ClaimContent, [ClaimRecord.Words]) -> [Key]
  ) -> [(Key, Block)] {
    var numbers: [Key: Int] = [:]
    var blocks: [(Key, Block)] = []
    for place in places {
      let record = assertions[place].content
      for key in keys(record, assertions[place].quotes) {
        let number = numbers[key] ?? blocks.count
        if number == blocks.count {
          numbers[key] = number
          blocks.append((key, Block()))
        }
        blocks[number].1.places.append(Int32(place))
        blocks[number].1.isOpen.append(Blocking.isOpen(record, in: key.kind))
      }
    }
    return blocks.filter { $0.1.places.count > 1 }
  }

  private static func keys(of record: ClaimContent, _ quotes: [ClaimRecord.Words]) -> [Key] {
    var keys: [Key] = []
    let houses = record.houses.prefix(widestConsortium)
    for (position, one) in houses.enumerated() {
      for other in houses.dropFirst(position + 1) { keys.append(Key(.houses, one, other)) }
    }
    if record.houses.count == 1 { keys.append(Key(.houses, record.houses[0], record.houses[0])) }
    for house in record.houses {
      for size in sizes(of: record) { keys.append(Key(.sum, house, detail: size)) }
      if let round = record.round { keys.append(Key(.round, house, detail: round.name)) }
      for month in months(of: record) { keys.append(Key(.month, house, detail: month)) }
    }
    for words in quotes where words.proveCopy { keys.append(Key(.words, 0, detail: Int(truncatingIfNeeded: words.hash))) }
    return keys
  }

  private static func crowdKeys(of record: ClaimContent) -> [Key] {
    var keys = sizes(of: record).map { Key(.crowdSum, 0, detail: $0) }
    for amount in record.amounts { keys.append(Key(.crowdDigits, amount.currency, detail: amount.leadingDigits)) }
    keys += months(of: record).map { Key(.crowdMonth, 0, detail: $0) }
    if let round = record.round { keys.append(Key(.crowdTerm, 0, word: "round", detail: round.name)) }
    if let months = record.durationMonths { keys.append(Key(.crowdTerm, 0, word: "months", detail: months)) }
    if let stake = record.stake { keys.append(Key(.crowdTerm, 0, word: "stake", detail: Int(stake * 1000))) }
    for capacity in record.capacities {
      keys.append(Key(.crowdTerm, capacity.unit, word: "size", detail: Int(capacity.value.exponent)))
    }
    return keys
  }

  /// Powers of two of the sums in dollars, once more shifted by half a step: sums within 40 % share one of them.
  private static func sizes(of record: ClaimContent) -> [Int] {
    var sizes: [Int] = []
    for amount in record.amounts {
      guard let dollars = amount.dollars, dollars > 0 else { continue }
      for size in [2 * Int(dollars.exponent), 2 * Int((dollars * 1.414).exponent) + 1] where !sizes.contains(size) {
        sizes.append(size)
      }
    }
    return sizes
  }

  /// Stretches of 45 days, once more shifted by half of one; none for dates coarser than a month.
  private static func months(of record: ClaimContent) -> [Int] {
    guard let announced = record.announced, announced.last - announced.first < 40 else { return [] }
    let days = [announced.first, announced.last]
    return Array(Set(days.map { 2 * ($0 / 45) } + days.map { 2 * (($0 + 22) / 45) + 1 })).sorted()
  }
}

extension ComparableAmount {
  /// The first two digits, which a misprint of the magnitude leaves alone: 38 of `380億`, `38億`, `3.8兆`.
  var leadingDigits: Int {
    guard value >= 1 else { return 0 }
    var digits = value
    while digits >= 100 { digits /= 10 }
    while digits < 10 { digits *= 10 }
    return Int(digits.rounded())
  }
}
