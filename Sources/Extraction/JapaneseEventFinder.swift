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
    var events: [Event] = []
    let phraseParties = parties.read(parsed, document, discourse)
    for phrase in parsed.phrases.indices {
      for match in rules.japaneseTriggers.matches(in: parsed, phrase: phrase) {
        guard isWhole(match, parsed, phrase), !isFeature(match, parsed, phrase) else { continue }
        for frame in match.frames {
          if let event = event(frame, match, phrase, parsed, phraseParties, document, discourse) { events.append(event) }
        }
      }
    }
    return events
  }

  /// 提携先, 投資家, 上場企業 tell of something else: behind a trigger only nouns that carry it on may stand.
  private func isWhole(_ match: TriggerMatch, _ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    let end = match.range.upperBound
    guard end < parsed.phrases[phrase].tokens.upperBound else { return true }
    let next = parsed.tokens[end]
    guard next.partOfSpeech.isNominal, next.standIn == nil else { return true }
    return rules.words["trigger_tails"].contains(next.surface) || rules.cues.noun(next.surface) != nil
      || (end + 1 < parsed.phrases[phrase].tokens.upperBound && rules.cues.noun(next.surface + parsed.tokens[end + 1].surface) != nil)
  }

  /// 「乙社と連携し、資料を編集できる」: what a program can do, not what its maker agreed.
  private func isFeature(_ match: TriggerMatch, _ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    guard parsed.tokens[match.range].contains(where: { $0.surface == "連携" }) else { return false }
    return ([phrase] + parsed.ancestors(of: phrase)).contains { index in
      guard let predicate = parsed.phrases[index].predicate else { return false }
      return predicate.isPotential || predicate.lemma == "可能" || predicate.lemma == "できる"
    }
  }

  /// 買収額は非公表: what is told is a figure of a deal, not the deal.
  private func isFigure(_ match: TriggerMatch, _ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    let end = match.range.upperBound
    guard end < parsed.phrases[phrase].tokens.upperBound else { return false }
    return ["額", "期間", "総額", "金額", "価格", "比率"].contains(parsed.tokens[end].surface)
  }

  private func event(
    _ frame: Frame, _ match: TriggerMatch, _ phrase: Int, _ parsed: ParsedSentence, _ phraseParties: [PhraseParties],
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
    if actsAsVerb { gatherer.gatherVerb(readsModifiers: frame.slots[.no] != nil) } else { gatherer.gatherNoun() }
    let fallbacks = gatherer.fallbacks(topics: discourse.topics, isNoun: !actsAsVerb)
    let predicate = parsed.phrases[phrase].predicate
    var reading = StatusReader(rules: rules, parsed: parsed, document: document)
      .reading(of: phrase, isVerb: actsAsVerb, chain: gatherer.chain, default: frame.status)
    if parsed.sentence.isQuestion { reading.isQuestion = true }
    var event = Event(
      sentence: parsed.index, frame: frame, trigger: match.span(in: parsed), phrase: phrase, isNoun: !actsAsVerb,
      isPassive: actsAsVerb ? (predicate?.isPassive ?? false) && !gatherer.isEvidentialPassive : gatherer.receives,
      arguments: gatherer.arguments, reading: reading, words: gatherer.words(document), scope: gatherer.scope)
    event.fallbacks = fallbacks
    event.markers = gatherer.markers
    event.hasPlace = gatherer.hasPlace
    event.isModifier = predicate?.form == .adnominal
    event.isIntegration = parsed.tokens[match.range].contains { $0.surface == "連携" }
    event.isFigure = isFigure(match, parsed, phrase)
    return event
  }
}

/// A trigger word at its place: tokens `range` of a sentence.
struct TriggerMatch {
  let range: Range<Int>
  let frames: [Frame]

  func span(in parsed: ParsedSentence) -> Span {
    Span(parsed.tokens[range.lowerBound].span.start, parsed.tokens[range.upperBound - 1].span.end)
  }

