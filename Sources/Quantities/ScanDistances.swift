import Facts

/// Dates at a distance from the day of publication: `5年前`, `two days ago`, `in 3 days on Friday`, `2つ先の日曜日`.
extension Scan {
  /// 前, 後, ago: a date reckoned from the day of publication.
  func distance(_ read: DurationReading, _ start: Int) -> DateReading? {
    guard !read.isTime else { return nil }
    var start = start
    var direction = 0
    var end = read.end
    let next = bytes.afterSpaces(end, limit: 1)
    if bytes.end(ofAny: ["前後", "前后"], at: end) != nil { return nil }
    if let after = bytes.end(ofAny: ["以前", "之前", "前", "ago"], at: next), bytes.isWordBoundary(after) {
      (direction, end) = (-1, after)
      if bytes.end(ofAny: ["半", "期", "倒"], at: after) != nil { return nil }
    } else if let after = bytes.end(ofAny: ["以後", "以后", "之後", "之后", "後", "后", "from now", "from today", "later", "after today"], at: next), bytes.isWordBoundary(after) {
      (direction, end) = (1, after)
      if bytes.end(ofAny: ["半", "期"], at: after) != nil { return nil }
    } else if let after = bytes.end(ofAny: ["from tmrw", "from tomorrow", "after tomorrow"], at: next) {
      return shifted(read, 1, start, after, from: reference.day(1))
    } else if let after = bytes.end(ofAny: ["before yesterday"], at: next) {
      return shifted(read, -1, start, after, from: reference.day(-1))
    } else if let after = bytes.end(ofAny: ["from ", "after ", "before "], at: next), next > end,
      let base = scanner.english.read(bytes, at: after, reference: reference)
        ?? scanner.numeric.read(bytes, at: after, reference: reference, language: language), base.date?.precision == .day
    {
      return shifted(read, bytes.has("before ", at: next) ? -1 : 1, start, base.end, from: base.date)
    } else if bytes.has("in", endingAt: bytes.beforeSpaces(start, limit: 1)), bytes.beforeSpaces(start, limit: 1) < start, language != .ja, !isLetter(bytes.byte(start - 4)), read.isCertain,
      read.parts == 1, isDistanceAhead(read)
    {
      return shifted(read, 1, start - 3, end, from: nil)
    } else {
      return nil
    }
    if direction > 0 {
      // 今から2週間後
      if bytes.has("今から", endingAt: start) { start -= 9 }
    }
    return shifted(read, direction, start, end, from: nil)
  }

  /// “in 3 years” is a date only where nothing or a weekday follows; “the fastest in three years” is more frequent. “In two
  /// business days” is one wherever its sentence ends.
  private func isDistanceAhead(_ read: DurationReading) -> Bool {
    if read.end >= bytes.count || weekdayBehind(read.end) != nil { return true }
    return read.sum.amount(.businessDay) != nil && bytes.byte(read.end) == UInt8(ascii: ".")
  }

  /// ` on Friday` behind a distance.
  private func weekdayBehind(_ end: Int) -> (weekday: Int, end: Int)? {
    guard bytes.has(" on ", at: end), let (word, wordEnd) = scanner.english.word(bytes, end + 4), case .weekday(let weekday) = word else { return nil }
    return (weekday, wordEnd)
  }

  /// `in 3 days on Friday`, `Thursday, two years from now`: the weekday of the week that the distance leads to.
  func onWeekday(_ reading: DateReading) -> DateReading {
    guard let exact = reading.timex.flatMap({ PartialDate($0) }), exact.precision == .day else { return reading }
    if let (weekday, end) = weekdayBehind(reading.end), let date = CalendarReference.weekday(weekday, inWeekOf: exact) {
      return DateReading(start: reading.start, end: end, date: date, timex: date.description)
    }
    return reading
  }

