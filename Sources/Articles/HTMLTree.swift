import CLibxml2

/// A parsed page as one array of nodes in document order, which scoring and rendering walk with plain loops.
///
/// Node `i` has its descendants at `i + 1 ..< end`. Text is one buffer; attributes stay in libxml2's tree, which the
/// page keeps alive.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int32
    /// Index behind the last descendant.
    var end: Int32
    /// The run of `text` of a text node.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    var element: XMLNode?
  }

  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private let document: HTMLDocument

  /// Parses a page. Throws where its elements are nested deeper than `nesting`.
  init(_ utf8: [UInt8], nesting: Int) throws(ReadFailure) {
    guard let document = HTMLDocument(utf8), let root = document.root else { throw ReadFailure(.malformed, "not HTML") }
    self.document = document
    text.reserveCapacity(utf8.count / 2)
    nodes.reserveCapacity(utf8.count / 24)
    var parents: [Int32] = []
    var cursor: XMLNode? = root
    while let node = cursor {
      let index = Int32(truncatingIfNeeded: nodes.count)
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        let tag = HTMLTag(node.pointee.name)
        nodes.append(Node(tag: tag, parent: parents.last ?? -1, end: index + 1, element: node))
        if let child = node.pointee.children {
          guard parents.count < nesting else { throw ReadFailure(.tooDeep, "elements nested deeper than \(nesting)") }
          parents.append(index)
          cursor = child
          continue
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = node.pointee.content {
          let start = Int32(truncatingIfNeeded: text.count)
          text.append(contentsOf: UnsafeBufferPointer(start: content, count: strlen(content)))
          nodes.append(
            Node(
              tag: .text, parent: parents.last ?? -1, end: index + 1, textStart: start,
              textEnd: Int32(truncatingIfNeeded: text.count)))
        }
      default: break
      }
      // The next node in document order; closing elements learn where they end.
      var current = node
      cursor = nil
      while true {
        if let next = current.pointee.next {
          cursor = next
          break
        }
        guard let closed = parents.popLast(), let parent = current.pointee.parent else { break }
        nodes[Int(closed)].end = Int32(truncatingIfNeeded: nodes.count)
        current = parent
        if parents.isEmpty, current == root { break }
      }
    }
    while let closed = parents.popLast() { nodes[Int(closed)].end = Int32(truncatingIfNeeded: nodes.count) }
  }

  func attribute(_ name: StaticString, of index: Int) -> String? {
    withAttribute(name, of: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of an attribute's value, without a copy; libxml2 has decoded its references.
  func withAttribute<Result>(_ name: StaticString, of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard let element = nodes[index].element else { return nil }
    var property = element.pointee.properties
    while let current = property {
      if let key = current.pointee.name, strcmp(key, name.utf8Start) == 0 {
        guard let value = current.pointee.children?.pointee.content else {
          return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return body(UnsafeBufferPointer(start: value, count: strlen(value)))
      }
      property = current.pointee.next
    }
    return nil
  }

  func hasAttribute(_ name: StaticString, of index: Int) -> Bool { withAttribute(name, of: index) { _ in true } ?? false }

  /// The text of a node and all its descendants, scripts and styles aside.
  func content(of index: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var position = index
    let end = Int(nodes[index].end)
    while position < end {
      let node = nodes[position]
      if position > index, node.tag == .script || node.tag == .style {
        position = Int(node.end)
        continue
      }
      if node.tag == .text {
        bytes.append(contentsOf: text[Int(node.textStart)..<Int(node.textEnd)])
      } else if node.tag.isBlock || node.tag == .br {
        bytes.append(0x20)
      }
      position += 1
    }
    return bytes
  }

  private func strlen(_ bytes: UnsafePointer<UInt8>) -> Int { Int(xmlStrlen(bytes)) }

  private func strcmp(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>) -> Int {
    var index = 0
    while left[index] == right[index], left[index] != 0 { index += 1 }
    return Int(left[index]) - Int(right[index])
  }
}

typealias XMLNode = UnsafeMutablePointer<xmlNode>

/// libxml2's tree of a page, freed with its last reference.
final class HTMLDocument {
  private let document: htmlDocPtr

  init?(_ utf8: [UInt8]) {
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        | HTML_PARSE_COMPACT.rawValue)
    let parsed = withoutInternalSubset(utf8).withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8", options)
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  var root: XMLNode? { xmlDocGetRootElement(document) }
}
