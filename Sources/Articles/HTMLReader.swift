import Facts

/// Reads HTML with libxml2's tolerant parser: the main content as plain text with its structure, title, address, dates,
/// publisher. A title that the body repeats is taken out of the body.
///
/// Example: a news page with navigation, share bar, related links and comments → its headline as title, the paragraphs,
/// items, rows and quotes of the article, the date of its JSON-LD.
struct HTMLReader {
  let limits: ReadLimits

  init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  func draft(_ utf8: [UInt8], address: String?) throws(ReadFailure) -> Draft {
    let tree = try HTMLTree(utf8, nesting: limits.nesting)
    var draft = Draft(reader: "html")
    let content = MainContent(tree)
    var blocks = HTMLBlocks(tree, isCut: content.isCut)
    for list in content.points { blocks.layNode(list) }
    blocks.lay(content.root)
    let metadata = HTMLMetadata(tree, nesting: limits.nesting)
    metadata.fill(
      &draft, from: tree, address: address,
      opening: blocks.passages.prefix(6).filter { $0.text.count <= 300 }.map { String(decoding: $0.text, as: UTF8.self) })
    if draft.publishedOn == nil, let date = dateline(tree, content, blocks) {
      (draft.publishedOn, draft.publishedFrom) = (date, "text")
    }
    draft.passages = PageTrimmer(title: draft.title).trimmed(blocks.passages, linkShares: blocks.linkShares)
    if let body = metadata.linked.body { preferStated(body, &draft) }
    return draft
  }

  /// The date of a short line between the headline and the text: the last ones before the content, or its first ones.
  private func dateline(_ tree: HTMLTree, _ content: MainContent, _ blocks: HTMLBlocks) -> PartialDate? {
    let unlinked = zip(blocks.passages, blocks.linkShares).lazy.filter { $0.1 < 0.7 }.map(\.0)
    for passage in unlinked.prefix(6) {
      if passage.text.count <= 120, let date = labelledDate(passage.text) ?? loneDate(passage.text) { return date }
      if passage.kind == .paragraph, passage.text.count > 200 { break }
    }
    var before = HTMLBlocks(tree, isCut: [])
    before.lay(0, upTo: content.root)
    for passage in before.passages.suffix(8).reversed() where passage.text.count <= 120 {
      if let date = labelledDate(passage.text) ?? firstDate(passage.text), date.precision == .day { return date }
    }
    return nil
  }

  /// The passages of a piece of HTML inside another document, all of it.
  func fragment(_ utf8: [UInt8]) -> [Draft.Passage] {
    do throws(ReadFailure) {
      var blocks = HTMLBlocks(try HTMLTree(utf8, nesting: limits.nesting), isCut: [])
      blocks.lay(0)
      return blocks.passages
    } catch {
      // A fragment that is nested too deep, or empty, holds no text worth a reject of its own.
      return []
    }
  }

  /// A page that draws its text by script may still state it in JSON-LD.
  private func preferStated(_ body: String, _ draft: inout Draft) {
    let stated = Array(body.utf8)
    let found = draft.passages.reduce(0) { $0 + $1.text.count }
    guard stated.count > 200, found * 2 < stated.count else { return }
    if looksLikeHTML(stated) {
      draft.passages = fragment(stated)
    } else {
      draft.passages = []
      for line in splitLines(stated) { draft.append(.paragraph, decodingReferences(Array(line))) }
    }
  }
}
