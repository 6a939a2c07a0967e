import Facts
import Language

/// An amount that is a text of its own: where nothing stands around, `25分` are cents and `five` is an amount without a
/// currency. In running text these are minutes, pieces and plain numbers, and stay so.
struct IsolatedAmount {
  let scanner: QuantityScanner

  struct Reading {
    let span: Facts.Span
    let value: ExactDecimal
    let unit: String
  }

  /// - Parameter found: what the scan found in the text.
  func read(_ text: FoldedText, language: ArticleLanguage, found: [Quantity]) -> Reading? {
    let bytes = text.bytes
    guard bytes.count <= 64 else { return nil }
    let start = bytes.afterSpaces(0)
    let end = bytes.beforeSpaces(bytes.count)
    guard start < end else { return nil }
    let span = text.original(Facts.Span(start, end))
    let money = found.filter { $0.kind == .money }
    guard money.isEmpty else { return money.count == 1 ? headed(money[0], bytes, start, end, span) : nil }
    if language == .zh { return coins(bytes, start, end).map { Reading(span: span, value: $0.value, unit: $0.unit) } }
    return unnamed(bytes, start, end).map { Reading(span: span, value: $0.value, unit: $0.unit) }
  }

  /// Words of precision before an amount, which belong to it where nothing else stands.
  private static let heads: [StaticString] = [
    "about ", "exactly ", "precisely ", "around ", "approximately ", "approx. ", "approx ", "almost ", "close to ", "near to ", "near ",
  ]

  /// `exactly 42 bucks`, `a US$ 4.7 billion`. Bucks are dollars of no country while no country is near.
  private func headed(_ money: Quantity, _ bytes: [UInt8], _ start: Int, _ end: Int, _ span: Facts.Span) -> Reading? {
    guard money.folded.end == end, let value = money.value, let unit = money.unit ?? money.counter else { return nil }
    let head = bytes.end(ofAny: Self.heads, at: start) ?? bytes.end(ofAny: ["a ", "an "], at: start)
    guard (head ?? start) == money.folded.start else { return nil }
    let isUnnamed = bytes.has(" bucks", endingAt: end) || bytes.has(" buck", endingAt: end)
    guard head != nil || isUnnamed else { return nil }
    return Reading(span: span, value: value, unit: isUnnamed ? "Unnamed" : unit)
  }

  /// `five`, `about 5`, `7.2`; `ten cents`, `a dollar`.
  private func unnamed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (value: ExactDecimal, unit: String)? {
    if bytes.has("a dollar", at: start), start + 8 == end { return (ExactDecimal(1), "USD") }
    let head = bytes.end(ofAny: Self.heads, at: start) ?? start
    guard let numeral = scanner.numerals.read(bytes, at: head, chinese: false), !numeral.isVague, !numeral.isFraction else { return nil }
    if numeral.end == end { return (numeral.value, "Unnamed") }
    if let unit = bytes.end(ofAny: [" cents", " cent"], at: numeral.end), unit == end { return (numeral.value, "Cent") }
    return nil
  }

  /// `两毛五`, `两角五分`, `25分`, `七蚊`, `個九`.
  private func coins(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (value: ExactDecimal, unit: String)? {
    func digit(_ place: Int) -> Int? {
      if case .digit(let value)? = ChineseNumeral(bytes.scalar(place)) { return value }
      return nil
    }
    if bytes.end(ofAny: ["個", "个"], at: start) != nil, let tenths = digit(start + 3), start + 6 == end {
      return (ExactDecimal(significand: Int128(10 + tenths), exponent: -1), "Dollar")
    }
    guard let numeral = scanner.numerals.read(bytes, at: start, chinese: true), !numeral.isVague else { return nil }
    if bytes.has("蚊", at: numeral.end), numeral.end + 3 == end { return (numeral.value, "Dollar") }
    if bytes.has("分", at: numeral.end), numeral.end + 3 == end { return (numeral.value, "Cent") }
    guard bytes.end(ofAny: ["毛", "毫", "角"], at: numeral.end) != nil else { return nil }
    let tens = numeral.value.shifted(by: 1)
    let next = numeral.end + 3
    if next == end { return bytes.has("角", at: numeral.end) ? nil : (tens, "Cent") }
    guard let units = digit(next), next + 3 == end || (bytes.has("分", at: next + 3) && next + 6 == end) else { return nil }
    return tens.adding(ExactDecimal(units)).map { ($0, "Cent") }
  }
}