  /// Takes a weekday just before a distance into the date: `Thursday, two years from now`.
  mutating func withWeekdayBefore(_ reading: DateReading) -> DateReading {
    guard let last = found.last, last.kind == .date, last.folded.end + 2 == reading.start, bytes.has(", ", at: last.folded.end),
      let (word, end) = scanner.english.word(bytes, last.folded.start), case .weekday(let weekday) = word, end == last.folded.end,
      let exact = reading.timex.flatMap({ PartialDate($0) }), exact.precision == .day,
      let date = CalendarReference.weekday(weekday, inWeekOf: exact)
    else { return reading }
    found.removeLast()
    return DateReading(start: last.folded.start, end: reading.end, date: date, timex: date.description)
  }

  /// `two Mondays later`, `2つ先の日曜日`: weekdays counted from the day of publication.
  mutating func countedWeekday(_ numeral: Numeral) -> Bool {
    guard let count = numeral.calendarNumber, (1...52).contains(count) else { return false }
    if let link = bytes.end(ofAny: ["個先の", "つ先の", "回後の"], at: numeral.end), let (weekday, end) = scanner.eastAsian.weekday(bytes, at: link) {
      let start = bytes.has("今から", endingAt: numeral.start) ? numeral.start - 9 : numeral.start
      emitDate(counted(weekday, count, start, end))
      return true
    }
    guard bytes.byte(numeral.end) == 0x20, let (word, wordEnd) = scanner.english.word(bytes, numeral.end + 1) ?? plural(numeral.end + 1),
      case .weekday(let weekday) = word
    else { return false }
    let direction: Int
    let end: Int
    if let after = bytes.end(ofAny: [" later", " from now"], at: wordEnd) { (direction, end) = (1, after) }
    else if let after = bytes.end(ofAny: [" ago"], at: wordEnd) { (direction, end) = (-1, after) }
    else { return false }
    guard bytes.isWordBoundary(end) else { return false }
    emitDate(counted(weekday, direction * count, numeral.start, end))
    return true
  }

  /// A weekday with the s of the plural.
  private func plural(_ start: Int) -> (word: EnglishDates.Word, end: Int)? {
    var end = start
    while isLetter(bytes.byte(end)) { end += 1 }
    guard end - start > 4, bytes[end - 1] == UInt8(ascii: "s"),
      let found = scanner.english.words.match(bytes, at: start, where: { $0 == end - 1 })
    else { return nil }
    return (found.payload, end)
  }

  private func counted(_ weekday: Int, _ count: Int, _ start: Int, _ end: Int) -> DateReading {
    let date = reference.weekday(weekday, count: count)
    return DateReading(start: start, end: end, date: date, timex: date?.description ?? unknownDay)
  }

  private func shifted(_ read: DurationReading, _ sign: Int, _ start: Int, _ end: Int, from base: PartialDate?) -> DateReading? {
    func whole(_ unit: DurationTable.Unit) -> Int? {
      guard let amount = read.sum.amount(unit) else { return 0 }
      return amount.integer
    }
    if read.sum.amount(.businessDay) != nil {
      guard read.parts == 1, base == nil, let days = whole(.businessDay) else { return nil }
      let date = reference.businessDay(sign * days)
      return DateReading(start: start, end: end, date: date, timex: date?.description ?? unknownDay)
    }
    guard read.sum.amount(.quarter) == nil, let years = whole(.year), let months = whole(.month), let weeks = whole(.week), let days = whole(.day) else {
      // 半年前
      guard let months = read.sum.months, let date = reference.shifted(months: sign * months) else { return nil }
      return DateReading(start: start, end: end, date: PartialDate(year: date.year, month: date.month), timex: PartialDate(year: date.year, month: date.month).description)
    }
    guard abs(years) < 300, abs(weeks) < 100_000, abs(days) < 1_000_000 else { return nil }
    let exact = reference.shifted(years: sign * years, months: sign * months, days: sign * (weeks * 7 + days), from: base)
    return DateReading(start: start, end: end, date: exact.map { coarse($0, read) }, timex: exact?.description ?? unknownDay)
  }

  /// 5年前 is a year, not a day.
  private func coarse(_ date: PartialDate, _ read: DurationReading) -> PartialDate {
    if read.sum.amount(.day) != nil || read.sum.amount(.week) != nil { return date }
    return read.sum.amount(.month) != nil ? PartialDate(year: date.year, month: date.month) : PartialDate(year: date.year)
  }
}
