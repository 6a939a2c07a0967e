internal import Facts
internal import PostgreSQL

/// Writes which entities the articles name into `staging`.
struct StagedMentions {
  let articles: [ArticleFacts]

  func copy(into connection: borrowing Connection) throws {
    let table = StagingTable(
      "mention", "article_id entity_type entity_id name mention_count first_start first_end is_in_title confidence")
    try table.copy(into: connection) { rows in
      for article in articles {
        for entity in merged(article.entities) {
          guard let first = entity.mentions.min(by: { ($0.start, $0.end) < ($1.start, $1.end) }) else { continue }
          let title = article.article.title ?? ""
          try rows.begin()
          rows.text(article.article.key.withoutZeros)
          rows.text(entity.type.rawValue)
          rows.text(entity.id.withoutZeros)
          rows.text(entity.name.withoutZeros)
          rows.int32(entity.mentions.count)
          rows.int32(first.start)
          rows.int32(first.end)
          rows.bool(entity.mentions.contains { !$0.text.isEmpty && title.contains($0.text) })
          rows.numeric((entity.confidence ?? Confidence(thousandths: 1000)).numeric)
        }
      }
    }
  }

  /// An article may name one entity in two rows (a surface that two rules link): one row a type and id.
  private func merged(_ entities: [EntityMention]) -> [EntityMention] {
    var places: [String: Int] = [:]
    var result: [EntityMention] = []
    for entity in entities {
      let key = entity.type.rawValue + " " + entity.id
      if let place = places[key] {
        result[place].mentions += entity.mentions
      } else {
        places[key] = result.count
        result.append(entity)
      }
    }
    return result
  }
}
