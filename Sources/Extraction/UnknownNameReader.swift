import Catalog
import Facts
import Language

/// Takes a phrase that no name of the catalogue fills for a company that nobody listed, by its form alone.
///
/// `アソビュー|が` (a word no dictionary holds), `TBPN|を`, `「The Kids」|を`, `九州大学病院|は` (an ending that organisations have).
/// Whether it is one is decided by the slot of a frame that it stands in, with a known party or a sum beside it.
struct UnknownNameReader {
  let rules: RuleSet
  let catalog: Catalog

  /// The span of the name in the article's text, particles, 社 and など left out.
  func name(in phrase: Bunsetsu, _ parsed: ParsedSentence, _ document: LinkedDocument) -> Span? {
    let head = parsed.tokens[phrase.head]
    // What ends in kana is a word of the language: most phrases, told by one scalar.
    if head.standIn == nil, head.partOfSpeech != .closeBracket, let first = head.surface.unicodeScalars.first, (0x3041...0x309F).contains(first.value),
      !phrase.tokens.contains(where: { parsed.tokens[$0].partOfSpeech == .openBracket })
    { return nil }
    var tokens = phrase.tokens.filter { $0 <= phrase.head }.map { parsed.tokens[$0] }
    if let quoted = quoted(phrase, parsed) {
      let text = document.text.text(quoted)
      // 「内」, 「A」: one character in brackets is a mark or a word.
      guard text.unicodeScalars.count > 1 else { return nil }
      return isTerm(text) || rules.words["not_names"].contains(text) || rules.words["product_endings"].contains(where: { text.ends(in: $0) }) ? nil : quoted
    }
    tokens.removeAll { [.openBracket, .closeBracket, .comma, .space, .symbol].contains($0.partOfSpeech) && $0.word != "・" && $0.word != "&" }
    while let last = tokens.last, rules.partySuffixes.contains(last.surface) { tokens.removeLast() }
    guard let last = tokens.last, !tokens.contains(where: { $0.standIn != nil }) else { return nil }
    // 米アトラシアン, 仏ミストラル: the country before it is no part of the name.
    while let first = tokens.first, tokens.count > 1, first.partOfSpeech == .prefix || rules.words["country_prefixes"].contains(first.surface) { tokens.removeFirst() }
    // AIメディアネットワークTBPN: common nouns before the name describe it.
    var isCalledCompany = false
    if let name = tokens.lastIndex(where: { !isNameLike($0) && !joins($0) }), name < tokens.count - 1, tokens[(name + 1)...].contains(where: isNameLike),
      !rules.words["organisation_endings"].contains(last.surface)
    {
      // 放送会社KLM: short capitals are a name where a word says whose.
      isCalledCompany = rules.words["class_nouns"].contains(tokens[name].surface)
      tokens.removeFirst(name + 1)
    }
    guard let first = tokens.first, last.span.end - first.span.start <= 90 else { return nil }
    let span = Span(first.span.start, last.span.end)
    let text = document.text.text(span)
    guard !rules.words["not_names"].contains(text), tokens.count > 1 || !rules.words["not_names"].contains(last.surface) else { return nil }
    if isTerm(text), !(isCalledCompany && isShortAcronym(text)) { return nil }
    if rules.words["product_endings"].contains(where: { text.ends(in: $0) }) { return nil }
    // 学校・大学: kinds of organisations, not one.
    if text.holds("・"), text.split(separator: "・").allSatisfy({ rules.words["not_names"].contains(String($0)) }) { return nil }
    if rules.words["organisation_endings"].contains(where: { text.ends(in: $0) || last.word == Word($0) }) {
      return tokens.count > 1 || last.nameKind != nil ? span : nil
    }
    // カワセミ|半導体: a coined word and a trade.
    if tokens.count > 1, isCoined(first), rules.words["industry_endings"].contains(where: { text.ends(in: $0) }) { return span }
    guard tokens.allSatisfy({ $0.partOfSpeech.isNominal || $0.partOfSpeech == .symbol || $0.partOfSpeech == .prefix }) else { return nil }
    // 甲社幹部, 新型モデル: a common noun at the end makes it something else.
    guard isNameLike(last), !rules.words["not_names"].contains(last.surface) else { return nil }
    return span
  }