  /// The trigger is what the phrase's predicate says: 買収|した, not 買収|計画を.
  func endsAtHead(of phrase: Bunsetsu) -> Bool {
    range.upperBound - 1 == phrase.head || range.upperBound == phrase.head
  }

  /// 甲社の株主だ: a noun with だ is still a noun.
  func isCopula(_ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    let tokens = parsed.phrases[phrase].tokens
    return !tokens.contains { parsed.tokens[$0].partOfSpeech == .verb && $0 >= range.upperBound }
  }
}

/// Triggers of one language by their first morphemes' text.
struct TriggerIndex: Sendable {
  fileprivate let frames: [String: [Frame]]
  private let longest: Int

  init(_ frames: [Frame]) {
    var index: [String: [Frame]] = [:]
    for frame in frames {
      for trigger in frame.triggers { index[trigger, default: []].append(frame) }
    }
    self.frames = index
    self.longest = index.keys.map { $0.utf8.count }.max() ?? 0
  }

  /// Longest trigger first from the left; a trigger inside a longer one does not count.
  func matches(in parsed: ParsedSentence, phrase: Int) -> [TriggerMatch] {
    var matches: [TriggerMatch] = []
    let range = parsed.phrases[phrase].tokens
    var start = range.lowerBound
    while start < range.upperBound {
      var found: TriggerMatch?
      var text = ""
      var end = start
      while end < range.upperBound, text.utf8.count <= longest {
        let token = parsed.tokens[end]
        guard token.standIn == nil, token.partOfSpeech.isNominal || token.partOfSpeech == .verb || token.partOfSpeech == .prefix || end > start
        else { break }
        let isVerb = token.partOfSpeech == .verb
        let candidate = text + (isVerb ? token.lemma : token.surface)
        if let frames = frames[candidate] { found = TriggerMatch(range: start..<(end + 1), frames: frames) }
        text += token.surface
        end += 1
      }
      if found == nil, start < range.upperBound, parsed.tokens[start].nameKind == .unknown, let inner = suffix(of: parsed.tokens[start].surface) {
        found = TriggerMatch(range: start..<(start + 1), frames: inner)
      }
      if let found {
        matches.append(found)
        start = found.range.upperBound
      } else {
        start += 1
      }
    }
    return matches
  }
}

extension TriggerIndex {
  /// グローバルパートナーシップ: a word that no dictionary holds may end in a trigger.
  private func suffix(of surface: String) -> [Frame]? {
    var rest = surface.unicodeScalars.dropFirst()
    while rest.count > 3 {
      if let frames = frames[String(String.UnicodeScalarView(rest))] { return frames }
      rest = rest.dropFirst()
    }
    return nil
  }
}

/// Companies of one phrase, and whether they are what the phrase is about.
struct PhraseParties {
  var parties: [PartyReference]
  /// `甲社などは`: yes. `甲社幹部は`: no.
  var isHead: Bool
  /// The case that the phrase has as a member of a list: 甲社、乙社が → both が.
  var marker: CaseMarker
  var isAdnominal: Bool
  var parent: Int?
  /// Part of a list that goes on to the right.
  var isListed: Bool
}

/// Walks the phrases around one trigger and collects arguments.
struct ArgumentGatherer {
  let parsed: ParsedSentence
  let phraseParties: [PhraseParties]
  let rules: RuleSet
  let match: TriggerMatch
  let phrase: Int
  private(set) var arguments: [Argument] = []
  /// Phrase → distance, for the binding of quantities and words.
  private(set) var scope: [Int: Int] = [:]
  /// Phrases that govern the event, nearest first: support nouns, support verbs, the predicates above.
  private(set) var chain: [Int] = []
  private(set) var receives = false
  private(set) var isEvidentialPassive = false
  /// 日本に, テキサス州に: the act goes to a place.
  private(set) var hasPlace = false
  /// Cases that are filled, by a company or by anything else.
  private(set) var markers: Set<CaseMarker> = []

