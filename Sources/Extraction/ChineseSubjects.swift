import Catalog
import Facts
import Language

/// Whether a clause has a subject of its own, and which earlier one it goes on with.
extension ChineseDealReader {
  /// Before the trigger stand only dates, figures, adverbs and verbs: who acts was told before.
  func hasNoSubject(_ clause: Int, _ trigger: Span, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    guard !parsed.groups.contains(where: { $0.clause == clause && $0.marker == .ga && $0.span.start < trigger.start }) else { return false }
    return isBare(Span(parsed.clauses[0].start, trigger.start), parsed, document)
  }

  /// Before the verb of raising stands more than adverbs: a subject that nobody listed.
  func hasOtherSubject(_ clause: Int, _ trigger: Span, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    let start = parsed.clauses[clause].start
    let limit = min(trigger.start, parsed.groups.first { $0.clause == clause }?.span.start ?? trigger.start)
    let verb = (start..<max(start, limit)).first { offset in bytes[offset] & 0xC0 != 0x80 && raisingVerbs.contains { $0[0] == bytes[offset] && parser.starts($0, bytes, offset) } }
    return !isBare(Span(start, max(start, verb ?? limit)), parsed, document)
  }

  /// 而儒鸿长期与: before the function word stands more than adverbs.
  func opensUnlisted(_ span: Span, _ document: LinkedDocument) -> Bool {
    var text = Substring(document.folded.originalText(span).filter { !" *“\"「".contains($0) })
    for marker in ["与", "和", "同", "跟"] where text.hasSuffix(marker) { text = text.dropLast() }
    let words = rules.words["zh_opening"]
    while !text.isEmpty {
      guard let word = words.first(where: { text.hasPrefix($0) }) else { break }
      text = text.dropFirst(word.count)
    }
    let rest = text.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
    return rest.count >= 2 && rest.count <= 6 && ["长期", "此前", "曾", "也", "已", "则", "还", "均", "都"].contains { text.hasSuffix($0) }
  }

  /// Holds only figures, dates, names in oblique cases, adverbs and verbs.
  func isBare(_ span: Span, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    let quantities = document.quantities(in: parsed.sentence.span)
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if let quantity = quantities.first(where: { document.quantities[$0].qualified.start <= offset && offset < document.quantities[$0].qualified.end }) {
        offset = document.quantities[quantity].qualified.end
      } else if let group = parsed.groups.first(where: { $0.span.start <= offset && offset < $0.span.end }) {
        offset = group.span.end
      } else if scalar < 0x4E00 || scalar > 0x9FFF {
        // A Latin word is a name that nobody listed.
        if scalar | 0x20 >= 0x61, scalar | 0x20 <= 0x7A, offset + 1 < span.end, (bytes[offset + 1] | 0x20) &- 0x61 < 26 { return false }
        offset += length
      } else if let word = bareWords.first(where: { $0[0] == bytes[offset] && parser.starts($0, bytes, offset) }) {
        offset += word.count
      } else {
        return false
      }
    }
    return true
  }

  /// 在日本投资, 向欧洲投入
  func goesToPlace(_ clause: Span, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    return clause.range.contains { offset in
      bytes[offset] & 0xC0 != 0x80 && ["在", "向", "于", "对"].contains { parser.starts(Array($0.utf8), bytes, offset) } && places.contains { parser.starts($0, bytes, offset + 3) }
    }
  }

  func pointsBack(_ sentence: Span, _ document: LinkedDocument) -> Bool {
    let text = document.folded.originalText(sentence)
    return rules.words["zh_points_back"].contains { text.holds($0) }
  }

  /// A Latin name that nobody listed opens the clause: it has a subject of its own.
  func opensWithName(_ clause: Span, _ trigger: Span, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    var offset = clause.start
    let limit = min(trigger.start, clause.start + 18)
    var run = 0
    while offset < limit {
      let isLetter = (bytes[offset] | 0x20) &- 0x61 < 26
      run = isLetter ? run + 1 : 0
      if run >= 3 { return !document.mentions.contains { $0.span.start <= offset && offset < $0.span.end } }
      offset += 1
    }
    return false
  }

  /// The last subject of the clauses before.
  func subject(before clause: Int, _ parsed: ChineseSentence, _ document: LinkedDocument, _ taken: Set<Int>) -> ChineseGroup? {
    let subjects = parsed.groups.enumerated().filter { !taken.contains($0.offset) }.map(\.element).filter { $0.clause < clause && $0.marker == .ga && !$0.isRelative && !$0.ownsNext && (isFirst($0, parsed) || isHead($0, parsed, document)) }
    guard let last = subjects.last(where: { !$0.isModifier }) ?? subjects.last(where: { $0.isUnclear && opensClause($0, parsed, document) }) else { return nil }
    // 微软称，马斯克…，收购了: somebody else acts since.
    let isInterrupted = document.mentions(in: Span(parsed.clauses[last.clause].end, parsed.clauses[clause].start)).contains { document.mentions[$0].type == .person }
    return isInterrupted ? nil : last
  }

  /// 由甲投资的乙，: a description ends in the name that ends its clause.
  private func isHead(_ group: ChineseGroup, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    let clause = parsed.clauses[group.clause]
    guard isBare(Span(group.span.end, clause.end), parsed, document) else { return false }
    let before = document.folded.originalText(Span(clause.start, group.span.start)).filter { !" *“\"「".contains($0) }
    return before.hasSuffix("的") || before.hasSuffix("是") || rules.words["zh_apposition"].contains { before.hasSuffix($0) }
  }

  func isFirst(_ group: ChineseGroup, _ parsed: ChineseSentence) -> Bool {
    !parsed.groups.contains { $0.clause == group.clause && $0.span.start < group.span.start }
  }
}
