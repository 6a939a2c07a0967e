import PostgreSQL
import Warehouse

/// A connection to the warehouse, with the private PostgreSQL started where it is the one.
final class WarehouseSession {
  private(set) var connection: Connection
  let url: String
  let isEmbedded: Bool
  private let limits: SessionLimits

  /// Connects, and sees to the schema: a private cluster is migrated, elsewhere a stale schema is an error that names
  /// `migrate`.
  init(_ place: WarehousePlace, requiringSchema: Bool = true, limits: SessionLimits = SessionLimits()) throws {
    switch place {
    case .server(let url): self.url = url
    case .embedded(let cluster): url = try cluster.start()
    }
    isEmbedded = place.isEmbedded
    self.limits = limits
    connection = try Connection(url)
    try limits.apply(to: connection)
    guard requiringSchema else { return }
    if isEmbedded { try Migrator().migrate(connection) } else { try Migrator().requireCurrent(connection) }
  }

  /// A new connection in place of one that broke.
  func reconnect() throws {
    let fresh = try Connection(url)
    try limits.apply(to: fresh)
    connection = fresh
  }

  /// How the summary names the place.
  func summary(_ folder: String?) -> RunSummary.Database {
    isEmbedded ? .embedded(url: url, folder: folder) : .server
  }
}
