import Articles
import Catalog
import Facts
import Foundation
import Language
import Testing

@testable import Extraction

/// Every row of the measure tables carries a sentence with a figure of its measure and one with a figure that is none;
/// a row of deals carries a deal whose sum or term stands in a sentence of its own.
@MainActor
@Suite("Measures read their examples and leave their counter-examples alone")
struct MeasureExampleTests {
  nonisolated private static let entries: [MeasureTable.Entry] = {
    do { return try RuleSet().measures.entries } catch { return [] }
  }()

  private static let extractor = Result {
    let overlay = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Overlay")
    return try Extractor(catalog: try Catalog(overlay: overlay), rules: try RuleSet(), dictionary: try MecabModel())
  }

  @Test("Each row has an id of its own, an example and a counter-example")
  func rows() {
    #expect(Self.entries.count > 20)
    #expect(Set(Self.entries.map(\.rule)).count == Self.entries.count)
    #expect(Self.entries.allSatisfy { !$0.example.isEmpty && !$0.counterExample.isEmpty })
  }

  @Test("The example is read by its row", arguments: entries)
  func example(entry: MeasureTable.Entry) throws {
    let facts = try facts(entry.example, entry.language)
    if let measure = entry.measure {
      let told = facts.metrics.filter { $0.measure == measure }
      #expect(!told.isEmpty, "\(entry.rule) does not read “\(entry.example)”; it was read as \(facts.metrics.map(\.measure))")
      #expect(told.allSatisfy { $0.value.isNegative == (entry.sign < 0) || measure == .stockMove })
    } else {
      #expect(facts.metrics.isEmpty)
      #expect(facts.deals.contains { $0.amount != nil || $0.durationMonths != nil }, "\(entry.rule) gives the figure of “\(entry.example)” to no deal")
    }
  }

  @Test("The counter-example is not", arguments: entries)
  func counterExample(entry: MeasureTable.Entry) throws {
    let facts = try facts(entry.counterExample, entry.language)
    #expect(!facts.metrics.contains { $0.evidence.contains { $0.rule == entry.rule } }, "\(entry.rule) reads “\(entry.counterExample)”")
    if entry.measure == nil { #expect(facts.deals.allSatisfy { $0.amount == nil && $0.durationMonths == nil }) }
  }

  private func facts(_ text: String, _ language: ArticleLanguage) throws -> ArticleFacts {
    let block = Block(kind: .paragraph, span: Span(0, text.utf8.count))
    return try Self.extractor.get().extract(Article(uri: "test", text: text, blocks: [block], language: language, sha256: "", reader: "text", source: []))
  }
}

extension MeasureTable.Entry: CustomTestStringConvertible {
  var testDescription: String { rule }
}
