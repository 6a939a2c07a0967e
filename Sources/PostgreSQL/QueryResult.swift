internal import CLibpq

/// The rows of one statement; freed when it goes out of scope. Columns are read by place, typed.
///
/// ```
/// let result = try connection.query("select name, amount from t")
/// for row in 0..<result.rowCount { print(try result.text(row, 0), try result.integer(row, 1)) }
/// ```
public struct QueryResult: ~Copyable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit { PQclear(pointer) }

  public var rowCount: Int { Int(PQntuples(pointer)) }
  public var columnCount: Int { Int(PQnfields(pointer)) }
  public var columnNames: [String] { (0..<columnCount).map { String(cString: PQfname(pointer, Int32($0))) } }

  /// Rows that an `insert`, `update`, `delete`, `copy` changed; 0 for others.
  public var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  public func isNull(_ row: Int, _ column: Int) -> Bool {
    PQgetisnull(pointer, Int32(row), Int32(column)) == 1
  }

  public func optionalText(_ row: Int, _ column: Int) -> String? {
    isNull(row, column) ? nil : withBytes(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  public func text(_ row: Int, _ column: Int) throws(PostgreSQLError) -> String {
    guard let value = optionalText(row, column) else { throw mismatch(row, column, "text, found null") }
    return value
  }

  public func optionalInteger(_ row: Int, _ column: Int) throws(PostgreSQLError) -> Int64? {
    guard let text = optionalText(row, column) else { return nil }
    guard let value = Int64(text) else { throw mismatch(row, column, "an integer, found “\(text)”") }
    return value
  }

  public func integer(_ row: Int, _ column: Int) throws(PostgreSQLError) -> Int64 {
    guard let value = try optionalInteger(row, column) else { throw mismatch(row, column, "an integer, found null") }
    return value
  }

  public func bool(_ row: Int, _ column: Int) throws(PostgreSQLError) -> Bool {
    switch optionalText(row, column) {
    case "t": return true
    case "f": return false
    case let other: throw mismatch(row, column, "a boolean, found \(other.map { "“\($0)”" } ?? "null")")
    }
  }

  /// A `bytea` column in its hexadecimal form.
  public func optionalBytes(_ row: Int, _ column: Int) throws(PostgreSQLError) -> [UInt8]? {
    guard !isNull(row, column) else { return nil }
    let decoded: [UInt8]? = withBytes(row, column) { hex in
      guard hex.count >= 2, hex.count % 2 == 0, hex[0] == UInt8(ascii: "\\"), hex[1] == UInt8(ascii: "x") else { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(hex.count / 2 - 1)
      for index in stride(from: 2, to: hex.count, by: 2) {
        guard let high = nibble(hex[index]), let low = nibble(hex[index + 1]) else { return nil }
        bytes.append(high << 4 | low)
      }
      return bytes
    }
    guard let decoded else { throw mismatch(row, column, "bytea in hexadecimal") }
    return decoded
  }

  public func withBytes<R>(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let length = Int(PQgetlength(pointer, Int32(row), Int32(column)))
    guard let start = PQgetvalue(pointer, Int32(row), Int32(column)) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return start.withMemoryRebound(to: UInt8.self, capacity: length) { body(UnsafeBufferPointer(start: $0, count: length)) }
  }

  private func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private func mismatch(_ row: Int, _ column: Int, _ expected: String) -> PostgreSQLError {
    let name = PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? "\(column)"
    return PostgreSQLError(kind: .decoding, message: "row \(row), column “\(name)”: expected \(expected)")
  }
}
