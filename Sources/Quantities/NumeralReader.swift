import Facts

/// Reads the numeral that begins at a place: digits, Chinese numerals, both mixed, with English scales.
///
/// `1兆4000億` is read section by section: a digit run, 十百千 inside a section, 万億兆 closing one, in falling order.
struct NumeralReader: Sendable {
  /// `bn`, `million` … after digits.
  private let scales: WordTable<Int>

  init() {
    scales = WordTable([
      ("k", 3), ("thousand", 3), ("m", 6), ("mn", 6), ("mm", 6), ("mln", 6), ("mio", 6), ("million", 6), ("millions", 6), ("b", 9),
      ("bn", 9), ("bln", 9), ("billion", 9), ("billions", 9), ("t", 12), ("tn", 12), ("trn", 12), ("trillion", 12), ("trillions", 12),
      ("quadrillion", 15),
    ])
  }

  /// - Parameter letters: whether a scale of one or two letters may follow (`$38B`, but no `5m`).
  func read(_ bytes: [UInt8], at start: Int, letters: Bool) -> Numeral? {
    if bytes.byte(start) >= 0xE0 {
      if let vague = vague(bytes, at: start) { return vague }
      return mixed(bytes, at: start)
    }
    guard var numeral = mixed(bytes, at: start) else { return nil }
    if !numeral.isKanji, let (power, end) = scale(bytes, after: numeral.end, letters: letters) {
      numeral.value = numeral.value.shifted(by: power)
      numeral.end = end
      numeral.hasScale = true
      numeral.scalePower = power
    }
    return numeral
  }

  func scale(_ bytes: [UInt8], after end: Int, letters: Bool) -> (power: Int, end: Int)? {
    var next = bytes.afterSpaces(end)
    if next == end, bytes.byte(end) == UInt8(ascii: "-") { next += 1 }
    guard isLetter(bytes.byte(next)),
      let found = scales.match(bytes, at: next, where: { !isLetter(bytes.byte($0)) && !isDigit(bytes.byte($0)) })
    else { return nil }
    let isWord = found.end - next > 3
    if !isWord, !letters || (next > end && bytes.byte(found.end) >= 0x80 && found.end - next < 2) { return nil }
    return (found.payload, found.end)
  }

  /// `数十億`, `数百万`, `数千`, `十数億`, `何十億`, `几十亿`.
  private func vague(_ bytes: [UInt8], at start: Int) -> Numeral? {
    let first = bytes.scalar(start)
    guard first == 0x6570 || first == 0x5E7E || first == 0x51E0 || first == 0x4F55 || first == 0x6578 else { return nil }
    var place = start + 3
    var power = 0
    var units = 0
    var hasScale = false
    while case .small(let small)? = ChineseNumeral(bytes.scalar(place)) {
      guard units == 0 else { break }
      power += small
      place += 3
      units += 1
    }
    while case .big(let big)? = ChineseNumeral(bytes.scalar(place)) {
      power += big
      place += 3
      hasScale = true
      units += 1
      if power > 24 { break }
    }
    guard units > 0 else { return nil }
    let lower = ExactDecimal(2).shifted(by: power)
    var numeral = Numeral(start: start, end: place, value: lower)
    numeral.lower = lower
    numeral.upper = ExactDecimal(1).shifted(by: power + 1)
    numeral.hasScale = hasScale
    numeral.isKanji = true
    return numeral
  }

  private func mixed(_ bytes: [UInt8], at start: Int) -> Numeral? {
    var reading = Reading(bytes: bytes, place: start)
    return reading.numeral()
  }
}

/// The sections of one numeral as they are read.
private struct Reading {
  let bytes: [UInt8]
  var place: Int
  var total = ExactDecimal.zero
  var section = ExactDecimal.zero
  var pending: ExactDecimal?
  var lastSmall = 4
  var lastBig = 100
  var end: Int
  var pieces = 0
  var arabicRuns = 0
  var kanjiPieces = 0
  var hasPoint = false
  var isGrouped = false
  var integerDigits = 0
  var leadingZero = false
  var scalePower = 0
  var sectionTouched = false

  init(bytes: [UInt8], place: Int) {
    self.bytes = bytes
    self.place = place
    self.end = place
  }

