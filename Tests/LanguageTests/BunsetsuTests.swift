import Facts
import Testing

@testable import Language

/// Links between phrases, written as the phrase and the one it depends on.
@MainActor
@Suite("Bunsetsu")
struct BunsetsuTests {
  private static let tagger = Result { try JapaneseTagger(try MecabModel()) }

  private func parse(_ text: String) throws -> (tokens: [Token], phrases: [Bunsetsu]) {
    let bytes = Array(text.utf8)
    let tokens = try Self.tagger.get().tokens([.text(Span(0, bytes.count))], in: bytes)
    return (tokens, BunsetsuParser().parse(tokens))
  }

  private func surface(_ phrase: Bunsetsu, _ tokens: [Token]) -> String { tokens[phrase.tokens].map(\.surface).joined() }

  @Test(
    "A phrase depends on the predicate or noun that it belongs to",
    arguments: [
      ("日立は東芝と結んだ契約を破棄した", "日立は", "破棄した"),
      ("日立は東芝と結んだ契約を破棄した", "東芝と", "結んだ"),
      ("日立は東芝と結んだ契約を破棄した", "結んだ", "契約を"),
      ("日立による東芝の買収を発表した", "日立による", "買収を"),
      ("日立が東芝を買収する方針だと報じた", "日立が", "買収する"),
      ("日立が東芝と共同開発の製品を出した", "東芝と", "共同開発の"),
    ])
  func links(sentence: String, phrase: String, governor: String) throws {
    let (tokens, phrases) = try parse(sentence)
    let found = try #require(phrases.first { surface($0, tokens) == phrase })
    let parent = try #require(found.parent)
    #expect(surface(phrases[parent], tokens) == governor)
  }

  @Test(
    "Compound particles are one case",
    arguments: [
      ("日立による計画だ", CaseMarker.niyoru), ("買収をめぐり対立した", .nitsuite), ("日立に対し提案した", .nitaishi), ("日立を通じて買った", .wotsuujite),
      ("日立として動く", .toshite), ("日立との契約だ", .to),
    ])
  func compounds(sentence: String, marker: CaseMarker) throws {
    let (_, phrases) = try parse(sentence)
    #expect(phrases.first?.marker == marker)
  }

  @Test("A predicate knows its voice, polarity and mood")
  func predicates() throws {
    func last(_ text: String) throws -> Predicate? { try parse(text).phrases.last?.predicate }
    #expect(try last("東芝は買収される")?.isPassive == true)
    #expect(try last("東芝を買収しない")?.isNegative == true)
    #expect(try last("東芝を買収するだろう")?.isConjecture == true)
    #expect(try last("東芝を買収した")?.isPast == true)
    #expect(try last("東芝を買収したい")?.isDesire == true)
    #expect(try last("東芝を買収した")?.isPassive == false)
  }

  @Test("A stand-in keeps its place and is never cut or joined")
  func standIns() throws {
    let text = "K1.5はＸ社製だ"
    let bytes = Array(text.utf8)
    let tokens = try Self.tagger.get().tokens([.standIn(.name, index: 7, Span(0, 4)), .text(Span(4, bytes.count))], in: bytes)
    #expect(tokens.first?.standIn == 7)
    #expect(tokens.first?.span == Span(0, 4))
    #expect(tokens.filter { $0.standIn != nil }.count == 1)
    #expect(tokens.dropFirst().first?.surface == "は")
  }

  @Test("A run longer than MeCab may see is cut at a whole character")
  func longRun() throws {
    let bytes = Array(String(repeating: "契約", count: 5000).utf8)
    let tokens = try Self.tagger.get().tokens([.text(Span(0, bytes.count))], in: bytes)
    #expect((tokens.last?.span.end ?? 0) <= JapaneseTagger.longestRun)
    #expect(tokens.allSatisfy { !$0.surface.contains("\u{FFFD}") })
  }
}
