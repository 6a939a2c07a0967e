public import PostgreSQL

/// What servers said of the addresses that were read, kept in `ops.web_visit` so that the next run asks for changes only.
public struct WebVisits: Sendable {
  /// One address as it was visited last.
  public struct Kept: Sendable, Equatable {
    public let address: String
    public let etag: String?
    public let lastModified: String?
    public let status: Int

    public init(address: String, etag: String?, lastModified: String?, status: Int) {
      (self.address, self.etag, self.lastModified, self.status) = (address, etag, lastModified, status)
    }
  }

  private let run: Run

  public init(run: Run) { self.run = run }

  /// What is kept of these addresses.
  public func known(_ addresses: [String], _ connection: borrowing Connection) throws -> [Kept] {
    guard !addresses.isEmpty else { return [] }
    let rows = try connection.query(
      """
      select address, etag, last_modified, status
      from ops.web_visit
      where address = any($1::text[])
      order by address collate "C"
      """, [.texts(addresses.map(\.withoutZeros))])
    return try (0..<rows.rowCount).map { row in
      Kept(
        address: try rows.text(row, 0), etag: rows.optionalText(row, 1), lastModified: rows.optionalText(row, 2),
        status: Int(try rows.integer(row, 3)))
    }
  }

  /// Keeps an answer that brought content. Without validators the next visit asks for all of it.
  public func keep(_ visit: Kept, _ connection: borrowing Connection) throws {
    try connection.execute(
      """
      insert into ops.web_visit (address, etag, last_modified, status, run_id)
      values ($1, $2, $3, $4, $5)
      on conflict (address) do update
      set etag = excluded.etag, last_modified = excluded.last_modified, status = excluded.status,
        visited_at = clock_timestamp(), run_id = excluded.run_id
      """,
      [
        .text(visit.address.withoutZeros), .text(visit.etag?.withoutZeros), .text(visit.lastModified?.withoutZeros),
        .integer(visit.status), .integer(run.id),
      ])
  }

  /// Keeps an answer without content (unchanged, missing, refused): what is known of the content itself stays.
  public func touch(_ address: String, status: Int, _ connection: borrowing Connection) throws {
    try connection.execute(
      """
      insert into ops.web_visit (address, status, run_id)
      values ($1, $2, $3)
      on conflict (address) do update
      set status = excluded.status, visited_at = clock_timestamp(), run_id = excluded.run_id
      """, [.text(address.withoutZeros), .integer(status), .integer(run.id)])
  }
}
