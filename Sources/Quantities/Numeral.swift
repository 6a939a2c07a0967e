import Facts

/// One numeral of a text and its value: `1兆4000億`, `三億五千万`, `1,220 億`, `$38B` without its sign, `two hundred`.
///
/// Digits are read once, here; money, percentages, measures, durations and dates are made of numerals.
struct Numeral: Sendable {
  var start: Int
  var end: Int
  var value: ExactDecimal
  /// Bounds of `数十億`, `tens of millions`.
  var lower: ExactDecimal?
  var upper: ExactDecimal?
  var isVague = false
  var isRange = false
  /// `100多亿`, `五百余万`: more than the value.
  var isMore = false
  /// 万, 億, `billion`, `k` took part.
  var hasScale = false
  /// The power of ten of the last scale word, which the first number of a range inherits: `3〜5億`.
  var scalePower = 0
  var hasPoint = false
  var isGrouped = false
  var isFraction = false
  var isSigned = false
  /// Made of Chinese numerals only.
  var isKanji = false
  /// Written in English words.
  var isWords = false
  /// Digits before the point, of a numeral that is digits only.
  var integerDigits = 0
  var hasLeadingZero = false
  /// A scale of one or two letters (`k`, `M`, `bn`) took part.
  var hasLetterScale = false

  /// A plain whole number of digits (no scale, no point, no grouping) that fits a calendar field.
  var calendarNumber: Int? {
    guard !hasPoint, !isGrouped, !isVague, !isFraction, !isSigned, !hasLetterScale else { return nil }
    return value.integer
  }

  mutating func shift(by power: Int) {
    guard power != 0 else { return }
    value = value.shifted(by: power)
    lower = lower?.shifted(by: power)
    upper = upper?.shifted(by: power)
  }
}
