import Catalog
import Facts
import Language
import Quantities

/// Reads the deals of an English article, sentence by sentence: only sentences that hold a trigger are parsed for events.
struct EnglishDealReader {
  private let catalog: Catalog
  private let rules: RuleSet
  private let lexicon: EnglishLexicon
  private let triggers: EnglishTriggers
  let parser: EnglishParser
  private let assembler: DealAssembler

  init(catalog: Catalog, rules: RuleSet) {
    self.catalog = catalog
    self.rules = rules
    lexicon = EnglishLexicon(rules.words)
    triggers = EnglishTriggers(rules.frames.filter { $0.language == .en })
    parser = EnglishParser(lexicon: lexicon)
    assembler = DealAssembler(catalog: catalog, rules: rules, typer: DealTyper(catalog: catalog, rules: rules))
  }

  /// The claims of an article, and the syntax of each sentence that holds a figure, a model or a chip.
  func read(_ document: LinkedDocument, items: ItemMap, measures: [[Int: MeasureReader.Reading]]) -> (claims: [RawClaim], figures: [(parsed: EnglishSentence, parties: EnglishParties)]) {
    var claims: [RawClaim] = []
    var figures: [(parsed: EnglishSentence, parties: EnglishParties)] = []
    var discourse = EnglishDiscourse()
    for (index, sentence) in document.sentences.enumerated() {
      if items.startsItem(index) { discourse.startItem() }
      guard sentence.span.count < 2000 else { continue }
      let parsed = parser.parse(sentence, index: index, in: document)
      let parties = EnglishParties(catalog: catalog, rules: rules, lexicon: lexicon, parsed: parsed, document: document, discourse: discourse)
      let finder = EnglishEventFinder(rules: rules, lexicon: lexicon, triggers: triggers, parsed: parsed, document: document, parties: parties)
      let events = finder.events().filter { finder.isViable($0) }
      var found = assembler.claims(
        events, sentence: sentence, index: index, item: items.item(of: index), isHeadline: items.isHeadline(index),
        placement: placement(parsed) { if case .quantity(let index) = $0 { index } else { nil } },
        asides: Set(parsed.asides.compactMap { if case .quantity(let index) = $0.unit { index } else { nil } }), measures: measures[index],
        entityPlacement: placement(parsed) { if case .mention(let index) = $0 { index } else { nil } }, document)
      for position in found.indices where found[position].type == .equityInvestment {
        found[position].round = EnglishRounds.round(in: sentence, near: found[position].trigger, document)
      }
      found.removeAll { $0.frame.needs.contains(.round) && $0.round == nil }
      // a multibillion-dollar deal: no sum is told.
      for position in found.indices { found[position].amounts.removeAll { document.folded.text(document.folded.folded(document.quantities[$0.quantity].qualified)).holds("multi") } }
      // Who backs whom tells no sum of its own.
      for position in found.indices where found[position].frame.status == .ongoing && found[position].type == .equityInvestment && found[position].stake == nil {
        found[position].amounts = []
      }
      if !document.quantities(in: sentence.span).isEmpty || document.mentions(in: sentence.span).contains(where: { [.model, .chip].contains(document.mentions[$0].type) }) { figures.append((parsed, parties)) }
      note(parsed, parties, found, &discourse)
      if found.isEmpty, let last = claims.indices.last, claims[last].sentence == index - 1, claims[last].item == items.item(of: index), goesOn(sentence, document) {
        addTerms(of: sentence, measures[index], to: &claims[last], document)
      }
      claims += found
    }
    return (claims, figures)
  }

  /// `The agreement is worth $3bn`, `The deal runs for seven years`: terms of the deal told in the sentence before.
  private func goesOn(_ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    let text = document.folded.text(document.folded.folded(sentence.span))
    return rules.words["en_deal_opening"].contains { text.hasPrefix($0 + " ") }
  }

  private func addTerms(of sentence: Sentence, _ measures: [Int: MeasureReader.Reading], to claim: inout RawClaim, _ document: LinkedDocument) {
    for index in document.quantities(in: sentence.span) {
      let quantity = document.quantities[index]
      // The deal is worth $3bn: no valuation of anybody.
      if let measured = measures[index], let measure = rules.measures.entries[measured.entry].measure, measure != .valuation { continue }
      switch quantity.kind {
      case .money: if claim.amounts.isEmpty, quantity.restates == nil { claim.amounts.append(BoundQuantity(quantity: index, score: 20)) }
      case .duration: if claim.durations.isEmpty, quantity.months != nil { claim.durations.append(index) }
      case .measure: if claim.capacities.isEmpty, quantity.unit == "watt" { claim.capacities.append(index) }
      default: break
      }
    }
  }

