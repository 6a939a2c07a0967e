import Facts

/// How deals hang together: `part_of`, `covered_by`, `amends`, `succeeds`.
///
/// `甲 raises 60億ドル, 20億ドル of it from 乙` are a round and a part of it; `乙 has put 80億ドル into 甲 so far` covers the part;
/// `乙 adds 30億ドル` amends what came before; a Series B succeeds the Series A. Deals are compared along chains of
/// the same parties in the order of time, never all with all.
struct RelationFinder {
  private let tree: CompanyTree

  init(tree: CompanyTree) { self.tree = tree }

  private struct Place: Hashable {
    let article: Int
    let index: Int
  }

  struct Edge: Hashable {
    let from: Int
    let kind: DealRelation.Kind
    let to: Int
  }

  /// What deals of one chain have in common.
  enum ChainKind: Int, CaseIterable { case funding, dealings }

  /// Relations of each deal, by its place in `nodes`.
  func relations(_ nodes: [DealNode]) -> [[DealRelation]] {
    var edges: Set<Edge> = []
    stated(nodes, &edges)
    for kind in ChainKind.allCases {
      for chain in chains(nodes, of: kind) { edges.formUnion(self.edges(in: chain, nodes, of: kind)) }
    }
    var relations: [[DealRelation]] = Array(repeating: [], count: nodes.count)
    for edge in edges where edge.from != edge.to {
      relations[edge.from].append(DealRelation(kind: edge.kind, other: nodes[edge.to].deal.key))
    }
    return relations.map { $0.sorted { ($0.kind.rawValue, $0.other) < ($1.kind.rawValue, $1.other) } }
  }

  /// What an article itself says: this claim is a part of that one.
  private func stated(_ nodes: [DealNode], _ edges: inout Set<Edge>) {
    let tellers = Set(nodes.flatMap { $0.origins.filter { $0.partOf != nil }.map(\.article) })
    if tellers.isEmpty { return }
    var places: [Place: Int] = [:]
    for (place, node) in nodes.enumerated() {
      for origin in node.origins where tellers.contains(origin.article) {
        places[Place(article: origin.article, index: origin.index)] = place
      }
    }
    for (place, node) in nodes.enumerated() {
      for origin in node.origins {
        guard let index = origin.partOf, let whole = places[Place(article: origin.article, index: index)], whole != place
        else { continue }
        edges.insert(Edge(from: place, kind: .partOf, to: whole))
      }
    }
  }

  // MARK: chains

  /// What the chains of a kind that a deal is in are known by.
  func keys(of deal: Deal, _ kind: ChainKind) -> [String] {
    switch kind {
    case .funding: bought(deal)
    case .dealings: counterparties(deal)
    }
  }

  /// What the deals of one chain are to one another.
  func edges(in chain: [Int], _ nodes: [DealNode], of kind: ChainKind) -> Set<Edge> {
    let ordered = chain.sorted { (day(nodes[$0]), nodes[$0].deal.claims[0]) < (day(nodes[$1]), nodes[$1].deal.claims[0]) }
    var edges: Set<Edge> = []
    switch kind {
    case .funding: rounds(ordered, nodes, &edges)
    case .dealings: dealings(ordered, nodes, &edges)
    }
    return edges
  }

  /// Deals that share a key.
  private func chains(_ nodes: [DealNode], of kind: ChainKind) -> [[Int]] {
    var chains: [String: [Int]] = [:]
    for (place, node) in nodes.enumerated() {
      for key in keys(of: node.deal, kind) { chains[key, default: []].append(place) }
    }
    return chains.keys.sorted().compactMap { chains[$0] }.filter { $0.count > 1 }
  }

  private func day(_ node: DealNode) -> Int {
    let deal = node.deal
    if let day = (deal.announcedOn ?? deal.signedOn ?? deal.completedOn)?.dayNumber { return day }
    return node.origins.compactMap(\.published).min() ?? Int.max
  }

  private func bought(_ deal: Deal) -> [String] {
    guard deal.type == .equityInvestment else { return [] }
    return deal.parties.filter { $0.role == .investee }.map { EntityName.comparable($0.company) }
  }

