import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

/// Each test tries to break one of the promises of the blueprint.
@Suite struct PromiseTests {
  static let articles = (0..<12).map { number in
    Samples.article(
      "a\(number)",
      deals: [Samples.deal("\(number % 4 + 1)000000000"), Samples.deal(nil, status: .rumored, customer: "new:ハル\(number % 3)")],
      published: number % 5 == 0 ? nil : "2025-11-\(10 + number)")
  }

  @Test(arguments: [1, 5, 12])
  func orderAndBatchSizeDoNotMatter(size: Int) throws {
    let reference = Job(url: try TestDatabase().url)
    try reference.load([Self.articles])
    let job = Job(url: try TestDatabase().url)
    let shuffled = Self.articles.reversed().enumerated().sorted { ($0.offset * 7) % 12 < ($1.offset * 7) % 12 }.map(\.element)
    for start in stride(from: 0, to: shuffled.count, by: size) {
      try job.load([Array(shuffled[start..<min(start + size, shuffled.count)])])
    }
    #expect(try job.fingerprint() == reference.fingerprint())
    #expect(try job.count("select count(*) from mart.fact_deal") == 7)
  }

  @Test func ofTwoRevisionsTheLaterIsCurrentWhateverTheOrder() throws {
    let early = Samples.article("r", deals: [Samples.deal("1000000000")], published: "2025-11-01", sha: Samples.hexadecimal("x"))
    let late = Samples.article("r", deals: [Samples.deal("2000000000")], published: "2025-11-05", sha: Samples.hexadecimal("y"))
    var prints: Set<String> = []
    for order in [[early, late], [late, early]] {
      let job = Job(url: try TestDatabase().url)
      for article in order { try job.load([[article]]) }
      prints.insert(try job.fingerprint())
      #expect(try job.text("select amount::text from mart.fact_deal") == "2000000000")
    }
    #expect(prints.count == 1)
  }

  @Test func equalBytesInTwoPlacesKeepTheFirstAddress() throws {
    var first = Samples.article("same")
    first.facts.article.canonical = nil
    var second = first
    second.facts.article.uri = "articles/0.txt"
    second.facts.article.title = "別の場所"
    var prints: Set<String> = []
    for order in [[first, second], [second, first]] {
      let job = Job(url: try TestDatabase().url)
      for article in order { try job.load([[article]]) }
      prints.insert(try job.fingerprint())
      #expect(try job.text("select uri from mart.dim_article where article_key > 0") == "articles/0.txt")
    }
    #expect(prints.count == 1)
  }

  @Test func twiceIsOnceAndRewritesNoRow() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([Self.articles])
    let before = try job.fingerprint()
    let versions = try rowVersions(job)
    #expect(try job.load([Self.articles]).isSkipped)
    // Forced past the shortcut the merge itself must find nothing to write.
    let connection = try Connection(job.url)
    let run = try RunLedger().begin(connection, command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
    let outcome = try MartBuilder().refresh(
      connection, run: run, dimensions: job.dimensions, rules: try Samples.rules(), force: true)
    #expect(outcome.total == 0)
    #expect(!outcome.isSkipped)
    #expect(try job.fingerprint() == before)
    #expect(try rowVersions(job) == versions)
  }

