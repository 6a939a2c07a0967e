public import PostgreSQL

/// The one lock under which the mart is written. A second comer learns who holds it and since when.
///
/// It is an advisory lock of the session: a killed job, or a cut connection, frees it at once.
public struct WriterLock: Sendable {
  /// Who holds the lock.
  public struct Holder: Sendable, Equatable, CustomStringConvertible {
    public let command: String
    public let host: String
    public let processID: Int
    public let runID: Int64?
    public let since: String

    public var description: String {
      "`\(command)`" + (runID.map { " (run \($0))" } ?? "") + ", process \(processID) on \(host), since \(since)"
    }
  }

  public init() {}

  /// Takes the lock, or throws `.locked` with the holder's name; waits up to `patience` seconds for it first.
  public func acquire(_ connection: borrowing Connection, run: Run, patience: Int = 0) throws {
    if try !tryLock(connection) {
      let isFree = patience > 0 ? try waitForLock(connection, seconds: patience) : false
      if !isFree {
        let holder = try holder(connection)
        throw WarehouseError(.locked, "another run writes the warehouse: " + (holder?.description ?? "it just began"))
      }
    }
    try connection.execute(
      """
      insert into ops.lock_holder (lock_name, run_id, backend_id, host, process_id, command, since, heartbeat_at)
      values ('warehouse', $1, pg_backend_pid(), $2, $3, $4, clock_timestamp(), clock_timestamp())
      on conflict (lock_name) do update
      set run_id = excluded.run_id, backend_id = excluded.backend_id, host = excluded.host,
        process_id = excluded.process_id, command = excluded.command, since = excluded.since,
        heartbeat_at = excluded.heartbeat_at
      """,
      [.integer(run.id), .text(run.host), .integer(run.processID), .text(run.command)])
  }

  public func release(_ connection: borrowing Connection) throws {
    _ = try connection.query("select pg_advisory_unlock($1, $2)", AdvisoryLock.warehouse.parameters)
  }

  /// A sign of life between the steps of a long run.
  public func beat(_ connection: borrowing Connection) throws {
    try connection.execute(
      "update ops.lock_holder set heartbeat_at = clock_timestamp() where lock_name = 'warehouse' and backend_id = pg_backend_pid()")
  }

  /// Who holds the lock now, if anybody.
  public func holder(_ connection: borrowing Connection) throws -> Holder? {
    let rows = try connection.query(
      """
      select h.command, h.host, h.process_id, h.run_id, to_char(h.since, 'YYYY-MM-DD HH24:MI:SS "UTC"')
      from ops.lock_holder h
      join pg_locks l on l.pid = h.backend_id
      where h.lock_name = 'warehouse'
        and l.locktype = 'advisory'
        and l.granted
        and l.classid = $1::bigint::oid
        and l.objid = $2::bigint::oid
      """, AdvisoryLock.warehouse.parameters)
    guard rows.rowCount > 0 else { return nil }
    return Holder(
      command: try rows.text(0, 0), host: try rows.text(0, 1), processID: Int(try rows.integer(0, 2)),
      runID: try rows.optionalInteger(0, 3), since: try rows.text(0, 4))
  }

  private func tryLock(_ connection: borrowing Connection) throws -> Bool {
    try connection.query("select pg_try_advisory_lock($1, $2)", AdvisoryLock.warehouse.parameters).bool(0, 0)
  }

  private func waitForLock(_ connection: borrowing Connection, seconds: Int) throws -> Bool {
    let limits = try connection.query("select current_setting('lock_timeout'), current_setting('statement_timeout')")
    let (lock, statement) = (try limits.text(0, 0), try limits.text(0, 1))
    try connection.run(script: "set lock_timeout = '\(seconds)s'; set statement_timeout = 0")
    var refusal: PostgreSQLError?
    do {
      try connection.execute("select pg_advisory_lock($1, $2)", AdvisoryLock.warehouse.parameters)
    } catch {
      refusal = error
    }
    try connection.run(script: "set lock_timeout = '\(lock)'; set statement_timeout = '\(statement)'")
    guard let refusal else { return true }
    if refusal.state == .lockNotAvailable { return false }
    throw refusal
  }
}
