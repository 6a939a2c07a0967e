/// What keeps the warehouse from doing its work, in words that a person at a terminal can act on.
public struct WarehouseError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Sendable, Equatable {
    /// No usable PostgreSQL on this machine, or the embedded cluster does not start.
    case cluster
    /// The schema is older or newer than this program, or a migration was changed after it ran.
    case schema
    /// Another run holds the lock.
    case locked
    /// A migration, its verification, or a blocking check failed; the database is as it was.
    case refused
    /// Rows handed in contradict each other or the catalogue.
    case input
  }

  public let kind: Kind
  public let message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// Trying again later can help without anybody changing anything.
  public var isTransient: Bool { kind == .locked }
  public var description: String { message }
}
