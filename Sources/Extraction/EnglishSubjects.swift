import Catalog
import Facts
import Language

/// Subjects of verbs: their own, those of the verbs that govern them, those that a clause leaves out.
extension EnglishParties {
  func subject(of verbal: Int, depth: Int = 0) -> [PartyReference] {
    guard depth < 8 else { return [] }
    if let attached = attached(to: verbal) { return [attached] }
    let phrase = phrases[verbal]
    // raises $15m to take on Acme, backed by Bolt: either may be backed, so nobody is.
    if phrase.isParticiple, phrase.lemma == "back", verbal > 2, phrases[verbal - 1].kind == .comma, phrases[verbal - 2].preposition != nil, phrases[..<(verbal - 2)].contains(where: { $0.kind == .verbal && $0.isFinite }) { return [] }
    if phrase.isParticiple { return antecedent(of: verbal, depth: depth) }
    if phrase.isInfinitive || phrase.isGerund { return controller(of: verbal, depth: depth) }
    guard let nominal = subjectPhrase(of: verbal, depth: depth) else { return [] }
    switch nominal {
    case .phrase(let index): return parties(of: listStart(endingAt: index))
    case .parties(let parties): return parties
    }
  }

  /// Acme-backed Bolt: the name that the hyphen ties to the verb, whatever list it stands in.
  func attached(to verbal: Int) -> PartyReference? {
    let first = phrases[verbal].elements.lowerBound
    guard first > 0, case .mention(let mention) = parsed.elements[first - 1].unit else { return nil }
    let end = parsed.elements[first - 1].token.span.end
    guard parsed.elements[first].token.span.start == end + 1, document.folded.original[end] == UInt8(ascii: "-") else { return nil }
    return reference(mention)
  }

  private enum SubjectPlace {
    case phrase(Int)
    case parties([PartyReference])
  }

  private func subjectPhrase(of verbal: Int, depth: Int) -> SubjectPlace? {
    var index = verbal - 1
    while index >= 0 {
      let phrase = phrases[index]
      switch phrase.kind {
      case .nominal:
        if phrase.isTemporal {
          index -= 1
          continue
        }
        if phrase.preposition != nil {
          index -= 1
          continue
        }
        if let head = (0..<index).last(where: { phrases[$0].kind == .nominal && phrases[$0].preposition == "of" && list(from: $0).contains(index) }) {
          index = head - 1
          continue
        }
        // deal OpenAI signed: the noun before is not part of the subject.
        return .phrase(index)
      case .comma:
        guard let open = openingComma(before: index) else {
          // was the second this year, was announced: predicates in a row share their subject.
          if index == verbal - 1, let verb = (0..<index).last(where: { phrases[$0].isFinite }), !phrases[verb..<index].contains(where: { $0.kind == .relative || $0.kind == .subordinator }) {
            return .parties(subject(of: verb, depth: depth + 1))
          }
          index -= 1
          continue
        }
        index = open - 1
      case .conjunction:
        // … and has partnered: the verb before shares its subject.
        guard let verb = (0..<index).last(where: { phrases[$0].isFinite }) else { return nil }
        return .parties(subject(of: verb, depth: depth + 1))
      case .relative: return .parties(antecedent(of: index, depth: depth))
      case .verbal:
        if phrase.isFinite { return .parties(subject(of: index, depth: depth + 1)) }
        index -= 1
      case .breaker:
        // the agency — known under another name — struck: what dashes enclose is skipped.
        guard phrase.lemma == "-", let open = (0..<index).last(where: { phrases[$0].kind == .breaker && phrases[$0].lemma == "-" }) else { return nil }
        index = open - 1
      case .subordinator: return nil
      }
    }
    return nil
  }

  /// The comma that opens the insertion which the comma at `close` ends: `Yarrow, the startup formerly known as Fen, has …`.
  private func openingComma(before close: Int) -> Int? {
    var index = close - 1
    while index > 0 {
      if phrases[index].kind == .comma {
        // A list inside the insertion is part of it: go on to a comma behind which something other than a bare name stands.
        let next = phrases[index + 1]
        switch next.kind {
        case .relative, .verbal, .subordinator: return index
        case .nominal:
          if next.preposition != nil || isApposition(index + 1) || !parsed.mentions(index - 1 >= 0 ? index - 1 : 0).isEmpty { return index }
        default: break
        }
      }
      index -= 1
    }
    return nil
  }

