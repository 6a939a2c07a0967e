public import Facts
public import Language

/// Finds the companies, models, chips, products and people that a text names, and says why.
///
/// Aliases first, the certain ones before those that need context; then versions of known model families; then names that no
/// row holds; last the other places of what was found, short forms and abbreviations included.
public struct EntityLinker: Sendable {
  private let catalog: Catalog
  private let matcher: NameMatcher

  public init(_ catalog: Catalog) {
    self.catalog = catalog
    self.matcher = NameMatcher(trie: catalog.trie, aliases: catalog.aliases)
  }

  public func link(_ text: FoldedText, blocks: [Block], language: ArticleLanguage) -> LinkedText {
    let symbols = MatchingText(text.bytes, 0..<text.bytes.count, hanzi: catalog.hanzi)
    let scene = LinkingScene(
      text: text, symbols: symbols, tokens: NameTokens(text), language: language,
      candidates: matcher.candidates(symbols), words: catalog.lexicon.words)
    var linked = linkKnown(scene)
    discover(in: scene, &linked)
    linked.mentions.sort { $0.folded < $1.folded }
    linked.refused.sort { $0.span < $1.span }
    return linked
  }

  /// How many runs of a text spell an alias, before any decision: the matcher alone, for measuring it.
  public func candidateCount(_ text: FoldedText) -> Int {
    matcher.candidates(MatchingText(text.bytes, 0..<text.bytes.count, hanzi: catalog.hanzi)).count
  }

  // MARK: known names

  /// Links what aliases spell, certain names first, so that they can speak for the ambiguous.
  private func linkKnown(_ scene: LinkingScene) -> LinkedText {
    var certain: Set<Int32> = []
    var outcomes: [AliasDecision.Outcome?] = Array(repeating: nil, count: scene.candidates.count)
    let assistants = AssistantOrModel(catalog: catalog, scene: scene)
    for pass in 0..<3 {
      let decision = AliasDecision(
        catalog: catalog, scene: scene, certain: certain, related: related(to: certain),
        companySpans: companySpans(scene, outcomes), assistants: assistants)
      for (position, candidate) in scene.candidates.enumerated() {
        let flags = candidate.values.map { catalog.aliases[Int(catalog.trie.values[$0])].flag }
        if pass == 0, !flags.contains(.none) { continue }
        if pass == 1, !flags.contains(.likely) && !flags.contains(.none) { continue }
        outcomes[position] = decision.decide(candidate)
      }
      for case .link(let entity, _, _)? in outcomes { certain.insert(entity) }
    }
    var linked = LinkedText(mentions: [])
    var after = 0
    for (candidate, outcome) in zip(scene.candidates, outcomes) where candidate.symbols.lowerBound >= after {
      switch outcome {
      case .link(let entity, let confidence, let reason):
        guard let mention = versioned(entity, candidate.symbols, confidence, reason, scene) else { continue }
        if let (maker, made) = makerAndMade(entity, candidate.symbols.lowerBound..<mention.end, mention.mention, scene) {
          linked.mentions += [maker, made]
        } else {
          linked.mentions.append(mention.mention)
        }
        after = mention.end
      case .refuse(let entity, let reason):
        let span = scene.text.original(scene.folded(candidate.symbols))
        linked.refused.append(
          RefusedMention(
            type: catalog.index.types[Int(entity)], id: catalog.index.ids[Int(entity)], span: span, reason: reason))
      case .nothing, nil: break
      }
    }
    return linked
  }

  /// `Nvidia GB300`, `OpenAI o1` name the maker and its chip or model, where each goes by its own name too.
  private func makerAndMade(_ entity: Int32, _ range: Range<Int>, _ whole: Mention, _ scene: LinkingScene) -> (Mention, Mention)? {
    guard whole.type == .chip || whole.type == .model, !whole.isDiscovered, let maker = whole.maker else { return nil }
    let symbols = scene.symbols
    let versions = ModelVersions(catalog: catalog, scene: scene)
    guard let space = range.dropFirst().first(where: { symbols.separators[$0] == .space }),
      let company = versions.known(Array(symbols.symbols[range.lowerBound..<space]), .company), catalog.index.ids[Int(company)] == maker,
      let made = versions.known(Array(symbols.symbols[space..<range.upperBound]), whole.type), catalog.index.ids[Int(made)] == whole.id
    else { return nil }
    var own = whole
    own.folded = scene.folded(space..<range.upperBound)
    own.span = scene.text.original(own.folded)
    return (mention(company, range.lowerBound..<space, whole.confidence, "maker before its \(whole.type.rawValue)", scene), own)
  }

  /// The mention of an entity, with the version that follows a model's name or the number of a chip series; `nil` where a
  /// number is glued to the name that is no version.
  private func versioned(
    _ entity: Int32, _ range: Range<Int>, _ confidence: Confidence, _ reason: String, _ scene: LinkingScene
  ) -> (mention: Mention, end: Int)? {
    let id = catalog.index.ids[Int(entity)]
    let type = catalog.index.types[Int(entity)]
    if type == .product || type == .chip, let chip = ChipSeries(scene: scene).match(at: range.lowerBound), chip.symbols.count > range.count {
      var found = mention(entity, chip.symbols, confidence, "chip series", scene)
      found.type = .chip
      found.name = scene.text.originalText(found.span)
      found.id = "new:" + found.name
      found.isDiscovered = true
      found.maker = chip.maker
      return (found, chip.symbols.upperBound)
    }
    if type == .model, let model = catalog.model(id) {
      let versions = ModelVersions(catalog: catalog, scene: scene)
      let hasVersion = scene.symbols.symbols[range].contains { Symbol.isDigit($0) }
      if let end = versions.end(from: range.upperBound, hasVersion: hasVersion) {
        let extended = range.lowerBound..<end
        let version = Array(scene.symbols.symbols[range.upperBound..<end])
        let fullName = MatchingText(folding: model.name, hanzi: catalog.hanzi).symbols
        if let known = versions.known(Array(scene.symbols.symbols[extended])) ?? versions.known(fullName + version) {
          return (mention(known, extended, confidence, reason + " + version", scene), end)
        }
        var found = mention(entity, extended, Confidence(thousandths: min(900, confidence.thousandths)), "family \(id) + version", scene)
        found.name = scene.text.originalText(found.span)
        found.id = "new:" + found.name
        found.isDiscovered = true
        found.family = catalog.family(ofModel: model) ?? id
        return (found, end)
      }
    }
    let symbols = scene.symbols
    let end = range.upperBound
    if end < symbols.count, symbols.separators[end] == .none, Symbol.isDigit(symbols.symbols[end]), Symbol.isLatin(symbols.symbols[end - 1]) { return nil }
    return (mention(entity, range, confidence, reason, scene), range.upperBound)
  }

