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
  private(set) var symbols: [UInt16]
  private(set) var separators: [Separator]
  /// Folded bytes of each symbol.
  private(set) var starts: [UInt32]
  private(set) var ends: [UInt32]

  var count: Int { symbols.count }

  init(_ bytes: [UInt8], _ range: Range<Int>, hanzi: HanziTable) {
    symbols = Array(repeating: 0, count: range.count)
    separators = Array(repeating: .none, count: range.count)
    starts = Array(repeating: 0, count: range.count)
    ends = Array(repeating: 0, count: range.count)
    // One array a column, written through pointers: this loop sees every byte of every article.
    let count = symbols.withUnsafeMutableBufferPointer { symbols in
      separators.withUnsafeMutableBufferPointer { separators in
        starts.withUnsafeMutableBufferPointer { starts in
          ends.withUnsafeMutableBufferPointer { ends in
            bytes.withUnsafeBufferPointer { bytes in
              hanzi.withTable { hanzi in
                var writer = Writer(symbols: symbols, separators: separators, starts: starts, ends: ends)
                writer.write(bytes, range, hanzi)
                return writer.count
              }
            }
          }
        }
      }
    }
    symbols.removeLast(range.count - count)
    separators.removeLast(range.count - count)
    starts.removeLast(range.count - count)
    ends.removeLast(range.count - count)
  }

  private struct Writer {
    let symbols: UnsafeMutableBufferPointer<UInt16>
    let separators: UnsafeMutableBufferPointer<Separator>
    let starts: UnsafeMutableBufferPointer<UInt32>
    let ends: UnsafeMutableBufferPointer<UInt32>
    var count = 0
    var pending = Separator.none

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hanzi: UnsafeBufferPointer<UInt16>) {
      var offset = range.lowerBound
      while offset < range.upperBound {
        let byte = bytes[offset]
        if byte < 0x80 {
          if byte == 0x20 || byte == 0x2D {
            if pending == .none { pending = byte == 0x20 ? .space : .hyphen } else { barrier(offset) }
          } else {
            append(UInt16(byte), offset, offset + 1)
          }
          offset += 1
          continue
        }
        if byte >= 0xE4, byte < 0xEA, offset + 2 < range.upperBound {
          // Most of a Japanese or Chinese text: Han of three bytes.
          let scalar = (UInt16(byte & 0x0F) << 12) | (UInt16(bytes[offset + 1] & 0x3F) << 6) | UInt16(bytes[offset + 2] & 0x3F)
          append(hanzi[Int(scalar) - 0x3400 < hanzi.count && scalar >= 0x3400 ? Int(scalar) - 0x3400 : 0], offset, offset + 3)
          offset += 3
          continue
        }
        offset = writeOther(bytes, offset, range.upperBound, hanzi)
      }
    }

    private mutating func writeOther(
      _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ limit: Int, _ hanzi: UnsafeBufferPointer<UInt16>
    ) -> Int {
      let length = min(scalarLength(bytes[offset]), limit - offset)
      var scalar = UInt32(bytes[offset]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for position in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[offset + position] & 0x3F) }
      var end = offset + length
      switch scalar {
      case 0x30FB, 0x00B7, 0x2022, 0x2027:
        if pending == .none { pending = .dot } else { barrier(offset) }
      case 0x30F4:
        // ヴァ ヴィ ヴ ヴェ ヴォ → バ ビ ブ ベ ボ
        var symbol: UInt16 = 0x30D6
        if end + 2 < limit, bytes[end] == 0xE3, bytes[end + 1] == 0x82 {
          switch bytes[end + 2] {
          case 0xA1: symbol = 0x30D0
          case 0xA3: symbol = 0x30D3
          case 0xA7: symbol = 0x30D9
          case 0xA9: symbol = 0x30DC
          default: break
          }
          if symbol != 0x30D6 { end += 3 }
        }
        append(symbol, offset, end)
      case 0x30A1...0x30FA: append(MatchingText.large(scalar), offset, end)
      case 0x3400...0x9FFF: append(hanzi[Int(scalar) - 0x3400], offset, end)
      case 0x00C0...0x017F: append(MatchingText.unaccented(scalar), offset, end)
      default: append(scalar < 0xD800 || (0xE000..<0xFFFE).contains(scalar) ? UInt16(scalar) : Symbol.other, offset, end)
      }
      return end
    }

    @inline(__always)
    private mutating func append(_ symbol: UInt16, _ start: Int, _ end: Int) {
      symbols[count] = symbol
      separators[count] = pending
      starts[count] = UInt32(truncatingIfNeeded: start)
      ends[count] = UInt32(truncatingIfNeeded: end)
      count += 1
      pending = .none
    }

    private mutating func barrier(_ offset: Int) {
      if count > 0, symbols[count - 1] == Symbol.barrier, Int(ends[count - 1]) == offset {
        ends[count - 1] = UInt32(truncatingIfNeeded: offset + 1)
        return
      }
      pending = .none
      append(Symbol.barrier, offset, offset + 1)
    }
  }

  /// A name as symbols.
  init(folding name: String, hanzi: HanziTable) {
    let folded = FoldedText(name)
    self.init(folded.bytes, 0..<folded.bytes.count, hanzi: hanzi)
  }

  /// Small katakana as large: the two are written for each other in names.
  fileprivate static func large(_ scalar: UInt32) -> UInt16 {
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

  fileprivate static func unaccented(_ scalar: UInt32) -> UInt16 {
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
