import ArgumentParser
import Facts
import Foundation

/// `kawaraban extract INPUT...`: articles in, facts as JSON Lines out; no database.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the facts of articles as JSON Lines; no database.",
    discussion: """
      Each article is one line of kawaraban.facts/1 on standard output, in the order of the inputs, with every deal,
      figure and relation and the characters that say so. What could not be read is named on standard error.

      Example: kawaraban extract samples/articles | jq -c '.deals[] | {type, status, amount}'
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var general: GeneralOptions

  @Flag(help: "Include the text of each article, which the offsets count in.")
  var withText = false

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let stop = StopSignal()
    let run = ExtractionRun(
      inputs: try inputs.paths(settings), kit: try extraction.kit(settings, selection: selection.selection(settings)),
      jobs: try extraction.jobs(settings), stop: stop)
    let progress = ProgressReporter(mode: try reading.progressMode(settings), total: ExtractionRun.count(run.inputs))
    let lines = FactsLines()
    var tally = ReadingTally()
    try await run.run { document in
      for reject in document.rejects {
        progress.clear()
        log.warning("rejected", ["uri": .string(reject.uri), "reason": .string(reject.reason.rawValue), "detail": .string(reject.detail)])
      }
      for extracted in document.articles {
        var facts = extracted.facts
        if withText { facts.article.text = extracted.article.text }
        try StandardStream.output.write(lines.line(facts))
      }
      tally.add(document)
      progress.advance()
      return true
    }
    progress.clear()
    log.info(
      stop.isAsked ? "stopped" : "done",
      ["articles": .integer(tally.articles), "deals": .integer(tally.deals), "rejected": .integer(tally.rejects)])
    try reading.check(tally, settings)
  }
}

/// What a command reads.
struct InputArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, folders, globs, - for standard input, http(s) addresses.", valueName: "input"))
  var inputs: [String] = []

  /// Those given, else those of the settings.
  func paths(_ settings: Settings) throws -> [String] {
    let paths = settings.list("inputs", flags: inputs)
    guard !paths.isEmpty else {
      throw CommandFailure(.usage, "nothing to read: give files, folders or addresses, or set “inputs” in the settings file")
    }
    return paths
  }
}

/// How a reading command shows what it does, and how strict it is.
struct ReadingOptions: ParsableArguments {
  @Flag(help: "Exit with status 65 if any article could not be read.")
  var strict = false

  @Option(help: "Progress bar on standard error: auto (on a terminal), always or never.")
  var progress: ProgressBar.Mode?

  func progressMode(_ settings: Settings) throws -> ProgressBar.Mode {
    try settings.value(
      "progress", flag: progress, parse: ProgressBar.Mode.init(rawValue:), expected: "auto, always or never") ?? .auto
  }

  func check(_ tally: ReadingTally, _ settings: Settings) throws {
    if try settings.isOn("strict", flag: strict), tally.rejects > 0 {
      throw CommandFailure(.badData, "\(tally.rejects) of the inputs could not be read (--strict)")
    }
  }
}

/// What a run has read so far.
struct ReadingTally: Equatable, Sendable {
  var documents = 0
  var articles = 0
  var unselected = 0
  var rejects = 0
  var deals = 0
  var metrics = 0
  var modelFacts = 0

  mutating func add(_ document: ProcessedDocument) {
    documents += 1
    articles += document.articles.count
    unselected += document.unselected
    rejects += document.rejects.count
    for extracted in document.articles {
      deals += extracted.facts.deals.count
      metrics += extracted.facts.metrics.count
      modelFacts += extracted.facts.modelFacts.count
    }
  }
}
