import Catalog
import Facts
import Language
import Quantities

/// Reads the deals of a Chinese article: triggers by bytes, companies by the function words next to them.
///
/// `启明创投以4.52亿元入股天迈科技`: trigger 入股, 启明创投 before it as ga, 天迈科技 behind it as wo.
struct ChineseDealReader {
  private let rules: RuleSet
  private let parser: ChineseParser
  private let assembler: DealAssembler
  private let triggers: [(word: [UInt8], frames: [Frame])]
  private let tails: [[UInt8]]

  init(catalog: Catalog, rules: RuleSet) {
    self.rules = rules
    let frames = rules.frames.filter { $0.language == .zh }
    parser = ChineseParser(catalog: catalog, words: rules.words, triggers: frames.flatMap(\.triggers))
    assembler = DealAssembler(catalog: catalog, rules: rules, typer: DealTyper(catalog: catalog, rules: rules))
    var byWord: [String: [Frame]] = [:]
    for frame in frames {
      for trigger in frame.triggers { byWord[trigger, default: []].append(frame) }
    }
    tails = rules.words["zh_trigger_tail"].sorted().map { Array($0.utf8) }
    triggers = byWord.keys.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }.map { (Array($0.utf8), byWord[$0] ?? []) }
  }

  func claims(_ document: LinkedDocument, items: ItemMap, measures: [[Int: MeasureReader.Reading]]) -> [RawClaim] {
    var claims: [RawClaim] = []
    var discourse = EnglishDiscourse()
    var lastRound: String?
    for (index, sentence) in document.sentences.enumerated() {
      if items.startsItem(index) { discourse.startItem() }
      let parsed = parser.parse(sentence, in: document, discourse: discourse)
      var found = self.claims(of: parsed, index, items, measures[index], document, discourse)
      // 该轮由海野领投: the round told of last.
      if namesLastRound(sentence, document) {
        for position in found.indices where found[position].type == .equityInvestment && found[position].round == nil {
          found[position].round = lastRound.map { ($0, found[position].trigger) }
        }
      }
      lastRound = found.last { $0.round != nil }?.round?.name ?? lastRound
      note(parsed, found, &discourse)
      claims += found
    }
    return claims
  }

  private func namesLastRound(_ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    let text = document.folded.originalText(sentence.span)
    return ["该轮", "此轮", "本轮", "这一轮", "这轮"].contains { text.contains($0) }
  }

  private func claims(
    of parsed: ChineseSentence, _ index: Int, _ items: ItemMap, _ measures: [Int: MeasureReader.Reading], _ document: LinkedDocument,
    _ discourse: EnglishDiscourse
  ) -> [RawClaim] {
    let places = occurrences(in: parsed.sentence.span, document)
    guard !places.isEmpty else { return [] }
    let order = units(of: parsed.sentence, document)
    var events: [Event] = []
    for (position, place) in places.enumerated() {
      events += self.events(place, previous: position > 0 ? places[position - 1].span : nil, parsed, order, index, document, discourse)
    }
    var placement: [Int: Int] = [:]
    var entityPlacement: [Int: Int] = [:]
    for (phrase, unit) in order.enumerated() {
      switch unit.unit {
      case .quantity(let quantity): placement[quantity] = phrase
      case .mention(let mention): entityPlacement[mention] = phrase
      }
    }
    var found = assembler.claims(
      events, sentence: parsed.sentence, index: index, item: items.item(of: index), isHeadline: items.isHeadline(index), placement: placement,
      asides: [], measures: measures, entityPlacement: entityPlacement, document)
    found.removeAll { claim in
      // 11轮融资: no round of its own.
      claim.frame.id == "zh.round" && claim.amounts.isEmpty && !isNamedRound(claim.trigger, document.folded.original)
        && ChineseRounds.round(near: claim.trigger, in: Span(max(0, claim.trigger.start - 12), claim.trigger.end), document.folded.original) == nil
    }
    for position in found.indices where found[position].type == .equityInvestment {
      found[position].round = ChineseRounds.round(near: found[position].trigger, in: parsed.sentence.span, document.folded.original)
    }
    return found
  }

  /// 新一轮融资, 本轮融资
  private func isNamedRound(_ trigger: Span, _ bytes: [UInt8]) -> Bool {
    ["新一", "本", "此", "首", "该", "这"].contains { word in
      trigger.start >= word.utf8.count && bytes[(trigger.start - word.utf8.count)..<trigger.start].elementsEqual(word.utf8)
    }
  }

  // MARK: Triggers

  private func occurrences(in span: Span, _ document: LinkedDocument) -> [(span: Span, frames: [Frame])] {
    let bytes = document.folded.original
    let names = document.mentions(in: span).map { document.mentions[$0].span }
    var found: [(span: Span, frames: [Frame])] = []
    for (word, frames) in triggers {
      var offset = span.start
      while offset + word.count <= span.end {
        defer { offset += scalarLength(bytes[offset]) }
        guard parser.starts(word, bytes, offset) else { continue }
        let place = Span(offset, offset + word.count)
        if tails.contains(where: { parser.starts($0, bytes, place.end) }) { continue }
        if found.contains(where: { $0.span.overlaps(place) }) || names.contains(where: { $0.overlaps(place) }) { continue }
        found.append((place, frames))
      }
    }
    found.sort { $0.span < $1.span }
    // 投资协议, 收购交易: the word before says which.
    return found.enumerated().filter { index, place in
      guard index > 0, place.frames.allSatisfy({ $0.type == nil }) else { return true }
      let before = found[index - 1]
      return !(place.span.start - before.span.end <= 6 && before.frames.contains { $0.type != nil })
    }.map(\.element)
  }

  private func units(of sentence: Sentence, _ document: LinkedDocument) -> [(span: Span, unit: Unit)] {
    var units: [(span: Span, unit: Unit)] = document.mentions(in: sentence.span).map { (document.mentions[$0].span, .mention($0)) }
    units += document.quantities(in: sentence.span).map { (document.quantities[$0].span, .quantity($0)) }
    return units.sorted { $0.span < $1.span }
  }

  // MARK: Events

  private func events(
    _ place: (span: Span, frames: [Frame]), previous: Span?, _ parsed: ChineseSentence, _ order: [(span: Span, unit: Unit)], _ index: Int,
    _ document: LinkedDocument, _ discourse: EnglishDiscourse
  ) -> [Event] {
    let clause = parsed.clause(of: place.span.start)
    var arguments: [Argument] = []
    var isPassive = false
    let reach = previous.map { parsed.clause(of: $0.start) == clause ? $0.end : 0 } ?? 0
    for (position, group) in parsed.groups.enumerated() where group.clause == clause && !(group.isModifier && group.marker == .ga) && !group.ownsNext {
      if group.span.end <= place.span.start {
        guard group.marker == .ga || group.span.start >= reach || group.marker == .to else { continue }
        if group.isAgent || group.receives { isPassive = true }
        if group.marker == .ga, arguments.contains(where: { $0.marker == .ga }) { arguments.removeAll { $0.marker == .ga } }
        arguments.append(Argument(marker: group.marker, parties: group.parties, path: .direct, phrase: position))
      } else if group.span.start >= place.span.end {
        // The first name behind is the object, as far as nothing else comes between.
        let isFirst = !parsed.groups.contains { $0.clause == clause && $0.span.start >= place.span.end && $0.span.start < group.span.start && !$0.ownsNext }
        guard isFirst, group.span.start - place.span.end <= 45 else { continue }
        let between = document.folded.originalText(Span(place.span.end, group.span.start))
        guard !between.contains("的") || between.count <= 8 else { continue }
        arguments.append(Argument(marker: group.marker == .ga ? .wo : group.marker, parties: group.parties, path: .direct, phrase: position))
      }
    }
    let earlier = arguments.contains(where: { $0.marker == .ga }) ? nil : subject(before: clause, parsed)
    let nearest = subject(before: clause, parsed)?.parties.first
    let scope = scope(of: place.span, clause, parsed, order)
    let words = [document.folded.originalText(parsed.sentence.span)]
    let stated = arguments
    return place.frames.compactMap { frame in
      // 完成融资，由海野领投: the earlier subject is the side that the frame leaves open.
      let arguments = frame.compoundSlot == nil && earlier != nil ? stated + [Argument(marker: .ga, parties: earlier?.parties ?? [], path: .chained, phrase: 0)] : stated
      let companies = Set(arguments.flatMap { $0.parties.map(\.company) })
      var fallbacks: [PartyReference] = []
      // 它 may be anybody; who raises money is the one that is told of.
      let isOpen = frame.compoundSlot != nil || (!arguments.contains { $0.marker == .ga } && (frame.slots[.ga] == .role(.investee) || !saysIt(parsed.clauses[clause], document)))
      if isOpen, let topic = frame.compoundSlot != nil ? nearest ?? discourse.topic : discourse.topic, !companies.contains(topic.company) {
        fallbacks = [PartyReference(company: topic.company, span: topic.span, confidence: topic.confidence, isDerived: true)]
      }
      for case .parties(let count) in frame.needs where companies.count + fallbacks.count < count { return nil }
      guard !companies.isEmpty || !fallbacks.isEmpty else { return nil }
      let reading = reading(of: place.span, clause, parsed, frame, document)
      return Event(
        sentence: index, frame: frame, trigger: place.span, phrase: order.firstIndex { $0.span.start >= place.span.end } ?? order.count, isNoun: false,
        isPassive: isPassive, arguments: arguments, fallbacks: fallbacks, reading: reading, words: words, scope: scope)
    }
  }

  private func saysIt(_ clause: Span, _ document: LinkedDocument) -> Bool {
    let text = document.folded.originalText(clause)
    return text.contains("它") || text.contains("他")
  }

  /// The last subject of the clauses before.
  private func subject(before clause: Int, _ parsed: ChineseSentence) -> ChineseGroup? {
    parsed.groups.last { $0.clause < clause && $0.marker == .ga && !$0.isModifier && !$0.isRelative && isFirst($0, parsed) }
  }

  private func isFirst(_ group: ChineseGroup, _ parsed: ChineseSentence) -> Bool {
    !parsed.groups.contains { $0.clause == group.clause && $0.span.start < group.span.start }
  }

  private func scope(of trigger: Span, _ clause: Int, _ parsed: ChineseSentence, _ order: [(span: Span, unit: Unit)]) -> [Int: Int] {
    var scope: [Int: Int] = [:]
    for (phrase, unit) in order.enumerated() {
      let place = parsed.clause(of: unit.span.start)
      let gap = unit.span.end <= trigger.start ? trigger.start - unit.span.end : unit.span.start - trigger.end
      if place == clause { scope[phrase] = min(4, gap / 12) } else if abs(place - clause) == 1 { scope[phrase] = 6 } else if abs(place - clause) == 2 { scope[phrase] = 8 }
    }
    return scope
  }

  private func note(_ parsed: ChineseSentence, _ claims: [RawClaim], _ discourse: inout EnglishDiscourse) {
    if let subject = parsed.groups.first(where: { $0.marker == .ga && !$0.isModifier && !$0.parties.contains { $0.isDerived } }) {
      if subject.parties.count == 1 { discourse.topic = subject.parties[0] } else { discourse.sawTogether(subject.parties) }
    }
    for claim in claims { discourse.sawTogether(claim.parties.map(\.reference)) }
  }

  // MARK: Status

  /// Cues of the clause (stages, guesses, denials) and of the whole sentence (who reports, conditions).
  private func reading(of trigger: Span, _ clause: Int, _ parsed: ChineseSentence, _ frame: Frame, _ document: LinkedDocument) -> StatusReading {
    var reading = StatusReading(stage: frame.status, evidence: .stated, isDenied: false, isQuestion: parsed.sentence.isQuestion, isHypothesis: false)
    let bytes = document.folded.original
    let own = parsed.clauses[clause]
    var best: (gap: Int, stage: DealStatus)?
    for (word, cue, language) in rules.cues.phrases where language == .zh {
      let isWide: Bool
      switch cue.effect {
      case .reported, .hypothesis: isWide = true
      default: isWide = false
      }
      guard let at = nearest(word, to: trigger, in: isWide ? parsed.sentence.span : own, bytes) else { continue }
      switch cue.effect {
      case .stage(let stage):
        let gap = at + word.count <= trigger.start ? trigger.start - at - word.count : at >= trigger.end ? at - trigger.end + 30 : 0
        if let known = best, known.stage.statusClass != .confirmed, stage.statusClass == .confirmed { continue }
        if best == nil || stage.statusClass == .negative || (best?.stage.statusClass == .confirmed && stage.statusClass != .confirmed) || gap < (best?.gap ?? 0) { best = (gap, stage) }
      case .reported:
        if reading.evidence == .stated { reading.evidence = .reported }
        reading.attribution = String(decoding: word, as: UTF8.self)
      case .guessed: reading.evidence = .guessed
      case .denied: reading.isDenied = true
      case .hypothesis: reading.isHypothesis = true
      case .support, .receives: break
      }
    }
    if let best { reading.stage = best.stage }
    return reading
  }

  private func nearest(_ word: [UInt8], to trigger: Span, in span: Span, _ bytes: [UInt8]) -> Int? {
    var best: (at: Int, gap: Int)?
    var offset = span.start
    while offset + word.count <= span.end {
      if parser.starts(word, bytes, offset), offset + word.count <= trigger.start || offset >= trigger.end {
        let gap = abs(offset - trigger.start)
        if best == nil || gap < (best?.gap ?? 0) { best = (offset, gap) }
      }
      offset += scalarLength(bytes[offset])
    }
    return best?.at
  }
}

