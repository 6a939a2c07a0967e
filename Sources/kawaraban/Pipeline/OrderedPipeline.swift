/// Runs a stream of inputs through several workers and hands the results on in the order of the inputs,
/// so that no result depends on how many workers there were or which one was faster.
///
/// Each worker is made inside its own task and never leaves it: what it holds (a tagger, a lattice) need not be `Sendable`.
/// At most `window` inputs are between source and consumer at any time; that bounds the memory.
struct OrderedPipeline<Input: Sendable, Output: Sendable> {
  let jobs: Int
  let window: Int

  init(jobs: Int, window: Int? = nil) {
    self.jobs = max(1, jobs)
    self.window = max(window ?? self.jobs * 8, self.jobs)
  }

  /// - `source`: the next input, `nil` at the end. Called by one task at a time.
  /// - `makeWorker`: once a worker, before its first input.
  /// - `deliver`: every output, in order, until it returns false. An error of any of the three ends the run and is thrown.
  func run(
    source: sending @escaping () throws -> Input?,
    makeWorker: @escaping @Sendable () throws -> (Input) throws -> Output,
    deliver: (Output) async throws -> Bool
  ) async throws {
    let desk = Desk<Input, Output>(window: window, source: source)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          do {
            let work = try makeWorker()
            while let (index, input) = try await desk.take() {
              await desk.hand(index, try work(input))
            }
          } catch {
            await desk.close(error)
          }
        }
      }
      do {
        while let output = try await desk.next() {
          guard try await deliver(output) else { break }
        }
        await desk.close(nil)
      } catch {
        await desk.close(error)
        throw error
      }
    }
  }
}

/// Where inputs are taken from and results are put back in order.
private actor Desk<Input: Sendable, Output: Sendable> {
  private let window: Int
  private let source: () throws -> Input?
  private var taken = 0
  private var delivered = 0
  private var isExhausted = false
  private var failure: (any Error)?
  private var finished: [Int: Output] = [:]
  private var takers: [CheckedContinuation<Void, Never>] = []
  private var consumer: CheckedContinuation<Void, Never>?

  init(window: Int, source: sending @escaping () throws -> Input?) {
    self.window = window
    self.source = source
  }

  func take() async throws -> (Int, Input)? {
    while failure == nil, !isExhausted, taken - delivered >= window {
      await withCheckedContinuation { takers.append($0) }
    }
    guard failure == nil, !isExhausted else { return nil }
    guard let input = try source() else {
      isExhausted = true
      wakeAll()
      return nil
    }
    taken += 1
    return (taken - 1, input)
  }

  func hand(_ index: Int, _ output: Output) {
    finished[index] = output
    if index == delivered { wakeConsumer() }
  }

  func next() async throws -> Output? {
    while true {
      if let output = finished.removeValue(forKey: delivered) {
        delivered += 1
        wakeTakers()
        return output
      }
      if let failure { throw failure }
      if isExhausted, delivered == taken { return nil }
      await withCheckedContinuation { consumer = $0 }
    }
  }

  /// Nothing more is taken; what workers hold is finished and dropped.
  func close(_ error: (any Error)?) {
    isExhausted = true
    if failure == nil { failure = error }
    wakeAll()
  }

  private func wakeAll() {
    wakeTakers()
    wakeConsumer()
  }

  private func wakeTakers() {
    let waiting = takers
    takers = []
    for taker in waiting { taker.resume() }
  }

  private func wakeConsumer() {
    consumer?.resume()
    consumer = nil
  }
}
