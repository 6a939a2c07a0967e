import Facts
import Language

/// Reads the three axes of an English event's status from its verb group, what governs it, and who tells it.
///
/// `Acme is in talks to buy Bolt, people familiar with the matter said`: stage negotiating, evidence reported.
struct EnglishStatusReader {
  let rules: RuleSet
  let lexicon: EnglishLexicon
  let parsed: EnglishSentence
  let document: LinkedDocument

  /// - Parameters:
  ///   - phrase: where the event stands.
  ///   - governor: the verb group that the event is or depends on.
  func reading(of phrase: Int, governor: Int?, default status: DealStatus) -> StatusReading {
    var reading = StatusReading(stage: status, evidence: .stated, isDenied: false, isQuestion: false, isHypothesis: false)
    var explicit: DealStatus?
    if let governor {
      verbal(governor, isEvent: true, &explicit, &reading)
      climb(from: governor, &explicit, &reading)
    } else {
      climb(from: phrase, &explicit, &reading)
    }
    modifiers(of: phrase, &explicit, &reading)
    fate(of: phrase, &explicit)
    if let explicit { reading.stage = explicit }
    condition(before: governor ?? phrase, &reading)
    sources(&reading)
    if parsed.sentence.isQuestion { reading.isQuestion = true }
    return reading
  }

  /// Plans, talks, attempts that an infinitive hangs on, leftwards to the clause's start.
  private func climb(from start: Int, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    var index = start - 1
    var isOpen = parsed.phrases[start].kind != .verbal || parsed.phrases[start].isInfinitive || parsed.phrases[start].isGerund
    while index >= 0 {
      let phrase = parsed.phrases[index]
      switch phrase.kind {
      case .verbal:
        if isOpen {
          verbal(index, isEvent: false, &explicit, &reading)
          // is not in talks to buy
          if phrase.isNegative { reading.isDenied = true }
          isOpen = phrase.isInfinitive || phrase.isGerund
          if !isOpen, !isThat(between: index, start) { return report(before: index, &reading) }
        }
      case .nominal:
        if isOpen { noun(index, &explicit, &reading) }
      case .subordinator, .breaker:
        if phrase.lemma != "that" { return }
        // said that …: only who says so matters.
        return report(before: index, &reading)
      case .relative: return
      case .conjunction: if !isOpen { return }
      case .comma: break
      }
      index -= 1
    }
  }

  /// `The deal to buy Bolt collapsed`: what became of the noun that the event hangs on.
  private func fate(of phrase: Int, _ explicit: inout DealStatus?) {
    guard phrase > 0, !parsed.phrases[..<phrase].contains(where: { $0.isFinite }) else { return }
    var index = phrase + 1
    while index < parsed.phrases.count {
      let next = parsed.phrases[index]
      if next.isFinite {
        if case .stage(.terminated) = rules.cues.verb(next.lemma, .en)?.effect, !next.isNegative { explicit = .terminated }
        return
      }
      if next.kind == .comma || next.kind == .relative || next.kind == .subordinator || next.kind == .breaker { return }
      index += 1
    }
  }

  private func isThat(between left: Int, _ right: Int) -> Bool {
    parsed.phrases[left..<right].contains { $0.kind == .subordinator && $0.lemma == "that" }
  }

  /// A verb of saying that takes the clause as its content: `sources say Acme will …`, `Acme denied that …`.
  private func report(before place: Int, _ reading: inout StatusReading) {
    guard let index = (0..<place).last(where: { parsed.phrases[$0].isFinite }) else { return }
    guard let cue = rules.cues.verb(parsed.phrases[index].lemma, .en) else { return }
    switch cue.effect {
    case .denied: if !parsed.phrases[index].isNegative { reading.isDenied = true }
    case .guessed: reading.evidence = .guessed
    default: break
    }
  }

