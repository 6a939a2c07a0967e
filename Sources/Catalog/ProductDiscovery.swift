import Facts
import Language

/// Products and models that no row holds: a name in quotation marks beside a word that says what it is.
///
/// `新サービス「ソラノート」`, `「ソラノート」を提供開始` name a product, `新モデル「Sora-9」` a model; `調査「生成AIの利用実態」` names nothing.
struct ProductDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]
  /// Folded spans of linked companies.
  let makers: [Span]

  private var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    for position in 0..<tokens.count where tokens.isScalar(position, 0x300C) || tokens.isScalar(position, 0x300E) {
      // A quoted name may hold a linked one, `「Acme Agent」`, but is not the linked one itself.
      if let discovery = quoted(position), !isTaken(discovery.span) { found.append(discovery) }
    }
    if scene.language == .zh {
      for position in 0..<tokens.count where tokens.isScalar(position, 0x22) || tokens.isScalar(position, 0x300C) {
        if let discovery = chineseQuoted(position), !overlapsAny(taken, discovery.span) { found.append(discovery) }
      }
    }
    if scene.language == .en {
      for position in 0..<tokens.count where tokens[position].kind == .latin && tokens[position].isCapitalized {
        if let discovery = called(position), !overlapsAny(taken, discovery.span) { found.append(discovery) }
      }
    }
    return found
  }

  private static let chineseNouns: [StaticString] = ["产品", "应用", "平台", "机器人", "助手", "app", "智能体", "软件", "小程序", "系统", "浏览器", "服务", "项目", "工具", "名为", "叫做", "推出", "上线", "推出了", "上线了", "发布了", "打造了", "游戏", "手游", "手机", "车型", "品牌", "功能", "社区", "芯片", "框架", "操作系统"]
  private static let chineseModels: [StaticString] = ["模型", "大模型"]

  /// `产品“海听”`, `上线了“海听问答”`: a short name in quotation marks behind a noun of a kind.
  private func chineseQuoted(_ open: Int) -> Discovery? {
    let closing: UInt32 = tokens[open].scalar == 0x22 ? 0x22 : 0x300D
    let before = tokens[open].start
    let isModel = scene.precedes(anyOf: Self.chineseModels, before)
    guard isModel || scene.precedes(anyOf: Self.chineseNouns, before) else { return nil }
    var close = open + 1
    while close < tokens.count, close - open <= 6, !tokens.isScalar(close, closing) {
      if ![.han, .latin, .number, .space].contains(tokens[close].kind) { return nil }
      close += 1
    }
    guard close > open + 1, tokens.isScalar(close, closing) else { return nil }
    let span = Span(tokens[open].end, tokens[close].start)
    let name = scene.text.text(span)
    let scalars = name.unicodeScalars
    guard (2...10).contains(scalars.count), !scalars.contains(where: Self.chineseNoise.contains), !lexicon.generic.contains(name), !lexicon.commonHanzi.contains(name) else { return nil }
    return Discovery(type: isModel ? .model : .product, span: span, confidence: 760, reason: "产品“…”")
  }
  private static let chineseNoise: Set<Unicode.Scalar> = Set("的了和与是在不没把被我你他她它们为什么怎吗呢吧就都也很最更让给".unicodeScalars)

  private static let productNouns: [StaticString] = [
    "サービス", "アプリ", "ツール", "プラットフォーム", "チャットボット", "エージェント", "アシスタント", "ソフト", "ソフトウェア", "ブラウザ", "ブラウザー", "システム", "機能", "ロボット", "端末", "デバイス", "sdk", "api", "ライブラリ", "フレームワーク", "エディタ",
    "ゲーム", "プログラム", "検索エンジン", "スマートグラス", "ソリューション", "プロトコル", "データセット", "ベンチマーク", "パッケージ", "拡張機能", "プラグイン", "クラウド", "スマートフォン", "ロボ", "プラン", "ai", "キャラクター", "アプリケーション", "基盤", "製品", "サイト", "スマホ", "イヤホン", "シリーズ", "ai検索", "エンジン",
    "テスト", "仕様", "規格", "新標準", "os", "プログラミング言語", "コンソール", "ストア", "ai機能", "アシスト", "パソコン", "pc", "家電", "カメラ", "メガネ", "スピーカー", "時計", "ウォッチ", "車種", "新型車", "ドローン",
  ]
  private static let modelNouns: [StaticString] = ["モデル", "llm", "slm", "基盤モデル", "大規模言語モデル", "言語モデル", "生成モデル", "画像生成ai", "動画生成ai", "音楽生成ai", "vlm", "推論モデル"]
  private static let chipNouns: [StaticString] = ["チップ", "gpu", "半導体", "プロセッサ", "プロセッサー", "cpu", "アクセラレータ", "アクセラレーター", "soc", "npu"]
  private static let launching: [StaticString] = [
    "を提供開始", "の提供を", "を提供", "の提供開始", "をリリース", "を公開", "を発売", "をローンチ", "を正式リリース", "のβ版", "ベータ版", "の一般提供", "を正式提供", "を搭載", "を導入", "をオープンソース化", "の提供を始め", "を開発", "を発表", "を一般公開", "が登場", "を利用", "を使", "に対応", "のアップデート", "を正式公開", "の新機能", "の最新版",
  ]

  /// Endings of what is written or held, not sold.
  private static let documents = [
    "レポート", "調査", "ガイドライン", "白書", "計画", "宣言", "戦略", "法案", "憲章", "論文", "報告書", "セミナー", "会議", "条約", "大賞", "アワード", "展", "講座", "サミット", "フォーラム", "問題", "時代", "ドル", "円", "ショック", "とは", "理論", "法則", "主義", "革命",
    "カンファレンス", "イベント", "特集", "連載", "書籍", "コンテスト", "ハッカソン", "プロジェクト", "制", "権", "化", "者", "人", "社会",
    "生成ai", "特化型ai", "技術", "手法",
  ]

  private func quoted(_ open: Int) -> Discovery? {
    let closing: UInt32 = tokens[open].scalar == 0x300C ? 0x300D : 0x300F
    var close = open + 1
    while close < tokens.count, close - open <= 14, !tokens.isScalar(close, closing) {
      if tokens[close].kind == .newline { return nil }
      if tokens[close].kind == .other, [0x3001, 0x3002, 0x300C, 0x300D, 0x300E, 0x3F, 0x21, 0x2026].contains(tokens[close].scalar) { return nil }
      close += 1
    }
    guard close < tokens.count, tokens.isScalar(close, closing), close > open + 1 else { return nil }
    let span = Span(tokens[open].end, tokens[close].start)
    guard looksLikeName(open + 1, close), !scene.text.bytes[span.start..<span.end].contains(0x28) else { return nil }
    let before = tokens[open].start
    let after = tokens[close].end
    let name = scene.text.text(span)
    if lexicon.generic.contains(name) || Self.documents.contains(where: { name.hasSuffix($0) }) { return nil }
    if overlapsAny(taken, Span(max(0, before - 6), before)), scene.precedes("ai", before) { return nil }
    let hasProper = hasLatinOrKatakana(open + 1, close) || tokens[open + 1].kind == .hiragana || name.unicodeScalars.count <= 3
    if scene.precedes(anyOf: Self.chipNouns, before) { return Discovery(type: .chip, span: span, confidence: 830, reason: "チップ「…」") }
    // 「V1」 is a version of what was named before.
    if name.utf8.count <= 2 || name.unicodeScalars.count == 1 { return nil }
    if scene.precedes(anyOf: Self.modelNouns, before) || scene.precedes("モデルの", before) {
      return Discovery(type: .model, span: span, confidence: 850, reason: "モデル「…」")
    }
    if hasProper || isTitled(open + 1, close), scene.precedes(anyOf: Self.productNouns, before) {
      return Discovery(type: .product, span: span, confidence: 850, reason: "サービス「…」")
    }
    if hasLatinOrKatakana(open + 1, close) || isTitled(open + 1, close), scene.follows(anyOf: Self.launching, at: after) {
      return Discovery(type: .product, span: span, confidence: 760, reason: "「…」を提供開始")
    }
    if isPersona(name) { return Discovery(type: .product, span: span, confidence: 740, reason: "「AI…さん」") }
    if isWare(open + 1, close), scene.precedes(anyOf: ["した", "する", "できる", "られる", "による"], before) || scene.follows(anyOf: Self.launching, at: after) || scene.follows(anyOf: Self.handing, at: after) {
      return Discovery(type: .product, span: span, confidence: 750, reason: "「…システム」を導入")
    }
    if hasLatinOrKatakana(open + 1, close), scene.follows(anyOf: Self.handing, at: after) || isMakers(before) && !(open + 1..<close).contains(where: { tokens[$0].kind == .hiragana }) {
      return Discovery(type: .product, span: span, confidence: 730, reason: "maker の「…」")
    }
    return nil
  }

  /// Words right behind the closing bracket of a product's name.
  private static let handing: [StaticString] = [
    "アプリ", "の開発", "の導入", "の運用", "の無料", "の正式", "の販売", "の配信", "始動", "公開", "提供開始", "発売", "の公開", "を全国", "を運用", "を配信", "の提供", "を無料", "をオープンソース", "の仕組み", "が公開され", "が提案", "の評価", "を活用",
  ]

  /// A compound that ends in what is used, and says more than its kind: `防災予測マップ`, `議事録作成エージェント`; not `AIシステム`.
  private func isWare(_ first: Int, _ close: Int) -> Bool {
    let span = Span(tokens[first].start, tokens[close].start)
    let name = scene.text.text(span)
    guard close - first >= 2, name.unicodeScalars.count >= 8, let ending = Self.wares.first(where: { name.hasSuffix($0) }) else { return false }
    var head = Substring(name.dropLast(ending.count))
    if head.hasPrefix("生成ai") { head = head.dropFirst(4) } else if head.hasPrefix("ai") { head = head.dropFirst(2) }
    if head.utf8.first == 0x20 { head = head.dropFirst() }
    return head.unicodeScalars.count >= 4 && !lexicon.isGeneric(String(head))
  }
  private static let wares = ["エージェントシステム", "システム", "エージェント", "アプリ", "マップ", "チェッカー", "ツール", "アシスタント", "クラウド", "ヘルプデスク", "プラットフォーム", "サービス", "ナビ", "ボット", "メーカー", "ジェネレーター", "オペレーター", "ファクトリー", "コンシェルジュ", "スタジオ", "サジェスト", "ノート"]

  /// Assistants named for whom they stand in, or for their house: `AI海山さん`, `ゾルベル先生AI`, `ZOL-AI`, `ZolGPT`.
  private func isPersona(_ name: String) -> Bool {
    if name.hasPrefix("ai"), ["さん", "社長", "くん", "ちゃん", "先生", "部長", "課長", "上司", "会長", "秘書"].contains(where: { name.hasSuffix($0) && name.unicodeScalars.count >= $0.unicodeScalars.count + 4 }) { return true }
    let isLatin = name.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 }
    return isLatin && name.utf8.count >= 6 && (name.hasSuffix("-ai") || name.hasSuffix("gpt")) && !lexicon.generic.contains(name)
  }

  /// Two capitalized words and more, a name even where each is common: `Email Helper`.
  private func isTitled(_ first: Int, _ close: Int) -> Bool {
    let words = (first..<close).filter { tokens[$0].kind == .latin }
    return words.count >= 2 && tokens[words[0]].isCapitalized && words.allSatisfy { tokens[$0].isCapitalized || Self.joiners.contains(tokens.word($0)) }
  }

  private static let joiners: Set<String> = ["for", "of", "to", "the", "in", "and", "on", "with", "by", "a"]

  /// `Acmeの「ソラノート」`: a company linked right before.
  private func isMakers(_ open: Int) -> Bool {
    guard scene.precedes("の", open) else { return false }
    let end = open - 3
    return makers.contains { $0.end == end }
  }

  /// Covered by one linked name, or nearly: `「Sarashina3シリーズ」`.
  private func isTaken(_ span: Span) -> Bool {
    // 「Acme（アクメ）」 spells a linked name twice.
    taken.contains { $0.overlaps(span) && $0.start == span.start && scene.follows("(", at: scene.skipSpaces($0.end)) && scene.precedes(")", span.end) }
      || taken.contains { $0.overlaps(span) && (!span.contains($0) || span.count - $0.count <= 1 || scene.follows(anyOf: ["シリーズ", "モデル"], at: $0.end)) }
  }

  /// `an app called Sola`, `a model dubbed Sola-9`.
  private func called(_ position: Int) -> Discovery? {
    guard scene.precedes(anyOf: ["called ", "named ", "dubbed ", "codenamed ", "called \"", "dubbed \"", "named \""], tokens[position].start) else { return nil }
    var last = position
    while tokens.kind(last + 1) == .space, let next = tokens.at(last + 2), next.kind == .latin || next.kind == .number, next.isCapitalized || next.kind == .number, last - position < 8 { last += 2 }
    let span = Span(tokens[position].start, tokens[last].end)
    let words = scene.text.text(span).split(separator: " ").map(String.init)
    if words.allSatisfy({ lexicon.generic.contains($0) }), words.count == 1, !tokens[position].hasLower { return nil }
    if lexicon.givenNames.contains(words[0]) { return nil }
    let lead = scene.text.text(Span(max(scene.line(of: span.start).start, span.start - 60), span.start).aligned(scene.text.bytes))
    for (cue, type) in [("startup", EntityType.company), ("company", .company), ("firm", .company), ("model", .model), ("chip", .chip), ("app", .product), ("tool", .product), ("assistant", .product), ("agent", .product), ("service", .product), ("platform", .product), ("product", .product), ("device", .product), ("feature", .product), ("chatbot", .product), ("robot", .product), ("system", .product), ("project", .product)] where lead.holds(" \(cue)") {
      return Discovery(type: type, span: span, confidence: 800, reason: "\(cue) called …")
    }
    return nil
  }

  /// Short, and no sentence: little hiragana, no particles between kanji.
  private func looksLikeName(_ first: Int, _ close: Int) -> Bool {
    let span = Span(tokens[first].start, tokens[close].start)
    guard span.count >= 2, span.count <= 66 else { return false }
    for position in first..<close where tokens[position].kind == .other && [0x25, 0x24, 0xA5, 0x3A].contains(tokens[position].scalar) { return false }
    if scene.text.text(span).holds("向け") { return false }
    var hiragana = 0
    for position in first..<close where tokens[position].kind == .hiragana { hiragana += tokens[position].end - tokens[position].start }
    if hiragana * 3 > span.count * 2, span.count > 24 { return false }
    for position in first..<close where tokens[position].kind == .hiragana && position > first {
      let word = tokens.word(position)
      if ["を", "は", "が", "に", "で", "から", "です", "ます", "する", "した", "して", "される", "という", "って", "なら", "とは", "しない", "できる", "なぜ", "ない", "へ", "な", "も"].contains(word) { return false }
    }
    return true
  }

  private func hasLatinOrKatakana(_ first: Int, _ close: Int) -> Bool {
    for position in first..<close where tokens[position].kind == .latin || tokens[position].kind == .katakana {
      if !lexicon.generic.contains(tokens.word(position)) { return true }
    }
    return false
  }
}

extension Span {
  /// Begins at a whole scalar.
  func aligned(_ bytes: [UInt8]) -> Span {
    var start = self.start
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return Span(start, end)
  }
}
