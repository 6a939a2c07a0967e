import Facts

/// The units that AI deals are told in, and what they are in base units: `GW` is 10⁹ watt, `基` counts.
struct MeasureTable: Sendable {
  struct Unit: Sendable {
    let base: String
    /// Power of ten to the base unit.
    let power: Int
    let isLatin: Bool
  }

  let units: WordTable<Unit>

  private static let rows: [(base: String, power: Int, words: String)] = [
    ("watt", 0, "w|watt|watts|ワット|瓦"),
    ("watt", 3, "kw|kilowatt|kilowatts|キロワット|千瓦"),
    ("watt", 6, "mw|megawatt|megawatts|メガワット|兆瓦"),
    ("watt", 9, "gw|gigawatt|gigawatts|ギガワット|吉瓦"),
    ("watt", 12, "tw|terawatt|terawatts|テラワット|太瓦"),
    ("watt_hour", 3, "kwh|キロワット時|千瓦时|千瓦時"),
    ("watt_hour", 6, "mwh|メガワット時|兆瓦时"),
    ("watt_hour", 9, "gwh|ギガワット時|吉瓦时"),
    ("watt_hour", 12, "twh|テラワット時|太瓦时"),
    ("parameter", 0, "パラメータ|パラメーター|parameters|个参数|参数|個參數|參數"),
    ("token", 0, "トークン|tokens|个token|token|词元"),
    ("share", 0, "株|shares|股"),
    ("user", 0, "users|ユーザー|ユーザ|用户|用戶"),
    ("square_metre", 0, "平方メートル|平米|m2|平方米|square meters|square metres"),
    ("metre", 0, "メートル|米"),
    ("metre", 3, "キロメートル|km|公里"),
    ("times", 0, "倍|times"),
    (
      "count", 0,
      "基|個|人|名|社|件|台|枚|カ国|か国|ヶ国|ヵ国|箇所|カ所|か所|ヶ所|ヵ所|本|棟|拠点|店舗|種類|種|機|組|回|つ|项|个|家|名|张|块|枚|颗|台|套|款|座|位|次|人|gpus|chips|employees|people|companies|customers|developers|engineers|workers|jobs|countries|models|data centers|data centres"
    ),
  ]

  init() {
    var words: [(String, Unit)] = []
    for row in Self.rows {
      for word in row.words.split(separator: "|") {
        words.append(
          (String(word), Unit(base: row.base, power: row.power, isLatin: word.utf8.last.map(isLetter) ?? false)))
      }
    }
    units = WordTable(words)
  }
}
