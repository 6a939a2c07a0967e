import Facts

/// Units of time and how durations are put together of them: `1年3か月`, `3年半`, `two and a half hours`.
struct DurationTable: Sendable {
  enum Unit: Int, Sendable {
    case year, quarter, month, week, day, businessDay, hour, minute, second

    /// Months or seconds of one unit.
    var months: Int? {
      switch self {
      case .year: 12
      case .quarter: 3
      case .month: 1
      default: nil
      }
    }
  }

  struct Entry: Sendable {
    let unit: Unit
    /// How many of the unit one of the word is: a decade is ten years.
    let factor: Int
    /// The word means a duration by itself behind a number; others (年, 日, 分) may be dates or shares.
    let isCertain: Bool
  }

  let units: WordTable<Entry>

  init() {
    let rows: [(Unit, Int, Bool, String)] = [
      (.year, 1, true, "年間|カ年|か年|ヵ年|ヶ年|个年头|年连续"),
      (.year, 1, false, "年|years|year|yrs|yr|-year|年期"),
      (.year, 10, true, "decades|decade"), (.year, 100, true, "世紀|世纪|个世纪|個世紀|centuries|century"),
      (.quarter, 1, true, "四半期|quarters|个季度|個季度"),
      (
        .month, 1, true,
        "カ月間|カ月|か月間|か月|ヵ月間|ヵ月|ヶ月間|ヶ月|ケ月間|ケ月|箇月|个月|個月|个多月|月間|months|month|mos"
      ),
      (.month, 1, false, "月"),
      (.week, 1, true, "週間|週|周|星期|个星期|個星期|个礼拜|個禮拜|礼拜|weeks|week|wks|wk|w"),
      (.day, 1, true, "日間|天|泊|days|day"), (.day, 1, false, "日"), (.day, 14, true, "fortnights|fortnight"),
      (.businessDay, 1, true, "営業日|business days|business day|个工作日"),
      (.hour, 1, true, "時間|小时|小時|个小时|個小時|个钟头|個鐘頭|个钟|個鐘|钟头|hours|hour|hrs|hr|h"), (.hour, 1, false, "时|時"),
      (.minute, 1, true, "分間|分钟|分鐘|minutes|minute|mins|min"), (.minute, 1, false, "分"),
      (.minute, 15, true, "刻钟|刻鐘"),
      (.second, 1, true, "秒間|秒钟|秒鐘|秒|seconds|second|secs|sec"),
    ]
    units = WordTable(
      rows.flatMap { row in
        row.3.split(separator: "|").map { (String($0), Entry(unit: row.0, factor: row.1, isCertain: row.2)) }
      })
  }
}

/// A duration as it adds up: years, months, weeks, days, hours, minutes, seconds.
struct DurationSum {
  private var amounts = [ExactDecimal?](repeating: nil, count: 9)

  mutating func add(_ value: ExactDecimal, _ entry: DurationTable.Entry) {
    let scaled = value.multiplied(by: ExactDecimal(entry.factor)) ?? value
    let index = entry.unit.rawValue
    amounts[index] = (amounts[index] ?? .zero).adding(scaled) ?? scaled
  }

  func amount(_ unit: DurationTable.Unit) -> ExactDecimal? { amounts[unit.rawValue] }

  /// Whole months, where nothing else takes part.
  var months: Int? { exactMonths?.integer }

  /// Months with their fraction (one and a half), where nothing shorter takes part.
  var exactMonths: ExactDecimal? {
    var sum = ExactDecimal.zero
    for (index, amount) in amounts.enumerated() {
      guard let amount else { continue }
      guard let factor = DurationTable.Unit(rawValue: index)?.months, let part = amount.multiplied(by: ExactDecimal(factor)),
        let next = sum.adding(part)
      else { return nil }
      sum = next
    }
    return sum.isZero ? nil : sum
  }

  var seconds: ExactDecimal? {
    let factors: [DurationTable.Unit: Int] = [.week: 604_800, .day: 86_400, .hour: 3600, .minute: 60, .second: 1]
    var sum = ExactDecimal.zero
    for (index, amount) in amounts.enumerated() {
      guard let amount else { continue }
      guard let unit = DurationTable.Unit(rawValue: index), let factor = factors[unit],
        let part = amount.multiplied(by: ExactDecimal(factor)), let next = sum.adding(part)
      else { return nil }
      sum = next
    }
    return sum
  }

  /// TIMEX3: `P1Y3M`, `PT90M`.
  var timex: String {
    var day = "P"
    var time = ""
    func add(_ unit: DurationTable.Unit, _ letter: String, to text: inout String) {
      if let amount = amounts[unit.rawValue] { text += "\(amount)\(letter)" }
    }
    add(.year, "Y", to: &day)
    if let quarters = amount(.quarter), let months = quarters.multiplied(by: ExactDecimal(3)) {
      day += "\((amount(.month) ?? .zero).adding(months) ?? months)M"
    } else {
      add(.month, "M", to: &day)
    }
    add(.week, "W", to: &day)
    add(.day, "D", to: &day)
    add(.businessDay, "BD", to: &day)
    add(.hour, "H", to: &time)
    add(.minute, "M", to: &time)
    add(.second, "S", to: &time)
    return time.isEmpty ? day : day + "T" + time
  }
}