  init(parsed: ParsedSentence, phraseParties: [PhraseParties], rules: RuleSet, match: TriggerMatch, phrase: Int) {
    self.parsed = parsed
    self.phraseParties = phraseParties
    self.rules = rules
    self.match = match
    self.phrase = phrase
    scope[phrase] = 0
  }

  /// - Parameter readsModifiers: the の before an object holds a party: `乙社の株式を取得`.
  mutating func gatherVerb(readsModifiers: Bool) {
    addCompound()
    addChildren(of: phrase, path: .direct, distance: 1)
    if readsModifiers {
      for child in parsed.children[phrase] where [.wo, .ga, .ni, .ha, .none].contains(phraseParties[child].marker) && parsed.phrases[child].predicate == nil {
        addModifiers(of: child, distance: 2)
        addShareIssuer(in: child)
      }
    }
    addRelativeHead(of: phrase)
    addSubjectFromChain(of: phrase)
    chain = parsed.ancestors(of: phrase)
    // 500億ドルを投じて…センターを建設する: the clause that this one leads to tells of the same deal.
    if parsed.phrases[phrase].predicate?.form == .continuative, let next = parsed.phrases[phrase].parent, parsed.phrases[next].predicate != nil {
      for child in parsed.children[next] where child != phrase && parsed.phrases[child].predicate == nil && !isSubject(phraseParties[child].marker) {
        note(child, 5)
      }
      if scope[next] == nil { scope[next] = 5 }
    }
    for previous in parsed.children[phrase] where parsed.phrases[previous].predicate?.form == .continuative {
      for child in parsed.children[previous] where parsed.phrases[child].predicate == nil && !isSubject(phraseParties[child].marker) { note(child, 5) }
    }
  }

  mutating func gatherNoun() {
    // 甲社出資の乙社: the noun that the act modifies is its object.
    if parsed.phrases[phrase].isAdnominal, parsed.phrases[phrase].marker == .no, let head = parsed.phrases[phrase].parent,
      phraseParties[phrase].parties.contains(where: { $0.span.end <= parsed.tokens[match.range.lowerBound].span.start }), phraseParties[head].isHead
    {
      arguments.append(Argument(marker: .wo, parties: phraseParties[head].parties, path: .relative, phrase: head))
    }
    var isGoverned = true
    addCompound()
    addModifiers(of: phrase, distance: 1)
    var noun = phrase
    // 契約の締結を発表した: climb の to the nouns that only carry the event on.
    while parsed.phrases[noun].isAdnominal, let parent = parsed.phrases[noun].parent, parsed.phrases[parent].predicate == nil || parsed.phrases[parent].predicate?.form == .final,
      rules.cues.noun(heading: parent, of: parsed) != nil
    {
      chain.append(parent)
      addModifiers(of: parent, distance: 2, except: noun)
      noun = parent
    }
    if parsed.phrases[noun].predicate != nil {
      // 甲社の株主だ, headline nouns with だ.
      addChildren(of: noun, path: .direct, distance: 1)
      addRelativeHead(of: noun)
      addSubjectFromChain(of: noun)
    } else if let governor = parsed.phrases[noun].parent {
      let lemma = parsed.phrases[governor].predicate?.lemma ?? parsed.head(governor)
      let cue = rules.cues.verb(lemma) ?? rules.cues.noun(heading: governor, of: parsed)
      let governs: Bool
      switch parsed.phrases[noun].marker {
      case .wo, .ga, .ni, .de, .mo, .ha, .to, .toshite, .none, .nitsuite, .nitaishi, .list: governs = !parsed.phrases[noun].isAdnominal
      default: governs = false
      }
      if parsed.phrases[noun].marker == .ha, parsed.phrases[governor].predicate == nil || parsed.phrases[governor].predicate?.form == .final {
        // 「引受先は甲社、乙社。」: what the noun is said to be.
        for index in parsed.phrases.indices where index > noun && (index == governor || phraseParties[index].parent == governor) && phraseParties[index].isHead {
          add(index, as: .ga, path: .direct)
        }
      }
      if parsed.phrases[noun].marker == .wotsuujite || (parsed.phrases[noun].marker == .de && cue == nil) {
        // 乙社との契約を通じて…: whoever acts in the clause is the other party.
        _ = addSubject(of: governor, before: parsed.phrases.count)
      }
      if governs {
        if cue?.effect == .receives { receives = true }
        isGoverned = cue != nil || governor == parsed.phrases.count - 1 || parsed.phrases[governor].predicate?.form != .final
        if isGoverned { chain.append(governor) }
        if cue != nil || governor == parsed.phrases.count - 1 {
          addChildren(of: governor, path: .governor, distance: 2, except: noun)
          addRelativeHead(of: governor)
          addSubjectFromChain(of: governor)
        }
      } else {
        isGoverned = false
      }
    } else {
      addChildren(of: noun, path: .direct, distance: 1)
      addSubjectFromChain(of: noun)
    }
    // 提携により格差が生まれる可能性も: what is only mentioned takes no mood from the clause around it.
    if isGoverned { chain += parsed.ancestors(of: chain.last ?? noun) }
  }

