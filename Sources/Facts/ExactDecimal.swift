/// An exact decimal number: `significand × 10^exponent`, at most 38 digits, never floating point.
///
/// Every amount, share and figure of the project is one of these, from the characters of the article
/// to PostgreSQL's `numeric`. The value is kept normalised (no trailing zeros in the significand), so
/// that equal numbers are equal values and hash alike.
public struct ExactDecimal: Hashable, Sendable {
  public let significand: Int128
  public let exponent: Int

  public static let zero = ExactDecimal(0)

  public init(_ value: Int) {
    self.init(significand: Int128(value), exponent: 0)
  }

  public init(significand: Int128, exponent: Int) {
    guard significand != 0 else {
      self.significand = 0
      self.exponent = 0
      return
    }
    var digits = significand
    var power = exponent
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.significand = digits
    self.exponent = power
  }

  /// Reads plain decimal notation: an optional sign, ASCII digits, at most one point, an optional `e` power of ten.
  /// `nil` where the text is anything else, or longer than an exact value can hold.
  public init?(_ text: some StringProtocol) {
    var significand: Int128 = 0
    var exponent = 0
    var negative = false
    var digits = 0
    var sawPoint = false
    var bytes = text.utf8[...]
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    scan: while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (scaled, overflow) = significand.multipliedReportingOverflow(by: 10)
        let (sum, carry) = scaled.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        guard !overflow, !carry else { return nil }
        significand = sum
        digits += 1
        if sawPoint { exponent -= 1 }
      case UInt8(ascii: ".") where !sawPoint:
        sawPoint = true
      default:
        break scan
      }
      bytes = bytes.dropFirst()
    }
    guard digits > 0 else { return nil }
    if let marker = bytes.first {
      guard marker == UInt8(ascii: "e") || marker == UInt8(ascii: "E"),
        let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), abs(power) < 10_000
      else { return nil }
      exponent += power
    }
    self.init(significand: negative ? -significand : significand, exponent: exponent)
  }

  public var isNegative: Bool { significand < 0 }
  public var isZero: Bool { significand == 0 }

  /// The value as a whole number, where it is one that fits.
  public var integer: Int? {
    guard exponent >= 0, exponent <= 38 else { return significand == 0 ? 0 : nil }
    var value = significand
    for _ in 0..<exponent {
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = scaled
    }
    return Int(exactly: value)
  }

  /// The nearest binary number: for scores and ratios only, never for a fact.
  public var approximate: Double {
    Double(significand) * tenToThe(exponent)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain decimal notation without an exponent: `38000000000`, `-0.25`.
  public var description: String {
    if exponent >= 0 {
      return "\(significand)" + String(repeating: "0", count: exponent)
    }
    var digits = "\(significand.magnitude)"
    let fraction = -exponent
    if digits.utf8.count <= fraction {
      digits = String(repeating: "0", count: fraction - digits.utf8.count + 1) + digits
    }
    let split = digits.index(digits.endIndex, offsetBy: -fraction)
    return (significand < 0 ? "-" : "") + digits[..<split] + "." + digits[split...]
  }
}

extension ExactDecimal: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = ExactDecimal(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no decimal number")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension ExactDecimal: Comparable {
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard let difference = left.subtracting(right) else { return left.approximate < right.approximate }
    return difference.significand < 0
  }

  /// The exact sum; `nil` where it needs more than 38 digits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let power = min(exponent, other.exponent)
    guard let left = scaled(to: power), let right = other.scaled(to: power) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: sum, exponent: power)
  }

  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    adding(-other)
  }

  /// The exact product; `nil` where it needs more than 38 digits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : ExactDecimal(significand: product, exponent: exponent + other.exponent)
  }

  /// `self × 10^power`, always exact.
  public func shifted(by power: Int) -> ExactDecimal {
    ExactDecimal(significand: significand, exponent: exponent + power)
  }

  /// The quotient rounded half away from zero to `digits` significant digits (at most 18); `nil` for a zero divisor.
  public func divided(by other: ExactDecimal, digits: Int = 12) -> ExactDecimal? {
    guard other.significand != 0, digits > 0, digits <= 18 else { return nil }
    guard significand != 0 else { return .zero }
    let numerator = rounded(toDigits: 18)
    let denominator = other.rounded(toDigits: 18)
    var scaled = numerator.significand
    var power = numerator.exponent - denominator.exponent
    let limit = Int128.max / 10
    while scaled.magnitude <= limit.magnitude {
      scaled *= 10
      power -= 1
    }
    return ExactDecimal(significand: scaled / denominator.significand, exponent: power).rounded(toDigits: digits)
  }

  /// Rounded half away from zero to `digits` significant digits.
  public func rounded(toDigits digits: Int) -> ExactDecimal {
    var value = significand
    var power = exponent
    var dropped: Int128 = 0
    var limit: Int128 = 1
    for _ in 0..<min(digits, 38) { limit *= 10 }
    while value.magnitude >= limit.magnitude {
      dropped = value % 10
      value /= 10
      power += 1
    }
    if dropped.magnitude >= 5 { value += significand < 0 ? -1 : 1 }
    return ExactDecimal(significand: value, exponent: power)
  }

  public static prefix func - (value: ExactDecimal) -> ExactDecimal {
    ExactDecimal(significand: -value.significand, exponent: value.exponent)
  }

  private func scaled(to power: Int) -> Int128? {
    var value = significand
    guard value != 0 else { return 0 }
    guard exponent - power <= 38 else { return nil }
    for _ in 0..<(exponent - power) {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }
}

private func tenToThe(_ power: Int) -> Double {
  var result = 1.0
  for _ in 0..<abs(power) { result *= 10 }
  return power < 0 ? 1 / result : result
}
