import Articles
import Facts
import Foundation
import Testing

/// Mutations of samples of every form: whatever comes in, what goes out is articles that hold their contract, or rejects.
/// `KAWARABAN_FUZZ=100000` asks for more inputs than the few that every run of the tests takes.
@Suite("Mutated input")
struct FuzzTests {
  /// SplitMix64: the same inputs on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let samples: [(name: String, bytes: [UInt8])] = {
    let markdown = """
      ---
      title: "題: 一"
      date: 2025-11-04
      ---
      # 見出し

      > 引用 [甲社](https://a.example/1 "x") と **乙社** ![図](a.png)

      - 項目 `code`
        - <b>下位</b> &amp;quot; &#x3042;

      | 額 | 値 |
      |---|---|
      | 1 | 2 |

      ```
      let x = 1
      ```
      <div><p>中の段落<br>二行目</p></div>
      """
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>題 | 新聞</title><script type="application/ld+json">{"@type":"NewsArticle",
      "headline":"題","datePublished":"2025-11-04"}</script></head><body><nav><a href="/">トップ</a></nav><article class="post"><h1>題</h1>
      <p>アオバ社は四日、35億円を調達したと発表した。用途は計算基盤の増設である。</p><ul><li>一</li><li><a href="https://a.example">二</a></li></ul>
      <table><tr><td>1</td><td>2</td></tr></table><pre>x\ny</pre></article><div id="comments">感想</div></body></html>
      """
    let feed = """
      <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>新聞</title><item><title>題</title><link>https://a.example/1</link>
      <pubDate>Tue, 04 Nov 2025 09:00:00 +0900</pubDate><description><![CDATA[<p>本文 &amp; 話</p>]]></description></item></channel></rss>
      """
    let object =
      "{\"metadata\":{\"v\":1e9},\"content\":{\"title\":\"題\\ud83d\\ude00\",\"url\":\"https://a.example/1\",\"body\":\"一行目。\\n**二行目**。\"}}"
    let crawl =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://a.example/>\r\nContent-Length: 82\r\n\r\n"
      + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n\r\n"
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>新聞</title><entry><title type="html">題 &amp;amp; 話</title><id>x</id>
      <link rel="alternate" href="/1"/><updated>2025-11-04T09:00:00Z</updated><content type="xhtml"><div><p>本文</p></div></content></entry></feed>
      """
    let jsonFeed =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"新聞\",\"items\":[{\"id\":\"1\",\"url\":\"https://a.example/1\",\"content_html\":\"<p>本文</p>\",\"date_published\":\"2025-11-04T09:00:00Z\"}]}"
    let texts: [(String, String)] = [
      ("a.md", markdown), ("a.html", page), ("a.xml", feed), ("a.json", object), ("a.jsonl", object + "\n" + object),
      ("a.warc", crawl),
      ("a.csv", "title,date,body\n\"題, 一\",2025-11-04,\"本文の\n\"\"話\"\"。\"\n"), ("a.txt", "**見出し**\n見出し\n・項目\nアオバ社は35億円を調達した。\n"),
      ("", page), ("", object), ("a.atom", atom), ("feed.json", jsonFeed), ("a.tsv", "題\t日付\tbody\n題\t2025-11-04\t本文の話。\n"),
      (".jsonl", object + "\r\n\r\n" + object), ("a.wet", "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 30\r\n\r\n本文の話は続く。"),
      ("robots.txt", "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\nUser-agent: kawaraban\nAllow: /\n"),
    ]
    let zip =
      "UEsDBBQAAAAIAAAAIVoAAAAAAAAAAAAAAAAFAAAAYS50eHQDAFBLAQIUAxQAAAAIAAAAIVoAAAAAAAAAAAAAAAAFAAAAAAAAAAAAAACAAQAAAABhLnR4dFBLBQYAAAAAAQABADMAAAAlAAAAAAA="
    let archives = [
      ("z.zip", zip),
      ("z.gz", "H4sIAAAAAAACA3vctOhx06rHzROeL9n3uHG9senTlpanbW2Pmya9WLX/ZeOUx43THzfOf9zQxPWYBioBCCBBen4AAAA="),
      (
        "z.tar.gz",
        "H4sIAAAAAAACA0vUK6koYaAtMAACMxMTMA0E6LSBgakRgg0WNzM3MmZQMGCgAygtLkksAlrJMDLB46ZFj5tWPW6e8HzJvseN641Nn7a0PG1re9w06cWq/S8bpzxunP64cf7jhiYuhlEwDEGSfrJeRkluzoDmfzNDtPxvbmQ+mv/pAmwK7J5PWfGyAZjR179Y0fF83fSn83c9n73kceO6p4umv1ix9nHj8seNTY+buoFlgI1+gd1olhkFo2AUjIJhAQBL8am+AAwAAA=="
      ),
    ]
    return texts.map { ($0.0, Array($0.1.utf8)) }
      + archives.map { ($0.0, Array(Data(base64Encoded: $0.1) ?? Data())) } + [("z.tar", tar("a.txt", Array("アオバ社は35億円を調達した。\n".utf8)))]
  }()

  /// One member of a tar: a head of 512 bytes with octal figures and its own sum, then the content.
  private static func tar(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at position: Int) { head.replaceSubrange(position..<(position + text.utf8.count), with: text.utf8) }
    put(name, at: 0)
    put("0000644", at: 100)
    let size = String(content.count, radix: 8)
    put(String(repeating: "0", count: 11 - size.utf8.count) + size, at: 124)
    put("        0", at: 148)
    let sum = String(head.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.utf8.count) + sum, at: 148)
    head[154] = 0
    return head + content
  }

  @Test("Mutated samples give articles that hold their contract, or rejects that say why")
  func mutations() throws {
    let count = ProcessInfo.processInfo.environment["KAWARABAN_FUZZ"].flatMap(Int.init) ?? 3000
    let seed = ProcessInfo.processInfo.environment["KAWARABAN_FUZZ_SEED"].flatMap(UInt64.init) ?? 2025
    var generator = Generator(state: seed)
    var warm = 0
    var limits = ReadLimits()
    limits.documentBytes = 1 << 20
    let reader = ArticleReader(limits: limits)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: file) }
    for round in 0..<count {
      let sample = Self.samples[round % Self.samples.count]
      let bytes = mutated(sample.bytes, &generator)
      let documents: [RawDocument]
      if sample.name == "robots.txt" { _ = RobotsRules(bytes, agent: "kawaraban").allows("/ab/" + sample.name) }
      if ["a.jsonl", ".jsonl", "a.warc", "a.wet", "a.csv", "a.tsv"].contains(sample.name) || sample.name.hasPrefix("z.") {
        let path = file.appendingPathComponent(sample.name == ".jsonl" ? "b.jsonl" : sample.name)
        try Data(bytes).write(to: path)
        documents = ArticleSource(inputs: [path.path], limits: limits).compactMap {
          if case .document(let document) = $0 { document } else { nil }
        }
      } else {
        documents = [RawDocument(uri: "fuzz", bytes: bytes, hints: .init(name: sample.name.isEmpty ? nil : sample.name))]
      }
      for document in documents {
        for result in reader.read(document) { check(result, "round \(round), \(sample.name), seed \(seed)") }
      }
      if round == 2000 { warm = peakMegabytes() }
    }
    // What one input needs at most is far below this; what each would leave behind adds up beyond it.
    if warm > 0 { #expect(peakMegabytes() - warm < 192, "memory grew from \(warm) MB to \(peakMegabytes()) MB") }
  }

  private func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }

  private func check(_ result: ReadResult, _ input: String) {
    switch result {
    case .reject(let reject): #expect(!reject.detail.isEmpty, "\(input)")
    case .article(let article):
      let text = Array(article.text.utf8)
      var position = 0
      var isCovered = true
      for block in article.blocks {
        isCovered = isCovered && block.span.start == position && block.span.count > 0
        position = block.span.end + 1
      }
      isCovered = isCovered && (article.blocks.isEmpty ? text.isEmpty : position == text.count + 1)
      #expect(isCovered, "blocks do not cover the text: \(input)")
      #expect(!text.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }, "control characters: \(input)")
    }
  }

  private func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !result.isEmpty {
      let position = Int.random(in: 0..<result.count, using: &generator)
      let length = min(Int.random(in: 1...24, using: &generator), result.count - position)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: result[position] = UInt8.random(in: 0...255, using: &generator)
      case 1: result.removeSubrange(position..<(position + length))
      case 2: result.insert(contentsOf: result[position..<(position + length)], at: position)
      case 3: result.removeLast(result.count - position)
      case 4: result.insert(contentsOf: [UInt8](repeating: result[position], count: 300), at: position)
      case 5: result.insert(contentsOf: Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &generator)], at: position)
      case 6: result[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      default:
        let other = Self.samples[Int.random(in: 0..<Self.samples.count, using: &generator)].bytes
        let start = Int.random(in: 0..<other.count, using: &generator)
        result.insert(contentsOf: other[start..<min(other.count, start + length * 4)], at: position)
      }
    }
    return result
  }

  private static let tokens: [[UInt8]] = [
    "<!--", "-->", "<div>", "</div>", "<table>", "<script>", "]]>", "<![CDATA[", "&#x110000;", "&#0;", "\\ud800", "\u{FEFF}",
    "\u{2028}", "```", "---\n", "[[[[", "))))",
    "<a href=\"", "\"", "\0", "\r", "\t", "{{", "*", "**", "__", "|", "> > > ", "- - - ", "\u{3000}", "<br><br>", "=",
    "<!DOCTYPE x [<!ENTITY a \"", "]>", "&a;", "<amp-ad>", " style=\"visibility:hidden\"", "関連記事：", "<h3><a href=/x>",
    "99999999999999999999", "Content-Length: 9999999999\r\n",
  ].map { Array($0.utf8) }

  @Test(
    "Hostile shapes end as one article or one reject",
    arguments: [
      ("a.html", "<div>", 200_000), ("a.html", "<p><b>", 100_000), ("a.html", "<table><tr><td>", 60_000),
      ("a.html", "<ul><li>", 60_000), ("a.html", "<a href=x>", 100_000),
      ("a.html", "<", 300_000), ("a.html", "<!--", 100_000), ("a.html", "&amp;", 200_000), ("a.html", "<script>", 50_000),
      ("a.html", "<font>", 100_000),
      ("a.md", "> ", 200_000), ("a.md", "[", 200_000), ("a.md", "![", 100_000), ("a.md", "*a ", 100_000), ("a.md", "`", 200_001),
      ("a.md", "<!--", 100_000), ("a.md", "<div>", 100_000),
      ("a.md", "[a](", 100_000), ("a.md", "&quot", 100_000), ("a.md", "|", 200_000), ("a.md", "- ", 200_000),
      ("a.md", "<a ", 100_000), ("a.md", "{{", 100_000), ("a.md", "```\n", 50_000),
      ("a.json", "[", 200_000), ("a.json", "{\"a\":", 100_000), ("a.json", "\"\\ud800", 100_000), ("a.xml", "<a>", 200_000),
      ("a.xml", "<rss><channel><item>", 50_000),
      ("a.txt", "**", 200_000), ("a.txt", "a\n", 190_000), ("a.csv", "\"", 200_001), ("a.txt", "。", 300_000),
    ])
  func hostile(name: String, unit: String, count: Int) {
    let bytes = Array(String(repeating: unit, count: count).utf8)
    let results = ArticleReader().read(RawDocument(uri: name, bytes: bytes, hints: .init(name: name)))
    #expect(results.count == 1)
    for result in results { check(result, "\(name) \(unit)") }
  }
}
