import Catalog
import Facts
import Language
import Quantities

/// English triggers by their first word: verb lemmas with their particles (`team up`), nouns in the singular (`funding round`).
struct EnglishTriggers: Sendable {
  private let byFirst: [String: [(words: [String], frame: Int)]]
  let frames: [Frame]
  /// First words, for a cheap test before any syntax.
  var firstWords: Set<String> { Set(byFirst.keys) }

  init(_ frames: [Frame]) {
    self.frames = frames
    var index: [String: [(words: [String], frame: Int)]] = [:]
    for (number, frame) in frames.enumerated() {
      for trigger in frame.triggers {
        let words = trigger.split(separator: " ").map { String($0) }
        guard let first = words.first else { continue }
        index[first, default: []].append((words, number))
      }
    }
    byFirst = index.mapValues { $0.sorted { ($0.words.count, $1.frame) > ($1.words.count, $0.frame) } }
  }

  /// Frames of the longest trigger that begins at an element; `first` is the lemma or the singular.
  func matches(_ first: String, at element: Int, in parsed: EnglishSentence, isVerb: Bool) -> (frames: [Frame], end: Int)? {
    guard let candidates = byFirst[first] else { return nil }
    var found: [Frame] = []
    var length = 0
    for candidate in candidates where candidate.words.count >= length {
      let frame = frames[candidate.frame]
      guard frame.shape == .both || (frame.shape == .verb) == isVerb else { continue }
      var matches = true
      for (offset, word) in candidate.words.enumerated().dropFirst() {
        let place = element + offset
        guard place < parsed.elements.count, parsed.elements[place].unit == nil else {
          matches = false
          break
        }
        let text = parsed.elements[place].token.text
        if text != word, EnglishLexicon.singular(text) != word {
          matches = false
          break
        }
      }
      guard matches else { continue }
      if candidate.words.count > length {
        found = []
        length = candidate.words.count
      }
      if !found.contains(where: { $0.id == frame.id }) { found.append(frame) }
    }
    return found.isEmpty ? nil : (found, element + length)
  }
}

/// Finds the events of an English sentence: triggers, the companies around them by place and preposition, status.
///
/// `Acme struck a deal with Bolt` → noun trigger `deal`, Acme by ga through `struck`, Bolt by to. The markers are those of the
/// Japanese frames: subject ga, object wo, with to, in and into ni, from kara, by niyoru, of no, for nitaishi.
struct EnglishEventFinder {
  let rules: RuleSet
  let lexicon: EnglishLexicon
  let triggers: EnglishTriggers
  let parsed: EnglishSentence
  let document: LinkedDocument
  var parties: EnglishParties

  var phrases: [EnglishPhrase] { parsed.phrases }

  func events() -> [Event] {
    var events: [Event] = []
    for index in phrases.indices {
      switch phrases[index].kind {
      case .verbal: events += verbEvents(index)
      case .nominal: events += nounEvents(index)
      default: break
      }
    }
    // Acme invested in Bolt; Core holds a stake of 14%: in Bolt as well.
    let objects = events.filter { $0.frame.type == .equityInvestment }.flatMap { $0.arguments.filter { $0.marker == .ni }.flatMap(\.parties) }
    for position in events.indices where !events[position].fallbacks.isEmpty && events[position].frame.needs.contains(.about) {
      if let object = objects.first { events[position].fallbacks.insert(object, at: 0) }
    }
    // a deal to buy Bolt: the verb tells more than the noun.
    let typed = Set(events.filter { !$0.isNoun && isViable($0) && hasBothSides($0) }.compactMap { contractNoun(of: $0.phrase) })
    return events.filter { !($0.isNoun && $0.frame.type == nil && typed.contains($0.phrase)) }
  }

