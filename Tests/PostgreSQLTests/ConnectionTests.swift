import PostgreSQL
import TestCluster
import Testing

@Suite struct ConnectionTests {
  @Test func anUnreachableServerIsNamedInItsOwnWords() {
    do {
      let connection = try Connection("host=/nowhere/at/all dbname=x user=x")
      Issue.record("connected to \(connection.backendID)")
    } catch {
      #expect(error.kind == .connection)
      #expect(error.isTransient)
      #expect(error.message.contains("/nowhere/at/all/.s.PGSQL.5432"))
    }
  }

  @Test func parametersKeepTheirBytes() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    let row = try connection.query(
      "select $1::text, $2::bigint, $3::boolean, $4::bytea, $5::text, $6::text[] = array['a\"b', 'c\\d']",
      ["35億円", .integer(Int64.min), true, .bytes([0, 0xFF, 0x5C]), nil, .texts(["a\"b", "c\\d"])])
    let values = (try row.text(0, 0), try row.integer(0, 1), try row.bool(0, 2), row.isNull(0, 4), try row.bool(0, 5))
    #expect(values == ("35億円", Int64.min, true, true, true))
    let bytes = try row.optionalBytes(0, 3)
    #expect(bytes == [0, 0xFF, 0x5C])
  }

  @Test func aWrongTypeSaysWhichColumn() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    let row = try connection.query("select 'ソラ' as company")
    #expect { _ = try row.integer(0, 0) } throws: { error in
      guard let error = error as? PostgreSQLError else { return false }
      return error.kind == .decoding && error.message.contains("company") && error.message.contains("ソラ")
    }
  }

  @Test(arguments: [
    ("select 1 / 0", "22012"),
    ("select * from no_such_table", "42P01"),
    ("insert into pairs values (1), (1)", "23505"),
  ])
  func errorsCarryTheirSQLState(statement: String, code: String) throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table pairs (k integer primary key)")
    #expect { try connection.execute(statement) } throws: { error in
      guard let error = error as? PostgreSQLError else { return false }
      return error.state?.code == code && !error.isTransient && error.kind == .statement
    }
    // The session goes on.
    #expect(try integer("select 1", connection) == 1)
  }

  @Test func statesMatchByNameAndByClass() {
    let state = SQLState("40P01")
    #expect(state == .deadlockDetected)
    #expect(state.isTransient)
    #expect(SQLState.Class.transactionRollback ~= state)
    #expect(!SQLState("42P01").isTransient)
    #expect(!(SQLState.Class.connectionException ~= state))
  }

  @Test func aFailedTransactionLeavesNothing() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table t (v integer)")
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try connection.transaction { connection in
        try connection.execute("insert into t values (1)")
        throw Stop()
      }
    }
    let isOpen = connection.inTransaction
    #expect(!isOpen)
    #expect(try integer("select count(*) from t", connection) == 0)
  }

  @Test func preparedStatementsRunAgain() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.prepare("twice", "select $1::integer * 2")
    let results = [
      try connection.query(prepared: "twice", [21]).integer(0, 0), try connection.query(prepared: "twice", [4]).integer(0, 0),
    ]
    #expect(results == [42, 8])
  }

  @Test func aStatementCanBeCancelledFromOutside() throws {
    let database = try TestDatabase(migrated: false)
    let connection = try Connection(database.url)
    let handle = try connection.cancelHandle()
    // The server itself calls the cancel: the row callback runs while the statement is under way.
    #expect { try connection.forEachRow("select generate_series(1, 100000000)") { row in
      if try row.integer(0, 0) == 1 { try handle.cancel() }
    } } throws: { error in
      (error as? PostgreSQLError)?.state == .queryCanceled
    }
    #expect(try integer("select 1", connection) == 1)
  }

  @Test func aKilledSessionIsATransientConnectionError() throws {
    let database = try TestDatabase(migrated: false)
    let connection = try Connection(database.url)
    let other = try Connection(database.url)
    _ = try other.query("select pg_terminate_backend($1)", [.integer(connection.backendID)])
    #expect { try connection.execute("select 1") } throws: { error in
      guard let error = error as? PostgreSQLError else { return false }
      return error.kind == .connection && error.isTransient
    }
    let isOpen = connection.isOpen
    #expect(!isOpen)
  }
}

/// The one number of a query. (`#expect` cannot look into values that cannot be copied.)
func integer(_ sql: String, _ connection: borrowing Connection) throws -> Int64 {
  try connection.query(sql).integer(0, 0)
}
