import Catalog
import Facts
import Language

/// Who made a model or chip, as an English sentence says it: `Anthropic’s Claude`, `OpenAI o3`, `Google released Gemini 3`,
/// `Kimi K2, an open model developed by Moonshot AI`.
struct EnglishMakerReader {
  let base: ModelFactReader

  func facts(in parsed: EnglishSentence, _ parties: EnglishParties) -> [ModelFact] {
    let document = base.document
    var facts: [ModelFact] = []
    var places: [(mention: Int, phrase: Int)] = []
    for phrase in parsed.phrases.indices { places += parsed.mentions(phrase).map { ($0.mention, phrase) } }
    for aside in parsed.asides { if case .mention(let mention) = aside.unit { places.append((mention, aside.phrase)) } }
    for (index, phrase) in places {
      let mention = document.mentions[index]
      guard mention.type == .model || mention.type == .chip else { continue }
      if let maker = maker(of: mention, phrase, parsed, parties) {
        let span = Span(min(maker.span.start, mention.span.start), max(maker.span.end, mention.span.end))
        facts.append(base.fact(mention, mention.type == .model ? .developedBy : .chipBy, maker.company, span))
      }
    }
    return facts
  }

  private func maker(of mention: Mention, _ phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> PartyReference? {
    let known = mention.maker ?? (mention.type == .model ? base.catalog.developer(ofModel: mention.id) : base.catalog.vendor(ofChip: mention.id))
    func suits(_ party: PartyReference) -> Bool {
      guard !party.isUnknown else { return false }
      guard let known else { return true }
      let catalog = base.catalog
      return party.company == known || catalog.ultimateParent(ofCompany: party.company) == catalog.ultimateParent(ofCompany: known)
    }
    // Anthropic’s Fable model, Nvidia’s advanced Blackwell chips
    if let owner = parties.owners(phrase).first(where: suits) { return owner }
    // OpenAI o3, Google DeepMind’s Gemini
    if known != nil, let modifier = parsed.mentions(phrase).filter({ base.document.mentions[$0.mention].span.end <= mention.span.start }).compactMap({ parties.reference($0.mention) }).last(where: { suits($0) && !$0.isDerived }) {
      return modifier
    }
    // its recently released Kimi K3: its owner stands somewhere before.
    if known != nil, let first = parsed.phrases[phrase].elements.first, parsed.elements[first].token.text == "its" {
      for index in (0..<phrase).reversed() {
        if let named = parsed.mentions(index).compactMap({ parties.reference($0.mention) }).last(where: { suits($0) && !$0.isDerived }) { return named }
      }
    }
    if let releaser = releaser(of: phrase, parsed, parties), suits(releaser) { return releaser }
    if known != nil, let maker = agent(behind: phrase, parsed, parties), suits(maker) { return maker }
    if known != nil, let named = named(before: phrase, parsed, parties), suits(named) { return named }
    // Genie 3, Google’s world model
    if known != nil, phrase + 2 < parsed.phrases.count, parsed.phrases[phrase + 1].kind == .comma, parsed.phrases[phrase + 2].kind == .nominal, parsed.phrases[phrase + 2].isPossessive,
      let owner = parties.heads(phrase + 2).first(where: suits)
    { return owner }
    return nil
  }

  /// The company named last before the model in its clause.
  private func named(before phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> PartyReference? {
    for index in (0..<phrase).reversed() {
      let before = parsed.phrases[index]
      // known as V4, such as Grok
      if before.kind == .breaker || (before.kind == .subordinator && before.lemma != "as") { return nil }
      if let party = parsed.mentions(index).compactMap({ parties.reference($0.mention) }).last(where: { !$0.isDerived }) { return party }
    }
    return nil
  }

  /// The subject of a verb of releasing whose object the model is: `launched a new model this week called Composer 2`.
  private func releaser(of phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> PartyReference? {
    var index = phrase - 1
    while index >= 0, phrase - index <= 5 {
      let before = parsed.phrases[index]
      switch before.kind {
      case .verbal:
        if base.rules.words["en_release"].contains(before.lemma), !before.isPassive { return parties.subject(of: index).first { !$0.isDerived || $0.isUnknown == false } }
        guard before.isParticiple || before.lemma == "call" else { return nil }
        index -= 1
      case .nominal:
        guard before.preposition == nil || before.isTemporal else { return nil }
        index -= 1
      case .comma, .conjunction: index -= 1
      case .relative, .subordinator, .breaker: return nil
      }
    }
    return nil
  }

  /// `developed by Moonshot AI` behind the model.
  private func agent(behind phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> PartyReference? {
    for index in (phrase + 1)..<max(phrase + 1, min(parsed.phrases.count, phrase + 6)) {
      let next = parsed.phrases[index]
      if next.kind == .breaker || next.kind == .subordinator { return nil }
      guard next.kind == .verbal, next.isPassive, base.rules.words["en_release"].contains(next.lemma), index + 1 < parsed.phrases.count,
        parsed.phrases[index + 1].preposition == "by"
      else { continue }
      return parties.parties(of: index + 1).first
    }
    return nil
  }
}
