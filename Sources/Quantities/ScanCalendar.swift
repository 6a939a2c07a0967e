import Facts

/// Dates and durations: `2025年11月3日`, `2026年末`, `昨年`, `7年間`, `November 3, 2025`.
extension Scan {
  /// A date or period that begins with a number.
  mutating func calendarNumber(_ numeral: Numeral) -> Bool {
    guard let number = numeral.calendarNumber, !numeral.hasPoint else { return false }
    if bytes.has("年", at: numeral.end) { return yearDate(numeral, number) }
    if bytes.has("月", at: numeral.end), (1...12).contains(number) { return monthDate(numeral.start, nil, number, numeral.end + 3) }
    if bytes.has("日", at: numeral.end), (1...31).contains(number), !bytes.has("日間", at: numeral.end), !numeral.isKanji {
      return dayDate(numeral, number)
    }
    if numeral.integerDigits == 4, (1900...2100).contains(number) { return isoDate(numeral, number) || bareYear(numeral, number) }
    return false
  }

  private mutating func yearDate(_ numeral: Numeral, _ number: Int) -> Bool {
    let end = numeral.end + 3
    let isFull = numeral.integerDigits == 4 && (1800...2200).contains(number)
    let next = bytes.scalar(end)
    let monthFollows = scanner.numerals.read(bytes, at: end, letters: false).map { bytes.has("月", at: $0.end) } ?? false
    // 25年3月期, 25年度: a year of two digits only where the calendar goes on.
    let isShort = numeral.integerDigits == 2 && (monthFollows || next == 0x5EA6 || next == 0x672B)
    guard isFull || isShort else { return false }
    if bytes.has("間", at: end) { return false }
    let year = isFull ? number : number + 2000
    if monthFollows, let month = scanner.numerals.read(bytes, at: end, letters: false), let value = month.calendarNumber,
      (1...12).contains(value)
    {
      return monthDate(numeral.start, year, value, month.end + 3)
    }
    var dateEnd = end
    var fiscal = false
    if bytes.has("度", at: end) {
      fiscal = true
      dateEnd += 3
    }
    var first = PartialDate(year: year)
    if bytes.has("末", at: dateEnd) {
      dateEnd += 3
      first = PartialDate(year: year, month: 12)
    }
    emitDate(numeral.start, dateEnd, first, timex: first.description) { $0.fiscal = fiscal }
    return true
  }

  private mutating func monthDate(_ start: Int, _ year: Int?, _ month: Int, _ end: Int) -> Bool {
    if year == nil, bytes.has("間", at: end) { return false }
    if let day = scanner.numerals.read(bytes, at: end, letters: false), let value = day.calendarNumber,
      bytes.has("日", at: day.end) || bytes.has("号", at: day.end), (1...31).contains(value)
    {
      let date = PartialDate(year: year, month: month, day: value)
      emitDate(start, day.end + 3, resolved(date), timex: date.description) { _ in }
      return true
    }
    let date = PartialDate(year: year, month: month)
    var dateEnd = end
    let isTerm = bytes.has("期", at: end)
    if isTerm || bytes.has("末", at: end) { dateEnd += 3 }
    emitDate(start, dateEnd, resolved(date), timex: date.description) { $0.fiscal = isTerm }
    return true
  }

  private mutating func dayDate(_ numeral: Numeral, _ day: Int) -> Bool {
    let timex = "XXXX-XX-" + (day < 10 ? "0" : "") + "\(day)"
    var date: PartialDate?
    if let publishedOn, let year = publishedOn.year, let month = publishedOn.month, let today = publishedOn.day {
      // The last such day up to a few days after publication.
      let isThisMonth = day <= today + 7
      let at = isThisMonth ? (year, month) : month == 1 ? (year - 1, 12) : (year, month - 1)
      if day <= PartialDate.days(inMonth: at.1, of: at.0) { date = PartialDate(year: at.0, month: at.1, day: day) }
    }
    emitDate(numeral.start, numeral.end + 3, date, timex: timex) { _ in }
    return true
  }

