import Facts

/// Lays a draft down as an article: takes boilerplate and repeats out, joins the passages to one text with spans,
/// settles language, date and hash. The one way from any reader to `Article`.
struct ArticleComposer {
  let document: RawDocument
  let charset: String
  let limits: ReadLimits
  /// Tells one of several articles of a document from the others: `#12`, appended to the address.
  var fragment = ""
  /// Whether the address that the document was fetched from is the article's, where it states none.
  var usesAddress = true

  init(document: RawDocument, charset: String, limits: ReadLimits) {
    self.document = document
    self.charset = charset
    self.limits = limits
  }

  func article(_ draft: Draft, source: [UInt8]? = nil) throws(ReadFailure) -> Article {
    guard draft.passages.count <= limits.blocks else {
      throw ReadFailure(.limit, "\(draft.passages.count) paragraphs, more than the \(limits.blocks) of one article")
    }
    let passages = withoutRepeats(draft.isTrimmed ? draft.passages : withoutBoilerplate(draft.passages))
    var text: [UInt8] = []
    text.reserveCapacity(passages.reduce(0) { $0 + $1.text.count + 1 })
    var blocks: [Block] = []
    blocks.reserveCapacity(passages.count)
    for passage in passages where !passage.text.isEmpty {
      if !text.isEmpty { text.append(0x0A) }
      let start = text.count
      text.append(contentsOf: passage.text)
      blocks.append(
        Block(kind: passage.kind, level: passage.level, span: Span(start, text.count), link: passage.link))
    }
    guard !text.isEmpty || draft.title != nil else {
      throw ReadFailure(.noArticle, "no article text found in it")
    }
    let bytes = source ?? document.bytes
    let canonical = draft.canonical ?? (usesAddress ? document.hints.address : nil)
    var article = Article(
      uri: document.uri + fragment, canonical: canonical, title: draft.title.flatMap(title),
      text: String(decoding: text, as: UTF8.self), blocks: blocks, language: .other,
      publishedOn: draft.publishedOn, publishedFrom: draft.publishedOn == nil ? nil : draft.publishedFrom,
      modifiedOn: draft.modifiedOn, publisher: draft.publisher ?? canonical.flatMap(host),
      sha256: sha256(bytes), charset: charset, reader: draft.reader, source: bytes)
    article.language = detectLanguage(text.isEmpty ? Array((article.title ?? "").utf8) : text)
    if article.publishedOn == nil { article.dateByAddressOrText() }
    return article
  }

  private func title(_ title: String) -> String? {
    let line = oneLine(Array(title.utf8))
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}

/// The host of an http(s) address without `www.`: `https://www.example.co.jp/a` → `example.co.jp`.
func host(_ address: String) -> String? {
  let bytes = Array(address.utf8)
  guard isWebAddress(bytes) else { return nil }
  let start = bytes[4] == UInt8(ascii: ":") ? 7 : 8
  var end = start
  while end < bytes.count, ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":")].contains(bytes[end]) {
    end += 1
  }
  var name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  if let at = name.lastIndex(of: "@") { name = String(name[name.index(after: at)...]) }
  if name.hasPrefix("www.") { name.removeFirst(4) }
  return name.contains(".") ? name : nil
}

func isWebAddress(_ bytes: some Collection<UInt8>) -> Bool {
  func begins(_ scheme: StaticString) -> Bool {
    guard bytes.count > scheme.utf8CodeUnitCount else { return false }
    var index = bytes.startIndex
    for offset in 0..<scheme.utf8CodeUnitCount {
      if bytes[index] | 0x20 != scheme.utf8Start[offset] | 0x20 { return false }
      index = bytes.index(after: index)
    }
    return true
  }
  return begins("http://") || begins("https://")
}
