import Facts

/// Reads a date as metadata spell it: `2025-11-04T09:00:00+09:00`, `2025/11/4`, `2025年11月4日`, `Tue, 04 Nov 2025 …`,
/// `November 4, 2025`, seconds or milliseconds since 1970. As exact as it is written; the day is the writer's own.
func parsedDate(_ text: String) -> PartialDate? {
  let bytes = Array(text.utf8.prefix(64)).drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
  guard !bytes.isEmpty else { return nil }
  var numbers: [(value: Int, digits: Int)] = []
  var month: Int?
  var index = bytes.startIndex
  var leadingNumber: Int?
  while index < bytes.endIndex, numbers.count < 3 {
    if (0x30...0x39).contains(bytes[index]) {
      let start = index
      while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]), index - start < 15 { index += 1 }
      let value = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if start == bytes.startIndex, index == bytes.endIndex { leadingNumber = value }
      numbers.append((value, index - start))
      // A time of day begins: what follows is no date.
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "T") || bytes[index] == UInt8(ascii: ":") { break }
    } else if isASCIIAlphanumeric(bytes[index]) {
      let start = index
      while index < bytes.endIndex, isASCIIAlphanumeric(bytes[index]), !(0x30...0x39).contains(bytes[index]) { index += 1 }
      if month == nil { month = monthNumber(bytes[start..<index]) }
    } else {
      index += 1
    }
  }
  if let number = leadingNumber {
    if number > 1_000_000_000_000 { return plausible(PartialDate(dayNumber: number / 86_400_000)) }
    if number > 100_000_000 { return plausible(PartialDate(dayNumber: number / 86_400)) }
    if number > 19_000_000 { return date(number / 10_000, number / 100 % 100, number % 100) }
  }
  if let month {
    guard let year = numbers.first(where: { $0.digits == 4 })?.value else { return nil }
    return date(year, month, numbers.first { $0.digits <= 2 }?.value)
  }
  guard let first = numbers.first, first.digits == 4 || first.digits == 8 else {
    return nil
  }
  if first.digits == 8 { return date(first.value / 10_000, first.value / 100 % 100, first.value % 100) }
  return date(
    first.value, numbers.count > 1 && numbers[1].digits <= 2 ? numbers[1].value : nil,
    numbers.count > 2 && numbers[2].digits <= 2 ? numbers[2].value : nil)
}

/// A date of the Gregorian calendar between 1990 and 2050, the years of `dim_date`.
func date(_ year: Int, _ month: Int?, _ day: Int?) -> PartialDate? {
  guard (1990...2050).contains(year) else { return nil }
  guard let month else { return PartialDate(year: year) }
  guard (1...12).contains(month) else { return nil }
  guard let day else { return PartialDate(year: year, month: month) }
  guard day >= 1, day <= PartialDate.days(inMonth: month, of: year) else { return nil }
  return PartialDate(year: year, month: month, day: day)
}

private func plausible(_ date: PartialDate) -> PartialDate? {
  date.year.map { (1990...2050).contains($0) } == true ? date : nil
}

/// `Nov`, `Sept`, `november` → 11, 9, 11.
func monthNumber(_ word: ArraySlice<UInt8>) -> Int? {
  guard word.count >= 3, word.count <= 9 else { return nil }
  let lowered = String(decoding: word, as: UTF8.self).lowercased()
  let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]
  return months.firstIndex { $0 == lowered || $0.prefix(3) == lowered || (lowered == "sept" && $0 == "september") }.map { $0 + 1 }
}
