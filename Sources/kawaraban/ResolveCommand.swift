import ArgumentParser
import Facts
import Foundation
import Resolution

/// `kawaraban resolve FACTS.jsonl...`: facts in, one resolved deal a line out, without a database.
struct ResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Resolves facts into deals, one a line; needs no database.")

  @Argument(help: "Files of facts as JSON Lines; - reads standard input.", completion: .file(extensions: ["jsonl"]))
  var inputs: [String] = ["-"]

  @Option(name: .customLong("catalog"), help: "Folder with companies.csv and rates.csv.", completion: .directory)
  var catalog: String?

  @Flag(help: "Stop at the first line that is no article of facts, with exit status 65.")
  var strict = false

  func run() async throws {
    let articles = try read()
    let resolver = try Resolver(companies: companies(), rates: rates())
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

  private func companies() throws -> CompanyTree {
    var parents: [String: String] = [:]
    if let catalog {
      for row in try String(contentsOfFile: catalog + "/companies.csv", encoding: .utf8).split(separator: "\n").dropFirst() {
        let f = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if f.count > 6, !f[6].isEmpty, !row.contains("\"") { parents[f[0]] = f[6] }
      }
    }
    return CompanyTree(parents: parents)
  }

  private func rates() throws -> ExchangeRates {
    guard let catalog else { return try ExchangeRates(daily: []) }
    return try ExchangeRates(daily: [UInt8](Data(contentsOf: URL(filePath: catalog + "/fx_ecb_daily.csv"))))
  }
}
