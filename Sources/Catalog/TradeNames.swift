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
        for trade in scene.words[.kanjiTrades].phrases where scene.follows(trade, at: next.start) {
          let end = next.start + trade.bytes.count
          guard end == next.end || scene.follows("社", at: end) || scene.follows("株", at: end) else { continue }
          return isCoined(token.span) ? Span(token.start, end) : nil
        }
      }
      if next.kind == .latin, scene.words[.latinTrades].contains(tokens.word(position + 1)), next.isCapitalized, ![.katakana, .han, .latin].contains(tokens.kind(position + 2)) || scene.follows("社", at: next.end) {
        return isCoined(token.span) ? Span(token.start, next.end) : nil
      }
      if next.kind == .han || next.kind == .latin { return nil }
    }
    for trade in scene.words[.katakanaTrades].phrases where scene.precedes(trade, token.end) && token.span.count >= trade.bytes.count + 6 {
      let head = Span(token.start, token.end - trade.bytes.count)
      return isCoined(head) ? token.span : nil
    }
    return nil
  }

  private func isCoined(_ head: Span) -> Bool {
    let word = scene.text.text(head)
    guard head.count >= 6, !lexicon.commonKatakana.contains(word), !lexicon.isGeneric(word) || scene.words[.creatures].contains(word) else { return false }
    return !scene.words[.tradeQualities].ends(word)
  }

  private func isCountryOrKin(_ byte: Int) -> Bool {
    scene.precedes(anyOf: scene.words[.coinedLeads], byte)
  }

  /// Does the name do here what companies do?
  private func acts(_ span: Span) -> Bool {
    let before = scene.skipSpacesBack(span.start)
    if scene.precedes(anyOf: scene.words[.tradeBefore], before) { return true }
    if scene.follows(anyOf: scene.words[.tradeAfter], at: span.end) {
      return !scene.follows(anyOf: ["社会", "社内", "社員"], at: span.end)
    }
    guard scene.follows(anyOf: ["は", "が", "、", "と"], at: span.end) else { return false }
    let line = scene.line(of: span.start)
    var end = span.end
    while end < line.end, !scene.follows("。", at: end) { end += 1 }
    guard scene.words[.tradeDoings].occurs(scene.text.bytes, in: Span(span.end, end)) else { return false }
    let opens = before <= line.start || scene.precedes(anyOf: ["。", "[", "#", "*", "「", "日、", "は、", "が、", "- "], before) || scene.text.bytes[before - 1] < 0x80 && before - line.start < 6
    return opens || scene.follows("は", at: span.end) || scene.follows("が", at: span.end)
  }

}