  /// 海野ラボ|買収: the run of coined words before a trigger in its own phrase.
  func name(before trigger: Int, in phrase: Bunsetsu, _ parsed: ParsedSentence, _ document: LinkedDocument) -> Span? {
    var first = trigger
    while first > phrase.tokens.lowerBound, isNameLike(parsed.tokens[first - 1]) || joins(parsed.tokens[first - 1]) && first < trigger { first -= 1 }
    guard first < trigger, parsed.tokens[first..<trigger].allSatisfy({ $0.standIn == nil }) else { return nil }
    let span = Span(parsed.tokens[first].span.start, parsed.tokens[trigger - 1].span.end)
    let text = document.text.text(span)
    guard text.unicodeScalars.count > 2, !isTerm(text), !rules.words["not_names"].contains(text), !rules.words["common_katakana"].contains(text),
      !rules.words["product_endings"].contains(where: { text.ends(in: $0) })
    else { return nil }
    return span
  }

  /// Katakana or capitals that no dictionary holds, or that it holds as a name.
  private func isCoined(_ token: Token) -> Bool {
    guard let first = token.surface.unicodeScalars.first, token.surface.unicodeScalars.count > 1 else { return false }
    return ((0x30A1...0x30FA).contains(first.value) || (0x41...0x5A).contains(first.value)) && !rules.words["not_names"].contains(token.surface)
      && !rules.words["common_katakana"].contains(token.surface)
  }

  /// A word of the language, or AI, 戦略 and one: AIエージェント, 戦略コンサルティング.
  private func isTerm(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    if scalars.count < 2 || catalog.isCommonWord(text) || isShortAcronym(text) { return true }
    // マルチモーダルAI
    if text.hasSuffix("AI"), scalars.count > 4, catalog.isCommonWord(String(text.dropLast(2))) { return true }
    let tail = scalars.reversed().prefix { (0x30A1...0x30FF).contains($0.value) }.reversed()
    guard tail.count >= 3, tail.count < scalars.count else { return false }
    let head = scalars.dropLast(tail.count)
    var word = ""
    word.unicodeScalars.append(contentsOf: tail)
    let isKanji = head.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    let isShort = head.count <= 3 && head.allSatisfy { (0x41...0x5A).contains($0.value) }
    return (isKanji || isShort) && catalog.isCommonWord(word) && !rules.words["industry_endings"].contains(word)
  }

  /// AGI, MCP: three capitals are a term as often as a company.
  private func isShortAcronym(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count <= 3 && scalars.allSatisfy { (0x41...0x5A).contains($0.value) }
  }

  /// ・ and & inside a name.
  private func joins(_ token: Token) -> Bool { Self.joiners.contains(token.word) }

  /// A name whose form alone says company.
  func isStrong(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    let isCoined = (0x30A1...0x30FA).contains(first.value) || (0x41...0x5A).contains(first.value)
    return isCoined && name.unicodeScalars.count > 4 && rules.words["industry_endings"].contains { name.ends(in: $0) && name.count > $0.count + 1 }
  }

  private func isNameLike(_ token: Token) -> Bool {
    guard let first = token.surface.unicodeScalars.first else { return false }
    switch first.value {
    case 0x41...0x5A: return token.surface.unicodeScalars.count > 1
    case 0x30A1...0x30FA:
      switch token.nameKind {
      case .unknown, .thing: return token.surface.unicodeScalars.count > 2
      default: return false
      }
    case 0x4E00...0x9FFF: return token.nameKind == .thing && token.surface.unicodeScalars.count > 1
    default: return false
    }
  }

  /// 「The Kids」を: what stands in the last brackets of the phrase, if it is short and the phrase says nothing behind it.
  private func quoted(_ phrase: Bunsetsu, _ parsed: ParsedSentence) -> Span? {
    guard let open = phrase.tokens.last(where: { Self.opening.contains(parsed.tokens[$0].word) }),
      let close = phrase.tokens.first(where: { $0 > open && Self.closing.contains(parsed.tokens[$0].word) }), close > open + 1,
      phrase.head < close
    else { return nil }
    let inside = (open + 1)..<close
    // 「デュアルトラック戦略」: a common noun at the end makes a term of it.
    let last = parsed.tokens[inside.upperBound - 1]
    if last.nameKind == nil, last.partOfSpeech.isNominal, last.surface.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }),
      !rules.words["organisation_endings"].contains(last.surface)
    { return nil }
    guard inside.allSatisfy({ parsed.tokens[$0].standIn == nil && !parsed.tokens[$0].partOfSpeech.isParticle }) else { return nil }
    let span = Span(parsed.tokens[inside.lowerBound].span.start, parsed.tokens[inside.upperBound - 1].span.end)
    return span.count <= 60 ? span : nil
  }

  private static let opening: Set<Word> = ["「", "『"]
  private static let closing: Set<Word> = ["」", "』"]
  private static let joiners: Set<Word> = ["・", "&", "＆", "-"]
}
