import Articles
import Catalog
import Facts
import Foundation
import Language
import Testing

@testable import Extraction

/// Rows of word lists that carry examples: without the row the example tells other facts, its counter-example the same.
@MainActor
@Suite("Word lists matter to their examples and not to their counter-examples")
struct WordExampleTests {
  nonisolated private static let rows: [WordClasses.Row] = {
    do { return try RuleSet().words.rows } catch { return [] }
  }()

  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let catalog = Result { try Catalog(overlay: here.appendingPathComponent("Overlay")) }
  private static let dictionary = Result { try MecabModel() }
  private static let whole = Result { try Extractor(catalog: try catalog.get(), rules: try RuleSet(), dictionary: try dictionary.get()) }

  @Test("Rows with an example have a counter-example, and there are many")
  func tables() {
    #expect(Self.rows.count >= 30)
    #expect(Self.rows.allSatisfy { !$0.counterExample.isEmpty })
  }

  @Test("A row changes what its example tells", arguments: rows)
  func example(row: WordClasses.Row) throws {
    let without = try extractor(without: row)
    let whole = try Self.whole.get()
    #expect(try told(row.example, row.language, whole) != told(row.example, row.language, without), "\(row.name) does nothing to “\(row.example)”")
    #expect(try told(row.counterExample, row.language, whole) == told(row.counterExample, row.language, without), "\(row.name) changes “\(row.counterExample)”")
  }

  /// An extractor whose word table lacks one row.
  private func extractor(without row: WordClasses.Row) throws -> Extractor {
    let file = "words.\(row.language).tsv"
    let source = Self.here.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data/rules/\(file)")
    let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kawaraban-words-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rest = lines.filter { !$0.hasPrefix(row.name + "\t") }.joined(separator: "\n")
    try rest.write(to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    return try Extractor(catalog: try Self.catalog.get(), rules: try RuleSet(overlay: folder), dictionary: try Self.dictionary.get())
  }

  /// Deals, figures and names of a text, as text.
  private func told(_ text: String, _ language: String, _ extractor: Extractor) throws -> [String] {
    let block = Block(kind: .paragraph, span: Span(0, text.utf8.count))
    let language = try #require(ArticleLanguage(rawValue: language))
    let facts = extractor.extract(Article(uri: "test", text: text, blocks: [block], language: language, sha256: "", reader: "text", source: []))
    return facts.deals.map { "\($0.type) \($0.status) \($0.parties.map { "\($0.role) \($0.company)" }) \(String(describing: $0.amount?.value))" }
      + facts.metrics.map { "\($0.subject) \($0.measure) \($0.value)" } + facts.entities.map { "\($0.type) \($0.id)" }.sorted()
  }
}

extension WordClasses.Row: CustomTestStringConvertible {
  var testDescription: String { name }
}
