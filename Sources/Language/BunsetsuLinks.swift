import Facts

/// Links each phrase to the one that it depends on: case phrases to the nearest predicate to their right, topics past adnominal ones,
/// の-phrases to the next noun.
extension BunsetsuParser {
  func link(_ phrases: inout [Bunsetsu], _ tokens: [Token]) {
    for index in phrases.indices.dropLast() {
      phrases[index].parent = parent(of: index, phrases, tokens)
      // 「買収すると甲社が発表した」: the dictionary calls this と a condition; the verb of saying tells that it quotes.
      if phrases[index].predicate?.form == .conditional, endsInTo(phrases[index], tokens), let verb = phrases[index].parent,
        let lemma = phrases[verb].predicate?.lemma, Self.sayingVerbs.contains(Word(lemma))
      {
        phrases[index].predicate?.form = .quoted
      }
    }
  }

  private static let sayingVerbs: Set<Word> = [
    "発表", "公表", "表明", "明らか", "明かす", "述べる", "語る", "話す", "言う", "いう", "伝える", "報じる", "報道", "説明", "主張", "指摘", "決める", "決定", "宣言", "強調", "認める",
    "約束", "発言", "答える", "予想", "予測", "見る", "みる", "考える", "見込む", "期待",
  ]

  private func endsInTo(_ phrase: Bunsetsu, _ tokens: [Token]) -> Bool {
    let last = phrase.tokens.last { ![.comma, .space].contains(tokens[$0].partOfSpeech) }
    return last.map { tokens[$0].word == "と" } ?? false
  }

  func parent(of index: Int, _ phrases: [Bunsetsu], _ tokens: [Token]) -> Int? {
    let phrase = phrases[index]
    let rest = (index + 1)..<phrases.count
    if let predicate = phrase.predicate {
      switch predicate.form {
      case .adnominal:
        // 結んだ50億円規模の契約: the sum only measures the noun that the clause modifies.
        let noun = rest.first { isNominal(phrases[$0], tokens) && !(phrases[$0].isAdnominal && measures(phrases[$0], tokens)) } ?? rest.first
        // 供与を受ける非独占の契約: over a word that only tells what kind of contract it is.
        if let kind = noun, kind + 1 < phrases.count, phrases[kind].isAdnominal, phrases[kind].marker == .no, tokens[phrases[kind].head].standInKind == nil,
          tokens[phrases[kind].head].partOfSpeech != .verbalNoun || Self.contractKinds.contains(tokens[phrases[kind].head].word), phrases[kind + 1].tokens.contains(where: { Self.contractNouns.contains(tokens[$0].word) })
        { return kind + 1 }
        return noun
      case .continuative, .conditional, .quoted, .final:
        return rest.first { isClausePredicate($0, phrases, tokens) } ?? phrases.count - 1
      }
    }
    if phrase.isAdnominal || tokens[phrase.head].partOfSpeech == .adnominal {
      // 甲社による…乙社の買収: who acts belongs to the act.
      if [.niyoru, .kara].contains(phrase.marker), let act = rest.first(where: { tokens[phrases[$0].head].partOfSpeech == .verbalNoun || phrases[$0].predicate?.form == .final || phrases[$0].predicate?.form == .continuative }),
        tokens[phrases[act].head].partOfSpeech == .verbalNoun
      { return act }
      // 甲社との新型チップの協業: with somebody one has a relation, not a thing.
      if phrase.marker == .to, phrase.isAdnominal {
        let near = rest.prefix(4).prefix { phrases[$0].predicate == nil || phrases[$0].predicate?.form == .final || phrases[$0].predicate?.form == .continuative }
        if let relation = near.first(where: { phrases[$0].tokens.contains { Self.relationalNouns.contains(tokens[$0].word) } }) { return relation }
      }
      return rest.first { isNominal(phrases[$0], tokens) && !(phrases[$0].isAdnominal && measures(phrases[$0], tokens) && !measures(phrase, tokens)) } ?? rest.first
    }
    switch phrase.marker {
    case .ha, .mo:
      // A topic passes over relative clauses to the predicate of its own clause.
      return rest.first { isClausePredicate($0, phrases, tokens) } ?? phrases.count - 1
    case .none where phrase.isPaused:
      return rest.first { isClausePredicate($0, phrases, tokens) } ?? phrases.count - 1
    case .none, .list:
      return rest.first
    case .ga where tokens[phrase.head].standInKind == .name && !phrase.isPaused && isActOfName(index + 1, phrases, tokens):
      // 甲社が出資の乙社: the act that describes a name takes the one right before it.
      return index + 1
    case .ga where tokens[phrase.head].standInKind == .name && phrase.isPaused:
      // 「甲社が、…を手掛ける乙社と提携した」: over a comma to the predicate of the clause.
      return rest.first { isClausePredicate($0, phrases, tokens) } ?? phrases.count - 1
    case .ga where tokens[phrase.head].standInKind == .name:
      // 甲社が大手である乙社と提携: a name is no subject of what only says what another is.
      return rest.first { phrases[$0].predicate != nil && !isCopulaModifier(phrases[$0], tokens) } ?? phrases.count - 1
    case .to where phrase.isPaused && tokens[phrase.head].standInKind == .name && !isListed(index, phrases, tokens):
      // 「甲社は乙社と、…するための合意に達した」: over a comma to the predicate of the clause.
      return rest.first { isClausePredicate($0, phrases, tokens) } ?? phrases.count - 1
    case .to, .ni, .kara, .nitaishi, .tomoni:
      // 乙社と共同開発の製品: a noun of relation right behind takes the phrase like a verb.
      let next = index + 1
      if !phrase.isPaused, next < phrases.count - 1, phrases[next].predicate == nil,
        phrases[next].tokens.contains(where: { Self.relationalNouns.contains(tokens[$0].word) })
      { return next }
      return predicate(for: phrase, rest, phrases, tokens)
    default:
      return predicate(for: phrase, rest, phrases, tokens)
    }
  }

