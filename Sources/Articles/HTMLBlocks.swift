import CLibxml2
import Facts

/// Walks a tree of HTML and lays it down as passages: headings, paragraphs, items with their depth, quotes, rows, code.
struct HTMLBlocks {
  private(set) var passages: [Draft.Passage] = []
  private let nesting: Int
  private var open: [UInt8] = []
  private var kind: Block.Kind = .paragraph
  private var level = 0
  private var listDepth = 0
  private var quoteDepth = 0
  private var links: [(start: Int, end: Int, address: String)] = []

  init(nesting: Int) { self.nesting = nesting }

  mutating func walk(_ node: XMLNode?) {
    guard let node else { return }
    visit(node, depth: 0)
  }

  mutating func finish() -> [Draft.Passage] {
    flush()
    return passages
  }

  private mutating func visit(_ node: XMLNode, depth: Int) {
    guard depth < nesting else { return }
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content {
        open.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
    case XML_ELEMENT_NODE: element(node, depth: depth)
    default: break
    }
  }

  private mutating func children(_ node: XMLNode, depth: Int) {
    var child = node.pointee.children
    while let current = child {
      visit(current, depth: depth + 1)
      child = current.pointee.next
    }
  }

  private mutating func element(_ node: XMLNode, depth: Int) {
    let name = node.name
    switch name {
    case "script", "style", "noscript", "svg", "iframe", "template", "head", "form", "button", "select", "textarea", "nav", "footer",
      "object", "embed", "audio", "video", "canvas", "math", "aside", "rt", "rp":
      return
    case "h1", "h2", "h3", "h4", "h5", "h6":
      block(.heading, Int(name.utf8.last ?? 0x31) - 0x30) { $0.children(node, depth: depth) }
    case "li":
      block(.listItem, max(1, listDepth)) { $0.children(node, depth: depth) }
    case "ul", "ol":
      flush()
      listDepth += 1
      let outer = (kind, level)
      if listDepth > 1 { (kind, level) = (.listItem, listDepth) }
      children(node, depth: depth)
      flush()
      (kind, level) = outer
      listDepth -= 1
    case "blockquote":
      quoteDepth += 1
      block(.quote, quoteDepth) { $0.children(node, depth: depth) }
      quoteDepth -= 1
    case "pre":
      flush()
      for line in node.textContent.split(separator: 0x0A) {
        let text = oneLine(Array(line))
        if !text.isEmpty { passages.append(Draft.Passage(.code, text)) }
      }
    case "tr": row(node)
    case "br", "hr": flush()
    case "a":
      let start = open.count
      children(node, depth: depth)
      if let address = node.attribute("href"), start <= open.count { links.append((start, open.count, address)) }
    case "p", "div", "section", "article", "main", "header", "table", "tbody", "thead", "tfoot", "dl", "dt", "dd", "figure",
      "figcaption", "details", "summary", "address", "center", "fieldset", "body", "html", "caption":
      flush()
      children(node, depth: depth)
      flush()
    default: children(node, depth: depth)
    }
  }

  private mutating func block(_ kind: Block.Kind, _ level: Int, _ body: (inout HTMLBlocks) -> Void) {
    flush()
    let outer = (self.kind, self.level)
    (self.kind, self.level) = (kind, level)
    body(&self)
    flush()
    (self.kind, self.level) = outer
  }

  private mutating func row(_ node: XMLNode) {
    flush()
    var cells: [[UInt8]] = []
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { cells.append(oneLine(current.textContent)) }
      child = current.pointee.next
    }
    let text = Array(cells.joined(separator: [0x09]))
    if text.contains(where: { $0 > 0x20 }) { passages.append(Draft.Passage(.tableRow, text)) }
  }

  private mutating func flush() {
    let text = oneLine(open)
    if !text.isEmpty {
      let linked = links.reduce(0) { $0 + $1.end - $1.start }
      let isWhole = links.count == 1 && linked * 10 >= open.filter { $0 > 0x20 }.count * 9
      passages.append(Draft.Passage(kind, level: level, text, link: isWhole && isWebAddress(links[0].address.utf8) ? links[0].address : nil))
    }
    open.removeAll(keepingCapacity: true)
    links = []
  }
}
