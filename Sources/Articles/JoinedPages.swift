/// The pages of one article as one document: what is kept as its source, so that it can be read again without the web.
///
/// Between two pages stands a line of its own, `<!-- kawaraban: next page -->`, that no page has by chance.
enum JoinedPages {
  private static let mark = "\n<!-- kawaraban: next page -->\n"

  static func joined(_ pages: [[UInt8]]) -> [UInt8] {
    Array(pages.joined(separator: mark.utf8))
  }

  static func pages(of bytes: [UInt8]) -> [[UInt8]] {
    var pages: [[UInt8]] = []
    var start = 0
    while let end = find(mark, in: bytes, from: start, within: bytes.count) {
      pages.append(Array(bytes[start..<end]))
      start = end + mark.utf8.count
    }
    return pages.isEmpty ? [bytes] : pages + [Array(bytes[start...])]
  }
}

extension Draft {
  /// Adds the passages of the article's next page, without what stands on every page around them.
  ///
  /// Example: 「見出し / 二枚目の本文。/ 署名」 behind 「見出し / 一枚目の本文。/ 署名」 → only 二枚目の本文。is new.
  mutating func append(page: Draft) {
    let seen = Set(passages.map(\.text))
    let title = title.map { oneLine(Array($0.utf8)) }
    var added = page.passages[...]
    while let first = added.first, seen.contains(first.text) || first.text == title { added.removeFirst() }
    while let last = added.last, seen.contains(last.text) { added.removeLast() }
    passages.append(contentsOf: added)
  }
}
