import Facts
import Language
import Testing

@testable import Catalog

/// Rows of `discovery.tsv` carry a sentence whose marked names they find, and one in which nothing is found; both run here by themselves.
@Suite struct DiscoveryExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let example: DiscoveryWords.Example
    let language: ArticleLanguage
    var testDescription: String { "\(example.list) \(language)" }
  }

  private static let cases: [Case] = {
    guard let file = (try? CatalogFiles(overlay: nil))?.named("discovery.tsv").first else { return [] }
    return DiscoveryWords.examples(file).map { Case(example: $0, language: ArticleLanguage(rawValue: $0.language) ?? language(of: $0.example + $0.counterexample)) }
  }()

  /// Of a row for any language: kana is Japanese, other Chinese characters Chinese.
  private static func language(of text: String) -> ArticleLanguage {
    if text.unicodeScalars.contains(where: { (0x3041...0x30FF).contains($0.value) }) { return .ja }
    return text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } ? .zh : .en
  }

  @Test func `every list has words, and most of them an example or a counter-example`() {
    #expect(Set(Self.cases.map(\.example.list)) == Set(DiscoveryList.allCases.map(\.name)))
    #expect(Self.cases.count { !$0.example.example.isEmpty || !$0.example.counterexample.isEmpty } >= 75)
  }

  @Test(arguments: cases.filter { !$0.example.example.isEmpty })
  func `the example's names are found`(row: Case) throws {
    let (text, names) = try unmarked(row.example.example)
    #expect(!names.isEmpty)
    let found = Set(try mentions(text, row.language).map { "\($0.type.rawValue):\($0.name)" })
    for name in names where !name.isShort { #expect(found.contains(name.type + ":" + name.text), "found \(found.sorted()) in “\(text)”") }
    let spelled = try links(text, row.language).map { String($0.prefix { $0 != "=" }) }
    for name in names { #expect(spelled.contains(name.text)) }
  }

  @Test(arguments: cases.filter { !$0.example.counterexample.isEmpty })
  func `nothing is found in the counter-example`(row: Case) throws {
    #expect(try mentions(row.example.counterexample, row.language).filter(\.isDiscovered).map(\.name) == [])
  }

  private struct Marked {
    let type: String
    let text: String
    /// A later place of a name by its short form.
    let isShort: Bool
  }

  /// The sentence without its marks, and what was marked: `«company:ゾルバント»`.
  private func unmarked(_ sentence: String) throws -> (String, [Marked]) {
    var text = ""
    var names: [Marked] = []
    for (position, part) in sentence.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
      guard position > 0 else {
        text += part
        continue
      }
      let halves = part.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
      let mark = halves[0].split(separator: ":", maxSplits: 1)
      try #require(halves.count == 2 && mark.count == 2)
      let name = String(mark[1])
      names.append(Marked(type: String(mark[0]), text: name, isShort: names.contains { $0.text.hasPrefix(name) && $0.text != name }))
      text += name + halves[1]
    }
    return (text, names)
  }
}
