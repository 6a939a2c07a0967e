import Catalog
import Facts
import Foundation
import Language

/// Relations of models: who developed one, which chip it was trained on, which other it matches or outperforms.
///
/// `DeepSeekの「R1」はOpenAIの「o1」に匹敵する` → r1 developed_by deepseek, o1 developed_by openai, r1 matches o1.
/// A maker is read where the text says so: right before the model (`の`, `’s`, `的`), as the one who releases it
/// (`甲社は…「モデル」を公開`), or behind it (`モデル開発元の甲社`); a company that only stands in the same sentence is none.
struct ModelFactReader {
  let catalog: Catalog
  let rules: RuleSet
  let document: LinkedDocument

  /// - Parameter scene: what the sentences before were about, for 「甲に匹敵する」 without a subject.
  func facts(in sentence: Sentence, scene: ModelScene = ModelScene()) -> [ModelFact] {
    let mentions = Array(document.mentions(in: sentence.span))
    var facts: [ModelFact] = []
    if document.language == .ja { facts = continued(mentions, sentence, scene) }
    guard mentions.count > 1 else { return facts }
    for (position, index) in mentions.enumerated() {
      let mention = document.mentions[index]
      guard mention.type == .model || mention.type == .chip else { continue }
      if document.language != .en, let fact = maker(of: position, mentions, sentence) { facts.append(fact) }
    }
    facts += document.language == .ja ? comparisons(mentions, sentence) : ModelComparisons(base: self).facts(mentions, sentence)
    return facts
  }

  // MARK: From the sentence before

  /// 「甲モデルに匹敵する」, 「自社のモデル乙」: the model and the maker that the sentences before were about.
  private func continued(_ mentions: [Int], _ sentence: Sentence, _ scene: ModelScene) -> [ModelFact] {
    let models = mentions.filter { document.mentions[$0].type == .model }
    var facts: [ModelFact] = []
    if models.count == 1, let index = models.first, let topic = scene.model, document.mentions[index].id != document.mentions[topic].id {
      let object = document.mentions[index]
      let behind = text(behind: object.span.end, sentence, limit: 30).drop { "」』）) のなどモデル".contains($0) }
      for entry in rules.relations.entries where entry.language == .ja && !entry.isReversed && [.matches, .outperforms, .trails].contains(entry.relation) {
        let isSaid = entry.words.contains { word in ["に", "と", "を", "より"].contains { behind.hasPrefix($0 + word) } }
        if isSaid { facts.append(fact(document.mentions[topic], entry.relation, object.id, sentence.span)) }
      }
    }
    if let company = scene.company {
      for index in models {
        let model = document.mentions[index]
        let before = document.folded.originalText(Span(max(sentence.span.start, model.span.start - 60), model.span.start)).unicodeScalars
        let text = String(String.UnicodeScalarView(before))
        guard let at = rules.words["own_words"].compactMap({ text.range(of: $0, options: .backwards)?.upperBound }).max() else { continue }
        let rest = text[at...]
        guard !rest.contains(where: { "、。はがをにへも".contains($0) }), isMaker(company, of: model) else { continue }
        facts.append(fact(model, .developedBy, company, Span(model.span.start, model.span.end)))
      }
    }
    return facts
  }

  private func isMaker(_ company: String, of model: Mention) -> Bool {
    guard let known = model.maker ?? catalog.developer(ofModel: model.id) else { return model.isDiscovered }
    return company == known || catalog.ultimateParent(ofCompany: company) == catalog.ultimateParent(ofCompany: known)
  }

  private func text(behind offset: Int, _ sentence: Sentence, limit: Int) -> String {
    var end = min(sentence.span.end, offset + limit)
    while end < sentence.span.end, document.folded.original[end] & 0xC0 == 0x80 { end += 1 }
    return document.folded.originalText(Span(offset, end))
  }

  // MARK: Makers

