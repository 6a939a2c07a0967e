import Catalog
import Facts
import Language
import Quantities

/// Whose a figure is: the owner of its noun, the subject of its clause, who says so, the region, the topic.
extension EnglishMetricReader {
  func subjects(_ found: Found, _ place: Int, _ parsed: EnglishSentence, _ parties: EnglishParties, _ investee: String?) -> [String] {
    let noun = found.phrase
    if found.isIndexLevel { return [indexRegion(clauseStart(of: noun, parsed), noun, parsed)].compactMap { $0 } }
    if found.isMacro {
      return macroRegion(parsed).map { [$0] } ?? []
    }
    if found.isPlain {
      let own = ids(parties.owners(noun))
      if !own.isEmpty { return own }
      guard let verb = governingVerb(of: noun, parsed), verb < noun, parsed.phrases[verb].isFinite || parsed.phrases[verb].isInfinitive, parsed.phrases[verb].modal != "could", parsed.phrases[verb].modal != "may" else { return [] }
      return ids(parties.subject(of: verb))
    }
    if found.measure == .parameters { return model(at: place, parsed) }
    // 900 million people use ChatGPT: whose product they use.
    if found.measure == .userCount, isAudience(document.quantities[found.quantity]), let use = using(behind: document.quantities[found.quantity]) {
      let used = document.mentions(in: Span(use, parsed.sentence.span.end)).first.flatMap { base.owner(of: document.mentions[$0]) }
      return [used ?? parties.discourse.topic?.company].compactMap { $0 }
    }
    if found.measure == .stockMove, let region = indexRegion(clauseStart(of: noun, parsed), noun, parsed) { return [region] }
    let ahead = Span(parsed.span(clauseStart(of: noun, parsed)).start, max(parsed.span(place).start, parsed.span(clauseStart(of: noun, parsed)).start))
    if found.measure == .marketSize {
      let text = document.folded.text(document.folded.folded(ahead))
      guard rules.words["en_market_noun"].contains(where: { text.contains($0) }) else { return [] }
      // The chip market is to reach $400bn: where nobody says whose, it is the world's.
      return [region(in: ahead) ?? "world"]
    }
    if found.measure == .growthRate, isMacro(noun, parsed) { return macroRegion(parsed).map { [$0] } ?? [] }
    if found.measure == .modelCount { return region(in: ahead).map { [$0] } ?? [] }
    // seeks $15 million in damages from Acme
    if found.measure == .other, let payer = payer(of: place, parsed, parties) { return payer }
    if parsed.phrases[noun].kind == .nominal {
      let own = owners(of: noun, parsed, parties)
      if !own.isEmpty { return own }
    }
    if found.measure == .valuation, let investee { return [investee] }
    if let verb = governingVerb(of: noun, parsed) {
      if parsed.phrases[verb].lemma == "value", !parsed.phrases[verb].isPassive, verb + 1 < parsed.phrases.count {
        let valued = ids(parties.parties(of: verb + 1))
        if !valued.isEmpty { return valued }
      }
      // increasing Acme’s revenue by 7%
      var object = verb + 1
      while object + 1 < parsed.phrases.count, parsed.phrases[object].isPossessive { object += 1 }
      if noun == verb, object < parsed.phrases.count, parsed.phrases[object].kind == .nominal, parsed.phrases[object].preposition == nil {
        let own = owners(of: object, parsed, parties)
        if !own.isEmpty { return own }
      }
      let subject = ids(parties.subject(of: verb))
      if !subject.isEmpty { return subject }
      // Revenue of Acme rose; Acme’s revenue rose: the subject is the noun, its owner is meant.
      for index in clauseStart(of: verb, parsed)..<verb where parsed.phrases[index].kind == .nominal && parsed.phrases[index].preposition == nil && !parsed.phrases[index].isPossessive {
        let own = owners(of: index, parsed, parties)
        if !own.isEmpty { return own }
      }
    }
    // The nearest company before, in the same stretch of the sentence.
    for index in (clauseStart(of: noun, parsed)...noun).reversed() {
      let named = ids(parsed.mentions(index).compactMap { parties.reference($0.mention) })
      if let last = named.last { return [last] }
      // Gemini has 650 million users: its maker's.
      let made = parsed.mentions(index).filter { document.mentions[$0.mention].type == .model }.compactMap { base.owner(of: document.mentions[$0.mention]) }.map(rules.house)
      if let last = made.last, [.userCount, .revenue, .price, .other].contains(found.measure) { return [last] }
    }
    // Acme said that the app has 3 million users.
    if [.userCount, .revenue, .capacity, .growthRate].contains(found.measure), let speaker = parties.sentenceSubject(before: noun).map({ ids([$0]) }), !speaker.isEmpty { return speaker }
    if [.growthRate, .marketShare, .capex].contains(found.measure), let region = region(in: ahead) { return [region] }
    // The chatbot has 800 million users, Acme said: who says so behind it.
    if [.userCount, .revenue, .headcount, .capacity].contains(found.measure), let speaker = speaker(behind: noun, parsed, parties) { return speaker }
    // Who invests is not who is valued.
    if found.measure == .valuation, let topic = parties.discourse.topic, base.catalog.company(topic.company)?.kind == "investor" {
      return [parties.discourse.investee?.company].compactMap { $0 }
    }
    // Power demand could surge 175%: nobody's but a topic's revenue is.
    if found.measure == .growthRate, !tellsOwn(noun, parsed) { return [] }
    if found.measure == .price, document.folded.text(document.folded.folded(parsed.sentence.span)).contains(" prices ") { return [] }
    if let topic = parties.discourse.topic, !rules.words["research_firms"].contains(topic.company), !isSource(topic.company), !isAgency(topic) { return [topic.company] }
    return []
  }

