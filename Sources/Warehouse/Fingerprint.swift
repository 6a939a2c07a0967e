public import PostgreSQL

/// One hash of the whole mart by natural keys and values: equal warehouses have equal fingerprints, whatever the order of
/// articles, batches, workers and runs.
public struct Fingerprint: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    public let table: String
    public let rows: Int
    public let hash: String
  }

  /// By table, to find where two warehouses differ.
  public let parts: [Part]
  /// SHA-256 over the parts, lower-case hexadecimal.
  public let hash: String

  public static func compute(_ connection: borrowing Connection, files: SQLFiles = .embedded()) throws -> Fingerprint {
    let rows = try connection.query(files.text("fingerprint.sql"))
    let parts = try (0..<rows.rowCount).map { row in
      Part(table: try rows.text(row, 0), rows: Int(try rows.integer(row, 1)), hash: try rows.text(row, 2))
    }
    let whole = parts.map { "\($0.table) \($0.rows) \($0.hash)\n" }.joined()
    let hash = try connection.query("select encode(sha256(convert_to($1, 'UTF8')), 'hex')", [.text(whole)]).text(0, 0)
    return Fingerprint(parts: parts, hash: hash)
  }
}
