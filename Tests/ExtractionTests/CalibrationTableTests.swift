import Facts
import Testing

@testable import Extraction

@Suite("Confidence is the measured share of right facts")
struct CalibrationTableTests {
  private typealias Key = CalibrationTable.Key

  private func key(_ rule: String, _ condition: String = "plain", language: String = "ja", kind: String = "deal") -> Key {
    Key(kind: kind, language: language, rule: rule, condition: condition)
  }

  @Test("Without counts there is no confidence")
  func empty() {
    #expect(CalibrationTable().confidence(key("ja.acquire")) == nil)
  }

  @Test("A rule of many facts has their share; one of few leans on all")
  func shrinkage() throws {
    var table = CalibrationTable()
    table.add(key("often"), .init(right: 600, told: 1000))
    table.add(key("sure"), .init(right: 2000, told: 2000))
    table.add(key("new"), .init(right: 0, told: 1))
    let often = try #require(table.confidence(key("often"))).probability
    let sure = try #require(table.confidence(key("sure"))).probability
    let new = try #require(table.confidence(key("new"))).probability
    #expect(abs(often - 0.6) < 0.02)
    #expect(sure > 0.98)
    // One wrong fact does not make a rule worthless: all rules together are right in 0.87.
    #expect(new > 0.75 && new < 0.87)
  }

  @Test("Another language or kind does not speak for this one, unless nothing else does")
  func languages() throws {
    var table = CalibrationTable()
    table.add(key("a"), .init(right: 900, told: 1000))
    table.add(key("b", language: "zh"), .init(right: 100, told: 1000))
    let unknownJapanese = try #require(table.confidence(key("unknown"))).probability
    let unknownChinese = try #require(table.confidence(key("unknown", language: "zh"))).probability
    #expect(unknownJapanese > 0.85 && unknownChinese < 0.15)
    #expect(table.confidence(key("a", kind: "metric")) == nil)
  }

  @Test("More right facts never lower a confidence", arguments: 0..<40)
  func monotone(seed: Int) throws {
    var low = CalibrationTable()
    var high = CalibrationTable()
    for rule in 0..<5 {
      let told = (seed * 7 + rule * 13) % 23 + 1
      let right = (seed * 5 + rule * 3) % told
      low.add(key("r\(rule)"), .init(right: right, told: told))
      high.add(key("r\(rule)"), .init(right: rule == seed % 5 ? right + 1 : right, told: told))
    }
    let name = key("r\(seed % 5)")
    #expect(try #require(low.confidence(name)) <= #require(high.confidence(name)))
  }

  @Test("What is written reads back, in one order")
  func roundTrip() throws {
    var table = CalibrationTable()
    table.add(key("b"), .init(right: 1, told: 2))
    table.add(key("a", "again+figure"), .init(right: 3, told: 3))
    table.add(key("b"), .init(right: 1, told: 1))
    let columns = ["kind", "lang", "rule", "condition", "right", "told"]
    let again = try CalibrationTable(RuleTable(file: "calibration.tsv", bytes: Array(table.text.utf8), required: columns))
    #expect(again.text == table.text)
    #expect(table.text.contains("deal\tja\tb\tplain\t2\t3\n"))
  }

  @Test("Counts that cannot be are refused with file and line", arguments: ["5\t4", "-1\t4", "x\t4"])
  func malformed(counts: String) {
    let text = "kind\tlang\trule\tcondition\tright\ttold\ndeal\tja\tr\tplain\t\(counts)\n"
    let error = #expect(throws: RuleError.self) {
      try CalibrationTable(RuleTable(file: "calibration.tsv", bytes: Array(text.utf8), required: ["right"]))
    }
    #expect(error?.description.hasPrefix("calibration.tsv:2: ") == true)
  }

  @Test("The embedded counts speak for deals, figures and relations of three languages", arguments: ["deal", "metric", "model_fact"])
  func embedded(kind: String) throws {
    let table = try RuleSet().calibration
    for language in ["ja", "en", "zh"] {
      let sure = try #require(table.confidence(key("a.rule.of.tomorrow", language: language, kind: kind)))
      #expect(sure.probability > 0.3 && sure.probability < 1)
    }
  }
}

@MainActor
@Suite struct MeasuredConfidenceTests {
  @Test("A claim carries the confidence of its rule and conditions, and so do its values")
  func applied() throws {
    let facts = try FactReading.facts("マイクロソフトはアンソロピックを120億ドルで買収すると発表した。", .ja)
    let claim = try #require(facts.deals.first)
    let key = CalibrationTable.Key(claim, language: .ja)
    #expect(key.condition == "figure")
    #expect(claim.confidence == (try RuleSet().calibration.confidence(key)))
    #expect(claim.values?.isEmpty == false)
    #expect(claim.values?.allSatisfy { $0.confidence == claim.confidence } == true)
  }
}
