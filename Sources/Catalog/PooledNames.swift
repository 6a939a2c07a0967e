import Facts
import Language

/// Latin names that no row holds and no single phrase gives away, found by all that a text says around them.
///
/// `Zolvant` in a Chinese text, or in English ten times as a subject, once as `Zolvant, a maker of robots`: each place adds its cues
/// (`name_cues.tsv`), and the sum decides whether it is a name and of what. Capitals alone never do: acronyms (`RAG`), common words
/// (`Transformer`), places and halves of names already found are left out or want more.
struct PooledNames {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]
  /// People found so far, whose surnames stand alone later.
  let people: [Span]

  private var tokens: NameTokens { scene.tokens }

  private struct Candidate {
    let first: Span
    let words: [String]
    var places = 0
    var scores: [EntityType: Int] = [:]
    var reason = ""
    var best = 0
    var isMixed = false
    var isCapitals = true
    var isNamedKind = false
  }

  func discoveries() -> [Discovery] {
    var candidates: [String: Candidate] = [:]
    var order: [String] = []
    var surnames: Set<String> = []
    for person in people { surnames.formUnion(scene.text.text(person).split(whereSeparator: { $0 == " " || $0 == "・" || $0 == "·" }).map(String.init)) }
    var known: Set<String> = []
    for span in taken where scene.text.bytes[span.start] < 0x80 { known.formUnion(scene.text.text(span).split(separator: " ").map(String.init)) }
    var titleLine = Span(-1, -1)
    var isTitleLine = false
    var position = 0
    while position < tokens.count {
      guard tokens[position].kind == .latin, let run = run(position) else {
        position += 1
        continue
      }
      position = run.last + 1
      let span = Span(tokens[run.first].start, tokens[run.last].end)
      if isBehindPerson(run.first) || overlapsAny(taken, span) || scene.isByline(span.start) || isOutsideProse(span) { continue }
      if !(titleLine.start <= span.start && span.end <= titleLine.end) {
        titleLine = scene.line(of: span.start)
        isTitleLine = scene.language == .en && isTitleCase(titleLine)
      }
      if isTitleLine { continue }
      let name = scene.text.text(span)
      if candidates[name] == nil {
        order.append(name)
        candidates[name] = Candidate(first: span, words: run.words)
      }
      candidates[name]?.places += 1
      if run.isMixed { candidates[name]?.isMixed = true }
      if scene.language == .zh, isNamedKind(span) { candidates[name]?.isNamedKind = true }
      if (run.first...run.last).contains(where: { tokens[$0].hasLower }) { candidates[name]?.isCapitals = false }
      for cue in cues(span) {
        candidates[name]?.scores[cue.kind, default: 0] += cue.weight
        if cue.weight > candidates[name]?.best ?? 0 {
          candidates[name]?.best = cue.weight
          candidates[name]?.reason = cue.text
        }
      }
    }
    return order.compactMap { name in candidates[name].flatMap { decide(name, $0, surnames, known) } }
  }

  // MARK: deciding

  private func decide(_ name: String, _ candidate: Candidate, _ surnames: Set<String>, _ known: Set<String>) -> Discovery? {
    let words = candidate.words
    if words.count == 1, surnames.contains(name) {
      return Discovery(type: .person, span: candidate.first, confidence: 700, reason: "surname alone")
    }
    if words.allSatisfy({ known.contains($0) || surnames.contains($0) }) || words.count == 1 && lexicon.givenNames.contains(name) { return nil }
    if scene.words[.fileEnds].ends(name) { return nil }
    if lexicon.places.contains(name) || words.count == 2 && lexicon.places.contains(words[0]) && lexicon.generic.contains(words[1]) { return nil }
    let thing = max(candidate.scores[.company, default: 0], candidate.scores[.product, default: 0], candidate.scores[.model, default: 0])
    let person = candidate.scores[.person, default: 0]
    if isPersonShape(candidate), person >= 2, person * 2 > thing { return Discovery(type: .person, span: candidate.first, confidence: 720, reason: "cues of a person: \(candidate.reason)") }
    if person > thing { return nil }
    // Tang Tan: a name in the shape of a person's wants a word that says what it is.
    if isPersonShape(candidate) || words.count == 2 && lexicon.givenNames.contains(words[0]), candidate.best == 2, scene.language != .en { return nil }
    // Project Ember
    if scene.language == .en, words.count >= 2, words[0] == "project", !lexicon.generic.contains(words[1]) {
      return Discovery(type: .product, span: candidate.first, confidence: 760, reason: "Project …")
    }
    var score = min(thing, 6) + min(2, candidate.places - 1)
    if candidate.isMixed || candidate.isNamedKind { score += 1 }
    if candidate.isCapitals {
      // Acronyms name techniques more often than firms; in Japanese and Chinese the frames of organizations find the firms.
      let isFirm = scene.language == .en && candidate.scores[.company, default: 0] == thing
      guard isFirm || scene.language == .zh && candidate.isNamedKind && name.utf8.count >= 5, candidate.best >= 3 else { return nil }
      if isFirm { score -= 2 }
    }
    if words.count == 1, !candidate.isMixed, scene.words[.abstractEnds].ends(name) { score -= 2 }
    if candidate.isMixed, isWordsInOne(candidate.first) { score -= 5 }
    if words.allSatisfy({ lexicon.generic.contains($0) || $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) {
      // A common word wants cues that say what it is, at more than one place.
      guard candidate.places >= 2, candidate.best >= 3, !candidate.isCapitals, scene.language == .en else { return nil }
      score -= 3
    }
    if lexicon.givenNames.contains(words[0]) {
      if isPersonShape(candidate) { return nil }
      score -= 3
    }
    // Particles and prepositions alone stand beside everything.
    if candidate.best == 2, scene.language != .en, !candidate.isMixed, !name.utf8.contains(0x2D), !name.utf8.contains(where: { $0 &- 0x30 < 10 }) { score -= 2 }
    guard score >= 4, candidate.best >= 2 else { return nil }
    let company = candidate.scores[.company, default: 0]
    let product = candidate.scores[.product, default: 0]
    // What is called a model anywhere is one, unless it acts as a company.
    let model = candidate.scores[.model, default: 0]
    let kind: EntityType = model >= 3 && model >= company ? .model : company > product ? .company : .product
    return Discovery(type: kind, span: candidate.first, confidence: min(790, 620 + score * 15), reason: "cues: \(candidate.reason.trimmed)")
  }

  /// Two or three words of letters, none mixed, none of an organization.
  private func isPersonShape(_ candidate: Candidate) -> Bool {
    (2...3).contains(candidate.words.count) && !candidate.isMixed && !candidate.isCapitals
      && candidate.words.allSatisfy { !lexicon.generic.contains($0) && !scene.words[.organizationWords].contains($0) && $0.utf8.count >= 2 && $0.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2D } }
  }

  /// `Alice de Velt`, `Yvon Velt` cut in two: what follows a particle or a person's first name.
  private func isBehindPerson(_ position: Int) -> Bool {
    guard tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin else { return false }
    return scene.words[.surnameParticles].contains(tokens.word(position - 2)) || lexicon.givenNames.contains(tokens.word(position - 2)) || people.contains { $0.overlaps(before.span) }
  }

  // MARK: candidates

  private struct Run {
    let first: Int
    let last: Int
    let words: [String]
    let isMixed: Bool
  }

  /// Capitalized Latin words side by side, with a number behind.
  private func run(_ position: Int) -> Run? {
    guard isNameWord(position), !isGlued(position) else { return nil }
    var last = position
    var words = [tokens.word(position)]
    while words.count < 5, tokens.kind(last + 1) == .space, tokens.at(last + 2) != nil, isNameWord(last + 2), !overlapsAny(taken, tokens[last + 2].span) {
      last += 2
      words.append(tokens.word(last))
    }
    var first = position
    // A sentence's first word is capitalized whatever it is.
    while words.count > 1, lexicon.generic.contains(words[0]), isCapitalizedByPlace(words, tokens[first].start) || scene.words[.leadingWords].contains(words[0]) {
      words.removeFirst()
      first += 2
    }
    while let end = words.last, words.count > 1, scene.words[.trailingWords].contains(end) {
      words.removeLast()
      last -= 2
    }
    guard let only = words.first, words.count > 1 || !scene.words[.leadingWords].contains(only), words.allSatisfy({ !isCompound($0) }) else { return nil }
    if words.count == 1, lexicon.generic.contains(only), scene.isSentenceStart(tokens[first].start), scene.language != .en { return nil }
    if scene.words[.latinTitles].contains(only) || scene.words[.calendarWords].contains(only) || scene.words[.tradeAbbreviations].contains(only) && words.count == 1 { return nil }
    return Run(first: first, last: last, words: words, isMixed: words.count == 1 && isMixed(tokens[first]))
  }

  /// At the start of an English sentence a common word says nothing, unless common words are all there is: `Standard Ember`, `Project Ember`.
  private func isCapitalizedByPlace(_ words: [String], _ start: Int) -> Bool {
    scene.language == .en && scene.isSentenceStart(start) && !scene.words[.keptHeads].contains(words[0]) && !words.dropFirst().allSatisfy(lexicon.generic.contains)
  }

  private func isNameWord(_ position: Int) -> Bool {
    guard let token = tokens.at(position), token.kind == .latin, token.span.count >= 3 || token.hasLower && token.span.count == 2 else { return false }
    if token.span.count == 3, isMixed(token) { return false }
    guard token.isCapitalized || token.hasLower && isMixed(token) && (4...16).contains(token.span.count) && !hasHyphen(token)
      || scene.language == .zh && (4...20).contains(token.span.count) && isNamedKind(token.span) && !lexicon.generic.contains(tokens.word(position))
    else { return false }
    for byte in scene.text.bytes[token.start..<token.end] where byte < 0x80 {
      guard byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x26 || byte == 0x27 else { return false }
    }
    return token.isCapitalized || scene.text.bytes[token.start] &- 0x30 >= 10
  }

  /// `e-Learning` is no name; `vZol-Omni` may be one.
  private func hasHyphen(_ token: NameTokens.Token) -> Bool {
    guard let hyphen = scene.text.bytes[token.start..<token.end].firstIndex(of: 0x2D) else { return false }
    return scene.language == .en || hyphen - token.start < 4 || lexicon.generic.contains(scene.text.text(Span(token.start, hyphen)))
  }

  /// In bold, or glued to the noun that says what it is: `zolflow平台`.
  private func isNamedKind(_ span: Span) -> Bool {
    scene.precedes("**", span.start) && scene.follows("**", at: span.end) || scene.follows(anyOf: scene.words[.chineseKindsAfter], at: span.end)
  }

  /// A capital behind a small letter: `KazaMi`, `soraNote`.
  private func isMixed(_ token: NameTokens.Token) -> Bool {
    guard token.hasLower else { return false }
    let original = scene.text.original(token.span)
    var isAfterSmall = false
    for byte in scene.text.original[original.start..<original.end] {
      if isAfterSmall, byte &- 0x41 < 26 { return true }
      isAfterSmall = byte &- 0x61 < 26
    }
    return false
  }

  /// Common words written as one: `PostFilter`, `AIAgent`.
  private func isWordsInOne(_ span: Span) -> Bool {
    let original = scene.text.original(span)
    var parts: [String] = []
    var part: [UInt8] = []
    var isAfterSmall = false
    let bytes = Array(scene.text.original[original.start..<original.end])
    for (offset, byte) in bytes.enumerated() {
      let isCapital = byte &- 0x41 < 26
      let beforeSmall = offset + 1 < bytes.count && bytes[offset + 1] &- 0x61 < 26
      if isCapital, isAfterSmall || beforeSmall, !part.isEmpty {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
      }
      part.append(isCapital ? byte | 0x20 : byte)
      isAfterSmall = byte &- 0x61 < 26
    }
    parts.append(String(decoding: part, as: UTF8.self))
    return parts.allSatisfy { lexicon.generic.contains($0) || $0 == "ai" || $0.utf8.count < 3 }
  }

  /// Part of an address, a handle, a path, a tag or a longer expression.
  private func isGlued(_ position: Int) -> Bool {
    let token = tokens[position]
    let bytes = scene.text.bytes
    if token.start > 0, [0x40, 0x2F, 0x23, 0x5F, 0x3C, 0x3D, 0x24, 0x2E, 0x2D, 0x5C, 0x26].contains(bytes[token.start - 1]) { return true }
    if token.end < bytes.count, [0x5F, 0x2F, 0x3D, 0x40, 0x5C].contains(bytes[token.end]) { return true }
    if token.end + 1 < bytes.count, bytes[token.end] == 0x28 && bytes[token.end + 1] == 0x29 { return true }
    return scene.follows(anyOf: ["://", "::", "-->", " -->", ".com", ".md"], at: token.end)
      || scene.follows(anyOf: scene.words[.fileEnds], at: token.end - 3)
  }

  /// Code, tables and diagrams: lines that are no sentences.
  private func isOutsideProse(_ span: Span) -> Bool {
    let line = scene.line(of: span.start)
    guard line.count < 400 else { return false }
    return scene.text.text(line).holds("-->") || scene.follows(anyOf: scene.words[.noProse], at: line.start)
  }

  private func isCompound(_ word: String) -> Bool {
    guard word.utf8.contains(0x2D) else { return false }
    return word.split(separator: "-").allSatisfy { lexicon.generic.contains(String($0)) || $0.utf8.count < 3 || lexicon.places.contains(String($0)) }
      || scene.words[.hyphenEnds].ends(word)
  }

  /// Most words of four letters and more are capitalized: a headline, whose capitals say nothing.
  private func isTitleCase(_ line: Span) -> Bool {
    var long = 0
    var capitalized = 0
    var position = tokens.index(ofByte: line.start)
    while let token = tokens.at(position), token.start < line.end {
      if token.kind == .latin, token.span.count >= 4 {
        long += 1
        if token.isCapitalized { capitalized += 1 }
      }
      position += 1
    }
    return long >= 3 && capitalized * 3 >= long * 2
  }

  // MARK: cues

  private func cues(_ span: Span) -> [(kind: EntityType, weight: Int, text: String)] {
    let outer = undecorated(span)
    var found: [(kind: EntityType, weight: Int, text: String)] = []
    ahead(outer.start, &found)
    if outer.start != span.start { ahead(span.start, &found) }
    behind(outer.end, &found)
    if outer.end != span.end { behind(span.end, &found) }
    if let apposition = apposition(outer.end) { found.append(apposition) }
    if scene.language == .zh, isHeading(outer) { found.append((.product, 2, "heading …：")) }
    // Digests set in bold what they tell of.
    if scene.precedes("**", span.start), scene.follows("**", at: span.end) { found.append((.product, 2, "in bold")) }
    // One strong cue a side and kind: `startup` and `the startup` are one.
    var best: [EntityType: (kind: EntityType, weight: Int, text: String)] = [:]
    for cue in found where cue.weight > best[cue.kind]?.weight ?? 0 { best[cue.kind] = cue }
    return [EntityType.company, .product, .model, .person].compactMap { best[$0] }
  }

  /// `6. Zolvideo：…`: a line or a numbered one opens with the name and a colon.
  private func isHeading(_ span: Span) -> Bool {
    guard scene.follows(":", at: scene.skipSpaces(span.end)) else { return false }
    var before = scene.skipSpacesBack(span.start)
    if before > 0, scene.text.bytes[before - 1] == 0x2E { before -= 1 }
    while before > 0, scene.text.bytes[before - 1] &- 0x30 < 10 { before -= 1 }
    before = scene.skipSpacesBack(before)
    return before == 0 || scene.text.bytes[before - 1] == 0x0A
  }

  /// Behind `, Acme's`, where the noun of an apposition stands: `Attie, Acme's assistant`.
  private func ownerEnd(_ byte: Int) -> Int? {
    guard scene.follows(", ", at: byte) else { return nil }
    let first = tokens.index(ofByte: byte + 2)
    for position in first..<(first + 4) {
      guard let token = tokens.at(position), token.kind == .latin ? token.isCapitalized : token.kind == .space else { return nil }
      if scene.follows("'s ", at: token.end) { return token.end + 3 }
    }
    return nil
  }

  /// The name with the marks of emphasis, quotation and parentheses around it.
  private func undecorated(_ span: Span) -> Span {
    let bytes = scene.text.bytes
    var start = span.start
    var end = span.end
    while start > 0, [0x2A, 0x22, 0x60, 0x5B].contains(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, [0x2A, 0x22, 0x60, 0x5D].contains(bytes[end]) { end += 1 }
    if scene.precedes(anyOf: ["「", "『", "《", "【"], start) { start -= 3 }
    if scene.follows(anyOf: ["」", "』", "》", "】"], at: end) { end += 3 }
    return Span(start, end)
  }

  private func ahead(_ byte: Int, _ found: inout [(kind: EntityType, weight: Int, text: String)]) {
    let end = scene.skipSpacesBack(byte)
    guard end > 0 else { return }
    for cue in lexicon.cues.ahead(scene.language, scene.text.bytes[end - 1]) where precedes(cue, end) { found.append((cue.kind, cue.weight, cue.text)) }
  }

  private func behind(_ byte: Int, _ found: inout [(kind: EntityType, weight: Int, text: String)]) {
    let next = scene.skipSpaces(byte)
    let bytes = scene.text.bytes
    if next < bytes.count {
      for cue in lexicon.cues.behind(scene.language, bytes[next]) where cue.isWord && follows(cue, next) { found.append((cue.kind, cue.weight, cue.text)) }
    }
    if byte < bytes.count {
      for cue in lexicon.cues.behind(scene.language, bytes[byte]) where !cue.isWord && follows(cue, byte) { found.append((cue.kind, cue.weight, cue.text)) }
    }
  }

  private func precedes(_ cue: NameCues.Cue, _ end: Int) -> Bool {
    let start = end - cue.bytes.count
    guard start >= 0, matches(cue.bytes, start) else { return false }
    guard cue.bytes[0] &- 0x61 < 26, start > 0 else { return true }
    return scene.text.bytes[start - 1] &- 0x61 >= 26
  }

  private func follows(_ cue: NameCues.Cue, _ start: Int) -> Bool {
    guard matches(cue.bytes, start) else { return false }
    let end = start + cue.bytes.count
    guard cue.bytes[cue.bytes.count - 1] &- 0x61 < 26, end < scene.text.bytes.count else { return true }
    return scene.text.bytes[end] &- 0x61 >= 26
  }

  private func matches(_ cue: [UInt8], _ start: Int) -> Bool {
    guard start + cue.count <= scene.text.bytes.count, scene.text.bytes[start] == cue[0] else { return false }
    for offset in 0..<cue.count where scene.text.bytes[start + offset] != cue[offset] { return false }
    return true
  }

  /// `…, a maker of robots`, `… is an open-source framework`: the noun of a kind within the next words.
  private func apposition(_ byte: Int) -> (kind: EntityType, weight: Int, text: String)? {
    guard scene.language == .en else { return nil }
    let owner = ownerEnd(byte)
    guard owner != nil || scene.follows(anyOf: scene.words[.appositionLeads], at: byte) else { return nil }
    let isClause = scene.follows(", which ", at: byte)
    var position = tokens.index(ofByte: owner ?? byte + 1)
    var words = 0
    while words < 11, let token = tokens.at(position), token.kind != .newline {
      if token.kind == .other, words > 1, [0x2E, 0x2C, 0x3B, 0x29].contains(token.scalar) { return nil }
      if token.kind == .latin {
        words += 1
        let word = tokens.word(position)
        if isClause ? words <= 3 : words > 1 || owner != nil, let cue = lexicon.cues.appositions[word] { return (cue.kind, cue.weight, "…, \(word)") }
        if words > 2, scene.words[.appositionStops].contains(word) { return nil }
      }
      position += 1
    }
    return nil
  }
}
