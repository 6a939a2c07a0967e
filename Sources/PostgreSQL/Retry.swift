/// How often and how long to try again after a transient failure: doubled waits up to a limit, with jitter so that many
/// clients do not come back at once.
///
/// Randomness and sleeping are arguments, so that a test knows every wait: 0.5, 1, 2, 4 … seconds, each times a factor
/// between ½ and 1.
public struct RetryPolicy: Sendable {
  public var attempts: Int
  public var firstWait: Duration
  public var longestWait: Duration

  public init(attempts: Int = 6, firstWait: Duration = .milliseconds(500), longestWait: Duration = .seconds(20)) {
    self.attempts = attempts
    self.firstWait = firstWait
    self.longestWait = longestWait
  }

  /// Runs `work`; after a transient `PostgreSQLError` waits and runs it again. Anything else, or the last failure, goes on.
  ///
  /// `work` must be whole in itself: it opens its own connection and transaction. `jitter` gives numbers from 0 to 1.
  public func run<R>(
    jitter: () -> Double, sleep: (Duration) throws -> Void, onRetry: (any Error, Duration) -> Void = { _, _ in },
    _ work: (_ attempt: Int) throws -> R
  ) throws -> R {
    var wait = firstWait
    var attempt = 1
    while true {
      do {
        return try work(attempt)
      } catch let error as PostgreSQLError where error.isTransient && attempt < attempts {
        let now = wait * (0.5 + 0.5 * jitter())
        onRetry(error, now)
        try sleep(now)
        wait = min(wait * 2, longestWait)
        attempt += 1
      }
    }
  }
}