  private func counterparties(_ deal: Deal) -> [String] {
    let houses = Set(deal.parties.map { tree.house(of: EntityName.comparable($0.company)) }).sorted()
    if houses.count == 1 { return deal.type == .publicOffering ? ["offering " + houses[0]] : [] }
    guard houses.count == 2 else { return [] }
    return [houses.joined(separator: " + ")]
  }

  // MARK: rules

  /// One company's funding: rounds succeed one another, an investor's part belongs to the round told with it.
  private func rounds(_ chain: [Int], _ nodes: [DealNode], _ edges: inout Set<Edge>) {
    let wholes = chain.filter { place in
      let deal = nodes[place].deal
      return deal.nature == .event && (deal.parties.count { $0.role == .investor } != 1 || deal.round != nil)
    }
    for (earlier, later) in zip(wholes, wholes.dropFirst()) {
      guard follows(nodes[later], nodes[earlier]) else { continue }
      edges.insert(Edge(from: later, kind: .succeeds, to: earlier))
    }
    for part in chain where nodes[part].deal.parties.count(where: { $0.role == .investor }) == 1 {
      guard let whole = wholes.first(where: { $0 != part && isPart(nodes[part], of: nodes[$0]) }) else { continue }
      edges.insert(Edge(from: part, kind: .partOf, to: whole))
    }
  }

  private func follows(_ later: DealNode, _ earlier: DealNode) -> Bool {
    if let one = earlier.deal.round.flatMap(RoundName.canonical), let two = later.deal.round.flatMap(RoundName.canonical), one != two {
      return RoundName.contradict(one, two)
    }
    guard let one = earlier.deal.announcedOn?.latest?.dayNumber, let two = later.deal.announcedOn?.dayNumber else { return false }
    return two - one > 60
  }

  /// Smaller, by an investor that the whole can have, told in one article or in the same round.
  private func isPart(_ part: DealNode, of whole: DealNode) -> Bool {
    guard let own = part.deal.amount, let all = whole.deal.amount, own.currency == all.currency,
      own.value < all.value, part.deal.nature == .event
    else { return false }
    let investors = Set(whole.deal.parties.filter { $0.role == .investor }.map { tree.house(of: $0.company) })
    let investing = part.deal.parties.filter { $0.role == .investor }.map { tree.house(of: $0.company) }
    guard investors.isEmpty || investing.allSatisfy(investors.contains) else { return false }
    if let one = part.deal.round.flatMap(RoundName.canonical), let two = whole.deal.round.flatMap(RoundName.canonical) {
      return one == two
    }
    if let one = part.deal.announcedOn, let two = whole.deal.announcedOn { return one.overlaps(two) }
    let articles = whole.articles
    return part.origins.contains { articles.contains($0.article) && !$0.isAddition }
  }

  /// Two companies' deals of kindred types in the order of time.
  private func dealings(_ chain: [Int], _ nodes: [DealNode], _ edges: inout Set<Edge>) {
    let sums = chain.filter { nodes[$0].deal.nature == .cumulative }
    for place in chain where nodes[place].deal.nature == .event {
      for sum in sums where covers(nodes[sum].deal, nodes[place].deal) {
        edges.insert(Edge(from: place, kind: .coveredBy, to: sum))
      }
    }
    for (earlier, later) in zip(chain, chain.dropFirst()) {
      let (old, new) = (nodes[earlier].deal, nodes[later].deal)
      guard TypeKinship.between(old.type, new.type) != .unrelated else { continue }
      if new.nature == .event, nodes[later].origins.contains(where: \.isAddition) {
        edges.insert(Edge(from: later, kind: .amends, to: earlier))
      } else if old.type == new.type, old.status == .terminated, new.status != .terminated {
        edges.insert(Edge(from: later, kind: .succeeds, to: earlier))
      }
    }
  }

  private func covers(_ sum: Deal, _ event: Deal) -> Bool {
    guard sum.type == event.type, let all = sum.amount, let own = event.amount, all.currency == own.currency,
      !(all.value < own.value), event.status.statusClass == .confirmed
    else { return false }
    if let start = sum.startsOn?.dayNumber, let day = event.announcedOn?.dayNumber, day < start { return false }
    return true
  }
}