  func metricReader(_ base: MetricReader) -> EnglishMetricReader { EnglishMetricReader(base: base, lexicon: lexicon) }

  /// The phrases and events of one sentence on its own.
  func analysis(_ sentence: Sentence, index: Int, in document: LinkedDocument) -> (parsed: EnglishSentence, events: [Event]) {
    let parsed = parser.parse(sentence, index: index, in: document)
    let parties = EnglishParties(catalog: catalog, rules: rules, lexicon: lexicon, parsed: parsed, document: document, discourse: EnglishDiscourse())
    let finder = EnglishEventFinder(rules: rules, lexicon: lexicon, triggers: triggers, parsed: parsed, document: document, parties: parties)
    return (parsed, finder.events())
  }

  private func note(_ parsed: EnglishSentence, _ parties: EnglishParties, _ claims: [RawClaim], _ discourse: inout EnglishDiscourse) {
    if parties.opensWithUnknownName {
      discourse.topic = nil
      discourse.investee = nil
    }
    let first = parsed.phrases.indices.first { parsed.phrases[$0].kind == .verbal && !parsed.phrases[$0].isParticiple }
    let subject = first.map { parties.subject(of: $0) } ?? []
    discourse.sawTogether(subject.count > 1 ? subject : TopicTracker.opening(of: parsed.sentence, parties.document))
    func isTopic(_ party: PartyReference) -> Bool { !party.isUnknown || party.company.utf8.count > 8 }
    if let topic = subject.first(where: isTopic) ?? parties.sentenceSubject(before: first ?? parsed.phrases.count) {
      discourse.topic = PartyReference(company: topic.company, span: topic.span, confidence: topic.confidence, isDerived: false)
    } else if let only = parties.onlyCompany {
      // “Talk about its founder's future at Acme has grown. The company …”: nobody else can be meant.
      discourse.topic = only
    }
    for claim in claims {
      discourse.sawTogether(claim.parties.map(\.reference))
      if claim.type == .equityInvestment, let investee = claim.parties.first(where: { $0.role == .investee }) {
        discourse.investee = investee.reference
        // Acme led the round: the company that goes on is who raised it.
        if let topic = discourse.topic, claim.companies(in: .investor).contains(topic.company) { discourse.topic = investee.reference }
      }
    }
  }

  private func placement(_ parsed: EnglishSentence, _ select: (Unit) -> Int?) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (phrase, run) in parsed.phrases.enumerated() {
      for element in run.elements {
        if let unit = parsed.elements[element].unit, let index = select(unit) { result[index] = phrase }
      }
    }
    for aside in parsed.asides {
      if let index = select(aside.unit) { result[index] = aside.phrase }
    }
    return result
  }
}

/// The name of a funding round: `Series B`, `Seed`, `Pre-Seed`.
enum EnglishRounds {
  static func round(in sentence: Sentence, near trigger: Span, _ document: LinkedDocument) -> (name: String, span: Span)? {
    let text = document.folded
    let run = text.folded(sentence.span)
    let place = text.folded(trigger).start
    var best: (name: String, span: Span, gap: Int)?
    func offer(_ name: String, _ folded: Span) {
      let gap = abs(folded.start - place)
      if best == nil || gap < (best?.gap ?? 0) { best = (name, text.original(folded), gap) }
    }
    for offset in run.range {
      if starts("series ", text.bytes, offset), offset + 7 < run.end, text.bytes[offset + 7] &- 0x61 < 12, offset + 8 >= run.end || !isLetter(text.bytes[offset + 8]) {
        offer("Series " + String(decoding: [text.bytes[offset + 7] & 0xDF], as: UTF8.self), Span(offset, offset + 8))
      } else if starts("seed ", text.bytes, offset) || starts("seed-", text.bytes, offset), offset == run.start || text.bytes[offset - 1] == 0x20 {
        offer("Seed", Span(offset, offset + 4))
      } else if starts("pre-seed", text.bytes, offset) {
        offer("Pre-Seed", Span(offset, offset + 8))
      }
    }
    return best.map { ($0.name, $0.span) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  private static func starts(_ word: StaticString, _ bytes: [UInt8], _ offset: Int) -> Bool {
    word.withUTF8Buffer { buffer in offset + buffer.count <= bytes.count && bytes[offset..<(offset + buffer.count)].elementsEqual(buffer) }
  }
}
