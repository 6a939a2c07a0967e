internal import Dispatch
internal import Facts
internal import Foundation
internal import PostgreSQL
internal import Resolution
internal import Synchronization

/// Reads the facts of touched articles, a portion at a time, into the resolution's index; their mentions go to staging.
struct TouchedArticles {
  /// Articles in memory at once.
  static let portion = 256

  let files: SQLFiles
  let rules: ResolutionRules
  let renames: Renames

  /// Returns how many current articles are touched.
  func index(_ connection: borrowing Connection) throws -> Int {
    let decoder = FactsDecoder(renames: renames)
    var lines = try PagedRows(
      "touched_facts", files.text("resolution/touched_facts.sql"), pageSize: Self.portion, connection
    ) { rows, row in rows.withBytes(row, 0) { Data($0) } }
    var count = 0
    var portion: [Data] = []
    while let line = try lines.next(connection) {
      portion.append(line)
      if portion.count == Self.portion {
        count += portion.count
        try copy(try decoder.decode(portion), connection)
        portion.removeAll(keepingCapacity: true)
      }
    }
    count += portion.count
    try copy(try decoder.decode(portion), connection)
    return count
  }

  private struct Indexed: Sendable {
    let facts: ArticleFacts
    let index: ArticleIndex
    let claims: [String]
    let metrics: [String]
    let modelFacts: [String]
  }

  private func copy(_ facts: [ArticleFacts], _ connection: borrowing Connection) throws {
    guard !facts.isEmpty else { return }
    let articles = try indexed(facts)
    try StagedMentions(articles: facts).copy(into: connection)
    let claims = IndexTable("claim", "article_id claim_index assertion published words words_length content told")
    try claims.copy(into: connection) { rows in
      for article in articles {
        for (claim, told) in zip(article.index.claims, article.claims) {
          try rows.begin()
          rows.text(claim.told.reference.article.withoutZeros)
          rows.int32(claim.told.reference.index)
          rows.int64(claim.assertion)
          rows.int32(claim.published)
          rows.int64(claim.words)
          rows.int32(claim.wordsLength)
          rows.bytes(claim.content)
          rows.text(told)
        }
      }
    }
    try IndexTable("part", "article_id claim_index part_of_index").copy(into: connection) { rows in
      for article in articles {
        for claim in article.index.claims {
          guard let whole = claim.told.claim.partOf else { continue }
          try rows.begin()
          rows.text(claim.told.reference.article.withoutZeros)
          rows.int32(claim.told.reference.index)
          rows.int32(whole)
        }
      }
    }
    try IndexTable("figure_claim", "article_id kind place figure_group told").copy(into: connection) { rows in
      for article in articles {
        let key = article.facts.article.key.withoutZeros
        let metrics = zip(article.index.metrics.map(\.group), article.metrics).map { (FigureKind.metric, $0, $1) }
        let relations = zip(article.index.modelFacts.map(\.group), article.modelFacts).map { (FigureKind.modelFact, $0, $1) }
        for told in [metrics, relations] {
          for (place, (kind, group, line)) in told.enumerated() {
            try rows.begin()
            rows.text(key)
            rows.int16(kind.rawValue)
            rows.int32(place)
            rows.int64(group)
            rows.text(line)
          }
        }
      }
    }
    try copySignatures(articles, connection)
  }

  private func copySignatures(_ articles: [Indexed], _ connection: borrowing Connection) throws {
    try IndexTable("signature", "article_id hashes").copy(into: connection) { rows in
      for article in articles where !article.index.bands.isEmpty {
        try rows.begin()
        rows.text(article.facts.article.key.withoutZeros)
        rows.text((article.facts.article.signature ?? []).joined(separator: " "))
      }
    }
    try IndexTable("band", "band article_id").copy(into: connection) { rows in
      for article in articles {
        for band in Set(article.index.bands) {
          try rows.begin()
          rows.int64(band)
          rows.text(article.facts.article.key.withoutZeros)
        }
      }
    }
  }

  /// On every core.
  private func indexed(_ facts: [ArticleFacts]) throws -> [Indexed] {
    let parts = min(ProcessInfo.processInfo.activeProcessorCount, facts.count)
    let done = Mutex<[Int: Result<[Indexed], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var indexer = ArticleIndexer(companies: rules.companies, rates: rules.rates)
      let lines = ToldLines()
      let range = facts.count * part / parts..<facts.count * (part + 1) / parts
      let result = Result {
        try facts[range].map { article in
          let index = indexer.index(of: article)
          return Indexed(
            facts: article, index: index, claims: try index.claims.map { try lines.line($0.told) },
            metrics: try index.metrics.map { try lines.line($0.told) },
            modelFacts: try index.modelFacts.map { try lines.line($0.told) })
        }
      }
      done.withLock { $0[part] = result }
    }
    return try done.withLock { results in
      try (0..<parts).flatMap { part in try results[part]?.get() ?? [] }
    }
  }
}

/// What `resolution.figure_claim` tells apart.
enum FigureKind: Int { case metric, modelFact }

/// What is told, as the lines of JSON that the index keeps.
struct ToldLines: Sendable {
  func line(_ told: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(told), as: UTF8.self).withoutZeros
  }

  func told<Told: Decodable>(_ type: Told.Type, _ line: [UInt8]) throws -> Told {
    try JSONDecoder().decode(type, from: Data(line))
  }
}

/// A table of the resolution's index and the columns that COPY fills, in their order.
struct IndexTable {
  let name: String
  let columns: [Substring]

  /// `name` in the schema `resolution`, or that of a working table (`pg_temp.new_link`).
  init(_ name: String, _ columns: String) {
    self.name = name.contains(".") ? name : "resolution." + name
    self.columns = columns.split(separator: " ")
  }

  func copy(into connection: borrowing Connection, _ body: (inout CopyRows) throws -> Void) throws {
    try connection.copyIn(
      "copy \(name) (\(columns.joined(separator: ", "))) from stdin (format binary)", columns: columns.count, body)
  }
}
