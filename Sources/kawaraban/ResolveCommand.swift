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
    if explain { try explainDeals(resolver) } else { try writeDeals(resolver) }
  }

  /// Articles are not kept, so that a million claims need no more than the memory of comparing them.
  private func writeDeals(_ resolver: Resolver) throws {
    var run = try ResolutionRun(resolver)
    var lines = DealLines()
    var batch: [ArticleFacts] = []
    for input in inputs {
      try FactsFile(path: input).forEach { facts in
        lines.add(facts.article)
        batch.append(facts)
        if batch.count == ResolveCommand.batch {
          try run.add(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    try run.add(batch)
    for deal in try run.resolved().deals { try StandardStream.output.write(lines.line(deal)) }
  }

  private static let batch = 1024

  private func explainDeals(_ resolver: Resolver) throws {
    var articles: [ArticleFacts] = []
    for input in inputs { try FactsFile(path: input).forEach { articles.append($0) } }
    let byKey = Dictionary(articles.map { ($0.article.key, $0) }) { first, _ in first }
    for deal in resolver.resolve(articles).deals {
      let told = Set(deal.claims.map(\.article)).compactMap { byKey[$0] }
      try StandardStream.output.write(Array((DealExplanation(deal, articles: told).text + "\n").utf8))
    }
  }
}
