internal import PostgreSQL
internal import Resolution

/// Which articles are near-duplicates, brought up to date for the bands of signatures that a load touched.
struct IndexedCopies {
  let files: SQLFiles

  func refresh(_ connection: borrowing Connection) throws {
    try connection.run(script: files.text("resolution/forget_copies.sql"))
    try compare(connection)
    try connection.run(script: files.text("resolution/affected_articles.sql"))
    try name(connection)
    try connection.run(script: files.text("resolution/merge_representatives.sql"))
  }

  private struct Pair {
    let band: Int64
    let first: String
    let other: String
    let isCopy: Bool
  }

  private func compare(_ connection: borrowing Connection) throws {
    var pairs = try PagedRows("signature_pairs", files.text("resolution/signature_pairs.sql"), connection) { rows, row in
      Pair(
        band: try rows.integer(row, 0), first: try rows.text(row, 1), other: try rows.text(row, 2),
        isCopy: areCopies(
          try rows.text(row, 3).split(separator: " ").map(String.init), try rows.text(row, 4).split(separator: " ").map(String.init)))
    }
    var copies: [Pair] = []
    while let pair = try pairs.next(connection) {
      if pair.isCopy { copies.append(pair) }
      if copies.count == 10_000 { try keep(&copies, connection) }
    }
    try keep(&copies, connection)
  }

  private func keep(_ copies: inout [Pair], _ connection: borrowing Connection) throws {
    try IndexTable("copy", "band article_id copy_id").copy(into: connection) { rows in
      for pair in copies {
        try rows.begin()
        rows.int64(pair.band)
        rows.text(pair.first)
        rows.text(pair.other)
      }
    }
    copies.removeAll(keepingCapacity: true)
  }

  /// Each article with near-duplicates goes by the first of them.
  private func name(_ connection: borrowing Connection) throws {
    var groups = NameGroups()
    try connection.forEachRow(
      """
      select distinct c.article_id, c.copy_id
      from resolution.copy c
      join affected_article a on a.article_id = c.copy_id
      """
    ) { row in groups.join(try row.text(0, 0), try row.text(0, 1)) }
    try IndexTable("pg_temp.new_representative", "article_id representative_id").copy(into: connection) { rows in
      for (article, representative) in groups.firsts() {
        try rows.begin()
        rows.text(article)
        rows.text(representative)
      }
    }
  }
}

/// Names joined into groups.
private struct NameGroups {
  private var parents: [String: String] = [:]

  mutating func join(_ one: String, _ other: String) {
    let (left, right) = (root(of: one), root(of: other))
    // The first in order leads.
    if left != right { parents[max(left, right)] = min(left, right) }
  }

  private mutating func root(of name: String) -> String {
    var top = name
    while let parent = parents[top], parent != top { top = parent }
    var current = name
    while current != top {
      let next = parents[current] ?? top
      parents[current] = top
      current = next
    }
    if parents[top] == nil { parents[top] = top }
    return top
  }

  /// The first of its group for every name.
  mutating func firsts() -> [(String, String)] { parents.keys.sorted().map { ($0, root(of: $0)) } }
}
