import Facts
import Testing

@testable import Language

@Suite("Folding")
struct FoldedTextTests {
  @Test(
    "Spellings that mean the same fold to the same bytes",
    arguments: [
      ("ＯｐｅｎＡＩ", "openai"), ("GPT‑5", "gpt-5"), ("GPT—5", "gpt-5"), ("ｱｲｳ", "アイウ"), ("ｶﾞｲﾄﾞ", "ガイド"), ("か\u{3099}", "が"), ("㈱", "(株)"),
      ("①", "1"), ("3〜5", "3~5"), ("don’t", "don't"), ("a\u{00A0}b", "a b"), ("ソ\u{200B}ラ", "ソラ"), ("ﬁne", "fine"), ("É", "é"), ("e\u{0301}", "é"),
    ])
  func folds(text: String, folded: String) {
    #expect(FoldedText.fold(text) == folded)
  }

  @Test("Folding is idempotent", arguments: ["ＯｐｅｎＡＩは㈱ソラと①番に‑契約〜した。", "ｶﾞｷﾞｸﾞ", "İstanbul ŉ ǆ", "½ ㍿ ﷺ 한글 𝔘𝔫𝔦", "が\u{3099}\u{0301}"])
  func idempotent(text: String) {
    let once = FoldedText.fold(text)
    #expect(FoldedText.fold(once) == once)
  }

  @Test("A run of the folded text leads back to its own characters of the original")
  func roundTrip() {
    let text = FoldedText("米ＯｐｅｎＡＩが㈱ソラにｶﾞｲﾄﾞを")
    for (folded, original) in [("openai", "ＯｐｅｎＡＩ"), ("(株)", "㈱"), ("ガイド", "ｶﾞｲﾄﾞ"), ("ソラ", "ソラ")] {
      let needle = Array(folded.utf8)
      let at = (0...(text.count - needle.count)).first { text.bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
      guard let at else {
        Issue.record("“\(folded)” is not in the folded text")
        continue
      }
      let span = text.original(Span(at, at + needle.count))
      #expect(text.originalText(span) == original)
      #expect(text.folded(span) == Span(at, at + needle.count))
    }
  }

  @Test("Every scalar boundary of odd text maps inside the original", arguments: ["\u{3099}", "\u{0301}\u{0301}", "ﾞ", "\u{FEFF}", "", "a\u{200B}", "🙂\u{FE0F}"])
  func odd(text: String) {
    let folded = FoldedText(text)
    for start in 0...folded.count {
      for end in start...folded.count {
        let span = folded.original(Span(start, end))
        #expect(span.start >= 0 && span.start <= span.end && span.end <= text.utf8.count)
      }
    }
  }
}
