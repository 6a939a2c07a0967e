/// Which reader a document is for, by its name's ending, then by its declared type, then by its first bytes.
///
/// Example: `a.md` → Markdown; no name and `Content-Type: text/html` → HTML; no name and `{"` → JSON.
enum DocumentForm: Equatable {
  case text, markdown, html, json, jsonLines, feed
  case separated(UInt8)

  init(of document: RawDocument, text: [UInt8]) {
    if let form = document.hints.contentType.flatMap(DocumentForm.init(contentType:)) {
      self = form
    } else if let form = document.hints.name.flatMap(DocumentForm.init(name:)) {
      // A page saved as `.txt` is a page.
      self = form == .text && DocumentForm(sniffing: text) == .html ? .html : form
    } else {
      self.init(sniffing: text)
    }
  }

  init?(name: String) {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch String(decoding: bytes[bytes.index(after: dot)...], as: UTF8.self).lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown", "mdx", "qmd", "rmd": self = .markdown
    case "html", "htm", "xhtml", "shtml", "mhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .separated(UInt8(ascii: ","))
    case "tsv": self = .separated(0x09)
    case "rss", "atom", "rdf": self = .feed
    default: return nil
    }
  }

  init?(contentType: String) {
    let type = contentType.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? ""
    switch type {
    case "text/html", "application/xhtml+xml": self = .html
    case "text/markdown", "text/x-markdown": self = .markdown
    case "application/json", "application/ld+json": self = .json
    case "application/rss+xml", "application/atom+xml", "application/rdf+xml": self = .feed
    case "application/feed+json": self = .json
    case "text/csv": self = .separated(UInt8(ascii: ","))
    case "text/tab-separated-values": self = .separated(0x09)
    case "application/x-ndjson", "application/jsonl", "application/jsonlines": self = .jsonLines
    default: return nil
    }
  }

  init(sniffing text: [UInt8]) {
    let head = text.prefix(1024).drop { $0 <= 0x20 }
    let lowered = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
    let begins = { (prefixes: [String]) in prefixes.contains { lowered.hasPrefix($0) } }
    if begins(["<!doctype html", "<html", "<head", "<body"]) || (begins(["<!--"]) && lowered.contains("<html")) {
      self = .html
    } else if begins(["<rss", "<feed", "<rdf:rdf", "<item", "<entry", "<channel"]) {
      self = .feed
    } else if begins(["<?xml"]) {
      self = lowered.contains("<html") || lowered.contains("doctype html") ? .html : .feed
    } else if begins(["<p", "<div", "<article", "<section", "<table", "<h1", "<h2", "<main", "<meta", "<title"]) {
      self = .html
    } else if begins(["{", "["]), begins(["{\"", "{ \"", "{\n", "{\r", "[{", "[\n", "[\r", "[ {", "{}", "[]"]) {
      self = .json
    } else if begins(["---\n", "---\r\n", "# ", "## ", "### "]) {
      self = .markdown
    } else {
      self = .text
    }
  }
}
