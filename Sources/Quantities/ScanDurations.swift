import Facts

/// Durations: `7年間`, `1年3か月`, `半年`, `3年半`, `two and a half hours`.
extension Scan {
  mutating func duration(_ numeral: Numeral) -> Bool {
    guard var read = durationEnd(numeral) else { return false }
    let start = numeral.start
    if let dated = distance(read, start) {
      emitDate(withWeekdayBefore(onWeekday(dated)))
      return true
    }
    if read.isTime, bytes.end(ofAny: ["前", "後", "后"], at: read.end) != nil, bytes.end(ofAny: ["前後", "前后"], at: read.end) == nil {
      place = read.end
      return true
    }
    guard read.isCertain else { return false }
    // 3〜5年: the first number of a range lies before.
    read.end = max(read.end, numeral.end)
    emitDuration(numeral, read)
    return true
  }

  struct DurationReading {
    var sum = DurationSum()
    var end = 0
    var isCertain = false
    var parts = 0
    var isVague = false
    /// Hours and less take part.
    var isTime = false
    var counter = 0..<0
  }

  /// Number, unit, and smaller units behind.
  private func durationEnd(_ first: Numeral) -> DurationReading? {
    var reading = DurationReading()
    var numeral = first
    while true {
      var at = bytes.afterSpaces(numeral.end, limit: 1)
      var clock: (DurationTable.Entry, Int)?
      if bytes.byte(at) == UInt8(ascii: "-"), isLetter(bytes.byte(at + 1)) { at += 1 }
      var value = numeral.isVague && numeral.value == ExactDecimal(2) ? ExactDecimal(3) : numeral.value
      if let extra = bytes.end(ofAny: ["additional ", "fewer ", "more ", "consecutive "], at: at) { at = extra }
      if numeral.isFraction || numeral.isWords, let of = bytes.end(ofAny: ["of an ", "of a ", "of ", "an ", "a "], at: at) { at = of }
      // 五個半分鐘: and a half before the unit.
      if let half = bytes.end(ofAny: ["个半", "個半"], at: at), let sum = value.adding(ExactDecimal(significand: 5, exponent: -1)) {
        (value, at) = (sum, half)
        if let end = bytes.end(ofAny: ["钟", "鐘"], at: at) { clock = (DurationTable.Entry(unit: .hour, factor: 1, isCertain: true), end) }
        if let end = bytes.end(ofAny: ["月"], at: at) { clock = (DurationTable.Entry(unit: .month, factor: 1, isCertain: true), end) }
      }
      guard let (entry, unitEnd) = clock ?? unit(at) else { break }
      guard accepts(entry, numeral, at, unitEnd, reading) else { break }
      reading.counter = at..<unitEnd
      reading.end = unitEnd
      if bytes.has("半", at: unitEnd), !bytes.has("半期", at: unitEnd), !bytes.has("半ば", at: unitEnd), bytes.byte(unitEnd - 1) >= 0x80,
        bytes.end(ofAny: ["導体", "導體", "导体", "分", "径"], at: unitEnd + 3) == nil, let sum = value.adding(ExactDecimal(significand: 5, exponent: -1))
      {
        value = sum
        reading.end += 3
        reading.isCertain = true
      } else if let half = andHalf(unitEnd) {
        value = value.adding(ExactDecimal(significand: 5, exponent: -1)) ?? value
        reading.end = half
      }
      reading.sum.add(value, entry)
      reading.parts += 1
      reading.isVague = reading.isVague || numeral.isVague
      reading.isTime = reading.isTime || entry.unit.rawValue >= DurationTable.Unit.hour.rawValue
      if entry.isCertain || isDurational(entry, numeral, reading.end) || reading.parts > 1 { reading.isCertain = true }
      if entry.unit == .year || entry.unit == .minute && (!numeral.isKanji || numeral.end - numeral.start > 3 || numeral.isVague) {
        reading.isCertain = reading.isCertain || isPlainUnit(entry, numeral)
      }
      var next = bytes.afterSpaces(reading.end, limit: 1)
      if let joined = bytes.end(ofAny: ["と", "又", "零", "and ", ", ", "、"], at: next), joined > next { next = bytes.afterSpaces(joined, limit: 1) }
      guard reading.parts < 6, isDigit(bytes.byte(next)) || bytes.byte(next) >= 0xE3 || isLetter(bytes.byte(next)),
        let more = scanner.numerals.read(bytes, at: next, chinese: isChinese), !more.isVague, !more.hasScale
      else { break }
      // 1 hour thirty
      if entry.unit == .hour, unit(bytes.afterSpaces(more.end, limit: 1)) == nil, language != .ja, !isChinese {
        if let minutes = more.calendarNumber, (1..<60).contains(minutes), more.end >= bytes.count || bytes.has(".", at: more.end) {
          reading.sum.add(more.value, DurationTable.Entry(unit: .minute, factor: 1, isCertain: true))
          reading.end = more.end
        }
        break
      }
      numeral = more
    }
    return reading.parts > 0 ? reading : nil
  }

