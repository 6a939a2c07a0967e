import Facts

/// The units that AI deals are told in, and what they are in base units: `GW` is 10⁹ watt, `基` counts.
struct MeasureTable: Sendable {
  struct Unit: Sendable {
    let base: String
    /// Power of ten to the base unit.
    let power: Int
    let isLatin: Bool
    /// Scalars behind the word that make it the beginning of another: 人 before 工, 本 before 部.
    let cuts: [UInt32]

    func isCutBy(_ scalar: UInt32) -> Bool { cuts.contains(scalar) }
  }

  /// Counter → the characters that it must not be followed by.
  private static let cuts: [String: String] = [
    "人": "工間民材気物類称柄権员員口为们机", "本": "部社体当質格気日来年月位土作人领领身", "名": "前称古門目義刺护詞", "社": "会員長内説交区", "件": "費", 
    "枚": "挙", "機": "能械会関種動構器体材密", "組": "織合", "回": "線答転路復避収帰顧", "種": "族子", "家": "庭族電計具人賃主", "位": "置于", "次": "世第元年期", "株": "式価主高安券", "倍": "増率加",
    "米": "国軍欧紙中大英韓政議司", "股": "份东票市权東價价", "座": "談標", "项": "目", "張": "", "张": "", "块": "", "台": "湾", "基": "本盤準礎地幹金づ数板于础金因", "個": "人別性室体點百", "个": "人体性月别点百", "棟": "", "つ": "まなもいのぶけくか", "點": "", "套": "路餐", "款": "项式待", "颗": "粒",
  ]

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
          (
            String(word),
            Unit(
              base: row.base, power: row.power, isLatin: word.utf8.last.map { $0 < 0x80 } ?? false,
              cuts: Self.cuts[String(word), default: ""].unicodeScalars.map(\.value))
          ))
      }
    }
    units = WordTable(words)
  }
}
