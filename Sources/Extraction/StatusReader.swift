import Facts
import Language

/// Reads the three axes of status from the event's predicate and from what governs it.
///
/// `買収する方針だと報じられたが、同社は否定した`: stage planned (方針), evidence reported, denied.
struct StatusReader {
  let rules: RuleSet
  let parsed: ParsedSentence
  let document: LinkedDocument
  /// The phrases of the sentence that tell a source or a doubt: found once, for all its events.
  let phrases: [(cue: Cue, span: Span)]

  /// 関係者によると, かもしれない: phrases of the cue table in one sentence.
  static func phrases(in sentence: Span, _ rules: RuleSet, _ document: LinkedDocument) -> [(cue: Cue, span: Span)] {
    let bytes = document.folded.original
    return rules.cues.phrases.compactMap { text, cue, language in
      guard language == .ja, let at = bytes.firstIndex(of: text, in: sentence) else { return nil }
      // もし of かもしれない supposes nothing.
      if cue.effect == .hypothesis, at >= sentence.start + 3, bytes[(at - 3)..<at].elementsEqual("か".utf8) { return nil }
      return (cue, Span(at, at + text.count))
    }
  }

  func reading(of phrase: Int, isVerb: Bool, chain: [Int], default status: DealStatus) -> StatusReading {
    var reading = StatusReading(stage: status, evidence: .stated, isDenied: false, isQuestion: false, isHypothesis: false)
    var explicit: DealStatus?
    // 「株式保有ではなく、権利だ」 weighs two things; only 「契約ではない」 denies one.
    if let predicate = parsed.phrases[phrase].predicate, isVerb || (predicate.isNegative && predicate.form == .final) {
      apply(flags: predicate, isEvent: true, to: &reading)
    }
    compoundCues(phrase, &explicit, &reading)
    var isBehindContrast = endsInContrast(phrase)
    var isBehindClause = false
    for index in chain {
      let cue = cue(at: index)
      if isBehindContrast {
        // 〜が、 turns to another statement; only a denial reaches back over it.
        if cue?.effect == .denied { reading.isDenied = true }
        continue
      }
      if !isBehindClause { compoundCues(index, &explicit, &reading) }
      if let cue, isPurpose(cue, index, phrase, chain) { isBehindClause = true }
      if let cue, !(isBehindClause && isStage(cue)) { apply(cue, predicate: parsed.phrases[index].predicate, &explicit, &reading) }
      if !isBehindClause { complementCues(of: index, apart: phrase, &explicit, &reading) }
      if let predicate = parsed.phrases[index].predicate { apply(flags: predicate, isEvent: cue != nil && isStage(cue) && !predicate.isNegative, to: &reading) }
      if endsInContrast(index) { isBehindContrast = true }
      // 提携を発表し、出資する方針だ: the first clause has its own stage, the plan is the second's.
      if parsed.phrases[index].predicate?.form == .continuative, explicit != nil { isBehindClause = true }
    }
    // 「契約した場合を考える」
    if let predicate = parsed.phrases[phrase].predicate, predicate.form == .adnominal, let noun = parsed.phrases[phrase].parent, parsed.head(noun) == "場合" { reading.isHypothesis = true }
    headline(phrase, chain, &explicit, &reading)
    if isReportedAside(behind: phrase), reading.evidence == .stated { reading.evidence = .reported }
    if let explicit {
      reading.stage = explicit
      reading.isExplicit = true
    }
    sources(&reading)
    return reading
  }

  /// 「乙社との協業（3月21日報道）」: the bracket behind the deal says that the press tells it.
  private func isReportedAside(behind phrase: Int) -> Bool {
    let bytes = document.folded.original
    var start = parsed.tokens[parsed.phrases[phrase].tokens.upperBound - 1].span.end
    while start < parsed.sentence.span.end, bytes[start] == 0x20 { start += 1 }
    let text = document.folded.originalText(Span(start, parsed.sentence.span.end))
    guard let open = text.first, open == "（" || open == "(" else { return false }
    let aside = text.prefix { $0 != "）" && $0 != ")" }
    return aside.count <= 24 && ["報道", "報じ"].contains { aside.contains($0) }
  }

  private func isStage(_ cue: Cue?) -> Bool {
    if case .stage = cue?.effect { return true }
    return false
  }

  private func cue(at index: Int) -> Cue? {
    if let predicate = parsed.phrases[index].predicate, let cue = rules.cues.verb(predicate.lemma) { return cue }
    return rules.cues.noun(heading: index, of: parsed)
  }

  /// Status words compounded with or modifying: 買収計画, 提携交渉, 出資検討.
  private func compoundCues(_ index: Int, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    for position in parsed.phrases[index].tokens where parsed.tokens[position].standIn == nil && parsed.tokens[position].partOfSpeech.isNominal {
      if let cue = rules.cues.noun(parsed.tokens[position].surface) { apply(cue, predicate: nil, &explicit, &reading) }
    }
  }

  /// 「提携し、次の基盤の構築を目指す」: the aim has an object of its own, the deal is done.
  private func isPurpose(_ cue: Cue, _ index: Int, _ event: Int, _ chain: [Int]) -> Bool {
    guard case .stage(let status) = cue.effect, status.statusClass == .prospective, parsed.phrases[index].predicate != nil, index != chain.first || parsed.phrases[event].predicate != nil,
      parsed.phrases[event].predicate?.form == .continuative || chain.prefix(while: { $0 != index }).contains(where: { parsed.phrases[$0].predicate?.form == .continuative })
    else { return false }
    return parsed.children[index].contains { $0 != event && !chain.contains($0) && parsed.phrases[$0].marker == .wo && parsed.phrases[$0].predicate == nil }
  }

