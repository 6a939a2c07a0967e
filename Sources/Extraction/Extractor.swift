internal import Articles
public import Catalog
public import Facts
public import Language
import Quantities

/// Reads the facts of one article: names, quantities, deals, model relations, figures, each with its proof.
///
/// One extractor a worker (MeCab's lattice is not shared); the catalogue, the rules and the dictionary are.
/// Pure: same article, same catalogue, same rules, same facts.
public final class Extractor {
  public static let version = "0.1.0"

  private let catalog: Catalog
  private let rules: RuleSet
  private let linker: EntityLinker
  private let scanner: QuantityScanner
  private let splitter = SentenceSplitter()
  let japanese: JapaneseDealReader
  let english: EnglishDealReader
  private let chinese: ChineseDealReader
  private let measures: MeasureReader
  private let dictionaryHash: String

  /// - Throws: `MorphologyError` where MeCab or its dictionary is missing.
  public init(catalog: Catalog, rules: RuleSet, dictionary: MecabModel) throws {
    self.catalog = catalog
    self.rules = rules
    self.linker = EntityLinker(catalog)
    self.scanner = try QuantityScanner()
    self.japanese = try JapaneseDealReader(catalog: catalog, rules: rules, dictionary: dictionary)
    self.english = EnglishDealReader(catalog: catalog, rules: rules)
    self.chinese = ChineseDealReader(catalog: catalog, rules: rules)
    self.measures = MeasureReader(rules: rules)
    self.dictionaryHash = dictionary.dictionaryHash
  }

  public var extractorVersion: ExtractorVersion {
    ExtractorVersion(version: Self.version, catalog: catalog.version, rules: rules.version, dictionary: dictionaryHash)
  }