  private func unit(_ at: Int) -> (DurationTable.Entry, Int)? {
    scanner.durations.units.match(bytes, at: at, where: { [bytes] in !isLetter(bytes.byte($0 - 1)) || !isAlphanumeric(bytes.byte($0)) }).map { ($0.payload, $0.end) }
  }

  /// ` and a half` behind a unit.
  private func andHalf(_ end: Int) -> Int? { bytes.end(ofAny: [" and a half", " and half"], at: end) }

  private func accepts(_ entry: DurationTable.Entry, _ numeral: Numeral, _ at: Int, _ end: Int, _ reading: DurationReading) -> Bool {
    if bytes.scalar(before: numeral.start) == 0x7B2C, !numeral.isVague { return false }
    if numeral.hasLetterScale || numeral.isSigned || numeral.value.isZero { return false }
    // 21世紀 is the twenty-first century.
    if entry.factor == 100, ExactDecimal(9) < numeral.value { return false }
    if bytes.end(ofAny: [" old", "-old"], at: end) != nil { return false }
    let isCJK = bytes.byte(end - 1) >= 0x80
    guard isCJK else {
      // 3h, 5 min; but no “5 m”, “2 w”.
      if end - at == 1 { return at == numeral.end && bytes[at] == UInt8(ascii: "h") && !isLetter(bytes.byte(end)) }
      return true
    }
    if bytes.end(ofAny: ["目"], at: end) != nil { return false }
    switch entry.unit {
    // 数月前: only a vague number of months goes without か.
    case .month where bytes.has("月", at: at): return numeral.isVague && bytes.end(ofAny: ["前", "後", "后", "之"], at: end) != nil
    case .minute where !entry.isCertain:
      // 十分, 五分の一, 九分九厘; 分 of a percentage.
      if numeral.isKanji, numeral.end - numeral.start == 3, bytes.has("十", at: numeral.start), reading.parts == 0 { return false }
      return bytes.end(ofAny: ["の1", "の一", "之", "野", "割", "子", "析", "散", "配", "類", "布", "岐", "かれ", "け", "厘", "咲", "け"], at: end) == nil
    case .hour where !entry.isCertain: return reading.parts > 0
    case .year where bytes.has("年", at: at):
      return bytes.end(ofAny: ["生", "度", "代", "齢", "末", "初", "号", "版", "物", "金"], at: end) == nil
    case .week where end - at == 3 && bytes.has("周", at: at):
      return bytes.end(ofAny: ["年", "辺", "边", "波", "期", "回", "知", "围", "囲", "転", "遅", "目"], at: end) == nil
    default: return true
    }
  }

  /// An uncertain unit that what follows makes a duration: 4日以上, 7年契約.
  private func isDurational(_ entry: DurationTable.Entry, _ numeral: Numeral, _ end: Int) -> Bool {
    if bytes.end(ofAny: ["以上", "以下", "以内", "足らず", "たらず", "連続", "を上回", "を下回", "かけ", "がかり", "あまり", "余り", "超", "未満", "弱", "強", "にわた", "に及", "契約", "ごと", "おき"], at: end) != nil { return true }
    if bytes.end(ofAny: ["もう", "まる", "最長", "過去", "ほぼ", "残り", "あと"], at: numeral.start - 6) != nil { return true }
    if bytes.has("約", endingAt: numeral.start) || bytes.has("约", endingAt: numeral.start) { return true }
    if entry.unit == .day { return numeral.isVague || numeral.isFraction || (numeral.value.integer ?? 0) > 31 || (numeral.isKanji && numeral.value == ExactDecimal(1)) || bytes.has("1日で", at: numeral.start) || (isChinese && numeral.isKanji && bytes.byte(numeral.end) == 0x20) }
    return false
  }

  /// 年 and 分 behind a plain number: a duration where no date was read.
  private func isPlainUnit(_ entry: DurationTable.Entry, _ numeral: Numeral) -> Bool {
    if numeral.integerDigits == 4, entry.unit == .year, !numeral.hasPoint { return false }
    return true
  }

  private mutating func emitDuration(_ numeral: Numeral, _ read: DurationReading) {
    let timex = read.sum.timex
    let months = read.sum.months
    let counter = String(decoding: bytes[read.counter], as: UTF8.self)
    emit(.duration, numeral, end: read.end) {
      $0.timex = timex
      $0.months = months
      $0.counter = counter
      // 1 year 2 days is neither whole months nor a number of seconds: its TIMEX alone says it.
      let exactMonths = read.sum.exactMonths
      $0.value = exactMonths ?? read.sum.seconds
      $0.unit = exactMonths != nil ? "month" : $0.value != nil ? "second" : nil
      if numeral.isRange || numeral.isVague {
        let one = read.sum.months.map { ExactDecimal($0) } ?? read.sum.seconds
        if let one, let base = Optional(numeral.isVague && numeral.value == ExactDecimal(2) ? ExactDecimal(3) : numeral.value), let factor = one.divided(by: base) {
          $0.lower = numeral.lower?.multiplied(by: factor)
          $0.upper = numeral.upper?.multiplied(by: factor)
        }
      }
    }
  }

