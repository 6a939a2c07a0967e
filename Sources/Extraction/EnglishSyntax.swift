import Catalog
import Facts
import Language
import Quantities

/// One word, mark, name or quantity of an English sentence with the class that its place gives it.
struct EnglishElement {
  enum Tag { case determiner, preposition, subordinator, relative, conjunction, pronoun, be, auxiliary, modal, to, adverb, verb, word, mention, quantity, comma, possessive, breaker }

  let token: EnglishToken
  var tag: Tag
  var lemma: String
  var form: EnglishLexicon.Form?
  var unit: Unit?

  var isNominal: Bool {
    switch tag {
    case .determiner, .word, .mention, .quantity, .pronoun: true
    default: false
    }
  }
}

/// A run of an English sentence: a noun phrase with the preposition before it, a verb group, or what parts clauses.
struct EnglishPhrase {
  enum Kind { case nominal, verbal, comma, conjunction, relative, subordinator, breaker }

  let kind: Kind
  /// Indices into the sentence's elements.
  let elements: Range<Int>
  var preposition: String?
  /// `Acme’s`: the next phrase belongs to it.
  var isPossessive = false
  /// Only a date or a day's name.
  var isTemporal = false
  // Verb groups only.
  var lemma = ""
  var isPassive = false
  var isNegative = false
  var isInfinitive = false
  var isGerund = false
  /// `a startup backed by`: no finite verb of its own.
  var isParticiple = false
  var modal: String?
  var isCopula: Bool { kind == .verbal && lemma == "be" }
  var isFinite: Bool { kind == .verbal && !isInfinitive && !isGerund && !isParticiple }
}

/// An English sentence cut into phrases. Brackets are taken out of the syntax; their units lie at the phrase they follow.
struct EnglishSentence {
  let index: Int
  let sentence: Sentence
  let elements: [EnglishElement]
  let phrases: [EnglishPhrase]
  /// Quantities and mentions in brackets, with the phrase that they follow.
  let asides: [(unit: Unit, phrase: Int)]

  func words(_ phrase: Int) -> [String] {
    phrases[phrase].elements.compactMap { elements[$0].unit == nil ? elements[$0].token.text : nil }
  }

  func span(_ phrase: Int) -> Span {
    let range = phrases[phrase].elements
    return Span(elements[range.lowerBound].token.span.start, elements[range.upperBound - 1].token.span.end)
  }

  func mentions(_ phrase: Int) -> [(element: Int, mention: Int)] {
    phrases[phrase].elements.compactMap { if case .mention(let index) = elements[$0].unit { ($0, index) } else { nil } }
  }

  /// had raised
  func isPastPerfect(_ phrase: Int) -> Bool { phrases[phrase].elements.contains { elements[$0].unit == nil && elements[$0].token.text == "had" } }

  /// The last noun of a noun phrase; `nil` where a unit or nothing stands there.
  func headWord(_ phrase: Int) -> String? {
    guard let last = phrases[phrase].elements.last(where: { elements[$0].isNominal && elements[$0].tag != .quantity }) else { return nil }
    return elements[last].unit == nil ? elements[last].token.text : nil
  }
}

/// Tags and chunks English sentences: closed word classes, known verbs, and their neighbours decide.
struct EnglishParser {
  let lexicon: EnglishLexicon
  private let tokenizer = EnglishTokenizer()

  init(lexicon: EnglishLexicon) { self.lexicon = lexicon }

  func parse(_ sentence: Sentence, index: Int, in document: LinkedDocument) -> EnglishSentence {
    let units = units(of: sentence, document)
    let tokens = tokenizer.tokens(document.folded, in: sentence.span, units: units.map(\.span))
    var elements: [EnglishElement] = []
    var bracketed: [(unit: Unit, after: Int)] = []
    var depth = 0
    var isInserted = false
    for (position, token) in tokens.enumerated() {
      var unit: Unit?
      if case .unit(let number) = token.kind { unit = units[number].unit }
      // Yarrow (acquired by Acme in 2011): such a bracket is an insertion between commas.
      if depth == 0, token.kind == .mark, token.text == "(" && holdsClause(after: position, tokens) || token.text == ")" && isInserted {
        isInserted = token.text == "("
        elements.append(EnglishElement(token: token, tag: .comma, lemma: ","))
        continue
      }
      if token.kind == .mark, token.text == "(" || token.text == "[" { depth += 1 }
      if depth > 0 {
        if let unit { bracketed.append((unit, elements.count - 1)) }
        if token.kind == .mark, token.text == ")" || token.text == "]" { depth -= 1 }
        continue
      }
      if let element = element(token, unit, position, tokens) { elements.append(element) }
    }
    for position in elements.indices where elements[position].unit == nil {
      if elements[position].tag == .word { tag(position, &elements) } else if elements[position].tag == .possessive { contract(position, &elements) }
    }
    let phrases = chunk(elements, document)
    let asides = bracketed.compactMap { entry in phrases.lastIndex { $0.elements.lowerBound <= max(0, entry.after) }.map { (entry.unit, $0) } }
    return EnglishSentence(index: index, sentence: sentence, elements: elements, phrases: phrases, asides: asides)
  }

