public import Facts
public import Language

extension QuantityScanner {
  /// Every numeral of a text, those inside amounts, dates and percentages of words too: the layer that tests of number
  /// recognition ask for. `scan` gives what the numerals mean; extraction has no use for this one.
  public func numbers(_ text: FoldedText, language: ArticleLanguage) -> [Quantity] {
    var layer = NumberLayer(scanner: self, text: text, language: language)
    layer.run()
    return layer.found
  }
}

/// One pass that reads numerals only: `私は3年で2000ドル` holds 3 and 2000.
private struct NumberLayer {
  let scanner: QuantityScanner
  let text: FoldedText
  let bytes: [UInt8]
  let language: ArticleLanguage
  var found: [Quantity] = []
  var place = 0
  private var scan: Scan

  var isChinese: Bool { language == .zh }

  init(scanner: QuantityScanner, text: FoldedText, language: ArticleLanguage) {
    self.scanner = scanner
    self.text = text
    self.bytes = text.bytes
    self.language = language
    self.scan = Scan(scanner: scanner, text: text, language: language, publishedOn: nil)
  }

  mutating func run() {
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "0"), place == 0, isChinese, let counted = counted() {
        add(counted)
      } else if isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(bytes.byte(place + 1)) && !isAlphanumeric(bytes.byte(place - 1))) {
        arabic(place)
      } else if isLetter(byte) {
        word(place)
      } else if byte >= 0xE3, byte < 0xF0 {
        ideograph(place)
      } else {
        place += scalarLength(byte)
      }
    }
  }

  private mutating func add(_ numeral: Numeral) {
    var numeral = numeral
    if !numeral.isSigned { sign(&numeral) }
    let folded = Facts.Span(numeral.start, numeral.end)
    let span = text.original(folded)
    var quantity = Quantity(kind: .number, span: span, folded: folded, qualified: span)
    quantity.value = numeral.value
    quantity.lower = numeral.lower
    quantity.upper = numeral.upper
    quantity.isVague = numeral.isVague
    found.append(quantity)
    place = max(numeral.end, place + 1)
  }

  private func sign(_ numeral: inout Numeral) {
    scan.sign(&numeral)
    if !numeral.isSigned, bytes.byte(numeral.start - 1) == UInt8(ascii: "-"), isIdeograph(bytes.scalar(before: numeral.start - 1)) {
      numeral.start -= 1
      numeral.value = -numeral.value
      numeral.isSigned = true
    }
    // “- 10 k” at the beginning.
    if !numeral.isSigned, numeral.start == 2, bytes.has("- ", at: 0) {
      numeral.start = 0
      numeral.value = -numeral.value
    }
  }

  private mutating func arabic(_ start: Int) {
    if isLetter(bytes.byte(start - 1)) {
      while isAlphanumeric(bytes.byte(place)) { place += 1 }
      return
    }
    if let spaced = spacedGroups(start) ?? pointGroups(start) { return add(spaced) }
    if dotted(start) { return }
    guard var numeral = scanner.numerals.read(bytes, at: start, chinese: isChinese) else {
      place = start + 1
      while isDigit(bytes.byte(place)) { place += 1 }
      return
    }
    if language == .en || language == .other, let more = scanner.numerals.continued(numeral, bytes) { numeral = more }
    if let ratio = ratio(numeral) { return add(ratio) }
    if let mixed = mixedFraction(numeral) { return add(mixed) }
    if numeral.hasLetterScale, bytes.byte(numeral.end - 1) == UInt8(ascii: "m"), !isDigit(bytes.byte(numeral.end - 2)) || isSmallLetter(numeral.end - 1),
      numeral.end - numeral.start > 1, isSmallLetter(numeral.end - 1), isDigit(bytes.byte(numeral.end - 2)) || bytes.byte(numeral.end - 2) == 0x20
    {
      // “1m” is a metre.
      place = numeral.end
      return
    }
    if !numeral.hasPoint, !numeral.isGrouped, !numeral.hasScale, language == .en, bytes.byte(numeral.end) == UInt8(ascii: ","),
      isDigit(bytes.byte(numeral.end + 1)), !isDigit(bytes.byte(numeral.end + 2)), bytes.byte(numeral.end + 2) != UInt8(ascii: ",")
    {
      // 1,3: a decimal comma.
      numeral.value = numeral.value.adding(ExactDecimal(Int(bytes[numeral.end + 1] & 15)).shifted(by: -1)) ?? numeral.value
      numeral.end += 2
    }
    let next = bytes.byte(numeral.end)
    if isLetter(next) {
      place = numeral.end
      while isAlphanumeric(bytes.byte(place)) { place += 1 }
      return
    }
    if next == UInt8(ascii: "%") {
      place = numeral.end + 1
      return
    }
    add(numeral)
  }

  private func isSmallLetter(_ place: Int) -> Bool {
    let at = text.original(Facts.Span(place, place + 1)).start
    return text.original[at] &- 0x61 < 26
  }

  /// `1 234 567.89`: groups of three behind single spaces.
  private func spacedGroups(_ start: Int) -> Numeral? {
    guard let first = scanner.numerals.digits(bytes, at: start), first.integerDigits <= 3, !first.hasPoint, !first.isGrouped, !first.hasScale else { return nil }
    var value = first.value
    var end = first.end
    var groups = 0
    while bytes.byte(end) == 0x20, let group = scanner.numerals.digits(bytes, at: end + 1), group.integerDigits == 3, !group.isGrouped {
      guard let sum = value.shifted(by: 3).adding(group.value), !group.hasScale else { return nil }
      value = sum
      end = group.end
      groups += 1
      if group.hasPoint { break }
    }
    guard groups >= (language == .en ? 1 : 2), !isLetter(bytes.byte(end)) else { return nil }
    var numeral = first
    numeral.value = value
    numeral.end = end
    numeral.isGrouped = true
    return numeral
  }

  /// `1.111,11`: points between groups, a comma before the decimals.
  private func pointGroups(_ start: Int) -> Numeral? {
    guard var whole = integer(start), whole.end - start <= 3 else { return nil }
    var groups = 0
    while bytes.byte(whole.end) == UInt8(ascii: "."), let group = integer(whole.end + 1), group.end - whole.end == 4 {
      guard let sum = whole.value.shifted(by: 3).adding(group.value), groups < 10 else { return nil }
      (whole.value, whole.end, groups) = (sum, group.end, groups + 1)
    }
    guard groups > 0, bytes.byte(whole.end) == UInt8(ascii: ","), let decimals = integer(whole.end + 1), decimals.end - whole.end <= 3,
      let sum = whole.value.adding(decimals.value.shifted(by: -(decimals.end - whole.end - 1)))
    else { return nil }
    (whole.value, whole.end) = (sum, decimals.end)
    return whole
  }

  /// `192.168.1.2`: each part is a number.
  private mutating func dotted(_ start: Int) -> Bool {
    var end = start
    var points = 0
    while isDigit(bytes.byte(end)) || (bytes.byte(end) == UInt8(ascii: ".") && isDigit(bytes.byte(end + 1))) {
      if bytes[end] == UInt8(ascii: ".") { points += 1 }
      end += 1
    }
    guard points >= 2, isDigit(bytes[start]) else { return false }
    while place < end {
      if let part = integer(place) { add(part) } else { place += 1 }
    }
    return true
  }

  private func integer(_ start: Int) -> Numeral? {
    var value: Int128 = 0
    var end = start
    while isDigit(bytes.byte(end)), end - start < 30 {
      value = value * 10 + Int128(bytes[end] & 15)
      end += 1
    }
    return end > start ? Numeral(start: start, end: end, value: ExactDecimal(significand: value, exponent: 0)) : nil
  }

  /// `1 1/2`: a whole number and a proper fraction of one digit above.
  private func mixedFraction(_ whole: Numeral) -> Numeral? {
    guard bytes.byte(whole.end) == 0x20, !whole.hasPoint, !whole.hasScale, let above = integer(whole.end + 1), above.end - whole.end == 2,
      bytes.byte(above.end) == UInt8(ascii: "/"), let below = integer(above.end + 1), above.value < below.value,
      whole.integerDigits <= 3, let parts = below.value.integer, [2, 3, 4, 5, 6, 8, 16].contains(parts), !isAlphanumeric(bytes.byte(below.end)), bytes.byte(below.end) != UInt8(ascii: "/"), let part = above.value.divided(by: below.value, digits: 18),
      let sum = whole.value.adding(part)
    else { return nil }
    var mixed = whole
    (mixed.value, mixed.end, mixed.isFraction) = (sum, below.end, true)
    return mixed
  }

  /// `2/10`, `1 in twenty-one`, `one over 20`, `two out of five hundred`.
  private func ratio(_ numeral: Numeral) -> Numeral? {
    guard !isChinese, !numeral.hasPoint else { return nil }
    var next: Int
    if bytes.byte(numeral.end) == UInt8(ascii: "/"), isDigit(bytes.byte(numeral.end + 1)), !numeral.isWords, numeral.integerDigits <= 3 {
      next = numeral.end + 1
    } else {
      guard let link = bytes.end(ofAny: [" over ", " in ", " out of "], at: numeral.end), language == .en else { return nil }
      next = link
      if bytes.has(" in ", at: numeral.end), numeral.value != ExactDecimal(1) { return nil }
      if isDigit(bytes.byte(next)), !bytes.has(" over ", at: numeral.end) { return nil }
    }
    guard let below = scanner.numerals.read(bytes, at: next, chinese: false), !below.hasPoint, numeral.value < below.value, !isLetter(bytes.byte(below.end)),
      bytes.byte(below.end) != UInt8(ascii: "/"), !bytes.has(" out of ", at: numeral.end) || below.isWords && below.value > ExactDecimal(99),
      let value = numeral.value.divided(by: below.value, digits: 18)
    else { return nil }
    var result = numeral
    result.value = value
    result.end = below.end
    if bytes.byte(result.end) == UInt8(ascii: "s") { result.end += 1 }
    return result
  }

  private mutating func word(_ start: Int) {
    if bytes[start] == UInt8(ascii: "h"), bytes.has("http", at: start) {
      while place < bytes.count, bytes[place] > 0x20, bytes[place] < 0x7F { place += 1 }
      return
    }
    // “nil” is a number only by itself.
    if start == 0, bytes.count == 3, bytes.has("nil", at: 0) { return add(Numeral(start: 0, end: 3, value: .zero)) }
    if !isAlphanumeric(bytes.byte(start - 1)), EnglishNumerals.canBegin(bytes[start]),
      let numeral = scanner.numerals.read(bytes, at: start, chinese: false), isNumber(numeral)
    {
      return add(ratio(numeral) ?? numeral)
    }
    var end = start
    while isAlphanumeric(bytes.byte(end)) { end += 1 }
    place = end
  }

  /// “one” is a pronoun as often as a number: not behind this, that, the, no.
  private func isNumber(_ numeral: Numeral) -> Bool {
    if bytes.byte(numeral.end) == UInt8(ascii: "-"), isLetter(bytes.byte(numeral.end + 1)), !numeral.isFraction { return numeral.end - numeral.start > 3 }
    guard numeral.value == ExactDecimal(1), bytes.has("one", at: numeral.start) else { return !numeral.isVague }
    let before = bytes.beforeSpaces(numeral.start)
    for word: StaticString in ["this", "that", "the", "no", "which", "any", "every", "each", "some"] where bytes.has(word, endingAt: before) { return false }
    return true
  }

  private mutating func ideograph(_ start: Int) {
    let scalar = bytes.scalar(start)
    if bytes.has("ゼロ", at: start), !isKatakana(bytes.scalar(before: start)), !isKatakana(bytes.scalar(start + 6)) {
      return add(Numeral(start: start, end: start + 6, value: .zero))
    }
    if bytes.has("一半", at: start), isChinese { return add(Numeral(start: start, end: start + 6, value: ExactDecimal(significand: 5, exponent: -1))) }
    if isChinese, start == 0, let counted = counted() { return add(counted) }
    guard ChineseNumeral(scalar) != nil || NumeralReader.isSeveral(scalar), let numeral = scanner.numerals.read(bytes, at: start, chinese: isChinese) else {
      place = start + 3
      return
    }
    if isChinese, bytes.has("百", at: start), percentHead(start) {
      place = start + 3
      return
    }
    let behind = bytes.afterSpaces(numeral.end)
    if bytes.byte(behind) == UInt8(ascii: "%") {
      place = behind + 1
      return
    }
    guard !numeral.isVague, isFree(numeral) else {
      place = max(numeral.end, start + 3)
      return
    }
    add(numeral)
  }

  /// A text that is nothing but a small number with a classifier: `半個`, `零个`, `一對` (a pair is two).
  private func counted() -> Numeral? {
    guard bytes.count == 6 || (bytes.count == 4 && bytes[0] == UInt8(ascii: "0")) else { return nil }
    let head = bytes.count - 3
    if bytes.end(ofAny: ["对", "對", "双", "雙"], at: head) != nil {
      return bytes.has("一", at: 0) ? Numeral(start: 0, end: bytes.count, value: ExactDecimal(2)) : nil
    }
    guard bytes.end(ofAny: ["个", "個"], at: head) != nil else { return nil }
    if bytes.has("半", at: 0) { return Numeral(start: 0, end: bytes.count, value: ExactDecimal(significand: 5, exponent: -1)) }
    guard let numeral = scanner.numerals.read(bytes, at: 0, chinese: true), numeral.end == head, !numeral.isVague, numeral.value < ExactDecimal(11) else { return nil }
    return Numeral(start: 0, end: bytes.count, value: numeral.value)
  }

  private func percentHead(_ start: Int) -> Bool {
    let at = bytes.afterSpaces(start + 3)
    return bytes.has("分", at: at) && bytes.has("之", at: bytes.afterSpaces(at + 3))
  }

  /// Whether a kanji numeral stands for a number here, rather than inside a name or word.
  private func isFree(_ numeral: Numeral) -> Bool {
    if numeral.start == 0, numeral.end == bytes.count { return true }
    let before = bytes.scalar(before: numeral.start)
    let behind = bytes.scalar(numeral.end)
    guard numeral.isKanji else { return true }
    let isSingle = numeral.end - numeral.start == 3
    if isSingle, ChineseNumeral.isDoubtful(bytes.scalar(numeral.start)) { return !isIdeograph(before) && !isIdeograph(behind) && numeral.value < ExactDecimal(1000) }
    if isSingle, bytes.scalar(numeral.start) == 0x4E07 || bytes.scalar(numeral.start) == 0x5104 { return false }
    let followsWell = !isIdeograph(behind) || Self.counters.contains(behind)
    if !isSingle, !(isIdeograph(before) && isIdeograph(behind) && !followsWell) {
      return !(numeral.value < ExactDecimal(100) && numeral.integerDigits == 2 && isIdeograph(before) && !Self.leaders.contains(before))
    }
    if Self.classifiers.contains(behind), before != 0x7B2C { return true }
    guard followsWell else { return false }
    return !isIdeograph(before) || Self.leaders.contains(before)
  }

  private static let classifiers: Set<UInt32> = Set("匹個个只双雙对對斤張张".unicodeScalars.map(\.value))
  private static let counters: Set<UInt32> = Set(
    "匹本個个人名台枚件回円元年月日時时分秒只双雙对對斤種种倍条張张座位份頭头羽冊册杯足着軒階层層週周歳岁才世個是不而却却和的点點角毛毫割成萬万億亿兆又項项".unicodeScalars.map(\.value))
  private static let leaders: Set<UInt32> = Set("前後后是有了共約约和同第的到至另為为每各年零台得過过不非在达達数只近如若即於于".unicodeScalars.map(\.value))
}
