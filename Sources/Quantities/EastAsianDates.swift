import Facts

/// Dates of Japanese and Chinese: `2025年11月3日`, `昨年11月`, `令和7年`, `今週の日曜日`, `2026年度`, `第3四半期`, `去年12月`.
struct EastAsianDates: Sendable {
  enum Word: Sendable {
    /// The year before its first.
    case era(Int)
    case year(Int)
    case fiscalYear(Int)
    case month(Int)
    case week(Int)
    case day(Int)
    case weekday(Int)
    /// First month of a season, and the year's distance; `nil` belongs to a year told before.
    case season(Int, Int)
    case lunar
    /// A name that only begins like a date: 今日头条, 明日之后.
    case name
    case lastDay
  }

  let words: WordTable<Word>
  private let weekdays: WordTable<Int>

  init() {
    var rows: [(String, Word)] = []
    func add(_ forms: String, _ word: Word) {
      for form in forms.split(separator: "|") { rows.append((String(form), word)) }
    }
    add("令和", .era(2018)); add("平成", .era(1988)); add("昭和", .era(1925)); add("大正", .era(1911)); add("明治", .era(1867))
    add("寛政", .era(1788)); add("雍正", .era(1722))
    add("昨年|去年|前年", .year(-1)); add("今年|本年|ことし", .year(0)); add("来年|翌年|明年|來年", .year(1)); add("一昨年|おととし|前々年", .year(-2)); add("再来年|后年", .year(2))
    add("昨年度|前年度", .fiscalYear(-1)); add("今年度|本年度|当年度", .fiscalYear(0)); add("来年度|翌年度", .fiscalYear(1))
    add("先月|前月|上月|上个月|上個月", .month(-1)); add("今月|本月|当月|这个月|這個月", .month(0)); add("来月|翌月|下月|下个月|下個月|次の月", .month(1)); add("先々月", .month(-2)); add("再来月", .month(2))
    add("先週|前週|上周|上星期|上礼拜|上週|上个星期|上個星期", .week(-1)); add("今週|本周|这周|这星期|本週|这个星期|這個星期", .week(0))
    add("下一个|下一個", .week(1)); add("上一个|上一個|最后一个|最後一個", .week(-1))
    add("来週|翌週|下周|下星期|下礼拜|下週|下个星期|次の週|次の", .week(1)); add("先々週|上上周|上上週|上上個|上上个", .week(-2)); add("再来週|下下周", .week(2))
    add("昨日|昨天|きのう|さくじつ|前日", .day(-1)); add("今日|本日|今天|きょう", .day(0)); add("明日|明天|あした|あす|翌日|次の日|明くる日", .day(1))
    add("一昨日|おととい|いっさくじつ|前天", .day(-2)); add("明後日|あさって|后天|後天", .day(2)); add("明々後日|しあさって|大后天|大後天", .day(3))
    add("大前天", .day(-3)); add("弥明後日|やのあさって", .day(4))
    for (index, kanji) in ["月", "火", "水", "木", "金", "土", "日"].enumerated() {
      add("\(kanji)曜日|\(kanji)曜", .weekday(index + 1))
    }
    for (index, digit) in ["一", "二", "三", "四", "五", "六", "日"].enumerated() {
      add("周\(digit)|星期\(digit)|礼拜\(digit)|禮拜\(digit)|週\(digit)", .weekday(index + 1))
    }
    add("星期天|礼拜天|禮拜天", .weekday(7))
    for (year, prefix) in [(-1, "昨"), (0, "今"), (1, "来"), (1, "翌")] {
      for (season, month) in [("春", 3), ("夏", 6), ("秋", 9), ("冬", 12)] { add(prefix + season, .season(month, year)) }
    }
    add("旧暦の|旧暦|农历|農曆", .lunar)
    add("最後の日", .lastDay)
    add("今日头条|今日頭條|今日头條|明日之后|明日之後|明日方舟|今日俄罗斯|明日香|本日付|今日的な|年内外", .name)
    words = WordTable(rows)
    weekdays = WordTable(
      rows.compactMap { form, word in if case .weekday(let day) = word { (form, day) } else { nil } })
  }

  /// The date that begins at `start`, with a word of the calendar or a number.
  func read(_ bytes: [UInt8], at start: Int, numerals: NumeralReader, reference: CalendarReference, chinese: Bool) -> DateReading? {
    var parse = EastAsianDateParse(
      bytes: bytes, start: start, grammar: self, numerals: numerals, reference: reference, chinese: chinese)
    return parse.run()
  }

  /// `第3の火曜日`, `第3火曜日`: a weekday of the month of publication.
  func nthWeekday(_ bytes: [UInt8], at start: Int, numerals: NumeralReader, reference: CalendarReference) -> DateReading? {
    var parse = EastAsianDateParse(
      bytes: bytes, start: start, grammar: self, numerals: numerals, reference: reference, chinese: false)
    return parse.nthWeekdayOfThisMonth()
  }

  func weekday(_ bytes: [UInt8], at place: Int) -> (payload: Int, end: Int)? { weekdays.match(bytes, at: place) }
}
