import Dispatch
import Foundation
import Synchronization

/// The cores that a run may use. What comes out does not depend on how many there are.
public struct Cores: Sendable {
  private let count: Int

  /// - Parameter count: `nil` takes all that the machine has.
  public init(_ count: Int? = nil) {
    self.count = max(1, count ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// `transform` of every value, in their order, whichever core was first.
  func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], chunk size: Int = 1, _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    let chunks = (values.count + size - 1) / size
    if count < 2 || chunks < 2 { return values.map(transform) }
    let next = Atomic<Int>(0)
    let results = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: min(count, chunks)) { _ in
      while true {
        let chunk = next.add(1, ordering: .relaxed).oldValue
        if chunk >= chunks { return }
        let own = values[(chunk * size)..<min(values.count, (chunk + 1) * size)].map(transform)
        results.withLock { $0[chunk] = own }
      }
    }
    return results.withLock { found in
      if size == 1 { return found.map { $0[0] } }
      return Array(found.joined())
    }
  }
}
