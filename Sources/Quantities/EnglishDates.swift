import Facts

/// Dates in English: `November 3, 2025`, `3rd of July`, `next week Monday`, `late 2026`, `the third quarter of 2025`, `by 2030`.
struct EnglishDates: Sendable {
  enum Word: Sendable {
    case month(Int)
    case weekday(Int)
    /// today, tomorrow …
    case day(Int)
    /// next, last, this.
    case modifier(Int)
    case holiday(month: Int, day: Int)
    /// Days after Easter Sunday.
    case easter(Int)
    case floating(FloatingHoliday)
    case quarter(Int)
    case half(Int)
    case season(Int)
    /// early, late, mid, end of.
    case part
    case fiscal
    case the
    case on
    case `in`
  }

  /// A holiday that is the `count`-th weekday of a month (the last one where `count` is 5), or some days behind it.
  struct FloatingHoliday: Sendable {
    let month: Int
    let weekday: Int
    let count: Int
    var days = 0

    func date(in year: Int) -> PartialDate? {
      let base = CalendarReference.nth(count, weekday, year: year, month: month)
        ?? (count == 5 ? CalendarReference.nth(4, weekday, year: year, month: month) : nil)
      guard let number = base?.dayNumber else { return nil }
      return PartialDate(dayNumber: number + days)
    }
  }

  let words: WordTable<Word>
  let days: WordTable<Int>
  let yearWords: WordTable<Int>

  init() {
    var rows: [(String, Word)] = []
    func add(_ forms: String, _ word: Word) {
      for form in forms.split(separator: "|") { rows.append((String(form), word)) }
    }
    let months = [
      "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep",
      "october|oct", "november|nov", "december|dec",
    ]
    for (index, forms) in months.enumerated() { add(forms, .month(index + 1)) }
    let weekdays = [
      "monday|mon", "tuesday|tues|tue", "wednesday|wed|weds", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat", "sunday|sun",
    ]
    for (index, forms) in weekdays.enumerated() { add(forms, .weekday(index + 1)) }
    add("today", .day(0)); add("tomorrow|tmrw|tmr", .day(1)); add("yesterday", .day(-1))
    add("the day after tomorrow|day after tomorrow|the day after tmrw|day after tmrw|day after tmr", .day(2))
    add("the day before yesterday|day before yesterday", .day(-2))
    add("the next day|next day|the following day|the day after", .day(1)); add("the previous day|past day|the last day|last day|the day before", .day(-1)); add("this day", .day(0))
    add("next|following|coming|upcoming|this upcoming|this coming|the following|the next", .modifier(1)); add("last|previous|past|the previous|the last", .modifier(-1)); add("this", .modifier(0))
    add("christmas eve", .holiday(month: 12, day: 24)); add("christmas day|christmas|xmas", .holiday(month: 12, day: 25))
    add("new year's day|new year day", .holiday(month: 1, day: 1)); add("new year's eve", .holiday(month: 12, day: 31))
    add("independence day", .holiday(month: 7, day: 4)); add("juneteenth|freedom day|jubilee day", .holiday(month: 6, day: 19))
    add("international workers' day|labour day", .holiday(month: 5, day: 1)); add("saint patrick|st patrick's day|saint patrick's day", .holiday(month: 3, day: 17))
    add("halloween", .holiday(month: 10, day: 31)); add("valentine's day", .holiday(month: 2, day: 14))
    add("easter sunday|easter", .easter(0)); add("easter monday", .easter(1)); add("good friday", .easter(-2))
    add("thanksgiving day|thanksgiving", .floating(FloatingHoliday(month: 11, weekday: 4, count: 4)))
    add("black friday", .floating(FloatingHoliday(month: 11, weekday: 4, count: 4, days: 1)))
    add("cyber monday", .floating(FloatingHoliday(month: 11, weekday: 4, count: 4, days: 4)))
    add("martin luther king day|mlk day", .floating(FloatingHoliday(month: 1, weekday: 1, count: 3)))
    add("presidents' day|presidents day", .floating(FloatingHoliday(month: 2, weekday: 1, count: 3)))
    add("mother's day|mothers day", .floating(FloatingHoliday(month: 5, weekday: 7, count: 2)))
    add("memorial day", .floating(FloatingHoliday(month: 5, weekday: 1, count: 5)))
    add("father's day|fathers day", .floating(FloatingHoliday(month: 6, weekday: 7, count: 3)))
    add("labor day", .floating(FloatingHoliday(month: 9, weekday: 1, count: 1)))
    add("columbus day", .floating(FloatingHoliday(month: 10, weekday: 1, count: 2)))
    for (index, name) in ["first", "second", "third", "fourth"].enumerated() { add("\(name) quarter|\(name)-quarter", .quarter(index + 1)) }
    for quarter in 1...4 { add("q\(quarter)", .quarter(quarter)) }
    add("first half|first-half|h1", .half(1)); add("second half|second-half|h2", .half(2))
    add("spring", .season(3)); add("summer", .season(6)); add("autumn|fall", .season(9)); add("winter", .season(12))
    add("early|late|mid|the end of|end of|the beginning of|the start of|year-end|the middle of|later in|earlier in|early in|late in", .part)
    add("fiscal year|fiscal|fy", .fiscal)
    add("the", .the); add("on", .on); add("in", .in)
    words = WordTable(rows)

    var dayRows: [(String, Int)] = []
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ]
    let cardinals = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
      "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for index in 0..<19 {
      dayRows += [(ordinals[index], index + 1), (cardinals[index], index + 1)]
    }
    for (ten, name, ordinal) in [(20, "twenty", "twentieth"), (30, "thirty", "thirtieth")] {
      dayRows += [(name, ten), (ordinal, ten)]
      for index in 0..<(ten == 20 ? 9 : 1) {
        for link in [" ", "-"] {
          dayRows += [(name + link + ordinals[index], ten + index + 1), (name + link + cardinals[index], ten + index + 1)]
        }
      }
    }
    days = WordTable(dayRows)

    var yearRows: [(String, Int)] = []
    for (number, name) in cardinals.enumerated() { yearRows.append((name, number + 1)) }
    for (index, name) in ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated() {
      yearRows.append((name, (index + 2) * 10))
      for unit in 0..<9 { for link in [" ", "-"] { yearRows.append((name + link + cardinals[unit], (index + 2) * 10 + unit + 1)) } }
    }
    for unit in 0..<9 { for zero in ["zero ", "oh "] { yearRows.append((zero + cardinals[unit], unit + 1)) } }
    yearWords = WordTable(yearRows)
  }

  func word(_ bytes: [UInt8], _ place: Int) -> (word: Word, end: Int)? {
    guard isLetter(bytes.byte(place)),
      let found = words.match(bytes, at: place, where: { !isLetter(bytes.byte($0)) })
    else { return nil }
    return (found.payload, found.end)
  }

  func read(_ bytes: [UInt8], at start: Int, reference: CalendarReference) -> DateReading? {
    EnglishDateParse(bytes: bytes, grammar: self, reference: reference).read(start)
  }

  /// A date that begins with digits or a day in words: `3 November`, `4th of July`, `16. Nov. 2016`.
  func readDay(_ bytes: [UInt8], at start: Int, reference: CalendarReference) -> DateReading? {
    EnglishDateParse(bytes: bytes, grammar: self, reference: reference).dayFirst(start)
  }
}
