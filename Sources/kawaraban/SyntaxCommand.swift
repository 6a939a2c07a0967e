import ArgumentParser
import Catalog
import Extraction
import Language

/// `kawaraban syntax`: what the rules see of sentences, for whoever writes a frame.
struct SyntaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Shows the phrases, cases and events of sentences (for rule writers).")

  @Argument(help: "Sentences; without any, lines of standard input.")
  var sentences: [String] = []

  @Flag(help: "The sentences are English.")
  var english = false

  func run() async throws {
    let extractor = try Extractor(catalog: try Catalog(), rules: try RuleSet(), dictionary: try MecabModel())
    if sentences.isEmpty {
      while let line = readLine() { print(report(line, extractor)) }
    } else {
      for sentence in sentences { print(report(sentence, extractor)) }
    }
  }

  private func report(_ text: String, _ extractor: Extractor) -> String {
    english ? extractor.englishSyntaxReport(text) : extractor.syntaxReport(text)
  }
}
