internal import Foundation

/// The programs of an installed PostgreSQL: `initdb`, `pg_ctl`, found through `pg_config`, the places of Debian and Red Hat,
/// and PATH.
struct ServerPrograms: Sendable {
  let folder: String

  /// The newest installed server, or the one of a given major version (that of an existing data folder).
  static func find(version: Int? = nil, environment: [String: String]) throws(WarehouseError) -> ServerPrograms {
    let candidates = folders(environment)
    for folder in candidates where isComplete(folder) {
      if let version, majorVersion(of: folder) != version { continue }
      return ServerPrograms(folder: folder)
    }
    if let version {
      throw WarehouseError(
        .cluster,
        "the data folder was made by PostgreSQL \(version), whose server programs are not installed (Debian: apt-get install postgresql-\(version))")
    }
    throw WarehouseError(
      .cluster,
      "no PostgreSQL server programs (initdb, pg_ctl) found; install them (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-server) or give a server with --database URL")
  }

  func path(_ program: String) -> String { folder + "/" + program }

  private static func folders(_ environment: [String: String]) -> [String] {
    let search = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
    var folders: [String] = []
    // pg_config may belong to the client alone; its folder is one candidate among others.
    for directory in search where FileManager.default.isExecutableFile(atPath: directory + "/pg_config") {
      if let run = Subprocess.output(directory + "/pg_config", ["--bindir"]) { folders.append(run) }
    }
    for root in ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/pgsql"] {
      let versions: [String]
      do { versions = try FileManager.default.contentsOfDirectory(atPath: root) } catch { continue }
      let newestFirst = versions.compactMap { name in Int(name).map { ($0, name) } }.sorted { $0.0 > $1.0 }
      folders += newestFirst.map { "\(root)/\($0.1)/bin" }
    }
    return folders + search
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["initdb", "pg_ctl", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
  }

  /// `postgres (PostgreSQL) 15.18 (Debian …)`.
  private static func majorVersion(of folder: String) -> Int? {
    guard let text = Subprocess.output(folder + "/postgres", ["--version"]) else { return nil }
    let words = text.split(separator: " ")
    guard let marker = words.firstIndex(of: "(PostgreSQL)"), words.index(after: marker) < words.endIndex else { return nil }
    return Int(words[words.index(after: marker)].prefix { $0.isNumber })
  }
}
