import Facts

/// A name that no alias spells, found by how the text introduces it.
struct Discovery {
  let type: EntityType
  /// Folded bytes of the name alone, without legal form, title or quotation marks.
  let span: Span
  let confidence: Int
  /// The pattern that found it: `…氏`, `株式会社…`, `startup …`.
  let reason: String
}

/// Runs the patterns for people, organizations and products over one text.
struct NameDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  /// What is linked already, in order.
  let linked: [Mention]

  func discoveries() -> [Discovery] {
    let taken = linked.map(\.folded)
    let companies = linked.filter { $0.type == .company && !$0.isSource }.map(\.folded)
    let people = PersonDiscovery(scene: scene, lexicon: lexicon, taken: taken).discoveries()
    let organizations = OrganizationDiscovery(scene: scene, lexicon: lexicon, taken: taken, companies: companies).discoveries()
    let products = ProductDiscovery(scene: scene, lexicon: lexicon, taken: taken, makers: companies).discoveries()
    let lists = ListDiscovery(scene: scene, lexicon: lexicon, linked: linked).discoveries().filter { !overlapsAny(taken, $0.span) }
    let trades = TradeNames(scene: scene, lexicon: lexicon, taken: taken).discoveries()
    let bodies = PublicBodies(scene: scene, taken: taken).discoveries()
    let unquoted = UnquotedProducts(scene: scene, lexicon: lexicon, taken: taken).discoveries()
    // The surest first, then the longest: what overlaps a surer one is dropped.
    let ordered = (people + organizations + products + lists + trades + bodies + unquoted).sorted {
      ($1.confidence, $1.span.count, $0.span.start) < ($0.confidence, $0.span.count, $1.span.start)
    }
    var kept: [Discovery] = []
    for discovery in ordered where !kept.contains(where: { $0.span.overlaps(discovery.span) }) { kept.append(discovery) }
    let spans = (taken + kept.map(\.span)).sorted()
    let persons = linked.filter { $0.type == .person }.map(\.folded) + kept.filter { $0.type == .person }.map(\.span)
    kept += PooledNames(scene: scene, lexicon: lexicon, taken: spans, people: persons).discoveries()
    return kept.sorted { $0.span < $1.span }
  }
}

/// Whether any of some ordered, disjoint spans overlaps a span.
func overlapsAny(_ spans: [Span], _ span: Span) -> Bool {
  var low = 0
  var high = spans.count
  while low < high {
    let middle = (low + high) / 2
    if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
  }
  return low < spans.count && spans[low].start < span.end
}
