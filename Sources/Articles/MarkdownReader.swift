import Facts

/// Reads Markdown (CommonMark, GFM tables, front matter, and HTML inside) as plain text with its structure kept:
/// headings, items with their depth, quotes, rows, code.
///
/// Example: the digest `- [見出し](https://a.example/1)` / `  - 要約の文。` gives an item of level 1 with that link and
/// an item of level 2. Line breaks inside a paragraph are joined where a writer's editor wrapped the line, and kept
/// where the line is one of its own (`概要：…`).
struct MarkdownReader {
  let limits: ReadLimits

  init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  func draft(_ utf8: [UInt8]) -> Draft {
    var draft = Draft(reader: "markdown")
    var body = utf8
    if let front = FrontMatter.split(utf8) {
      front.matter.fill(&draft)
      body = Array(utf8[front.body...])
    }
    var blocks = MarkdownBlocks(limits: limits)
    blocks.read(body)
    draft.isTrimmed = true
    draft.passages = withoutBoilerplate(blocks.passages)
    settleTitle(&draft)
    return draft
  }

  private func settleTitle(_ draft: inout Draft) {
    guard let first = draft.passages.first else { return }
    if draft.title == nil {
      if let heading = draft.passages.prefix(5).filter({ $0.kind == .heading }).min(by: { $0.level < $1.level }) {
        draft.title = String(decoding: heading.text, as: UTF8.self)
      } else if first.kind == .paragraph, first.text.count <= 200, draft.passages.count > 1, !endsSentence(first.text) {
        draft.title = String(decoding: first.text, as: UTF8.self)
      }
    }
    // The one source address that stands at the head, under the title, is the article's own.
    if draft.canonical == nil, first.kind == .heading, first.level <= 2, let link = first.link { draft.canonical = link }
  }
}
