/// The language of an article or a sentence. Others are kept, counted and not parsed.
public enum ArticleLanguage: String, Sendable, Codable, CaseIterable {
  case ja, en, zh, other
}

/// What one run of an article's text is: readers keep the structure that headlines, digests and tables are told in.
public struct Block: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable { case heading, paragraph, listItem, quote, tableRow, code }

  public let kind: Kind
  /// Heading level from 1, or nesting depth of a list item or quote from 1; 0 for others.
  public let level: Int
  /// UTF-8 bytes of `Article.text`, without the line end.
  public let span: Span
  /// The address that the block's own text links to as a whole (the items of a digest), if any.
  public let link: String?

  public init(kind: Kind, level: Int = 0, span: Span, link: String? = nil) {
    self.kind = kind
    self.level = level
    self.span = span
    self.link = link
  }
}

/// One article as a reader understood it: address, title, text, date, language. The input of everything else.
public struct Article: Sendable {
  /// Where it came from: a path, an address, `archive.tar!/member`.
  public var uri: String
  /// The address that the article is known by, where it has one.
  public var canonical: String?
  public var title: String?
  /// Plain text, paragraphs and items a line each, NFC left as found; what every offset counts in.
  public var text: String
  /// In the order of the text, not overlapping; empty only for an empty text.
  public var blocks: [Block]
  public var language: ArticleLanguage
  public var publishedOn: PartialDate?
  /// `metadata`, `jsonld`, `url`, `text`, `argument`.
  public var publishedFrom: String?
  public var modifiedOn: PartialDate?
  public var publisher: String?
  /// SHA-256 of the landed bytes, lower-case hexadecimal.
  public var sha256: String
  public var charset: String
  /// Name of the reader that made it: `text`, `markdown`, `html`, `json` …
  public var reader: String
  /// The bytes as landed, so that a backfill can read them again.
  public var source: [UInt8]

  public init(
    uri: String, canonical: String? = nil, title: String? = nil, text: String, blocks: [Block],
    language: ArticleLanguage, publishedOn: PartialDate? = nil, publishedFrom: String? = nil,
    modifiedOn: PartialDate? = nil, publisher: String? = nil, sha256: String, charset: String = "utf-8",
    reader: String, source: [UInt8]
  ) {
    self.uri = uri
    self.canonical = canonical
    self.title = title
    self.text = text
    self.blocks = blocks
    self.language = language
    self.publishedOn = publishedOn
    self.publishedFrom = publishedFrom
    self.modifiedOn = modifiedOn
    self.publisher = publisher
    self.sha256 = sha256
    self.charset = charset
    self.reader = reader
    self.source = source
  }

  /// What the article is known by: its canonical address, else the hash of its bytes.
  public var key: String { canonical ?? "sha256:" + sha256 }
}

extension Span: Codable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    self.init(try container.decode(Int.self), try container.decode(Int.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(start)
    try container.encode(end)
  }
}
