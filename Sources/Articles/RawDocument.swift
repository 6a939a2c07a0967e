/// The bytes of one document as they came, with where they came from. The input of `ArticleReader`.
public struct RawDocument: Sendable {
  /// What is known about a document besides its bytes.
  public struct Hints: Sendable, Equatable {
    /// A file name or member name, whose ending names the form; `nil` for standard input and addresses without one.
    public var name: String?
    /// `Content-Type` of HTTP or WARC, with its charset.
    public var contentType: String?
    /// The address it was fetched from, after redirects.
    public var address: String?

    public init(name: String? = nil, contentType: String? = nil, address: String? = nil) {
      self.name = name
      self.contentType = contentType
      self.address = address
    }
  }

  /// `samples/a.txt`, `https://…`, `dump.tar.gz!/a.html`, `lines.jsonl#12`.
  public let uri: String
  public let bytes: [UInt8]
  public var hints: Hints

  public init(uri: String, bytes: [UInt8], hints: Hints = Hints()) {
    self.uri = uri
    self.bytes = bytes
    self.hints = hints
  }
}
