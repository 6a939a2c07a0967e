import Foundation
import PostgreSQL
import Testing
import Warehouse

@Suite(.serialized) struct EmbeddedClusterTests {
  private static func folder(_ name: String) -> String { "/tmp/kawaraban-tests-own-\(ProcessInfo.processInfo.processIdentifier)/\(name)" }

  private static func remove(_ folder: String) throws {
    try FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent)
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
