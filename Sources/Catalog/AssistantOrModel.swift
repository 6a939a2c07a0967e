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
    if scene.follows(anyOf: scene.words[.assistantAfter], at: after) { lean += 2 }
    if scene.precedes(anyOf: scene.words[.assistantBefore], before) { lean += 2 }
    if scene.precedes(anyOf: scene.words[.assistantListBefore], span.start) { lean += 2 }
    if scene.follows(anyOf: scene.words[.assistantListAfter], at: after) { lean += 2 }
    if scene.follows(anyOf: scene.words[.modelUseAfter], at: after) { lean -= 3 }
    if scene.precedes(anyOf: scene.words[.modelUseBefore], before) { lean -= 3 }
    return lean
  }
}
