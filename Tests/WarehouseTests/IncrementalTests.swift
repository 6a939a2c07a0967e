import Facts
import PostgreSQL
import Resolution
import SyntheticPress
import TestCluster
import Testing
import Warehouse

/// A refresh of what a load touched gives the mart that a refresh of everything gives, and that resolving all articles in
/// memory gives.
@Suite struct IncrementalTests {
  /// Articles of a made-up press, with figures, relations, parts, copies and a publisher; `revisions` of them in a second form.
  private static func press(_ seed: UInt64, articles: Int, companies: Int, deals: Int) -> [[LandedArticle]] {
    var press = SyntheticPress(.init(companies: companies, deals: deals, seed: seed))
    var random = SplitMix(state: seed &+ 77)
    var texts: [[String]] = []
    func article() -> LandedArticle {
      var facts = press.article()
      facts.article.publisher = random.below(3) == 0 ? nil : "Paper \(random.below(4))"
      // Every fifth is a copy of another's text.
      if random.below(5) == 0, let text = texts.randomElement(using: &random) {
        facts.article.signature = text.enumerated().map { $0.offset == random.below(200) ? "other" : $0.element }
      } else {
        facts.article.signature = (0..<32).map { "h\(random.below(1_000_000))-\($0)" }
      }
      texts.append(facts.article.signature ?? [])
      if facts.deals.count > 1, random.below(3) == 0 { facts.deals[1].partOf = 0 }
      for index in facts.deals.indices where random.below(6) == 0 { facts.deals[index].stakePercent = ExactDecimal(10 + random.below(40)) }
      facts.entities = (0..<3).map { place in
        EntityMention(
          type: .company, id: "company-\(random.below(companies))", name: "Name \(random.below(3))",
          mentions: [EntityMention.Place(span: ScalarSpan(place, place + 4), text: "Name")])
      }
      let proof = Evidence(span: ScalarSpan(0, 4), text: "Name", rule: "en.synthetic")
      facts.metrics = [
        Metric(
          subject: "company-\(random.below(6))", measure: random.below(2) == 0 ? .valuation : .revenue,
          value: ExactDecimal(100 + random.below(30)), unit: "USD", period: random.below(2) == 0 ? "2025" : nil, evidence: [proof])
      ]
      facts.modelFacts = [
        ModelFact(
          model: "model-\(random.below(3))", relation: .trainedOn, object: "chip-\(random.below(2))",
          status: random.below(2) == 0 ? .rumored : nil, confidence: Confidence(thousandths: 500 + random.below(400)), evidence: [proof])
      ]
      return LandedArticle(facts: facts)
    }
    return (0..<articles).map { _ in
      var forms = [article()]
      if random.below(4) == 0 {
        // A correction: the same address, another text, a day later.
        var later = article()
        later.facts.article.canonical = forms[0].facts.article.canonical
        later.facts.article.modifiedOn = PartialDate(dayNumber: 22_000)
        forms.append(later)
      }
      return forms
    }
  }

  private static func dimensions(_ companies: Int) -> DimensionRows {
    // Half of them known, some in one house.
    DimensionRows(
      companies: (0..<companies / 2).map { number in
        DimensionRows.Company(
          id: "company-\(number)", nameEN: "Company \(number)", parent: number % 7 == 3 ? "company-\(number / 2)" : nil)
      })
  }

