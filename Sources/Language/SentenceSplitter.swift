public import Facts

/// One sentence of an article: a run of its original text inside one block.
public struct Sentence: Hashable, Sendable {
  /// UTF-8 bytes of `Article.text`, trimmed of white space and list marks.
  public let span: Span
  /// Index in `Article.blocks`.
  public let block: Int
  /// Ends in a question mark.
  public let isQuestion: Bool
  /// Has no full stop: a heading, a list item, a headline.
  public let isUnterminated: Bool

  public init(span: Span, block: Int, isQuestion: Bool, isUnterminated: Bool) {
    self.span = span
    self.block = block
    self.isQuestion = isQuestion
    self.isUnterminated = isUnterminated
  }
}

/// Cuts blocks into sentences at 。！？!? and at full stops between Latin words; never inside 「」『』（） pairs.
///
/// `甲社は「断る。」と述べた。乙社は黙った。` → two sentences. `Acme Inc. bought U.S. rival Bolt. It paid $3.5bn.` → two.
public struct SentenceSplitter: Sendable {
  /// A bracket that is not closed within this many bytes does not hold a sentence together.
  private static let longestBracket = 1200

  public init() {}

  public func split(_ bytes: [UInt8], blocks: [Block]) -> [Sentence] {
    var sentences: [Sentence] = []
    for (index, block) in blocks.enumerated() where block.kind != .code {
      split(bytes, block, index, into: &sentences)
    }
    return sentences
  }