  /// An event that cannot have its parties or its words must not take a figure from one that can.
  func isViable(_ event: Event) -> Bool {
    let companies = Set(event.arguments.flatMap { $0.parties.map(\.company) })
    for case .parties(let count) in event.frame.needs where companies.count + event.fallbacks.filter({ !companies.contains($0.company) }).count < count { return false }
    let joined = event.words.joined()
    for case .word(let any) in event.frame.needs where !any.contains(where: { joined.holds($0) }) { return false }
    for case .without(let none) in event.frame.needs where none.contains(where: { joined.holds($0) }) { return false }
    for case .object(let any) in event.frame.needs where !any.contains(where: { event.object.holds($0) }) { return false }
    // new agreements with Acme, Bolt and others: nobody’s counterparts.
    if event.frame.type == nil, event.arguments.allSatisfy({ $0.marker == .to }) { return false }
    return !companies.isEmpty
  }

  /// a partnership to invest in startups: a verb without its own object tells no more than the noun.
  private func hasBothSides(_ event: Event) -> Bool {
    guard event.frame.needs.contains(where: { if case .parties = $0 { true } else { false } }) else { return true }
    let table = event.isPassive ? event.frame.passiveSlots : event.frame.slots
    return Set(event.arguments.map(\.marker).filter { table[$0] != nil }).count > 1
  }

  /// The noun that an infinitive completes: `a deal with Bolt to supply`, with only prepositions between.
  private func contractNoun(of verbal: Int) -> Int? {
    guard phrases[verbal].isInfinitive else { return nil }
    for index in (0..<verbal).reversed() {
      if phrases[index].kind == .nominal, let head = parsed.headWord(index), Self.contractNouns.contains(head) { return index }
      let joins = phrases[index].kind == .conjunction || (index > 0 && phrases[index - 1].kind == .conjunction)
      guard joins || (phrases[index].kind == .nominal && (phrases[index].preposition != nil || phrases[index].isPossessive)) else { return nil }
    }
    return nil
  }

  // MARK: Verbs

