import Catalog
import Facts
import Language

/// What an English article has been talking about: whom `the company`, `the two companies`, `the round` point to.
struct EnglishDiscourse {
  var topic: PartyReference?
  /// Sentences since the topic was named.
  var age = 0
  var pair: [PartyReference] = []
  /// The last companies told of together, for `the three companies`.
  var group: [PartyReference] = []
  /// Who raised the round told of last.
  var investee: PartyReference?

  mutating func startItem() { self = EnglishDiscourse() }

  mutating func sawTogether(_ parties: [PartyReference]) {
    var distinct: [PartyReference] = []
    for party in parties where !distinct.contains(where: { $0.company == party.company }) { distinct.append(party) }
    if distinct.count == 2 { pair = distinct }
    if distinct.count >= 2 { group = distinct }
  }
}

/// Says which companies a noun phrase means and who is the subject of a verb group.
///
/// `Yarrow, a startup backed by Acme and Bolt, raised …`: subject of `raised` and antecedent of `backed` are Yarrow.
struct EnglishParties {
  let catalog: Catalog
  let rules: RuleSet
  let lexicon: EnglishLexicon
  let parsed: EnglishSentence
  let document: LinkedDocument
  let discourse: EnglishDiscourse
  /// `led the round`: the round stands for who raised it.
  var readsRounds = false

  var phrases: [EnglishPhrase] { parsed.phrases }

  /// The companies that a list of noun phrases beginning at `start` means.
  func parties(of start: Int) -> [PartyReference] {
    var result: [PartyReference] = []
    for member in list(from: start) {
      for party in heads(member) where !result.contains(where: { $0.company == party.company }) { result.append(party) }
    }
    // companies like Acme and Bolt have partnered: examples, not each other’s partners.
    if start + 1 < phrases.count, phrases[start + 1].preposition == "like", lexicon.organisations.contains(parsed.headWord(start) ?? "") {
      for index in result.indices { result[index].isListedApart = true }
    }
    return result
  }

  /// Companies that head one noun phrase: `AI coding company Cursor`, not `Cursor’s chief` or `Nvidia chips`.
  func heads(_ phrase: Int) -> [PartyReference] {
    guard phrases[phrase].kind == .nominal else { return [] }
    let mentions = parsed.mentions(phrase)
    let last = phrases[phrase].elements.upperBound - 1
    if let (element, mention) = mentions.last {
      let trailing = ((element + 1)..<(last + 1)).filter { parsed.elements[$0].tag == .word }
      if trailing.allSatisfy({ isPartOfName(parsed.elements[$0]) }), let party = reference(mention) {
        // Microsoft/OpenAI, Nvidia-OpenAI: names side by side.
        let earlier = mentions.dropLast().filter { $0.element + 1 == element }.compactMap { reference($0.mention) }
        return earlier.filter { $0.company != party.company } + [party]
      }
      return maker(mention, trailing.map { parsed.elements[$0].token.text }, phrase)
    }
    if let made = makerOf(phrase) { return made }
    let parties = meant(phrase)
    guard parties.isEmpty, let span = EnglishUnknownNames(rules: rules, lexicon: lexicon, parsed: parsed, document: document).name(of: phrase) else { return parties }
    // The same name, linked where its surroundings were clearer.
    let spelled = document.folded.text(document.folded.folded(span))
    if let known = document.mentions.firstIndex(where: { $0.type == .company && document.folded.text($0.folded) == spelled }), let party = reference(known) {
      return [PartyReference(company: party.company, span: span, confidence: party.confidence, isDerived: false)]
    }
    return [
      PartyReference(
        company: "new:" + document.text.text(span), span: span, confidence: Confidence(thousandths: 600), isDerived: false, isUnknown: true)
    ]
  }

  /// `the ChatGPT maker`: whoever makes it.
  func maker(_ mention: Int, _ trailing: [String], _ phrase: Int) -> [PartyReference] {
    guard trailing.count == 1, let noun = trailing.first, rules.words["en_maker_noun"].contains(noun), let vendor = producer(of: mention) else { return [] }
    return derived([PartyReference(company: vendor, span: document.mentions[mention].span, confidence: document.mentions[mention].confidence, isDerived: true)], parsed.span(phrase))
  }

