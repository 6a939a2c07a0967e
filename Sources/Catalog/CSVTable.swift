import Facts
import Language

/// Rows of one CSV file (RFC 4180, UTF-8, a header line), read in one pass over the bytes.
///
/// `a,"b, c"` is two fields. Fields are spans of the bytes, so that the whole file can be folded at once; a broken line
/// names itself: `aliases.csv:12: 4 fields instead of 5`.
struct CSVTable {
  let file: String
  let bytes: [UInt8]
  private let width: Int
  /// Field spans, `width` a row, the header left out.
  private let fields: [Span]
  private let lines: [Int]
  /// Whether a quoted field somewhere holds a doubled quotation mark.
  private let hasDoubledQuotes: Bool

  var count: Int { lines.count }

  init(file: String, bytes: [UInt8], header: [String]) throws {
    var parser = Parser(bytes: bytes)
    var fields: [Span] = []
    var lines: [Int] = []
    fields.reserveCapacity(bytes.count / 6)
    func broken(_ problem: String, _ remedy: String) -> CatalogError {
      CatalogError(file: file, line: parser.rowLine, problem: problem, remedy: remedy)
    }
    var isHeader = true
    while true {
      let before = fields.count
      switch parser.row(into: &fields) {
      case .end: break
      case .openQuote: throw broken("a quoted field never ends", "close the quotation mark or double it inside the field")
      case .row:
        let found = fields.count - before
        if isHeader {
          let names = fields.map { String(decoding: bytes[$0.range], as: UTF8.self) }
          guard names == header else {
            throw broken(
              "the header is “\(names.joined(separator: ","))”", "make it “\(header.joined(separator: ","))”")
          }
          fields.removeAll(keepingCapacity: true)
          isHeader = false
        } else if found == 1, fields[before].count == 0 {
          fields.removeLast()
        } else if found != header.count {
          throw broken("\(found) fields instead of \(header.count)", "fill the row, or quote a field that holds a comma")
        } else {
          lines.append(parser.rowLine)
        }
        continue
      }
      break
    }
    if isHeader { throw broken("the file is empty", "begin it with “\(header.joined(separator: ","))”") }
    self.file = file
    self.bytes = bytes
    self.width = header.count
    self.fields = fields
    self.lines = lines
    hasDoubledQuotes = parser.hasDoubledQuotes
  }

  func line(_ row: Int) -> Int { lines[row] }

  func span(_ row: Int, _ column: Int) -> Span { fields[row * width + column] }

  /// Do two rows have the same bytes in a column?
  func isEqual(_ left: Int, _ right: Int, column: Int) -> Bool {
    let (left, right) = (span(left, column), span(right, column))
    guard left.count == right.count else { return false }
    for offset in 0..<left.count where bytes[left.start + offset] != bytes[right.start + offset] { return false }
    return true
  }

  /// The field as text, `nil` if empty.
  func optional(_ row: Int, _ column: Int) -> String? {
    let span = span(row, column)
    return span.count == 0 ? nil : text(span)
  }

  func required(_ row: Int, _ column: Int) -> String { text(span(row, column)) }

  private func text(_ span: Span) -> String {
    let text = String(decoding: bytes[span.range], as: UTF8.self)
    guard hasDoubledQuotes, text.utf8.contains(0x22) else { return text }
    return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }

  func error(_ row: Int, _ problem: String, _ remedy: String) -> CatalogError {
    CatalogError(file: file, line: lines[row], problem: problem, remedy: remedy)
  }

  private struct Parser {
    enum Outcome { case row, end, openQuote }
    let bytes: [UInt8]
    var offset = 0
    var line = 1
    var rowLine = 1
    var hasDoubledQuotes = false

    init(bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    mutating func row(into fields: inout [Span]) -> Outcome {
      rowLine = line
      guard offset < bytes.count else { return .end }
      while true {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
          guard let span = quoted() else { return .openQuote }
          fields.append(span)
        } else {
          let start = offset
          while offset < bytes.count, bytes[offset] != UInt8(ascii: ","), bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
          let end = offset > start && bytes[offset - 1] == UInt8(ascii: "\r") ? offset - 1 : offset
          fields.append(Span(start, end))
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
          offset += 1
          continue
        }
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        offset += 1
        line += 1
        return .row
      }
    }

    /// The inside of a quoted field; stands after the closing mark.
    private mutating func quoted() -> Span? {
      offset += 1
      let start = offset
      while offset < bytes.count {
        if bytes[offset] == UInt8(ascii: "\"") {
          if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") {
            hasDoubledQuotes = true
            offset += 2
            continue
          }
          offset += 1
          return Span(start, offset - 1)
        }
        if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
        offset += 1
      }
      return nil
    }
  }
}
