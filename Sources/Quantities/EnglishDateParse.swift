import Facts

/// One attempt at one place of a text: which date of English begins here, as `November 3, 2025` or `next week Monday`.
struct EnglishDateParse {
  let bytes: [UInt8]
  let grammar: EnglishDates
  let reference: CalendarReference

  func read(_ start: Int) -> DateReading? {
    guard let (word, end) = grammar.word(bytes, start) else { return nil }
    switch word {
    case .month(let month): return monthFirst(start, month, end)
    case .weekday(let weekday): return weekdayFirst(start, weekday, end)
    case .day(let offset):
      guard !bytes.has("'", at: end) || offset > -2 else { return nil }
      let date = reference.day(offset)
      return DateReading(start: start, end: end, date: date, timex: date?.description ?? unknownDay)
    case .modifier(let offset): return modified(start, offset, end)
    case .holiday(let month, let day):
      return holiday(start, month, day, end)
    case .easter(let offset): return easter(start, offset, end)
    case .floating(let rule): return floating(start, rule, end)
    case .quarter(let quarter):
      guard let (year, yearEnd, fiscal) = ofYear(end) else { return nil }
      return period(start, yearEnd, PartialDate(year: year, month: quarter * 3 - 2), PartialDate(year: year, month: quarter * 3), "\(padded(year, 4))-Q\(quarter)", fiscal)
    case .half(let half):
      guard let (year, yearEnd, fiscal) = ofYear(end) else { return nil }
      return period(start, yearEnd, PartialDate(year: year, month: half * 6 - 5), PartialDate(year: year, month: half * 6), "\(padded(year, 4))-H\(half)", fiscal)
    case .season(let month):
      guard let (year, yearEnd, _) = ofYear(end) else { return nil }
      return period(start, yearEnd, PartialDate(year: year, month: month), CalendarReference.month(year, month + 2), nil, false)
    case .part:
      guard let (year, yearEnd, fiscal) = ofYear(end) else { return nil }
      return period(start, yearEnd, PartialDate(year: year), nil, padded(year, 4), fiscal)
    case .fiscal:
      guard let (year, yearEnd, _) = ofYear(end, twoDigits: true) else { return nil }
      return period(start, yearEnd, PartialDate(year: year), nil, padded(year, 4), true)
    case .the: return afterThe(start, end)
    case .on:
      guard let (next, nextEnd) = grammar.word(bytes, bytes.afterSpaces(end, limit: 1)), case .weekday(let weekday) = next,
        let reading = weekdayFirst(start, weekday, nextEnd), reading.timex?.hasPrefix("XXXX") != true,
        let of = bytes.end(ofAny: [" of "], at: nextEnd), reading.end > of
      else { return nil }
      return reading
    case .in: return nil
    }
  }

  private func period(_ start: Int, _ end: Int, _ date: PartialDate?, _ dateEnd: PartialDate?, _ timex: String?, _ fiscal: Bool) -> DateReading {
    DateReading(start: start, end: end, date: date, timex: timex, dateEnd: dateEnd, fiscal: fiscal)
  }

  // MARK: pieces

  /// 1 to 31 in digits or words.
  private func day(_ place: Int) -> (value: Int, end: Int, isOrdinal: Bool)? {
    if isDigit(bytes.byte(place)) {
      guard let (value, digitsEnd) = digits(place, 2), (1...31).contains(value) else { return nil }
      if let end = bytes.end(ofAny: ["st", "nd", "rd", "th"], at: digitsEnd), !isLetter(bytes.byte(end)) { return (value, end, true) }
      if bytes.byte(digitsEnd) == UInt8(ascii: "%") || bytes.byte(digitsEnd) == UInt8(ascii: ":") { return nil }
      if bytes.byte(digitsEnd) == UInt8(ascii: "."), isDigit(bytes.byte(digitsEnd + 1)) { return nil }
      return (value, digitsEnd, false)
    }
    guard isLetter(bytes.byte(place)),
      let found = grammar.days.match(bytes, at: place, where: { !isLetter(bytes.byte($0)) })
    else { return nil }
    let isOrdinal = bytes.end(ofAny: ["h", "t", "d"], at: found.end - 1) != nil && !bytes.has("eight", endingAt: found.end)
    return (found.payload, found.end, isOrdinal)
  }

