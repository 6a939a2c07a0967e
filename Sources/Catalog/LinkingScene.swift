import Facts
import Language

/// Everything about one text that a decision on a name may look at.
struct LinkingScene {
  let text: FoldedText
  let symbols: MatchingText
  let tokens: NameTokens
  let language: ArticleLanguage
  let candidates: [NameMatcher.Candidate]
  let words: DiscoveryWords

  /// Folded bytes of a candidate.
  func folded(_ symbols: Range<Int>) -> Span {
    Span(Int(self.symbols.starts[symbols.lowerBound]), Int(self.symbols.ends[symbols.upperBound - 1]))
  }

  /// Does the folded text go on with `word` at a byte?
  func follows(_ word: StaticString, at byte: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard byte >= 0, byte + count <= text.bytes.count, text.bytes[byte] == word.utf8Start.pointee else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<count where text.bytes[byte + offset] != buffer[offset] { return false }
      return true
    }
  }

  func follows(anyOf words: [StaticString], at byte: Int) -> Bool { words.contains { follows($0, at: byte) } }

  func follows(anyOf words: PhraseList, at byte: Int) -> Bool { words.begins(text.bytes, at: byte) }

  func follows(_ phrase: PhraseList.Phrase, at byte: Int) -> Bool { PhraseList.stands(phrase.bytes, in: text.bytes, at: byte) }

  func precedes(anyOf words: PhraseList, _ byte: Int) -> Bool { words.ends(text.bytes, before: byte) }

  func precedes(_ phrase: PhraseList.Phrase, _ byte: Int) -> Bool { follows(phrase, at: byte - phrase.bytes.count) }

  /// Does `word` stand right before a byte?
  func precedes(_ word: StaticString, _ byte: Int) -> Bool { follows(word, at: byte - word.utf8CodeUnitCount) }

  func precedes(anyOf words: [StaticString], _ byte: Int) -> Bool { words.contains { precedes($0, byte) } }

  /// How often the folded bytes of a span stand in the text, itself included, counted up to a limit.
  func count(_ span: Span, atMost limit: Int) -> Int {
    let bytes = text.bytes
    let first = bytes[span.start]
    var found = 0
    var at = 0
    while at + span.count <= bytes.count, found < limit {
      if bytes[at] == first, (0..<span.count).allSatisfy({ bytes[at + $0] == bytes[span.start + $0] }) {
        found += 1
        at += span.count
      } else {
        at += 1
      }
    }
    return found
  }

  /// The byte after any spaces.
  func skipSpaces(_ byte: Int) -> Int {
    var byte = byte
    while byte < text.bytes.count, text.bytes[byte] == 0x20 { byte += 1 }
    return byte
  }

  func skipSpacesBack(_ byte: Int) -> Int {
    var byte = byte
    while byte > 0, text.bytes[byte - 1] == 0x20 { byte -= 1 }
    return byte
  }

  /// The folded run of the line that holds a byte.
  func line(of byte: Int) -> Span {
    var start = byte
    while start > 0, text.bytes[start - 1] != 0x0A { start -= 1 }
    var end = byte
    while end < text.bytes.count, text.bytes[end] != 0x0A { end += 1 }
    return Span(start, end)
  }

  /// Is the line of a byte a by-line, a credit, a list of sources: names in it tell who wrote, not what happened?
  func isByline(_ byte: Int) -> Bool {
    let start = line(of: byte).start
    if byte - start > 200 { return follows(anyOf: ["authors:", "author:"], at: start) }
    return follows(anyOf: words[.bylineHeads], at: start)
      || precedes(anyOf: words[.bylineLeads], skipSpacesBack(byte) == byte ? byte : byte) || opensWithPoweredBy(byte)
  }

  /// A line that begins with “Powered by” names its host; in a sentence it says whose model or chip is used.
  func opensWithPoweredBy(_ byte: Int) -> Bool {
    precedes("powered by ", byte) && line(of: byte).start == byte - 11
  }

  /// Does a sentence, a line or a quotation begin at a byte?
  func isSentenceStart(_ byte: Int) -> Bool {
    let before = skipSpacesBack(byte)
    guard before > 0 else { return true }
    if text.bytes[before - 1] == 0x0A { return true }
    if [0x2E, 0x21, 0x3F, 0x3A, 0x22].contains(text.bytes[before - 1]) { return before < byte || text.bytes[before - 1] == 0x22 }
    return precedes(anyOf: ["。", "「", "『", "！", "？", "、", "“"], before)
  }
}
