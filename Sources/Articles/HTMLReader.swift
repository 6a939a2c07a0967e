import CLibxml2
import Facts

/// Reads HTML with libxml2's tolerant parser: main content as plain text with its structure, title, address, dates.
struct HTMLReader {
  let limits: ReadLimits

  init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  func draft(_ utf8: [UInt8], address: String?) throws(ReadFailure) -> Draft {
    guard let document = HTMLDocument(utf8) else { throw ReadFailure(.malformed, "not HTML") }
    var draft = Draft(reader: "html")
    HTMLMetadata(document).fill(&draft)
    var walker = HTMLBlocks(nesting: limits.nesting)
    walker.walk(document.mainContent())
    draft.passages = walker.finish()
    return draft
  }

  /// The passages of a piece of HTML inside another document, all of it.
  func fragment(_ utf8: [UInt8]) -> [Draft.Passage] {
    guard let document = HTMLDocument(utf8), let root = document.root else { return [] }
    var walker = HTMLBlocks(nesting: limits.nesting)
    walker.walk(root)
    return walker.finish()
  }
}

typealias XMLNode = UnsafeMutablePointer<xmlNode>

/// A parsed page, freed with its last reference.
final class HTMLDocument {
  private let document: htmlDocPtr

  init?(_ utf8: [UInt8]) {
    let options = Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
    let parsed = utf8.withUnsafeBytes { buffer in
      htmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8", options)
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  var root: XMLNode? { xmlDocGetRootElement(document) }

  /// `<article>` where there is exactly one, else `<main>`, else the body.
  func mainContent() -> XMLNode? {
    guard let root else { return nil }
    var articles: [XMLNode] = []
    var mains: [XMLNode] = []
    forEachElement(root) { node in
      switch node.name {
      case "article": articles.append(node)
      case "main": mains.append(node)
      default: break
      }
    }
    if articles.count == 1 { return articles[0] }
    return mains.first ?? root
  }

  /// Visits elements in document order without recursion.
  func forEachElement(_ start: XMLNode, _ visit: (XMLNode) -> Void) {
    var node: XMLNode = start
    while true {
      if node.pointee.type == XML_ELEMENT_NODE { visit(node) }
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        node = child
        continue
      }
      while node.pointee.next == nil {
        guard node != start, let parent = node.pointee.parent, parent != start else { return }
        node = parent
      }
      if node == start { return }
      guard let next = node.pointee.next else { return }
      node = next
    }
  }
}

extension UnsafeMutablePointer where Pointee == xmlNode {
  var name: String { pointee.name.map { String(cString: $0) } ?? "" }

  func attribute(_ name: String) -> String? {
    guard let value = xmlGetProp(self, name) else { return nil }
    defer { freeXMLMemory(value) }
    return String(cString: value)
  }

  /// The text of all descendants.
  var textContent: [UInt8] {
    guard let value = xmlNodeGetContent(self) else { return [] }
    defer { freeXMLMemory(value) }
    return Array(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
  }
}
