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

  func run() async throws {
    var articles: [ArticleFacts] = []
    for input in inputs {
      let data = input == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: input))
      for line in data.split(separator: UInt8(ascii: "\n")) { articles.append(try FactsLines().facts(line: line)) }
    }
    var parents: [String: String] = [:]
    var rates = try ExchangeRates(daily: [])
    if let catalog {
      for row in try String(contentsOfFile: catalog + "/companies.csv", encoding: .utf8).split(separator: "\n").dropFirst() {
        let f = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if f.count > 6, !f[6].isEmpty, !row.contains("\"") { parents[f[0]] = f[6] }
      }
      rates = try ExchangeRates(daily: [UInt8](Data(contentsOf: URL(filePath: catalog + "/fx_ecb_daily.csv"))))
    }
    let resolved = Resolver(companies: CompanyTree(parents: parents), rates: rates).resolve(articles)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for deal in resolved.deals {
      var line = try encoder.encode(deal)
      line.append(UInt8(ascii: "\n"))
      FileHandle.standardOutput.write(line)
    }
  }
}
