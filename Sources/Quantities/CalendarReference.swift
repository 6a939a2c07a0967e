import Facts

/// The day that relative dates are reckoned from: the day of publication, never the clock.
///
/// Without it (or where it lacks the part that is needed) relative dates stay unresolved.
struct CalendarReference: Sendable {
  let date: PartialDate?

  var year: Int? { date?.year }

  /// The year a month ago, ahead …: `(year, month)` at a distance in months.
  func month(_ offset: Int) -> PartialDate? {
    guard let year = date?.year, let month = date?.month else { return nil }
    return Self.month(year, month + offset)
  }

  func day(_ offset: Int) -> PartialDate? {
    guard date?.day != nil, let number = date?.dayNumber else { return nil }
    return PartialDate(dayNumber: number + offset)
  }

  /// Monday of the week at a distance in weeks.
  func monday(_ offset: Int) -> Int? {
    guard date?.day != nil, let number = date?.dayNumber else { return nil }
    return Self.monday(of: number) + 7 * offset
  }

  /// The Japanese fiscal year begins in April.
  func fiscalYear(_ offset: Int) -> Int? {
    date?.year.map { (date?.month ?? 4) < 4 ? $0 - 1 + offset : $0 + offset }
  }

  /// A day that lies years, months and days away; a day that the month lacks becomes its last.
  func shifted(years: Int = 0, months: Int = 0, days: Int = 0, from start: PartialDate? = nil) -> PartialDate? {
    guard let base = start ?? date, let year = base.year, abs(years) < 3000, abs(months) < 36_000, abs(days) < 1_000_000 else { return nil }
    guard let month = base.month else {
      return months == 0 && days == 0 ? PartialDate(year: year + years) : nil
    }
    let moved = Self.month(year + years, month + months)
    guard let toYear = moved.year, let toMonth = moved.month else { return nil }
    guard let day = base.day else { return days == 0 ? moved : nil }
    let inMonth = PartialDate(
      year: toYear, month: toMonth, day: min(day, PartialDate.days(inMonth: toMonth, of: toYear)))
    guard days != 0 else { return inMonth }
    return inMonth.dayNumber.map { PartialDate(dayNumber: $0 + days) }
  }

  /// A date without its year takes the year that brings it nearest to the reference; the past counts as nearer, since news tell it.
  func nearest(_ date: PartialDate) -> PartialDate {
    guard date.year == nil, let month = date.month, let publishedOn = self.date, let year = publishedOn.year,
      let reference = PartialDate(year: year, month: publishedOn.month ?? 7, day: publishedOn.day ?? 1).dayNumber
    else { return date }
    var best = date
    var bestDistance = Int.max
    for candidate in (year - 1)...(year + 1) {
      if let day = date.day, day > PartialDate.days(inMonth: month, of: candidate) { continue }
      let dated = PartialDate(year: candidate, month: month, day: date.day)
      let offset = (dated.dayNumber ?? 0) - reference
      let distance = offset > 0 ? offset * 3 / 2 : -offset
      if distance < bestDistance { (best, bestDistance) = (dated, distance) }
    }
    return best
  }

  /// A day of the month alone: the last one up to a week after the reference.
  func nearest(day: Int) -> PartialDate? {
    guard let year = date?.year, let month = date?.month, let today = date?.day else { return nil }
    for back in 0...2 {
      let candidate = Self.month(year, month - back)
      guard let y = candidate.year, let m = candidate.month, day <= PartialDate.days(inMonth: m, of: y),
        back > 0 || day <= today + 7
      else { continue }
      return PartialDate(year: y, month: m, day: day)
    }
    return nil
  }

  /// A weekday alone (1 is Monday): the last one up to the reference.
  func nearest(weekday: Int) -> PartialDate? {
    guard date?.day != nil, let number = date?.dayNumber else { return nil }
    return PartialDate(dayNumber: number - (Self.weekday(of: number) - weekday + 7) % 7)
  }

  /// The `count`-th weekday behind the reference (before it where negative), the reference itself excluded.
  func weekday(_ weekday: Int, count: Int) -> PartialDate? {
    guard date?.day != nil, let number = date?.dayNumber, count != 0 else { return nil }
    let ahead = (weekday - Self.weekday(of: number) + 7) % 7
    if count > 0 { return PartialDate(dayNumber: number + (ahead == 0 ? 7 : ahead) + 7 * (count - 1)) }
    return PartialDate(dayNumber: number + (ahead == 0 ? -7 : ahead - 7) + 7 * (count + 1))
  }

  /// Days without Saturdays and Sundays; public holidays are not known here.
  func businessDay(_ count: Int) -> PartialDate? {
    guard date?.day != nil, var number = date?.dayNumber, abs(count) < 10_000 else { return nil }
    var left = abs(count)
    while left > 0 {
      number += count.signum()
      if Self.weekday(of: number) < 6 { left -= 1 }
    }
    return PartialDate(dayNumber: number)
  }

  /// The `count`-th weekday of a month; `nil` where the month has none.
  static func nth(_ count: Int, _ weekday: Int, year: Int, month: Int) -> PartialDate? {
    guard let first = PartialDate(year: year, month: month, day: 1).dayNumber else { return nil }
    let day = 1 + (weekday - Self.weekday(of: first) + 7) % 7 + 7 * (count - 1)
    return (1...PartialDate.days(inMonth: month, of: year)).contains(day) ? PartialDate(year: year, month: month, day: day) : nil
  }

  /// The day of the same week (Monday to Sunday) that is a weekday.
  static func weekday(_ weekday: Int, inWeekOf date: PartialDate) -> PartialDate? {
    date.dayNumber.map { PartialDate(dayNumber: monday(of: $0) + weekday - 1) }
  }

  static func month(_ year: Int, _ month: Int) -> PartialDate {
    let index = year * 12 + month - 1
    let floor = index >= 0 ? index / 12 : (index - 11) / 12
    return PartialDate(year: floor, month: index - floor * 12 + 1)
  }

  /// 1 is Monday.
  static func weekday(of dayNumber: Int) -> Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }
  static func monday(of dayNumber: Int) -> Int { dayNumber - weekday(of: dayNumber) + 1 }
}

/// A date as read: where it ends, what it means.
struct DateReading {
  var start: Int
  var end: Int
  var date: PartialDate?
  var dateEnd: PartialDate?
  var timex: String?
  var fiscal = false
  var limit: Quantity.Limit?

  init(start: Int, end: Int, date: PartialDate?, timex: String?, dateEnd: PartialDate? = nil, fiscal: Bool = false) {
    self.start = start
    self.end = end
    self.date = date
    self.dateEnd = dateEnd
    self.timex = timex
    self.fiscal = fiscal
  }
}

/// TIMEX3 of a day that nothing resolves: a relative day without a day of publication.
let unknownDay = "XXXX-XX-XX"

func padded(_ number: Int, _ width: Int = 2) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
