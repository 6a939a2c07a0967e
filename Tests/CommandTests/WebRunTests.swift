import Foundation
import PostgreSQL
import TestCluster
import Testing

/// `run` over addresses of a site on the loopback: what is kept of the web between runs.
@Suite struct WebRunTests {
  private func feed(_ items: [(title: String, text: String)]) -> String {
    let entries = items.enumerated().map { place, item in
      "<item><title>\(item.title)</title><link>https://press.example.jp/\(place)</link><pubDate>Tue, 04 Nov 2025 09:00:00 +0900</pubDate>"
        + "<description><![CDATA[<p>\(item.text)</p>]]></description></item>"
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>潮見通信</title>" + entries.joined() + "</channel></rss>"
  }

  private var twoItems: String {
    feed([
      ("シオミ社が調達", "シオミ社は4日、12億円を調達したと発表した。用途は推論基盤の増設である。"),
      ("ハルナ社の新モデル", "ハルナ社は4日、文章を書くモデルを公開した。利用は無料である。"),
    ])
  }

  private func run(_ inputs: [String], _ database: TestDatabase, _ flags: String...) throws -> [String: Any] {
    let process = try KawarabanProcess(["run"] + inputs + ["--database", database.url, "--format", "json", "--pause", "0"] + flags)
    #expect(process.status == 0, "\(process.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
  }

  @Test("A second run over an unchanged feed downloads nothing; a full refresh asks for all of it; a change comes whole")
  func unchangedFeed() throws {
    let site = try LoopbackSite(["/feed": .init(body: twoItems, type: "application/rss+xml", etag: "\"1\"")])
    defer { site.stop() }
    let database = try TestDatabase()
    let first = try run([site.address("/feed")], database)
    #expect(first["articles_new_or_changed"] as? Int == 2)
    #expect(site.takeAsked() == ["/feed 200"])
    let second = try run([site.address("/feed")], database)
    #expect(second["articles_read"] as? Int == 0)
    #expect(site.takeAsked() == ["/feed 304"])
    _ = try run([site.address("/feed")], database, "--full-refresh")
    #expect(site.takeAsked() == ["/feed 200"])
    site.put("/feed", .init(body: feed([("アオイ社の話", "アオイ社は5日、3億円を調達したと発表した。")]), type: "application/rss+xml", etag: "\"2\""))
    let last = try run([site.address("/feed")], database)
    #expect(last["articles_new_or_changed"] as? Int == 1)
    #expect(site.takeAsked() == ["/feed 200"])
  }

  @Test(
    "A feed of which not all was taken is asked for whole the next time",
    arguments: [["--limit", "1"], ["--from", "2025-12"], ["--dry-run"]])
  func partlyTaken(flags: [String]) throws {
    let site = try LoopbackSite(["/feed": .init(body: twoItems, type: "application/rss+xml", etag: "\"1\"")])
    defer { site.stop() }
    let database = try TestDatabase()
    let process = try KawarabanProcess(["run", site.address("/feed"), "--database", database.url, "--pause", "0"] + flags)
    #expect(process.status == 0, "\(process.errors)")
    _ = try run([site.address("/feed")], database)
    #expect(site.takeAsked() == ["/feed 200", "/feed 200"])
  }

  @Test("A server that fails leaves a reject that --retry-rejects mends, and its status in the ledger of visits")
  func failing() throws {
    let site = try LoopbackSite(["/a": .init(body: "later", status: 503)])
    defer { site.stop() }
    let database = try TestDatabase()
    let first = try run([site.address("/a")], database)
    #expect(first["rejected"] as? Int == 1)
    let connection = try Connection(database.url)
    #expect(try connection.query("select status from ops.web_visit").integer(0, 0) == 503)
    site.put("/a", .init(body: "<html><body><article><h1>題</h1><p>シオミ社は4日、12億円を調達したと発表した。</p></article></body></html>"))
    let second = try run([], database, "--retry-rejects")
    #expect(second["articles_new_or_changed"] as? Int == 1)
    #expect(try connection.query("select count(*) from ops.reject where resolved_run_id is null").integer(0, 0) == 0)
  }

  @Test("The readers' settings reach the job: a field by another name, a limit, an agent that robots.txt names")
  func settings() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let lines = folder.appending(path: "a.jsonl").path
    try #"{"honbun":"シオミ社は4日、12億円を調達したと発表した。","text":"仮"}"#.write(toFile: lines, atomically: true, encoding: .utf8)
    let named = try KawarabanProcess(["extract", "--with-text", "--field", "text=honbun", lines])
    #expect(named.output.contains("シオミ社は4日"))
    let file = folder.appending(path: "kawaraban.yaml").path
    try "field: text=honbun\nmax-bytes: 10\n".write(toFile: file, atomically: true, encoding: .utf8)
    let limited = try KawarabanProcess(["extract", "--settings", file, lines])
    #expect(limited.output.isEmpty)
    #expect(limited.errors.contains("a line of more than 10 bytes"))

    let site = try LoopbackSite([
      "/robots.txt": .init(body: "User-agent: shiomi-bot\nDisallow: /\n", type: "text/plain"),
      "/a": .init(body: "<html><body><article><p>シオミ社は4日、12億円を調達したと発表した。</p></article></body></html>"),
    ])
    defer { site.stop() }
    let allowed = try KawarabanProcess(["extract", "--pause", "0", site.address("/a")])
    #expect(allowed.lines.count == 1)
    let refused = try KawarabanProcess(["extract", "--pause", "0", "--user-agent", "shiomi-bot/1.0", site.address("/a")])
    #expect(refused.lines.isEmpty)
    #expect(refused.errors.contains("robots.txt"))
  }
}
