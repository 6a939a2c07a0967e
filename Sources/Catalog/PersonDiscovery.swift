import Facts
import Language

/// People that no row holds, by title, by the shape of their names, by given name.
///
/// `アリス・ベル氏`, `社長の山本花子`, `Alice Bell, CEO of`, `创始人王芳` are people; `同氏`, `各氏` and `ユーザーさん` are not.
struct PersonDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]

  var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    var position = 0
    while position < tokens.count {
      let discovery: Discovery?
      switch tokens[position].kind {
      case .latin: discovery = latin(position)
      case .katakana: discovery = katakana(position)
      case .han where scene.language == .zh:
        found += chinese(position).filter { !overlapsAny(taken, $0.span) }
        discovery = nil
      case .han: discovery = japanese(position)
      default: discovery = nil
      }
      if let discovery, !overlapsAny(taken, discovery.span) {
        found.append(discovery)
        repeat { position += 1 } while position < tokens.count && tokens[position].end <= discovery.span.end
      } else {
        position += 1
      }
    }
    return found
  }

  // MARK: Latin

  private func latin(_ position: Int) -> Discovery? {
    guard let name = latinName(position), !scene.isByline(tokens[position].start) else { return nil }
    let words = name.words
    let last = name.end
    let span = Span(tokens[position].start, tokens[last].end)
    let first = words[0]
    let isGiven = lexicon.givenNames.contains(first)
    let surname = words[words.count - 1]
    if scene.words[.organizationWords].contains(surname) || scene.words[.organizationWords].contains(followingWord(last)) || scene.words[.organizationWords].contains(followingWord(last + 2)) && tokens.at(last + 2)?.isCapitalized == true && tokens.at(last + 4)?.isCapitalized == true { return nil }
    let after = scene.skipSpaces(span.end)
    if scene.follows(anyOf: scene.words[.japaneseTitles], at: after), words.count >= 2 || scene.follows("氏", at: span.end) {
      return Discovery(type: .person, span: span, confidence: words.count >= 2 ? 920 : 760, reason: "…氏")
    }
    guard words.count >= 2, !lexicon.places.contains(words.prefix(2).joined(separator: " ")), !lexicon.places.contains(words[words.count - 1]) || isGiven else { return nil }
    if isGiven, !scene.words[.riskyGivenNames].contains(first) || !lexicon.generic.contains(surname) {
      let isPlain = lexicon.generic.contains(first) && lexicon.generic.contains(surname)
      let isCompound = surname.utf8.contains(0x2D) && surname.split(separator: "-").allSatisfy { lexicon.generic.contains(String($0)) }
      if !isPlain, !isCompound { return Discovery(type: .person, span: span, confidence: 880, reason: "given name \(first)") }
    }
    let isProper = !lexicon.generic.contains(first) || !lexicon.generic.contains(surname)
    if isProper, words.allSatisfy({ !scene.words[.organizationWords].contains($0) }) {
      if words.count == 2, scene.text.bytes[span.start..<span.end].contains(0x22) { return Discovery(type: .person, span: span, confidence: 850, reason: "… \"…\" …") }
      if let title = titleBefore(position) {
        return Discovery(type: .person, span: span, confidence: 860, reason: "\(title) …")
      }
      if let title = titleAfter(last) { return Discovery(type: .person, span: span, confidence: 860, reason: "…, \(title)") }
      let follower = followingWord(last)
      if scene.words[.speechVerbs].contains(follower), words.allSatisfy({ !lexicon.generic.contains($0) }) {
        return Discovery(type: .person, span: span, confidence: 720, reason: "… \(follower)")
      }
    }
    return nil
  }

  /// A run of capitalized words that can be a person's name: `Alice B. Bell`, `Ursula von der Leyen`.
  func latinName(_ position: Int) -> (words: [String], end: Int)? {
    let token = tokens[position]
    guard token.isCapitalized, token.hasLower, token.end - token.start >= 2, isPlainWord(position), !scene.words[.headlineWords].contains(tokens.word(position)) else { return nil }
    // Senator Alice Bell, Attorney General Alice Bell: the rank is no part of the name.
    if isLead(tokens.word(position)), tokens.kind(position + 1) == .space, let next = tokens.at(position + 2), next.kind == .latin, next.isCapitalized { return nil }
    if position > 0, tokens.kind(position - 1) == .other, tokens.isScalar(position - 1, 0x40) || tokens.isScalar(position - 1, 0x2F) { return nil }
    // The middle of a longer capitalized run is no beginning, unless a title stands before.
    if position >= 2, tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin,
      before.isCapitalized, !isLead(tokens.word(position - 2)), !overlapsAny(taken, before.span),
      !lexicon.generic.contains(tokens.word(position - 2))
    {
      return nil
    }
    var words = [tokens.word(position)]
    var end = position
    var pendingParticles = 0
    while words.count < 4 {
      var next = end + 1 + pendingParticles * 2
      // Alice "Bee" Bell
      if tokens.kind(next) == .space, tokens.isScalar(next + 1, 0x22), tokens.kind(next + 2) == .latin, tokens.isScalar(next + 3, 0x22), tokens.kind(next + 4) == .space,
        let surname = tokens.at(next + 5), surname.kind == .latin, surname.isCapitalized, surname.hasLower, tokens[next + 2].isCapitalized
      {
        words.append(tokens.word(next + 5))
        end = next + 5
        break
      }
      // An initial: `B.`
      guard tokens.kind(next) == .space, let candidate = tokens.at(next + 1), candidate.kind == .latin else { break }
      next += 1
      let word = tokens.word(next)
      if candidate.isCapitalized, candidate.end - candidate.start == 1, tokens.isScalar(next + 1, 0x2E), tokens.kind(next + 2) == .space,
        let surname = tokens.at(next + 3), surname.kind == .latin, surname.isCapitalized, surname.hasLower
      {
        words.append(tokens.word(next + 3))
        end = next + 3
        break
      }
      if !candidate.isCapitalized, scene.words[.nameParticles].contains(word), pendingParticles < 2 {
        pendingParticles += 1
        continue
      }
      guard candidate.isCapitalized, candidate.hasLower, candidate.end - candidate.start >= 2, isPlainWord(next),
        !scene.words[.latinTitles].contains(word), !overlapsAny(taken, candidate.span), !scene.words[.headlineWords].contains(word)
      else { break }
      // Alice Bell Defends: the headline's verb is no part of the name.
      if words.count == 2, lexicon.generic.contains(word), !scene.words[.surnameWords].contains(word), lexicon.givenNames.contains(words[0]), !lexicon.givenNames.contains(words[1]) { break }
      words.append(word)
      end = next
      pendingParticles = 0
      if words.count == 3, !lexicon.givenNames.contains(words[1]) && lexicon.generic.contains(word) { break }
    }
    return (words, end)
  }

  /// A title or a party before a name.
  private func isLead(_ word: String) -> Bool { scene.words[.latinTitles].contains(word) || scene.words[.personLeads].contains(word) }

  /// Letters, hyphens and apostrophes only.
  private func isPlainWord(_ position: Int) -> Bool {
    let token = tokens[position]
    for offset in token.start..<token.end {
      let byte = scene.text.bytes[offset]
      if byte < 0x80, !(byte &- 0x61 < 26 || byte == 0x2D || byte == 0x27) { return false }
    }
    return true
  }

  private func followingWord(_ position: Int) -> String {
    tokens.kind(position + 1) == .space && tokens.kind(position + 2) == .latin ? tokens.word(position + 2) : ""
  }

  private func titleBefore(_ position: Int) -> String? {
    guard tokens.kind(position - 1) == .space else { return nil }
    var before = position - 2
    if tokens.isScalar(before, 0x2E) || tokens.isScalar(before, 0x2C) { before -= 1 }
    let word = tokens.word(before)
    return scene.words[.latinTitles].contains(word) ? word : nil
  }

  /// `, CEO of`, `, the co-founder`, `, an analyst at`.
  private func titleAfter(_ position: Int) -> String? {
    guard tokens.isScalar(position + 1, 0x2C) || tokens.isScalar(position + 1, 0x28), tokens.kind(position + 2) == .space || tokens.kind(position + 2) == .latin else { return nil }
    for next in (position + 2)..<(position + 12) {
      guard let token = tokens.at(next) else { return nil }
      if token.kind == .space { continue }
      guard token.kind == .latin else { return nil }
      let word = tokens.word(next)
      if scene.words[.latinTitles].contains(word) || word == "chief" || word == "head" { return word }
    }
    return nil
  }

  // MARK: katakana and kanji

  private func katakana(_ position: Int) -> Discovery? {
    // サム・リー, マリ・ル・クレール
    var end = position
    var parts = 1
    while parts < 5 {
      if tokens.isScalar(end + 1, 0x30FB) || tokens.isScalar(end + 1, 0x3D), tokens.kind(end + 2) == .katakana {
        end += 2
      } else if tokens.isScalar(end + 1, 0x30FB), tokens.isScalar(end + 2, 0x22), tokens.kind(end + 3) == .katakana, tokens.isScalar(end + 4, 0x22),
        tokens.isScalar(end + 5, 0x30FB), tokens.kind(end + 6) == .katakana
      {
        end += 6
      } else {
        break
      }
      parts += 1
    }
    let span = Span(tokens[position].start, tokens[end].end)
    if position > 0, tokens.isScalar(position - 1, 0x30FB) { return nil }
    let hasTitle = scene.follows(anyOf: scene.words[.japaneseTitles], at: scene.skipSpaces(span.end))
    if parts >= 2 {
      let last = tokens.word(end)
      if lexicon.generic.contains(last) || lexicon.generic.contains(tokens.word(position)) && !lexicon.isGivenKatakana(tokens.word(position)), !hasTitle { return nil }
      if scene.words[.katakanaOrganizationWords].contains(last) { return nil }
      if hasTitle { return Discovery(type: .person, span: span, confidence: 930, reason: "…氏") }
      if scene.precedes(anyOf: scene.words[.japaneseRoleHeads], span.start) {
        return Discovery(type: .person, span: span, confidence: 860, reason: "role の…")
      }
      if lexicon.isGivenKatakana(tokens.word(position)), !scene.follows("...", at: span.end), !lexicon.commonKatakana.contains(last), !isHouse(span.end) {
        return Discovery(type: .person, span: span, confidence: 820, reason: "given name \(tokens.word(position))")
      }
      if scene.follows("(", at: span.end), tokens.at(end + 2)?.kind == .latin, let latin = tokens.at(end + 2), latin.isCapitalized,
        lexicon.givenNames.contains(tokens.word(end + 2))
      {
        return Discovery(type: .person, span: span, confidence: 860, reason: "…（Latin name）")
      }
      return nil
    }
    let word = tokens.word(position)
    guard span.count >= 9, !lexicon.generic.contains(word) else { return nil }
    if scene.follows(anyOf: scene.words[.katakanaTitles], at: span.end), !scene.follows(anyOf: ["氏名", "氏族"], at: span.end) {
      return Discovery(type: .person, span: span, confidence: 760, reason: "…氏")
    }
    return nil
  }

  /// Is what follows of a company, a work or a thing named for a person?
  private func isHouse(_ byte: Int) -> Bool {
    scene.follows(anyOf: scene.words[.namesakes], at: byte) || tokens.kind(tokens.index(ofByte: byte)) == .latin && tokens.at(tokens.index(ofByte: byte))?.start == byte
  }

  /// Kanji names with a title: `山本花子氏`, `社長の山本花子`, `山本花子CEO`, `浅川さとし氏`.
  private func japanese(_ position: Int) -> Discovery? {
    let token = tokens[position]
    let scalars = Array(tokens.word(position).unicodeScalars)
    let titles = scene.words[.kanjiTitles]
    // The name ends where the title begins, inside the same run of kanji or after it.
    let range = titles.occurs(scene.text.bytes, in: token.span) ? titles.phrases.indices : 0..<0
    for position in range {
      let (title, confidence) = (titles.scalars[position], titles.phrases[position].points)
      guard let at = firstIndex(of: title, in: scalars), at >= 2 else { continue }
      if title.count == 1, at + 1 < scalars.count, [0x540D, 0x65CF].contains(scalars[at + 1].value) { continue }
      if let discovery = kanjiName(scalars, upTo: at, token, confidence, "…\(String(String.UnicodeScalarView(title)))") { return discovery }
    }
    let afterToken = token.end
    if scene.follows(anyOf: scene.words[.kanjiTitlesAfter], at: scene.skipSpaces(afterToken)) {
      if scalars.count >= 3 || !scene.follows("さん", at: afterToken), let discovery = kanjiName(scalars, upTo: scalars.count, token, 860, "…CEO", needsFull: true) { return discovery }
    }
    // 浅川さとし氏
    if tokens.kind(position + 1) == .hiragana, let given = tokens.at(position + 1), (2...4).contains((given.end - given.start) / 3),
      scene.follows("氏", at: given.end), lexicon.surnameLength(scalars, chinese: false) == scalars.count
    {
      return Discovery(type: .person, span: Span(token.start, given.end), confidence: 860, reason: "…氏")
    }
    if (3...5).contains(scalars.count), scene.precedes(anyOf: scene.words[.japaneseRoleHeads], token.start) {
      let surname = lexicon.surnameLength(scalars, chinese: false)
      if surname >= 2 || surname == 1 && scalars.count == 3, scalars.count - surname >= 1, scalars.count - surname <= 3 {
        return Discovery(type: .person, span: token.span, confidence: 830, reason: "role の…")
      }
    }
    return nil
  }

  private func kanjiName(
    _ scalars: [Unicode.Scalar], upTo end: Int, _ token: NameTokens.Token, _ confidence: Int, _ reason: String, needsFull: Bool = false
  ) -> Discovery? {
    // 富士山本花子氏: the longest tail that begins with a surname and is two to five long.
    for length in stride(from: min(5, end), through: 2, by: -1) {
      let start = end - length
      if start > 0, length < 3 { break }
      if start > 0, end <= 4 { break }
      let name = Array(scalars[start..<end])
      // 阿部副社長: the last character belongs to the title.
      if let last = name.last, scene.words[.kanjiTitlePrefixes].contains(last) { return kanjiName(scalars, upTo: end - 1, token, min(confidence, 850), reason, needsFull: true) }
      let surname = lexicon.surnameLength(name, chinese: false)
      guard surname > 0, length - surname <= 3, start == 0 || surname >= 2 else { continue }
      if surname == length, needsFull || confidence < 900 || start > 0 { continue }
      if surname == 1, length != 3, length != 2 { continue }
      let startByte = token.start + start * 3
      return Discovery(type: .person, span: Span(startByte, startByte + length * 3), confidence: start > 0 ? confidence - 60 : confidence, reason: reason)
    }
    if confidence >= 900, (2...4).contains(end), !scene.words[.noJapanesePeople].contains(String(String.UnicodeScalarView(scalars[..<end]))), end >= 3 {
      return Discovery(type: .person, span: Span(token.start, token.start + end * 3), confidence: 780, reason: reason)
    }
    return nil
  }

  func firstIndex(of title: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.count >= title.count else { return nil }
    for start in 0...(scalars.count - title.count) where scalars[start..<(start + title.count)].elementsEqual(title) { return start }
    return nil
  }
}
