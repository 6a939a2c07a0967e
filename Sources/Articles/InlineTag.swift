/// One HTML tag or comment inside other text: `<a href="…">`, `</p>`, `<!-- … -->`. A `<` that begins none
/// (`3 < 5`) makes no tag.
struct InlineTag {
  let name: String
  let isEnd: Bool
  /// Written as `<br/>`.
  let isEmpty: Bool
  let start: Int
  /// Index behind the `>`.
  let end: Int

  init?(_ bytes: [UInt8], at start: Int) {
    let count = bytes.count
    guard start + 2 < count, bytes[start] == UInt8(ascii: "<") else { return nil }
    self.start = start
    if bytes[(start + 1)...].starts(with: Array("!--".utf8)) {
      (name, isEnd, isEmpty) = ("!--", false, true)
      end = find("-->", in: bytes, from: start + 4, within: bytes.count).map { $0 + 3 } ?? count
      return
    }
    var index = start + 1
    isEnd = bytes[index] == UInt8(ascii: "/")
    if isEnd || bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") { index += 1 }
    let nameStart = index
    while index < count, isASCIIAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > nameStart, index - nameStart <= 32, !(0x30...0x39).contains(bytes[nameStart]) else { return nil }
    name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    guard index < count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") else {
      return nil
    }
    // A quoted value (an image as data) may be long, what stands between values is short.
    var unquoted = 0
    while index < count, unquoted < 4000 {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x27, bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1] == 0x20 {
        guard let close = bytes[(index + 1)...].prefix(4 << 20).firstIndex(of: byte) else { return nil }
        index = close
      } else if byte == UInt8(ascii: ">") {
        isEmpty = bytes[index - 1] == UInt8(ascii: "/")
        end = index + 1
        return
      }
      unquoted += 1
      index += 1
    }
    return nil
  }

  /// Whether what stands before and after the tag are different lines.
  var breaksLine: Bool {
    switch name {
    case "br", "p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "figure", "figcaption", "dl",
      "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "summary", "pre", "header", "footer", "aside", "main",
      "center", "video", "audio", "iframe", "picture":
      true
    default: false
    }
  }

  var isVoid: Bool {
    switch name {
    case "br", "hr", "img", "input", "meta", "link", "source", "embed", "col", "area", "base", "track", "wbr", "!--", "doctype":
      true
    default: false
    }
  }

  /// The value of an attribute, its references decoded.
  func attribute(_ attribute: String, in bytes: [UInt8]) -> String? {
    guard let position = find(attribute + "=", in: bytes, from: start + 1, within: end - start) else { return nil }
    var index = position + attribute.utf8.count + 1
    guard index < end else { return nil }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      index += 1
      let value = bytes[index..<end].prefix { $0 != quote }
      return String(decoding: decodingReferences(Array(value)), as: UTF8.self)
    }
    let value = bytes[index..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return String(decoding: decodingReferences(Array(value)), as: UTF8.self)
  }
}

/// How many elements of a piece of HTML are open, void elements aside, and whether its text is verbatim (`<script>`).
struct TagBalance {
  private(set) var depth = 0
  private var verbatim: String?
  var isVerbatim: Bool { verbatim != nil }

  mutating func read(_ line: [UInt8]) {
    var index = 0
    while index < line.count {
      guard line[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let name = verbatim {
        if find("</" + name, in: line, from: index, within: name.utf8.count + 2) == index {
          verbatim = nil
          depth -= 1
        }
        index += 1
        continue
      }
      guard let tag = InlineTag(line, at: index) else {
        index += 1
        continue
      }
      index = tag.end
      if tag.isVoid || tag.isEmpty { continue }
      if tag.isEnd {
        depth -= 1
      } else {
        depth += 1
        if ["script", "style", "svg", "pre", "textarea"].contains(tag.name) { verbatim = tag.name }
      }
    }
  }
}
