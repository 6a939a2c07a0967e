public import Facts
public import Language

/// Finds the companies, models, chips, products and people that a text names, and says why.
public struct EntityLinker: Sendable {
  private let catalog: Catalog
  private let matcher: NameMatcher

  public init(_ catalog: Catalog) {
    self.catalog = catalog
    self.matcher = NameMatcher(trie: catalog.trie, aliases: catalog.aliases)
  }

  public func link(_ text: FoldedText, blocks: [Block], language: ArticleLanguage) -> LinkedText {
    let symbols = MatchingText(text.bytes, 0..<text.bytes.count, hanzi: catalog.hanzi)
    var mentions: [Mention] = []
    var refused: [RefusedMention] = []
    for candidate in matcher.candidates(symbols) {
      let folded = Span(
        Int(symbols.starts[candidate.symbols.lowerBound]), Int(symbols.ends[candidate.symbols.upperBound - 1]))
      let span = text.original(folded)
      let alias = catalog.aliases[Int(catalog.trie.values[candidate.values.lowerBound])]
      let entity = Int(alias.entity)
      let type = catalog.index.types[entity]
      let id = catalog.index.ids[entity]
      if alias.isAmbiguous {
        refused.append(RefusedMention(type: type, id: id, span: span, reason: "ambiguous"))
        continue
      }
      mentions.append(
        Mention(
          type: type, id: id, name: catalog.name(type, id, in: language) ?? id, span: span, folded: folded,
          confidence: Confidence(thousandths: 980), reason: "alias", maker: maker(type, id)))
    }
    return LinkedText(mentions: mentions, refused: refused)
  }

  private func maker(_ type: EntityType, _ id: String) -> String? {
    switch type {
    case .model: catalog.developer(ofModel: id)
    case .chip: catalog.vendor(ofChip: id)
    case .product: catalog.vendor(ofProduct: id)
    case .company, .person: nil
    }
  }
}