  /// A run of at most `limit` digits, not followed by another.
  private func digits(_ place: Int, _ limit: Int) -> (Int, Int)? {
    var value = 0
    var end = place
    while isDigit(bytes.byte(end)) {
      guard end - place < limit else { return nil }
      value = value * 10 + Int(bytes[end] & 15)
      end += 1
    }
    return end > place ? (value, end) : nil
  }

  /// Four digits, or words: `nineteen seventy eight`, `two thousand and eighteen`.
  private func year(_ place: Int) -> (value: Int, end: Int)? {
    if isDigit(bytes.byte(place)) {
      guard let (value, end) = digits(place, 4), end - place == 4, (1000...2999).contains(value), !isLetter(bytes.byte(end)),
        bytes.byte(end) != UInt8(ascii: "%"),
        !((bytes.byte(end) == UInt8(ascii: ".") || bytes.byte(end) == UInt8(ascii: ",")) && isDigit(bytes.byte(end + 1)))
      else { return nil }
      return (value, end)
    }
    guard isLetter(bytes.byte(place)) else { return nil }
    if let thousand = bytes.end(ofAny: ["two thousand"], at: place), !isLetter(bytes.byte(thousand)) {
      var next = bytes.afterSpaces(thousand, limit: 1)
      if bytes.has("and ", at: next) { next += 4 }
      if next > thousand, let rest = grammar.yearWords.match(bytes, at: next, where: { !isLetter(bytes.byte($0)) }) {
        return (2000 + rest.payload, rest.end)
      }
      return (2000, thousand)
    }
    for (name, century) in [("nineteen" as StaticString, 1900), ("twenty", 2000), ("eighteen", 1800)] where bytes.has(name, at: place) {
      let next = bytes.afterSpaces(place + name.utf8CodeUnitCount, limit: 1)
      if let rest = grammar.yearWords.match(bytes, at: next, where: { !isLetter(bytes.byte($0)) }), next > place + name.utf8CodeUnitCount {
        return (century + rest.payload, rest.end)
      }
    }
    return nil
  }

  /// `of 2025`, `2025`, `of fiscal 2026`, `-2026`, `of this year`.
  private func ofYear(_ end: Int, twoDigits: Bool = false) -> (Int, Int, Bool)? {
    var next = bytes.afterSpaces(end, limit: 1)
    if bytes.byte(end) == UInt8(ascii: "-") { next = end + 1 }
    for link: StaticString in ["of the ", "of ", "in ", "the ", "year "] where bytes.has(link, at: next) {
      next += link.utf8CodeUnitCount
      break
    }
    var fiscal = false
    for link: StaticString in ["fiscal year ", "fiscal ", "fy"] where bytes.has(link, at: next) {
      next = bytes.afterSpaces(next + link.utf8CodeUnitCount, limit: 1)
      fiscal = true
      break
    }
    if let (value, yearEnd) = year(next), (1900...2100).contains(value) { return (value, yearEnd, fiscal) }
    if twoDigits || fiscal, let (value, yearEnd) = digits(bytes.byte(next) == UInt8(ascii: "'") ? next + 1 : next, 2), yearEnd - next >= 2, !isAlphanumeric(bytes.byte(yearEnd)) {
      return (2000 + value, yearEnd, true)
    }
    if let reference = reference.year {
      for (word, offset) in [("this year" as StaticString, 0), ("last year", -1), ("next year", 1)] where bytes.has(word, at: next) {
        return (reference + offset, next + word.utf8CodeUnitCount, fiscal)
      }
    }
    return nil
  }

  private func weekday(_ place: Int) -> (Int, Int)? {
    guard let (word, end) = grammar.word(bytes, place), case .weekday(let weekday) = word else { return nil }
    return (weekday, end)
  }

  // MARK: forms

