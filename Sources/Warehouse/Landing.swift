internal import Foundation
public import Facts
public import PostgreSQL

/// One article on its way into `raw`: its facts, and its text and bytes so that a backfill can read it again.
public struct LandedArticle: Sendable {
  public var facts: ArticleFacts
  /// The text that offsets count in; `nil` where facts were loaded without it.
  public var text: String?
  public var source: [UInt8]?
  public var publishedFrom: String?
  public var charset: String?
  public var reader: String?

  public init(article: Article, facts: ArticleFacts) {
    self.facts = facts
    self.text = article.text
    self.source = article.source
    self.publishedFrom = article.publishedFrom
    self.charset = article.charset
    self.reader = article.reader
  }

  /// Facts made elsewhere; their text, where the line has one.
  public init(facts: ArticleFacts) {
    self.facts = facts
    self.text = facts.article.text
  }
}

/// Lands batches of articles in `raw`, each in one transaction.
///
/// Shards may land side by side: what is current among several revisions, and which address of equal bytes is kept,
/// follows from the rows alone, never from the order in which they came.
public struct Landing: Sendable {
  public enum Replacement: Sendable {
    /// Facts of another extractor version stay as they are; a backfill replaces them.
    case keepOlderVersions
    /// `backfill`, `--full-refresh`.
    case replace
  }

  public enum Known: String, Sendable { case current, older }

  public struct Outcome: Sendable, Equatable {
    /// `nil` where nothing was offered.
    public var batch: Int64?
    public var articles = 0
    /// Articles that changed a row of `raw`.
    public var changed = 0
    public var rejected: [Rejected] = []
  }

  public struct Rejected: Sendable, Equatable {
    public let uri: String
    public let reason: String
  }

  private let files: SQLFiles
  private let run: Run

  public init(run: Run, files: SQLFiles = .embedded()) {
    self.run = run
    self.files = files
  }

  /// The number of an extractor version in `raw.extractor`.
  static func register(_ extractor: ExtractorVersion, _ connection: borrowing Connection) throws -> Int {
    let parameters: [Parameter] = [
      .text(extractor.version), .text(extractor.catalog), .text(extractor.rules), .text(extractor.dictionary ?? ""),
    ]
    try connection.execute(
      "insert into raw.extractor (version, catalog, rules, dictionary) values ($1, $2, $3, $4) on conflict do nothing",
      parameters)
    let row = try connection.query(
      "select extractor_id from raw.extractor where (version, catalog, rules, dictionary) = ($1, $2, $3, $4)", parameters)
    return Int(try row.integer(0, 0))
  }

  /// For each pair of hash and address what `raw` holds already, so that a second run reads no article again.
  public func known(
    _ articles: [(sha256: String, uri: String)], extractor: ExtractorVersion, _ connection: borrowing Connection
  ) throws -> [Known?] {
    guard !articles.isEmpty else { return [] }
    let number = try Landing.register(extractor, connection)
    let rows = try connection.query(
      files.text("landing/known.sql"),
      [.texts(articles.map(\.sha256)), .texts(articles.map(\.uri)), .integer(number)])
    return (0..<rows.rowCount).map { rows.optionalText($0, 0).flatMap(Known.init) }
  }

  /// Lands a batch. One that the server refuses for its data is split until the culprits stand alone; those are
  /// rejected, the others land.
  public func land(
    _ batch: [LandedArticle], _ connection: borrowing Connection, replacement: Replacement = .keepOlderVersions
  ) throws -> Outcome {
    guard !batch.isEmpty else { return Outcome() }
    do {
      return try landWhole(batch, replacement, connection)
    } catch let error as PostgreSQLError where error.kind == .statement && !error.isTransient && error.isAboutData {
      if batch.count == 1 {
        let facts = batch[0].facts.article
        try Rejects(run: run).add(
          uri: facts.uri, sha256: facts.sha256, stage: .land, reason: "refused by the database", detail: error.description,
          bytes: batch[0].source ?? [], connection)
        return Outcome(rejected: [Rejected(uri: facts.uri, reason: error.message)])
      }
      var outcome = try land(Array(batch[..<(batch.count / 2)]), connection, replacement: replacement)
      let second = try land(Array(batch[(batch.count / 2)...]), connection, replacement: replacement)
      outcome.batch = second.batch ?? outcome.batch
      outcome.articles += second.articles
      outcome.changed += second.changed
      outcome.rejected += second.rejected
      return outcome
    }
  }

