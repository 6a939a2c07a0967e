import Facts
import Language

/// A folded text as symbols to match names on: spellings of one name that folding leaves apart become equal.
///
/// `GPT-4`, `GPT 4` and `gpt4` are the same symbols; so are `サム・アルトマン` and `サムアルトマン`, `ヴァイオ` and `バイオ`,
/// `キヤノン` and `キャノン`, `騰訊` and `腾讯`, `Nestlé` and `nestle`. A lone space, hyphen or middle dot between two
/// symbols is no symbol, it is remembered with the symbol that follows; two in a row, or a line end, part what they part.
struct MatchingText {
  /// What stands between a symbol and the one before.
  enum Separator: UInt8 { case none, space, hyphen, dot }

  /// UTF-16-like units, `Symbol.barrier` where nothing may match across.
  private(set) var symbols: [UInt16] = []
  private(set) var separators: [Separator] = []
  /// Folded bytes of each symbol.
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []

  var count: Int { symbols.count }

  init(_ bytes: [UInt8], _ range: Range<Int>, hanzi: HanziTable) {
    symbols.reserveCapacity(range.count)
    separators.reserveCapacity(range.count)
    starts.reserveCapacity(range.count)
    ends.reserveCapacity(range.count)
    var offset = range.lowerBound
    var pending = Separator.none
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte == 0x20 || byte == 0x2D {
          if pending == .none { pending = byte == 0x20 ? .space : .hyphen } else { barrier(offset) }
        } else {
          append(UInt16(byte), offset, offset + 1, &pending)
        }
        offset += 1
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: offset)
      var end = offset + length
      switch scalar {
      case 0x30FB, 0x00B7, 0x2022, 0x2027:
        if pending == .none { pending = .dot } else { barrier(offset) }
      case 0x30A1...0x30FA:
        var symbol = Self.large(scalar)
        if scalar == 0x30F4 {
          // ヴァ ヴィ ヴ ヴェ ヴォ → バ ビ ブ ベ ボ
          symbol = 0x30D6
          if end + 2 < range.upperBound, bytes[end] == 0xE3, bytes[end + 1] == 0x82 {
            let vowels: [UInt8: UInt16] = [0xA1: 0x30D0, 0xA3: 0x30D3, 0xA7: 0x30D9, 0xA9: 0x30DC]
            if let joined = vowels[bytes[end + 2]] {
              symbol = joined
              end += 3
            }
          }
        }
        append(symbol, offset, end, &pending)
      case 0x3400...0x9FFF:
        append(hanzi.simplified(UInt16(truncatingIfNeeded: scalar)), offset, end, &pending)
      case 0x00C0...0x017F:
        append(Self.unaccented(scalar), offset, end, &pending)
      default:
        append(scalar < 0xD800 || (0xE000..<0xFFFE).contains(scalar) ? UInt16(scalar) : Symbol.other, offset, end, &pending)
      }
      offset = end
    }
  }

  /// A name as symbols.
  init(folding name: String, hanzi: HanziTable) {
    let folded = FoldedText(name)
    self.init(folded.bytes, 0..<folded.bytes.count, hanzi: hanzi)
  }

  private mutating func append(_ symbol: UInt16, _ start: Int, _ end: Int, _ pending: inout Separator) {
    symbols.append(symbol)
    separators.append(pending)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    pending = .none
  }

  private mutating func barrier(_ offset: Int) {
    if symbols.last == Symbol.barrier, Int(ends[ends.count - 1]) == offset { 
      ends[ends.count - 1] = UInt32(truncatingIfNeeded: offset + 1)
      return
    }
    var none = Separator.none
    append(Symbol.barrier, offset, offset + 1, &none)
  }

  /// Small katakana as large: the two are written for each other in names.
  private static func large(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30EE: UInt16(scalar + 1)
    default: UInt16(truncatingIfNeeded: scalar)
    }
  }

  /// Base letters of U+00C0 … U+017F in order, `?` for those without one.
  private static let baseLetters: [UInt8] = Array(
    ("aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
      .utf8)

  private static func unaccented(_ scalar: UInt32) -> UInt16 {
    let index = Int(scalar) - 0xC0
    guard index < baseLetters.count, baseLetters[index] != UInt8(ascii: "?") else { return UInt16(scalar) }
    return UInt16(baseLetters[index])
  }
}

/// Classes of symbols, for the edges of names.
enum Symbol {
  static let barrier: UInt16 = 0x0A
  static let other: UInt16 = 0xFFFD

  @inline(__always)
  static func isDigit(_ symbol: UInt16) -> Bool { symbol &- 0x30 < 10 }

  @inline(__always)
  static func isLatin(_ symbol: UInt16) -> Bool {
    symbol &- 0x61 < 26 || (symbol >= 0xC0 && symbol < 0x250) || (symbol >= 0x370 && symbol < 0x530)
  }

  @inline(__always)
  static func isAlphanumeric(_ symbol: UInt16) -> Bool { isDigit(symbol) || isLatin(symbol) }

  @inline(__always)
  static func isKatakana(_ symbol: UInt16) -> Bool { symbol &- 0x30A1 < 0x5E && symbol != 0x30FB }

  @inline(__always)
  static func isHiragana(_ symbol: UInt16) -> Bool { symbol &- 0x3041 < 0x5E }

  @inline(__always)
  static func isHan(_ symbol: UInt16) -> Bool { (symbol >= 0x3400 && symbol <= 0x9FFF) || symbol == 0x3005 }
}
