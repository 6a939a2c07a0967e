import Articles
import Facts
import Testing

@Suite("Reading a document")
struct ReadingTests {
  private func article(_ text: String, name: String) throws -> Article {
    try #require(ReadingTests.articles(Array(text.utf8), name: name).first)
  }

  static func articles(_ bytes: [UInt8], name: String) -> [Article] {
    ArticleReader().read(RawDocument(uri: name, bytes: bytes, hints: .init(name: name))).compactMap {
      if case .article(let article) = $0 { article } else { nil }
    }
  }

  @Test("A digest in Markdown keeps its items, their depth and their links")
  func digest() throws {
    let article = try article(
      """
      ### ミドリ新聞 (2件)

      - [アオバ社が**35億円**を調達](https://midori.example/1)
        - アオバ社は4日、35億円の調達を発表しました。
      計算基盤に充てます。...
      - [カワ社、&quot;ソラ&quot;を公開](https://midori.example/2)
        - 新しいモデルです。
      """, name: "digest.md")
    #expect(
      article.text == """
        ミドリ新聞 (2件)
        アオバ社が35億円を調達
        アオバ社は4日、35億円の調達を発表しました。計算基盤に充てます。...
        カワ社、"ソラ"を公開
        新しいモデルです。
        """)
    #expect(article.blocks.map(\.kind) == [.heading, .listItem, .listItem, .listItem, .listItem])
    #expect(article.blocks.map(\.level) == [3, 1, 2, 1, 2])
    #expect(article.blocks.map(\.link) == [nil, "https://midori.example/1", nil, "https://midori.example/2", nil])
    #expect(article.language == .ja)
  }

  @Test("Spans of blocks cover the text, line by line")
  func spans() throws {
    let article = try article("# 見出し\n\n一つ目の段落です。\n\n- 項目\n", name: "a.md")
    let bytes = Array(article.text.utf8)
    let lines = article.blocks.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
    #expect(lines.joined(separator: "\n") == article.text)
    #expect(lines == ["見出し", "一つ目の段落です。", "項目"])
  }

  @Test("Front matter gives title, date, address and publisher")
  func frontMatter() throws {
    let article = try article(
      """
      ---
      title: 'Aoba: a new round'
      date: 2025-11-04
      source: >-
        https://news.example.com/aoba
      ---
      Aoba has raised $35 million, the company said.
      """, name: "a.md")
    #expect(article.title == "Aoba: a new round")
    #expect(article.publishedOn == PartialDate("2025-11-04"))
    #expect(article.publishedFrom == "metadata")
    #expect(article.canonical == "https://news.example.com/aoba")
    #expect(article.publisher == "news.example.com")
    #expect(article.text == "Aoba has raised $35 million, the company said.")
    #expect(article.language == .en)
  }

  @Test("A summary in JSON gives its sentences in the order of the document")
  func summary() throws {
    let article = try article(
      """
      {"metadata":{"version":"1.0"},"content":{"title":"アオバ社の決算","url":"https://a.example/2025/11/04/x","language":"en",
      "oneSentenceSummary":"アオバ社が増収となった。","summaryBody":"売上高は12億円でした。\\n利益も増えた。","topics":["AI","決算"],"scores":{"signal":5}}}
      """, name: "a.json")
    #expect(article.title == "アオバ社の決算")
    #expect(article.text == "アオバ社が増収となった。\n売上高は12億円でした。利益も増えた。")
    // It tells of a page in English: that page's address is not its own.
    #expect(article.canonical == nil)
    #expect(article.publisher == "a.example")
    #expect(article.publishedOn == PartialDate("2025-11-04"))
    #expect(article.publishedFrom == "url")
    #expect(article.language == .ja)
  }

  @Test("An object in the language that it says it is in is known by its address, and dated by it")
  func object() throws {
    let article = try article(
      #"{"url":"https://a.example/2025/11/04/x","title":"決算","text":"売上高は12億円でした。","language":"ja","source":"ミドリ新聞"}"#,
      name: "a.json")
    #expect(article.canonical == "https://a.example/2025/11/04/x")
    #expect(article.publishedOn == PartialDate("2025-11-04"))
    #expect(article.publishedFrom == "url")
    #expect(article.publisher == "ミドリ新聞")
  }

  @Test("A page in HTML gives its article without navigation and scripts")
  func page() throws {
    let article = try article(
      """
      <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>アオバ社が調達 | ミドリ新聞</title>
      <meta property="og:title" content="アオバ社が調達"><meta property="article:published_time" content="2025-11-04T09:00:00+09:00">
      <link rel="canonical" href="https://midori.example/1"><script>var a = "<p>";</script></head>
      <body><nav><a href="/">トップ</a></nav><article><h1>アオバ社が調達</h1><p>アオバ社は<b>35億円</b>を調達した。</p>
      <ul><li>用途：計算基盤</li></ul><table><tr><th>額</th><td>35億円</td></tr></table></article><footer>©ミドリ</footer></body></html>
      """, name: "a.html")
    #expect(article.text == "アオバ社は35億円を調達した。\n用途：計算基盤\n額\t35億円")
    #expect(article.blocks.map(\.kind) == [.paragraph, .listItem, .tableRow])
    #expect(article.title == "アオバ社が調達")
    #expect(article.canonical == "https://midori.example/1")
    #expect(article.publishedOn == PartialDate("2025-11-04"))
  }

  @Test("Plain text takes its headline as title, and tells it once")
  func plain() throws {
    let article = try article("**アオバ社が調達**\nアオバ社が調達\nアオバ社は35億円を調達した。\n", name: "a.txt")
    #expect(article.title == "アオバ社が調達")
    #expect(article.text == "アオバ社が調達\nアオバ社は35億円を調達した。")
  }

  @Test("An item of HTML with a lead under its headline is two blocks, the lead one level deeper")
  func htmlDigest() throws {
    let article = try article(
      """
      <html><body><main><h1>今朝の話題</h1><ul><li><a href="https://a.example/1">アオバ社が35億円を調達</a><p>アオバ社は四日、調達を発表した。用途は計算基盤の増設。</p></li>
      <li><a href="https://a.example/2">カワ社、ソラを公開</a><p>新しいモデルで、来年の春に売り出すという。価格は未定。</p><ul><li>小さい版もある</li></ul></li></ul></main></body></html>
      """, name: "digest.html")
    #expect(article.blocks.filter { $0.kind == .listItem }.map(\.level) == [1, 2, 1, 2, 2])
    #expect(article.blocks.first { $0.kind == .listItem }?.link == "https://a.example/1")
    #expect(article.text.contains("カワ社、ソラを公開\n新しいモデルで"))
  }
}
