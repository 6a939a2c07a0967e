import Facts

/// The block structure of Markdown, read line by line in one pass, into passages of plain text.
struct MarkdownBlocks {
  let limits: ReadLimits
  private(set) var passages: [Draft.Passage] = []
  private var open: Open?
  private var fence: Fence?
  /// Indentations of the list items that are open, outermost first.
  private var listIndents: [Int] = []
  private var isBlankBefore = true
  private var isInComment = false

  /// A paragraph or item whose text may go on in the next line.
  private struct Open {
    var kind: Block.Kind
    var level: Int
    var lines: [[UInt8]]
  }

  private struct Fence {
    var mark: UInt8
    var length: Int
    var isPlain: Bool
    /// The line that opens it.
    var line: Int
    var lines: [[UInt8]] = []
  }

  init(limits: ReadLimits) { self.limits = limits }

  mutating func read(_ utf8: [UInt8]) {
    let lines = splitLines(utf8)
    var index = 0
    while index < lines.count {
      index += consume(lines, at: index)
      // A fence that nothing closes is none: what stands behind it is read as text.
      if index >= lines.count, let open = fence {
        fence = nil
        index = open.line + 1
      }
    }
    close()
  }

  /// Reads the line at `index`, and those that belong to it; returns how many.
  private mutating func consume(_ lines: [ArraySlice<UInt8>], at index: Int) -> Int {
    let (quoteDepth, line) = withoutQuoteMarks(lines[index])
    if var fence {
      if isFenceEnd(line, fence) {
        close(fence)
        self.fence = nil
      } else {
        fence.lines.append(Array(line))
        self.fence = fence
      }
      return 1
    }
    let trimmed = trim(line)
    if isInComment {
      if let end = find("-->", in: Array(trimmed), from: 0, within: trimmed.count) {
        isInComment = false
        let rest = Array(trimmed[(trimmed.startIndex + end + 3)...])
        if !oneLine(rest).isEmpty { addLine(rest[...], indent: 0, quoteDepth: quoteDepth) }
      }
      return 1
    }
    if trimmed.isEmpty {
      close()
      isBlankBefore = true
      return 1
    }
    defer { isBlankBefore = false }
    let indent = indentation(line)
    if let opened = fenceStart(trimmed, at: index) {
      close()
      fence = opened
      return 1
    }
    if trimmed.first == UInt8(ascii: "<"), trimmed.starts(with: "<!--".utf8), find("-->", in: Array(trimmed), from: 4, within: trimmed.count) == nil {
      close()
      isInComment = true
      return 1
    }
    if let heading = headingText(trimmed) {
      close()
      listIndents = []
      add(.heading, heading.level, heading.text)
      return 1
    }
    if isRule(trimmed) {
      if let mark = trimmed.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), let paragraph = open,
        isSetextHeading(paragraph, trimmed)
      {
        open = nil
        add(.heading, mark == UInt8(ascii: "=") ? 1 : 2, paragraph.lines[0])
      } else {
        close()
      }
      return 1
    }
    if trimmed.contains(UInt8(ascii: "|")), index + 1 < lines.count, isDelimiterRow(withoutQuoteMarks(lines[index + 1]).line) {
      close()
      return readTable(lines, at: index)
    }
    if isDirective(trimmed) {
      close()
      return 1
    }
    if startsHTMLBlock(trimmed), quoteDepth == 0 {
      close()
      return readHTML(lines, at: index)
    }
    addLine(line, indent: indent, quoteDepth: quoteDepth)
    return 1
  }

  private mutating func addLine(_ line: ArraySlice<UInt8>, indent: Int, quoteDepth: Int) {
    if let mark = ListMark(line) {
      close()
      while let last = listIndents.last, indent < last { listIndents.removeLast() }
      if listIndents.last.map({ indent >= $0 + 2 }) ?? true {
        listIndents.append(indent)
      }
      open = Open(kind: .listItem, level: listIndents.count, lines: [Array(line[mark.content...])])
      return
    }
    let text = Array(trim(line))
    if var paragraph = open, !isBlankBefore {
      let previous = paragraph.lines[paragraph.lines.count - 1]
      if joins(previous, text, hardBreak: line) {
        paragraph.lines.append(text)
        open = paragraph
        return
      }
      let isItem = paragraph.kind == .listItem
      close()
      open = Open(kind: isItem ? .listItem : paragraph.kind, level: isItem ? paragraph.level + 1 : paragraph.level, lines: [text])
      return
    }
    close()
    if quoteDepth > 0 {
      open = Open(kind: .quote, level: quoteDepth, lines: [text])
    } else if let last = listIndents.last, indent > last {
      open = Open(kind: .listItem, level: listIndents.count + 1, lines: [text])
    } else {
      if isBlankBefore { listIndents = [] }
      open = Open(kind: .paragraph, level: 0, lines: [text])
    }
  }

  /// Whether a line goes on in the next: it was wrapped (no sentence ends, and it is long), or the sentence ended and
  /// the next one follows in the same paragraph.
  private func joins(_ previous: [UInt8], _ next: [UInt8], hardBreak: ArraySlice<UInt8>) -> Bool {
    if previous.suffix(2).elementsEqual("  ".utf8) || previous.last == UInt8(ascii: "\\") { return false }
    if next.starts(with: "**".utf8) || isWebAddress(next) { return false }
    if previous.starts(with: "**".utf8), !endsSentence(previous) { return false }
    // So many bytes are wide enough in any script.
    return previous.count >= 200 || displayWidth(previous) >= 50 || endsSentence(previous)
  }

  // MARK: Closing

  private mutating func close() {
    guard let block = open else { return }
    open = nil
    if block.lines.count == 1 { return add(block.kind, block.level, block.lines[0]) }
    var text: [UInt8] = []
    for (index, line) in block.lines.enumerated() {
      if index > 0, needsSpace(text, line) { text.append(0x20) }
      text.append(contentsOf: line)
    }
    add(block.kind, block.level, text)
  }

  /// Renders a block's text; what a break inside it parts becomes passages of their own, one level deeper in a list.
  private mutating func add(_ kind: Block.Kind, _ level: Int, _ markdown: [UInt8]) {
    let (rendered, link) = MarkdownInline.render(markdown)
    var isFirst = true
    for line in rendered.contains(0x0A) ? rendered.split(separator: 0x0A) : [rendered[...]] {
      let text = withoutEmphasis(oneLine(line.count == rendered.count ? rendered : Array(line)))
      if text.isEmpty { continue }
      if let address = bareAddress(text, link) {
        attach(address)
        continue
      }
      let nested = kind == .listItem && !isFirst
      passages.append(Draft.Passage(kind, level: nested ? level + 1 : level, text, link: link))
      isFirst = false
    }
  }

  /// An address that stands alone, as such or as its host's name: it belongs to what stands before it.
  private func bareAddress(_ text: [UInt8], _ link: String?) -> String? {
    if isWebAddress(text), !text.contains(0x20), text.allSatisfy({ $0 < 0x80 }) { return String(decoding: text, as: UTF8.self) }
    guard let link, let name = host(link) else { return nil }
    let shown = String(decoding: text, as: UTF8.self).lowercased()
    return shown == name || shown == "www." + name ? link : nil
  }

  private mutating func attach(_ address: String) {
    guard var last = passages.last, last.link == nil else { return }
    last.link = address
    passages[passages.count - 1] = last
  }

  private mutating func close(_ fence: Fence) {
    // Prose set in a fence for its looks is prose.
    let wide = fence.lines.reduce(0) { $0 + $1.filter { $0 >= 0xE3 && $0 < 0xF0 }.count }
    let all = fence.lines.reduce(0) { $0 + $1.count }
    let isProse = fence.isPlain && wide * 6 > all
    for line in fence.lines {
      let text = oneLine(line)
      if text.isEmpty { continue }
      passages.append(Draft.Passage(isProse ? .paragraph : .code, text))
    }
  }

  // MARK: Tables and HTML

  private mutating func readTable(_ lines: [ArraySlice<UInt8>], at start: Int) -> Int {
    var index = start
    while index < lines.count {
      let line = trim(withoutQuoteMarks(lines[index]).line)
      guard line.contains(UInt8(ascii: "|")) else { break }
      if index != start + 1 { addRow(cells(line).map { MarkdownInline.render($0) }) }
      index += 1
    }
    return index - start
  }

  private mutating func addRow(_ cells: [(text: [UInt8], link: String?)]) {
    let texts = cells.map { oneLine($0.text) }
    let row = Array(texts.joined(separator: [0x09]))
    guard row.contains(where: { $0 > 0x20 }) else { return }
    passages.append(Draft.Passage(.tableRow, row, link: cells.lazy.compactMap(\.link).first))
  }

  /// Reads the lines of an HTML block: until its elements are closed, or a blank line.
  private mutating func readHTML(_ lines: [ArraySlice<UInt8>], at start: Int) -> Int {
    var index = start
    var html: [UInt8] = []
    var balance = TagBalance()
    while index < lines.count {
      if !balance.isVerbatim, trim(lines[index]).isEmpty { break }
      html.append(contentsOf: lines[index])
      html.append(0x0A)
      balance.read(Array(lines[index]))
      index += 1
      if balance.depth <= 0, !balance.isVerbatim { break }
    }
    for passage in HTMLReader(limits: limits).fragment(html) {
      // Markdown inside HTML: `<div>**甲社**が…</div>`.
      guard passage.kind != .code, contains(passage.text, Array("**".utf8)) || contains(passage.text, Array("](".utf8)) else {
        passages.append(passage)
        continue
      }
      var rendered = passage
      rendered.text = oneLine(MarkdownInline.render(passage.text).text)
      if !rendered.text.isEmpty { passages.append(rendered) }
    }
    isBlankBefore = true
    return index - start
  }

  // MARK: Fences and setext headings

  private func fenceStart(_ line: ArraySlice<UInt8>, at index: Int) -> Fence? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = line.prefix { $0 == mark }.count
    let info = line.dropFirst(length)
    guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
    let word = String(decoding: info.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return Fence(
      mark: mark, length: length, isPlain: ["", "text", "txt", "plain", "plaintext", "markdown", "md"].contains(word), line: index
    )
  }

  private func isFenceEnd(_ line: ArraySlice<UInt8>, _ fence: Fence) -> Bool {
    let text = line.filter { $0 > 0x20 }
    return text.count >= fence.length && text.allSatisfy { $0 == fence.mark }
  }

  /// A short line of its own with a rule under it; a rule under running text only parts sections.
  private func isSetextHeading(_ paragraph: Open, _ rule: ArraySlice<UInt8>) -> Bool {
    paragraph.kind == .paragraph && paragraph.lines.count == 1 && paragraph.lines[0].count <= 300
      && !rule.contains(0x20) && (rule.first == UInt8(ascii: "=") || !endsSentence(paragraph.lines[0]))
  }
}
