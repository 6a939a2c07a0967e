import Catalog
import Facts
import Language
import Quantities

/// Whom a figure of one sentence may belong to where the sentence names nobody.
struct FigureContext {
  /// The organisation that the text is about.
  let topic: String?
  /// The company that the same item tells an investment in: a bare 評価額 is its own.
  let valued: String?
  /// The investee of an investment that this very sentence tells.
  let investee: String?
  /// The topic stands in the same item of a digest or in the sentence before.
  let isNear: Bool
  /// What the last share of the sentence before measures.
  let previous: Measure?
}

/// Finds whose figure it is: `甲社の売上高`, `甲社は…を計上した`, `評価額20兆円の甲社`, `3割に達した甲社の…`.
///
/// Nearer syntax wins: owner of the noun, head of the relative clause, subject of the clause, then names before it, then the topic.
struct JapaneseFigureOwner {
  let base: MetricReader
  let parsed: ParsedSentence
  let context: FigureContext

  private var rules: RuleSet { base.rules }
  private var document: LinkedDocument { base.document }

  func subject(of found: JapaneseMetricReader.Found, figure place: FigurePlace, isShare: Bool = false) -> String? {
    if found.measure == .parameters { return model(of: place) }
    let noun = parsed.phrases.indices.first { parsed.phrases[$0].tokens.contains { parsed.tokens[$0].span.end > found.span.start } } ?? place.phrase
    if found.measure == .marketSize || found.measure == .modelCount {
      let region = base.region(before: max(place.span.start, found.span.end), parsed.sentence)
      return region ?? (found.measure == .marketSize ? "industry" : nil)
    }
    let starts = noun == place.phrase ? [place.phrase] : [noun, place.phrase]
    for start in starts {
      if let owner = compounded(start, before: start == noun ? found.span.start : place.span.start) { return owner }
      // 世界の総生産の2％: what is divided owns no share.
      if !found.isNamed, isShare { continue }
      if let owner = modifier(of: start, found.measure, depth: 0) { return owner }
    }
    for start in starts { if let owner = relativeHead(of: start, found.measure) { return owner } }
    if found.measure == .valuation, let investee = context.investee { return investee }
    for start in starts.reversed() { if let owner = clauseSubject(of: start, found.measure) { return owner } }
    if found.measure == .valuation, let valued = context.valued { return valued }
    // Only what the sentence itself says of somebody is his, where no noun names what it is.
    if let opening = opening(found.measure) { return opening }
    if found.isNamed, let nearest = nearest(before: min(found.span.start, place.span.start), found.measure) { return nearest }
    if let company = speaker() { return company }
    if found.isNamed, let behind = topicBehind(place, found.measure) { return behind }
    if found.isNamed, let region = base.region(before: place.span.start, parsed.sentence), found.measure != .stockMove, allowsRegion(found.measure), found.measure != .marketShare || region != "world" { return region }
    if tellsIndustry(found, noun) { return "industry" }
    if found.isNamed || (namesNobody && context.isNear), let topic = context.topic { return topic }
    if found.isNamed, let only = onlyOne(found.measure) { return only }
    return found.isNamed && [.revenue, .capex].contains(found.measure) ? "industry" : nil
  }

  // MARK: Steps

  /// 甲社株, 甲社売上高: the name before the noun in its own phrase.
  private func compounded(_ phrase: Int, before offset: Int) -> String? {
    for token in parsed.phrases[phrase].tokens.reversed() where parsed.tokens[token].span.end <= offset {
      if let owner = owner(parsed.tokens[token]) { return owner }
    }
    return nil
  }

  /// 甲社の2025年の売上高, 甲社を含む事業の成長率: the last name in what modifies the noun.
  private func modifier(of phrase: Int, _ measure: Measure, depth: Int) -> String? {
    guard depth < 4 else { return nil }
    for child in parsed.children[phrase].reversed() where child < phrase {
      let bunsetsu = parsed.phrases[child]
      let isClause = bunsetsu.predicate?.form == .adnominal
      guard (bunsetsu.isAdnominal && [.no, .niyoru].contains(bunsetsu.marker)) || isClause else { continue }
      if isClause {
        for part in parsed.children[child].reversed() where [.wo, .ga, .no].contains(parsed.phrases[part].marker) {
          if let owner = named(part, measure) { return owner }
        }
        continue
      }
      if let owner = named(child, measure) ?? modifier(of: child, measure, depth: depth + 1) { return owner }
    }
    return nil
  }

  /// 評価額20兆円の甲社, 150万店に展開する甲社: the noun that the figure's phrase or clause modifies.
  private func relativeHead(of start: Int, _ measure: Measure) -> String? {
    var current = start
    var steps = 0
    while let parent = parsed.phrases[current].parent, steps < 6 {
      steps += 1
      let bunsetsu = parsed.phrases[current]
      let isAdnominal = bunsetsu.isAdnominal && bunsetsu.marker == .no || bunsetsu.predicate?.form == .adnominal
      if isAdnominal, let owner = headName(parent, measure) { return owner }
      if bunsetsu.predicate != nil, !isAdnominal, bunsetsu.predicate?.form != .continuative { return nil }
      current = parent
    }
    return nil
  }

