import Facts
import Language

/// Names that stand in a list with names already linked, and take their kind: `トヨタ、ソラノ、ホンダ` makes `ソラノ` a company.
///
/// Only whole items between the commas count, and two linked neighbours of one kind are wanted, or one right beside in a list
/// that `など`, `等` or `and` closes.
struct ListDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  /// What is linked, in order.
  let linked: [Mention]

  private enum Item {
    case linked(Mention)
    case open(Span)
  }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    var line = Span(0, 0)
    while line.end < scene.text.bytes.count || line.count == 0 && line.start == 0 {
      line = scene.line(of: line.end == 0 ? 0 : line.end + 1)
      found += discoveries(in: line)
      if line.end >= scene.text.bytes.count { break }
    }
    return found
  }

  private func discoveries(in line: Span) -> [Discovery] {
    var found: [Discovery] = []
    var run: [Item] = []
    for item in items(in: line) {
      guard let item else {
        found += settle(run)
        run = []
        continue
      }
      run.append(item)
    }
    return found + settle(run)
  }

  /// What a list's unknown items are, by its known ones.
  private func settle(_ run: [Item]) -> [Discovery] {
    guard run.count >= 3 else { return [] }
    var kinds: [EntityType: Int] = [:]
    for case .linked(let mention) in run { kinds[mention.type, default: 0] += 1 }
    guard kinds.count == 1, let (type, count) = kinds.first, count >= 2, type == .company || type == .product else { return [] }
    var found: [Discovery] = []
    for case .open(let span) in run {
      found.append(Discovery(type: type, span: span, confidence: 740, reason: "in a list of \(type.rawValue) names"))
    }
    return found
  }

  /// The items of a line's lists; `nil` parts one list from the next.
  private func items(in line: Span) -> [Item?] {
    var items: [Item?] = []
    var start = line.start
    var at = line.start
    func close(_ end: Int, isLast: Bool) {
      var segment = Span(start, end)
      let isFirst = items.last.map { $0 == nil } ?? true
      segment = trimmed(segment)
      if let mention = linkedMention(segment, isFirst: isFirst, isLast: isLast) {
        items.append(.linked(mention))
      } else if !isFirst, let span = name(segment, isLast: isLast) {
        items.append(.open(span))
      } else {
        items.append(nil)
      }
      if isLast { items.append(nil) }
    }
    while at < line.end {
      if scene.follows("、", at: at) {
        close(at, isLast: false)
        at += 3
        start = at
      } else if scene.follows(", ", at: at), scene.language == .en {
        close(at, isLast: false)
        at += 2
        start = at
      } else if scene.follows(anyOf: ["。", ",", "(", ")", "「", "」", ";", ":"], at: at) {
        close(at, isLast: true)
        at += scalarLength(scene.text.bytes[at])
        start = at
      } else {
        at += scalarLength(scene.text.bytes[at])
      }
    }
    close(line.end, isLast: true)
    return items
  }

  private func trimmed(_ span: Span) -> Span {
    var start = scene.skipSpaces(span.start)
    var end = scene.skipSpacesBack(span.end)
    if scene.language == .zh, scene.precedes("等", end), end - start > 6 { end -= 3 }
    if scene.language == .en, scene.follows("and ", at: start) { start += 4 }
    return Span(min(start, end), end)
  }

  /// The mention that fills a segment, or ends the first of a list, or begins the last.
  private func linkedMention(_ segment: Span, isFirst: Bool, isLast: Bool) -> Mention? {
    var low = 0
    var high = linked.count
    while low < high {
      let middle = (low + high) / 2
      if linked[middle].folded.start < segment.start { low = middle + 1 } else { high = middle }
    }
    return linked[low...].prefix { $0.folded.start < segment.end }.first { mention in
      guard segment.contains(mention.folded) else { return false }
      let isStart = mention.folded.start == segment.start
      let isEnd = mention.folded.end == segment.end || scene.follows(anyOf: scene.words[.listTails], at: mention.folded.end)
      return (isStart || isFirst) && (mention.folded.end == segment.end || isLast && isEnd)
    }
  }

  /// A segment that is one name: a run of katakana, kanji or capitalized Latin words; the last item may go on with `など`.
  private func name(_ segment: Span, isLast: Bool) -> Span? {
    let tokens = scene.tokens
    guard segment.count >= 4 else { return nil }
    let first = tokens.index(ofByte: segment.start)
    guard let token = tokens.at(first), token.start == segment.start else { return nil }
    var last = first
    var hasLatinOrKatakana = false
    while let token = tokens.at(last), token.end <= segment.end {
      switch token.kind {
      case .latin where token.isCapitalized, .katakana: hasLatinOrKatakana = true
      case .han, .number: break
      case .space where tokens.kind(last + 1) == .latin && tokens.kind(last - 1) == .latin: break
      case .other where token.scalar == 0x30FB || token.scalar == 0x26: break
      default:
        guard isLast, last > first else { return nil }
        return checked(Span(segment.start, tokens[last - 1].end), hasLatinOrKatakana, followed: token.start)
      }
      last += 1
    }
    guard let end = tokens.at(last - 1)?.end, end == segment.end else { return nil }
    return checked(segment, hasLatinOrKatakana, followed: nil)
  }

  private func checked(_ span: Span, _ hasLatinOrKatakana: Bool, followed: Int?) -> Span? {
    if let followed, !scene.follows(anyOf: scene.words[.listClosers], at: followed) { return nil }
    let word = scene.text.text(span)
    let scalars = word.unicodeScalars.count
    guard scalars >= 2, scalars <= 24, !lexicon.isGeneric(word) else { return nil }
    if scene.language == .en { return word.split(separator: " ").allSatisfy { lexicon.generic.contains(String($0)) } || lexicon.givenNames.contains(String(word.split(separator: " ")[0])) ? nil : span }
    if hasLatinOrKatakana { return isGenericTail(word) ? nil : span }
    // Kanji only: names in Chinese lists; in Japanese too many are common nouns.
    return scene.language == .zh && scalars <= 5 && !word.unicodeScalars.contains(where: { scene.words[.chineseListNoise].contains($0) }) ? span : nil
  }

  /// Compounds that end in a common noun: `大規模モデル`, `AI企業`.
  private func isGenericTail(_ word: String) -> Bool {
    scene.words[.genericTails].contains { word.hasSuffix($0) }
      || word.split(separator: " ").allSatisfy { lexicon.generic.contains(String($0)) }
  }
}