  /// `(acquired by Acme)`, `(which Acme bought)`
  private func holdsClause(after bracket: Int, _ tokens: [EnglishToken]) -> Bool {
    guard bracket + 2 < tokens.count, tokens[bracket + 1].kind == .word else { return false }
    let first = tokens[bracket + 1].text
    if first == "which" { return true }
    return lexicon.verb(first)?.form == .past && tokens[bracket + 2].text == "by"
  }

  private func units(of sentence: Sentence, _ document: LinkedDocument) -> [(span: Span, unit: Unit)] {
    var units: [(span: Span, unit: Unit)] = document.mentions(in: sentence.span).map { (document.mentions[$0].span, .mention($0)) }
    for index in document.quantities(in: sentence.span) {
      let quantity = document.quantities[index]
      let span = sentence.span.contains(quantity.qualified) ? quantity.qualified : quantity.span
      guard !units.contains(where: { $0.span.overlaps(span) }) else { continue }
      units.append((span, .quantity(index)))
    }
    return units.sorted { $0.span < $1.span }
  }

  private func element(_ token: EnglishToken, _ unit: Unit?, _ position: Int, _ tokens: [EnglishToken]) -> EnglishElement? {
    switch token.kind {
    case .unit:
      if case .quantity = unit { return EnglishElement(token: token, tag: .quantity, lemma: "", unit: unit) }
      return EnglishElement(token: token, tag: .mention, lemma: "", unit: unit)
    case .possessive: return EnglishElement(token: token, tag: .possessive, lemma: "'s")
    case .word: return EnglishElement(token: token, tag: .word, lemma: token.text)
    case .mark:
      switch token.text {
      case ",": return EnglishElement(token: token, tag: .comma, lemma: ",")
      case ";", ":", "|": return EnglishElement(token: token, tag: .breaker, lemma: token.text)
      case "-":
        // A dash parts clauses; a hyphen between names and words does not.
        let before = position > 0 ? tokens[position - 1].span.end == token.span.start : false
        let behind = position + 1 < tokens.count ? tokens[position + 1].span.start == token.span.end : false
        return before && behind && token.span.count == 1 ? nil : EnglishElement(token: token, tag: .breaker, lemma: "-")
      case "&": return EnglishElement(token: token, tag: .conjunction, lemma: "and")
      default: return nil
      }
    }
  }

  // MARK: Tags

  /// it’s, who’s: a verb; Acme’s building a plant: too.
  private func contract(_ position: Int, _ elements: inout [EnglishElement]) {
    guard position > 0 else { return }
    let isPronoun = ["it", "he", "she", "there", "who", "what", "that"].contains(elements[position - 1].token.text) && elements[position - 1].unit == nil
    var isProgressive = false
    if position + 2 < elements.count, elements[position + 1].unit == nil, lexicon.verb(elements[position + 1].token.text)?.form == .gerund {
      isProgressive = elements[position + 2].unit != nil || lexicon.determiners.contains(elements[position + 2].token.text)
    }
    guard isPronoun || isProgressive else { return }
    elements[position].tag = .be
    elements[position].lemma = "be"
  }

