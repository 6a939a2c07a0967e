import Facts
import Language

/// Products and models that no row holds: a name in quotation marks beside a word that says what it is.
///
/// `新サービス「ソラノート」`, `「ソラノート」を提供開始` name a product, `新モデル「Sora-9」` a model; `調査「生成AIの利用実態」` names nothing.
struct ProductDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]

  private var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    for position in 0..<tokens.count where tokens.isScalar(position, 0x300C) || tokens.isScalar(position, 0x300E) {
      if let discovery = quoted(position), !overlapsAny(taken, discovery.span) { found.append(discovery) }
    }
    return found
  }

  private static let productNouns: [StaticString] = [
    "サービス", "アプリ", "ツール", "プラットフォーム", "チャットボット", "エージェント", "アシスタント", "ソフト", "ソフトウェア", "ブラウザ", "ブラウザー", "システム", "機能", "ロボット", "端末", "デバイス", "sdk", "api", "ライブラリ", "フレームワーク", "エディタ",
    "ゲーム", "プログラム", "検索エンジン", "スマートグラス", "ソリューション", "プロトコル", "データセット", "ベンチマーク", "パッケージ", "拡張機能", "プラグイン", "クラウド", "スマートフォン", "ロボ", "プラン", "ai", "キャラクター", "アプリケーション", "基盤", "製品", "サイト", "スマホ", "イヤホン", "シリーズ", "ai検索", "エンジン",
  ]
  private static let modelNouns: [StaticString] = ["モデル", "llm", "slm", "基盤モデル", "大規模言語モデル", "言語モデル", "生成モデル", "画像生成ai", "動画生成ai", "音楽生成ai", "vlm", "推論モデル"]
  private static let chipNouns: [StaticString] = ["チップ", "gpu", "半導体", "プロセッサ", "プロセッサー", "cpu", "アクセラレータ", "アクセラレーター", "soc", "npu"]
  private static let launching: [StaticString] = [
    "を提供開始", "の提供を開始", "の提供開始", "をリリース", "を公開", "を発売", "をローンチ", "を正式リリース", "のβ版", "ベータ版", "の一般提供", "を正式提供", "を搭載", "を導入", "をオープンソース化", "の提供を始め", "を開発", "を発表", "を一般公開", "が登場", "を利用", "を使", "に対応", "のアップデート", "を正式公開", "の新機能", "の最新版",
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
    guard looksLikeName(open + 1, close) else { return nil }
    let before = tokens[open].start
    let after = tokens[close].end
    let isPlain = lexicon.generic.contains(scene.text.text(span))
    if isPlain { return nil }
    if scene.precedes(anyOf: Self.modelNouns, before) || scene.precedes("モデルの", before) {
      return Discovery(type: .model, span: span, confidence: 850, reason: "モデル「…」")
    }
    if scene.precedes(anyOf: Self.chipNouns, before) { return Discovery(type: .chip, span: span, confidence: 830, reason: "チップ「…」") }
    if scene.precedes(anyOf: Self.productNouns, before) {
      return Discovery(type: .product, span: span, confidence: 850, reason: "サービス「…」")
    }
    if hasLatinOrKatakana(open + 1, close), scene.follows(anyOf: Self.launching, at: after) {
      return Discovery(type: .product, span: span, confidence: 760, reason: "「…」を提供開始")
    }
    return nil
  }

  /// Short, and no sentence: little hiragana, no particles between kanji.
  private func looksLikeName(_ first: Int, _ close: Int) -> Bool {
    let span = Span(tokens[first].start, tokens[close].start)
    guard span.count >= 3, span.count <= 66 else { return false }
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
