import Facts
import Testing

@testable import Resolution

/// Costs, counted in pairs, not in time.
@Suite struct BlockingTests {
  private func pairs(_ claims: [DealClaim]) throws -> Int {
    var reader = try ClaimReader(tree: CompanyTree(), rates: someRates())
    let articles = claims.enumerated().map { article("\($0.offset)", [$0.element]) }
    return Blocking().proposal(of: Assertion.collapse(reader.records(of: ArticleSet(articles).articles))).count
  }

  @Test("a company in ten thousand deals with ten thousand counterparties proposes no pair among them")
  func manyCounterparties() throws {
    let claims = (0..<10_000).map { number in
      claim(.hardwareSupply, .signed, "customer:buyer-\(number) supplier:tsuki", "\(1_000_000_000 + number) USD")
    }
    #expect(try pairs(claims) == 0)
  }

  @Test("a deal told by ten thousand articles is one assertion")
  func manyArticles() throws {
    let claims = (0..<10_000).map { number in
      claim(.cloudCompute, .signed, "customer:sora provider:kumo", "38000000000 USD", quote: "telling \(number)")
    }
    #expect(try pairs(claims) == 0)
  }

  @Test("three thousand different tellings between two companies propose less than a twentieth of all pairs")
  func crowd() throws {
    let claims = (0..<3000).map { number in
      claim(.hardwareSupply, .signed, "customer:sora supplier:tsuki", "\(1_000_000 * (1 + number * 37 % 99_991)) USD") {
        $0.announcedOn = PartialDate(dayNumber: 15_000 + number)
      }
    }
    let all = 3000 * 2999 / 2
    let proposed = try pairs(claims)
    #expect(proposed < all / 20, "\(proposed) pairs")
  }

  @Test("claims that can be one deal are proposed", arguments: [
    (claim(.cloudCompute, .signed, "customer:a provider:b"), claim(.partnership, .announced, "partner:b partner:a")),
    (claim(.equityInvestment, .announced, "investee:a", "100 USD"), claim(.equityInvestment, .announced, "investor:b investee:a", "104 USD")),
    (
      claim(.equityInvestment, .announced, "investee:a") { $0.round = "Series B" },
      claim(.equityInvestment, .announced, "investor:b investee:a") { $0.round = "B轮" }
    ),
    (claim(.publicOffering, .planned, "issuer:a"), claim(.publicOffering, .rumored, "issuer:a")),
  ])
  func proposed(one: DealClaim, other: DealClaim) throws {
    #expect(try pairs([one, other]) == 1)
  }

  @Test("strangers are not proposed")
  func strangers() throws {
    #expect(
      try pairs([
        claim(.cloudCompute, .signed, "customer:a provider:b", "100 USD"), claim(.cloudCompute, .signed, "customer:c provider:d", "100 USD"),
      ]) == 0)
  }
}
