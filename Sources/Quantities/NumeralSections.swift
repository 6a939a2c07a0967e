import Facts

/// The sections of one numeral as they are read: in `3億5,000万` the first section is 3, closed by 億, the second 5 000, closed by 万.
struct NumeralSections {
  let bytes: [UInt8]
  /// Chinese reads 四百五 as 450 and 一万三 as 13 000; Japanese as 405 and 10 003.
  let chinese: Bool
  private var place: Int
  private var end: Int
  private var total = ExactDecimal.zero
  private var section = ExactDecimal.zero
  /// Digits that no unit has taken yet.
  private var pending: ExactDecimal?
  private var pendingFollowsUnit = false
  private var sectionTouched = false
  private var lastSmall = 4
  private var lastBig = 100
  private var lastUnitPower = 0
  private var pieces = 0
  private var arabicRuns = 0
  private var hasPoint = false
  private var isGrouped = false
  private var isMore = false
  private var integerDigits = 0
  private var leadingZero = false
  private var scalePower = 0
  /// 二三十: from two to three tens.
  private var approximation: (low: Int, high: Int)?

  init(bytes: [UInt8], place: Int, chinese: Bool) {
    self.bytes = bytes
    self.place = place
    self.end = place
    self.chinese = chinese
  }

  mutating func numeral() -> Numeral? {
    let start = place
    while step() { end = place }
    guard pieces > 0 else { return nil }
    if chinese, pendingFollowsUnit, let digit = pending, lastUnitPower >= 2 {
      pending = digit.shifted(by: lastUnitPower - 1)
    }
    point()
    let rest = pending.map { section.adding($0) } ?? section
    guard let value = rest.flatMap({ total.adding($0) }) else { return nil }
    var numeral = Numeral(start: start, end: end, value: value)
    numeral.hasScale = scalePower > 0
    numeral.scalePower = scalePower
    numeral.hasPoint = hasPoint
    numeral.isGrouped = isGrouped
    numeral.isKanji = arabicRuns == 0
    numeral.isMore = isMore
    numeral.integerDigits = integerDigits
    numeral.hasLeadingZero = leadingZero
    if isMore { numeral.lower = value }
    if let approximation, let high = value.divided(by: ExactDecimal(approximation.low))?.multiplied(by: ExactDecimal(approximation.high)) {
      numeral.lower = value
      numeral.upper = high
      numeral.isVague = true
    }
    return numeral
  }

  /// Reads one piece; `false` where none follows.
  private mutating func step() -> Bool {
    var next = place
    if pieces > 0, bytes.byte(next) == 0x20 || bytes.byte(next) == UInt8(ascii: "*") {
      // Spaces only around a unit: 1,220 億, 3 万 4,500, 八千 三百.
      next = bytes.afterSpaces(next)
      guard bytes.byte(next) >= 0xE0 || (pending == nil && scalePower > 0 && isDigit(bytes.byte(next))) else { return false }
      if bytes.byte(next) >= 0xE0 {
        guard let numeral = ChineseNumeral(bytes.scalar(next)) else { return chinese ? more(next) : false }
        guard numeral.isUnit || (pending == nil && arabicRuns == 0) else { return false }
      }
    }
    let byte = bytes.byte(next)
    if isDigit(byte) || (pieces == 0 && byte == UInt8(ascii: ".") && isDigit(bytes.byte(next + 1))) {
      return digits(next)
    }
    guard byte >= 0xE0 else { return false }
    guard let numeral = ChineseNumeral(bytes.scalar(next)) else { return more(bytes.afterSpaces(next, limit: 1)) }
    // 70亿参数: 参 and its like are digits only among others of the formal kind.
    let scalar = bytes.scalar(next)
    if ChineseNumeral.isDoubtful(scalar), !numeral.isUnit, pieces > 0, ChineseNumeral(bytes.scalar(next + 3)) == nil, !ChineseNumeral.isDoubtful(bytes.scalar(before: next)) {
      return false
    }
    switch numeral {
    case .digit(let digit): return kanjiDigits(next, digit)
    case .tens(let value):
      guard pending == nil, lastSmall > 1, let sum = section.adding(ExactDecimal(value)) else { return false }
      section = sum
      return took(next + 3, small: 1)
    case .small(let power): return small(next, power)
    case .big(let power):
      // 500兆瓦: mega, not a trillion.
      if power == 12, pieces > 0, [0x74E6, 0x8D6B].contains(bytes.scalar(next + 3)) { return false }
      return big(next, power)
    }
  }

