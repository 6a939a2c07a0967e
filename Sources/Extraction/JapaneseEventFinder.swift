import Catalog
import Facts
import Language
import Quantities

/// Finds the triggers of a parsed sentence and gathers what their syntax brings: parties by case, scope for binding, status.
///
/// `甲社は、乙社と結んだ契約を破棄した`: trigger 契約 (noun), parties 乙社 by と through the relative clause, 甲社 by the topic;
/// stage terminated by 破棄. Nothing here knows a deal type: frames do.
struct JapaneseEventFinder {
  let rules: RuleSet
  let parties: PartyReader

  func events(in parsed: ParsedSentence, _ document: LinkedDocument, discourse: Discourse) -> [Event] {
    var matches: [(phrase: Int, match: TriggerMatch)] = []
    for phrase in parsed.phrases.indices {
      for match in rules.japaneseTriggers.matches(in: parsed, phrase: phrase) where isWhole(match, parsed, phrase) && !isFeature(match, parsed, phrase) {
        matches.append((phrase, match))
      }
    }
    // Who stands in each phrase is asked only where something is told of them.
    guard !matches.isEmpty else { return [] }
    var phraseParties = parties.read(parsed, document, discourse)
    for (phrase, match) in matches where phraseParties[phrase].parties.isEmpty && match.frames.contains(where: { [.acquisition, .equityInvestment].contains($0.type) && $0.compoundSlot != nil && $0.takesUnknown }) {
      // 海野製作所買収: a name that nobody listed, in one word with the act.
      if let party = parties.compounded(before: match.range.lowerBound, in: parsed.phrases[phrase], parsed, document) { phraseParties[phrase].parties = [party] }
    }
    let phrases = StatusReader.phrases(in: parsed.sentence.span, rules, document)
    return matches.flatMap { phrase, match in
      match.frames.compactMap { event($0, match, phrase, parsed, phraseParties, phrases, document, discourse) }
    }
  }

  /// 提携先, 投資家, 上場企業 tell of something else: behind a trigger only nouns that carry it on may stand.
  private func isWhole(_ match: TriggerMatch, _ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    let end = match.range.upperBound
    guard end < parsed.phrases[phrase].tokens.upperBound else { return true }
    let next = parsed.tokens[end]
    // 「乙社を買収: 教育に参入」: the dictionary calls a colon a noun.
    // A label that nothing follows tells nothing: 「甲社の提携:」.
    let isLabelled = [":", "："].contains(next.surface) && phrase + 1 < parsed.phrases.count
    guard next.partOfSpeech.isNominal, next.standIn == nil, !isLabelled else { return true }
    return rules.words["trigger_tails"].contains(next.surface) || rules.cues.noun(next.surface) != nil
      || (end + 1 < parsed.phrases[phrase].tokens.upperBound && rules.cues.noun(next.surface + parsed.tokens[end + 1].surface) != nil)
  }

  /// 「乙社と連携し、資料を編集できる」: what a program can do, not what its maker agreed.
  private func isFeature(_ match: TriggerMatch, _ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    guard parsed.tokens[match.range].contains(where: { $0.surface == "連携" }) else { return false }
    return ([phrase] + parsed.ancestors(of: phrase)).contains { index in
      guard let predicate = parsed.phrases[index].predicate else { return ["可能", "対応"].contains(parsed.head(index)) }
      return predicate.isPotential || rules.words["potential_verbs"].contains(predicate.lemma)
    }
  }

  /// 「買収するのか。」: the sentence that the event governs asks.
  private func asks(_ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    guard !parsed.sentence.isUnterminated, let last = parsed.tokens.lastIndex(where: { ![.fullStop, .space, .closeBracket].contains($0.partOfSpeech) }), last > 0,
      parsed.tokens[last].surface == "か", parsed.tokens[last].partOfSpeech.isParticle, parsed.tokens[last - 1].surface != "と"
    else { return false }
    return phrase == parsed.phrases.count - 1 || parsed.ancestors(of: phrase).contains(parsed.phrases.count - 1) && parsed.phrases[phrase].predicate != nil
  }