  /// What became of a batch at whose COMMIT the connection broke, as the ledger has it; `nil` where it did not happen.
  /// - Parameter known: the last batch of the run that is known to have landed.
  public func outcome(of batch: [LandedArticle], after known: Int64?, _ connection: borrowing Connection) throws -> Outcome? {
    let rows = try connection.query(
      "select batch_id, articles, changed from ops.batch where run_id = $1 and batch_id > $2 order by batch_id",
      [.integer(run.id), .integer(known ?? 0)])
    // A batch that was split has several rows, of which the last are missing: landing it again is harmless.
    guard rows.rowCount == 1, try rows.integer(0, 1) == batch.count else { return nil }
    return Outcome(batch: try rows.integer(0, 0), articles: batch.count, changed: Int(try rows.integer(0, 2)))
  }

  private func landWhole(
    _ batch: [LandedArticle], _ replacement: Replacement, _ connection: borrowing Connection
  ) throws -> Outcome {
    var numbers: [ExtractorVersion: Int] = [:]
    for article in batch where numbers[article.facts.extractor] == nil {
      numbers[article.facts.extractor] = try Landing.register(article.facts.extractor, connection)
    }
    try connection.run(script: files.text("landing/table.sql"))
    let merge = try files.text("landing/merge.sql")
    return try connection.transaction { connection in
      // Inside a larger transaction the rows of the batch before are still there.
      try connection.execute("truncate landing")
      try copy(batch, numbers, connection)
      let row = try connection.query(
        "insert into ops.batch (run_id, articles, changed) values ($1, $2, 0) returning batch_id",
        [.integer(run.id), .integer(batch.count)])
      let id = try row.integer(0, 0)
      let changed = try connection.execute(merge, [.integer(id), .bool(replacement == .replace)])
      try connection.execute("update ops.batch set changed = $2 where batch_id = $1", [.integer(id), .integer(changed)])
      return Outcome(batch: id, articles: batch.count, changed: changed)
    }
  }

  private func copy(_ batch: [LandedArticle], _ numbers: [ExtractorVersion: Int], _ connection: borrowing Connection) throws {
    let columns = [
      "article_id", "sha256", "uri", "canonical", "title", "language", "published_on", "published_from", "modified_on",
      "publisher", "charset", "reader", "content", "source", "is_source_content", "extractor_id", "facts",
    ]
    let lines = FactsLines()
    let sql = "copy landing (\(columns.joined(separator: ", "))) from stdin (format binary)"
    try connection.copyIn(sql, columns: columns.count) { rows in
      for landed in batch {
        let article = landed.facts.article
        var stored = landed.facts
        stored.article.text = nil
        let line = try lines.line(stored)
        let isSourceContent = landed.source.map { source in landed.text.map { Array($0.utf8) == source } ?? false } ?? false
        try rows.begin()
        rows.text(article.key.withoutZeros)
        rows.text(article.sha256)
        rows.text(article.uri.withoutZeros)
        rows.text(article.canonical?.withoutZeros)
        rows.text(article.title?.withoutZeros)
        rows.text(article.language.rawValue)
        rows.text(article.publishedOn?.description)
        rows.text(landed.publishedFrom)
        rows.text(article.modifiedOn?.description)
        rows.text(article.publisher?.withoutZeros)
        rows.text(landed.charset)
        rows.text(landed.reader)
        rows.text(landed.text?.withoutZeros)
        rows.bytes(isSourceContent ? nil : landed.source)
        rows.bool(isSourceContent)
        rows.int32(numbers[landed.facts.extractor])
        rows.text(String(decoding: line.dropLast(), as: UTF8.self))
      }
    }
  }
}

extension PostgreSQLError {
  /// The rows are at fault, not the server or the schema.
  var isAboutData: Bool {
    switch state?.stateClass {
    case .dataException, .integrityConstraintViolation, .programLimitExceeded: true
    default: false
    }
  }
}

extension String {
  /// PostgreSQL's text holds every character but U+0000; it becomes U+FFFD, so that offsets stay.
  var withoutZeros: String {
    guard utf8.contains(0) else { return self }
    var text = ""
    for scalar in unicodeScalars { text.unicodeScalars.append(scalar.value == 0 ? "\u{FFFD}" : scalar) }
    return text
  }
}
