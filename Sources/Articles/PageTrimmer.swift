import Facts

/// Trims the passages of a page's main content: what stands around the text at its edges and between its paragraphs.
///
/// Cut are the headline (it is the title), bylines and datelines above the first paragraph, lists of links, and sections
/// under a heading such as 関連記事 that hold no paragraph. Example: 「見出し / 2025年11月4日 10:00 / 本文。/ 関連記事 / リンク」 → 本文。
struct PageTrimmer {
  let title: String?

  func trimmed(_ passages: [Draft.Passage], linkShares: [Double]) -> [Draft.Passage] {
    let boilerplate = Boilerplate.standard
    let weights = passages.map { textWeight($0.text, 0, $0.text.count) }
    var keep = [Bool](repeating: true, count: passages.count)
    let linked = passages.indices.filter { linkShares[$0] >= 0.7 }.reduce(0) { $0 + weights[$1] }
    let total = weights.reduce(0, +)
    // A page of links is a digest: its links are its text.
    let isDigest = linked * 2 > total
    let wantedTitle = title.map { core(Array($0.utf8)) }
    let consent = consentNotes(passages)
    var isBeforeText = true
    var kept = 0
    for index in passages.indices {
      let passage = passages[index]
      // What readers wrote stands at the end, under a heading that says so.
      if kept >= 200, passage.kind != .tableRow, passage.kind != .code, boilerplate.opensComments(passage.text) {
        for rest in index..<passages.count { keep[rest] = false }
        break
      }
      // So it is behind a wall: offers and what they hold follow, but for a page that says so above its text.
      if kept >= 200, boilerplate.opensWall(passage.text), weights[index...].reduce(0, +) < kept * 2 {
        for rest in index..<passages.count { keep[rest] = false }
        break
      }
      if passage.kind != .code, passage.kind != .tableRow, boilerplate.matches(passage.text) {
        keep[index] = false
        if boilerplate.opensOtherSection(passage.text) { cutSection(passages, weights, linkShares, from: index, &keep) }
        continue
      }
      guard keep[index] else { continue }
      if index < 8, let wantedTitle, core(passage.text) == wantedTitle {
        keep[index] = false
        continue
      }
      if isLabelledLink(passage, linkShares[index]) || isClock(passage) || consent[index] {
        keep[index] = false
        continue
      }
      // The name of the site, where it is set as a heading above the article's own.
      if isBeforeText, !isDigest, passage.kind == .heading, linkShares[index] >= 0.95, index + 1 < passages.count, index < 4,
        passages[(index + 1)...].prefix(16).contains(where: { $0.kind == .heading })
      {
        keep[index] = false
        continue
      }
      let isLinks = linkShares[index] >= 0.7 && !isDigest && !headsItem(passages, linkShares, index)
      if isLinks, passage.kind != .heading, passage.kind != .quote, weights[index] < 160,
        !(linkShares[index] < 0.95 && endsSentence(passage.text))
      {
        keep[index] = false
        continue
      }
      if isBeforeText {
        if passage.kind != .heading, passage.kind != .tableRow, weights[index] < 80, isByline(passage.text) {
          keep[index] = false
        } else if weights[index] >= 60, passage.kind == .paragraph {
          isBeforeText = false
        }
      }
      if keep[index] { kept += weights[index] }
    }
    var result = passages.indices.filter { keep[$0] }.map { passages[$0] }
    // A heading with nothing under it headed something that went.
    while let last = result.last, last.kind == .heading, result.count > 1 { result.removeLast() }
    return result
  }

  /// `関連記事：<a>…</a>`, `Read more: <a>…</a>` between paragraphs: a label of other matter and a link.
  private func isLabelledLink(_ passage: Draft.Passage, _ share: Double) -> Bool {
    guard share >= 0.4, passage.kind != .heading, passage.kind != .tableRow, passage.text.count <= 400 else { return false }
    let colons = [Array("：".utf8), [UInt8(ascii: ":")]]
    guard let mark = colons.compactMap({ find(String(decoding: $0, as: UTF8.self), in: passage.text, from: 0, within: 60) }).min()
    else { return false }
    let label = Array(passage.text[..<mark])
    return Boilerplate.standard.matches(label)
  }

