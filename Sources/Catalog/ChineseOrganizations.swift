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
        if let start = chineseStart(token, at) {
          let head = scene.text.text(Span(start, at))
          let count = head.unicodeScalars.count
          // Two common characters before a kind of house are its description: 类似大学, 历史资本.
          let isCommon = count == 2 && confidence < 930 && lexicon.commonHanzi.contains(head) && !lexicon.places.contains(head)
          if count >= 2, count <= 10, !isCommon, !scene.words[.chineseGenericHeads].contains(head),
            !scene.words[.chineseGenericHeads].contains(where: { $0.unicodeScalars.count >= 2 && head.hasSuffix($0) && count - $0.unicodeScalars.count < 2 })
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
    if scene.words[.chineseGenericHeads].contains(name) || lexicon.generic.contains(name) || lexicon.places.contains(name) || scene.words[.chineseNoActorEnds].contains(where: name.hasSuffix) { return false }
    let (first, last) = (text(scalars.prefix(2)), text(scalars.suffix(2)))
    if lexicon.commonHanzi.contains(first) && lexicon.commonHanzi.contains(last) || name.contains("创始") { return false }
    // 王海芳宣布 may be a person.
    return !(scalars.count <= 3 && lexicon.surnameLength(scalars, chinese: true) > 0)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

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

  /// Where the name before a suffix begins: after a function word, a list comma or the start of the run.
  private func chineseStart(_ token: NameTokens.Token, _ suffix: Int) -> Int? {
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