  public func extract(_ article: Article) -> ArticleFacts {
    var facts = ArticleFacts(
      article: ArticleReference(
        uri: article.uri, canonical: article.canonical, title: article.title, language: article.language,
        publishedOn: article.publishedOn, modifiedOn: article.modifiedOn, publisher: article.publisher, sha256: article.sha256),
      extractor: extractorVersion)
    let signature = nearDuplicateSignature(article.text)
    if !signature.isEmpty { facts.article.signature = signature.map(hexadecimal) }
    guard article.language != .other else { return facts }

    var document = link(article)
    if article.language == .zh { document = document.adding(ChineseUnknownNames(rules: rules).mentions(in: document)) }
    let items = ItemMap(document)
    let readings = document.sentences.map { measures.readings(in: $0, document) }
    var claims: [RawClaim] = []
    var figures: [(parsed: EnglishSentence, parties: EnglishParties)] = []
    var japaneseFigures: [ParsedSentence] = []
    switch article.language {
    case .ja:
      (claims, japaneseFigures) = japanese.read(document, items: items, measures: readings)
      if let again = RepeatedNames().linked(claims, document) {
        document = again
        (claims, japaneseFigures) = japanese.read(document, items: items, measures: readings)
      }
    case .en:
      var reading = english.read(document, items: items, measures: readings)
      if let again = RepeatedNames().linked(reading.claims, document) {
        document = again
        reading = english.read(document, items: items, measures: readings)
      }
      claims = reading.claims
      figures = reading.figures
    case .zh: claims = chinese.claims(document, items: items, measures: readings)
    case .other: break
    }
    facts.entities = entities(document)
    let writer = ClaimWriter(document: document, rules: rules)
    let retyper = ContractRetyper(typer: DealTyper(catalog: catalog, rules: rules), document: document, items: items)
    let merger = ClaimMerger(document: document, rules: rules)
    let details = DetailReader(catalog: catalog, rules: rules, document: document, items: items)
    facts.deals = details.detailed(merger.absorb(merger.merge(claims).map(retyper.retype))).compactMap(writer.write)
    let taken = Set(claims.flatMap { $0.amounts.map(\.quantity) + $0.restated + $0.capacities + [$0.stake].compactMap { $0 } })
    let metricReader = MetricReader(catalog: catalog, rules: rules, document: document)
    let factReader = ModelFactReader(catalog: catalog, rules: rules, document: document)
    let valued = valuedCompanies(claims)
    let claimsOfSentence = Dictionary(grouping: claims, by: \.sentence)
    var topics = TopicTracker(document: document, items: items)
    var topicOfSentence: [Int: String] = [:]
    var opener: [Int: String] = [:]
    var freshTopics: Set<Int> = []
    var scene = ModelScene()
    for (index, sentence) in document.sentences.enumerated() {
      let topic = topics.topic(before: index)
      if article.language == .ja {
        if index > 0, TopicTracker.subject(of: document.sentences[index - 1], document) != nil, document.sentences[index - 1].block == sentence.block || items.isHeadline(index - 1) { freshTopics.insert(index) }
        topicOfSentence[index] = topic ?? opener[items.item(of: index)]
        if items.isHeadline(index), opener[items.item(of: index)] == nil, let first = metricReader.firstOwner(in: sentence) { opener[items.item(of: index)] = first }
      } else if article.language == .zh {
        facts.metrics += metricReader.metrics(
          in: sentence, measures: readings[index], taken: taken, topic: topic, valued: valued[items.item(of: index)],
          owner: investee(claimsOfSentence[index]))
      }
      if items.startsItem(index) { scene = ModelScene() }
      scene.company = topic
      facts.modelFacts += factReader.facts(in: sentence, scene: scene)
      if let model = document.mentions(in: sentence.span).first(where: { document.mentions[$0].type == .model }) { scene.model = model }
    }
    if article.language == .ja {
      let reader = JapaneseMetricReader(base: metricReader, measureReader: measures)
      let held = TakenFigures(claims, document)
      var previous: (sentence: Int, measure: Measure)?
      for parsed in japaneseFigures {
        let context = FigureContext(
          topic: topicOfSentence[parsed.index], valued: valued[items.item(of: parsed.index)], investee: investee(claimsOfSentence[parsed.index]),
          isNear: items.item(of: parsed.index) > 0 || freshTopics.contains(parsed.index), previous: previous?.sentence == parsed.index - 1 ? previous?.measure : nil)
        let told = reader.metrics(in: parsed, measures: readings[parsed.index], taken: held, context: context)
        if let share = told.last(where: { $0.unit == "percent" }) { previous = (parsed.index, share.measure) }
        facts.metrics += told
      }
    }
    let englishMetrics = english.metricReader(metricReader)
    for figure in figures {
      let investee = investee(claimsOfSentence[figure.parsed.index])
      facts.metrics += englishMetrics.metrics(in: figure.parsed, figure.parties, measures: readings[figure.parsed.index], taken: taken, investee: investee)
      facts.modelFacts += EnglishMakerReader(base: factReader).facts(in: figure.parsed, figure.parties)
    }
    facts.entities += unknown(claims, facts, document)
    facts.entities = facts.entities.filter { !isOnlySource($0, facts) }
    facts.metrics = withoutSecondNames(merged(facts.metrics))
    facts.modelFacts = merged(facts.modelFacts)
    rules.calibration.apply(to: &facts)
    ProvisionalNames(facts, catalog).apply(to: &facts)
    return facts
  }

  private func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A publisher that the text only quotes or is printed by is no subject of it; as a party of a deal it is.
  private func isOnlySource(_ entity: EntityMention, _ facts: ArticleFacts) -> Bool {
    guard entity.type == .company, rules.media.contains(entity.id) || catalog.company(entity.id)?.kind == "media" else { return false }
    return !facts.deals.contains { $0.parties.contains { $0.company == entity.id } } && !facts.metrics.contains { $0.subject == entity.id }
  }

  /// Companies that only the slot of a deal told: entities like the others, where a deal of the article holds them.
  private func unknown(_ claims: [RawClaim], _ facts: ArticleFacts, _ document: LinkedDocument) -> [EntityMention] {
    let kept = Set(facts.deals.flatMap { $0.parties.map(\.company) })
    var found: [EntityMention] = []
    for party in claims.flatMap({ $0.parties.map(\.reference) }) where party.isUnknown && kept.contains(party.company) {
      let (place, part) = document.text.place(party.span)
      let mention = EntityMention.Place(span: place, text: document.text.text(party.span), part: part)
      if let known = found.firstIndex(where: { $0.id == party.company }) {
        if !found[known].mentions.contains(mention) { found[known].mentions.append(mention) }
      } else if !facts.entities.contains(where: { $0.type == .company && $0.id == party.company }) {
        found.append(
          EntityMention(type: .company, id: party.company, name: mention.text, mentions: [mention], confidence: party.confidence))
      }
    }
    return found
  }

