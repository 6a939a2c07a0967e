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
    if lexicon.places.contains(name) || words.count == 2 && lexicon.places.contains(words[0]) && lexicon.generic.contains(words[1]) { return nil }
    let thing = max(candidate.scores[.company, default: 0], candidate.scores[.product, default: 0], candidate.scores[.model, default: 0])
    let person = candidate.scores[.person, default: 0]
    if isPersonShape(candidate), person >= 2, person * 2 > thing { return Discovery(type: .person, span: candidate.first, confidence: 720, reason: "cues of a person: \(candidate.reason)") }
    if person > thing { return nil }
    var score = min(thing, 6) + min(2, candidate.places - 1)
    if candidate.isMixed { score += 1 }
    if candidate.isCapitals {
      // Acronyms name techniques more often than firms; in Japanese and Chinese the frames of organizations find the firms.
      guard scene.language == .en, candidate.scores[.company, default: 0] == thing, candidate.best >= 3 else { return nil }
      score -= 2
    }
    if words.count == 1, !candidate.isMixed, Self.abstractEnds.contains(where: name.hasSuffix) { score -= 2 }
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
      && candidate.words.allSatisfy { !lexicon.generic.contains($0) && !PersonDiscovery.organizationWords.contains($0) && $0.utf8.count >= 2 && $0.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2D } }
  }

  /// `Alice de Velt`, `Yvon Velt` cut in two: what follows a particle or a person's first name.
  private func isBehindPerson(_ position: Int) -> Bool {
    guard tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin else { return false }
    return ["de", "van", "von", "der", "la", "le", "di", "da", "bin", "al"].contains(tokens.word(position - 2)) || lexicon.givenNames.contains(tokens.word(position - 2)) || people.contains { $0.overlaps(before.span) }
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
    while words.count > 1, lexicon.generic.contains(words[0]), scene.isSentenceStart(tokens[first].start) || Self.leading.contains(words[0]) {
      words.removeFirst()
      first += 2
    }
    while let end = words.last, words.count > 1, Self.trailing.contains(end) {
      words.removeLast()
      last -= 2
    }
    guard let only = words.first, words.count > 1 || !Self.leading.contains(only), words.allSatisfy({ !isCompound($0) }) else { return nil }
    if words.count == 1, lexicon.generic.contains(only), scene.isSentenceStart(tokens[first].start), scene.language != .en { return nil }
    if PersonDiscovery.latinTitles.contains(only) || Self.calendar.contains(only) || Self.acronyms.contains(only) && words.count == 1 { return nil }
    return Run(first: first, last: last, words: words, isMixed: words.count == 1 && isMixed(tokens[first]))
  }

  private func isNameWord(_ position: Int) -> Bool {
    guard let token = tokens.at(position), token.kind == .latin, token.span.count >= 3 || token.hasLower && token.span.count == 2 else { return false }
    if token.span.count == 3, isMixed(token) { return false }
    guard token.isCapitalized || token.hasLower && isMixed(token) && (4...16).contains(token.span.count) && !scene.text.bytes[token.start..<token.end].contains(0x2D) else { return false }
    for byte in scene.text.bytes[token.start..<token.end] where byte < 0x80 {
      guard byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x26 || byte == 0x27 else { return false }
    }
    return scene.text.bytes[token.start] &- 0x30 >= 10
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
      || scene.follows(anyOf: [".js", ".py", ".ts", ".json"], at: token.end - 3)
  }

  /// Code, tables and diagrams: lines that are no sentences.
  private func isOutsideProse(_ span: Span) -> Bool {
    let line = scene.line(of: span.start)
    guard line.count < 400 else { return false }
    return scene.text.text(line).holds("-->") || scene.follows(anyOf: ["|", "    ", "\t", "```", "//", "class ", "subgraph ", "import ", "**published", "**publisher", "**authors", "**source", "**category", "**topics", "**scores", "published:", "publisher:", "authors:", "tags:", "original title", "**original title", "原題", "**原題", "资料来源", "图表"], at: line.start)
  }

  private func isCompound(_ word: String) -> Bool {
    guard word.utf8.contains(0x2D) else { return false }
    return word.split(separator: "-").allSatisfy { lexicon.generic.contains(String($0)) || $0.utf8.count < 3 || lexicon.places.contains(String($0)) }
      || ["based", "driven", "powered", "backed", "led", "owned", "style", "like", "native", "ready", "focused", "made", "enabled", "related", "first", "level", "generated", "funded", "term", "tuning", "end", "time", "scale", "created"].contains { word.hasSuffix("-" + $0) }
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

  private static let leading: Set<String> = ["the", "a", "an", "this", "that", "in", "on", "as", "if", "but", "and", "at", "by", "for", "from", "with", "when", "while", "after", "our", "its", "their", "his", "her", "like", "using", "what", "how", "why", "is", "are", "meet", "ai", "new", "ceo", "cto", "cfo", "vc", "u.s", "us", "image", "photo", "series", "section", "chapter", "figure", "table", "q1", "q2", "q3", "q4", "part", "day", "step", "phase", "vol", "no", "congress", "house"]
  private static let trailing: Set<String> = ["ceo", "cto", "cfo", "coo", "app", "api", "i", "founder", "co-founder", "cofounder", "president", "chairman", "inc", "corp"]
  private static let calendar: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "christmas", "thanksgiving", "halloween", "easter", "ramadan",
  ]
  /// Ends of words for qualities and doings: `controllability`, `tokenization`.
  private static let abstractEnds = ["ability", "ibility", "ization", "isation", "ology", "ness", "izing", "ising", "ations", "router", "ment"]
  /// Abbreviations of the trade that are written with small letters too.
  private static let acronyms: Set<String> = ["saas", "paas", "iaas", "iot", "mlops", "devops", "llmops", "devsecops", "llms", "gpus", "cpus", "apis", "ceos", "evs", "iots", "ais", "vcs", "pcs", "npus", "tpus", "asics", "fpgas", "tops", "moe", "lora", "rlhf", "tob", "toc", "pdf", "youtuber", "vtuber", "wi-fi", "wifi", "usb-c", "agentic", "sier", "mbps", "gbps", "kwh", "mwh", "ghz", "mhz", "phd", "covid", "covid-19", "iphones", "vibe-coding", "genai"]

  // MARK: cues

  private func cues(_ span: Span) -> [(kind: EntityType, weight: Int, text: String)] {
    let outer = undecorated(span)
    var found: [(kind: EntityType, weight: Int, text: String)] = []
    for cue in lexicon.cues.of(scene.language) {
      switch cue.side {
      case .before: if precedes(cue, outer.start) || outer.start != span.start && precedes(cue, span.start) { found.append((cue.kind, cue.weight, cue.text)) }
      case .after: if follows(cue, outer.end) || outer.end != span.end && follows(cue, span.end) { found.append((cue.kind, cue.weight, cue.text)) }
      case .apposition: break
      }
    }
    if let apposition = apposition(outer.end) { found.append(apposition) }
    // Digests set in bold what they tell of.
    if scene.precedes("**", span.start), scene.follows("**", at: span.end) { found.append((.product, 2, "in bold")) }
    // One strong cue a side and kind: `startup` and `the startup` are one.
    var best: [EntityType: (kind: EntityType, weight: Int, text: String)] = [:]
    for cue in found where cue.weight > best[cue.kind]?.weight ?? 0 { best[cue.kind] = cue }
    return [EntityType.company, .product, .model, .person].compactMap { best[$0] }
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

  private func precedes(_ cue: NameCues.Cue, _ byte: Int) -> Bool {
    let end = scene.skipSpacesBack(byte)
    let start = end - cue.bytes.count
    guard start >= 0, matches(cue.bytes, start) else { return false }
    guard cue.bytes[0] &- 0x61 < 26, start > 0 else { return true }
    return scene.text.bytes[start - 1] &- 0x61 >= 26
  }

  private func follows(_ cue: NameCues.Cue, _ byte: Int) -> Bool {
    let isWord = cue.bytes[0] &- 0x61 < 26 || cue.bytes[0] >= 0x80
    let start = isWord ? scene.skipSpaces(byte) : byte
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
    let leads: [StaticString] = [", a ", ", an ", ", the ", ", one of ", ", which ", " is a ", " is an ", " is the ", " was a ", " (a ", " (an ", " (the ", " - a ", " - an ", " - the ", ", another "]
    guard leads.contains(where: { scene.follows($0, at: byte) }) else { return nil }
    let isClause = scene.follows(", which ", at: byte)
    var position = tokens.index(ofByte: byte + 1)
    var words = 0
    while words < 11, let token = tokens.at(position), token.kind != .newline {
      if token.kind == .other, words > 1, [0x2E, 0x2C, 0x3B, 0x29].contains(token.scalar) { return nil }
      if token.kind == .latin {
        words += 1
        let word = tokens.word(position)
        if isClause ? words <= 3 : words > 1, let cue = lexicon.cues.appositions[word] { return (cue.kind, cue.weight, "…, \(word)") }
        if words > 2, ["that", "who", "where", "with", "for", "of", "in", "from", "behind", "by"].contains(word) { return nil }
      }
      position += 1
    }
    return nil
  }
}
