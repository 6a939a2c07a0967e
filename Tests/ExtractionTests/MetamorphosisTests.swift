import Facts
import Testing

@testable import Extraction

/// One deal told in many ways: the claims must not change with voice, particles, order, numerals, names, or a restatement.
///
/// No case is labelled by hand: the plainest telling of a scene says what the others must say. A dozen tellings of each sentence
/// run; all of them with `KAWARABAN_METAMORPHOSES=all`.
@MainActor
@Suite("A deal told in other words is the same deal")
struct MetamorphosisTests {
  @Test("Tellings of a scene agree with its plainest one", arguments: Metamorphoses.scenes)
  func scene(scene: Metamorphoses.Scene) throws {
    let plain = try claims(try #require(Metamorphoses.tellings(of: scene.sentences[0], scene).first), scene.language)
    #expect(plain.count == 1, "\(scene.sentences[0])")
    for sentence in scene.sentences {
      var differing = 0
      for telling in Metamorphoses.tellings(of: sentence, scene) {
        let told = try claims(telling, scene.language)
        if told != plain { differing += 1 }
        if !Metamorphoses.gaps.contains(sentence) { #expect(told == plain, "\(telling)") }
      }
      // A gap that is closed must leave the list.
      if Metamorphoses.gaps.contains(sentence) { #expect(differing > 0, "no gap any more: \(sentence)") }
    }
  }

  /// What must stay: type, parties in their roles, the sum in its own currency, whether it is confirmed.
  private func claims(_ text: String, _ language: ArticleLanguage) throws -> [String] {
    try FactReading.facts(text, language, publishedOn: PartialDate(year: 2025, month: 11, day: 4)).deals.map { deal in
      let parties = deal.parties.map { "\($0.role.rawValue)=\($0.company)" }.sorted().joined(separator: " ")
      let amount = deal.amount.map { "\($0.value) \($0.currency)" } ?? "no sum"
      return "\(deal.type.rawValue) \(deal.status.statusClass) \(parties) \(amount)"
    }
  }
}
