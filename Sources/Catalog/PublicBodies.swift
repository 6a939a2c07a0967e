import Facts
import Language

/// Prefectures, cities, towns and villages that act: `北海道は実証を始めた`, `ソラノ市と連携協定を締結`.
///
/// A place of an address, of weather or of a plant (`熊本県に工場`, `東京都港区`) is none: the name must be the agent or the partner of what
/// only a body does.
struct PublicBodies {
  let scene: LinkingScene
  let taken: [Span]

  func discoveries() -> [Discovery] {
    guard scene.language == .ja else { return [] }
    var found: [Discovery] = []
    for token in scene.tokens.tokens where token.kind == .han && token.span.count >= 9 && token.span.count <= 18 {
      let name = scene.text.text(token.span)
      let isPrefecture = scene.words[.prefectures].contains(name)
      guard isPrefecture || isMunicipality(token.span, name), !overlapsAny(taken, token.span), isAgent(token.span) else { continue }
      found.append(Discovery(type: .company, span: token.span, confidence: isPrefecture ? 780 : 740, reason: "a public body acts"))
    }
    return found
  }

  private func isMunicipality(_ span: Span, _ name: String) -> Bool {
    guard scene.precedes(anyOf: ["市", "町", "村"], span.end), span.count <= 15 else { return false }
    return !scene.words[.noMunicipalityEnds].ends(name) && !scene.words[.noMunicipalityHeads].begins(name)
  }

  /// The topic or the partner in a sentence that tells of a body's doing; no place `に` or `で`.
  private func isAgent(_ span: Span) -> Bool {
    let isPartner = scene.follows(anyOf: scene.words[.publicPartners], at: span.end)
    if isPartner { return true }
    guard scene.follows(anyOf: ["は", "が", "と"], at: span.end) else { return false }
    let line = scene.line(of: span.start)
    var end = span.end
    while end < line.end, !scene.follows("。", at: end) { end += 1 }
    return scene.words[.publicDoings].occurs(scene.text.bytes, in: Span(span.end, end))
  }
}