  /// `the maker of the Claude assistant`
  private func makerOf(_ phrase: Int) -> [PartyReference]? {
    guard let head = parsed.headWord(phrase), rules.words["en_maker_noun"].contains(head), phrase + 1 < phrases.count, phrases[phrase + 1].kind == .nominal, phrases[phrase + 1].preposition == "of",
      let mention = parsed.mentions(phrase + 1).first, let vendor = producer(of: mention.mention)
    else { return nil }
    return derived([PartyReference(company: vendor, span: document.mentions[mention.mention].span, confidence: document.mentions[mention.mention].confidence, isDerived: true)], parsed.span(phrase))
  }

  private func producer(of mention: Int) -> String? {
    let known = document.mentions[mention]
    switch known.type {
    case .product: return known.maker ?? catalog.vendor(ofProduct: known.id)
    case .model: return known.maker ?? catalog.developer(ofModel: known.id)
    case .company, .chip, .person: return nil
    }
  }

  /// `Inc.`, `Corp`, tickers, `AI`: still the company.
  private func isPartOfName(_ element: EnglishElement) -> Bool {
    ["inc", "corp", "corporation", "ltd", "llc", "co", "plc", "group", "technologies", "labs", "holdings", "itself", "executives", "officials"].contains(element.token.text)
  }

  /// Companies in a noun phrase that modify its head: `Nvidia chips`, `a Softbank-led round`.
  func modifiers(_ phrase: Int, before element: Int? = nil) -> [PartyReference] {
    parsed.mentions(phrase).filter { $0.element < element ?? phrases[phrase].elements.upperBound }.compactMap { reference($0.mention) }
  }

  /// Who owns what the phrase names: `Acme’s round`, `its round`.
  func owners(_ phrase: Int) -> [PartyReference] {
    if phrase > 0, phrases[phrase - 1].kind == .nominal, phrases[phrase - 1].isPossessive {
      var result = heads(phrase - 1)
      // Acme and Bolt’s deal.
      if phrase >= 3, phrases[phrase - 2].kind == .conjunction, phrases[phrase - 3].kind == .nominal, !phrases[phrase - 3].isPossessive {
        result = heads(phrase - 3) + result
      }
      return result
    }
    if phrase > 0, phrases[phrase - 1].kind == .relative, phrases[phrase - 1].lemma == "whose" { return antecedent(of: phrase - 1, depth: 0) }
    guard let first = phrases[phrase].elements.first, lexicon.owners.contains(parsed.elements[first].token.text) else { return [] }
    let owner = parsed.elements[first]
    if owner.token.text == "their" {
      // Acme and Bolt renewed their licence: those of this sentence before those of the last.
      let own = phrases[..<phrase].firstIndex { $0.isFinite }.map { self.subject(of: $0) } ?? []
      if own.count > 1 { return derived(own, owner.token.span) }
      return derived(discourse.pair.isEmpty ? [sentenceSubject(before: phrase)].compactMap { $0 } : discourse.pair, owner.token.span)
    }
    guard owner.token.text == "its" else { return [] }
    let possessor = (0..<phrase).last { phrases[$0].kind == .nominal && phrases[$0].isPossessive && !parsed.mentions($0).isEmpty }.flatMap { heads($0).first }
    let subject = sentenceSubject(before: phrase)
    // Drift, where he stayed until its sale: somebody's company is the one named last, not what the text is about.
    if subject == nil, possessor == nil, discourse.topic == nil || phrases[..<phrase].contains(where: { $0.kind == .nominal && ["he", "she"].contains(parsed.elements[$0.elements.lowerBound].token.text) }) {
      return derived([(0..<phrase).reversed().flatMap { heads($0) }.first].compactMap { $0 }, owner.token.span)
    }
    // Somebody joined Acme following its purchase of Bolt: a name that nobody listed is the last to own.
    let named = subject?.isUnknown == true ? (0..<phrase).reversed().flatMap { parsed.mentions($0) }.compactMap { reference($0.mention) }.first : nil
    return derived([named ?? subject ?? possessor ?? discourse.topic].compactMap { $0 }, owner.token.span)
  }