  private func tag(_ position: Int, _ elements: inout [EnglishElement]) {
    let word = elements[position].token.text
    func set(_ tag: EnglishElement.Tag) { elements[position].tag = tag }
    let before = previous(position, elements)
    switch word {
    case "to":
      // to back Acme: no adverb behind to, where a verb can stand.
      if position + 1 < elements.count, elements[position + 1].unit == nil, lexicon.verb(elements[position + 1].token.text)?.form == .base { return set(.to) }
      let next = following(position, elements)
      if let next, let verb = lexicon.verb(elements[next].token.text), verb.form == .base, elements[next].unit == nil { return set(.to) }
      if let next, elements[next].token.text == "be" || elements[next].token.text == "have" { return set(.to) }
      return set(.preposition)
    case "that":
      // announced on Thursday that: the verb before the day takes the clause.
      var content = before
      while let index = content, index > 0, isDay(elements[index]) || elements[index].tag == .preposition { content = index - 1 }
      if let before, isDay(elements[before]) { return set(.subordinator) }
      if let content, elements[content].tag == .verb || elements[content].tag == .be { return set(.subordinator) }
      if before.map({ elements[$0].isNominal || elements[$0].tag == .comma }) ?? false, let next = following(position, elements) {
        let text = elements[next].token.text
        let opensVerb = lexicon.modals.contains(text) || lexicon.auxiliaries.contains(text) || lexicon.verb(text) != nil
        if opensVerb || elements[next].tag == .possessive || elements[next].tag == .mention || lexicon.pronouns.contains(text) || lexicon.determiners.contains(text) { return set(.relative) }
      }
      return set(.determiner)
    case "a" where before.map({ ["series", "class"].contains(elements[$0].token.text) }) ?? false: return
    case "according": return set(.subordinator)
    // more than doubled, less than half
    case "than" where before.map({ ["more", "less", "fewer", "better"].contains(elements[$0].token.text) }) ?? false && following(position, elements).map({ lexicon.verb(elements[$0].token.text) != nil && elements[$0].unit == nil }) ?? false:
      if let before { elements[before].tag = .adverb }
      return set(.adverb)
    case "up" where before.map({ elements[$0].tag == .verb }) ?? false: return set(.adverb)
    case "as" where position + 2 < elements.count && elements[position + 1].token.text == "well" && elements[position + 2].token.text == "as":
      // as well as: one conjunction.
      elements[position].lemma = "and"
      elements[position + 1].tag = .adverb
      elements[position + 2].tag = .adverb
      return set(.conjunction)
    case "since" where opensClause(after: position, elements), "until" where opensClause(after: position, elements): return set(.subordinator)
    case "may" where elements[position].token.isCapitalised && position > 0, "march" where elements[position].token.isCapitalised && position > 0: return
    default: break
    }
    if lexicon.relatives.contains(word) { return set(.relative) }
    if lexicon.owners.contains(word) || lexicon.determiners.contains(word) { return set(.determiner) }
    if lexicon.conjunctions.contains(word) { return set(.conjunction) }
    if lexicon.be.contains(word) {
      elements[position].lemma = "be"
      return set(.be)
    }
    if lexicon.auxiliaries.contains(word) {
      elements[position].lemma = word.hasPrefix("d") ? "do" : "have"
      return set(.auxiliary)
    }
    if lexicon.modals.contains(word) { return set(.modal) }
    if lexicon.pronouns.contains(word) { return set(.pronoun) }
    if let (lemma, form) = lexicon.verb(word), isVerb(form, word, position, elements) {
      elements[position].lemma = lemma
      elements[position].form = form
      return set(.verb)
    }
    if lexicon.prepositions.contains(word) { return set(.preposition) }
    if lexicon.subordinators.contains(word) { return set(.subordinator) }
    if lexicon.isAdverb(word) { return set(.adverb) }
  }

  /// since Acme is …: a subject and its verb follow, not a bare noun.
  private func opensClause(after position: Int, _ elements: [EnglishElement]) -> Bool {
    for index in (position + 1)..<min(elements.count, position + 6) {
      let text = elements[index].token.text
      if elements[index].tag == .comma { return false }
      if elements[index].unit == nil, lexicon.auxiliaries.contains(text) || lexicon.modals.contains(text) || (index > position + 1 && lexicon.verb(text).map { $0.form == .past || $0.form == .third } ?? false) { return true }
    }
    return false
  }

  private func isDay(_ element: EnglishElement) -> Bool {
    if case .quantity = element.unit { return true }
    return element.unit == nil && (lexicon.days.contains(element.token.text) || ["last", "this", "next"].contains(element.token.text))
  }

  private func previous(_ position: Int, _ elements: [EnglishElement]) -> Int? {
    var index = position - 1
    while index >= 0, elements[index].tag == .adverb { index -= 1 }
    return index >= 0 ? index : nil
  }

  private func following(_ position: Int, _ elements: [EnglishElement]) -> Int? {
    var index = position + 1
    while index < elements.count, elements[index].unit == nil, elements[index].tag == .word, lexicon.isAdverb(elements[index].token.text) { index += 1 }
    return index < elements.count ? index : nil
  }

