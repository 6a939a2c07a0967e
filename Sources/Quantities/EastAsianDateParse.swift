import Facts

/// One attempt at one place: year, then month, then day, then weekday, each of them optional.
struct EastAsianDateParse {
  let bytes: [UInt8]
  let start: Int
  let grammar: EastAsianDates
  let numerals: NumeralReader
  let reference: CalendarReference
  let chinese: Bool
  private var place: Int
  private var year: Int?
  private var month: Int?
  private var day: Int?
  /// The text leaves the year open, and it came from the reference.
  private var isRelative = false
  private var fiscal = false

  init(
    bytes: [UInt8], start: Int, grammar: EastAsianDates, numerals: NumeralReader, reference: CalendarReference, chinese: Bool
  ) {
    self.bytes = bytes
    self.start = start
    self.grammar = grammar
    self.numerals = numerals
    self.reference = reference
    self.chinese = chinese
    self.place = start
  }

  mutating func run() -> DateReading? {
    if let (word, end) = grammar.words.match(bytes, at: start) { return begin(with: word, end) }
    guard let numeral = numeral(at: start), let number = numeral.calendarNumber else { return nil }
    if let yearEnd = yearEnd(numeral, number) {
      year = numeral.integerDigits == 2 && !numeral.hasScale && number < 100 ? number + 2000 : number
      return afterYear(yearEnd)
    }
    if let monthEnd = monthEnd(numeral, number) { return monthAndDay(number, monthEnd) }
    // 一日, 1日で: a day's length.
    if number == 1, numeral.isKanji || bytes.has("日で", at: numeral.end) || isPerDay(numeral.end + 3) { return nil }
    if bytes.end(ofAny: ["残り", "あと", "過去"], at: start - 6) != nil { return nil }
    if let dayEnd = dayEnd(numeral, number), isDayOfItself(numeral) { return dayAlone(number, dayEnd) }
    return nil
  }

  /// `第3の火曜日` without a month: of the month of publication.
  mutating func nthWeekdayOfThisMonth() -> DateReading? {
    month = reference.date?.month
    return nthWeekday(at: start)
  }

  private func numeral(at place: Int) -> Numeral? {
    guard isDigit(bytes.byte(place)) || (bytes.byte(place) >= 0xE3 && ChineseNumeral(bytes.scalar(place)) != nil) else { return nil }
    return isDigit(bytes[place]) ? numerals.digits(bytes, at: place) : numerals.read(bytes, at: place, chinese: false)
  }

  private mutating func begin(with word: EastAsianDates.Word, _ end: Int) -> DateReading? {
    switch word {
    case .era(let base):
      if bytes.has("元年", at: end) {
        year = base + 1
        return afterYear(end + 6)
      }
      guard let count = numeral(at: end), let number = count.calendarNumber, (1...99).contains(number), bytes.has("年", at: count.end)
      else { return nil }
      year = base + number
      return afterYear(count.end + 3)
    case .year(let offset):
      year = reference.year.map { $0 + offset }
      isRelative = true
      return afterYear(end, isWord: true)
    case .fiscalYear(let offset):
      fiscal = true
      year = reference.fiscalYear(offset)
      return periodOfYear(end, isWord: true)
    case .month(let offset): return relativeMonth(offset, end)
    case .week(let offset): return week(offset, end)
    case .day(let offset): return relativeDay(offset, end)
    case .weekday(let weekday):
      if bytes.has("日", at: end), !chinese { return nil }
      return DateReading(start: start, end: end, date: reference.nearest(weekday: weekday), timex: "XXXX-WXX-\(weekday)")
    case .season(let month, let offset):
      guard let year = reference.year else { return DateReading(start: start, end: end, date: nil, timex: nil) }
      return season(year + offset, month, end)
    case .lunar:
      place = end
      var inner = EastAsianDateParse(
        bytes: bytes, start: end, grammar: grammar, numerals: numerals, reference: reference, chinese: chinese)
      guard var reading = inner.run() else { return nil }
      reading.start = start
      return reading
    case .name: return nil
    case .lastDay:
      return DateReading(start: start, end: end, date: reference.day(-1), timex: reference.day(-1)?.description ?? unknownDay)
    }
  }

