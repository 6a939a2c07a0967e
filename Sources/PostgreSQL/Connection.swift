internal import CLibpq

/// One session with a PostgreSQL server; closed when it goes out of scope.
///
/// The connection string is libpq's own (`postgresql://…`, `host=… dbname=…`), so that `PG*`, `~/.pgpass`, `service=`
/// and TLS settings work as in `psql`.
public struct Connection: ~Copyable {
  private let pointer: OpaquePointer

  /// Connects. The failing message is the server's (or libpq's) own.
  public init(_ conninfo: String, applicationName: String = "kawaraban") throws(PostgreSQLError) {
    // With expand_dbname the first value may be any connection string; later settings override it.
    let keywords = ["dbname", "application_name", "client_encoding"]
    let values = [conninfo, applicationName, "UTF8"]
    let connected = withCStrings(keywords) { keys in
      withCStrings(values) { PQconnectdbParams(keys, $0, 1) }
    }
    guard let connected else {
      throw PostgreSQLError(kind: .connection, message: "out of memory while connecting")
    }
    guard PQstatus(connected) == CONNECTION_OK else {
      // The message belongs to the connection: copy it before closing.
      let message = String(cString: PQerrorMessage(connected)).trimmed
      PQfinish(connected)
      throw PostgreSQLError(kind: .connection, message: message)
    }
    // What results are read by must not depend on the settings of a server, a role or PGOPTIONS.
    let settings = PQexec(
      connected,
      """
      set datestyle = iso, ymd; set intervalstyle = postgres; set timezone = utc; set bytea_output = hex;
      set standard_conforming_strings = on; set client_min_messages = warning
      """)
    defer { PQclear(settings) }
    guard PQresultStatus(settings) == PGRES_COMMAND_OK else {
      let message = String(cString: PQerrorMessage(connected)).trimmed
      PQfinish(connected)
      throw PostgreSQLError(kind: .connection, message: message)
    }
    pointer = connected
  }

  deinit { PQfinish(pointer) }

  public var serverVersion: Int { Int(PQserverVersion(pointer)) }
  public var backendID: Int { Int(PQbackendPID(pointer)) }
  public var isOpen: Bool { PQstatus(pointer) == CONNECTION_OK }
  public var inTransaction: Bool {
    let status = PQtransactionStatus(pointer)
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN
  }

  public func cancelHandle() throws(PostgreSQLError) -> CancelHandle {
    guard let cancel = PQgetCancel(pointer) else {
      throw PostgreSQLError(kind: .connection, message: "the connection is closed")
    }
    return CancelHandle(cancel)
  }

  /// Runs one statement with parameters and returns its rows.
  public func query(_ sql: String, _ parameters: [Parameter] = []) throws(PostgreSQLError) -> QueryResult {
    let result = withParameters(parameters) { count, values, lengths, formats in
      PQexecParams(pointer, sql, count, nil, values, lengths, formats, 0)
    }
    return QueryResult(try checked(result, sql))
  }

  /// Runs one statement and returns how many rows it changed.
  @discardableResult
  public func execute(_ sql: String, _ parameters: [Parameter] = []) throws(PostgreSQLError) -> Int {
    try query(sql, parameters).affectedRows
  }

  /// Runs a script of several statements; the first error ends it.
  public func run(script: String) throws(PostgreSQLError) {
    PQclear(try checked(PQexec(pointer, script), script))
  }

  /// Prepares a statement under a name of this session.
  public func prepare(_ name: String, _ sql: String) throws(PostgreSQLError) {
    PQclear(try checked(PQprepare(pointer, name, sql, 0, nil), sql))
  }

  public func query(prepared name: String, _ parameters: [Parameter] = []) throws(PostgreSQLError) -> QueryResult {
    let result = withParameters(parameters) { count, values, lengths, formats in
      PQexecPrepared(pointer, name, count, values, lengths, formats, 0)
    }
    return QueryResult(try checked(result, name))
  }