  private func verbEvents(_ index: Int) -> [Event] {
    let phrase = phrases[index]
    let element = phrase.elements.upperBound - 1
    guard parsed.elements[element].tag == .verb, let match = triggers.matches(phrase.lemma, at: element, in: parsed, isVerb: true) else { return [] }
    var finder = self
    if rules.words["en_round_verb"].contains(phrase.lemma) { finder.parties.readsRounds = true }
    let parties = finder.parties
    var gatherer = Gatherer(finder: finder)
    gatherer.scope[index] = 0
    if let noun = contractNoun(of: index) {
      gatherer.add(parties.owners(noun), .ga, .chained, phrase: noun)
      gatherer.walkRight(from: noun, path: .noun, takesObject: false)
      gatherer.scope[noun] = 1
    }
    gatherer.add(parties.subject(of: index), .ga, path(ofSubject: index), phrase: max(0, index - 1))
    // What stands left of the verb belongs to it, unless a verb before has it for its object.
    if let left = (0..<index).last(where: { phrases[$0].kind == .nominal && phrases[$0].preposition == nil }), left == 0 || !phrases[left - 1].isFinite { gatherer.scope[left] = 1 }
    // The round was the second, and was led by Acme: it is what is led.
    if parties.readsRounds {
      for nominal in 0..<index where phrases[nominal].kind == .nominal && parsed.headWord(nominal).map({ lexicon.roundNouns.contains($0) }) ?? false { gatherer.scope[nominal] = gatherer.scope[nominal] ?? 3 }
    }
    gatherer.walkRight(from: index, path: .direct, takesObject: !phrase.isPassive)
    // a year after it had closed a $90 million round: whom the text is about.
    if !phrase.isPassive, phrase.isGerund, index > 0, phrases[index - 1].kind == .subordinator, ["raise", "close", "secure"].contains(phrase.lemma), gatherer.arguments.allSatisfy({ $0.marker != .ga }), let topic = parties.discourse.topic {
      gatherer.add([PartyReference(company: topic.company, span: topic.span, confidence: topic.confidence, isDerived: true)], .ga, .topic, phrase: index)
    }
    // four months after closing its $200 million round: the round's owner closes it.
    if !phrase.isPassive, phrase.isGerund, gatherer.arguments.allSatisfy({ $0.marker != .ga }), index + 1 < phrases.count, phrases[index + 1].kind == .nominal, phrases[index + 1].preposition == nil, parsed.headWord(index + 1) != nil {
      gatherer.add(parties.owners(index + 1), .ga, .noun, phrase: index + 1)
    }
    // Acme’s assistant is powered by Bolt’s models: whose it is uses them.
    if phrase.isPassive, phrase.lemma == "power", index > 0, phrases[index - 1].kind == .nominal, gatherer.arguments.allSatisfy({ $0.marker != .ga }) { gatherer.add(makers(of: index - 1), .ga, .noun, phrase: index - 1) }
    addRelativeObject(of: index, &gatherer)
    addRaiser(of: index, &gatherer)
    addFrontedCounterpart(of: index, &gatherer)
    // agreed to use: the governing verb's word counts.
    if phrase.isInfinitive, let above = (0..<index).last(where: { phrases[$0].kind == .verbal }) { gatherer.scope[above] = 2 }
    // raised $600 million to buy chips: what the money is for is no purchase yet.
    if phrase.isInfinitive, let above = (0..<index).last(where: { phrases[$0].kind == .verbal }), ["raise", "borrow", "issue"].contains(phrases[above].lemma), !phrases[above..<index].contains(where: { [.breaker, .subordinator].contains($0.kind) }) { return [] }
    // Before this round, Acme had raised $242 million: what it came to, unless somebody tells it as news or who paid is told.
    if parsed.isPastPerfect(index), phrase.lemma == "raise", !isTold(index), !gatherer.arguments.contains(where: { [.kara, .niyoru].contains($0.marker) }) { return [] }
    let reading = EnglishStatusReader(rules: rules, lexicon: lexicon, parsed: parsed, document: document)
    let span = Span(parsed.elements[element].token.span.start, parsed.elements[match.end - 1].token.span.end)
    return match.frames.map { frame in
      Event(
        sentence: parsed.index, frame: frame, trigger: span, phrase: index, isNoun: false, isPassive: phrase.isPassive, isIntegration: Self.integrations.contains(phrase.lemma),
        arguments: gatherer.arguments, fallbacks: fallbacks(frame, gatherer.arguments), object: object(of: index), reading: reading.reading(of: index, governor: index, default: isListed(frame, by: index) ? .completed : frame.status),
        words: words(gatherer.scope), scope: gatherer.scope)
    }
  }

  /// `Yarrow, which Acme bought`, `Yarrow, in which Acme invested`: the pronoun's noun is what is bought.
  private func addRelativeObject(of verbal: Int, _ gatherer: inout Gatherer) {
    guard !phrases[verbal].isPassive, phrases[verbal].isFinite, !gatherer.arguments.contains(where: { $0.marker == .wo }) else { return }
    var index = verbal - 1
    while index >= 0, phrases[index].kind == .nominal { index -= 1 }
    guard index >= 0, index < verbal - 1, phrases[index].kind == .relative, phrases[index].lemma != "whose" else { return }
    let marker = phrases[index].preposition.map(Gatherer.marker) ?? .wo
    gatherer.add(parties.antecedent(of: index), marker, .relative, phrase: index)
  }

  /// announced it had raised: a verb of saying stands before.
  private func isTold(_ verbal: Int) -> Bool {
    phrases[..<verbal].contains { $0.isFinite && ["announce", "say", "reveal", "disclose", "report", "confirm", "tell"].contains($0.lemma) }
  }

