import Facts
import Language
import Quantities
import Testing

/// Numbers without a seed of the machine: a linear congruential generator (Knuth's MMIX constants).
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

/// Writes a whole number in the ways that texts do.
enum NumeralStyle: String, CaseIterable, Sendable {
  case plain, grouped, fullWidth, mixed, spaced, kanji, positional, english

  func write(_ value: Int) -> String {
    switch self {
    case .plain: "\(value)"
    case .grouped: Self.grouped(value)
    case .fullWidth: String(String.UnicodeScalarView("\(value)".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    case .mixed: Self.sections(value, Self.grouped, "")
    case .spaced: Self.sections(value, { "\($0)" }, " ")
    case .kanji: Self.sections(value, Self.kanjiSection, "")
    case .positional: "\(value)".map { String(Self.digits[Int(String($0)) ?? 0]) }.joined()
    case .english: Self.english(value)
    }
  }

  private static let digits = Array("〇一二三四五六七八九")

  private static func grouped(_ value: Int) -> String {
    var text = ""
    for (index, digit) in "\(value)".reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// 兆, 億, 万 sections.
  private static func sections(_ value: Int, _ write: (Int) -> String, _ gap: String) -> String {
    var rest = value
    var text = ""
    for (unit, name) in [(1_000_000_000_000, "兆"), (100_000_000, "億"), (10_000, "万")] where rest >= unit {
      text += write(rest / unit) + gap + name
      rest %= unit
    }
    return rest > 0 || text.isEmpty ? text + write(rest) : text
  }

  private static func kanjiSection(_ value: Int) -> String {
    guard value > 0 else { return "〇" }
    var text = ""
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / unit % 10
      if digit > 1 || (digit == 1 && unit == 1) { text.append(digits[digit]) }
      if digit > 0 { text += name }
    }
    return text
  }

  private static func english(_ value: Int) -> String {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    func group(_ value: Int) -> String {
      if value >= 100 { return small[value / 100] + " hundred" + (value % 100 > 0 ? " and " + group(value % 100) : "") }
      if value >= 20 { return tens[value / 10] + (value % 10 > 0 ? "-" + small[value % 10] : "") }
      return small[value]
    }
    if value < 1000 { return group(value) }
    var rest = value
    var parts: [String] = []
    for (unit, name) in [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand")] where rest >= unit {
      parts.append(group(rest / unit) + " " + name)
      rest %= unit
    }
    if rest > 0 { parts.append((rest < 100 ? "and " : "") + group(rest)) }
    return parts.joined(separator: " ")
  }
}

struct NumeralPropertyTests {
  @Test("A value written in any style reads as the same value", arguments: NumeralStyle.allCases)
  func styles(style: NumeralStyle) throws {
    var generator = Generator(state: 7)
    for _ in 0..<400 {
      let magnitude = Int.random(in: 1...14, using: &generator)
      let limit = (0..<magnitude).reduce(1) { power, _ in power * 10 }
      let value = Int.random(in: limit / 10...limit, using: &generator)
      let text = FoldedText(style.write(value))
      let found = try sharedScanner.get().numbers(text, language: style == .english ? .en : .ja)
      #expect(found.count == 1 && found.first?.value == ExactDecimal(value), "\(value) as \(text.text(Facts.Span(0, text.count)))")
      #expect(found.first?.span == Facts.Span(0, text.original.count))
    }
  }

  @Test("An amount in any style has the same value, its currency and its whole span", arguments: NumeralStyle.allCases)
  func amounts(style: NumeralStyle) throws {
    var generator = Generator(state: 11)
    for _ in 0..<200 {
      let value = Int.random(in: 10...90_000_000_000_000, using: &generator)
      let text = FoldedText(style.write(value) + (style == .english ? " dollars" : "ドル"))
      let found = try sharedScanner.get().scan(text, language: style == .english ? .en : .ja, publishedOn: nil)
      #expect(found.map(\.kind) == [.money])
      #expect(found.first?.value == ExactDecimal(value))
      #expect(found.first?.unit == "USD")
      #expect(found.first?.span == Facts.Span(0, text.original.count))
    }
  }

  @Test(
    "The two languages differ on a digit behind a unit",
    arguments: [("四百五", ArticleLanguage.zh, "450"), ("四百五", .ja, "405"), ("一万三", .zh, "13000"), ("一万三", .ja, "10003"), ("四百零五", .zh, "405")])
  func trailingDigit(text: String, language: ArticleLanguage, value: String) throws {
    let found = try sharedScanner.get().numbers(FoldedText(text), language: language)
    #expect(found.map { $0.value?.description } == [value])
  }

  @Test(
    "Fractions, decimals and signs",
    arguments: [
      ("4分の3", ArticleLanguage.ja, "0.75"), ("2と4分の1", .ja, "2.25"), ("二・五", .ja, "2.5"), ("マイナス3", .ja, "-3"), ("五分之一", .zh, "0.2"),
      ("十五点七", .zh, "15.7"), ("负40", .zh, "-40"), ("two thirds", .en, "0.666666666666666667"), ("three and a half", .en, "3.5"), ("1.4 trillion", .en, "1400000000000"),
      ("minus five point two", .en, "-5.2"), ("13 lakh", .en, "1300000"), ("40k", .en, "40000"),
    ])
  func others(text: String, language: ArticleLanguage, value: String) throws {
    let found = try sharedScanner.get().numbers(FoldedText(text), language: language)
    #expect(found.map { $0.value?.description } == [value])
  }

  @Test("Names and idioms hold no number", arguments: ["西九条", "千葉県", "三菱電機", "四川省", "一般論", "唯一の", "H100", "B2B", "o1"])
  func silent(text: String) throws {
    #expect(try sharedScanner.get().scan(FoldedText(text), language: .ja, publishedOn: nil).isEmpty)
  }
}
