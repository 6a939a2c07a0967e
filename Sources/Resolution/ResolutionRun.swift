public import Facts
import Synchronization

/// Many articles, one deal, in bounded memory: articles come a batch at a time and are not kept.
///
///     var run = try ResolutionRun(resolver)
///     while let batch = next() { try run.add(batch) }
///     let resolved = try run.resolved()
///
/// Claims wait in a temporary file; what comparing them takes stays in memory, a few hundred bytes a different telling.
/// The answer is that of `Resolver.resolve`, byte by byte.
public struct ResolutionRun: ~Copyable {
  private struct Entry {
    let key: String
    let publishedOn: PartialDate?
    let signature: [UInt64]
    /// Its records.
    let claims: Range<Int32>
  }

  /// A chunk of articles as read on one core.
  private struct Reading: Sendable {
    var claims: [(records: [ClaimRecord], encoded: [[UInt8]])] = []
    var contents: [ClaimContent] = []
    var metrics: [[ToldMetric]] = []
    var modelFacts: [[ToldModelFact]] = []
  }

  private let resolver: Resolver
  private let spool: ClaimSpool
  private let readers: ReaderPool
  private var revisions = CurrentRevisions()
  private var entries: [Entry] = []
  private var claims = ClaimRecords()
  private var places: [ClaimContent: Int32] = [:]
  /// Where each claim begins in the spool.
  private var offsets: [Int] = []
  private var metrics: [(entry: Int, told: ToldMetric)] = []
  private var modelFacts: [(entry: Int, told: ToldModelFact)] = []

  public init(_ resolver: Resolver) throws(ResolutionError) {
    self.resolver = resolver
    spool = try ClaimSpool()
    readers = ReaderPool(resolver)
  }

  /// Hands over articles, in any order and any batches; a few hundred at a time keep all cores busy.
  public mutating func add(_ articles: [ArticleFacts]) throws(ResolutionError) {
    let chunks = stride(from: 0, to: articles.count, by: 64).map { $0..<min($0 + 64, articles.count) }
    let pool = readers
    let readings = resolver.cores.map(chunks) { chunk in pool.with { ResolutionRun.read(articles[chunk], by: &$0) } }
    for (chunk, reading) in zip(chunks, readings) {
      let numbers = reading.contents.map { content in
        if let known = places[content] { return known }
        let place = Int32(claims.contents.count)
        places[content] = place
        claims.contents.append(content)
        return place
      }
      for (offset, facts) in articles[chunk].enumerated() {
        let first = Int32(claims.records.count)
        let (records, encoded) = reading.claims[offset]
        for (record, bytes) in zip(records, encoded) {
          claims.records.append(record.at(entries.count, content: numbers[Int(record.content)]))
          offsets.append(spool.end)
          try spool.append(bytes)
        }
        metrics += reading.metrics[offset].map { (entries.count, $0) }
        modelFacts += reading.modelFacts[offset].map { (entries.count, $0) }
        revisions.add(facts)
        entries.append(
          Entry(
            key: facts.article.key, publishedOn: facts.article.publishedOn, signature: NearDuplicates.numbers(facts.article.signature),
            claims: first..<Int32(claims.records.count)))
      }
    }
  }

  private static func read(_ articles: ArraySlice<ArticleFacts>, by reader: inout ClaimReader) -> Reading {
    var reading = Reading()
    var claims = ClaimRecords()
    var places: [ClaimContent: Int32] = [:]
    for facts in articles {
      claims.records.removeAll(keepingCapacity: true)
      reader.append(facts, number: 0, to: &claims, &places)
      let key = facts.article.key
      reading.claims.append(
        (claims.records, facts.deals.indices.map { ToldClaim(facts, $0, representative: key).record }))
      reading.metrics.append(facts.metrics.indices.map { ToldMetric(facts, $0, representative: key).withoutEvidence })
      reading.modelFacts.append(facts.modelFacts.indices.map { ToldModelFact(facts, $0, representative: key).withoutEvidence })
    }
    reading.contents = claims.contents
    return reading
  }

  /// What all articles that were added tell.
  public consuming func resolved() throws(ResolutionError) -> ResolvedFacts {
    try spool.flush()
    offsets.append(spool.end)
    places = [:]
    let order = revisions.inOrder
    revisions = CurrentRevisions()
    let duplicates = NearDuplicates(signatures: order.map { entries[$0].signature })
    var representatives = [String](repeating: "", count: entries.count)
    for (rank, entry) in order.enumerated() { representatives[entry] = entries[order[duplicates.representative[rank]]].key }

    var ordered = ClaimRecords(contents: claims.contents)
    ordered.records.reserveCapacity(claims.records.count)
    for entry in order {
      for place in entries[entry].claims { ordered.records.append(claims.records[Int(place)]) }
    }
    claims = ClaimRecords()
    // The article numbers are those of arrival; assertions go by canonical order.
    var ranks = [Int32](repeating: 0, count: entries.count)
    for (rank, entry) in order.enumerated() { ranks[entry] = Int32(rank) }
    for place in ordered.records.indices {
      let record = ordered.records[place]
      ordered.records[place] = record.at(Int(ranks[Int(record.article)]), content: record.content)
    }

    let (file, begins, counted) = (spool, offsets, order.map { entries[$0] })
    let names = order.map { representatives[$0] }
    let pipeline = DealPipeline(companies: resolver.companies, rates: resolver.rates, cores: resolver.cores)
    let deals = try pipeline.deals(ordered) { record throws(ResolutionError) in
      let entry = counted[Int(record.article)]
      let place = Int(entry.claims.lowerBound + record.index)
      let bytes = try file.record(begins[place]..<begins[place + 1])
      do throws(RecordError) {
        return try ToldClaim(
          record: bytes, reference: ClaimReference(article: entry.key, index: Int(record.index)), publishedOn: entry.publishedOn,
          representative: names[Int(record.article)])
      } catch { throw .unreadableRecord }
    }
    let counting = Set(order)
    return ResolvedFacts(
      deals: deals,
      metrics: MetricResolution().metrics(
        metrics.lazy.filter { counting.contains($0.entry) }.map { $0.told.of(representatives[$0.entry]) }),
      modelFacts: ModelFactResolution().modelFacts(
        modelFacts.lazy.filter { counting.contains($0.entry) }.map { $0.told.of(representatives[$0.entry]) }),
      representatives: duplicates.representatives(of: counted.map(\.key)))
  }
}

/// Readers that know names and rates by now, one for each core that asks.
private final class ReaderPool: Sendable {
  private let idle = Mutex<[ClaimReader]>([])
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func with<Result>(_ body: (inout ClaimReader) -> Result) -> Result {
    var reader = idle.withLock { $0.popLast() } ?? ClaimReader(tree: resolver.companies, rates: resolver.rates)
    defer { idle.withLock { $0.append(reader) } }
    return body(&reader)
  }
}
