import Facts
import PostgreSQL
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
      deals: deals,
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

  /// Claims with equal type, parties and amount are one deal; figures and relations join by what they are about.
  static func resolve(_ facts: [ArticleFacts]) -> MartContent {
    var groups: [(key: String, claims: [(ClaimReference, DealClaim)])] = []
    for article in facts {
      for (index, claim) in article.deals.enumerated() {
        let key = claim.type.rawValue + claim.parties.map { $0.company }.sorted().joined() + (claim.amount.map { "\($0.value)" } ?? "")
        let member = (ClaimReference(article: article.article.key, index: index), claim)
        if let place = groups.firstIndex(where: { $0.key == key }) {
          groups[place].claims.append(member)
        } else {
          groups.append((key, [member]))
        }
      }
    }
    let deals = groups.map { group -> Deal in
      let first = group.claims[0].1
      let references = group.claims.map(\.0).sorted()
      var deal = Deal(
        key: references.map { "\($0.article)#\($0.index)" }.joined(separator: " "), claims: references, type: first.type,
        status: first.status, confidence: first.confidence)
      deal.parties = first.parties.map {
        DealParty(company: $0.company, role: $0.role, share: ExactDecimal(1), isShareStated: false)
      }
      deal.amount = first.amount
      deal.amountLow = first.amount?.value
      deal.amountHigh = first.amount?.value
      deal.amountUSD = first.amount?.value
      deal.usdBasis = "same_currency"
      deal.chips = first.chips
      deal.announcedOn = first.announcedOn
      deal.independentSources = references.count
      // Of the five values that a claim of the samples states, the first claim's are chosen.
      deal.values = references.flatMap { claim in
        (0..<8).map { index in
          ResolvedValue(
            claim: claim, valueIndex: index, isChosen: claim == references[0], whyNot: claim == references[0] ? nil : "copy")
        }
      }
      deal.history = [DealChange(on: nil, attribute: .status, old: nil, new: first.status.rawValue, claim: references[0])]
      return deal
    }
    let told = facts.filter { !$0.metrics.isEmpty }.map { ClaimReference(article: $0.article.key, index: 0) }
    let related = facts.filter { !$0.modelFacts.isEmpty }.map { ClaimReference(article: $0.article.key, index: 0) }
    let count = ExactDecimal(1509)
    return MartContent(
      deals: deals,
      metrics: told.isEmpty
        ? []
        : [
          ResolvedMetric(
            key: "CN|model_count|count|", subject: "CN", measure: .modelCount, unit: "count", period: nil, value: count,
            low: count, high: count, qualifier: .exact, independentSources: told.count,
            confidence: Confidence(thousandths: 900), claims: told)
        ],
      modelFacts: related.isEmpty
        ? []
        : [
          ResolvedModelFact(
            key: "sora-1|trained_on|k100", model: "sora-1", relation: .trainedOn, object: "k100", status: nil,
            independentSources: related.count, confidence: Confidence(thousandths: 900), claims: related)
        ])
  }
}

/// One job on a database, as the command line would drive it.
struct Job {
  let url: String
  var dimensions = Samples.dimensions
  var resolver = "1"

  @discardableResult
  func load(_ batches: [[LandedArticle]], _ replacement: Landing.Replacement = .keepOlderVersions) throws -> MartBuilder.Outcome {
    let connection = try Connection(url)
    let run = try RunLedger().begin(
      connection, command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
    for batch in batches { _ = try Landing(run: run).land(batch, connection, replacement: replacement) }
    try WriterLock().acquire(connection, run: run)
    let outcome = try MartBuilder().refresh(
      connection, run: run, dimensions: dimensions, resolver: resolver, resolve: Samples.resolve)
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
