/// `significand × 10^exponent` in PostgreSQL's binary form of `numeric`, exact.
///
/// The form is base 10,000: the count of digits, the weight of the first, a sign, the decimals to display, the digits.
/// 38,000,000,000 is weight 2 and the digits 380, 0000, 0000 (of which the last two are left out).
public struct Numeric: Hashable, Sendable {
  public let significand: Int128
  public let exponent: Int

  public init(significand: Int128, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// Appends the form without its length.
  func append(to buffer: inout [UInt8]) {
    var magnitude = significand.magnitude
    var power = exponent
    // A base-10,000 digit must begin at a power that is a multiple of four.
    while power % 4 != 0 {
      magnitude *= 10
      power -= 1
    }
    var digits: [UInt16] = []
    while magnitude > 0 {
      digits.append(UInt16(magnitude % 10_000))
      magnitude /= 10_000
    }
    let weight = digits.count - 1 + power / 4
    let trailing = digits.prefix { $0 == 0 }.count
    let kept = digits.dropFirst(trailing).reversed()
    append(UInt16(kept.count), to: &buffer)
    append(UInt16(bitPattern: Int16(kept.isEmpty ? 0 : weight)), to: &buffer)
    append(significand < 0 ? 0x4000 : 0, to: &buffer)
    append(UInt16(max(0, -exponent)), to: &buffer)
    for digit in kept { append(digit, to: &buffer) }
  }

  private func append(_ value: UInt16, to buffer: inout [UInt8]) {
    buffer.append(UInt8(truncatingIfNeeded: value >> 8))
    buffer.append(UInt8(truncatingIfNeeded: value))
  }
}