  /// `2025-11-03`, `2025/11/3`, `2025.11.03`.
  private mutating func isoDate(_ numeral: Numeral, _ year: Int) -> Bool {
    let separator = bytes.byte(numeral.end)
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else { return false }
    guard let (month, monthEnd) = twoDigits(numeral.end + 1), (1...12).contains(month) else { return false }
    guard bytes.byte(monthEnd) == separator, let (day, end) = twoDigits(monthEnd + 1), day >= 1,
      day <= PartialDate.days(inMonth: month, of: year), !isLetter(bytes.byte(end)) || bytes.byte(end) == UInt8(ascii: "t")
    else { return false }
    let date = PartialDate(year: year, month: month, day: day)
    emitDate(numeral.start, end, date, timex: date.description) { _ in }
    return true
  }

  private func twoDigits(_ start: Int) -> (Int, Int)? {
    guard isDigit(bytes.byte(start)) else { return nil }
    let first = Int(bytes[start] & 15)
    guard isDigit(bytes.byte(start + 1)) else { return (first, start + 1) }
    guard !isDigit(bytes.byte(start + 2)) else { return nil }
    return (first * 10 + Int(bytes[start + 1] & 15), start + 2)
  }

  /// `in 2025`, `by 2030`: a year without a unit, in running English.
  private mutating func bareYear(_ numeral: Numeral, _ year: Int) -> Bool {
    let before = bytes.beforeSpaces(numeral.start)
    guard before < numeral.start else { return false }
    for word: StaticString in ["in", "by", "since", "until", "from", "early", "late", "of", "before", "after", "through"] {
      let start = before - word.utf8CodeUnitCount
      if bytes.has(word, at: start), !isLetter(bytes.byte(start - 1)), !isLetter(bytes.byte(numeral.end)) {
        let date = PartialDate(year: year)
        emitDate(numeral.start, numeral.end, date, timex: date.description) { _ in }
        return true
      }
    }
    return false
  }

  /// `昨年`, `来春`, `last month`, `November 3, 2025`.
  mutating func calendarWord(at start: Int) -> Bool {
    let isBoundary: (Int) -> Bool = { [bytes] in !isLetter(bytes.byte($0 - 1)) || !isLetter(bytes.byte($0)) }
    if isLetter(bytes[start]), let (month, end) = scanner.calendar.months.match(bytes, at: start, where: isBoundary) {
      return englishMonth(start, month, end)
    }
    guard let (relative, end) = scanner.calendar.relatives.match(bytes, at: start, where: isBoundary) else { return false }
    let reference = publishedOn
    var date: PartialDate?
    var fiscal = false
    switch relative {
    case .year(let offset, let isFiscal):
      fiscal = isFiscal
      let base = reference.flatMap { day in
        day.year.map { isFiscal && language == .ja && (day.month ?? 4) < 4 ? $0 - 1 : $0 }
      }
      // 昨年11月, 昨年11月3日.
      if let month = scanner.numerals.read(bytes, at: end, letters: false), let value = month.calendarNumber,
        bytes.has("月", at: month.end), (1...12).contains(value), let base
      {
        return monthDate(start, base + offset, value, month.end + 3)
      }
      date = base.map { PartialDate(year: $0 + offset) }
    case .month(let offset):
      if let year = reference?.year, let month = reference?.month {
        let index = year * 12 + month - 1 + offset
        date = PartialDate(year: index / 12, month: index % 12 + 1)
      }
    case .day(let offset):
      if reference?.day != nil, let number = reference?.dayNumber { date = PartialDate(dayNumber: number + offset) }
    case .week(let offset):
      if reference?.day != nil, let number = reference?.dayNumber {
        let monday = number - ((number + 3) % 7 + 7) % 7 + 7 * offset
        let first = PartialDate(dayNumber: monday)
        emitDate(start, end, first, timex: nil) { $0.dateEnd = PartialDate(dayNumber: monday + 6) }
        return true
      }
    case .season(let offset, let firstMonth):
      if let year = reference?.year {
        let first = PartialDate(year: year + offset, month: firstMonth)
        emitDate(start, end, first, timex: nil) { $0.dateEnd = PartialDate(year: year + offset, month: firstMonth + 2) }
        return true
      }
    }
    emitDate(start, end, date, timex: date?.description) { $0.fiscal = fiscal }
    return true
  }

