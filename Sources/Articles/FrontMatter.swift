import Facts
import Yams

/// What the YAML between two `---` lines at the head of a Markdown file says of the article.
///
/// Example: `title`, `date: 2025-11-04`, `source: https://…` → title, publication date, canonical address. Keys are
/// compared without case, `_` and `-`; a block that is no YAML is read line by line.
struct FrontMatter {
  private(set) var values: [(key: String, value: String)] = []

  /// The front matter of a document and where its body begins; `nil` where there is none.
  static func split(_ utf8: [UInt8]) -> (matter: FrontMatter, body: Int)? {
    let fence: UInt8
    if utf8.starts(with: Array("---".utf8)) {
      fence = UInt8(ascii: "-")
    } else if utf8.starts(with: Array("+++".utf8)) {
      fence = UInt8(ascii: "+")
    } else {
      return nil
    }
    guard let first = utf8.firstIndex(of: 0x0A), utf8[3..<first].allSatisfy({ $0 <= 0x20 }) else { return nil }
    var lineStart = first + 1
    let limit = min(utf8.count, 64 << 10)
    while lineStart < limit {
      let lineEnd = utf8[lineStart...].firstIndex(of: 0x0A) ?? utf8.count
      let line = utf8[lineStart..<lineEnd].reversed().drop { $0 <= 0x20 }
      if line.count == 3, line.allSatisfy({ $0 == fence }) {
        let text = String(decoding: utf8[(first + 1)..<lineStart], as: UTF8.self)
        guard let matter = FrontMatter(text, isTOML: fence == UInt8(ascii: "+")) else { return nil }
        return (matter, min(lineEnd + 1, utf8.count))
      }
      lineStart = lineEnd + 1
    }
    return nil
  }

  private init?(_ text: String, isTOML: Bool) {
    if !isTOML, let mapping = mapping(text) {
      for (key, value) in mapping {
        guard let key = key.string, let value = value.string ?? value.sequence?.first?.string else { continue }
        values.append((FrontMatter.folded(key), value))
      }
      return
    }
    let separator: Character = isTOML ? "=" : ":"
    for line in text.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: separator), line.first?.isWhitespace == false else { continue }
      let key = line[..<colon]
      guard key.utf8.count <= 40 else { continue }
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      values.append((FrontMatter.folded(String(key)), String(value).trimmingQuotes()))
    }
    if values.isEmpty { return nil }
  }

  private func mapping(_ text: String) -> Node.Mapping? {
    do {
      return try Yams.compose(yaml: text)?.mapping
    } catch {
      // What is no YAML is read line by line instead; the reason does not matter.
      return nil
    }
  }

  func first(_ keys: [String]) -> String? {
    for key in keys {
      if let value = values.first(where: { $0.key == key && !$0.value.isEmpty })?.value { return value }
    }
    return nil
  }

  /// Takes title, dates, address and publisher over into a draft.
  func fill(_ draft: inout Draft) {
    draft.title = first(["title", "headline", "linktitle"])
    for key in [
      "canonical", "canonicalurl", "url", "sourceurl", "originalurl", "permalink", "link", "articleurl", "source", "original",
    ] {
      if let value = first([key]), isWebAddress(value.utf8) {
        draft.canonical = value
        break
      }
    }
    draft.publisher = first(["publisher", "sitename", "site", "sourcename", "media", "source"]).flatMap {
      isWebAddress($0.utf8) ? nil : $0
    }
    if let text = first([
      "date", "published", "publishedat", "publishedon", "publishdate", "pubdate", "datepublished", "publicationdate", "postdate",
      "created", "createdat",
    ]),
      let date = parsedDate(text)
    {
      draft.publishedOn = date
      draft.publishedFrom = "metadata"
    }
    draft.modifiedOn = first(["modified", "updated", "updatedat", "lastmod", "lastmodified", "datemodified", "modifiedat"])
      .flatMap(parsedDate)
  }

  static func folded(_ key: String) -> String {
    String(decoding: key.lowercased().utf8.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }, as: UTF8.self)
  }
}

extension String {
  fileprivate func trimmingQuotes() -> String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'" {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
