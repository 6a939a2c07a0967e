import ArgumentParser
import Catalog
import Extraction
import Language

/// `kawaraban syntax`: what the rules see of Japanese sentences, for whoever writes a frame.
struct SyntaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Shows the phrases, cases and events of Japanese sentences (for rule writers).")

  @Argument(help: "Sentences; without any, lines of standard input.")
  var sentences: [String] = []

  func run() async throws {
    let extractor = try Extractor(catalog: try Catalog(), rules: try RuleSet(), dictionary: try MecabModel())
    if sentences.isEmpty {
      while let line = readLine() { print(extractor.syntaxReport(line)) }
    } else {
      for sentence in sentences { print(extractor.syntaxReport(sentence)) }
    }
  }
}
