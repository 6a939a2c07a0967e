public import Facts

/// One quantity that a text tells: `約1兆4000億ドル` is money, about 1 400 000 000 000 USD.
///
/// A quantity is an interval with a value that stands for it; the qualifier says which of the bounds the text gave.
public struct Quantity: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case number, money, percentage, duration, date, measure }

  /// On which side of a date a statement lies: `2030年まで` is `until`, `2019年以降` is `since` (and includes 2019).
  public enum Limit: String, Sendable { case on, before, until, since, after, around }

  public var kind: Kind
  /// Bytes of the original text: the number with its unit and currency, qualifier words excluded.
  public var span: Span
  /// The same run in `FoldedText.bytes`.
  public var folded: Span
  /// Original bytes including qualifier words (約, 以上, nearly …).
  public var qualified: Span
  /// In the base unit (`6GW` is 6 000 000 000 watt); `nil` for dates. Of a range or a vague figure the lower bound.
  public var value: ExactDecimal?
  /// Inclusive bounds where the figure is ranged, vague or qualified.
  public var lower: ExactDecimal?
  public var upper: ExactDecimal?
  public var qualifier: Qualifier
  /// `数十億ドル`, `tens of billions`: the text gives an order of magnitude only.
  public var isVague: Bool
  /// `3〜5億ドル`.
  public var isRange: Bool
  /// ISO 4217 for money, `percent`, or the base unit of a measure: `watt`, `count`, `parameter`, `token`, `share` …
  public var unit: String?
  /// The counter word as told, folded: `基`, `個`, `人`, `社`, `chips`.
  public var counter: String?
  /// For durations that are whole months: `7年` is 84.
  public var months: Int?
  /// TIMEX3 for durations and dates.
  public var timex: String?
  /// Dates, resolved with the day of publication where the text leaves parts open; the first period of a range.
  public var date: PartialDate?
  /// The last period of a date range.
  public var dateEnd: PartialDate?
  public var limit: Limit?
  /// `2025年度`, `fiscal 2026`.
  public var fiscal: Bool
  /// Index of the quantity that this one restates: `X（約Y）`.
  public var restates: Int?
  /// A restatement whose implied exchange rate is off by more than 12 % from the daily table.
  public var isSlip: Bool
  /// `year`, `month` … where the figure is a rate: `年間10億ドル`; `exchange` for both sides of `1ドル＝157円`.
  public var rateOf: String?

  public init(kind: Kind, span: Span, folded: Span, qualified: Span) {
    self.kind = kind
    self.span = span
    self.folded = folded
    self.qualified = qualified
    self.qualifier = .exact
    self.isVague = false
    self.isRange = false
    self.fiscal = false
    self.isSlip = false
  }
}
