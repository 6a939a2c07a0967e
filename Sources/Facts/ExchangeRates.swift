/// What one currency was worth in another on a day: 1 USD was 153.9 JPY on 2025-11-03.
///
/// Two tables stand behind it. The daily one has a row a day and a column a currency, in units per euro; a day without a
/// row takes the last quote before it, a partial date the mean of its period. The overlay has pegs and annual means of
/// currencies without daily quotes (AED, SAR, TWD). Loading finds the row starts only; a row is parsed when it is asked for.
public struct ExchangeRates: Sendable {
  public enum Basis: String, Sendable, Codable {
    /// The quote of the day, or the last one before it.
    case daily
    /// The mean of the quotes of the month or year.
    case periodMean = "period_mean"
    case peg
    case annualMean = "annual_mean"
    /// The same currency.
    case identity
  }

  private struct Overlay: Sendable {
    let code: String
    let base: String
    let unitsPerBase: ExactDecimal
    let from: PartialDate
    let basis: Basis
  }

  private let table: [UInt8]
  private let columns: [String: Int]
  /// `yyyymmdd` and the offset of each row, ascending.
  private let days: [Int32]
  private let offsets: [Int32]
  private let overlays: [Overlay]

  /// - Parameters:
  ///   - daily: CSV with the header `Date,USD,JPY…` and ascending days; units per euro; an empty field is no quote.
  ///   - overlay: CSV with the header `code,base,units_per_base,from,basis`, or nothing.
  public init(daily: [UInt8], overlay: [UInt8] = []) throws(ExchangeRateError) {
    table = daily
    var days: [Int32] = []
    var offsets: [Int32] = []
    var columns: [String: Int] = [:]
    var start = 0
    var isHeader = true
    while start < daily.count {
      if isHeader {
        let end = daily[start...].firstIndex(of: newline) ?? daily.count
        for (column, name) in Self.fields(daily[start..<end]).enumerated().dropFirst() { columns[name] = column }
        isHeader = false
        start = end + 1
        continue
      }
      if start + 10 < daily.count, let day = Self.dayKey(daily, start) {
        guard day > days.last ?? 0 else { throw .unordered(row: days.count + 2) }
        days.append(day)
        offsets.append(Int32(start))
      } else if daily[start] != newline {
        throw .malformed(row: days.count + 2)
      }
      start = (daily[start...].firstIndex(of: newline) ?? daily.count) + 1
    }
    self.days = days
    self.offsets = offsets
    self.columns = columns
    self.overlays = try Self.overlayRows(overlay)
  }

  /// 16 hexadecimal digits that follow from every row: other rates, another fingerprint (FNV-1a).
  public var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    add(table)
    for row in overlays { add("\(row.code) \(row.base) \(row.unitsPerBase) \(row.from) \(row.basis)\n".utf8) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Currencies that have a rate, in the order of their codes.
  public var currencies: [String] {
    Set(columns.keys).union(overlays.map(\.code)).union(["EUR"]).sorted()
  }

  /// Units of `target` that one unit of `source` was worth; `nil` where the tables do not reach.
  public func rate(from source: String, to target: String, on date: PartialDate) -> (rate: ExactDecimal, basis: Basis)? {
    if source == target { return (ExactDecimal(1), .identity) }
    guard let (fromRate, fromBasis) = perEuro(source, on: date), let (toRate, toBasis) = perEuro(target, on: date),
      let rate = toRate.divided(by: fromRate)
    else { return nil }
    let bases = [fromBasis, toBasis]
    let basis = [Basis.annualMean, .peg, .periodMean].first(where: bases.contains) ?? .daily
    return (rate, basis)
  }

  private func perEuro(_ code: String, on date: PartialDate) -> (ExactDecimal, Basis)? {
    if code == "EUR" { return (ExactDecimal(1), date.precision == .day ? .daily : .periodMean) }
    if let column = columns[code] { return quote(column, on: date) }
    guard let first = date.earliest else { return nil }
    guard let row = overlays.last(where: { $0.code == code && !(first < $0.from) }),
      let base = perEuro(row.base, on: date), let units = base.0.multiplied(by: row.unitsPerBase)
    else { return nil }
    return (units.rounded(toDigits: 15), row.basis)
  }

  private func quote(_ column: Int, on date: PartialDate) -> (ExactDecimal, Basis)? {
    guard let first = date.earliest?.dateKey, let last = date.latest?.dateKey else { return nil }
    if date.precision != .day {
      var sum = ExactDecimal.zero
      var count = 0
      var row = index(onOrBefore: last)
      while row >= 0, days[row] >= Int32(first) {
        if let value = field(column, row: row), let total = sum.adding(value) {
          sum = total
          count += 1
        }
        row -= 1
      }
      if count > 0, let mean = sum.divided(by: ExactDecimal(count)) { return (mean, .periodMean) }
    }
    var row = index(onOrBefore: first)
    while row >= 0 {
      if let value = field(column, row: row) { return (value, .daily) }
      row -= 1
    }
    return nil
  }

  /// −1 where the table begins later.
  private func index(onOrBefore key: Int) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if Int(days[middle]) <= key { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  private func field(_ column: Int, row: Int) -> ExactDecimal? {
    var place = Int(offsets[row])
    var current = 0
    while current < column, place < table.count, table[place] != newline {
      if table[place] == comma { current += 1 }
      place += 1
    }
    var end = place
    while end < table.count, table[end] != comma, table[end] != newline, table[end] != carriageReturn { end += 1 }
    guard current == column, end > place else { return nil }
    return ExactDecimal(String(decoding: table[place..<end], as: UTF8.self))
  }

  private static func dayKey(_ bytes: [UInt8], _ start: Int) -> Int32? {
    var key: Int32 = 0
    for offset in 0..<10 {
      let byte = bytes[start + offset]
      if offset == 4 || offset == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte &- UInt8(ascii: "0") < 10 else { return nil }
        key = key * 10 + Int32(byte & 15)
      }
    }
    return key
  }

  private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: comma, omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == carriageReturn ? $0.dropLast() : $0, as: UTF8.self) }
  }

  private static func overlayRows(_ bytes: [UInt8]) throws(ExchangeRateError) -> [Overlay] {
    var rows: [Overlay] = []
    for (number, line) in bytes.split(separator: newline).enumerated().dropFirst() {
      let parts = fields(line)
      guard parts.count == 5, let units = ExactDecimal(parts[2]), !units.isZero, let from = PartialDate(parts[3]),
        let basis = Basis(rawValue: parts[4])
      else { throw .malformed(row: number + 1) }
      rows.append(Overlay(code: parts[0], base: parts[1], unitsPerBase: units, from: from, basis: basis))
    }
    return rows.sorted { ($0.code, $0.from) < ($1.code, $1.from) }
  }
}

/// A rate table that cannot be read: a fault of the file, no retry helps.
public enum ExchangeRateError: Error, Equatable, CustomStringConvertible {
  case malformed(row: Int)
  case unordered(row: Int)

  public var description: String {
    switch self {
    case .malformed(let row): "exchange rates: row \(row) is malformed"
    case .unordered(let row): "exchange rates: row \(row) is not later than the one before it"
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let comma = UInt8(ascii: ",")
private let carriageReturn = UInt8(ascii: "\r")