  private mutating func digits(_ start: Int) -> Bool {
    if pending == .zero, sectionTouched || scalePower > 0, arabicRuns > 0 || pieces > 1 { pending = nil }
    guard pending == nil else { return false }
    var next = start
    var significand: Int128 = 0
    var exponent = 0
    var count = 0
    var room = 36
    func push(_ byte: UInt8) {
      room -= 1
      if room > 0 { significand = significand * 10 + Int128(byte & 0x0F) }
    }
    while isDigit(bytes.byte(next)) {
      push(bytes[next])
      next += 1
      count += 1
    }
    let whole = count
    if count >= 1, count <= 3 {
      while let width = group(next) {
        for offset in 1...width { push(bytes[next + offset]) }
        next += width + 1
        count += width
        isGrouped = true
      }
    }
    if bytes.byte(next) == UInt8(ascii: "."), isDigit(bytes.byte(next + 1)) {
      next += 1
      while isDigit(bytes.byte(next)) {
        push(bytes[next])
        exponent -= 1
        next += 1
      }
      hasPoint = true
    }
    place = next
    guard room > 0 else { return false }
    if pieces == 0 {
      integerDigits = count
      leadingZero = whole > 1 && bytes[start] == UInt8(ascii: "0")
    }
    pending = ExactDecimal(significand: significand, exponent: exponent)
    pendingFollowsUnit = false
    arabicRuns += 1
    pieces += 1
    return true
  }

  /// `,567`, or `,34` where groups of two lead to one of three (the Indian way).
  private func group(_ comma: Int) -> Int? {
    guard bytes.byte(comma) == UInt8(ascii: ","), isDigit(bytes.byte(comma + 1)), isDigit(bytes.byte(comma + 2)) else { return nil }
    if isDigit(bytes.byte(comma + 3)) { return isDigit(bytes.byte(comma + 4)) ? nil : 3 }
    guard bytes.byte(comma + 3) == UInt8(ascii: ","), isDigit(bytes.byte(comma + 4)), isDigit(bytes.byte(comma + 5)) else { return nil }
    return isDigit(bytes.byte(comma + 6)) && !isDigit(bytes.byte(comma + 7)) ? 2 : nil
  }

  /// A run of Chinese digits is positional (二〇二五); a single one is a factor or the rest.
  private mutating func kanjiDigits(_ start: Int, _ first: Int) -> Bool {
    guard pending == nil else { return false }
    var next = start + 3
    var value = Int128(first)
    var count = 1
    while case .digit(let digit)? = ChineseNumeral(bytes.scalar(next)), count < 30 {
      value = value * 10 + Int128(digit)
      next += 3
      count += 1
    }
    // 两两 is no number; 二三十 is a vague one.
    if count > 1, first == 2, bytes.scalar(start) == 0x4E24 || bytes.scalar(start) == 0x5169 { return false }
    if count == 2, pieces == 0, let unit = ChineseNumeral(bytes.scalar(next)), unit.isUnit, value % 10 == Int128(first) + 1 {
      approximation = (Int(first), Int(value % 10))
      value = Int128(first)
    }
    if pieces == 0 { integerDigits = count }
    pending = ExactDecimal(significand: value, exponent: 0)
    pendingFollowsUnit = count == 1 && first != 0 && lastUnitPower > 1 && arabicRuns == 0
    pieces += 1
    place = next
    return true
  }

