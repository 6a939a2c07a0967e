import Facts

/// Facts to compare with gold, by the stem of their article's address: read from articles now, or from JSON Lines.
enum ReadFacts {
  static func articles(
    _ inputs: InputArguments, _ extraction: ExtractionOptions, _ options: ReaderOptions, _ settings: Settings, _ log: Log
  ) async throws -> [String: ArticleFacts] {
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

  static func lines(_ paths: [String]) throws -> [String: ArticleFacts] {
    var read: [String: ArticleFacts] = [:]
    for path in paths {
      try FactsFile(path: path).forEach { facts in read[stem(facts.article.uri)] = facts }
    }
    return read
  }
}
