import Facts
import PostgreSQL
import Warehouse

/// Where a worker asks which articles the warehouse holds already, so that they are not extracted again.
struct WarehouseLookup: Sendable {
  let url: String
  let run: Run
  let version: ExtractorVersion

  /// A connection of the worker's own, made inside its task.
  func connect() throws -> KnownArticles {
    KnownArticles(session: try WarehouseSession(.server(url), requiringSchema: false), run: run, version: version)
  }
}

/// One worker's question to the warehouse.
final class KnownArticles {
  private let session: WarehouseSession
  private let landing: Landing
  private let version: ExtractorVersion

  init(session: WarehouseSession, run: Run, version: ExtractorVersion) {
    self.session = session
    self.landing = Landing(run: run)
    self.version = version
  }

  /// For each article, by hash and address, what the warehouse holds of it.
  func lookUp(_ articles: [(sha256: String, uri: String)]) throws -> [Landing.Known?] {
    try landing.known(articles, extractor: version, session.connection)
  }
}
