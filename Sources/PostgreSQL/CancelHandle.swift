internal import CLibpq

/// Asks the server to give up the statement that a connection is running, from any thread or signal source.
public final class CancelHandle: @unchecked Sendable {
  // libpq promises that a cancel object may be used from another thread than its connection.
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit { PQfreeCancel(pointer) }

  /// The cancelled statement fails with `.queryCanceled`; nothing happens where none is running.
  public func cancel() throws(PostgreSQLError) {
    var message = [CChar](repeating: 0, count: 256)
    guard PQcancel(pointer, &message, Int32(message.count)) == 1 else {
      let text = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw PostgreSQLError(kind: .connection, message: text)
    }
  }
}
