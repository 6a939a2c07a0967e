import Facts
import Language

extension Extractor {
  /// What the syntax of a Japanese text looks like to the rules, for whoever writes one: a line a phrase with its case,
  /// its governor, its predicate and what stands in it.
  public func syntaxReport(_ text: String) -> String {
    let article = Article(
      uri: "-", text: text, blocks: Self.lines(text), language: .ja, sha256: "", reader: "text", source: [])
    let document = link(article)
    var report = ""
    for (index, sentence) in document.sentences.enumerated() {
      let parsed = japanese.parser.parse(sentence, index: index, in: document)
      report += document.text.text(sentence.span) + "\n"
      for (position, phrase) in parsed.phrases.enumerated() {
        let words = phrase.tokens.map { token -> String in
          let token = parsed.tokens[token]
          if let mention = parsed.mention(token) { return "‹\(document.mentions[mention].id)›" }
          if let quantity = parsed.quantity(token) { return "‹\(document.text.text(document.quantities[quantity].span))›" }
          return token.surface
        }
        var line = "  \(position) \(words.joined(separator: "|"))  \(phrase.marker.rawValue)"
        if phrase.isAdnominal { line += " adnominal" }
        if phrase.isPaused { line += " paused" }
        if let parent = phrase.parent { line += " → \(parent)" }
        if let predicate = phrase.predicate { line += "  [\(predicate.lemma) \(predicate.form)\(predicate.isPassive ? " passive" : "")\(predicate.isNegative ? " negative" : "")]" }
        report += line + "\n"
      }
      for event in japanese.finder.events(in: parsed, document, discourse: Discourse()) {
        report += "  event \(event.frame.id) at \(event.phrase) \(event.isNoun ? "noun" : "verb")\(event.isPassive ? " passive" : ""): \(event.reading.status)"
        for argument in event.arguments { report += " \(argument.marker.rawValue)/\(argument.path)=\(argument.parties.map(\.company).joined(separator: "+"))" }
        report += "\n"
      }
    }
    return report
  }

  private static func lines(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { blocks.append(Block(kind: .paragraph, span: Span(start, start + line.count))) }
      start += line.count + 1
    }
    return blocks
  }
}
