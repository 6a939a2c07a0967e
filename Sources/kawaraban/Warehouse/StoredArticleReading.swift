import Articles
import Extraction
import Facts
import PostgreSQL
import Warehouse

/// Reads an article of the warehouse again with today's readers and rules. Its identity (key, hash, address) stays what
/// it was: a new reader must not make two articles of one.
struct StoredArticleReader {
  let reader: ArticleReader
  let extractor: Extractor

  func process(_ stored: StoredArticle) -> ProcessedDocument {
    var processed = ProcessedDocument(uri: stored.uri)
    let document = RawDocument(
      uri: stored.uri, bytes: stored.bytes, hints: .init(name: stored.uri, address: stored.canonical))
    var refused: Reject?
    for result in reader.read(document) {
      switch result {
      case .reject(let reject): refused = refused ?? reject
      case .article(var article):
        guard processed.articles.isEmpty else { continue }
        article.uri = stored.uri
        article.canonical = stored.canonical
        article.sha256 = stored.sha256
        article.source = stored.bytes
        article.publishedOn = article.publishedOn ?? stored.publishedOn
        article.publishedFrom = article.publishedFrom ?? stored.publishedFrom
        article.modifiedOn = article.modifiedOn ?? stored.modifiedOn
        article.publisher = article.publisher ?? stored.publisher
        article.title = article.title ?? stored.title
        processed.articles.append(ExtractedArticle(article: article, facts: extractor.extract(article)))
      }
    }
    if processed.articles.isEmpty, let refused { processed.rejects.append(refused) }
    return processed
  }
}

/// The pages of a backfill's scope, one after the other, over a connection of their own.
struct StoredArticlePages {
  let session: WarehouseSession
  let scopes: [BackfillScope]
  /// Leaves out what this version has read already.
  let version: ExtractorVersion?
  let shard: Shard?
  let pageSize: Int
  private var scope = 0
  private var last: StoredArticle?

  init(session: WarehouseSession, scopes: [BackfillScope], notReadBy version: ExtractorVersion?, shard: Shard?, pageSize: Int = 32) {
    self.session = session
    self.scopes = scopes
    self.version = version
    self.shard = shard
    self.pageSize = pageSize
  }

  mutating func next() throws -> [StoredArticle]? {
    while scope < scopes.count {
      let page = try Backfill().page(scopes[scope], after: last, limit: pageSize, notReadBy: version, session.connection)
      guard let final = page.last else {
        scope += 1
        last = nil
        continue
      }
      last = final
      let wanted = page.filter { shard?.contains($0.id) ?? true }
      if !wanted.isEmpty { return wanted }
    }
    return nil
  }
}
