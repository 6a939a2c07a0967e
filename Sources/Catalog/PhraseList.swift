import Facts
import Language

/// One list of `discovery.tsv`: phrases as bytes, to be looked for in folded text or compared with whole words.
///
/// A class, so that the hundred lists are passed by reference.
final class PhraseList: Sendable {
  struct Phrase: Sendable {
    let bytes: [UInt8]
    /// Confidence in thousandths of what the phrase finds; 0 where the list has none.
    let points: Int

    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Its length in characters.
    var length: Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
  }

  /// In the order of the file.
  let phrases: [Phrase]
  /// The phrases as characters, for the lists that are looked for in arrays of them.
  let scalars: [[Unicode.Scalar]]
  /// Hashes of the phrases, sorted.
  private let hashes: [UInt64]
  /// The phrases that are one character, sorted.
  private let characters: [UInt32]
  /// The phrases' first and last characters: most places of a text are left after one look.
  private let firsts: CharacterFilter
  private let lasts: CharacterFilter

  init(_ phrases: [Phrase], inCharacters: Bool) {
    self.phrases = phrases
    scalars = inCharacters ? phrases.map { Array($0.text.unicodeScalars) } : []
    hashes = phrases.map { Self.hash($0.bytes) }.sorted()
    var characters: [UInt32] = []
    var firsts = CharacterFilter()
    var lasts = CharacterFilter()
    for phrase in phrases {
      let first = Self.character(phrase.bytes, from: 0)
      firsts.insert(first)
      lasts.insert(Self.last(phrase.bytes, before: phrase.bytes.count))
      if phrase.bytes.count == scalarLength(phrase.bytes[0]) { characters.append(first) }
    }
    self.characters = characters.sorted()
    self.firsts = firsts
    self.lasts = lasts
  }

  /// Is a word one of the phrases?
  func contains(_ word: String) -> Bool {
    var word = word
    return hashes.holdsSorted(word.withUTF8 { Self.hash($0) })
  }

  func contains(_ character: Unicode.Scalar) -> Bool { contains(character.value) }

  func contains(_ symbol: UInt16) -> Bool { contains(UInt32(symbol)) }

  private func contains(_ character: UInt32) -> Bool { characters.holdsSorted(character) }

  /// Does a text go on with one of the phrases at a byte?
  func begins(_ text: [UInt8], at byte: Int) -> Bool {
    guard byte >= 0, byte < text.count, firsts.mayHold(Self.character(text, from: byte)) else { return false }
    return phrases.contains { Self.stands($0.bytes, in: text, at: byte) }
  }

  /// The first phrase, in the order of the file, that a text goes on with at a byte.
  func phrase(_ text: [UInt8], at byte: Int) -> Phrase? {
    guard byte >= 0, byte < text.count, firsts.mayHold(Self.character(text, from: byte)) else { return nil }
    return phrases.first { Self.stands($0.bytes, in: text, at: byte) }
  }

  /// Does one of the phrases end right before a byte?
  func ends(_ text: [UInt8], before byte: Int) -> Bool {
    guard byte > 0, byte <= text.count, lasts.mayHold(Self.last(text, before: byte)) else { return false }
    return phrases.contains { Self.stands($0.bytes, in: text, at: byte - $0.bytes.count) }
  }

  /// Does a word begin with one of the phrases?
  func begins(_ word: String) -> Bool { begins(Array(word.utf8), at: 0) }

  /// Does a word end with one of the phrases?
  func ends(_ word: String) -> Bool { ends(Array(word.utf8), before: word.utf8.count) }

  /// The first phrase, in the order of the file, that a word ends with.
  func ending(of word: String) -> Phrase? {
    let bytes = Array(word.utf8)
    guard ends(bytes, before: bytes.count) else { return nil }
    return phrases.first { Self.stands($0.bytes, in: bytes, at: bytes.count - $0.bytes.count) }
  }

  /// Does one of the phrases stand in a run of a text?
  func occurs(_ text: [UInt8], in span: Span) -> Bool {
    var at = span.start
    while at < span.end {
      if firsts.mayHold(Self.character(text, from: at)), phrases.contains(where: { at + $0.bytes.count <= span.end && Self.stands($0.bytes, in: text, at: at) }) { return true }
      at += scalarLength(text[at])
    }
    return false
  }

  static func stands(_ phrase: [UInt8], in text: [UInt8], at byte: Int) -> Bool {
    guard byte >= 0, byte + phrase.count <= text.count else { return false }
    for offset in 0..<phrase.count where text[byte + offset] != phrase[offset] { return false }
    return true
  }

  private static func character(_ text: [UInt8], from byte: Int) -> UInt32 {
    text[byte] < 0x80 ? UInt32(text[byte]) : decodeScalar(text, at: byte).scalar
  }

  private static func last(_ text: [UInt8], before byte: Int) -> UInt32 {
    var start = byte - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return character(text, from: start)
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// A set of characters by eight bits of each: false ones may pass, none is lost.
private struct CharacterFilter: Sendable {
  private var bits = SIMD4<UInt64>(repeating: 0)

  mutating func insert(_ character: UInt32) {
    let hash = (character ^ character >> 8) & 0xFF
    bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
  }

  func mayHold(_ character: UInt32) -> Bool {
    let hash = (character ^ character >> 8) & 0xFF
    return bits[Int(hash >> 6)] & (1 << UInt64(hash & 63)) != 0
  }
}

extension Array where Element: Comparable {
  /// Whether an ascending array holds an element.
  fileprivate func holdsSorted(_ element: Element) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element
  }
}
