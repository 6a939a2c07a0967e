import CLibxml2
import Facts

/// Reads the articles of a feed: RSS 2.0, RSS 1.0 (RDF) and Atom, with the full content where the feed has it.
///
/// Example: `<item><title>…</title><link>https://…</link><pubDate>Tue, 04 Nov 2025 …</pubDate><content:encoded>…` → one
/// article with its address and date, the channel's title as publisher. Entities are never expanded: a bomb stays small.
struct FeedReader {
  let limits: ReadLimits

  func read(_ utf8: [UInt8], document: RawDocument, charset: String) throws(ReadFailure) -> [ReadResult] {
    guard let feed = XMLFeed(utf8), let root = feed.root else { throw ReadFailure(.malformed, "not XML") }
    var items: [XMLNode] = []
    var channel: XMLNode?
    collect(root, &items, &channel, depth: 0)
    guard !items.isEmpty else { throw ReadFailure(.unsupported, "XML that is no feed (its root is “\(root.localName)”)") }
    let publisher = (channel ?? root).childText(["title"])
    var composer = ArticleComposer(document: document, charset: charset, limits: limits)
    // The address of the feed is none of its articles'.
    composer.usesAddress = false
    var results: [ReadResult] = []
    for (number, item) in items.enumerated() {
      if items.count > 1 { composer.fragment = "#\(number + 1)" }
      let source = items.count > 1 ? feed.serialized(item) : nil
      do throws(ReadFailure) {
        results.append(.article(try composer.article(draft(item, publisher: root == item ? nil : publisher), source: source)))
      } catch {
        results.append(
          .reject(
            Reject(
              uri: document.uri + composer.fragment, reason: error.reason, detail: error.detail, stage: .reader,
              bytes: Array((source ?? utf8).prefix(limits.rejectBytes)))))
      }
    }
    return results
  }

  /// Items stand under the channel (RSS), beside it (RDF) or under the feed (Atom).
  private func collect(_ node: XMLNode, _ items: inout [XMLNode], _ channel: inout XMLNode?, depth: Int) {
    if node.localName == "item" || node.localName == "entry" {
      items.append(node)
      return
    }
    if node.localName == "channel" { channel = node }
    guard depth < 4 else { return }
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { collect(current, &items, &channel, depth: depth + 1) }
      child = current.pointee.next
    }
  }

  private func draft(_ item: XMLNode, publisher: String?) -> Draft {
    var draft = Draft(reader: "feed")
    draft.title = item.childText(["title"]).map { title in
      // Titles are often escaped HTML.
      let passages = HTMLReader(limits: limits).fragment(Array(title.utf8))
      return passages.isEmpty ? title : passages.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
    }
    draft.canonical =
      item.link.flatMap { isWebAddress($0.utf8) ? $0 : nil }
      ?? item.childText(["guid", "id"]).flatMap { isWebAddress($0.utf8) ? $0 : nil }
    draft.publisher = item.childText(["source", "publisher"]) ?? publisher
    if let date = item.childText(["pubDate", "published", "date", "issued", "created"]).flatMap(parsedDate) {
      (draft.publishedOn, draft.publishedFrom) = (date, "metadata")
    }
    draft.modifiedOn = item.childText(["updated", "modified"]).flatMap(parsedDate)
    if draft.publishedOn == nil, let date = draft.modifiedOn { (draft.publishedOn, draft.publishedFrom) = (date, "metadata") }
    if let body = item.childText(["encoded", "content", "fulltext"]) ?? item.childText(["description", "summary"]) {
      let bytes = Array(body.utf8)
      if bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "&")) {
        draft.passages = HTMLReader(limits: limits).fragment(bytes)
      } else {
        for line in splitLines(bytes) { draft.append(.paragraph, Array(line)) }
      }
    }
    return draft
  }
}

/// libxml2's tree of an XML document, freed with its last reference.
private final class XMLFeed {
  private let document: xmlDocPtr

  init?(_ utf8: [UInt8]) {
    let options = Int32(
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue)
    let parsed = withoutInternalSubset(utf8).withUnsafeBytes { buffer in
      xmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8", options)
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  var root: XMLNode? { xmlDocGetRootElement(document) }

  func serialized(_ node: XMLNode) -> [UInt8] {
    guard let buffer = xmlBufferCreate() else { return [] }
    defer { xmlBufferFree(buffer) }
    guard xmlNodeDump(buffer, document, node, 0, 0) >= 0, let content = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }
}

extension UnsafeMutablePointer where Pointee == xmlNode {
  /// The name without its prefix, whether the prefix was declared or not.
  fileprivate var localName: String {
    guard let name = pointee.name else { return "" }
    let text = String(cString: name)
    return text.split(separator: ":").last.map(String.init) ?? text
  }

  /// The text of the first child that has one of these names, in the order of the names.
  fileprivate func childText(_ names: [String]) -> String? {
    for name in names {
      var child = pointee.children
      while let current = child {
        if current.pointee.type == XML_ELEMENT_NODE, current.localName == name, let text = current.innerText { return text }
        child = current.pointee.next
      }
    }
    return nil
  }

  /// The text inside; of Atom's `type="xhtml"` the markup with it.
  private var innerText: String? {
    if attribute("type") == "xhtml" {
      guard let buffer = xmlBufferCreate() else { return nil }
      defer { xmlBufferFree(buffer) }
      guard xmlNodeDump(buffer, pointee.doc, self, 0, 0) >= 0, let content = xmlBufferContent(buffer) else { return nil }
      return String(cString: content)
    }
    guard let value = xmlNodeGetContent(self) else { return nil }
    defer { freeXMLMemory(value) }
    let text = String(cString: value)
    return text.utf8.contains { $0 > 0x20 } ? text : nil
  }

  fileprivate func attribute(_ name: String) -> String? {
    guard let value = xmlGetProp(self, name) else { return nil }
    defer { freeXMLMemory(value) }
    return String(cString: value)
  }

  /// RSS has the address as text, Atom as `<link rel="alternate" href="…">`.
  fileprivate var link: String? {
    var best: String?
    var child = pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE, current.localName == "link" {
        if let address = current.attribute("href") {
          let relation = current.attribute("rel") ?? "alternate"
          if relation == "alternate" { return address }
          if relation == "self", best == nil { best = address }
        } else if let text = current.innerText {
          return String(decoding: oneLine(Array(text.utf8)), as: UTF8.self)
        }
      }
      child = current.pointee.next
    }
    return best
  }
}
