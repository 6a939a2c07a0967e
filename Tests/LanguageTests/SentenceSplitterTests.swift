import Facts
import Testing

@testable import Language

@Suite("Sentences")
struct SentenceSplitterTests {
  private func sentences(_ text: String, kind: Block.Kind = .paragraph) -> [String] {
    let bytes = Array(text.utf8)
    let block = Block(kind: kind, level: 1, span: Span(0, bytes.count))
    return SentenceSplitter().split(bytes, blocks: [block]).map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
  }

  @Test(
    "A full stop ends a sentence, one inside quotation marks or brackets does not",
    arguments: [
      ("ソラ社は「断る。」と述べた。風見は黙った。", ["ソラ社は「断る。」と述べた。", "風見は黙った。"]),
      ("投資額（税抜き。概算）は3億円だ。以上。", ["投資額（税抜き。概算）は3億円だ。", "以上。"]),
      ("Acme Inc. bought U.S. rival Bolt. It paid $3.5bn.", ["Acme Inc. bought U.S. rival Bolt.", "It paid $3.5bn."]),
      ("買収するのか？ 答えはまだない。", ["買収するのか？", "答えはまだない。"]),
      ("・ソラ社が値上げ", ["ソラ社が値上げ"]),
      ("「閉じない引用。次の文。", ["「閉じない引用。", "次の文。"]),
    ])
  func ends(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test("A headline's wide space parts two statements, one in a paragraph does not")
  func wideSpace() {
    #expect(sentences("ソラ社、新型チップを発表　海野製作所と共同開発", kind: .heading) == ["ソラ社、新型チップを発表", "海野製作所と共同開発"])
    #expect(sentences("ソラ社、新型チップを発表　海野製作所と共同開発").count == 1)
  }

  @Test("A line without a full stop is cut, nothing of it is lost, and no piece is long")
  func longLine() {
    let text = String(repeating: "ソラ社は海野製作所に出資し、", count: 2000)
    let pieces = sentences(text)
    #expect(pieces.joined() == text)
    #expect(pieces.allSatisfy { $0.utf8.count <= 4096 })
  }
}
