import Facts

/// Dates in digits: `2025-11-03`, `2016/04/21`, `02/22/2016`, `13.5.2015`, `4/22`.
///
/// The month goes first where both readings hold, except in Chinese; a part above twelve decides.
struct NumericDates: Sendable {
  func read(_ bytes: [UInt8], at start: Int, reference: CalendarReference, language: ArticleLanguage) -> DateReading? {
    guard let first = part(bytes, start), first.digits == 4 || first.digits <= 2 else { return nil }
    let separator = bytes.byte(first.end)
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") || separator == UInt8(ascii: " ") else {
      return nil
    }
    if first.digits == 4, let named = namedMonth(bytes, start, first, separator) { return named }
    guard let second = part(bytes, first.end + 1), second.digits <= 2 else { return nil }
    let link = bytes.byte(second.end)
    if link == separator || link == UInt8(ascii: ","), separator != UInt8(ascii: " ") || first.digits == 4, let third = part(bytes, second.end + 1) {
      guard isEnd(bytes, third.end, separator) else { return nil }
      return full(start, first, second, third, separator, link, reference, language)
    }
    // 7-6 金曜日, 7.6(金): the weekday tells that it is a date.
    if separator != UInt8(ascii: " "), first.digits <= 2, (1...12).contains(first.value), (1...31).contains(second.value), let end = weekdayEnd(bytes, second.end) {
      let date = PartialDate(year: nil, month: first.value, day: second.value)
      return DateReading(start: start, end: end, date: reference.nearest(date), timex: date.description)
    }
    guard separator == UInt8(ascii: "/"), first.digits <= 2, isEnd(bytes, second.end, separator), link != UInt8(ascii: ".") || !isDigit(bytes.byte(second.end + 1)),
      !bytes.has("%", at: second.end)
    else { return nil }
    return monthAndDay(start, first, second, reference)
  }

  /// Where a Japanese weekday behind a date in digits ends: ` 金曜日`, `(金)`.
  private func weekdayEnd(_ bytes: [UInt8], _ end: Int) -> Int? {
    let days: [StaticString] = ["月", "火", "水", "木", "金", "土", "日"]
    if bytes.byte(end) == UInt8(ascii: "("), let after = bytes.end(ofAny: days, at: end + 1), bytes.byte(after) == UInt8(ascii: ")") { return after + 1 }
    guard let after = bytes.end(ofAny: days, at: bytes.afterSpaces(end, limit: 1)), bytes.has("曜", at: after) else { return nil }
    return bytes.has("曜日", at: after) ? after + 6 : after + 3
  }

  /// `2019/sep/01`.
  private func namedMonth(_ bytes: [UInt8], _ start: Int, _ year: Part, _ separator: UInt8) -> DateReading? {
    let names: [StaticString] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard separator != UInt8(ascii: " "), isLetter(bytes.byte(year.end + 1)),
      let month = names.firstIndex(where: { bytes.has($0, at: year.end + 1) }), bytes.byte(year.end + 4) == separator,
      let number = part(bytes, year.end + 5), number.digits <= 2, isEnd(bytes, number.end, separator)
    else { return nil }
    return day(start, number.end, year.value, month + 1, number.value)
  }

  private struct Part {
    let value: Int
    let digits: Int
    let end: Int
  }

  private func part(_ bytes: [UInt8], _ start: Int) -> Part? {
    var end = start
    var value = 0
    while isDigit(bytes.byte(end)), end - start < 5 {
      value = value * 10 + Int(bytes[end] & 15)
      end += 1
    }
    return end > start && end - start < 5 ? Part(value: value, digits: end - start, end: end) : nil
  }

  private func isEnd(_ bytes: [UInt8], _ end: Int, _ separator: UInt8) -> Bool {
    let next = bytes.byte(end)
    if isDigit(next) { return false }
    if isLetter(next) { return next == UInt8(ascii: "t") && isDigit(bytes.byte(end + 1)) }
    if next == separator, separator != UInt8(ascii: " "), isAlphanumeric(bytes.byte(end + 1)) { return false }
    return true
  }

  private func full(
    _ start: Int, _ first: Part, _ second: Part, _ third: Part, _ separator: UInt8, _ link: UInt8, _ reference: CalendarReference,
    _ language: ArticleLanguage
  ) -> DateReading? {
    if first.digits == 4 {
      guard third.digits <= 2, link == separator, separator != UInt8(ascii: " ") || (second.digits == 2 && third.digits == 2) else { return nil }
      return day(start, third.end, first.value, second.value, third.value)
    }
    guard third.digits == 4 || (third.digits == 2 && separator != UInt8(ascii: ".")) else { return nil }
    let dayFirst = separator == UInt8(ascii: ".") || language == .zh
    if third.digits == 2, language == .ja, first.digits == 2, second.digits == 2, first.value > 12 || (first.value > 12 && third.value <= 31) {
      // 21/04/16 is written year first in Japanese.
      if let reading = day(start, third.end, 2000 + first.value, second.value, third.value) { return reading }
    }
    let year = third.digits == 4 ? third.value : third.value < 50 ? 2000 + third.value : 1900 + third.value
    let order = dayFirst ? [(second.value, first.value), (first.value, second.value)] : [(first.value, second.value), (second.value, first.value)]
    for (month, number) in order {
      if var reading = day(start, third.end, year, month, number) {
        // 30 to 69 may be of either century.
        if third.digits == 2, (30...69).contains(third.value) { reading.timex = "XX\(third.value)-\(padded(month))-\(padded(number))" }
        return reading
      }
    }
    return nil
  }

  private func day(_ start: Int, _ end: Int, _ year: Int, _ month: Int, _ number: Int) -> DateReading? {
    guard (1...12).contains(month), number >= 1, number <= PartialDate.days(inMonth: month, of: year), (1000...2999).contains(year) else { return nil }
    let date = PartialDate(year: year, month: month, day: number)
    return DateReading(start: start, end: end, date: date, timex: date.description)
  }

  /// `4/22`; small proper fractions (1/2, 2/3) and 24/7 are none.
  private func monthAndDay(_ start: Int, _ first: Part, _ second: Part, _ reference: CalendarReference) -> DateReading? {
    let isSwapped = first.value > 12
    let (month, number) = isSwapped ? (second.value, first.value) : (first.value, second.value)
    guard (1...12).contains(month), (1...31).contains(number), !(first.value == 24 && second.value == 7) else { return nil }
    if first.digits == 1, second.digits == 1, first.value < second.value { return nil }
    // Marks: 5/5, 9/10.
    if first.value == second.value || (second.value == 10 && first.value < 10) { return nil }
    let date = PartialDate(year: nil, month: month, day: number)
    return DateReading(start: start, end: second.end, date: reference.nearest(date), timex: date.description)
  }
}