  /// Words of the phrases in scope, to read what is sold: `クラウド`, `GPU`, `電力`.
  func words(_ document: LinkedDocument) -> [String] {
    var words: [String] = []
    for index in scope.keys.sorted() {
      for token in parsed.phrases[index].tokens where parsed.tokens[token].standIn == nil {
        words.append(parsed.tokens[token].lemma)
      }
    }
    return words
  }

  // MARK: Steps

  private mutating func add(_ index: Int, as marker: CaseMarker, path: ArgumentPath) {
    let parties = phraseParties[index]
    guard parties.isHead, !parties.parties.isEmpty else { return }
    guard !arguments.contains(where: { $0.phrase == index }) else { return }
    arguments.append(Argument(marker: marker, parties: parties.parties, path: path, phrase: index))
  }

  private mutating func note(_ index: Int, _ distance: Int) {
    if scope[index] == nil { scope[index] = distance }
    for child in parsed.children[index] where parsed.phrases[child].isAdnominal || parsed.phrases[child].predicate?.form == .adnominal {
      if scope[child] == nil { note(child, distance + 1) }
    }
  }

  private mutating func addChildren(of governor: Int, path: ArgumentPath, distance: Int, except: Int? = nil) {
    for child in parsed.phrases.indices where phraseParties[child].parent == governor && child != except {
      let marker = phraseParties[child].marker
      if parsed.phrases[child].predicate != nil { continue }
      markers.insert(marker)
      if [.ni, .nitaishi].contains(marker), parsed.phrases[child].tokens.contains(where: { parsed.tokens[$0].nameKind == .place }) { hasPlace = true }
      add(child, as: marker, path: path)
      note(child, distance)
      addNested(in: child)
    }
    if scope[governor] == nil { scope[governor] = distance }
  }

  /// 乙社への供給で契約を結ぶ: the company inside a phrase that is about something else.
  private mutating func addNested(in child: Int) {
    guard !phraseParties[child].isHead else { return }
    for inner in parsed.phrases.indices
    where phraseParties[inner].parent == child && phraseParties[inner].isAdnominal && [.to, .ni, .nitaishi, .tomoni].contains(phraseParties[inner].marker) {
      add(inner, as: phraseParties[inner].marker, path: .noun)
    }
  }

  /// の, との, への, による and relative clauses before an event noun.
  private mutating func addModifiers(of noun: Int, distance: Int, except: Int? = nil) {
    if scope[noun] == nil { scope[noun] = distance }
    for child in parsed.phrases.indices where phraseParties[child].parent == noun && child != except {
      if let predicate = parsed.phrases[child].predicate, predicate.form == .adnominal {
        note(child, distance)
        addChildren(of: child, path: .relative, distance: distance + 1)
        continue
      }
      if phraseParties[child].isAdnominal || [.to, .ni, .kara, .nitaishi, .tomoni].contains(phraseParties[child].marker) {
        add(child, as: phraseParties[child].marker, path: .noun)
        note(child, distance)
        addShareIssuer(in: child)
        // 乙社との既存の契約: との reaches over の to the noun that can be had with somebody.
        addNested(in: child)
      }
    }
  }