  /// went public, priced its offering, raised $3bn in its offering: shares are sold.
  private func isListed(_ frame: Frame, by verbal: Int?) -> Bool {
    guard frame.type == .publicOffering, let verbal, phrases[verbal].elements.contains(where: { parsed.elements[$0].form == .past }), phrases[verbal].modal == nil else { return false }
    return rules.words["en_listed"].contains(phrases[verbal].lemma)
  }

  /// `Under a deal with Acme, Bolt will supply chips`: with whom the deal is.
  private func addFrontedCounterpart(of verbal: Int, _ gatherer: inout Gatherer) {
    guard phrases[verbal].isFinite, !gatherer.arguments.contains(where: { $0.marker == .to || $0.marker == .ni }), let comma = phrases[..<verbal].firstIndex(where: { $0.kind == .comma }),
      !phrases[..<comma].contains(where: { $0.kind == .verbal }), let noun = (0..<comma).first(where: { parsed.headWord($0).map { Self.contractNouns.contains($0) } ?? false }),
      phrases[noun].preposition != nil, let with = (noun..<comma).first(where: { phrases[$0].preposition == "with" && phrases[$0].kind == .nominal && !phrases[$0].isPossessive }), with > noun
    else { return }
    let own = Set(gatherer.arguments.flatMap { $0.parties.map(\.company) })
    gatherer.add(parties.parties(of: with).filter { !own.contains($0.company) }, .to, .chained, phrase: with)
  }

  private static let contractNouns: Set = ["deal", "agreement", "contract", "partnership", "pact", "collaboration", "alliance", "commitment", "memorandum"]

  /// `Yarrow announced that Acme led a $3m round`: who announces a round that is nobody's yet has raised it.
  private func addRaiser(of verbal: Int, _ gatherer: inout Gatherer) {
    guard rules.words["en_round_verb"].contains(phrases[verbal].lemma), !phrases[verbal].isPassive, !gatherer.arguments.contains(where: { [.wo, .ni, .no, .yori].contains($0.marker) }) else { return }
    guard let that = (1..<max(1, verbal)).last(where: { phrases[$0].kind == .subordinator && phrases[$0].lemma == "that" }), phrases[that - 1].isFinite,
      ["announce", "say", "confirm", "reveal", "disclose", "report"].contains(phrases[that - 1].lemma), !phrases[that..<verbal].contains(where: \.isFinite)
    else { return }
    let own = Set(gatherer.arguments.flatMap { $0.parties.map(\.company) })
    gatherer.add(parties.subject(of: that - 1).filter { !own.contains($0.company) }, .wo, .chained, phrase: that - 1)
  }

  /// The words of a verb's direct object, each behind a space; of a passive's subject. A sum is `@money`, a name `@model`,
  /// `@product`, `@company` and so on.
  private func object(of verbal: Int) -> String {
    var index = phrases[verbal].isPassive ? verbal - 1 : verbal + 1
    while index > 0, index < phrases.count, phrases[index].kind == .nominal, phrases[index].isPossessive || phrases[index].isTemporal { index += phrases[verbal].isPassive ? -1 : 1 }
    guard phrases.indices.contains(index), phrases[index].kind == .nominal else { return "" }
    var words = parsed.words(index)
    for element in phrases[index].elements {
      switch parsed.elements[element].unit {
      case .quantity(let quantity): if document.quantities[quantity].kind == .money { words.append("@money") }
      case .mention(let mention): words.append("@" + document.mentions[mention].type.rawValue)
      case nil: break
      }
    }
    return words.map { " " + $0 }.joined()
  }

  /// Programs do so as well as companies.
  private static let integrations: Set = ["integrate", "incorporate", "embed", "integration", "integrations"]