  private func maker(of position: Int, _ mentions: [Int], _ sentence: Sentence) -> ModelFact? {
    let model = document.mentions[mentions[position]]
    let relation: ModelRelation = model.type == .model ? .developedBy : .chipBy
    let known = model.maker ?? (model.type == .model ? catalog.developer(ofModel: model.id) : catalog.vendor(ofChip: model.id))
    func related(_ company: String) -> Bool {
      guard let known else { return true }
      return company == known || catalog.parent(ofCompany: known) == company || catalog.parent(ofCompany: company) == known
        || catalog.ultimateParent(ofCompany: company) == catalog.ultimateParent(ofCompany: known)
    }
    func fact(_ company: Mention) -> ModelFact {
      let span = Span(min(company.span.start, model.span.start), max(company.span.end, model.span.end))
      return self.fact(model, relation, company.id, span)
    }
    // The nearest company before, over models and chips listed with this one.
    var before = position - 1
    while before >= 0, [.model, .chip].contains(document.mentions[mentions[before]].type) { before -= 1 }
    if before >= 0, document.mentions[mentions[before]].type == .company, related(document.mentions[mentions[before]].id) {
      let company = document.mentions[mentions[before]]
      let first = document.mentions[mentions[before + 1]]
      if possesses(Span(company.span.end, first.span.start), isKnown: known != nil), before + 1 == position || listed(from: before + 1, to: position, mentions) {
        return fact(company)
      }
    }
    // 甲正式发布视频模型 A: a maker that is known, named last before its model.
    if document.language == .zh, known != nil,
      let last = mentions[..<position].last(where: { document.mentions[$0].type == .company }), related(document.mentions[last].id),
      model.span.start - document.mentions[last].span.end <= (isListed(Span(document.mentions[last].span.end, model.span.start)) ? 300 : 150)
    {
      return fact(document.mentions[last])
    }
    // The company that the sentence is about releases it.
    if releases(after: model.span.end, sentence),
      let subject = TopicTracker.subject(of: sentence, document), document.mentions[subject].span.end <= model.span.start,
      related(document.mentions[subject].id), known != nil
    {
      return fact(document.mentions[subject])
    }
    // 甲社（モデルの開発元）
    if before >= 0, document.mentions[mentions[before]].type == .company, related(document.mentions[mentions[before]].id), before + 1 == position {
      let company = document.mentions[mentions[before]]
      let gap = document.folded.originalText(Span(company.span.end, model.span.start)).filter { !" 「『".contains($0) }
      let behind = text(behind: model.span.end, sentence, limit: 24).drop { "」』".contains($0) }
      if gap == "（" || gap == "(", rules.words["made_by_words"].contains(where: { behind.hasPrefix($0) || behind.hasPrefix("の" + $0) }) { return fact(company) }
    }
    // モデル開発元の甲社
    for other in mentions where document.mentions[other].type == .company && related(document.mentions[other].id) {
      let company = document.mentions[other]
      guard company.span.start >= model.span.end, company.span.start - model.span.end <= 60 else { continue }
      let gap = document.folded.originalText(Span(model.span.end, company.span.start))
      if rules.words["made_by_words"].contains(where: { gap.holds($0) }) { return fact(company) }
    }
    return nil
  }

  /// 带来了甲、乙、丙: an enumeration leads up to the model.
  private func isListed(_ gap: Span) -> Bool {
    let text = document.folded.originalText(gap)
    return text.contains("、") && !text.contains("。") && rules.words["release_words"].contains { text.holds($0) }
  }

  /// 「甲社開発の…を統合したAIモデル『A』」: who develops it is said, and what stands between only describes it.
  private func develops(_ gap: String, isKnown: Bool) -> Bool {
    guard let lead = rules.words["maker_leads"].filter({ gap.hasPrefix($0) }).max(by: { $0.utf8.count < $1.utf8.count }) else { return false }
    let rest = gap.dropFirst(lead.count)
    guard !rest.contains(where: { "、。！？」』\n".contains($0) }) else { return false }
    return isKnown || rules.words["model_heads"].contains { rest.holds($0 + "「") || rest.holds($0 + "『") }
  }

