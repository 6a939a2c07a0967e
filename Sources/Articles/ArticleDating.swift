import Facts

extension Article {
  /// Dates an article that its metadata leave undated: by a date in its address (`/2025/11/04/`), else by a dateline in
  /// the first or last lines of its text (`公開日：2025年11月4日`, a line that is a date and nothing else). Never by a
  /// file's time stamp, never by a date that the text merely tells of.
  mutating func dateByAddressOrText() {
    if let address = canonical, let date = addressDate(address) {
      (publishedOn, publishedFrom) = (date, "url")
    } else if let date = textDate() {
      (publishedOn, publishedFrom) = (date, "text")
    }
  }

  private func textDate() -> PartialDate? {
    let bytes = Array(text.utf8)
    let edges = blocks.count <= 20 ? Array(blocks) : Array(blocks.prefix(12) + blocks.suffix(4))
    for block in edges where block.span.count <= 120 {
      let line = Array(bytes[block.span.range])
      if let date = labelledDate(line) { return date }
    }
    for block in blocks.prefix(6) where block.span.count <= 60 {
      if let date = loneDate(Array(bytes[block.span.range])) { return date }
    }
    return nil
  }
}

/// The date in an address: `/2025/11/04/`, `/2025/11/`, `/20251104`, `-2025-11-04`.
func addressDate(_ address: String) -> PartialDate? {
  let bytes = Array(address.utf8)
  guard isWebAddress(bytes), let path = bytes.dropFirst(8).firstIndex(of: UInt8(ascii: "/")) else { return nil }
  var index = path
  var month: PartialDate?
  while index < bytes.count {
    guard (0x30...0x39).contains(bytes[index]), !(0x30...0x39).contains(bytes[index - 1]) else {
      index += 1
      continue
    }
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    let digits = bytes[start..<index]
    let value = digits.prefix(8).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if digits.count == 8, let found = date(value / 10_000, value / 100 % 100, value % 100) { return found }
    guard digits.count == 4, (1995...2050).contains(value), index + 2 < bytes.count,
      [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(bytes[index])
    else { continue }
    let mark = bytes[index]
    let parts = bytes[(index + 1)...].split(separator: mark, maxSplits: 2, omittingEmptySubsequences: false)
    func number(_ part: ArraySlice<UInt8>?) -> Int? {
      guard let part else { return nil }
      let run = part.prefix { (0x30...0x39).contains($0) }
      return (1...2).contains(run.count) ? run.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    if let found = number(parts.first).flatMap({ date(value, $0, nil) }) {
      if let day = number(parts.dropFirst().first), let exact = date(value, found.month, day) { return exact }
      if mark == UInt8(ascii: "/") { month = month ?? found }
    }
  }
  return month
}

/// A date behind a word that says what it is the date of: `公開日：2025-11-04`, `Published: Nov 4, 2025`, `发布时间 2025年…`.
func labelledDate(_ line: [UInt8]) -> PartialDate? {
  let lowered = String(decoding: line, as: UTF8.self).lowercased()
  let labels = [
    "公開日", "公開", "投稿日", "掲載日", "配信日", "発行日", "発表日", "日付", "日時", "最終更新", "更新日", "発売日", "published", "posted", "date", "发布时间",
    "发布日期", "发布于", "日期", "时间", "發布時間", "發佈", "日期", "発信日",
  ]
  guard let label = labels.first(where: { lowered.hasPrefix($0) }) else { return nil }
  let rest = Array(lowered.utf8.dropFirst(label.utf8.count))
  // Something that is not part of a word stands between label and date.
  guard let first = rest.first, first <= 0x40 || first == 0xEF || first == 0xE3 || label.utf8.first.map({ $0 >= 0x80 }) == true
  else { return nil }
  return dateIn(rest, within: 24)
}

/// A line that is a date, with a time of day or weekday at most: `2025年11月4日（火） 10:00`, `November 4, 2025`.
func loneDate(_ line: [UInt8]) -> PartialDate? {
  guard let found = dateIn(line, within: 4), found.precision == .day else { return nil }
  let rest = String(decoding: line, as: UTF8.self).unicodeScalars.filter { scalar in
    let isDigit = (0x30...0x39).contains(scalar.value)
    return !isDigit && !"年月日時分秒 　/-.:,()（）月火水木金土日曜周一二三四五六T+Z公開更新発表掲載配信".unicodeScalars.contains(scalar)
  }
  guard rest.allSatisfy({ $0.isASCII || $0 == "·" || $0 == "•" || $0 == "｜" }) else { return nil }
  // Months, weekdays, zones and what else stands beside a date; a name or two of other letters may be a zone as well.
  let words = String(decoding: line, as: UTF8.self).lowercased().split { !("a"..."z").contains($0) }
  let others = words.filter { !dateWords.contains($0) && monthNumber(ArraySlice(Array($0.utf8))) == nil }
  return others.reduce(0) { $0 + $1.utf8.count } <= 4 ? found : nil
}

private let dateWords: Set<Substring> = [
  "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  "am", "pm", "at", "on", "min", "mins", "minute", "minutes", "read", "reading", "time", "updated", "published", "posted",
  "st", "nd", "rd", "th",
]


/// The first date that begins within some bytes of the start, digits or a month's name first.
private func dateIn(_ bytes: [UInt8], within: Int) -> PartialDate? {
  var index = 0
  while index < min(bytes.count, within + 1) {
    if isASCIIAlphanumeric(bytes[index]) {
      let rest = bytes[index...]
      if rest.prefix(4).filter({ (0x30...0x39).contains($0) }).count == 4
        || monthNumber(rest.prefix { isASCIIAlphanumeric($0) }) != nil
        || (0x30...0x39).contains(bytes[index])
      {
        if let date = parsedDate(String(decoding: rest.prefix(40), as: UTF8.self)), date.month != nil { return date }
      }
      while index < bytes.count, isASCIIAlphanumeric(bytes[index]) { index += 1 }
    } else {
      index += 1
    }
  }
  return nil
}

/// The first date anywhere in a short text: `Posted by Aoba on November 4, 2025 at 9:00`.
func firstDate(_ text: [UInt8]) -> PartialDate? { dateIn(text, within: text.count) }
