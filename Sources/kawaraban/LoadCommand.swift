import ArgumentParser
import Facts
import Foundation
import Warehouse

/// `kawaraban load FACTS.jsonl...`: facts that `extract` printed, here or on other machines, into the warehouse.
struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Load facts that `extract` printed, here or on other machines, into the warehouse.",
    discussion: """
      Facts without their text (extract --with-text) are loaded too, and marked: a backfill cannot read those again.

      Example: kawaraban extract --with-text articles/ | kawaraban load -
      """)

  @Argument(help: ArgumentHelp("Files of facts as JSON Lines, - for standard input.", valueName: "facts"))
  var files: [String]

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let stop = StopSignal()
    let progress = ProgressReporter(mode: .never, total: nil)
    var summary = RunSummary(command: "load")
    if job.dryRun {
      summary.isDryRun = true
      try eachArticle(stop) { summary.reading.add($0) }
    } else {
      let session = try WarehouseSession(try database.place(settings), limits: try self.job.limits(settings))
      let job = try WarehouseJob(
        session, command: "load", arguments: files, catalog: try extraction.catalog(settings), extractor: "",
        replacing: self.job.fullRefresh, retry: try self.job.retry(settings), log: log)
      try await job.recording {
        let patience = try self.job.patience(settings)
        try job.acquireLock(patience: patience)
        try eachArticle(stop) { facts in
          summary.reading.add(facts)
          try job.add(facts)
        }
        try job.commit()
        if !stop.isAsked { summary.refresh = try job.refresh(force: self.job.fullRefresh) }
        return stop.isAsked ? .stopped : .done
      }
      summary.counts = job.counts
      summary.database = session.summary(database.folder(settings))
      summary.warehouse = try WarehouseCounts(session.connection)
    }
    summary.seconds = progress.elapsedSeconds
    try summary.report(job, settings)
    if stop.isAsked { throw CommandFailure(.tryLater, "stopped; run it again to go on") }
  }

  private func eachArticle(_ stop: StopSignal, _ body: (ArticleFacts) throws -> Void) throws {
    for file in files {
      try FactsFile(path: file).forEach { facts in
        if !stop.isAsked { try body(facts) }
      }
    }
  }
}