  /// Whom a frame that leaves a side open may mean: who raised the round told of last, else the topic.
  private func fallbacks(_ frame: Frame, _ arguments: [Argument]) -> [PartyReference] {
    let discourse = parties.discourse
    let standing: PartyReference?
    if frame.needs.contains(.joins) {
      standing = discourse.investee
    } else if frame.needs.contains(.company(.to)), arguments.contains(where: { [.ga, .niyoru].contains($0.marker) || $0.parties.contains { $0.isDerived } }) {
      // Gemini integrations with Chrome: a house’s own products; its integration with Bolt: whose is told.
      return []
    } else if frame.needs.contains(.about), !arguments.contains(where: { [.ni, .no, .wo].contains($0.marker) }) {
      standing = discourse.topic
    } else {
      return []
    }
    return [standing].compactMap { $0 }.map { PartyReference(company: $0.company, span: $0.span, confidence: $0.confidence, isDerived: true) }
  }

  func path(ofSubject verbal: Int) -> ArgumentPath {
    phrases[verbal].isParticiple ? .relative : phrases[verbal].isFinite ? .direct : .chained
  }

  // MARK: Nouns

  private func nounEvents(_ index: Int) -> [Event] {
    var events: [Event] = []
    var element = phrases[index].elements.lowerBound
    while element < phrases[index].elements.upperBound {
      let text = parsed.elements[element].token.text
      if parsed.elements[element].unit == nil, parsed.elements[element].tag == .word,
        let match = triggers.matches(text, at: element, in: parsed, isVerb: false)
          ?? triggers.matches(EnglishLexicon.singular(text), at: element, in: parsed, isVerb: false)
      {
        // deal terms, investment bank: the trigger must head its phrase.
        let heads = (match.end..<max(match.end, phrases[index].elements.upperBound)).allSatisfy { parsed.elements[$0].unit != nil && parsed.elements[$0].tag == .quantity }
        if heads { events += nounEvents(index, element, match) }
        element = match.end
      } else {
        element += 1
      }
    }
    return events
  }

