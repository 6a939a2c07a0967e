import Catalog
import Facts
import Language
import Quantities

/// Reads the deals of a Japanese article, sentence by sentence: only sentences that hold a trigger are analysed at all.
final class JapaneseDealReader {
  private let rules: RuleSet
  let parser: JapaneseSentenceParser
  let finder: JapaneseEventFinder
  private let assembler: DealAssembler
  private let filter: TriggerFilter

  init(catalog: Catalog, rules: RuleSet, dictionary: MecabModel) throws {
    self.rules = rules
    self.parser = JapaneseSentenceParser(tagger: try JapaneseTagger(dictionary))
    self.finder = JapaneseEventFinder(rules: rules, parties: PartyReader(catalog: catalog, rules: rules))
    self.assembler = DealAssembler(catalog: catalog, rules: rules, typer: DealTyper(catalog: catalog, rules: rules))
    self.filter = TriggerFilter(rules.frames.filter { $0.language == .ja }.flatMap(\.triggers))
  }

  /// The claims of an article, and the syntax of each sentence that holds a figure.
  func read(_ document: LinkedDocument, items: ItemMap, measures: [[Int: MeasureReader.Reading]]) -> (claims: [RawClaim], figures: [ParsedSentence]) {
    var claims: [RawClaim] = []
    var figures: [ParsedSentence] = []
    var discourse = Discourse()
    for (index, sentence) in document.sentences.enumerated() {
      if items.startsItem(index) { discourse.startItem(ofDigest: items.item(of: index) > 0) }
      defer { note(sentence, document, items.isHeadline(index), &discourse) }
      if isPostposed(sentence, document) {
        addPostposed(parser.parse(sentence, index: index, in: document), item: items.item(of: index), document, discourse, &claims)
        continue
      }
      guard filter.matches(document.folded.original, sentence.span) else {
        addFigures(of: sentence, items.item(of: index), measures[index], document, &claims)
        retractIfReported(sentence, index, items, document, &claims)
        if holdsFigure(sentence, measures[index], document) { figures.append(parser.parse(sentence, index: index, in: document)) }
        continue
      }
      let parsed = parser.parse(sentence, index: index, in: document)
      if holdsFigure(sentence, measures[index], document) { figures.append(parsed) }
      let isRow = document.folded.original[sentence.span.start..<sentence.span.end].contains(0x09)
      let events = finder.events(in: parsed, document, discourse: isRow ? discourse.inTable() : discourse)
      let found = assembler.claims(
        events, sentence: sentence, index: index, item: items.item(of: index), isHeadline: items.isHeadline(index),
        placement: quantityPlacement(parsed), asides: asides(parsed), measures: measures[index], entityPlacement: mentionPlacement(parsed), document)
      if found.allSatisfy(\.isPartial) { addFigures(of: sentence, items.item(of: index), measures[index], document, &claims) }
      if found.isEmpty { retractIfReported(sentence, index, items, document, &claims) }
      if let subject = found.first(where: { !$0.isPartial }).flatMap(unknownSubject) {
        discourse.sawTopic(subject, inHeadline: items.isHeadline(index))
      }
      for claim in found { discourse.sawTogether(claim.parties.map(\.reference)) }
      claims += found
    }
    return (claims, figures)
  }

  /// 「50億円を調達　甲社などから」: a headline's last part may be a case of the part before.
  private func isPostposed(_ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    guard sentence.isUnterminated, sentence.span.count < 160, !document.mentions(in: sentence.span).isEmpty else { return false }
    return document.folded.original[..<sentence.span.end].suffix(6).elementsEqual("から".utf8)
  }

  private func addPostposed(_ parsed: ParsedSentence, item: Int, _ document: LinkedDocument, _ discourse: Discourse, _ claims: inout [RawClaim]) {
    guard parsed.phrases.allSatisfy({ $0.predicate == nil }), let last = claims.indices.last(where: { claims[$0].item == item && claims[$0].sentence == parsed.index - 1 }),
      let role: Role = claims[last].type == .equityInvestment ? .investor : claims[last].type == .debtFinancing ? .lender : nil
    else { return }
    for phrase in finder.parties.read(parsed, document, discourse) where phrase.marker == .kara && phrase.isHead {
      for party in phrase.parties where !claims[last].companySet.contains(party.company) { claims[last].parties.append((party, role, .noun)) }
    }
  }

  /// A figure that may be a metric: dates and terms alone are none, nor is a bare number that no noun names.
  private func holdsFigure(_ sentence: Sentence, _ measures: [Int: MeasureReader.Reading], _ document: LinkedDocument) -> Bool {
    !measures.isEmpty
      || document.quantities(in: sentence.span).contains { [.money, .percentage, .measure].contains(document.quantities[$0].kind) }
  }

  /// The acting side of a claim, if it is a company that only its slot told.
  private func unknownSubject(of claim: RawClaim) -> PartyReference? {
    guard case .role(let role) = claim.frame.slots[.ga] ?? claim.frame.slots[.ha] else { return claim.parties.first?.reference.isUnknown == true ? claim.parties.first?.reference : nil }
    return claim.parties.first { $0.role == role && $0.reference.isUnknown && $0.path != .topic }?.reference
  }

