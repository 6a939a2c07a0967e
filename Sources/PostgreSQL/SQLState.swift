/// A five-character result code of SQL, an open set: `23505` is a unique violation.
///
/// Matched with `case .uniqueViolation`, or by class: `case SQLState.Class.connectionException`.
public struct SQLState: Hashable, Sendable, CustomStringConvertible {
  public let code: String

  public init(_ code: String) {
    self.code = code
  }

  public var description: String { code }

  public static let undefinedTable = SQLState("42P01")
  public static let undefinedColumn = SQLState("42703")
  public static let undefinedFunction = SQLState("42883")
  public static let insufficientPrivilege = SQLState("42501")
  public static let invalidSchemaName = SQLState("3F000")
  public static let serializationFailure = SQLState("40001")
  public static let deadlockDetected = SQLState("40P01")
  public static let queryCanceled = SQLState("57014")
  public static let lockNotAvailable = SQLState("55P03")
  public static let adminShutdown = SQLState("57P01")
  public static let crashShutdown = SQLState("57P02")
  public static let cannotConnectNow = SQLState("57P03")
  public static let diskFull = SQLState("53100")
  public static let tooManyConnections = SQLState("53300")

  /// The first two characters of a code.
  public enum Class: String, Sendable {
    case connectionException = "08"
    case dataException = "22"
    case integrityConstraintViolation = "23"
    case transactionRollback = "40"
    case insufficientResources = "53"
    case programLimitExceeded = "54"
    case operatorIntervention = "57"
  }

  public var stateClass: Class? { Class(rawValue: String(code.prefix(2))) }

  public static func ~= (pattern: Class, state: SQLState) -> Bool { state.stateClass == pattern }

  /// Trying again, on a new connection where need be, can help without anybody changing anything.
  public var isTransient: Bool {
    switch self {
    case .serializationFailure, .deadlockDetected, .lockNotAvailable, .adminShutdown, .crashShutdown, .cannotConnectNow,
      .tooManyConnections:
      true
    default: stateClass == .connectionException
    }
  }
}