  /// Whether a word that can be a verb is one at this place.
  private func isVerb(_ form: EnglishLexicon.Form, _ word: String, _ position: Int, _ elements: [EnglishElement]) -> Bool {
    let next = position + 1 < elements.count ? elements[position + 1] : nil
    let takesObject = next.map { opensArgument($0) } ?? false
    if lexicon.neverVerbs.contains(word), let before = previous(position, elements), elements[before].tag != .to, elements[before].tag != .modal { return false }
    guard let before = previous(position, elements) else { return (form == .gerund || form == .past) && takesObject }
    switch elements[before].tag {
    case .to, .modal: return form == .base
    case .be: return form == .past || form == .gerund
    case .auxiliary: return elements[before].lemma == "do" ? form == .base : form == .past
    case .pronoun, .relative: return true
    case .determiner, .possessive: return false
    case .preposition: return form == .gerund && takesObject
    case .subordinator: return form == .gerund || form == .past
    case .comma, .breaker, .conjunction:
      if form == .base { return takesObject && elements[..<before].contains { $0.tag == .to || $0.tag == .modal } && elements[before].tag == .conjunction }
      return form == .third ? takesObject : true
    case .verb: return form == .base ? elements[before].lemma == "help" : form == .gerund && takesObject
    case .mention, .word, .quantity, .adverb:
      let organisation = elements[before].tag == .mention || lexicon.organisations.contains(elements[before].token.text)
      switch form {
      case .past: return true
      case .gerund: return takesObject
      case .third: return takesObject || (organisation && next != nil && next?.tag != .comma)
      case .base:
        let isPlural = elements[before].token.text.hasSuffix("s") && elements[before].tag == .word
        // investors in Acme include: the plural stands before its preposition.
        let plural = elements[..<before].lastIndex { $0.tag == .preposition }.map { $0 > 0 && elements[$0 - 1].unit == nil && elements[$0 - 1].token.text.hasSuffix("s") } ?? false
        if elements[before].tag == .mention, plural, takesObject { return true }
        // Acme put $3bn into Bolt, its run rate hit $5bn
        if lexicon.invariants.contains(word), elements[before].tag == .mention || elements[before].tag == .word, let next, [.mention, .quantity].contains(next.tag) || lexicon.determiners.contains(next.token.text) || lexicon.owners.contains(next.token.text) { return true }
        // saw Acme and Bolt pour $3bn into Core
        if elements[before].tag == .mention, takesObject, elements[..<before].contains(where: { $0.tag == .verb && ["see", "help", "let", "watch"].contains($0.lemma) }) { return true }
        let isPair = elements[before].tag == .mention && elements[..<before].contains { $0.tag == .conjunction }
        return (isPlural || isPair) && (takesObject || isPair)
      }
    }
  }

  private func opensArgument(_ element: EnglishElement) -> Bool {
    switch element.tag {
    case .mention, .quantity, .determiner, .to: return true
    case .word:
      let text = element.token.text
      return element.unit != nil || text == "to" || text == "that" || lexicon.determiners.contains(text) || lexicon.owners.contains(text)
        || lexicon.prepositions.contains(text) || lexicon.isAdverb(text) || lexicon.pronouns.contains(text)
    default: return false
    }
  }

  // MARK: Phrases

  private func chunk(_ elements: [EnglishElement], _ document: LinkedDocument) -> [EnglishPhrase] {
    var phrases: [EnglishPhrase] = []
    var preposition: (word: String, at: Int)?
    var position = 0
    while position < elements.count {
      let element = elements[position]
      switch element.tag {
      case .preposition:
        preposition = (element.token.text, position)
        position += 1
      case .comma, .conjunction, .relative, .subordinator, .breaker:
        let kind: EnglishPhrase.Kind =
          switch element.tag {
          case .comma: .comma
          case .conjunction: .conjunction
          case .relative: .relative
          case .subordinator: .subordinator
          default: .breaker
          }
        var phrase = EnglishPhrase(kind: kind, elements: position..<(position + 1))
        phrase.lemma = element.lemma
        // Acme, in which Bolt invested
        if kind == .relative { phrase.preposition = preposition?.word }
        phrases.append(phrase)
        if kind != .conjunction { preposition = nil }
        position += 1
      case .possessive, .adverb:
        position += 1
      case .be, .auxiliary, .modal, .to, .verb:
        let end = verbGroup(elements, from: position)
        var phrase = verbal(elements, position..<end)
        // Acme-backed Bolt raised …: the verb behind the hyphen describes, the clause's own comes later.
        if position > 0, case .mention = elements[position - 1].unit, elements[position].token.span.start == elements[position - 1].token.span.end + 1,
          document.folded.original[elements[position - 1].token.span.end] == UInt8(ascii: "-")
        {
          phrase.isParticiple = true
          // invested in Acme-backed Bolt: in whom is told behind the hyphen.
          preposition = phrases.last?.preposition.map { ($0, position) }
        } else {
          phrase.preposition = preposition?.word
          preposition = nil
        }
        phrases.append(phrase)
        position = end
      case .determiner, .word, .mention, .quantity, .pronoun:
        var end = position + 1
        while end < elements.count, elements[end].isNominal {
          if elements[end].tag == .determiner || elements[end].tag == .pronoun, elements[end - 1].tag != .determiner { break }
          // Bolt | last May: a time is no part of the name.
          if isTimeWord(end, elements, document), !isTimeWord(end - 1, elements, document) { break }
          if isTimeWord(end - 1, elements, document), !isTimeWord(end, elements, document), elements[end].tag == .mention { break }
          // the $13 billion | Acme has put into Bolt
          if elements[end].tag == .mention, elements[end - 1].tag == .quantity, elements[position].tag == .determiner, end + 1 < elements.count, [.verb, .auxiliary, .modal].contains(elements[end + 1].tag) { break }
          end += 1
        }
        var phrase = EnglishPhrase(kind: .nominal, elements: position..<end)
        phrase.preposition = preposition?.word
        phrase.isPossessive = end < elements.count && elements[end].tag == .possessive
        phrase.isTemporal = isTemporal(elements[position..<end], document)
        phrases.append(phrase)
        // A possessor’s preposition passes on to what it possesses.
        if !phrase.isPossessive { preposition = nil }
        position = end
      }
    }
    return phrases
  }

