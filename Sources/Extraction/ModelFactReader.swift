import Catalog
import Facts
import Language

/// Relations of models: who developed one, which chip it was trained on, which other it matches or outperforms.
///
/// `DeepSeekの「R1」はOpenAIの「o1」に匹敵する` → r1 developed_by deepseek, o1 developed_by openai, r1 matches o1.
/// Adjacency of maker and model is read from bytes (`の`, `’s`, `的`), so it needs no syntax.
struct ModelFactReader {
  let catalog: Catalog
  let rules: RuleSet
  let document: LinkedDocument

  func facts(in sentence: Sentence) -> [ModelFact] {
    let mentions = Array(document.mentions(in: sentence.span))
    var facts: [ModelFact] = []
    for (position, index) in mentions.enumerated() {
      let mention = document.mentions[index]
      guard mention.type == .model || mention.type == .chip else { continue }
      if let fact = maker(of: mention, position, mentions, sentence) { facts.append(fact) }
    }
    facts += comparisons(mentions, sentence)
    return facts
  }

  /// The model's maker where the sentence names it before or after the model.
  private func maker(of mention: Mention, _ position: Int, _ mentions: [Int], _ sentence: Sentence) -> ModelFact? {
    let known = mention.type == .model ? mention.maker ?? catalog.developer(ofModel: mention.id) : mention.maker ?? catalog.vendor(ofChip: mention.id)
    let relation: ModelRelation = mention.type == .model ? .developedBy : .chipBy
    for other in mentions where document.mentions[other].type == .company {
      let company = document.mentions[other]
      guard let known else {
        // An unknown model: only right behind its maker's name.
        if company.span.end <= mention.span.start, isPossessive(Span(company.span.end, mention.span.start)) {
          return fact(mention, relation, company.id, Span(company.span.start, mention.span.end))
        }
        continue
      }
      guard company.id == known || catalog.parent(ofCompany: known) == company.id || catalog.parent(ofCompany: company.id) == known else { continue }
      let span = Span(min(company.span.start, mention.span.start), max(company.span.end, mention.span.end))
      guard span.count <= 240 else { continue }
      return fact(mention, relation, known, span)
    }
    return nil
  }

  private func isPossessive(_ gap: Span) -> Bool {
    let text = document.folded.originalText(gap).filter { !" 「『“\"'’*".contains($0) }
    return ["の", "s", "的", "製", "の最新モデル", "の新モデル", "のAIモデル", "が発表した", "が開発した", "が公開した"].contains(text)
  }

  private func comparisons(_ mentions: [Int], _ sentence: Sentence) -> [ModelFact] {
    let models = mentions.filter { document.mentions[$0].type == .model }
    let chips = mentions.filter { document.mentions[$0].type == .chip }
    guard !models.isEmpty, models.count + chips.count >= 2 else { return [] }
    let text = document.folded.originalText(sentence.span)
    var facts: [ModelFact] = []
    for entry in rules.relations.entries where entry.words.contains(where: { text.contains($0) }) {
      switch entry.relation {
      case .trainedOn, .runsOn:
        guard let model = models.first, let chip = chips.first else { continue }
        facts.append(fact(document.mentions[model], entry.relation, document.mentions[chip].id, sentence.span))
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

  private func fact(_ mention: Mention, _ relation: ModelRelation, _ object: String, _ span: Span) -> ModelFact {
    ModelFact(
      model: mention.id, relation: relation, object: object, confidence: Confidence(thousandths: 850),
      evidence: [document.text.evidence(span, rule: "model.\(relation.rawValue)")])
  }
}
