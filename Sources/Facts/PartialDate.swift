/// A calendar date as exact as a text tells it: `2030`, `2025-11`, `2025-11-03`, `XXXX-11-03` (a day without its year).
///
/// The first day of a period is never shown as a day: precision is part of the value.
public struct PartialDate: Hashable, Sendable {
  public enum Precision: String, Sendable, Codable { case year, month, day }

  public let year: Int?
  public let month: Int?
  public let day: Int?

  public init(year: Int?, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, with `XXXX` for an unknown year; a longer ISO 8601 time is cut to its day.
  public init?(_ text: some StringProtocol) {
    if let next = text.dropFirst(10).first, next != "T", next != " " { return nil }
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, parts.count <= 3 else { return nil }
    let year = Int(first)
    guard year != nil || first == "XXXX" else { return nil }
    var month: Int?
    var day: Int?
    if parts.count > 1 {
      guard parts[1].utf8.count == 2, let value = Int(parts[1]), (1...12).contains(value) else { return nil }
      month = value
    }
    if parts.count > 2, let value = month {
      guard parts[2].utf8.count == 2, let number = Int(parts[2]), number >= 1,
        number <= PartialDate.days(inMonth: value, of: year ?? 2000)
      else { return nil }
      day = number
    }
    guard year != nil || month != nil else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// The first day that the date can mean; `nil` without a year.
  public var earliest: PartialDate? {
    year.map { PartialDate(year: $0, month: month ?? 1, day: day ?? 1) }
  }

  /// The last day that the date can mean; `nil` without a year.
  public var latest: PartialDate? {
    guard let year else { return nil }
    let lastMonth = month ?? 12
    return PartialDate(year: year, month: lastMonth, day: day ?? PartialDate.days(inMonth: lastMonth, of: year))
  }

  /// `yyyymmdd` of the first day, the key of `dim_date`; `nil` without a year.
  public var dateKey: Int? {
    earliest.flatMap { first in first.year.map { $0 * 10_000 + (first.month ?? 1) * 100 + (first.day ?? 1) } }
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days since 1970-01-01 of the first day (proleptic Gregorian; Howard Hinnant's `days_from_civil`).
  public var dayNumber: Int? {
    guard let first = earliest, let year = first.year, let month = first.month, let day = first.day else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day `number` days after 1970-01-01 (the inverse of `dayNumber`).
  public init(dayNumber number: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension PartialDate: CustomStringConvertible {
  public var description: String {
    var text = year.map { padded($0, to: 4) } ?? "XXXX"
    if let month { text += "-" + padded(month, to: 2) }
    if let day { text += "-" + padded(day, to: 2) }
    return text
  }
}

extension PartialDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = PartialDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no date (YYYY[-MM[-DD]])")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension PartialDate: Comparable {
  /// By first day, then the more exact date first, so that the order is total.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year ?? 0, left.month ?? 0, left.day ?? 0) < (right.year ?? 0, right.month ?? 0, right.day ?? 0)
  }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