  /// The first member of the list that ends at a noun phrase: `A, B and C` from C back to A.
  private func listStart(endingAt index: Int) -> Int {
    var start = index
    while start >= 2 {
      var before = start - 1
      guard phrases[before].kind == .conjunction || phrases[before].kind == .comma else { break }
      if phrases[before].kind == .conjunction, before > 0, phrases[before - 1].kind == .comma { before -= 1 }
      let member = before - 1
      guard member >= 0, phrases[member].kind == .nominal, !phrases[member].isPossessive, phrases[member].preposition == nil, !phrases[member].isTemporal,
        !parsed.mentions(member).isEmpty, list(from: member).contains(index)
      else { break }
      start = member
    }
    return start
  }

  /// What a relative pronoun or a participle stands behind.
  func antecedent(of place: Int, depth: Int = 0) -> [PartyReference] {
    var index = place - 1
    while index >= 0, phrases[index].kind == .comma || (phrases[index].kind == .nominal && phrases[index].isTemporal) { index -= 1 }
    guard index >= 0, phrases[index].kind == .nominal else { return [] }
    let here = heads(index)
    if !here.isEmpty { return here }
    // Yarrow, a data platform acquired by Acme: who is described.
    if let described = described(by: index) { return described }
    // a maker of voice agents that raised …: the head stands before its prepositions.
    while index > 0, phrases[index].preposition != nil, phrases[index - 1].kind == .nominal {
      index -= 1
      let earlier = heads(index)
      if !earlier.isEmpty { return earlier }
      if let described = described(by: index) { return described }
    }
    return []
  }

  /// Whom an apposition describes, whatever its noun: `Yarrow, a data platform`.
  private func described(by phrase: Int) -> [PartyReference]? {
    guard let first = parsed.words(phrase).first, ["a", "an", "the"].contains(first) else { return nil }
    return appositive(phrase)
  }

  /// `Acme backs the layer that powers AI, putting $2bn in Bolt`: behind a comma a gerund goes with the main clause.
  private func mainVerb(before gerund: Int) -> Int? {
    guard phrases[gerund].isGerund, gerund > 0, phrases[gerund - 1].kind == .comma else { return nil }
    var start = 0
    var found: Int?
    for index in 0..<gerund {
      if phrases[index].kind == .breaker || phrases[index].kind == .subordinator {
        found = nil
        start = index + 1
      }
      guard phrases[index].isFinite else { continue }
      if !phrases[start..<index].contains(where: { $0.kind == .relative }) { found = index }
      start = index + 1
    }
    return found
  }

  /// The subject of a gerund of its own: `, with Acme raising $45m and Bolt landing $20m`.
  private func absolute(_ gerund: Int) -> [PartyReference]? {
    guard phrases[gerund].isGerund, gerund > 0, isSubjectPlace(gerund - 1) || phrases[gerund - 1].preposition == "with" else { return nil }
    let subject = gerund - 1
    guard phrases[subject].kind == .nominal, !phrases[subject].isPossessive, !phrases[subject].isTemporal else { return nil }
    if phrases[subject].preposition == "with" {
      guard subject == 0 || [.comma, .breaker, .conjunction].contains(phrases[subject - 1].kind) else { return nil }
    } else {
      guard subject > 1, phrases[subject - 1].kind == .conjunction, (0..<subject).contains(where: { absolute($0) != nil }) else { return nil }
    }
    let named = heads(subject)
    return named.isEmpty ? nil : named
  }

  /// Who does what an infinitive or gerund says: the subject of the verb before, else the noun phrase before or behind.
  private func controller(of verbal: Int, depth: Int) -> [PartyReference] {
    if let own = absolute(verbal) { return own }
    if let verb = mainVerb(before: verbal) ?? (0..<verbal).last(where: { phrases[$0].kind == .verbal && !phrases[$0].isParticiple }) {
      let between = phrases[(verb + 1)..<verbal]
      if !between.contains(where: { $0.kind == .breaker }) {
        return subject(of: verb, depth: depth + 1)
      }
    }
    // Headlines: Acme to buy Bolt, Acme in talks to buy Bolt; the plan by Acme to buy Bolt; Acme’s plan to.
    for first in 0..<verbal where phrases[first].kind == .nominal && !phrases[first].isTemporal {
      guard phrases[first].preposition == nil || phrases[first].preposition == "by" || (first == 0 && phrases[first].preposition == "with") else { continue }
      let found = parties(of: first)
      if !found.isEmpty { return found }
    }
    // By raising $3bn, Acme …
    if phrases[verbal].isGerund, verbal <= 1, let first = ((verbal + 1)..<phrases.count).first(where: { phrases[$0].isFinite }), phrases[..<verbal].allSatisfy({ $0.kind != .verbal }) {
      return subject(of: first, depth: depth + 1)
    }
    return []
  }
}