  private func nounEvents(_ index: Int, _ element: Int, _ match: (frames: [Frame], end: Int)) -> [Event] {
    // its total funding: a sum of rounds, no round.
    if parsed.words(index).contains("total") { return [] }
    var gatherer = Gatherer(finder: self)
    gatherer.scope[index] = 0
    let own = parties.owners(index)
    // its list of investors, Acme’s series of investments
    gatherer.add(own.isEmpty && index > 0 && phrases[index].preposition == "of" && phrases[index - 1].kind == .nominal && parsed.mentions(index).isEmpty ? parties.owners(index - 1) : own, .niyoru, .noun, phrase: index)
    if index > 0, phrases[index - 1].isPossessive { gatherer.scope[index - 1] = 1 }
    gatherer.add(parties.modifiers(index, before: element), .none, .compound, phrase: index)
    // investors including A and B
    for member in parties.list(from: index).dropFirst() where phrases[member].preposition == "including" {
      gatherer.add(parties.parties(of: member), .kara, .noun, phrase: member)
    }
    let governor = govern(index, &gatherer)
    gatherer.walkRight(from: index, path: .noun, takesObject: false)
    // its acquisition by Acme: who owns the noun is bought.
    if match.frames.contains(where: { $0.type == .acquisition }), gatherer.arguments.filter({ $0.marker == .niyoru }).count > 1,
      let owned = gatherer.arguments.firstIndex(where: { $0.marker == .niyoru && $0.phrase == index })
    {
      let owner = gatherer.arguments[owned]
      gatherer.arguments[owned] = Argument(marker: .no, parties: owner.parties, path: owner.path, phrase: owner.phrase)
    }
    if !gatherer.arguments.contains(where: { $0.marker == .ga || $0.marker == .niyoru || $0.path == .compound || $0.marker == .no }), governor == nil, bearsFallback(index),
      let subject = parties.sentenceSubject(before: index)
    {
      // Acme is valued at $3bn after a round: whose round it is goes without saying.
      gatherer.add([subject], .ga, .topic, phrase: index)
    }
    // The financing comes after a $3m seed round: of whom the text has told.
    let comesAfter = index > 1 && phrases[index - 1].lemma == "after" && phrases[index - 2].lemma == "come"
    if gatherer.arguments.isEmpty, comesAfter || governor.map({ phrases[$0].lemma == "follow" }) ?? false,
      let standing = parties.discourse.investee ?? parties.discourse.topic
    {
      gatherer.add([PartyReference(company: standing.company, span: standing.span, confidence: standing.confidence, isDerived: true)], .ga, .topic, phrase: index)
    }
    // beefed up its games with the acquisition of Bolt
    if governor == nil, ["with", "through", "via", "by"].contains(phrases[index].preposition ?? ""), gatherer.arguments.contains(where: { $0.marker == .no }), !gatherer.arguments.contains(where: { [.ga, .niyoru].contains($0.marker) || $0.path == .compound }),
      match.frames.contains(where: { $0.type == .acquisition }), let verb = clauseVerb(before: index)
    {
      gatherer.add(parties.subject(of: verb), .ga, .chained, phrase: verb)
    }
    if governor == nil, gatherer.arguments.contains(where: { $0.marker == .to }), !gatherer.arguments.contains(where: { $0.marker == .ga || $0.marker == .niyoru || $0.path == .compound }),
      let verb = clauseVerb(before: index)
    {
      // Acme will run Bolt’s model under an agreement with Bolt.
      gatherer.add(parties.subject(of: verb), .ga, .chained, phrase: verb)
    } else if governor == nil, phrases[index].preposition != nil, gatherer.arguments.contains(where: { $0.marker == .to }),
      !gatherer.arguments.contains(where: { $0.marker == .ga || $0.marker == .niyoru || $0.path == .compound }), !phrases[..<index].contains(where: { $0.kind == .verbal }),
      let comma = phrases[index...].firstIndex(where: { $0.kind == .comma }), !phrases[index..<comma].contains(where: { $0.kind == .verbal }),
      let verb = phrases[comma...].firstIndex(where: \.isFinite)
    {
      // Under an agreement with Bolt, Acme will run Bolt’s model.
      gatherer.add(parties.subject(of: verb), .ga, .chained, phrase: verb)
      for place in verb..<min(phrases.count, verb + 5) { gatherer.scope[place] = gatherer.scope[place] ?? min(9, 3 + place - verb) }
    }
    let reader = EnglishStatusReader(rules: rules, lexicon: lexicon, parsed: parsed, document: document)
    let span = Span(parsed.elements[element].token.span.start, parsed.elements[match.end - 1].token.span.end)
    let receives = governor.map { rules.cues.verb(phrases[$0].lemma, .en)?.effect == .receives } ?? false
    return match.frames.compactMap { frame in
      // raised $3bn in a round: the verb tells the same.
      if let governor = governor ?? clauseVerb(before: index), governor < index, isTrigger(governor, frame, index) { return nil }
      return Event(
        sentence: parsed.index, frame: frame, trigger: span, phrase: index, isNoun: true, isPassive: receives, isIntegration: Self.integrations.contains(parsed.elements[element].token.text),
        arguments: gatherer.arguments, fallbacks: fallbacks(frame, gatherer.arguments), reading: reader.reading(of: index, governor: governor, default: isListed(frame, by: governor ?? clauseVerb(before: index)) ? .completed : frame.status),
        words: words(gatherer.scope), scope: gatherer.scope)
    }
  }

  /// provided $3bn in loans: the subject does not borrow.
  private func bearsFallback(_ index: Int) -> Bool {
    guard let verb = clauseVerb(before: index) else { return true }
    return ["raise", "secure", "receive", "get", "obtain", "close", "announce", "be", "value", "file", "go", "pursue", "borrow", "take", "complete", "hit", "reach", "triple", "double", "top", "soar", "land", "unveil", "prepare", "plan", "consider", "explore", "eye", "weigh", "mull", "aim", "target", "seek"].contains(phrases[verb].lemma)
  }

