internal import Facts
internal import PostgreSQL

/// A table of `staging` and the columns that COPY fills, in their order.
struct StagingTable {
  let name: String
  let columns: [Substring]

  init(_ name: String, _ columns: String...) {
    self.name = name
    self.columns = columns.flatMap { $0.split(separator: " ") }
  }

  func copy(into connection: borrowing Connection, _ body: (inout CopyRows) throws -> Void) throws {
    try connection.copyIn(
      "copy staging.\(name) (\(columns.joined(separator: ", "))) from stdin (format binary)", columns: columns.count, body)
  }
}

extension CopyRows {
  mutating func decimal(_ value: ExactDecimal?) {
    numeric(value.map { Numeric(significand: $0.significand, exponent: $0.exponent) })
  }

  /// The columns span_start, span_end, is_in_title, quote, rule.
  mutating func proof(_ evidence: Evidence) {
    int32(evidence.start)
    int32(evidence.end)
    bool(evidence.part == .title)
    var quote = String.UnicodeScalarView()
    quote.append(contentsOf: evidence.text.unicodeScalars.prefix(200))
    text(String(quote).withoutZeros)
    text(evidence.rule)
  }
}

extension Confidence {
  var numeric: Numeric { Numeric(significand: Int128(thousandths), exponent: -3) }
}
