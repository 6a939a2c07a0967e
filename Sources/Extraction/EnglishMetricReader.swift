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

  var rules: RuleSet { base.rules }
  var document: LinkedDocument { base.document }

  struct Found {
    let quantity: Int
    let measure: Measure
    /// Phrase of the noun or verb that says what is measured.
    let phrase: Int
    var falls = false
    /// The row of the measures that its noun stands in.
    var rule: String?
    /// Points of a share index: its country's.
    var isIndexLevel = false
    /// Prices, rates of interest: a country's.
    var isMacro = false
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
      guard let found = told, let unit = isTurns(quantity) ? "count" : base.unit(quantity, found.measure), base.isPlausible(value, found.measure) else { continue }
      let owners = subjects(found, place, parsed, parties, investee)
      guard !owners.isEmpty else { continue }
      // jumped 4.7% and 4.5%, respectively: the second figure is the second subject’s.
      let turn = shares[found.phrase, default: 0]
      shares[found.phrase] = turn + 1
      let isZipped = owners.count > 1 && document.folded.text(document.folded.folded(parsed.sentence.span)).holds("respectively")
      let subject = isZipped ? owners[min(turn, owners.count - 1)] : owners[0]
      result += base.metrics(
        index, of: subject, found.measure, unit: unit, falls: found.falls, confidence: 800,
        evidence: document.text.evidence(evidence(quantity, found, parsed), rule: found.rule ?? "en.metric.\(found.measure.rawValue)"), in: parsed.sentence)
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

  func found(_ index: Int, _ place: Int, _ parsed: EnglishSentence, _ measures: [Int: MeasureReader.Reading]) -> Found? {
    let quantity = document.quantities[index]
    // the kilowatts of a charger, the watts of a telephone are no plant's capacity.
    if quantity.unit == "watt", let value = quantity.value, value.approximate < 100_000 { return nil }
    if isTurns(quantity), let verb = governingVerb(of: place, parsed), verb < place, rules.words["en_counted_act"].contains(parsed.phrases[verb].lemma) { return Found(quantity: index, measure: .other, phrase: verb) }
    // 105-billion-parameter: counted by what the hyphen ties to it.
    if [.number, .measure].contains(quantity.kind), tiesToParameter(quantity) { return Found(quantity: index, measure: .parameters, phrase: place) }
    if quantity.counter == "models", let value = quantity.value, value.approximate > 1_000_000 { return nil }
    // many of the Fortune 100: a list, no count.
    if quantity.unit == "count" || quantity.unit == "user" || quantity.kind == .number,
      document.folded.text(document.folded.folded(Span(characterStart(quantity.qualified.start - 8), quantity.qualified.start))).contains("fortune")
    { return nil }
    // had raised $242 million: all of it so far.
    if quantity.kind == .money, place > 0, parsed.phrases[place].preposition == nil, parsed.phrases[place - 1].lemma == "raise", parsed.isPastPerfect(place - 1) { return Found(quantity: index, measure: .cumulativeInvestment, phrase: place) }
    if quantity.kind == .percentage, isShareOfMarket(place, parsed) { return Found(quantity: index, measure: .marketShare, phrase: place) }
    if isAudience(quantity) { return Found(quantity: index, measure: .userCount, phrase: place) }
    if quantity.kind == .percentage || quantity.unit == "times", let move = movement(place, parsed) { return Found(quantity: index, measure: move.measure, phrase: move.phrase, falls: move.falls) }
    if let reading = measures[index] {
      let entry = rules.measures.entries[reading.entry]
      guard let measure = entry.measure, measure != .stockMove else { return nil }
      // betting on AI infrastructure with $3bn: what a sum is spent on stands behind it.
      if reading.span.end <= quantity.qualified.start, ["in ", "into ", "on "].contains(where: { document.folded.text(document.folded.folded(reading.span)).hasPrefix($0) }) { return nil }
      // rate worries, and stocks rose 0.65%: another statement.
      if entry.rule == "en.m.macro", reading.span.end < quantity.qualified.start, document.folded.originalText(Span(reading.span.end, quantity.qualified.start)).contains(" and ") { return nil }
      // $2 billion to date: raised or invested, not earned.
      if measure == .cumulativeInvestment, !["rais", "fund", "invest", "financing", "capital"].contains(where: { document.folded.text(document.folded.folded(parsed.sentence.span)).contains($0) }) { return nil }
      if measure == .headcount, document.folded.text(document.folded.folded(reading.span)) == "jobs", !cutsJobs(place, parsed) { return nil }
      // customers in 900 industries: no number of customers.
      if measure == .userCount, reading.span.end <= quantity.qualified.start,
        document.folded.originalText(Span(reading.span.end, quantity.qualified.start)).holds(" in ")
      { return nil }
      let phrase = parsed.phrases.indices.last { parsed.phrases[$0].elements.contains { parsed.elements[$0].token.span.start <= reading.span.start } } ?? place
      return Found(quantity: index, measure: measure, phrase: phrase, falls: entry.sign < 0, rule: entry.rule, isMacro: entry.rule == "en.m.macro")
    }
    if let around = nounAround(place, quantity, parsed) { return Found(quantity: index, measure: around.measure, phrase: around.phrase) }
    if let told = measureOfSubject(place, quantity, parsed) { return Found(quantity: index, measure: told.measure, phrase: told.phrase) }
    if let verb = losing(place, quantity, parsed) { return Found(quantity: index, measure: .netIncome, phrase: verb, falls: true) }
    if let verb = training(place, quantity, parsed) { return Found(quantity: index, measure: .trainingCost, phrase: verb) }
    if let verb = employing(place, quantity, parsed) { return Found(quantity: index, measure: .headcount, phrase: verb) }
    if let verb = earning(place, quantity, parsed) { return Found(quantity: index, measure: .revenue, phrase: verb) }
    if isIndexLevel(index, place, parsed) { return Found(quantity: index, measure: .other, phrase: place, isIndexLevel: true) }
    if quantity.unit == "watt", let verb = governingVerb(of: place, parsed), ["scale", "operate", "expand", "reach", "have", "run", "hit", "total", "exceed"].contains(parsed.phrases[verb].lemma) {
      return Found(quantity: index, measure: .capacity, phrase: place)
    }
    if let measure = base.unitMeasure(quantity) { return Found(quantity: index, measure: measure, phrase: place) }
    // trains 30,000 employees on it: somebody's customers.
    if quantity.counter.map({ lexicon.counters[$0] == .headcount }) ?? false, let verb = governingVerb(of: place, parsed), verb < place, rules.words["en_serves"].contains(parsed.phrases[verb].lemma) { return nil }
    if quantity.counter == "jobs", !cutsJobs(place, parsed) { return nil }
    if let counter = quantity.counter, let measure = lexicon.counters[counter], measure != .chipCount || holdsChips(place, parsed) { return Found(quantity: index, measure: measure, phrase: place) }
    return plain(index, place, parsed)
  }

  /// The nearest place at or before a byte where a character begins.
  private func characterStart(_ byte: Int) -> Int {
    var start = max(0, byte)
    while start > 0, document.folded.original[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func tiesToParameter(_ quantity: Quantity) -> Bool {
    let end = min(document.folded.original.count, quantity.qualified.end + 10)
    return document.folded.text(document.folded.folded(Span(quantity.qualified.end, end))).hasPrefix("-parameter")
  }

  /// `downloaded 75 million times`: so often, not so many times as much.
  private func isTurns(_ quantity: Quantity) -> Bool { quantity.unit == "times" && (quantity.value?.approximate ?? 0) >= 1000 }

  /// `controls 80% of the AI chip market`
  private func isShareOfMarket(_ place: Int, _ parsed: EnglishSentence) -> Bool {
    guard place + 1 < parsed.phrases.count, parsed.phrases[place + 1].kind == .nominal, parsed.phrases[place + 1].preposition == "of" else { return false }
    var head = place + 1
    while head + 1 < parsed.phrases.count, parsed.phrases[head].isPossessive { head += 1 }
    return parsed.headWord(head).map { ["market", "markets"].contains($0) } ?? false
  }

  /// `900 million people use it every week`: people who use a thing are its users.
  func isAudience(_ quantity: Quantity) -> Bool {
    guard let counter = quantity.counter, ["people", "developers", "companies"].contains(counter), let value = quantity.value, value.approximate >= 1000 else { return false }
    return using(behind: quantity) != nil
  }

  /// The end of a verb of using right behind a count of people.
  func using(behind quantity: Quantity) -> Int? {
    let bytes = document.folded.original
    var end = min(bytes.count, quantity.qualified.end + 48)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = document.folded.originalText(Span(quantity.qualified.end, end))
    for word in rules.words["en_audience"].sorted() {
      if let range = text.firstRange(of: " " + word + " "), !text[..<range.lowerBound].contains(where: { ",.;:".contains($0) }) { return quantity.qualified.end + text[..<range.upperBound].utf8.count }
    }
    return nil
  }

  /// A large count that no list names: handled 45 million calls, created 20 billion images.
  private func plain(_ index: Int, _ place: Int, _ parsed: EnglishSentence) -> Found? {
    let quantity = document.quantities[index]
    guard let value = quantity.value?.approximate, parsed.phrases[place].preposition == nil || parsed.phrases[place].preposition == "of" else { return nil }
    // access to a million TPUs: the size of a deal.
    guard !document.mentions(in: parsed.sentence.span).contains(where: { document.mentions[$0].type == .chip }) else { return nil }
    // weighs 35g
    guard !document.folded.text(document.folded.folded(quantity.span)).hasSuffix("g") else { return nil }
    guard value >= 100_000, quantity.kind == .number || (quantity.kind == .measure && quantity.unit == "count") else { return nil }
    return Found(quantity: index, measure: .other, phrase: place, isPlain: true)
  }

  /// cuts 9,000 jobs: whose they are is told; 9,000 new jobs are a country's.
  private func cutsJobs(_ place: Int, _ parsed: EnglishSentence) -> Bool {
    guard let verb = governingVerb(of: place, parsed) else { return false }
    return rules.words["en_job_cut"].contains(parsed.phrases[verb].lemma)
  }

  /// runs 200,000 GPUs: who has them; a purchase of GPUs is a deal.
  private func holdsChips(_ place: Int, _ parsed: EnglishSentence) -> Bool {
    guard let verb = governingVerb(of: place, parsed) else { return false }
    return ["have", "run", "operate", "own", "house", "reach", "exceed", "contain", "include"].contains(parsed.phrases[verb].lemma)
  }

  /// from $3bn to $5bn: the second figure measures what the first does.
  private func continued(_ last: Found?, _ index: Int, _ place: Int, _ parsed: EnglishSentence) -> Found? {
    guard let last, !last.isPlain, ["to", "from"].contains(parsed.phrases[place].preposition ?? ""), document.quantities[last.quantity].unit == document.quantities[index].unit,
      document.quantities[last.quantity].kind == document.quantities[index].kind, last.phrase <= place
    else { return nil }
    return Found(quantity: index, measure: last.measure, phrase: last.phrase, falls: last.falls, rule: last.rule, isMacro: last.isMacro)
  }

  /// A measure noun in the figure’s own phrase or in what completes it: `a $200 billion jump in capital expenditure`.
  private func nounAround(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> (measure: Measure, phrase: Int)? {
    let unit = quantity.kind == .money ? "money" : quantity.unit ?? quantity.kind.rawValue
    var index = place
    while index < parsed.phrases.count, index <= place + 3 {
      let phrase = parsed.phrases[index]
      if phrase.kind == .comma || (phrase.kind == .conjunction && quantity.kind == .money) {
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

  /// `Its market capitalization has surged in recent months to around $3.7 trillion`: the subject says what reaches the sum.
  private func measureOfSubject(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> (measure: Measure, phrase: Int)? {
    guard quantity.kind == .money || quantity.kind == .number, [nil, "to", "at"].contains(parsed.phrases[place].preposition), parsed.words(place).allSatisfy({ Self.fillers.contains($0) }),
      let verb = (0..<place).last(where: { parsed.phrases[$0].kind == .verbal }), parsed.phrases[verb].isFinite, !parsed.phrases[verb..<place].contains(where: { [.breaker, .subordinator, .relative].contains($0.kind) })
    else { return nil }
    let lemma = parsed.phrases[verb].lemma
    guard lemma == "be" || rules.words["en_rise"].contains(lemma) || rules.words["en_fall"].contains(lemma) || rules.words["en_reach"].contains(lemma) else { return nil }
    for index in (clauseStart(of: verb, parsed)..<verb).reversed() where parsed.phrases[index].kind == .nominal && parsed.phrases[index].preposition == nil && !parsed.phrases[index].isPossessive {
      let text = " " + document.folded.text(document.folded.folded(parsed.span(index))) + " "
      let measured: [Measure] = quantity.kind == .money ? [.capex, .revenue, .valuation, .marketCap, .netIncome] : [.userCount, .headcount]
      for entry in rules.measures.entries where entry.language == .en && entry.measure.map(measured.contains) ?? false {
        guard let measure = entry.measure else { continue }
        if entry.words.contains(where: { text.contains(" " + String(decoding: $0, as: UTF8.self) + " ") }) { return (measure, index) }
      }
      return nil
    }
    return nil
  }

  private static let fillers: Set = ["a", "an", "the", "about", "around", "roughly", "nearly", "almost", "over", "some", "than", "more", "mark"]

  /// `Acme generated $43 billion in 2024`: what a company takes in is its revenue.
  private func earning(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> Int? {
    guard quantity.kind == .money, place > 0, parsed.phrases[place].preposition == nil, parsed.words(place).allSatisfy({ Self.fillers.contains($0) }), parsed.phrases[place - 1].kind == .verbal,
      parsed.phrases[place - 1].isFinite, !parsed.phrases[place - 1].isPassive, parsed.phrases[place - 1].modal == nil, let value = quantity.value, value.approximate >= 1_000_000,
      rules.words["en_earn"].contains(parsed.phrases[place - 1].lemma)
    else { return nil }
    return place - 1
  }

  /// `Acme lost about $5 billion in 2024`
  private func losing(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> Int? {
    guard quantity.kind == .money, isBareObject(place, parsed), parsed.phrases[place - 1].lemma == "lose", !parsed.phrases[place - 1].isPassive, !parsed.phrases[place - 1].isGerund,
      let value = quantity.value, value.approximate >= 1_000_000
    else { return nil }
    return place - 1
  }

  /// `Training the model cost $5.6 million`, `cost Acme $5.6 million`
  private func training(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> Int? {
    guard quantity.kind == .money, let verb = (0..<place).last(where: { parsed.phrases[$0].kind == .verbal }), place - verb <= 2, parsed.phrases[verb].lemma == "cost" else { return nil }
    let text = document.folded.text(document.folded.folded(Span(parsed.span(0).start, parsed.span(verb).start)))
    return text.contains("training ") || text.contains("to train ") ? verb : nil
  }

  /// `has 3,000 people`: of a company, who works there.
  private func employing(_ place: Int, _ quantity: Quantity, _ parsed: EnglishSentence) -> Int? {
    guard quantity.counter == "people", isBareObject(place, parsed), ["have", "employ"].contains(parsed.phrases[place - 1].lemma), let value = quantity.value, value.approximate < 3_000_000 else { return nil }
    return place - 1
  }

  private func isBareObject(_ place: Int, _ parsed: EnglishSentence) -> Bool {
    place > 0 && parsed.phrases[place].preposition == nil && parsed.phrases[place - 1].kind == .verbal && parsed.words(place).allSatisfy { Self.fillers.contains($0) }
  }

  /// `The S&P 500 hovers near 6,800`
  func isIndexLevel(_ index: Int, _ place: Int, _ parsed: EnglishSentence) -> Bool {
    let quantity = document.quantities[index]
    guard quantity.kind == .number, let value = quantity.value, value.approximate >= 2100, value.approximate < 100_000 else { return false }
    // Where it closed is a day's news; what it is expected to reach is a figure.
    let sentence = document.folded.text(document.folded.folded(parsed.sentence.span))
    guard rules.words["en_index_outlook"].contains(where: { sentence.contains($0) }) else { return false }
    let clause = Span(parsed.span(clauseStart(of: place, parsed)).start, quantity.qualified.start)
    let text = document.folded.text(document.folded.folded(clause))
    return lexicon.indices.contains { text.contains($0.name) }
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
  func measure(ofMove phrase: Int, _ parsed: EnglishSentence) -> Measure? {
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
    // a 2.2% fall for Acme
    if parsed.phrases[phrase].kind == .nominal, phrase + 1 < parsed.phrases.count, parsed.phrases[phrase + 1].preposition == "for", parsed.words(phrase + 1).isEmpty,
      parsed.mentions(phrase + 1).contains(where: { document.mentions[$0.mention].type == .company })
    { return .stockMove }
    if indexRegion(from, phrase, parsed) != nil { return .stockMove }
    if movesItself(phrase, parsed) { return .stockMove }
    // increasing its revenue by 7%
    if parsed.phrases[phrase].kind == .verbal {
      var object = phrase + 1
      while object + 1 < parsed.phrases.count, parsed.phrases[object].isPossessive { object += 1 }
      if object < parsed.phrases.count, parsed.words(object).contains(where: { rules.words["en_growth_noun"].contains(EnglishLexicon.singular($0)) }) { return .growthRate }
    }
    let text = document.folded.text(document.folded.folded(parsed.sentence.span))
    return ["year-over-year", "year over year", "year-on-year", "from a year", "quarter-over-quarter", "over the previous year"].contains { text.holds($0) } ? .growthRate : nil
  }

  /// `Acme rose 8%`: of a company that rises by so many percent, its shares do.
  private func movesItself(_ verb: Int, _ parsed: EnglishSentence) -> Bool {
    let phrases = parsed.phrases
    guard phrases[verb].isFinite, rules.words["en_share_move"].contains(phrases[verb].lemma), verb > 0, verb + 1 < phrases.count, phrases[verb + 1].kind == .nominal, phrases[verb + 1].preposition == nil,
      parsed.words(verb + 1).allSatisfy({ Self.fillers.contains($0) }), phrases[verb - 1].kind == .nominal, phrases[verb - 1].preposition == nil, let last = parsed.mentions(verb - 1).last,
      document.mentions[last.mention].type == .company
    else { return false }
    return parsed.words(verb - 1).isEmpty
  }

  func clauseStart(of phrase: Int, _ parsed: EnglishSentence) -> Int {
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
  func indexRegion(_ from: Int, _ to: Int, _ parsed: EnglishSentence) -> String? {
    let run = document.folded.folded(Span(parsed.span(from).start, parsed.span(to).end))
    let text = document.folded.text(run)
    return lexicon.indices.first { text.contains($0.name) }?.country
  }
}
