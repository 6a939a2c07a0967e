import Articles
import Catalog
import Facts
import Language

@testable import Extraction

/// Reads one invented text and tells its facts in a line each, so that a table of sentences can be compared.
@MainActor
enum FactReading {
  private static let extractor = Result { try Extractor(catalog: try Catalog(), rules: try RuleSet(), dictionary: try MecabModel()) }

  static func facts(_ text: String, _ language: ArticleLanguage, publishedOn: PartialDate? = nil) throws -> ArticleFacts {
    var blocks: [Block] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { blocks.append(Block(kind: .paragraph, span: Span(start, start + line.count))) }
      start += line.count + 1
    }
    let article = Article(
      uri: "test", text: text, blocks: blocks, language: language, publishedOn: publishedOn, sha256: "", reader: "text", source: [])
    return try extractor.get().extract(article)
  }

  /// `acquisition announced acquirer=nvidia target=run-ai 700000000 USD`, parties in alphabetical order.
  static func deals(_ text: String, _ language: ArticleLanguage) throws -> [String] {
    try facts(text, language).deals.map { deal in
      let parties = deal.parties.map { "\($0.role.rawValue)=\($0.company)" }.sorted().joined(separator: " ")
      let amount = deal.amount.map { " \($0.value) \($0.currency)" } ?? ""
      return "\(deal.type.rawValue) \(deal.status.rawValue) \(parties)\(amount)"
    }
  }

  static func metrics(_ text: String, _ language: ArticleLanguage) throws -> [String] {
    try facts(text, language).metrics.map { "\($0.subject) \($0.measure.rawValue) \($0.value) \($0.unit)" }
  }

  static func modelFacts(_ text: String, _ language: ArticleLanguage) throws -> [String] {
    try facts(text, language).modelFacts.map { "\($0.model) \($0.relation.rawValue) \($0.object)" }
  }
}
