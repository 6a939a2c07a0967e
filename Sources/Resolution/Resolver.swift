public import Facts

/// Many articles, one deal: what a set of articles tells, resolved.
///
/// Twelve articles in three languages tell that OpenAI buys compute from AWS for 38 billion dollars; the answer is one
/// `Deal` with twelve claims. The answer depends on the set alone: not on the order of the articles, nor on how they
/// were handed over, nor on how many cores work on it.
public struct Resolver: Sendable {
  let companies: CompanyTree
  let rates: ExchangeRates
  let cores: Cores

  public init(companies: CompanyTree, rates: ExchangeRates, cores: Cores = Cores()) {
    self.companies = companies
    self.rates = rates
    self.cores = cores
  }

  /// The answer for articles that are all in memory; `ResolutionRun` takes them a batch at a time.
  public func resolve(_ articles: [ArticleFacts]) -> ResolvedFacts {
    let articles = ArticleSet(articles).articles
    let duplicates = NearDuplicates(articles)
    let keys = articles.map(\.article.key)
    var reader = ClaimReader(tree: companies, rates: rates)
    let pipeline = DealPipeline(companies: companies, rates: rates, cores: cores)
    let deals = pipeline.deals(reader.records(of: articles)) { record in
      let article = Int(record.article)
      return ToldClaim(articles[article], Int(record.index), representative: keys[duplicates.representative[article]])
    }
    var metrics: [ToldMetric] = []
    var modelFacts: [ToldModelFact] = []
    for (place, facts) in articles.enumerated() {
      let representative = keys[duplicates.representative[place]]
      metrics += facts.metrics.indices.map { ToldMetric(facts, $0, representative: representative) }
      modelFacts += facts.modelFacts.indices.map { ToldModelFact(facts, $0, representative: representative) }
    }
    return ResolvedFacts(
      deals: deals, metrics: MetricResolution().metrics(metrics), modelFacts: ModelFactResolution().modelFacts(modelFacts),
      representatives: duplicates.representatives(of: keys))
  }
}
