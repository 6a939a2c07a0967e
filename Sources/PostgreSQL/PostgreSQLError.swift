/// What PostgreSQL (or the way to it) refused, in the server's own words.
///
/// `connection to server on socket "/run/x/.s.PGSQL.5432" failed: No such file or directory`
public struct PostgreSQLError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Sendable, Equatable {
    /// No connection could be made, or the one in hand broke.
    case connection
    /// The connection broke while COMMIT was under way: what the transaction did may have happened or not.
    case outcomeUnknown
    /// The server refused a statement.
    case statement
    /// A result did not have the form that the caller asked for.
    case decoding
    /// The caller ended a COPY with an error of its own.
    case copyAbandoned
  }

  public let kind: Kind
  public let message: String
  /// `nil` where the failure never reached the server.
  public let state: SQLState?
  public let detail: String?
  public let hint: String?
  /// Where in PL/pgSQL or COPY it happened: `COPY deal, line 3, column amount`.
  public let context: String?
  public let constraint: String?
  public let table: String?
  /// The statement, shortened; never its parameters, which may be private.
  public let statement: String?

  public init(
    kind: Kind, message: String, state: SQLState? = nil, detail: String? = nil, hint: String? = nil,
    context: String? = nil, constraint: String? = nil, table: String? = nil, statement: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.state = state
    self.detail = detail
    self.hint = hint
    self.context = context
    self.constraint = constraint
    self.table = table
    self.statement = statement.map { String($0.prefix(200)) }
  }

  /// Trying again can help without anybody changing anything.
  public var isTransient: Bool {
    state?.isTransient ?? (kind == .connection || kind == .outcomeUnknown)
  }

  public var description: String {
    var text = message
    if let state { text += " (SQLSTATE \(state))" }
    if let detail { text += "\n  detail: \(detail)" }
    if let hint { text += "\n  hint: \(hint)" }
    if let context { text += "\n  at: \(context)" }
    return text
  }
}
