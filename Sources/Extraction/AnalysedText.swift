import Facts
import Language

/// The text that analysis reads: the article's title, where its text does not hold it, and then its text.
///
/// One run of bytes, so that a headline and its lead are read together; `evidence` turns a place in it back into an offset
/// into the title or the text.
struct AnalysedText {
  let bytes: [UInt8]
  let blocks: [Block]
  /// Bytes of the title and its line end before the text; 0 where the text holds the title itself.
  let titleLength: Int
  private let scalars: ScalarIndex
  private let titleScalars: Int

  init(_ article: Article) {
    let text = Array(article.text.utf8)
    if let title = article.title, !title.isEmpty, !Self.holds(text, title) {
      let head = Array(title.utf8) + [0x0A]
      bytes = head + text
      blocks =
        [Block(kind: .heading, level: 1, span: Span(0, head.count - 1))]
        + article.blocks.map { Block(kind: $0.kind, level: $0.level, span: Span($0.span.start + head.count, $0.span.end + head.count), link: $0.link) }
      titleLength = head.count
      titleScalars = title.unicodeScalars.count + 1
    } else {
      bytes = text
      blocks = article.blocks
      titleLength = 0
      titleScalars = 0
    }
    scalars = ScalarIndex(bytes)
  }

  func text(_ span: Span) -> String { scalars.text(span) }

  func evidence(_ span: Span, rule: String) -> Evidence {
    let (place, part) = place(span)
    return Evidence(span: place, text: scalars.text(span), rule: rule, part: part)
  }

  /// Offsets into the title or into the text.
  func place(_ span: Span) -> (ScalarSpan, Evidence.Part?) {
    let place = scalars.scalarSpan(span)
    if span.start < titleLength { return (place, .title) }
    return (ScalarSpan(place.start - titleScalars, place.end - titleScalars), nil)
  }

  private static func holds(_ text: [UInt8], _ title: String) -> Bool {
    let head = FoldedText(utf8: Array(text.prefix(wholeScalars(text, 4096)))).bytes
    let needle = FoldedText(title).bytes
    guard !needle.isEmpty, needle.count <= head.count else { return needle.isEmpty }
    for offset in 0...(head.count - needle.count)
    where head[offset] == needle[0] && head[offset..<(offset + needle.count)].elementsEqual(needle) { return true }
    return false
  }

  private static func wholeScalars(_ bytes: [UInt8], _ limit: Int) -> Int {
    guard bytes.count > limit else { return bytes.count }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
