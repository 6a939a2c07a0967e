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
    var nodes = told(clusters(of: set), set.articles, duplicates)
    relate(&nodes)
    return ResolvedFacts(
      deals: nodes.map(\.deal).sorted { $0.key < $1.key },
      metrics: MetricResolution().metrics(set.articles, duplicates: duplicates),
      modelFacts: ModelFactResolution().modelFacts(set.articles, duplicates: duplicates),
      representatives: duplicates.representatives(of: set.articles))
  }

  /// The claims of each deal, in canonical order. What comparing them takes is given back on return: it is most of the memory.
  private func clusters(of set: ArticleSet) -> [[ClaimRecord]] {
    let (records, assertions) = assertions(of: set)
    let proposal = Blocking().proposal(of: assertions)
    let scorer = PairScorer(busyPairs: proposal.busyPairs)
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
  ) -> [RelationFinder.Node] {
    let sources = IndependentSources(articles: articles, duplicates: duplicates)
    let (tree, rates) = (companies, rates)
    let valuations = toldValuations(articles)
    @Sendable func node(_ cluster: [ClaimRecord]) -> RelationFinder.Node {
      let tellings = sources.tellings(of: cluster)
      let silent = Consensus(tree: tree, rates: rates)
      var consensus = silent
      for telling in tellings { consensus.add(telling) }
      var deal = consensus.deal()
      deal.conflicts.append(contentsOf: Referee().conflicts(tellings, valuations: valuations))
      deal.history = DealHistory().changes(tellings, from: silent, final: deal)
      return RelationFinder.Node(deal: deal, origins: tellings.map(RelationFinder.Origin.init))
    }
    let size = 128
    let chunks = (clusters.count + size - 1) / size
    if chunks < 2 { return clusters.map(node) }
    let results = Mutex<[Int: [RelationFinder.Node]]>([:])
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let own = clusters[(chunk * size)..<min(clusters.count, (chunk + 1) * size)].map(node)
      results.withLock { $0[chunk] = own }
    }
    return results.withLock { found in (0..<chunks).flatMap { found[$0] ?? [] } }
  }

  /// Links the deals, and keeps out of sums what a linked deal already counts.
  private func relate(_ nodes: inout [RelationFinder.Node]) {
    let relations = RelationFinder(tree: companies).relations(nodes)
    var parts: [String: [Deal]] = [:]
    var amounts: [String: Money] = [:]
    for node in nodes { amounts[node.deal.key] = node.deal.amount }
    for (place, found) in relations.enumerated() {
      nodes[place].deal.relations = found
      for relation in found where relation.kind == .partOf {
        parts[relation.other, default: []].append(nodes[place].deal)
        if amounts[relation.other] != nil { nodes[place].deal.isAdditive = false }
      }
    }
    for place in nodes.indices {
      guard let own = parts[nodes[place].deal.key], let conflict = Referee().conflict(whole: nodes[place].deal, parts: own) else { continue }
      nodes[place].deal.conflicts.append(conflict)
    }
  }

  /// Article → company → what the article says that the company is worth.
  private func toldValuations(_ articles: [ArticleFacts]) -> [Int: [String: [Money]]] {
    var told: [Int: [String: [Money]]] = [:]
    for (place, facts) in articles.enumerated() {
      for metric in facts.metrics where metric.measure == .valuation {
        let money = Money(value: metric.value, currency: metric.unit, qualifier: metric.qualifier ?? .exact)
        told[place, default: [:]][metric.subject, default: []].append(money)
      }
    }
    return told
  }
}
