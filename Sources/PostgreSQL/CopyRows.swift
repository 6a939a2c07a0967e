/// One COPY stream in PostgreSQL's binary format: 64 KB of rows at a time, lengths in bytes, big-endian.
///
/// ```
/// try connection.copyIn("copy staging.deal (name, amount) from stdin (format binary)", columns: 2) { rows in
///   try rows.begin(); rows.text("ソラ"); rows.numeric(Numeric(significand: 35, exponent: 8))
/// }
/// ```
public struct CopyRows: ~Copyable {
  static let flushAt = 65_536

  var buffer: [UInt8] = []
  let columns: Int
  public private(set) var count = 0
  private let send: ([UInt8]) throws(PostgreSQLError) -> Void

  init(columns: Int, send: @escaping ([UInt8]) throws(PostgreSQLError) -> Void) {
    self.columns = columns
    self.send = send
    buffer.reserveCapacity(Self.flushAt + 8192)
    // Signature, flags, length of the header extension.
    buffer += [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00]
    buffer += [0, 0, 0, 0, 0, 0, 0, 0]
  }

  /// Begins a row; `columns` values must follow.
  public mutating func begin() throws(PostgreSQLError) {
    if buffer.count >= Self.flushAt { try flush() }
    count += 1
    append(UInt16(columns))
  }

  public mutating func null() { append(UInt32.max) }

  public mutating func text(_ value: String?) {
    guard var value else { return null() }
    value.withUTF8 { bytes in
      append(UInt32(bytes.count))
      buffer.append(contentsOf: bytes)
    }
  }

  public mutating func bytes(_ value: [UInt8]?) {
    guard let value else { return null() }
    append(UInt32(value.count))
    buffer.append(contentsOf: value)
  }

  public mutating func bool(_ value: Bool?) {
    guard let value else { return null() }
    append(UInt32(1))
    buffer.append(value ? 1 : 0)
  }

  /// A column of type `smallint`.
  public mutating func int16(_ value: Int?) {
    guard let value else { return null() }
    append(UInt32(2))
    append(UInt16(bitPattern: Int16(clamping: value)))
  }

  /// A column of type `integer`.
  public mutating func int32(_ value: Int?) {
    guard let value else { return null() }
    append(UInt32(4))
    append(UInt32(bitPattern: Int32(clamping: value)))
  }

  /// A column of type `bigint`.
  public mutating func int64(_ value: Int64?) {
    guard let value else { return null() }
    append(UInt32(8))
    let bits = UInt64(bitPattern: value)
    append(UInt32(truncatingIfNeeded: bits >> 32))
    append(UInt32(truncatingIfNeeded: bits))
  }

  /// A column of type `bigint[]`.
  public mutating func int64s(_ values: [Int64]) {
    append(UInt32(20 + 12 * values.count))
    // Dimensions, no nulls, the type's number, length, first subscript.
    for part in [UInt32(1), 0, 20, UInt32(values.count), 1] { append(part) }
    for value in values { int64(value) }
  }

  /// A column of type `numeric`.
  public mutating func numeric(_ value: Numeric?) {
    guard let value else { return null() }
    let lengthAt = buffer.count
    append(UInt32(0))
    value.append(to: &buffer)
    let length = UInt32(buffer.count - lengthAt - 4)
    for byte in 0..<4 { buffer[lengthAt + byte] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(byte))) }
  }

  /// A column of type `date`, in days since 1970-01-01.
  public mutating func date(dayNumber: Int?) {
    guard let dayNumber else { return null() }
    int32(dayNumber - 10_957)
  }

  /// `-infinity` and `infinity` in a column of type `date`.
  public mutating func dateInfinity(negative: Bool) {
    append(UInt32(4))
    append(UInt32(bitPattern: negative ? Int32.min : Int32.max))
  }

  mutating func finish() throws(PostgreSQLError) {
    append(UInt16.max)
    try flush()
  }

  private mutating func flush() throws(PostgreSQLError) {
    try send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ value: UInt16) {
    buffer.append(UInt8(truncatingIfNeeded: value >> 8))
    buffer.append(UInt8(truncatingIfNeeded: value))
  }

  private mutating func append(_ value: UInt32) {
    buffer.append(UInt8(truncatingIfNeeded: value >> 24))
    buffer.append(UInt8(truncatingIfNeeded: value >> 16))
    buffer.append(UInt8(truncatingIfNeeded: value >> 8))
    buffer.append(UInt8(truncatingIfNeeded: value))
  }
}
