import Facts
import Language

/// Companies whose name is a coined word and the word of a trade: `ソラノ半導体`, `ゾルバン翻訳`, `ソラノクラウド`, `ゾルバンAI`.
///
/// Common words go before a trade too (`パワー半導体`, `フィジカルAI`, `プライベートクラウド`), so that the head must be no common word, and
/// somewhere the name must act as a company: it opens a headline, announces, raises money, is a subsidiary or has its seat told.
struct TradeNames {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]

  private var tokens: NameTokens { scene.tokens }

  private static let kanjiTrades: [StaticString] = [
    "半導体", "翻訳", "電子", "製薬", "創薬", "証券", "銀行", "保険", "電力", "重工", "精密", "機械", "通信", "物流", "運輸", "商事", "印刷", "出版", "書房", "映画", "工業", "化学", "電機", "研究所", "製作所", "食品", "農園", "技研", "計算機", "医療",
  ]
  private static let katakanaTrades: [StaticString] = [
    "クラウド", "ロボティクス", "テクノロジー", "テック", "エナジー", "バイオ", "モビリティ", "モーターズ", "インベストメント", "インベストメンツ", "パートナーズ", "ファンド", "ヘルスケア", "メディカル", "ソフト", "ソフトウェア", "ゲームス", "ゲームズ", "スタジオ", "データ", "ネットワーク",
    "セキュリティ", "エレクトロニクス", "ダイナミクス", "インターネット", "デジタル", "ペイメント", "ペイ", "フーズ", "ファーマ", "セミコンダクター", "コンピューティング", "インダストリーズ", "アセットマネジメント", "ネクスト", "リサーチ", "デザイン", "マテリアル", "スペース", "フィナンシャル",
  ]
  private static let latinTrades: Set<String> = ["ai", "tech", "labs", "lab", "bio", "robotics", "health", "pay", "cloud", "hd", "hr", "x"]

  func discoveries() -> [Discovery] {
    guard scene.language == .ja else { return [] }
    var names: [String: (span: Span, acts: Bool)] = [:]
    var order: [String] = []
    for position in 0..<tokens.count where tokens[position].kind == .katakana {
      guard let span = name(position), !overlapsAny(taken, span) else { continue }
      let word = scene.text.text(span)
      if names[word] == nil {
        order.append(word)
        names[word] = (span, false)
      }
      if acts(span) { names[word]?.acts = true }
    }
    return order.compactMap { word in
      guard let found = names[word], found.acts else { return nil }
      return Discovery(type: .company, span: found.span, confidence: 810, reason: "a coined word and its trade")
    }
  }

  /// A katakana run that is no common word, with a trade behind it or at its end.
  private func name(_ position: Int) -> Span? {
    let token = tokens[position]
    if let before = tokens.at(position - 1), [.katakana, .han, .latin, .number].contains(before.kind), !isCountryOrKin(token.start) { return nil }
    if tokens.isScalar(position - 1, 0x30FB) { return nil }
    if let next = tokens.at(position + 1), next.start == token.end {
      if next.kind == .han {
        for trade in Self.kanjiTrades where scene.follows(trade, at: next.start) {
          let end = next.start + trade.utf8CodeUnitCount
          guard end == next.end || scene.follows("社", at: end) || scene.follows("株", at: end) else { continue }
          return isCoined(token.span) ? Span(token.start, end) : nil
        }
      }
      if next.kind == .latin, Self.latinTrades.contains(tokens.word(position + 1)), next.isCapitalized, ![.katakana, .han, .latin].contains(tokens.kind(position + 2)) || scene.follows("社", at: next.end) {
        return isCoined(token.span) ? Span(token.start, next.end) : nil
      }
      if next.kind == .han || next.kind == .latin { return nil }
    }
    for trade in Self.katakanaTrades where scene.precedes(trade, token.end) && token.span.count >= trade.utf8CodeUnitCount + 6 {
      let head = Span(token.start, token.end - trade.utf8CodeUnitCount)
      return isCoined(head) ? token.span : nil
    }
    return nil
  }

  private func isCoined(_ head: Span) -> Bool {
    let word = scene.text.text(head)
    guard head.count >= 6, !lexicon.commonKatakana.contains(word), !lexicon.isGeneric(word) || Self.creatures.contains(word) else { return false }
    return !Self.kindsOfTrade.contains { word.hasSuffix($0) }
  }

  /// Words of nature that companies go by.
  private static let creatures: Set<String> = ["カワセミ", "コトバ", "ツバメ", "スズメ", "ハヤブサ", "ヒバリ", "カモメ", "ヒマワリ", "サクラ", "アオバ", "ミナモ", "コダマ", "ヒカリ", "アサヒ", "ミライ"]
  /// Ends of words that tell of what kind a trade is: `ニューラルAI`, `インダストリアルロボット`.
  private static let kindsOfTrade = ["アル", "ティック", "ティブ", "ング", "ブル", "ラル", "エッジ", "ソブリン", "リティ", "メント", "ション", "ター", "ファースト", "ネイティブ", "ドメイン", "イン"]

  private func isCountryOrKin(_ byte: Int) -> Bool {
    scene.precedes(anyOf: ["米", "英", "独", "仏", "韓", "子会社", "親会社", "同業", "大手", "新興", "企業", "傘下"], byte)
  }

  /// Does the name do here what companies do?
  private func acts(_ span: Span) -> Bool {
    let before = scene.skipSpacesBack(span.start)
    if scene.precedes(anyOf: ["子会社の", "親会社の", "傘下の", "スタートアップの", "ベンチャーの", "企業の", "大手の", "新興の", "会社の", "を開発する", "を手掛ける", "を手がける", "を運営する", "を提供する", "を展開する", "を買収した", "買収を完了した", "に出資した", "と提携した", "が買収した", "が出資した"], before) { return true }
    if scene.follows(anyOf: ["(本社", "(東京", "(横浜", "(大阪", "(名古屋", "(京都", "(福岡", "(札幌", "(仙台", "(神戸", "株", "社", "の株", "の社長", "のceo", "の代表", "の従業員", "に出資", "を買収", "へ出資", "への出資"], at: span.end) {
      return !scene.follows(anyOf: ["社会", "社内", "社員"], at: span.end)
    }
    guard scene.follows(anyOf: ["は", "が", "、", "と"], at: span.end) else { return false }
    let line = scene.line(of: span.start)
    var end = span.end
    while end < line.end, !scene.follows("。", at: end) { end += 1 }
    let rest = scene.text.text(Span(span.end, end))
    guard Self.doings.contains(where: { rest.holds($0) }) else { return false }
    let opens = before <= line.start || scene.precedes(anyOf: ["。", "[", "#", "*", "「", "日、", "は、", "が、", "- "], before) || scene.text.bytes[before - 1] < 0x80 && before - line.start < 6
    return opens || scene.follows("は", at: span.end) || scene.follows("が", at: span.end)
  }

  private static let doings = [
    "調達", "発表", "買収", "提携", "出資", "量産", "契約", "上場", "決算", "売上高", "子会社", "設立", "投資", "公表", "協業", "締結", "拠出", "コメントを控え", "否定", "参入", "工場", "資金", "黒字", "赤字",
  ]
}
