import Foundation
import PostgreSQL
import TestCluster
import Testing

@testable import kawaraban

/// The job as a whole, over articles on disk and a real PostgreSQL.
@Suite struct RunTests {
  private let samples = packagePath("samples/articles")

  private func run(_ inputs: [String], _ database: TestDatabase, _ flags: String...) throws -> KawarabanProcess {
    let process = try KawarabanProcess(["run"] + inputs + ["--database", database.url, "--format", "json"] + flags)
    #expect(process.status == 0, "\(process.errors)")
    return process
  }

  private func summary(_ process: KawarabanProcess) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
  }

  private func fingerprint(_ database: TestDatabase) throws -> String {
    let process = try KawarabanProcess(["fingerprint", "--database", database.url])
    #expect(process.status == 0, "\(process.errors)")
    return process.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("Twice is once: a second run reads nothing again and changes no row")
  func twice() throws {
    let database = try TestDatabase()
    let first = try summary(try run([samples], database))
    let before = try fingerprint(database)
    let second = try summary(try run([samples], database))
    #expect(first["articles_read"] as? Int == first["articles_new_or_changed"] as? Int)
    #expect(second["articles_new_or_changed"] as? Int == 0)
    #expect(second["articles_unchanged"] as? Int == first["articles_read"] as? Int)
    #expect(second["rows_of_the_mart_changed"] as? Int == 0)
    #expect(try fingerprint(database) == before)
  }

  @Test("Workers, order and the cutting into runs and shards do not matter to what the warehouse holds")
  func order() throws {
    let whole = try TestDatabase()
    _ = try run([samples], whole, "--jobs", "1")
    let expected = try fingerprint(whole)

    let backwards = try TestDatabase()
    let files = try FileManager.default.contentsOfDirectory(atPath: samples).sorted().reversed().map { "\(samples)/\($0)" }
    _ = try run(Array(files), backwards, "--jobs", "4")
    #expect(try fingerprint(backwards) == expected)

    let pieces = try TestDatabase()
    for shard in ["2/3", "0/3", "1/3"] { _ = try run([samples], pieces, "--shard", shard) }
    #expect(try fingerprint(pieces) == expected)
  }

  @Test("Facts extracted elsewhere load to the same warehouse")
  func loadedFacts() throws {
    let direct = try TestDatabase()
    _ = try run([samples], direct)
    let facts = try KawarabanProcess(["extract", "--with-text", samples])
    let loaded = try TestDatabase()
    let process = try KawarabanProcess(["load", "-", "--database", loaded.url], input: Data(facts.output.utf8))
    #expect(process.status == 0, "\(process.errors)")
    #expect(try fingerprint(loaded) == fingerprint(direct))
  }

  @Test("A full refresh over the same articles leaves the same mart")
  func fullRefresh() throws {
    let database = try TestDatabase()
    _ = try run([samples], database)
    let before = try fingerprint(database)
    _ = try run([samples], database, "--full-refresh")
    #expect(try fingerprint(database) == before)
  }

  @Test("A dry run writes nothing")
  func dryRun() throws {
    let database = try TestDatabase()
    let before = try fingerprint(database)
    let process = try summary(try run([samples], database, "--dry-run"))
    #expect(process["dry_run"] as? Bool == true)
    #expect(try #require(process["articles_read"] as? Int) > 0)
    #expect(try fingerprint(database) == before)
  }

  @Test("A period and a limit take only what they say")
  func selection() throws {
    let database = try TestDatabase()
    let process = try summary(try run([samples], database, "--from", "2025-11-01", "--to", "2025-11-30", "--limit", "2", "--dry-run"))
    #expect(process["articles_read"] as? Int == 2)
  }

  @Test("Metrics are OpenMetrics text, written whole")
  func metrics() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let file = folder.appending(path: "kawaraban.prom")
    _ = try run([samples], try TestDatabase(), "--metrics", file.path)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasSuffix("# EOF\n"))
    #expect(text.contains("# TYPE kawaraban_run_articles_read gauge\n"))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      #expect(words.count == 2 && Double(words[1]) != nil, "\(line)")
    }
  }
}
