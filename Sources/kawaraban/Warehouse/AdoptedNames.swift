import Catalog
import Facts

/// Gives names that the catalogue knows their rows: `new:ソニー銀` → `sony-bank`.
///
/// Extraction names what only this project's catalogue holds as the text spells it; in the warehouse one row joins all
/// spellings in all languages. A name that no row, or more than one, goes by stays as it is.
struct AdoptedNames {
  let catalog: Catalog

  func adopting(_ facts: ArticleFacts) -> ArticleFacts {
    var facts = facts
    for index in facts.entities.indices { facts.entities[index].id = id(facts.entities[index].type, facts.entities[index].id) }
    for deal in facts.deals.indices { adopt(&facts.deals[deal]) }
    for index in facts.modelFacts.indices {
      let fact = facts.modelFacts[index]
      facts.modelFacts[index].model = id(fact.relation == .chipBy ? .chip : .model, fact.model)
      facts.modelFacts[index].object = id(objectType(fact.relation), fact.object)
    }
    for index in facts.metrics.indices {
      facts.metrics[index].subject = id(facts.metrics[index].measure == .parameters ? .model : .company, facts.metrics[index].subject)
    }
    return facts
  }

  private func adopt(_ deal: inout DealClaim) {
    for index in deal.parties.indices { deal.parties[index].company = id(.company, deal.parties[index].company) }
    deal.chips = deal.chips.map { id(.chip, $0) }
    deal.models = deal.models.map { id(.model, $0) }
    deal.products = deal.products.map { id(.product, $0) }
    deal.values = deal.values.map { $0.map(adopted) }
  }

  private func adopted(_ value: ClaimValue) -> ClaimValue {
    var value = value
    switch value.attribute {
    case .party:
      let parts = value.value.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { value.value = parts[0] + " " + id(.company, String(parts[1])) }
    case .chip: value.value = id(.chip, value.value)
    case .model: value.value = id(.model, value.value)
    case .product: value.value = id(.product, value.value)
    default: break
    }
    return value
  }

  private func objectType(_ relation: ModelRelation) -> EntityType {
    switch relation {
    case .developedBy, .chipBy: .company
    case .trainedOn, .runsOn: .chip
    case .matches, .outperforms, .trails, .successorOf: .model
    }
  }

  private func id(_ type: EntityType, _ id: String) -> String {
    guard id.hasPrefix("new:") else { return id }
    return catalog.row(named: String(id.dropFirst(4)), type) ?? id
  }
}
