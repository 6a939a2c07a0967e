import ArgumentParser
import Catalog
import Facts
import Foundation
import Resolution

/// `kawaraban resolve FACTS.jsonl...`: facts in, one resolved deal a line out, without a database.
struct ResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Resolves facts into deals, one a line; needs no database.",
    discussion: "The same facts give the same lines, in whatever order they come.")

  @Argument(help: "Files of facts as JSON Lines; - reads standard input.", completion: .file(extensions: ["jsonl"]))
  var inputs: [String] = ["-"]

  @Option(help: ArgumentHelp("Folder whose files overlay the built-in catalogue.", valueName: "dir"), completion: .directory)
  var catalog: String?

  @Flag(help: "Print why instead: who said what and when, what was taken and what was not.")
  var explain = false

  func run() async throws {
    let resolver = Resolver(
      companies: CompanyTree(try Catalog(overlay: catalog.map { URL(filePath: $0) })),
      rates: try RatesFolder(environment: ProcessInfo.processInfo.environment).exchangeRates())
    var articles: [ArticleFacts] = []
    for input in inputs { try FactsFile(path: input).forEach { articles.append($0) } }
    let deals = resolver.resolve(articles).deals
    if explain {
      let byKey = Dictionary(articles.map { ($0.article.key, $0) }) { first, _ in first }
      for deal in deals {
        let told = Set(deal.claims.map(\.article)).compactMap { byKey[$0] }
        try StandardStream.output.write(Array((DealExplanation(deal, articles: told).text + "\n").utf8))
      }
    } else {
      let lines = DealLines(articles: articles)
      for deal in deals { try StandardStream.output.write(lines.line(deal)) }
    }
  }
}
