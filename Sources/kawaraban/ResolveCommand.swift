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
    var rates: [String: [ExchangeRates.Quote]] = [:]
    if let catalog {
      for row in try String(contentsOfFile: catalog + "/companies.csv", encoding: .utf8).split(separator: "\n").dropFirst() {
        let f = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if f.count > 6, !f[6].isEmpty, !row.contains("\"") { parents[f[0]] = f[6] }
      }
      let lines = try String(contentsOfFile: catalog + "/fx_ecb_daily.csv", encoding: .utf8).split(separator: "\n")
      let head = lines[0].split(separator: ",").map(String.init)
      for row in lines.dropFirst() {
        let f = row.split(separator: ",", omittingEmptySubsequences: false)
        guard let day = PartialDate(f[0])?.dayNumber else { continue }
        for (c, v) in zip(head, f).dropFirst() {
          if let v = ExactDecimal(v) { rates[c, default: []].append(.init(day: day, unitsPerEuro: v)) }
        }
      }
    }
    let resolved = Resolver(companies: CompanyTree(parents: parents), rates: ExchangeRates(quotes: rates)).resolve(articles)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for deal in resolved.deals {
      var line = try encoder.encode(deal)
      line.append(UInt8(ascii: "\n"))
      FileHandle.standardOutput.write(line)
    }
  }
}
