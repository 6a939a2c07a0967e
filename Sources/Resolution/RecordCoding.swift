internal import Facts

/// Bytes of a record that waits in the warehouse between refreshes. The form is this version's own: another version makes
/// the records again.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(480) }

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
  mutating func whole(_ value: Int) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func double(_ value: Double) { whole(Int(bitPattern: UInt(value.bitPattern))) }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func decimal(_ value: ExactDecimal) {
    if let small = Int(exactly: value.significand), small.magnitude < 1 << 62 {
      byte(0)
      number(small)
    } else {
      byte(1)
      whole(Int(truncatingIfNeeded: value.significand))
      whole(Int(truncatingIfNeeded: value.significand >> 64))
    }
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

// Each made once: `allCases` makes a list whenever it is asked.
let dealTypes = DealType.allCases
let dealStatuses = DealStatus.allCases
let dealNatures = DealNature.allCases
let dealAttributes = DealAttribute.allCases
let roles = Role.allCases
let qualifiers = Qualifier.allCases

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
    guard place + 8 <= bytes.count else { throw RecordError() }
    place += 8
    return Int(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place - 8, as: Int.self) })
  }

  mutating func double() throws -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try whole()))) }

  mutating func text() throws -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw RecordError() }
    place += count
    return String(decoding: bytes[(place - count)..<place], as: UTF8.self)
  }

  mutating func decimal() throws -> ExactDecimal {
    if try byte() == 0 { return ExactDecimal(significand: Int128(try number()), exponent: try number()) }
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

  mutating func choice<Value>(of all: [Value]) throws -> Value {
    let place = try byte()
    guard place < all.count else { throw RecordError() }
    return all[place]
  }
}

extension RecordWriter {
  mutating func choice<Value: Equatable>(_ value: Value, of all: [Value]) { byte(all.firstIndex(of: value) ?? 0) }
}

extension ClaimContent {
  func write(to record: inout RecordWriter) {
    record.choice(type, of: dealTypes)
    record.choice(status, of: dealStatuses)
    record.choice(nature, of: dealNatures)
    record.byte(terms.isPart ? 1 : 0)
    record.list(members) {
      $0.whole($1.company)
      $0.whole($1.house)
      $0.choice($1.role, of: roles)
    }
    record.list(rareHouses) { $0.whole($1) }
    record.list(amounts) { $1.write(to: &$0) }
    for days in [terms.announced, terms.starts, terms.ends] {
      record.optional(days) {
        $0.number($1.first)
        $0.number($1.last)
      }
    }
    record.optional(durationMonths) { $0.number($1) }
    record.optional(round) {
      $0.whole($1.name)
      $0.byte($1.isNumbered ? 1 : 0)
    }
    record.optional(stake) { $0.double($1) }
    record.list(capacities) {
      $0.double($1.value)
      $0.whole($1.unit)
    }
    for ids in [chips, models, products] { record.list(ids) { $0.whole($1) } }
  }

  convenience init(from record: inout RecordReader) throws {
    var terms = Terms(
      type: try record.choice(of: dealTypes), status: try record.choice(of: dealStatuses), nature: try record.choice(of: dealNatures),
      isPart: try record.byte() == 1)
    let members = try record.list {
      ClaimRecord.Member(company: try $0.whole(), house: try $0.whole(), role: try $0.choice(of: roles))
    }
    let cast = ClaimRecord.Cast(members, rareHouses: try record.list { try $0.whole() })
    let amounts = try record.list { try ComparableAmount(from: &$0) }
    func days(_ record: inout RecordReader) throws -> ClaimRecord.Days? {
      try record.optional { ClaimRecord.Days(first: try $0.number(), last: try $0.number()) }
    }
    terms.announced = try days(&record)
    terms.starts = try days(&record)
    terms.ends = try days(&record)
    terms.durationMonths = try record.optional { Int32(clamping: try $0.number()) }
    terms.round = try record.optional { ClaimRecord.Round(name: try $0.whole(), isNumbered: try $0.byte() == 1) }
    terms.stake = try record.optional { try $0.double() }
    self.init(
      terms, cast, amounts: amounts, capacities: try record.list { ClaimRecord.Size(value: try $0.double(), unit: try $0.whole()) },
      chips: try record.list { try $0.whole() }, models: try record.list { try $0.whole() }, products: try record.list { try $0.whole() })
  }
}

extension ComparableAmount {
  fileprivate func write(to record: inout RecordWriter) {
    record.whole(currency)
    record.double(value)
    record.double(low)
    record.double(high)
    record.optional(dollarsPerUnit) { $0.double($1) }
    record.byte(isRate ? 1 : 0)
  }

  fileprivate init(from record: inout RecordReader) throws {
    currency = try record.whole()
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
      $0.number(Int($1.count))
    }
    record.list(articles) { $0.whole($1) }
    return record.bytes
  }

  convenience init(record bytes: [UInt8]) throws {
    var record = RecordReader(bytes)
    let content = try ClaimContent(from: &record)
    let first = try record.optional { try $0.number() }
    let last = try record.optional { try $0.number() }
    let quotes = try record.list { ClaimRecord.Words(hash: UInt64(UInt(bitPattern: try $0.whole())), count: try $0.number()) }
    self.init(content, articles: try record.list { try $0.whole() }, quotes: quotes, published: (first, last))
  }
}
