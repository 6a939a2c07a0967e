import Articles
import Catalog
import Facts
import Foundation
import Language
import Testing

@testable import Extraction

/// Rows of the cue and relation tables that carry an id carry a sentence that they decide and one that they leave alone.
@MainActor
@Suite("Cues and relations read their examples and leave their counter-examples alone")
struct RowExampleTests {
  nonisolated private static let cues: [CueTable.Row] = {
    do { return try RuleSet().cues.rows } catch { return [] }
  }()
  nonisolated private static let relations: [RelationTable.Entry] = {
    do { return try RuleSet().relations.entries.filter { !$0.id.isEmpty } } catch { return [] }
  }()

  private static let extractor = Result {
    let overlay = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Overlay")
    return try Extractor(catalog: try Catalog(overlay: overlay), rules: try RuleSet(), dictionary: try MecabModel())
  }

  @Test("Each row has an id of its own, an example and a counter-example")
  func rows() {
    let ids = Self.cues.map(\.id) + Self.relations.map(\.id)
    #expect(Self.cues.count >= 10 && Self.relations.count >= 7)
    #expect(Set(ids).count == ids.count)
    #expect(Self.cues.allSatisfy { !$0.example.isEmpty && !$0.counterExample.isEmpty })
    #expect(Self.relations.allSatisfy { !$0.example.isEmpty && !$0.counterExample.isEmpty })
  }

  @Test("A cue decides the status of its example", arguments: cues)
  func example(cue: CueTable.Row) throws {
    let told = try facts(cue.example, cue.language).deals.map(\.status)
    if let status = status(cue) {
      #expect(told.contains(status), "\(cue.id) leaves “\(cue.example)” \(told)")
    } else {
      #expect(told.isEmpty, "\(cue.id) tells a deal of “\(cue.example)”")
    }
  }

  @Test("Its counter-example is a deal of another status", arguments: cues)
  func counterExample(cue: CueTable.Row) throws {
    let told = try facts(cue.counterExample, cue.language).deals.map(\.status)
    #expect(!told.isEmpty, "“\(cue.counterExample)” tells no deal")
    if let status = status(cue) { #expect(!told.contains(status), "\(cue.id) reads “\(cue.counterExample)”") }
  }

  @Test("A relation is read in its example", arguments: relations)
  func example(relation: RelationTable.Entry) throws {
    let told = try facts(relation.example, relation.language).modelFacts.map(\.relation)
    #expect(told.contains(relation.relation), "\(relation.id) does not read “\(relation.example)”: \(told)")
  }

  @Test("And not in its counter-example", arguments: relations)
  func counterExample(relation: RelationTable.Entry) throws {
    let told = try facts(relation.counterExample, relation.language).modelFacts.map(\.relation)
    #expect(!told.contains(relation.relation), "\(relation.id) reads “\(relation.counterExample)”")
  }

  /// The status of a deal that only this cue speaks of; `nil` where it makes the sentence none.
  private func status(_ cue: CueTable.Row) -> DealStatus? {
    switch cue.effect {
    case .stage(let stage): stage
    case .reported: .rumored
    case .guessed: .speculated
    case .denied: .denied
    case .hypothesis: nil
    case .support, .receives: .announced
    }
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
