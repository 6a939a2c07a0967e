internal import Foundation
internal import PostgreSQL
internal import Synchronization
internal import Warehouse

/// A database of one test, in the cluster that all tests of the process share. The cluster is started by the first test
/// that asks, in a temporary folder, and stopped when the process ends.
public struct TestDatabase: Sendable {
  public let url: String
  public let name: String

  /// With the schema of the project, or empty.
  public init(migrated: Bool = true) throws {
    let server = try TestServer.shared.get()
    name = try server.makeDatabase(template: migrated ? TestServer.template : "template0")
    url = server.cluster.url(database: name, user: EmbeddedCluster.name)
  }

  /// The same database as another role that the cluster knows (`kawaraban_reader` …).
  public func url(as role: String) throws -> String {
    try TestServer.shared.get().cluster.url(database: name, user: role)
  }
}

struct TestServer: Sendable {
  static let template = "migrated_template"
  /// Started once a process; a failure is every test's failure.
  static let shared: Result<TestServer, any Error> = Result { try TestServer() }

  let cluster: EmbeddedCluster
  private let counter: Counter

  private final class Counter: Sendable {
    let made = Mutex(0)
  }

  private init() throws {
    // Short, so that the socket fits; each user's own, so that root's does not bar an ordinary user.
    let root = URL(fileURLWithPath: "/tmp/kawaraban-tests-\(geteuid())")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    TestServer.sweep(root)
    let folder = root.appendingPathComponent("\(ProcessInfo.processInfo.processIdentifier)").path
    cluster = try EmbeddedCluster(
      folder: folder, environment: ProcessInfo.processInfo.environment, durability: .none)
    counter = Counter()
    TestServer.stopAtExit(folder)
    try cluster.start()
    let connection = try Connection(cluster.url(database: "postgres"))
    try connection.execute("create database \(TestServer.template)")
    let template = try Connection(cluster.url(database: TestServer.template))
    try Migrator().migrate(template)
  }

  func makeDatabase(template: String) throws -> String {
    // One at a time: the server copies a template only while nobody else does.
    try counter.made.withLock { made in
      made += 1
      let name = "test_\(made)"
      let connection = try Connection(cluster.url(database: "postgres"))
      try connection.execute("create database \(name) template \(template)")
      return name
    }
  }

  /// `pg_ctl stop -m immediate` without waiting for another program: the server's own signal for it.
  private static func stopAtExit(_ folder: String) {
    exitFolder.withLock { $0 = folder }
    atexit { exitFolder.withLock { folder in TestServer.remove(folder) } }
  }

  private static func remove(_ folder: String) {
    if let text = FileManager.default.contents(atPath: folder + "/data/postmaster.pid"),
      let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first, let server = Int32(line)
    {
      kill(server, SIGQUIT)
      // Its folder can go once it is gone; a server that nobody reaps is given up after two seconds.
      for _ in 0..<200 where kill(server, 0) == 0 { poll(nil, 0, 10) }
    }
    do { try FileManager.default.removeItem(atPath: folder) } catch {}
  }

  /// Clusters whose test process was killed.
  private static func sweep(_ root: URL) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: root.path) {
        guard let process = Int32(name), kill(process, 0) != 0, errno == ESRCH else { continue }
        remove(root.appendingPathComponent(name).path)
      }
    } catch {}
  }
}

private let exitFolder = Mutex("")
