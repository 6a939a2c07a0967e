#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A string compared and hashed byte for byte.
///
/// `String` compares by canonical equivalence, which for unequal kana or kanji means normalizing both: a tenth of the time of
/// reading a Japanese article went there. Words of a tagger and of rule tables are spelled one way, so bytes are enough.
public struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  public let text: String

  @inlinable
  public init(_ text: String) { self.text = text }

  @inlinable
  public init(stringLiteral text: String) { self.text = text }

  public static func == (left: Word, right: Word) -> Bool {
    let (left, right) = (left.text.utf8, right.text.utf8)
    guard left.count == right.count else { return false }
    let isEqual = left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { right in
        guard let start = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(start, other, left.count) == 0
      }
    }
    return (isEqual ?? nil) ?? left.elementsEqual(right)
  }

  public func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

extension Token {
  /// The surface, for comparing.
  @inlinable
  public var word: Word { Word(surface) }

  /// The lemma, for comparing.
  @inlinable
  public var base: Word { Word(lemma) }
}
