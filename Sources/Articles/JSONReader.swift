import Facts

/// Reads articles from JSON: one object, an array of them, a JSON Feed, or an object that holds one of these.
///
/// Example: `{"content":{"title":"…","url":"https://…","summaryBody":"甲社は…。"}}` has no field named for a body, so
/// every field that holds sentences becomes a paragraph, in the order of the document. A field `language` is not
/// believed: it often tells of the page behind a summary.
struct JSONReader {
  let limits: ReadLimits
  let fields: FieldNames

  func read(_ utf8: [UInt8], document: RawDocument, charset: String) throws(ReadFailure) -> [ReadResult] {
    let value: JSONValue
    do {
      value = try JSONParser.parse(utf8, nesting: limits.nesting)
    } catch {
      // Dumps of JSON Lines are often named `.json`.
      if error.reason == .malformed, let end = utf8.firstIndex(of: 0x0A), end + 1 < utf8.count,
        JSONParser.isValue(Array(utf8[..<end]), nesting: limits.nesting)
      {
        return readLines(utf8, document: document, charset: charset)
      }
      throw error
    }
    let articles = articleObjects(value)
    guard !articles.isEmpty else { throw ReadFailure(.noArticle, "no object with a title or a text in it") }
    var composer = ArticleComposer(document: document, charset: charset, limits: limits)
    if articles.count == 1 {
      return [.article(try composer.article(draft(articles[0])))]
    }
    var results: [ReadResult] = []
    for (number, object) in articles.enumerated() {
      composer.fragment = "#\(number + 1)"
      results.append(result(object, composer, source: serialized(object)))
    }
    return results
  }

