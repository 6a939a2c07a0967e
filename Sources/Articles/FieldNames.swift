/// Which fields of JSON, JSON Lines and CSV mean what; compared without case, `_` and `-`, the first match wins.
///
/// Example: `FieldNames(text: ["article_text"])` reads a dump whose body stands in `article_text`.
public struct FieldNames: Sendable, Equatable {
  public var address: [String]
  public var title: [String]
  public var text: [String]
  public var published: [String]
  public var modified: [String]
  public var source: [String]

  public init(
    address: [String] = ["canonical", "canonical_url", "url", "link", "source_url", "external_url", "permalink"],
    title: [String] = ["title", "headline", "name"],
    text: [String] = [
      "text", "body", "content", "content_text", "content_html", "article_body", "full_text", "article_text", "html", "markdown",
      "raw_content", "raw_text", "maintext",
    ],
    published: [String] = [
      "published", "published_at", "published_on", "date", "date_published", "publish_date", "publication_date", "pub_date",
      "published_date", "created_at", "timestamp",
    ],
    modified: [String] = ["modified", "updated", "updated_at", "date_modified", "modified_at"],
    source: [String] = ["source", "publisher", "site_name", "source_name", "media", "outlet"]
  ) {
    self.address = address.map(FrontMatter.folded)
    self.title = title.map(FrontMatter.folded)
    self.text = text.map(FrontMatter.folded)
    self.published = published.map(FrontMatter.folded)
    self.modified = modified.map(FrontMatter.folded)
    self.source = source.map(FrontMatter.folded)
  }

  /// Whether a line names the columns of a table of articles: two of its cells at least, and nothing longer than a name.
  func isHeader(_ line: [UInt8], separator: UInt8) -> Bool {
    guard line.count <= 2000, line.contains(separator) else { return false }
    let cells = line.split(separator: separator).map { cell in
      FrontMatter.folded(String(decoding: cell.filter { $0 > 0x20 && $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }
    guard cells.allSatisfy({ $0.utf8.count <= 40 }) else { return false }
    let known = Set(address + title + text + published + modified + source)
    return cells.count { known.contains($0) } >= 2
  }

  /// What `add` knows.
  public static let meanings = ["address", "title", "text", "published", "modified", "source"]

  /// A name of one's own for a meaning, as a flag or a setting states it: `text=article_text`.
  public struct Assignment: Sendable, Equatable {
    public let meaning: String
    public let name: String

    public init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, FieldNames.meanings.contains(parts[0]), !parts[1].isEmpty else { return nil }
      (meaning, name) = (parts[0], parts[1])
    }
  }

  /// Puts a name of one's own before the default ones of a meaning; unknown meanings change nothing.
  public mutating func add(_ name: String, as meaning: String) {
    let name = FrontMatter.folded(name)
    switch meaning {
    case "address": address.insert(name, at: 0)
    case "title": title.insert(name, at: 0)
    case "text": text.insert(name, at: 0)
    case "published": published.insert(name, at: 0)
    case "modified": modified.insert(name, at: 0)
    case "source": source.insert(name, at: 0)
    default: break
    }
  }
}