  // MARK: durations without a numeral

  /// 半年, 半日, ひと月, 個半小時, 半個月.
  mutating func eastAsianDuration(at start: Int) -> Bool {
    var at = start
    let value: ExactDecimal
    if bytes.has("半", at: start) {
      value = ExactDecimal(significand: 5, exponent: -1)
      at = start + 3
      if let classifier = bytes.end(ofAny: ["个", "個"], at: at), unit(at) == nil { at = classifier }
    } else if bytes.has("個半", at: start) || bytes.has("个半", at: start) {
      guard !isIdeograph(bytes.scalar(before: start)) else { return false }
      value = ExactDecimal(significand: 15, exponent: -1)
      at = start + 6
    } else if bytes.has("ひと月", at: start) {
      return emitUnit(start, start + 9, ExactDecimal(1), DurationTable.Entry(unit: .month, factor: 1, isCertain: true), start + 6)
    } else {
      return percentBefore(at: start)
    }
    if halfTenth(at: start) { return true }
    var match = unit(at)
    if match == nil, let end = bytes.end(ofAny: ["钟", "鐘"], at: at) { match = (DurationTable.Entry(unit: .hour, factor: 1, isCertain: true), end) }
    if match == nil, bytes.has("月", at: at), at > start + 3 { match = (DurationTable.Entry(unit: .month, factor: 1, isCertain: true), at + 3) }
    guard let (entry, end) = match, bytes.byte(end - 1) >= 0x80, entry.unit != .quarter,
      !(entry.unit == .minute && !entry.isCertain), bytes.end(ofAny: ["期", "頃"], at: end) == nil, !isIdeograph(bytes.scalar(before: start)) || isChinese
    else { return false }
    // 大半年, 前半年.
    return emitUnit(start, end, value, entry, at)
  }

  private mutating func emitUnit(_ start: Int, _ end: Int, _ value: ExactDecimal, _ entry: DurationTable.Entry, _ unitStart: Int) -> Bool {
    var numeral = Numeral(start: start, end: end, value: value)
    numeral.isKanji = true
    var reading = DurationReading()
    reading.sum.add(value, entry)
    reading.end = end
    reading.parts = 1
    reading.isTime = entry.unit.rawValue >= DurationTable.Unit.hour.rawValue
    reading.counter = unitStart..<end
    if let dated = distance(reading, start) {
      emitDate(dated)
      return true
    }
    emitDuration(numeral, reading)
    return true
  }

  /// `a year`, `an hour and a half`, `several weeks`, `all day`, `another week`, `half an hour`, `a fortnight`.
  mutating func englishDuration(at start: Int) -> Bool {
    guard let head = bytes.end(ofAny: ["an ", "a few ", "a ", "several ", "all ", "all-", "full ", "full-", "whole ", "another ", "the hour"], at: start) else { return false }
    if bytes.has("the hour", at: start) {
      guard bytes.has("for", endingAt: bytes.beforeSpaces(start)), !isLetter(bytes.byte(head)) else { return false }
      return emitUnit(start, head, ExactDecimal(1), DurationTable.Entry(unit: .hour, factor: 1, isCertain: true), start + 4)
    }
    guard let (entry, end) = unit(head), end - head > 2, entry.unit != .second else { return false }
    let isSeveral = bytes.has("several", at: start) || bytes.has("a few", at: start)
    let isPlural = bytes.byte(end - 1) == UInt8(ascii: "s")
    guard isPlural == isSeveral else { return false }
    if bytes.has("a ", at: start) || bytes.has("an ", at: start), isRate(start, end) { return false }
    if isSeveral { return emitUnit(start, end, ExactDecimal(3), entry, head) }
    var numeral = Numeral(start: start, end: head - 1, value: ExactDecimal(1))
    numeral.isWords = true
    return duration(numeral)
  }

  /// 数年, 数時間, 几天: a vague number that only its unit makes one.
  mutating func severalUnits(at start: Int) -> Bool {
    guard !isIdeograph(bytes.scalar(before: start)) || isChinese, let (entry, end) = unit(start + 3), end > start + 3 else {
      return false
    }
    if entry.unit == .minute, !entry.isCertain, isIdeograph(bytes.scalar(end)) && !bytes.has("分不", at: start + 3) && !bytes.has("分前", at: start + 3) && !bytes.has("分後", at: start + 3) { return false }
    if entry.unit == .hour, !entry.isCertain { return false }
    var numeral = Numeral(start: start, end: start + 3, value: ExactDecimal(3))
    numeral.lower = ExactDecimal(2)
    numeral.upper = ExactDecimal(9)
    numeral.isVague = true
    numeral.isKanji = true
    return duration(numeral)
  }

  /// “$5 billion a year”: a rate, no duration.
  private func isRate(_ start: Int, _ end: Int) -> Bool {
    guard let last = found.last, start - last.folded.end <= 2 else { return false }
    return last.kind == .money || last.kind == .measure || last.kind == .number || last.kind == .percentage
  }
}