  func readLines(_ utf8: [UInt8], document: RawDocument, charset: String) -> [ReadResult] {
    var results: [ReadResult] = []
    var composer = ArticleComposer(document: document, charset: charset, limits: limits)
    var number = 0
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      composer.fragment = "#\(number)"
      let bytes = Array(line)
      do {
        for object in articleObjects(try JSONParser.parse(bytes, nesting: limits.nesting)) {
          results.append(result(object, composer, source: bytes))
        }
      } catch {
        results.append(reject(error, composer, bytes))
      }
    }
    return results
  }

  /// - Parameter source: the bytes that this article landed as, where they are not the document's.
  func result(_ object: JSONValue, _ composer: ArticleComposer, source: [UInt8]?, named reader: String = "json") -> ReadResult {
    do {
      var draft = draft(object)
      draft.reader = reader
      return .article(try composer.article(draft, source: source))
    } catch {
      return reject(error, composer, source ?? composer.document.bytes)
    }
  }

  private func reject(_ failure: ReadFailure, _ composer: ArticleComposer, _ bytes: [UInt8]) -> ReadResult {
    .reject(
      Reject(
        uri: composer.document.uri + composer.fragment, reason: failure.reason, detail: failure.detail, stage: .reader,
        bytes: Array(bytes.prefix(limits.rejectBytes))))
  }

  // MARK: Which objects are articles

  private func articleObjects(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let values): return values.flatMap(articleObjects)
    case .object(let object):
      if object.contains(where: { fields.text.contains(FrontMatter.folded($0.key)) && $0.value.string != nil }) { return [value] }
      // A feed or an answer of an interface: a list of articles in one of its fields.
      for (_, field) in object {
        if case .array(let values) = field, let first = values.first, isArticle(first) { return values.filter(isArticle) }
      }
      return isArticle(value) ? [value] : []
    default: return []
    }
  }

  private func isArticle(_ value: JSONValue) -> Bool {
    var hasTitle = false
    var hasProse = false
    walk(value) { key, text in
      if fields.title.contains(key) { hasTitle = true }
      if fields.text.contains(key) || isProse(Array(text.utf8)) { hasProse = true }
    }
    return hasTitle || hasProse
  }

  // MARK: One article

  private func draft(_ object: JSONValue) -> Draft {
    var draft = Draft(reader: "json")
    var strings: [(key: String, text: String)] = []
    walk(object) { strings.append(($0, $1)) }
    func first(_ keys: [String]) -> String? {
      for key in keys {
        if let found = strings.first(where: { $0.key == key && !$0.text.isEmpty }) { return found.text }
      }
      return nil
    }
    draft.title = first(fields.title).map { String(decoding: decodingReferences(Array($0.utf8)), as: UTF8.self) }
    for key in fields.address {
      if let address = strings.first(where: { $0.key == key })?.text, isWebAddress(address.utf8) {
        draft.canonical = address
        break
      }
    }
    draft.publisher = first(fields.source).flatMap { isWebAddress($0.utf8) ? nil : $0 }
    if let text = first(fields.published), let date = parsedDate(text) {
      draft.publishedOn = date
      draft.publishedFrom = "metadata"
    }
    draft.modifiedOn = first(fields.modified).flatMap(parsedDate)
    if let body = first(fields.text) {
      append(body, to: &draft)
    } else {
      for (key, text) in strings where !fields.title.contains(key) && !fields.source.contains(key) {
        let bytes = Array(text.utf8)
        let isNamedText = ["summary", "title", "headline", "description", "abstract", "excerpt", "lead"].contains {
          key.hasSuffix($0) || key.hasPrefix($0)
        }
        if !isWebAddress(bytes), isNamedText && bytes.count >= 6 && !isDate(text) || isProse(bytes) { append(text, to: &draft) }
      }
    }
    if let declared = first(["language", "lang", "inlanguage"]), tellsOfAnotherPage(declared, draft.passages) {
      draft.publisher = draft.publisher ?? draft.canonical.flatMap(host)
      if draft.publishedOn == nil, let date = draft.canonical.flatMap(addressDate) {
        (draft.publishedOn, draft.publishedFrom) = (date, "url")
      }
      draft.canonical = nil
    }
    return draft
  }

  /// A text in another language than its fields say is a summary of the page at the address, an article of its own:
  /// known by that address, it would take the page's place or lose its own.
  private func tellsOfAnotherPage(_ declared: String, _ passages: [Draft.Passage]) -> Bool {
    guard let language = ArticleLanguage(rawValue: String(declared.lowercased().prefix(2))), language != .other else {
      return false
    }
    let found = detectLanguage(Array(passages.prefix(4).map(\.text).joined(separator: [0x0A])), fallback: language)
    return found != language && found != .other
  }

  private func isDate(_ text: String) -> Bool { text.utf8.count <= 32 && parsedDate(text) != nil }

  /// A body may be plain, Markdown or HTML: it is read as what it looks like.
  private func append(_ text: String, to draft: inout Draft) {
    let bytes = Array(text.utf8)
    if looksLikeHTML(bytes) {
      draft.passages.append(contentsOf: HTMLReader(limits: limits).fragment(bytes))
    } else {
      var blocks = MarkdownBlocks(limits: limits)
      blocks.read(bytes)
      draft.passages.append(contentsOf: blocks.passages)
    }
  }

  /// All strings of an object in order, each with its field's folded name; arrays of bare words are no text.
  private func walk(_ value: JSONValue, _ visit: (String, String) -> Void) {
    guard case .object(let object) = value else { return }
    for (key, field) in object {
      switch field {
      case .string(let text), .number(let text): visit(FrontMatter.folded(key), text)
      case .object: walk(field, visit)
      case .array(let values):
        for element in values {
          if let text = element.string {
            if isProse(Array(text.utf8)) || fields.text.contains(FrontMatter.folded(key)) {
              visit(FrontMatter.folded(key) + "[]", text)
            }
          } else {
            walk(element, visit)
          }
        }
      default: break
      }
    }
  }

  /// The object as JSON again: what one article of many was landed as.
  private func serialized(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    value.append(to: &bytes)
    return bytes
  }
}

/// Whether a text holds at least one sentence: long enough, with a sentence's end.
func isProse(_ bytes: [UInt8]) -> Bool {
  guard bytes.count >= 30, !isWebAddress(bytes) else { return false }
  if contains(bytes, Array("。".utf8)) { return true }
  let spaces = bytes.filter { $0 == 0x20 }.count
  return spaces >= 5 && endsSentence(oneLine(bytes))
}

/// Whether a text is marked up: one of the tags that make blocks stands in its first 4,000 bytes.
func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
  var index = 0
  let end = min(bytes.count, 4000)
  while let mark = bytes[index..<end].firstIndex(of: UInt8(ascii: "<")) {
    if let tag = InlineTag(bytes, at: mark), tag.breaksLine || tag.name == "html" || tag.name == "body" || tag.name == "doctype" {
      return true
    }
    index = mark + 1
  }
  return false
}

extension JSONValue {
  fileprivate func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): JSONValue.append(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONValue.append(field.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        field.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      let raw = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index < buffer.count {
        if index + Lanes.count <= buffer.count {
          let block = Lanes(raw, at: index)
          if !block.holdsLess(than: 0x20), !block.holds(0x22, or: 0x5C) {
            index += Lanes.count
            continue
          }
        }
        let end = min(index + Lanes.count, buffer.count)
        while index < end {
          let byte = buffer[index]
          if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            bytes.append(contentsOf: buffer[start..<index])
            start = index + 1
            appendEscaped(byte, to: &bytes)
          }
          index += 1
        }
      }
      bytes.append(contentsOf: buffer[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
}
