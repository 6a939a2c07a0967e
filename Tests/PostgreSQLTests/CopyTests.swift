import PostgreSQL
import TestCluster
import Testing

@Suite struct CopyTests {
  /// significand, exponent, as PostgreSQL writes it.
  @Test(arguments: [
    (Int128(38), 9, "38000000000"), (0, 0, "0"), (-25, -2, "-0.25"), (1, -3, "0.001"), (58, 11, "5800000000000"),
    (123_456_789, -4, "12345.6789"), (1, -4, "0.0001"), (10_001, 0, "10001"), (9_999, 4, "99990000"),
    (Int128("99999999999999999999999999999999999999"), 0, "99999999999999999999999999999999999999"), (7, -9, "0.000000007"),
  ] as [(Int128?, Int, String)])
  func numericIsExact(significand: Int128?, exponent: Int, text: String) throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table t (v numeric)")
    try connection.copyIn("copy t from stdin (format binary)", columns: 1) { rows in
      try rows.begin()
      rows.numeric(Numeric(significand: try #require(significand), exponent: exponent))
    }
    let stored = try connection.query("select v::text from t").text(0, 0)
    #expect(stored == text)
  }

  @Test func everyTypeComesBack() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table t (a text, b integer, c bigint, d boolean, e bytea, f date, g date, h text)")
    let count = try connection.copyIn("copy t from stdin (format binary)", columns: 8) { rows in
      try rows.begin()
      rows.text("35億円")
      rows.int32(-7)
      rows.int64(Int64.max)
      rows.bool(true)
      rows.bytes([0, 255])
      rows.date(dayNumber: 20_395)
      rows.dateInfinity(negative: true)
      rows.null()
    }
    #expect(count == 1)
    let row = try connection.query("select a, b, c, d, e, f, g, h from t")
    let values = (0..<8).map { row.optionalText(0, $0) }
    #expect(values == ["35億円", "-7", "9223372036854775807", "t", "\\x00ff", "2025-11-03", "-infinity", nil])
  }

  @Test func manyBuffersLoadWhole() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table t (v text)")
    let count = try connection.copyIn("copy t from stdin (format binary)", columns: 1) { rows in
      for _ in 0..<5_000 {
        try rows.begin()
        rows.text(String(repeating: "億", count: 40))
      }
    }
    #expect(count == 5_000)
    #expect(try integer("select sum(octet_length(v)) from t", connection) == 600_000)
  }

  @Test func theBodysErrorWinsAndNothingStays() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table t (v text)")
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try connection.copyIn("copy t from stdin (format binary)", columns: 1) { rows in
        try rows.begin()
        rows.text("ソラ")
        throw Stop()
      }
    }
    #expect(try integer("select count(*) from t", connection) == 0)
  }

  @Test func theServersRefusalNamesTheRow() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    try connection.execute("create table t (v integer not null)")
    #expect { try connection.copyIn("copy t from stdin (format binary)", columns: 1) { rows in
      try rows.begin()
      rows.int32(1)
      try rows.begin()
      rows.null()
    } } throws: { error in
      guard let error = error as? PostgreSQLError else { return false }
      return error.state?.code == "23502" && error.context?.contains("line 2") == true
    }
    #expect(try integer("select 1", connection) == 1)
  }

  @Test func rowsComeOutAgain() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    var text = ""
    try connection.copyOut("copy (select '円' || g from generate_series(1, 3) g) to stdout") { chunk in
      text += String(decoding: chunk, as: UTF8.self)
    }
    #expect(text == "円1\n円2\n円3\n")
  }
}
