internal import Facts

/// A text table of rules: tab-separated, the first line names the columns, `#` begins a comment line.
///
/// Rules are data, so that adding a trigger is adding a row. Errors name file, line and what to do.
struct RuleTable: Sendable {
  struct Row: Sendable {
    let file: String
    let line: Int
    let cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }

    /// A cell that holds a list: `買収,子会社化`.
    func list(_ column: String) -> [String] {
      self[column].split(separator: ",").map { String($0) }
    }

    func fail(_ reason: String) -> RuleError { RuleError(file: file, line: line, reason: reason) }
  }

  let rows: [Row]

  /// One table in several files, one a language.
  init(_ parts: [RuleTable]) {
    rows = parts.flatMap(\.rows)
  }

  init(file: String, bytes: [UInt8], required: [String]) throws {
    var rows: [Row] = []
    var header: [String] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      if header.isEmpty {
        header = cells
        if let missing = required.first(where: { !header.contains($0) }) {
          throw RuleError(file: file, line: index + 1, reason: "column “\(missing)” is missing; the first line must name the columns")
        }
        continue
      }
      guard cells.count <= header.count else {
        throw RuleError(
          file: file, line: index + 1, reason: "\(cells.count) cells where the header has \(header.count); is there a stray tab?")
      }
      var values: [String: String] = [:]
      for (name, cell) in zip(header, cells) { values[name] = cell }
      rows.append(Row(file: file, line: index + 1, cells: values))
    }
    self.rows = rows
  }
}

/// A rule file that cannot be used. Trying again does not help; mending the named line does.
public struct RuleError: Error, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let reason: String
  public var description: String { "\(file):\(line): \(reason)" }
}