  /// The first company that heads a subject in front of a place in the sentence.
  func sentenceSubject(before phrase: Int) -> PartyReference? {
    // Acme shipped a model, and Bolt closed a round that values it: the last clause's subject.
    if let start = clauseOpening(before: phrase), let own = (start..<phrase).lazy.filter({ self.isSubjectPlace($0) }).compactMap({ self.heads($0).first }).first { return own }
    for index in 0..<phrase {
      if phrases[index].kind == .verbal, phrases[index].isFinite { break }
      guard phrases[index].kind == .nominal, phrases[index].preposition == nil, !phrases[index].isPossessive else { continue }
      if let party = heads(index).first { return party }
    }
    // Acme’s new money comes after it …
    if let first = phrases[..<phrase].firstIndex(where: { $0.kind == .nominal && !$0.isTemporal }), phrases[first].isPossessive, phrases[first].preposition == nil, !phrases[..<first].contains(where: { $0.kind == .verbal }) { return heads(first).first }
    return nil
  }

  /// According to Acme, it has sold half of its stock: who tells it of itself.
  private var teller: PartyReference? {
    guard phrases.count > 3, phrases[0].lemma == "according", phrases[1].kind == .nominal, phrases[1].preposition == "to" else { return nil }
    let named = heads(1)
    return named.count == 1 && phrases[2].kind == .comma ? named.first : nil
  }

  func isSubjectPlace(_ index: Int) -> Bool {
    phrases[index].kind == .nominal && phrases[index].preposition == nil && !phrases[index].isPossessive && !phrases[index].isTemporal
  }

  /// Where the last coordinated clause in front of a place begins, with a subject and a finite verb of its own.
  private func clauseOpening(before phrase: Int) -> Int? {
    func parts(_ index: Int) -> Bool {
      phrases[index].kind == .conjunction || (phrases[index].kind == .subordinator && ["while", "whereas", "as", "when", "after", "before", "because", "since"].contains(phrases[index].lemma))
    }
    for index in (0..<phrase).reversed() where parts(index) && index > 0 {
      let start = index + 1
      guard start < phrase, isSubjectPlace(start), phrases[..<index].contains(where: \.isFinite) else { continue }
      var verb = start + 1
      while verb < phrase, phrases[verb].kind == .nominal, phrases[verb].preposition != nil || phrases[verb].isTemporal { verb += 1 }
      if verb < phrase, phrases[verb].isFinite { return start }
    }
    return nil
  }

  /// `the company`, `it`, `the two companies`, `a startup` in apposition.
  private func meant(_ phrase: Int) -> [PartyReference] {
    let words = parsed.words(phrase)
    let span = parsed.span(phrase)
    if let counted = counted(span) { return counted }
    guard let head = words.last else { return [] }
    if ["it", "itself"].contains(head) { return derived([teller ?? sentenceSubject(before: phrase) ?? discourse.topic ?? named(before: phrase)].compactMap { $0 }, span) }
    if words.contains("the") || words.contains("both") || head == "they" || head == "both" {
      if head == "they" || head == "both" || (lexicon.pairNouns.contains(head) && (words.contains("two") || words.contains("both") || head.hasSuffix("s") || head == "pair" || head == "duo")) {
        // Three engineers founded Yarrow, and they have raised $3m: one company can be they.
        if head == "they", discourse.pair.isEmpty { return derived([sentenceSubject(before: phrase)].compactMap { $0 }, span) }
        return derived(discourse.pair, span)
      }
    }
    if words.first == "the", words.count > 1, let known = epithet(words.dropFirst().joined(separator: " ")) { return derived([known], span) }
    let isOrganisation = lexicon.organisations.contains(head) || head.hasSuffix("maker")
    if isOrganisation {
      if let named = appositive(phrase) { return named }
      // under the company’s valuation: its subject is meant, whoever is named since.
      if words.first == "the", phrases[phrase].isPossessive, let subject = sentenceSubject(before: phrase), !subject.isUnknown { return derived([subject], span) }
      if words.first == "the" || words.first == "this" { return derived([standing(for: phrase)].compactMap { $0 }, span) }
      if let subject = copulaSubject(of: phrase) { return subject }
      return []
    }
    if readsRounds, lexicon.roundNouns.contains(head) {
      let own = owners(phrase)
      if !own.isEmpty { return derived(own, span) }
      if words.first == "the" || words.first == "this" { return derived([discourse.investee].compactMap { $0 }, span) }
    }
    return []
  }

