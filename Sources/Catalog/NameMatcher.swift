import Facts

/// Every longest alias of a text that no boundary forbids, from left to right.
struct NameMatcher: Sendable {
  /// A run of symbols that spells one or more entities.
  struct Candidate {
    /// Symbols of the matching text.
    let symbols: Range<Int>
    /// Places in `NameTrie.values`: the aliases spelled so.
    let values: Range<Int>
  }

  let trie: NameTrie
  let aliases: [Alias]

  func candidates(_ text: MatchingText) -> [Candidate] {
    var found: [Candidate] = []
    var at = 0
    let count = text.count
    trie.walk { walker in
      text.symbols.withUnsafeBufferPointer { symbols in
        text.separators.withUnsafeBufferPointer { separators in
          while at < count {
            let first = walker.root[Int(symbols[at])]
            if first == 0 || !Self.mayBegin(at, symbols, separators) {
              at += 1
              continue
            }
            if let candidate = longest(from: at, first, walker, symbols, separators) {
              found.append(candidate)
              at = candidate.symbols.upperBound
            } else {
              at += 1
            }
          }
        }
      }
    }
    return found
  }

  private func longest(
    from start: Int, _ first: UInt32, _ walker: NameTrie.Walker, _ symbols: UnsafeBufferPointer<UInt16>,
    _ separators: UnsafeBufferPointer<MatchingText.Separator>
  ) -> Candidate? {
    var node = first
    var at = start + 1
    var gaps: UInt64 = 0
    var best: Candidate?
    while true {
      let values = walker.values(of: node)
      if !values.isEmpty,
        Self.mayEnd(at, symbols, separators)
          || Symbol.isDigit(symbols[at]) && !Symbol.isDigit(symbols[at - 1]) && values.contains(where: { aliases[Int(trie.values[$0])].takesVersion }),
        values.contains(where: { gaps & ~aliases[Int(trie.values[$0])].breaks == 0 })
      {
        best = Candidate(symbols: start..<at, values: values)
      }
      guard at < symbols.count else { break }
      let child = walker.child(node, symbols[at])
      if child == 0 { break }
      if separators[at] != .none, at - start < 64 { gaps |= 1 << UInt64(at - start) }
      node = child
      at += 1
    }
    return best
  }

  /// No name begins inside a run of letters and digits or of katakana.
  @inline(__always)
  static func mayBegin(
    _ at: Int, _ symbols: UnsafeBufferPointer<UInt16>, _ separators: UnsafeBufferPointer<MatchingText.Separator>
  ) -> Bool {
    guard at > 0, separators[at] == .none else { return true }
    let symbol = symbols[at]
    let before = symbols[at - 1]
    if Symbol.isAlphanumeric(symbol) { return !Symbol.isAlphanumeric(before) }
    if Symbol.isKatakana(symbol) { return !Symbol.isKatakana(before) }
    return true
  }

  /// No name ends inside a run; `GPT-4` is not in `GPT-4.5`, but `H100` is in `H100s`.
  @inline(__always)
  static func mayEnd(
    _ end: Int, _ symbols: UnsafeBufferPointer<UInt16>, _ separators: UnsafeBufferPointer<MatchingText.Separator>
  ) -> Bool {
    guard end < symbols.count, separators[end] == .none else { return true }
    let last = symbols[end - 1]
    let next = symbols[end]
    if Symbol.isDigit(last) {
      if next == 0x2E, end + 1 < symbols.count, separators[end + 1] == .none, Symbol.isDigit(symbols[end + 1]) {
        return false
      }
      if next == 0x73 { return end + 1 >= symbols.count || separators[end + 1] != .none || !Symbol.isAlphanumeric(symbols[end + 1]) }
    }
    if Symbol.isAlphanumeric(last) { return !Symbol.isAlphanumeric(next) }
    if Symbol.isKatakana(last) { return !Symbol.isKatakana(next) }
    return true
  }
}
