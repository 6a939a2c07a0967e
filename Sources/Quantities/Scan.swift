import Facts
import Language

/// One pass over one text: walks to places where quantities can begin, and lets the kinds compete for each.
struct Scan {
  let scanner: QuantityScanner
  let text: FoldedText
  let bytes: [UInt8]
  let language: ArticleLanguage
  let reference: CalendarReference
  var found: [Quantity] = []
  var place = 0

  var isChinese: Bool { language == .zh }

  init(scanner: QuantityScanner, text: FoldedText, language: ArticleLanguage, publishedOn: PartialDate?) {
    self.scanner = scanner
    self.text = text
    self.bytes = text.bytes
    self.language = language
    self.reference = CalendarReference(date: publishedOn)
  }

  mutating func run() {
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        if isDigit(byte) {
          number(at: place)
        } else if isLetter(byte) {
          word()
        } else if byte == UInt8(ascii: "$") {
          if !money(before: place) { place += 1 }
        } else if byte == UInt8(ascii: "."), isDigit(bytes.byte(place + 1)), !isAlphanumeric(bytes.byte(place - 1)), bytes.byte(place - 1) != byte {
          number(at: place)
        } else {
          place += 1
        }
      } else if byte < 0xE0 {
        if byte == 0xC2 || byte == 0xC5, money(before: place) { continue }
        place += 2
      } else if byte < 0xF0 {
        let scalar = bytes.scalar(place)
        if scanner.starts.contains(scalar) { ideograph(scalar) } else { place += 3 }
      } else {
        place += 4
      }
    }
  }

  /// A Latin word: a currency before its number, a date, a number in words; or letters with digits that are no number.
  private mutating func word() {
    let start = place
    if bytes[start] == UInt8(ascii: "h"), let end = address(at: start) {
      place = end
      return
    }
    if money(before: start) { return }
    if let reading = scanner.english.read(bytes, at: start, reference: reference) { return emitDate(reading) }
    if bytes[start] == UInt8(ascii: "w"), englishDuration(at: start) { return }
    if EnglishNumerals.canBegin(bytes[start]) {
      if englishDuration(at: start) { return }
      if let numeral = scanner.numerals.read(bytes, at: start, chinese: false) {
        if let reading = scanner.english.readDay(bytes, at: start, reference: reference) { return emitDate(reading) }
        if number(numeral) { return }
      } else if let reading = scanner.english.readDay(bytes, at: start, reference: reference) {
        return emitDate(reading)
      }
    }
    place = wordEnd(start)
  }

  /// Where a run of letters and digits ends, with the hyphens and points inside it: `gpt-4.1`, `h100`.
  private func wordEnd(_ start: Int) -> Int {
    var end = start
    // ARR25億円: digits right behind letters are looked at on their own.
    while isLetter(bytes.byte(end)) { end += 1 }
    if end > start, isDigit(bytes.byte(end)) { return end }
    while true {
      let byte = bytes.byte(end)
      if isAlphanumeric(byte) || byte == UInt8(ascii: "_") {
        end += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), isDigit(bytes.byte(end + 1)), isAlphanumeric(bytes.byte(end - 1)) {
        end += 1
      } else {
        return max(end, start + 1)
      }
    }
  }

  /// `https://…` up to a space or the first character that no address holds.
  private func address(at start: Int) -> Int? {
    guard bytes.has("http://", at: start) || bytes.has("https://", at: start) else { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F, ![UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "|")].contains(bytes[end]) {
      end += 1
    }
    return end
  }

  private mutating func ideograph(_ scalar: UInt32) {
    let start = place
    if let reading = scanner.eastAsian.read(
      bytes, at: start, numerals: scanner.numerals, reference: reference, chinese: isChinese), isFree(reading)
    {
      return emitDate(reading)
    }
    if scalar == 0x7B2C {
      if !isChinese, let reading = scanner.eastAsian.nthWeekday(bytes, at: start, numerals: scanner.numerals, reference: reference) {
        return emitDate(reading)
      }
      // 第3弾, 第一: an ordinal is no quantity.
      place = start + 3
      if let numeral = scanner.numerals.read(bytes, at: place, chinese: isChinese) { place = numeral.end }
      return
    }
    if eastAsianDuration(at: start) { return }
    if NumeralReader.isSeveral(scalar), scalar != 0x4F55, severalUnits(money: start) || severalUnits(at: start) { return }
    if money(before: start) { return }
    if bareScale(at: start, scalar) { return }
    if ChineseNumeral(scalar) != nil || NumeralReader.isSeveral(scalar) || scalar == 0x4E0A {
      number(at: start)
      if place > start { return }
    }
    place = start + 3
  }

  /// Kana words of the calendar (あす, きょう) must not be parts of longer words.
  private func isFree(_ reading: DateReading) -> Bool {
    guard isHiragana(bytes.scalar(reading.start)) else {
      // 前年, 昨日 … inside longer words: 午前年, 一昨日.
      return true
    }
    guard !isHiragana(bytes.scalar(before: reading.start)) else { return false }
    let next = bytes.scalar(reading.end)
    return !isHiragana(next) || [0x306F, 0x306E, 0x306B, 0x3082, 0x304B, 0x307E, 0x3067, 0x5E30].contains(next)
  }

  /// A number that begins with a digit or a Chinese numeral.
  private mutating func number(at start: Int) {
    let isArabic = bytes[start] < 0x80
    if isArabic, isSymbol(start) {
      place = start + 1
      while isDigit(bytes.byte(place)), isSymbol(place) { place += 1 }
      return
    }
    if isArabic, isGlued(start) {
      // Microsoft10兆円: only a scale and a currency tell a number glued to a name.
      if isLetter(bytes.byte(start - 1)), let numeral = scanner.numerals.read(bytes, at: start, chinese: isChinese), numeral.hasScale,
        bytes[numeral.end - 1] >= 0x80, money(numeral)
      {
        return
      }
      place = wordEnd(start)
      return
    }
    if isArabic, let end = dottedChain(start) {
      place = end
      return
    }
    if isArabic, let reading = scanner.numeric.read(bytes, at: start, reference: reference, language: language) {
      return emitDate(reading)
    }
    if isArabic, let reading = yearRange(start) { return emitDate(reading) }
    if isArabic, let reading = scanner.eastAsian.read(
      bytes, at: start, numerals: scanner.numerals, reference: reference, chinese: isChinese)
    {
      return emitDate(reading)
    }
    guard var numeral = scanner.numerals.read(bytes, at: start, chinese: isChinese) else {
      place = isArabic ? wordEnd(start) : start + 3
      return
    }
    if isArabic, !numeral.hasScale || numeral.hasLetterScale, let reading = scanner.english.readDay(bytes, at: start, reference: reference) {
      return emitDate(reading)
    }
    if isArabic, let half = ratioOfUnit(numeral) { numeral = half }
    // 3 thousand and 20 dollars
    if isArabic, numeral.hasScale, language == .en, let more = scanner.numerals.continued(numeral, bytes), bytes.end(ofAny: [" and ", " hundred"], at: numeral.end) != nil,
      currencyName(after: more.end) != nil
    {
      numeral = more
    }
    if isArabic, !numeral.hasPoint, let end = bytes.end(ofAny: [" and a half", " and an half", " and half"], at: numeral.end), bytes.isWordBoundary(end),
      let more = numeral.value.adding(ExactDecimal(5).shifted(by: numeral.scalePower - 1))
    {
      (numeral.value, numeral.end) = (more, end)
    }
    if isArabic, let reading = bareYear(numeral) { return emitDate(reading) }
    if !number(numeral) { place = max(isArabic ? wordEnd(numeral.end) : numeral.end, place) }
  }

  /// `1/2 hour`: a ratio only where a unit of time follows.
  private func ratioOfUnit(_ numeral: Numeral) -> Numeral? {
    guard bytes.byte(numeral.end) == UInt8(ascii: "/"), numeral.integerDigits == 1, isDigit(bytes.byte(numeral.end + 1)),
      let below = scanner.numerals.digits(bytes, at: numeral.end + 1), below.integerDigits == 1, numeral.value < below.value,
      bytes.end(ofAny: [" hour", " day", " year", " of an hour"], at: below.end) != nil,
      let value = numeral.value.divided(by: below.value, digits: 18)
    else { return nil }
    var ratio = numeral
    (ratio.value, ratio.end, ratio.isFraction) = (value, below.end, true)
    return ratio
  }

  /// The kinds that compete for a numeral; `false` where it is no quantity.
  private mutating func number(_ numeral: Numeral) -> Bool {
    var numeral = numeral
    sign(&numeral)
    if money(numeral) { return true }
    if percentage(numeral) { return true }
    if duration(numeral) { return true }
    if countedWeekday(numeral) { return true }
    if measure(numeral) { return true }
    if let range = rangeOfNumbers(numeral), money(range) || percentage(range) || duration(range) || measure(range) { return true }
    guard !isLetter(bytes.byte(numeral.end)), isPlain(numeral) else { return false }
    emit(.number, numeral, end: numeral.end)
    return true
  }

  /// A numeral without a unit: in words or kanji only where it can be nothing else.
  private func isPlain(_ numeral: Numeral) -> Bool {
    if numeral.isWords { return numeral.hasScale && !numeral.isVague }
    guard numeral.isKanji else { return numeral.integerDigits <= 15 || numeral.hasScale }
    let before = bytes.scalar(before: numeral.start)
    let behind = bytes.scalar(numeral.end)
    return !isIdeograph(before) && !isIdeograph(behind) && !isKatakana(before) && !isKatakana(behind)
      && (numeral.hasScale || numeral.end - numeral.start > 3) && !numeral.isVague
  }

  /// A digit that folding made of ①, ², ½: no numeral of its own.
  private func isSymbol(_ start: Int) -> Bool {
    let lead = text.original[text.original(Facts.Span(start, start + 1)).start]
    return lead >= 0x80 && lead != 0xEF
  }

  /// `h100`, `gpt-4`, `v2.0`: digits behind letters are a part of a name.
  private func isGlued(_ start: Int) -> Bool {
    let previous = bytes.byte(start - 1)
    if isLetter(previous) || previous == UInt8(ascii: "_") { return true }
    if previous == UInt8(ascii: "-") || previous == UInt8(ascii: "."), isAlphanumeric(bytes.byte(start - 2)) { return true }
    if previous == UInt8(ascii: "#") || previous == UInt8(ascii: "@") { return true }
    // 『ソラ-4』: a name in kana with a hyphen.
    return previous == UInt8(ascii: "-") && isKatakana(bytes.scalar(before: start - 1))
  }

  /// `192.168.1.2`, `1.2.3`: neither number nor date.
  private func dottedChain(_ start: Int) -> Int? {
    var end = start
    var points = 0
    while isDigit(bytes.byte(end)) || (bytes.byte(end) == UInt8(ascii: ".") && isDigit(bytes.byte(end + 1))) {
      if bytes[end] == UInt8(ascii: ".") { points += 1 }
      end += 1
    }
    guard points >= 2, scanner.numeric.read(bytes, at: start, reference: reference, language: language) == nil else { return nil }
    return end
  }

  /// `2025〜2026年`, `2025-2028`.
  private func yearRange(_ start: Int) -> DateReading? {
    guard let first = calendarYear(start) else { return nil }
    var end = start + 4
    if bytes.has("年", at: end) { end += 3 }
    let link = bytes.byte(end)
    guard link == UInt8(ascii: "~") || link == UInt8(ascii: "-"), let last = calendarYear(end + 1), first < last else { return nil }
    var finish = end + 5
    if bytes.has("年", at: finish) {
      if isDigit(bytes.byte(finish + 3)) { return nil }
      finish += bytes.has("年度", at: finish) ? 6 : 3
    }
    guard !isAlphanumeric(bytes.byte(finish)), bytes.byte(finish) != UInt8(ascii: "-"), bytes.byte(finish) != UInt8(ascii: "%") else { return nil }
    var reading = DateReading(start: start, end: finish, date: PartialDate(year: first), timex: nil, dateEnd: PartialDate(year: last))
    reading.fiscal = bytes.has("度", endingAt: finish)
    return reading
  }

  private func calendarYear(_ start: Int) -> Int? {
    var value = 0
    for offset in 0..<4 {
      guard isDigit(bytes.byte(start + offset)) else { return nil }
      value = value * 10 + Int(bytes[start + offset] & 15)
    }
    return isDigit(bytes.byte(start + 4)) || !(1900...2100).contains(value) ? nil : value
  }

  /// `in 2025`, `by 2030`: a year without a unit, in running English.
  private func bareYear(_ numeral: Numeral) -> DateReading? {
    guard numeral.integerDigits == 4, !numeral.hasScale, let year = numeral.calendarNumber, (1900...2100).contains(year),
      !isAlphanumeric(bytes.byte(numeral.end)), bytes.byte(numeral.end) != UInt8(ascii: "%")
    else { return nil }
    let before = bytes.beforeSpaces(numeral.start, limit: 1)
    guard before < numeral.start, isLetter(bytes.byte(before - 1)) else { return nil }
    for word: StaticString in ["in", "by", "since", "until", "from", "early", "late", "before", "after", "through", "during", "mid", "around", "year", "fiscal"] {
      if bytes.has(word, endingAt: before), !isLetter(bytes.byte(before - word.utf8CodeUnitCount - 1)) {
        let date = PartialDate(year: year)
        return DateReading(start: numeral.start, end: numeral.end, date: date, timex: date.description)
      }
    }
    return nil
  }

  /// `-5`, `マイナス3`, `负40`: the sign belongs to the numeral.
  func sign(_ numeral: inout Numeral) {
    guard !numeral.isVague else { return }
    var signed: Int?
    let previous = bytes.beforeSpaces(numeral.start, limit: 1)
    if bytes.byte(numeral.start - 1) == UInt8(ascii: "-") {
      let before = bytes.byte(numeral.start - 2)
      let scalar = bytes.scalar(before: numeral.start - 1)
      if !isAlphanumeric(before), before != UInt8(ascii: "-"), before != UInt8(ascii: ")"), before != UInt8(ascii: "%"), !isKatakana(scalar), !isIdeograph(scalar) || isChinese == false && numeral.start == 1 {
        signed = numeral.start - 1
      }
    } else if bytes.has("マイナス", endingAt: numeral.start) {
      signed = numeral.start - 12
    } else if bytes.has("负", endingAt: previous) || bytes.has("負", endingAt: previous) {
      signed = previous - 3
    } else if bytes.has("minus", endingAt: previous), previous < numeral.start, !isLetter(bytes.byte(previous - 6)) {
      signed = previous - 5
    }
    guard let signed, signed >= (found.last?.folded.end ?? 0) else { return }
    numeral.start = signed
    numeral.isSigned = true
    numeral.value = -numeral.value
  }

  // MARK: emission

  mutating func emit(_ kind: Quantity.Kind, _ numeral: Numeral, start: Int? = nil, end: Int, _ fill: (inout Quantity) -> Void = { _ in }) {
    let folded = Facts.Span(start ?? numeral.start, end)
    let span = text.original(folded)
    var quantity = Quantity(kind: kind, span: span, folded: folded, qualified: span)
    quantity.value = numeral.value
    quantity.lower = numeral.lower
    quantity.upper = numeral.upper
    quantity.isVague = numeral.isVague
    quantity.isRange = numeral.isRange
    if numeral.isMore { quantity.qualifier = .atLeast }
    fill(&quantity)
    qualify(&quantity)
    found.append(quantity)
    place = max(end, place + 1)
  }

  mutating func emitDate(_ reading: DateReading) {
    let folded = Facts.Span(reading.start, reading.end)
    let span = text.original(folded)
    var quantity = Quantity(kind: .date, span: span, folded: folded, qualified: span)
    quantity.date = reading.date
    quantity.dateEnd = reading.dateEnd
    quantity.timex = reading.timex
    quantity.fiscal = reading.fiscal
    quantity.limit = reading.limit
    limit(&quantity)
    found.append(quantity)
    place = max(reading.end, place + 1)
  }
}
