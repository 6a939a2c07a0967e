internal import Facts
internal import Foundation
public import PostgreSQL

/// Makes the mart what the landed facts, the catalogue and the resolution say, in one transaction.
///
/// A refresh looks at what a load touched: it indexes the facts of the touched articles, resolves the components of claims
/// that they are or were in, a portion at a time, copies the result into `staging` and merges it table by table, where only
/// rows that differ are written. Its memory is that of a portion, whatever the size of the warehouse. A full refresh is the
/// same with everything touched; it is done where dimensions, rules, rates or pins changed, or where the index is lost.
/// Nothing landed and nothing changed since the last refresh: nothing is done. A kill at any instant leaves the mart as it
/// was; the batches that wait are seen by the next refresh.
public struct MartBuilder: Sendable {
  /// The steps of a refresh, for progress and for tests that stop it in between.
  public enum Step: Sendable, Equatable {
    case read, resolve, stage
    case merge(table: String)
    case check, commit
  }

  public struct Outcome: Sendable, Equatable {
    /// Nothing had changed since the last refresh.
    public var isSkipped = false
    /// Everything was made again, not only what a load touched.
    public var isFull = false
    /// Articles touched, and deals resolved for them.
    public var articles = 0
    public var deals = 0
    /// Articles set aside because a blocking check named them: `address (check)`.
    public var quarantined: [String] = []
    /// Rows inserted, updated or deleted, by table.
    public var rowsChanged: [String: Int] = [:]

    public var total: Int { rowsChanged.values.reduce(0, +) }
  }

  private let files: SQLFiles

  public init(files: SQLFiles = .embedded()) {
    self.files = files
  }

  /// The caller holds the `WriterLock`. `force` makes everything again.
  public func refresh(
    _ connection: borrowing Connection, run: Run, dimensions: DimensionRows, rules: ResolutionRules, force: Bool = false,
    onStep: (Step) throws -> Void = { _ in }
  ) throws -> Outcome {
    let pins = try Pins().list(connection)
    let input = try inputHash(dimensions, rules, pins, connection)
    if !force, try isUpToDate(input, connection) { return Outcome(isSkipped: true) }
    var quarantined: [String] = []
    while true {
      let refresh = Refresh(run: run, dimensions: dimensions, rules: rules, pins: pins, input: input, force: force)
      do {
        var outcome = try refreshOnce(connection, refresh, onStep)
        outcome.quarantined = quarantined
        return outcome
      } catch let broken as BrokenChecks {
        let quarantine = Quarantine(run: run, files: files)
        try quarantine.keep(broken.results, connection)
        // Each round sets at least one article aside, so this ends.
        let culprits = broken.culprits.isEmpty ? try found(broken, refresh, connection) : broken.culprits
        quarantined += try quarantine.setAside(culprits, connection)
      }
    }
  }

  /// Culprits of a check that names none of the newly landed articles, found by refreshing with parts of them, each in a
  /// transaction that is rolled back.
  private func found(
    _ broken: BrokenChecks, _ refresh: Refresh, _ connection: borrowing Connection
  ) throws -> [BrokenChecks.Culprit] {
    struct Tried: Error { let works: Bool }
    let quarantine = Quarantine(run: refresh.run, files: files)
    let newcomers = try quarantine.newcomers(connection)
    func works(_ part: [Newcomer], _ connection: borrowing Connection) throws -> Bool {
      do {
        try connection.transaction(isolation: "repeatable read") { connection in
          for other in newcomers where !part.contains(other) {
            try quarantine.mark(other, by: broken.results[0].check.name, connection)
          }
          do {
            _ = try refreshOnce(connection, refresh) { _ in }
          } catch is BrokenChecks {
            throw Tried(works: false)
          }
          throw Tried(works: true)
        }
      } catch let tried as Tried {
        return tried.works
      }
      return true
    }
    guard let culprits = try bisected(newcomers, connection, works: works), !culprits.isEmpty else { throw broken.refusal }
    return culprits.map { BrokenChecks.Culprit(article: $0, check: broken.results[0].check.name) }
  }

