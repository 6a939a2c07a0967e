internal import PostgreSQL

/// Blocking checks that a refresh broke, found before its commit, and the newly landed articles that they name.
///
/// A check names its culprits by a column `article_id`, or by `deal_key`: then by the articles that tell that deal.
struct BrokenChecks: Error {
  struct Culprit {
    let articleID: String
    let sha256: String
    let uri: String
    let check: String
  }

  let results: [Checks.Result]
  let culprits: [Culprit]

  /// `nil` where every blocking check holds. Runs inside the refresh's transaction.
  init?(after run: Run, files: SQLFiles, _ connection: borrowing Connection) throws {
    results = try Checks(files: files).run(connection, run: run, severity: .block).filter { !$0.isPassed }
    guard !results.isEmpty else { return nil }
    var culprits: [Culprit] = []
    for result in results {
      let column = result.columns.contains("article_id") ? "article_id" : "deal_key"
      guard result.columns.contains(column) else { continue }
      let named = column == "article_id"
        ? "select article_id from (\(result.check.query)) offender"
        : """
          select told.article_id
          from (\(result.check.query)) offender
          join mart.fact_deal_claim c using (deal_key)
          join mart.dim_article told using (article_key)
          """
      let rows = try connection.query(
        """
        select a.article_id, a.sha256, a.uri
        from raw.current_article a
        join ops.batch b using (batch_id)
        where b.merged_run_id = $1
          and a.article_id in (\(named))
        order by a.article_id
        """, [.integer(run.id)])
      for row in 0..<rows.rowCount {
        culprits.append(
          Culprit(
            articleID: try rows.text(row, 0), sha256: try rows.text(row, 1), uri: try rows.text(row, 2),
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

  /// Returns who was set aside; throws `.refused` where no newly landed article is to blame: the mart then stays as it was.
  func setAside(_ broken: BrokenChecks, _ connection: borrowing Connection) throws -> [String] {
    try connection.transaction { connection in
      let checks = try Checks(files: files)
      for result in broken.results { try checks.keep(result, run, connection) }
    }
    guard !broken.culprits.isEmpty else {
      let first = broken.results[0]
      throw WarehouseError(
        .refused,
        "the refresh breaks the check \(first.check.name) (\(first.check.rule)) in \(first.offenders) rows, the first: \(first.told(first.sample[0])); the mart stays as it was")
    }
    try connection.transaction { connection in
      for culprit in broken.culprits {
        try connection.execute(
          "update raw.article set quarantined_by = $3 where (article_id, sha256) = ($1, $2)",
          [.text(culprit.articleID), .text(culprit.sha256), .text(culprit.check)])
        try Rejects(run: run).add(
          uri: culprit.uri, sha256: culprit.sha256, stage: .check, reason: culprit.check,
          detail: "its facts break this check; raw keeps its text", bytes: [], connection)
      }
    }
    return broken.culprits.map { "\($0.uri) (\($0.check))" }
  }
}