  /// The verb of the clause that a prepositional phrase stands in.
  private func clauseVerb(before index: Int) -> Int? {
    var place = index - 1
    while place >= 0 {
      if phrases[place].kind == .verbal { return place }
      // as part of a partnership: the clause goes on.
      guard phrases[place].kind == .nominal || (phrases[place].lemma == "as" && parsed.headWord(place + 1) == "part") || (phrases[place].kind == .conjunction && !(place + 2 < phrases.count && phrases[place + 2].isFinite)) else { return nil }
      place -= 1
    }
    return nil
  }

  private func isTrigger(_ verbal: Int, _ frame: Frame, _ noun: Int) -> Bool {
    let element = phrases[verbal].elements.upperBound - 1
    guard parsed.elements[element].tag == .verb, let match = triggers.matches(phrases[verbal].lemma, at: element, in: parsed, isVerb: true) else { return false }
    let text = parsed.words(noun).map { " " + $0 }.joined()
    return match.frames.contains { other in
      guard other.type == frame.type || other.type == nil else { return false }
      // announced an investment: announcing tells of rounds only.
      for case .word(let any) in other.needs where !any.contains(where: { text.holds($0) }) { return false }
      for case .without(let none) in other.needs where none.contains(where: { text.holds($0) }) { return false }
      for case .object(let any) in other.needs where !any.contains(where: { text.holds($0) }) { return false }
      // held an offer: holding tells of stakes only.
      return !other.needs.contains(.size) || frame.needs.contains(.size)
    }
  }

  /// The verb whose object the noun is (`struck a deal`), or that it is the passive subject of (`a deal was signed by`).
  private func govern(_ index: Int, _ gatherer: inout Gatherer) -> Int? {
    var start = index
    while start > 0, phrases[start - 1].kind == .nominal, phrases[start - 1].isPossessive { start -= 1 }
    // entered into a contract, came to an agreement, agreed on a deal
    let isObject = phrases[start].preposition == nil || phrases[start].preposition == "into"
      || (start > 0 && phrases[start].preposition == "in" && phrases[start - 1].isCopula)
      // walked away from a purchase, backed out of a deal
      || (start > 0 && ["from", "of"].contains(phrases[start].preposition ?? "") && ["walk", "withdraw", "back", "pull"].contains(phrases[start - 1].lemma))
      || (start > 0 && ["to", "on"].contains(phrases[start].preposition ?? "") && ["come", "agree", "settle"].contains(phrases[start - 1].lemma))
    if isObject, start > 0, phrases[start - 1].kind == .verbal {
      let verbal = start - 1
      gatherer.scope[verbal] = 1
      // blocked the deal: who blocks is no party.
      if rules.cues.verb(phrases[verbal].lemma, .en) != nil || phrases[verbal].isCopula { gatherer.add(parties.subject(of: verbal), .ga, .governor, phrase: verbal) }
      return verbal
    }
    // in talks over an investment; a deal that Acme signed.
    var next = index + 1
    while next < phrases.count, phrases[next].kind == .nominal, phrases[next].preposition != nil { next += 1 }
    if next < phrases.count {
      if phrases[next].kind == .relative, next + 2 < phrases.count, phrases[next + 1].kind == .nominal, phrases[next + 2].isFinite {
        gatherer.add(parties.subject(of: next + 2), .ga, .relative, phrase: next + 2)
        gatherer.walkRight(from: next + 2, path: .noun, takesObject: false)
        return next + 2
      }
      if phrases[next].kind == .nominal, phrases[next].preposition == nil, next + 1 < phrases.count, phrases[next + 1].isFinite {
        gatherer.add(parties.subject(of: next + 1), .ga, .relative, phrase: next + 1)
        gatherer.walkRight(from: next + 1, path: .noun, takesObject: false)
        return next + 1
      }
      if phrases[next].isFinite, phrases[next].lemma == "include", next + 1 < phrases.count, phrases[next + 1].kind == .nominal {
        gatherer.add(parties.parties(of: next + 1), .kara, .noun, phrase: next + 1)
        return nil
      }
      if phrases[next].kind == .verbal, phrases[next].isPassive || phrases[next].isFinite {
        if phrases[next].isParticiple, lexicon.linkVerbs.contains(parsed.elements[phrases[next].elements.upperBound - 1].token.text) { return nil }
        if phrases[next].isPassive { gatherer.walkRight(from: next, path: .noun, takesObject: false) }
        return phrases[start].preposition == nil ? next : nil
      }
    }
    return nil
  }