  private func mention(
    _ entity: Int32, _ range: Range<Int>, _ confidence: Confidence, _ reason: String, _ scene: LinkingScene
  ) -> Mention {
    let type = catalog.index.types[Int(entity)]
    let id = catalog.index.ids[Int(entity)]
    let folded = scene.folded(range)
    return Mention(
      type: type, id: id, name: catalog.name(type, id, in: scene.language) ?? id, span: scene.text.original(folded),
      folded: folded, confidence: confidence, reason: reason, maker: catalog.maker(type, id),
      isSource: type == .company && catalog.company(id)?.kind == "media" && !MediaRole(scene: scene).isParty(folded))
  }

  private func related(to entities: Set<Int32>) -> Set<String> {
    var companies: Set<String> = []
    for entity in entities {
      let type = catalog.index.types[Int(entity)]
      let id = catalog.index.ids[Int(entity)]
      var company = type == .company ? id : type == .person ? catalog.person(id)?.companyID : catalog.maker(type, id)
      while let current = company, companies.insert(current).inserted { company = catalog.parent(ofCompany: current) }
    }
    return companies
  }

  private func companySpans(_ scene: LinkingScene, _ outcomes: [AliasDecision.Outcome?]) -> [Span] {
    zip(scene.candidates, outcomes).compactMap { candidate, outcome in
      guard case .link(let entity, _, _)? = outcome, catalog.index.types[Int(entity)] == .company else { return nil }
      return scene.folded(candidate.symbols)
    }
  }

  // MARK: new names

  private func discover(in scene: LinkingScene, _ linked: inout LinkedText) {
    let registered = RegisteredNames(scene: scene, lexicon: catalog.lexicon)
    for (position, mention) in linked.mentions.enumerated() {
      guard let whole = registered.whole(mention) else { continue }
      linked.mentions[position].folded = whole
      linked.mentions[position].span = scene.text.original(whole)
      linked.mentions[position].reason = "registered name of \(mention.name)"
    }
    extendHouseNames(in: scene, &linked)
    let found = NameDiscovery(scene: scene, lexicon: catalog.lexicon, linked: linked.mentions).discoveries()
    let replaced = found.map(\.span)
    linked.mentions.removeAll { overlapsAny(replaced, $0.folded) }
    let people = PersonNames(linked.mentions.filter { $0.type == .person }, catalog)
    var fresh: [Mention] = []
    var byName: [String: Int] = [:]
    for discovery in found {
      let span = scene.text.original(discovery.span)
      let surface = scene.text.originalText(span)
      if discovery.type == .person, let known = people.holder(of: scene.text.text(discovery.span)) {
        var again = known
        again.span = span
        again.folded = discovery.span
        again.confidence = Confidence(thousandths: min(900, known.confidence.thousandths))
        again.reason = "short for \(known.name)"
        linked.mentions.append(again)
        continue
      }
      let name = scene.text.text(discovery.span)
      if let first = byName[name], fresh[first].confidence.thousandths >= discovery.confidence { continue }
      let mention = Mention(
        type: discovery.type, id: "new:" + surface, name: surface, span: span, folded: discovery.span, isDiscovered: true,
        confidence: Confidence(thousandths: discovery.confidence), reason: discovery.reason)
      if let first = byName[name] { fresh[first] = mention } else {
        byName[name] = fresh.count
        fresh.append(mention)
      }
    }
    fresh = mergeShortForms(fresh)
    linked.mentions += OtherPlaces(scene: scene, lexicon: catalog.lexicon).spread(fresh, over: linked.mentions)
  }

  private func extendHouseNames(in scene: LinkingScene, _ linked: inout LinkedText) {
    let houses = HouseNames(scene: scene, catalog: catalog)
    linked.mentions = linked.mentions.map { mention in
      guard let longer = houses.longer(mention) else { return mention }
      let span = scene.text.original(longer)
      let name = scene.text.originalText(span)
      return Mention(
        type: .company, id: "new:" + name, name: name, span: span, folded: longer, isDiscovered: true,
        confidence: Confidence(thousandths: 780), reason: "house name \(mention.name) …")
    }
  }

  /// `Bell` after `Alice Bell`: one person.
  private func mergeShortForms(_ fresh: [Mention]) -> [Mention] {
    let full = PersonNames(fresh.filter { $0.type == .person }, catalog)
    return fresh.map { mention in
      guard mention.type == .person, let holder = full.holder(of: FoldedText.fold(mention.name)), holder.id != mention.id else { return mention }
      var merged = mention
      merged.id = holder.id
      merged.name = holder.name
      merged.reason = "short for \(holder.name)"
      return merged
    }
  }
}
