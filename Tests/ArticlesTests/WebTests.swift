import Articles
import Foundation
import Synchronization
import Testing

@Suite("Reading from the web")
struct WebTests {
  /// A site of canned answers that writes down what is asked, when.
  private final class Site: Sendable {
    let answers: [String: HTTPAnswer]
    private let log = Mutex<(asked: [String], clock: Int, visits: [WebVisit])>(([], 0, []))

    init(_ answers: [String: HTTPAnswer]) { self.answers = answers }

    var asked: [String] { log.withLock { $0.asked } }
    var visits: [WebVisit] { log.withLock { $0.visits } }

    func effects(known: [String: WebValidators] = [:]) -> WebEffects {
      WebEffects(
        transport: HTTPTransport { address, fields in
          self.log.withLock { log in
            let condition = fields.first { $0.name == "If-None-Match" }.map { " if-none-match " + $0.value } ?? ""
            log.asked.append("\(log.clock) \(address)\(condition)")
          }
          if fields.contains(where: { $0.name == "If-None-Match" }) { return HTTPAnswer(status: 304, address: address) }
          return self.answers[address] ?? HTTPAnswer(status: 404, address: address)
        },
        known: { known[$0] }, visited: { visit in self.log.withLock { $0.visits.append(visit) } },
        now: { self.log.withLock { $0.clock } }, sleep: { wait in self.log.withLock { $0.clock += wait } })
    }
  }

  private func page(_ words: String, _ address: String, etag: String? = nil) -> HTTPAnswer {
    var fields = ["content-type": "text/html; charset=utf-8"]
    fields["etag"] = etag
    return HTTPAnswer(
      status: 200, fields: fields, body: Array("<html><body><article><p>\(words)</p></article></body></html>".utf8),
      address: address)
  }

  private func told(_ site: Site, _ inputs: [String], known: [String: WebValidators] = [:]) -> [String] {
    ArticleSource(inputs: inputs, effects: site.effects(known: known)).map { landing in
      switch landing {
      case .reject(let reject): reject.reason.rawValue
      case .document(let document):
        ArticleReader().read(document).map { if case .article(let article) = $0 { article.text } else { "reject" } }.joined()
      }
    }
  }

