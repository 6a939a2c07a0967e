import Facts
import Language
import Testing

import Quantities

struct MoneyTests {
  @Test(
    "An amount has an exact value and a currency",
    arguments: [
      ("契約は1兆4000億ドルに上る", "1400000000000", "USD"),
      ("三億五千万元を出した", "350000000", "CNY"),
      ("約1,220 億円", "122000000000", "JPY"),
      ("a $38B deal", "38000000000", "USD"),
      ("US$1.4 trillion", "1400000000000", "USD"),
      ("NT$5億", "500000000", "TWD"),
    ])
  func amount(text: String, value: String, unit: String) throws {
    let found = try QuantityScanner().scan(FoldedText(text), language: .ja, publishedOn: nil)
    let money = try #require(found.first { $0.kind == .money })
    #expect(money.value?.description == value)
    #expect(money.unit == unit)
  }

  @Test("A misprinted restatement is flagged as a slip")
  func slip() throws {
    let text = FoldedText("380億ドル（約5800億円）")
    let found = try QuantityScanner().scan(text, language: .ja, publishedOn: PartialDate(year: 2025, month: 11, day: 4))
    #expect(found.map(\.restates) == [nil, 0])
    #expect(found.map(\.isSlip) == [false, true])
  }

  @Test(
    "Words with numerals in them are no money",
    arguments: ["十分な数", "万が一", "元々の計画", "GPT-4を元CEOが", "円満に", "百度", "千葉", "三菱", "プラットフォーム"])
  func silent(text: String) throws {
    #expect(try QuantityScanner().scan(FoldedText(text), language: .ja, publishedOn: nil).isEmpty)
  }
}
