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
  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup(title: "Web") var web: WebOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var general: GeneralOptions

  @Flag(help: "Include the text of each article, which the offsets count in.")
  var withText = false

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let stop = StopSignal()
    var readers = try options.readers(settings)
    readers.web = try web.web(settings)
    let run = ExtractionRun(
      inputs: try inputs.paths(settings), kit: try extraction.kit(settings, selection: selection.selection(settings)),
      jobs: try extraction.jobs(settings), stop: stop, readers: readers)
    let progress = ProgressReporter(mode: try reading.progressMode(settings), total: ExtractionRun.count(run.inputs))
    let lines = FactsLines()
    var tally = ReadingTally()
    try await run.run { document in
      for reject in document.rejects {
        progress.clear()
        log.warning("rejected", reject.fields)
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
