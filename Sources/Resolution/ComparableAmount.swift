import Facts

/// A sum as an interval that can be laid beside another, across qualifiers and currencies.
///
/// `約5兆8000億円` (about) and `$38B` (exact) agree: the intervals overlap once both stand in dollars.
/// Binary floating point is used for these comparisons only; no figure of a result comes from here.
struct ComparableAmount: Hashable {
  /// Number of the ISO 4217 code.
  let currency: Int
  let value: Double
  let low: Double
  let high: Double
  /// One unit of `currency` in dollars around the time of the claim; `nil` without a quote.
  let dollarsPerUnit: Double?
  let isRate: Bool

  init(_ money: Money, dollarsPerUnit: Double?) {
    currency = StableHash.number(of: money.currency)
    value = money.value.approximate
    let toldLow = money.lower?.approximate
    let toldHigh = money.upper?.approximate
    switch money.qualifier {
    case .exact:
      low = toldLow ?? value * 0.98
      high = toldHigh ?? value * 1.02
    case .about:
      low = toldLow ?? value * 0.93
      high = toldHigh ?? value * 1.07
    case .atLeast:
      low = toldLow ?? value * 0.98
      high = toldHigh ?? value * 1.3
    case .upTo:
      low = toldLow ?? value * 0.7
      high = toldHigh ?? value * 1.02
    }
    self.dollarsPerUnit = dollarsPerUnit
    isRate = money.period != nil
  }

  private var isVague: Bool { high > 2.5 * low }

  var dollars: Double? { dollarsPerUnit.map { value * $0 } }

  /// How two tellings of a sum relate, from the most to the least telling.
  enum Agreement: Int, Comparable {
    case incomparable, different, slip, within, near, compatible, converted, equal

    static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }
  }

  /// The best agreement between any telling of one sum and any of another (amount and restatements).
  static func agreement(_ left: [ComparableAmount], _ right: [ComparableAmount]) -> Agreement {
    var best = Agreement.incomparable
    for one in left {
      for other in right { best = max(best, one.agreement(with: other)) }
    }
    return best
  }

  func agreement(with other: ComparableAmount) -> Agreement {
    guard isRate == other.isRate, value > 0, other.value > 0 else { return .incomparable }
    if currency == other.currency {
      return grade(other, scale: 1, slack: 1, near: 1.02, whenNear: .equal)
    }
    guard let here = dollarsPerUnit, let there = other.dollarsPerUnit else { return .incomparable }
    return grade(other, scale: there / here, slack: 1.12, near: 1.12, whenNear: .converted)
  }

  private func grade(
    _ other: ComparableAmount, scale: Double, slack: Double, near: Double, whenNear: Agreement
  ) -> Agreement {
    let theirs = other.value * scale
    let ratio = max(value, theirs) / min(value, theirs)
    if ratio <= near { return whenNear }
    if low <= other.high * scale * slack, other.low * scale <= high * slack {
      // “Billions” fits every sum, so it speaks for none.
      return isVague || other.isVague ? .incomparable : .compatible
    }
    if ratio <= 1.25 * slack { return .near }
    if ratio <= 2 * slack { return .within }
    var power = 10.0
    for _ in 0..<4 {
      if ratio / power < near * 1.02, power / ratio < near * 1.02 { return .slip }
      power *= 10
    }
    return .different
  }
}