  /// What became of a refresh at whose COMMIT the connection broke, as the ledger has it; `nil` where it did not happen.
  public func outcome(of run: Run, _ connection: borrowing Connection) throws -> Outcome? {
    let rows = try connection.query(
      """
      select r.mart_rows_changed
      from ops.mart_state m
      join ops.run r on r.run_id = m.refreshed_run_id
      where r.run_id = $1
      """, [.integer(run.id)])
    guard rows.rowCount == 1 else { return nil }
    return Outcome(rowsChanged: ["as the ledger has it": Int(try rows.integer(0, 0))])
  }

  private struct Refresh {
    let run: Run
    let dimensions: DimensionRows
    let rules: ResolutionRules
    let pins: [KeptPin]
    let input: String
    let force: Bool
  }

  private func refreshOnce(
    _ connection: borrowing Connection, _ refresh: Refresh, _ onStep: (Step) throws -> Void
  ) throws -> Outcome {
    // Repeatable read: a shard that lands meanwhile is left whole for the next refresh.
    return try connection.transaction(isolation: "repeatable read") { connection in
      try connection.run(
        script: """
          set local jit = off; set local work_mem = '64MB'; set local cursor_tuple_fraction = 1
          """)
      var outcome = Outcome()
      outcome.isFull = try refresh.force || !hasIndex(refresh.input, connection)
      try onStep(.read)
      try empty(connection)
      try connection.run(script: files.text("resolution/working_tables.sql"))
      try connection.execute(files.text("models/merged_batches.sql"), [.integer(refresh.run.id)])
      outcome.articles = try index(refresh, outcome.isFull, connection)
      try onStep(.resolve)
      try IndexedCopies(files: files).refresh(connection)
      try IndexedAssertions(files: files).refresh(isFull: outcome.isFull, connection)
      outcome.deals = try ResolvedDeals(files: files, rules: refresh.rules, pins: refresh.pins).stage(connection)
      try onStep(.stage)
      try ResolvedFigures(files: files, rules: refresh.rules, dimensions: refresh.dimensions).stage(connection)
      try RelatedDeals(files: files, rules: refresh.rules).stage(connection)
      try UsedRates(rates: refresh.rules.rates, files: files).stage(connection)
      try StagedDimensions(rows: refresh.dimensions).copy(into: connection)
      // Into an empty mart rows go first; its indexes and foreign keys are made of them afterwards.
      let isFirst = outcome.isFull ? try connection.query("select ops.begin_first_build()").bool(0, 0) : false
      outcome.rowsChanged = try merge(connection, refresh.run, outcome.isFull, onStep)
      if isFirst { _ = try connection.query("select ops.end_first_build()") }
      // The next refresh is planned by these figures.
      if outcome.isFull { try analyze(connection) }
      try onStep(.check)
      if let broken = try BrokenChecks(after: refresh.run, files: files, connection) { throw broken }
      try connection.execute("delete from resolution.state")
      try connection.execute("insert into resolution.state (input_hash) values ($1)", [.text(refresh.input)])
      try connection.execute(
        "update ops.mart_state set input_hash = $1, refreshed_run_id = $2, refreshed_at = clock_timestamp()",
        [.text(refresh.input), .integer(refresh.run.id)])
      try connection.execute(
        "update ops.run set mart_rows_changed = $2 where run_id = $1", [.integer(refresh.run.id), .integer(outcome.total)])
      try onStep(.commit)
      return outcome
    }
  }

  /// Brings the index over raw up to date; returns how many articles were touched.
  private func index(_ refresh: Refresh, _ isFull: Bool, _ connection: borrowing Connection) throws -> Int {
    try connection.execute(
      files.text("models/touched_articles.sql"), [.bool(isFull)])
    try connection.run(script: "analyze staging.touched_article")
    if isFull { try connection.run(script: files.text("resolution/start_over.sql")) }
    try connection.run(script: files.text("resolution/forget_articles.sql"))
    let articles = try TouchedArticles(
      files: files, rules: refresh.rules, renames: Renames(refresh.dimensions.renames)
    ).index(connection)
    try connection.run(script: files.text("resolution/note_articles.sql"))
    return articles
  }