  @Test("in any order and portions", arguments: [(UInt64(1), 40, 12, 8), (2, 70, 5, 30), (3, 60, 40, 40)])
  func anyOrder(seed: UInt64, count: Int, companies: Int, deals: Int) throws {
    let press = Self.press(seed, articles: count, companies: companies, deals: deals)
    let dimensions = Self.dimensions(companies)
    var whole = Job(url: try TestDatabase().url, dimensions: dimensions)
    #expect(try whole.load([press.flatMap { $0 }]).quarantined == [])
    let wanted = try Fingerprint.compute(Connection(whole.url))

    var random = SplitMix(state: seed)
    let job = Job(url: try TestDatabase().url, dimensions: dimensions)
    var rest = press.flatMap { $0 }.shuffled(using: &random)
    var refreshes = 0
    while !rest.isEmpty {
      let size = [1, 6, 13, 30][random.below(4)]
      let outcome = try job.load([Array(rest.prefix(size))])
      #expect(outcome.quarantined == [])
      rest = Array(rest.dropFirst(size))
      if refreshes > 0 { #expect(!outcome.isFull) }
      refreshes += 1
    }
    #expect(refreshes > 2)
    let found = try Fingerprint.compute(Connection(job.url))
    for (one, other) in zip(wanted.parts, found.parts) { #expect(one == other, "seed \(seed): \(one.table)") }
    #expect(found.hash == wanted.hash)

    // Made again from nothing, the mart has no row to change.
    whole.isForced = true
    #expect(try whole.load([]).total == 0)
    var again = job
    again.isForced = true
    let forced = try again.load([])
    #expect(forced.isFull)
    #expect(forced.total == 0, "\(forced.rowsChanged)")
  }

  @Test("resolved part by part, the deals are those of all articles at once", arguments: [UInt64(5), 6])
  func sameAsInMemory(seed: UInt64) throws {
    let press = Self.press(seed, articles: 150, companies: 6, deals: 25).flatMap { $0 }
    let job = Job(url: try TestDatabase().url, dimensions: Self.dimensions(6))
    try job.load([Array(press[..<50])])
    try job.load([Array(press[50...])])
    let rules = try Samples.rules(job.dimensions)
    let resolved = Resolver(companies: rules.companies, rates: rules.rates).resolve(press.map(\.facts))
    let connection = try Connection(job.url)
    let rows = try connection.query(
      """
      select
        claim_set, deal_type_id, deal_status_id, trim_scale(amount)::text, is_additive, conflict_count, independent_sources,
        claim_count, confidence::text,
        (
          select string_agg(relation || ' ' || o.claim_set, ',' order by relation collate "C", o.claim_set)
          from mart.bridge_deal_deal b
          join mart.fact_deal o on o.deal_key = b.other_deal_key
          where b.deal_key = d.deal_key
        )
      from mart.fact_deal d
      join mart.dim_deal_type using (deal_type_key)
      join mart.dim_deal_status using (deal_status_key)
      order by claim_set
      """)
    try #require(rows.rowCount == resolved.deals.count)
    #expect(resolved.deals.contains { !$0.relations.isEmpty } && resolved.deals.contains { !$0.conflicts.isEmpty })
    for (row, deal) in resolved.deals.enumerated() {
      let told = (0..<4).map { rows.optionalText(row, $0) } + [
        "\(try rows.bool(row, 4))", rows.optionalText(row, 5), rows.optionalText(row, 6), rows.optionalText(row, 7),
        "\(Double(try rows.text(row, 8)) ?? -1)", rows.optionalText(row, 9),
      ]
      let wanted: [String?] = [
        deal.key, deal.type.rawValue, deal.status.rawValue, deal.amount.map { "\($0.value)" }, "\(deal.isAdditive)",
        "\(deal.conflicts.count)", "\(deal.independentSources)", "\(deal.claims.count)",
        "\(Double(deal.confidence.thousandths) / 1000)",
        deal.relations.isEmpty ? nil : deal.relations.map { "\($0.kind.rawValue) \($0.other)" }.joined(separator: ","),
      ]
      #expect(told == wanted)
    }
    let figures = try connection.query("select metric_id, trim_scale(value)::text, independent_sources, confidence::text from mart.fact_metric order by 1")
    try #require(figures.rowCount == resolved.metrics.count)
    for (row, metric) in resolved.metrics.enumerated() {
      #expect(try figures.text(row, 0) == metric.key)
      #expect(try figures.text(row, 1) == "\(metric.value)")
      #expect(try figures.integer(row, 2) == metric.independentSources)
    }
    let clusters = try connection.query("select article_id, cluster_id from mart.dim_article where cluster_id <> article_id")
    let copies = resolved.representatives.filter { $0.key != $0.value }
    #expect(clusters.rowCount == copies.count)
    #expect(!copies.isEmpty)
    for row in 0..<clusters.rowCount { #expect(try copies[clusters.text(row, 0)] == clusters.text(row, 1)) }
  }

  @Test("a crowd of tellings between two houses, and pairs that become busy, grow a load at a time")
  func crowd() throws {
    let articles = (0..<320).map { number -> LandedArticle in
      var claim = Samples.deal(
        number % 9 == 0 ? nil : "\(1_000_000 * (1 + number * 37 % 997))", status: number % 4 == 0 ? .rumored : .announced,
        type: number % 5 == 0 ? .hardwareSupply : .cloudCompute)
      claim.durationMonths = number % 3 == 0 ? 36 : nil
      claim.announcedOn = PartialDate(dayNumber: 19_000 + number * 3)
      return Samples.article("c\(number)", deals: [claim], published: "\(PartialDate(dayNumber: 19_000 + number * 3))")
    }
    let whole = Job(url: try TestDatabase().url)
    try whole.load([articles])
    let job = Job(url: try TestDatabase().url)
    for end in [10, 13, 14, 15, 100, 255, 256, 257, 300, 320] {
      let start = [10: 0, 13: 10, 14: 13, 15: 14, 100: 15, 255: 100, 256: 255, 257: 256, 300: 257, 320: 300][end] ?? 0
      try job.load([Array(articles.reversed()[start..<end])])
    }
    #expect(try job.fingerprint() == whole.fingerprint())
  }

  @Test("a crash of the server that empties the index makes the next refresh a full one")
  func lostIndex() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([Array(PromiseTests.articles[..<6])])
    try Connection(job.url).run(script: "truncate resolution.claim, resolution.assertion, resolution.state")
    #expect(try job.load([Array(PromiseTests.articles[6...])]).isFull)
    let reference = Job(url: try TestDatabase().url)
    try reference.load([PromiseTests.articles])
    #expect(try job.fingerprint() == reference.fingerprint())
  }

  @Test("a load touches what it tells of, and writes nothing else")
  func touchesLittle() throws {
    let job = Job(url: try TestDatabase().url)
    let others = (0..<40).map { number in
      Samples.article("o\(number)", deals: [Samples.deal("\(number + 1)000000", customer: "x\(number)", provider: "y\(number)")])
    }
    try job.load([others])
    let outcome = try job.load([[Samples.article("n", deals: [Samples.deal("1000000", customer: "x0", provider: "y0")])]])
    #expect(outcome.deals == 1)
    #expect(outcome.articles == 1)
    #expect(try job.count("select claim_count from mart.fact_deal where claim_count > 1") == 2)
  }

  @Test("a run that refreshes again touches only what it landed since")
  func refreshesTwice() throws {
    let connection = try Connection(TestDatabase().url)
    let run = try RunLedger().begin(connection, command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
    let batches = [(0..<20), (20..<23)].map { numbers in
      numbers.map { number in
        Samples.article("o\(number)", deals: [Samples.deal("\(number + 1)000000", customer: "x\(number)", provider: "y\(number)")])
      }
    }
    let touched = try batches.map { batch in
      _ = try Landing(run: run).land(batch, connection)
      return try MartBuilder().refresh(
        connection, run: run, dimensions: Samples.dimensions, rules: try Samples.rules(Samples.dimensions, version: "1")
      ).articles
    }
    #expect(touched == [20, 3])
  }
}
