import Facts
import PostgreSQL
import Resolution
import Warehouse

/// Invented facts, and resolutions simple enough to predict.
enum Samples {
  static let extractor = ExtractorVersion(version: "1", catalog: "c1", rules: "r1", dictionary: "d1")

  static let dimensions = DimensionRows(
    companies: [
      DimensionRows.Company(id: "sora", nameEN: "Sora AI", nameJA: "ソラAI", kind: "ai_lab", country: "JP"),
      DimensionRows.Company(id: "kumo", nameEN: "Kumo Cloud", nameJA: "クモ", kind: "cloud", country: "US", parent: "kumo-group"),
      DimensionRows.Company(id: "kumo-group", nameEN: "Kumo Group", country: "US"),
    ],
    models: [DimensionRows.Model(id: "sora-1", name: "Sora-1", developer: "sora", parameters: ExactDecimal("7000000000"))],
    chips: [DimensionRows.Chip(id: "k100", name: "K100", vendor: "kumo", kind: "gpu")],
    products: [DimensionRows.Product(id: "sorachat", name: "SoraChat", vendor: "sora")],
    people: [DimensionRows.Person(id: "hana", nameEN: "Hana Sato", nameJA: "佐藤花", company: "sora", role: "CEO")])

  static func evidence(_ text: String, at start: Int = 0, rule: String = "ja.sign") -> Evidence {
    Evidence(span: ScalarSpan(start, start + text.unicodeScalars.count), text: text, rule: rule)
  }

  static func deal(
    _ amount: String? = "38000000000", status: DealStatus = .signed, customer: String = "sora", provider: String = "kumo",
    type: DealType = .cloudCompute
  ) -> DealClaim {
    var claim = DealClaim(
      type: type, status: status, main: true,
      parties: [Party(company: customer, role: type.roles[0]), Party(company: provider, role: type.roles[1])],
      confidence: Confidence(thousandths: 930), evidence: [evidence("ソラAIはクモと380億ドルの契約を結んだ")])
    claim.amount = amount.flatMap { ExactDecimal($0) }.map { Money(value: $0, currency: "USD") }
    claim.chips = ["k100"]
    // Sums are told apart by their terms too: two companies' deals of different sums stay different deals.
    if let amount { claim.durationMonths = 12 + 3 * (amount.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 9973 } % 211) }
    return claim
  }

  static func article(
    _ name: String, deals: [DealClaim] = [Samples.deal()], published: String? = "2025-11-04", sha: String? = nil,
    extractor: ExtractorVersion = Samples.extractor
  ) -> LandedArticle {
    let text = "ソラAIはクモと380億ドルの契約を結んだ。\(name)"
    var facts = ArticleFacts(
      article: ArticleReference(
        uri: "articles/\(name).txt", canonical: "https://news.example/\(name)", title: "ソラAIの契約 \(name)", language: .ja,
        publishedOn: published.flatMap { PartialDate($0) }, publisher: "Example News",
        sha256: sha ?? hexadecimal(name)),
      extractor: extractor,
      entities: [
        EntityMention(
          type: .company, id: "sora", name: "Sora AI",
          mentions: [EntityMention.Place(span: ScalarSpan(0, 4), text: "ソラAI")]),
        EntityMention(
          type: .company, id: "new:ハル電力", name: "ハル電力",
          mentions: [EntityMention.Place(span: ScalarSpan(30, 34), text: "ハル電力")], confidence: Confidence(thousandths: 700)),
      ],
      deals: deals.map(proven),
      modelFacts: [
        ModelFact(model: "sora-1", relation: .trainedOn, object: "k100", evidence: [evidence("K100で学習", rule: "ja.train")])
      ])
    if let count = ExactDecimal("1509") {
      facts.metrics = [
        Metric(
          subject: "CN", measure: .modelCount, value: count, unit: "count", evidence: [evidence("1509モデル", rule: "ja.count")])
      ]
    }
    var landed = LandedArticle(facts: facts)
    landed.text = text
    landed.source = Array(text.utf8)
    landed.reader = "text"
    return landed
  }

  /// 64 digits that follow from the name.
  static func hexadecimal(_ name: String) -> String {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    var digits = ""
    for round in 0..<4 {
      for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
      state = (state ^ UInt64(round)) &* 0x100_0000_01B3
      let text = String(state, radix: 16)
      digits += String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    return digits
  }

  /// The tree of `dimensions`, and rates of a few days.
  static func rules(_ dimensions: DimensionRows = Samples.dimensions, version: String = "1") throws -> ResolutionRules {
    let parents = dimensions.companies.compactMap { row in row.parent.map { (row.id, $0) } }
    return ResolutionRules(
      companies: CompanyTree(parents: Dictionary(parents, uniquingKeysWith: { first, _ in first })),
      rates: try ExchangeRates(daily: Array("Date,USD,JPY\n2025-11-03,1.25,200\n2025-11-04,1.2,180\n".utf8)), version: version)
  }

  /// Each value that a claim states, proven by its own evidence, as the extraction lists them.
  private static func proven(_ claim: DealClaim) -> DealClaim {
    guard let proof = claim.evidence.first else { return claim }
    var claim = claim
    var told: [(DealAttribute, String)] = [(.type, claim.type.rawValue), (.status, claim.status.rawValue)]
    told += claim.parties.map { (.party, "\($0.role.rawValue) \($0.company)") }
    if let amount = claim.amount { told.append((.amount, "\(amount.value) \(amount.currency)")) }
    claim.values = told.map { ClaimValue(attribute: $0.0, value: $0.1, confidence: claim.confidence, evidence: proof) }
    return claim
  }
}

/// One job on a database, as the command line would drive it.
struct Job {
  let url: String
  var dimensions = Samples.dimensions
  var resolver = "1"
  var files = SQLFiles.embedded()
  /// Every load makes everything again.
  var isForced = false

  @discardableResult
  func load(_ batches: [[LandedArticle]], _ replacement: Landing.Replacement = .keepOlderVersions) throws -> MartBuilder.Outcome {
    let connection = try Connection(url)
    let run = try RunLedger().begin(
      connection, command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
    for batch in batches { _ = try Landing(run: run).land(batch, connection, replacement: replacement) }
    try WriterLock().acquire(connection, run: run)
    let outcome = try MartBuilder(files: files).refresh(
      connection, run: run, dimensions: dimensions, rules: try Samples.rules(dimensions, version: resolver), force: isForced)
    try WriterLock().release(connection)
    try RunLedger().finish(connection, run, .done, counts: RunCounts())
    return outcome
  }

  func fingerprint() throws -> String {
    try Fingerprint.compute(try Connection(url)).hash
  }

  func count(_ query: String) throws -> Int {
    Int(try Connection(url).query(query).integer(0, 0))
  }

  func text(_ query: String) throws -> String {
    try Connection(url).query(query).text(0, 0)
  }
}
