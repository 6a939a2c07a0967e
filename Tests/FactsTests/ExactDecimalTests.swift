import Testing

@testable import Facts

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "Text in, the same value out",
    arguments: [
      ("38000000000", "38000000000"), ("0.25", "0.25"), ("-0.250", "-0.25"), ("1e3", "1000"), ("12.50e-1", "1.25"), ("0", "0"), ("-0", "0"), ("+7", "7"),
      ("00012", "12"), (".5", "0.5"), ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ])
  func text(input: String, output: String) {
    #expect(ExactDecimal(input)?.description == output)
  }

  @Test("What is no number, or too long to be exact, is refused", arguments: ["", "-", "1.2.3", "１２", "1,000", "abc", "1e", "1e99999", String(repeating: "9", count: 60)])
  func refused(input: String) {
    #expect(ExactDecimal(input) == nil)
  }

  @Test("Equal numbers are equal values and hash alike")
  func equality() throws {
    let one = try #require(ExactDecimal("1000.0"))
    let other = try #require(ExactDecimal("1e3"))
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
  }

  @Test("Sums and products are exact, and refused where they cannot be")
  func arithmetic() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    var sum = ExactDecimal.zero
    for _ in 0..<10 { sum = try #require(sum.adding(tenth)) }
    #expect(sum == ExactDecimal(1))
    #expect(try #require(ExactDecimal("38e9")).multiplied(by: try #require(ExactDecimal("152.5")))?.description == "5795000000000")
    let huge = ExactDecimal(significand: Int128.max, exponent: 0)
    #expect(huge.multiplied(by: ExactDecimal(7)) == nil)
    #expect(huge.adding(ExactDecimal(significand: 1, exponent: -30)) == nil)
  }

  @Test("Quotients are rounded half away from zero", arguments: [("1", "3", 4, "0.3333"), ("2", "3", 4, "0.6667"), ("-1", "8", 2, "-0.13"), ("1", "8", 3, "0.125")])
  func quotients(left: String, right: String, digits: Int, expected: String) throws {
    let quotient = try #require(ExactDecimal(left)).divided(by: try #require(ExactDecimal(right)), digits: digits)
    #expect(quotient?.description == expected)
  }

  @Test("Nothing is divided by zero, and zero divided is zero")
  func zero() {
    #expect(ExactDecimal(1).divided(by: .zero) == nil)
    #expect(ExactDecimal.zero.divided(by: ExactDecimal(3)) == .zero)
  }

  @Test("The order is that of the numbers", arguments: [("-2", "1"), ("0.1", "0.11"), ("9", "10"), ("-10", "-9"), ("1e-20", "1e20")])
  func order(smaller: String, larger: String) throws {
    let left = try #require(ExactDecimal(smaller))
    let right = try #require(ExactDecimal(larger))
    #expect(left < right)
    #expect(!(right < left))
  }
}