  private func merge(
    _ connection: borrowing Connection, _ run: Run, _ isFull: Bool, _ onStep: (Step) throws -> Void
  ) throws -> [String: Int] {
    var changed: [String: Int] = [:]
    try connection.run(script: files.text("models/entities.sql"))
    var merges: [MartMerge] = []
    func upsert(_ tables: [MartTable]) throws {
      for table in tables {
        try onStep(.merge(table: table.name))
        let merge = MartMerge(table: table, query: try files.text("models/\(table.name).sql"))
        try merge.prepare(connection)
        if table.name == "fact_deal" { try connection.execute(files.text("models/deal_audit.sql"), [.integer(run.id)]) }
        changed[table.name] = try merge.upsert(connection)
        merges.append(merge)
      }
    }
    try upsert(MartTable.dimensions)
    try connection.run(script: files.text("models/deal_numbers.sql"))
    try upsert(MartTable.facts)
    try connection.run(script: files.text("models/deal_redirects.sql"))
    for merge in merges.reversed() { changed[merge.table.name, default: 0] += try merge.deleteRest(isFull: isFull, connection) }
    return changed.filter { $0.value > 0 }
  }

  private func analyze(_ connection: borrowing Connection) throws {
    let tables = try connection.query(
      """
      select format('analyze %I.%I', schemaname, tablename)
      from pg_tables
      where schemaname = 'resolution' or (schemaname = 'mart' and tablename ~ '^(fact|bridge|dim_article)')
      order by 1
      """)
    for row in 0..<tables.rowCount { try connection.execute(tables.text(row, 0)) }
  }

  /// Whether the index, and the mart with it, was made from the same dimensions, rules and pins.
  private func hasIndex(_ input: String, _ connection: borrowing Connection) throws -> Bool {
    try connection.query(
      """
      select m.input_hash = $1 and exists (select from resolution.state s where s.input_hash = $1)
      from ops.mart_state m
      """, [.text(input)]
    ).bool(0, 0)
  }

  private func empty(_ connection: borrowing Connection) throws {
    let tables = try connection.query(
      "select string_agg('staging.' || quote_ident(tablename), ', ' order by tablename) from pg_tables where schemaname = 'staging'")
    try connection.execute("truncate \(tables.text(0, 0))")
  }

  private func isUpToDate(_ input: String, _ connection: borrowing Connection) throws -> Bool {
    let row = try connection.query(
      """
      select
        not exists (select from ops.batch where merged_run_id is null and changed > 0)
        and input_hash = $1
      from ops.mart_state
      """, [.text(input)])
    return try row.bool(0, 0)
  }

  private func inputHash(
    _ dimensions: DimensionRows, _ rules: ResolutionRules, _ pins: [KeptPin], _ connection: borrowing Connection
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var bytes = Data(rules.version.utf8)
    bytes.append(try encoder.encode(dimensions.companies.sorted { $0.id < $1.id }))
    bytes.append(try encoder.encode(dimensions.models.sorted { $0.id < $1.id }))
    bytes.append(try encoder.encode(dimensions.chips.sorted { $0.id < $1.id }))
    bytes.append(try encoder.encode(dimensions.products.sorted { $0.id < $1.id }))
    bytes.append(try encoder.encode(dimensions.people.sorted { $0.id < $1.id }))
    bytes.append(try encoder.encode(dimensions.changes))
    bytes.append(try encoder.encode(dimensions.renames))
    for kept in pins { bytes.append(Data("\(kept.id) \(kept.pin)".utf8)) }
    return try connection.query("select encode(sha256($1::bytea), 'hex')", [.bytes(Array(bytes))]).text(0, 0)
  }
}
