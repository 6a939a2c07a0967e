import Dispatch
public import Facts
import Synchronization

/// Many articles, one deal: what a set of articles tells, resolved.
///
/// Twelve articles in three languages tell that OpenAI buys compute from AWS for 38 billion dollars; the answer is one
/// `Deal` with twelve claims. The answer depends on the set alone: not on the order of the articles, nor on how they
/// were handed over.
public struct Resolver: Sendable {
  private let companies: CompanyTree
  private let rates: ExchangeRates

  public init(companies: CompanyTree, rates: ExchangeRates) {
    self.companies = companies
    self.rates = rates
  }

  public func resolve(_ articles: [ArticleFacts]) -> ResolvedFacts {
    let set = ArticleSet(articles)
    let duplicates = NearDuplicates(set.articles)
    var deals = told(clusters(of: set), set.articles, duplicates)
    relate(&deals)
    return ResolvedFacts(
      deals: deals.map(\.deal).sorted { $0.key < $1.key },
      metrics: MetricResolution().metrics(set.articles, duplicates: duplicates),
      modelFacts: ModelFactResolution().modelFacts(set.articles, duplicates: duplicates),
      representatives: duplicates.representatives(of: set.articles))
  }

  /// The claims of each deal, in canonical order. What comparing them takes is given back on return: it is most of the memory.
  private func clusters(of set: ArticleSet) -> [[ClaimRecord]] {
    let (records, assertions) = assertions(of: set)
    let proposal = Blocking().proposal(of: assertions)
    let scorer = PairScorer(busyBlocks: proposal.busyBlocks)
    var links: [Clustering.Link] = []
    for (left, right) in proposal.pairs {
      let assessment = scorer.assess(assertions[left], assertions[right])
      if assessment.isLink, assessment.veto == nil {
        links.append(Clustering.Link(left: left, right: right, score: assessment.score))
      }
    }
    return Clustering(scorer: scorer).clusters(of: assertions, links: links).map { cluster in
      cluster.flatMap { assertions[$0].claims }.sorted().map { records[$0] }
    }
  }

  private func assertions(of set: ArticleSet) -> (records: [ClaimRecord], assertions: [Assertion]) {
    var reader = ClaimReader(tree: companies, rates: rates)
    let claims = reader.records(of: set.articles)
    return (claims.records, Assertion.collapse(claims))
  }

  /// Each cluster as a deal; on all cores, since no deal looks at another.
  private func told(
    _ clusters: [[ClaimRecord]], _ articles: [ArticleFacts], _ duplicates: NearDuplicates
  ) -> [ResolvedDeal] {
    let maker = DealMaker(tree: companies, rates: rates)
    @Sendable func deal(_ cluster: [ClaimRecord]) -> ResolvedDeal {
      maker.deal(
        of: cluster.map { record in
          let representative = articles[duplicates.representative[record.article]].article.key
          return ToldClaim(articles[record.article], record.index, representative: representative)
        })
    }
    return onAllCores(clusters, deal)
  }

  /// Links the deals, and keeps out of sums what a linked deal already counts.
  private func relate(_ deals: inout [ResolvedDeal]) {
    let nodes = deals.map(\.node)
    let relations = RelationFinder(tree: companies).relations(nodes)
    var parts: [String: [Deal]] = [:]
    var amounts: [String: Money] = [:]
    for node in nodes { amounts[node.deal.key] = node.deal.amount }
    for (place, found) in relations.enumerated() {
      deals[place].node.deal.relations = found
      for relation in found where relation.kind == .partOf {
        parts[relation.other, default: []].append(nodes[place].deal)
        if amounts[relation.other] != nil { deals[place].node.deal.isAdditive = false }
      }
    }
    for place in nodes.indices {
      guard let own = parts[nodes[place].deal.key], let conflict = Referee().conflict(whole: nodes[place].deal, parts: own) else { continue }
      deals[place].node.deal.conflicts.append(conflict)
    }
  }
}

/// `transform` of every value, in their order, whichever core was first.
func onAllCores<Value: Sendable, Result: Sendable>(
  _ values: [Value], chunk size: Int = 128, _ transform: @Sendable (Value) -> Result
) -> [Result] {
  let chunks = (values.count + size - 1) / size
  if chunks < 2 { return values.map(transform) }
  let results = Mutex<[Int: [Result]]>([:])
  DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
    let own = values[(chunk * size)..<min(values.count, (chunk + 1) * size)].map(transform)
    results.withLock { $0[chunk] = own }
  }
  return results.withLock { found in (0..<chunks).flatMap { found[$0] ?? [] } }
}