  /// の, ’s, 的 or nothing between maker and model, and then only a description of the model.
  private func possesses(_ gap: Span, isKnown: Bool) -> Bool {
    guard gap.count <= 240 else { return false }
    let text = document.folded.originalText(gap)
    if develops(text, isKnown: isKnown) { return true }
    guard gap.count <= 90 else { return false }
    let stripped = text.filter { !" 「『“\"'’*・".contains($0) }
    if stripped.isEmpty { return true }
    for word in rules.words["possessives"] where stripped.hasPrefix(word) {
      var rest = stripped.dropFirst(word.count)
      // Nvidiaの最新GPU、GB200
      if rest.last == "、" { rest = rest.dropLast() }
      // 1.2兆: a point between digits is none.
      var plain = Substring("")
      for (index, character) in zip(rest.indices, rest) where character != "." || index == rest.startIndex || !(rest[rest.index(before: index)].isNumber) { plain.append(character) }
      guard !plain.contains(where: { "、。，；,.;はがをにへもと".contains($0) }) else { continue }
      return isKnown || rest.count <= 16
    }
    return rules.words["release_adjectives"].contains { stripped == $0 }
  }

  /// 「A」や「B」: models named in one breath.
  private func listed(from first: Int, to last: Int, _ mentions: [Int]) -> Bool {
    for position in first..<last {
      let gap = document.folded.originalText(Span(document.mentions[mentions[position]].span.end, document.mentions[mentions[position + 1]].span.start))
      let stripped = gap.filter { !" 「」『』“”\"'’*".contains($0) }
      guard ["", "、", "や", "と", "・", "/", "／", ",", "and", "&", "，", "和", "及", "または", "、そして", ",and", "および", "ならびに", "及び", "、および", "、及び"].contains(stripped) else { return false }
    }
    return true
  }

  private func releases(after offset: Int, _ sentence: Sentence) -> Bool {
    let end = min(sentence.span.end, offset + 120)
    guard offset < end else { return false }
    var limit = end
    while limit < sentence.span.end, document.folded.original[limit] & 0xC0 == 0x80 { limit += 1 }
    let text = document.folded.originalText(Span(offset, limit))
    return rules.words["release_words"].contains { text.holds($0) }
  }

  // MARK: Comparisons

  private func comparisons(_ mentions: [Int], _ sentence: Sentence) -> [ModelFact] {
    let models = mentions.filter { document.mentions[$0].type == .model }
    let chips = mentions.filter { document.mentions[$0].type == .chip }
    guard !models.isEmpty, models.count + chips.count >= 2 else { return [] }
    let text = document.folded.originalText(sentence.span)
    var facts: [ModelFact] = []
    for entry in rules.relations.entries where entry.words.contains(where: { text.holds($0) }) {
      switch entry.relation {
      case .trainedOn, .runsOn:
        guard let model = models.first, let chip = chips.first else { continue }
        var fact = fact(document.mentions[model], entry.relation, document.mentions[chip].id, sentence.span)
        if rules.words["plan_words"].contains(where: { text.holds($0) }) { fact.status = .planned }
        facts.append(fact)
      case .matches, .outperforms, .trails, .successorOf:
        guard models.count >= 2 else { continue }
        let (subject, object) = entry.isReversed ? (models[1], models[0]) : (models[0], models[1])
        guard document.mentions[subject].id != document.mentions[object].id else { continue }
        facts.append(fact(document.mentions[subject], entry.relation, document.mentions[object].id, sentence.span))
      case .developedBy, .chipBy: continue
      }
    }
    return facts
  }

  func fact(_ mention: Mention, _ relation: ModelRelation, _ object: String, _ span: Span) -> ModelFact {
    ModelFact(
      model: mention.id, relation: relation, object: object, confidence: Confidence(thousandths: 850),
      evidence: [document.text.evidence(span, rule: "model.\(relation.rawValue)")])
  }
}

/// What the last sentences of an item told of, for sentences that only go on.
struct ModelScene {
  /// The model that the last sentence with one was about: index into the document's mentions.
  var model: Int?
  /// The organisation that the text is about.
  var company: String?
}
