import Catalog
import Facts
import Language
import Quantities

/// Figures that belong to no deal, in English: `Acme’s cloud revenue rose 12% to $3.4bn` → growth_rate 12 and revenue 3.4bn of Acme.
///
/// What is measured comes from the noun next to the figure, from its counter (`employees`), or from a verb of rising and
/// falling; whose it is from the owner of that noun, its `of`, or the subject of its clause.
struct EnglishMetricReader {
  let base: MetricReader
  let lexicon: EnglishLexicon

  private var rules: RuleSet { base.rules }
  private var document: LinkedDocument { base.document }

  struct Found {
    let quantity: Int
    let measure: Measure
    /// Phrase of the noun or verb that says what is measured.
    let phrase: Int
    var falls = false
    /// No word says what is measured: only a subject of its own makes it a figure on somebody.
    var isPlain = false
  }

  /// - Parameters:
  ///   - measures: the nearest measure nouns, as bytes tell them.
  ///   - investee: who raises money in this sentence: a valuation is theirs.
  func metrics(
    in parsed: EnglishSentence, _ parties: EnglishParties, measures: [Int: MeasureReader.Reading], taken: Set<Int>, investee: String?
  ) -> [Metric] {
    let placement = placement(parsed)
    var shares: [Int: Int] = [:]
    var last: Found?
    var result: [Metric] = []
    for index in document.quantities(in: parsed.sentence.span) {
      let quantity = document.quantities[index]
      guard quantity.restates == nil, let value = quantity.value, !taken.contains(index), let place = placement[index] else { continue }
      let told = found(index, place, parsed, measures) ?? continued(last, index, place, parsed)
      last = told
      guard let found = told, let unit = base.unit(quantity, found.measure), base.isPlausible(value, found.measure) else { continue }
      let owners = subjects(found, place, parsed, parties, investee)
      guard !owners.isEmpty else { continue }
      // jumped 4.7% and 4.5%, respectively: the second figure is the second subject’s.
      let turn = shares[found.phrase, default: 0]
      shares[found.phrase] = turn + 1
      let isZipped = owners.count > 1 && document.folded.text(document.folded.folded(parsed.sentence.span)).holds("respectively")
      let subject = isZipped ? owners[min(turn, owners.count - 1)] : owners[0]
      func metric(_ value: ExactDecimal, _ qualifier: Qualifier) -> Metric {
        Metric(
          subject: subject, measure: found.measure, value: found.falls && !value.isNegative ? -value : value, unit: unit,
          period: base.period(parsed.sentence, near: index), qualifier: qualifier, lower: quantity.lower, upper: quantity.upper,
          confidence: Confidence(thousandths: 800),
          evidence: [document.text.evidence(evidence(quantity, found, parsed), rule: "en.metric.\(found.measure.rawValue)")])
      }
      if quantity.isRange, let lower = quantity.lower, let upper = quantity.upper {
        result += [metric(lower, .atLeast), metric(upper, .upTo)]
      } else {
        result.append(metric(value, quantity.qualifier))
      }
    }
    return result
  }

  private func evidence(_ quantity: Quantity, _ found: Found, _ parsed: EnglishSentence) -> Span {
    let noun = parsed.span(found.phrase)
    return Span(min(noun.start, quantity.qualified.start), max(noun.end, quantity.qualified.end))
  }