  /// The investee of the investments that one sentence tells, if it is one.
  private func investee(_ claims: [RawClaim]?) -> String? {
    let investees = Set((claims ?? []).filter { $0.type == .equityInvestment }.flatMap { $0.companies(in: .investee) })
    return investees.count == 1 ? investees.first : nil
  }

  /// For each item that tells investments in one company, that company.
  private func valuedCompanies(_ claims: [RawClaim]) -> [Int: String] {
    var investees: [Int: Set<String>] = [:]
    for claim in claims where claim.type == .equityInvestment { investees[claim.item, default: []].formUnion(claim.companies(in: .investee)) }
    return investees.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Sentences, names and quantities of an article, before any syntax.
  func link(_ article: Article) -> LinkedDocument {
    let text = AnalysedText(article)
    let folded = FoldedText(utf8: text.bytes)
    let sentences = splitter.split(text.bytes, blocks: text.blocks)
    return LinkedDocument(
      text: text, language: article.language, folded: folded, sentences: article.language == .ja ? TitleParts().split(sentences, text.bytes) : sentences,
      mentions: linker.link(folded, blocks: text.blocks, language: article.language).mentions,
      quantities: scanner.scan(folded, language: article.language, publishedOn: article.publishedOn))
  }

  private func entities(_ document: LinkedDocument) -> [EntityMention] {
    var order: [String] = []
    var found: [String: EntityMention] = [:]
    for mention in document.mentions {
      let key = mention.type.rawValue + ":" + mention.id
      let (place, part) = document.text.place(mention.span)
      let entry = EntityMention.Place(span: place, text: document.text.text(mention.span), part: part)
      if found[key] == nil {
        order.append(key)
        found[key] = EntityMention(
          type: mention.type, id: mention.id, name: mention.name, mentions: [],
          confidence: mention.isDiscovered ? mention.confidence : nil)
      }
      found[key]?.mentions.append(entry)
    }
    return order.compactMap { found[$0] }
  }

  /// One figure told twice is one metric with two proofs.
  private func merged(_ metrics: [Metric]) -> [Metric] {
    var result: [Metric] = []
    var places: [String: Int] = [:]
    for metric in metrics {
      let key = "\(metric.subject)|\(metric.measure.rawValue)|\(metric.value)|\(metric.unit)"
      if let known = places[key] {
        result[known].evidence += metric.evidence
        if result[known].period == nil { result[known].period = metric.period }
      } else {
        places[key] = result.count
        result.append(metric)
      }
    }
    return result
  }

  /// A sum that a noun names in one sentence and none in another is not `other` as well.
  private func withoutSecondNames(_ metrics: [Metric]) -> [Metric] {
    let named = Set(metrics.filter { $0.measure != .other }.map { "\($0.value) \($0.unit)" })
    let kept = metrics.filter { $0.measure != .other || !named.contains("\($0.value) \($0.unit)") }
    return kept.filter { rough in !kept.contains { isRounded(rough, $0) } }
  }

  /// 7兆円 of a headline for 7兆387億円 of the text.
  private func isRounded(_ rough: Metric, _ exact: Metric) -> Bool {
    guard rough.subject == exact.subject, rough.measure == exact.measure, rough.unit == exact.unit, rough.unit != "percent", rough.value != exact.value,
      rough.value.isNegative == exact.value.isNegative, digits(rough.value) < digits(exact.value), digits(exact.value) > 1
    else { return false }
    let (a, b) = (rough.value.approximate, exact.value.approximate)
    return abs(a - b) <= 0.04 * abs(b) && rough.period == exact.period || abs(a - b) <= 0.01 * abs(b)
  }

  /// Significant digits of a decimal.
  private func digits(_ value: ExactDecimal) -> Int {
    var rest = value.significand.magnitude
    while rest > 0, rest % 10 == 0 { rest /= 10 }
    var count = 0
    while rest > 0 { rest /= 10; count += 1 }
    return count
  }

  private func merged(_ facts: [ModelFact]) -> [ModelFact] {
    var result: [ModelFact] = []
    var places: [String: Int] = [:]
    for fact in facts {
      let key = "\(fact.model)|\(fact.relation.rawValue)|\(fact.object)"
      if let known = places[key] {
        result[known].evidence += fact.evidence
      } else {
        places[key] = result.count
        result.append(fact)
      }
    }
    return result
  }
}
