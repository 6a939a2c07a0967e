import Testing

@testable import kawaraban

@Suite struct RateTableTests {
  private func table(_ text: String) throws -> RateTable { try RateTable(Array(text.utf8)) }

  @Test("the central bank's file: newest first, N/A, a comma at each end")
  func centralBank() throws {
    let found = try table("Date,USD,JPY,BGN,\r\n2025-11-04,1.1491,176.65,N/A,\r\n2025-11-03,1.1514,177.43,1.9558,\r\n")
    #expect(found.csv == "Date,BGN,JPY,USD\n2025-11-03,1.9558,177.43,1.1514\n2025-11-04,,176.65,1.1491\n")
  }

  @Test("an update keeps older days and corrects the days of both")
  func update() throws {
    let old = try table("Date,USD,SEK\n2025-11-03,1.15,10.9\n2025-11-04,1.14,10.8\n")
    let new = try table("Date,USD,JPY\n2025-11-04,1.1491,176.65\n2025-11-05,1.148,177\n")
    #expect(
      old.updated(with: new).csv
        == "Date,JPY,SEK,USD\n2025-11-03,,10.9,1.15\n2025-11-04,176.65,10.8,1.1491\n2025-11-05,177,,1.148\n")
  }

  @Test("what is no table says so", arguments: [
    ("", RateTableError.noHeader), ("<html></html>", .noHeader), ("Date,Dollar\n2025-11-03,1\n", .notACurrency("Dollar")),
    ("Date,USD\n2025-11-03,one\n", .malformed(row: 2)), ("Date,USD\n2025-11,1.1\n", .malformed(row: 2)),
    ("Date,USD\n2025-11-03,-1.1\n", .malformed(row: 2)), ("Date,USD\n", .empty),
  ])
  func faults(text: String, fault: RateTableError) {
    #expect(throws: fault) { try table(text) }
  }
}
