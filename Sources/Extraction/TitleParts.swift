import Facts
import Language

/// Cuts headlines at the signs that join them to a translation or to their publisher: `A buys B - 甲社が乙社を買収`,
/// `甲社が乙社を買収 | 丙新聞`. Each part is a sentence of its own, so that none is read as a clause of the other.
struct TitleParts {
  private static let separators: [[UInt8]] = [" - ", " – ", " — ", " | ", " ｜ ", "｜"].map { Array($0.utf8) }
  /// A part shorter than this in bytes tells nothing.
  private static let shortest = 9

  func split(_ sentences: [Sentence], _ bytes: [UInt8]) -> [Sentence] {
    var result: [Sentence] = []
    for sentence in sentences {
      guard sentence.isUnterminated, sentence.span.count < 900 else {
        result.append(sentence)
        continue
      }
      var start = sentence.span.start
      var offset = start
      while offset < sentence.span.end {
        if let length = separator(bytes, offset, sentence.span.end), offset - start >= Self.shortest, sentence.span.end - offset - length >= Self.shortest {
          result.append(Sentence(span: Span(start, offset), block: sentence.block, isQuestion: false, isUnterminated: true))
          offset += length
          start = offset
        } else {
          offset += 1
        }
      }
      result.append(
        Sentence(span: Span(start, sentence.span.end), block: sentence.block, isQuestion: sentence.isQuestion, isUnterminated: true))
    }
    return result
  }

  private func separator(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    guard bytes[offset] == 0x20 || bytes[offset] == 0xEF else { return nil }
    for sign in Self.separators where offset + sign.count < end && bytes[offset..<(offset + sign.count)].elementsEqual(sign) { return sign.count }
    return nil
  }
}
