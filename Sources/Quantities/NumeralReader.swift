import Facts

/// Reads the numeral that begins at a place: digits, Chinese numerals, both mixed, English words and scales.
///
/// `1兆4000億` is read section by section: a digit run, 十百千 inside a section, 万億兆 closing one, in falling order.
struct NumeralReader: Sendable {
  private let scales: WordTable<Int>
  private let words = EnglishNumerals()

  init() {
    scales = WordTable([
      ("k", 3), ("thousand", 3), ("m", 6), ("mn", 6), ("mm", 6), ("mln", 6), ("mio", 6), ("mil", 6), ("million", 6),
      ("millions", 6), ("b", 9), ("g", 9), ("bn", 9), ("bln", 9), ("billion", 9), ("billions", 9), ("t", 12), ("tn", 12),
      ("trn", 12), ("tr", 12), ("trillion", 12), ("trillions", 12), ("quadrillion", 15), ("lakh", 5), ("lakhs", 5), ("lac", 5), ("lkhs", 5),
      ("crore", 7), ("crores", 7), ("cr", 7), ("l", 5),
    ])
  }

  /// The numeral at `start`, with fractions and whole parts (`2と4分の1`, `五分之一`) but without its sign.
  func read(_ bytes: [UInt8], at start: Int, chinese: Bool) -> Numeral? {
    guard let first = simple(bytes, at: start, chinese: chinese) else { return nil }
    if first.isVague { return first }
    if let fraction = fraction(bytes, of: first, chinese: chinese) { return fraction }
    // W と N 分の M
    let gap = bytes.afterSpaces(first.end, limit: 1)
    guard let joined = bytes.end(ofAny: ["と", "又"], at: gap), !first.hasPoint else { return first }
    let next = bytes.afterSpaces(joined, limit: 1)
    if isDigit(bytes.byte(next)) || bytes.byte(next) >= 0xE0, let second = simple(bytes, at: next, chinese: chinese),
      let part = fraction(bytes, of: second, chinese: chinese), part.value < ExactDecimal(1), !part.isVague,
      let sum = first.value.adding(part.value)
    {
      var whole = first
      whole.value = sum
      whole.end = part.end
      whole.isFraction = true
      return whole
    }
    return first
  }

  private func simple(_ bytes: [UInt8], at start: Int, chinese: Bool) -> Numeral? {
    let byte = bytes.byte(start)
    if byte >= 0xE0 {
      return vague(bytes, at: start) ?? mixed(bytes, at: start, chinese: chinese)
    }
    if isLetter(byte) { return words.read(bytes, at: start, reader: self) }
    guard let numeral = mixed(bytes, at: start, chinese: chinese) else { return nil }
    return scaled(numeral, bytes)
  }

  /// Digits with the English scale behind them, if any: `38B`, `1.4 trillion`.
  func scaled(_ numeral: Numeral, _ bytes: [UInt8]) -> Numeral {
    var numeral = numeral
    guard !numeral.hasScale, let (power, end, isShort) = scale(bytes, after: numeral.end) else { return numeral }
    numeral.value = numeral.value.shifted(by: power)
    numeral.end = end
    numeral.hasScale = true
    numeral.hasLetterScale = isShort
    numeral.scalePower = power
    return numeral
  }

  /// Digits only, without any scale.
  func digits(_ bytes: [UInt8], at start: Int) -> Numeral? {
    guard isDigit(bytes.byte(start)) else { return nil }
    return mixed(bytes, at: start, chinese: false)
  }

  /// English words that go on behind digits: `3 hundred and 21`.
  func continued(_ numeral: Numeral, _ bytes: [UInt8]) -> Numeral? { words.continued(numeral, bytes, self) }

  private func scale(_ bytes: [UInt8], after end: Int) -> (power: Int, end: Int, isShort: Bool)? {
    var next = bytes.afterSpaces(end)
    if next == end, bytes.byte(end) == UInt8(ascii: "-") { next += 1 }
    guard isLetter(bytes.byte(next)),
      let found = scales.match(bytes, at: next, where: { !isAlphanumeric(bytes.byte($0)) })
    else { return nil }
    return (found.payload, found.end, found.end - next <= 3)
  }

