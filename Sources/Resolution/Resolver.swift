public import Facts

/// Many articles, one deal: what a set of articles tells, resolved.
///
/// Twelve articles in three languages tell that OpenAI buys compute from AWS for 38 billion dollars; the answer is one
/// `Deal` with twelve claims. The answer depends on the set alone: not on the order of the articles, nor on how they
/// were handed over.
public struct Resolver: Sendable {
  private let companies: CompanyTree
  private let rates: ExchangeRates

  public init(companies: CompanyTree = CompanyTree(), rates: ExchangeRates = ExchangeRates()) {
    self.companies = companies
    self.rates = rates
  }

  public func resolve(_ articles: [ArticleFacts]) -> ResolvedFacts {
    let set = ArticleSet(articles)
    var reader = ClaimReader(tree: companies, rates: rates)
    let records = reader.records(of: set.articles)
    let scorer = PairScorer()
    var links: [Clustering.Link] = []
    for (left, right) in Blocking().pairs(of: records) {
      let assessment = scorer.assess(records[left], records[right])
      if assessment.isLink, assessment.veto == nil {
        links.append(Clustering.Link(left: left, right: right, score: assessment.score))
      }
    }
    let clusters = Clustering().clusters(of: records, links: links)
    var deals = clusters.map { cluster in
      let claims = cluster.map { ClaimReference(article: set.articles[records[$0].article].article.key, index: records[$0].index) }
      let key = SHA256.hexadecimal(claims.map { "\($0.article)#\($0.index)" }.joined(separator: "\n"))
      let first = set.articles[records[cluster[0]].article].deals[records[cluster[0]].index]
      return Deal(key: key, claims: claims, type: first.type, status: first.status, confidence: first.confidence)
    }
    deals.sort { $0.key < $1.key }
    return ResolvedFacts(deals: deals)
  }
}
