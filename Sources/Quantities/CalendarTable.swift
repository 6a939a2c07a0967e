import Facts

/// The words of the calendar: units of time, relative years and months, month and weekday names.
struct CalendarTable: Sendable {
  enum UnitKind: Sendable { case year, quarter, month, week, day, hour, minute, second, century }

  struct DurationUnit: Sendable {
    let kind: UnitKind
    let isLatin: Bool
  }

  /// A word that names a period by its distance from the day of publication.
  enum Relative: Sendable {
    case year(Int, fiscal: Bool)
    case month(Int)
    case day(Int)
    case week(Int)
    case season(Int, firstMonth: Int)
  }

  let durations: WordTable<DurationUnit>
  let relatives: WordTable<Relative>
  let months: WordTable<Int>

  init() {
    let rows: [(UnitKind, String)] = [
      (.year, "年間|カ年|か年|ヵ年|ヶ年|年|years|year|个年头"),
      (.quarter, "四半期|quarters|quarter|个季度"),
      (.month, "カ月間|カ月|か月間|か月|ヵ月間|ヵ月|ヶ月間|ヶ月|ケ月|箇月|个月|個月|months|month|mos"),
      (.week, "週間|周|週|weeks|week|个星期|个礼拜"),
      (.day, "日間|days|day|天"),
      (.hour, "時間|hours|hour|个小时|小时"),
      (.minute, "分間|分钟|minutes|minute"),
      (.second, "秒間|秒|seconds"),
      (.century, "世紀|世纪|centuries"),
    ]
    durations = WordTable(
      rows.flatMap { row in
        row.1.split(separator: "|").map {
          (String($0), DurationUnit(kind: row.0, isLatin: $0.utf8.last.map(isLetter) ?? false))
        }
      })
    let relative: [(Relative, String)] = [
      (.year(-1, fiscal: false), "昨年|去年|前年|last year"), (.year(0, fiscal: false), "今年|本年|this year"),
      (.year(1, fiscal: false), "来年|翌年|明年|next year"), (.year(-2, fiscal: false), "一昨年|おととし"),
      (.year(-1, fiscal: true), "昨年度|前年度"), (.year(0, fiscal: true), "今年度|本年度"), (.year(1, fiscal: true), "来年度|翌年度"),
      (.month(-1), "先月|上月|上个月|last month"), (.month(0), "今月|本月|this month"), (.month(1), "来月|下月|下个月|next month"),
      (.day(-1), "昨日|昨天|yesterday"), (.day(0), "本日|今日|今天|today"), (.day(1), "明日|明天|tomorrow"),
      (.week(-1), "先週|上周|last week"), (.week(0), "今週|本周|this week"), (.week(1), "来週|下周|next week"),
      (.season(0, firstMonth: 3), "今春"), (.season(0, firstMonth: 6), "今夏"), (.season(0, firstMonth: 9), "今秋"),
      (.season(1, firstMonth: 3), "来春"), (.season(1, firstMonth: 6), "来夏"), (.season(1, firstMonth: 9), "来秋"),
    ]
    relatives = WordTable(relative.flatMap { row in row.1.split(separator: "|").map { (String($0), row.0) } })
    let names = [
      "january|jan.", "february|feb.", "march|mar.", "april|apr.", "may", "june|jun.", "july|jul.", "august|aug.",
      "september|sept.|sep.", "october|oct.", "november|nov.", "december|dec.",
    ]
    months = WordTable(
      names.enumerated().flatMap { index, forms in forms.split(separator: "|").map { (String($0), index + 1) } })
  }
}