  /// Runs `body` inside a transaction; rolls back on any error, which then goes on to the caller. Inside another
  /// transaction it is a savepoint of that one, whose isolation holds.
  public func transaction<R>(isolation: String = "read committed", _ body: (borrowing Connection) throws -> R) throws -> R {
    let isNested = inTransaction
    try execute(isNested ? "savepoint step" : "begin isolation level \(isolation)")
    let value: R
    do {
      value = try body(self)
    } catch {
      // The first error is the one that explains; a failing rollback (a broken connection) must not mask it.
      PQclear(PQexec(pointer, isNested ? "rollback to savepoint step; release savepoint step" : "rollback"))
      throw error
    }
    try isNested ? run(script: "release savepoint step") : commit()
    return value
  }

  /// Where the connection breaks meanwhile, nobody here can know whether it was done.
  private func commit() throws(PostgreSQLError) {
    do {
      try run(script: "commit")
    } catch where error.kind == .connection {
      throw PostgreSQLError(kind: .outcomeUnknown, message: error.message, state: error.state, statement: "commit")
    }
  }

  /// Loads rows by `copy … from stdin (format binary)`; returns how many the server took.
  ///
  /// Which error wins: the body's own, for it came first and made the COPY fail; else the server's. In every case the
  /// results are drained, so that the connection can be used again.
  @discardableResult
  public func copyIn(_ sql: String, columns: Int, _ body: (inout CopyRows) throws -> Void) throws -> Int {
    let started = PQexec(pointer, sql)
    guard PQresultStatus(started) == PGRES_COPY_IN else {
      PQclear(try checked(started, sql))
      throw PostgreSQLError(kind: .statement, message: "the statement is no COPY from standard input", statement: sql)
    }
    PQclear(started)

    let connection = pointer
    var rows = CopyRows(columns: columns) { (bytes: [UInt8]) throws(PostgreSQLError) in
      let sent = bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { PQputCopyData(connection, $0.baseAddress, Int32($0.count)) }
      }
      // A COPY that the server has refused shows here or at the end; its own words come with the results below.
      if sent != 1 { throw PostgreSQLError(kind: .connection, message: String(cString: PQerrorMessage(connection)).trimmed) }
    }
    do {
      try body(&rows)
      try rows.finish()
    } catch {
      PQputCopyEnd(pointer, "abandoned by the client")
      let refusal = drain(sql)
      if let sending = error as? PostgreSQLError, sending.kind == .connection, let refusal { throw refusal }
      throw error
    }
    guard PQputCopyEnd(pointer, nil) == 1 else {
      throw drain(sql) ?? PostgreSQLError(kind: .connection, message: String(cString: PQerrorMessage(pointer)).trimmed)
    }
    var copied = 0
    var refusal: PostgreSQLError?
    while let result = PQgetResult(pointer) {
      if PQresultStatus(result) == PGRES_COMMAND_OK {
        copied = Int(String(cString: PQcmdTuples(result))) ?? 0
      } else if refusal == nil {
        refusal = failure(result, sql)
      }
      PQclear(result)
    }
    if let refusal { throw refusal }
    return copied
  }

  /// Reads `copy … to stdout` in the format of the statement, a chunk (a row) at a time.
  public func copyOut(_ sql: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    let started = PQexec(pointer, sql)
    guard PQresultStatus(started) == PGRES_COPY_OUT else {
      PQclear(try checked(started, sql))
      throw PostgreSQLError(kind: .statement, message: "the statement is no COPY to standard output", statement: sql)
    }
    PQclear(started)
    var bodyFailure: (any Error)?
    while true {
      var chunk: UnsafeMutablePointer<CChar>?
      let count = PQgetCopyData(pointer, &chunk, 0)
      guard count >= 0, let chunk else { break }
      // After a failure of the body the rest is read and dropped: the session stays usable.
      if bodyFailure == nil {
        do {
          try chunk.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            try body(UnsafeBufferPointer(start: $0, count: Int(count)))
          }
        } catch { bodyFailure = error }
      }
      PQfreemem(chunk)
    }
    let refusal = drain(sql)
    if let bodyFailure { throw bodyFailure }
    if let refusal { throw refusal }
  }

  /// Reads rows one by one without holding them all, in the server's order.
  public func forEachRow(
    _ sql: String, _ parameters: [Parameter] = [], _ body: (borrowing QueryResult) throws -> Void
  ) throws {
    let sent = withParameters(parameters) { count, values, lengths, formats in
      PQsendQueryParams(pointer, sql, count, nil, values, lengths, formats, 0)
    }
    guard sent == 1, PQsetSingleRowMode(pointer) == 1 else {
      throw drain(sql) ?? PostgreSQLError(kind: .connection, message: String(cString: PQerrorMessage(pointer)).trimmed)
    }
    var firstFailure: (any Error)?
    while let result = PQgetResult(pointer) {
      switch PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE:
        let row = QueryResult(result)
        if firstFailure == nil {
          do { try body(row) } catch { firstFailure = error }
        }
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK: PQclear(result)
      default:
        if firstFailure == nil { firstFailure = failure(result, sql) }
        PQclear(result)
      }
    }
    if let firstFailure { throw firstFailure }
  }

  /// Reads what is left of a statement to its end; the first refusal among it.
  private func drain(_ sql: String) -> PostgreSQLError? {
    var refusal: PostgreSQLError?
    while let result = PQgetResult(pointer) {
      let status = PQresultStatus(result)
      if refusal == nil, status != PGRES_COMMAND_OK, status != PGRES_TUPLES_OK { refusal = failure(result, sql) }
      PQclear(result)
      // A broken connection would return the same failure for ever.
      if PQstatus(pointer) != CONNECTION_OK { break }
    }
    return refusal
  }

  private func checked(_ result: OpaquePointer?, _ sql: String) throws(PostgreSQLError) -> OpaquePointer {
    guard let result else {
      throw PostgreSQLError(kind: .connection, message: String(cString: PQerrorMessage(pointer)).trimmed, statement: sql)
    }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return result
    default:
      let error = failure(result, sql)
      PQclear(result)
      throw error
    }
  }

  private func failure(_ result: OpaquePointer, _ sql: String) -> PostgreSQLError {
    func field(_ code: Character) -> String? {
      guard let ascii = code.asciiValue, let text = PQresultErrorField(result, Int32(ascii)) else { return nil }
      return String(cString: text)
    }
    // Field codes of the protocol: C state, M message, D detail, H hint, W context, n constraint, t table.
    let message = field("M") ?? String(cString: PQresultErrorMessage(result)).trimmed
    let broken = PQstatus(pointer) != CONNECTION_OK
    return PostgreSQLError(
      kind: broken ? .connection : .statement,
      message: message.isEmpty ? String(cString: PQerrorMessage(pointer)).trimmed : message,
      state: field("C").map(SQLState.init), detail: field("D"), hint: field("H"), context: field("W"),
      constraint: field("n"), table: field("t"), statement: sql)
  }
}

private func withParameters<R>(
  _ parameters: [Parameter],
  _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> R
) -> R {
  let wires = parameters.map(\.wire)
  var storage: [UInt8] = []
  var offsets: [Int?] = []
  for wire in wires {
    offsets.append(wire == nil ? nil : storage.count)
    if let wire { storage += wire.bytes + [0] }
  }
  let lengths = wires.map { Int32($0?.bytes.count ?? 0) }
  let formats = wires.map { Int32($0?.isBinary == true ? 1 : 0) }
  return storage.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) { chars in
      let values = offsets.map { offset in offset.flatMap { at in chars.baseAddress.map { UnsafePointer($0 + at) } } }
      return body(Int32(parameters.count), values, lengths, formats)
    }
  }
}

private func withCStrings<R>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> R) -> R {
  var storage: [CChar] = []
  var offsets: [Int] = []
  for string in strings {
    offsets.append(storage.count)
    storage += string.utf8.map { CChar(bitPattern: $0) } + [0]
  }
  return storage.withUnsafeBufferPointer { chars in
    body(offsets.map { offset in chars.baseAddress.map { UnsafePointer($0 + offset) } } + [nil])
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