  /// Revenue, profit, users are a company's own; demand and spending may be anybody's.
  private func tellsOwn(_ phrase: Int, _ parsed: EnglishSentence) -> Bool {
    let from = clauseStart(of: phrase, parsed)
    let text = document.folded.text(document.folded.folded(Span(parsed.span(from).start, max(parsed.span(phrase).end, parsed.span(from).end))))
    return rules.words["en_own_noun"].contains { text.contains($0) }
  }

  /// The gross domestic product, consumer prices: no company's.
  func isMacro(_ phrase: Int, _ parsed: EnglishSentence) -> Bool {
    let from = clauseStart(of: phrase, parsed)
    let text = " " + document.folded.text(document.folded.folded(Span(parsed.span(from).start, max(parsed.span(phrase).end, parsed.span(from).end)))) + " "
    return rules.words["en_macro_noun"].contains { text.contains(" " + $0 + " ") }
  }

  /// The country that a sentence about prices and rates names, or whose central bank it names.
  private func macroRegion(_ parsed: EnglishSentence) -> String? {
    if let region = region(in: parsed.sentence.span) { return region }
    let text = " " + document.folded.text(document.folded.folded(parsed.sentence.span)) + " "
    return rules.words["en_us_macro"].contains { text.contains(" " + $0) } ? "US" : nil
  }

  /// `…, Acme said`
  private func speaker(behind phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> [String]? {
    for index in phrase..<parsed.phrases.count where index > 1 && parsed.phrases[index].isFinite && parsed.phrases[index].lemma == "say" && parsed.phrases[index - 2].kind == .comma {
      let named = ids(parties.heads(index - 1))
      return named.isEmpty ? nil : named
    }
    return nil
  }

  /// Of whom a sum is claimed: `in damages from Acme`.
  private func payer(of place: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> [String]? {
    let near = (place + 1)..<min(parsed.phrases.count, place + 3)
    guard near.contains(where: { parsed.headWord($0) == "damages" }), let from = near.first(where: { parsed.phrases[$0].preposition == "from" }) else { return nil }
    let named = ids(parties.parties(of: from))
    return named.isEmpty ? nil : named
  }

  private func ids(_ parties: [PartyReference], named: Bool = false) -> [String] {
    parties.filter { (named || !$0.isUnknown) && !isSource($0.company) && !isAgency($0) && base.catalog.company($0.company)?.kind != "government" && !rules.words["research_firms"].contains($0.company) }.map(\.company)
  }

  /// The Federal Reserve, a department: who counts is not who is counted.
  private func isAgency(_ party: PartyReference) -> Bool {
    guard !party.isDerived else { return false }
    let name = " " + document.folded.text(document.folded.folded(party.span)) + " "
    return rules.words["en_agency"].contains { name.contains(" " + $0 + " ") }
  }

  private func isSource(_ company: String) -> Bool { rules.media.contains(company) || base.catalog.company(company)?.kind == "media" }

  /// `Acme’s revenue`, `revenue of Acme`, `shares of Acme and Bolt`, `Acme stock`
  func owners(of phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> [String] {
    // shares of Kolo, Kolo’s revenue: whoever has these is a company.
    let own = ids(parties.owners(phrase), named: true)
    if !own.isEmpty { return own }
    let next = phrase + 1
    if next < parsed.phrases.count, parsed.phrases[next].kind == .nominal, ["of", "for", "at", "in"].contains(parsed.phrases[next].preposition ?? "") {
      var target = next
      while target + 1 < parsed.phrases.count, parsed.phrases[target].isPossessive { target += 1 }
      let named = ids(parties.parties(of: target), named: parsed.phrases[next].preposition == "of")
      if !named.isEmpty { return named }
    }
    return ids(parties.modifiers(phrase))
  }

  func governingVerb(of phrase: Int, _ parsed: EnglishSentence) -> Int? {
    if parsed.phrases[phrase].kind == .verbal { return phrase }
    if let before = (0..<phrase).last(where: { parsed.phrases[$0].kind == .verbal || parsed.phrases[$0].kind == .breaker }), parsed.phrases[before].kind == .verbal { return before }
    return (phrase..<parsed.phrases.count).first { parsed.phrases[$0].isFinite }
  }

  /// The model before its parameters, or behind them: `the 70-billion-parameter Yarrow 2`.
  func model(at place: Int, _ parsed: EnglishSentence) -> [String] {
    for index in (0...place).reversed() + Array((place + 1)..<max(place + 1, min(parsed.phrases.count, place + 3))) {
      if let mention = parsed.mentions(index).last(where: { document.mentions[$0.mention].type == .model }) { return [document.mentions[mention.mention].id] }
    }
    return []
  }

  private func region(in span: Span) -> String? {
    guard span.start < span.end else { return nil }
    let text = " " + document.folded.text(document.folded.folded(span)) + " "
    // The pronoun us is no country: its capitals tell.
    let original = " " + document.folded.originalText(span) + " "
    if [" US ", " US'", " US’", " U.S. ", " U.S.'", " U.S.’"].contains(where: { original.contains($0) }) { return "US" }
    var best: (at: String.Index, code: String)?
    for (word, code) in rules.regions {
      let name = String(decoding: word, as: UTF8.self)
      guard word.first.map({ $0 < 0x80 }) ?? false, let range = text.firstRange(of: " \(name) ") ?? text.firstRange(of: " \(name)'") else { continue }
      if best == nil || range.lowerBound < (best?.at ?? range.lowerBound) { best = (range.lowerBound, code) }
    }
    return best?.code
  }
}