  private func split(_ bytes: [UInt8], _ block: Block, _ index: Int, into sentences: inout [Sentence]) {
    let span = block.span
    var start = span.start
    var offset = span.start
    var depth = 0
    var opened = 0
    while offset < span.end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let next = offset + length
      switch scalar {
      case 0x300C, 0x300E, 0xFF08, 0x28, 0x3010, 0x201C:  // 「『（(【“
        if depth == 0 { opened = offset }
        depth += 1
      case 0x300D, 0x300F, 0xFF09, 0x29, 0x3011, 0x201D:  // 」』）)】”
        depth = max(0, depth - 1)
      case 0x0A:
        finish(bytes, Span(start, offset), block: index, question: false, terminated: false, into: &sentences)
        start = next
        depth = 0
      case 0x3000 where depth == 0 && (block.kind == .heading || block.kind == .listItem):
        // 「甲社、新型を発表　乙社と共同開発」: a headline's wide space parts two statements.
        if offset - start >= 18, span.end - next >= 12 {
          finish(bytes, Span(start, offset), block: index, question: false, terminated: false, into: &sentences)
          start = next
        }
      case 0x2014, 0x2015:
        // 「甲社、乙社を買収へ — 甲社は8日、…」: a dash between spaces parts a headline from its lead.
        if depth == 0, offset > start, bytes[offset - 1] == 0x20, next < span.end, bytes[next] == 0x20, offset >= start + 2, bytes[offset - 2] >= 0x80 {
          finish(bytes, Span(start, offset), block: index, question: false, terminated: false, into: &sentences)
          start = next
        }
      case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF61:  // 。！？!?｡
        if depth > 0, offset - opened < Self.longestBracket, closes(bytes, from: next, to: span.end) { break }
        if scalar == 0x21 || scalar == 0x3F, next < span.end, bytes[next] > 0x20, bytes[next] < 0x80 { break }
        var end = next
        while end < span.end, isTerminator(bytes, at: end) { end += decodeScalar(bytes, at: end).length }
        let question = scalar == 0xFF1F || scalar == 0x3F
        finish(bytes, Span(start, end), block: index, question: question, terminated: true, into: &sentences)
        start = end
        offset = end
        depth = 0
        continue
      case 0x2E:  // full stop
        if depth == 0 || offset - opened >= Self.longestBracket, isFullStop(bytes, at: offset, in: span) {
          finish(bytes, Span(start, next), block: index, question: false, terminated: true, into: &sentences)
          start = next
          depth = 0
        }
      default:
        break
      }
      offset = next
    }
    finish(bytes, Span(start, span.end), block: index, question: false, terminated: false, into: &sentences)
  }

  private func isTerminator(_ bytes: [UInt8], at offset: Int) -> Bool {
    switch decodeScalar(bytes, at: offset).scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x300D, 0x201D, 0xFF09: return true
    default: return false
    }
  }

  /// Whether an open bracket is closed soon; one that never closes holds nothing together.
  private func closes(_ bytes: [UInt8], from start: Int, to limit: Int) -> Bool {
    var offset = start
    let end = min(limit, start + Self.longestBracket)
    while offset < end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      switch scalar {
      case 0x300D, 0x300F, 0xFF09, 0x29, 0x3011, 0x201D: return true
      case 0x0A: return false
      default: offset += length
      }
    }
    return false
  }

  /// A full stop that ends an English sentence: before a space and an upper-case letter, a quotation mark or the end,
  /// and not behind a known abbreviation or an initial.
  private func isFullStop(_ bytes: [UInt8], at offset: Int, in span: Span) -> Bool {
    var next = offset + 1
    while next < span.end, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") { next += 1 }
    if next >= span.end { return true }
    guard bytes[next] == 0x20 else { return false }
    while next < span.end, bytes[next] == 0x20 { next += 1 }
    guard next < span.end else { return true }
    let follower = bytes[next]
    let startsSentence =
      (follower >= UInt8(ascii: "A") && follower <= UInt8(ascii: "Z")) || follower >= 0x80
      || follower == UInt8(ascii: "\"") || follower == UInt8(ascii: "$") || (follower >= 0x30 && follower <= 0x39)
    guard startsSentence else { return false }
    var wordStart = offset
    while wordStart > span.start, offset - wordStart < 24, isLatin(bytes[wordStart - 1]) || bytes[wordStart - 1] == UInt8(ascii: ".") {
      wordStart -= 1
    }
    let word = String(decoding: bytes[wordStart..<offset], as: UTF8.self).lowercased()
    // $12B. The round: a scale, no initial.
    if word.utf8.count == 1, wordStart > span.start, bytes[wordStart - 1] &- 0x30 < 10 { return true }
    if word.utf8.count == 1 { return standsAlone(bytes, at: wordStart, in: span) }
    if Self.abbreviations.contains(word) { return false }
    return true
  }

  /// `the social network X. Others`: a letter behind a common noun is a name; behind a name or a preposition an initial.
  private func standsAlone(_ bytes: [UInt8], at start: Int, in span: Span) -> Bool {
    guard start - 1 > span.start, bytes[start - 1] == 0x20 else { return false }
    var first = start - 1
    while first > span.start, isLatin(bytes[first - 1]) { first -= 1 }
    let before = String(decoding: bytes[first..<(start - 1)], as: UTF8.self)
    if before == "Series" { return true }
    return before.utf8.count > 3 && bytes[first] >= 0x61 && !["with", "from", "like", "than", "over"].contains(before)
  }

  private func isLatin(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static let abbreviations: Set<String> = [
    "inc", "corp", "co", "ltd", "mr", "ms", "mrs", "dr", "st", "vs", "no", "jr", "sr", "u.s", "u.k", "e.g", "i.e", "approx",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "gen", "rep", "sen", "gov", "prof",
    "a.m", "p.m", "cf", "al", "est", "fig", "bros", "d.c",
  ]

  private func finish(
    _ bytes: [UInt8], _ span: Span, block: Int, question: Bool, terminated: Bool, into sentences: inout [Sentence]
  ) {
    var start = span.start
    var end = span.end
    while start < end, let length = ornament(bytes, at: start) { start += length }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return }
    while end - start > Self.longest {
      // No statement is that long: a line without full stops is cut at its commas, so that no cost depends on its length.
      let cut = pause(bytes, before: start + Self.longest, after: start)
      sentences.append(Sentence(span: Span(start, cut), block: block, isQuestion: false, isUnterminated: true))
      start = cut
    }
    sentences.append(
      Sentence(span: Span(start, end), block: block, isQuestion: question, isUnterminated: !terminated))
  }

  /// The longest sentence in bytes.
  private static let longest = 4096

  /// The end of the last comma, space or scalar before `limit`.
  private func pause(_ bytes: [UInt8], before limit: Int, after start: Int) -> Int {
    var whole = limit
    while whole > start, bytes[whole] & 0xC0 == 0x80 { whole -= 1 }
    var offset = whole
    while offset > start + Self.longest / 2 {
      if bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x2C { return offset }
      if offset >= 3, bytes[offset - 3] == 0xE3, bytes[offset - 2] == 0x80, bytes[offset - 1] == 0x81 { return offset }
      offset -= 1
    }
    return whole
  }

  /// White space and marks that stand before a list item or a heading: `・` `■` `▼` `●` `-`.
  private func ornament(_ bytes: [UInt8], at offset: Int) -> Int? {
    let (scalar, length) = decodeScalar(bytes, at: offset)
    switch scalar {
    case 0...0x20, 0xA0, 0x3000, 0x30FB, 0x25A0, 0x25A1, 0x25CF, 0x25CB, 0x25C6, 0x25C7, 0x25BC, 0x25B2, 0x25B6, 0x2022, 0x3002,
      0x2D, 0x2A, 0x23, 0x3E, 0xFE0F, 0x1F000...0x1FAFF, 0x2600...0x27BF:
      return length
    default:
      return nil
    }
  }
}
