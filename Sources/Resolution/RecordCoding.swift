internal import Facts

/// Bytes of a record that waits in the warehouse between refreshes. The form is this version's own: another version makes
/// the records again.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: Int) { bytes.append(UInt8(truncatingIfNeeded: value)) }

  /// Small numbers, of either sign, in few bytes.
  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// All eight bytes: for hashes.
  mutating func whole(_ value: Int) { for shift in stride(from: 0, to: 64, by: 8) { byte(value >> shift) } }

  mutating func double(_ value: Double) { whole(Int(bitPattern: UInt(value.bitPattern))) }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func decimal(_ value: ExactDecimal) {
    whole(Int(truncatingIfNeeded: value.significand))
    whole(Int(truncatingIfNeeded: value.significand >> 64))
    number(value.exponent)
  }

  mutating func list<Value>(_ values: some Collection<Value>, _ write: (inout RecordWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
    byte(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }
}

/// A record that is none: the warehouse's index was made by another version, or damaged. A full refresh makes it again.
public struct RecordError: Error, CustomStringConvertible {
  public var description: String { "a record of the resolution's index is not readable; a full refresh makes the index again" }
}

struct RecordReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() throws -> Int {
    guard place < bytes.count else { throw RecordError() }
    place += 1
    return Int(bytes[place - 1])
  }

  mutating func number() throws -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw RecordError() }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  mutating func whole() throws -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(try byte()) << shift }
    return Int(bitPattern: UInt(value))
  }

  mutating func double() throws -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try whole()))) }

  mutating func text() throws -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw RecordError() }
    place += count
    return String(decoding: bytes[(place - count)..<place], as: UTF8.self)
  }

  mutating func decimal() throws -> ExactDecimal {
    let low = Int128(UInt(bitPattern: try whole()))
    let high = Int128(try whole())
    return ExactDecimal(significand: high << 64 | low, exponent: try number())
  }

  mutating func list<Value>(_ read: (inout RecordReader) throws -> Value) throws -> [Value] {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw RecordError() }
    return try (0..<count).map { _ in try read(&self) }
  }

  mutating func optional<Value>(_ read: (inout RecordReader) throws -> Value) throws -> Value? {
    try byte() == 0 ? nil : try read(&self)
  }

  mutating func choice<Value: CaseIterable>(_ type: Value.Type) throws -> Value {
    let all = Array(type.allCases)
    let place = try byte()
    guard place < all.count else { throw RecordError() }
    return all[place]
  }
}

extension RecordWriter {
  mutating func choice<Value: CaseIterable & Equatable>(_ value: Value) {
    byte(Array(Value.allCases).firstIndex(of: value) ?? 0)
  }
}

extension ClaimRecord.Content {
  func write(to record: inout RecordWriter) {
    record.choice(type)
    record.choice(status)
    record.choice(nature)
    record.byte(isPart ? 1 : 0)
    record.list(members) {
      $0.whole($1.company)
      $0.whole($1.house)
      $0.choice($1.role)
    }
    record.list(rareHouses) { $0.whole($1) }
    record.list(amounts) { $1.write(to: &$0) }
    for days in [announced, starts, ends] {
      record.optional(days) {
        $0.number($1.first)
        $0.number($1.last)
      }
    }
    record.optional(durationMonths) { $0.number($1) }
    record.optional(round) { $0.text($1) }
    record.optional(stake) { $0.decimal($1) }
    record.list(capacities) {
      $0.decimal($1.value)
      $0.text($1.unit)
      $0.optional($1.qualifier) { $0.choice($1) }
    }
    for ids in [chips, models, products] { record.list(ids) { $0.whole($1) } }
  }

  init(from record: inout RecordReader) throws {
    type = try record.choice(DealType.self)
    status = try record.choice(DealStatus.self)
    nature = try record.choice(DealNature.self)
    isPart = try record.byte() == 1
    members = try record.list {
      ClaimRecord.Member(company: try $0.whole(), house: try $0.whole(), role: try $0.choice(Role.self))
    }
    houses = distinct(members.map(\.house))
    rareHouses = try record.list { try $0.whole() }
    amounts = try record.list { try ComparableAmount(from: &$0) }
    func days(_ record: inout RecordReader) throws -> ClaimRecord.Days? {
      try record.optional { ClaimRecord.Days(first: try $0.number(), last: try $0.number()) }
    }
    announced = try days(&record)
    starts = try days(&record)
    ends = try days(&record)
    durationMonths = try record.optional { try $0.number() }
    round = try record.optional { try $0.text() }
    stake = try record.optional { try $0.decimal() }
    capacities = try record.list {
      Capacity(value: try $0.decimal(), unit: try $0.text(), qualifier: try $0.optional { try $0.choice(Qualifier.self) })
    }
    chips = try record.list { try $0.whole() }
    models = try record.list { try $0.whole() }
    products = try record.list { try $0.whole() }
  }
}

extension ComparableAmount {
  fileprivate func write(to record: inout RecordWriter) {
    record.text(currency)
    record.double(value)
    record.double(low)
    record.double(high)
    record.optional(dollarsPerUnit) { $0.double($1) }
    record.byte(isRate ? 1 : 0)
  }

  fileprivate init(from record: inout RecordReader) throws {
    currency = try record.text()
    value = try record.double()
    low = try record.double()
    high = try record.double()
    dollarsPerUnit = try record.optional { try $0.double() }
    isRate = try record.byte() == 1
  }
}

extension Assertion {
  /// What comparing it takes, without its claims.
  var record: [UInt8] {
    var record = RecordWriter()
    content.write(to: &record)
    record.optional(firstPublished) { $0.number($1) }
    record.optional(lastPublished) { $0.number($1) }
    record.list(quotes) {
      $0.whole(Int(bitPattern: UInt($1.hash)))
      $0.number($1.count)
    }
    record.list(articles) { $0.whole($1) }
    return record.bytes
  }

  convenience init(record bytes: [UInt8]) throws {
    var record = RecordReader(bytes)
    let content = try ClaimRecord.Content(from: &record)
    let first = try record.optional { try $0.number() }
    let last = try record.optional { try $0.number() }
    let quotes = try record.list { ClaimRecord.Words(hash: UInt64(UInt(bitPattern: try $0.whole())), count: try $0.number()) }
    self.init(content, articles: try record.list { try $0.whole() }, quotes: quotes, published: (first, last))
  }
}
