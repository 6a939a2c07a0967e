import CLibxml2
import Facts

/// What the head of a page says of its article: title, canonical address, dates, publisher.
struct HTMLMetadata {
  private var metas: [(key: String, value: String)] = []
  private var title: String?
  private var heading: String?
  private var canonical: String?
  private var time: String?

  init(_ document: HTMLDocument) {
    guard let root = document.root else { return }
    var metas: [(key: String, value: String)] = []
    var title: String?
    var heading: String?
    var canonical: String?
    var time: String?
    document.forEachElement(root) { node in
      switch node.name {
      case "meta":
        if let key = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop"), let value = node.attribute("content") {
          metas.append((key.lowercased(), value))
        }
      case "title": if title == nil { title = String(decoding: oneLine(node.textContent), as: UTF8.self) }
      case "h1":
        let text = oneLine(node.textContent)
        if heading == nil, !text.isEmpty { heading = String(decoding: text, as: UTF8.self) }
      case "link": if canonical == nil, node.attribute("rel")?.lowercased() == "canonical" { canonical = node.attribute("href") }
      case "time": if time == nil { time = node.attribute("datetime") }
      default: break
      }
    }
    (self.metas, self.title, self.heading, self.canonical, self.time) = (metas, title, heading, canonical, time)
  }

  private func first(_ keys: [String]) -> String? {
    for key in keys {
      if let value = metas.first(where: { $0.key == key && !$0.value.isEmpty })?.value { return value }
    }
    return nil
  }

  func fill(_ draft: inout Draft) {
    draft.title = first(["og:title", "twitter:title"]) ?? heading ?? title
    draft.canonical = [canonical, first(["og:url"])].compactMap { $0 }.first { isWebAddress($0.utf8) }
    draft.publisher = first(["og:site_name", "application-name", "publisher"])
    let published = first([
      "article:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "dcterms.date", "parsely-pub-date",
      "sailthru.date", "cxenseparse:recs:publishtime", "og:published_time",
    ])
    if let date = (published ?? time).flatMap(parsedDate) {
      draft.publishedOn = date
      draft.publishedFrom = "metadata"
    }
    draft.modifiedOn = first(["article:modified_time", "datemodified", "og:updated_time", "last-modified"]).flatMap(parsedDate)
  }
}
