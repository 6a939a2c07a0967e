import Catalog
import Facts
import Language
import Quantities

/// Figures that belong to no deal, in Japanese: `甲社の売上高は前年比12％増の300億円` → growth_rate 12 and revenue 300億 of 甲社.
///
/// What is measured comes from the noun beside the figure, from the subject of its clause, or from the word of change behind
/// it; whose it is from the syntax (`JapaneseFigureOwner`). A figure with an owner and no noun of a table is `other`, where
/// nothing says that it is a deal's, a survey's or a benchmark's.
struct JapaneseMetricReader {
  let base: MetricReader
  let measureReader: MeasureReader

  private var rules: RuleSet { base.rules }
  private var document: LinkedDocument { base.document }
  /// A count below this tells no more than how many are listed: 3社, 5つの機能.
  private static let leastCount = 100.0

  struct Found {
    let measure: Measure
    /// Bytes of the noun or word that says what is measured; the figure's own where there is none.
    let span: Span
    /// A row of the table, not only the form of the sentence, says so.
    let isNamed: Bool
    /// The row, or the form of the sentence, that says so.
    let rule: String
    var falls = false
  }

  /// - Parameters:
  ///   - measures: the nearest measure nouns, as bytes tell them.
  ///   - taken: quantities that deals of the article hold.
  ///   - context: whom a figure without an owner may belong to.
  func metrics(in parsed: ParsedSentence, measures: [Int: MeasureReader.Reading], taken: TakenFigures, context: FigureContext) -> [Metric] {
    let sentence = parsed.sentence
    let text = document.text.text(sentence.span)
    let scene = Scene(text: text, rules: rules)
    let places = parsed.quantityPlaces()
    var nouns: [(entry: Int, span: Span)]?
    var result: [Metric] = []
    var last: (index: Int, found: Found, subject: String)?
    for index in document.quantities(in: sentence.span) {
      let quantity = document.quantities[index]
      guard quantity.restates == nil, quantity.value != nil, let place = places[index], !taken.indices.contains(index) else { continue }
      guard [.money, .percentage, .measure, .number].contains(quantity.kind) else { continue }
      if nouns == nil { nouns = measureReader.occurrences(in: sentence.span, document.folded, .ja) }
      let owner = JapaneseFigureOwner(base: base, parsed: parsed, context: context)
      if quantity.isVague { continue }
      guard let found = found(index, place, parsed, measures[index], nouns ?? [], scene, context, last) else { continue }
      guard let unit = base.unit(quantity, found.measure) ?? countUnit(quantity, found), counts(quantity, found.measure) else { continue }
      if sentence.isQuestion, !found.isNamed { continue }
      if found.measure == .other || found.measure == .growthRate, scene.tellsSurvey || scene.tellsBenchmark { continue }
      if taken.holds(quantity), !found.isNamed || [.other, .capacity, .chipCount, .cumulativeInvestment].contains(found.measure) { continue }
      guard let subject = owner.subject(of: found, figure: place, isShare: quantity.kind == .percentage) ?? (last?.found.measure == found.measure && !found.isNamed ? last?.subject : nil) else { continue }
      last = (index, found, subject)
      var falls = found.falls
      if found.measure == .stockMove || found.measure == .growthRate { falls = falls || base.isFall(after: quantity, sentence) }
      let span = Span(min(found.span.start, quantity.qualified.start), max(found.span.end, quantity.qualified.end))
      result += base.metrics(
        index, of: subject, found.measure, unit: unit, falls: falls, confidence: found.isNamed ? 800 : 600,
        evidence: document.text.evidence(span, rule: found.rule), in: sentence)
    }
    return result + doubled(parsed, scene, context)
  }

