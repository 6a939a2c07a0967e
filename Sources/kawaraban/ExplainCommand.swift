import ArgumentParser
import Foundation
import Warehouse

/// `kawaraban explain INPUT|DEAL`: why the facts are as they are.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show why: the characters and the rule behind each fact of an article, or each value of a deal.",
    discussion: """
      A file, folder or address shows what is read there, without a database: the text with names and proofs marked, then
      every fact with its rule. A number is a deal of the warehouse (deal_key): what each article told of it, which
      values were taken, which were not and why, what contradicts, and how it was told over time.

      Examples:
        kawaraban explain samples/articles/ja-02-aws-blog.txt
        kawaraban explain 17
      """)

  @Argument(help: ArgumentHelp("Articles to read, or numbers of deals.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup(title: "Web") var web: WebOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let style = TextStyle(isColoured: StandardStream.output.isTerminal && settings.environment["NO_COLOR"] == nil)
    let deals = inputs.compactMap { Int($0) }
    let articles = inputs.filter { Int($0) == nil }
    if !deals.isEmpty {
      let session = try WarehouseSession(try database.place(settings))
      for deal in deals {
        try StandardStream.output.write(DealInWarehouse(key: deal, style: style).rendered(session.connection).utf8)
      }
    }
    guard !articles.isEmpty else { return }
    var readers = try options.readers(settings)
    readers.web = try web.web(settings)
    let run = ExtractionRun(
      inputs: articles, kit: try extraction.kit(settings, selection: Selection()), jobs: try extraction.jobs(settings),
      stop: StopSignal(), readers: readers)
    try await run.run { document in
      for reject in document.rejects { log.warning("rejected", reject.fields) }
      for extracted in document.articles {
        let explanation = ArticleExplanation(facts: extracted.facts, text: extracted.article.text, style: style)
        try StandardStream.output.write(explanation.rendered().utf8)
      }
      return true
    }
  }
}
