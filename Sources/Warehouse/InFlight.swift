public import PostgreSQL

/// Which documents a run is reading, kept in `ops.in_flight`, so that one that kills the job is known by the next run.
///
/// A document that was in flight in two runs that died is read alone, after all others; where the job dies of it even then,
/// it is rejected from then on. One that is read well is cleared.
public struct InFlight: Sendable {
  public struct Document: Sendable, Hashable {
    public let uri: String
    public let sha256: String

    public init(uri: String, sha256: String) {
      self.uri = uri
      self.sha256 = sha256
    }
  }

  public enum Suspicion: Sendable, Equatable {
    /// In flight, among others, in runs that died.
    case readAlone
    /// A run died while it read nothing else.
    case reject(deaths: Int)
  }

  private let run: Run

  public init(run: Run) { self.run = run }

  /// Documents to be careful with. Dead runs are those that the ledger calls lost.
  public func suspects(_ connection: borrowing Connection) throws -> [Document: Suspicion] {
    let rows = try connection.query(
      """
      select f.uri, f.sha256, count(*), bool_or(f.is_alone)
      from ops.in_flight f
      join ops.run r using (run_id)
      where r.status = 'lost'
      group by f.uri, f.sha256
      having count(*) >= 2 or bool_or(f.is_alone)
      """)
    var suspects: [Document: Suspicion] = [:]
    for row in 0..<rows.rowCount {
      let document = Document(uri: try rows.text(row, 0), sha256: try rows.text(row, 1))
      suspects[document] = try rows.bool(row, 3) ? .reject(deaths: Int(try rows.integer(row, 2))) : .readAlone
    }
    return suspects
  }

  /// Before documents are read.
  public func begin(_ documents: [Document], isAlone: Bool, _ connection: borrowing Connection) throws {
    guard !documents.isEmpty else { return }
    try connection.execute(
      """
      insert into ops.in_flight (run_id, uri, sha256, is_alone)
      select $1, uri, sha256, $4
      from unnest($2::text[], $3::text[]) as document (uri, sha256)
      on conflict (run_id, uri, sha256) do update set is_alone = excluded.is_alone
      """, [.integer(run.id), .texts(documents.map(\.uri.withoutZeros)), .texts(documents.map(\.sha256)), .bool(isAlone)])
  }

  /// After they were read, well or not: whatever died before, it was not of them.
  public func end(_ documents: [Document], _ connection: borrowing Connection) throws {
    guard !documents.isEmpty else { return }
    try connection.execute(
      """
      delete from ops.in_flight f
      using unnest($1::text[], $2::text[]) as document (uri, sha256)
      where f.uri = document.uri
        and f.sha256 = document.sha256
      """, [.texts(documents.map(\.uri.withoutZeros)), .texts(documents.map(\.sha256))])
  }
}
