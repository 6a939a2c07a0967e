import Synchronization
import Testing

@testable import kawaraban

@Suite struct OrderedPipelineTests {
  /// A worker that holds something that is not `Sendable`, and works longer on some inputs than on others.
  private final class Squarer {
    var worked = 0

    func square(_ number: Int) -> Int {
      worked += 1
      var spin = 0
      for step in 0..<(number % 7 * 1000) { spin &+= step }
      return spin == -1 ? 0 : number * number
    }
  }

  private func squares(of count: Int, jobs: Int, window: Int? = nil) async throws -> [Int] {
    var next = 0
    var results: [Int] = []
    try await OrderedPipeline<Int, Int>(jobs: jobs, window: window).run(
      source: {
        next += 1
        return next <= count ? next : nil
      },
      makeWorker: {
        let squarer = Squarer()
        return { squarer.square($0) }
      },
      deliver: {
        results.append($0)
        return true
      })
    return results
  }

  @Test("Results come in the order of the inputs, whatever the number of workers", arguments: [1, 2, 3, 8, 50])
  func order(jobs: Int) async throws {
    #expect(try await squares(of: 200, jobs: jobs) == (1...200).map { $0 * $0 })
  }

  @Test("A window of one input still gets through")
  func narrowWindow() async throws {
    #expect(try await squares(of: 20, jobs: 1, window: 1) == (1...20).map { $0 * $0 })
  }

  @Test("No input, no result")
  func empty() async throws {
    #expect(try await squares(of: 0, jobs: 4).isEmpty)
  }

  @Test("The source is never read further ahead of the consumer than the window")
  func bounded() async throws {
    let read = Mutex(0)
    var delivered = 0
    var furthest = 0
    try await OrderedPipeline<Int, Int>(jobs: 2, window: 4).run(
      source: {
        read.withLock { count in
          count += 1
          return count <= 100 ? count : nil
        }
      },
      makeWorker: { { $0 } },
      deliver: { _ in
        furthest = max(furthest, read.withLock { min($0, 100) } - delivered)
        delivered += 1
        return true
      })
    #expect(delivered == 100)
    #expect(furthest <= 5)
  }

  @Test("A consumer that has enough ends the run, and nothing more is delivered", arguments: [1, 4])
  func enough(jobs: Int) async throws {
    var next = 0
    var results: [Int] = []
    try await OrderedPipeline<Int, Int>(jobs: jobs).run(
      source: {
        next += 1
        return next
      },
      makeWorker: { { $0 } },
      deliver: {
        results.append($0)
        return results.count < 10
      })
    #expect(results == Array(1...10))
  }

  private struct Broken: Error, Equatable { let what: String }

  @Test("An error of the source, of a worker or of the consumer ends the run and is thrown", arguments: ["source", "maker", "worker", "consumer"])
  func failure(place: String) async throws {
    await #expect(throws: Broken(what: place)) {
      var next = 0
      try await OrderedPipeline<Int, Int>(jobs: 3).run(
        source: {
          next += 1
          if place == "source", next == 40 { throw Broken(what: place) }
          return next <= 100 ? next : nil
        },
        makeWorker: {
          if place == "maker" { throw Broken(what: place) }
          return { input in
            if place == "worker", input == 40 { throw Broken(what: place) }
            return input
          }
        },
        deliver: { output in
          if place == "consumer", output == 40 { throw Broken(what: place) }
          return true
        })
    }
  }
}