  private func isTimeWord(_ index: Int, _ elements: [EnglishElement], _ document: LinkedDocument) -> Bool {
    let element = elements[index]
    if case .quantity(let quantity) = element.unit { return document.quantities[quantity].kind == .date }
    guard element.unit == nil else { return false }
    if ["last", "next", "this", "early", "late"].contains(element.token.text) {
      guard index + 1 < elements.count, elements[index + 1].unit == nil || isTimeWord(index + 1, elements, document) else { return false }
      return elements[index + 1].unit != nil || lexicon.days.contains(elements[index + 1].token.text)
    }
    return lexicon.days.contains(element.token.text)
  }

  private func verbGroup(_ elements: [EnglishElement], from start: Int) -> Int {
    var end = start
    var last = start
    while end < elements.count {
      switch elements[end].tag {
      case .verb: return end + 1
      case .be, .auxiliary, .modal: last = end + 1
      case .to:
        if end > start { return last }
        last = end + 1
      case .adverb: break
      default: return max(last, start + 1)
      }
      end += 1
    }
    return max(last, start + 1)
  }

  private func verbal(_ elements: [EnglishElement], _ range: Range<Int>) -> EnglishPhrase {
    var phrase = EnglishPhrase(kind: .verbal, elements: range)
    var hasBe = false
    var hasHelper = false
    for index in range {
      let element = elements[index]
      switch element.tag {
      case .be:
        hasBe = true
        hasHelper = true
        if element.token.text.hasSuffix("n't") { phrase.isNegative = true }
      case .auxiliary:
        hasHelper = true
        if element.token.text.hasSuffix("n't") { phrase.isNegative = true }
      case .modal:
        hasHelper = true
        phrase.modal = element.token.text
        if element.token.text.hasSuffix("n't") || element.token.text == "cannot" { phrase.isNegative = true }
      case .to: phrase.isInfinitive = true
      case .adverb: if ["not", "never", "n't"].contains(element.token.text) { phrase.isNegative = true }
      case .verb:
        phrase.lemma = element.lemma
        let next = index + 1 < elements.count ? elements[index + 1].token.text : ""
        switch element.form {
        case .past where hasBe: phrase.isPassive = true
        case .past where !hasHelper:
          if next == "by" || lexicon.participles.contains(element.lemma) {
            phrase.isPassive = true
            phrase.isParticiple = true
          }
        case .gerund where !hasBe: phrase.isGerund = true
        default: break
        }
      default: break
      }
    }
    // is not in talks
    var next = range.upperBound
    while next < elements.count, elements[next].tag == .adverb {
      if ["not", "never"].contains(elements[next].token.text) { phrase.isNegative = true }
      next += 1
    }
    if phrase.lemma.isEmpty { phrase.lemma = hasBe ? "be" : elements[range.upperBound - 1].lemma }
    return phrase
  }

  private func isTemporal(_ elements: ArraySlice<EnglishElement>, _ document: LinkedDocument) -> Bool {
    elements.allSatisfy { element in
      if case .quantity(let index) = element.unit { return document.quantities[index].kind == .date || document.quantities[index].kind == .duration }
      if element.unit != nil { return false }
      return element.tag == .determiner || lexicon.days.contains(element.token.text) || ["last", "next", "early", "late", "mid"].contains(element.token.text)
    } && elements.contains { $0.tag != .determiner }
  }
}
