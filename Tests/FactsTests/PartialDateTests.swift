import Testing

@testable import Facts

@Suite("Dates as exact as the text")
struct PartialDateTests {
  @Test("Text round-trips", arguments: ["2030", "2025-11", "2025-11-03", "XXXX-11-03", "XXXX-02"])
  func roundTrip(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test("A time is cut to its day")
  func time() {
    #expect(PartialDate("2025-11-03T09:00:00Z")?.description == "2025-11-03")
  }

  @Test("What is no date is refused", arguments: ["", "25", "2025-13", "2025-02-30", "2025-1-2", "XXXX", "abcd", "2025-11-03-04"])
  func refused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("A period has a first and a last day, and a day number that comes back")
  func bounds() throws {
    let month = try #require(PartialDate("2024-02"))
    #expect(month.earliest?.description == "2024-02-01")
    #expect(month.latest?.description == "2024-02-29")
    #expect(month.dateKey == 20_240_201)
    for text in ["1970-01-01", "1999-12-31", "2000-02-29", "2026-11-25"] {
      let number = try #require(PartialDate(text)?.dayNumber)
      #expect(PartialDate(dayNumber: number).description == text)
    }
    #expect(PartialDate("1970-01-01")?.dayNumber == 0)
    #expect(PartialDate("XXXX-11-03")?.dateKey == nil)
  }
}

@Suite("Offsets")
struct ScalarIndexTests {
  @Test("Byte offsets become scalar offsets anywhere in a long text of mixed widths")
  func offsets() {
    let text = String(repeating: "aソ🙂é", count: 100)
    let index = ScalarIndex(Array(text.utf8))
    var bytes = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.scalars(before: bytes) == number)
      bytes += String(scalar).utf8.count
    }
    #expect(index.scalars(before: bytes) == text.unicodeScalars.count)
  }
}
