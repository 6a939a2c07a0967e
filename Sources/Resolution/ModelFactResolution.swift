import Facts

/// Relations of models over many articles: one model × relation × object, with its sources.
///
/// `DeepSeek-R1 matches o1` told by three articles is one relation; it is confirmed as soon as one source tells it so, and a
/// rumour while all are.
struct ModelFactResolution {
  private struct Key: Hashable {
    let model: String
    let relation: ModelRelation
    let object: String
  }

  private struct Group {
    var first: ModelFact
    var claims: [ClaimReference] = []
    var sure: [Int: Int] = [:]
    var status: DealStatus?
    var isPlain = false
  }

  func modelFacts(_ articles: [ArticleFacts], duplicates: NearDuplicates) -> [ResolvedModelFact] {
    var groups: [Key: Group] = [:]
    for (article, facts) in articles.enumerated() {
      for (index, fact) in facts.modelFacts.enumerated() {
        let key = Key(
          model: EntityName.comparable(fact.model), relation: fact.relation, object: EntityName.comparable(fact.object))
        var group = groups[key] ?? Group(first: fact)
        group.claims.append(ClaimReference(article: facts.article.key, index: index))
        let source = duplicates.representative[article]
        group.sure[source] = max(group.sure[source] ?? 0, fact.confidence?.thousandths ?? 1000)
        if let status = fact.status {
          if group.status.map({ StatusRule.rank($0) < StatusRule.rank(status) }) ?? true { group.status = status }
        } else {
          group.isPlain = true
        }
        groups[key] = group
      }
    }
    return groups.map { key, group in
      var open = 1_000_000
      for source in group.sure.keys.sorted() { open = open * (1000 - (group.sure[source] ?? 0)) / 1000 }
      return ResolvedModelFact(
        key: SHA256.hexadecimal([key.model, key.relation.rawValue, key.object].joined(separator: "\n")),
        model: group.first.model, relation: key.relation, object: group.first.object,
        status: group.isPlain ? nil : group.status, independentSources: group.sure.count,
        confidence: Confidence(thousandths: 1000 - (open + 500) / 1000), claims: group.claims.sorted())
    }.sorted { $0.key < $1.key }
  }
}
