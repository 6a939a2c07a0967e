import Facts
import Language
import Testing

@testable import Catalog

@Test func `a name is linked in any of its spellings`() throws {
  let linker = EntityLinker(try Catalog())
  let text = FoldedText("ＯｐｅｎＡＩとマイクロソフトが GPT‑4 を語った。")
  let linked = linker.link(text, blocks: [], language: .ja)
  #expect(linked.mentions.map(\.id) == ["openai", "microsoft", "gpt-4"])
  #expect(linked.mentions.map { text.originalText($0.span) } == ["ＯｐｅｎＡＩ", "マイクロソフト", "GPT‑4"])
}
