import Facts

/// Lines that belong to a page and not to its article, in the words that sites use for them; a row a phrase.
///
/// Example: `モバイルバージョンを終了` goes as a line of its own; the sentence 続きを読むには登録が必要だ stays. Compared without case,
/// marks and spaces at the ends.
struct Boilerplate {
  private enum Match: String {
    /// The whole line.
    case whole
    /// The line begins so and is short.
    case start
    /// The line ends so and is short.
    case end
    /// The line begins so, be it a whole sentence.
    case says
    /// The line ends so, be it a whole sentence.
    case tells
  }

  /// A row a line: how the phrase matches, and the phrase in lower case.
  private static let table = """
    # Japanese
    whole モバイルバージョンを終了
    start スレッドを読み込み中
    whole 読み込み中
    end   お待ちください
    whole 続きを読む
    end   の続きを読む
    whole もっと見る
    whole もっと読む
    whole さらに読み込む
    whole すべて見る
    whole 一覧を見る
    whole 一覧へ
    whole 広告
    whole スポンサーリンク
    whole スポンサードリンク
    whole pr
    whole シェアする
    whole シェア
    whole ツイート
    whole ポスト
    whole ポストする
    whole フォローする
    whole lineで送る
    whole はてなブックマーク
    whole はてブ
    whole リンクをコピー
    whole urlをコピー
    whole コピーしました
    whole この記事をシェア
    start この記事をシェアする
    whole 関連記事
    whole 関連リンク
    whole あわせて読みたい
    whole おすすめ記事
    whole おすすめの記事
    whole 人気記事
    whole 人気記事ランキング
    whole アクセスランキング
    whole 最新記事
    whole 新着記事
    whole 前の記事
    whole 次の記事
    whole 前のページ
    whole 次のページ
    start 次ページ
    whole 前へ
    whole 次へ
    whole トップへ戻る
    whole ページトップへ
    whole 目次
    whole 目次を開く
    whole 目次を閉じる
    whole コメント
    whole コメントを残す
    whole コメントする
    start コメントを投稿
    whole 返信する
    whole 印刷する
    whole 印刷
    whole メールで送る
    whole 保存する
    whole ブックマークに追加
    start 会員登録はこちら
    start 無料会員登録
    whole ログイン
    whole 会員登録
    whole 画像を拡大
    whole 画像を拡大する
    whole 拡大画像
    whole クリックで拡大
    start サイトアイコン
    says  この記事は会員限定
    says  この記事は有料会員限定
    says  ここから先は会員
    says  ここから先は有料
    whole 残り文字
    says  ランキングに参加
    whole 広告の後に本文が続きます
    whole 広告の後に続きます
    tells 方にお送りしています
    tells 方に配信しています
    whole 配信停止
    whole 回答
    whole の回答
    whole 件の回答
    whole ベストアンサー
    whole その他の回答
    whole 質問者からのお礼コメント
    start お礼日時
    whole 関連トピック
    tells プロモーションが含まれています
    tells プロモーションを含みます
    tells 広告が含まれています
    tells 広告を含みます
    tells アフィリエイト広告を利用しています
    whole 参考記事
    whole 関連情報
    whole こちらも読む
    says  動画を再生するには
    says  このコンテンツを視聴するには
    says  このページを見るには
    whole お気に入り
    whole 通報する
    whole 本文へスキップ
    whole メニュー
    whole 検索
    whole 閉じる
    whole ホーム
    whole 他の記事
    whole ほかの記事
    whole こちらもおすすめ
    whole 最近の記事
    whole 最新の記事
    whole 新着
    whole 編集部おすすめ
    whole 編集部のおすすめ
    whole この記事へのコメント
    whole この記事を書いた人
    whole 注目記事
    whole 注目の記事
    whole 関連キーワード
    whole 関連ニュース
    # English
    whole answers
    whole answer
    whole we value your privacy
    whole you have free stories left this month
    whole you have free articles left this month
    whole you have free articles remaining
    says  you received this email because
    says  you are receiving this email because
    says  did somebody forward this
    says  did someone forward this
    says  was this email forwarded
    whole unsubscribe
    says  this video file cannot be played
    says  this video can not be played
    start have you been affected
    tells consider becoming a free or paid subscriber
    tells consider becoming a paid subscriber
    tells this post is public so feel free to share it
    whole view in browser
    whole more stories
    start more from
    whole read next
    whole up next
    whole responses
    whole latest news
    whole latest stories
    whole you might also like
    whole recommended for you
    whole editor's picks
    whole editors' picks
    whole top stories
    whole recent posts
    whole related content
    whole related news
    whole further reading
    whole also read
    whole read also
    whole see also
    whole read next
    whole read
    whole about the author
    whole join the conversation
    whole advertisement
    whole advertisements
    whole sponsored
    whole read more
    whole continue reading
    start read the full story at
    start read the full article
    whole show more
    whole load more
    whole loading
    whole see more
    whole share
    whole share this article
    whole share this
    whole share this story
    whole share on facebook
    whole share on twitter
    whole share on x
    whole share on linkedin
    whole tweet
    whole copy link
    whole link copied
    whole print
    whole email
    whole related articles
    whole related stories
    whole related posts
    whole related
    whole recommended
    whole you may also like
    whole most popular
    whole trending
    whole more from this author
    whole leave a comment
    whole leave a reply
    whole comments
    whole skip to content
    whole skip to main content
    whole table of contents
    whole back to top
    whole previous
    whole next
    whole next page
    whole subscribe
    whole subscribe now
    whole sign up
    whole sign in
    whole log in
    whole register
    whole menu
    whole search
    whole close
    start sign up for our newsletter
    start subscribe to our newsletter
    start get the latest news
    whole story continues below advertisement
    whole article continues below
    start the post appeared first on
    end   all rights reserved
    # Chinese
    whole 广告
    whole 廣告
    whole 阅读全文
    whole 閱讀全文
    whole 阅读原文
    whole 阅读更多
    whole 查看更多
    whole 加载中
    whole 加载更多
    whole 展开全文
    whole 分享
    whole 分享到
    whole 分享至
    whole 收藏
    whole 点赞
    whole 关注
    whole 评论
    whole 发表评论
    whole 相关文章
    whole 相关阅读
    whole 相關文章
    whole 延伸閱讀
    whole 延伸阅读
    whole 相关链接
    whole 参考阅读
    whole 猜你喜欢
    whole 最新文章
    whole 更多阅读
    whole 相关推荐
    whole 热门推荐
    whole 精彩推荐
    whole 网友评论
    whole 推荐阅读
    whole 热门文章
    whole 上一篇
    whole 下一篇
    whole 返回顶部
    whole 登录
    whole 注册
    whole 复制链接
    whole 扫码关注
    start 责任编辑
    start 责编
    start 打开微信
    start 文章来源
    says  广告声明
    tells 的线索投递
    says  郑重声明
    whole 相关新闻
    whole 相關新聞
    whole 热点排行
    whole 請繼續往下閱讀
    whole 请继续往下阅读
    end   查看更多
    end   點我下載app
    start 点击上方
    start 长按二维码
    start 长按扫码
    start 喜欢就点个
    start 觉得好看
    whole end
    start 长按识别二维码
    """

