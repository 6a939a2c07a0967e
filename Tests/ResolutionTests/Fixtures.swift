import Facts

@testable import Resolution

/// Claims written as short as they are read: `claim(.cloudCompute, .signed, "customer:a provider:b", "38000000000 USD")`.
func claim(
  _ type: DealType, _ status: DealStatus, _ parties: String, _ amount: String? = nil, quote: String = "",
  _ change: (inout DealClaim) -> Void = { _ in }
) -> DealClaim {
  var claim = DealClaim(
    type: type, status: status, main: true,
    parties: parties.split(separator: " ").compactMap { pair in
      let parts = pair.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let role = Role(rawValue: String(parts[0])) else { return nil }
      return Party(company: String(parts[1]), role: role)
    },
    confidence: Confidence(0.9),
    evidence: [Evidence(span: ScalarSpan(0, quote.unicodeScalars.count), text: quote, rule: "test")])
  claim.amount = amount.flatMap(money)
  change(&claim)
  return claim
}

/// `38000000000 USD`, `about 5 JPY`, `up_to 100 USD`.
func money(_ text: String) -> Money? {
  var parts = text.split(separator: " ").map(String.init)
  var qualifier = Qualifier.exact
  if parts.count == 3, let told = Qualifier(rawValue: parts.removeFirst()) { qualifier = told }
  guard parts.count == 2, let value = ExactDecimal(parts[0]) else { return nil }
  return Money(value: value, currency: parts[1], qualifier: qualifier)
}

func article(
  _ name: String, on date: String? = nil, publisher: String? = nil, _ deals: [DealClaim], metrics: [Metric] = [],
  signature: [String]? = nil
) -> ArticleFacts {
  ArticleFacts(
    article: ArticleReference(
      uri: name, canonical: "https://example.org/" + name, language: .en, publishedOn: date.flatMap { PartialDate($0) },
      publisher: publisher, sha256: SHA256.hexadecimal(name), signature: signature),
    extractor: ExtractorVersion(version: "1", catalog: "c", rules: "r"), deals: deals, metrics: metrics)
}

/// Euro quotes of a few days, enough for yen, yuan and pounds.
func someRates() throws -> ExchangeRates {
  let table = """
    Date,USD,JPY,GBP,CNY
    2024-01-02,1.1,155,0.86,7.8
    2025-06-02,1.14,163,0.84,8.2
    2025-11-03,1.15,177,0.88,8.2
    2026-02-02,1.18,183,0.87,8.2
    """
  return try ExchangeRates(daily: Array(table.utf8))
}

func resolver(parents: [String: String] = [:]) throws -> Resolver {
  try Resolver(companies: CompanyTree(parents: parents), rates: someRates())
}
