public import PostgreSQL

/// How long a session of the job may wait on the server, in seconds; 0 is for ever.
public struct SessionLimits: Sendable, Equatable {
  /// One statement: ends one that hangs, not one that works; a first build of a large mart has statements of minutes.
  public var statement: Int
  /// For a lock of somebody else's session.
  public var lock: Int
  /// Inside a transaction without a statement: frees the locks of a job that is stopped but not dead.
  public var idle: Int

  public init(statement: Int = 3600, lock: Int = 120, idle: Int = 1800) {
    self.statement = statement
    self.lock = lock
    self.idle = idle
  }

  public func apply(to connection: borrowing Connection) throws {
    try connection.run(
      script: """
        set statement_timeout = '\(statement)s';
        set lock_timeout = '\(lock)s';
        set idle_in_transaction_session_timeout = '\(idle)s'
        """)
  }
}
