import Catalog
import Facts

/// Names rows that only this project's catalogue holds the way the text spells them: `new:ソニー銀`.
///
/// Facts travel: whoever reads them may hold the shared reference alone, where such a row does not exist. The warehouse
/// adopts the name again (`Catalog.adopted`), so that joins lose nothing.
struct ProvisionalNames {
  private let names: [String: String]

  init(_ facts: ArticleFacts, _ catalog: Catalog) {
    var names: [String: String] = [:]
    for entity in facts.entities where !entity.id.hasPrefix("new:") && !catalog.isReference(entity.type, entity.id) {
      guard let spelled = entity.mentions.first?.text else { continue }
      names[entity.type.rawValue + ":" + entity.id] = "new:" + spelled
    }
    self.names = names
  }

  func apply(to facts: inout ArticleFacts) {
    guard !names.isEmpty else { return }
    for index in facts.entities.indices { facts.entities[index].id = name(facts.entities[index].type, facts.entities[index].id) }
    for index in facts.deals.indices { apply(to: &facts.deals[index]) }
    for index in facts.modelFacts.indices {
      let fact = facts.modelFacts[index]
      facts.modelFacts[index].model = fact.relation == .chipBy ? name(.chip, fact.model) : name(.model, fact.model)
      switch fact.relation {
      case .developedBy, .chipBy: facts.modelFacts[index].object = name(.company, fact.object)
      case .trainedOn, .runsOn: facts.modelFacts[index].object = name(.chip, fact.object)
      case .matches, .outperforms, .trails, .successorOf: facts.modelFacts[index].object = name(.model, fact.object)
      }
    }
    for index in facts.metrics.indices {
      facts.metrics[index].subject = name(facts.metrics[index].measure == .parameters ? .model : .company, facts.metrics[index].subject)
    }
  }

  private func apply(to deal: inout DealClaim) {
    for index in deal.parties.indices { deal.parties[index].company = name(.company, deal.parties[index].company) }
    deal.chips = deal.chips.map { name(.chip, $0) }
    deal.models = deal.models.map { name(.model, $0) }
    deal.products = deal.products.map { name(.product, $0) }
    guard var values = deal.values else { return }
    for index in values.indices {
      let value = values[index].value
      switch values[index].attribute {
      case .party:
        let parts = value.split(separator: " ", maxSplits: 1)
        if parts.count == 2 { values[index].value = parts[0] + " " + name(.company, String(parts[1])) }
      case .chip: values[index].value = name(.chip, value)
      case .model: values[index].value = name(.model, value)
      case .product: values[index].value = name(.product, value)
      default: break
      }
    }
    deal.values = values
  }

  private func name(_ type: EntityType, _ id: String) -> String { names[type.rawValue + ":" + id] ?? id }
}