  /// 「利用者は1年で倍増した」: a growth of 2 times without a figure.
  private func doubled(_ parsed: ParsedSentence, _ scene: Scene, _ context: FigureContext) -> [Metric] {
    guard !scene.tellsSurvey, !scene.tellsBenchmark else { return [] }
    var result: [Metric] = []
    for (phrase, bunsetsu) in parsed.phrases.enumerated() {
      guard let token = bunsetsu.tokens.first(where: { parsed.tokens[$0].surface == "倍増" }) else { continue }
      let span = parsed.tokens[token].span
      let found = Found(measure: .growthRate, span: span, isNamed: true, rule: "ja.m.doubled")
      let owner = JapaneseFigureOwner(base: base, parsed: parsed, context: context)
      guard let subject = owner.subject(of: found, figure: FigurePlace(token: token, phrase: phrase, span: span)) else { continue }
      result.append(
        Metric(
          subject: subject, measure: .growthRate, value: ExactDecimal(2), unit: "times", period: nil, qualifier: .exact, lower: nil, upper: nil,
          confidence: Confidence(thousandths: 700), evidence: [document.text.evidence(span, rule: found.rule)]))
    }
    return result
  }

  /// What else the sentence tells, read where a figure asks for it.
  private struct Scene {
    let text: String
    let rules: RuleSet

    var tellsDeal: Bool { holds("deal_figure_words") }
    var tellsCounts: Bool { holds("deal_count_words") }
    /// Something is sold to the public: what it costs is a price.
    var tellsOffer: Bool { holds("retail_words") }
    var tellsSurvey: Bool { holds("survey_words") }
    var tellsBenchmark: Bool { holds("benchmark_words") }

    private func holds(_ name: String) -> Bool { rules.words[name].contains { text.holds($0) } }
  }

  // MARK: What is measured

  private func found(
    _ index: Int, _ place: FigurePlace, _ parsed: ParsedSentence, _ reading: MeasureReader.Reading?, _ nouns: [(entry: Int, span: Span)], _ scene: Scene, _ context: FigureContext,
    _ last: (index: Int, found: Found, subject: String)?
  ) -> Found? {
    let quantity = document.quantities[index]
    // 7.6％増の, 2倍に急増: a word of change right behind says what a share is, whatever noun stands before.
    if quantity.kind == .percentage || quantity.unit == "times", let change = change(quantity, place, parsed, reading) { return change }
    if quantity.kind == .percentage, tellsStaffCut(quantity, parsed) { return Found(measure: .headcount, span: quantity.span, isNamed: true, rule: "ja.m.layoff_share", falls: true) }
    if let reading, let loss = marketLoss(place, parsed, reading) { return loss }
    if let reading, isThreshold(place, parsed, reading) { return nil }
    // 営業益29倍, 評価額は3倍: so much of a sum of money is its growth.
    if quantity.unit == "times", let noun = nouns.last(where: { $0.span.end <= quantity.qualified.start }), quantity.qualified.start - noun.span.end <= 9,
      rules.measures.entries[noun.entry].units == ["money"], rules.measures.entries[noun.entry].measure != nil
    { return Found(measure: .growthRate, span: noun.span, isNamed: true, rule: "ja.m.multiple") }
    // 売上は急増した（+62%）
    if place.isAside, quantity.kind == .percentage {
      let before = parsed.tokens[max(0, place.token - 2)...place.token].map(\.surface)
      let rises = before.contains { word in rules.words["growth_words"].contains { word.utf8.starts(with: $0.utf8) } }
      let falls = before.contains { word in rules.words["decline_words"].contains { word.utf8.starts(with: $0.utf8) } }
      let isShares = rules.words["stock_words"].contains { document.folded.originalText(Span(parsed.sentence.span.start, quantity.span.start)).holds($0) }
      if rises || falls { return Found(measure: isShares ? .stockMove : .growthRate, span: quantity.span, isNamed: true, rule: "ja.m.change", falls: falls) }
    }
    if let reading {
      let entry = rules.measures.entries[reading.entry]
      guard let measure = entry.measure else { return nil }
      if measure == .headcount, tellsLayoff(quantity) { return Found(measure: .other, span: reading.span, isNamed: true, rule: "ja.m.layoff") }
      return Found(measure: measure, span: reading.span, isNamed: true, rule: entry.rule, falls: entry.sign < 0)
    }
    if let measure = base.unitMeasure(quantity) { return Found(measure: measure, span: quantity.span, isNamed: true, rule: "ja.m.unit") }
    if let going = continued(last, index, place, parsed) { return going }
    if let noun = subjectNoun(of: place, quantity, parsed, nouns) {
      let entry = rules.measures.entries[noun.entry]
      guard let measure = entry.measure else { return nil }
      return Found(measure: measure, span: noun.span, isNamed: true, rule: entry.rule, falls: entry.sign < 0)
    }
    if quantity.kind == .percentage, let previous = context.previous, isBareStatement(place, parsed) {
      return Found(measure: previous, span: quantity.span, isNamed: true, rule: "ja.m.goes_on")
    }
    if quantity.kind == .money, tellsPrice(quantity, place, parsed) { return Found(measure: .price, span: quantity.span, isNamed: true, rule: "ja.m.offer") }
    return residual(quantity, place, parsed, scene)
  }

