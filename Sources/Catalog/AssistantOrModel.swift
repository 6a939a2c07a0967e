import Facts

/// Whether a name that is a model family as well as an assistant (`Claude`, `Gemini`, `豆包`) is used as one or the other in a text.
///
/// `チャットボット「Claude」`, `ChatGPT、Gemini` speak for the assistant, `Geminiモデル`, `Claude、Llama` for the model; the
/// whole text decides, so that one article does not split a name in two.
struct AssistantOrModel {
  private var balance: [Int32: Int] = [:]

  init(catalog: Catalog, scene: LinkingScene) {
    for candidate in scene.candidates {
      var model: Int32?
      var assistant: Int32?
      for value in candidate.values {
        let entity = catalog.aliases[Int(catalog.trie.values[value])].entity
        guard entity >= 0 else { continue }
        switch catalog.index.types[Int(entity)] {
        case .model: model = entity
        case .product: assistant = entity
        default: break
        }
      }
      guard let model, assistant != nil else { continue }
      balance[model, default: 0] += Self.lean(scene, scene.folded(candidate.symbols))
    }
  }

  /// Does the text use the model's name for its assistant?
  func isAssistant(_ model: Int32) -> Bool { balance[model, default: 0] > 0 }

  func isKnown(_ model: Int32) -> Bool { balance[model] != nil }

  private static func lean(_ scene: LinkingScene, _ span: Span) -> Int {
    let after = scene.skipSpaces(scene.follows(anyOf: ["」", "』"], at: span.end) ? span.end + 3 : span.end)
    var before = scene.skipSpacesBack(span.start)
    if scene.precedes(anyOf: ["「", "『"], before) { before -= 3 }
    var lean = 0
    if scene.follows(anyOf: ["アプリ", "チャットボット", "app", "chatbot", "に広告", "のユーザー", "の有料", "を悪用", "に質問", "に聞", "users", "で工数", "との会話", "アシスタント", "assistant", "のアプリ", "に相談", "に頼", "の利用者", "app", "应用", "app", "を使って", "を使い", "で検索", "助手", "への指示", "に指示", "に入力", "に依頼", "の回答", "が回答", "と会話", "のチャット", "の画面", "の料金", "のアカウント", "にログイン", "デスクトップ", "の無料", "の月額", "と対話", "がユーザー", "の障害", "などのaiサービス", "など、あらゆるai", "などの生成aiサービス", "などのチャット", "などのaiチャット", "などの対話型ai", "などのaiアシスタント"], at: after) { lean += 2 }
    if scene.precedes(anyOf: ["チャットボット", "チャットボットの", "アプリ", "アプリの", "アシスタント", "アシスタントの", "サービス", "サービスの", "サービスである", "chatbot", "chatbots", "assistant", "app", "ai助手", "assistants", "一般向け", "チャットai", "チャットaiの", "対話型ai", "対話型aiの", "対話ai", "対話aiの", "aiチャット", "の競合"], before) { lean += 2 }
    if scene.precedes(anyOf: ["chatgpt、", "chatgptや", "chatgpt, ", "chatgpt and ", "chatgptと", "chatgpt or ", "chatgpt/", "copilot、", "copilotや", "perplexity、", "chatgpt・"], span.start) { lean += 2 }
    if scene.follows(anyOf: ["、chatgpt", "やchatgpt", "とchatgpt", ", chatgpt", " and chatgpt", "、copilot", "、perplexity"], at: after) { lean += 2 }
    if scene.follows(anyOf: ["モデル", "シリーズ", "系列", "model", "模型", "大模型", "ファミリー", "family", "llm", "の最新モデル", "のモデル", "の学習", "のapi", "api", "の訓練"], at: after) { lean -= 3 }
    if scene.precedes(anyOf: ["モデル", "モデルの", "モデルである", "llm", "model", "models", "大模型", "模型", "llmの", "llmである", "大規模言語モデル"], before) { lean -= 3 }
    return lean
  }
}
