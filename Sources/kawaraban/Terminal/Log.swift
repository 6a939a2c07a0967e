import Foundation

/// What a run says of itself while it goes: lines for a person, or one JSON object a line for a machine, on standard error.
///
/// Example: `{"time":"2026-01-05T04:00:00Z","level":"info","event":"batch committed","articles":256}`.
struct Log: Sendable {
  enum Format: String, Sendable, CaseIterable { case text, json }
  enum Level: String, Sendable { case info, warning, error }

  let format: Format
  private let write: @Sendable (String) -> Void
  private let now: @Sendable () -> Date

  init(
    format: Format, now: @escaping @Sendable () -> Date = { Date() },
    write: @escaping @Sendable (String) -> Void = { StandardStream.error.write($0) }
  ) {
    self.format = format
    self.write = write
    self.now = now
  }

  /// A step on the way: for machines only, a person at a terminal sees the progress bar.
  func step(_ event: String, _ fields: KeyValuePairs<String, LogValue> = [:]) {
    if format == .json { line(.info, event, fields) }
  }

  func info(_ event: String, _ fields: KeyValuePairs<String, LogValue> = [:]) { line(.info, event, fields) }
  func warning(_ event: String, _ fields: KeyValuePairs<String, LogValue> = [:]) { line(.warning, event, fields) }
  func error(_ event: String, _ fields: KeyValuePairs<String, LogValue> = [:]) { line(.error, event, fields) }

  private func line(_ level: Level, _ event: String, _ fields: KeyValuePairs<String, LogValue>) {
    switch format {
    case .text:
      let prefix = level == .info ? "" : level.rawValue + ": "
      let tail = fields.map { " \($0.key)=\($0.value.text)" }.joined()
      write("kawaraban: \(prefix)\(event)\(tail)\n")
    case .json:
      var members = [("time", LogValue.string(now().formatted(.iso8601))), ("level", .string(level.rawValue)), ("event", .string(event))]
      members += fields.map { ($0.key, $0.value) }
      write("{" + members.map { "\(jsonString($0.0)):\($0.1.json)" }.joined(separator: ",") + "}\n")
    }
  }
}

/// A field of a log line.
enum LogValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation {
  case string(String)
  case integer(Int)
  case number(Double)

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }

  /// Quoted only where a space, a quote or an equals sign would make the line ambiguous.
  var text: String {
    switch self {
    case .string(let value): value.contains(where: { " \"=\n".contains($0) }) || value.isEmpty ? jsonString(value) : value
    case .integer(let value): "\(value)"
    case .number(let value): value.formatted(.number.precision(.fractionLength(0...3)).grouping(.never).locale(.init(identifier: "en_US_POSIX")))
    }
  }

  var json: String {
    switch self {
    case .string(let value): jsonString(value)
    case .integer, .number: text
    }
  }
}

/// A JSON string literal with its quotes.
func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
