public import PostgreSQL

/// Data-quality tests: a file of `sql/checks` each, whose first line says how severe it is and what must hold, and whose
/// query returns the offending rows.
///
/// `-- block: The shares of a deal's parties sum to 1 within each role.`
///
/// A condition `{touched d.deal_key}` limits a blocking check to the deals that a refresh touched, where one asks; the
/// command `check` looks at all.
public struct Checks: Sendable {
  public enum Severity: String, Sendable { case block, warn }

  public struct Check: Sendable, Equatable {
    public let name: String
    public let severity: Severity
    /// What must hold.
    public let rule: String
    let text: String

    /// The query over all deals, or over those of the working table `checked_deal`.
    func query(touchedOnly: Bool) -> String {
      var query = ""
      var rest = text[...]
      while let mark = rest.firstRange(of: "{touched "), let end = rest[mark.upperBound...].firstIndex(of: "}") {
        query += rest[..<mark.lowerBound]
        query += touchedOnly ? "\(rest[mark.upperBound..<end]) in (select deal_key from checked_deal)" : "true"
        rest = rest[rest.index(after: end)...]
      }
      return query + rest
    }
  }

  public struct Result: Sendable, Equatable {
    public let check: Check
    public let offenders: Int
    public let columns: [String]
    /// The first offending rows, by column; `nil` is SQL null.
    public let sample: [[String?]]

    public var isPassed: Bool { offenders == 0 }
  }

  public let checks: [Check]

  public init(files: SQLFiles = .embedded()) throws(WarehouseError) {
    var checks: [Check] = []
    for path in files.paths where path.hasPrefix("checks/") {
      let text = try files.text(path)
      let head = text.prefix { $0 != "\n" }
      let words = head.split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[0] == "--", words[1].hasSuffix(":"),
        let severity = Severity(rawValue: String(words[1].dropLast()))
      else { throw WarehouseError(.schema, "sql/\(path) must begin with “-- block: …” or “-- warn: …”") }
      checks.append(
        Check(
          name: String(path.dropFirst("checks/".count).dropLast(".sql".count)), severity: severity, rule: String(words[2]),
          text: text))
    }
    self.checks = checks
  }

  /// Runs the checks (of one severity, or all); keeps the results in `ops.check_result`.
  public func run(
    _ connection: borrowing Connection, run: Run?, severity: Severity? = nil, sampleSize: Int = 10
  ) throws -> [Result] {
    try self.run(connection, run: run, severity: severity, touchedOnly: false, sampleSize: sampleSize)
  }

  func run(
    _ connection: borrowing Connection, run: Run?, severity: Severity?, touchedOnly: Bool, sampleSize: Int = 10
  ) throws -> [Result] {
    var results: [Result] = []
    for check in checks where severity == nil || check.severity == severity {
      let rows = try connection.query(check.query(touchedOnly: touchedOnly))
      let columns = rows.columnNames
      let sample = (0..<min(sampleSize, rows.rowCount)).map { row in
        columns.indices.map { rows.optionalText(row, $0) }
      }
      let result = Result(check: check, offenders: rows.rowCount, columns: columns, sample: sample)
      try keep(result, run, connection)
      results.append(result)
    }
    return results
  }

  func keep(_ result: Result, _ run: Run?, _ connection: borrowing Connection) throws {
    try connection.execute(
      """
      insert into ops.check_result (run_id, check_name, severity, offenders, sample)
      values ($1, $2, $3, $4, (
        select jsonb_agg(columns.told order by columns.place)
        from unnest($5::text[]) with ordinality as columns (told, place)
      ))
      """,
      [
        run.map { .integer($0.id) } ?? .null, .text(result.check.name), .text(result.check.severity.rawValue),
        .integer(result.offenders), .texts(result.sample.map { result.told($0) }),
      ])
  }
}

extension Checks.Result {
  /// A row in words: `deal_key 12, amount 5`.
  public func told(_ row: [String?]) -> String {
    zip(columns, row).map { "\($0) \($1 ?? "null")" }.joined(separator: ", ")
  }
}