  /// The companies of a list of objects or counterparts. `invested in Acme and Bolt`, `deals with Acme and Bolt`, `partnered
  /// with Acme, Bolt` tell a deal each; `a deal with Acme and Bolt`, `teamed up with Acme and Bolt` one.
  func counterparts(of phrase: Int, _ members: Int, _ marker: CaseMarker, from start: Int) -> [PartyReference] {
    let found = parties.parties(of: phrase)
    guard found.count > 1, members > 1 else { return found }
    let isApart: Bool
    switch marker {
    case .wo, .ni, .no: isApart = true
    case .to: isApart = phrases[start].kind == .verbal ? phrases[start].lemma == "partner" : parsed.headWord(start).map { $0 != EnglishLexicon.singular($0) } ?? false
    default: isApart = false
    }
    guard isApart else { return found }
    return found.map { party in
      var single = party
      single.isListedApart = true
      return single
    }
  }

  /// Whose things a noun phrase names: `Umino chips`, `Umino’s chips`, a chip by its vendor, a model by its developer.
  func makers(of phrase: Int) -> [PartyReference] {
    var result = parties.owners(phrase).filter { !$0.isDerived } + parties.modifiers(phrase).filter { !$0.isDerived }
    for (_, index) in parsed.mentions(phrase) where document.mentions[index].type == .chip {
      guard let vendor = document.mentions[index].maker, !result.contains(where: { $0.company == vendor }) else { continue }
      if result.contains(where: { parties.catalog.parent(ofCompany: vendor) == $0.company }) { continue }
      result.append(PartyReference(company: vendor, span: document.mentions[index].span, confidence: document.mentions[index].confidence, isDerived: true))
    }
    // Umino’s models, Yarrow 2: a model stands for who made it.
    if result.isEmpty {
      for (_, index) in parsed.mentions(phrase) where document.mentions[index].type == .model {
        guard let maker = document.mentions[index].maker ?? parties.catalog.developer(ofModel: document.mentions[index].id) else { continue }
        result.append(PartyReference(company: maker, span: document.mentions[index].span, confidence: document.mentions[index].confidence, isDerived: true))
      }
    }
    return result
  }

  /// The words in scope, each behind a space so that whole beginnings can be asked for.
  private func words(_ scope: [Int: Int]) -> [String] {
    var words: [String] = []
    for index in scope.keys.sorted() {
      for word in parsed.words(index) { words.append(" " + word) }
      if parsed.mentions(index).contains(where: { document.mentions[$0.mention].type == .chip }) { words.append(" @chip") }
      // develop chips together: said behind the phrase.
      var behind = phrases[index].elements.upperBound
      while behind < parsed.elements.count, parsed.elements[behind].tag == .adverb {
        words.append(" " + parsed.elements[behind].token.text)
        behind += 1
      }
      let place = phrases[index].preposition == "in" && phrases[index].kind == .nominal && parsed.mentions(index).isEmpty && !phrases[index].isTemporal
        && phrases[index].elements.contains { parsed.elements[$0].token.isCapitalised && parsed.elements[$0].unit == nil }
      if place { words.append(" @place") }
    }
    return words
  }
}
