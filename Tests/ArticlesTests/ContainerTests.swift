import Articles
import Facts
import Foundation
import Testing

@Suite("Archives and containers")
struct ContainerTests {
  private func landings(_ bytes: [UInt8], name: String, limits: ReadLimits = ReadLimits()) throws -> [ArticleSource.Landing] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return Array(ArticleSource(inputs: [file.path], limits: limits))
  }

  private func bytes(_ base64: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: base64))) }

  /// What landed, as `name: first words` or `name: reason`.
  private func told(_ landings: [ArticleSource.Landing], limits: ReadLimits = ReadLimits()) -> [String] {
    landings.flatMap { landing -> [String] in
      switch landing {
      case .reject(let reject): [name(reject.uri) + ": " + reject.reason.rawValue]
      case .document(let document):
        ArticleReader(limits: limits).read(document).map { result in
          switch result {
          case .article(let article): name(article.uri) + ": " + article.text
          case .reject(let reject): name(reject.uri) + ": " + reject.reason.rawValue
          }
        }
      }
    }
  }

  /// The part of an address behind the name of the temporary file.
  private func name(_ uri: String) -> String {
    guard let mark = uri.firstIndex(where: { $0 == "!" || $0 == "#" }) else { return "file" }
    return String(uri[mark...])
  }

  @Test("A stream without a telling name is CSV or JSON Lines where its first line says so")
  func unnamed() throws {
    let table = Self.gzipped(Array("title,date,body\n題一,2025-11-04,\"本文の一。\n続き。\"\n題二,2025-11-05,本文の二。\n".utf8))
    #expect(told(try landings(table, name: "dump.gz")) == ["#2: 本文の一。続き。", "#3: 本文の二。"])
    // A first line longer than what is looked at first.
    let long = String(repeating: "計算基盤の話が続く。", count: 4000)
    let lines = Self.gzipped(Array("{\"text\":\"\(long)\"}\n{\"text\":\"二行目の話。\"}\n".utf8))
    #expect(try landings(lines, name: "dump.gz").count == 2)
  }

  /// Bytes in one gzip member of stored blocks (RFC 1951, 3.2.4): no compressor is needed to test a reader of them.
  private static func gzipped(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = content[...]
    repeat {
      let part = rest.prefix(65_535)
      rest = rest.dropFirst(part.count)
      let size = UInt16(part.count)
      result += [rest.isEmpty ? 1 : 0, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)] + part
    } while !rest.isEmpty
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    for value in [~sum, UInt32(content.count)] { for shift in [0, 8, 16, 24] { result.append(UInt8(value >> UInt32(shift) & 0xFF)) } }
    return result
  }

  @Test("A tar under gzip gives its members, those that are compressed themselves too; paths are only names")
  func tar() throws {
    let archive = try bytes(
      """
      H4sIAAAAAAACA0vRT9QrqShhoCUwAAIzExMwDQTotIGhgSGcDRE3NzQxZFAwYKADKC0uSSwCWskwMsHjpkWPm1Y9bp7wfMm+x43rn86e/Wz60s\
      cNjcamT1tanra1PW6a9GLV/peNUx43Tn/cOP9x44rnM3e9WLgCym1oYhgFQxno6ekDUQVNywBC+d/A2Bg9/xubm4/mf3qAgMSSDIWSoszk7GKF\
      xKJUhfy8nEqFvMTc1GK90cwxAkBmnl5WMTDS9dKrBq7+NzJBzf+GwCLBbDT/0wPId3OAaSbm1WFaJ3VOeoZuCtIyDLkUqOW5VoNx012j7i5vka\
      7gz15BnycFixoFdQd9nZK1c5VgV69AV3Pw5M+fg0Q+fQ4SNep+mMUY0vzuXORolhpa9X9GZkpKat7A1v8GRhj532C0/qcLyMsfzQMjGRToFeSl\
      09gOgvnfEL3/b2YOLBJG8z8dQGeAnzsvlxTXaE4YBaNgFIyCUTAKRsEoGAWjYBSMglEwCkbBKBgFo2AUjILhBQAjvFBTACgAAA==
      """)
    #expect(
      try told(landings(archive, name: "t.tar.gz")) == [
        "!/d/a.txt: アオバ社は四日、35億円を調達したと発表した。", "!/../../x.txt: Path tricks are only names.",
        "!/in.jsonl.gz#1: First sentence here.",
        "!/in.jsonl.gz#2: Second one is here.", "!/p.png: binary",
      ])
  }

  @Test("A zip gives its members by their UTF-8 names")
  func zip() throws {
    let archive = try bytes(
      """
      UEsDBBQAAAgAAAAAIVouta64SwAAAEsAAAAJAAAA6KiY5LqLLm1kIyDpoYzlkI0KCuOCouOCquODkOekvuOBr+Wbm+aXpeOAgTM15YSE5YaG44\
      KS6Kq/6YGU44GX44Gf44Go55m66KGo44GX44Gf44CCUEsBAhQDFAAACAAAAAAhWi61rrhLAAAASwAAAAkAAAAAAAAAAAAAAIABAAAAAOiomOS6\
      iy5tZFBLBQYAAAAAAQABADcAAAByAAAAAAA=
      """)
    #expect(try told(landings(archive, name: "z.zip")) == ["!/記事.md: 題名\nアオバ社は四日、35億円を調達したと発表した。"])
  }

  @Test("A file that grows beyond measure is one reject")
  func bomb() throws {
    var limits = ReadLimits()
    limits.documentBytes = 1 << 20
    let single = try bytes(
      """
      H4sIAAAAAAACA+3BAQ0AAADCoKzvX8IcbkABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAB8G+1haZkAADAA
      """)
    for name in ["b.txt.gz", "b.jsonl.gz"] {
      #expect(try told(landings(single, name: name, limits: limits), limits: limits).count == 1)
    }
  }

  @Test("Archives in archives end at the limit with a reject")
  func deep() throws {
    let archive = try bytes(
      """
      H4sIAAAAAAACA+3UMQ6CMBiAUY7CCQhWhAt4EYcmuIiBGjm+YBwIcRUc3lv+pkvTfE27WyzSpc9+qZzUVfWek9U8Lfc+6yYcD1leZht4DPP1y0\
      3O+kPp2e3cP1Tf+tdB/036t32cfoAx7dZ/fgJh3b8uG/23cI7xnqc4pvw65G3sY5EBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAsPACEnqw\
      BgB4AAA=
      """)
    #expect(try told(landings(archive, name: "d.tar.gz")) == ["!/one.tar!/two.tar: limit"])
  }

  @Test("JSON Lines stream line by line; a broken or overlong line is one reject")
  func lines() throws {
    var limits = ReadLimits()
    limits.documentBytes = 200
    limits.rejectBytes = 20
    let long = "{\"text\":\"" + String(repeating: "x", count: 500) + "\"}"
    let text = "{\"text\":\"The first line is here.\"}\n\(long)\n{broken\n\n{\"text\":\"The last line is here.\"}"
    #expect(
      try told(landings(Array(text.utf8), name: "a.jsonl", limits: limits), limits: limits) == [
        "#1: The first line is here.", "#2: tooLarge", "#3: malformed", "#5: The last line is here.",
      ])
  }

  @Test("CSV gives a row an article, with line breaks and marks inside quotation marks")
  func csv() throws {
    let text = "title,date,body\r\n\"題, 一\",2025-11-04,\"一行目の文です。\n\"\"二行目\"\"の文です。\"\r\n題二,2025-11-05,本文です。\r\n"
    #expect(try told(landings(Array(text.utf8), name: "a.csv")) == ["#2: 一行目の文です。\"二行目\"の文です。", "#3: 本文です。"])
  }

  @Test("WARC gives the pages of its answers and the texts of its conversions, with their addresses")
  func warc() throws {
    func record(_ type: String, _ address: String, _ body: String) -> String {
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
    }
    let page = "<html><body><article><p>アオバ社は四日、35億円を調達したと発表した。</p></article></body></html>"
    let text =
      record("warcinfo", "", "software: none")
      + record("response", "https://a.example/2025/11/04/x", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page)
      + record("response", "https://a.example/y", "HTTP/1.1 404 Not Found\r\n\r\nnothing")
      + record("conversion", "https://a.example/z", "Plain text of a page.")
    let landings = try landings(Array(text.utf8), name: "a.warc")
    #expect(told(landings) == ["#2: アオバ社は四日、35億円を調達したと発表した。", "#4: Plain text of a page."])
    guard case .document(let document) = landings[0],
      case .article(let article) = try #require(ArticleReader().read(document).first)
    else {
      Issue.record("no article")
      return
    }
    #expect(article.canonical == "https://a.example/2025/11/04/x")
    #expect(article.publishedOn == PartialDate("2025-11-04"))
  }

  @Test("RSS and Atom give their items with address, date and full content")
  func feeds() throws {
    let rss = """
      <?xml version="1.0"?><rss version="2.0"><channel><title>ミドリ新聞</title><item><title>題一</title><link>https://m.example/1</link>
      <pubDate>Tue, 04 Nov 2025 09:00:00 +0900</pubDate><description>概要。</description>
      <content:encoded><![CDATA[<p>アオバ社は四日、35億円を調達したと発表した。</p><ul><li>項目</li></ul>]]></content:encoded></item></channel></rss>
      """
    guard case .article(let article) = try #require(ArticleReader().read(RawDocument(uri: "f", bytes: Array(rss.utf8))).first)
    else {
      Issue.record("no article")
      return
    }
    #expect(article.text == "アオバ社は四日、35億円を調達したと発表した。\n項目")
    #expect(article.title == "題一")
    #expect(article.canonical == "https://m.example/1")
    #expect(article.publishedOn == PartialDate("2025-11-04"))
    #expect(article.publisher == "ミドリ新聞")
  }
}