  /// A line of its own that is a day with a time of day: when something was posted, wherever it stands.
  private func isClock(_ passage: Draft.Passage) -> Bool {
    passage.kind == .paragraph && passage.text.count <= 60 && passage.text.contains(UInt8(ascii: ":"))
      && loneDate(passage.text) != nil
  }

  /// Notes that ask for consent to cookies, at the page's beginning or end: they speak of partners, devices, identifiers.
  private func consentNotes(_ passages: [Draft.Passage]) -> [Bool] {
    var notes = [Bool](repeating: false, count: passages.count)
    var scores = [Int](repeating: 0, count: passages.count)
    for index in passages.indices where index < 8 || index >= passages.count - 6 {
      let isHead = passages[index].text.count < 60 && index < 8
      guard isHead || (80...1500).contains(passages[index].text.count) else { continue }
      if isHead {
        if Self.consentHeads.isAny(in: passages[index].text) { scores[index] = 3 }
        continue
      }
      scores[index] = Self.consentTerms.count(in: passages[index].text)
    }
    for index in passages.indices where scores[index] >= 2 {
      let beside = max(index > 0 ? scores[index - 1] : 0, index + 1 < scores.count ? scores[index + 1] : 0)
      notes[index] = scores[index] >= 4 && passages[index].text.count >= 60 || beside >= 3
    }
    return notes
  }

  private static let consentHeads = PhraseList(["cookie", "クッキー"])
  private static let consentTerms = PhraseList([
    "cookie", "essential cookies", "additional cookies", "use cookies", "uses cookies", "how you use", "our partners", "on your device", "unique identifiers", "personal data", "legitimate interest", "privacy policy",
    "personalised ads", "personalized ads", "personalised content", "your consent", "your choices", "audience insights",
    "geolocation data", "store and access information", "store and/or access information", "クッキー", "個人情報保護方針", "閲覧履歴",
    "プライバシーポリシー", "同意する", "隐私政策", "个性化广告",
  ])

  /// Whether a linked line is the headline of an item whose lead follows, one level deeper.
  private func headsItem(_ passages: [Draft.Passage], _ linkShares: [Double], _ index: Int) -> Bool {
    guard passages[index].kind == .listItem, index + 1 < passages.count else { return false }
    let next = passages[index + 1]
    return next.kind == .listItem && next.level > passages[index].level && linkShares[index + 1] < 0.7
  }

  /// Cuts what stands under a heading of other matter, up to the next paragraph of running text or heading. A heading
  /// that is a link, and the paragraph under it, are a card of another article.
  private func cutSection(
    _ passages: [Draft.Passage], _ weights: [Int], _ linkShares: [Double], from start: Int, _ keep: inout [Bool]
  ) {
    var isCard = false
    // A card with its lead is whole: what runs on behind it is the article again.
    var isWhole = false
    for index in (start + 1)..<max(start + 1, passages.count) {
      let isLink = linkShares[index] >= 0.7
      if passages[index].kind == .heading, !isLink { return }
      if isLink {
        // A linked paragraph is the card's own lead: what follows is no part of it.
        let heads = passages[index].kind == .heading || headsItem(passages, linkShares, index)
        isWhole = isCard && !heads && weights[index] >= 30
        isCard = heads || isCard && weights[index] < 30
      } else if weights[index] >= 120 || isWhole && weights[index] >= 40 && endsSentence(passages[index].text) {
        guard isCard else { return }
        isCard = false
      }
      keep[index] = false
    }
  }