  private func placement(_ parsed: EnglishSentence) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (phrase, run) in parsed.phrases.enumerated() {
      for element in run.elements { if case .quantity(let index) = parsed.elements[element].unit { result[index] = phrase } }
    }
    for aside in parsed.asides { if case .quantity(let index) = aside.unit { result[index] = aside.phrase } }
    return result
  }

  // MARK: What is measured

  private func found(_ index: Int, _ place: Int, _ parsed: EnglishSentence, _ measures: [Int: MeasureReader.Reading]) -> Found? {
    let quantity = document.quantities[index]
    if quantity.kind == .percentage || quantity.unit == "times", let move = movement(place, parsed) { return Found(quantity: index, measure: move.measure, phrase: move.phrase, falls: move.falls) }
    if let reading = measures[index] {
      let entry = rules.measures.entries[reading.entry]
      guard let measure = entry.measure, measure != .stockMove else { return nil }
      // customers in 900 industries: no number of customers.
      if measure == .userCount, reading.span.end <= quantity.qualified.start,
        document.folded.originalText(Span(reading.span.end, quantity.qualified.start)).holds(" in ")
      { return nil }
      let phrase = parsed.phrases.indices.last { parsed.phrases[$0].elements.contains { parsed.elements[$0].token.span.start <= reading.span.start } } ?? place
      return Found(quantity: index, measure: measure, phrase: phrase, falls: entry.sign < 0)
    }
    if let around = nounAround(place, quantity, parsed) { return Found(quantity: index, measure: around.measure, phrase: around.phrase) }
    if quantity.unit == "watt", let verb = governingVerb(of: place, parsed), ["scale", "operate", "expand", "reach", "have", "run"].contains(parsed.phrases[verb].lemma) {
      return Found(quantity: index, measure: .capacity, phrase: place)
    }
    if let measure = base.unitMeasure(quantity) { return Found(quantity: index, measure: measure, phrase: place) }
    if let counter = quantity.counter, let measure = lexicon.counters[counter], measure != .chipCount || holdsChips(place, parsed) { return Found(quantity: index, measure: measure, phrase: place) }
    return plain(index, place, parsed)
  }

  /// A large count that no list names: handled 45 million calls, created 20 billion images.
  private func plain(_ index: Int, _ place: Int, _ parsed: EnglishSentence) -> Found? {
    let quantity = document.quantities[index]
    guard let value = quantity.value?.approximate, parsed.phrases[place].preposition == nil || parsed.phrases[place].preposition == "of" else { return nil }
    // access to a million TPUs: the size of a deal.
    guard !document.mentions(in: parsed.sentence.span).contains(where: { document.mentions[$0].type == .chip }) else { return nil }
    guard value >= 100_000, quantity.kind == .number || (quantity.kind == .measure && quantity.unit == "count") else { return nil }
    return Found(quantity: index, measure: .other, phrase: place, isPlain: true)
  }

  /// runs 200,000 GPUs: who has them; a purchase of GPUs is a deal.
  private func holdsChips(_ place: Int, _ parsed: EnglishSentence) -> Bool {
    guard let verb = governingVerb(of: place, parsed) else { return false }
    return ["have", "run", "operate", "own", "house", "reach", "exceed", "contain", "include"].contains(parsed.phrases[verb].lemma)
  }

  /// from $3bn to $5bn: the second figure measures what the first does.
  private func continued(_ last: Found?, _ index: Int, _ place: Int, _ parsed: EnglishSentence) -> Found? {
    guard let last, ["to", "from"].contains(parsed.phrases[place].preposition ?? ""), document.quantities[last.quantity].unit == document.quantities[index].unit,
      document.quantities[last.quantity].kind == document.quantities[index].kind, last.phrase <= place
    else { return nil }
    return Found(quantity: index, measure: last.measure, phrase: last.phrase, falls: last.falls)
  }

  /// A measure noun in the figure’s own phrase or in what completes it: `a $200 billion jump in capital expenditure`.
  private func nounAround(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> (measure: Measure, phrase: Int)? {
    let unit = quantity.kind == .money ? "money" : quantity.unit ?? quantity.kind.rawValue
    var index = place
    while index < parsed.phrases.count, index <= place + 3 {
      let phrase = parsed.phrases[index]
      if phrase.kind == .comma {
        index += 1
        continue
      }
      guard phrase.kind == .nominal, index == place || phrase.preposition == nil || ["in", "of"].contains(phrase.preposition ?? "") else { return nil }
      let run = document.folded.folded(parsed.span(index))
      let text = " " + document.folded.text(run) + " "
      for entry in rules.measures.entries where entry.language == .en && (entry.units.isEmpty || entry.units.contains(unit)) {
        guard let measure = entry.measure, [.capex, .revenue, .headcount, .userCount, .marketCap, .commitmentTotal, .netIncome].contains(measure) else { continue }
        if entry.words.contains(where: { text.contains(" " + String(decoding: $0, as: UTF8.self) + " ") }) { return (measure, index) }
      }
      index += 1
    }
    return nil
  }

  /// A verb or `up`, `down` that the percentage goes with: a move of a share price, or growth.
  private func movement(_ place: Int, _ parsed: EnglishSentence) -> (measure: Measure, phrase: Int, falls: Bool)? {
    let words = parsed.words(place)
    // rose to 4.3% from 3.8%: levels, unless it is growth itself that is told.
    if ["to", "from"].contains(parsed.phrases[place].preposition ?? ""), !tellsGrowth(place, parsed) { return nil }
    // up 13%, down 5%; a 54% increase, a 6% rise
    for word in words {
      if ["up", "increase", "rise", "growth", "jump", "gain", "surge", "leap"].contains(word) { return measure(ofMove: place, parsed).map { ($0, place, false) } }
      if ["down", "decline", "drop", "decrease", "fall", "slump"].contains(word) { return measure(ofMove: place, parsed).map { ($0, place, true) } }
    }
    var index = place
    while index >= 0, place - index < 5 {
      let phrase = parsed.phrases[index]
      switch phrase.kind {
      case .verbal:
        if rules.words["en_rise"].contains(phrase.lemma) { return measure(ofMove: index, parsed).map { ($0, index, false) } }
        if rules.words["en_fall"].contains(phrase.lemma) { return measure(ofMove: index, parsed).map { ($0, index, true) } }
        return nil
      case .nominal, .conjunction, .comma: index -= 1
      case .relative, .subordinator, .breaker: return nil
      }
    }
    return nil
  }

  private func tellsGrowth(_ place: Int, _ parsed: EnglishSentence) -> Bool {
    (clauseStart(of: place, parsed)...place).contains { index in parsed.phrases[index].kind == .nominal && parsed.words(index).contains { ["growth", "gdp", "increase"].contains($0) } }
  }

  /// Shares, stock and indices move; revenue, sales, spending grow; anything else is not measured.
  private func measure(ofMove phrase: Int, _ parsed: EnglishSentence) -> Measure? {
    let from = clauseStart(of: phrase, parsed)
    // What stands nearest before the verb decides: NVO stock slumped.
    for index in (from...phrase).reversed() where parsed.phrases[index].kind == .nominal {
      let words = parsed.words(index)
      if words.contains(where: { ["shares", "stock", "stocks"].contains($0) }) || (words.contains("share") && words.contains("price")) { return .stockMove }
      if words.contains(where: { rules.words["en_growth_noun"].contains($0) || rules.words["en_growth_noun"].contains(EnglishLexicon.singular($0)) }) { return .growthRate }
    }
    // a 35% jump in profit
    if parsed.phrases[phrase].kind == .nominal, phrase + 1 < parsed.phrases.count, parsed.phrases[phrase + 1].preposition == "in",
      parsed.words(phrase + 1).contains(where: { rules.words["en_growth_noun"].contains(EnglishLexicon.singular($0)) })
    { return .growthRate }
    if indexRegion(from, phrase, parsed) != nil { return .stockMove }
    // increasing its revenue by 7%
    if parsed.phrases[phrase].kind == .verbal {
      var object = phrase + 1
      while object + 1 < parsed.phrases.count, parsed.phrases[object].isPossessive { object += 1 }
      if object < parsed.phrases.count, parsed.words(object).contains(where: { rules.words["en_growth_noun"].contains(EnglishLexicon.singular($0)) }) { return .growthRate }
    }
    let text = document.folded.text(document.folded.folded(parsed.sentence.span))
    return ["year-over-year", "year over year", "year-on-year", "from a year", "quarter-over-quarter", "over the previous year"].contains { text.holds($0) } ? .growthRate : nil
  }

  private func clauseStart(of phrase: Int, _ parsed: EnglishSentence) -> Int {
    var index = phrase
    var verbs = 0
    while index > 0 {
      let previous = parsed.phrases[index - 1]
      if previous.kind == .breaker || previous.kind == .subordinator { return index }
      if previous.isFinite {
        verbs += 1
        if verbs > 1 || parsed.phrases[phrase].kind == .verbal { return index }
      }
      index -= 1
    }
    return 0
  }

  /// Dow Jones, Nasdaq: the market of a country.
  private func indexRegion(_ from: Int, _ to: Int, _ parsed: EnglishSentence) -> String? {
    let run = document.folded.folded(Span(parsed.span(from).start, parsed.span(to).end))
    let text = document.folded.text(run)
    return lexicon.indices.first { text.contains($0.name) }?.country
  }

  // MARK: Whose it is

  private func subjects(_ found: Found, _ place: Int, _ parsed: EnglishSentence, _ parties: EnglishParties, _ investee: String?) -> [String] {
    let noun = found.phrase
    if found.isPlain {
      let own = ids(parties.owners(noun))
      if !own.isEmpty { return own }
      guard let verb = governingVerb(of: noun, parsed), verb < noun, parsed.phrases[verb].isFinite || parsed.phrases[verb].isInfinitive, parsed.phrases[verb].modal != "could", parsed.phrases[verb].modal != "may" else { return [] }
      return ids(parties.subject(of: verb))
    }
    if found.measure == .parameters { return model(before: place, parsed) }
    if found.measure == .stockMove, let region = indexRegion(clauseStart(of: noun, parsed), noun, parsed) { return [region] }
    let ahead = Span(parsed.span(clauseStart(of: noun, parsed)).start, max(parsed.span(place).start, parsed.span(clauseStart(of: noun, parsed)).start))
    if [.marketSize, .modelCount].contains(found.measure) { return region(in: ahead).map { [$0] } ?? [] }
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
    }
    // Acme said that the app has 3 million users.
    if [.userCount, .revenue, .capacity, .growthRate].contains(found.measure), let speaker = parties.sentenceSubject(before: noun).map({ ids([$0]) }), !speaker.isEmpty { return speaker }
    if [.growthRate, .marketShare, .capex].contains(found.measure), let region = region(in: ahead) { return [region] }
    if let topic = parties.discourse.topic, !rules.words["research_firms"].contains(topic.company), !isSource(topic.company) { return [topic.company] }
    return []
  }

  private func ids(_ parties: [PartyReference]) -> [String] {
    parties.filter { !$0.isUnknown && !isSource($0.company) && base.catalog.company($0.company)?.kind != "government" && !rules.words["research_firms"].contains($0.company) }.map(\.company)
  }

  private func isSource(_ company: String) -> Bool { rules.media.contains(company) || base.catalog.company(company)?.kind == "media" }

  /// `Acme’s revenue`, `revenue of Acme`, `shares of Acme and Bolt`, `Acme stock`
  private func owners(of phrase: Int, _ parsed: EnglishSentence, _ parties: EnglishParties) -> [String] {
    let own = ids(parties.owners(phrase))
    if !own.isEmpty { return own }
    let next = phrase + 1
    if next < parsed.phrases.count, parsed.phrases[next].kind == .nominal, ["of", "for", "at"].contains(parsed.phrases[next].preposition ?? "") {
      var target = next
      while target + 1 < parsed.phrases.count, parsed.phrases[target].isPossessive { target += 1 }
      let named = ids(parties.parties(of: target))
      if !named.isEmpty { return named }
    }
    return ids(parties.modifiers(phrase))
  }

  private func governingVerb(of phrase: Int, _ parsed: EnglishSentence) -> Int? {
    if parsed.phrases[phrase].kind == .verbal { return phrase }
    if let before = (0..<phrase).last(where: { parsed.phrases[$0].kind == .verbal || parsed.phrases[$0].kind == .breaker }), parsed.phrases[before].kind == .verbal { return before }
    return (phrase..<parsed.phrases.count).first { parsed.phrases[$0].isFinite }
  }

  private func model(before place: Int, _ parsed: EnglishSentence) -> [String] {
    for index in (0...place).reversed() {
      if let mention = parsed.mentions(index).last(where: { document.mentions[$0.mention].type == .model }) { return [document.mentions[mention.mention].id] }
    }
    return []
  }

  private func region(in span: Span) -> String? {
    guard span.start < span.end else { return nil }
    let text = " " + document.folded.text(document.folded.folded(span)) + " "
    var best: (at: String.Index, code: String)?
    for (word, code) in rules.regions {
      let name = String(decoding: word, as: UTF8.self)
      guard word.first.map({ $0 < 0x80 }) ?? false, let range = text.firstRange(of: " \(name) ") ?? text.firstRange(of: " \(name)'") else { continue }
      if best == nil || range.lowerBound < (best?.at ?? range.lowerBound) { best = (range.lowerBound, code) }
    }
    return best?.code
  }
}
