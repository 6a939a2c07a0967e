import Catalog
import Facts
import Language

/// Finds Chinese companies that nobody listed by their form: two characters and a trade (`青岚|智能`, `澄海|云`), where the
/// text around says company: a noun of apposition or a word of dealing before it, or a word of telling behind it.
struct ChineseUnknownNames {
  let rules: RuleSet

  func mentions(in document: LinkedDocument) -> [Mention] {
    var names: Set<String> = []
    let scalars = Array(document.folded.originalText(Span(0, document.folded.original.count)).unicodeScalars)
    var offsets: [Int] = []
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += scalar.utf8.count
    }
    offsets.append(offset)
    let endings = rules.words["zh_trade_endings"].map { Array($0.unicodeScalars) }
    var places: [(name: String, span: Span, isIntroduced: Bool)] = []
    for start in scalars.indices where isHanzi(scalars[start]) {
      for ending in endings where start + 2 + ending.count <= scalars.count {
        let end = start + 2 + ending.count
        guard isHanzi(scalars[start + 1]), Array(scalars[(start + 2)..<end]) == ending else { continue }
        let name = String(String.UnicodeScalarView(scalars[start..<end]))
        let head = String(String.UnicodeScalarView(scalars[start..<(start + 2)]))
        guard !rules.words["zh_not_names"].contains(name), !rules.words["zh_common_heads"].contains(head) else { continue }
        let span = Span(offsets[start], offsets[end])
        guard document.mentions(touching: span).isEmpty else { continue }
        let before = String(String.UnicodeScalarView(scalars[max(0, start - 4)..<start]))
        let behind = String(String.UnicodeScalarView(scalars[end..<min(scalars.count, end + 3)]))
        let isIntroduced =
          rules.words["zh_before_names"].contains { before.hasSuffix($0) }
          || (opens(scalars, start) && rules.words["zh_behind_names"].contains { behind.hasPrefix($0) })
        places.append((name, span, isIntroduced))
        if isIntroduced { names.insert(name) }
      }
    }
    var found: [Mention] = []
    for place in places where names.contains(place.name) && !found.contains(where: { $0.span.overlaps(place.span) }) {
      found.append(
        Mention(
          type: .company, id: "new:" + place.name, name: place.name, span: place.span, folded: document.folded.folded(place.span),
          isDiscovered: true, confidence: Confidence(thousandths: 620), reason: "two characters and a trade"))
    }
    return found
  }

  private func isHanzi(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// Nothing of a word stands before: a line, a sentence, a bracket or a date begins it.
  private func opens(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    start == 0 || !isHanzi(scalars[start - 1])
  }
}
