/// A JSON document with the order of its fields kept. Numbers stay as written: an amount is never a floating-point number.
indirect enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  subscript(_ key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }
}

/// Reads RFC 8259 in one pass over bytes. Lone surrogates become U+FFFD; depth is bounded.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private let nesting: Int

  init(_ bytes: [UInt8], nesting: Int) {
    self.bytes = bytes
    self.nesting = nesting
  }

  /// Whether bytes are one JSON value.
  static func isValue(_ bytes: [UInt8], nesting: Int) -> Bool {
    do {
      _ = try parse(bytes, nesting: nesting)
      return true
    } catch {
      return false
    }
  }

  /// The one value of the document, nothing but white space behind it.
  static func parse(_ bytes: [UInt8], nesting: Int) throws(ReadFailure) -> JSONValue {
    var parser = JSONParser(bytes, nesting: nesting)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.failure("text after the end of the value") }
    return value
  }

  private func failure(_ what: String) -> ReadFailure { ReadFailure(.malformed, "not JSON: \(what) at byte \(index)") }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func value(depth: Int) throws(ReadFailure) -> JSONValue {
    guard depth <= nesting else { throw ReadFailure(.tooDeep, "nested deeper than \(nesting)") }
    skipSpace()
    guard index < bytes.count else { throw failure("unexpected end") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return number()
    default: throw failure("unexpected byte \(bytes[index])")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(ReadFailure) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { throw failure("unexpected end") }
    for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { throw failure("unknown word") }
    index += count
    return value
  }

  private mutating func number() -> JSONValue {
    let start = index
    while index < bytes.count, isASCIIAlphanumeric(bytes[index]) || [0x2B, 0x2D, 0x2E].contains(bytes[index]) { index += 1 }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func array(depth: Int) throws(ReadFailure) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return .array(values)
    }
    while true {
      values.append(try value(depth: depth + 1))
      if try isClosed(by: UInt8(ascii: "]")) { return .array(values) }
    }
  }

  private mutating func object(depth: Int) throws(ReadFailure) -> JSONValue {
    index += 1
    var fields: [(key: String, value: JSONValue)] = []
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return .object(fields)
    }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw failure("a field's name is missing") }
      let key = try string()
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw failure("“:” is missing") }
      index += 1
      fields.append((key, try value(depth: depth + 1)))
      if try isClosed(by: UInt8(ascii: "}")) { return .object(fields) }
    }
  }

  private mutating func isClosed(by mark: UInt8) throws(ReadFailure) -> Bool {
    skipSpace()
    guard index < bytes.count else { throw failure("unexpected end") }
    let byte = bytes[index]
    guard byte == mark || byte == UInt8(ascii: ",") else { throw failure("“,” is missing") }
    index += 1
    return byte == mark
  }

  private mutating func string() throws(ReadFailure) -> String {
    index += 1
    let start = index
    index = plainEnd()
    guard index < bytes.count else { throw failure("a string has no end") }
    if bytes[index] == UInt8(ascii: "\"") {
      defer { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        index += 1
        try escape(into: &text)
      } else {
        let end = plainEnd()
        text.append(contentsOf: bytes[index..<end])
        index = end
      }
    }
    throw failure("a string has no end")
  }

  /// Where the run ends that needs no thought: at the next quotation mark or backslash.
  private func plainEnd() -> Int {
    bytes.withUnsafeBytes { raw in
      var end = index
      while end + Lanes.count <= raw.count, !Lanes(raw, at: end).holds(0x22, or: 0x5C) { end += Lanes.count }
      while end < raw.count, raw[end] != UInt8(ascii: "\""), raw[end] != UInt8(ascii: "\\") { end += 1 }
      return end
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(ReadFailure) {
    guard index < bytes.count else { throw failure("a string has no end") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"):
      var unit = UInt32(try hexadecimal())
      if (0xD800..<0xDC00).contains(unit), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let mark = index
        index += 2
        let low = UInt32(try hexadecimal())
        if (0xDC00..<0xE000).contains(low) { unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) } else { index = mark }
      }
      text.append(contentsOf: String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
    default: text.append(byte)
    }
  }

  private mutating func hexadecimal() throws(ReadFailure) -> UInt16 {
    guard index + 4 <= bytes.count else { throw failure("a string has no end") }
    var value: UInt16 = 0
    for offset in 0..<4 {
      guard let digit = hexadecimalValue(bytes[index + offset]) else { throw failure("a broken \\u escape") }
      value = value << 4 | UInt16(digit)
    }
    index += 4
    return value
  }
}
