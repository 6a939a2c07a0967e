public import PostgreSQL

/// One step of the schema: `0005_facts.sql`, and the queries of `0005_facts.verify.sql` that fail where it did not work.
public struct Migration: Sendable, Equatable {
  public let version: Int
  public let name: String
  public let script: String
  public let verification: String

  public init(version: Int, name: String, script: String, verification: String) {
    self.version = version
    self.name = name
    self.script = script
    self.verification = verification
  }

  /// Those of the binary, in order.
  public static func embedded(in files: SQLFiles = .embedded()) throws(WarehouseError) -> [Migration] {
    var migrations: [Migration] = []
    for path in files.paths where path.hasPrefix("migrations/") && !path.hasSuffix(".verify.sql") {
      let file = path.dropFirst("migrations/".count).dropLast(".sql".count)
      guard let separator = file.firstIndex(of: "_"), let version = Int(file[..<separator]) else {
        throw WarehouseError(.schema, "sql/\(path): a migration is named NNNN_name.sql")
      }
      migrations.append(
        Migration(
          version: version, name: String(file[file.index(after: separator)...]), script: try files.text(path),
          verification: try files.text(path.dropLast(".sql".count) + ".verify.sql")))
    }
    return migrations
  }
}

/// Where a database stands.
public struct MigrationStatus: Sendable, Equatable {
  public struct Applied: Sendable, Equatable {
    public let version: Int
    public let name: String
    public let appliedAt: String
  }

  public let applied: [Applied]
  public let pending: [Migration]
  /// Versions whose script is no longer the one that ran.
  public let changed: [Int]
  /// Versions that the database has and this program does not know: it is newer.
  public let unknown: [Int]

  public var isCurrent: Bool { pending.isEmpty && changed.isEmpty && unknown.isEmpty }
}

/// Brings a database to the schema of this program: each migration and its verification in one transaction, once, in order.
public struct Migrator: Sendable {
  private let migrations: [Migration]

  public init(migrations: [Migration]) {
    self.migrations = migrations
  }

  public init() throws(WarehouseError) {
    self.init(migrations: try Migration.embedded())
  }

  public func status(_ connection: borrowing Connection) throws -> MigrationStatus {
    let known = try connection.query("select to_regclass('ops.schema_version') is not null")
    guard try known.bool(0, 0) else { return MigrationStatus(applied: [], pending: migrations, changed: [], unknown: []) }
    let rows = try connection.query("select version, name, hash, applied_at::text from ops.schema_version order by version")
    var applied: [MigrationStatus.Applied] = []
    var changed: [Int] = []
    var unknown: [Int] = []
    var done: Set<Int> = []
    for row in 0..<rows.rowCount {
      let version = Int(try rows.integer(row, 0))
      done.insert(version)
      applied.append(
        MigrationStatus.Applied(version: version, name: try rows.text(row, 1), appliedAt: try rows.text(row, 3)))
      if let mine = migrations.first(where: { $0.version == version }) {
        if try hash(mine, connection) != rows.text(row, 2) { changed.append(version) }
      } else {
        unknown.append(version)
      }
    }
    return MigrationStatus(
      applied: applied, pending: migrations.filter { !done.contains($0.version) }, changed: changed, unknown: unknown)
  }

  /// Fails with what to do where the schema is not the one of this program.
  public func requireCurrent(_ connection: borrowing Connection) throws {
    let status = try status(connection)
    guard let message = complaint(status) ?? pendingComplaint(status) else { return }
    throw WarehouseError(.schema, message)
  }

  /// Applies what is missing; returns it. A failure leaves the schema as the last whole migration left it.
  @discardableResult
  public func migrate(_ connection: borrowing Connection) throws -> [Migration] {
    // Two programs that start together on an empty database: the second waits, then finds nothing to do.
    _ = try connection.query("select pg_advisory_lock($1, $2)", AdvisoryLock.migration.parameters)
    do {
      let applied = try migrateAlone(connection)
      _ = try connection.query("select pg_advisory_unlock($1, $2)", AdvisoryLock.migration.parameters)
      return applied
    } catch {
      // The first error explains; where even this fails, the end of the session frees the lock.
      unlockAfterFailure(connection)
      throw error
    }
  }

  private func migrateAlone(_ connection: borrowing Connection) throws -> [Migration] {
    try bootstrap(connection)
    let status = try status(connection)
    if let message = complaint(status) { throw WarehouseError(.schema, message) }
    for migration in status.pending { try apply(migration, connection) }
    return status.pending
  }

  private func apply(_ migration: Migration, _ connection: borrowing Connection) throws {
    do {
      try connection.transaction { connection in
        try connection.run(script: migration.script)
        try connection.run(script: migration.verification)
        try connection.execute(
          "insert into ops.schema_version (version, name, hash) values ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'))",
          [.integer(migration.version), .text(migration.name), .text(migration.script + migration.verification)])
      }
    } catch let error as PostgreSQLError where error.kind == .statement {
      throw WarehouseError(.refused, "migration \(migration.version) (\(migration.name)) failed, nothing of it stays: \(error)")
    }
  }

  private func bootstrap(_ connection: borrowing Connection) throws {
    let known = try connection.query("select to_regclass('ops.schema_version') is not null")
    if try known.bool(0, 0) { return }
    try connection.transaction { connection in
      try connection.run(
        script: """
          create schema if not exists ops;
          create table ops.schema_version (
            version integer primary key,
            name text not null,
            hash text not null,
            applied_at timestamptz not null default clock_timestamp()
          );
          comment on table ops.schema_version is 'One migration that ran.';
          comment on column ops.schema_version.version is 'Its number.';
          comment on column ops.schema_version.name is 'Its name.';
          comment on column ops.schema_version.hash is 'SHA-256 of its script and verification as they ran.';
          comment on column ops.schema_version.applied_at is 'When it ran.';
          """)
    }
  }

  private func hash(_ migration: Migration, _ connection: borrowing Connection) throws -> String {
    try connection.query(
      "select encode(sha256(convert_to($1, 'UTF8')), 'hex')", [.text(migration.script + migration.verification)]
    ).text(0, 0)
  }

  private func complaint(_ status: MigrationStatus) -> String? {
    if let newest = status.unknown.max() {
      return "the database has schema version \(newest), newer than this program knows; use the program that made it"
    }
    if !status.changed.isEmpty {
      let list = status.changed.map { "\($0)" }.joined(separator: ", ")
      return "migrations changed since they ran here: \(list); the database was made by another build of this program"
    }
    return nil
  }

  private func pendingComplaint(_ status: MigrationStatus) -> String? {
    guard let first = status.pending.first else { return nil }
    return status.applied.isEmpty
      ? "the database has no schema yet; run `kawaraban migrate`"
      : "the schema lacks \(status.pending.count) migrations from \(first.version) (\(first.name)) on; run `kawaraban migrate`"
  }

  private func unlockAfterFailure(_ connection: borrowing Connection) {
    do { try connection.execute("select pg_advisory_unlock($1, $2)", AdvisoryLock.migration.parameters) } catch {}
  }
}
