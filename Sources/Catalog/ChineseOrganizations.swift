import Facts
import Language

/// Chinese organizations by suffix: `海云资本`, `…有限公司`; a word of a trade (`…科技`) counts only in a list of names or where it acts.
extension OrganizationDiscovery {

  func chinese(_ position: Int) -> Discovery? {
    let token = tokens[position]
    let bytes = scene.text.bytes
    for suffix in scene.words[.chineseSuffixes].phrases {
      let confidence = suffix.points
      var at = token.start
      while at + suffix.bytes.count <= token.end {
        guard scene.follows(suffix, at: at), at > token.start else {
          at += scalarLength(bytes[at])
          continue
        }
        let end = at + suffix.bytes.count
        // Not the middle of a longer word of the same kind: 科技大学.
        if end < token.end, scene.follows(anyOf: scene.words[.chineseSuffixFollowers], at: end) {
          at = end
          continue
        }
        if !scene.words[.chineseNoEnds].ends(bytes, before: end), let start = chineseStart(token, at) {
          let head = scene.text.text(Span(start, at))
          let count = head.unicodeScalars.count
          // Common characters before a kind of house are its description: 类似大学, 历史资本, 驱赶欧洲资本.
          let isCommon = confidence < 930 && isDescription(head) && !(count == 2 && suffix.text == "集团" && acts(Span(start, end)))
          if count >= 2, count <= 10, !isCommon, !scene.words[.chineseGenericHeads].contains(head),
            !scene.words[.chineseGenericHeads].phrases.contains(where: { $0.length >= 2 && count - $0.length < 2 && head.hasSuffix($0.text) })
          {
            // A word of a trade makes a name only in a list of names.
            if confidence < 720, count > 3 || !isListed(Span(start, end)) && !acts(Span(start, end)) { break }
            return Discovery(type: .company, span: Span(start, end), confidence: confidence, reason: "…\(suffix.text)")
          }
        }
        at = end
      }
    }
    return nil
  }

  /// A name without a word of a trade: it stands before what only firms have or do, and the text tells it again (`海云智行方面回应`).
  func chineseActor(_ position: Int) -> Discovery? {
    let token = tokens[position]
    guard token.span.count >= 6, [.newline, .space, .other].contains(tokens.kind(position - 1)) else { return nil }
    let bytes = scene.text.bytes
    var at = token.start + 6
    var start = token.start
    while at <= token.end {
      let hasRole = scene.follows(anyOf: scene.words[.chineseActorRoles], at: at == token.end ? scene.skipSpaces(at) : at)
      if hasRole || scene.follows(anyOf: scene.words[.chineseActorDoings], at: at) {
        for lead in scene.words[.chineseActorLeads].phrases {
          var end = start
          while end + lead.bytes.count + 6 <= at { if scene.follows(lead, at: end) { start = end + lead.bytes.count }; end += 3 }
        }
        let span = Span(start, at)
        if isActorName(span), span.count >= (hasRole ? 9 : 12), scene.count(span, atMost: 4) >= (hasRole ? 2 : 3) {
          return Discovery(type: .company, span: span, confidence: hasRole ? 745 : 715, reason: hasRole ? "…创始人, told again" : "…宣布, told again")
        }
      }
      guard at < token.end else { break }
      at += scalarLength(bytes[at])
    }
    return nil
  }

