public import Facts
public import PostgreSQL

/// Which landed articles a backfill reads again: by day of publication, by time of landing, by publisher.
public struct BackfillScope: Sendable, Equatable {
  public var publishedFrom: PartialDate?
  public var publishedTo: PartialDate?
  /// Only articles without a date of publication.
  public var isUndated = false
  /// ISO 8601 times.
  public var landedFrom: String?
  public var landedTo: String?
  public var source: String?

  public init(
    publishedFrom: PartialDate? = nil, publishedTo: PartialDate? = nil, isUndated: Bool = false, landedFrom: String? = nil,
    landedTo: String? = nil, source: String? = nil
  ) {
    self.publishedFrom = publishedFrom
    self.publishedTo = publishedTo
    self.isUndated = isUndated
    self.landedFrom = landedFrom
    self.landedTo = landedTo
    self.source = source
  }
}

/// An article as `raw` holds it, to be read again.
public struct StoredArticle: Sendable, Equatable {
  public let id: String
  public let uri: String
  public let canonical: String?
  public let title: String?
  public let language: String
  public let publishedOn: PartialDate?
  public let publishedFrom: String?
  public let modifiedOn: PartialDate?
  public let publisher: String?
  public let sha256: String
  public let charset: String?
  public let reader: String?
  /// The landed bytes.
  public let bytes: [UInt8]
}

/// One extractor version and month of publication whose articles were last read by that version.
public struct BackfillGap: Sendable, Equatable {
  /// `2025-11`, `undated`.
  public let month: String
  public let extractor: ExtractorVersion
  public let articles: Int
  /// Loaded without text: no backfill can close this part.
  public let notReExtractable: Int
}

/// Reads landed articles back for a new extraction, and keeps the ledger of what has been covered.
///
/// The facts of a page are landed again with `Landing.land(…, replacement: .replace)`; the ledger row is written last.
public struct Backfill: Sendable {
  private let files: SQLFiles

  public init(files: SQLFiles = .embedded()) {
    self.files = files
  }

  /// The next articles of a scope after one already read, in the order of their keys. `extractor` leaves out the articles
  /// that this version has read: a backfill that was killed goes on where it stopped.
  public func page(
    _ scope: BackfillScope, after last: StoredArticle?, limit: Int, notReadBy extractor: ExtractorVersion?,
    _ connection: borrowing Connection
  ) throws -> [StoredArticle] {
    var number: Parameter = .null
    if let extractor { number = .integer(try Landing.register(extractor, connection)) }
    let rows = try connection.query(
      files.text("backfill/articles.sql"),
      [
        .text(scope.publishedFrom?.earliest?.description), .text(scope.publishedTo?.latest?.description),
        .bool(scope.isUndated), .text(scope.landedFrom), .text(scope.landedTo), .text(scope.source), number,
        .text(last?.id ?? ""), .text(last?.sha256 ?? ""), .integer(limit),
      ])
    var articles: [StoredArticle] = []
    for row in 0..<rows.rowCount {
      articles.append(
        StoredArticle(
          id: try rows.text(row, 0), uri: try rows.text(row, 1), canonical: rows.optionalText(row, 2),
          title: rows.optionalText(row, 3), language: try rows.text(row, 4),
          publishedOn: rows.optionalText(row, 5).flatMap { PartialDate($0) }, publishedFrom: rows.optionalText(row, 6),
          modifiedOn: rows.optionalText(row, 7).flatMap { PartialDate($0) }, publisher: rows.optionalText(row, 8),
          sha256: try rows.text(row, 9), charset: rows.optionalText(row, 10), reader: rows.optionalText(row, 11),
          bytes: try rows.optionalBytes(row, 12) ?? []))
    }
    return articles
  }

  /// Records a finished backfill.
  public func record(
    _ scope: BackfillScope, run: Run, extractor: ExtractorVersion, articles: Int, _ connection: borrowing Connection
  ) throws {
    try connection.execute(
      """
      insert into ops.backfill (
        run_id, extractor_id, published_from, published_to, is_undated, landed_from, landed_to, source, articles
      ) values ($1, $2, $3::date, $4::date, $5, $6::timestamptz, $7::timestamptz, $8, $9)
      on conflict (run_id) do update set articles = excluded.articles, finished_at = clock_timestamp()
      """,
      [
        .integer(run.id), .integer(try Landing.register(extractor, connection)),
        .text(scope.publishedFrom?.earliest?.description), .text(scope.publishedTo?.latest?.description),
        .bool(scope.isUndated), .text(scope.landedFrom), .text(scope.landedTo), .text(scope.source), .integer(articles),
      ])
  }

  /// Months whose articles another version than `extractor` read last; empty where nothing is left to do.
  public func gaps(for extractor: ExtractorVersion, _ connection: borrowing Connection) throws -> [BackfillGap] {
    let number = try Landing.register(extractor, connection)
    let rows = try connection.query(
      """
      select published_month, version, catalog, rules, dictionary, articles, not_re_extractable
      from ops.backfill_gaps
      where extractor_id <> $1
      order by published_month, extractor_id
      """, [.integer(number)])
    var gaps: [BackfillGap] = []
    for row in 0..<rows.rowCount {
      let dictionary = try rows.text(row, 4)
      gaps.append(
        BackfillGap(
          month: try rows.text(row, 0),
          extractor: ExtractorVersion(
            version: try rows.text(row, 1), catalog: try rows.text(row, 2), rules: try rows.text(row, 3),
            dictionary: dictionary.isEmpty ? nil : dictionary),
          articles: Int(try rows.integer(row, 5)), notReExtractable: Int(try rows.integer(row, 6))))
    }
    return gaps
  }
}
