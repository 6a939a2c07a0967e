import Facts

/// What a page says of its article outside the text: title, canonical address, dates, publisher. Taken in the order of
/// trust: JSON-LD, then OpenGraph and other metadata, then microdata and `<time>`, then the visible page.
struct HTMLMetadata {
  private var metas: [(key: String, value: String)] = []
  private var documentTitle: String?
  private var headings: [String] = []
  private var lesserHeadings: [String] = []
  private var canonical: String?
  private var times: [String] = []
  private(set) var linked = LinkedData()

  init(_ tree: HTMLTree, nesting: Int) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta:
        let key =
          tree.attribute("property", of: index) ?? tree.attribute("name", of: index) ?? tree.attribute("itemprop", of: index)
        if let key, let value = tree.attribute("content", of: index) { metas.append((key.lowercased(), value)) }
      case .title:
        if documentTitle == nil { documentTitle = line(tree.content(of: index)) }
      case .h1:
        if let text = line(tree.content(of: index)) { headings.append(text) }
      case .h2, .h3:
        if lesserHeadings.count < 12, let text = line(tree.content(of: index)) { lesserHeadings.append(text) }
      case .link:
        if canonical == nil, tree.attribute("rel", of: index)?.lowercased() == "canonical" {
          canonical = tree.attribute("href", of: index)
        }
      case .script:
        if tree.attribute("type", of: index)?.lowercased().contains("ld+json") == true { readLinkedData(tree, index, nesting) }
      case .time:
        if let value = tree.attribute("datetime", of: index) {
          let isStated =
            tree.attribute("itemprop", of: index)?.lowercased() == "datepublished" || tree.hasAttribute("pubdate", of: index)
          times.insert(value, at: isStated ? 0 : times.count)
        }
      default: break
      }
    }
  }

  /// An address as it is, or a path made whole by the address that the page was fetched from. A bare front page is no
  /// article's address: sites that name it on every page have it wrong.
  private func absolute(_ stated: String, from address: String?) -> String? {
    let stated = String(decoding: oneLine(Array(stated.utf8)), as: UTF8.self)
    if isWebAddress(stated.utf8) {
      let path = stated.utf8.dropFirst(8).firstIndex(of: UInt8(ascii: "/")).map { stated.utf8[$0...].count } ?? 0
      return path > 1 || address == stated ? stated : nil
    }
    guard stated.hasPrefix("/"), let address, isWebAddress(address.utf8) else { return nil }
    if stated.hasPrefix("//") { return (address.hasPrefix("https") ? "https:" : "http:") + stated }
    let origin = address.utf8.dropFirst(8).firstIndex(of: UInt8(ascii: "/")).map { String(address[..<$0]) } ?? address
    return origin + stated
  }

  private mutating func readLinkedData(_ tree: HTMLTree, _ index: Int, _ nesting: Int) {
    var bytes: [UInt8] = []
    for position in (index + 1)..<max(index + 1, Int(tree.nodes[index].end)) {
      let node = tree.nodes[position]
      bytes.append(contentsOf: tree.text[Int(node.textStart)..<Int(node.textEnd)])
    }
    linked.read(bytes, nesting: nesting)
  }

  /// The texts of elements that are named for a date: `class="published"`, `itemprop="datePublished"`, `<time>`.
  private func datedTexts(_ tree: HTMLTree) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for index in tree.nodes.indices where texts.count < 12 && tree.nodes[index].element != nil {
      if tree.nodes[index].tag == .time {
        texts.append(oneLine(tree.content(of: index)))
      } else {
        readDatedElement(tree, index, &texts)
      }
    }
    return texts
  }

  private func readDatedElement(_ tree: HTMLTree, _ index: Int, _ datedTexts: inout [[UInt8]]) {
    if let property = tree.attribute("itemprop", of: index), property.lowercased() == "datepublished" {
      datedTexts.insert(Array((tree.attribute("content", of: index) ?? "").utf8) + oneLine(tree.content(of: index)), at: 0)
      return
    }
    let isDated = ["class", "id"].contains { (name: String) in
      tree.withAttribute(name == "id" ? "id" : "class", of: index) { value in
        value.count <= 120 && Self.dateNames.contains { find($0, in: Array(value), from: 0, within: value.count) != nil }
      } ?? false
    }
    guard isDated else { return }
    let text = oneLine(tree.content(of: index))
    if text.count <= 120 { datedTexts.append(text) }
  }

  private static let dateNames = [
    "date", "publish", "posted", "pubtime", "pub-time", "timestamp", "time", "hizuke", "entry-meta", "byline",
  ]

  private func first(_ keys: [String]) -> String? {
    for key in keys {
      if let value = metas.first(where: { $0.key == key && !$0.value.isEmpty })?.value { return value }
    }
    return nil
  }

  private func line(_ bytes: [UInt8]) -> String? {
    let text = oneLine(bytes)
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// - Parameter opening: the first short lines of the content, where a page without headings shows its headline.
  func fill(_ draft: inout Draft, from tree: HTMLTree, address: String?, opening: [String]) {
    let site = first(["og:site_name", "application-name"]) ?? linked.publisher
    draft.canonical =
      [canonical, first(["og:url"]), linked.address].compactMap { $0 }
      .compactMap { absolute($0, from: address) }.first
    draft.publisher =
      linked.publisher
      ?? first(["og:site_name", "publisher", "article:publisher", "dc.publisher", "application-name"]).flatMap {
        isWebAddress($0.utf8) ? nil : $0
      }
    draft.title =
      PageTitle(
        stated: linked.headline ?? first(["og:title", "twitter:title", "dc.title"]), headings: headings,
        lines: opening + lesserHeadings, document: documentTitle, site: site
      ).text
    fillDates(&draft, tree)
  }

  private func fillDates(_ draft: inout Draft, _ tree: HTMLTree) {
    draft.modifiedOn =
      (linked.modified
      ?? first(["article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified"])).flatMap(
        parsedDate)
    if let date = linked.published.flatMap(parsedDate) {
      (draft.publishedOn, draft.publishedFrom) = (date, "jsonld")
      return
    }
    let stated = [
      "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date",
      "dc.date.issued", "dcterms.date",
      "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
      "og:published_time", "og:article:published_time",
      "article.published", "publication_date", "citation_publication_date", "weibo: article:create_at", "og:release_date",
      "mediator_published_time", "article:create_at",
    ]
    // Systems of one site have names of their own: `govuk:first-published-at`.
    let ownName = metas.first { $0.key.contains("publish") && !$0.key.contains("expir") && parsedDate($0.value)?.precision == .day }
    if let date = first(stated).flatMap(parsedDate) ?? (ownName?.value).flatMap(parsedDate) ?? times.lazy.compactMap(parsedDate).first {
      (draft.publishedOn, draft.publishedFrom) = (date, "metadata")
      return
    }
    if let address = draft.canonical, let date = addressDate(address), date.precision == .day {
      (draft.publishedOn, draft.publishedFrom) = (date, "url")
      return
    }
    for text in datedTexts(tree) {
      if let date = labelledDate(text) ?? firstDate(text) {
        (draft.publishedOn, draft.publishedFrom) = (date, "text")
        return
      }
    }
  }
}