  @Test("robots.txt is read once a host, obeyed, and requests to one host keep their distance")
  func polite() {
    let site = Site([
      "https://a.example/robots.txt": HTTPAnswer(
        status: 200, body: Array("User-agent: *\nDisallow: /private\nCrawl-delay: 2\n".utf8), address: ""),
      "https://a.example/1": page("一つ目の話です。", "https://a.example/1"),
      "https://a.example/2": page("二つ目の話です。", "https://a.example/2"),
      "https://b.example/1": page("別の場所の話です。", "https://b.example/1"),
    ])
    #expect(
      told(site, ["https://a.example/1", "https://a.example/private/x", "https://a.example/2", "https://b.example/1"]) == [
        "一つ目の話です。", "forbidden", "二つ目の話です。", "別の場所の話です。",
      ])
    #expect(
      site.asked == [
        "0 https://a.example/robots.txt", "2000 https://a.example/1", "4000 https://a.example/2",
        "4000 https://b.example/robots.txt",
        "5000 https://b.example/1",
      ])
  }

  @Test("A redirect is followed where the site that it leads to allows it, and not for ever")
  func redirects() {
    func moved(_ address: String) -> HTTPAnswer { HTTPAnswer(status: 301, address: "", redirect: address) }
    let site = Site([
      "https://a.example/old": moved("https://a.example/new"),
      "https://a.example/new": moved("https://b.example/1"),
      "https://b.example/1": page("引っ越した話です。", "https://b.example/1"),
      "https://a.example/secret": moved("https://c.example/private/1"),
      "https://c.example/robots.txt": moved("https://c.example/rules.txt"),
      "https://c.example/rules.txt": HTTPAnswer(status: 200, body: Array("User-agent: *\nDisallow: /private\n".utf8), address: ""),
      "https://c.example/private/1": page("見せない話です。", "https://c.example/private/1"),
      "https://a.example/file": moved("file:///etc/hostname"),
      "https://a.example/round": moved("https://a.example/round"),
    ])
    let inputs = ["old", "secret", "file", "round"].map { "https://a.example/" + $0 }
    #expect(told(site, inputs) == ["引っ越した話です。", "forbidden", "malformed", "network"])
    #expect(!site.asked.contains { $0.hasSuffix("/private/1") || $0.contains("file:") })
  }

  @Test("A page that has not changed gives nothing, and what the server said is kept")
  func unchanged() {
    let site = Site(["https://a.example/1": page("話です。", "https://a.example/1", etag: "\"x\"")])
    #expect(told(site, ["https://a.example/1"]) == ["話です。"])
    #expect(site.visits == site.visits.filter { $0.validators.etag == "\"x\"" })
    #expect(told(site, ["https://a.example/1"], known: ["https://a.example/1": WebValidators(etag: "\"x\"")]).isEmpty)
    #expect(site.visits.last?.isUnchanged == true)
  }

  private func paged(_ words: String, next: String?, on address: String, status: Int = 200) -> HTTPAnswer {
    let link = next.map { "<link rel=\"next\" href=\"\($0)\">" } ?? ""
    let body =
      "<html><head><title>港の話 | 潮見通信</title>\(link)</head><body><article><h1>港の話</h1><p>\(words)</p><p>撮影：浜口</p></article></body></html>"
    return HTTPAnswer(
      status: status, fields: ["content-type": "text/html; charset=utf-8", "etag": "\"1\""], body: Array(body.utf8), address: address)
  }

  private let firstPage = "港に新しい船が着いた。荷を下ろすのに三日かかると船長は話す。町の人は朝から見に来ていた。"
  private let secondPage = "荷の半分は計算機である。残りは隣の町へ運ばれ、月末までに据え付けが終わる見込みだという。"
  private let thirdPage = "市は来年、岸壁を百メートル延ばす。工事の費用は市と県が半分ずつ出すことで話がついている。"

  @Test("An article of several pages is fetched to its end and read as one; its ETag is not kept, being the first page's")
  func pages() {
    let site = Site([
      "https://a.example/n/7": paged(firstPage, next: "/n/7?page=2", on: "https://a.example/n/7"),
      "https://a.example/n/7?page=2": paged(secondPage, next: "?page=3", on: "https://a.example/n/7?page=2"),
      "https://a.example/n/7?page=3": paged(thirdPage, next: nil, on: "https://a.example/n/7?page=3"),
    ])
    #expect(told(site, ["https://a.example/n/7"]) == [[firstPage, "撮影：浜口", secondPage, thirdPage].joined(separator: "\n")])
    #expect(site.visits.map(\.validators) == [WebValidators()])
  }

  @Test("What is kept of the pages gives the same article again, without the web")
  func pagesAgain() throws {
    let site = Site([
      "https://a.example/n/7": paged(firstPage, next: "7_2", on: "https://a.example/n/7"),
      "https://a.example/n/7_2": paged(secondPage, next: nil, on: "https://a.example/n/7_2"),
    ])
    for case .document(let document) in ArticleSource(inputs: ["https://a.example/n/7"], effects: site.effects()) {
      let results = ArticleReader().read(document)
      guard case .article(let article) = try #require(results.first) else { throw CancellationError() }
      let again = ArticleReader().read(RawDocument(uri: article.uri, bytes: article.source))
      guard case .article(let second) = try #require(again.first) else { throw CancellationError() }
      #expect(second.text == article.text)
      #expect(second.text.contains(secondPage))
    }
  }

  @Test("Pages that never end stop at the limit; a page that fails for now fails the article; a missing one ends it")
  func pageLimits() {
    var endless: [String: HTTPAnswer] = ["https://a.example/n/7": paged("一枚目の話である。", next: "?page=2", on: "https://a.example/n/7")]
    for number in 2...50 {
      let address = "https://a.example/n/7?page=\(number)"
      endless[address] = paged("\(number)枚目の話である。", next: "?page=\(number + 1)", on: address)
    }
    let site = Site(endless)
    #expect(told(site, ["https://a.example/n/7"]).first?.contains("20枚目の話である。") == true)
    #expect(site.asked.count == 21)

    endless["https://a.example/n/7?page=3"] = HTTPAnswer(status: 503, address: "")
    #expect(told(Site(endless), ["https://a.example/n/7"]) == ["network"])
    endless["https://a.example/n/7?page=3"] = nil
    #expect(told(Site(endless), ["https://a.example/n/7"]) == ["一枚目の話である。\n撮影：浜口\n2枚目の話である。"])
  }

  @Test(
    "The next page is this address with a number; the next article is another address",
    arguments: [
      ("https://a.example/n/77.html", "https://a.example/n/77_2.html", true),
      ("https://a.example/n/77.html", "https://a.example/n/77-2.html", true),
      ("https://a.example/n/77.html", "https://a.example/n/78.html", false),
      ("https://a.example/archives/1", "https://a.example/archives/2", false),
      ("https://a.example/n/77", "https://a.example/n/77/2", true), ("https://a.example/n/77/", "https://a.example/n/77/page/2/", true),
      ("https://a.example/n/77", "https://a.example/n/77?page=2", true), ("https://a.example/n?id=7", "https://a.example/n?id=7&page=2", true),
      ("https://a.example/n?id=7", "https://a.example/n?id=8&page=2", false), ("https://a.example/n?p=1", "https://a.example/n?p=2", false),
      ("https://a.example/n/77?page=1", "https://a.example/n/77?page=2", true), ("https://a.example/n/77", "https://a.example/n/77?page=3", false),
      ("https://a.example/n/77", "https://b.example/n/77/2", false), ("https://a.example/2025/11/04/", "https://a.example/2025/11/05/", false),
      ("https://a.example/n/", "https://a.example/n/index_2.html", true), ("https://a.example/n/", "https://a.example/n/other_2.html", false),
    ])
  func nextPage(first: String, next: String, isFollowed: Bool) {
    let site = Site([first: paged(firstPage, next: next, on: first), next: paged(secondPage, next: nil, on: next)])
    #expect(told(site, [first]).first?.contains(secondPage) == isFollowed)
  }

  @Test("A missing page and a failing server are rejects; only the second may be tried again")
  func failing() {
    let site = Site(["https://a.example/5": HTTPAnswer(status: 503, address: "")])
    let rejects = ArticleSource(inputs: ["https://a.example/4", "https://a.example/5"], effects: site.effects()).compactMap {
      if case .reject(let reject) = $0 { reject } else { nil }
    }
    #expect(rejects.map(\.reason) == [.noArticle, .network])
    #expect(rejects.map(\.isTransient) == [false, true])
  }

  @Test(
    "Rules of robots.txt: the longest holds, a named group before the general one",
    arguments: [
      ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true), ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false),
      ("User-agent: *\nDisallow: /\n\nUser-agent: kawaraban\nDisallow: /x", "/y", true),
      ("User-agent: kawaraban\nUser-agent: other\nDisallow: /x", "/x/1", false), ("User-agent: *\nDisallow:", "/x", true),
      ("User-agent: *\nDisallow: /*.pdf$", "/d/a.pdf", false), ("User-agent: *\nDisallow: /*.pdf$", "/d/a.pdf?x", true),
      ("", "/x", true),
    ])
  func robots(text: String, path: String, isAllowed: Bool) {
    #expect(RobotsRules(Array(text.utf8), agent: "kawaraban").allows(path) == isAllowed)
  }
}
