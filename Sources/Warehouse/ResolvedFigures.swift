internal import Facts
internal import PostgreSQL
internal import Resolution

/// Resolves the touched groups of figures and of relations of models, a portion at a time, and stages them.
struct ResolvedFigures {
  static let portion = 2048

  let files: SQLFiles
  let rules: ResolutionRules
  let dimensions: DimensionRows

  private struct Row {
    let kind: FigureKind
    let group: Int64
    let line: [UInt8]
    let representative: String?
  }

  private struct Figures {
    var metrics: [(group: Int64, told: [ToldMetric], resolved: [ResolvedMetric])] = []
    var modelFacts: [(group: Int64, told: [ToldModelFact], resolved: ResolvedModelFact)] = []
    var count = 0
  }

  func stage(_ connection: borrowing Connection) throws {
    try connection.run(script: files.text("resolution/touched_figures.sql"))
    let resolver = rules.resolver()
    let staging = FigureStaging(types: dimensions.subjectTypes())
    let lines = ToldLines()
    var rows = try PagedRows("figure_claims", files.text("resolution/figure_claims.sql"), connection) { rows, row in
      Row(
        kind: try rows.integer(row, 0) == 0 ? .metric : .modelFact, group: try rows.integer(row, 1),
        line: rows.withBytes(row, 2) { Array($0) }, representative: rows.optionalText(row, 3))
    }
    var figures = Figures()
    while let first = try rows.next(connection) {
      var group = [first]
      while let next = try rows.peek(connection), next.group == first.group, next.kind == first.kind {
        group.append(next)
        _ = try rows.next(connection)
      }
      figures.count += group.count
      switch first.kind {
      case .metric:
        let told = try group.map { row in
          var told = try lines.told(ToldMetric.self, row.line)
          if let representative = row.representative { told.representative = representative }
          return told
        }
        figures.metrics.append((first.group, told, resolver.metrics(of: told)))
      case .modelFact:
        let told = try group.map { row in
          var told = try lines.told(ToldModelFact.self, row.line)
          if let representative = row.representative { told.representative = representative }
          return told
        }
        if let fact = resolver.modelFact(of: told) { figures.modelFacts.append((first.group, told, fact)) }
      }
      if figures.count >= Self.portion { try keep(&figures, staging, connection) }
    }
    try keep(&figures, staging, connection)
    try connection.run(
      script: """
        insert into touched_figure select f.kind, f.figure_id from touched_group join resolution.figure f using (kind, figure_group)
        on conflict do nothing;
        analyze staging.metric; analyze staging.metric_claim; analyze staging.model_relation; analyze staging.model_relation_claim
        """)
  }

  private func keep(_ figures: inout Figures, _ staging: FigureStaging, _ connection: borrowing Connection) throws {
    try staging.copy(metrics: figures.metrics.map { ($0.told, $0.resolved) }, into: connection)
    try staging.copy(modelFacts: figures.modelFacts.map { ($0.told, $0.resolved) }, into: connection)
    try IndexTable("figure", "kind figure_id figure_group").copy(into: connection) { rows in
      for (group, _, resolved) in figures.metrics {
        for metric in resolved {
          try rows.begin()
          rows.int16(FigureKind.metric.rawValue)
          rows.text(metric.key.withoutZeros)
          rows.int64(group)
        }
      }
      for (group, _, fact) in figures.modelFacts {
        try rows.begin()
        rows.int16(FigureKind.modelFact.rawValue)
        rows.text(fact.key.withoutZeros)
        rows.int64(group)
      }
    }
    figures = Figures()
  }
}
