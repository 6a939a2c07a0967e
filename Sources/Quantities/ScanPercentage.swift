import Facts

/// Percentages: `27%`, `3割5分`, `七成`, `百分之五`, `six percent`, `2.4 個百分點`.
extension Scan {
  mutating func percentage(_ numeral: Numeral) -> Bool {
    var at = bytes.afterSpaces(numeral.end, limit: 3)
    // half a percent, a quarter of one percent
    if numeral.isFraction, let article = bytes.end(ofAny: ["of one ", "of a ", "a "], at: at) { at = article }
    if bytes.byte(at) == UInt8(ascii: "%") {
      if isHexadecimal(at) { return false }
      emitPercent(numeral, at + 1)
      return true
    }
    if let end = bytes.end(ofAny: ["パーセントポイント", "パーセント", "プロセント"], at: at) {
      emitPercent(numeral, end)
      return true
    }
    if let end = bytes.end(ofAny: ["percentage points", "percentage point", "percentages", "percent", "per cent", "pct"], at: bytes.byte(at) == UInt8(ascii: "-") ? at + 1 : at), !isLetter(bytes.byte(end)) {
      emitPercent(numeral, end)
      return true
    }
    if !numeral.isVague, let end = percentPoints(at) {
      emitPercent(numeral, end)
      return true
    }
    return tenths(numeral, at) || discount(numeral)
  }

  /// 八折, 七五折: what is left of a price, in tenths. 三折叠 folds in three; 十折 is the full price, and said of nothing else.
  private mutating func discount(_ numeral: Numeral) -> Bool {
    guard isChinese, !numeral.hasScale, !numeral.isVague, bytes.has("折", at: numeral.end),
      bytes.end(ofAny: ["叠", "疊", "腾", "騰", "磨", "射", "线", "線", "页", "頁", "屏", "本", "返", "断", "斷", "合", "旧", "舊", "价", "價", "戟", "算"], at: numeral.end + 3) == nil
    else { return false }
    var left = numeral
    // 八五折 and 85折 are 85 of a hundred.
    let isHundredths = ExactDecimal(10) < numeral.value && numeral.value < ExactDecimal(100)
    guard isHundredths || numeral.value < ExactDecimal(10), !numeral.value.isZero else { return false }
    if !isHundredths { left.shift(by: 1) }
    emit(.percentage, left, end: numeral.end + 3) { $0.unit = "percent" }
    return true
  }

  private mutating func emitPercent(_ numeral: Numeral, _ end: Int) {
    var end = end
    if let points = bytes.end(ofAny: ["ポイント"], at: end) { end = points }
    emit(.percentage, numeral, end: end) { $0.unit = "percent" }
  }

  /// `%20` in an address.
  private func isHexadecimal(_ at: Int) -> Bool {
    let next = bytes.byte(at + 1)
    return isAlphanumeric(next) && bytes.byte(at - 1) == UInt8(ascii: "%")
  }

  /// 个百分点, with spaces anywhere.
  private func percentPoints(_ at: Int) -> Int? {
    if isChinese, let end = bytes.end(ofAny: ["个点", "個點"], at: at), bytes.end(ofAny: ["评", "赞", "子", "位", "击", "進", "进"], at: end) == nil { return end }
    var place = at
    var end = at
    for choices in [["个", "個"], ["百"], ["分"], ["点", "點"]] as [[StaticString]] {
      place = bytes.afterSpaces(place)
      guard let after = bytes.end(ofAny: choices, at: place) else { return nil }
      place = after
      end = after
    }
    return end
  }

  /// 割 and 成 are tenths; 分 behind 割 a hundredth, 半 half a tenth.
  private mutating func tenths(_ numeral: Numeral, _ at: Int) -> Bool {
    let isJapanese = bytes.has("割", at: at)
    guard isJapanese || (isChinese && bytes.has("成", at: at)), !numeral.hasScale || numeral.isVague else { return false }
    var end = at + 3
    if isJapanese {
      if bytes.end(ofAny: ["引", "り", "れ", "合", "高", "安", "当", "増", "く", "る", "っ"], at: end) != nil,
        bytes.end(ofAny: ["引", "増", "高", "安"], at: end) == nil
      {
        return false
      }
    } else if bytes.end(ofAny: ["立", "为", "功", "员", "本", "果", "人", "长", "熟", "都", "就", "交", "分", "品", "型", "年", "績", "績", "為"], at: end) != nil {
      return false
    }
    var tenth = numeral
    tenth.shift(by: 1)
    if bytes.has("半", at: end) {
      tenth.value = tenth.value.adding(ExactDecimal(5)) ?? tenth.value
      end += 3
    } else {
      let next = bytes.afterSpaces(end, limit: 1)
      if let part = scanner.numerals.read(bytes, at: next, chinese: false), let count = part.calendarNumber, count < 10, part.end - next <= 3,
        isJapanese ? bytes.has("分", at: part.end) : part.isKanji && !isIdeograph(bytes.scalar(part.end))
      {
        tenth.value = tenth.value.adding(ExactDecimal(count)) ?? tenth.value
        end = isJapanese ? part.end + 3 : part.end
        // 1割3分4厘
        if isJapanese, let rest = scanner.numerals.read(bytes, at: end, chinese: false), let thousandths = rest.calendarNumber, thousandths < 10, bytes.has("厘", at: rest.end) {
          tenth.value = tenth.value.adding(ExactDecimal(thousandths).shifted(by: -1)) ?? tenth.value
          end = rest.end + 3
        }
      }
    }
    emit(.percentage, tenth, end: end) { $0.unit = "percent" }
    return true
  }

  /// 百分之五十五点五, with spaces anywhere: the number follows.
  mutating func percentBefore(at start: Int) -> Bool {
    guard bytes.has("百", at: start) else { return false }
    var place = start + 3
    for word in ["分", "之"] as [StaticString] {
      place = bytes.afterSpaces(place)
      guard bytes.has(word, at: place) else { return false }
      place += 3
    }
    place = bytes.afterSpaces(place)
    // 百分之负五
    let negative = bytes.end(ofAny: ["负", "負"], at: place)
    guard var numeral = scanner.numerals.read(bytes, at: negative ?? place, chinese: true) else { return false }
    if negative != nil { numeral.value = -numeral.value }
    numeral.start = start
    sign(&numeral)
    emit(.percentage, numeral, end: numeral.end) { $0.unit = "percent" }
    return true
  }

  /// 半成.
  mutating func halfTenth(at start: Int) -> Bool {
    guard isChinese, bytes.has("半成", at: start), !bytes.has("品", at: start + 6) else { return false }
    let numeral = Numeral(start: start, end: start + 6, value: ExactDecimal(5))
    emit(.percentage, numeral, end: start + 6) { $0.unit = "percent" }
    return true
  }
}
