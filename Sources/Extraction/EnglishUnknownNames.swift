import Facts
import Language

/// Takes the capitalised end of a noun phrase for a company that nobody listed, by its form and surroundings alone.
///
/// `gesture startup Doublepoint` (an organisation word before it), `Avenir Growth` (an ending that investors have),
/// `Yarrow, which builds` and a `Yarrow` told in mid-sentence elsewhere. Whether it is one, the slot of a frame decides.
struct EnglishUnknownNames {
  let rules: RuleSet
  let lexicon: EnglishLexicon
  let parsed: EnglishSentence
  let document: LinkedDocument

  func name(of phrase: Int) -> Span? {
    guard parsed.mentions(phrase).isEmpty, !isTitleCase else { return nil }
    let range = parsed.phrases[phrase].elements
    var start = range.upperBound
    while start > range.lowerBound, isNameWord(parsed.elements[start - 1]) { start -= 1 }
    guard start < range.upperBound else { return nil }
    let words = (start..<range.upperBound).map { parsed.elements[$0] }
    guard words.count <= 5, let first = words.first, let last = words.last, first.tag == .word else { return nil }
    let span = Span(first.token.span.start, last.token.span.end)
    guard span.count >= 3, !(rules.words["en_not_name"].contains(last.token.text) && (words.count == 1 || last.token.text != "ai")), !rules.words["en_not_name"].contains(first.token.text) else { return nil }
    if isPerson(last.token.text) || isPlace(phrase) { return nil }
    if start > range.lowerBound, isOrganisationWord(parsed.elements[start - 1].token.text) { return span }
    if rules.words["en_investor_ending"].contains(last.token.text), words.count > 1 { return span }
    if isDescribed(phrase) { return span }
    // invested in Hiroshima: a place, unless its letters are a brand's.
    if rules.words["en_place_preposition"].contains(parsed.phrases[phrase].preposition ?? ""), !hasInnerCapital(span), last.token.text != "ai" { return nil }
    // A capital at the start of a sentence says nothing.
    if start == 0 { return isNamedElsewhere(span) || isCompound(words) ? span : nil }
    return start == range.lowerBound ? span : nil
  }

  /// Graystone Compute said: two capitals at the start of a sentence whose other words are small.
  private func isCompound(_ words: [EnglishElement]) -> Bool {
    words.count > 1 && rules.words["en_company_ending"].contains(words.last?.token.text ?? "") && words.allSatisfy { lexicon.verb($0.token.text) == nil && !lexicon.determiners.contains($0.token.text) && !lexicon.isAdverb($0.token.text) && !rules.words["en_not_name"].contains($0.token.text) }
      && parsed.elements.filter { $0.unit == nil && $0.tag == .word && $0.token.isCapitalised }.count == words.count
  }

  private func isNameWord(_ element: EnglishElement) -> Bool {
    element.unit == nil && element.tag == .word && (element.token.isCapitalised || hasInnerCapital(element.token.span)) && !lexicon.days.contains(element.token.text)
      && !lexicon.organisations.contains(element.token.text) && !rules.words["en_descriptive_ending"].contains { element.token.text.hasSuffix($0) }
  }

  private func isOrganisationWord(_ word: String) -> Bool {
    lexicon.organisations.contains(word) || word.hasSuffix("maker") || rules.words["en_organisation_noun"].contains(word)
  }

  /// `in Southaven, Mississippi`
  private func isPlace(_ phrase: Int) -> Bool {
    let phrases = parsed.phrases
    guard rules.words["en_place_preposition"].contains(phrases[phrase].preposition ?? ""), phrase + 2 < phrases.count, phrases[phrase + 1].kind == .comma,
      phrases[phrase + 2].kind == .nominal, phrases[phrase + 2].preposition == nil, let first = phrases[phrase + 2].elements.first
    else { return false }
    return parsed.elements[first].tag == .word && parsed.elements[first].token.isCapitalised
  }

  /// The surname of somebody whom the article names in full.
  private func isPerson(_ word: String) -> Bool {
    document.mentions.contains { $0.type == .person && document.folded.text($0.folded).hasSuffix(word) }
  }

  /// `Yarrow, a startup that`, `Yarrow, which builds`
  private func isDescribed(_ phrase: Int) -> Bool {
    let phrases = parsed.phrases
    guard phrase + 2 < phrases.count, phrases[phrase + 1].kind == .comma else { return false }
    if phrases[phrase + 2].kind == .relative { return ["which", "whose"].contains(phrases[phrase + 2].lemma) }
    guard phrases[phrase + 2].kind == .nominal, let head = parsed.headWord(phrase + 2), let first = parsed.words(phrase + 2).first else { return false }
    return ["a", "an", "the"].contains(first) && isOrganisationWord(head)
  }

  /// Every content word begins with a capital: a headline's capitals mean nothing.
  private var isTitleCase: Bool {
    let words = parsed.elements.filter { $0.unit == nil && ($0.tag == .word || $0.tag == .verb) }
    return words.count > 3 && words.filter(\.token.isCapitalised).count * 10 >= words.count * 7
  }

  /// The same letters stand in the middle of another sentence of the article.
  private func isNamedElsewhere(_ span: Span) -> Bool {
    let bytes = document.folded.original
    let name = bytes[span.range]
    var offset = 2
    while offset + name.count <= bytes.count {
      if offset != span.start, bytes[offset] == name[name.startIndex], bytes[offset - 1] == 0x20, isLower(bytes[offset - 2]) || bytes[offset - 2] == UInt8(ascii: ","),
        bytes[offset..<(offset + name.count)].elementsEqual(name), offset + name.count == bytes.count || !isLetter(bytes[offset + name.count])
      { return true }
      offset += 1
    }
    return false
  }

  /// `BusinessNext`
  private func hasInnerCapital(_ span: Span) -> Bool {
    let bytes = document.folded.original
    for offset in (span.start + 1)..<max(span.start + 1, span.end) where bytes[offset] &- 0x41 < 26 && isLetter(bytes[offset - 1]) { return true }
    return false
  }

  private func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
