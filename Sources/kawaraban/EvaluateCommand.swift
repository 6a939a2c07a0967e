import ArgumentParser
import Facts
import Foundation

/// `kawaraban evaluate --gold DIR INPUT...`: how right the facts are, by kind of fact.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare the facts read from articles with gold facts: precision, recall, F1 by kind of fact.",
    discussion: """
      A gold file pairs with the article whose file name, without its ending, is that of the gold file's “file” or “id”.
      Inputs are articles, or with --facts the JSON Lines that `extract` printed.

      Example: kawaraban evaluate --gold samples/gold samples/articles
      """)

  @OptionGroup var annotated: AnnotatedArticles

  @Flag(help: "List every miss and every extra, one a line.")
  var errors = false

  @Option(help: "Print a table or json.")
  var format: OutputFormat = .table

  @OptionGroup var inputs: InputArguments
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws { try annotated.check(inputs) }

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let gold = try GoldFacts.read(folders: annotated.gold)
    let read = try await annotated.read(inputs, extraction, options, settings, log)
    var evaluation = Evaluation(reference: try EvaluationReference(try extraction.catalog(settings)))
    for article in gold { evaluation.add(gold: article, read: read[article.id] ?? read[stem(article.file)]) }
    if errors { try StandardStream.output.write(evaluation.errors.map { $0 + "\n" }.joined().utf8) }
    try StandardStream.output.write((format == .json ? evaluation.json() : evaluation.table()).utf8)
  }
}
