public import Facts

/// Articles as JSON Lines, as `kawaraban read` prints them: one object a line, keys in a fixed order, absent values left out.
public struct ArticleLines: Sendable {
  public init() {}

  public func line(_ article: Article) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(article.text.utf8.count + 512)
    bytes.append(UInt8(ascii: "{"))
    func put(_ key: String, _ value: String?) {
      guard let value else { return }
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      JSONValue.append(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONValue.append(value, to: &bytes)
    }
    put("uri", article.uri)
    put("title", article.title)
    put("text", article.text)
    put("language", article.language.rawValue)
    put("published_on", article.publishedOn?.description)
    put("published_from", article.publishedFrom)
    put("modified_on", article.modifiedOn?.description)
    put("publisher", article.publisher)
    put("canonical", article.canonical)
    put("charset", article.charset)
    put("reader", article.reader)
    put("sha256", article.sha256)
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0x0A)
    return bytes
  }
}
