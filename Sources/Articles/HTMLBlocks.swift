import Facts

/// Lays a part of a page down as passages: headings, paragraphs, items with their depth, quotes, rows, code.
struct HTMLBlocks {
  private let tree: HTMLTree
  private let isCut: [Bool]
  private(set) var passages: [Draft.Passage] = []
  /// Per passage: how much of its text is links.
  private(set) var linkShares: [Double] = []
  private var open: [UInt8] = []
  private var links: [(start: Int, end: Int, address: String)] = []
  private var openLink: (start: Int, address: String)?
  /// Nodes from here on are left out.
  private var limit = Int.max

  private struct Context {
    var kind: Block.Kind = .paragraph
    var level = 0
    var listDepth = 0
    var quoteDepth = 0
    var isPreformatted = false
  }

  init(_ tree: HTMLTree, isCut: [Bool]) {
    self.tree = tree
    self.isCut = isCut
  }

  /// - Parameter isCut: empty where nothing is cut but machinery.
  mutating func lay(_ root: Int, upTo limit: Int = .max) {
    self.limit = limit
    visitChildren(root, Context(), depth: 0)
    flush(Context())
  }

  /// A node by itself, as what it is.
  mutating func layNode(_ index: Int) {
    visit(index, Context(), depth: 0)
    flush(Context())
  }

  private mutating func visitChildren(_ index: Int, _ context: Context, depth: Int) {
    var child = index + 1
    let end = min(Int(tree.nodes[index].end), limit)
    while child < end {
      visit(child, context, depth: depth + 1)
      child = Int(tree.nodes[child].end)
    }
  }

