import PostgreSQL
import Testing

@Suite struct RetryTests {
  private static let transient = PostgreSQLError(kind: .statement, message: "deadlock detected", state: .deadlockDetected)

  @Test func aTransientFailureIsTriedAgainWithDoubledWaits() throws {
    var waits: [Duration] = []
    let value = try RetryPolicy(attempts: 6, firstWait: .seconds(1), longestWait: .seconds(3)).run(
      jitter: { 1 }, sleep: { waits.append($0) }
    ) { attempt in
      if attempt < 5 { throw Self.transient }
      return attempt
    }
    #expect(value == 5)
    #expect(waits == [.seconds(1), .seconds(2), .seconds(3), .seconds(3)])
  }

  @Test func jitterShortensTheWaitToAHalfAtMost() throws {
    var waits: [Duration] = []
    try RetryPolicy(attempts: 2, firstWait: .seconds(4)).run(jitter: { 0 }, sleep: { waits.append($0) }) { attempt in
      if attempt == 1 { throw Self.transient }
    }
    #expect(waits == [.seconds(2)])
  }

  @Test func aTerminalFailureAndTheLastAttemptGoOn() {
    var attempts = 0
    let terminal = PostgreSQLError(kind: .statement, message: "no such table", state: .undefinedTable)
    #expect(throws: PostgreSQLError.self) {
      try RetryPolicy(attempts: 5).run(jitter: { 1 }, sleep: { _ in }) { _ in
        attempts += 1
        throw terminal
      }
    }
    #expect(attempts == 1)
    #expect(throws: PostgreSQLError.self) {
      try RetryPolicy(attempts: 3).run(jitter: { 1 }, sleep: { _ in }) { _ in
        attempts += 1
        throw Self.transient
      }
    }
    #expect(attempts == 4)
  }
}