  /// Where 年, 月, 日 behind a number ends; one space may go before it.
  private func unit(_ word: StaticString, after numeral: Numeral) -> Int? {
    if bytes.has(word, at: numeral.end) { return numeral.end + word.utf8CodeUnitCount }
    guard !numeral.isKanji, bytes.byte(numeral.end) == 0x20, bytes.has(word, at: numeral.end + 1) else { return nil }
    return numeral.end + 1 + word.utf8CodeUnitCount
  }

  // MARK: years

  /// 年 behind a number that is a year, and no duration.
  private func yearEnd(_ numeral: Numeral, _ number: Int) -> Int? {
    guard let after = unit("年", after: numeral) else { return nil }
    return isYear(numeral, number, after) ? after : nil
  }

  private func isYear(_ numeral: Numeral, _ number: Int, _ after: Int) -> Bool {
    if bytes.end(ofAny: ["間", "间", "連続", "ぶり", "目", "生", "分", "以上", "以内", "前", "後", "后", "来", "越し", "物", "債"], at: after) != nil,
      !(numeral.integerDigits == 4 && number > 1900 && bytes.end(ofAny: ["前半", "後半"], at: after) != nil)
    {
      return false
    }
    if numeral.integerDigits == 4 || (numeral.isKanji && number > 1800), (1000...2200).contains(number) { return true }
    guard numeral.integerDigits == 2, !numeral.hasScale, number < 70 || number >= 80, !numeral.isKanji else { return false }
    // 25年3月期, 25年度, 25年末: a year of two digits only where the calendar goes on.
    if let month = self.numeral(at: after), let value = month.calendarNumber, (1...12).contains(value), bytes.has("月", at: month.end) { return true }
    return bytes.end(ofAny: ["度", "末", "初", "春", "夏", "秋", "冬", "上期", "下期", "第", "代", "7~9", "1~3", "4~6", "10~12"], at: after) != nil
      || isPressYear(number, after)
  }

  /// `26年に発売`: the press writes years near its own with two digits.
  private func isPressYear(_ number: Int, _ after: Int) -> Bool {
    guard !chinese, let current = reference.year, abs(number + 2000 - current) <= 12, number >= 15 else { return false }
    guard bytes.end(ofAny: ["から", "に", "まで", "以降", "は", "時点", "現在", "中"], at: after) != nil else { return false }
    return bytes.end(ofAny: ["にわた", "に渡", "に及", "に1", "に一", "にも", "中間"], at: after) == nil
  }

  /// `1日に39作品`, `1日5回`.
  private func isPerDay(_ end: Int) -> Bool {
    isDigit(bytes.byte(end)) || (bytes.has("に", at: end) && isDigit(bytes.byte(end + 3)))
  }

  /// 二号, 神舟20号: a name, unless a month went before.
  private func isDayOfItself(_ numeral: Numeral) -> Bool {
    guard bytes.has("号", at: numeral.end) || bytes.has("號", at: numeral.end) else { return true }
    let before = bytes.scalar(before: start)
    return !numeral.isKanji && (!isIdeograph(before) || [0x5728, 0x4E8E, 0x65BC, 0x5230, 0x81F3, 0x4ECE].contains(before))
  }

  private mutating func afterYear(_ end: Int, isWord: Bool = false) -> DateReading? {
    var next = bytes.afterSpaces(end, limit: 1)
    if bytes.has("の", at: next) { next += 3 }
    if let month = numeral(at: next), let value = month.calendarNumber, let monthEnd = monthEnd(month, value), !quarterRange(next) {
      return monthAndDay(value, monthEnd)
    }
    if bytes.has("正月", at: next) { return monthAndDay(1, next + 6) }
    if bytes.has("农历", at: next) || bytes.has("農曆", at: next) {
      let lunar = next + 6
      if bytes.has("正月", at: lunar) { return monthAndDay(1, lunar + 6) }
      if let month = numeral(at: lunar), let value = month.calendarNumber, let monthEnd = monthEnd(month, value) { return monthAndDay(value, monthEnd) }
    }
    if let (word, wordEnd) = grammar.words.match(bytes, at: next), case .month(let offset) = word,
      let moved = reference.month(offset), let monthValue = moved.month
    {
      return monthAndDay(monthValue, wordEnd)
    }
    return periodOfYear(end, isWord: isWord)
  }

