import Facts

/// What a run has read so far.
struct ReadingTally: Equatable, Sendable {
  var documents = 0
  var articles = 0
  var unselected = 0
  var rejects = 0
  var deals = 0
  var metrics = 0
  var modelFacts = 0

  mutating func add(_ document: ProcessedDocument) {
    documents += 1
    articles += document.articles.count
    unselected += document.unselected
    rejects += document.rejects.count
    for extracted in document.articles { count(extracted.facts) }
  }

  mutating func add(_ facts: ArticleFacts) {
    articles += 1
    count(facts)
  }

  private mutating func count(_ facts: ArticleFacts) {
    deals += facts.deals.count
    metrics += facts.metrics.count
    modelFacts += facts.modelFacts.count
  }
}
