import ArgumentParser
import Articles
import Extraction
import Facts
import Foundation
import PostgreSQL
import Warehouse

/// `kawaraban backfill --from D --to D`: today's rules over what the warehouse holds; no input needed.
struct BackfillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backfill",
    abstract: "Read again what the warehouse holds, with today's rules and catalogue; no input needed.",
    discussion: """
      Replaces the facts of exactly the articles that it covers; what an analyst pinned stays. Articles that this version
      has read already are left out (--full-refresh reads them too), so a backfill that was stopped goes on where it was.
      Facts that were loaded without text cannot be read again; they are counted. --dry-run shows what would change.

      Example: kawaraban backfill --from 2025-01 --to 2025-06
      """)

  @Flag(help: "Only articles without a date of publication.")
  var undated = false

  @Option(help: ArgumentHelp("Only articles landed at or after this time (ISO 8601).", valueName: "time"))
  var landedFrom: String?

  @Option(help: ArgumentHelp("Only articles landed before this time.", valueName: "time"))
  var landedTo: String?

  @Flag(help: "Only list the months whose articles another version read last; read nothing.")
  var gaps = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    if undated, selection.from != nil || selection.to != nil {
      throw ValidationError("--undated articles are inside no period: leave --from and --to out")
    }
  }

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let selection = try selection.selection(settings)
    let kit = try extraction.kit(settings, selection: selection)
    let articleReader = try options.readers(settings).reader
    let version = try kit.extractor().extractorVersion
    let session = try WarehouseSession(try database.place(settings), limits: try job.limits(settings))
    if gaps { return try listGaps(version, session) }
    let stop = StopSignal { log.info("stopping at the next batch; once more to stop at once") }
    let progress = ProgressReporter(mode: try reading.progressMode(settings), total: nil)
    var summary = RunSummary(command: "backfill")
    if job.dryRun {
      try dryRun(kit, articleReader, version, session, progress, log, &summary)
    } else {
      try await load(kit, articleReader, version, session, settings, progress, stop, log, &summary)
    }
    summary.seconds = progress.elapsedSeconds
    try summary.report(job, settings)
    if stop.isAsked { throw CommandFailure(.tryLater, "stopped; run it again to go on") }
    try reading.check(summary.reading, settings)
  }

  private func load(
    _ kit: ExtractionKit, _ articleReader: ArticleReader, _ version: ExtractorVersion, _ session: WarehouseSession,
    _ settings: Settings,
    _ progress: ProgressReporter, _ stop: StopSignal, _ log: Log, _ summary: inout RunSummary
  ) async throws {
    let job = try makeJob(session, kit, version, try self.job.retry(settings), log)
    let patience = try self.job.patience(settings)
    let isWhole = kit.selection.shard == nil
    var tally = ReadingTally()
    var refresh: MartBuilder.Outcome?
    var left = kit.selection.limit ?? .max
    try await job.recording {
      if isWhole { try job.acquireLock(patience: patience) }
      try await OrderedPipeline<[StoredArticle], [ProcessedDocument]>(jobs: try extraction.jobs(settings)).run(
        source: try pages(kit, version, session, until: stop),
        makeWorker: {
          let reader = StoredArticleReader(reader: articleReader, extractor: try kit.extractor())
          return { $0.map(reader.process) }
        },
        deliver: { documents in
          for document in documents where left > 0 {
            left -= 1
            try take(document, job, progress, log, &tally)
          }
          return left > 0
        })
      try job.commit()
      guard !stop.isAsked else { return .stopped }
      try job.acquireLock(patience: patience)
      refresh = try job.refresh(force: self.job.fullRefresh)
      // Only a whole backfill covers its scope.
      if isWhole, left > 0 {
        for scope in scopes(kit.selection) {
          try Backfill().record(scope, run: job.run, extractor: version, articles: tally.articles, session.connection)
        }
      }
      return .done
    }
    progress.clear()
    summary.reading = tally
    summary.refresh = refresh
    summary.counts = job.counts
    summary.database = session.summary(database.folder(settings))
    summary.warehouse = try WarehouseCounts(session.connection)
  }

  /// Does it all inside one transaction that is rolled back, and shows the difference.
  private func dryRun(
    _ kit: ExtractionKit, _ articleReader: ArticleReader, _ version: ExtractorVersion, _ session: WarehouseSession,
    _ progress: ProgressReporter, _ log: Log, _ summary: inout RunSummary
  ) throws {
    let nextPage = try pages(kit, version, session, until: StopSignal(listening: false))
    var tally = ReadingTally()
    var left = kit.selection.limit ?? .max
    let reader = StoredArticleReader(reader: articleReader, extractor: try kit.extractor())
    let changes = try DryRun().measure(session.connection) { _ in
      let job = try makeJob(session, kit, version, RetryPolicy(), log)
      while left > 0, let page = try nextPage() {
        for stored in page where left > 0 {
          left -= 1
          try take(reader.process(stored), job, progress, log, &tally)
        }
      }
      try job.commit()
      _ = try job.refresh(force: self.job.fullRefresh)
    }
    progress.clear()
    summary.isDryRun = true
    summary.reading = tally
    summary.changes = changes
  }

  /// The articles to read, page by page, over a connection of their own.
  private func pages(
    _ kit: ExtractionKit, _ version: ExtractorVersion, _ session: WarehouseSession, until stop: StopSignal
  ) throws -> sending () throws -> [StoredArticle]? {
    var pages = StoredArticlePages(
      session: try WarehouseSession(.server(session.url), requiringSchema: false), scopes: scopes(kit.selection),
      notReadBy: job.fullRefresh ? nil : version, shard: kit.selection.shard)
    return { stop.isAsked ? nil : try pages.next() }
  }

  private func makeJob(
    _ session: WarehouseSession, _ kit: ExtractionKit, _ version: ExtractorVersion, _ retry: RetryPolicy, _ log: Log
  ) throws -> WarehouseJob {
    try WarehouseJob(
      session, command: "backfill", arguments: [], catalog: kit.catalog, extractor: version.summary, replacing: true, retry: retry,
      log: log)
  }

  private func take(
    _ document: ProcessedDocument, _ job: WarehouseJob, _ progress: ProgressReporter, _ log: Log, _ tally: inout ReadingTally
  ) throws {
    for reject in document.rejects {
      progress.clear()
      log.warning("rejected", reject.fields)
    }
    try job.add(document)
    tally.add(document)
    progress.advance()
  }

  /// One for each publisher asked for.
  private func scopes(_ selection: Selection) -> [BackfillScope] {
    let publishers: [String?] = selection.publishers.isEmpty ? [nil] : selection.publishers
    return publishers.map { publisher in
      BackfillScope(
        publishedFrom: selection.from, publishedTo: selection.to, isUndated: undated, landedFrom: landedFrom,
        landedTo: landedTo, source: publisher)
    }
  }

  private func listGaps(_ version: ExtractorVersion, _ session: WarehouseSession) throws {
    var table = TextTable([("month", .left), ("read by", .left), ("articles", .right), ("of them without text", .right)])
    for gap in try Backfill().gaps(for: version, session.connection) {
      table.add(gap.month, gap.extractor.summary, grouped(gap.articles), grouped(gap.notReExtractable))
    }
    try StandardStream.output.write(table.text.utf8)
  }
}