  @Test func aKillBetweenAnyTwoStepsLosesNothing() throws {
    let reference = Job(url: try TestDatabase().url)
    try reference.load([Self.articles])
    let wanted = try reference.fingerprint()
    struct Killed: Error {}

    var steps: [MartBuilder.Step] = []
    let probe = Job(url: try TestDatabase().url)
    try refresh(probe, landing: Self.articles) { steps.append($0) }
    #expect(steps.count > 20)

    let job = Job(url: try TestDatabase().url)
    try job.load([Array(Self.articles[..<3])])
    let half = try job.fingerprint()
    for (number, step) in steps.enumerated() {
      let database = job.url
      #expect(throws: (any Error).self) {
        try refresh(job, landing: number == 0 ? Self.articles : []) { now in
          guard now == step else { return }
          // Every other time the server loses the session itself.
          if number % 2 == 0 { throw Killed() }
          let other = try Connection(database)
          _ = try other.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
          throw Killed()
        }
      }
      #expect(try job.fingerprint() == half, "after a kill at \(step) readers see a half-made mart")
    }
    try job.load([])
    #expect(try job.fingerprint() == wanted)
    #expect(try job.count("select count(*) from ops.run where status = 'lost'") > 0)
  }

  @Test func aBatchIsWholeOrNotThere() throws {
    let job = Job(url: try TestDatabase().url)
    let connection = try Connection(job.url)
    // The database refuses one article in the middle of the batch for a reason of its own.
    try connection.execute("alter table raw.article add constraint no_seven check (article_id not like '%a7')")
    try job.load([Self.articles])
    #expect(try job.count("select count(*) from raw.article") == 11)
    #expect(try job.count("select count(*) from ops.reject where uri = 'articles/a7.txt' and stage = 'land' and bytes is not null") == 1)
    // The reason gone, the article loads, and the mart is as if it had never been refused.
    try connection.execute("alter table raw.article drop constraint no_seven")
    try job.load([[Self.articles[7]]])
    let reference = Job(url: try TestDatabase().url)
    try reference.load([Self.articles])
    #expect(try job.fingerprint() == reference.fingerprint())
  }

  @Test func aSecondWriterLearnsWhoHoldsTheLock() throws {
    let database = try TestDatabase()
    let first = try Connection(database.url)
    let holder = try RunLedger().begin(
      first, command: "backfill", extractor: "1", arguments: "", host: "tokyo-3", processID: 4711)
    try WriterLock().acquire(first, run: holder)
    let second = try Connection(database.url)
    let late = try RunLedger().begin(second, command: "run", extractor: "1", arguments: "", host: "osaka", processID: 1)
    #expect { try WriterLock().acquire(second, run: late) } throws: { error in
      guard let error = error as? WarehouseError else { return false }
      return error.kind == .locked && error.isTransient && error.message.contains("`backfill`")
        && error.message.contains("process 4711 on tokyo-3, since 20")
    }
    #expect { try WriterLock().acquire(second, run: late, patience: 1) } throws: { error in
      (error as? WarehouseError)?.kind == .locked
    }
    try WriterLock().release(first)
    try WriterLock().acquire(second, run: late)
    #expect(try WriterLock().holder(first)?.host == "osaka")
  }

  @Test func aDeadHolderFreesTheLock() throws {
    let database = try TestDatabase()
    let second = try Connection(database.url)
    do {
      let first = try Connection(database.url)
      let holder = try RunLedger().begin(first, command: "run", extractor: "1", arguments: "", host: "a", processID: 1)
      try WriterLock().acquire(first, run: holder)
      _ = try second.query("select pg_terminate_backend($1)", [.integer(first.backendID)])
    }
    let late = try RunLedger().begin(second, command: "run", extractor: "1", arguments: "", host: "b", processID: 2)
    try WriterLock().acquire(second, run: late, patience: 10)
    #expect(try WriterLock().holder(second)?.host == "b")
  }

  @Test func everyCellLeadsToAnArticleASpanAndARule() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([Self.articles])
    #expect(try job.count("select count(*) from mart.fact_deal d where not exists (select from mart.deal_sources s where s.deal_key = d.deal_key and s.rule <> '' and s.quote <> '')") == 0)
    // The span is the quote: PostgreSQL's substr counts in characters as well.
    #expect(
      try job.count(
        """
        select count(*)
        from mart.deal_sources s
        join raw.current_article a using (article_id)
        where substr(a.content, s.span_start + 1, s.span_end - s.span_start) <> s.quote
        """) == 0)
    #expect(try job.count("select count(*) from mart.deal_sources where attribute = 'amount' and is_chosen") > 0)
  }

  @Test func aRumourStaysOneAllTheWay() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([Self.articles])
    #expect(try job.count("select count(*) from mart.deals where status = 'rumored' and is_confirmed") == 0)
    #expect(try job.count("select count(*) from mart.deals where status = 'rumored' and status_class = 'unconfirmed'") == 3)
    #expect(
      try job.count("select count(*) from mart.company_exposure where status_class = 'confirmed' and company like 'ハル%'") == 0)
  }

  @Test func newRulesReplaceTheClaimsOfTheArticlesTheyCover() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([Self.articles])
    let newRules = ExtractorVersion(version: "1", catalog: "c1", rules: "r2", dictionary: "d1")
    let covered = Samples.article("a0", deals: [Samples.deal("9000000000")], published: nil, extractor: newRules)
    // A plain run leaves articles of another version alone, and says so.
    let known = try Landing(run: Run.sample(job.url)).known(
      [(covered.facts.article.sha256, covered.facts.article.uri)], extractor: newRules, Connection(job.url))
    #expect(known == [.older])
    #expect(try job.load([[covered]]).isSkipped)
    try job.load([[covered]], .replace)
    #expect(try job.count("select count(*) from mart.deal_sources where article_id like '%/a0' and amount_told = 9000000000 and attribute = 'amount'") == 1)
    #expect(try job.count("select count(*) from mart.fact_deal_claim f join mart.dim_article a using (article_key) where a.article_id like '%/a0'") == 1)
    #expect(try job.count("select count(*) from raw.article where extractor_id = 1") == 11)
  }

  @Test func amountsAreExactDownToTheLastDigit() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("exact", deals: [Samples.deal("12345678901234567890.000000001")])]])
    #expect(try job.text("select amount::text from mart.deals") == "12345678901234567890.000000001")
  }

  private func refresh(_ job: Job, landing articles: [LandedArticle], onStep: (MartBuilder.Step) throws -> Void) throws {
    let connection = try Connection(job.url)
    let run = try RunLedger().begin(connection, command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
    _ = try Landing(run: run).land(articles, connection)
    _ = try MartBuilder().refresh(
      connection, run: run, dimensions: job.dimensions, rules: try Samples.rules(), onStep: onStep)
  }

  /// Physical place and creating transaction of every row: equal means that no row was rewritten.
  private func rowVersions(_ job: Job) throws -> String {
    let connection = try Connection(job.url)
    let tables = try connection.query("select tablename from pg_tables where schemaname = 'mart' order by 1")
    var versions = ""
    for row in 0..<tables.rowCount {
      let table = try tables.text(row, 0)
      versions += try connection.query(
        "select coalesce(md5(string_agg(xmin::text || ctid::text, ',' order by ctid)), '') from mart.\(table)").text(0, 0)
    }
    return versions
  }
}

extension Run {
  static func sample(_ url: String) throws -> Run {
    try RunLedger().begin(Connection(url), command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
  }
}
