import ArgumentParser
import Articles
import Facts
import Foundation

/// `kawaraban read INPUT...`: what the readers make of the inputs, an article a line; nothing else is done.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read articles and print them as JSON Lines; extract nothing, load nothing.",
    discussion: """
      Takes files, folders, globs and - for standard input. Each article is one line of standard output with its \
      address, title, text, language and date; what could not be read is named with its reason on standard error.

      Example: kawaraban read samples/ | jq -r .title
      """)

  @Argument(help: ArgumentHelp("A file, a folder, a glob, or - for standard input.", valueName: "input"))
  var inputs: [String]

  @Flag(help: "Exit with status 65 if anything could not be read.")
  var strict = false

  @Option(help: ArgumentHelp("The largest document that is read, in bytes.", valueName: "bytes"))
  var maxBytes: Int = ReadLimits().documentBytes

  func run() async throws {
    var limits = ReadLimits()
    limits.documentBytes = maxBytes
    let reader = ArticleReader(limits: limits)
    let lines = ArticleLines()
    var output = Data()
    func flush() throws {
      try FileHandle.standardOutput.write(contentsOf: output)
      output.removeAll(keepingCapacity: true)
    }
    var rejects = 0
    func report(_ reject: Reject) throws {
      rejects += 1
      try FileHandle.standardError.write(contentsOf: Data("\(reject)\n".utf8))
    }
    for landing in ArticleSource(inputs: inputs, limits: limits) {
      switch landing {
      case .reject(let reject): try report(reject)
      case .document(let document):
        for result in reader.read(document) {
          switch result {
          case .reject(let reject): try report(reject)
          case .article(let article):
            output.append(contentsOf: lines.line(article))
            if output.count > 1 << 20 { try flush() }
          }
        }
      }
    }
    try flush()
    if strict, rejects > 0 { throw ExitCode(65) }
  }
}
