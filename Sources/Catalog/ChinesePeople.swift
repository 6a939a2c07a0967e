import Facts
import Language

/// People in Chinese: `创始人王芳`, `王芳女士`, `王海芳：…`, `罗斯·格伯`.
extension PersonDiscovery {
  func chinese(_ position: Int) -> [Discovery] {
    let token = tokens[position]
    var found: [Discovery] = []
    if tokens.isScalar(position + 1, 0xB7) || tokens.isScalar(position + 1, 0x30FB), let foreign = foreign(position) {
      found.append(foreign)
      // 卡琳·玛乔丽（Caryn Marjorie）
      let first = tokens.index(ofByte: foreign.span.end) + 1
      if scene.follows("(", at: foreign.span.end), let name = latinName(first), name.words.count >= 2, tokens.isScalar(name.end + 1, 0x29) {
        found.append(Discovery(type: .person, span: Span(tokens[first].start, tokens[name.end].end), confidence: 840, reason: "…·…（Latin name）"))
      }
    }
    // 名叫艾娃·…: half a name is none.
    if tokens.isScalar(position + 1, 0xB7), found.isEmpty { return [] }
    let isTitled = scene.precedes(anyOf: scene.words[.chineseTitlesBefore], scene.skipSpacesBack(token.start))
    guard isTitled || scene.words[.chineseTitles].occurs(scene.text.bytes, in: token.span) || token.span.count >= 9 else { return found }
    let scalars = Array(tokens.word(position).unicodeScalars)
    guard token.span.count == scalars.count * 3 else { return found }
    found += titled(token, scalars, isTitled).filter { name in !found.contains { $0.span.overlaps(name.span) } }
    if found.isEmpty, let name = chineseAddressed(token, scalars) ?? chineseSpeaker(token, scalars) ?? chineseQuoted(token, scalars) { found.append(name) }
    return found
  }

  /// 罗斯·格伯: characters that transcribe, around a middle dot.
  private func foreign(_ position: Int) -> Discovery? {
    guard tokens.kind(position + 2) == .han, !tokens.isScalar(position - 1, 0xB7), !tokens.isScalar(position - 1, 0x30FB) else { return nil }
    let token = tokens[position]
    let scalars = Array(tokens.word(position).unicodeScalars)
    let letters = scene.words[.transcriptions]
    var start = scalars.count
    while start > 0, scalars.count - start < 7, letters.contains(scalars[start - 1]) { start -= 1 }
    for title in scene.words[.chineseTitles].scalars { if let at = firstIndex(of: title, in: scalars) { start = max(start, at + title.count) } }
    while start < scalars.count - 1, scene.words[.beforeChineseName].contains(scalars[start]) { start += 1 }
    var last = position + 2
    var length = transcribed(last)
    while length > 0, length == tokens.word(last).unicodeScalars.count, tokens.isScalar(last + 1, 0xB7) || tokens.isScalar(last + 1, 0x30FB), tokens.kind(last + 2) == .han, transcribed(last + 2) > 0 {
      last += 2
      length = transcribed(last)
    }
    guard length >= 1, start < scalars.count, token.span.count == scalars.count * 3 else { return nil }
    return Discovery(type: .person, span: Span(token.start + start * 3, tokens[last].start + length * 3), confidence: 850, reason: "…·…")
  }

  /// 创始人王芳, CEO 王芳; each title of a run may have its name.
  private func titled(_ token: NameTokens.Token, _ scalars: [Unicode.Scalar], _ isTitled: Bool) -> [Discovery] {
    var starts: Set<Int> = isTitled ? [0] : []
    for title in scene.words[.chineseTitles].scalars { if let at = firstIndex(of: title, in: scalars) { starts.insert(at + title.count) } }
    var found: [Discovery] = []
    for start in starts.sorted() {
      guard let (length, confidence) = named(Array(scalars[start...]), token.start + start * 3, isInside: start > 0) else { continue }
      let first = token.start + start * 3
      let span = Span(first, first + length * 3)
      if !found.contains(where: { $0.span.overlaps(span) }) { found.append(Discovery(type: .person, span: span, confidence: confidence, reason: "title …")) }
    }
    return found
  }

