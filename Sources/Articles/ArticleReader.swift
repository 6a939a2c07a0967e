/// Turns the bytes of a document into articles, by the reader that fits its name, its declared type or its first bytes.
///
/// Example: `report.html` in Shift_JIS becomes one article of UTF-8 text, with title, date, address and language;
/// a file of zeros becomes one reject. Never throws: one bad document costs one document.
public struct ArticleReader: Sendable {
  public let limits: ReadLimits
  public let fields: FieldNames

  public init(limits: ReadLimits = ReadLimits(), fields: FieldNames = FieldNames()) {
    self.limits = limits
    self.fields = fields
  }

  public func read(_ document: RawDocument) -> [ReadResult] {
    func reject(_ failure: ReadFailure, _ stage: Reject.Stage) -> [ReadResult] {
      [
        .reject(
          Reject(
            uri: document.uri, reason: failure.reason, detail: failure.detail, stage: stage,
            bytes: Array(document.bytes.prefix(limits.rejectBytes))))
      ]
    }
    guard !document.bytes.isEmpty else { return reject(ReadFailure(.empty, "empty file"), .source) }
    guard document.bytes.count <= limits.documentBytes else {
      return reject(ReadFailure(.tooLarge, "larger than \(limits.documentBytes) bytes"), .source)
    }
    var decoded: DecodedText
    do throws(ReadFailure) {
      decoded = try decodeCharset(document.bytes, declared: document.hints.contentType.flatMap(charsetParameter))
      let repaired = try repairingMojibake(decoded.utf8)
      if let misread = repaired.misreadAs {
        decoded = DecodedText(utf8: repaired.text, charset: decoded.charset + " read as " + misread)
      }
    } catch {
      return reject(error, .charset)
    }
    guard decoded.utf8.contains(where: { $0 > 0x20 }) else {
      return reject(ReadFailure(.empty, "nothing but white space"), .charset)
    }
    let composer = ArticleComposer(document: document, charset: decoded.charset, limits: limits)
    do throws(ReadFailure) {
      let drafts: [Draft]
      switch DocumentForm(of: document, text: decoded.utf8) {
      case .text: drafts = [TextReader().draft(decoded.utf8)]
      case .markdown: drafts = [MarkdownReader(limits: limits).draft(decoded.utf8)]
      case .html: drafts = [try page(decoded.utf8, document)]
      case .json:
        return try JSONReader(limits: limits, fields: fields).read(decoded.utf8, document: document, charset: decoded.charset)
      case .feed: return try FeedReader(limits: limits).read(decoded.utf8, document: document, charset: decoded.charset)
      case .separated(let separator):
        return try CSVReader(limits: limits, fields: fields, separator: separator).read(
          decoded.utf8, document: document, charset: decoded.charset)
      case .jsonLines:
        return JSONReader(limits: limits, fields: fields).readLines(decoded.utf8, document: document, charset: decoded.charset)
      }
      var results: [ReadResult] = []
      for draft in drafts { results.append(.article(try composer.article(draft))) }
      return results
    } catch {
      return reject(error, .reader)
    }
  }

  /// A page, or the pages of one article that were fetched together.
  private func page(_ utf8: [UInt8], _ document: RawDocument) throws(ReadFailure) -> Draft {
    let reader = HTMLReader(limits: limits)
    guard isWebAddress(document.uri.utf8) else { return try reader.draft(utf8, address: document.hints.address) }
    var draft: Draft?
    for page in JoinedPages.pages(of: utf8) {
      let next = try reader.draft(page, address: document.hints.address)
      if draft == nil { draft = next } else { draft?.append(page: next) }
    }
    guard let draft else { throw ReadFailure(.empty, "no page") }
    return draft
  }
}
