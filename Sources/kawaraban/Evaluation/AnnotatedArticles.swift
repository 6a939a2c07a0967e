import ArgumentParser
import Facts

/// Articles with gold facts, and the facts to lay against them: read from the articles now, or from JSON Lines.
struct AnnotatedArticles: ParsableArguments {
  @Option(help: ArgumentHelp("Folder with gold facts, one JSON file an article; may be given several times.", valueName: "dir"))
  var gold: [String]

  @Option(help: ArgumentHelp("Take these facts (JSON Lines) instead of reading articles; may be given several times.", valueName: "file"))
  var facts: [String] = []

  func check(_ inputs: InputArguments) throws {
    if gold.isEmpty { throw ValidationError("name a folder of gold facts with --gold") }
    if !facts.isEmpty, !inputs.inputs.isEmpty { throw ValidationError("give either --facts or articles, not both") }
  }

  /// - Returns: facts by the stem of their article's address.
  func read(
    _ inputs: InputArguments, _ extraction: ExtractionOptions, _ options: ReaderOptions, _ settings: Settings, _ log: Log
  ) async throws -> [String: ArticleFacts] {
    guard facts.isEmpty else { return try lines() }
    let run = ExtractionRun(
      inputs: try inputs.paths(settings), kit: try extraction.kit(settings, selection: Selection()),
      jobs: try extraction.jobs(settings), stop: StopSignal(), readers: try options.readers(settings))
    var read: [String: ArticleFacts] = [:]
    try await run.run { document in
      for reject in document.rejects { log.warning("rejected", reject.fields) }
      for extracted in document.articles { read[stem(extracted.facts.article.uri)] = extracted.facts }
      return true
    }
    return read
  }

  private func lines() throws -> [String: ArticleFacts] {
    var read: [String: ArticleFacts] = [:]
    for path in facts {
      try FactsFile(path: path).forEach { facts in read[stem(facts.article.uri)] = facts }
    }
    return read
  }
}