  /// `N分のM`, `N分之M`: the second numeral is the numerator.
  private func fraction(_ bytes: [UInt8], of denominator: Numeral, chinese: Bool) -> Numeral? {
    let gap = bytes.afterSpaces(denominator.end)
    guard bytes.has("分", at: gap) || bytes.has("份", at: gap) else { return nil }
    if bytes.has("份", at: gap), chinese, let numerator = simple(bytes, at: gap + 3, chinese: true), numerator.value < denominator.value,
      let value = numerator.value.divided(by: denominator.value, digits: 18)
    {
      var numeral = denominator
      (numeral.value, numeral.end, numeral.isFraction) = (value, numerator.end, true)
      return numeral
    }
    let link = bytes.afterSpaces(gap + 3)
    guard let after = bytes.end(ofAny: ["の", "之"], at: link), !denominator.value.isZero else { return nil }
    // 百分之五 is a percentage.
    if bytes.has("百", at: denominator.start), denominator.end - denominator.start == 3, bytes.has("之", at: link) { return nil }
    let next = bytes.afterSpaces(after)
    guard isDigit(bytes.byte(next)) || bytes.byte(next) >= 0xE0, let numerator = simple(bytes, at: next, chinese: chinese),
      !numerator.isVague, let value = numerator.value.divided(by: denominator.value, digits: 18)
    else { return nil }
    var numeral = denominator
    numeral.value = value
    numeral.end = numerator.end
    numeral.isFraction = true
    numeral.hasScale = false
    numeral.scalePower = 0
    return numeral
  }

  /// `数十億`, `数百万`, `十数億`, `何十億`, `几十亿`, `上百亿`.
  private func vague(_ bytes: [UInt8], at start: Int) -> Numeral? {
    var place = start
    var tens: ExactDecimal?
    if case .small(let power)? = ChineseNumeral(bytes.scalar(place)) {
      // 十数, 百数十.
      guard NumeralReader.isSeveral(bytes.scalar(place + 3)) else { return nil }
      tens = ExactDecimal(1).shifted(by: power)
      place += 3
    }
    let isHundreds = bytes.has("上", at: place)
    guard NumeralReader.isSeveral(bytes.scalar(place)) || isHundreds else { return nil }
    place += 3
    var power = 0
    var units = 0
    var scalePower = 0
    if case .small(let small)? = ChineseNumeral(bytes.scalar(place)) {
      power += small
      place += 3
      units += 1
    }
    guard !isHundreds || units > 0 else { return nil }
    let base = power
    while case .big(let big)? = ChineseNumeral(bytes.scalar(place)), scalePower < 16 {
      scalePower += big
      place += 3
      units += 1
    }
    guard units > 0 || tens != nil else { return nil }
    var lower = ExactDecimal(isHundreds ? 1 : 2).shifted(by: base)
    var upper = ExactDecimal(1).shifted(by: base + 1)
    if let tens {
      lower = tens.adding(ExactDecimal(1).shifted(by: base)) ?? lower
      upper = tens.adding(ExactDecimal(9).shifted(by: base)) ?? upper
    }
    var numeral = Numeral(start: start, end: place, value: lower.shifted(by: scalePower))
    numeral.lower = numeral.value
    numeral.upper = upper.shifted(by: scalePower)
    numeral.hasScale = scalePower > 0
    numeral.scalePower = scalePower
    numeral.isKanji = true
    numeral.isVague = true
    return numeral
  }

  /// 数 幾 几 何 數.
  static func isSeveral(_ scalar: UInt32) -> Bool {
    scalar == 0x6570 || scalar == 0x5E7E || scalar == 0x51E0 || scalar == 0x4F55 || scalar == 0x6578
  }

  private func mixed(_ bytes: [UInt8], at start: Int, chinese: Bool) -> Numeral? {
    var reading = NumeralSections(bytes: bytes, place: start, chinese: chinese)
    return reading.numeral()
  }
}
