import Language

/// One list of `discovery.tsv`: phrases as bytes to look for in folded text, and as words to be compared.
///
/// A class, so that the hundred lists are passed by reference.
final class PhraseList: Sendable, Sequence {
  struct Phrase: Sendable {
    let text: String
    let bytes: [UInt8]
    /// Confidence in thousandths of what the phrase finds; 0 where the list has none.
    let points: Int
  }

  /// In the order of the file.
  let phrases: [Phrase]
  /// The phrases as scalars.
  let scalars: [[Unicode.Scalar]]
  private let words: Set<String>
  /// The phrases that are one character.
  private let characters: Set<UInt32>
  /// Hashes of the phrases' first and last characters: most places of a text are left after one look.
  private let firsts: CharacterFilter
  private let lasts: CharacterFilter

  init(_ phrases: [(text: String, points: Int)]) {
    self.phrases = phrases.map { Phrase(text: $0.text, bytes: Array($0.text.utf8), points: $0.points) }
    scalars = phrases.map { Array($0.text.unicodeScalars) }
    words = Set(phrases.map(\.text))
    characters = Set(phrases.compactMap { $0.text.unicodeScalars.count == 1 ? $0.text.unicodeScalars.first?.value : nil })
    firsts = CharacterFilter(phrases.compactMap { $0.text.unicodeScalars.first?.value })
    lasts = CharacterFilter(phrases.compactMap { $0.text.unicodeScalars.last?.value })
  }

  func makeIterator() -> AnyIterator<String> {
    var phrases = phrases.makeIterator()
    return AnyIterator { phrases.next()?.text }
  }

  func contains(_ word: String) -> Bool { words.contains(word) }

  func contains(_ character: Unicode.Scalar) -> Bool { characters.contains(character.value) }

  func contains(_ symbol: UInt16) -> Bool { characters.contains(UInt32(symbol)) }

  /// Does a text go on with one of the phrases at a byte?
  func begins(_ text: [UInt8], at byte: Int) -> Bool {
    guard byte >= 0, byte < text.count, firsts.mayHold(Self.character(text, from: byte)) else { return false }
    return phrases.contains { Self.stands($0.bytes, in: text, at: byte) }
  }

  /// Does one of the phrases end right before a byte?
  func ends(_ text: [UInt8], before byte: Int) -> Bool {
    guard byte > 0, byte <= text.count else { return false }
    var start = byte - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    guard lasts.mayHold(Self.character(text, from: start)) else { return false }
    return phrases.contains { Self.stands($0.bytes, in: text, at: byte - $0.bytes.count) }
  }

  private static func character(_ text: [UInt8], from byte: Int) -> UInt32 {
    text[byte] < 0x80 ? UInt32(text[byte]) : decodeScalar(text, at: byte).scalar
  }

  static func stands(_ phrase: [UInt8], in text: [UInt8], at byte: Int) -> Bool {
    guard byte >= 0, byte + phrase.count <= text.count else { return false }
    for offset in 0..<phrase.count where text[byte + offset] != phrase[offset] { return false }
    return true
  }
}

/// A set of characters by eight bits of each: false ones may pass, none is lost.
private struct CharacterFilter: Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ characters: [UInt32]) {
    for character in characters {
      let (word, bit) = Self.place(character)
      switch word {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
  }

  func mayHold(_ character: UInt32) -> Bool {
    let (word, bit) = Self.place(character)
    switch word {
    case 0: return bits.0 & bit != 0
    case 1: return bits.1 & bit != 0
    case 2: return bits.2 & bit != 0
    default: return bits.3 & bit != 0
    }
  }

  private static func place(_ character: UInt32) -> (UInt32, UInt64) {
    let hash = (character ^ character >> 8) & 0xFF
    return (hash >> 6, 1 << UInt64(hash & 63))
  }
}
