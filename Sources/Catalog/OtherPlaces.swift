import Facts
import Language

/// Finds the other places of discovered names in a text, and the abbreviations that the text introduces for them.
///
/// After `海山技術研究所（KGK）`, each `KGK` is the institute; after `株式会社ソラノ`, each `ソラノ` that stands free is the company.
struct OtherPlaces {
  let scene: LinkingScene

  func spread(_ fresh: [Mention], over known: [Mention]) -> [Mention] {
    var taken = (known + fresh).map(\.folded).sorted()
    var result = fresh
    func add(_ mention: Mention, _ folded: Span, _ reason: String) {
      guard !overlapsAny(taken, folded) else { return }
      var again = mention
      again.folded = folded
      again.span = scene.text.original(folded)
      again.reason = reason
      result.append(again)
      let place = taken.firstIndex { folded < $0 } ?? taken.count
      taken.insert(folded, at: place)
    }
    for mention in fresh {
      for place in occurrences(of: mention.folded) { add(mention, place, "again: \(mention.reason)") }
    }
    for mention in (known + fresh).sorted(by: { $0.folded < $1.folded }) where mention.type == .company || mention.isDiscovered {
      guard let abbreviation = abbreviation(after: mention.folded.end, isDiscovered: mention.isDiscovered) else { continue }
      if overlapsAny(taken, abbreviation) { continue }
      for place in occurrences(of: abbreviation) + [abbreviation] { add(mention, place, "short for \(mention.name)") }
    }
    return result
  }

  /// `（KGK）` right behind a name.
  private func abbreviation(after end: Int, isDiscovered: Bool) -> Span? {
    let open = scene.skipSpaces(end)
    guard open < scene.text.bytes.count, scene.text.bytes[open] == 0x28 else { return nil }
    let position = scene.tokens.index(ofByte: open) + 1
    guard let token = scene.tokens.at(position), token.kind == .latin, scene.tokens.isScalar(position + 1, 0x29) else { return nil }
    let length = token.end - token.start
    guard length >= 2, token.isCapitalized else { return nil }
    if !token.hasLower, length <= 6 { return scene.words[.noAbbreviations].contains(scene.tokens.word(position)) ? nil : token.span }
    return isDiscovered ? token.span : nil
  }

  /// Where the same folded bytes stand free elsewhere.
  private func occurrences(of span: Span) -> [Span] {
    let bytes = scene.text.bytes
    let length = span.count
    guard length >= 2 else { return [] }
    var found: [Span] = []
    var at = 0
    let first = bytes[span.start]
    while at + length <= bytes.count {
      if bytes[at] == first, at != span.start, matches(at, span), isFree(at, at + length) {
        found.append(Span(at, at + length))
        at += length
      } else {
        at += 1
      }
    }
    return found
  }

  private func matches(_ at: Int, _ span: Span) -> Bool {
    for offset in 0..<span.count where scene.text.bytes[at + offset] != scene.text.bytes[span.start + offset] { return false }
    return true
  }

  private func isFree(_ start: Int, _ end: Int) -> Bool {
    let bytes = scene.text.bytes
    func kind(before byte: Int) -> NameTokens.Kind {
      guard byte > 0 else { return .newline }
      var at = byte - 1
      while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      return NameTokens.kind(decodeScalar(bytes, at: at).scalar)
    }
    func kind(at byte: Int) -> NameTokens.Kind {
      byte < bytes.count ? NameTokens.kind(decodeScalar(bytes, at: byte).scalar) : .newline
    }
    func isRun(_ left: NameTokens.Kind, _ right: NameTokens.Kind) -> Bool {
      switch (left, right) {
      case (.latin, .latin), (.latin, .number), (.number, .latin), (.number, .number), (.katakana, .katakana): true
      case (.han, .han): scene.language == .ja
      default: false
      }
    }
    return !isRun(kind(before: start), kind(at: start)) && !isRun(kind(before: end), kind(at: end))
  }
}
