import Catalog
import Facts
import Language
import Quantities

/// What the readers of one language make of an article's sentences: claims of deals, and the sentences that hold figures.
struct ArticleSyntax {
  let claims: [RawClaim]
  var japanese: [ParsedSentence] = []
  var english: [(parsed: EnglishSentence, parties: EnglishParties)] = []
}

/// The figures and model relations of an article, once its deals are known: what a deal holds is no metric.
struct FigureFacts {
  let catalog: Catalog
  let rules: RuleSet
  let measures: MeasureReader
  let document: LinkedDocument
  let items: ItemMap
  let readings: [[Int: MeasureReader.Reading]]

  func read(_ syntax: ArticleSyntax, english: EnglishDealReader) -> (metrics: [Metric], modelFacts: [ModelFact]) {
    var metrics: [Metric] = []
    var modelFacts: [ModelFact] = []
    let taken = Set(syntax.claims.flatMap { $0.amounts.map(\.quantity) + $0.restated + $0.capacities + [$0.stake].compactMap { $0 } })
    let metricReader = MetricReader(catalog: catalog, rules: rules, document: document)
    let factReader = ModelFactReader(catalog: catalog, rules: rules, document: document)
    let valued = valuedCompanies(syntax.claims)
    let claimsOfSentence = Dictionary(grouping: syntax.claims, by: \.sentence)
    var topics = TopicTracker(document: document, items: items)
    var topicOfSentence: [Int: String] = [:]
    var opener: [Int: String] = [:]
    var freshTopics: Set<Int> = []
    var scene = ModelScene()
    // In Chinese: whom the paragraph, the item and the text were last about.
    var (paragraph, heading, title): (String?, String?, String?) = (nil, nil, nil)
    var isFresh = false
    for (index, sentence) in document.sentences.enumerated() {
      let topic = topics.topic(before: index)
      if document.language == .ja {
        if index > 0, TopicTracker.subject(of: document.sentences[index - 1], document) != nil, document.sentences[index - 1].block == sentence.block || items.isHeadline(index - 1) { freshTopics.insert(index) }
        topicOfSentence[index] = topic ?? opener[items.item(of: index)]
        if items.isHeadline(index), opener[items.item(of: index)] == nil, let first = metricReader.firstOwner(in: sentence) { opener[items.item(of: index)] = first }
      } else if document.language == .zh {
        let reader = ChineseMetricReader(base: metricReader)
        if items.startsItem(index) || items.isHeadline(index) { heading = reader.opener(of: sentence) }
        if index > 0, document.sentences[index - 1].block != sentence.block { (paragraph, isFresh) = (nil, false) }
        let context = ChineseMetricReader.Context(
          topic: paragraph ?? heading ?? (topic == title ? topic : nil), valued: valued[items.item(of: index)], investee: investee(claimsOfSentence[index]), isFresh: isFresh, distant: topic,
          investors: Set((claimsOfSentence[index] ?? []).flatMap { $0.companies(in: .investor) }), tellsDeal: claimsOfSentence[index] != nil)
        metrics += reader.metrics(in: sentence, measures: readings[index], taken: taken, context: context)
        let opener = reader.opener(of: sentence)
        isFresh = opener != nil
        if let opener { paragraph = opener }
        if title == nil { title = metricReader.firstOwner(in: sentence) }
      }
      if items.startsItem(index) { scene = ModelScene() }
      scene.company = topic
      modelFacts += factReader.facts(in: sentence, scene: scene)
      if let model = document.mentions(in: sentence.span).first(where: { document.mentions[$0].type == .model }) { scene.model = model }
    }
    if document.language == .ja {
      let reader = JapaneseMetricReader(base: metricReader, measureReader: measures)
      let held = TakenFigures(syntax.claims, document)
      var previous: (sentence: Int, measure: Measure)?
      for parsed in syntax.japanese {
        let context = FigureContext(
          topic: topicOfSentence[parsed.index], valued: valued[items.item(of: parsed.index)], investee: investee(claimsOfSentence[parsed.index]),
          isNear: items.item(of: parsed.index) > 0 || freshTopics.contains(parsed.index), previous: previous?.sentence == parsed.index - 1 ? previous?.measure : nil)
        let told = reader.metrics(in: parsed, measures: readings[parsed.index], taken: held, context: context)
        if let share = told.last(where: { $0.unit == "percent" }) { previous = (parsed.index, share.measure) }
        metrics += told
      }
    }
    let englishMetrics = english.metricReader(metricReader)
    for figure in syntax.english {
      let investee = investee(claimsOfSentence[figure.parsed.index])
      metrics += englishMetrics.metrics(in: figure.parsed, figure.parties, measures: readings[figure.parsed.index], taken: taken, investee: investee)
      modelFacts += EnglishMakerReader(base: factReader).facts(in: figure.parsed, figure.parties)
    }
    return (withoutSecondNames(merged(metrics)), merged(modelFacts))
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
    // between $70 billion and $72 billion: both ends are told.
    if rough.qualifier == .atLeast, exact.qualifier == .upTo, rough.evidence.first?.start == exact.evidence.first?.start { return false }
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
