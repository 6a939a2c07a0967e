public import Facts

/// One word or mark of an English sentence.
public struct EnglishToken: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case word, mark
    /// A run that the caller keeps whole: a name, a quantity; its number in the caller's list.
    case unit(Int)
    /// `’s` or the bare apostrophe of a plural, behind a word or unit.
    case possessive
  }

  public let kind: Kind
  /// Folded: lower case, plain quotation marks and dashes. Empty for a unit.
  public let text: String
  /// Bytes of the original text.
  public let span: Span
  public let isCapitalised: Bool

  public init(kind: Kind, text: String, span: Span, isCapitalised: Bool) {
    self.kind = kind
    self.text = text
    self.span = span
    self.isCapitalised = isCapitalised
  }
}

/// Cuts an English sentence into words, marks and the units that are already known.
///
/// `Acme’s $3bn stake` with the units `Acme` and `$3bn` → unit 0, `’s`, unit 1, `stake`. A hyphen inside a word keeps it whole
/// (`co-led`), one between units is a mark of its own.
public struct EnglishTokenizer: Sendable {
  public init() {}

  /// - Parameter units: in the order of the text, not overlapping, in bytes of the original.
  public func tokens(_ text: FoldedText, in sentence: Span, units: [Span]) -> [EnglishToken] {
    var tokens: [EnglishToken] = []
    let run = text.folded(sentence)
    let folded = units.map { text.folded($0) }
    var next = 0
    var offset = run.start
    while offset < run.end {
      while next < folded.count, folded[next].end <= offset { next += 1 }
      if next < folded.count, folded[next].start <= offset {
        tokens.append(EnglishToken(kind: .unit(next), text: "", span: units[next], isCapitalised: true))
        offset = folded[next].end
        next += 1
        continue
      }
      let limit = next < folded.count ? min(folded[next].start, run.end) : run.end
      let byte = text.bytes[offset]
      if byte <= 0x20 {
        offset += 1
      } else if byte == UInt8(ascii: "'"), let length = possessive(text.bytes, at: offset, limit: run.end), let last = tokens.last, last.kind != .mark {
        tokens.append(token(.possessive, text, Span(offset, offset + length)))
        offset += length
      } else if isWord(byte) {
        var end = offset + 1
        while end < limit, isWord(text.bytes[end]) || continues(text.bytes, at: end, limit: limit) { end += 1 }
        tokens.append(token(.word, text, Span(offset, end)))
        offset = end
      } else {
        tokens.append(token(.mark, text, Span(offset, offset + 1)))
        offset += 1
      }
    }
    return tokens
  }

  private func token(_ kind: EnglishToken.Kind, _ text: FoldedText, _ folded: Span) -> EnglishToken {
    let span = text.original(folded)
    let first = span.start < text.original.count ? text.original[span.start] : 0
    return EnglishToken(kind: kind, text: text.text(folded), span: span, isCapitalised: first &- 0x41 < 26)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }

  /// A hyphen, stop or `&` between two letters; `n't` stays with its verb.
  private func continues(_ bytes: [UInt8], at offset: Int, limit: Int) -> Bool {
    guard offset + 1 < limit, isWord(bytes[offset + 1]) else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "&"): return true
    case UInt8(ascii: "'"): return bytes[offset + 1] != UInt8(ascii: "s") || (offset + 2 < limit && isWord(bytes[offset + 2]))
    default: return false
    }
  }

  private func possessive(_ bytes: [UInt8], at offset: Int, limit: Int) -> Int? {
    let next = offset + 1
    if next < limit, bytes[next] == UInt8(ascii: "s"), next + 1 >= limit || !isWord(bytes[next + 1]) { return 2 }
    // A plural's: its companies’ deals.
    if offset > 0, bytes[offset - 1] == UInt8(ascii: "s"), next >= limit || bytes[next] == 0x20 { return 1 }
    return nil
  }
}
