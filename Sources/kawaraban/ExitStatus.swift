import ArgumentParser
import Catalog
import Language
import PostgreSQL
import Warehouse

/// How the program ends, in the words of `sysexits.h`: the one place that gives an error its number.
///
/// Example: a server that cannot be reached ends `run` with 69, a wrong flag with 64.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  /// A `check` found offending rows.
  case checkFailed = 1
  case usage = 64
  /// Bad articles, under `--strict`.
  case badData = 65
  /// The database, or something else outside, cannot be reached.
  case unavailable = 69
  /// The program's own fault.
  case software = 70
  /// Another run holds the lock: try later.
  case tryLater = 75
  case configuration = 78

  /// `nil` for what the argument parser says itself: help, version, wrong flags, and a command's own exit code.
  init?(of error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure.status
    case is CatalogError, is MorphologyError: self = .configuration
    case let error as WarehouseError: self = Self.of(error.kind)
    case let error as PostgreSQLError: self = Self.of(error)
    case is ExitCode, is CleanExit, is ValidationError: return nil
    default:
      // The parser's errors of usage are not public; it knows them by their exit code.
      if Kawaraban.exitCode(for: error) != .failure { return nil }
      self = .software
    }
  }

  /// A server that is not there, or not any more, or has no room; a right or a table that is missing; else the program's fault.
  private static func of(_ error: PostgreSQLError) -> ExitStatus {
    if error.kind == .connection || error.kind == .outcomeUnknown { return .unavailable }
    guard let state = error.state else { return .software }
    switch state {
    case .insufficientPrivilege, .undefinedTable, .undefinedColumn, .undefinedFunction, .invalidSchemaName: return .configuration
    case .serializationFailure, .deadlockDetected, .lockNotAvailable, .queryCanceled: return .tryLater
    default:
      return [.insufficientResources, .operatorIntervention, .connectionException].contains(state.stateClass) ? .unavailable : .software
    }
  }

  private static func of(_ kind: WarehouseError.Kind) -> ExitStatus {
    switch kind {
    case .cluster: .unavailable
    case .schema: .configuration
    case .locked: .tryLater
    case .refused: .software
    case .input: .badData
    }
  }
}

/// A failure with the status that it ends the program with, in words for a person.
struct CommandFailure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}
