import Articles
import Catalog
import Facts
import Foundation
import PostgreSQL
import Quantities
import Resolution
import Warehouse

/// One run against the warehouse: a row in its ledger, batches of articles that land whole, one refresh of the mart.
///
/// Batches commit one by one, so a killed run loses only the batch in hand; the mart is refreshed in one transaction
/// under the writer's lock, so that readers never see half of it.
final class WarehouseJob {
  /// Articles of a batch, and bytes of their sources: whichever is reached first.
  static let batchArticles = 256
  static let batchBytes = 16 << 20

  let session: WarehouseSession
  let run: Run
  private let catalog: Catalog
  private let adopted: AdoptedNames
  private let log: Log
  private let replacement: Landing.Replacement
  private let rejects: Rejects
  private var batch: [LandedArticle] = []
  private var batchSize = 0
  /// What is to be written once the batch has landed.
  private var afterLanding: [() throws -> Void] = []
  private(set) var counts = RunCounts()
  /// Articles that another version of the extractor read; left to `backfill`.
  private(set) var olderVersions = 0
  private let lock = WriterLock()
  private var holdsLock = false
  private let retry: RetryPolicy
  /// The last batch that is known to have landed.
  private var lastBatch: Int64?

  init(
    _ session: WarehouseSession, command: String, arguments: [String], catalog: Catalog, extractor: String,
    replacing: Bool, retry: RetryPolicy = RetryPolicy(), log: Log
  ) throws {
    self.session = session
    self.catalog = catalog
    adopted = AdoptedNames(catalog: catalog)
    self.log = log
    self.retry = retry
    replacement = replacing ? .replace : .keepOlderVersions
    run = try RunLedger().begin(
      session.connection, command: command, extractor: extractor, arguments: arguments.joined(separator: " "),
      host: ProcessInfo.processInfo.hostName, processID: Int(ProcessInfo.processInfo.processIdentifier))
    rejects = Rejects(run: run)
  }

  /// The one lock under which the mart is written. Taken before the work where the run is alone, so that a second comer
  /// learns at once who holds it; shards land side by side and take it at the end.
  func acquireLock(patience: Int) throws {
    guard !holdsLock else { return }
    try lock.acquire(session.connection, run: run, patience: patience)
    holdsLock = true
  }

  func add(_ document: ProcessedDocument) throws {
    for reject in document.rejects {
      counts.rejected += 1
      try rejects.add(
        uri: reject.uri, sha256: sha256(reject.bytes), stage: reject.stage == .charset ? .decode : .read,
        reason: reject.reason.rawValue, detail: reject.detail, bytes: reject.bytes, session.connection)
    }
    counts.read += document.articles.count + document.known
    counts.unchanged += document.known
    olderVersions += document.olderVersions
    for extracted in document.articles { try add(LandedArticle(article: extracted.article, facts: adopted.adopting(extracted.facts))) }
  }

  /// Facts made elsewhere.
  func add(_ facts: ArticleFacts) throws { try add(LandedArticle(facts: adopted.adopting(facts))) }

  func add(_ article: LandedArticle) throws {
    batch.append(article)
    batchSize += (article.source?.count ?? 0) + (article.text?.utf8.count ?? 0)
    if batch.count >= Self.batchArticles || batchSize >= Self.batchBytes { try commit() }
  }

  /// Runs `work` once all that was added before has landed, so that a killed run has not kept what it lost.
  func afterLanding(_ work: @escaping () throws -> Void) { afterLanding.append(work) }

  /// Lands what is in hand.
  func commit() throws {
    if !batch.isEmpty { try land() }
    let due = afterLanding
    afterLanding = []
    for work in due { try work() }
  }

  private func land() throws {
    let landing = Landing(run: run)
    let outcome = try lasting("land a batch") { isUnknown in
      if isUnknown, let known = try landing.outcome(of: batch, after: lastBatch, session.connection) { return known }
      return try landing.land(batch, session.connection, replacement: replacement)
    }
    lastBatch = outcome.batch ?? lastBatch
    counts.landed += outcome.changed
    counts.unchanged += outcome.articles - outcome.changed
    for rejected in outcome.rejected {
      counts.rejected += 1
      log.warning("rejected", ["uri": .string(rejected.uri), "detail": .string(rejected.reason)])
    }
    if holdsLock { try lock.beat(session.connection) }
    log.step("batch committed", ["articles": .integer(outcome.articles), "changed": .integer(outcome.changed)])
    batch = []
    batchSize = 0
  }

  /// Resolves what the landed facts touch and brings the mart to what they say; with `force` everything.
  func refresh(force: Bool) throws -> MartBuilder.Outcome {
    let rates = try RatesFolder(environment: ProcessInfo.processInfo.environment).exchangeRates()
    let rules = ResolutionRules(
      companies: CompanyTree(catalog), rates: rates, version: "\(Kawaraban.version) \(rates.fingerprint)")
    let outcome = try lasting("refresh the mart") { isUnknown in
      if isUnknown, let known = try MartBuilder().outcome(of: run, session.connection) { return known }
      return try MartBuilder().refresh(
        session.connection, run: run, dimensions: DimensionRows(catalog), rules: rules, force: force)
    }
    counts.martRowsChanged = outcome.total
    return outcome
  }

  /// Does a step that is whole in itself; after a transient failure once more, on a new connection where the old one broke.
  /// `work` gets whether a COMMIT of the step may have happened already.
  private func lasting<R>(_ step: String, _ work: (_ isUnknown: Bool) throws -> R) throws -> R {
    // A part of a larger transaction cannot be done again by itself.
    if session.connection.inTransaction { return try work(false) }
    var isUnknown = false
    return try retry.run(
      jitter: { Double.random(in: 0...1) },
      sleep: { Thread.sleep(forTimeInterval: Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18) },
      onRetry: { error, wait in
        log.warning("trying again", ["to": .string(step), "after": .string("\(wait)"), "why": .string("\(error)")])
      }
    ) { attempt in
      if attempt > 1 { try recover() }
      do {
        return try work(isUnknown)
      } catch let error as PostgreSQLError where error.kind == .outcomeUnknown {
        isUnknown = true
        throw error
      }
    }
  }

  /// The run goes on with a session of its own and with its locks, if nobody took them meanwhile.
  private func recover() throws {
    if session.connection.isOpen { return }
    try session.reconnect()
    try RunLedger().resume(session.connection, run)
    if holdsLock { try lock.acquire(session.connection, run: run) }
  }

  /// Runs the work and writes its outcome into the ledger, that of a failure too.
  func recording(_ work: () async throws -> RunLedger.Outcome) async throws {
    let outcome: RunLedger.Outcome
    do {
      outcome = try await work()
    } catch {
      // The first error is the one to tell: where the connection is gone, the next run finds this one lost.
      do { try finish(.failed, message: "\(error)") } catch let second {
        log.warning("the ledger was not written", ["why": .string("\(second)")])
      }
      throw error
    }
    try finish(outcome)
  }

  private func finish(_ outcome: RunLedger.Outcome, message: String? = nil) throws {
    try RunLedger().finish(session.connection, run, outcome, counts: counts, message: message)
    if holdsLock { try lock.release(session.connection) }
    holdsLock = false
  }
}
