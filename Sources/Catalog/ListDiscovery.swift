import Facts
import Language

/// Names that stand in a list with names already linked, and take their kind: `トヨタ、ソラノ、ホンダ` makes `ソラノ` a company.
///
/// Only whole items between the commas count. Two linked names of one kind are wanted, unless what stands before the list or
/// behind it says of what it is: `companies like A, B and C`, `A、B、Cなどの企業`.
struct ListDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  /// What is linked, in order.
  let linked: [Mention]

  private enum Item {
    case linked(Mention)
    case open(Span)
    /// What stands around the list says what its items are.
    case kind(EntityType)
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
    var kinds: [EntityType: Int] = [:]
    var told: EntityType?
    var opens: [Span] = []
    for item in run {
      switch item {
      case .linked(let mention): kinds[mention.type, default: 0] += 1
      case .open(let span): opens.append(span)
      case .kind(let type): told = type
      }
    }
    let linked = kinds.values.reduce(0, +)
    if let told, opens.count + linked >= 2, kinds.allSatisfy({ $0.key == told }) {
      return opens.map { Discovery(type: told, span: $0, confidence: 750, reason: "in a list told as of \(told.rawValue) names") }
    }
    guard opens.count + linked >= 3, kinds.count == 1, let (type, count) = kinds.first, count >= 2, type == .company || type == .product else { return [] }
    // The first item has a clause before it: only what the list is told of makes a name of its end.
    return opens.filter { !isLead($0) }.map { Discovery(type: type, span: $0, confidence: 740, reason: "in a list of \(type.rawValue) names") }
  }

  /// The items of a line's lists; `nil` parts one list from the next.
  private func items(in line: Span) -> [Item?] {
    var items: [Item?] = []
    var start = line.start
    var at = line.start
    func close(_ end: Int, isLast: Bool) {
      let isFirst = items.last.map { $0 == nil } ?? true
      let segment = trimmed(Span(start, end))
      let closer = isFirst ? nil : closer(segment)
      let isLast = isLast || closer != nil
      if let mention = linkedMention(segment, isFirst: isFirst, isLast: isLast) {
        if isFirst, let head = head(before: mention.folded.start) { items.append(.kind(head)) }
        items.append(.linked(mention))
      } else if isFirst {
        let lead = lead(segment)
        if let lead, let head = head(before: lead.start) { items.append(.kind(head)) }
        items.append(lead.map { .open($0) })
      } else if let span = name(segment, isLast: isLast) {
        items.append(.open(span))
      } else {
        items.append(nil)
      }
      if let closer, items.last.map({ $0 != nil }) ?? false { items.append(.kind(closer)) }
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

  /// The kind that stands before a list: `companies like `.
  private func head(before byte: Int) -> EntityType? {
    if scene.precedes(anyOf: scene.words[.listHeadsCompany], byte) { return .company }
    if scene.precedes(anyOf: scene.words[.listHeadsProduct], byte) { return .product }
    return scene.precedes(anyOf: scene.words[.listHeadsModel], byte) ? .model : nil
  }

  /// The kind that stands behind the name that opens a segment: `Zolvant等企业`, `ゾルバントなどのツール`.
  private func closer(_ segment: Span) -> EntityType? {
    guard scene.language != .en else { return nil }
    var position = scene.tokens.index(ofByte: segment.start)
    while let token = scene.tokens.at(position), token.start < segment.end {
      if let kind = closer(at: token.start) { return kind }
      switch token.kind {
      case .latin, .katakana, .number, .space: position += 1
      case .han:
        // 大鱼智行等公司: the closer begins inside the run.
        var at = token.start + 6
        while at < token.end { if let kind = closer(at: at) { return kind }; at += 3 }
        position += 1
      case .other where token.scalar == 0x30FB || token.scalar == 0x26: position += 1
      default: return nil
      }
    }
    return closer(at: segment.end)
  }

  private func closer(at byte: Int) -> EntityType? {
    if scene.follows(anyOf: scene.words[.listClosersCompany], at: byte) { return .company }
    if scene.follows(anyOf: scene.words[.listClosersProduct], at: byte) { return .product }
    return scene.follows(anyOf: scene.words[.listClosersModel], at: byte) ? .model : nil
  }

  /// The Latin or katakana name that ends the first segment, a clause before it.
  private func lead(_ segment: Span) -> Span? {
    let tokens = scene.tokens
    let last = tokens.index(ofByte: segment.end - 1)
    guard let end = tokens.at(last), end.end == segment.end, end.kind == .latin && end.isCapitalized || end.kind == .katakana else { return nil }
    var first = last
    if end.kind == .latin {
      while tokens.kind(first - 1) == .space, let before = tokens.at(first - 2), before.kind == .latin, before.isCapitalized, before.start >= segment.start { first -= 2 }
    }
    if [.latin, .katakana, .number].contains(tokens.kind(first - 1)) || tokens.isScalar(first - 1, 0x30FB) { return nil }
    let span = Span(tokens[first].start, segment.end)
    if scene.language == .en, head(before: span.start) == nil { return nil }
    return checked(span, true, followed: nil)
  }

  /// Was a span the end of a first segment?
  private func isLead(_ span: Span) -> Bool {
    let before = scene.skipSpacesBack(span.start)
    return !(before == 0 || scene.precedes("、", before) || scene.precedes(",", before) || scene.precedes("and", before))
  }

  private func trimmed(_ span: Span) -> Span {
    var start = scene.skipSpaces(span.start)
    var end = scene.skipSpacesBack(span.end)
    if scene.precedes("等", end), end - start > 6 { end -= 3 }
    if scene.precedes("など", end), end - start > 9 { end -= 6 }
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
      case .han:
        // 大鱼智行等由
        if isLast, let inside = (0..<token.span.count / 3).first(where: { scene.follows("等", at: token.start + $0 * 3) }), last > first || inside >= 2 {
          return checked(Span(segment.start, token.start + inside * 3), hasLatinOrKatakana, followed: token.start + inside * 3)
        }
      case .number: break
      case .space where tokens.kind(last + 1) == .latin && tokens.kind(last - 1) == .latin: break
      case .other where token.scalar == 0x30FB || token.scalar == 0x26: break
      default:
        guard isLast, last > first else { return nil }
        return checked(Span(segment.start, scene.skipSpacesBack(tokens[last - 1].end)), hasLatinOrKatakana, followed: token.start)
      }
      last += 1
    }
    guard let end = tokens.at(last - 1)?.end, end == segment.end else { return nil }
    return checked(segment, hasLatinOrKatakana, followed: nil)
  }

  /// `ICCV2019`
  private func endsInYear(_ word: String) -> Bool {
    let digits = Array(word.utf8.suffix(4))
    return digits.count == 4 && digits.allSatisfy { $0 &- 0x30 < 10 } && (digits[0] == 0x31 && digits[1] == 0x39 || digits[0] == 0x32 && digits[1] == 0x30)
  }

  private func checked(_ span: Span, _ hasLatinOrKatakana: Bool, followed: Int?) -> Span? {
    if let followed, !scene.follows(anyOf: scene.words[.listClosers], at: scene.skipSpaces(followed)), scene.language != .en { return nil }
    let word = scene.text.text(span)
    let scalars = word.unicodeScalars.count
    guard scalars >= 2, scalars <= 24, !lexicon.isGeneric(word), !endsInYear(word) else { return nil }
    if scene.language == .en {
      let words = word.split(separator: " ").map(String.init)
      return words.allSatisfy(lexicon.generic.contains) || lexicon.givenNames.contains(words[0]) || scene.words[.leadingWords].contains(words[0]) || scene.words[.headlineWords].contains(words[0]) ? nil : span
    }
    if hasLatinOrKatakana { return isGenericTail(word) ? nil : span }
    // Kanji only: names in Chinese lists; in Japanese too many are common nouns.
    return scene.language == .zh && scalars <= 5 && !word.unicodeScalars.contains(where: { scene.words[.chineseListNoise].contains($0) }) ? span : nil
  }

  /// Compounds that end in a common noun: `大規模モデル`, `AI企業`.
  private func isGenericTail(_ word: String) -> Bool {
    scene.words[.genericTails].ends(word)
      || word.split(separator: " ").allSatisfy { lexicon.generic.contains(String($0)) }
  }
}
