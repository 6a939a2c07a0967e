internal import Facts
internal import PostgreSQL
internal import Resolution

/// Relations between deals, brought up to date along the chains of touched deals, and what follows from them: what is added
/// up, and parts that exceed their whole.
struct RelatedDeals {
  let files: SQLFiles
  let rules: ResolutionRules

  func stage(_ connection: borrowing Connection) throws {
    try connection.run(script: files.text("resolution/forget_edges.sql"))
    let resolver = rules.resolver()
    try followChains(resolver, connection)
    try connection.run(script: files.text("resolution/relate_deals.sql"))
    try weighWholes(resolver, connection)
    try connection.run(script: files.text("resolution/patch_deals.sql"))
  }

  private struct Edge {
    let chain: Int64
    let from: String
    let kind: DealRelation.Kind
    let to: String
  }

  private func followChains(_ resolver: ComponentResolver, _ connection: borrowing Connection) throws {
    let lines = ToldLines()
    var rows = try PagedRows("chain_deals", files.text("resolution/chain_deals.sql"), connection) { rows, row in
      (chain: try rows.integer(row, 0), node: try lines.told(DealNode.self, rows.withBytes(row, 1) { Array($0) }))
    }
    var edges: [Edge] = []
    while let first = try rows.next(connection) {
      var nodes = [first.node]
      while let next = try rows.peek(connection), next.chain == first.chain {
        nodes.append(next.node)
        _ = try rows.next(connection)
      }
      for (from, kind, to) in resolver.relations(in: first.chain, nodes) {
        edges.append(Edge(chain: first.chain, from: nodes[from].deal.key, kind: kind, to: nodes[to].deal.key))
      }
      if edges.count >= 10_000 { try keep(&edges, connection) }
    }
    try keep(&edges, connection)
  }

  private func keep(_ edges: inout [Edge], _ connection: borrowing Connection) throws {
    try IndexTable("edge", "chain claim_set relation other_claim_set").copy(into: connection) { rows in
      for edge in edges {
        try rows.begin()
        rows.int64(edge.chain)
        rows.text(edge.from)
        rows.text(edge.kind.rawValue)
        rows.text(edge.to)
      }
    }
    edges.removeAll(keepingCapacity: true)
  }

  private func weighWholes(_ resolver: ComponentResolver, _ connection: borrowing Connection) throws {
    let lines = ToldLines()
    var rows = try PagedRows("wholes", files.text("resolution/wholes.sql"), connection) { rows, row in
      (
        key: try rows.text(row, 0), whole: rows.withBytes(row, 1) { Array($0) },
        part: try lines.told(DealNode.self, rows.withBytes(row, 2) { Array($0) }).deal
      )
    }
    while let first = try rows.next(connection) {
      var parts = [first.part]
      while let next = try rows.peek(connection), next.key == first.key {
        parts.append(next.part)
        _ = try rows.next(connection)
      }
      let whole = try lines.told(DealNode.self, first.whole).deal
      guard let conflict = resolver.conflict(whole: whole, parts: parts) else { continue }
      try connection.execute(
        "insert into whole_conflict (claim_set, attribute, kind, detail) values ($1, $2, $3, $4)",
        [.text(first.key), .text(conflict.attribute.rawValue), .text(conflict.kind), .text(conflict.detail.withoutZeros)])
    }
  }
}
