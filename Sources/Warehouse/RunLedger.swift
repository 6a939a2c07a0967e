public import PostgreSQL

/// What a run is: its number in `ops.run` and who it is.
public struct Run: Sendable, Equatable {
  public let id: Int64
  public let command: String
  public let host: String
  public let processID: Int
}

/// What a run did, for its row in `ops.run`.
public struct RunCounts: Sendable, Equatable {
  public var read = 0
  public var landed = 0
  public var unchanged = 0
  public var rejected = 0
  public var martRowsChanged = 0

  public init() {}
}

/// The ledger of runs: each begins with a row, ends with its outcome, and is found dead by the next where it was killed.
public struct RunLedger: Sendable {
  public enum Outcome: String, Sendable { case done, failed, stopped }

  public init() {}

  /// Begins a run. `arguments` must hold no secrets. Runs whose session is gone without an outcome become `lost`.
  public func begin(
    _ connection: borrowing Connection, command: String, extractor: String, arguments: String, host: String, processID: Int
  ) throws -> Run {
    let id = try connection.transaction { connection in
      try connection.execute(
        """
        update ops.run r
        set status = 'lost', finished_at = clock_timestamp(), message = coalesce(message, 'its session ended without a word')
        where status = 'running'
          and not exists (
            select from pg_locks l
            where l.locktype = 'advisory'
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid = $1::bigint::oid
              and l.objid = (r.run_id % 2147483647)::oid
          )
        """, [.integer(AdvisoryLock.run(0).classID)])
      let row = try connection.query(
        """
        insert into ops.run (command, extractor, arguments, host, process_id)
        values ($1, $2, $3, $4, $5)
        returning run_id
        """,
        [.text(command), .text(extractor), .text(arguments), .text(host), .integer(processID)])
      let id = try row.integer(0, 0)
      // Before the row is visible, so that no other run can take this one for dead.
      _ = try connection.query("select pg_advisory_lock($1, $2)", AdvisoryLock.run(id).parameters)
      return id
    }
    return Run(id: id, command: command, host: host, processID: processID)
  }

  /// Goes on with a run on a new connection, after the old one broke. In between another run may have found it dead.
  public func resume(_ connection: borrowing Connection, _ run: Run) throws {
    _ = try connection.query("select pg_advisory_lock($1, $2)", AdvisoryLock.run(run.id).parameters)
    try connection.execute(
      "update ops.run set status = 'running', finished_at = null, message = null where run_id = $1 and status = 'lost'",
      [.integer(run.id)])
  }

  public func finish(
    _ connection: borrowing Connection, _ run: Run, _ outcome: Outcome, counts: RunCounts, message: String? = nil
  ) throws {
    try connection.execute(
      """
      update ops.run
      set status = $2, finished_at = clock_timestamp(), articles_read = $3, articles_landed = $4, articles_unchanged = $5,
        articles_rejected = $6, mart_rows_changed = $7, message = $8
      where run_id = $1
      """,
      [
        .integer(run.id), .text(outcome.rawValue), .integer(counts.read), .integer(counts.landed),
        .integer(counts.unchanged), .integer(counts.rejected), .integer(counts.martRowsChanged), .text(message),
      ])
    // What a run leaves unread that ends in good order is nobody's fault.
    try connection.execute("delete from ops.in_flight where run_id = $1", [.integer(run.id)])
    _ = try connection.query("select pg_advisory_unlock($1, $2)", AdvisoryLock.run(run.id).parameters)
  }
}
