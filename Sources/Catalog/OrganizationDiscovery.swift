import Facts
import Language

/// Organizations that no row holds, by legal form, by suffix, by apposition and by role.
///
/// `株式会社ソラ`, `ソラ社`, `米Acme`, `ソラ（東京都港区）`, `Acme Capital`, `startup Acme`, `Acme, which makes …`, `海云资本` are
/// organizations; `同社`, `携帯電話会社`, `大手銀行`, `the Company` are not.
struct OrganizationDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]
  /// Folded spans of linked companies.
  let companies: [Span]

  var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    for position in 0..<tokens.count {
      let discovery: Discovery?
      switch tokens[position].kind {
      case .latin: discovery = latin(position) ?? latinHouse(position)
      case .katakana: discovery = japaneseRun(position)
      case .han: discovery = scene.language == .zh ? chineseBody(position) ?? chinese(position) ?? chineseActor(position) : japaneseRun(position)
      default: discovery = nil
      }
      if let discovery, !overlapsAny(taken, discovery.span) { found.append(discovery) }
    }
    return found
  }

  // MARK: Latin script, all languages

  private func latin(_ position: Int) -> Discovery? {
    guard let run = latinRun(position) else { return nil }
    let span = Span(tokens[run.first].start, tokens[run.last].end)
    let words = run.words
    let isGeneric = words.allSatisfy { lexicon.generic.contains($0) }
    // Acme Capital, University of X
    if words.count >= 2, let suffix = words.last, scene.words[.organizationSuffixes].contains(suffix) {
      let proper = words.dropLast().filter { !lexicon.generic.contains($0) && !["the", "a", "our", "new"].contains($0) }
      let isWeak = scene.words[.weakOrganizationSuffixes].contains(suffix)
      if !proper.isEmpty, !(isWeak && words.contains("for")), !isWeak || proper.count >= 1 && words.count >= 2 && !isPlaceWord(words[0]) {
        return Discovery(type: .company, span: span, confidence: isWeak ? 780 : 900, reason: "… \(suffix)")
      }
    }
    if words.count >= 3, scene.words[.organizationOf].contains(words[0]), words[1] == "of" {
      return Discovery(type: .company, span: span, confidence: 900, reason: "\(words[0]) of …")
    }
    guard !isGeneric || words.count == 1 && run.isMixed, !isPerson(words), !words.contains(where: isCompound), !scene.isByline(span.start) else { return nil }
    let after = scene.skipSpaces(span.end)
    // Japanese frames around a Latin name.
    if let frame = japaneseFrame(span, span.end) { return frame }
    guard scene.language == .en else { return nil }
    if let kind = kindBefore(run.first) { return Discovery(type: .company, span: span, confidence: 830, reason: "\(kind) …") }
    if let apposition = scene.words[.companyAppositions].phrase(scene.text.bytes, at: span.end), !scene.follows("'s", at: span.end + apposition.bytes.count) {
      return Discovery(type: .company, span: span, confidence: 860, reason: "…, a startup")
    }
    if scene.follows(anyOf: scene.words[.companyRolesLatin], at: after) {
      return Discovery(type: .company, span: span, confidence: 820, reason: "… CEO")
    }
    if scene.precedes(anyOf: scene.words[.companyRolesBefore], span.start) {
      return Discovery(type: .company, span: span, confidence: 800, reason: "role …")
    }
    if scene.words[.companyDoings].contains(word(after: run.last)), scene.isSentenceStart(span.start) || run.isMixed {
      return Discovery(type: .company, span: span, confidence: 740, reason: "… raises")
    }
    if let list = listMember(span) {
      // , 49 Palms, …
      let number = tokens.kind(run.first - 1) == .space && tokens.kind(run.first - 2) == .number && scene.precedes(", ", tokens[run.first - 2].start) ? tokens[run.first - 2].start : span.start
      return Discovery(type: .company, span: Span(number, span.end), confidence: 720, reason: "in a list with \(list)")
    }
    return nil
  }

  private struct LatinRun {
    let first: Int
    let last: Int
    let words: [String]
    /// One word with inner capitals, digits or a dot: `RebuilderAI`, `Q.ai`.
    let isMixed: Bool
  }

  /// Capitalized words side by side, `of`, `and`, `&`, `for` between them allowed.
  private func latinRun(_ position: Int) -> LatinRun? {
    let token = tokens[position]
    guard token.isCapitalized || scene.follows(".ai", at: token.end - 3) || isNumbered(position), token.end - token.start >= 2 else { return nil }
    // Alice de Velt
    if tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin, !before.isCapitalized, scene.words[.surnameParticles].contains(tokens.word(position - 2)) { return nil }
    if position >= 2, tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin, before.isCapitalized,
      !overlapsAny(taken, before.span), !scene.words[.latinLegalForms].contains(tokens.word(position - 2)), !scene.isSentenceStart(before.start) || !lexicon.generic.contains(tokens.word(position - 2)), !scene.words[.organizationKinds].contains(tokens.word(position - 2)),
      !scene.words[.latinTitles].contains(tokens.word(position - 2))
    {
      return nil
    }
    if tokens.isScalar(position - 1, 0x40) || tokens.isScalar(position - 1, 0x2F) || tokens.isScalar(position - 1, 0x5F) || tokens.isScalar(position - 1, 0x23) { return nil }
    var words = [tokens.word(position)]
    var last = position
    while words.count < 6, !scene.words[.latinLegalForms].contains(words[words.count - 1]), tokens.kind(last + 1) == .space, let next = tokens.at(last + 2) {
      if next.kind == .latin, next.isCapitalized, !overlapsAny(taken, next.span), !scene.words[.latinTitles].contains(tokens.word(last + 2)) || scene.words[.organizationSuffixes].contains(tokens.word(last + 2)) {
        words.append(tokens.word(last + 2))
        last += 2
      } else if ["of", "for", "&"].contains(tokens.word(last + 2)), tokens.kind(last + 3) == .space, let after = tokens.at(last + 4),
        after.kind == .latin, after.isCapitalized, !overlapsAny(taken, after.span)
      {
        words += [tokens.word(last + 2), tokens.word(last + 4)]
        last += 4
      } else {
        break
      }
    }
    // A sentence's first word is capitalized whatever it is.
    var first = position
    if words.count > 1, lexicon.generic.contains(words[0]), scene.isSentenceStart(token.start), !scene.words[.keptHeads].contains(words[0]), !words.dropFirst().allSatisfy(lexicon.generic.contains) {
      words.removeFirst()
      first += 2
      if ["of", "for", "&"].contains(words.first ?? "") { return nil }
    }
    let only = tokens[first]
    let isMixed = words.count == 1 && (hasInnerCapital(only) || scene.text.bytes[only.start..<only.end].contains(0x2E))
    return LatinRun(first: first, last: last, words: words, isMixed: isMixed)
  }

  /// `0G Labs`: a digit and a capital before a word of organizations.
  private func isNumbered(_ position: Int) -> Bool {
    let token = tokens[position]
    guard token.span.count <= 4, scene.text.bytes[token.start] &- 0x30 < 10, !token.hasLower, tokens.kind(position + 1) == .space else { return false }
    return scene.words[.organizationSuffixes].contains(tokens.word(position + 2)) && tokens[position + 2].isCapitalized
  }

  private func hasInnerCapital(_ token: NameTokens.Token) -> Bool {
    guard token.hasLower else { return false }
    let original = scene.text.original(token.span)
    return scene.text.original[(original.start + 1)..<original.end].contains { $0 &- 0x41 < 26 }
  }

  /// `Israel-based`, `AI-driven` are no names.
  private func isCompound(_ word: String) -> Bool {
    scene.words[.compoundEnds].ends(word)
  }

  private func isPerson(_ words: [String]) -> Bool { words.count >= 2 && lexicon.givenNames.contains(words[0]) }

  private func isPlaceWord(_ word: String) -> Bool { scene.words[.placeWords].contains(word) }

  private func word(after position: Int) -> String {
    tokens.kind(position + 1) == .space ? tokens.word(position + 2) : ""
  }

  private func kindBefore(_ position: Int) -> String? {
    guard tokens.kind(position - 1) == .space else { return nil }
    let word = tokens.word(position - 2)
    guard scene.words[.organizationKinds].contains(word), let kind = tokens.at(position - 2), !kind.isCapitalized else { return nil }
    return word
  }

  /// `A, B and C` where a neighbour is a company that was linked, after a cue of investors or rivals on the line.
  private func listMember(_ span: Span) -> String? {
    guard let neighbour = takenNeighbour(span), companies.contains(neighbour) else { return nil }
    let start = max(scene.line(of: span.start).start, span.start - 160)
    return scene.words[.listCues].occurs(scene.text.bytes, in: Span(scalarStart(start), span.start)) ? scene.text.text(neighbour) : nil
  }

  private func scalarStart(_ byte: Int) -> Int {
    var byte = byte
    while byte < scene.text.bytes.count, scene.text.bytes[byte] & 0xC0 == 0x80 { byte += 1 }
    return byte
  }

  private func takenNeighbour(_ span: Span) -> Span? {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    func isGap(_ start: Int, _ end: Int) -> Bool {
      guard end > start, end - start <= 6 else { return false }
      return [", ", " and ", ", and ", "、", " & ", "和"].contains(scene.text.text(Span(start, end)))
    }
    if low > 0, isGap(taken[low - 1].end, span.start) { return taken[low - 1] }
    if low < taken.count, isGap(span.end, taken[low].start) { return taken[low] }
    return nil
  }

  // MARK: Japanese

  /// A name that begins at a token: katakana, kanji, Latin side by side, with middle dots, ampersands and Latin spaces.
  private func nameRun(from position: Int) -> Int? {
    var last = position
    guard isNameToken(position) else { return nil }
    while true {
      if isNameToken(last + 1) {
        last += 1
      } else if tokens.isScalar(last + 1, 0x30FB) || tokens.isScalar(last + 1, 0x26), isNameToken(last + 2) {
        last += 2
      } else if tokens.kind(last + 1) == .space, tokens.kind(last) == .latin, tokens.kind(last + 2) == .latin, tokens[last + 2].isCapitalized {
        last += 2
      } else {
        return last
      }
    }
  }

  private func isNameToken(_ position: Int) -> Bool {
    switch tokens.kind(position) {
    case .katakana, .han, .latin, .number: true
    default: false
    }
  }

  /// `ZKベンチャー・グロース・インベストメンツ`: letters that go on in katakana to a word of organizations.
  private func latinHouse(_ position: Int) -> Discovery? {
    guard scene.language == .ja, tokens.kind(position + 1) == .katakana, !isNameToken(position - 1), !lexicon.isGeneric(tokens.word(position)), let last = nameRun(from: position),
      tokens.kind(last) == .katakana, let discovery = suffixed(position, last), discovery.confidence >= 880 || tokens.word(last) == "グループ" && tokens[position].isCapitalized
    else { return nil }
    return discovery
  }

  private func japaneseRun(_ position: Int) -> Discovery? {
    // The run begins here, not in its middle.
    if isNameToken(position - 1) && !(tokens.kind(position - 1) == .han && isCountry(position - 1)) { return nil }
    if tokens.isScalar(position - 1, 0x30FB) || tokens.isScalar(position - 1, 0x26) { return nil }
    guard let last = nameRun(from: position) else { return nil }
    var span = Span(tokens[position].start, tokens[last].end)
    for form in scene.words[.japaneseLegalForms].phrases where scene.follows(form, at: span.start) {
      let start = span.start + form.bytes.count
      // 株式会社Acme IT部門: what goes on in kanji behind a space is no part of the name.
      if let space = (position..<last).first(where: { tokens.kind($0) == .space && tokens[$0].start > start }), (space..<last).contains(where: { tokens.kind($0 + 1) == .han }) { span = Span(span.start, tokens[space].start) }
      if start < span.end { return proper(Span(start, span.end), 930, "\(form.text)…") }
    }
    // ソラ株式会社
    for form in ["株式会社", "合同会社", "有限会社"] as [StaticString] where scene.precedes(form, span.end) && span.count > form.utf8CodeUnitCount + 3 {
      return proper(Span(span.start, span.end - form.utf8CodeUnitCount), 930, "…\(form)")
    }
    // ソラ社 within a run that ends in 社
    if tokens[last].kind == .han, last > position {
      let tail = tokens.word(last)
      if tail == "社" || tail.hasPrefix("社製") || tail.hasPrefix("社傘下") || tail.hasPrefix("社側") {
        span = Span(span.start, tokens[last].start)
        if tokens[last - 1].kind != .han, tokens[last - 1].kind != .number, scene.text.bytes[span.end - 1] &- 0x30 >= 10 { return proper(span, 880, "…社") }
        return nil
      }
    }
    // Only the leading part in katakana or Latin script, when kanji words follow.
    if tokens[position].kind != .han {
      // ライバルサービスAcme: generic words before a Latin name are no part of it.
      if tokens[position].kind == .katakana, tokens.kind(position + 1) == .latin, lexicon.isGeneric(tokens.word(position)) { return frameOfLatin(position + 1) }
      var end = position
      while end < last, tokens.kind(end + 1) != .han { end += 1 }
      if tokens.kind(end) == .other { end -= 1 }
      let head = Span(tokens[position].start, tokens[end].end)
      if let discovery = suffixed(position, last) ?? house(head, position, end) { return discovery }
      return japaneseFrame(head, head.end)
    }
    return suffixed(position, last)
  }

  /// `ゾルバン・リサーチ`: katakana words that end in one of organizations, the first no common word.
  private func house(_ head: Span, _ first: Int, _ last: Int) -> Discovery? {
    guard last > first, tokens[first].kind == .katakana, tokens.kind(last) == .katakana, scene.words[.katakanaOrganizationWords].contains(tokens.word(last)),
      tokens[first].span.count >= 9, !lexicon.isGeneric(tokens.word(first)), !lexicon.commonKatakana.contains(tokens.word(first))
    else { return nil }
    return Discovery(type: .company, span: head, confidence: 850, reason: "…・\(tokens.word(last))")
  }

  /// The frame of a Latin name inside a run.
  private func frameOfLatin(_ position: Int) -> Discovery? {
    var end = position
    while tokens.kind(end + 1) == .space, tokens.kind(end + 2) == .latin, tokens[end + 2].isCapitalized { end += 2 }
    let span = Span(tokens[position].start, tokens[end].end)
    return japaneseFrame(span, span.end)
  }

  /// A family's or a place's name, alone or before the field of an institute: `清水`, `東京農芸`.
  private func isHouseName(_ head: String) -> Bool {
    if lexicon.japaneseSurnames.contains(head) || scene.words[.housePlaces].contains(head) { return true }
    let scalars = Array(head.unicodeScalars)
    guard scalars.count >= 4 else { return false }
    return lexicon.surnameLength(scalars, chinese: false) >= 2 || scene.words[.housePlaces].begins(head)
  }

  /// Runs that end in a word of organizations, with something proper before it.
  private func suffixed(_ position: Int, _ last: Int) -> Discovery? {
    let whole = Span(tokens[position].start, tokens[last].end)
    for suffix in scene.words[.japaneseSuffixes].phrases {
      let confidence = suffix.points
      // The suffix may be followed by further kanji of a role: ◯◯大学教授.
      guard whole.count > suffix.bytes.count, let end = endOf(suffix, whole) else { continue }
      var start = whole.start
      for country in scene.words[.countriesBefore].phrases where scene.follows(country, at: start) && end - start > suffix.bytes.count + country.bytes.count + 3 { start += country.bytes.count }
      let headEnd = end - suffix.bytes.count
      // 調査会社ゾルバント・パートナーズ
      if let kind = scene.words[.companyKinds].phrase(scene.text.bytes, at: start), headEnd - start - kind.bytes.count >= 6 { start += kind.bytes.count }
      guard headEnd > start, !scene.words[.mechanisms].ends(scene.text.bytes, before: end) else { continue }
      let head = scene.text.text(Span(start, headEnd))
      if scene.words[.japaneseGenericHeads].contains(head) || confidence < 890 && lexicon.generic.contains(head) { continue }
      let scalars = head.unicodeScalars.count
      let isHan = head.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value == 0x3005 }
      if isHan, scalars < 2 || scalars > 8 { continue }
      // 有力14大学
      if head.utf8.contains(where: { $0 &- 0x30 < 10 }), !head.utf8.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) { continue }
      if isGenericHead(Span(start, headEnd)) || !isHan && (scene.words[.weakJapaneseSuffixes].contains(suffix.text) || NameTokens.kind(suffix.text.unicodeScalars.first?.value ?? 0) == .katakana) && startsInKanjiList(Span(start, headEnd)) || isSplitWord(head, suffix.text) { continue }
      if head.hasPrefix("反") { continue }
      if isHan, scene.words[.japaneseGenericHeads].phrases.contains(where: { $0.length >= 2 && scalars - $0.length < 2 && head.hasSuffix($0.text) }) { continue }
      if !isHan, scalars < 2 { continue }
      if confidence < 890 && lexicon.isGeneric(head) || lexicon.commonKatakana.contains(head) || suffix.text == "ラボ" && head.hasSuffix("コ") { continue }
      // 自社データセンター建設: the word before the suffix is a common one.
      let tail = String(String.UnicodeScalarView(head.unicodeScalars.reversed().prefix { (0x30A1...0x30FF).contains($0.value) }.reversed()))
      if confidence < 890, !tail.isEmpty, lexicon.isGeneric(tail) { continue }
      let endsInHan = head.unicodeScalars.last.map { (0x3400...0x9FFF).contains($0.value) } ?? false
      if scene.words[.weakJapaneseSuffixes].contains(suffix.text), endsInHan, !isHouseName(head) { continue }
      if scene.words[.bodySuffixes].contains(suffix.text), scalars < 3 { continue }
      return Discovery(type: .company, span: Span(start, end), confidence: isHan && confidence < 860 ? confidence - 60 : confidence, reason: "…\(suffix.text)")
    }
    return nil
  }

  /// Words that are all common: トップAI|ラボ, 最先端AI|ラボ, フロンティア・|ラボ.
  private func isGenericHead(_ span: Span) -> Bool {
    var position = tokens.index(ofByte: span.start)
    var count = 0
    while let token = tokens.at(position), token.start < span.end {
      let word = scene.text.text(Span(token.start, min(token.end, span.end)))
      let isCommon =
        switch token.kind {
        case .latin, .katakana: (lexicon.isGeneric(word) || lexicon.commonKatakana.contains(word)) && !lexicon.places.contains(word)
        case .han: scene.words[.japaneseGenericHeads].contains(word)
        default: token.scalar == 0x30FB
        }
      guard isCommon else { return false }
      count += 1
      position += 1
    }
    return count > 1
  }

  /// 見方・データセンター|建設
  private func startsInKanjiList(_ span: Span) -> Bool {
    let first = tokens.index(ofByte: span.start)
    return tokens.kind(first) == .han && tokens.isScalar(first + 1, 0x30FB)
  }

  /// トレーニン|グループ: the suffix begins in the middle of a word.
  private func isSplitWord(_ head: String, _ suffix: String) -> Bool {
    guard let letter = suffix.unicodeScalars.first, (0x30A1...0x30FF).contains(letter.value) else { return false }
    let word = head + String(letter)
    return lexicon.commonKatakana.contains(word) || lexicon.generic.contains(word)
  }

  /// Where a suffix ends in a run: at its end, or before a role word.
  private func endOf(_ suffix: PhraseList.Phrase, _ whole: Span) -> Int? {
    if scene.precedes(suffix, whole.end) { return whole.end }
    var at = whole.start + 3
    let roles = scene.words[.suffixFollowers]
    while at + suffix.bytes.count < whole.end {
      if scene.follows(suffix, at: at), scene.follows(anyOf: roles, at: at + suffix.bytes.count) { return at + suffix.bytes.count }
      at += scalarLength(scene.text.bytes[at])
    }
    return nil
  }

  private func isCountry(_ position: Int) -> Bool {
    let word = tokens.word(position)
    return scene.words[.countryEnds].ends(word)
  }

  /// What stands around a katakana or Latin name in Japanese that only stands around companies.
  private func japaneseFrame(_ span: Span, _ end: Int) -> Discovery? {
    guard scene.language == .ja else { return nil }
    let word = scene.text.text(span)
    let hasTwoCues = scene.precedes(anyOf: scene.words[.companyNounsBefore], span.start) && scene.follows(anyOf: scene.words[.companyRolesAfter], at: span.end)
    guard hasTwoCues || !lexicon.isGeneric(word), span.count >= 6 || scene.text.bytes[span.start] < 0x80 && span.count >= 2 else { return nil }
    let isKatakana = scene.text.bytes[span.start] >= 0x80
    // 大手テック5社, 1米ドル145円: counted, no name.
    if scene.text.bytes[span.end - 1] &- 0x30 < 10, scene.follows("社", at: span.end) || scene.follows("ドル", at: span.start) { return nil }
    if scene.isByline(span.start) { return nil }
    let original = LetterCases(scene.text.original, scene.text.original(span))
    let isAbbreviation = !isKatakana && original.lower == 0 && span.count <= 4
    if isKatakana, isPersonLike(span) { return nil }
    if scene.follows("社", at: span.end), !scene.follows(anyOf: scene.words[.noCompanyCounter], at: span.end) { return proper(span, 880, "…社") }
    if scene.follows(anyOf: scene.words[.companyRolesAfter], at: scene.skipSpaces(span.end)) { return proper(span, 840, "…のCEO") }
    let before = scene.skipSpacesBack(span.start)
    if scene.precedes(anyOf: scene.words[.companyNounsBefore], before) && (!isAbbreviation || span.count >= 3) || scene.precedes("「", before) && scene.precedes(anyOf: scene.words[.companyNounsQuoted], before) { return proper(span, 820, "kind の…") }
    if let country = countryBefore(span.start) { return proper(span, 800, "\(country)…") }
    if !isAbbreviation, isHeadline(span) { return proper(span, 730, "headline …、") }
    if !isAbbreviation, isTopic(span), announces(span) { return proper(span, 760, "…が発表") }
    return nil
  }

  private func isPersonLike(_ span: Span) -> Bool {
    scene.follows(anyOf: scene.words[.japaneseTitles], at: scene.skipSpaces(span.end)) && scene.text.text(span).holds("・")
  }

  /// `米Acme`, `英ソラ`: a country's character right before.
  private func countryBefore(_ byte: Int) -> String? {
    for country in scene.words[.countryCharacters].phrases where scene.precedes(country, byte) {
      let at = byte - 3
      // 欧米, 日米, 南米 are no prefix.
      if scene.precedes(anyOf: scene.words[.noCountryLeads], at) { return nil }
      return country.text
    }
    return nil
  }

  /// The name opens its sentence and is followed by は, が or a headline's comma.
  private func isTopic(_ span: Span) -> Bool {
    guard scene.follows(anyOf: ["は", "が", "、", "と"], at: span.end) else { return false }
    let before = scene.skipSpacesBack(span.start)
    if before == 0 || scene.text.bytes[before - 1] == 0x0A { return true }
    return scene.precedes(anyOf: scene.words[.topicLeads], before)
  }

  /// A headline that opens with the name and a comma, and tells of a company's doing.
  private func isHeadline(_ span: Span) -> Bool {
    guard scene.follows("、", at: span.end), span.start == 0 || scene.text.bytes[span.start - 1] == 0x0A else { return false }
    let rest = Span(span.end, scene.line(of: span.end).end)
    return rest.count < 300 && scene.words[.headlineDoings].occurs(scene.text.bytes, in: rest)
  }

  /// A verb of announcing before the sentence ends.
  private func announces(_ span: Span) -> Bool {
    var end = span.end
    let limit = min(scene.text.bytes.count, span.end + 360)
    while end < limit, scene.text.bytes[end] != 0x0A, !scene.follows("。", at: end) { end += 1 }
    return scene.words[.announcing].occurs(scene.text.bytes, in: Span(span.end, end))
  }

  /// A discovery, unless the name is made of generic words only.
  private func proper(_ span: Span, _ confidence: Int, _ reason: String) -> Discovery? {
    let word = scene.text.text(span)
    guard !lexicon.generic.contains(word), !scene.words[.japaneseGenericHeads].contains(word), span.count >= 2, span.count <= 60, !scene.words[.noCompanies].contains(word) else { return nil }
    return Discovery(type: .company, span: span, confidence: confidence, reason: reason)
  }

}
