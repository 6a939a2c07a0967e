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

  func run() async throws {
    var articles: [ArticleFacts] = []
    for input in inputs {
      let data = input == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: input))
      for line in data.split(separator: UInt8(ascii: "\n")) { articles.append(try FactsLines().facts(line: line)) }
    }
    let resolved = Resolver().resolve(articles)
    var uris: [String: String] = [:]
    for facts in articles { uris[facts.article.key] = facts.article.uri }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for deal in resolved.deals {
      var line = try encoder.encode(deal)
      line.append(UInt8(ascii: "\n"))
      FileHandle.standardOutput.write(line)
    }
  }
}
