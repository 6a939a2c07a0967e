import Articles
import Catalog
import Facts
import Foundation
import Language
import Testing

@testable import Extraction

/// Every row of the frame tables carries a sentence that it must read and one that it must not; both run here by themselves.
@MainActor
@Suite("Frames read their examples and leave their counter-examples alone")
struct FrameExampleTests {
  nonisolated private static let frames: [Frame] = {
    do { return try RuleSet().frames } catch { return [] }
  }()

  /// The invented companies of the examples, as an overlay of the catalogue.
  private static let extractor = Result {
    let overlay = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Overlay")
    return try Extractor(catalog: try Catalog(overlay: overlay), rules: try RuleSet(), dictionary: try MecabModel())
  }

  @Test("The tables hold frames of three languages, each with an id of its own")
  func tables() {
    #expect(Set(Self.frames.map(\.id)).count == Self.frames.count)
    #expect(Set(Self.frames.map(\.language)) == [.ja, .en, .zh])
  }

  @Test("The example is read by its frame", arguments: frames)
  func example(frame: Frame) throws {
    let rules = try rules(of: frame.example, frame.language)
    #expect(rules.contains(frame.id), "\(frame.id) does not read “\(frame.example)”; it was read by \(rules.sorted())")
  }

  @Test("The counter-example is not", arguments: frames)
  func counterExample(frame: Frame) throws {
    let rules = try rules(of: frame.counterExample, frame.language)
    #expect(!rules.contains(frame.id), "\(frame.id) reads “\(frame.counterExample)”")
  }

  /// Ids of the frames behind any deal of a text.
  private func rules(of text: String, _ language: ArticleLanguage) throws -> Set<String> {
    let block = Block(kind: .paragraph, span: Span(0, text.utf8.count))
    let article = Article(uri: "test", text: text, blocks: [block], language: language, sha256: "", reader: "text", source: [])
    return Set(try Self.extractor.get().extract(article).deals.flatMap { $0.evidence.map(\.rule) })
  }
}

extension Frame: CustomTestStringConvertible {
  public var testDescription: String { id }
}
