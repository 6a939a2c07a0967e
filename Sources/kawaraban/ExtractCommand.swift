import ArgumentParser
import Articles
import Catalog
import Extraction
import Facts
import Foundation
import Language

/// `kawaraban extract`: facts as JSON Lines on standard output, without a database.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Writes the facts of articles as JSON Lines.")

  @Argument(help: "Files, folders, archives, or - for standard input.")
  var inputs: [String]

  @Flag(help: "Put the article's text into each line, so that offsets can be looked up.")
  var withText = false

  func run() async throws {
    let extractor = try Extractor(catalog: try Catalog(), rules: try RuleSet(), dictionary: try MecabModel())
    let reader = ArticleReader()
    let lines = FactsLines()
    for landing in ArticleSource(inputs: inputs) {
      guard case .document(let document) = landing else { continue }
      for result in reader.read(document) {
        guard case .article(let article) = result else { continue }
        var facts = extractor.extract(article)
        if withText { facts.article.text = article.text }
        FileHandle.standardOutput.write(try lines.line(facts))
      }
    }
  }
}