  private func isActorName(_ span: Span) -> Bool {
    let name = scene.text.text(span)
    let scalars = Array(name.unicodeScalars)
    guard (2...6).contains(scalars.count), !scalars.contains(where: scene.words[.chineseStops].contains), !scalars.contains(where: scene.words[.chineseActorNoise].contains) else { return false }
    if scene.words[.chineseGenericHeads].contains(name) || lexicon.generic.contains(name) || lexicon.places.contains(name) || scene.words[.chineseNoActorEnds].ends(name) { return false }
    let (first, last) = (text(scalars.prefix(2)), text(scalars.suffix(2)))
    if lexicon.commonHanzi.contains(first) && lexicon.commonHanzi.contains(last) || name.holds("创始") { return false }
    // 王海芳宣布 may be a person.
    return !(scalars.count <= 3 && lexicon.surnameLength(scalars, chinese: true) > 0)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

  /// A head that ends in a common pair of characters, or in a place that it does not begin with, unless a place leads it (香港中文) or
  /// it transcribes a foreign name (伯明翰).
  private func isDescription(_ head: String) -> Bool {
    let scalars = Array(head.unicodeScalars)
    guard scalars.count >= 2, placeLength(scalars) == 0, scalars.count < 3 || !scalars.allSatisfy(scene.words[.transcriptions].contains) else { return false }
    let (first, last) = (text(scalars.prefix(2)), text(scalars.suffix(2)))
    if scalars.count == 2 { return lexicon.commonHanzi.contains(head) }
    return lexicon.commonHanzi.contains(last) || lexicon.commonHanzi.contains(first) && scalars.count > 3 || lexicon.places.contains(last)
  }

  /// The length in characters of the place that a name begins with; 0 for none.
  private func placeLength(_ scalars: [Unicode.Scalar]) -> Int {
    for length in stride(from: min(5, scalars.count), through: 2, by: -1) where lexicon.places.contains(text(scalars.prefix(length))) { return length }
    return 0
  }

  /// Bodies and houses that a place or a nation leads: `海州市山北区人民法院`, `国际海洋联合会`.
  func chineseBody(_ position: Int) -> Discovery? {
    let token = tokens[position]
    guard token.span.count >= 15, token.span.count % 3 == 0, scene.words[.chineseBodyEnds].occurs(scene.text.bytes, in: token.span) else { return nil }
    let scalars = Array(tokens.word(position).unicodeScalars)
    guard scalars.count * 3 == token.span.count else { return nil }
    for start in 0..<(scalars.count - 3) {
      let place = max(placeLength(Array(scalars[start...].prefix(5))), bodyLeadLength(scalars, start))
      guard place > 0, start == 0 || mayBeginBody(scalars, start, isPlace: placeLength(Array(scalars[start...].prefix(5))) > 0) else { continue }
      for end in stride(from: min(scalars.count, start + 20), to: start + place + 1, by: -1) {
        guard let suffix = scene.words[.chineseBodyEnds].phrases.first(where: { PhraseList.stands($0.bytes, in: scene.text.bytes, at: token.start + end * 3 - $0.bytes.count) }) else { continue }
        let headEnd = end - suffix.length
        guard headEnd > start + place || suffix.points >= 870 && headEnd == start + place, !scalars[start..<headEnd].contains(where: scene.words[.chineseBodyStops].contains),
          !scene.words[.chineseHeadVerbs].occurs(scene.text.bytes, in: Span(token.start + (start + place) * 3, token.start + headEnd * 3))
        else { continue }
        if end < scalars.count, scene.follows(anyOf: scene.words[.chineseSuffixFollowers], at: token.start + end * 3), !scene.follows("的", at: token.start + end * 3) { continue }
        // 海州大学南岭分校
        let campus = (end + 2..<max(end + 2, min(scalars.count - 1, end + 8))).first { scalars[$0] == "分" && scalars[$0 + 1] == "校" }
        let last = campus.map { $0 + 2 } ?? end
        return Discovery(type: .company, span: Span(token.start + start * 3, token.start + last * 3), confidence: suffix.points, reason: "place … \(suffix.text)")
      }
    }
    return nil
  }

  /// 佛罗里|达州 begins nothing; 国际 wants a word of grammar before it.
  private func mayBeginBody(_ scalars: [Unicode.Scalar], _ start: Int, isPlace: Bool) -> Bool {
    let letters = scene.words[.transcriptions]
    if isPlace { return placeLength(Array(scalars[(start - 1)...].prefix(5))) == 0 && !(letters.contains(scalars[start - 1]) && letters.contains(scalars[start])) }
    return scene.words[.chineseStops].contains(scalars[start - 1])
  }

  private func bodyLeadLength(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    let tail = text(scalars[start...].prefix(2))
    return scene.words[.chineseBodyLeads].contains(tail) ? 2 : 0
  }

  /// Between commas of a list, or led in by an agent's preposition.
  private func isListed(_ span: Span) -> Bool {
    scene.precedes("、", span.start) || scene.follows("、", at: span.end) || scene.precedes("由", span.start) || scene.follows(anyOf: scene.words[.chineseListedAfter], at: span.end)
  }

  /// Opens its sentence, or stands behind `公司`, and does what firms do.
  private func acts(_ span: Span) -> Bool {
    let before = scene.skipSpacesBack(span.start)
    let opens = before == 0 || scene.text.bytes[before - 1] == 0x0A || scene.text.bytes[before - 1] == 0x22 || scene.precedes(anyOf: scene.words[.chineseActsBefore], before)
    if scene.precedes(anyOf: scene.words[.chinesePartnerBefore], before), scene.follows(anyOf: scene.words[.chinesePartnerAfter], at: span.end) { return true }
    guard opens else { return false }
    return scene.follows(anyOf: scene.words[.chineseActsAfter], at: span.end)
      || scene.tokens.at(scene.tokens.index(ofByte: span.end)).map { $0.kind == .number && scene.follows("月", at: $0.end) } ?? false
  }

  /// Where the name before a suffix begins: behind a verb (`参见`), a function word, a list comma or the start of the run.
  private func chineseStart(_ token: NameTokens.Token, _ suffix: Int) -> Int? {
    guard let start = chineseHead(token, suffix) else { return nil }
    var begin = start
    var at = start
    while at < suffix {
      if let verb = scene.words[.chineseHeadVerbs].phrase(scene.text.bytes, at: at), at + verb.bytes.count <= suffix {
        begin = at + verb.bytes.count
        at = begin
      } else {
        at += 3
      }
    }
    return suffix - begin >= 6 ? begin : nil
  }

  private func chineseHead(_ token: NameTokens.Token, _ suffix: Int) -> Int? {
    var start = suffix
    var count = 0
    while start > token.start, count < 8 {
      let previous = start - 3
      guard previous >= token.start else { break }
      let (scalar, _) = decodeScalar(scene.text.bytes, at: previous)
      guard let unit = Unicode.Scalar(scalar) else { break }
      if scene.words[.chineseStops].contains(unit) { return count >= 2 && count <= 4 ? start : nil }
      start = previous
      count += 1
    }
    return start == token.start && count >= 2 && count <= 6 ? start : nil
  }
}