  /// 「誰でも利用できる」, 「利用が可能だ」: open to all, and nobody's use.
  private func tellsAbility(_ phrase: Int, _ chain: [Int], _ parsed: ParsedSentence) -> Bool {
    ([phrase] + chain.prefix(1)).contains { index in
      guard let predicate = parsed.phrases[index].predicate else { return parsed.head(index) == "可能" }
      return predicate.isPotential || rules.words["potential_verbs"].contains(predicate.lemma)
    }
  }

  /// 買収額は非公表: what is told is a figure of a deal, not the deal.
  private func isFigure(_ match: TriggerMatch, _ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    let end = match.range.upperBound
    guard end < parsed.phrases[phrase].tokens.upperBound else { return false }
    return ["額", "期間", "総額", "金額", "価格", "比率"].contains(parsed.tokens[end].surface)
  }

  private func event(
    _ frame: Frame, _ match: TriggerMatch, _ phrase: Int, _ parsed: ParsedSentence, _ phraseParties: [PhraseParties], _ phrases: [(cue: Cue, span: Span)],
    _ document: LinkedDocument, _ discourse: Discourse
  ) -> Event? {
    let isVerb = parsed.phrases[phrase].predicate != nil && match.endsAtHead(of: parsed.phrases[phrase])
    switch frame.shape {
    case .verb where !isVerb: return nil
    case .noun where isVerb && !match.isCopula(parsed, phrase): return nil
    default: break
    }
    let actsAsVerb = isVerb && frame.shape != .noun
    if !actsAsVerb, parsed.phrases[phrase].marker == .wo, let governor = parsed.phrases[phrase].parent,
      rules.words["editorial_words"].contains(parsed.phrases[governor].predicate?.lemma ?? parsed.head(governor))
    {
      // 「両社の契約を整理」: an article about deals, not one of them.
      return nil
    }
    var gatherer = ArgumentGatherer(parsed: parsed, phraseParties: phraseParties, rules: rules, match: match, phrase: phrase)
    // 「東証に上場している甲社」: what a company is, not what it does.
    if frame.type == .publicOffering, parsed.phrases[phrase].predicate?.isProgressive == true { return nil }
    if actsAsVerb { gatherer.gatherVerb(readsModifiers: frame.slots[.no] != nil) } else { gatherer.gatherNoun(readsModifiers: frame.slots[.no] != nil) }
    if frame.needs.contains(.use), tellsAbility(phrase, gatherer.chain, parsed) { return nil }
    let fallbacks = gatherer.fallbacks(topics: discourse.topics, isNoun: !actsAsVerb)
    let predicate = parsed.phrases[phrase].predicate
    var reading = StatusReader(rules: rules, parsed: parsed, document: document, phrases: phrases)
      .reading(of: phrase, isVerb: actsAsVerb, chain: gatherer.chain, default: frame.status)
    if parsed.sentence.isQuestion || asks(parsed, phrase) { reading.isQuestion = true }
    // 「ナスダックに上場した」 is done, whatever the plan was.
    if frame.type == .publicOffering, actsAsVerb, predicate?.isPast == true, predicate?.isNegative == false, !reading.isExplicit { reading.stage = .completed }
    var event = Event(
      sentence: parsed.index, frame: frame, trigger: match.span(in: parsed), phrase: phrase, isNoun: !actsAsVerb,
      isPassive: actsAsVerb ? (predicate?.isPassive ?? false) && !gatherer.isEvidentialPassive : gatherer.receives,
      arguments: gatherer.arguments, reading: reading, words: gatherer.words(document), scope: gatherer.scope)
    event.fallbacks = fallbacks
    event.markers = gatherer.markers
    event.hasPlace = gatherer.hasPlace
    event.object = gatherer.object
    event.marker = parsed.phrases[phrase].marker
    event.isProgressive = predicate?.isProgressive ?? false
    event.isModifier = predicate?.form == .adnominal
    event.isIntegration = parsed.tokens[match.range].contains { $0.surface == "連携" }
    event.isFigure = isFigure(match, parsed, phrase)
    return event
  }
}
