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

  /// `产品“海听”`, `上线了“海听问答”`: a short name in quotation marks behind a noun of a kind.
  private func chineseQuoted(_ open: Int) -> Discovery? {
    let closing: UInt32 = tokens[open].scalar == 0x22 ? 0x22 : 0x300D
    let before = tokens[open].start
    let isModel = scene.precedes(anyOf: scene.words[.chineseModelNouns], before)
    guard isModel || scene.precedes(anyOf: scene.words[.chineseProductNouns], before) else { return nil }
    var close = open + 1
    while close < tokens.count, close - open <= 6, !tokens.isScalar(close, closing) {
      if ![.han, .latin, .number, .space].contains(tokens[close].kind) { return nil }
      close += 1
    }
    guard close > open + 1, tokens.isScalar(close, closing) else { return nil }
    let span = Span(tokens[open].end, tokens[close].start)
    let name = scene.text.text(span)
    let scalars = name.unicodeScalars
    guard (2...14).contains(scalars.count), !scalars.contains(where: scene.words[.chineseQuoteNoise].contains), !lexicon.generic.contains(name), !lexicon.commonHanzi.contains(name) else { return nil }
    if isWholly(name, .han), !isCoinedChinese(Array(scalars), before, tokens[close].end) { return nil }
    return Discovery(type: isModel ? .model : .product, span: span, confidence: 760, reason: "产品“…”")
  }

  private func isWholly(_ name: String, _ kind: NameTokens.Kind) -> Bool { name.unicodeScalars.allSatisfy { NameTokens.kind($0.value) == kind } }

  /// Quotation marks set off a phrase as often as a name: one of Chinese characters alone is a name behind a noun that wants one, where
  /// no words of the language open or close it and no method is told of behind it.
  private func isCoinedChinese(_ name: [Unicode.Scalar], _ before: Int, _ after: Int) -> Bool {
    func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    guard scene.precedes(anyOf: scene.words[.chineseNaming], before), name.count <= 6, !name.prefix(1).contains(where: scene.words[.chineseNumerals].contains) else { return false }
    if name.count > 2, lexicon.commonHanzi.contains(text(name.prefix(2))) && lexicon.commonHanzi.contains(text(name.suffix(2))) { return false }
    guard scene.follows("的", at: after) else { return true }
    return !scene.words[.chineseMethods].occurs(scene.text.bytes, in: Span(after, min(after + 36, scene.line(of: after).end)))
  }

  private func quoted(_ open: Int) -> Discovery? {
    let closing: UInt32 = tokens[open].scalar == 0x300C ? 0x300D : 0x300F
    var close = open + 1
    while close < tokens.count, close - open <= 14, !tokens.isScalar(close, closing) {
      if tokens[close].kind == .newline { return nil }
      if tokens[close].kind == .other, [0x3001, 0x3002, 0x300C, 0x300D, 0x300E, 0x3F, 0x21, 0x2026].contains(tokens[close].scalar) { return nil }
      close += 1
    }
    guard close < tokens.count, tokens.isScalar(close, closing), close > open + 1 else { return nil }
    let before = tokens[open].start
    let after = tokens[close].end
    // 「Acme Note（AN）」: the abbreviation is no part of the name.
    if tokens.isScalar(close - 1, 0x29), let bracket = (open + 2..<close).first(where: { tokens.isScalar($0, 0x28) }) { close = bracket }
    while close > open + 1, tokens.kind(close - 1) == .space { close -= 1 }
    let span = Span(tokens[open].end, tokens[close].start)
    guard close > open + 1, looksLikeName(open + 1, close), !scene.text.bytes[span.start..<span.end].contains(0x28) else { return nil }
    // レポート「…」
    if scene.precedes(anyOf: scene.words[.documentNouns], before) { return nil }
    if scene.precedes(anyOf: scene.words[.organizationNouns], before), hasLatinOrKatakana(open + 1, close), !scene.words[.documentEnds].ends(scene.text.text(span)) {
      return Discovery(type: .company, span: span, confidence: 835, reason: "団体「…」")
    }
    let name = scene.text.text(span)
    if lexicon.generic.contains(name) || scene.words[.documentEnds].ends(name) { return nil }
    if overlapsAny(taken, Span(max(0, before - 6), before)), scene.precedes("ai", before) { return nil }
    let hasProper = hasLatinOrKatakana(open + 1, close) || tokens[open + 1].kind == .hiragana || name.unicodeScalars.count <= 3
    if scene.precedes(anyOf: scene.words[.chipNouns], before) { return Discovery(type: .chip, span: span, confidence: 830, reason: "チップ「…」") }
    // 「V1」 is a version of what was named before.
    if name.utf8.count <= 2 || name.unicodeScalars.count == 1 { return nil }
    if scene.precedes(anyOf: scene.words[.modelNouns], before) && !isPhrase(open + 1, close) || scene.precedes("モデルの", before) && (open + 1..<close).contains(where: { tokens.kind($0) == .latin }) {
      // スマートフォンの新モデル「…」
      if isDevice(before) { return Discovery(type: .product, span: span, confidence: 850, reason: "新モデル「…」") }
      return Discovery(type: .model, span: span, confidence: 850, reason: "モデル「…」")
    }
    if hasProper || isTitled(open + 1, close), scene.precedes(anyOf: scene.words[.productNouns], before) {
      return Discovery(type: .product, span: span, confidence: 850, reason: "サービス「…」")
    }
    if hasLatinOrKatakana(open + 1, close) || isTitled(open + 1, close), scene.follows(anyOf: scene.words[.launching], at: after) {
      return Discovery(type: .product, span: span, confidence: 760, reason: "「…」を提供開始")
    }
    if isPersona(name) { return Discovery(type: .product, span: span, confidence: 740, reason: "「AI…さん」") }
    if isWare(open + 1, close), scene.precedes(anyOf: scene.words[.relativeEnds], before) || scene.follows(anyOf: scene.words[.launching], at: after) || scene.follows(anyOf: scene.words[.handing], at: after) {
      return Discovery(type: .product, span: span, confidence: 750, reason: "「…システム」を導入")
    }
    if hasLatinOrKatakana(open + 1, close), scene.follows(anyOf: scene.words[.handing], at: after) || isMakers(before) && !(open + 1..<close).contains(where: { tokens[$0].kind == .hiragana }) {
      return Discovery(type: .product, span: span, confidence: 730, reason: "maker の「…」")
    }
    return nil
  }

  /// Kanji and hiragana mixed: words of the language more often than a name.
  private func isPhrase(_ first: Int, _ close: Int) -> Bool {
    let kinds = (first..<close).map { tokens[$0].kind }
    return kinds.contains(.hiragana) && kinds.contains(.han) && !hasLatinOrKatakana(first, close)
  }

  /// A model of wares: something that one holds is named before it in its sentence.
  private func isDevice(_ byte: Int) -> Bool {
    guard scene.precedes(anyOf: scene.words[.wareModels], byte) else { return false }
    let line = scene.line(of: byte)
    var start = byte
    while start > line.start, byte - start < 150, !scene.precedes("。", start) { start -= 1 }
    let sentence = Span(start, byte).aligned(scene.text.bytes)
    return scene.words[.deviceNouns].occurs(scene.text.bytes, in: sentence) && !scene.words[.modelKinds].occurs(scene.text.bytes, in: sentence)
  }

  /// A compound that ends in what is used, and says more than its kind: `防災予測マップ`, `議事録作成エージェント`; not `AIシステム`.
  private func isWare(_ first: Int, _ close: Int) -> Bool {
    let span = Span(tokens[first].start, tokens[close].start)
    let name = scene.text.text(span)
    // コーディング・エージェント
    let isCommon = (first..<close).allSatisfy { tokens[$0].kind == .other || lexicon.isGeneric(tokens.word($0)) || lexicon.commonKatakana.contains(tokens.word($0)) }
    guard close - first >= 2, !isCommon, name.unicodeScalars.count >= 8, let ending = scene.words[.wareEnds].ending(of: name) else { return false }
    var head = Substring(name.dropLast(ending.length))
    if head.hasPrefix("生成ai") { head = head.dropFirst(4) } else if head.hasPrefix("ai") { head = head.dropFirst(2) }
    if head.utf8.first == 0x20 { head = head.dropFirst() }
    return head.unicodeScalars.count >= 4 && !lexicon.isGeneric(String(head))
  }

  /// Assistants named for whom they stand in, or for their house: `AI海山さん`, `ゾルベル先生AI`, `ZOL-AI`, `ZolGPT`.
  private func isPersona(_ name: String) -> Bool {
    if name.hasPrefix("ai"), let end = scene.words[.personaEnds].ending(of: name), name.unicodeScalars.count >= end.length + 4 { return true }
    let isLatin = name.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 }
    return isLatin && name.utf8.count >= 6 && (name.hasSuffix("-ai") || name.hasSuffix("gpt")) && !lexicon.generic.contains(name)
  }

  /// Two capitalized words and more, a name even where each is common: `Email Helper`.
  private func isTitled(_ first: Int, _ close: Int) -> Bool {
    let words = (first..<close).filter { tokens[$0].kind == .latin }
    return words.count >= 2 && tokens[words[0]].isCapitalized && words.allSatisfy { tokens[$0].isCapitalized || scene.words[.titleJoiners].contains(tokens.word($0)) }
  }

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
    guard scene.precedes(anyOf: scene.words[.callingVerbs], tokens[position].start) else { return nil }
    var last = position
    while tokens.kind(last + 1) == .space, let next = tokens.at(last + 2), next.kind == .latin || next.kind == .number, next.isCapitalized || next.kind == .number, last - position < 8 { last += 2 }
    let span = Span(tokens[position].start, tokens[last].end)
    if [0x5F, 0x2F].contains(where: { tokens.isScalar(last + 1, $0) }) { return nil }
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
    let isLatin = (first..<close).allSatisfy { [.latin, .number, .space, .other].contains(tokens[$0].kind) }
    for position in first..<close where tokens[position].kind == .other && [0x25, 0x24, 0xA5, 0x3A].contains(tokens[position].scalar) {
      // NTE: Night To Ember
      if tokens[position].scalar == 0x3A, isLatin, tokens.kind(position + 1) == .space, tokens[first].isCapitalized { continue }
      return false
    }
    if scene.text.text(span).holds("向け") { return false }
    var hiragana = 0
    for position in first..<close where tokens[position].kind == .hiragana { hiragana += tokens[position].end - tokens[position].start }
    if hiragana * 3 > span.count * 2, span.count > 24 { return false }
    for position in first..<close where tokens[position].kind == .hiragana && position > first {
      let word = tokens.word(position)
      if scene.words[.sentenceParticles].contains(word) { return false }
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
