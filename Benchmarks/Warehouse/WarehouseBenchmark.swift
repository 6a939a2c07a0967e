import Facts
import Foundation
import PostgreSQL
import Resolution
import Warehouse

/// Measures loading beside `psql \copy` of the same rows into bare tables, in one run:
/// `swift run -c release warehouse-benchmark 20000` (articles, five claims each). Prints one line a measurement.
@main
struct WarehouseBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let articles = arguments.first.flatMap { Int($0) } ?? 2_000
    let folder = NSTemporaryDirectory() + "kawaraban-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    let cluster = try EmbeddedCluster(folder: folder, environment: ProcessInfo.processInfo.environment)
    let url = try cluster.start()
    do {
      if arguments.first == "incremental" {
        let sizes = arguments.dropFirst().compactMap { Int($0) }
        try IncrementalBenchmark(url: url, small: sizes.first ?? 2_000, large: sizes.dropFirst().first ?? 20_000).measure()
      } else {
        try WarehouseBenchmark(url: url, articles: articles).measure()
      }
    } catch {
      print("failed: \(error)")
    }
    try cluster.stop()
    try FileManager.default.removeItem(atPath: folder)
  }

  let url: String
  let articles: Int

  func measure() throws {
    let connection = try Connection(url)
    try Migrator().migrate(connection)
    let run = try RunLedger().begin(
      connection, command: "benchmark", extractor: "1", arguments: "", host: "here", processID: 1)
    let landing = Landing(run: run)

    let landed = try timed("land \(articles) articles") {
      for start in stride(from: 0, to: articles, by: 256) {
        _ = try landing.land((start..<min(start + 256, articles)).map(InventedFacts.article), connection)
      }
    }
    let refreshed = try timed("first refresh") {
      let outcome = try refresh(connection)
      print("rows of the mart changed: \(outcome.total)")
    }

    try timed("second refresh, nothing landed") { _ = try refresh(connection) }
    let identities = (0..<articles).map { (sha256: InventedFacts.hash($0), uri: InventedFacts.uri($0)) }
    try timed("ask what is known of \(articles) articles") {
      for start in stride(from: 0, to: articles, by: 256) {
        _ = try landing.known(
          Array(identities[start..<min(start + 256, articles)]), extractor: InventedFacts.extractor, connection)
      }
    }
    try timed("append 2000 articles with 10000 claims") {
      _ = try landing.land((articles..<articles + 2_000).map(InventedFacts.article), connection)
      _ = try refresh(connection)
    }

    try timed("append one article") {
      _ = try landing.land([InventedFacts.article(articles + 2_000)], connection)
      _ = try refresh(connection)
    }
    print("peak memory of the job \(peakMemory()) MB")
    let copied = try bareCopy(connection)
    print("whole first load at \(ratio(copied.seconds, landed + refreshed)) of the rate of psql \\copy (\(copied.rows) rows in \(rounded(copied.seconds)) s)")
    try copyRate(connection)
  }

  /// The rows of `mart.fact_claim_value`, by COPY from this program and by `psql \copy`, into equal bare tables.
  private func copyRate(_ connection: borrowing Connection) throws {
    struct Value {
      let claim: Int64
      let index, start, end: Int
      let attribute, value, quote, rule: String
    }
    var values: [Value] = []
    try connection.forEachRow(
      "select deal_claim_key, value_index, span_start, span_end, attribute, value, quote, rule from mart.fact_claim_value limit 500000"
    ) { row in
      values.append(
        Value(
          claim: try row.integer(0, 0), index: Int(try row.integer(0, 1)), start: Int(try row.integer(0, 2)),
          end: Int(try row.integer(0, 3)), attribute: try row.text(0, 4), value: try row.text(0, 5), quote: try row.text(0, 6),
          rule: try row.text(0, 7)))
    }
    let columns = """
      deal_claim_key bigint, value_index integer, span_start integer, span_end integer, attribute text, value text, quote text, rule text
      """
    try connection.run(script: "create unlogged table bare.ours (\(columns)); create unlogged table bare.theirs (\(columns))")
    let ours = try timed("COPY of \(values.count) rows by this program") {
      try connection.copyIn("copy bare.ours from stdin (format binary)", columns: 8) { rows in
        for value in values {
          try rows.begin()
          rows.int64(value.claim)
          rows.int32(value.index)
          rows.int32(value.start)
          rows.int32(value.end)
          rows.text(value.attribute)
          rows.text(value.value)
          rows.text(value.quote)
          rows.text(value.rule)
        }
      }
    }
    let file = NSTemporaryDirectory() + "kawaraban-benchmark-values.copy"
    try psql("\\copy bare.ours to '\(file)'")
    let theirs = try timed("the same rows by psql \\copy") { try psql("\\copy bare.theirs from '\(file)'") }
    try FileManager.default.removeItem(atPath: file)
    print("COPY into staging at \(ratio(theirs, ours)) of the rate of psql \\copy")
  }

  /// As a run of its own: a refresh looks at what its run merges.
  private func refresh(_ connection: borrowing Connection) throws -> MartBuilder.Outcome {
    let run = try RunLedger().begin(
      connection, command: "benchmark", extractor: "1", arguments: "", host: "here", processID: 1)
    var last = Date()
    return try MartBuilder().refresh(
      connection, run: run, dimensions: DimensionRows(),
      rules: ResolutionRules(companies: CompanyTree(), rates: try ExchangeRates(daily: Array("Date,USD\n2020-01-02,1.1\n".utf8)), version: "1"),
      onStep: { step in
        let now = Date()
        if now.timeIntervalSince(last) > 0.3 { print("    \(rounded(now.timeIntervalSince(last))) s before \(step)") }
        last = now
      })
  }

  /// Every row of raw and mart by `psql \copy` into tables without keys and indexes.
  private func bareCopy(_ connection: borrowing Connection) throws -> (rows: Int, seconds: Double) {
    let tables = try connection.query(
      """
      select schemaname || '.' || tablename, tablename
      from pg_tables
      where schemaname in ('mart', 'raw') and tablename !~ '^dim_(date|region|currency|unit)'
      order by 1
      """)
    try connection.run(script: "create schema bare")
    var rows = 0
    var seconds = 0.0
    for row in 0..<tables.rowCount {
      let table = try tables.text(row, 0)
      let bare = "bare.\(try tables.text(row, 1))_\(row)"
      let file = NSTemporaryDirectory() + "kawaraban-benchmark-\(row).copy"
      try connection.run(script: "create table \(bare) as select * from \(table) limit 0")
      try psql("\\copy \(table) to '\(file)'")
      let start = Date()
      try psql("\\copy \(bare) from '\(file)'")
      seconds += Date().timeIntervalSince(start)
      rows += Int(try connection.query("select count(*) from \(bare)").integer(0, 0))
      try FileManager.default.removeItem(atPath: file)
    }
    return (rows, seconds)
  }

  private func psql(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["psql", "-q", "-X", url, "-c", command]
    try process.run()
    process.waitUntilExit()
  }

  @discardableResult
  private func timed(_ what: String, _ work: () throws -> Void) rethrows -> Double {
    let start = Date()
    try work()
    let seconds = Date().timeIntervalSince(start)
    print("\(what): \(rounded(seconds)) s")
    return seconds
  }

  private func ratio(_ left: Double, _ right: Double) -> Double { rounded(left / right) }
  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
  }
}
