internal import PostgreSQL

/// A revision of an article that landed and is not in the mart yet.
struct Newcomer: Equatable {
  let id: String
  let sha256: String
  let uri: String
}

/// Blocking checks that a refresh broke, found before its commit, and the newly landed articles that they name.
///
/// A check names its culprits by a column `article_id`, or by `deal_key`: then by the articles that tell that deal.
struct BrokenChecks: Error {
  struct Culprit {
    let article: Newcomer
    let check: String
  }

  let results: [Checks.Result]
  let culprits: [Culprit]

  /// `nil` where every blocking check holds. Runs inside the refresh's transaction.
  init?(after run: Run, files: SQLFiles, _ connection: borrowing Connection) throws {
    try connection.execute(
      "insert into checked_deal select deal_key from touched_deal union select deal_key from deal_patch")
    try connection.run(script: "analyze checked_deal")
    results = try Checks(files: files).run(connection, run: run, severity: .block, touchedOnly: true).filter { !$0.isPassed }
    guard !results.isEmpty else { return nil }
    var culprits: [Culprit] = []
    for result in results {
      let column = result.columns.contains("article_id") ? "article_id" : "deal_key"
      guard result.columns.contains(column) else { continue }
      let query = result.check.query(touchedOnly: true)
      let named = column == "article_id"
        ? "select article_id from (\(query)) offender"
        : """
          select told.article_id
          from (\(query)) offender
          join mart.fact_deal_claim c using (deal_key)
          join mart.dim_article told using (article_key)
          """
      let rows = try connection.query(
        """
        select a.article_id, a.sha256, a.uri
        from raw.current_article a
        join merged_batch b using (batch_id)
        where a.article_id in (\(named))
        order by a.article_id
        """)
      for row in 0..<rows.rowCount {
        culprits.append(
          Culprit(
            article: Newcomer(id: try rows.text(row, 0), sha256: try rows.text(row, 1), uri: try rows.text(row, 2)),
            check: result.check.name))
      }
    }
    self.culprits = culprits
  }
}

/// Sets newly landed articles aside that break a blocking check, so that they do not keep the others out of the mart.
struct Quarantine {
  let run: Run
  let files: SQLFiles

  /// Keeps what was found, and marks the culprits; returns who was set aside.
  func setAside(_ culprits: [BrokenChecks.Culprit], _ connection: borrowing Connection) throws -> [String] {
    try connection.transaction { connection in
      for culprit in culprits {
        try mark(culprit.article, by: culprit.check, connection)
        try Rejects(run: run).add(
          uri: culprit.article.uri, sha256: culprit.article.sha256, stage: .check, reason: culprit.check,
          detail: "its facts break this check; raw keeps its text", bytes: [], connection)
      }
    }
    return culprits.map { "\($0.article.uri) (\($0.check))" }
  }

  func keep(_ results: [Checks.Result], _ connection: borrowing Connection) throws {
    try connection.transaction { connection in
      let checks = try Checks(files: files)
      for result in results { try checks.keep(result, run, connection) }
    }
  }

  func mark(_ article: Newcomer, by check: String, _ connection: borrowing Connection) throws {
    try connection.execute(
      "update raw.article set quarantined_by = $3 where (article_id, sha256) = ($1, $2)",
      [.text(article.id), .text(article.sha256), .text(check)])
  }

  /// What waits to be merged, in the order of keys.
  func newcomers(_ connection: borrowing Connection) throws -> [Newcomer] {
    let rows = try connection.query(
      """
      select a.article_id, a.sha256, a.uri
      from raw.article a
      join ops.batch b using (batch_id)
      where b.merged_run_id is null
        and a.quarantined_by is null
      order by a.article_id, a.sha256
      """)
    return try (0..<rows.rowCount).map { row in
      Newcomer(id: try rows.text(row, 0), sha256: try rows.text(row, 1), uri: try rows.text(row, 2))
    }
  }
}

extension BrokenChecks {
  /// Where no newly landed article is to blame.
  var refusal: WarehouseError {
    let first = results[0]
    return WarehouseError(
      .refused,
      "the refresh breaks the check \(first.check.name) (\(first.check.rule)) in \(first.offenders) rows, the first: \(first.told(first.sample[0])); the mart stays as it was")
  }
}
