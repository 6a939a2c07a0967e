public import Facts

extension Catalog {
  /// Whether a row belongs to the shared reference; the rows behind it in each file are the project's own additions.
  public func isReference(_ type: EntityType, _ id: String) -> Bool {
    guard let row = index.row(type, id) else { return false }
    // The network X goes by the id of its company, which the reference knows.
    if type == .product, index.row(.company, id) != nil { return isReference(.company, id) }
    guard let last = Self.lastReferenceRow[type] else { return true }
    return row <= (index.row(type, last) ?? Int.max)
  }

  /// The last rows taken over from the reference, a kind each.
  private static let lastReferenceRow: [EntityType: String] = [
    .company: "ouster", .model: "lbm-tri", .product: "fourier-gr", .person: "takahiro-yamauchi",
  ]
}

extension Catalog {
  /// The one row of a kind that goes by a name exactly, folded as texts are; `nil` where none or several do.
  public func row(named name: String, _ type: EntityType) -> String? {
    let text = MatchingText(folding: name, hanzi: hanzi)
    guard text.count > 0 else { return nil }
    var node = trie.rootChild(text.symbols[0])
    for position in 1..<max(1, text.count) where node != 0 { node = trie.child(node, text.symbols[position]) }
    guard node != 0 else { return nil }
    var found: String?
    for position in trie.walk({ $0.values(of: node) }) {
      let entity = Int(aliases[Int(trie.values[position])].entity)
      guard entity >= 0, index.types[entity] == type, index.ids[entity] != found else { continue }
      guard found == nil else { return nil }
      found = index.ids[entity]
    }
    return found
  }
}
