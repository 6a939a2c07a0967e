public import PostgreSQL

/// Articles that could not be read or loaded, kept in `ops.reject` with their bytes so that they can be tried again.
public struct Rejects: Sendable {
  public enum Stage: String, Sendable { case read, decode, extract, land, check }

  /// A rejected article to try again.
  public struct Kept: Sendable, Equatable {
    public let id: Int64
    public let uri: String
    public let sha256: String
    public let stage: String
    public let reason: String
    public let detail: String?
    /// `nil` where the bytes were over the limit or could not be read.
    public let bytes: [UInt8]?
  }

  private let run: Run
  private let byteLimit: Int

  public init(run: Run, byteLimit: Int = 8 << 20) {
    self.run = run
    self.byteLimit = byteLimit
  }

  /// Records a reject; the same article at the same stage again only counts up.
  public func add(
    uri: String, sha256: String, stage: Stage, reason: String, detail: String?, bytes: [UInt8],
    _ connection: borrowing Connection
  ) throws {
    try connection.execute(
      """
      insert into ops.reject (run_id, uri, sha256, stage, reason, detail, bytes, byte_count)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (uri, sha256, stage) do update
      set run_id = excluded.run_id, rejected_at = clock_timestamp(), reason = excluded.reason, detail = excluded.detail,
        bytes = excluded.bytes, byte_count = excluded.byte_count, attempts = ops.reject.attempts + 1, resolved_run_id = null
      """,
      [
        .integer(run.id), .text(uri.withoutZeros), .text(sha256), .text(stage.rawValue), .text(reason.withoutZeros),
        .text(detail?.withoutZeros), bytes.isEmpty || bytes.count > byteLimit ? .null : .bytes(bytes),
        .integer(bytes.count),
      ])
  }

  /// What waits to be tried again, oldest first.
  public func open(_ connection: borrowing Connection, limit: Int = 1000) throws -> [Kept] {
    let rows = try connection.query(
      """
      select reject_id, uri, sha256, stage, reason, detail, bytes
      from ops.reject
      where resolved_run_id is null
      order by reject_id
      limit $1
      """, [.integer(limit)])
    return try (0..<rows.rowCount).map { row in
      Kept(
        id: try rows.integer(row, 0), uri: try rows.text(row, 1), sha256: try rows.text(row, 2),
        stage: try rows.text(row, 3), reason: try rows.text(row, 4), detail: rows.optionalText(row, 5),
        bytes: try rows.optionalBytes(row, 6))
    }
  }

  /// Marks rejects as read well after all; where the job had died of them, that is forgotten.
  public func resolve(_ ids: [Int64], _ connection: borrowing Connection) throws {
    try connection.execute(
      "delete from ops.in_flight where uri in (select uri from ops.reject where reject_id = any($1::bigint[]))", [.integers(ids)])
    try connection.execute(
      "update ops.reject set resolved_run_id = $1 where reject_id = any($2::bigint[])", [.integer(run.id), .integers(ids)])
  }
}
