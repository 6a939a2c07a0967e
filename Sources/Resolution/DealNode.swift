public import Facts

/// A deal, and of each of its claims what relations to other deals are read from.
public struct DealNode: Sendable, Codable {
  public var deal: Deal
  let origins: [Origin]

  struct Origin: Sendable, Codable {
    let article: Int
    let index: Int
    let partOf: Int?
    /// The words say that it adds to, extends or follows up something: `追加出資`, `第2弾`, `expands its partnership`.
    let isAddition: Bool
    let published: Int?

    init(_ telling: Telling) {
      article = telling.article
      index = telling.reference.index
      partOf = telling.claim.partOf
      let words = Array(EntityName.folded(telling.claim.evidence.first?.text ?? "").utf8)
      isAddition = additionWords.contains { words.contains($0) }
      published = telling.publishedOn?.dayNumber
    }
  }

  var articles: Set<Int> { Set(origins.map(\.article)) }

  /// Without what relations do not look at: verdicts, conflicts, history.
  public var bare: DealNode {
    var node = self
    node.deal.values = []
    node.deal.conflicts = []
    node.deal.history = []
    node.deal.restated = []
    return node
  }
}

extension [UInt8] {
  fileprivate func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    for start in 0...(count - word.count) where self[start] == first {
      if self[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }
}

private let additionWords = [
  "追加", "第2弾", "第二弾", "延長", "拡大", "拡張", "改定", "更新し", "expand", "extend", "additional", "follow-on", "second phase", "amend",
  "renew", "扩大", "擴大", "续签", "續簽", "二期", "增资", "增資", "延长",
].map { Array($0.utf8) }