  /// Parts of a year: 度, 末, 前半, 第3四半期, 春 …
  private mutating func periodOfYear(_ end: Int, isWord: Bool = false) -> DateReading? {
    var end = end
    if bytes.has("度", at: end) {
      fiscal = true
      end += 3
    }
    var next = end
    if bytes.has("の", at: next) { next += 3 }
    let firstMonth = fiscal && !chinese ? 4 : 1
    func months(_ from: Int, _ count: Int, _ end: Int, _ timex: String?) -> DateReading {
      guard let year else { return DateReading(start: start, end: end, date: nil, timex: nil) }
      let first = CalendarReference.month(year, firstMonth + from)
      return reading(end, first, CalendarReference.month(year, firstMonth + from + count - 1), timex)
    }
    let label = year.map { padded($0, 4) }
    // 第3四半期, 3季度, Q3
    if let (quarter, quarterEnd) = quarter(at: next) {
      return months((quarter - 1) * 3, 3, quarterEnd, label.map { "\($0)-Q\(quarter)" })
    }
    if let (first, last, rangeEnd) = monthRange(at: next), let year {
      return reading(rangeEnd, PartialDate(year: year, month: first), PartialDate(year: last < first ? year + 1 : year, month: last), nil)
    }
    if let half = bytes.end(ofAny: ["前半", "上半期", "上期", "上半年", "前期"], at: next) { return months(0, 6, half, label.map { "\($0)-H1" }) }
    if let half = bytes.end(ofAny: ["後半", "下半期", "下期", "下半年", "后半"], at: next) { return months(6, 6, half, label.map { "\($0)-H2" }) }
    for (name, month) in [("春" as StaticString, 3), ("夏", 6), ("秋", 9), ("冬", 12)] {
      if bytes.has(name, at: next), let year { return season(year, month, next + 3) }
      if bytes.has(name, at: next) { end = next + 3 }
    }
    if bytes.has("代", at: end), let year, !isWord, year % 10 == 0 {
      return reading(end + 3, PartialDate(year: year), PartialDate(year: year + 9), "\(padded(year / 10, 3))X")
    }
    for part: StaticString in ["年末", "末", "年底", "底", "初め", "初頭", "年初", "初", "半ば", "中盤", "年央", "終盤"] where bytes.has(part, at: next) {
      end = next + part.utf8CodeUnitCount
      break
    }
    return reading(end, year.map { PartialDate(year: $0) }, nil, label)
  }

  private func season(_ year: Int, _ month: Int, _ end: Int) -> DateReading {
    let names = [3: "SP", 6: "SU", 9: "FA", 12: "WI"]
    return reading(
      end, PartialDate(year: year, month: month), CalendarReference.month(year, month + 2), "\(padded(year, 4))-\(names[month] ?? "")")
  }

  private func quarter(at place: Int) -> (Int, Int)? {
    if bytes.byte(place) == UInt8(ascii: "q"), bytes.byte(place + 1) >= UInt8(ascii: "1"), bytes.byte(place + 1) <= UInt8(ascii: "4"),
      !isAlphanumeric(bytes.byte(place + 2))
    {
      return (Int(bytes[place + 1] & 15), place + 2)
    }
    let first = bytes.has("第", at: place) ? place + 3 : place
    guard let numeral = numeral(at: first), let value = numeral.calendarNumber, (1...4).contains(value),
      let end = bytes.end(ofAny: ["四半期", "季度", "クォーター"], at: numeral.end), first > place || bytes.has("季度", at: numeral.end)
    else { return nil }
    return (value, end)
  }

