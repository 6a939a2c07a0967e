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
      Takes files, folders, globs, http(s) addresses, and - for standard input; archives and compressed files are opened. Each article is one line of standard output with its \
      address, title, text, language and date; what could not be read is named with its reason on standard error.

      Example: kawaraban read samples/ | jq -r .title
      """)

  @Argument(help: ArgumentHelp("A file, a folder, a glob, an http(s) address, or - for standard input.", valueName: "input"))
  var inputs: [String]

  @Flag(help: "Exit with status 65 if anything could not be read.")
  var strict = false

  @OptionGroup(title: "Reading") var options: ReaderOptions
  @OptionGroup(title: "Web") var web: WebOptions
  @OptionGroup var general: GeneralOptions

  @Option(help: ArgumentHelp("Documents read side by side.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  func run() async throws {
    let settings = try general.load()
    var readers = try options.readers(settings)
    readers.web = try web.web(settings)
    let reader = readers.reader
    let lines = ArticleLines()
    var rejects = 0
    var batch: [RawDocument] = []
    var batchBytes = 0
    func report(_ reject: Reject) throws {
      rejects += 1
      StandardStream.error.write("kawaraban: \(reject)\n")
    }
    // Documents are read side by side, batch by batch, and told in their order.
    func flush() async throws {
      var output: [UInt8] = []
      for results in await read(batch, by: reader) {
        for result in results {
          switch result {
          case .article(let article): output.append(contentsOf: lines.line(article))
          case .reject(let reject): try report(reject)
          }
        }
      }
      try StandardStream.output.write(output)
      (batch, batchBytes) = ([], 0)
    }
    for landing in readers.source(inputs) {
      switch landing {
      case .reject(let reject):
        try await flush()
        try report(reject)
      case .document(let document):
        batch.append(document)
        batchBytes += document.bytes.count
        if batchBytes > 4 << 20 || batch.count >= 512 { try await flush() }
      }
    }
    try await flush()
    if strict, rejects > 0 { throw CommandFailure(.badData, "\(rejects) of the inputs could not be read (--strict)") }
  }

  private func read(_ documents: [RawDocument], by reader: ArticleReader) async -> [[ReadResult]] {
    let workers = max(1, min(jobs, documents.count))
    return await withTaskGroup(of: [(Int, [ReadResult])].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: documents.count, by: workers).map { ($0, reader.read(documents[$0])) }
        }
      }
      var results = [[ReadResult]](repeating: [], count: documents.count)
      for await part in group {
        for (index, result) in part { results[index] = result }
      }
      return results
    }
  }
}
