/// What a page's JSON-LD says of its article (schema.org `Article` and its kinds).
///
/// Example: `{"@type":"NewsArticle","headline":"…","datePublished":"2025-11-04T09:00:00+09:00"}`, alone, in an array, or in `@graph`.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var address: String?
  private(set) var body: String?

  mutating func read(_ bytes: [UInt8], nesting: Int) {
    do throws(ReadFailure) {
      visit(try JSONParser.parse(oneLine(bytes), nesting: nesting), depth: 0)
    } catch {
      // Broken JSON-LD is common and says nothing of the page.
      return
    }
  }

  private mutating func visit(_ value: JSONValue, depth: Int) {
    guard depth < 6 else { return }
    switch value {
    case .array(let values): for element in values.prefix(100) { visit(element, depth: depth + 1) }
    case .object:
      if isArticle(value["@type"]) { take(value) }
      if value["@type"]?.string == "QAPage", let question = value["mainEntity"] { take(question) }
      for key in ["@graph", "mainEntity"] {
        if let inner = value[key] { visit(inner, depth: depth + 1) }
      }
    default: break
    }
  }

  private func isArticle(_ type: JSONValue?) -> Bool {
    switch type {
    case .string(let name):
      name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report" || name == "WebPage" && false
    case .array(let names): names.contains { isArticle($0) }
    default: false
    }
  }

  private mutating func take(_ article: JSONValue) {
    func text(_ key: String) -> String? {
      guard let text = article[key]?.string, !text.isEmpty else { return nil }
      return text
    }
    headline = headline ?? text("headline") ?? text("name")
    published = published ?? text("datePublished") ?? text("dateCreated")
    modified = modified ?? text("dateModified")
    body = body ?? text("articleBody")
    publisher = publisher ?? article["publisher"]?["name"]?.string
    let page = article["mainEntityOfPage"]
    address = address ?? text("url") ?? page?.string ?? page?["@id"]?.string
  }
}