/// The name of a funding round in Chinese: `A 轮` → Series A, `天使轮` → Angel, `第三轮` as it stands.
enum ChineseRounds {
  static func round(near trigger: Span, in sentence: Span, _ bytes: [UInt8]) -> (name: String, span: Span)? {
    let mark = Array("轮".utf8)
    var best: (name: String, span: Span, gap: Int)?
    var offset = sentence.start
    while offset + 3 <= sentence.end {
      defer { offset += scalarLength(bytes[offset]) }
      guard bytes[offset..<(offset + 3)].elementsEqual(mark), let (name, start) = name(endingAt: offset, from: sentence.start, bytes) else { continue }
      let gap = abs(offset - trigger.start)
      if best == nil || gap < (best?.gap ?? 0) { best = (name, Span(start, offset + 3), gap) }
    }
    return best.map { ($0.name, $0.span) }
  }

  private static func name(endingAt end: Int, from limit: Int, _ bytes: [UInt8]) -> (String, Int)? {
    var place = end
    if place > limit, bytes[place - 1] == 0x20 { place -= 1 }
    if place > limit, bytes[place - 1] == UInt8(ascii: "+") { place -= 1 }
    if place > limit, bytes[place - 1] & 0xDF &- 0x41 < 12, place - 1 == limit || bytes[place - 2] & 0xDF &- 0x41 >= 26 {
      return ("Series " + String(decoding: [bytes[place - 1] & 0xDF], as: UTF8.self), place - 1)
    }
    for (word, name) in [("天使", "Angel"), ("种子", "Seed")] where end - word.utf8.count >= limit && bytes[(end - word.utf8.count)..<end].elementsEqual(word.utf8) {
      return (name, end - word.utf8.count)
    }
    if end - 6 >= limit, bytes[(end - 6)..<(end - 3)].elementsEqual("第".utf8) { return (String(decoding: bytes[(end - 6)..<(end + 3)], as: UTF8.self), end - 6) }
    return nil
  }
}