  /// The length of the name that characters behind a title begin with, and the confidence in it.
  private func named(_ rest: [Unicode.Scalar], _ first: Int, isInside: Bool) -> (length: Int, confidence: Int)? {
    let surname = lexicon.surnameLength(rest, chinese: true)
    guard surname > 0 else { return nil }
    // 方面, 万字 are words.
    if rest.count >= 2, surname == 1, lexicon.commonHanzi.contains(text(rest[..<2])), rest.count == 2 || rest.count > 3 || lexicon.commonHanzi.contains(text(rest[1..<3])) { return nil }
    for given in [2, 1] where surname + given <= rest.count {
      let end = surname + given
      // 陈海接任: the verb is no part of the name.
      if given == 2, end < rest.count, scene.words[.chineseNameVerbs].contains(text(rest[(end - 1)...end])) { continue }
      if end == rest.count || scene.words[.afterChineseName].contains(rest[end]) {
        if !rest[..<end].contains(where: scene.words[.chineseFunctionCharacters].contains) { return (end, 840) }
      } else if end + 1 < rest.count, scene.words[.chineseNameVerbs].contains(text(rest[end...(end + 1)])), !rest[..<end].contains(where: scene.words[.chineseFunctionCharacters].contains) {
        return (end, 800)
      }
    }
    // 总裁方洪波签发了: whatever goes on, two characters of a given name are the rule.
    let end = surname + 2
    guard rest.count > end, isInside, surname < 3, !rest[..<end].contains(where: { scene.words[.chineseFunctionCharacters].contains($0) || scene.words[.afterChineseName].contains($0) }),
      !lexicon.generic.contains(text(rest[..<end])), !lexicon.generic.contains(text(rest[1..<end]))
    else { return nil }
    // Told again with another character behind, the name is the shorter one.
    let isShort = scene.count(Span(first, first + (end - 1) * 3), atMost: 9) > scene.count(Span(first, first + end * 3), atMost: 9)
    return (isShort ? end - 1 : end, 760)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

  /// `王海芳：…` at the beginning of a line or of a numbered one: who is quoted.
  private func chineseQuoted(_ token: NameTokens.Token, _ scalars: [Unicode.Scalar]) -> Discovery? {
    guard scalars.count == 3, scene.follows(":", at: token.end), lexicon.surnameLength(scalars, chinese: true) == 1 else { return nil }
    var before = scene.skipSpacesBack(token.start)
    if before > 0, scene.text.bytes[before - 1] == 0x2E { before -= 1 }
    while before > 0, scene.text.bytes[before - 1] &- 0x30 < 10 { before -= 1 }
    before = scene.skipSpacesBack(before)
    guard before == 0 || scene.text.bytes[before - 1] == 0x0A, !lexicon.commonHanzi.contains(text(scalars[..<2])), !lexicon.commonHanzi.contains(text(scalars[1...])),
      !scalars.contains(where: scene.words[.chineseFunctionCharacters].contains), !scene.words[.noChinesePeople].contains(text(scalars[...])), !lexicon.generic.contains(text(scalars[...]))
    else { return nil }
    return Discovery(type: .person, span: token.span, confidence: 740, reason: "…：")
  }

  /// How many characters of a run transcribe a foreign name.
  private func transcribed(_ position: Int) -> Int {
    let scalars = Array(tokens.word(position).unicodeScalars)
    var length = 0
    while length < min(8, scalars.count), scene.words[.transcriptions].contains(scalars[length]) { length += 1 }
    return length
  }

  /// `陈海先生`, `王芳女士`.
  private func chineseAddressed(_ token: NameTokens.Token, _ scalars: [Unicode.Scalar]) -> Discovery? {
    for address in scene.words[.chineseAddresses].scalars {
      guard let at = firstIndex(of: address, in: scalars), at >= 2 else { continue }
      for length in [3, 2] where at >= length {
        let start = at - length
        let name = Array(scalars[start..<at])
        guard lexicon.surnameLength(name, chinese: true) == 1, !name.contains(where: scene.words[.chineseFunctionCharacters].contains),
          start == 0 || scene.words[.chineseFunctionCharacters].contains(scalars[start - 1]) || length == 3
        else { continue }
        let first = token.start + start * 3
        return Discovery(type: .person, span: Span(first, first + length * 3), confidence: 800, reason: "…\(text(address[...]))")
      }
    }
    return nil
  }

  /// `王海芳说，` at the beginning of a clause, told at another place too: one speaker.
  private func chineseSpeaker(_ token: NameTokens.Token, _ scalars: [Unicode.Scalar]) -> Discovery? {
    for length in [3, 2] where scalars.count > length {
      let name = Array(scalars[..<length])
      let word = text(name[...])
      guard lexicon.surnameLength(name, chinese: true) == 1, !name.contains(where: scene.words[.chineseFunctionCharacters].contains), !lexicon.generic.contains(word), !lexicon.places.contains(word),
        !scene.words[.noChinesePeople].contains(word), scene.words[.chineseSpeech].scalars.contains(where: { scalars[length...].starts(with: $0) }),
        case let before = scene.text.bytes[..<token.start].last ?? 0x0A, before == 0x0A || before == 0x22 || scene.precedes(anyOf: ["。", "，", "、", "；", "”", "！", "？"], token.start) || [0x2C, 0x2E, 0x21, 0x3F, 0x3B].contains(before)
      else { continue }
      let span = Span(token.start, token.start + length * 3)
      guard scene.count(span, atMost: 3) >= (length == 3 ? 2 : 3) else { continue }
      return Discovery(type: .person, span: span, confidence: length == 3 ? 760 : 720, reason: "… says, told again")
    }
    return nil
  }
}

extension Catalog {
  /// Three characters, the first a Chinese surname: `王海芳`.
  public func isShapedLikeChinesePerson(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    return scalars.count == 3 && lexicon.surnameLength(scalars, chinese: true) == 1
  }
}
