import Articles
import Catalog
import Facts
import Foundation
import Language
import Testing

@testable import Extraction

/// Every row of the cue and relation tables that has an id carries a sentence in which its words say what the row says, and one in
/// which nothing does.
@MainActor
@Suite("Cues and relations read their examples and leave their counter-examples alone")
struct CueExampleTests {
  nonisolated private static let cues: [CueTable.Row] = {
    do { return try RuleSet().cues.rows.filter { !$0.id.isEmpty } } catch { return [] }
  }()
  nonisolated private static let relations: [RelationTable.Entry] = {
    do { return try RuleSet().relations.entries.filter { !$0.id.isEmpty } } catch { return [] }
  }()

  private static let extractor = Result {
    let overlay = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Overlay")
    return try Extractor(catalog: try Catalog(overlay: overlay), rules: try RuleSet(), dictionary: try MecabModel())
  }

  @Test("Each row has an id of its own, an example and a counter-example", arguments: [ArticleLanguage.ja, .en, .zh])
  func rows(language: ArticleLanguage) throws {
    let rules = try RuleSet()
    #expect(rules.cues.rows.filter { $0.language == language }.allSatisfy { !$0.id.isEmpty && !$0.example.isEmpty && !$0.counterExample.isEmpty })
    #expect(rules.relations.entries.filter { $0.language == language }.allSatisfy { !$0.id.isEmpty && !$0.example.isEmpty && !$0.counterExample.isEmpty })
    #expect(Set(Self.cues.map(\.id)).count == Self.cues.count)
    #expect(Set(Self.relations.map(\.id)).count == Self.relations.count)
  }

  @Test("The cue says what its row says", arguments: cues)
  func cue(row: CueTable.Row) throws {
    let deals = try facts(row.example, row.language).deals
    #expect(tells(row.effect, deals), "\(row.id) does not tell in “\(row.example)”: \(deals.map { $0.status.rawValue })")
  }

  @Test("Its counter-example does not", arguments: cues)
  func counterExample(row: CueTable.Row) throws {
    let deals = try facts(row.counterExample, row.language).deals
    #expect(!tells(row.effect, deals), "\(row.id) tells in “\(row.counterExample)”")
  }

  /// A hypothesis is no deal at all; what only supports or receives leaves one behind.
  private func tells(_ effect: Cue.Effect, _ deals: [DealClaim]) -> Bool {
    switch effect {
    case .stage(let status): deals.contains { $0.status == status }
    case .reported: deals.contains { $0.status == .rumored }
    case .guessed: deals.contains { $0.status == .speculated }
    case .denied: deals.contains { $0.status == .denied }
    case .hypothesis: deals.isEmpty
    case .support, .receives: !deals.isEmpty
    }
  }

  @Test("The relation is read", arguments: relations)
  func relation(entry: RelationTable.Entry) throws {
    let told = try facts(entry.example, entry.language).modelFacts.map(\.relation)
    #expect(told.contains(entry.relation), "\(entry.id) does not read “\(entry.example)”: \(told)")
  }

  @Test("Its counter-example tells none", arguments: relations)
  func counterExample(entry: RelationTable.Entry) throws {
    let told = try facts(entry.counterExample, entry.language).modelFacts.map(\.relation)
    #expect(!told.contains(entry.relation), "\(entry.id) reads “\(entry.counterExample)”")
  }

  private func facts(_ text: String, _ language: ArticleLanguage) throws -> ArticleFacts {
    let block = Block(kind: .paragraph, span: Span(0, text.utf8.count))
    return try Self.extractor.get().extract(Article(uri: "test", text: text, blocks: [block], language: language, sha256: "", reader: "text", source: []))
  }
}

extension CueTable.Row: CustomTestStringConvertible {
  var testDescription: String { id }
}

extension RelationTable.Entry: CustomTestStringConvertible {
  var testDescription: String { id }
}