  /// 買収が破談になる, 交渉に入る: a light verb says what its complement says.
  private func complementCues(of index: Int, apart event: Int, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    // 建設を検討中と名乗り出る
    for child in parsed.children[index] where child != event && parsed.phrases[child].marker == .to && parsed.phrases[child].predicate == nil {
      for word in parsed.compoundHeads(child) + parsed.phrases[child].tokens.map({ parsed.tokens[$0].surface }) {
        if let cue = rules.cues.noun(word), case .stage(let status) = cue.effect, status.statusClass == .prospective { apply(cue, predicate: nil, &explicit, &reading) }
      }
    }
    // 買収に関心を示す
    for child in parsed.children[index] where child != event && parsed.phrases[child].marker == .wo && rules.words["interest_words"].contains(parsed.head(child)) && explicit == nil {
      explicit = .planned
    }
    guard let predicate = parsed.phrases[index].predicate, rules.words["light_verbs"].contains(predicate.lemma) else { return }
    for child in parsed.children[index] where child != event && [.ni, .to].contains(parsed.phrases[child].marker) && parsed.phrases[child].predicate == nil {
      if let cue = rules.cues.noun(heading: child, of: parsed), isStage(cue) || [.reported, .guessed].contains(cue.effect) { apply(cue, predicate: predicate, &explicit, &reading) }
    }
  }

  private func apply(_ cue: Cue, predicate: Predicate?, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    switch cue.effect {
    case .stage(let status):
      if predicate?.isNegative == true {
        // 条件は公表していない: nothing is said of the deal.
        if status == .announced { return }
        // 合意に至っていない: the stage was not reached.
        explicit = status == .terminated ? explicit : .negotiating
        return
      }
      guard let nearer = explicit else {
        explicit = status
        return
      }
      // 完了する見通し is a plan; 締結したと発表 is signed.
      if status.statusClass == .negative || (status.statusClass == .prospective && nearer.statusClass == .confirmed) { explicit = status }
    case .reported: if reading.evidence == .stated { reading.evidence = .reported }
    case .guessed: reading.evidence = .guessed
    case .denied: if predicate?.isNegative != true { reading.isDenied = true }
    case .hypothesis: reading.isHypothesis = true
    case .support:
      // 「決定に至っていない」, 「実現しなかった」: it has not come to pass.
      guard let predicate, predicate.isNegative, rules.words["outcome_verbs"].contains(predicate.lemma) else { return }
      explicit = predicate.isPast && !predicate.isProgressive ? .terminated : .negotiating
    case .receives: break
    }
  }

  private func apply(flags predicate: Predicate, isEvent: Bool, to reading: inout StatusReading) {
    if predicate.isConjecture { reading.evidence = .guessed }
    if predicate.isQuestion { reading.isQuestion = true }
    if predicate.form == .conditional { reading.isHypothesis = reading.isHypothesis || (isEvent && !predicate.isPast) }
    guard isEvent else { return }
    if predicate.isNegative { reading.isDenied = true }
    if predicate.isDesire { reading.stage = .planned }
  }

  private func endsInContrast(_ index: Int) -> Bool {
    parsed.phrases[index].tokens.contains {
      let token = parsed.tokens[$0]
      return token.partOfSpeech == .conjunctiveParticle && (token.surface == "が" || token.surface == "けれど" || token.surface == "ものの")
    }
  }

  /// 「甲社、乙社と提携へ」 is a plan, 「甲社が乙社を買収か」 a report.
  private func headline(_ phrase: Int, _ chain: [Int], _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    guard parsed.sentence.isUnterminated else { return }
    for index in [phrase] + chain {
      guard let last = parsed.phrases[index].tokens.last(where: { parsed.tokens[$0].partOfSpeech != .space && parsed.tokens[$0].partOfSpeech != .comma }) else { continue }
      let closes = index == parsed.phrases.count - 1 || parsed.phrases[index].isPaused
      if closes, parsed.tokens[last].surface == "へ" { explicit = explicit.map { $0.statusClass == .negative ? $0 : .planned } ?? .planned }
      // 「なぜ手を組むのか」 asks for the reason of what is done.
      let asksWhy = last > 0 && ["の", "ん"].contains(parsed.tokens[last - 1].surface)
      if closes, parsed.tokens[last].surface == "か", !parsed.sentence.isQuestion, asksWhy { reading.isQuestion = false }
      if closes, parsed.tokens[last].surface == "か", !parsed.sentence.isQuestion, !asksWhy {
        reading.evidence = .reported
        reading.isQuestion = false
      }
    }
  }

  /// `Bloombergによると`, `関係者の話として`: who says so.
  private func sources(_ reading: inout StatusReading) {
    for (cue, span) in phrases {
      switch cue.effect {
      case .reported:
        if reading.evidence == .stated { reading.evidence = .reported }
        reading.attribution = document.folded.originalText(span)
      case .guessed: reading.evidence = .guessed
      case .hypothesis: reading.isHypothesis = true
      default: break
      }
    }
    for index in parsed.phrases.indices where parsed.phrases[index].marker == .niyoru {
      let surface = parsed.phrases[index].tokens.map { parsed.tokens[$0].surface }.joined()
      guard surface.holds("によると") || surface.holds("によれば") || surface.holds("によりますと") else { continue }
      let named = parsed.phrases[index].tokens.compactMap { parsed.mention(parsed.tokens[$0]) }.first
      if let named {
        reading.attribution = document.mentions[named].name
        if rules.media.contains(document.mentions[named].id), reading.evidence == .stated { reading.evidence = .reported }
      } else if rules.cues.noun(heading: index, of: parsed)?.effect == .reported, reading.evidence == .stated {
        reading.evidence = .reported
      }
    }
  }
}