  mutating func numeral() -> Numeral? {
    let start = place
    while step() { end = place }
    guard pieces > 0 else { return nil }
    guard let value = closed() else { return nil }
    var numeral = Numeral(start: start, end: end, value: value)
    numeral.hasScale = scalePower > 0
    numeral.scalePower = scalePower
    numeral.hasPoint = hasPoint
    numeral.isGrouped = isGrouped
    numeral.isKanji = arabicRuns == 0
    numeral.integerDigits = integerDigits
    numeral.hasLeadingZero = leadingZero
    return numeral
  }

  private func closed() -> ExactDecimal? {
    let rest = pending.map { section.adding($0) } ?? section
    return rest.flatMap { total.adding($0) }
  }

  /// Reads one piece; `false` where none follows.
  private mutating func step() -> Bool {
    var next = place
    if pieces > 0, bytes.byte(next) == 0x20 {
      // Spaces only before a unit, or before digits after a unit: 1,220 億, 3 万 4,500.
      next = bytes.afterSpaces(next)
      guard arabicRuns > 0, bytes.byte(next) >= 0xE0, !isDigit(bytes.byte(next)) else { return false }
      guard case .big? = ChineseNumeral(bytes.scalar(next)) else { return false }
    }
    let byte = bytes.byte(next)
    if isDigit(byte) || (pieces == 0 && byte == UInt8(ascii: ".") && isDigit(bytes.byte(next + 1))) {
      return digits(next)
    }
    guard byte >= 0xE0, let numeral = ChineseNumeral(bytes.scalar(next)) else { return false }
    switch numeral {
    case .digit(let digit): return kanjiDigits(next, digit)
    case .small(let power): return small(next, power)
    case .big(let power): return big(next, power)
    }
  }

  private mutating func digits(_ start: Int) -> Bool {
    guard pending == nil else { return false }
    var next = start
    var significand: Int128 = 0
    var exponent = 0
    var count = 0
    var fits = true
    func push(_ byte: UInt8) {
      if significand < 1_000_000_000_000_000_000_000_000_000_000_000 {
        significand = significand * 10 + Int128(byte & 0x0F)
      } else {
        fits = false
      }
    }
    while isDigit(bytes.byte(next)) {
      push(bytes[next])
      next += 1
      count += 1
    }
    let whole = count
    if count >= 1, count <= 3 {
      while bytes.byte(next) == UInt8(ascii: ","), isDigit(bytes.byte(next + 1)), isDigit(bytes.byte(next + 2)),
        isDigit(bytes.byte(next + 3)), !isDigit(bytes.byte(next + 4))
      {
        for offset in 1...3 { push(bytes[next + offset]) }
        next += 4
        count += 3
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
    guard fits else { return false }
    if pieces == 0 {
      integerDigits = count
      leadingZero = whole > 1 && bytes[start] == UInt8(ascii: "0")
    }
    pending = ExactDecimal(significand: significand, exponent: exponent)
    arabicRuns += 1
    pieces += 1
    place = next
    return true
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
    if pieces == 0 { integerDigits = count }
    pending = ExactDecimal(significand: value, exponent: 0)
    kanjiPieces += 1
    pieces += 1
    place = next
    return true
  }

  private mutating func small(_ start: Int, _ power: Int) -> Bool {
    guard power < lastSmall, let sum = section.adding((pending ?? ExactDecimal(1)).shifted(by: power)) else { return false }
    section = sum
    sectionTouched = true
    pending = nil
    lastSmall = power
    kanjiPieces += 1
    pieces += 1
    place = start + 3
    return true
  }

  private mutating func big(_ start: Int, _ power: Int) -> Bool {
    if pending == nil, !sectionTouched {
      // 万亿, 百万億: a scale on a scale.
      guard pieces > 0, end == start, power > scalePower, power + scalePower <= 24 else { return false }
      total = total.shifted(by: power)
      lastBig = power
      scalePower += power
      pieces += 1
      place = start + 3
      return true
    }
    guard power < lastBig, let sum = pending.map({ section.adding($0) }) ?? section,
      let whole = total.adding(sum.shifted(by: power))
    else { return false }
    total = whole
    section = .zero
    sectionTouched = false
    pending = nil
    lastSmall = 4
    lastBig = power
    scalePower = power
    kanjiPieces += 1
    pieces += 1
    place = start + 3
    return true
  }
}