  private func isByline(_ text: [UInt8]) -> Bool {
    if labelledDate(text) != nil || loneDate(text) != nil { return true }
    let line = String(decoding: text, as: UTF8.self).lowercased()
    if endsSentence(text) { return false }
    let starts = [
      "by ", "文：", "文:", "文／", "文/", "取材", "著者", "執筆", "作者", "来源", "來源", "记者", "編集部", "更新", "公開", "written by ", "posted ",
      "published ", "updated ", "last updated", "photo",
    ]
    if starts.contains(where: { line.hasPrefix($0) }) { return true }
    return text.contains { (0x30...0x39).contains($0) }
      && ["min read", "days ago", "day ago", "hours ago", "hour ago", "分で読めます", "minute read", "ago", "時間前", "分前", "日前", "小时前", "分钟前", "views", "閲覧", "阅读", "浏览"].contains {
        line.hasSuffix($0) || line.contains($0 + " ") || $0.utf8.count >= 7 && line.contains($0)
      }
  }

  /// Letters only, ASCII in lower case: titles compare by it.
  private func core(_ text: [UInt8]) -> [UInt8] {
    text.compactMap { byte in
      if byte >= 0x80 { return byte }
      guard isASCIIAlphanumeric(byte) else { return nil }
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
  }
}

extension Boilerplate {
  /// Whether a line heads what is not the article: related articles, rankings, comments.
  func opensOtherSection(_ text: [UInt8]) -> Bool {
    // Thanks to who answered is part of questions and answers.
    !Self.thanks.isAny(in: text) && Self.sectionHeads.isAny(in: text)
  }

  /// Whether a line says that the rest is for members: `この記事は会員限定です。`, `残り842文字`, `Subscribe to continue reading`.
  func opensWall(_ text: [UInt8]) -> Bool {
    guard text.count <= 200 else { return false }
    return Self.wallWords.isAny(in: text) || text.starts(with: "残り".utf8) && text.suffix(6).elementsEqual("文字".utf8)
  }

  private static let wallWords = PhraseList([
    "この記事は会員限定", "この記事は有料会員限定", "この記事は有料記事", "この続きは会員", "続きを読むには会員登録", "続きを読むには、会員登録", "続きは会員登録", "登録すると続きをお読み",
    "ここから先は会員", "ここから先は有料", "すべての記事が読み放題", "to continue reading", "to keep reading", "this article is for subscribers",
    "this story is for subscribers", "already a subscriber", "本文为付费", "订阅后阅读全文", "登录后阅读全文", "訂閱後閱讀全文",
  ])

  /// Whether a line heads the comments: `4 Comments`, `コメント（12）`, `この記事へのコメント`.
  func opensComments(_ text: [UInt8]) -> Bool {
    guard text.count <= 60 else { return false }
    let letters = String(decoding: text.filter { $0 >= 0x80 || isASCIIAlphanumeric($0) && $0 > 0x39 }, as: UTF8.self).lowercased()
    let plain = String(letters.unicodeScalars.filter { !"（）()【】：:件条・「」 ".unicodeScalars.contains($0) }.map(Character.init))
    return Self.commentHeads.contains(plain)
  }

  private static let commentHeads: Set<String> = [
    "コメント", "コメント一覧", "コメントを残す", "コメントする", "のコメント", "この記事へのコメント", "comments", "comment", "responses", "leaveacomment",
    "leaveareply", "discussion",
    "jointheconversation", "评论", "網友評論", "网友评论", "最新评论", "全部评论", "发表评论", "留言",
  ]

  private static let thanks = PhraseList(["お礼"])
  private static let sectionHeads = PhraseList([
    "関連記事", "関連リンク", "あわせて読みたい", "おすすめ", "人気記事", "ランキング", "最新記事", "新着記事", "コメント", "related", "recommended", "you may also like",
    "most popular", "trending",
    "comments", "more from", "more stories", "read next", "up next", "responses", "latest", "recent posts", "editor", "picks",
    "further reading", "about the author", "この記事を書いた人", "関連", "注目", "ほかの記事", "他の記事", "最近の記事", "最新の記事", "新着", "猜你喜欢", "最新文章",
    "更多阅读", "推荐", "相关文章", "相关阅读", "相關文章", "延伸閱讀", "推荐阅读", "热门文章", "评论", "目次", "table of contents",
  ])
}