  /// `the search giant`: one house alone is called so, where the article names it.
  private func epithet(_ words: String) -> PartyReference? {
    guard let company = rules.epithets[words], let mention = document.mentions.first(where: { $0.type == .company && $0.id == company }) else { return nil }
    return PartyReference(company: company, span: mention.span, confidence: mention.confidence, isDerived: true)
  }

  /// The company of a sentence that names a single one, in whatever phrase.
  var onlyCompany: PartyReference? {
    let named = phrases.indices.flatMap { parsed.mentions($0) }.compactMap { reference($0.mention) }.filter { !$0.isDerived && !$0.isUnknown }
    guard let first = named.first, named.allSatisfy({ $0.company == first.company }) else { return nil }
    return first
  }

  /// The company named last before a place of the sentence.
  func named(before phrase: Int) -> PartyReference? {
    (0..<phrase).reversed().flatMap { parsed.mentions($0).reversed() }.compactMap { reference($0.mention) }.first
  }

  /// Whom `the company` means: the topic, unless the clause goes on to name it; then the nearest company before.
  private func standing(for phrase: Int) -> PartyReference? {
    let named = (phrase + 1..<phrases.count).flatMap { parsed.mentions($0) }.compactMap { reference($0.mention)?.company }
    if let topic = discourse.topic, !named.contains(topic.company) { return topic }
    // Acme will license its films to Bolt and invest in the company: not the one that acts.
    guard discourse.topic != nil else {
      let acting = sentenceSubject(before: phrase)?.company
      return acting == nil ? nil : (0..<phrase).reversed().flatMap { parsed.mentions($0).reversed() }.compactMap { reference($0.mention) }.first { $0.company != acting && !named.contains($0.company) }
    }
    return (0..<phrase).reversed().flatMap { parsed.mentions($0).reversed() }.compactMap { reference($0.mention) }.first { !named.contains($0.company) }
  }

  /// `Yarrow, a voice startup` → Yarrow.
  func appositive(_ phrase: Int) -> [PartyReference]? {
    guard phrase >= 2, phrases[phrase].preposition == nil, phrases[phrase - 1].kind == .comma else { return nil }
    var index = phrase - 2
    while index > 0, phrases[index].kind == .nominal, phrases[index].preposition == "of" { index -= 1 }
    guard phrases[index].kind == .nominal else { return nil }
    let named = heads(index).filter { !$0.isDerived }
    return named.isEmpty ? nil : derived(named, parsed.span(phrase))
  }

  /// `Yarrow is a startup` → Yarrow.
  private func copulaSubject(of phrase: Int) -> [PartyReference]? {
    guard phrase >= 1, phrases[phrase - 1].isCopula else { return nil }
    let named = subject(of: phrase - 1)
    return named.isEmpty ? nil : derived(named, parsed.span(phrase))
  }

  /// `the two companies`, `all three firms`: as many as were told of together.
  private func counted(_ span: Span) -> [PartyReference]? {
    let words = document.folded.text(document.folded.folded(span)).split(separator: " ").map(String.init)
    guard words.count >= 3, ["the", "all", "these"].contains(words[words.count - 3]), lexicon.pairNouns.contains(words[words.count - 1]),
      let count = ["two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4][words[words.count - 2]]
    else { return nil }
    let meant = count == 2 ? discourse.pair : discourse.group
    return meant.count == count ? derived(meant, span) : nil
  }

  private func derived(_ parties: [PartyReference], _ span: Span) -> [PartyReference] {
    parties.map { PartyReference(company: $0.company, span: span, confidence: Confidence(thousandths: $0.confidence.thousandths * 9 / 10), isDerived: true) }
  }

  func reference(_ index: Int) -> PartyReference? {
    let mention = document.mentions[index]
    switch mention.type {
    case .company:
      if isSource(index) { return nil }
      return PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: false)
    case .product:
      // Bun, which nobody owns: what is bought is the company of that name.
      guard let vendor = catalog.vendor(ofProduct: mention.id) else {
        guard mention.maker == nil else { return nil }
        return PartyReference(company: catalog.company(mention.id) == nil ? "new:" + mention.name : mention.id, span: mention.span, confidence: mention.confidence, isDerived: true, isProductName: true, isUnknown: true)
      }
      return PartyReference(company: vendor, span: mention.span, confidence: mention.confidence, isDerived: true)
    case .model, .chip, .person: return nil
    }
  }

