import Catalog
import Facts
import Language
import Quantities

/// Sums that a Chinese text tells without their currency, and sums that it tells again behind a comma.
///
/// `估值90亿`, `10亿融资`: a noun that measures money makes the number one of yuan, where the text counts in no other currency
/// right beside it. `50亿美元，约合人民币360亿元`: the second sum restates the first.
struct ChineseBareSums {
  let rules: RuleSet
  /// A number below this is a count, whatever noun stands beside it.
  private static let least = 100_000.0

  func read(_ document: LinkedDocument) -> LinkedDocument {
    var quantities = document.quantities
    var changed = false
    let bytes = document.folded.original
    let before = rules.words["zh_sum_before"].map { Array($0.utf8) }
    let behind = rules.words["zh_sum_behind"].map { Array($0.utf8) }
    let again = rules.words["zh_sum_again"].map { Array($0.utf8) }
    func ends(_ words: [[UInt8]], at place: Int) -> Bool { words.contains { place >= $0.count && bytes[(place - $0.count)..<place].elementsEqual($0) } }
    func starts(_ words: [[UInt8]], at place: Int) -> Bool { words.contains { place + $0.count <= bytes.count && bytes[place..<(place + $0.count)].elementsEqual($0) } }
    for index in quantities.indices {
      let quantity = quantities[index]
      var place = quantity.qualified.start
      while place > 0, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x2A { place -= 1 }
      var next = quantity.qualified.end
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x2A { next += 1 }
      if quantity.kind == .number, let value = quantity.value, value.approximate >= Self.least, !quantity.isVague, ends(before, at: place) || starts(behind, at: next) {
        let neighbour = quantities.first { $0.kind == .money && $0.unit != nil && abs($0.span.start - quantity.span.start) <= 60 }
        quantities[index].kind = .money
        quantities[index].unit = neighbour?.unit ?? "CNY"
        changed = true
      } else if quantity.kind == .money, quantity.restates == nil, index > 0, ends(again, at: place), let original = quantities[..<index].lastIndex(where: { $0.kind == .money && $0.unit != quantity.unit }),
        quantity.span.start - quantities[original].span.end <= 48
      {
        quantities[index].restates = original
        changed = true
      }
    }
    return changed ? document.measuring(quantities) : document
  }
}
