import Facts
import Language
import Quantities
import Testing

/// Whatever the input, quantities are in order, do not overlap, lie on scalar boundaries, and map back.
struct ScannerFuzzTests {
  private static let pieces = [
    "1", "0", "9", "12", "2025", "1,000", ".", ",", "3.5", "〇", "一", "二", "十", "百", "千", "万", "億", "兆", "京", "数", "几", "半", "上", "点", "・", "分", "の", "之", "と",
    "年", "月", "日", "号", "間", "前", "後", "末", "度", "期", "第", "四半期", "週", "曜日", "時間", "$", "US$", "¥", "€", "ドル", "円", "元", "块", "人民币", "億円", "%", "割", "個", "基", "株", "倍", "GW",
    "約", "以上", "超", "〜", "-", "から", "（", "）", " ", "  ", "**", "\n", "a", "an", "and", "half", "billion", "million", "hundred", "tens of", "dollars", "percent", "year", "years",
    "ago", "last", "next", "Tuesday", "November", "may", "second", "the", "of", "in", "Q3", "fiscal", "ＡＩ", "①", "½", "㌦", "か\u{3099}", "🙂", "\u{200B}", "𠮷", "昨年", "来春", "令和", "元年", "http://a.b/",
    "x", "GPT-4", "/", ":", "マイナス", "负", "余", "多", "強", "まで",
  ]

  @Test("Random runs of the words that matter", arguments: 0..<12)
  func random(seed: Int) throws {
    let scanner = try sharedScanner.get()
    var generator = Generator(state: UInt64(seed) &* 977 &+ 3)
    for round in 0..<120 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        if Int.random(in: 0..<4, using: &generator) == 0 { text += " " }
      }
      let language = ArticleLanguage.allCases[round % ArticleLanguage.allCases.count]
      check(FoldedText(text), language, scanner, publishedOn: round % 3 == 0 ? nil : publication)
    }
  }

  @Test("Random bytes that are valid UTF-8", arguments: 0..<4)
  func bytes(seed: Int) throws {
    let scanner = try sharedScanner.get()
    var generator = Generator(state: UInt64(seed) &+ 41)
    for _ in 0..<60 {
      let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(FoldedText(String(decoding: bytes, as: UTF8.self)), .ja, scanner, publishedOn: publication)
    }
  }

  /// Each is the worst that some rule can meet; a rule that looked back or ahead without bound would not come to an end.
  @Test(
    "Long runs come to an end",
    arguments: [
      "1", "一", "億", "1億", "千", "1,", "1,000", "1.", "1 ", "数", "数十", "$", "$1", "$1-", "年", "1年", "2025年", "1月", "1日", "から1", "一分の", "two ", "and ", "a ", "half a ", "two hundred and ", "約", "約1",
      "1~", "1-", "1/", "昨年", "昨年の", "の", "tens of ", "billions of ", "next ", "last week ", "january ", "1 and ", "1年と", "又", "*", "**", "１", "か\u{3099}", "人民币", "第", "半", "百分之", "百 分 之 ", "日元",
    ])
  func long(piece: String) throws {
    let scanner = try sharedScanner.get()
    for language in [ArticleLanguage.ja, .zh, .en] {
      check(FoldedText(String(repeating: piece, count: 12_000 / piece.utf8.count)), language, scanner, publishedOn: publication)
    }
  }

  private func check(_ text: FoldedText, _ language: ArticleLanguage, _ scanner: QuantityScanner, publishedOn: PartialDate?) {
    let found = scanner.scan(text, language: language, publishedOn: publishedOn)
    var problems: [String] = []
    var end = 0
    for quantity in found {
      let span = quantity.span
      if span.start < end { problems.append("\(span) begins before \(end)") }
      end = span.end
      if span.count <= 0 || span.end > text.original.count { problems.append("\(span) lies outside") }
      if !quantity.qualified.contains(span) { problems.append("\(quantity.qualified) lacks \(span)") }
      if text.original(quantity.folded) != span { problems.append("\(quantity.folded) does not map to \(span)") }
      if !isBoundary(text.original, span.start) || !isBoundary(text.original, span.end) { problems.append("\(span) cuts a character") }
      if let lower = quantity.lower, let upper = quantity.upper, upper < lower { problems.append("\(lower) is above \(upper)") }
      if let restated = quantity.restates, !found.indices.contains(restated) || found[restated].kind != .money {
        problems.append("\(restated) is no amount")
      }
    }
    if scanner.numbers(text, language: language).contains(where: { $0.span.end > text.original.count }) { problems.append("a number lies outside") }
    if FoldedText(utf8: text.bytes).bytes != text.bytes { problems.append("folding twice is not folding once") }
    #expect(problems.isEmpty, "\(text.text(Facts.Span(0, min(text.count, 400))))")
  }

  private func isBoundary(_ bytes: [UInt8], _ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }
}
