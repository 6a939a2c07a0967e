import Foundation
import PostgreSQL
import TestCluster
import Testing

@testable import kawaraban

/// One bad article costs one article; a kill loses nothing.
@Suite struct RobustnessTests {
  private let good = "株式会社ソラAIは、ミドリ電機から35億円を調達したと発表した。"

  /// A folder of good and bad files; the caller takes it away.
  private func mixedFolder() throws -> URL {
    let folder = try temporaryFolder()
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    try write("a-good.txt", Array(good.utf8))
    try write("b-empty.txt", [])
    try write("c-binary.bin", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    // Neither UTF-8 nor any of the Japanese charsets.
    try write("d-broken.txt", Array(good.utf8.prefix(40)) + [0xFF, 0xFE, 0xC3, 0x28, 0x80, 0x81] + Array(good.utf8.dropFirst(41)))
    try write("e-one-line.txt", Array(repeatElement(Array(good.utf8.dropLast(3)), count: 50_000_000 / good.utf8.count).joined()))
    try write("z-good.txt", Array("米オリオン社は、NVIDIAのGPUを使うと発表した。".utf8))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "f-gone.txt"), withDestinationURL: folder.appending(path: "nothing-here"))
    return folder
  }

  @Test("Good articles load; each bad one is named with its reason and counted; nothing crashes")
  func mixed() throws {
    let folder = try mixedFolder()
    defer { remove(folder) }
    let database = try TestDatabase()
    // In kilobytes of address space: where it does not suffice the program fails.
    let process = try KawarabanProcess(
      ["run", folder.path, "--database", database.url, "--format", "json", "--jobs", "2"], addressSpaceKilobytes: 4_000_000)
    #expect(process.status == 0, "\(process.errors)")
    let summary = try #require(try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
    let read = try #require(summary["articles_read"] as? Int)
    let rejected = try #require(summary["rejected"] as? Int)
    #expect(summary["documents"] as? Int == 7)
    #expect(read + rejected == 7)
    #expect(read >= 2)
    for name in ["b-empty.txt", "c-binary.bin", "f-gone.txt"] { #expect(process.errors.contains(name)) }
    let connection = try Connection(database.url)
    let landed = try connection.query("select uri from raw.article order by uri")
    let addresses = try (0..<landed.rowCount).map { try landed.text($0, 0) }
    #expect(addresses.contains { $0.hasSuffix("a-good.txt") } && addresses.contains { $0.hasSuffix("z-good.txt") })
    let rejects = try connection.query("select count(*), count(*) filter (where reason = '' or detail is null) from ops.reject")
    #expect(Int(try rejects.integer(0, 0)) == rejected)
    // Of the other two something may be read; what is not is named like the rest.
    for name in ["d-broken.txt", "e-one-line.txt"] {
      #expect(process.errors.contains(name) != addresses.contains { $0.hasSuffix(name) }, "\(name)")
    }
    #expect(try rejects.integer(0, 1) == 0)
  }

  @Test("What could not be read is tried again when asked, and read once it is there")
  func retried() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let database = try TestDatabase()
    let article = folder.appending(path: "late.txt")
    try Data().write(to: article)
    func run(_ arguments: String...) throws -> [String: Any] {
      let process = try KawarabanProcess(["run"] + arguments + ["--database", database.url, "--format", "json"])
      #expect(process.status == 0, "\(process.errors)")
      return try #require(try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
    }
    #expect(try run(article.path)["rejected"] as? Int == 1)
    try Data(good.utf8).write(to: article)
    #expect(try run("--retry-rejects")["articles_new_or_changed"] as? Int == 1)
    let connection = try Connection(database.url)
    let open = try connection.query("select count(*) from ops.reject where resolved_run_id is null")
    #expect(try open.integer(0, 0) == 0)
  }

  @Test("One line of ten thousand characters is read in bounded memory")
  func boundedMemory() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let line = Array(repeatElement(Array(good.utf8.dropLast(3)), count: 30_000 / good.utf8.count).joined())
    try Data(line).write(to: folder.appending(path: "line.txt"))
    // In kilobytes of address space: beyond it the allocation fails and the program with it.
    let process = try KawarabanProcess(["extract", folder.path, "--jobs", "1"], addressSpaceKilobytes: 2_000_000)
    #expect(process.status == 0, "\(process.errors)")
    #expect(process.lines.count == 1)
  }

  @Test("A run killed at any point, then run again, leaves the warehouse of an unkilled run", arguments: [0, 1, 2, 3, 4])
  func killed(turn: Int) throws {
    let samples = packagePath("samples/articles")
    let expected = try TestDatabase()
    #expect(try KawarabanProcess(["run", samples, "--database", expected.url]).status == 0)

    let database = try TestDatabase()
    let watcher = try Connection(database.url)
    let running = try RunningKawaraban(["run", samples, "--database", database.url, "--jobs", "1"])
    // Not by the clock: killed when the run has come so far, as the database tells.
    let reached = [
      "select true", "select exists (select from ops.run)", "select exists (select from ops.lock_holder)",
      "select exists (select from raw.article)",
      "select exists (select from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'fact_deal' and l.mode like 'Row%')",
    ][turn]
    while running.isRunning, try !watcher.query(reached).bool(0, 0) {}
    running.kill(SIGKILL)
    _ = try running.wait()
    let again = try KawarabanProcess(["run", samples, "--database", database.url])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try fingerprint(database) == fingerprint(expected))
  }

  @Test("A document that the job dies of is read alone in the third run and rejected in the fourth; the others load")
  func deadly() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    try Data(good.utf8).write(to: folder.appending(path: "a.txt"))
    // Takes long enough to be seen in flight.
    let line = Array(repeatElement(Array(good.utf8.dropLast(3)), count: 400_000 / good.utf8.count).joined())
    try Data(line).write(to: folder.appending(path: "m-deadly.txt"))
    try Data("米オリオン社は、NVIDIAのGPUを使うと発表した。".utf8).write(to: folder.appending(path: "z.txt"))
    let database = try TestDatabase()
    let watcher = try Connection(database.url)

    /// The job dies as soon as it reads the document.
    func die(_ condition: String) throws {
      let running = try RunningKawaraban(["run", folder.path, "--database", database.url, "--jobs", "2"])
      while try !watcher.query("select exists (select from ops.in_flight where uri like '%m-deadly%' and \(condition))").bool(0, 0) {
        try #require(running.isRunning, "the run was over before it could be killed")
      }
      running.kill(SIGKILL)
      _ = try running.wait()
    }
    func latest() throws -> String { "run_id = \(try watcher.query("select coalesce(max(run_id), 0) + 1 from ops.run").integer(0, 0))" }
    try die(try latest())
    try die(try latest())
    try die(try latest() + " and is_alone")
    // All three were in flight in two dead runs; those that were read before had landed.
    let landed = try watcher.query("select coalesce(string_agg(uri, ' ' order by uri), '') from raw.article").text(0, 0)
    #expect(landed.hasSuffix("a.txt"))

    let last = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(last.status == 0, "\(last.errors)")
    #expect(last.errors.contains("m-deadly.txt") && last.errors.contains("crashed"))
    let reject = try watcher.query("select uri, detail from ops.reject where reason = 'crashed'")
    try #require(reject.rowCount == 1)
    let others = try watcher.query("select count(*) from raw.article")
    #expect(try others.integer(0, 0) == 2)
    #expect(try reject.text(0, 0).hasSuffix("m-deadly.txt"))
    #expect(try reject.text(0, 1).hasPrefix("3 runs died"))
    // Another text at the same place is another document.
    try Data("ソラAIは、ミドリ電機から20億円を調達したと発表した。".utf8).write(to: folder.appending(path: "m-deadly.txt"))
    let mended = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(mended.status == 0 && !mended.errors.contains("crashed"), "\(mended.errors)")
    let all = try watcher.query("select count(*) from raw.article")
    #expect(try all.integer(0, 0) == 3)
  }

  @Test("SIGTERM ends a run at the next batch with 75, and the next run goes on from there")
  func terminated() throws {
    let samples = packagePath("samples/articles")
    let database = try TestDatabase()
    let watcher = try Connection(database.url)
    let running = try RunningKawaraban(["run", samples, "--database", database.url, "--jobs", "1"])
    while try !watcher.query("select exists (select from ops.run)").bool(0, 0) {}
    running.kill(SIGTERM)
    let first = try running.wait()
    // It may have been past its last batch already.
    #expect([0, 75].contains(first.status), "\(first.errors)")
    let ledger = try watcher.query("select status from ops.run")
    #expect(["done", "stopped"].contains(try ledger.text(0, 0)))
    #expect(try KawarabanProcess(["run", samples, "--database", database.url]).status == 0)
    let expected = try TestDatabase()
    #expect(try KawarabanProcess(["run", samples, "--database", expected.url]).status == 0)
    #expect(try fingerprint(database) == fingerprint(expected))
  }

  private func fingerprint(_ database: TestDatabase) throws -> String {
    let process = try KawarabanProcess(["fingerprint", "--database", database.url])
    #expect(process.status == 0, "\(process.errors)")
    return process.output
  }
}