  private mutating func englishMonth(_ start: Int, _ month: Int, _ monthEnd: Int) -> Bool {
    var end = monthEnd
    var day: Int?
    var year: Int?
    let at = bytes.afterSpaces(end, limit: 1)
    if at > end, let (value, dayEnd) = twoDigits(at), (1...31).contains(value) {
      day = value
      end = dayEnd
      for suffix: StaticString in ["st", "nd", "rd", "th"] where bytes.has(suffix, at: end) { end += 2 }
    }
    var next = end
    if bytes.byte(next) == UInt8(ascii: ",") { next += 1 }
    next = bytes.afterSpaces(next, limit: 1)
    if next > end, let numeral = scanner.numerals.read(bytes, at: next, letters: false), numeral.integerDigits == 4,
      let value = numeral.calendarNumber, (1900...2100).contains(value), !isLetter(bytes.byte(numeral.end))
    {
      year = value
      end = numeral.end
    }
    // “may” and “march” are words first.
    guard day != nil || year != nil || !(month == 5 || month == 3) else { return false }
    let date = PartialDate(year: year, month: month, day: day)
    emitDate(start, end, resolved(date), timex: date.description) { _ in }
    return true
  }

  /// A date without its year takes the year that brings it nearest to the day of publication.
  func resolved(_ date: PartialDate) -> PartialDate {
    guard date.year == nil, let month = date.month, let publishedOn, let year = publishedOn.year,
      let reference = PartialDate(year: year, month: publishedOn.month ?? 7, day: publishedOn.day ?? 1).dayNumber
    else { return date }
    let candidates = [year - 1, year, year + 1].map { PartialDate(year: $0, month: month, day: date.day) }
    let nearest = candidates.min {
      abs(($0.dayNumber ?? 0) - reference) < abs(($1.dayNumber ?? 0) - reference)
    }
    return nearest ?? date
  }

  mutating func duration(_ numeral: Numeral) -> Bool {
    let at = bytes.afterSpaces(numeral.end, limit: 1)
    let start = bytes.byte(at) == UInt8(ascii: "-") ? at + 1 : at
    guard let (unit, end) = scanner.calendar.durations.match(
      bytes, at: start, where: { [bytes] in !isLetter(bytes.byte($0 - 1)) || !isLetter(bytes.byte($0)) })
    else { return false }
    if numeral.isKanji, !numeral.isVague, bytes.scalar(before: numeral.start) == 0x7B2C { return false }
    emitDuration(numeral, unit, end)
    return true
  }

  mutating func emitDuration(_ numeral: Numeral, _ unit: CalendarTable.DurationUnit, _ end: Int) {
    let value = numeral.value
    let timex: String
    var months: ExactDecimal?
    switch unit.kind {
    case .year: (timex, months) = ("P\(value)Y", value.multiplied(by: ExactDecimal(12)))
    case .quarter: (timex, months) = ("P\(value.multiplied(by: ExactDecimal(3)) ?? value)M", value.multiplied(by: ExactDecimal(3)))
    case .century: (timex, months) = ("P\(value.shifted(by: 2))Y", value.multiplied(by: ExactDecimal(1200)))
    case .month: (timex, months) = ("P\(value)M", value)
    case .week: timex = "P\(value)W"
    case .day: timex = "P\(value)D"
    case .hour: timex = "PT\(value)H"
    case .minute: timex = "PT\(value)M"
    case .second: timex = "PT\(value)S"
    }
    let counter = String(decoding: bytes[numeral.end..<max(end, numeral.end)], as: UTF8.self)
    emit(.duration, numeral.start, end, numeral) {
      $0.timex = timex
      $0.months = months?.integer
      $0.counter = counter
    }
  }

  mutating func emitDate(_ start: Int, _ end: Int, _ date: PartialDate?, timex: String?, _ fill: (inout Quantity) -> Void) {
    let blank = Numeral(start: start, end: end, value: .zero)
    let limit = limit(after: end)
    emit(.date, start, end, blank) {
      $0.date = date
      $0.timex = timex
      $0.limit = limit
      fill(&$0)
    }
  }

  private func limit(after end: Int) -> Quantity.Limit? {
    if bytes.has("までに", at: end) || bytes.has("まで", at: end) || bytes.has("末まで", at: end) { return .until }
    if bytes.has("以降", at: end) || bytes.has("から", at: end) || bytes.has("以来", at: end) || bytes.has("より", at: end) { return .since }
    if bytes.has("以前", at: end) || bytes.has("より前", at: end) { return .before }
    if bytes.has("ごろ", at: end) || bytes.has("頃", at: end) { return .around }
    return nil
  }
}
