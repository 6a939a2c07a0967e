/// The characters that numerals are made of, by their Unicode scalar values (after folding).
enum ChineseNumeral {
  case digit(Int)
  /// 十, 百, 千 as a power of ten.
  case small(Int)
  /// 廿, 卅: tens in one character.
  case tens(Int)
  /// 万, 億, 兆, 京 as a power of ten.
  case big(Int)

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB: self = .digit(0)  // 〇 零 ○
    case 0x4E00, 0x58F1, 0x58F9: self = .digit(1)  // 一 壱 壹
    case 0x4E8C, 0x5F10, 0x8CB3, 0x8D30, 0x8CAE, 0x4E24, 0x5169, 0x5006, 0x4FE9: self = .digit(2)  // 二 弐 貳 贰 貮 两 兩 倆 俩
    case 0x4E09, 0x53C2, 0x53C1, 0x53C4, 0x53C3, 0x5F0E: self = .digit(3)  // 三 参 叁 叄 參 弎
    case 0x56DB, 0x8086: self = .digit(4)  // 四 肆
    case 0x4E94, 0x4F0D: self = .digit(5)  // 五 伍
    case 0x516D, 0x9646, 0x9678: self = .digit(6)  // 六 陆 陸
    case 0x4E03, 0x67D2, 0x6F06: self = .digit(7)  // 七 柒 漆
    case 0x516B, 0x634C: self = .digit(8)  // 八 捌
    case 0x4E5D, 0x7396: self = .digit(9)  // 九 玖
    case 0x5341, 0x62FE: self = .small(1)  // 十 拾
    case 0x767E, 0x4F70: self = .small(2)  // 百 佰
    case 0x5343, 0x4EDF, 0x9621: self = .small(3)  // 千 仟 阡
    case 0x5EFF: self = .tens(20)  // 廿
    case 0x5345: self = .tens(30)  // 卅
    case 0x4E07, 0x842C: self = .big(4)  // 万 萬
    case 0x5104, 0x4EBF: self = .big(8)  // 億 亿
    case 0x5146: self = .big(12)  // 兆
    case 0x4EAC: self = .big(16)  // 京
    default: return nil
    }
  }

  /// Characters that are words or parts of names far more often than they are numerals, when they stand alone.
  static func isDoubtful(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x53C2, 0x53C3, 0x4F0D, 0x9646, 0x9678, 0x62FE, 0x6F06, 0x67D2, 0x634C, 0x8086, 0x4EAC, 0x5146, 0x4F70, 0x4EDF, 0x9621,
      0x7396, 0x5006, 0x4FE9, 0x25CB: true
    default: false
    }
  }

  var isUnit: Bool {
    switch self {
    case .digit, .tens: false
    case .small, .big: true
    }
  }
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inline(__always) func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

extension [UInt8] {
  /// The byte at a place; 0 outside.
  @inline(__always) func byte(_ place: Int) -> UInt8 {
    place >= 0 && place < count ? self[place] : 0
  }

  /// The scalar that begins at a place; 0 outside.
  @inline(__always) func scalar(_ place: Int) -> UInt32 {
    guard place >= 0, place < count else { return 0 }
    let lead = self[place]
    if lead < 0x80 { return UInt32(lead) }
    if lead >= 0xE0, lead < 0xF0, place + 2 < count {
      return (UInt32(lead) & 0x0F) << 12 | (UInt32(self[place + 1]) & 0x3F) << 6 | UInt32(self[place + 2]) & 0x3F
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard place + length <= count else { return 0 }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for next in 1..<length { value = value << 6 | UInt32(self[place + next]) & 0x3F }
    return value
  }

  /// Where the scalar that ends just before a place begins.
  @inline(__always) func scalarStart(before place: Int) -> Int {
    var start = place - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The scalar that ends just before a place; 0 at the beginning.
  func scalar(before place: Int) -> UInt32 {
    place <= 0 ? 0 : scalar(scalarStart(before: place))
  }

  /// Whether the UTF-8 of `word` stands at a place.
  func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place >= 0, place + length <= count else { return false }
    let start = word.utf8Start
    for offset in 0..<length where self[place + offset] != start[offset] { return false }
    return true
  }

  /// Whether `word` ends just before a place.
  func has(_ word: StaticString, endingAt place: Int) -> Bool {
    has(word, at: place - word.utf8CodeUnitCount)
  }

  /// Where the first of `words` that stands at a place ends.
  func end(ofAny words: [StaticString], at place: Int) -> Int? {
    for word in words where has(word, at: place) { return place + word.utf8CodeUnitCount }
    return nil
  }

  /// Whether no Latin word goes on across a place.
  @inline(__always) func isWordBoundary(_ place: Int) -> Bool {
    !isLetter(byte(place - 1)) || !isLetter(byte(place))
  }

  /// The first place from `place` on that is no space, looking at `limit` spaces at most; the marks of bold type
  /// (`**1250** 亿美元`) count as none.
  func afterSpaces(_ place: Int, limit: Int = 2) -> Int {
    var next = place
    var room = limit
    while next < count, room > 0 {
      if self[next] == 0x20 {
        next += 1
      } else if self[next] == UInt8(ascii: "*"), byte(next + 1) == UInt8(ascii: "*") {
        next += 2
      } else {
        break
      }
      room -= 1
    }
    return next
  }

  /// The place before the spaces that end at `place`.
  func beforeSpaces(_ place: Int, limit: Int = 2) -> Int {
    var previous = place
    while previous > 0, place - previous < limit, self[previous - 1] == 0x20 { previous -= 1 }
    return previous
  }
}

func isIdeograph(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) || scalar == 0x3005 }
func isKatakana(_ scalar: UInt32) -> Bool { (0x30A1...0x30FA).contains(scalar) || scalar == 0x30FC }
func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x3096).contains(scalar) }
