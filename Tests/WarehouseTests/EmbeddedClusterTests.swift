import Foundation
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite(.serialized) struct EmbeddedClusterTests {
  private static func folder(_ name: String) -> String { "/tmp/kawaraban-tests-own-\(ProcessInfo.processInfo.processIdentifier)/\(name)" }

  private static func remove(_ folder: String) throws {
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func aClusterStartsAnswersStopsAndKeepsItsRows() throws {
    let folder = Self.folder("cluster")
    let cluster = try EmbeddedCluster(folder: folder, environment: ProcessInfo.processInfo.environment, durability: .none)
    #expect(!cluster.isRunning)
    let url = try cluster.start()
    do {
      let connection = try Connection(url)
      try connection.execute("create table kept as select 42 as v")
      let address = try connection.query("show listen_addresses").text(0, 0)
      #expect(address == "")
      let user = try connection.query("select current_user").text(0, 0)
      #expect(user == "kawaraban")
    }
    #expect(try cluster.start() == url)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    try cluster.stop()
    #expect(!cluster.isRunning)
    try cluster.stop()
    // Killed outright, with the files of the dead server left behind, it starts again.
    try cluster.start()
    let server = try #require(cluster.serverProcessID)
    kill(server, SIGKILL)
    while kill(server, 0) == 0 { sched_yield() }
    try cluster.start()
    let kept = try Connection(url).query("select v from kept").integer(0, 0)
    #expect(kept == 42)
    try cluster.stop()
    try Self.remove(folder)
  }

  /// The server dies at once, as by `kill -9`, at a step of a refresh; the next run finds the mart as it was and goes on.
  @Test(arguments: [MartBuilder.Step.merge(table: "fact_deal_claim"), .commit])
  func aServerKilledWithinARefreshLosesNothing(step: MartBuilder.Step) throws {
    let folder = Self.folder("killed at \(step)".filter { !"/\"(): ".contains($0) })
    let cluster = try EmbeddedCluster(folder: folder, environment: ProcessInfo.processInfo.environment, durability: .none)
    let job = Job(url: try cluster.start())
    try Migrator().migrate(Connection(job.url))
    try job.load([Array(PromiseTests.articles[..<4])])
    let before = try job.fingerprint()
    #expect(throws: PostgreSQLError.self) {
      let connection = try Connection(job.url)
      let run = try RunLedger().begin(connection, command: "run", extractor: "1", arguments: "", host: "test", processID: 1)
      _ = try Landing(run: run).land(Array(PromiseTests.articles[4...]), connection)
      // What is landed is to survive: a test's server does not write through by itself.
      try Connection(job.url).execute("checkpoint")
      _ = try MartBuilder().refresh(
        connection, run: run, dimensions: job.dimensions, rules: try Samples.rules(),
        onStep: { now in
          guard now == step, let server = cluster.serverProcessID else { return }
          kill(server, SIGKILL)
          // Its children see that it is gone; the connection is cut at the next statement.
          _ = try connection.query("select pg_terminate_backend(pg_backend_pid())")
        })
    }
    try cluster.start()
    #expect(try job.fingerprint() == before)
    #expect(try job.count("select count(*) from raw.article") == 12)
    try job.load([])
    let reference = Job(url: try TestDatabase().url)
    try reference.load([PromiseTests.articles])
    #expect(try job.fingerprint() == reference.fingerprint())
    try cluster.stop()
    try Self.remove(folder)
  }

  @Test func aFolderTooDeepForASocketGetsAShortOne() throws {
    let folder = Self.folder(String(repeating: "深いフォルダ/", count: 6) + "cluster")
    let cluster = try EmbeddedCluster(folder: folder, environment: ProcessInfo.processInfo.environment, durability: .none)
    let host = try #require(cluster.url.split(separator: "?").last?.split(separator: "&").first)
    #expect(host.hasPrefix("host=%2Ftmp%2Fkawaraban-"))
  }

  @Test(arguments: [
    (["XDG_DATA_HOME": "/data/hana", "HOME": "/home/hana"], "/data/hana/kawaraban"),
    (["HOME": "/home/hana"], "/home/hana/.local/share/kawaraban"),
    (["XDG_DATA_HOME": "relative", "HOME": "/home/hana"], "/home/hana/.local/share/kawaraban"),
  ])
  func theDefaultFolderFollowsTheUser(environment: [String: String], folder: String) throws {
    let cluster = try EmbeddedCluster(environment: environment)
    #expect(cluster.folder == (geteuid() == 0 ? "/var/lib/kawaraban" : folder))
  }
}