  private mutating func small(_ start: Int, _ power: Int) -> Bool {
    let factor = pending == .zero && pieces > 0 ? ExactDecimal(1) : pending ?? ExactDecimal(1)
    guard power < lastSmall, let sum = section.adding(factor.shifted(by: power)) else { return false }
    section = sum
    return took(start + 3, small: power)
  }

  private mutating func took(_ next: Int, small power: Int) -> Bool {
    sectionTouched = true
    pending = nil
    lastSmall = power
    lastUnitPower = power
    pieces += 1
    place = next
    return true
  }

  private mutating func big(_ start: Int, _ power: Int) -> Bool {
    if pending == nil, !sectionTouched {
      // 万亿: a scale on a scale.
      guard pieces > 0, power > scalePower, power + scalePower <= 24, lastBig == scalePower else { return false }
      total = total.shifted(by: power)
      scalePower += power
      lastBig = power
      lastUnitPower = scalePower
      pieces += 1
      place = start + 3
      return true
    }
    // 百二萬 is 120 × 10⁴ in Chinese.
    if chinese, pendingFollowsUnit, let digit = pending, lastUnitPower == lastSmall, lastUnitPower >= 2 {
      pending = digit.shifted(by: lastUnitPower - 1)
    }
    guard let sum = pending.map({ section.adding($0) }) ?? section else { return false }
    if power > lastBig, lastBig < 100, let inner = total.adding(sum), power + lastBig <= 24 {
      // 四千五百六十九万八千三百一十一亿: the whole so far is scaled.
      total = inner.shifted(by: power)
    } else {
      guard power < lastBig, let whole = total.adding(sum.shifted(by: power)) else { return false }
      total = whole
    }
    section = .zero
    sectionTouched = false
    pending = nil
    lastSmall = 4
    lastBig = power
    scalePower = power
    lastUnitPower = power
    pieces += 1
    place = start + 3
    return true
  }

  /// `五百余万`, `100多亿`, `1兆数千億`: words of “and more” before a scale.
  private mutating func more(_ start: Int) -> Bool {
    guard pieces > 0, !isMore, pending != nil || sectionTouched else { return false }
    let scalar = bytes.scalar(start)
    guard scalar == 0x4F59 || scalar == 0x9918 || scalar == 0x591A || NumeralReader.isSeveral(scalar) else { return false }
    guard case .big(let power)? = ChineseNumeral(bytes.scalar(start + 3)) else { return false }
    let before = pieces
    guard big(start + 3, power) else {
      pieces = before
      return false
    }
    isMore = true
    return true
  }

  /// `四・八〇〇`, `十五点七`: a point inside Chinese numerals.
  private mutating func point() {
    guard arabicRuns == 0, !isMore else { return }
    var next = bytes.afterSpaces(end, limit: chinese ? 1 : 0)
    guard let after = bytes.end(ofAny: ["・", "点", "點"], at: next), chinese || bytes.has("・", at: next) else { return }
    next = chinese ? bytes.afterSpaces(after, limit: 1) : after
    var fraction: Int128 = 0
    var count = 0
    while case .digit(let digit)? = ChineseNumeral(bytes.scalar(next)), count < 20 {
      fraction = fraction * 10 + Int128(digit)
      count += 1
      next += 3
    }
    // 八点十分, 八点五分 are times of day.
    guard count > 0, !bytes.has("分", at: next) || bytes.end(ofAny: ["分之", "分钟", "分鐘"], at: next) != nil, ChineseNumeral(bytes.scalar(next)).map({ !$0.isUnit || $0.isBig }) ?? true else { return }
    let part = ExactDecimal(significand: fraction, exponent: -count)
    if pending != nil || !sectionTouched {
      guard let sum = (pending ?? .zero).adding(part) else { return }
      pending = sum
    } else {
      pending = part
    }
    hasPoint = true
    end = next
    place = next
    if case .big(let power)? = ChineseNumeral(bytes.scalar(next)), big(next, power) { end = place }
  }
}

extension ChineseNumeral {
  var isBig: Bool {
    if case .big = self { return true }
    return false
  }
}