  /// `7~9月`, `7~9月期`, `4月から9月`.
  private func monthRange(at place: Int) -> (Int, Int, Int)? {
    guard let first = numeral(at: place), let from = first.calendarNumber, (1...12).contains(from) else { return nil }
    var link = first.end
    if bytes.has("月", at: link) { link += 3 }
    guard let after = bytes.end(ofAny: ["~", "-", "から", "至", "到"], at: link), let second = numeral(at: after),
      let to = second.calendarNumber, (1...12).contains(to), bytes.has("月", at: second.end), !bytes.has("月間", at: second.end)
    else { return nil }
    // 4月1日〜9月30日 is a range of days.
    if let day = numeral(at: second.end + 3), bytes.has("日", at: day.end) { return nil }
    var end = second.end + 3
    if bytes.has("期", at: end) { end += 3 }
    return (from, to, end)
  }

  private func quarterRange(_ place: Int) -> Bool { monthRange(at: place) != nil }

  // MARK: months and days

  private func monthEnd(_ numeral: Numeral, _ number: Int) -> Int? {
    guard (1...12).contains(number), let end = unit("月", after: numeral) else { return nil }
    return bytes.end(ofAny: ["間", "面", "光", "刊", "額", "商", "給", "収", "謝", "餅"], at: end) == nil ? end : nil
  }

  private func dayEnd(_ numeral: Numeral, _ number: Int) -> Int? {
    guard (1...31).contains(number), !numeral.isVague else { return nil }
    if chinese, let end = unit("号", after: numeral) ?? unit("號", after: numeral) {
      return bytes.end(ofAny: ["线", "楼", "机", "院", "店", "文", "令", "線", "樓"], at: end) == nil ? end : nil
    }
    guard let end = unit("日", after: numeral) else { return nil }
    let isLength = bytes.end(
      ofAny: ["間", "本", "以上", "以内", "分", "連続", "ぶり", "前", "後", "后", "元", "かけ", "足らず", "あたり", "当たり", "圆", "円", "平均", "程度", "半", "以下", "を上回", "を下回", "にわた"],
      at: end) != nil
    return isLength ? nil : end
  }

  private mutating func monthAndDay(_ value: Int, _ end: Int) -> DateReading? {
    month = value
    var next = bytes.afterSpaces(end, limit: 1)
    // 7月の第1金曜日
    if let nth = nthWeekday(at: next) { return nth }
    if bytes.has("の", at: next) { next += 3 }
    if chinese, bytes.has("初", at: next), let count = numeral(at: next + 3), let number = count.calendarNumber, (1...10).contains(number) {
      return dayDate(number, count.end)
    }
    if let count = numeral(at: next), let number = count.calendarNumber {
      if let dayEnd = dayEnd(count, number) { return dayDate(number, dayEnd) }
      // 5月13〜14日
      if let (last, lastEnd) = lastDay(count.end), number < last, var reading = dayDate(number, count.end) {
        reading.end = lastEnd
        reading.dateEnd = sameMonth(reading.date, last)
        return reading
      }
    }
    if year == nil, !isRelative, let (first, last, rangeEnd) = monthRange(at: start), let year = reference.nearest(PartialDate(year: nil, month: first)).year {
      return reading(rangeEnd, PartialDate(year: year, month: first), PartialDate(year: last < first ? year + 1 : year, month: last), nil)
    }
    var periodEnd = end
    if bytes.has("期", at: end) {
      periodEnd += 3
      fiscal = true
    }
    next = bytes.has("の", at: periodEnd) ? periodEnd + 3 : periodEnd
    for part: StaticString in ["上旬", "中旬", "下旬", "初旬", "末", "初め", "半ば", "前半", "後半", "初", "底"] where bytes.has(part, at: next) {
      periodEnd = next + part.utf8CodeUnitCount
      break
    }
    let date = PartialDate(year: year, month: value)
    return reading(periodEnd, year == nil ? (isRelative ? nil : reference.nearest(date)) : date, nil, date.description)
  }

