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

  @Test("A page that has not changed gives nothing, and what the server said is kept")
  func unchanged() {
    let site = Site(["https://a.example/1": page("話です。", "https://a.example/1", etag: "\"x\"")])
    #expect(told(site, ["https://a.example/1"]) == ["話です。"])
    #expect(site.visits == site.visits.filter { $0.validators.etag == "\"x\"" })
    #expect(told(site, ["https://a.example/1"], known: ["https://a.example/1": WebValidators(etag: "\"x\"")]).isEmpty)
    #expect(site.visits.last?.isUnchanged == true)
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
