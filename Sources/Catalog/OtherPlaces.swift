import Facts
import Language

/// Finds the other places of discovered names in a text, and the abbreviations that the text introduces for them.
///
/// After `海山技術研究所（KGK）`, each `KGK` is the institute; after `株式会社ソラノ`, each `ソラノ` that stands free is the company, as is
/// `Zolvant` after `Zolvant Therapeutics`.
struct OtherPlaces {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon

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
    for mention in fresh where mention.type == .model {
      for place in siblings(of: mention.folded) {
        var sibling = mention
        sibling.name = scene.text.originalText(scene.text.original(place))
        sibling.id = "new:" + sibling.name
        add(sibling, place, "another version of \(mention.name)")
      }
    }
    for mention in (known + fresh).sorted(by: { $0.folded < $1.folded }) where mention.type == .company || mention.isDiscovered {
      guard let abbreviation = abbreviation(after: mention.folded.end, isDiscovered: mention.isDiscovered) else { continue }
      // The short form may have been found by itself: it is the same name.
      let short = scene.text.text(abbreviation)
      for index in result.indices where result[index].isDiscovered && result[index].id != mention.id && scene.text.text(result[index].folded) == short {
        let place = (result[index].span, result[index].folded)
        result[index] = mention
        (result[index].span, result[index].folded) = place
        result[index].reason = "short for \(mention.name)"
      }
      for place in occurrences(of: abbreviation) + [abbreviation] { add(mention, place, "short for \(mention.name)") }
    }
    for mention in fresh where mention.type == .company {
      // Where the longer name only adds its trade.
      let name = scene.text.text(mention.folded)
      guard scene.words[.sameHouseEnds].ends(name) || scene.words[.fundEnds].ends(name) && name.split(separator: " ").count == 2, let head = head(of: mention.folded) else { continue }
      let short = scene.text.text(head)
      if fresh.contains(where: { $0.id != mention.id && scene.text.text($0.folded) == short }) {
        for index in result.indices where result[index].isDiscovered && result[index].type == .company && result[index].id != mention.id && scene.text.text(result[index].folded) == short {
          let place = (result[index].span, result[index].folded)
          result[index] = mention
          (result[index].span, result[index].folded) = place
          result[index].reason = "short for \(mention.name)"
        }
      }
      for place in occurrences(of: head) where standsAlone(place) { add(mention, place, "short for \(mention.name)") }
    }
    return result
  }

  /// The same name with another version: `青岚2.5` beside `青岚3.0`, `Zolvant-4` beside `Zolvant-3`.
  private func siblings(of name: Span) -> [Span] {
    let bytes = scene.text.bytes
    func isVersion(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte == 0x2E }
    var stem = name.end
    while stem > name.start, isVersion(bytes[stem - 1]) { stem -= 1 }
    // At least two wide characters or three letters, and a version that begins with a digit.
    guard stem < name.end, bytes[stem] != 0x2E, stem - name.start >= (bytes[name.start] < 0x80 ? 3 : 6) else { return [] }
    let head = Array(bytes[name.start..<stem])
    var found: [Span] = []
    var at = 0
    while let start = bytes.firstIndex(of: head, in: Span(at, bytes.count)) {
      var end = start + head.count
      at = end
      while end < bytes.count, isVersion(bytes[end]) { end += 1 }
      while end > at, bytes[end - 1] == 0x2E { end -= 1 }
      let isInside = start > 0 && bytes[start] < 0x80 && (bytes[start - 1] | 0x20) &- 0x61 < 26
      guard end > at, !isInside, end == bytes.count || (bytes[end] | 0x20) &- 0x61 >= 26, start != name.start else { continue }
      found.append(Span(start, end))
    }
    return found
  }

  /// The coined first word of a name of several: `Zolvant` of `Zolvant Therapeutics`, `ゾルバン` of `ゾルバン・リサーチ`.
  private func head(of name: Span) -> Span? {
    let first = scene.tokens.index(ofByte: name.start)
    guard let token = scene.tokens.at(first), token.start == name.start, token.end < name.end else { return nil }
    let word = scene.tokens.word(first)
    guard !lexicon.isGeneric(word), !lexicon.places.contains(word), !lexicon.commonKatakana.contains(word) else { return nil }
    switch token.kind {
    case .latin:
      guard token.isCapitalized, token.hasLower, token.span.count >= 5, scene.tokens.kind(first + 1) == .space, !lexicon.givenNames.contains(word) else { return nil }
    case .katakana:
      guard token.span.count >= 9, scene.tokens.isScalar(first + 1, 0x30FB), !lexicon.isGivenKatakana(word) else { return nil }
    default: return nil
    }
    return token.span
  }

  /// No part of another name of several words.
  private func standsAlone(_ place: Span) -> Bool {
    let position = scene.tokens.index(ofByte: place.start)
    guard let token = scene.tokens.at(position), token.span == place, token.kind == .katakana || token.isCapitalized else { return false }
    func isName(_ position: Int) -> Bool { scene.tokens.at(position).map { $0.kind == .latin && $0.isCapitalized } ?? false }
    if token.kind == .katakana { return !scene.tokens.isScalar(position + 1, 0x30FB) && !scene.tokens.isScalar(position - 1, 0x30FB) }
    if scene.tokens.kind(position + 1) == .space, isName(position + 2) { return false }
    return !(scene.tokens.kind(position - 1) == .space && isName(position - 2) && !scene.isSentenceStart(scene.tokens[position - 2].start))
  }

  /// `（KGK）` right behind a name, `（以下、ソラノ）`, `（下称“海云”）`, `(“Zolvant”)`.
  private func abbreviation(after end: Int, isDiscovered: Bool) -> Span? {
    let bytes = scene.text.bytes
    var open = end
    for mark in ["」", "』", "\""] as [StaticString] where scene.follows(mark, at: open) {
      open += mark.utf8CodeUnitCount
      break
    }
    open = scene.skipSpaces(open)
    guard open < bytes.count, bytes[open] == 0x28 else { return nil }
    if let lead = scene.words[.shortFormLeads].phrase(bytes, at: open + 1) { return told(from: open + 1 + lead.bytes.count) }
    if open + 1 < bytes.count, bytes[open + 1] == 0x22 || scene.follows("「", at: open + 1) { return told(from: open + 1) }
    let position = scene.tokens.index(ofByte: open) + 1
    guard let token = scene.tokens.at(position), token.kind == .latin, scene.tokens.isScalar(position + 1, 0x29) || scene.tokens.isScalar(position + 1, 0x3001) && !token.hasLower else { return nil }
    let length = token.end - token.start
    guard length >= 2, token.isCapitalized else { return nil }
    if !token.hasLower, length <= 6 { return scene.words[.noAbbreviations].contains(scene.tokens.word(position)) ? nil : token.span }
    return isDiscovered ? token.span : nil
  }

  /// The short form behind `以下、`, quotation marks around it or none.
  private func told(from byte: Int) -> Span? {
    let bytes = scene.text.bytes
    var start = byte
    while start < bytes.count, [0x20, 0x22, 0x3A, 0x2C].contains(bytes[start]) || scene.follows("、", at: start) || scene.follows("「", at: start) { start += scalarLength(bytes[start]) }
    var end = start
    while end < bytes.count, end - start <= 36, ![0x22, 0x29, 0x2C, 0x0A, 0x3B].contains(bytes[end]), !scene.follows("」", at: end), !scene.follows("、", at: end) { end += scalarLength(bytes[end]) }
    guard end - start >= 2, end - start <= 36, end < bytes.count, bytes[end] != 0x0A else { return nil }
    let span = Span(start, end)
    let word = scene.text.text(span)
    let position = scene.tokens.index(ofByte: start)
    guard let token = scene.tokens.at(position), token.start == start, token.kind != .latin || token.isCapitalized, token.kind != .number, !lexicon.generic.contains(word), !scene.words[.noAbbreviations].contains(word) else { return nil }
    return span
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