  private func monthFirst(_ start: Int, _ month: Int, _ wordEnd: Int) -> DateReading? {
    var end = wordEnd
    let isAbbreviated = end - start <= 4 && month != 5
    if isAbbreviated, bytes.byte(end) == UInt8(ascii: ".") { end += 1 }
    var next = bytes.afterSpaces(end)
    let separator = bytes.byte(next)
    if separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") {
      next += 1
      // September-2020-23
      if let (year, yearEnd) = year4(next), bytes.byte(yearEnd) == separator, let (day, _, _) = day(yearEnd + 1) {
        return dated(start, end: digits(yearEnd + 1, 2)?.1 ?? yearEnd, year, month, day)
      }
    }
    if bytes.has("the ", at: next) { next += 4 }
    if let (day, dayEnd, _) = day(next), !isMeasured(dayEnd) {
      var (year, finish): (Int?, Int) = (nil, dayEnd)
      var place = dayEnd
      let afterDay = bytes.afterSpaces(place)
      if bytes.byte(afterDay) == UInt8(ascii: ",") { place = afterDay + 1 }
      place = bytes.afterSpaces(place)
      if bytes.byte(place) == UInt8(ascii: "/") || bytes.byte(place) == UInt8(ascii: "-") { place += 1 }
      if bytes.has("of ", at: place) { place += 3 }
      if place > dayEnd, let found = self.year(place) { (year, finish) = found }
      return dated(start, end: finish, year, month, day)
    }
    // November 2025; may and march are words first.
    var place = next
    if bytes.byte(place) == UInt8(ascii: ",") { place = bytes.afterSpaces(place + 1) }
    if bytes.has("of ", at: place) { place += 3 }
    if place > wordEnd, let (year, yearEnd) = self.year(place), (1900...2100).contains(year), isDigit(bytes.byte(place)) {
      let date = PartialDate(year: year, month: month)
      return DateReading(start: start, end: yearEnd, date: date, timex: date.description)
    }
    guard follows(["in", "since", "until", "by", "last", "from", "early", "late", "mid", "through", "of", "this", "next"], start), !isAbbreviated,
      month != 5 || follows(["in", "since", "until", "by"], start)
    else { return nil }
    let date = PartialDate(year: nil, month: month)
    return DateReading(start: start, end: wordEnd, date: reference.nearest(date), timex: date.description)
  }

  private func year4(_ place: Int) -> (Int, Int)? {
    guard let (value, end) = digits(place, 4), end - place == 4 else { return nil }
    return (value, end)
  }

  /// The number is followed by what makes it an amount: `March 5 billion`.
  private func isMeasured(_ end: Int) -> Bool {
    bytes.end(ofAny: [" million", " billion", " percent", " trillion", "%"], at: end) != nil
  }

  private func dated(_ start: Int, end: Int, _ year: Int?, _ month: Int, _ day: Int) -> DateReading {
    var year = year
    if let value = year, value < 100 { year = value < 60 ? value + 2000 : value + 1900 }
    let date = PartialDate(year: year, month: month, day: day)
    return DateReading(start: start, end: end, date: year == nil ? reference.nearest(date) : date, timex: date.description)
  }

  func dayFirst(_ start: Int) -> DateReading? {
    guard let (day, dayEnd, isOrdinal) = day(start) else { return nil }
    var next = bytes.afterSpaces(dayEnd)
    let separator = bytes.byte(next)
    if separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") { next = bytes.afterSpaces(next + 1) }
    // 23-2020-September
    if separator == UInt8(ascii: "-"), let (year, yearEnd) = year4(next), bytes.byte(yearEnd) == separator,
      let (word, end) = grammar.word(bytes, yearEnd + 1), case .month(let month) = word
    {
      return dated(start, end: end, year, month, day)
    }
    if bytes.has("of ", at: next) { next += 3 }
    if isOrdinal, bytes.has("day of ", at: next) { next += 7 }
    // first Sunday: of the month at hand.
    if isOrdinal, day <= 5, !isDigit(bytes[start]), let (weekday, weekdayEnd) = weekday(next), !bytes.has(" of", at: weekdayEnd), !bytes.has(" in", at: weekdayEnd) {
      let date = nth(day, weekday, year: reference.date?.year, month: reference.date?.month)
      return date.map { DateReading(start: start, end: weekdayEnd, date: $0, timex: $0.description) }
        ?? DateReading(start: start, end: weekdayEnd, date: nil, timex: unknownDay)
    }
    // on 22nd.
    if isOrdinal, isDigit(bytes[start]), follows(["on"], start), isPunctuated(dayEnd) {
      return DateReading(start: start, end: dayEnd, date: reference.nearest(day: day), timex: "XXXX-XX-" + padded(day))
    }
    guard let (word, end) = grammar.word(bytes, next) else { return nil }
    switch word {
    case .month(let month):
      // “two may”, “second mar”: without “of” only digits go before the month.
      guard isDigit(bytes[start]) || bytes.has("of ", endingAt: next) || end - next > 3 && isOrdinal || day > 12 else { return nil }
      guard !(isDigit(bytes[start]) && !isOrdinal && month == 5 && end - next == 3 && self.day(bytes.afterSpaces(end, limit: 1)) != nil && !bytes.has("of ", endingAt: next) && year(bytes.afterSpaces(end, limit: 1)) == nil) else { return nil }
      var finish = end
      if end - next <= 4, month != 5, bytes.byte(end) == UInt8(ascii: "."), year(bytes.afterSpaces(end + 1)) != nil { finish = end + 1 }
      var place = bytes.afterSpaces(finish)
      if bytes.byte(place) == UInt8(ascii: ",") { place = bytes.afterSpaces(place + 1) }
      if bytes.byte(place) == UInt8(ascii: "/") || bytes.byte(place) == UInt8(ascii: "-") { place += 1 }
      if bytes.has("of ", at: place) { place += 3 }
      if place > finish || bytes.byte(finish) == UInt8(ascii: "/"), let (year, yearEnd) = year(place) { return dated(start, end: yearEnd, year, month, day) }
      return dated(start, end: bytes.byte(finish - 1) == UInt8(ascii: ".") ? end : finish, nil, month, day)
    case .modifier(let offset) where isOrdinal || bytes.has("of ", endingAt: next):
      let after = bytes.afterSpaces(end, limit: 1)
      guard bytes.has("month", at: after), let moved = reference.month(offset) else { return nil }
      let date = PartialDate(year: moved.year, month: moved.month, day: day)
      return DateReading(start: start, end: after + 5, date: date, timex: date.description)
    default: return nil
    }
  }

  private func weekdayFirst(_ start: Int, _ weekday: Int, _ wordEnd: Int) -> DateReading? {
    var end = wordEnd
    // “sun”, “sat”, “mon”, “wed” are words or names too: only beside a date.
    let isShort = end - start <= 4
    if isShort, bytes.byte(end) == UInt8(ascii: ".") , isDigit(bytes.byte(bytes.afterSpaces(end + 1))) { end += 1 }
    var next = bytes.afterSpaces(end)
    if bytes.byte(next) == UInt8(ascii: ",") { next = bytes.afterSpaces(next + 1) }
    if bytes.byte(next) == UInt8(ascii: "(") { next += 1 }
    if let (word, monthEnd) = grammar.word(bytes, next), case .month(let month) = word, let reading = monthFirst(next, month, monthEnd),
      reading.timex?.utf8.count == 10
    {
      let close = bytes.byte(next - 1) == UInt8(ascii: "(") && bytes.byte(reading.end) == UInt8(ascii: ")") ? 1 : 0
      return DateReading(start: start, end: reading.end + close, date: reading.date, timex: reading.timex)
    }
    if let reading = dayFirst(next) { return DateReading(start: start, end: reading.end, date: reading.date, timex: reading.timex) }
    // friday 5/12, Friday 7.6, Friday 7-6
    if let (month, monthEnd) = digits(next, 2), (1...12).contains(month),
      bytes.byte(monthEnd) == UInt8(ascii: "/") || bytes.byte(monthEnd) == UInt8(ascii: "-") || bytes.byte(monthEnd) == UInt8(ascii: "."),
      let (day, dayEnd) = digits(monthEnd + 1, 2), (1...31).contains(day), !isAlphanumeric(bytes.byte(dayEnd))
    {
      return dated(start, end: dayEnd, nil, month, day)
    }
    // Monday 21, Friday the 22nd
    var place = next
    let hasThe = bytes.has("the ", at: place)
    if hasThe { place += 4 }
    if let (day, dayEnd, isOrdinal) = day(place), hasThe || isOrdinal || (isDigit(bytes.byte(place)) && !isLetter(bytes.byte(bytes.afterSpaces(dayEnd)))) {
      let date = agreeing(day, weekday).flatMap { hasThe || $0 == reference.date ? $0 : nil }
      return DateReading(start: start, end: dayEnd, date: date ?? reference.nearest(day: day), timex: date?.description ?? "XXXX-WXX-\(weekday)")
    }
    // monday of the following week, Tuesday next week, friday this week
    var link = next
    if bytes.has("of ", at: link) { link += 3 }
    if let (word, modifierEnd) = grammar.word(bytes, link), case .modifier(let offset) = word,
      let weekEnd = bytes.end(ofAny: ["week"], at: bytes.afterSpaces(modifierEnd, limit: 1)), !isLetter(bytes.byte(weekEnd))
    {
      let date = reference.monday(offset).map { PartialDate(dayNumber: $0 + weekday - 1) }
      return DateReading(start: start, end: weekEnd, date: date, timex: date?.description ?? unknownDay)
    }
    if isShort, follows(["on", "or", "and", "next", "last", "this"], start) == false { return nil }
    return DateReading(start: start, end: wordEnd, date: reference.nearest(weekday: weekday), timex: "XXXX-WXX-\(weekday)")
  }

  /// The day of the month of the reference that falls on the weekday, else none.
  private func agreeing(_ day: Int, _ weekday: Int) -> PartialDate? {
    guard let year = reference.date?.year, let month = reference.date?.month else { return nil }
    for candidate in [CalendarReference.month(year, month)] {
      guard let y = candidate.year, let m = candidate.month, day <= PartialDate.days(inMonth: m, of: y) else { continue }
      let date = PartialDate(year: y, month: m, day: day)
      if date.dayNumber.map(CalendarReference.weekday(of:)) == weekday { return date }
    }
    return nil
  }

  /// `next Friday`, `last week`, `this year`, `next month`, `next week Sunday`, `last quarter`.
  private func modified(_ start: Int, _ offset: Int, _ end: Int) -> DateReading? {
    let place = bytes.afterSpaces(end, limit: 1)
    guard place > end else { return nil }
    // The past year is a length of time.
    if bytes.has("past ", at: start), weekday(place) == nil { return nil }
    func unit(_ name: StaticString) -> Int? {
      guard bytes.has(name, at: place) else { return nil }
      let end = place + name.utf8CodeUnitCount
      return isAlphanumeric(bytes.byte(end)) ? nil : end
    }
    if let (weekday, weekdayEnd) = weekday(place) {
      if let dated = weekdayFirst(place, weekday, weekdayEnd), dated.end > weekdayEnd, dated.timex?.hasPrefix("XXXX-WXX") != true {
        return DateReading(start: start, end: dated.end, date: dated.date, timex: dated.timex)
      }
      let date = modifiedWeekday(start, offset, weekday)
      return DateReading(start: start, end: weekdayEnd, date: date, timex: date?.description ?? unknownDay)
    }
    if let weekEnd = unit("week") {
      var next = bytes.afterSpaces(weekEnd, limit: 1)
      if bytes.has("on ", at: next) { next += 3 }
      if let (weekday, weekdayEnd) = weekday(next) {
        let date = reference.monday(offset).map { PartialDate(dayNumber: $0 + weekday - 1) }
        return DateReading(start: start, end: weekdayEnd, date: date, timex: date?.description ?? unknownDay)
      }
      let monday = reference.monday(offset)
      return period(start, weekEnd, monday.map { PartialDate(dayNumber: $0) }, monday.map { PartialDate(dayNumber: $0 + 6) }, nil, false)
    }
    if let yearEnd = unit("year") {
      let date = reference.year.map { PartialDate(year: $0 + offset) }
      return period(start, yearEnd, date, nil, date?.description, false)
    }
    if let yearEnd = unit("fiscal year") {
      let date = reference.year.map { PartialDate(year: $0 + offset) }
      return period(start, yearEnd, date, nil, date?.description, true)
    }
    if let monthEnd = unit("month") {
      let date = reference.month(offset)
      return period(start, monthEnd, date, nil, date?.description, false)
    }
    if let quarterEnd = unit("quarter"), let year = reference.date?.year, let month = reference.date?.month {
      let first = CalendarReference.month(year, (month - 1) / 3 * 3 + 1 + 3 * offset)
      let last = reference.shifted(months: 2, from: first)
      return period(start, quarterEnd, first, last, nil, false)
    }
    if let (word, wordEnd) = grammar.word(bytes, place) {
      if case .month(let month) = word, let base = reference.date?.year {
        // last November: the nearest one before.
        let inner = monthFirst(place, month, wordEnd)
        if let inner, inner.timex?.utf8.count == 10 { return DateReading(start: start, end: inner.end, date: inner.date, timex: inner.timex) }
        guard wordEnd - place > 3 else { return nil }
        let now = reference.date?.month ?? 1
        let year = offset < 0 ? (month < now ? base : base - 1) : offset > 0 ? (month > now ? base : base + 1) : base
        let date = PartialDate(year: year, month: month)
        return DateReading(start: start, end: wordEnd, date: date, timex: date.description)
      }
      if case .season(let month) = word, let base = reference.date?.year {
        let first = PartialDate(year: base + offset, month: month)
        return period(start, wordEnd, first, CalendarReference.month(base + offset, month + 2), nil, false)
      }
    }
    if let (word, wordEnd) = grammar.word(bytes, place), case .easter(let days) = word {
      return easter(bytes.has("the ", at: start) ? start + 4 : start, days, wordEnd, direction: offset)
    }
    if let reading = dayFirst(place), reading.timex?.hasPrefix("XXXX-") == true { return DateReading(start: start, end: reading.end, date: reading.date, timex: reading.timex) }
    if let (month, monthEnd) = digits(place, 2), (1...12).contains(month), bytes.byte(monthEnd) == UInt8(ascii: "/"),
      let (day, dayEnd) = digits(monthEnd + 1, 2), (1...31).contains(day), !isAlphanumeric(bytes.byte(dayEnd)), bytes.byte(dayEnd) != UInt8(ascii: "/")
    {
      return dated(start, end: dayEnd, nil, month, day)
    }
    return nil
  }

  private func modifiedWeekday(_ start: Int, _ offset: Int, _ weekday: Int) -> PartialDate? {
    guard reference.date?.day != nil, let today = reference.date?.dayNumber else { return nil }
    let current = CalendarReference.weekday(of: today)
    let isNearest = bytes.end(ofAny: ["coming", "upcoming", "this upcoming", "this coming"], at: start) != nil
    if isNearest {
      let ahead = (weekday - current + 7) % 7
      return PartialDate(dayNumber: today + (ahead == 0 ? 7 : ahead))
    }
    if bytes.has("past", at: start) { return PartialDate(dayNumber: today - ((current - weekday + 6) % 7 + 1)) }
    return reference.monday(offset).map { PartialDate(dayNumber: $0 + weekday - 1) }
  }

  private func holiday(_ start: Int, _ month: Int, _ day: Int, _ end: Int) -> DateReading {
    if let (year, yearEnd, _) = ofYear(end) {
      let date = PartialDate(year: year, month: month, day: day)
      return DateReading(start: start, end: yearEnd, date: date, timex: date.description)
    }
    let date = PartialDate(year: nil, month: month, day: day)
    return DateReading(start: start, end: end, date: reference.nearest(date), timex: date.description)
  }

  /// A holiday that falls on a weekday of a month: of a year told, else the nearest one.
  private func floating(_ start: Int, _ rule: EnglishDates.FloatingHoliday, _ end: Int) -> DateReading? {
    if let (year, yearEnd, _) = ofYear(end) {
      let date = rule.date(in: year)
      return DateReading(start: start, end: yearEnd, date: date, timex: date?.description)
    }
    guard let year = reference.nearest(PartialDate(year: nil, month: rule.month)).year, let date = rule.date(in: year) else {
      return DateReading(start: start, end: end, date: nil, timex: unknownDay)
    }
    return DateReading(start: start, end: end, date: date, timex: date.description)
  }

  /// Easter of a year told, else the nearest one.
  private func easter(_ start: Int, _ offset: Int, _ end: Int, direction: Int = 0) -> DateReading? {
    if let (year, yearEnd, _) = ofYear(end) {
      let date = Self.easter(year, offset)
      return DateReading(start: start, end: yearEnd, date: date, timex: date?.description)
    }
    guard let year = reference.year, let today = reference.date?.dayNumber else { return nil }
    let candidates = ((year - 1)...(year + 1)).compactMap { Self.easter($0, offset) }
    func distance(_ date: PartialDate) -> Int { (date.dayNumber ?? 0) - today }
    let chosen =
      direction < 0 ? candidates.last { distance($0) < 0 }
      : direction > 0 ? candidates.first { distance($0) > 0 } : candidates.min { abs(distance($0)) < abs(distance($1)) }
    let timex = direction == 0 ? chosen.map { "XXXX-\(padded($0.month ?? 0))-\(padded($0.day ?? 0))" } : chosen?.description
    return DateReading(start: start, end: end, date: chosen, timex: timex)
  }

  /// The anonymous Gregorian algorithm (Meeus/Jones/Butcher).
  private static func easter(_ year: Int, _ offset: Int) -> PartialDate? {
    let a = year % 19, b = year / 100, c = year % 100
    let d = b / 4, e = b % 4, g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let m = (a + 11 * h) / 319
    let r = (2 * e + 2 * (c / 4) - c % 4 - h + m + 32) % 7
    let month = (h - m + r + 90) / 25
    let day = (h - m + r + month + 19) % 32
    return PartialDate(year: year, month: month, day: day).dayNumber.map { PartialDate(dayNumber: $0 + offset) }
  }

  /// `the 27th`, `the 15th day of next month`, `the first friday of july`.
  private func afterThe(_ start: Int, _ end: Int) -> DateReading? {
    let place = bytes.afterSpaces(end, limit: 1)
    guard place > end, let (day, dayEnd, isOrdinal) = day(place) else { return nil }
    if isOrdinal, let nth = nthWeekday(start, day, dayEnd) { return nth }
    if isOrdinal, let reading = dayFirst(place), isOrdinal {
      let isRelative = reading.timex?.hasPrefix("XXXX") == false && bytes.has("month", endingAt: reading.end)
      return DateReading(start: isRelative ? start : place, end: reading.end, date: reading.date, timex: reading.timex)
    }
    guard follows(["on", "for", "by", "until", "till"], start), isOrdinal || day > 12 else { return nil }
    guard isPunctuated(dayEnd) else { return nil }
    return DateReading(start: start, end: dayEnd, date: reference.nearest(day: day), timex: "XXXX-XX-" + padded(day))
  }

  private func nthWeekday(_ start: Int, _ count: Int, _ end: Int) -> DateReading? {
    guard (1...5).contains(count), let (weekday, weekdayEnd) = weekday(bytes.afterSpaces(end, limit: 1)) else { return nil }
    var next = bytes.afterSpaces(weekdayEnd, limit: 1)
    guard let link = bytes.end(ofAny: ["of ", "in "], at: next) else { return nil }
    next = link
    guard let (word, wordEnd) = grammar.word(bytes, next) else { return nil }
    var finish = wordEnd
    let month: Int
    switch word {
    case .month(let value): month = value
    case .modifier(let offset):
      guard let unit = bytes.end(ofAny: [" month"], at: wordEnd) else { return nil }
      guard let value = reference.month(offset)?.month else { return DateReading(start: start, end: unit, date: nil, timex: unknownDay) }
      (month, finish) = (value, unit)
    default: return nil
    }
    return DateReading(
      start: start, end: finish, date: nth(count, weekday, year: reference.year, month: month),
      timex: "XXXX-\(padded(month))-WXX-\(weekday)-#\(count)")
  }

  private func nth(_ count: Int, _ weekday: Int, year: Int?, month: Int?) -> PartialDate? {
    guard let year, let month else { return nil }
    return CalendarReference.nth(count, weekday, year: year, month: month)
  }

  private func isPunctuated(_ end: Int) -> Bool {
    let after = bytes.afterSpaces(end)
    let next = bytes.byte(after)
    return after >= bytes.count || next == UInt8(ascii: ".") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: ",")
  }

  /// Whether one of the words stands just before.
  private func follows(_ words: [StaticString], _ start: Int) -> Bool {
    let end = bytes.beforeSpaces(start, limit: 1)
    guard end < start || bytes.byte(start - 1) == UInt8(ascii: "-") else { return false }
    for word in words where bytes.has(word, endingAt: end) && !isLetter(bytes.byte(end - word.utf8CodeUnitCount - 1)) { return true }
    return false
  }
}