  /// 時価総額で3570億ドルを失い: what the shares lost, not what they are worth.
  private func marketLoss(_ place: FigurePlace, _ parsed: ParsedSentence, _ reading: MeasureReader.Reading) -> Found? {
    guard rules.measures.entries[reading.entry].measure == .marketCap, let word = wordBehind(place, parsed),
      rules.words["loss_words"].contains(where: { word.text.utf8.starts(with: $0.utf8) })
    else { return nil }
    return Found(measure: .stockMove, span: reading.span, isNamed: true, rule: "ja.m.market_loss", falls: true)
  }

  /// 「シェアが5割を切った」: a mark that a share passed, not the share.
  private func isThreshold(_ place: FigurePlace, _ parsed: ParsedSentence, _ reading: MeasureReader.Reading) -> Bool {
    guard rules.measures.entries[reading.entry].measure == .marketShare, let word = wordBehind(place, parsed) else { return false }
    return rules.words["threshold_words"].contains { word.text.utf8.starts(with: $0.utf8) }
  }

  /// People are counted in 人, users by the hundred, and nobody by 数千人.
  private func counts(_ quantity: Quantity, _ measure: Measure) -> Bool {
    switch measure {
    case .headcount:
      return !quantity.isVague && (quantity.counter.map { rules.words["person_counters"].contains($0) } ?? true) && quantity.value.map { $0.approximate >= 5 } ?? false
    case .userCount:
      return !(quantity.counter.map { rules.words["thing_counters"].contains($0) } ?? false) && quantity.value.map { $0.approximate >= 100 } ?? false
    default: return true
    }
  }

  /// 9000人の従業員を解雇: who leaves is no staff.
  private func tellsLayoff(_ quantity: Quantity) -> Bool {
    let end = quantity.qualified.end
    let behind = document.folded.originalText(Span(end, wholeScalar(min(end + 45, document.folded.original.count))))
    return rules.words["layoff_words"].contains { behind.holds($0) }
  }

  /// 従業員の25％を削減, 約14％の人員を削減: by how much the staff shrinks.
  private func tellsStaffCut(_ quantity: Quantity, _ parsed: ParsedSentence) -> Bool {
    guard tellsLayoff(quantity) else { return false }
    let start = max(parsed.sentence.span.start, quantity.qualified.start - 24)
    let end = min(parsed.sentence.span.end, wholeScalar(quantity.qualified.end + 18))
    let text = document.folded.originalText(Span(wholeScalar(start), quantity.qualified.start)) + document.folded.originalText(Span(quantity.qualified.end, end))
    return rules.words["staff_words"].contains { text.holds($0) }
  }

