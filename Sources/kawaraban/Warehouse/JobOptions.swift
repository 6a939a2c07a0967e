import ArgumentParser
import PostgreSQL
import Warehouse

/// What `run`, `load` and `backfill` have in common besides their input.
struct JobOptions: ParsableArguments {
  @Flag(help: "Replace the facts of articles that the warehouse holds already, and rebuild the mart.")
  var fullRefresh = false

  @Flag(help: "Say what would be done; write nothing.")
  var dryRun = false

  @Flag(help: "Where another run holds the warehouse's lock, wait for it instead of ending with status 75.")
  var wait = false

  @Option(help: ArgumentHelp("End a statement that takes longer; 0 for never (default: 3600).", valueName: "seconds"))
  var statementTimeout: Int?

  @Option(help: ArgumentHelp("Wait no longer for a lock of another session, then try again; 0 for ever (default: 120).", valueName: "seconds"))
  var lockTimeout: Int?

  @Option(help: ArgumentHelp("Try so often again after a failure that passes: a deadlock, a server that restarts (default: 8).", valueName: "n"))
  var retries: Int?

  @Option(help: ArgumentHelp("Write the run's figures there as OpenMetrics text.", valueName: "file"))
  var metrics: String?

  @Option(help: "Print the summary as a table or as json.")
  var format: OutputFormat?

  func summaryFormat(_ settings: Settings) throws -> OutputFormat {
    try settings.value("format", flag: format, parse: OutputFormat.init(rawValue:), expected: "table or json") ?? .table
  }

  func limits(_ settings: Settings) throws -> SessionLimits {
    var limits = SessionLimits()
    limits.statement = try number("statement-timeout", statementTimeout, settings) ?? limits.statement
    limits.lock = try number("lock-timeout", lockTimeout, settings) ?? limits.lock
    return limits
  }

  func retry(_ settings: Settings) throws -> RetryPolicy {
    RetryPolicy(attempts: 1 + (try number("retries", retries, settings) ?? 8))
  }

  private func number(_ key: String, _ flag: Int?, _ settings: Settings) throws -> Int? {
    if let flag, flag < 0 { throw ValidationError("--\(key) must not be negative, not \(flag)") }
    return try settings.value(
      key, flag: flag, parse: { Int($0).flatMap { $0 >= 0 ? $0 : nil } }, expected: "a whole number from 0")
  }

  /// Seconds to wait for the lock: a day stands for “as long as it takes”.
  func patience(_ settings: Settings) throws -> Int {
    try settings.isOn("wait", flag: wait) ? 86_400 : 0
  }
}

extension RunSummary {
  /// Prints the summary, and writes the metrics where they are asked for.
  func report(_ job: JobOptions, _ settings: Settings) throws {
    try StandardStream.output.write((try job.summaryFormat(settings) == .json ? json() : table()).utf8)
    if let path = settings.text("metrics", flag: job.metrics) { try writeMetrics(to: path) }
  }
}
