/// A run of an article's text in UTF-8 bytes: the unit of every offset inside the program.
public struct Span: Hashable, Sendable, Comparable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var count: Int { end - start }
  public var range: Range<Int> { start..<end }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A run of an article's text in Unicode scalars: the unit of every offset that leaves the program
/// (JSON Lines, PostgreSQL, whose `substr` counts the same).
public struct ScalarSpan: Hashable, Sendable, Comparable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public static func < (left: ScalarSpan, right: ScalarSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// Converts byte spans of one text into scalar spans, in constant time per 64 bytes.
public struct ScalarIndex: Sendable {
  private let bytes: [UInt8]
  /// Scalars that begin before byte `64 × index`.
  private let checkpoints: [Int]

  public init(_ bytes: [UInt8]) {
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(bytes.count / 64 + 1)
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % 64 == 0 { checkpoints.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if bytes.count % 64 == 0 { checkpoints.append(scalars) }
    self.bytes = bytes
    self.checkpoints = checkpoints
  }

  public func scalars(before byte: Int) -> Int {
    let block = byte / 64
    var count = checkpoints[block]
    for offset in (block * 64)..<byte where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  public func scalarSpan(_ span: Span) -> ScalarSpan {
    ScalarSpan(scalars(before: span.start), scalars(before: span.end))
  }

  public func text(_ span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}
