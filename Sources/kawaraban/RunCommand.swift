import ArgumentParser
import Extraction
import Facts
import Foundation
import PostgreSQL
import Resolution
import Warehouse

/// `kawaraban run INPUT...`: the job. Articles in, a star schema brought up to date.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The job: read articles, take out their facts, bring the warehouse up to date.",
    discussion: """
      Without --database it starts a private PostgreSQL and keeps it between runs. Articles that the warehouse holds
      already are not read again; the order of the inputs, the number of workers and the cutting into runs do not matter
      to what the warehouse holds in the end. A killed run is simply run again.

      Ends with 0 (done), 64 (wrong usage), 65 (--strict and a bad article), 69 (no database), 70 (a fault of this program),
      75 (another run holds the lock, or this one was stopped: try later), 78 (bad configuration).

      Example: kawaraban run articles/ --from 2025-01
      """)

  @OptionGroup var inputs: InputArguments
  @Flag(help: "Also try again what earlier runs could not read.")
  var retryRejects = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup(title: "Web") var web: WebOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let stop = StopSignal { log.info("stopping at the next batch; once more to stop at once") }
    var readers = try options.readers(settings)
    readers.web = try web.web(settings)
    let work = ExtractionRun(
      inputs: try inputs.paths(settings, mayBeEmpty: retryRejects), kit: try extraction.kit(settings, selection: selection.selection(settings)),
      jobs: try extraction.jobs(settings), stop: stop, readers: readers)
    let progress = ProgressReporter(mode: try reading.progressMode(settings), total: ExtractionRun.count(work.inputs))
    var summary = RunSummary(command: "run")
    if job.dryRun {
      summary.isDryRun = true
      summary.reading = try await read(work, progress, log) { _ in }
    } else {
      try await load(work, settings, progress, log, &summary)
    }
    summary.seconds = progress.elapsedSeconds
    try summary.report(job, settings)
    if stop.isAsked { throw CommandFailure(.tryLater, "stopped; the next run goes on from here") }
    try reading.check(summary.reading, settings)
  }

  private func load(
    _ work: ExtractionRun, _ settings: Settings, _ progress: ProgressReporter, _ log: Log, _ summary: inout RunSummary
  ) async throws {
    let session = try WarehouseSession(try database.place(settings), limits: try self.job.limits(settings))
    let version = try work.kit.extractor().extractorVersion
    let job = try WarehouseJob(
      session, command: "run", arguments: work.inputs, catalog: work.kit.catalog, extractor: version.summary,
      replacing: self.job.fullRefresh, retry: try self.job.retry(settings), log: log)
    var work = work
    let webState = WebState(session: session, visits: WebVisits(run: job.run))
    let journal = try webState.journal(of: work.inputs, askingForAll: self.job.fullRefresh)
    work.readers.journal = journal
    work.crashGuard = try CrashGuard(session: session, run: job.run)
    if !self.job.fullRefresh { work.lookup = WarehouseLookup(url: session.url, run: job.run, version: version) }
    let patience = try self.job.patience(settings)
    var refresh: MartBuilder.Outcome?
    var tally = ReadingTally()
    try await job.recording {
      if work.kit.selection.shard == nil { try job.acquireLock(patience: patience) }
      tally = try await read(work, progress, log, beforeSuspects: { try job.commit() }) { document in
        try job.add(document)
        if let visit = journal.take(document.uri) { job.afterLanding { try webState.keep(visit, isWhole: document.isWhole) } }
      }
      if retryRejects { try retry(work, job, log, &tally) }
      try job.commit()
      try webState.keepUnchanged(journal)
      guard !work.stop.isAsked else { return .stopped }
      try job.acquireLock(patience: patience)
      refresh = try job.refresh(force: self.job.fullRefresh)
      return .done
    }
    summary.refresh = refresh
    summary.reading = tally
    summary.counts = job.counts
    summary.olderVersions = job.olderVersions
    summary.database = session.summary(database.folder(settings))
    summary.warehouse = try WarehouseCounts(session.connection)
  }

  private func retry(_ work: ExtractionRun, _ job: WarehouseJob, _ log: Log, _ tally: inout ReadingTally) throws {
    let worker = DocumentWorker(
      reader: work.readers.reader, extractor: try work.kit.extractor(), selection: work.kit.selection)
    // What failed before is asked for whole: “unchanged” would leave it failed.
    var readers = work.readers
    readers.journal = nil
    let retry = RejectRetry(readers: readers, worker: worker, session: job.session, rejects: Rejects(run: job.run))
    let mended = try retry.run { document in
      try job.add(document)
      tally.add(document)
    }
    log.info("rejects tried again", ["read after all": .integer(mended)])
  }

  /// Reads and extracts, each document handed on in order, what could not be read told at once.
  private func read(
    _ work: ExtractionRun, _ progress: ProgressReporter, _ log: Log, beforeSuspects: () throws -> Void = {},
    _ take: (ProcessedDocument) throws -> Void
  ) async throws -> ReadingTally {
    var tally = ReadingTally()
    try await work.run(beforeSuspects: beforeSuspects) { document in
      for reject in document.rejects {
        progress.clear()
        log.warning("rejected", reject.fields)
      }
      try take(document)
      tally.add(document)
      progress.advance()
      return true
    }
    progress.clear()
    return tally
  }
}

extension ExtractorVersion {
  /// For the ledger of runs.
  var summary: String { "\(version) catalog \(catalog) rules \(rules)" }
}
