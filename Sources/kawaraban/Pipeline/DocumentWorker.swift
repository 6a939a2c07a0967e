import Articles
import Catalog
import Extraction
import Facts
import Language
import Warehouse

/// What every worker of a run shares: catalogue, rules and dictionary, read once.
struct ExtractionKit: Sendable {
  let catalog: Catalog
  let rules: RuleSet
  let dictionary: MecabModel
  let selection: Selection

  func extractor() throws -> Extractor {
    try Extractor(catalog: catalog, rules: rules, dictionary: dictionary)
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
  /// Articles that the warehouse holds already, read by this extractor.
  var known = 0
  /// Articles that the warehouse holds already, read by another version of the extractor.
  var olderVersions = 0
  /// Whether articles were cut off because no more were asked for.
  var isCut = false

  /// Whether all that it holds was taken.
  var isWhole: Bool { rejects.isEmpty && unselected == 0 && !isCut }
}

/// Takes documents from their bytes to facts. Belongs to one worker: the extractor's lattice is not shared.
struct DocumentWorker {
  let reader: ArticleReader
  let extractor: Extractor
  let selection: Selection
  /// What the warehouse holds of articles already; `nil` where there is none to ask, or all are to be read again.
  var known: KnownArticles?
  /// Notes what is being read; `nil` where nobody asks after a crash.
  var notes: FlightNotes?

  /// `isAlone`: nothing else is being read, so that a crash would be theirs.
  func process(_ landings: [ArticleSource.Landing], isAlone: Bool = false) throws -> [ProcessedDocument] {
    let isKnown = try known(landings)
    let unread = zip(landings, isKnown).filter { !$1 }.map(\.0)
    var read = try (notes?.noting(unread, isAlone: isAlone) { try processed(unread) } ?? processed(unread)).makeIterator()
    return zip(landings, isKnown).compactMap { landing, isKnown in
      isKnown ? ProcessedDocument(uri: landing.uri, known: 1) : read.next()
    }
  }

  /// Which documents are articles that the warehouse holds, byte for byte: those need not even be read. Where only some
  /// articles are asked for, all are read, to see which.
  private func known(_ landings: [ArticleSource.Landing]) throws -> [Bool] {
    var isKnown = [Bool](repeating: false, count: landings.count)
    guard let known, selection.takesAll else { return isKnown }
    let documents = landings.indices.compactMap { place in landings[place].inFlight.map { (place, $0) } }
    let states = try known.lookUp(documents.map { ($1.sha256, $1.uri) })
    for ((place, _), state) in zip(documents, states) where state == .current { isKnown[place] = true }
    return isKnown
  }

  private func processed(_ landings: [ArticleSource.Landing]) throws -> [ProcessedDocument] {
    var documents = landings.map { ProcessedDocument(uri: $0.uri) }
    var selected: [(document: Int, article: Article)] = []
    for (place, landing) in landings.enumerated() {
      for result in read(landing) {
        switch result {
        case .reject(let reject):
          documents[place].rejects.append(reject)
        case .article(let article):
          if selection.contains(publishedOn: article.publishedOn, publisher: article.publisher) {
            selected.append((place, article))
          } else {
            documents[place].unselected += 1
          }
        }
      }
    }
    let known = try self.known?.lookUp(selected.map { ($0.article.sha256, $0.article.uri) })
    for (place, (document, article)) in selected.enumerated() {
      switch known?[place] {
      case .current: documents[document].known += 1
      case .older: documents[document].olderVersions += 1
      case nil: documents[document].articles.append(ExtractedArticle(article: article, facts: extractor.extract(article)))
      }
    }
    return documents
  }

  private func read(_ landing: ArticleSource.Landing) -> [ReadResult] {
    switch landing {
    case .reject(let reject): [.reject(reject)]
    case .document(let document): reader.read(document)
    }
  }
}

extension Reject {
  /// For a line of the log.
  var fields: KeyValuePairs<String, LogValue> {
    ["uri": .string(uri), "reason": .string(reason.rawValue), "detail": .string(detail)]
  }
}