  private static let rows: [(match: Match, phrase: String)] = table.split(separator: "\n").compactMap { line in
    guard let space = line.firstIndex(of: " "), let match = Match(rawValue: String(line[..<space])) else { return nil }
    return (match, String(line[space...].drop { $0 == " " }))
  }

  /// The table above, ready to match; immutable, made once.
  static let standard = Boilerplate()

  /// FNV-1a hashes of the whole lines.
  private let whole: WordTable
  private let starts: [[UInt8]]
  private let ends: [[UInt8]]
  private let says: [[UInt8]]
  private let tells: [[UInt8]]

  init() {
    whole = WordTable(hashes: Self.rows.filter { ![.end, .tells].contains($0.match) }.map { WordTable.hash($0.phrase) })
    starts = Self.rows.filter { $0.match == .start }.map { Array($0.phrase.utf8) }
    ends = Self.rows.filter { $0.match == .end }.map { Array($0.phrase.utf8) }
    says = Self.rows.filter { $0.match == .says }.map { Array($0.phrase.utf8) }
    tells = Self.rows.filter { $0.match == .tells }.map { Array($0.phrase.utf8) }
  }

  func matches(_ text: [UInt8]) -> Bool {
    guard text.count <= 400 else { return false }
    let line = core(text)
    if line.isEmpty { return false }
    if says.contains(where: { line.starts(with: $0) }) { return true }
    if tells.contains(where: { line.suffix($0.count).elementsEqual($0) }) { return true }
    guard text.count <= 150 else { return false }
    if whole.contains(line.reduce(WordTable.basis, WordTable.step)) || isCounted(line) { return true }
    if ends.contains(where: { text.count <= 90 && line.suffix($0.count).elementsEqual($0) }) { return true }
    return starts.contains { line.starts(with: $0) } && !endsSentence(text)
  }

  /// Whether a line is one of the whole ones with a number in it: `2 Answers`, `残り842文字`, `その他の回答（1件）`.
  private func isCounted(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.contains(where: { (0x30...0x39).contains($0) }), line.count <= 60 else { return false }
    var hash = WordTable.basis
    var pendingSpace = false
    var isEmpty = true
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if (0x30...0x39).contains(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") {
        index += 1
      } else if byte == 0x20 {
        pendingSpace = !isEmpty
        index += 1
      } else if let mark = Self.counters.first(where: { line[index...].starts(with: $0) }) {
        index += mark.count
      } else {
        if pendingSpace { hash = WordTable.step(hash, 0x20) }
        hash = WordTable.step(hash, byte)
        (pendingSpace, isEmpty) = (false, false)
        index += 1
      }
    }
    return !isEmpty && whole.contains(hash)
  }

  private static let counters: [[UInt8]] = ["（", "）", "件", "条", "條"].map { Array($0.utf8) }

  /// Lower case, marks at both ends stripped: `▼ 続きを読む »` → `続きを読む`.
  private func core(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var start = 0
    while start < text.count {
      let (scalar, length) = decodedScalar(text, at: start)
      guard isMark(scalar) else { break }
      start += length
    }
    var end = text.count
    while end > start {
      var last = end - 1
      while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
      guard isMark(decodedScalar(text, at: last).scalar) else { break }
      end = last
    }
    return text[start..<end].contains { (0x41...0x5A).contains($0) }
      ? text[start..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...] : text[start..<end]
  }

  private func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    case 0..<0x80, 0xA0...0xBF, 0x2000...0x2BFF, 0x3000...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFE00...0xFE0F, 0x1F000...:
      true
    default: false
    }
  }
}

/// Passages without the lines of a page's own machinery.
func withoutBoilerplate(_ passages: [Draft.Passage]) -> [Draft.Passage] {
  let boilerplate = Boilerplate.standard
  return passages.filter { $0.kind == .code || $0.kind == .tableRow || !boilerplate.matches($0.text) }
}
