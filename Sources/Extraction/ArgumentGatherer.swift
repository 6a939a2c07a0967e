import Facts
import Language

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
  /// What is acted on where it is no company: AI半導体 of 「AI半導体を調達する」.
  private(set) var object = ""

  init(parsed: ParsedSentence, phraseParties: [PhraseParties], rules: RuleSet, match: TriggerMatch, phrase: Int) {
    self.parsed = parsed
    self.phraseParties = phraseParties
    self.rules = rules
    self.match = match
    self.phrase = phrase
    scope[phrase] = 0
  }

  private static let leadVerbs: Set<String> = ["主導", "リード", "率いる"]

  /// - Parameter readsModifiers: the の before an object holds a party: `乙社の株式を取得`.
  mutating func gatherVerb(readsModifiers: Bool) {
    addCompound()
    addChildren(of: phrase, path: .direct, distance: 1)
    if readsModifiers {
      addObjectModifiers(of: phrase)
    }
    addRelativeHead(of: phrase)
    addSubjectFromChain(of: phrase)
    addSubjectOfRelative(to: phrase)
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

  /// The の before what is acted on holds a party: 乙社の株式を取得, 乙社のモデルを採用.
  private mutating func addObjectModifiers(of governor: Int) {
    for child in parsed.children[governor] where [.wo, .ga, .ni, .ha, .none].contains(phraseParties[child].marker) && parsed.phrases[child].predicate == nil {
      // 乙社の親会社甲社は: who acts is described, not acted on.
      if phraseParties[child].isHead, isSubject(phraseParties[child].marker) { continue }
      // 乙社の通信網に自社のモデルを導入: where it goes is not whose it is.
      if phraseParties[child].marker == .ni, !parsed.phrases[child].tokens.contains(where: { rules.words["owned_things"].contains(parsed.tokens[$0].surface) }) { continue }
      // 丙社のライバル乙社を: the object is named, 丙社 only describes it.
      if phraseParties[child].isHead, phraseParties[child].marker == .wo, !phraseParties[child].parties.isEmpty, phraseParties[child].parties.allSatisfy({ !$0.isDerived }) { continue }
      addModifiers(of: child, distance: 2)
      addShareIssuer(in: child)
    }
  }

  /// - Parameter readsModifiers: the の before an object holds a party, where the noun ends a headline: 「甲社が乙社の株式を取得」.
  mutating func gatherNoun(readsModifiers: Bool) {
    // 甲社出資の乙社, 甲社が出資の乙社: the noun that the act modifies is its object.
    if parsed.phrases[phrase].isAdnominal, parsed.phrases[phrase].marker == .no, let head = parsed.phrases[phrase].parent, phraseParties[head].isHead, !phraseParties[head].parties.contains(where: \.isDerived),
      phraseParties[phrase].parties.contains(where: { $0.span.end <= parsed.tokens[match.range.lowerBound].span.start })
        || phraseParties.contains(where: { $0.parent == phrase && $0.marker == .ga && $0.isHead })
    {
      addChildren(of: phrase, path: .direct, distance: 1)
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
      if parsed.phrases[noun].marker == .ha, parsed.phrases[governor].predicate == nil || parsed.tokens[parsed.phrases[governor].head].partOfSpeech != .verb && parsed.phrases[governor].predicate?.form == .final {
        // 「引受先は甲社、乙社。」: what the noun is said to be.
        for index in parsed.phrases.indices
        where index > noun && phraseParties[index].isHead
          && (index == governor || phraseParties[index].parent == governor || phraseParties[index].isListed && phraseParties[index].parent == phraseParties[governor].parent) {
          add(index, as: .ga, path: .direct)
        }
      }
      if parsed.phrases[noun].marker == .wotsuujite || (parsed.phrases[noun].marker == .niyoru && !parsed.phrases[noun].isAdnominal) || (parsed.phrases[noun].marker == .de && cue == nil) {
        // 乙社との契約を通じて…: whoever acts in the clause is the other party.
        if !addSubject(of: governor, before: parsed.phrases.count) {
          addRelativeList(of: governor)
          addJointTopic(before: noun)
        }
      }
      if governs {
        if cue?.effect == .receives { receives = true }
        isGoverned = cue != nil || governor == parsed.phrases.count - 1 || ![.final, .adnominal].contains(parsed.phrases[governor].predicate?.form)
        if isGoverned { chain.append(governor) }
        // 「上場を目前に控え、契約を結んだ」: the next clause has a stage of its own.
        if cue == nil, governor != parsed.phrases.count - 1, parsed.phrases[governor].predicate?.form == .continuative { isGoverned = false }
        // 「甲社と乙社の提携に政府が懸念」: who acts upon the deal is no party of it.
        let isActedUpon = cue == nil && [.ni, .to].contains(parsed.phrases[noun].marker)
        if cue != nil || governor == parsed.phrases.count - 1, !isActedUpon {
          addChildren(of: governor, path: .governor, distance: 2, except: noun)
          addRelativeHead(of: governor)
          addSubjectFromChain(of: governor)
        }
      } else {
        isGoverned = false
      }
    } else {
      addChildren(of: noun, path: .direct, distance: 1)
      if readsModifiers, noun == phrase { addObjectModifiers(of: noun) }
      addSubjectFromChain(of: noun)
      addSubjectOfRelative(to: noun)
    }
    addClauseSubjects(of: phrase)
    // 提携により格差が生まれる可能性も: what is only mentioned takes no mood from the clause around it.
    if isGoverned { chain += parsed.ancestors(of: chain.last ?? noun) }
  }

  /// Words of the phrases in scope, to read what is sold: `クラウド`, `GPU`, `電力`.
  func words(_ document: LinkedDocument) -> [String] {
    var words: [String] = []
    for index in scope.keys.sorted() {
      for token in parsed.phrases[index].tokens {
        if parsed.tokens[token].standIn == nil {
          words.append(parsed.tokens[token].lemma)
        } else if let mention = parsed.mention(parsed.tokens[token]), document.mentions[mention].isDiscovered, document.mentions[mention].type == .product {
          // 「AIファクトリー」: what somebody calls his own tells what it is.
          words.append(document.text.text(document.mentions[mention].span))
        }
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
      if let predicate = parsed.phrases[child].predicate {
        if predicate.form == .continuative, ["続く", "次ぐ"].contains(predicate.lemma) { addForerunner(of: child, governor: governor) }
        continue
      }
      // 50億円を出資: a sum is nobody in the case that it fills.
      if parsed.tokens[parsed.phrases[child].head].standInKind != .amount { markers.insert(marker) }
      if marker == .wo, governor == phrase { object += parsed.phrases[child].tokens.map { parsed.tokens[$0].surface }.joined() }
      if [.ni, .nitaishi].contains(marker), parsed.phrases[child].tokens.contains(where: { parsed.tokens[$0].nameKind == .place }) { hasPlace = true }
      if marker == .de, ["主導", "リード"].contains(parsed.head(child)), !phraseParties[child].parties.isEmpty {
        // 「甲社・乙社主導で…を調達」: who led it gave money.
        arguments.append(Argument(marker: .kara, parties: phraseParties[child].parties, path: .noun, phrase: child))
      }
      add(child, as: marker, path: path)
      note(child, distance)
      addNested(in: child)
    }
    if scope[governor] == nil { scope[governor] = distance }
  }

  /// 「丙社に続き乙社とも提携」: with 丙社 it has done the same before.
  private mutating func addForerunner(of clause: Int, governor: Int) {
    guard let earlier = phraseParties.indices.first(where: { phraseParties[$0].parent == clause && phraseParties[$0].marker == .ni && phraseParties[$0].isHead }),
      let other = phraseParties.indices.first(where: { phraseParties[$0].parent == governor && phraseParties[$0].marker == .to && phraseParties[$0].isHead && $0 > clause })
    else { return }
    func apart(_ parties: [PartyReference]) -> [PartyReference] {
      parties.map { party in
        var party = party
        party.isListedApart = true
        return party
      }
    }
    arguments.append(Argument(marker: .to, parties: apart(phraseParties[earlier].parties), path: .chained, phrase: earlier))
    arguments.removeAll { $0.phrase == other }
    arguments.append(Argument(marker: .to, parties: apart(phraseParties[other].parties), path: .direct, phrase: other))
  }

  /// 乙社への供給で契約を結ぶ: the company inside a phrase that is about something else.
  private mutating func addNested(in child: Int) {
    guard !phraseParties[child].isHead else { return }
    for inner in parsed.phrases.indices
    where phraseParties[inner].parent == child && phraseParties[inner].isAdnominal && [.to, .ni, .nitaishi, .tomoni].contains(phraseParties[inner].marker) {
      add(inner, as: phraseParties[inner].marker, path: .noun)
      // 「乙社の機密網への導入で合意」
      if !phraseParties[inner].isHead, phraseParties[inner].marker == .ni {
        for owner in parsed.phrases.indices where phraseParties[owner].parent == inner && phraseParties[owner].isAdnominal && phraseParties[owner].marker == .no { add(owner, as: .ni, path: .noun) }
      }
    }
    // 「海野キャピタル主導のシードラウンドで…調達」: whoever led it gave money.
    for inner in parsed.phrases.indices
    where phraseParties[inner].parent == child && phraseParties[inner].isAdnominal && ["主導", "リード"].contains(parsed.head(inner)) && !phraseParties[inner].parties.isEmpty {
      arguments.append(Argument(marker: .kara, parties: phraseParties[inner].parties, path: .noun, phrase: inner))
    }
    // 「乙社と共同で新会社を設立」: with whom it is done.
    if phraseParties[child].marker == .de, ["共同", "協力", "連携", "協業"].contains(parsed.head(child)), child != phrase {
      for inner in parsed.phrases.indices where phraseParties[inner].parent == child && [.to, .tomoni].contains(phraseParties[inner].marker) { add(inner, as: .tomoni, path: .noun) }
    }
    // 「海野キャピタルが主導するシードラウンドで」
    for inner in parsed.children[child] {
      guard let predicate = parsed.phrases[inner].predicate, predicate.form == .adnominal, Self.leadVerbs.contains(predicate.lemma) else { continue }
      for leader in parsed.phrases.indices where phraseParties[leader].parent == inner && phraseParties[leader].isHead && phraseParties[leader].marker == .ga && phraseParties[leader].parties.allSatisfy({ !$0.isDerived }) {
        arguments.append(Argument(marker: .kara, parties: phraseParties[leader].parties, path: .noun, phrase: leader))
      }
    }
    // 「乙社の条件に合意した」: one agrees with whom the terms are.
    if phraseParties[child].marker == .ni, rules.words["offered_terms"].contains(parsed.head(child)) {
      for inner in parsed.phrases.indices where phraseParties[inner].parent == child && phraseParties[inner].isAdnominal && phraseParties[inner].marker == .no {
        add(inner, as: .to, path: .noun)
      }
    }
  }

  /// の, との, への, による and relative clauses before an event noun.
  private mutating func addModifiers(of noun: Int, distance: Int, except: Int? = nil) {
    if scope[noun] == nil { scope[noun] = distance }
    for child in parsed.phrases.indices where phraseParties[child].parent == noun && child != except {
      if let predicate = parsed.phrases[child].predicate, predicate.form == .adnominal {
        note(child, distance)
        if Self.leadVerbs.contains(predicate.lemma) {
          // 「丙社が主導する資金調達」: who led it gave money.
          for leader in phraseParties.indices where phraseParties[leader].parent == child && phraseParties[leader].marker == .ga { add(leader, as: .kara, path: .noun) }
          continue
        }
        addChildren(of: child, path: .relative, distance: distance + 1)
        continue
      }
      // 乙社に出資を…: case phrases before a noun that goes on; those of a last noun are read like a verb's.
      let leads = parsed.phrases[noun].parent != nil && [.to, .ni, .kara, .nitaishi, .tomoni].contains(phraseParties[child].marker)
      if phraseParties[child].isAdnominal || leads {
        add(child, as: phraseParties[child].marker, path: .noun)
        note(child, distance)
        addShareIssuer(in: child)
        if !phraseParties[child].isHead, phraseParties[child].marker == .no, parsed.phrases[child].predicate == nil, distance < 3 { addOwners(in: child) }
        // 乙社との既存の契約: との reaches over の to the noun that can be had with somebody.
        addNested(in: child)
        // 甲社による乙社の買収額: the actor stands before the object's phrase.
        for inner in parsed.phrases.indices where phraseParties[inner].parent == child && phraseParties[inner].marker == .niyoru { add(inner, as: .niyoru, path: .noun) }
      }
    }
  }

  /// 甲社の全株式の取得, 甲社のモデルの採用: whose shares or models they are.
  private mutating func addOwners(in child: Int) {
    guard parsed.phrases[child].tokens.contains(where: { rules.words["owned_things"].contains(parsed.tokens[$0].surface) }) else { return }
    for inner in parsed.phrases.indices where phraseParties[inner].parent == child && phraseParties[inner].isAdnominal && phraseParties[inner].marker == .no {
      add(inner, as: .no, path: .noun)
    }
  }

  /// Companies in the trigger's own phrase, before it: `Arm買収`, `甲・乙連合`.
  private mutating func addCompound() {
    let own = phraseParties[phrase]
    var before = own.parties.filter { $0.span.end <= parsed.tokens[match.range.lowerBound].span.start }
    guard !before.isEmpty else { return }
    // 甲社・乙社連合: names in one word are each other's partners.
    for index in before.indices { before[index].isListedApart = false }
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
    addHead(name(describedBy: head))
  }

  /// 買収した半導体設計のアーム: the noun of the clause only describes the name behind its の.
  private func name(describedBy head: Int) -> Int {
    // 調達した「ソラ」という新興企業: the name before という.
    if phraseParties[head].parties.isEmpty, head > 0, head - 1 > phrase, parsed.phrases[head - 1].isAdnominal, parsed.phrases[head - 1].marker == .none, phraseParties[head - 1].isHead,
      rules.words["class_nouns"].contains(parsed.head(head))
    { return head - 1 }
    var current = head
    for _ in 0..<2 {
      let phrase = parsed.phrases[current]
      guard phraseParties[current].parties.isEmpty, phrase.predicate == nil, current + 1 < parsed.phrases.count else { break }
      // 買収した半導体大手、アーム: a noun and, over a comma, the name that it describes.
      let describes = phrase.isAdnominal && phrase.marker == .no && phrase.parent == current + 1 || phrase.marker == .none && phrase.isPaused
      guard describes else { break }
      current += 1
    }
    return phraseParties[current].isHead ? current : head
  }

  private mutating func addHead(_ head: Int) {
    let parties = phraseParties[head]
    guard parties.isHead, !parties.parties.isEmpty else { return }
    let marker: CaseMarker = arguments.contains { [.ga, .ha, .mo].contains($0.marker) } ? .wo : .ga
    var heads = parties.parties
    // 共同で運営する甲社と乙社: the noun may be a list.
    var last = head
    while phraseParties[last].isListed, last + 1 < phraseParties.count, phraseParties[last + 1].isListed, phraseParties[last + 1].parent == phraseParties[head].parent {
      last += 1
      heads += phraseParties[last].parties
    }
    arguments.append(Argument(marker: marker, parties: heads, path: .relative, phrase: head))
  }

  /// The subject of a clause that names none: from the predicate it leads to, or from the one before it.
  private mutating func addSubjectFromChain(of governor: Int) {
    guard !arguments.contains(where: { isSubject($0.marker) && $0.path != .compound }) else { return }
    for ancestor in parsed.ancestors(of: governor) {
      guard parsed.phrases[ancestor].predicate != nil || ancestor == parsed.phrases.count - 1 else { continue }
      if addSubject(of: ancestor, before: governor) { return }
    }
    for previous in parsed.phrases.indices.reversed() where previous < governor {
      // 「甲社は…だが、乙社の社長は」: another topic has begun since.
      if phraseParties[previous].marker == .ha, !phraseParties[previous].isHead, parsed.tokens[parsed.phrases[previous].head].standInKind == nil { break }
      guard let predicate = parsed.phrases[previous].predicate, predicate.form == .continuative || predicate.form == .conditional else { continue }
      if addSubject(of: previous, before: previous) { return }
    }
    // 「乙社を買収すると甲社が発表した」: whoever says so behind the clause is its subject too.
    if parsed.phrases[governor].predicate?.form == .quoted,
      let speech = parsed.phrases[governor].parent, parsed.phrases[speech].predicate.flatMap({ rules.cues.verb($0.lemma) }) != nil,
      let speaker = parsed.phrases.indices.first(where: { phraseParties[$0].parent == speech && $0 > governor && isSubject(phraseParties[$0].marker) })
    {
      add(speaker, as: phraseParties[speaker].marker, path: .chained)
    }
  }

  /// 「甲社が…をつくる子会社を立てた」: a clause without a subject has that of the relative clause before its object.
  private mutating func addSubjectOfRelative(to governor: Int) {
    addReceiverOfRelative(to: governor)
    guard !arguments.contains(where: { isSubject($0.marker) || ($0.marker == .none && $0.path != .compound) }) else { return }
    for object in parsed.children[governor] where [.wo, .ni, .to].contains(parsed.phrases[object].marker) && parsed.phrases[object].predicate == nil {
      for clause in parsed.children[object] where parsed.phrases[clause].predicate?.form == .adnominal {
        for child in parsed.phrases.indices
        where phraseParties[child].parent == clause && phraseParties[child].marker == .ga && phraseParties[child].isHead && opensSentence(child) {
          add(child, as: .ga, path: .chained)
        }
        for child in parsed.phrases.indices
        where phraseParties[child].parent == clause && phraseParties[child].marker == .tomoni && phraseParties[child].isHead && !phraseParties[object].isHead {
          add(child, as: .tomoni, path: .chained)
        }
      }
    }
  }

  /// 「乙社に株式を取得できる権利を与える」: who may is who is given.
  private mutating func addReceiverOfRelative(to governor: Int) {
    guard !markers.contains(.ni), !arguments.contains(where: { $0.marker == .ni }) else { return }
    for object in parsed.children[governor] where parsed.phrases[object].marker == .wo && parsed.phrases[object].predicate == nil {
      for clause in parsed.children[object] {
        guard let predicate = parsed.phrases[clause].predicate, predicate.form == .adnominal, predicate.isPotential else { continue }
        for child in parsed.phrases.indices where phraseParties[child].parent == clause && phraseParties[child].marker == .ni { add(child, as: .ni, path: .chained) }
      }
    }
  }

  /// Before this phrase and what describes it a sentence or a clause begins.
  private func opensSentence(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, (parsed.phrases[before].parent ?? parsed.phrases.count) <= index || phraseParties[before].isListed { before -= 1 }
    return before < 0 || parsed.phrases[before].isPaused
  }

  /// 「甲社が投資し乙社が借りるという提携」: those who act in the clause are who deals.
  private mutating func addClauseSubjects(of noun: Int) {
    guard arguments.allSatisfy({ $0.path == .relative }) else { return }
    for clause in parsed.children[noun] {
      guard parsed.phrases[clause].predicate?.form == .adnominal, parsed.phrases[clause].tokens.contains(where: { parsed.tokens[$0].surface == "という" }) else { continue }
      for child in parsed.phrases.indices where child < noun && phraseParties[child].marker == .ga && phraseParties[child].isHead { add(child, as: .ga, path: .relative) }
    }
  }

  /// 「共同で運営する甲社と乙社」
  private mutating func addRelativeList(of governor: Int) {
    guard parsed.phrases[governor].predicate?.form == .adnominal, let head = parsed.phrases[governor].parent, phraseParties[head].isListed else { return }
    addHead(head)
  }

  /// 「甲社と乙社は、共同で運営する…を」: who does jointly what only a clause within tells.
  private mutating func addJointTopic(before noun: Int) {
    guard !arguments.contains(where: { isSubject($0.marker) }) else { return }
    let topics = parsed.phrases.indices.filter { $0 < noun && [.ha, .ga, .mo].contains(phraseParties[$0].marker) && phraseParties[$0].isHead && phraseParties[$0].isListed }
    guard topics.count > 1 else { return }
    for topic in topics { add(topic, as: phraseParties[topic].marker, path: .chained) }
  }

  private mutating func addSubject(of governor: Int, before limit: Int) -> Bool {
    for child in parsed.phrases.indices where phraseParties[child].parent == governor && child < limit {
      let parties = phraseParties[child]
      guard isSubject(parties.marker) || (parties.marker == .none && parsed.phrases[child].isPaused), parties.isHead,
        !parties.parties.isEmpty
      else { continue }
      let before = arguments.count
      add(child, as: parties.marker, path: .chained)
      // 甲社と乙社は…: the others of its list act as well.
      var last = child
      while phraseParties[last].isListed, last + 1 < limit, let next = (last + 1..<limit).first(where: { phraseParties[$0].isListed && phraseParties[$0].parent == governor }) {
        add(next, as: phraseParties[next].marker, path: .chained)
        last = next
      }
      return arguments.count > before
    }
    return false
  }
}