  private mutating func visit(_ index: Int, _ context: Context, depth: Int) {
    let node = tree.nodes[index]
    if node.tag == .text {
      open.append(contentsOf: tree.text[Int(node.textStart)..<Int(node.textEnd)].lazy.map { $0 == 0x0A ? 0x20 : $0 })
      return
    }
    if isCut.isEmpty ? node.tag.isMachinery && node.tag != .aside && node.tag != .figcaption : isCut[index] {
      // A word on either side of what is cut is a word of its own.
      if node.tag.isBlock { flush(context) }
      return
    }
    var inner = context
    switch node.tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      inner.kind = .heading
      inner.level = node.tag.headingLevel ?? 1
      block(index, context, inner, depth)
    case .li, .dd:
      inner.kind = .listItem
      inner.level = max(1, context.listDepth)
      item(index, context, inner, depth)
    case .ul, .ol:
      flush(context)
      inner.listDepth += 1
      visitChildren(index, inner, depth: depth)
      flush(context)
    case .blockquote:
      inner.quoteDepth += 1
      inner.kind = .quote
      inner.level = inner.quoteDepth
      block(index, context, inner, depth)
    case .pre: preformatted(index, context)
    case .table: table(index, context, depth)
    case .tr, .td, .th: block(index, context, inner, depth)
    case .br: open.append(0x0A)
    case .hr: flush(context)
    case .a:
      let outer = openLink
      if let address = tree.attribute("href", of: index) { openLink = (open.count, address) }
      visitChildren(index, context, depth: depth)
      closeLink()
      openLink = outer
    case .img, .picture: break
    default:
      if node.tag.isBlock { block(index, context, inner, depth) } else { visitChildren(index, context, depth: depth) }
    }
  }

  private mutating func block(_ index: Int, _ outer: Context, _ inner: Context, _ depth: Int) {
    flush(outer)
    visitChildren(index, inner, depth: depth)
    flush(inner)
  }

  /// An item; what follows its first line inside it (the lead under a headline) is one level deeper.
  private mutating func item(_ index: Int, _ outer: Context, _ inner: Context, _ depth: Int) {
    flush(outer)
    let first = passages.count
    block(index, inner, inner, depth)
    for position in passages.indices.dropFirst(first + 1)
    where passages[position].kind == .listItem && passages[position].level == inner.level {
      passages[position].level += 1
    }
  }

  private mutating func closeLink() {
    if let link = openLink, link.start < open.count { links.append((link.start, open.count, link.address)) }
    openLink = nil
  }

  // MARK: Text set as it is

  private mutating func preformatted(_ index: Int, _ context: Context) {
    flush(context)
    var raw: [UInt8] = []
    for position in index..<Int(tree.nodes[index].end) {
      let node = tree.nodes[position]
      if node.tag == .text { raw.append(contentsOf: tree.text[Int(node.textStart)..<Int(node.textEnd)]) }
      if node.tag == .br { raw.append(0x0A) }
    }
    let wide = raw.reduce(0) { $0 + ($1 >= 0xE3 && $1 < 0xF0 ? 1 : 0) }
    // Old pages set whole articles in `pre`.
    let isProse = wide * 6 > raw.count || isProseLines(raw)
    for line in raw.split(separator: 0x0A) {
      let text = oneLine(Array(line))
      if !text.isEmpty { append(Draft.Passage(isProse ? .paragraph : .code, text), share: 0) }
    }
  }

  private func isProseLines(_ raw: [UInt8]) -> Bool {
    let lines = raw.split(separator: 0x0A)
    guard lines.count <= 2 || raw.count / max(1, lines.count) > 60 else { return false }
    return endsSentence(oneLine(raw)) && !raw.contains(UInt8(ascii: "{")) && !raw.contains(UInt8(ascii: "="))
  }

  // MARK: Tables

  private mutating func table(_ index: Int, _ context: Context, _ depth: Int) {
    flush(context)
    if isLayout(index) {
      visitChildren(index, context, depth: depth)
      flush(context)
      return
    }
    var position = index + 1
    let end = Int(tree.nodes[index].end)
    while position < end {
      let node = tree.nodes[position]
      if !isCut.isEmpty, isCut[position] {
        position = Int(node.end)
        continue
      }
      if node.tag == .tr {
        row(position)
        position = Int(node.end)
      } else if node.tag == .caption {
        visit(position, context, depth: depth + 1)
        position = Int(node.end)
      } else {
        position += 1
      }
    }
  }

  private mutating func row(_ index: Int) {
    var cells: [[UInt8]] = []
    var child = index + 1
    let end = Int(tree.nodes[index].end)
    while child < end {
      let tag = tree.nodes[child].tag
      if tag == .td || tag == .th { cells.append(oneLine(tree.content(of: child))) }
      child = Int(tree.nodes[child].end)
    }
    let text = Array(cells.joined(separator: [0x09]))
    if text.contains(where: { $0 > 0x20 }) { append(Draft.Passage(.tableRow, text), share: 0) }
  }

  /// A table that arranges a page and holds no data: it has tables or blocks inside, one column, or one long cell.
  private func isLayout(_ index: Int) -> Bool {
    if tree.attribute("role", of: index) == "presentation" { return true }
    var cells = 0
    var rows = 0
    var position = index + 1
    let end = Int(tree.nodes[index].end)
    while position < end {
      switch tree.nodes[position].tag {
      case .tr: rows += 1
      case .table, .h1, .h2, .h3, .article, .blockquote: return true
      case .td, .th:
        cells += 1
        if textWeight(tree.content(of: position)[...]) > 500 { return true }
      default: break
      }
      position += 1
    }
    return cells <= max(1, rows)
  }

  private func textWeight(_ text: ArraySlice<UInt8>) -> Int { Articles.textWeight(Array(text), 0, text.count) }

  // MARK: Closing a block

  private mutating func flush(_ context: Context) {
    if openLink != nil {
      let link = openLink
      closeLink()
      openLink = link.map { (0, $0.address) }
    }
    defer {
      open.removeAll(keepingCapacity: true)
      links.removeAll(keepingCapacity: true)
    }
    guard open.contains(where: { $0 > 0x20 }) else { return }
    dropTailLink()
    let weight = max(1, Articles.textWeight(open, 0, open.count))
    let linked = links.reduce(0) { $0 + Articles.textWeight(open, $1.start, $1.end) }
    let share = Double(linked) / Double(weight)
    let whole = links.count == 1 && share >= 0.9 && isWebAddress(links[0].address.utf8) ? links[0].address : nil
    for line in lines() {
      append(Draft.Passage(context.kind, level: context.level, line, link: whole), share: share)
    }
  }

  /// A link that stands behind the last sentence and belongs to the page goes: `…と話した。<a>続きを読む</a>`.
  private mutating func dropTailLink() {
    guard let last = links.last, last.start > 0, last.end <= open.count, last.end - last.start <= 90,
      !open[last.end...].contains(where: { $0 > 0x20 }), endsSentence(oneLine(Array(open[..<last.start]))),
      Boilerplate.standard.matches(oneLine(Array(open[last.start...])))
    else { return }
    open.removeSubrange(last.start...)
    links.removeLast()
  }

  /// The lines of the open text: `<br><br>` parts paragraphs, a single `<br>` parts lines that are not wrapped ones.
  private func lines() -> [[UInt8]] {
    guard open.contains(0x0A) else {
      let line = oneLine(open)
      return line.isEmpty ? [] : [line]
    }
    var result: [[UInt8]] = []
    var isBlankBefore = true
    for part in open.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = oneLine(Array(part))
      if line.isEmpty {
        isBlankBefore = true
        continue
      }
      if !isBlankBefore, let last = result.last, !endsSentence(last), displayWidth(last) >= 50, goesOn(line) {
        result[result.count - 1] = last + (needsSpace(last, line) ? [0x20] : []) + line
      } else {
        result.append(line)
      }
      isBlankBefore = false
    }
    return result
  }

  /// Whether a line can be the rest of a wrapped one: it begins in lower case, or with kana or kanji.
  private func goesOn(_ line: [UInt8]) -> Bool {
    let (scalar, _) = decodedScalar(line, at: 0)
    return (0x61...0x7A).contains(scalar) || (0x3041...0x9FFF).contains(scalar) && scalar != 0x30FB
  }

  private mutating func append(_ passage: Draft.Passage, share: Double) {
    passages.append(passage)
    linkShares.append(share)
  }
}
