import Facts
import Language

/// Companies whose names begin with a known one: `Acme Ventures`, `GMOソラノ`, `KDDIスマートソラ`.
///
/// A linked company's name that goes on without a gap in katakana, or with a capitalized word of organizations, is the beginning
/// of another company's name; generic words (`LINEアプリ`) are none.
struct HouseNames {
  let scene: LinkingScene
  let catalog: Catalog

  private static let suffixes: Set<String> = [
    "ventures", "capital", "research", "foundation", "securities", "robotics", "pictures", "studios", "japan", "europe", "bank", "university", "holdings", "institute",
    "partners", "fund", "asset", "energy", "motors", "insurance", "logistics", "healthcare",
  ]

  /// The span of the longer name, `nil` if the mention stands alone.
  func longer(_ mention: Mention) -> Span? {
    guard mention.type == .company, let company = catalog.company(mention.id), company.kind != "media" else { return nil }
    let next = scene.tokens.index(ofByte: mention.folded.end)
    guard let token = scene.tokens.at(next) else { return nil }
    if token.start == mention.folded.end, token.kind == .katakana, company.country == "JP", scene.text.bytes[mention.folded.start] < 0x80 {
      let word = scene.text.text(token.span)
      guard token.span.count >= 9, !catalog.lexicon.isGeneric(word) else { return nil }
      var end = token.end
      if let tail = scene.tokens.at(next + 1), tail.kind == .latin, tail.start == end { end = tail.end }
      return Span(mention.folded.start, end)
    }
    if token.kind == .space, let word = scene.tokens.at(next + 1), word.kind == .latin, word.isCapitalized, word.hasLower, Self.suffixes.contains(scene.tokens.word(next + 1)), scene.text.bytes[mention.folded.start] < 0x80 {
      return Span(mention.folded.start, word.end)
    }
    return nil
  }
}