  private func note(_ sentence: Sentence, _ document: LinkedDocument, _ inHeadline: Bool, _ discourse: inout Discourse) {
    discourse.sawTogether(
      TopicTracker.together(in: sentence, document).map {
        PartyReference(company: document.mentions[$0].id, span: document.mentions[$0].span, confidence: document.mentions[$0].confidence, isDerived: false)
      })
    guard let subject = TopicTracker.subject(of: sentence, document) ?? (inHeadline ? opener(of: sentence, document) : nil) else { return }
    let mention = document.mentions[subject]
    guard !rules.media.contains(mention.id) else { return }
    discourse.sawTopic(
      PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: false), inHeadline: inHeadline)
  }

  /// 「甲社 経営陣の異動」: a headline that opens with a company is about it.
  private func opener(of sentence: Sentence, _ document: LinkedDocument) -> Int? {
    guard let first = document.mentions(in: sentence.span).first, document.mentions[first].type == .company,
      document.mentions[first].span.start - sentence.span.start <= 6, document.mentions[first].id == dominant(document)
    else { return nil }
    return first
  }

  /// The company that a third of an article's names of companies name, and more than any other.
  private func dominant(_ document: LinkedDocument) -> String? {
    var counts: [String: Int] = [:]
    for mention in document.mentions where mention.type == .company { counts[mention.id, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 3 >= counts.values.reduce(0, +) else { return nil }
    return most.key
  }

  /// 「投資額は500億円。契約期間は7年」 behind a deal of the same item that told none: the figure is its own.
  private func addFigures(
    of sentence: Sentence, _ item: Int, _ measures: [Int: MeasureReader.Reading], _ document: LinkedDocument, _ claims: inout [RawClaim]
  ) {
    for (index, reading) in measures.sorted(by: { $0.key < $1.key }) {
      let types = rules.measures.entries[reading.entry].dealTypes
      guard rules.measures.entries[reading.entry].measure == nil, !types.isEmpty, let claim = claims.lastIndex(where: { $0.item == item && !$0.isPartial && types.contains($0.type) }) else { continue }
      let quantity = document.quantities[index]
      let together = claims.indices.filter { claims[$0].item == item && claims[$0].type == claims[claim].type }
      switch quantity.kind {
      case .money where together.allSatisfy({ claims[$0].amounts.isEmpty }) && quantity.restates == nil:
        claims[claim].amounts.append(BoundQuantity(quantity: index, score: 10))
      case .duration where quantity.months != nil && together.allSatisfy({ claims[$0].durations.isEmpty }):
        claims[claim].durations.append(index)
      default: continue
      }
    }
  }

  /// 「米紙が10日、報じた。」 behind a statement makes a report of it.
  private func retractIfReported(_ sentence: Sentence, _ index: Int, _ items: ItemMap, _ document: LinkedDocument, _ claims: inout [RawClaim]) {
    guard index > 0, sentence.span.count < 160, !items.startsItem(index) else { return }
    let text = document.folded.originalText(sentence.span)
    guard ["報じた", "伝えた", "報道した", "報じている", "報じられた"].contains(where: { text.holds($0) }) else { return }
    for position in claims.indices where claims[position].sentence == index - 1 && claims[position].reading.evidence == .stated {
      claims[position].reading.evidence = .reported
    }
  }

  private func quantityPlacement(_ parsed: ParsedSentence) -> [Int: Int] {
    placement(parsed) { if case .quantity(let index) = $0 { index } else { nil } }
  }

  private func mentionPlacement(_ parsed: ParsedSentence) -> [Int: Int] {
    placement(parsed) { if case .mention(let index) = $0 { index } else { nil } }
  }

  private func placement(_ parsed: ParsedSentence, _ select: (Unit) -> Int?) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (phrase, bunsetsu) in parsed.phrases.enumerated() {
      for token in bunsetsu.tokens {
        if let unit = parsed.tokens[token].standIn, let index = select(parsed.units[unit]) { result[index] = phrase }
      }
    }
    for aside in parsed.asides where aside.isBare {
      if let index = select(parsed.units[aside.unit]), let phrase = parsed.phrase(ofToken: aside.token) { result[index] = phrase }
    }
    return result
  }

  private func asides(_ parsed: ParsedSentence) -> Set<Int> {
    Set(parsed.asides.compactMap { if case .quantity(let index) = parsed.units[$0.unit] { index } else { nil } })
  }
}

/// A cheap test for the bytes with which some trigger begins, so that most sentences are never analysed.
struct TriggerFilter: Sendable {
  private let keys: Set<UInt64>

  init(_ triggers: [String]) {
    var keys: Set<UInt64> = []
    for trigger in triggers {
      let bytes = Array(trigger.utf8)
      // The last kana of a verb changes with its form: 投じる → 投じ. Two scalars suffice, one where the word has no more.
      keys.insert(Self.key(bytes, 0, min(bytes.count, 6)))
      if bytes.count == 6 { keys.insert(Self.key(bytes, 0, 3)) }
    }
    self.keys = keys
  }

  func matches(_ bytes: [UInt8], _ span: Span) -> Bool {
    var offset = span.start
    while offset < span.end {
      let length = scalarLength(bytes[offset])
      if length == 3 || bytes[offset] < 0x80 {
        if offset + 6 <= span.end, keys.contains(Self.key(bytes, offset, 6)) { return true }
        if offset + 3 <= span.end, keys.contains(Self.key(bytes, offset, 3)) { return true }
      }
      offset += length
    }
    return false
  }

  private static func key(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in offset..<min(offset + count, bytes.count) { key = key << 8 | UInt64(bytes[index]) }
    return key << 8 | UInt64(count)
  }
}