  private mutating func dayDate(_ number: Int, _ end: Int) -> DateReading? {
    day = number
    let date = PartialDate(year: year, month: month, day: number)
    let resolved = year == nil ? (isRelative ? nil : reference.nearest(date)) : date
    // 8月5日〜6日
    if let (last, lastEnd) = lastDay(end), number < last { return reading(lastEnd, resolved, sameMonth(resolved, last), date.description) }
    return reading(weekdayEnd(end), resolved, nil, date.description)
  }

  /// The last day of a range whose month was told: `〜6日`.
  private func lastDay(_ end: Int) -> (Int, Int)? {
    guard let after = bytes.end(ofAny: ["~", "-", "から"], at: end), let count = numeral(at: after), let number = count.calendarNumber,
      let dayEnd = dayEnd(count, number)
    else { return nil }
    return (number, dayEnd)
  }

  private func sameMonth(_ date: PartialDate?, _ day: Int) -> PartialDate? {
    date.map { PartialDate(year: $0.year, month: $0.month, day: day) }
  }

  /// `12日、月曜日`, `22日月曜日`, `21日の木曜日`.
  private func weekdayEnd(_ end: Int) -> Int {
    for link: StaticString in ["、", "の", ",", " ", ""] where bytes.has(link, at: end) {
      if let (_, weekdayEnd) = grammar.weekday(bytes, at: end + link.utf8CodeUnitCount) { return weekdayEnd }
    }
    return end
  }

  private mutating func dayAlone(_ number: Int, _ end: Int) -> DateReading? {
    let timex = "XXXX-XX-" + padded(number)
    let date = reference.nearest(day: number)
    var end = end
    if bytes.has("目", at: end) { end += 3 }
    let last = weekdayEnd(end)
    if last > end {
      // 21日の月曜日 is a day where the two agree.
      let weekday = (grammar.weekday(bytes, at: end) ?? grammar.weekday(bytes, at: end + 3) ?? grammar.weekday(bytes, at: end + 1))?.payload
      let found = weekday.flatMap { matching(number, $0) }
      return DateReading(start: start, end: last, date: found, timex: found?.description ?? "XXXX-WXX-\(weekday ?? 1)")
    }
    if end > start, bytes.has("目", at: end - 3) { return DateReading(start: start, end: end, date: date, timex: timex) }
    return DateReading(start: start, end: end, date: date, timex: timex)
  }

  private func matching(_ number: Int, _ weekday: Int) -> PartialDate? {
    guard let year = reference.date?.year, let month = reference.date?.month else { return nil }
    guard number <= PartialDate.days(inMonth: month, of: year) else { return nil }
    let candidate = PartialDate(year: year, month: month, day: number)
    return candidate.dayNumber.map(CalendarReference.weekday(of:)) == weekday ? candidate : nil
  }

  /// `第1金曜日`, `第3の火曜日`, `最初の金曜日` of the month at hand.
  private func nthWeekday(at place: Int) -> DateReading? {
    var next = place
    if bytes.has("の", at: next) { next += 3 }
    var count = 1
    if bytes.has("最初の", at: next) {
      next += 9
    } else {
      guard bytes.has("第", at: next), let numeral = numeral(at: next + 3), let number = numeral.calendarNumber, (1...5).contains(number) else {
        return nil
      }
      count = number
      next = numeral.end
      if bytes.has("の", at: next) { next += 3 }
    }
    guard let (weekday, end) = grammar.weekday(bytes, at: next), let month else { return nil }
    let date = (year ?? reference.year).flatMap { CalendarReference.nth(count, weekday, year: $0, month: month) }
    return DateReading(start: start, end: end, date: date, timex: "XXXX-\(padded(month))-WXX-\(weekday)-#\(count)")
  }

  // MARK: relative words

