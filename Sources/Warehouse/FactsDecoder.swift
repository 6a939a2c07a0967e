internal import Dispatch
internal import Facts
internal import Foundation
internal import Synchronization

/// Reads lines of facts on every core; the result is in the order of the lines, whatever core was first.
struct FactsDecoder: Sendable {
  /// Lines of one round: enough to keep the cores busy, few enough to hold.
  static let chunk = 1024

  let renames: Renames

  /// Throws the failure of the first line that cannot be read.
  func decode(_ lines: [Data]) throws -> [ArticleFacts] {
    let parts = min(ProcessInfo.processInfo.activeProcessorCount, lines.count)
    guard parts > 1 else { return try decode(lines[...]) }
    let decoded = Mutex<[Int: Result<[ArticleFacts], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = lines.count * part / parts..<lines.count * (part + 1) / parts
      let result = Result { try decode(lines[range]) }
      decoded.withLock { $0[part] = result }
    }
    return try decoded.withLock { results in
      try (0..<parts).flatMap { part in try results[part]?.get() ?? [] }
    }
  }

  private func decode(_ lines: ArraySlice<Data>) throws -> [ArticleFacts] {
    let reader = FactsLines()
    return try lines.map { renames.applied(to: try reader.facts(line: $0)) }
  }
}
