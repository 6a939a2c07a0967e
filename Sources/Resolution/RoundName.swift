/// A funding round's name in canonical form, so that `Series A`, `シリーズA` and `A轮` are one: `a`.
///
/// Numbered rounds (`第三轮`, `third round`) become `#3`; a numbered and a lettered name say nothing about each other.
enum RoundName {
  static func canonical(_ name: String) -> String? {
    var text = EntityName.folded(name)
    for word in ["funding", "round", "series", "シリーズ", "ラウンド", "第", "轮融资", "輪融資", "轮", "輪", "回", "-", " ", "の", "级", "級"] {
      text = text.replacing(word, with: "")
    }
    if text.isEmpty { return nil }
    if let number = ordinals[text] { return "#\(number)" }
    if let number = Int(text) { return "#\(number)" }
    return synonyms[text] ?? text
  }

  /// Whether two canonical names name different rounds: both lettered, or both numbered, and not equal.
  static func contradict(_ left: String, _ right: String) -> Bool {
    left != right && isNumbered(left) == isNumbered(right)
  }

  static func isNumbered(_ canonical: String) -> Bool { canonical.hasPrefix("#") }

  private static let ordinals: [String: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "5th": 5, "6th": 6,
  ]

  private static let synonyms: [String: String] = [
    "シード": "seed", "种子": "seed", "種子": "seed", "プレシード": "preseed", "エンジェル": "angel", "天使": "angel", "戦略": "strategic",
    "战略": "strategic", "戰略": "strategic",
  ]
}
