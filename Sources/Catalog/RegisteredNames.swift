import Facts
import Language

/// The registered form around a listed Chinese name: `海州|青舟|智能科技有限公司` is 青舟, all of it.
struct RegisteredNames {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon

  /// Characters between a name and its legal form, at most: the words of its trade.
  private static let longestTrade = 10
  private static let hanBytes = 3

  /// The span of the registered name; `nil` where no legal form closes it.
  func whole(_ mention: Mention) -> Span? {
    guard scene.language == .zh, mention.type == .company, let end = end(from: mention.folded.end) else { return nil }
    return Span(start(before: mention.folded.start), end)
  }

  private func end(from start: Int) -> Int? {
    let bytes = scene.text.bytes
    var at = start
    while at < bytes.count, at - start <= Self.longestTrade * Self.hanBytes {
      if let legal = scene.words[.registeredEnds].phrases.first(where: { scene.follows($0, at: at) }) { return at + legal.bytes.count }
      guard scalarLength(bytes[at]) == Self.hanBytes, Symbol.isHan(UInt16(truncatingIfNeeded: decodeScalar(bytes, at: at).scalar)),
        !scene.follows(anyOf: scene.words[.chineseStops], at: at)
      else { return nil }
      at += Self.hanBytes
    }
    return nil
  }

  /// With the place right before the name: 海州青舟…, 海州市青舟….
  private func start(before name: Int) -> Int {
    var end = name
    if scene.precedes(anyOf: ["市", "省"], end) { end -= Self.hanBytes }
    for length in stride(from: 4, through: 2, by: -1) {
      let start = end - length * Self.hanBytes
      if start >= 0, scalarLength(scene.text.bytes[start]) == Self.hanBytes, lexicon.places.contains(scene.text.text(Span(start, end))) { return start }
    }
    return name
  }
}
