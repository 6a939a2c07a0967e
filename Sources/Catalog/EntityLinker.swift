public import Facts
public import Language

/// Finds the companies, models, chips, products and people that a text names, and says why.
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
      candidates: matcher.candidates(symbols))
    var linked = linkKnown(scene)
    linked.mentions.sort { $0.folded < $1.folded }
    linked.refused.sort { $0.span < $1.span }
    return linked
  }

  /// Links what aliases spell, certain names first, so that they can speak for the ambiguous.
  private func linkKnown(_ scene: LinkingScene) -> LinkedText {
    var certain: Set<Int32> = []
    var outcomes: [AliasDecision.Outcome?] = Array(repeating: nil, count: scene.candidates.count)
    for pass in 0..<3 {
      let decision = AliasDecision(
        catalog: catalog, scene: scene, certain: certain, related: related(to: certain),
        companySpans: companySpans(scene, outcomes))
      for (position, candidate) in scene.candidates.enumerated() {
        let flags = candidate.values.map { catalog.aliases[Int(catalog.trie.values[$0])].flag }
        if pass == 0, !flags.contains(.none) { continue }
        if pass == 1, !flags.contains(.likely) && !flags.contains(.none) { continue }
        let outcome = decision.decide(candidate)
        outcomes[position] = outcome
      }
      for case .link(let entity, _, _)? in outcomes { certain.insert(entity) }
    }
    var linked = LinkedText(mentions: [])
    for (candidate, outcome) in zip(scene.candidates, outcomes) {
      let folded = scene.folded(candidate.symbols)
      let span = scene.text.original(folded)
      switch outcome {
      case .link(let entity, let confidence, let reason):
        linked.mentions.append(mention(entity, span, folded, confidence, reason, scene.language))
      case .refuse(let entity, let reason):
        linked.refused.append(
          RefusedMention(
            type: catalog.index.types[Int(entity)], id: catalog.index.ids[Int(entity)], span: span, reason: reason))
      case nil: break
      }
    }
    return linked
  }

  private func mention(
    _ entity: Int32, _ span: Span, _ folded: Span, _ confidence: Confidence, _ reason: String, _ language: ArticleLanguage
  ) -> Mention {
    let type = catalog.index.types[Int(entity)]
    let id = catalog.index.ids[Int(entity)]
    return Mention(
      type: type, id: id, name: catalog.name(type, id, in: language) ?? id, span: span, folded: folded,
      confidence: confidence, reason: reason, maker: catalog.maker(type, id))
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
}