  /// Companies in the trigger's own phrase, before it: `Arm買収`, `甲・乙連合`.
  private mutating func addCompound() {
    let own = phraseParties[phrase]
    let before = own.parties.filter { $0.span.end <= parsed.tokens[match.range.lowerBound].span.start }
    guard !before.isEmpty else { return }
    arguments.append(Argument(marker: .none, parties: before, path: .compound, phrase: phrase))
  }

  /// 乙社株100万株を購入, 乙社製GPUを導入: the company before 株 or 製 is whose they are.
  private mutating func addShareIssuer(in index: Int) {
    let parties = phraseParties[index]
    guard !parties.isHead || !parties.parties.isEmpty, !arguments.contains(where: { $0.phrase == index }) else { return }
    for position in parsed.phrases[index].tokens.dropFirst() where ["株", "株式", "持ち分", "持分", "製", "社製"].contains(parsed.tokens[position].surface) {
      let issuer = parties.parties.filter { $0.span.end == parsed.tokens[position].span.start }
      if !issuer.isEmpty { arguments.append(Argument(marker: .no, parties: issuer, path: .noun, phrase: index)) }
    }
  }

  /// 乙社に出資する甲社: the noun after a relative clause fills the slot that is missing; 提携し、急ぐ甲社 likewise.
  private mutating func addRelativeHead(of start: Int) {
    var governor = start
    while parsed.phrases[governor].predicate?.form == .continuative, let next = parsed.phrases[governor].parent,
      parsed.phrases[next].predicate != nil
    { governor = next }
    if governor == start || parsed.phrases[governor].predicate?.form != .adnominal { governor = start }
    if governor == start, let next = parsed.phrases[start].parent, parsed.phrases[start].predicate?.form == .continuative,
      parsed.phrases.indices.contains(next), parsed.phrases[next].predicate == nil
    {
      // The clause runs straight into a noun that ends the sentence; the adnominal predicate before it carries it on.
      governor = start
      addHead(next)
      return
    }
    guard parsed.phrases[governor].predicate?.form == .adnominal, let head = parsed.phrases[governor].parent else { return }
    note(head, 1)
    addHead(head)
  }

  private mutating func addHead(_ head: Int) {
    let parties = phraseParties[head]
    guard parties.isHead, !parties.parties.isEmpty else { return }
    let marker: CaseMarker = arguments.contains { [.ga, .ha, .mo].contains($0.marker) } ? .wo : .ga
    arguments.append(Argument(marker: marker, parties: parties.parties, path: .relative, phrase: head))
  }

  /// The subject of a clause that names none: from the predicate it leads to, or from the one before it.
  private mutating func addSubjectFromChain(of governor: Int) {
    guard !arguments.contains(where: { isSubject($0.marker) && $0.path != .compound }) else { return }
    for ancestor in parsed.ancestors(of: governor) {
      guard parsed.phrases[ancestor].predicate != nil || ancestor == parsed.phrases.count - 1 else { continue }
      if addSubject(of: ancestor, before: governor) { return }
    }
    for previous in parsed.phrases.indices.reversed() where previous < governor {
      guard let predicate = parsed.phrases[previous].predicate, predicate.form == .continuative || predicate.form == .conditional else { continue }
      if addSubject(of: previous, before: previous) { return }
    }
  }

  private mutating func addSubject(of governor: Int, before limit: Int) -> Bool {
    for child in parsed.phrases.indices where phraseParties[child].parent == governor && child < limit {
      let parties = phraseParties[child]
      guard isSubject(parties.marker) || (parties.marker == .none && parsed.phrases[child].isPaused), parties.isHead,
        !parties.parties.isEmpty
      else { continue }
      let before = arguments.count
      add(child, as: parties.marker, path: .chained)
      return arguments.count > before
    }
    return false
  }

