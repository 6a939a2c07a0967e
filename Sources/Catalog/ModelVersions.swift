import Facts

/// Versions behind a family's name, so that a model released tomorrow links to its family and maker today.
///
/// After `Qwen`, `GPT`, `文心`: `3-Max`, `-5.2`, `5.0`. The whole is looked up among the aliases, also under the family's full
/// name (`Fable 5` → `Claude Fable 5`); what no row holds becomes `new:` with family and maker. `Claude 3社` has no version.
struct ModelVersions {
  let catalog: Catalog
  let scene: LinkingScene

  /// The end of the version that begins at a symbol; `nil` if there is none.
  func end(from start: Int, hasVersion: Bool) -> Int? {
    var at = start
    if !hasVersion {
      if let number = number(at) { at = number } else {
        // GPT-Realtime-Translate: a variant in hyphens alone.
        guard start < scene.symbols.count, scene.symbols.separators[start] == .hyphen, let variant = variant(start) else { return nil }
        at = variant
      }
    }
    let afterNumber = at
    while let variant = variant(at) { at = variant }
    // Step4["…"]: a node of a diagram.
    if at > start, scene.follows("[\"", at: Int(scene.symbols.ends[at - 1])) { return nil }
    return at > start && (!hasVersion || at > afterNumber) ? at : nil
  }

  /// `5`, `5.2`, `K2`, `v3.1`, `4o`, `-2507`: at most one letter before and one after.
  private func number(_ start: Int) -> Int? {
    let symbols = scene.symbols
    var at = start
    guard at < symbols.count else { return nil }
    let separator = symbols.separators[at]
    if Symbol.isLatin(symbols.symbols[at]) {
      guard separator != .none, at + 1 < symbols.count, symbols.separators[at + 1] == .none, Symbol.isDigit(symbols.symbols[at + 1]),
        [0x76, 0x6B, 0x6D, 0x72, 0x6F, 0x78, 0x73, 0x61, 0x67].contains(symbols.symbols[at])
      else { return nil }
      at += 1
    }
    guard Symbol.isDigit(symbols.symbols[at]) else { return nil }
    let digits = at
    while at < symbols.count, Symbol.isDigit(symbols.symbols[at]), at == digits || symbols.separators[at] == .none { at += 1 }
    let wholeDigits = at - digits
    var hasPoint = false
    while at + 1 < symbols.count, symbols.symbols[at] == 0x2E, symbols.separators[at] == .none, symbols.separators[at + 1] == .none,
      Symbol.isDigit(symbols.symbols[at + 1])
    {
      hasPoint = true
      at += 1
      while at < symbols.count, Symbol.isDigit(symbols.symbols[at]), symbols.separators[at] == .none { at += 1 }
    }
    if wholeDigits > 2, !hasPoint, separator != .hyphen { return nil }
    if wholeDigits > 1, !hasPoint, separator == .none, Symbol.isLatin(symbols.symbols[start - 1]) { return nil }
    // 8x7B: a mixture of experts.
    if at + 1 < symbols.count, symbols.symbols[at] == 0x78, symbols.separators[at] == .none, Symbol.isDigit(symbols.symbols[at + 1]) {
      at += 1
      while at < symbols.count, Symbol.isDigit(symbols.symbols[at]), symbols.separators[at] == .none { at += 1 }
    }
    if at < symbols.count, symbols.separators[at] == .none, Symbol.isLatin(symbols.symbols[at]) {
      // One letter: 4o, 5v, 70b.
      guard symbols.symbols[at] != 0x74, at + 1 >= symbols.count || symbols.separators[at + 1] != .none || !Symbol.isAlphanumeric(symbols.symbols[at + 1]) else { return nil }
      at += 1
    }
    if at < symbols.count, symbols.separators[at] == .none, !hasPoint, scene.words[.modelCounters].contains(symbols.symbols[at]) { return nil }
    if !hasPoint, separator == .space, scene.follows(anyOf: scene.words[.modelNumberWords], at: Int(symbols.ends[at - 1])) { return nil }
    return at
  }

  /// A word that names a variant, capitalized or behind a hyphen; or a size such as `70B`.
  private func variant(_ start: Int) -> Int? {
    let symbols = scene.symbols
    guard start < symbols.count, symbols.separators[start] == .space || symbols.separators[start] == .hyphen else { return nil }
    var at = start
    while at < symbols.count, Symbol.isAlphanumeric(symbols.symbols[at]) || symbols.symbols[at] == 0x2E && at + 1 < symbols.count && Symbol.isDigit(symbols.symbols[at + 1]),
      at == start || symbols.separators[at] == .none
    { at += 1 }
    guard at > start, at - start <= 14 else { return nil }
    let span = Span(Int(symbols.starts[start]), Int(symbols.ends[at - 1]))
    let word = scene.text.text(span)
    let first = scene.text.original[scene.text.original(span).start]
    if scene.words[.modelVariants].contains(word) {
      guard symbols.separators[start] == .hyphen || first &- 0x41 < 26 else { return nil }
      return at
    }
    if symbols.separators[start] == .hyphen, word.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x62 || $0 == 0x61 || $0 == 0x2E || $0 == 0x6B }), first &- 0x30 < 10 || word.utf8.first == 0x61 { return at }
    return nil
  }

  /// The entity of a kind whose alias spells exactly these symbols.
  func known(_ symbols: [UInt16], _ type: EntityType = .model) -> Int32? {
    var node: UInt32 = 0
    for (position, symbol) in symbols.enumerated() {
      node = position == 0 ? catalog.trie.rootChild(symbol) : catalog.trie.child(node, symbol)
      if node == 0 { return nil }
    }
    for value in catalog.trie.values(of: node) {
      let entity = catalog.aliases[Int(catalog.trie.values[value])].entity
      if entity >= 0, catalog.index.types[Int(entity)] == type { return entity }
    }
    return nil
  }
}
