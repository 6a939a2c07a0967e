import Articles
import Catalog
import Extraction
import Facts
import Language

/// What every worker of a run shares: catalogue, rules and dictionary, read once.
struct ExtractionKit: Sendable {
  let catalog: Catalog
  let rules: RuleSet
  let dictionary: MecabModel
  let selection: Selection

  func worker() throws -> DocumentWorker {
    DocumentWorker(
      reader: ArticleReader(), extractor: try Extractor(catalog: catalog, rules: rules, dictionary: dictionary),
      selection: selection)
  }
}

/// One article with its facts.
struct ExtractedArticle: Sendable {
  let article: Article
  let facts: ArticleFacts
}

/// What became of one document: its articles with their facts, and what was refused with its reason.
struct ProcessedDocument: Sendable {
  let uri: String
  var articles: [ExtractedArticle] = []
  var rejects: [Reject] = []
  /// Articles outside the period or of other publishers.
  var unselected = 0
}

/// Takes one document from its bytes to facts. Belongs to one worker: the extractor's lattice is not shared.
struct DocumentWorker {
  let reader: ArticleReader
  let extractor: Extractor
  let selection: Selection

  func process(_ landing: ArticleSource.Landing) -> ProcessedDocument {
    switch landing {
    case .reject(let reject):
      return ProcessedDocument(uri: reject.uri, rejects: [reject])
    case .document(let document):
      var processed = ProcessedDocument(uri: document.uri)
      for result in reader.read(document) {
        switch result {
        case .reject(let reject):
          processed.rejects.append(reject)
        case .article(let article):
          if selection.contains(publishedOn: article.publishedOn, publisher: article.publisher) {
            processed.articles.append(ExtractedArticle(article: article, facts: extractor.extract(article)))
          } else {
            processed.unselected += 1
          }
        }
      }
      return processed
    }
  }
}
