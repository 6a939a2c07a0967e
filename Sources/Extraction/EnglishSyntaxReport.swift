import Facts
import Language

extension Extractor {
  /// What the syntax of an English text looks like to the rules: a line a phrase, then its events, for whoever writes a frame.
  public func englishSyntaxReport(_ text: String) -> String {
    let article = Article(
      uri: "-", text: text, blocks: [Block(kind: .paragraph, span: Span(0, text.utf8.count))], language: .en, sha256: "", reader: "text", source: [])
    let document = link(article)
    var report = ""
    for (index, sentence) in document.sentences.enumerated() {
      report += document.text.text(sentence.span) + "\n"
      let (parsed, events) = english.analysis(sentence, index: index, in: document)
      for (position, phrase) in parsed.phrases.enumerated() {
        let words = phrase.elements.map { element -> String in
          switch parsed.elements[element].unit {
          case .mention(let mention): "‹\(document.mentions[mention].id)›"
          case .quantity(let quantity): "‹\(document.text.text(document.quantities[quantity].span))›"
          case nil: parsed.elements[element].token.text
          }
        }
        var line = "  \(position) \(phrase.kind) \(words.joined(separator: " "))"
        if let preposition = phrase.preposition { line += "  (\(preposition))" }
        if phrase.isPossessive { line += " possessive" }
        if phrase.isTemporal { line += " temporal" }
        if phrase.kind == .verbal {
          line += "  [\(phrase.lemma)\(phrase.isPassive ? " passive" : "")\(phrase.isNegative ? " negative" : "")"
          line += "\(phrase.isFinite ? "" : phrase.isInfinitive ? " infinitive" : phrase.isGerund ? " gerund" : " participle")]"
        }
        report += line + "\n"
      }
      for event in events {
        report += "  event \(event.frame.id) at \(event.phrase) \(event.isNoun ? "noun" : "verb")\(event.isPassive ? " passive" : ""): \(event.reading.status)"
        for argument in event.arguments { report += " \(argument.marker.rawValue)/\(argument.path)=\(argument.parties.map(\.company).joined(separator: "+"))" }
        report += "\n"
      }
    }
    return report
  }
}