  /// Companies that a missing party may be: topics of the clauses before this one, then the article's.
  ///
  /// 「甲社は資金を調達し、乙社が出資した」: 甲社 for the investment. None where the event lies in a clause about another noun.
  func fallbacks(topics: [PartyReference], isNoun: Bool) -> [PartyReference] {
    if let predicate = parsed.phrases[phrase].predicate, predicate.form == .adnominal, !leadsToFormalNoun(phrase) { return [] }
    if isNoun, phrase != parsed.phrases.count - 1 {
      // A noun in passing (「上場を控え」) has no subject of its own; one that a support verb carries has.
      guard let governor = chain.first, isSupported(governor) else { return headlineTopic() }
    }
    var result: [PartyReference] = []
    func collect(_ range: Range<Int>) {
      for index in range where index != phrase {
        guard phraseParties[index].isHead, [.ha, .mo].contains(phraseParties[index].marker) || (phraseParties[index].marker == .none && index == 0 && parsed.phrases[index].isPaused)
        else { continue }
        for party in phraseParties[index].parties where !result.contains(where: { $0.company == party.company }) { result.append(party) }
      }
    }
    collect(0..<phrase)
    // 「乙社とも提携しており、甲社は急ぐ」: the topic may follow.
    if result.isEmpty, parsed.phrases[phrase].predicate?.form == .continuative || chain.contains(where: { parsed.phrases[$0].predicate?.form == .continuative }) {
      collect(phrase..<parsed.phrases.count)
    }
    if !result.isEmpty { return result + oblique() }
    // Another subject stands there: it is not the topic that acts.
    let governors = [phrase] + chain
    for child in parsed.phrases.indices where isSubject(phraseParties[child].marker) && !governors.contains(child) && !phraseParties[child].isHead
      && ![.dependentNoun, .adverbialNoun].contains(parsed.tokens[parsed.phrases[child].head].partOfSpeech)
    {
      if let parent = phraseParties[child].parent, governors.contains(parent) { return [] }
    }
    return topics.map { topic in
      var topic = topic
      topic.isFromDiscourse = true
      return topic
    }
  }

  /// 「甲社、乙社への10億ドル投資は一時的」: a headline's opening is the actor of what it is about.
  private func headlineTopic() -> [PartyReference] {
    guard parsed.sentence.isUnterminated, phrase > 0, parsed.phrases[0].isPaused, phraseParties[0].marker == .none, phraseParties[0].isHead,
      [.ha, .ga, .wo, .mo].contains(parsed.phrases[phrase].marker)
    else { return [] }
    return phraseParties[0].parties
  }

  /// 「甲社は乙社に出資し、クラウドを提供する」: 乙社 serves both predicates.
  private func oblique() -> [PartyReference] {
    var result: [PartyReference] = []
    for index in parsed.phrases.indices where index < phrase && [.ni, .to].contains(phraseParties[index].marker) && phraseParties[index].isHead {
      guard let parent = phraseParties[index].parent, parent < phrase, parsed.phrases[parent].predicate?.form == .continuative else { continue }
      for var party in phraseParties[index].parties {
        party.isOblique = true
        result.append(party)
      }
    }
    return result
  }

  private func isSupported(_ governor: Int) -> Bool {
    if let predicate = parsed.phrases[governor].predicate, rules.cues.verb(predicate.lemma) != nil { return true }
    return rules.cues.noun(heading: governor, of: parsed) != nil || governor == parsed.phrases.count - 1
  }

  /// 出資しているという話: the noun after the clause carries it on.
  private func leadsToFormalNoun(_ index: Int) -> Bool {
    guard let head = parsed.phrases[index].parent else { return false }
    return !phraseParties[head].isHead && (rules.cues.noun(heading: head, of: parsed) != nil || rules.words["carrier_nouns"].contains(parsed.head(head)))
  }

  private func isSubject(_ marker: CaseMarker) -> Bool { marker == .ga || marker == .ha || marker == .mo }
}
