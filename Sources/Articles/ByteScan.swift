import Glibc

/// Phrases that are looked for in lines of any length, as bytes: ASCII is compared in lower case.
struct PhraseList {
  private let phrases: [[UInt8]]

  init(_ phrases: [String]) { self.phrases = phrases.map { Array($0.utf8) } }

  /// How many of the phrases a text holds.
  func count(in text: [UInt8]) -> Int {
    let lowered = Self.lowered(text)
    return phrases.count { Self.holds(lowered, $0) }
  }

  func isAny(in text: [UInt8]) -> Bool {
    let lowered = Self.lowered(text)
    return phrases.contains { Self.holds(lowered, $0) }
  }

  private static func lowered(_ text: [UInt8]) -> [UInt8] { text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

  /// By the phrase's last byte: the first ones of kana and kanji are nearly all the same.
  private static func holds(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      phrase.withUnsafeBytes { phrase in
        guard let base = text.baseAddress, let wanted = phrase.baseAddress, let last = phrase.last else { return phrase.isEmpty }
        var start = phrase.count - 1
        while start < text.count, let found = memchr(base + start, Int32(last), text.count - start) {
          let end = base.distance(to: found) + 1
          if memcmp(base + (end - phrase.count), wanted, phrase.count) == 0 { return true }
          start = end
        }
        return false
      }
    }
  }
}

/// Eight bytes of a text in one word: whether any of them is one that is looked for takes a few steps of arithmetic.
///
/// Example: `Lanes(text, at: 0).holds(0x0A)` for a line's end. (Comparisons of SIMD types are slower: they go lane by lane.)
struct Lanes {
  private let word: UInt64
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  static let count = 8

  @inline(__always)
  init(_ raw: UnsafeRawBufferPointer, at offset: Int) { word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  @inline(__always)
  func holds(_ byte: UInt8) -> Bool { Self.zeros(word ^ (Self.ones &* UInt64(byte))) != 0 }

  @inline(__always)
  func holds(_ first: UInt8, or second: UInt8) -> Bool {
    Self.zeros(word ^ (Self.ones &* UInt64(first))) | Self.zeros(word ^ (Self.ones &* UInt64(second))) != 0
  }

  /// Whether any byte is less than a limit of at most 0x80.
  @inline(__always)
  func holdsLess(than limit: UInt8) -> Bool { (word &- Self.ones &* UInt64(limit)) & ~word & Self.highs != 0 }

  /// Whether all are printable ASCII, and no space stands before another.
  /// - Parameter next: the lanes one byte on.
  @inline(__always)
  func isPlain(before next: Lanes) -> Bool {
    guard isASCII, next.isASCII else { return false }
    let spaces = Self.zeros(word ^ (Self.ones &* 0x20)) & Self.zeros(next.word ^ (Self.ones &* 0x20))
    return spaces | Self.zeros(word ^ (Self.ones &* 0x7F)) == 0 && !holdsLess(than: 0x20)
  }

  @inline(__always)
  var isASCII: Bool { word & Self.highs == 0 }
}

/// Passes over a text's bytes: most texts have none of what is looked for.
enum ByteScan {
  /// How many control characters a text has, white space and escapes aside.
  static func controls(_ bytes: [UInt8]) -> Int {
    var found = 0
    forEachBlock(bytes) { $0.holdsLess(than: 0x20) } visit: { byte, _ in
      if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B { found += 1 }
    }
    return found
  }

  /// Visits the bytes of the blocks that are asked for, and those at the end that fill none.
  @inline(__always)
  static func forEachBlock(_ bytes: [UInt8], where isWanted: (Lanes) -> Bool, visit: (UInt8, Int) -> Void) {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index + Lanes.count <= raw.count {
        if isWanted(Lanes(raw, at: index)) {
          for offset in index..<(index + Lanes.count) { visit(raw[offset], offset) }
        }
        index += Lanes.count
      }
      while index < raw.count {
        visit(raw[index], index)
        index += 1
      }
    }
  }
}
