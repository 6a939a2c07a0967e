import Dispatch
import Synchronization

/// Two pieces of work on two cores; where both fail, the first one's error is told.
func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
  let done = Mutex<(first: Result<First, any Error>?, second: Result<Second, any Error>?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 {
      let result = Result { try first() }
      done.withLock { $0.first = result }
    } else {
      let result = Result { try second() }
      done.withLock { $0.second = result }
    }
  }
  return try done.withLock { done in
    guard let first = done.first, let second = done.second else { fatalError("concurrentPerform returns when both are done") }
    return (try first.get(), try second.get())
  }
}
