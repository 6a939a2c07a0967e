import Facts
import Foundation

/// Daily euro rates as a table that can be read, merged and written: what `rates import` puts beside the settings.
///
/// The central bank's own file reads newest day first, `N/A` where there is no quote, a comma at each line's end:
/// `Date,USD,JPY,\n2025-11-03,1.1514,177.43,\n`. The table kept has the oldest day first and empty fields for no quote.
struct RateTable: Equatable {
  /// ISO 4217 codes, ascending.
  private(set) var currencies: [String]
  /// `YYYY-MM-DD` → currency → units for one euro, as printed.
  private var days: [String: [String: String]]

  /// - Throws: `RateTableError` for a file that is no table of daily rates.
  init(_ bytes: [UInt8]) throws(RateTableError) {
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { line in
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces) }
    }
    guard let header = lines.first, header.first?.lowercased().hasSuffix("date") == true else { throw .noHeader }
    let codes = header.dropFirst().map { $0 }
    for code in codes where !code.isEmpty {
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { throw .notACurrency(code) }
    }
    var days: [String: [String: String]] = [:]
    for (number, fields) in lines.enumerated().dropFirst() {
      guard let day = PartialDate(fields[0]), day.precision == .day, day.year != nil else { throw .malformed(row: number + 1) }
      var quotes: [String: String] = [:]
      for (code, field) in zip(codes, fields.dropFirst()) where !code.isEmpty && !field.isEmpty && field != "N/A" {
        guard let value = ExactDecimal(field), value > .zero else { throw .malformed(row: number + 1) }
        quotes[code] = value.description
      }
      days["\(day)"] = quotes
    }
    guard !days.isEmpty else { throw .empty }
    currencies = Set(codes.filter { !$0.isEmpty }).sorted()
    self.days = days
  }

  var firstDay: String { days.keys.min() ?? "" }
  var lastDay: String { days.keys.max() ?? "" }
  var count: Int { days.count }

  /// The days and currencies of both; where both quote, the newer table's figure.
  func updated(with newer: RateTable) -> RateTable {
    var result = self
    result.currencies = Set(currencies).union(newer.currencies).sorted()
    for (day, quotes) in newer.days { result.days[day, default: [:]].merge(quotes) { _, new in new } }
    return result
  }

  var csv: String {
    var text = (["Date"] + currencies).joined(separator: ",") + "\n"
    for day in days.keys.sorted() {
      let quotes = days[day] ?? [:]
      text += day + "," + currencies.map { quotes[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    return text
  }
}

/// A file that is no table of daily rates: another file is needed, no retry helps.
enum RateTableError: Error, Equatable, CustomStringConvertible {
  case noHeader
  case notACurrency(String)
  case malformed(row: Int)
  case empty

  var description: String {
    switch self {
    case .noHeader: "does not begin with “Date,USD,…”: not the central bank's table of daily rates"
    case .notACurrency(let code): "its header names “\(code)”, which is no currency code"
    case .malformed(let row): "row \(row) is malformed"
    case .empty: "holds no day"
    }
  }
}
