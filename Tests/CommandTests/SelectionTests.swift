import Facts
import Testing

@testable import kawaraban

@Suite struct SelectionTests {
  private func contains(_ date: String?, from: String? = nil, to: String? = nil) -> Bool {
    Selection(from: from.flatMap { PartialDate($0) }, to: to.flatMap { PartialDate($0) })
      .contains(publishedOn: date.flatMap { PartialDate($0) }, publisher: nil)
  }

  @Test("Bounds are inside the period, and as wide as they are written")
  func bounds() {
    #expect(contains("2025-11-03", from: "2025-11-03", to: "2025-11-03"))
    #expect(contains("2025-11-30", from: "2025-11", to: "2025-11"))
    #expect(!contains("2025-12-01", from: "2025-11", to: "2025-11"))
    #expect(!contains("2025-10-31", from: "2025-11"))
    #expect(contains("2025-12-31", to: "2025"))
  }

  @Test("A partial date is inside where any of its days may be")
  func partial() {
    #expect(contains("2025", from: "2025-11-03"))
    #expect(!contains("2024", from: "2025-11-03"))
  }

  @Test("An undated article is inside no period, and inside no bounds at all")
  func undated() {
    #expect(!contains(nil, from: "2025"))
    #expect(contains(nil))
  }

  @Test("Publishers are compared as they are named")
  func publishers() {
    let selection = Selection(publishers: ["AI産業通信"])
    #expect(selection.contains(publishedOn: nil, publisher: "AI産業通信"))
    #expect(!selection.contains(publishedOn: nil, publisher: "経済速報ナビ"))
    #expect(!selection.contains(publishedOn: nil, publisher: nil))
  }
}