  /// 出資の乙社: a noun of dealing with の right before a name. 「ツール開発の乙社」 only says what 乙社 does.
  private func isActOfName(_ index: Int, _ phrases: [Bunsetsu], _ tokens: [Token]) -> Bool {
    guard index + 1 < phrases.count else { return false }
    let act = phrases[index]
    return act.predicate == nil && act.isAdnominal && act.marker == .no && tokens[act.head].partOfSpeech == .verbalNoun
      && act.head == act.tokens.lowerBound && Self.relationalNouns.contains(tokens[act.head].word) && tokens[phrases[index + 1].head].standInKind == .name
  }

  /// 大手である甲社: である before a noun.
  private func isCopulaModifier(_ phrase: Bunsetsu, _ tokens: [Token]) -> Bool {
    guard phrase.predicate?.form == .adnominal else { return false }
    let words = phrase.tokens.map { tokens[$0] }
    return words.contains { $0.base == "ある" && $0.partOfSpeech != .verb } && !words.contains { $0.partOfSpeech == .verb }
  }

  /// 甲社と、乙社と: another name with と follows.
  private func isListed(_ index: Int, _ phrases: [Bunsetsu], _ tokens: [Token]) -> Bool {
    guard index + 1 < phrases.count else { return false }
    let next = phrases[index + 1]
    return tokens[next.head].standInKind == .name && [.to, .list, .none, .ga, .ha].contains(next.marker)
  }

  /// The nearest predicate; over a comma the nearest that is not inside a relative clause.
  func predicate(for phrase: Bunsetsu, _ rest: Range<Int>, _ phrases: [Bunsetsu], _ tokens: [Token]) -> Int {
    if phrase.isPaused, [.de, .ni, .nitaishi, .niyoru, .toshite, .wotsuujite, .kara, .tomoni].contains(phrase.marker),
      let clause = rest.first(where: { isClausePredicate($0, phrases, tokens) })
    { return clause }
    return rest.first { phrases[$0].predicate != nil } ?? phrases.count - 1
  }

  private func isClausePredicate(_ index: Int, _ phrases: [Bunsetsu], _ tokens: [Token]) -> Bool {
    guard let predicate = phrases[index].predicate else { return index == phrases.count - 1 }
    guard predicate.form == .adnominal else { return true }
    // 買収する方針だ: the noun only tells the mood, the clause is the one before it.
    guard index + 1 < phrases.count else { return true }
    let head = phrases[index + 1].head
    return Self.formalNouns.contains(tokens[head].word) || (head > 0 && Self.formalNouns.contains(Word(tokens[head - 1].surface + tokens[head].surface)))
  }

  /// What a contract is like: 非独占の, 包括の.
  private static let contractKinds: Set<Word> = ["独占", "包括", "継続", "優先", "限定"]
  private static let contractNouns: Set<Word> = ["契約", "提携", "合意", "協定", "取引", "ライセンス", "パートナーシップ"]

  /// Nouns that one has with, or does to, somebody: 提携, 契約, 出資 …
  private static let relationalNouns: Set<Word> = [
    "提携", "協業", "連携", "契約", "共同", "協力", "合意", "出資", "投資", "取引", "協定", "合併", "統合", "交渉", "協議", "供給", "パートナーシップ", "アライアンス", "ライセンス",
  ]

  /// Nouns that make a mood of the clause before them: こと, 方針, 見通し, 可能性 …
  private static let formalNouns: Set<Word> = [
    "こと", "もの", "よう", "の", "はず", "わけ", "つもり", "ところ", "方針", "計画", "予定", "見通し", "見込み", "意向", "考え", "可能性", "方向", "動き", "模様",
    "構え", "構想", "公算", "観測", "とみ", "形", "運び", "段階", "状況",
  ]

  private func measures(_ phrase: Bunsetsu, _ tokens: [Token]) -> Bool {
    phrase.tokens.contains { tokens[$0].standInKind == .amount || tokens[$0].standInKind == .date }
  }

  func isNominal(_ phrase: Bunsetsu, _ tokens: [Token]) -> Bool {
    tokens[phrase.head].partOfSpeech.isNominal
  }
}
