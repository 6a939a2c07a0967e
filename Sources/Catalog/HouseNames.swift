import Facts
import Language

/// Companies whose names begin with a known one: `Acme Ventures`, `GMOソラノ`, `KDDIスマートソラ`.
///
/// A linked company's name that goes on without a gap in katakana, or with a capitalized word of organizations, is the beginning
/// of another company's name; generic words (`LINEアプリ`) are none.
struct HouseNames {
  let scene: LinkingScene
  let catalog: Catalog

  /// The span of the longer name, `nil` if the mention stands alone.
  func longer(_ mention: Mention) -> Span? {
    if mention.type == .company || mention.type == .product, let end = latinHouse(mention.folded, isProduct: mention.type == .product) { return Span(mention.folded.start, end) }
    guard mention.type == .company, let company = catalog.company(mention.id), company.kind != "media" else { return nil }
    let next = scene.tokens.index(ofByte: mention.folded.end)
    guard let token = scene.tokens.at(next) else { return nil }
    if let end = houseEnd(mention.folded.end) { return Span(mention.folded.start, end) }
    if token.start == mention.folded.end, token.kind == .katakana, company.country == "JP", scene.text.bytes[mention.folded.start] < 0x80 {
      let word = scene.text.text(token.span)
      guard token.span.count >= 9, !catalog.lexicon.isGeneric(word) else { return nil }
      var end = token.end
      if let tail = scene.tokens.at(next + 1), tail.kind == .latin, tail.start == end { end = tail.end }
      return Span(mention.folded.start, end)
    }
    return nil
  }

  /// Words of organizations behind a Latin name, one of a field between: `Acme AI Studio`, `Acme Research Institute`; of a product only its
  /// game studios.
  private func latinHouse(_ name: Span, isProduct: Bool) -> Int? {
    guard scene.text.bytes[name.start] < 0x80 else { return nil }
    var position = scene.tokens.index(ofByte: name.end)
    var end: Int?
    var hasMiddle = false
    while scene.tokens.kind(position) == .space, let word = scene.tokens.at(position + 1), word.kind == .latin, word.isCapitalized {
      let text = scene.tokens.word(position + 1)
      if scene.words[.houseSuffixes].contains(text), word.hasLower {
        // ASML Europe's most valuable company
        if scene.follows(anyOf: scene.words[.superlatives], at: word.end) { return nil }
        if isProduct, !hasMiddle || !text.hasPrefix("studio") { return nil }
        end = word.end
      } else if !hasMiddle, end == nil, scene.words[.houseMiddles].contains(text), !isProduct || text == "game" {
        hasMiddle = true
      } else {
        break
      }
      position += 2
    }
    return end
  }

  /// Katakana words, with middle dots between, that end in a word of funds and houses: `・ベンチャーズ`, `ベンチャー・グロース・インベストメンツ`.
  private func houseEnd(_ start: Int) -> Int? {
    var end = start
    var position = scene.tokens.index(ofByte: start)
    // ソラノ エンターテインメント&コミュニケーション
    if scene.language == .ja, scene.tokens.kind(position) == .space, scene.tokens.kind(position + 1) == .katakana {
      end = scene.tokens[position].end
      position += 1
    }
    while let token = scene.tokens.at(position), token.start == end, token.kind == .katakana || [0x30FB, 0x26].contains(where: { scene.tokens.isScalar(position, $0) }) && scene.tokens.kind(position + 1) == .katakana {
      end = token.end
      position += 1
    }
    guard end > start, ![.han, .latin].contains(scene.tokens.kind(position)) || scene.follows(anyOf: ["社", "など", "を", "から"], at: end) else { return nil }
    return scene.precedes(anyOf: scene.words[.houseEnds], end) ? end : nil
  }

}
