public import Facts
public import Language

/// Finds the quantities of a text: `ソラ社は約35億円を2026年末までに` holds about 3 500 000 000 JPY and a date, 2026 (end).
///
/// One pass over the folded bytes. A place can begin a quantity only if its byte or scalar does; there, a numeral is
/// read once, and money, percentages, dates, durations, measures and plain numbers compete for it in this order.
public struct QuantityScanner: Sendable {
  let numerals = NumeralReader()
  let currencies: CurrencyTable
  let measures = MeasureTable()
  let qualifiers = QualifierTable()
  let calendar = CalendarTable()
  let restatement: Restatement

  public init() throws {
    currencies = try CurrencyTable.embedded()
    restatement = Restatement(rates: try RateData.exchangeRates())
  }

  /// - Returns: in the order of the text, not overlapping.
  public func scan(_ text: FoldedText, language: ArticleLanguage, publishedOn: PartialDate?) -> [Quantity] {
    var scan = Scan(scanner: self, text: text, language: language, publishedOn: publishedOn)
    scan.run()
    restatement.link(&scan.found, in: text, publishedOn: publishedOn)
    return scan.found
  }
}

/// One pass over one text.
struct Scan {
  let scanner: QuantityScanner
  let text: FoldedText
  let bytes: [UInt8]
  let language: ArticleLanguage
  let publishedOn: PartialDate?
  var found: [Quantity] = []
  var place = 0