  private func verbal(_ index: Int, isEvent: Bool, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    let phrase = parsed.phrases[index]
    let cue = rules.cues.verb(phrase.lemma, .en)
    if let cue { apply(cue, isNegative: phrase.isNegative, &explicit, &reading) }
    if phrase.isNegative, isEvent || isStage(cue) { reading.isDenied = true }
    switch phrase.modal {
    case "may", "might", "could": reading.evidence = .guessed
    case "should", "must", "can": reading.isHypothesis = reading.isHypothesis || isEvent
    case "will", "won't", "shall", "would": if isEvent || explicit == nil, reading.stage.statusClass == .confirmed { reading.stage = .announced }
    default: break
    }
    // Acme to buy Bolt.
    if phrase.isInfinitive, isEvent, reading.stage == .completed || reading.stage == .ongoing { reading.stage = .announced }
    var end = phrase.elements.upperBound
    while end < parsed.elements.count, parsed.elements[end].tag == .adverb { end += 1 }
    for element in max(0, phrase.elements.lowerBound - 1)..<end where parsed.elements[element].tag == .adverb {
      if let cue = rules.cues.noun(parsed.elements[element].token.text, .en) { apply(cue, isNegative: false, &explicit, &reading) }
    }
  }

  private func noun(_ index: Int, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    for word in parsed.words(index) {
      if let cue = rules.cues.noun(word, .en) { apply(cue, isNegative: false, &explicit, &reading) }
    }
  }

  /// `its planned acquisition`, `a rumored deal`, `talks over an investment`.
  private func modifiers(of phrase: Int, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    guard parsed.phrases[phrase].kind == .nominal else { return }
    noun(phrase, &explicit, &reading)
    if phrase > 0, parsed.phrases[phrase].preposition != nil, parsed.phrases[phrase - 1].kind == .nominal { noun(phrase - 1, &explicit, &reading) }
  }

  private func isStage(_ cue: Cue?) -> Bool {
    if case .stage = cue?.effect { return true }
    return false
  }

  private func apply(_ cue: Cue, isNegative: Bool, _ explicit: inout DealStatus?, _ reading: inout StatusReading) {
    switch cue.effect {
    case .stage(let status):
      guard let nearer = explicit else {
        explicit = status
        return
      }
      if status.statusClass == .negative || (status.statusClass == .prospective && nearer.statusClass == .confirmed) { explicit = status }
    case .reported: if reading.evidence == .stated { reading.evidence = .reported }
    case .guessed: reading.evidence = .guessed
    case .denied: if !isNegative { reading.isDenied = true }
    case .hypothesis: reading.isHypothesis = true
    case .support, .receives: break
    }
  }

  /// if, whether, unless in front of the clause.
  private func condition(before place: Int, _ reading: inout StatusReading) {
    var index = place - 1
    while index >= 0 {
      let phrase = parsed.phrases[index]
      if phrase.kind == .breaker { return }
      if phrase.kind == .subordinator {
        if ["if", "whether", "unless"].contains(phrase.lemma) { reading.isHypothesis = true }
        return
      }
      if phrase.kind == .comma, parsed.phrases[..<index].contains(where: { $0.kind == .subordinator }) { return }
      index -= 1
    }
  }

  /// Who tells it: unnamed people, or a paper that reports.
  private func sources(_ reading: inout StatusReading) {
    let folded = document.folded.folded(parsed.sentence.span)
    let bytes = document.folded.bytes
    for (text, cue, language) in rules.cues.phrases where language == .en {
      guard holds(text, bytes, folded) else { continue }
      switch cue.effect {
      case .reported:
        if reading.evidence == .stated { reading.evidence = .reported }
        reading.attribution = String(decoding: text, as: UTF8.self)
      case .guessed: reading.evidence = .guessed
      case .hypothesis: reading.isHypothesis = true
      default: break
      }
    }
    guard reading.evidence == .stated else { return }
    for paper in rules.words["en_paper"].sorted() where holds(Array(paper.utf8), bytes, folded) {
      for word in ["report", "according to", "wrote", "first told", "citing"] where holds(Array(word.utf8), bytes, folded) {
        reading.evidence = .reported
        reading.attribution = paper
        return
      }
    }
  }

  private func holds(_ needle: [UInt8], _ bytes: [UInt8], _ run: Span) -> Bool {
    guard needle.count <= run.count else { return false }
    var offset = run.start
    while offset <= run.end - needle.count {
      if bytes[offset] == needle[0], bytes[offset..<(offset + needle.count)].elementsEqual(needle) { return true }
      offset += 1
    }
    return false
  }
}