/// The title of a page's article without the name of its site.
///
/// Example: `<title>アオバ社が調達 | ミドリ新聞</title>` with the site ミドリ新聞 → アオバ社が調達.
struct PageTitle {
  let text: String?

  /// - Parameter lines: other lines of the page that may be its headline.
  init(stated: String?, headings: [String], lines: [String] = [], document: String?, site: String?) {
    let stated = stated.map { String(decoding: oneLine(decodingReferences(Array($0.utf8))), as: UTF8.self) }
    guard let raw = [stated, document].compactMap({ $0 }).first(where: { !$0.isEmpty }) ?? headings.first else {
      text = nil
      return
    }
    // A heading that the stated title begins or ends with is the title without the site's name.
    let told = (headings + lines).filter {
      $0.utf8.count >= 6 && (raw.hasPrefix($0) || raw.hasSuffix($0)) && $0.utf8.count * 3 >= raw.utf8.count
    }
    if let heading = told.max(by: { $0.utf8.count < $1.utf8.count }) {
      text = heading
      return
    }
    text = PageTitle.withoutSite(raw, site: site, isDocumentTitle: stated == nil)
  }

  private static let separators = [
    " | ", "｜", " ｜ ", "|", " - ", " – ", " — ", " ‐ ", " − ", " : ", "：", " » ", " « ", " · ", " • ", "_", " ー ",
  ]

  private static func withoutSite(_ title: String, site: String?, isDocumentTitle: Bool) -> String {
    var result = title
    for _ in 0..<3 {
      guard let cut = lastSeparator(result) else { return result }
      let name = result[cut.upperBound...].trimmingSpaces()
      let rest = result[..<cut.lowerBound].trimmingSpaces()
      let isSite =
        site.map { folded($0) == folded(name) || folded($0).contains(folded(name)) || folded(name).contains(folded($0)) } ?? false
      // Without a stated name, a short tail of a document's title is the site.
      let isShort = isDocumentTitle && name.utf8.count <= 36 && rest.utf8.count >= name.utf8.count && rest.utf8.count >= 12
      guard !rest.isEmpty, isSite || isShort else { return result }
      result = rest
    }
    return result
  }

  private static func lastSeparator(_ title: String) -> Range<String.Index>? {
    var best: Range<String.Index>?
    for separator in separators {
      var search = title.startIndex..<title.endIndex
      while let found = title[search].firstRange(of: separator) {
        if best.map({ found.lowerBound > $0.lowerBound }) ?? true { best = found }
        search = found.upperBound..<title.endIndex
      }
    }
    return best
  }

  private static func folded(_ text: String) -> String {
    String(decoding: text.lowercased().utf8.filter { $0 >= 0x80 || isASCIIAlphanumeric($0) }, as: UTF8.self)
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    String(decoding: oneLine(Array(utf8)), as: UTF8.self)
  }
}
