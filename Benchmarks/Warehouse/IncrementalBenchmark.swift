import Facts
import Foundation
import PostgreSQL
import Resolution
import Warehouse

/// What ten more articles cost in a mart of 10,000 and of 100,000 claims:
/// `swift run -c release warehouse-benchmark incremental [SMALL] [LARGE]` (articles, five claims each).
///
/// Half of the ten tell deals that are in the mart already, half tell new ones. The median of several additions counts.
struct IncrementalBenchmark {
  private static let additions = 7

  let url: String
  let small: Int
  let large: Int

  func measure() throws {
    let connection = try Connection(url)
    try Migrator().migrate(connection)
    let run = try RunLedger().begin(connection, command: "benchmark", extractor: "1", arguments: "", host: "here", processID: 1)
    let landing = Landing(run: run)
    var landed = 0
    var added = 0
    var medians: [Double] = []
    for size in [small, large] {
      for start in stride(from: landed, to: size, by: 256) {
        _ = try landing.land((start..<min(start + 256, size)).map(InventedFacts.article), connection)
      }
      landed = size
      _ = try refresh(connection, run)
      try connection.run(script: "analyze")
      var seconds: [Double] = []
      var deals: [Int] = []
      var rows: [Int] = []
      for _ in 0..<IncrementalBenchmark.additions {
        let articles = (0..<10).map { place in
          added += 1
          // Numbers from a million on are nobody else's.
          return place < 5
            ? InventedFacts.again(added * 7919 % size, as: 2_000_000 + added) : InventedFacts.article(1_000_000 + added)
        }
        let start = Date()
        _ = try landing.land(articles, connection)
        let outcome = try refresh(connection, run)
        seconds.append(Date().timeIntervalSince(start))
        guard outcome.total > 0 else { throw NothingChanged() }
        if outcome.isFull { throw EverythingAgain() }
        deals.append(outcome.deals)
        rows.append(outcome.total)
      }
      medians.append(seconds.sorted()[seconds.count / 2])
      print(
        "10 articles to \(size * 5) claims: \(seconds.map { rounded($0) }) s, median \(rounded(medians[medians.count - 1])) s; "
          + "deals resolved \(deals), rows written \(rows)")
    }
    print("ratio \(rounded(medians[1] / medians[0]))")
  }

  private struct NothingChanged: Error {}
  private struct EverythingAgain: Error {}

  private func refresh(_ connection: borrowing Connection, _ run: Run) throws -> MartBuilder.Outcome {
    try MartBuilder().refresh(
      connection, run: run, dimensions: DimensionRows(),
      rules: ResolutionRules(
        companies: CompanyTree(), rates: try ExchangeRates(daily: Array("Date,USD\n2020-01-02,1.1\n".utf8)), version: "1"),
      onStep: { _ in })
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
