import ArgumentParser
import Catalog
import Extraction
import Facts
import Foundation
import Language

/// Flags that every command takes.
struct GeneralOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Settings file (default: kawaraban.yaml here, then in the configuration folder).", valueName: "file"))
  var settings: String?

  @Option(name: .customLong("log-format"), help: "Log lines as text or json (default: text on a terminal, else json).")
  var logFormat: Log.Format?

  func load() throws -> Settings {
    try Settings(named: settings, environment: ProcessInfo.processInfo.environment)
  }

  func log(_ settings: Settings) throws -> Log {
    let format = try settings.value(
      "log-format", flag: logFormat, parse: Log.Format.init(rawValue:), expected: "text or json")
    return Log(format: format ?? (StandardStream.error.isTerminal ? .text : .json))
  }
}

extension Log.Format: ExpressibleByArgument {}
extension ProgressBar.Mode: ExpressibleByArgument {}

/// The shape of what a command prints.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable { case table, json }

/// How articles become facts.
struct ExtractionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder whose files overlay the built-in catalogue.", valueName: "dir"))
  var catalog: String?

  @Option(help: ArgumentHelp("Folder whose files overlay the built-in rules.", valueName: "dir"))
  var rules: String?

  @Option(help: ArgumentHelp("Workers (default: one a core).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }

  func jobs(_ settings: Settings) throws -> Int {
    let count = try settings.value(
      "jobs", flag: jobs, parse: { Int($0).flatMap { $0 > 0 ? $0 : nil } }, expected: "a whole number from 1")
    return count ?? ProcessInfo.processInfo.activeProcessorCount
  }

  func catalog(_ settings: Settings) throws -> Catalog {
    try Catalog(overlay: try folder("catalog", flag: catalog, settings))
  }

  /// Catalogue, rules and dictionary, read once for all workers.
  func kit(_ settings: Settings, selection: Selection) throws -> ExtractionKit {
    ExtractionKit(
      catalog: try catalog(settings), rules: try RuleSet(overlay: try folder("rules", flag: rules, settings)),
      dictionary: try MecabModel(), selection: selection)
  }

  private func folder(_ key: String, flag: String?, _ settings: Settings) throws -> URL? {
    guard let path = settings.text(key, flag: flag) else { return nil }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw CommandFailure(.configuration, "--\(key): \(path) is no folder")
    }
    return URL(filePath: path)
  }
}

/// Which of the articles are meant.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only articles published on or after this day (YYYY[-MM[-DD]]).", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("Only articles published on or before this day.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("Only articles of this publisher; may be given several times.", valueName: "name"))
  var source: [String] = []

  @Option(help: ArgumentHelp("At most this many articles.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Only this part of the input: I/N, I from 0.", valueName: "i/n"))
  var shard: Shard?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1, not \(limit)") }
    if let from, let to, let first = from.dateKey, let last = to.latest?.dateKey, first > last {
      throw ValidationError("--from \(from) is later than --to \(to)")
    }
  }

  func selection(_ settings: Settings) throws -> Selection {
    func date(_ key: String, _ flag: PartialDate?) throws -> PartialDate? {
      try settings.value(key, flag: flag, parse: { PartialDate($0) }, expected: "a date, YYYY[-MM[-DD]]")
    }
    return Selection(
      from: try date("from", from), to: try date("to", to), publishers: settings.list("source", flags: source),
      limit: try settings.value("limit", flag: limit, parse: { Int($0) }, expected: "a whole number"),
      shard: try settings.value("shard", flag: shard, parse: Shard.init(argument:), expected: "I/N, I from 0"))
  }
}

/// The articles that a run takes: by day of publication, publisher, part of the input, number.
struct Selection: Equatable, Sendable {
  var from: PartialDate?
  var to: PartialDate?
  var publishers: [String] = []
  var limit: Int?
  var shard: Shard?

  /// Neither period nor publisher nor number narrows it down.
  var takesAll: Bool { from == nil && to == nil && publishers.isEmpty && limit == nil }

  /// An undated article is inside no period; a partial date is inside where any of its days may be.
  func contains(publishedOn date: PartialDate?, publisher: String?) -> Bool {
    if !publishers.isEmpty, !publishers.contains(publisher ?? "") { return false }
    guard from != nil || to != nil else { return true }
    guard let first = date?.dateKey, let last = date?.latest?.dateKey else { return false }
    if let bound = from?.dateKey, last < bound { return false }
    if let bound = to?.latest?.dateKey, first > bound { return false }
    return true
  }
}