  init(scanner: QuantityScanner, text: FoldedText, language: ArticleLanguage, publishedOn: PartialDate?) {
    self.scanner = scanner
    self.text = text
    self.bytes = text.bytes
    self.language = language
    self.publishedOn = publishedOn
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
        } else {
          place += 1
        }
      } else if byte < 0xE0 {
        if byte == 0xC2 || byte == 0xC5, money(before: place) { continue }
        place += 2
      } else {
        ideograph()
      }
    }
  }

  /// A Latin word: a currency before its number, a calendar word, or letters with digits that are no number.
  private mutating func word() {
    let start = place
    if money(before: start) { return }
    if calendarWord(at: start) { return }
    var end = start
    while isLetter(bytes.byte(end)) || isDigit(bytes.byte(end))
      || (bytes.byte(end) == UInt8(ascii: "-") && (isLetter(bytes.byte(end + 1)) || isDigit(bytes.byte(end + 1))))
      || (bytes.byte(end) == UInt8(ascii: ".") && isDigit(bytes.byte(end + 1)) && isDigit(bytes.byte(end - 1)))
    {
      end += 1
    }
    place = max(end, start + 1)
  }

  private mutating func ideograph() {
    let start = place
    let scalar = bytes.scalar(start)
    if ChineseNumeral(scalar) != nil || Scan.isVagueHead(scalar) {
      number(at: start)
      return
    }
    if bytes[start] == 0xE2, money(before: start) { return }
    if calendarWord(at: start) { return }
    place = start + scalarLength(bytes[start])
  }

  static func isVagueHead(_ scalar: UInt32) -> Bool {
    scalar == 0x6570 || scalar == 0x5E7E || scalar == 0x51E0 || scalar == 0x4F55 || scalar == 0x6578 || scalar == 0x534A
  }

  /// `$38B`, `us$ 48.2 万`, `rmb 100m`, `€ 1.5`.
  private mutating func money(before start: Int) -> Bool {
    if isLetter(bytes.byte(start - 1)) { return false }
    guard let (currency, signEnd) = scanner.currencies.prefixes.match(bytes, at: start) else { return false }
    let at = bytes.afterSpaces(signEnd)
    guard isDigit(bytes.byte(at)), var numeral = scanner.numerals.read(bytes, at: at, letters: true) else { return false }
    guard !isLetter(bytes.byte(numeral.end)) else { return false }
    extendRange(&numeral, currency: nil, prefixed: true)
    var code = currency.isYenSign && language == .zh ? "CNY" : currency.code
    if let (named, end) = currencyName(after: numeral.end), currency.code == "USD" || named == currency.code {
      code = named
      numeral.end = end
    }
    emit(.money, start, numeral.end, numeral) { $0.unit = code }
    return true
  }

  private func currencyName(after end: Int) -> (String, Int)? {
    let at = bytes.afterSpaces(end)
    guard let (currency, nameEnd) = scanner.currencies.suffixes.match(
      bytes, at: at, where: { place in !isLetter(bytes.byte(place - 1)) || !isLetter(bytes.byte(place)) })
    else { return nil }
    if currency.isYenSign || bytes.byte(at) == UInt8(ascii: "$") { return nil }
    // 元々, 元CEO, 円満, 円滑, 円卓 are no money.
    let next = bytes.scalar(nameEnd)
    if bytes.has("元", at: at), nameEnd == at + 3, next == 0x3005 { return nil }
    if bytes.has("円", at: at), nameEnd == at + 3, next == 0x6E80 || next == 0x6ED1 || next == 0x5353 || next == 0x5F62 || next == 0x5468 {
      return nil
    }
    return (currency.code, nameEnd)
  }

  private mutating func number(at start: Int) {
    let scalar = bytes.scalar(start)
    if scalar == 0x534A { return half(at: start) }
    let previous = bytes.byte(start - 1)
    if isDigit(bytes[start]) {
      let glued = isLetter(previous) || (previous == UInt8(ascii: "-") && isLetter(bytes.byte(start - 2)))
      if glued { return skipRun(from: start) }
    }
    guard var numeral = scanner.numerals.read(bytes, at: start, letters: true) else {
      place = start + scalarLength(bytes[start])
      while isDigit(bytes.byte(place)) { place += 1 }
      return
    }
    if calendarNumber(numeral) { return }
    extendRange(&numeral, currency: nil, prefixed: false)
    if let (code, end) = currencyName(after: numeral.end) {
      return emit(.money, start, end, numeral) { $0.unit = code }
    }
    if percentage(numeral) { return }
    if duration(numeral) { return }
    if measure(numeral) { return }
    if isLetter(bytes.byte(numeral.end)) { return skipRun(from: numeral.end) }
    if numeral.isKanji, !isFreeKanji(numeral) {
      place = numeral.end
      return
    }
    emit(.number, start, numeral.end, numeral) { _ in }
  }

  /// A kanji numeral that stands as a number, not as a part of a word (一番, 三菱, 千葉).
  private func isFreeKanji(_ numeral: Numeral) -> Bool {
    let before = bytes.scalar(before: numeral.start)
    let behind = bytes.scalar(numeral.end)
    return !isIdeograph(before) && !isIdeograph(behind) && !isKatakana(before)
      && (numeral.hasScale || numeral.end - numeral.start > 3)
  }

  /// 半年, 半世紀.
  private mutating func half(at start: Int) {
    place = start + 3
    guard let (unit, end) = scanner.calendar.durations.match(bytes, at: start + 3), unit.kind != .day else { return }
    var numeral = Numeral(start: start, end: end, value: ExactDecimal(significand: 5, exponent: -1))
    numeral.isKanji = true
    emitDuration(numeral, unit, end)
  }

  private mutating func skipRun(from start: Int) {
    var end = start
    while isLetter(bytes.byte(end)) || isDigit(bytes.byte(end)) { end += 1 }
    place = max(end, start + 1)
  }

  private mutating func percentage(_ numeral: Numeral) -> Bool {
    var end = bytes.afterSpaces(numeral.end)
    var numeral = numeral
    if bytes.byte(end) == UInt8(ascii: "%") {
      end += 1
    } else if bytes.has("パーセント", at: end) {
      end += 15
      if bytes.has("ポイント", at: end) { end += 12 }
    } else if bytes.has("ポイント", at: end) {
      end += 12
    } else if bytes.has("percent", at: end), !isLetter(bytes.byte(end + 7)) {
      end += 7
    } else if bytes.has("per cent", at: end) {
      end += 8
    } else if bytes.has("割", at: end) || bytes.has("成", at: end) && language == .zh {
      end += 3
      numeral.value = numeral.value.shifted(by: 1)
      numeral.lower = numeral.lower?.shifted(by: 1)
      numeral.upper = numeral.upper?.shifted(by: 1)
      if bytes.has("半", at: end) {
        numeral.value = numeral.value.adding(ExactDecimal(5)) ?? numeral.value
        end += 3
      }
    } else {
      return false
    }
    emit(.percentage, numeral.start, end, numeral) { $0.unit = "percent" }
    return true
  }

  private mutating func measure(_ numeral: Numeral) -> Bool {
    let at = bytes.afterSpaces(numeral.end, limit: 1)
    guard let (unit, end) = scanner.measures.units.match(
      bytes, at: at, where: { place in !isLetter(bytes.byte(place - 1)) || !isLetter(bytes.byte(place)) && !isDigit(bytes.byte(place)) })
    else { return false }
    if numeral.isKanji, !numeral.hasScale, !numeral.isVague, numeral.end - numeral.start <= 3 { return false }
    var scaled = numeral
    scaled.value = numeral.value.shifted(by: unit.power)
    scaled.lower = numeral.lower?.shifted(by: unit.power)
    scaled.upper = numeral.upper?.shifted(by: unit.power)
    let counter = String(decoding: bytes[at..<end], as: UTF8.self)
    emit(.measure, numeral.start, end, scaled) {
      $0.unit = unit.base
      $0.counter = counter
    }
    return true
  }

  /// `3〜5億`: the first number takes the scale of the second.
  private func extendRange(_ numeral: inout Numeral, currency: String?, prefixed: Bool) {
    guard !numeral.isVague, bytes.byte(numeral.end) == UInt8(ascii: "~") || bytes.byte(numeral.end) == UInt8(ascii: "-"),
      isDigit(bytes.byte(numeral.end + 1)) || (prefixed && bytes.byte(numeral.end + 1) == UInt8(ascii: "$")),
      let second = scanner.numerals.read(
        bytes, at: bytes.byte(numeral.end + 1) == UInt8(ascii: "$") ? numeral.end + 2 : numeral.end + 1, letters: true)
    else { return }
    let first = numeral.hasScale ? numeral.value : numeral.value.shifted(by: second.scalePower)
    guard first < second.value else { return }
    numeral.value = first
    numeral.lower = first
    numeral.upper = second.value
    numeral.end = second.end
    numeral.hasScale = second.hasScale
  }

  mutating func emit(_ kind: Quantity.Kind, _ start: Int, _ end: Int, _ numeral: Numeral, _ fill: (inout Quantity) -> Void) {
    let folded = Facts.Span(start, end)
    var quantity = Quantity(kind: kind, span: text.original(folded), folded: folded, qualified: text.original(folded))
    if kind != .date {
      quantity.value = numeral.value
      quantity.lower = numeral.lower
      quantity.upper = numeral.upper
      quantity.isVague = numeral.isVague && numeral.isKanji
      quantity.isRange = numeral.isVague && !numeral.isKanji
    }
    fill(&quantity)
    qualify(&quantity)
    found.append(quantity)
    place = end
  }

  private func qualify(_ quantity: inout Quantity) {
    var start = quantity.folded.start
    var end = quantity.folded.end
    let before = bytes.beforeSpaces(start)
    if let (qualifier, at) = scanner.qualifiers.before.match(bytes, endingAt: before, where: { place in
      !isLetter(bytes.byte(place)) || !isLetter(bytes.byte(place - 1))
    }) {
      quantity.qualifier = qualifier
      start = at
    }
    if quantity.kind != .date, let (qualifier, at) = scanner.qualifiers.behind.match(bytes, at: bytes.afterSpaces(end, limit: 1)) {
      if quantity.qualifier == .exact || quantity.qualifier == .about { quantity.qualifier = qualifier }
      end = at
    }
    quantity.qualified = text.original(Facts.Span(start, end))
    guard quantity.kind != .date, let value = quantity.value else { return }
    switch quantity.qualifier {
    case .exact, .about: break
    case .atLeast: quantity.lower = quantity.lower ?? value
    case .upTo: quantity.upper = quantity.upper ?? value
    }
  }
}
