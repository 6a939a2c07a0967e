/// A value for `$1`, `$2` … in a statement. Sent as text, or as bytes for `bytea`.
public enum Parameter: Sendable, Equatable {
  case null
  case text(String)
  case integer(Int64)
  case bool(Bool)
  case bytes([UInt8])
  /// `text[]`, `bigint[]`.
  case texts([String])
  case integers([Int64])

  public static func text(_ value: String?) -> Parameter { value.map { .text($0) } ?? .null }
  public static func integer(_ value: Int) -> Parameter { .integer(Int64(value)) }

  /// The bytes on the wire without a terminating zero, and whether they are binary; `nil` is SQL null.
  var wire: (bytes: [UInt8], isBinary: Bool)? {
    switch self {
    case .null: nil
    case .text(let value): (Array(value.utf8), false)
    case .integer(let value): (Array("\(value)".utf8), false)
    case .bool(let value): (Array((value ? "t" : "f").utf8), false)
    case .bytes(let value): (value, true)
    case .texts(let values): (Array(array(values).utf8), false)
    case .integers(let values): (Array(("{" + values.map(String.init).joined(separator: ",") + "}").utf8), false)
    }
  }

  private func array(_ values: [String]) -> String {
    var literal = "{"
    for (index, value) in values.enumerated() {
      if index > 0 { literal += "," }
      literal += "\""
      for scalar in value.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { literal += "\\" }
        literal.unicodeScalars.append(scalar)
      }
      literal += "\""
    }
    return literal + "}"
  }
}

extension Parameter: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}
