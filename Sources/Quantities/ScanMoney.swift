import Facts

/// Money: `$38B`, `1兆4000億ドル`, `us$ 48.2 万`, `人民幣3.14`, `20 dollars and 43 cents`.
extension Scan {
  /// Money whose currency stands before the number.
  mutating func money(before start: Int) -> Bool {
    let previous = bytes.byte(start - 1)
    let isGlued = isLetter(previous)
    guard !isGlued || bytes[start] == UInt8(ascii: "$"), previous != UInt8(ascii: "'") || !isLetter(bytes[start]), let (currency, signEnd) = scanner.currencies.prefixes.match(
      bytes, at: start, where: { [bytes] in !isLetter(bytes.byte($0 - 1)) || !isLetter(bytes.byte($0)) })
    else { return false }
    if currency.needsCapitals, !isCapital(start, signEnd) { return false }
    let at = bytes.afterSpaces(signEnd, limit: currency.isWord ? 1 : 2)
    let first = bytes.byte(at)
    guard isDigit(first) || first == UInt8(ascii: ".") || (first >= 0xE3 && currency.isIdeographic),
      let numeral = scanner.numerals.read(bytes, at: at, chinese: isChinese), !isLetter(bytes.byte(numeral.end))
    else { return false }
    // In formulas and code a dollar sign is no currency: $75\%$, $x_1$, foo$1.
    if bytes[start] == UInt8(ascii: "$") {
      if isGlued, !numeral.hasScale { return false }
      let next = bytes.byte(numeral.end)
      if next == UInt8(ascii: "\\"), !isLetter(bytes.byte(numeral.end + 1)) { return false }
      if [UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "=")].contains(next) { return false }
    }
    // PHP 8.4, COP26: a version or a count behind a name.
    if currency.needsCapitals, currency.code == "PHP" || currency.code == "COP" || (at == signEnd && !numeral.hasPoint), !numeral.hasScale,
      !numeral.isGrouped, numeral.integerDigits < 3, currency.isCode, currency.code != "MYR"
    {
      return false
    }
    var whole = range(from: numeral, sign: (start, signEnd)) ?? numeral
    var code = currency.code
    if currency.isYenSign { code = isChinese ? "CNY" : "JPY" }
    whole.shift(by: currency.power)
    if let name = currencyName(after: whole.end), currency.code == "USD" || name.code == currency.code {
      (code, whole.end) = (name.code, name.end)
    }
    subunit(&whole, code)
    if !whole.isRange { sign(before: start, &whole) }
    emit(.money, whole, start: min(start, whole.start), end: whole.end) { $0.unit = code }
    return true
  }

  /// `-$5`.
  private func sign(before start: Int, _ numeral: inout Numeral) {
    guard bytes.byte(start - 1) == UInt8(ascii: "-"), start < 2 || bytes.byte(start - 2) == 0x20 || bytes.byte(start - 2) == UInt8(ascii: "(") else { return }
    numeral.value = -numeral.value
    numeral.start = start - 1
  }

  /// Money whose currency stands behind the number.
  mutating func money(_ numeral: Numeral) -> Bool {
    if coins(numeral) { return true }
    let named = numeral.isVague && bytes.has(" of ", at: numeral.end) ? numeral.end + 3 : numeral.end
    let colloquial = tenThousands(numeral)
    let numeral = colloquial ?? numeral
    guard let name = currencyName(after: colloquial?.end ?? named), accepts(name.code, numeral, name.end) else { return false }
    var whole = numeral
    var end = name.end
    whole.shift(by: name.power)
    // 75 USD million
    if !numeral.hasScale, name.isCode, bytes.byte(end) == 0x20 {
      var probe = numeral
      probe.end = end
      let scaled = scanner.numerals.scaled(probe, bytes)
      if scaled.end > end, !scaled.hasLetterScale { (whole.value, end) = (scaled.value, scaled.end) }
    }
    whole.end = end
    subunit(&whole, name.code)
    if let range = range(of: whole, code: name.code) { whole = range }
    emit(.money, whole, end: whole.end) {
      // A currency that several countries have has a name, but no code.
      if name.code.utf8.count == 3 { $0.unit = name.code } else { $0.counter = name.code }
    }
    return true
  }

  /// `六分钱`, `一毛钱`: coins of the yuan.
  private mutating func coins(_ numeral: Numeral) -> Bool {
    // 没花一分钱: a single coin is a figure of speech.
    guard isChinese, !numeral.hasScale, bytes.byte(numeral.end) >= 0xE3, numeral.value != ExactDecimal(1) || numeral.start == 0 else { return false }
    for (names, power) in [(["毛钱", "毛錢", "角钱", "角錢"] as [StaticString], -1), (["分钱", "分錢"], -2)] {
      guard let end = bytes.end(ofAny: names, at: numeral.end) else { continue }
      var whole = numeral
      whole.shift(by: power)
      emit(.money, whole, end: end) { $0.unit = "CNY" }
      return true
    }
    return false
  }

  /// `20w 美元`: w is 万 where Chinese is written in haste.
  private func tenThousands(_ numeral: Numeral) -> Numeral? {
    guard isChinese, !numeral.hasScale, bytes.byte(numeral.end) == UInt8(ascii: "w"), !isAlphanumeric(bytes.byte(numeral.end + 1)) else { return nil }
    var shifted = numeral
    shifted.shift(by: 4)
    shifted.end += bytes.byte(numeral.end + 1) == UInt8(ascii: "+") ? 2 : 1
    shifted.hasScale = true
    return shifted
  }

  /// 数ドル, 几美元: a vague number that only its currency makes one.
  mutating func severalUnits(money start: Int) -> Bool {
    guard let name = currencyName(after: start + 3), bytes.byte(start + 3) >= 0xE3, name.code.utf8.count == 3 else { return false }
    var numeral = Numeral(start: start, end: start + 3, value: ExactDecimal(2))
    numeral.lower = numeral.value
    numeral.upper = ExactDecimal(9)
    numeral.isVague = true
    numeral.isKanji = true
    guard accepts(name.code, numeral, name.end) else { return false }
    emit(.money, numeral, end: name.end) { $0.unit = name.code }
    return true
  }

  /// 兆ドル規模, 亿元, 万亿美元: a scale without a number is an order of magnitude.
  mutating func bareScale(at start: Int, _ scalar: UInt32) -> Bool {
    guard case .big(var power)? = ChineseNumeral(scalar), scalar != 0x4EAC else { return false }
    let before = bytes.scalar(before: start)
    guard ChineseNumeral(before) == nil, !isDigit(bytes.byte(bytes.beforeSpaces(start) - 1)), !NumeralReader.isSeveral(before), before != 0x4F59, before != 0x591A else {
      return false
    }
    var end = start + 3
    if power == 4, case .big(let more)? = ChineseNumeral(bytes.scalar(end)) { (power, end) = (power + more, end + 3) }
    guard power >= 8, let name = currencyName(after: end), name.end > end, bytes.byte(end) != 0x20 else { return false }
    var numeral = Numeral(start: start, end: end, value: ExactDecimal(1).shifted(by: power))
    numeral.lower = numeral.value
    numeral.upper = ExactDecimal(1).shifted(by: power + (power == 12 ? 3 : 1))
    numeral.isVague = true
    numeral.hasScale = true
    emit(.money, numeral, end: name.end) { $0.unit = name.code }
    return true
  }

  struct CurrencyName {
    let code: String
    let end: Int
    let power: Int
    let isCode: Bool
  }

  func currencyName(after end: Int) -> CurrencyName? {
    var at = bytes.afterSpaces(end)
    if at == end, bytes.byte(end) == UInt8(ascii: "-"), isLetter(bytes.byte(end + 1)) { at += 1 }
    // 50万+人民币
    if at == end, bytes.byte(end) == UInt8(ascii: "+"), bytes.byte(end + 1) >= 0xE3 { at += 1 }
    guard let (currency, nameEnd) = scanner.currencies.suffixes.match(
      bytes, at: at, where: { [bytes] in bytes.isWordBoundary($0) && !(isLetter(bytes.byte($0 - 1)) && isDigit(bytes.byte($0))) })
    else { return nil }
    if currency.needsCapitals, !isCapital(at, nameEnd) { return nil }
    if bytes.byte(nameEnd - 1) == UInt8(ascii: "$") {
      // $5 $10 are two amounts; $$ closes a formula.
      let next = bytes.byte(bytes.afterSpaces(nameEnd))
      if isDigit(next) || next == UInt8(ascii: "$") { return nil }
    }
    if currency.isYenSign || (nameEnd == at + 1) { if isDigit(bytes.byte(nameEnd)) { return nil } }
    let code = currency.isYenSign ? (isChinese ? "CNY" : "JPY") : currency.code
    return CurrencyName(code: code, end: nameEnd, power: currency.power, isCode: currency.needsCapitals || currency.isCode)
  }

  /// Codes are capitals in the original, so that `all`, `top` and `try` stay words.
  private func isCapital(_ start: Int, _ end: Int) -> Bool {
    let span = text.original(Facts.Span(start, end))
    return text.original[span.range].allSatisfy { $0 &- 0x41 < 26 || $0 >= 0x80 }
  }

  /// 円 and 元 as a part of another word: 元々, 元CEO, 円満, 二元論, 一元化.
  private func accepts(_ code: String, _ numeral: Numeral, _ end: Int) -> Bool {
    // (单位：百万美元) heads a table.
    if numeral.isKanji, numeral.hasScale, bytes.has(":", endingAt: numeral.start), bytes.end(ofAny: ["单位", "單位", "単位"], at: numeral.start - 7) != nil { return false }
    let next = bytes.scalar(end)
    // 3ドルビー: a name in kana ends where the kana end; 4兆ドルクラブ is an amount all the same.
    if isKatakana(bytes.scalar(before: end)), isKatakana(next), !numeral.hasScale, !numeral.isGrouped { return false }
    if bytes.has("円", endingAt: end) {
      return ![0x6E80, 0x6ED1, 0x5353, 0x5F62, 0x5468, 0x76E4, 0x7B52, 0x67F1, 0x719F, 0x9AD8 &+ 0x10000].contains(next)
    }
    if bytes.has("元", endingAt: end) {
      if [0x3005, 0x5316, 0x8AD6, 0x8BBA, 0x7D20, 0x6C17, 0x65E6, 0x4E2D &+ 0x10000].contains(next) { return false }
      if numeral.isKanji, !numeral.hasScale, !numeral.isVague, language != .zh, bytes.scalar(before: numeral.start) != 0, isIdeograph(bytes.scalar(before: numeral.start)) { return false }
      // 一元管理, 三元系: a kanji digit and 元 before a kanji.
      if numeral.isKanji, !numeral.hasScale, !numeral.isVague, numeral.end - numeral.start == 3, isIdeograph(next), ChineseNumeral(next) == nil, language != .zh { return false }
      // 3元CEO: a person's former office.
      if isLetter(bytes.byte(end)), numeral.integerDigits == 1, !numeral.hasScale { return false }
    }
    // 一块 counts pieces; as money it says 块钱, or nothing follows.
    if bytes.has("块", endingAt: end) || bytes.has("塊", endingAt: end), countsCards(numeral.start, end) { return false }
    if bytes.has("块", endingAt: end) || bytes.has("塊", endingAt: end), !numeral.isVague, tenthsOfYuan(end) != nil { return true }
    if bytes.has("块", endingAt: end) || bytes.has("塊", endingAt: end) { return !isIdeograph(next) && bytes.byte(end) != 0x20 && !numeral.isVague && (end >= bytes.count || !numeral.isKanji) }
    if code == "KRW", bytes.has("won", endingAt: end) { return numeral.hasScale || numeral.isGrouped || numeral.integerDigits > 2 }
    if code == "GBP", bytes.has("pounds", endingAt: end) || bytes.has("pound", endingAt: end) || bytes.has("ポンド", endingAt: end), !numeral.hasScale {
      // Pounds of weight.
      return !bytes.has(" of", at: end) && !bytes.has("の", at: end) && !isWeighed(numeral.start)
    }
    return true
  }

  /// 十万块GPU, 十万块“X200”芯片, 显卡达到十万块: pieces of what stands behind or, named as cards, before.
  private func countsCards(_ start: Int, _ end: Int) -> Bool {
    if isLetter(bytes.byte(end)) { return true }
    var next = end
    while next < bytes.count, let after = bytes.end(ofAny: ["*", " ", "\"", "“", "「"], at: next) { next = after }
    if next > end, isLetter(bytes.byte(next)) || bytes.end(ofAny: Self.cards, at: next) != nil { return true }
    if let open = bytes.end(ofAny: ["(", "（"], at: next), let close = (open..<min(bytes.count, open + 60)).first(where: { bytes.byte($0) == UInt8(ascii: ")") || bytes.has("）", at: $0) }),
      let after = bytes.end(ofAny: [")", "）"], at: close), bytes.end(ofAny: Self.cards, at: after) != nil
    { return true }
    var before = start
    while before > 0, start - before < 36 {
      before -= 1
      if bytes.byte(before) == 0x2C || bytes.has("，", at: before) || bytes.has("。", at: before) { return false }
      if bytes.end(ofAny: Self.cards, at: before) != nil { return true }
    }
    return false
  }

  private static let cards: [StaticString] = ["显卡", "顯卡", "芯片", "晶片", "gpu", "算力卡", "加速卡", "处理器"]

  /// The tenths behind 块: 十块五毛, and 两块五 where the clause ends.
  private func tenthsOfYuan(_ end: Int) -> (value: Int, end: Int)? {
    guard isChinese, case .digit(let value)? = ChineseNumeral(bytes.scalar(end)), value > 0 else { return nil }
    if let after = bytes.end(ofAny: ["毛", "角"], at: end + 3) { return (value, after) }
    let next = bytes.scalar(end + 3)
    return next == 0 || next == 0x3002 || next == 0x2C || next == 0x3001 ? (value, end + 3) : nil
  }

  /// Whether a word of weighing stands shortly before.
  private func isWeighed(_ start: Int) -> Bool {
    for place in max(0, start - 28)..<start where bytes[place] == UInt8(ascii: "w") || bytes[place] >= 0xE3 {
      if bytes.has("weigh", at: place) || bytes.has("重", at: place) { return true }
    }
    return bytes.has("lift", endingAt: bytes.beforeSpaces(start))
  }

  /// `5人民元と3角`, `10日元5日本銭`, `$20 and 43c`, `3 GBP 1 pence`, `20 Rupees 43`.
  private func subunit(_ whole: inout Numeral, _ code: String) {
    guard !whole.hasPoint, !whole.hasScale, !whole.isVague, !whole.isRange else { return }
    if bytes.has("块", endingAt: whole.end) || bytes.has("塊", endingAt: whole.end), let (tenths, end) = tenthsOfYuan(whole.end), bytes.end(ofAny: ["毛", "角"], at: end - 3) == nil,
      let sum = whole.value.adding(ExactDecimal(tenths).shifted(by: -1))
    {
      (whole.value, whole.end, whole.hasPoint) = (sum, end, true)
      return
    }
    var next = bytes.afterSpaces(whole.end)
    // 三個一毫四: in Cantonese 個 is the dollar, 毫 its tenth.
    let isCantonese = code == "HKD" && bytes.end(ofAny: ["個", "个", "蚊", "元"], at: next) != nil
    let isJoined = isCantonese ? next + 3 : bytes.end(ofAny: ["and ", "と", "又", ","], at: next)
    if let joined = isJoined { next = bytes.afterSpaces(joined) }
    guard isDigit(bytes.byte(next)) || bytes.byte(next) >= 0xE3 || isLetter(bytes.byte(next)),
      let part = scanner.numerals.read(bytes, at: next, chinese: isChinese), let count = part.calendarNumber, count < 100
    else { return }
    var end = bytes.afterSpaces(part.end)
    var power = -2
    if let unitEnd = bytes.end(ofAny: ["角", "毛", "毫"], at: end), code == "CNY" || code == "HKD" || isChinese {
      (power, end) = (-1, unitEnd)
      if let more = scanner.numerals.read(bytes, at: end, chinese: false), let cents = more.calendarNumber, cents < 10,
        let sum = whole.value.adding(ExactDecimal(cents).shifted(by: -2)), isCantonese || bytes.has("分", at: more.end)
      {
        whole.value = sum
        end = more.end + (bytes.has("分", at: more.end) ? 3 : 0)
      }
    } else if let unitEnd = bytes.end(ofAny: ["日本銭", "銭", "美分", "欧分", "歐分", "港仙", "便士", "仙", "ユーロセント", "セント", "ペンス", "ペニー"], at: end) {
      end = unitEnd
    } else if bytes.has("分", at: end), code == "CNY", isChinese {
      end += 3
    } else if let unitEnd = bytes.end(ofAny: ["cents", "cent", "pence", "penny", "paise", "paisa", "kopecks", "kopeks", "centavos", "centimes", "sens", "sen", "c", "p"], at: end), !isAlphanumeric(bytes.byte(unitEnd)) {
      end = unitEnd
    } else {
      // A bare number behind: only where the amount ends the clause, as in “20 Rupees 43”.
      guard !isChinese, language != .ja, part.integerDigits == 2 || (part.isWords && isJoined != nil), isClauseEnd(part.end), bytes.byte(whole.end) == 0x20,
        isJoined.map({ bytes.byte($0 - 1) == 0x20 }) ?? true
      else { return }
      end = part.end
    }
    guard let sum = whole.value.adding(ExactDecimal(count).shifted(by: power)) else { return }
    whole.value = sum
    whole.end = end
    whole.hasPoint = true
  }

  private func isClauseEnd(_ end: Int) -> Bool {
    end >= bytes.count || ((bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")) && (end + 1 >= bytes.count || bytes[end + 1] == 0x20))
      || bytes.has(" more", at: end)
  }
}
