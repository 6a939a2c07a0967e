import ArgumentParser
import Extraction
import Facts
import Foundation

/// `kawaraban calibrate --gold DIR INPUT...`: measures how sure each rule is, for the confidence of every fact.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Count on annotated articles how often each rule is right; new facts take their confidence from it.",
    discussion: """
      The counts are rows of calibration.tsv, by kind of fact, language, rule and condition. They go to --output, or to
      standard output; put the file into data/rules (or into the folder given as --rules) to use it. Standard error shows how
      well such counts predict articles that they were not made of.

      Example: kawaraban calibrate --gold samples/gold samples/articles --output data/rules/calibration.tsv
      """)

  @OptionGroup var annotated: AnnotatedArticles

  @Option(help: ArgumentHelp("File to write the counts to.", valueName: "file"))
  var output: String?

  @Option(help: "Into how many parts the articles are dealt to test the counts.")
  var folds = 5

  @OptionGroup var inputs: InputArguments
  @OptionGroup var extraction: ExtractionOptions
  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try annotated.check(inputs)
    if folds < 2 { throw ValidationError("--folds must be at least 2: a part is predicted from the others") }
  }

  func run() async throws {
    let settings = try general.load()
    let log = try general.log(settings)
    let gold = try GoldFacts.read(folders: annotated.gold)
    let read = try await annotated.read(inputs, extraction, options, settings, log)
    var evaluation = Evaluation(reference: try EvaluationReference(try extraction.catalog(settings)))
    var report = CalibrationReport()
    for article in gold {
      guard let facts = read[article.id] ?? read[stem(article.file)] else { continue }
      evaluation.add(gold: article, read: facts)
      if let verdicts = evaluation.verdicts[article.id] { report.add(facts, verdicts, article: article.id) }
    }
    guard !report.samples.isEmpty else {
      throw CommandFailure(.configuration, "no fact of an annotated article was read; do the gold files belong to these inputs?")
    }
    StandardStream.error.write(report.text(folds: folds))
    if let output {
      try Data(report.table.text.utf8).write(to: URL(filePath: output), options: .atomic)
    } else {
      try StandardStream.output.write(report.table.text.utf8)
    }
  }
}
