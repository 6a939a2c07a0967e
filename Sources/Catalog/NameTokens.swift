import Facts
import Language

/// A folded text cut where the script changes: what discovery looks for unknown names in.
///
/// `米Acme社のサム・リー氏` → han `米`, latin `acme`, han `社`, hiragana `の`, katakana `サム`, other `・` …. Inner dots,
/// hyphens, ampersands and apostrophes stay in a Latin token (`q.ai`, `at&t`, `o'neil`), a possessive `'s` does not.
struct NameTokens {
  enum Kind: UInt8 { case latin, number, katakana, hiragana, han, space, newline, other }

  struct Token {
    let kind: Kind
    /// Folded bytes.
    let start: Int
    let end: Int
    /// First scalar, for punctuation.
    let scalar: UInt32
    /// Of a Latin token in the original: begins with a capital; has a letter that is none.
    let isCapitalized: Bool
    let hasLower: Bool

    var span: Span { Span(start, end) }
  }

  let text: FoldedText
  private(set) var tokens: [Token] = []

  init(_ text: FoldedText) {
    self.text = text
    let bytes = text.bytes
    tokens.reserveCapacity(bytes.count / 5)
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let kind = Self.kind(scalar)
      let start = offset
      offset += length
      switch kind {
      case .latin, .number:
        offset = Self.wordEnd(text, from: offset)
        appendWord(start, offset, scalar)
        continue
      case .katakana, .hiragana, .han:
        while offset < bytes.count {
          let (next, length) = decodeScalar(bytes, at: offset)
          guard Self.kind(next) == kind || (next == 0x30FC && kind != .han) else { break }
          offset += length
        }
      case .space, .newline:
        while offset < bytes.count, bytes[offset] == bytes[start] { offset += 1 }
      case .other: break
      }
      tokens.append(Token(kind: kind, start: start, end: offset, scalar: scalar, isCapitalized: false, hasLower: false))
    }
  }

  var count: Int { tokens.count }

  subscript(_ position: Int) -> Token { tokens[position] }

  /// The token at a position; `nil` outside the text.
  func at(_ position: Int) -> Token? { position >= 0 && position < tokens.count ? tokens[position] : nil }

  func kind(_ position: Int) -> Kind { at(position)?.kind ?? .newline }

  /// The folded word of a token.
  func word(_ position: Int) -> String {
    guard let token = at(position) else { return "" }
    return text.text(token.span)
  }

  func isScalar(_ position: Int, _ scalar: UInt32) -> Bool {
    guard let token = at(position) else { return false }
    return token.kind == .other && token.scalar == scalar
  }

  /// The first token that ends after a folded byte.
  func index(ofByte byte: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func appendWord(_ start: Int, _ end: Int, _ scalar: UInt32) {
    let original = text.original(Span(start, end))
    var hasLetter = false
    var hasLower = false
    for offset in original.range {
      let byte = text.original[offset]
      if byte &- 0x61 < 26 { hasLower = true }
      if byte | 0x20 &- 0x61 < 26 || byte >= 0x80 { hasLetter = true }
    }
    for offset in start..<end where text.bytes[offset] &- 0x61 < 26 || text.bytes[offset] >= 0x80 { hasLetter = true }
    let first = text.original[original.start]
    var isCapitalized = first &- 0x41 < 26
    if first >= 0x80 {
      // Full-width or accented: capital if folding changed it to another letter's bytes.
      let (lead, _) = decodeScalar(text.original, at: original.start)
      isCapitalized = (0xFF21...0xFF3A).contains(lead) || (0xC0...0xDE).contains(lead)
    }
    // 37Signals, 1Password
    if first &- 0x30 < 10, hasLower, isNumberedName(original) { isCapitalized = true }
    tokens.append(
      Token(
        kind: hasLetter ? .latin : .number, start: start, end: end, scalar: scalar, isCapitalized: isCapitalized,
        hasLower: hasLower))
  }

  /// Digits, a capital and three small letters.
  private func isNumberedName(_ original: Span) -> Bool {
    let bytes = text.original[original.range]
    guard let capital = bytes.firstIndex(where: { $0 &- 0x30 >= 10 }), bytes[capital] &- 0x41 < 26, capital + 3 < bytes.endIndex else { return false }
    return bytes[(capital + 1)...(capital + 3)].allSatisfy { $0 &- 0x61 < 26 }
  }

  private static func wordEnd(_ text: FoldedText, from start: Int) -> Int {
    let bytes = text.bytes
    var offset = start
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let kind = kind(scalar)
      if kind == .latin || kind == .number {
        offset += length
        continue
      }
      let next = offset + length
      guard next < bytes.count else { break }
      switch scalar {
      case 0x2E, 0x2D, 0x26, 0x2B:
        let follower = Self.kind(decodeScalar(bytes, at: next).scalar)
        guard follower == .latin || follower == .number else { return offset }
        if scalar == 0x2E, isSentence(text, next) { return offset }
        offset = next
      case 0x27:
        // o'neil, but not acme's
        let follower = decodeScalar(bytes, at: next)
        guard Self.kind(follower.scalar) == .latin else { return offset }
        let after = next + follower.length
        let isPossessive = follower.scalar == 0x73
          && (after >= bytes.count || ![.latin, .number].contains(Self.kind(decodeScalar(bytes, at: after).scalar)))
        if isPossessive { return offset }
        offset = next
      default: return offset
      }
    }
    return offset
  }

  /// A capital and a lower-case letter after a full stop begin a sentence whose space is missing.
  private static func isSentence(_ text: FoldedText, _ byte: Int) -> Bool {
    let original = text.original(Span(byte, byte + 1)).start
    guard original + 1 < text.original.count else { return false }
    return text.original[original] &- 0x41 < 26 && text.original[original + 1] &- 0x61 < 26
  }

  static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x30...0x39: .number
    case 0x61...0x7A, 0x41...0x5A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x370...0x3FF, 0x400...0x52F: .latin
    case 0x20, 0x09: .space
    case 0x0A, 0x0D: .newline
    case 0x3041...0x309F: .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF: .katakana
    case 0x3400...0x9FFF, 0x3005, 0x20000...0x3FFFF: .han
    default: .other
    }
  }
}
