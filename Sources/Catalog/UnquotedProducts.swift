import Facts
import Language

/// Products named without quotation marks: a Latin name beside the noun that says what it is.
///
/// `議事録ツールのZolnote`, `ベンチマークZolBench`, `Zolnoteアプリ`, `Zolvaフレームワーク` name products; `スマホアプリ`, `LLMフレームワーク`,
/// `クラウドサービスのZolvant社` do not.
struct UnquotedProducts {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]

  private var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    guard scene.language == .ja else { return [] }
    var found: [Discovery] = []
    for position in 0..<tokens.count where tokens[position].kind == .latin && tokens[position].hasLower {
      if tokens.kind(position - 1) == .space, tokens.kind(position - 2) == .latin { continue }
      guard let span = name(position), !overlapsAny(taken, span), !scene.isByline(span.start) else { continue }
      if let discovery = kindBefore(span) ?? kindAfter(span) { found.append(discovery) }
    }
    return found
  }

  /// Capitalized Latin words, not all of them common.
  private func name(_ position: Int) -> Span? {
    let token = tokens[position]
    guard token.isCapitalized, token.span.count >= 3 else { return nil }
    if [0x40, 0x2F, 0x23, 0x5F].contains(where: { tokens.isScalar(position - 1, $0) }) { return nil }
    var last = position
    var isGeneric = lexicon.generic.contains(tokens.word(position))
    while last - position < 6, tokens.kind(last + 1) == .space, let next = tokens.at(last + 2), next.kind == .latin && next.isCapitalized || next.kind == .number {
      last += 2
      isGeneric = isGeneric && (next.kind == .number || lexicon.generic.contains(tokens.word(last)))
    }
    if isGeneric || lexicon.givenNames.contains(tokens.word(position)) || last == position && scene.words[.tradeAbbreviations].contains(tokens.word(position)) { return nil }
    let span = Span(token.start, tokens[last].end)
    return span.count <= 40 ? span : nil
  }

  private func kindBefore(_ span: Span) -> Discovery? {
    let before = scene.skipSpacesBack(span.start)
    guard scene.precedes(anyOf: scene.words[.productNounsBefore], before), !scene.follows(anyOf: scene.words[.companyAfterLatin], at: span.end) else { return nil }
    return Discovery(type: .product, span: span, confidence: 790, reason: "ツールの…")
  }

  private func kindAfter(_ span: Span) -> Discovery? {
    guard scene.follows(anyOf: scene.words[.productNounsAfter], at: span.end) else { return nil }
    return Discovery(type: .product, span: span, confidence: 720, reason: "…アプリ")
  }
}
