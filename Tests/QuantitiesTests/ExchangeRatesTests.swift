import Facts
import Quantities
import Testing

struct ExchangeRatesTests {
  private let daily = Array("Date,USD,JPY,GBP\n2025-01-02,1.25,150,0.8\n2025-01-03,1.2,,0.81\n2025-02-03,1.3,156,0.82\n".utf8)
  private let overlay = Array("code,base,units_per_base,from,basis\nAED,USD,4,2000-01-01,peg\nTWD,USD,30,2024-01-01,annual_mean\nTWD,USD,32,2025-01-01,annual_mean\n".utf8)

  private func rates() throws -> ExchangeRates { try ExchangeRates(daily: daily, overlay: overlay) }

  @Test("The last quote on or before the day counts, over gaps and empty fields")
  func lastQuote() throws {
    let rates = try rates()
    let day = PartialDate(year: 2025, month: 1, day: 2)
    #expect(rates.rate(from: "USD", to: "JPY", on: day)?.rate == ExactDecimal(120))
    #expect(rates.rate(from: "EUR", to: "USD", on: PartialDate(year: 2025, month: 1, day: 31))?.rate.description == "1.2")
    #expect(rates.rate(from: "EUR", to: "JPY", on: PartialDate(year: 2025, month: 1, day: 3))?.rate == ExactDecimal(150))
    #expect(rates.rate(from: "EUR", to: "JPY", on: PartialDate(year: 2025, month: 1, day: 3))?.basis == .daily)
  }

  @Test("A partial date takes the mean of its period")
  func periodMean() throws {
    let january = try rates().rate(from: "EUR", to: "USD", on: PartialDate(year: 2025, month: 1))
    #expect(january?.rate.description == "1.225")
    #expect(january?.basis == .periodMean)
    #expect(try rates().rate(from: "EUR", to: "USD", on: PartialDate(year: 2025))?.rate.description == "1.25")
  }

  @Test("Pegs and annual means stand in for currencies without quotes")
  func overlays() throws {
    let rates = try rates()
    let day = PartialDate(year: 2025, month: 1, day: 2)
    #expect(rates.rate(from: "USD", to: "AED", on: day)?.rate == ExactDecimal(4))
    #expect(rates.rate(from: "USD", to: "AED", on: day)?.basis == .peg)
    #expect(rates.rate(from: "USD", to: "TWD", on: day)?.rate == ExactDecimal(32))
    #expect(rates.rate(from: "USD", to: "TWD", on: day)?.basis == .annualMean)
  }

  @Test("Where the tables do not reach there is no rate")
  func none() throws {
    let rates = try rates()
    #expect(rates.rate(from: "USD", to: "JPY", on: PartialDate(year: 2024, month: 12, day: 31)) == nil)
    #expect(rates.rate(from: "USD", to: "XYZ", on: PartialDate(year: 2025, month: 1, day: 2)) == nil)
    #expect(rates.rate(from: "USD", to: "JPY", on: PartialDate(year: nil, month: 1, day: 2)) == nil)
    #expect(rates.rate(from: "USD", to: "USD", on: PartialDate(year: 1900))?.basis == .identity)
  }

  @Test("A malformed or unordered table is refused")
  func refused() {
    #expect(throws: ExchangeRateError.unordered(row: 3)) { try ExchangeRates(daily: Array("Date,USD\n2025-01-02,1\n2025-01-01,1\n".utf8)) }
    #expect(throws: ExchangeRateError.malformed(row: 2)) { try ExchangeRates(daily: Array("Date,USD\nyesterday,1.25\n".utf8)) }
  }

  @Test("The embedded table knows the currencies that deals are told in")
  func embedded() throws {
    let rates = try RateData.exchangeRates()
    for code in ["JPY", "CNY", "EUR", "GBP", "KRW", "TWD", "HKD", "INR", "AED", "SAR", "SGD"] {
      #expect(rates.rate(from: "USD", to: code, on: publication) != nil, "\(code)")
    }
  }
}
