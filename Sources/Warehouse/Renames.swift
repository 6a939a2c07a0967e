internal import Facts

/// Moves facts of an adopted `new:` id to its row of the catalogue: `new:ソラAI` → `sora-ai`.
struct Renames: Sendable {
  private let targets: [String: String]

  init(_ rows: [DimensionRows.Rename]) {
    // Of two rows for one id the smaller target, so that the order of rows does not matter.
    targets = Dictionary(rows.map { ($0.from, $0.to) }, uniquingKeysWith: min)
  }

  var isEmpty: Bool { targets.isEmpty }

  func applied(to facts: ArticleFacts) -> ArticleFacts {
    guard !targets.isEmpty else { return facts }
    var facts = facts
    for index in facts.entities.indices { rename(&facts.entities[index].id) }
    for index in facts.deals.indices {
      for party in facts.deals[index].parties.indices { rename(&facts.deals[index].parties[party].company) }
      for chip in facts.deals[index].chips.indices { rename(&facts.deals[index].chips[chip]) }
      for model in facts.deals[index].models.indices { rename(&facts.deals[index].models[model]) }
      for product in facts.deals[index].products.indices { rename(&facts.deals[index].products[product]) }
    }
    for index in facts.modelFacts.indices {
      rename(&facts.modelFacts[index].model)
      rename(&facts.modelFacts[index].object)
    }
    for index in facts.metrics.indices { rename(&facts.metrics[index].subject) }
    return facts
  }

  private func rename(_ id: inout String) {
    if let target = targets[id] { id = target }
  }
}