  private mutating func relativeMonth(_ offset: Int, _ end: Int) -> DateReading? {
    let moved = reference.month(offset)
    month = moved?.month
    if let nth = nthWeekday(at: end) { return nth }
    year = moved?.year
    var next = end
    if bytes.has("の", at: next) { next += 3 }
    if let count = numeral(at: next), let number = count.calendarNumber, let dayEnd = dayEnd(count, number) {
      let date = moved.map { PartialDate(year: $0.year, month: $0.month, day: number) }
      return reading(dayEnd, date, nil, date?.description ?? "XXXX-XX-" + padded(number))
    }
    var periodEnd = end
    for part: StaticString in ["上旬", "中旬", "下旬", "初旬", "末", "初め", "半ば"] where bytes.has(part, at: next) {
      periodEnd = next + part.utf8CodeUnitCount
      break
    }
    return reading(periodEnd, moved, nil, moved?.description)
  }

  private mutating func week(_ offset: Int, _ end: Int) -> DateReading? {
    var next = end
    if bytes.has("の", at: next) { next += 3 }
    var weekday: (payload: Int, end: Int)? = grammar.weekday(bytes, at: next)
    if weekday == nil, chinese, case .digit(let digit)? = ChineseNumeral(bytes.scalar(end)), (1...6).contains(digit) { weekday = (digit, end + 3) }
    if weekday == nil, chinese, bytes.has("日", at: end) || bytes.has("天", at: end) { weekday = (7, end + 3) }
    guard let weekday else {
      // 次の, 上一个 mean a week only with its day.
      guard bytes.end(ofAny: ["週", "周", "星期", "礼拜"], at: end - 3) != nil || bytes.has("星期", endingAt: end) || bytes.has("礼拜", endingAt: end) else { return nil }
      let monday = reference.monday(offset)
      return reading(end, monday.map { PartialDate(dayNumber: $0) }, monday.map { PartialDate(dayNumber: $0 + 6) }, nil)
    }
    let date = reference.monday(offset).map { PartialDate(dayNumber: $0 + weekday.payload - 1) }
    // 今週の金曜日6月15日: the date itself follows.
    var inner = EastAsianDateParse(
      bytes: bytes, start: weekday.end, grammar: grammar, numerals: numerals, reference: reference, chinese: chinese)
    if isDigit(bytes.byte(weekday.end)), let dated = inner.run() {
      return DateReading(start: start, end: dated.end, date: dated.date, timex: dated.timex)
    }
    return reading(weekday.end, date, nil, date?.description ?? "XXXX-WXX-\(weekday.payload)")
  }

  private mutating func relativeDay(_ offset: Int, _ end: Int) -> DateReading? {
    // 今日から2日後, 昨日の2日前, 明日から3週間.
    for (link, sign) in [("から" as StaticString, 1), ("の", -1)] where bytes.has(link, at: end) {
      guard let count = numeral(at: end + link.utf8CodeUnitCount), let number = count.calendarNumber, number < 10_000 else { continue }
      var days: Int?
      var next = count.end
      if let after = bytes.end(ofAny: ["日間", "日"], at: next) { (days, next) = (number, after) }
      else if let after = bytes.end(ofAny: ["週間", "周"], at: next) { (days, next) = (number * 7, after) }
      guard let days else { continue }
      if sign < 0 {
        guard bytes.has("前", at: next) else { continue }
        next += 3
      } else if let after = bytes.end(ofAny: ["後", "后"], at: next) {
        next = after
      }
      let date = reference.day(offset + sign * days)
      return DateReading(start: start, end: next, date: date, timex: date?.description ?? unknownDay)
    }
    // 次の日曜日 is a Sunday.
    if bytes.has("次の日", at: start), bytes.has("曜", at: end), let (weekday, last) = grammar.weekday(bytes, at: end - 3) {
      let date = reference.monday(1).map { PartialDate(dayNumber: $0 + weekday - 1) }
      return DateReading(start: start, end: last, date: date, timex: date?.description ?? "XXXX-WXX-\(weekday)")
    }
    let date = reference.day(offset)
    return DateReading(start: start, end: end, date: date, timex: date?.description ?? unknownDay)
  }

  private func reading(_ end: Int, _ date: PartialDate?, _ dateEnd: PartialDate?, _ timex: String?) -> DateReading {
    DateReading(start: start, end: end, date: date, timex: timex, dateEnd: dateEnd, fiscal: fiscal)
  }
}