  /// The subject of the sentence's first verb is a name that nobody knows: whoever was the topic is so no more.
  var opensWithUnknownName: Bool {
    guard let verbal = phrases.indices.first(where: { phrases[$0].isFinite }), let subject = phrases[..<verbal].firstIndex(where: { $0.kind == .nominal && $0.preposition == nil && !$0.isTemporal })
    else { return false }
    guard parsed.mentions(subject).isEmpty, let last = phrases[subject].elements.last else { return false }
    let head = parsed.elements[last]
    return head.tag == .word && head.token.isCapitalised && !lexicon.organisations.contains(head.token.text) && !lexicon.roundNouns.contains(head.token.text)
  }

  /// A publisher that reports or is told: `Bloomberg reported`, `told CNBC`, `according to the FT`.
  private func isSource(_ mention: Int) -> Bool {
    let company = document.mentions[mention].id
    guard rules.media.contains(company) || catalog.company(company)?.kind == "media" else { return false }
    guard let at = parsed.elements.firstIndex(where: { if case .mention(mention) = $0.unit { true } else { false } }) else { return true }
    let verbs: Set = ["report", "say", "write", "cite", "note", "reports", "reported", "reporting"]
    if at + 1 < parsed.elements.count, verbs.contains(parsed.elements[at + 1].lemma) { return true }
    for back in 1...3 where at >= back {
      let text = parsed.elements[at - back].token.text
      if ["told", "tell", "tells", "per", "according", "reported", "reports", "interview"].contains(text) { return true }
    }
    return false
  }

  // MARK: Lists

  /// The noun phrases of a list: `A, B and C`; their possessors are left out.
  func list(from start: Int) -> [Int] {
    var members = [start]
    // shares of A and B rose: behind of, the list goes on to the verb.
    let ofMany = start > 0 && phrases[start].preposition == "of" && (parsed.headWord(start - 1)?.hasSuffix("s") ?? false)
    let clause = (phrases[..<start].lastIndex { $0.kind == .breaker || $0.kind == .subordinator }).map { $0 + 1 } ?? 0
    // sources say Acme, Bolt and Core will merge: what is said opens with its subject.
    let isSaid = start > 0 && phrases[start - 1].isFinite && rules.words["en_saying"].contains(phrases[start - 1].lemma)
    let opensClause = (isSaid || !phrases[clause..<start].contains { $0.kind == .verbal }) && (phrases[start].preposition == nil || ofMany)
    var index = start + 1
    while index < phrases.count {
      var next = index
      if phrases[next].kind == .comma { next += 1 }
      if next < phrases.count, phrases[next].kind == .conjunction, ["and", "&", "or", "plus"].contains(phrases[next].lemma) { next += 1 }
      var member = next
      while member < phrases.count, phrases[member].kind == .nominal, phrases[member].isPossessive { member += 1 }
      guard member < phrases.count, phrases[member].kind == .nominal else { break }
      let includes = ["including", "like", "alongside"].contains(phrases[member].preposition ?? "") && phrases[next].preposition == phrases[member].preposition
      if next == index, !includes { break }
      guard phrases[next].preposition == nil || includes || (phrases[next].preposition == phrases[start].preposition && phrases[next].preposition != nil) else { break }
      if isLegalForm(member) {
        index = member + 1
        continue
      }
      if isApposition(member) { break }
      if !opensClause, member + 1 < phrases.count, phrases[member + 1].isFinite || (phrases[member + 1].isGerund && phrases[member + 1].preposition == nil) { break }
      members.append(member)
      index = member + 1
    }
    return members
  }

  /// `Acme, Inc.`: the form of the name before.
  private func isLegalForm(_ phrase: Int) -> Bool {
    parsed.mentions(phrase).isEmpty && parsed.words(phrase).first.map { ["inc", "ltd", "llc", "corp", "plc", "co", "limited"].contains($0) } ?? false
  }

  /// `, a Chinese company`: no further member.
  func isApposition(_ phrase: Int) -> Bool {
    let words = parsed.words(phrase)
    guard let first = words.first, ["a", "an", "the", "one"].contains(first), parsed.mentions(phrase).isEmpty || first != "the" else { return false }
    guard phrase > 0, phrases[phrase - 1].kind == .comma else { return false }
    return words.count > 1
  }
}
