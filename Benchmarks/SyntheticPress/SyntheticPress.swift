public import Facts

/// A made-up press: companies, the deals between them, and articles that tell those deals over and over.
///
/// Skewed as the real one is: a few companies and a few deals make most of the news; sums are rounded, told in other
/// currencies, misprinted; rumours come first and denials after. The same seed gives the same press.
public struct SyntheticPress: Sendable {
  public struct Shape: Sendable {
    public var companies: Int
    public var deals: Int
    public var claimsPerArticle: Int
    public var seed: UInt64

    public init(companies: Int = 2000, deals: Int = 1000, claimsPerArticle: Int = 3, seed: UInt64 = 1) {
      self.companies = companies
      self.deals = deals
      self.claimsPerArticle = claimsPerArticle
      self.seed = seed
    }
  }

  private struct Contract {
    let type: DealType
    let roles: [Role]
    let parties: [String]
    let amount: ExactDecimal
    let months: Int?
    let day: Int
    let round: String?
  }

  private let shape: Shape
  private let contracts: [Contract]
  private var random: SplitMix
  private var number = 0

  public init(_ shape: Shape) {
    self.shape = shape
    var random = SplitMix(state: shape.seed)
    contracts = (0..<shape.deals).map { _ in SyntheticPress.contract(shape, &random) }
    self.random = random
  }

  /// The next article.
  public mutating func article() -> ArticleFacts {
    number += 1
    var deals: [DealClaim] = []
    var day = 0
    for _ in 0..<(1 + random.below(shape.claimsPerArticle * 2 - 1)) {
      let contract = contracts[random.skewed(contracts.count)]
      let (told, on) = claim(contract)
      deals.append(told)
      day = max(day, on)
    }
    let isDated = random.below(8) > 0
    return ArticleFacts(
      article: ArticleReference(
        uri: "press/\(number).txt", canonical: "https://press.example/\(number)", language: .en,
        publishedOn: isDated ? PartialDate(dayNumber: day) : nil, sha256: "\(number)"),
      extractor: ExtractorVersion(version: "1", catalog: "1", rules: "1"), deals: deals)
  }

  private static func contract(_ shape: Shape, _ random: inout SplitMix) -> Contract {
    let kinds: [(DealType, [Role])] = [
      (.cloudCompute, [.customer, .provider]), (.equityInvestment, [.investor, .investee]), (.acquisition, [.acquirer, .target]),
      (.hardwareSupply, [.customer, .supplier]), (.partnership, [.partner, .partner]),
    ]
    let (type, roles) = kinds[random.below(kinds.count)]
    let first = random.skewed(shape.companies)
    var second = random.below(shape.companies)
    if second == first { second = (second + 1) % shape.companies }
    return Contract(
      type: type, roles: roles, parties: ["company-\(first)", "company-\(second)"],
      amount: ExactDecimal((10 + random.below(990)) * 10_000_000),
      months: random.below(3) == 0 ? 12 * (1 + random.below(10)) : nil, day: 19_000 + random.below(1400),
      round: type == .equityInvestment && random.below(2) == 0 ? ["Series A", "Series B", "Series C", "Series D"][random.below(4)] : nil)
  }

  private mutating func claim(_ contract: Contract) -> (DealClaim, Int) {
    let after = random.skewed(400) - 20
    let status: DealStatus = after < 0 ? .rumored : [.announced, .signed, .announced, .completed][random.below(4)]
    var claim = DealClaim(
      type: random.below(12) == 0 ? .partnership : contract.type, status: random.below(60) == 0 ? .denied : status, main: true,
      parties: [], confidence: Confidence(thousandths: 600 + 50 * random.below(8)), evidence: [])
    let roles = claim.type == contract.type ? contract.roles : [.partner, .partner]
    claim.parties = zip(contract.parties, roles).map { Party(company: $0, role: $1) }
    switch random.below(10) {
    case 0, 1: break
    case 2:
      claim.amount = Money(value: contract.amount.multiplied(by: ExactDecimal(153))?.rounded(toDigits: 2) ?? .zero, currency: "JPY", qualifier: .about)
    case 3: claim.amount = Money(value: contract.amount.rounded(toDigits: 2), currency: "USD", qualifier: .about)
    case 4 where random.below(20) == 0: claim.amount = Money(value: contract.amount.shifted(by: 1), currency: "USD")
    default: claim.amount = Money(value: contract.amount, currency: "USD")
    }
    if random.below(2) == 0 { claim.durationMonths = contract.months }
    if random.below(2) == 0 { claim.round = contract.round }
    if random.below(3) == 0, after >= 0 { claim.announcedOn = PartialDate(dayNumber: contract.day) }
    let words = "Sentence \(random.below(1_000_000_000)) that tells it."
    claim.evidence = [Evidence(span: ScalarSpan(0, words.unicodeScalars.count), text: words, rule: "en.synthetic")]
    return (claim, contract.day + after)
  }
}

/// SplitMix64: a small generator whose numbers are the same everywhere.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  public mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

  /// Small numbers far more often than large ones, about as one over the number.
  public mutating func skewed(_ limit: Int) -> Int {
    var bound = limit
    while bound > 1, below(3) > 0 { bound = max(1, bound * 2 / 5) }
    return below(bound)
  }
}
