import ArgumentParser

/// What `run`, `load` and `backfill` have in common besides their input.
struct JobOptions: ParsableArguments {
  @Flag(help: "Replace the facts of articles that the warehouse holds already, and rebuild the mart.")
  var fullRefresh = false

  @Flag(help: "Say what would be done; write nothing.")
  var dryRun = false

  @Flag(help: "Where another run holds the warehouse's lock, wait for it instead of ending with status 75.")
  var wait = false

  @Option(help: ArgumentHelp("Write the run's figures there as OpenMetrics text.", valueName: "file"))
  var metrics: String?

  @Option(help: "Print the summary as a table or as json.")
  var format: OutputFormat?

  func summaryFormat(_ settings: Settings) throws -> OutputFormat {
    try settings.value("format", flag: format, parse: OutputFormat.init(rawValue:), expected: "table or json") ?? .table
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