  /// 甲社は…を計上した: topics and subjects of the predicates above, nearest first.
  private func clauseSubject(of start: Int, _ measure: Measure) -> String? {
    for governor in [start] + parsed.ancestors(of: start) {
      for child in parsed.children[governor].reversed() where child < start && [.ga, .ha, .mo].contains(parsed.phrases[child].marker) {
        if let owner = named(child, measure) { return owner }
      }
    }
    // 「甲社は…し、〜に達した」: the topic of the clause before.
    for phrase in parsed.phrases.indices.reversed() where phrase < start && [.ha, .ga, .mo].contains(parsed.phrases[phrase].marker) {
      if let owner = named(phrase, measure) { return owner }
    }
    return nil
  }

  /// 「甲社、…」 of a headline.
  private func opening(_ measure: Measure) -> String? {
    guard let first = parsed.phrases.first, first.isPaused || first.marker == .no, first.marker == .none || first.marker == .no || first.marker == .de else { return nil }
    return named(0, measure)
  }

  private func nearest(before offset: Int, _ measure: Measure) -> String? {
    for phrase in parsed.phrases.indices.reversed() where parsed.tokens[parsed.phrases[phrase].tokens.lowerBound].span.start < offset {
      // 「乙社に対する支払い」, 「乙社より」: the other side.
      if [.ni, .nitaishi, .to, .kara, .yori, .tomoni].contains(parsed.phrases[phrase].marker) { continue }
      for token in parsed.phrases[phrase].tokens.reversed() where parsed.tokens[token].span.end <= offset {
        if let owner = owner(parsed.tokens[token]) { return owner }
      }
    }
    return nil
  }

  /// AIインフラ投資, AI収益: what the whole industry spends and earns.
  private func tellsIndustry(_ found: JapaneseMetricReader.Found, _ phrase: Int) -> Bool {
    guard [.revenue, .capex].contains(found.measure) else { return false }
    return parsed.phrases[phrase].tokens.contains { parsed.tokens[$0].surface == "AI" || parsed.tokens[$0].surface == "生成AI" }
  }

  private var namesNobody: Bool { !parsed.tokens.contains { owner($0) != nil } }

  /// 「経済効果は100兆円に上り、日本は節目にある」: the topic of the clause behind.
  private func topicBehind(_ place: FigurePlace, _ measure: Measure) -> String? {
    for phrase in parsed.phrases.indices where phrase > place.phrase && parsed.phrases[phrase].marker == .ha {
      if let owner = named(phrase, measure) { return owner }
    }
    return nil
  }

  private func onlyOne(_ measure: Measure) -> String? {
    var owners: Set<String> = []
    for phrase in parsed.phrases where ![.nitaishi, .to, .kara, .yori, .tomoni].contains(phrase.marker) {
      for token in phrase.tokens { if let owner = owner(parsed.tokens[token]) { owners.insert(owner) } }
    }
    return owners.count == 1 ? owners.first : nil
  }

  private func speaker() -> String? {
    for index in document.mentions(in: parsed.sentence.span) where document.mentions[index].type == .person {
      if let company = base.catalog.person(document.mentions[index].id)?.companyID { return company }
    }
    return nil
  }

  /// 1.5兆パラメータの「甲」, 「甲」は1.5兆パラメータ: a model, the one that the figure describes before the one before it.
  private func model(of place: FigurePlace) -> String? {
    let mentions = document.mentions(in: parsed.sentence.span).filter { document.mentions[$0].type == .model }
    if let behind = mentions.first(where: { document.mentions[$0].span.start >= place.span.end }) {
      let gap = document.folded.originalText(Span(place.span.end, document.mentions[behind].span.start))
      let isOwned = gap.hasPrefix("の") || gap.hasPrefix("を持つ") || gap.hasPrefix("という") || gap.hasPrefix("で動く")
      if isOwned, gap.count <= 16, !gap.contains("、"), !gap.contains("は") { return document.mentions[behind].id }
    }
    return (mentions.last { document.mentions[$0].span.end <= place.span.start } ?? (mentions.count == 1 ? mentions.first : nil)).map { document.mentions[$0].id }
  }

  // MARK: Names

  /// The last owner that a phrase names: a company, the maker of what is named, 同社, a country.
  private func named(_ phrase: Int, _ measure: Measure) -> String? {
    let bunsetsu = parsed.phrases[phrase]
    if [.nitaishi, .to, .kara, .yori].contains(bunsetsu.marker) { return nil }
    for token in bunsetsu.tokens.reversed() { if let owner = owner(parsed.tokens[token]) { return owner } }
    guard allowsRegion(measure) else { return nil }
    let span = parsed.span(ofPhrases: phrase, phrase)
    // A country has no shares; its index has.
    if measure == .stockMove { return base.index(in: span) }
    let region = base.region(in: span)
    return measure == .marketShare && region == "world" ? nil : region
  }

  /// The name that heads a phrase.
  private func headName(_ phrase: Int, _ measure: Measure) -> String? {
    let bunsetsu = parsed.phrases[phrase]
    let head = parsed.tokens[bunsetsu.head]
    if let owner = owner(head) { return owner }
    guard rules.partySuffixes.contains(head.surface) else { return nil }
    return named(phrase, measure)
  }

  private func owner(_ token: Token) -> String? {
    if let index = parsed.mention(token) { return base.owner(of: document.mentions[index]) }
    guard ["同社", "自社", "当社", "弊社", "同行"].contains(token.surface) else { return nil }
    return context.topic
  }

  /// A country has no valuation.
  private func allowsRegion(_ measure: Measure) -> Bool {
    ![.valuation, .marketCap, .netIncome, .cumulativeInvestment, .price, .headcount, .userCount, .stake].contains(measure)
  }
}
