import Foundation
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@testable import kawaraban

@Suite struct ExitStatusTests {
  @Test("Help and version are no failure", arguments: [["--help"], ["--version"], ["run", "--help"], ["help", "extract"]])
  func help(arguments: [String]) throws {
    let process = try KawarabanProcess(arguments)
    #expect(process.status == 0)
    #expect(!process.output.isEmpty)
  }

  @Test("Every command explains itself in its help", arguments: [
    "run", "backfill", "extract", "resolve", "explain", "evaluate", "load", "check", "pin", "unpin", "pins", "migrate",
    "fingerprint", "database", "catalog", "read",
  ])
  func commandHelp(command: String) throws {
    let process = try KawarabanProcess([command, "--help"])
    #expect(process.status == 0)
    #expect(process.output.contains("USAGE: kawaraban \(command)"))
  }

  @Test("Wrong usage is 64", arguments: [
    ["ran"], ["run", "--no-such-flag"], ["run"], ["extract", "x", "--jobs", "0"], ["extract", "x", "--from", "yesterday"],
    ["extract", "x", "--from", "2025-02", "--to", "2025-01"], ["extract", "x", "--shard", "3/3"], ["evaluate", "x"],
  ])
  func usage(arguments: [String]) throws {
    let process = try KawarabanProcess(arguments)
    #expect(process.status == 64)
    #expect(!process.errors.isEmpty)
    #expect(process.output.isEmpty)
  }

  @Test("A server that cannot be reached is 69, in the server's own words")
  func unreachable() throws {
    let socket = try temporaryFolder()
    defer { remove(socket) }
    let process = try KawarabanProcess(
      ["run", packagePath("samples/articles/ja-05-rumour.md"), "--database", "postgresql:///x?host=\(socket.path)"])
    #expect(process.status == 69)
    #expect(process.errors.contains("No such file or directory"))
    #expect(process.errors.contains("Is the server running locally and accepting connections on that socket?"))
  }

  @Test("PG* variables are read as libpq reads them")
  func libpqVariables() throws {
    let process = try KawarabanProcess(
      ["fingerprint"], environment: ["PGHOST": "/no/such/folder", "PGDATABASE": "articles"])
    #expect(process.status == 69)
    #expect(process.errors.contains("/no/such/folder"))
  }

  @Test("A container without a database is 78 and says what to give")
  func container() throws {
    let process = try KawarabanProcess(
      ["run", packagePath("samples/articles")], environment: ["KAWARABAN_CONTAINER": "1"])
    #expect(process.status == 78)
    #expect(process.errors.contains("--database"))
  }

  @Test("A server with another schema is 78 and names migrate")
  func staleSchema() throws {
    let database = try TestDatabase(migrated: false)
    let process = try KawarabanProcess(["run", packagePath("samples/articles"), "--database", database.url])
    #expect(process.status == 78)
    #expect(process.errors.contains("migrate"))
  }

  @Test("A settings file with a misspelt key is 78, and so is a catalogue that is no folder")
  func configuration() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    try Data("jbos: 4\n".utf8).write(to: folder.appending(path: "kawaraban.yaml"))
    let misspelt = try KawarabanProcess(["extract", packagePath("samples/articles")], folder: folder.path)
    #expect(misspelt.status == 78)
    #expect(misspelt.errors.contains("jbos"))
    #expect(try KawarabanProcess(["extract", "x", "--catalog", "/no/such/folder"]).status == 78)
  }

  @Test("A bad article is 0, and 65 under --strict")
  func strict() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    try Data().write(to: folder.appending(path: "empty.txt"))
    #expect(try KawarabanProcess(["extract", folder.path]).status == 0)
    #expect(try KawarabanProcess(["extract", folder.path, "--strict"]).status == 65)
  }

  @Test("Another run that holds the lock is 75, and named")
  func locked() throws {
    let database = try TestDatabase()
    let connection = try Connection(database.url)
    let run = try RunLedger().begin(
      connection, command: "run", extractor: "x", arguments: "", host: "elsewhere", processID: 4711)
    try WriterLock().acquire(connection, run: run)
    let process = try KawarabanProcess(["run", packagePath("samples/articles"), "--database", database.url])
    #expect(process.status == 75)
    #expect(process.errors.contains("4711"))
    #expect(process.errors.contains("elsewhere"))
  }

  @Test("Facts that are none are 65 and name their line")
  func badFacts() throws {
    let process = try KawarabanProcess(["load", "-", "--dry-run"], input: Data("{}\n".utf8))
    #expect(process.status == 65)
    #expect(process.errors.contains("line 1"))
  }

  @Test("A reader that closes the pipe is no failure")
  func brokenPipe() throws {
    let printed = try shell("\"$KAWARABAN\" extract --with-text \"$SAMPLES\" 2>errors | head -c 10 >/dev/null; echo \"${PIPESTATUS[0]}\"")
    #expect(printed == "0\n")
  }

  /// What a shell line prints; in a folder of its own.
  private func shell(_ line: String) throws -> String {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["KAWARABAN": try KawarabanProcess.path, "SAMPLES": packagePath("samples/articles")]) { _, new in new }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test("An error has one status", arguments: [
    (CommandFailure(.badData, "") as any Error, kawaraban.ExitStatus.badData),
    (WarehouseError(.locked, ""), .tryLater), (WarehouseError(.schema, ""), .configuration),
    (WarehouseError(.cluster, ""), .unavailable), (PostgreSQLError(kind: .connection, message: ""), .unavailable),
    (PostgreSQLError(kind: .statement, message: ""), .software), (CancellationError(), .software),
  ])
  func mapping(error: any Error, status: kawaraban.ExitStatus) {
    #expect(kawaraban.ExitStatus(of: error) == status)
  }
}
