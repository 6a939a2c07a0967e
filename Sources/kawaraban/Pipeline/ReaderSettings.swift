import Articles

/// How a command reads its inputs: limits, names of fields, the web. One value from the flags down to every worker.
struct ReaderSettings: Sendable {
  var limits = ReadLimits()
  var fields = FieldNames()
  var web = WebSettings()
  /// What is kept of the web between runs; `nil` where there is no warehouse to keep it.
  var journal: WebJournal?

  var reader: ArticleReader { ArticleReader(limits: limits, fields: fields) }

  func source(_ inputs: [String]) -> ArticleSource {
    var effects = WebEffects(transport: .curl(web, limits: limits))
    if let journal {
      effects.known = journal.known
      effects.visited = journal.visited
    }
    return ArticleSource(inputs: inputs, limits: limits, web: web, effects: effects)
  }
}
