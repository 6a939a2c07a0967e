internal import Foundation
public import Facts
public import PostgreSQL

/// Makes the mart what the landed facts, the catalogue and the resolution say, in one transaction.
///
/// A refresh reads all current facts in the order of their keys, has them resolved, copies the result into `staging` and
/// merges it table by table: only rows that differ are written. Nothing landed and nothing changed since the last refresh:
/// nothing is done. A kill at any instant leaves the mart as it was; the batches that wait are seen by the next refresh.
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

  /// `resolver` names the version of the resolution's rules: a new one refreshes even where nothing landed.
  ///
  /// The caller holds the `WriterLock`. `resolve` gets the facts of every current article, in the order of their keys.
  public func refresh(
    _ connection: borrowing Connection, run: Run, dimensions: DimensionRows, resolver: String, force: Bool = false,
    onStep: (Step) throws -> Void = { _ in }, resolve: ([ArticleFacts]) throws -> MartContent
  ) throws -> Outcome {
    let pins = try Pins().list(connection)
    let input = try inputHash(dimensions, resolver, pins, connection)
    if !force, try isUpToDate(input, connection) { return Outcome(isSkipped: true) }
    var quarantined: [String] = []
    while true {
      do {
        var outcome = try refreshOnce(connection, run, dimensions, pins, input, force, onStep, resolve)
        outcome.quarantined = quarantined
        return outcome
      } catch let broken as BrokenChecks {
        // Each round sets at least one article aside, so this ends.
        quarantined += try Quarantine(run: run, files: files).setAside(broken, connection)
      }
    }
  }

  private func refreshOnce(
    _ connection: borrowing Connection, _ run: Run, _ dimensions: DimensionRows, _ pins: [KeptPin], _ input: String,
    _ force: Bool, _ onStep: (Step) throws -> Void, _ resolve: ([ArticleFacts]) throws -> MartContent
  ) throws -> Outcome {
    // Repeatable read: a shard that lands meanwhile is left whole for the next refresh.
    return try connection.transaction(isolation: "repeatable read") { connection in
      try connection.run(script: "set local jit = off; set local work_mem = '64MB'; set local lock_timeout = '2min'")
      try connection.execute(
        "update ops.batch set merged_run_id = $1 where merged_run_id is null", [.integer(run.id)])
      try onStep(.read)
      let facts = try currentFacts(connection, renames: Renames(dimensions.renames))
      try onStep(.resolve)
      var content = try resolve(facts)
      let pinned = try PinBoard(pins: pins).apply(to: &content.deals, facts: facts)
      try record(pinned.matches, connection)
      try onStep(.stage)
      try empty(connection)
      let touched = try touchedArticles(all: force || !hasInput(input, connection), run, connection)
      try MartStaging(
        facts: facts, content: content, dimensions: dimensions, pinned: pinned.notes, touched: touched
      ).copy(into: connection)
      var outcome = Outcome(articles: facts.count, deals: content.deals.count)
      outcome.rowsChanged = try merge(connection, run, onStep)
      try onStep(.check)
      if let broken = try BrokenChecks(after: run, files: files, connection) { throw broken }
      try connection.execute(
        "update ops.mart_state set input_hash = $1, refreshed_run_id = $2, refreshed_at = clock_timestamp()",
        [.text(input), .integer(run.id)])
      try onStep(.commit)
      return outcome
    }
  }

  private func merge(
    _ connection: borrowing Connection, _ run: Run, _ onStep: (Step) throws -> Void
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
    for merge in merges.reversed() { changed[merge.table.name, default: 0] += try merge.deleteRest(connection) }
    return changed.filter { $0.value > 0 }
  }

  private func record(_ matches: [PinBoard.Match], _ connection: borrowing Connection) throws {
    for match in matches {
      try connection.execute(
        """
        insert into ops.pin_match (pin_id, deals) values ($1, $2)
        on conflict (pin_id) do update set deals = excluded.deals, matched_at = clock_timestamp()
        """, [.integer(match.pin), .integer(match.deals)])
    }
  }

  private func currentFacts(_ connection: borrowing Connection, renames: Renames) throws -> [ArticleFacts] {
    let decoder = FactsDecoder(renames: renames)
    var facts: [ArticleFacts] = []
    var lines: [Data] = []
    try connection.forEachRow("select facts from raw.current_article order by article_id") { row in
      lines.append(row.withBytes(0, 0) { Data($0) })
      if lines.count == FactsDecoder.chunk {
        facts += try decoder.decode(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    return facts + (try decoder.decode(lines))
  }

  private func touchedArticles(all: Bool, _ run: Run, _ connection: borrowing Connection) throws -> Set<String> {
    try connection.execute(files.text("models/touched_articles.sql"), [.integer(run.id), .bool(all)])
    let rows = try connection.query("select article_id from staging.touched_article")
    return Set(try (0..<rows.rowCount).map { try rows.text($0, 0) })
  }

  /// Whether the mart was made from the same dimensions, rules and pins.
  private func hasInput(_ input: String, _ connection: borrowing Connection) throws -> Bool {
    try connection.query("select input_hash = $1 from ops.mart_state", [.text(input)]).bool(0, 0)
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
    _ dimensions: DimensionRows, _ resolver: String, _ pins: [KeptPin], _ connection: borrowing Connection
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var bytes = Data(resolver.utf8)
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