  private func wholeScalar(_ offset: Int) -> Int {
    var offset = offset
    while offset < document.folded.original.count, document.folded.original[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  /// 「一方、甲社は28％」: a name, は, a share, and nothing else said of it.
  private func isBareStatement(_ place: FigurePlace, _ parsed: ParsedSentence) -> Bool {
    guard wordBehind(place, parsed) == nil || parsed.phrases[place.phrase].predicate != nil, place.phrase > 0 else { return false }
    let before = place.phrase - 1
    return [.ha, .ga].contains(parsed.phrases[before].marker) && parsed.phrases[before].tokens.contains { parsed.mention(parsed.tokens[$0]) != nil }
  }

  /// Which figure a word of change makes of a share: 増 growth, 下落 of a share price its move, 値上げ a price.
  private func change(_ quantity: Quantity, _ place: FigurePlace, _ parsed: ParsedSentence, _ reading: MeasureReader.Reading?) -> Found? {
    guard let word = wordBehind(place, parsed) else { return nil }
    let measured = reading.flatMap { rules.measures.entries[$0.entry].measure }
    let span = Span(quantity.span.start, word.end)
    // 3割に増えた, 10％まで伸びた: where a share went, not by how much.
    if quantity.kind == .percentage, word.leads { return nil }
    if rules.words["price_change_words"].contains(where: { word.text.utf8.starts(with: $0.utf8) }) { return Found(measure: .price, span: span, isNamed: true, rule: "ja.m.price_change") }
    let rises = rules.words["growth_words"].contains { word.text.utf8.starts(with: $0.utf8) }
    let falls = rules.words["decline_words"].contains { word.text.utf8.starts(with: $0.utf8) }
    guard rises || falls, !rules.words["effect_words"].contains(where: { word.text.utf8.starts(with: $0.utf8) }) else { return nil }
    let isShares = measured == .stockMove || rules.words["stock_words"].contains { document.folded.originalText(Span(parsed.sentence.span.start, quantity.span.start)).contains($0) }
    if isShares, quantity.kind == .percentage { return Found(measure: .stockMove, span: span, isNamed: true, rule: "ja.m.stock_change", falls: falls) }
    // シェアが3割に低下: the share itself, not its change.
    if measured == .marketShare || measured == .price || measured == .other { return nil }
    return Found(measure: .growthRate, span: span, isNamed: true, rule: "ja.m.change", falls: falls)
  }

  private func followed(_ place: FigurePlace, _ parsed: ParsedSentence, by word: String) -> Bool {
    parsed.tokens.indices.contains(place.token + 1) && parsed.tokens[place.token + 1].surface == word
  }

  /// The text right behind the figure up to the next name or figure: 増の, に増加, 以上伸びた.
  private func wordBehind(_ place: FigurePlace, _ parsed: ParsedSentence) -> (text: String, end: Int, leads: Bool)? {
    var position = place.token + 1
    var start: Int?
    var leads = false
    var text = ""
    while position < parsed.tokens.count, text.count < 8 {
      let token = parsed.tokens[position]
      guard token.standIn == nil, ![.comma, .fullStop].contains(token.partOfSpeech) else { break }
      let isLink = start == nil && (token.partOfSpeech.isParticle || ["以上", "超", "強", "近く", "ほど", "程度", "も", "の", "まで"].contains(token.surface))
      if isLink, ["に", "へ", "まで", "にまで", "へと"].contains(token.surface) { leads = true }
      if !isLink {
        if start == nil { start = token.span.start }
        text += token.surface
      }
      position += 1
    }
    guard start != nil else { return nil }
    return (text, parsed.tokens[position - 1].span.end, leads)
  }

  /// 「売上高は…の影響で…100億ドルに達した」: the noun that the clause of the figure is about.
  private func subjectNoun(of place: FigurePlace, _ quantity: Quantity, _ parsed: ParsedSentence, _ nouns: [(entry: Int, span: Span)]) -> (entry: Int, span: Span)? {
    guard !nouns.isEmpty else { return nil }
    let unit = quantity.kind == .money ? "money" : quantity.unit ?? quantity.kind.rawValue
    var governors = parsed.ancestors(of: place.phrase)
    governors.insert(place.phrase, at: 0)
    for governor in governors {
      guard parsed.phrases[governor].predicate != nil || governor == parsed.phrases.count - 1 else { continue }
      for child in parsed.children[governor] where child < place.phrase && [.ha, .ga, .mo].contains(parsed.phrases[child].marker) {
        let span = parsed.span(ofPhrases: child, child)
        let head = parsed.tokens[parsed.phrases[child].head].span
        if let noun = nouns.last(where: { span.contains($0.span) && $0.span.end >= head.end && allows($0.entry, unit) }) { return noun }
      }
      if parsed.phrases[governor].predicate?.form != .adnominal { break }
    }
    return nil
  }

  private func allows(_ entry: Int, _ unit: String) -> Bool {
    let units = rules.measures.entries[entry].units
    return units.isEmpty || units.contains(unit)
  }

  /// 「月10ドルから」, 「9080円に値上げ」: what somebody asks for something.
  private func tellsPrice(_ quantity: Quantity, _ place: FigurePlace, _ parsed: ParsedSentence) -> Bool {
    if let word = wordBehind(place, parsed), rules.words["price_change_words"].contains(where: { word.text.utf8.starts(with: $0.utf8) }) {
      // 9080円に値上げ is the price, 4000円の値上げ its change.
      return parsed.phrases[place.phrase].marker == .ni || parsed.phrases[place.phrase].marker == .kara
    }
    let phrase = parsed.phrases[place.phrase]
    let closes = place.phrase == parsed.phrases.count - 1 || phrase.isPaused || (phrase.parent.map { parsed.phrases[$0].predicate?.lemma ?? "" }).map { rules.words["offer_words"].contains($0) } ?? false
    return phrase.marker == .kara && closes && quantity.value.map { $0.approximate < 10_000_000 } ?? false
  }

  /// 9万円の端末, 10万円切り「ソラブック」: a small sum right before what is sold is its price.
  private func tellsWare(_ quantity: Quantity, _ place: FigurePlace, _ parsed: ParsedSentence) -> Bool {
    guard !place.isAside, let value = quantity.value, value.approximate < (quantity.unit == "JPY" ? 1_000_000 : 10_000) else { return false }
    var position = place.token + 1
    while position < parsed.tokens.count, position <= place.token + 4 {
      let token = parsed.tokens[position]
      if let mention = parsed.mention(token) { return document.mentions[mention].type == .product || document.mentions[mention].type == .chip }
      if rules.words["ware_words"].contains(token.surface) { return true }
      guard ["の", "切り", "以下", "台", "前後", "程度", "、", "「", "超", "級", "から"].contains(token.surface) || token.standIn == nil && token.partOfSpeech == .prefix else { return false }
      position += 1
    }
    return false
  }

  /// A figure that no row names: it is told of its owner and of nothing else.
  private func residual(_ quantity: Quantity, _ place: FigurePlace, _ parsed: ParsedSentence, _ scene: Scene) -> Found? {
    guard !quantity.isVague, !scene.tellsSurvey, !scene.tellsBenchmark, let value = quantity.value else { return nil }
    let phrase = parsed.phrases[place.phrase]
    if phrase.marker == .kara || phrase.marker == .yori { return nil }
    if quantity.kind == .percentage, let word = wordBehind(place, parsed), rules.words["effect_words"].contains(where: { word.text.utf8.starts(with: $0.utf8) }) {
      return Found(measure: .other, span: quantity.span, isNamed: false, rule: "ja.m.owned")
    }
    // 月100万ドルを使う顧客: what describes another noun is nobody's own figure.
    if let parent = phrase.parent, parsed.phrases[parent].predicate?.form == .adnominal, let head = parsed.phrases[parent].parent,
      !parsed.phrases[head].tokens.contains(where: { parsed.mention(parsed.tokens[$0]) != nil })
    { return nil }
    let found = Found(measure: .other, span: quantity.span, isNamed: false, rule: "ja.m.owned")
    switch quantity.kind {
    case .money where value.approximate < 10_000_000 && scene.tellsOffer:
      return Found(measure: .price, span: quantity.span, isNamed: true, rule: "ja.m.retail")
    case .money where followed(place, parsed, by: "市場"):
      return Found(measure: .marketSize, span: quantity.span, isNamed: true, rule: "ja.m.market")
    case .money where tellsWare(quantity, place, parsed):
      return Found(measure: .price, span: quantity.span, isNamed: true, rule: "ja.m.ware")
    case .money: return scene.tellsDeal && !isOwnSpending(parsed) || quantity.rateOf == "exchange" ? nil : found
    case .percentage:
      // 社員の9割が使う: a share of something that somebody has.
      let ofNoun = place.phrase > 0 && parsed.phrases[place.phrase - 1].marker == .no && parsed.phrases[place.phrase - 1].parent == place.phrase
      return !scene.tellsDeal && ofNoun && [.ga, .wo, .ha, .ni].contains(parsed.phrases[place.phrase].marker) ? found : nil
    case .measure:
      switch quantity.unit {
      case "times":
        guard let word = wordBehind(place, parsed) else { return nil }
        return rules.words["effect_words"].contains { word.text.utf8.starts(with: $0.utf8) } ? found : nil
      case "count":
        guard !scene.tellsCounts, let counter = quantity.counter, !rules.words["vague_counters"].contains(counter) else { return nil }
        return value.approximate >= Self.leastCount || rules.words["place_counters"].contains(counter) && value.approximate >= 10 ? found : nil
      default: return nil
      }
    case .number, .date, .duration: return nil
    }
  }

  /// 「甲社はツールの導入に4億円を投資する」: money that goes to nobody named is the spender's own figure.
  private func isOwnSpending(_ parsed: ParsedSentence) -> Bool {
    let text = document.text.text(parsed.sentence.span)
    let words = rules.words["deal_figure_words"].filter { text.holds($0) }
    guard words.allSatisfy({ ["投資", "投じ"].contains($0) }) else { return false }
    return Set(document.mentions(in: parsed.sentence.span).filter { document.mentions[$0].type == .company }.map { rules.house(document.mentions[$0].id) }).count == 1
  }

  /// 「Aは40％、Bは28％」: the figure of a list measures what the one before it does.
  private func continued(_ last: (index: Int, found: Found, subject: String)?, _ index: Int, _ place: FigurePlace, _ parsed: ParsedSentence) -> Found? {
    guard let last, last.found.isNamed, last.index < index else { return nil }
    let (before, own) = (document.quantities[last.index], document.quantities[index])
    guard before.kind == own.kind, before.unit == own.unit else { return nil }
    let gap = document.folded.originalText(Span(before.qualified.end, own.qualified.start))
    guard gap.utf8.count <= 60, !gap.contains("。") else { return nil }
    let links = rules.words["continues_words"]
    if links.contains(gap.filter { $0 != " " }) { return Found(measure: last.found.measure, span: own.span, isNamed: true, rule: last.found.rule, falls: last.found.falls) }
    // A name and は, nothing else.
    let stripped = gap.filter { !" 「」『』（）()".contains($0) }
    guard ["は", "が"].contains(where: { stripped.hasSuffix($0) }), let first = stripped.first, "、で".contains(first),
      document.mentions(in: Span(before.qualified.end, own.qualified.start)).count == 1, stripped.count <= 20
    else { return nil }
    return Found(measure: last.found.measure, span: own.span, isNamed: true, rule: last.found.rule, falls: last.found.falls)
  }

  /// A count that a noun names in a unit that the base knows nothing of.
  private func countUnit(_ quantity: Quantity, _ found: Found) -> String? {
    guard quantity.kind == .number, found.isNamed, [.other, .chipCount].contains(found.measure) else { return nil }
    return "count"
  }
}

/// Quantities that deals hold, and their sums, so that a second telling of one is no figure of its own.
struct TakenFigures {
  let indices: Set<Int>
  private let sums: Set<String>

  init(_ claims: [RawClaim], _ document: LinkedDocument) {
    indices = Set(claims.flatMap { $0.amounts.map(\.quantity) + $0.restated + $0.capacities + [$0.stake].compactMap { $0 } })
    var sums: Set<String> = []
    for index in indices { if let key = Self.key(document.quantities[index]) { sums.insert(key) } }
    for quantity in document.quantities where quantity.restates != nil { if let key = Self.key(quantity) { sums.insert(key) } }
    self.sums = sums
  }

  func holds(_ quantity: Quantity) -> Bool { Self.key(quantity).map(sums.contains) ?? false }

  private static func key(_ quantity: Quantity) -> String? {
    guard let value = quantity.value, let unit = quantity.unit, quantity.kind != .percentage else { return nil }
    return "\(value) \(unit)"
  }
}

/// Where a quantity stands in a parsed sentence.
struct FigurePlace {
  let token: Int
  let phrase: Int
  let span: Span
  /// In brackets behind the token.
  var isAside = false
}

extension ParsedSentence {
  /// For each quantity of the sentence its token and phrase; one in brackets stands where the bracket does.
  func quantityPlaces() -> [Int: FigurePlace] {
    var result: [Int: FigurePlace] = [:]
    for (phrase, bunsetsu) in phrases.enumerated() {
      for token in bunsetsu.tokens {
        if let index = quantity(tokens[token]) { result[index] = FigurePlace(token: token, phrase: phrase, span: tokens[token].span) }
      }
    }
    for aside in asides {
      guard case .quantity(let index) = units[aside.unit], let phrase = phrase(ofToken: aside.token) else { continue }
      result[index] = FigurePlace(token: aside.token, phrase: phrase, span: tokens[aside.token].span, isAside: true)
    }
    return result
  }
}
