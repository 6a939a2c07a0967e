import ArgumentParser
import Catalog
import Facts
import Foundation
import Quantities
import Resolution

/// `kawaraban resolve FACTS.jsonl...`: facts in, one resolved deal a line out, without a database.
struct ResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Resolves facts into deals, one a line; needs no database.")

  @Argument(help: "Files of facts as JSON Lines; - reads standard input.", completion: .file(extensions: ["jsonl"]))
  var inputs: [String] = ["-"]

  @Option(name: .customLong("catalog"), help: "Folder whose files overlay the built-in catalogue.", completion: .directory)
  var catalog: String?

  @Flag(help: "Stop at the first line that is no article of facts, with exit status 65.")
  var strict = false

  func run() async throws {
    let articles = try read()
    let catalog = try Catalog(overlay: catalog.map { URL(filePath: $0) })
    let resolver = Resolver(companies: CompanyTree(catalog), rates: try RateData.exchangeRates())
    let lines = DealLines(articles: articles)
    for deal in resolver.resolve(articles).deals {
      try FileHandle.standardOutput.write(contentsOf: lines.line(deal))
    }
  }

  private func read() throws -> [ArticleFacts] {
    var articles: [ArticleFacts] = []
    let reader = FactsLines()
    for input in inputs {
      let data = input == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: input))
      for (number, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      where !line.isEmpty {
        do {
          articles.append(try reader.facts(line: line))
        } catch let error as FactsLineError {
          try FileHandle.standardError.write(contentsOf: Data("\(input):\(number + 1): \(error.reason)\n".utf8))
          if strict { throw ExitCode(65) }
        }
      }
    }
    return articles
  }
}
