import Facts
import Language

/// One sum told twice: in `380億ドル（約5兆8000億円）` the second amount restates the first.
///
/// Only brackets, or a comma and 約, stand between them, and the currencies differ. The implied exchange rate is held
/// against the table of the day; more than 12 % off (without a day: more than twice) means that one of the two is misprinted (億 for 兆).
struct Restatement: Sendable {
  let rates: ExchangeRates

  func link(_ quantities: inout [Quantity], in text: FoldedText, publishedOn: PartialDate?) {
    for index in quantities.indices.dropFirst() where quantities[index].kind == .money {
      let first = quantities[index - 1]
      let second = quantities[index]
      guard first.kind == .money, first.unit != second.unit, let from = first.unit, let to = second.unit else { continue }
      if isRate(text, from: first, to: second) {
        quantities[index - 1].rateOf = "exchange"
        quantities[index].rateOf = "exchange"
        continue
      }
      guard
        isBracket(text, from: first, to: second)
      else { continue }
      quantities[index].restates = index - 1
      // Without a day of publication the last known rate serves, and only a wrong magnitude is a slip.
      let day = publishedOn ?? PartialDate(year: 9999, month: 12, day: 31)
      guard let rate = rates.rate(from: from, to: to, on: day)?.rate, let source = first.value,
        let target = second.value
      else { continue }
      quantities[index].isSlip = isOff(source, target, rate, percent: publishedOn == nil ? 100 : 12)
    }
  }

  /// `1ドル＝157円換算`: an exchange rate is told, no sum.
  private func isRate(_ text: FoldedText, from first: Quantity, to second: Quantity) -> Bool {
    guard first.value == ExactDecimal(1), !first.isVague, second.folded.start - first.folded.end <= 12 else { return false }
    let between = text.text(Facts.Span(first.folded.end, max(first.folded.end, second.folded.start)))
    return ["", " ", "=", " = ", "は", "あたり", "当たり", "=約", "約", "兑", " to ", "對", "对"].contains(between)
  }

  /// Nothing but an opening bracket, spaces and qualifier words lies between the two.
  private func isBracket(_ text: FoldedText, from first: Quantity, to second: Quantity) -> Bool {
    let gap = text.folded(Facts.Span(first.qualified.end, max(first.qualified.end, second.qualified.start)))
    guard gap.count <= 48 else { return false }
    let between = text.text(gap)
    let trimmed = String(between.unicodeScalars.filter { $0 != " " })
    // (日本円にして, (当時のレートで: a bracket that opens right behind the sum and has not closed.
    if let open = trimmed.unicodeScalars.first, open == "(" || open == "[" || open == "（" {
      return !trimmed.unicodeScalars.contains { $0 == ")" || $0 == "]" || $0 == "）" || $0 == "。" }
    }
    return ["=", "、日本円で", "、日本円にして", "，折合"].contains(trimmed)
  }

  private func isOff(_ source: ExactDecimal, _ target: ExactDecimal, _ rate: ExactDecimal, percent: Int) -> Bool {
    guard !source.isZero, let expected = source.rounded(toDigits: 15).multiplied(by: rate.rounded(toDigits: 12)),
      let difference = target.subtracting(expected)
    else { return false }
    let size = difference.isNegative ? -difference : difference
    guard let limit = expected.multiplied(by: ExactDecimal(significand: Int128(percent), exponent: -2)) else { return false }
    return limit < size
  }
}
