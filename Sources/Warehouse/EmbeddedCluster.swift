internal import Foundation
internal import PostgreSQL

/// A private PostgreSQL of the job's own: one folder, a Unix socket and no port, authentication by peer, kept between runs.
///
/// PostgreSQL refuses to run as root, so root's cluster runs as `postgres` (or `nobody`) below `/var/lib/kawaraban`; a user's
/// runs as that user below `~/.local/share/kawaraban`.
public struct EmbeddedCluster: Sendable {
  public enum Durability: Sendable {
    case safe
    /// For tests only: a crash of the machine may lose everything.
    case none
  }

  /// Role that owns the warehouse, and name of its database.
  public static let name = "kawaraban"
  private static let lesserRoles = ["kawaraban_reader", "kawaraban_curator", "kawaraban_loader"]

  public let folder: String
  private let durability: Durability
  private let environment: [String: String]
  private let owner: ServerOwner

  /// `folder` overrides the default place.
  public init(folder: String? = nil, environment: [String: String], durability: Durability = .safe) throws(WarehouseError) {
    self.environment = environment
    self.durability = durability
    owner = try ServerOwner.current()
    let place = folder ?? EmbeddedCluster.defaultFolder(environment, isRoot: owner.isChosenByRoot)
    self.folder = URL(fileURLWithPath: place).standardizedFileURL.path
  }

  private var data: String { folder + "/data" }
  private var log: String { folder + "/server.log" }

  /// Sockets live in the folder, unless its path is too long for one (the system allows 107 bytes): then in `/tmp`, which is
  /// short and the same to a login, to cron and to a service, as `TMPDIR` is not.
  var socketFolder: String {
    let preferred = folder + "/socket"
    return (preferred + "/.s.PGSQL.5432").utf8.count < 100 ? preferred : "/tmp/kawaraban-\(owner.id)-\(shortHash(folder))"
  }

  /// A libpq connection string to the warehouse's database.
  public var url: String { url(database: Self.name) }

  public func url(database: String, user: String = EmbeddedCluster.name) -> String {
    "postgresql:///\(escaped(database))?host=\(escaped(socketFolder))&port=5432&user=\(escaped(user))"
  }

  /// Whether the server answers.
  public var isRunning: Bool {
    do {
      let connection = try Connection(url(database: "postgres"))
      return connection.isOpen
    } catch { return false }
  }

  /// Makes the cluster where there is none, starts it where it does not run, and returns its connection string.
  @discardableResult
  public func start() throws -> String {
    if connects() { return url }
    try makeFolder()
    // Two jobs that start at once: the second waits for the first, then finds a server that runs.
    let lock = try FolderLock(path: folder + "/lock")
    defer { lock.release() }
    if connects() { return url }
    let programs = try ServerPrograms.find(version: dataVersion(), environment: environment)
    if !FileManager.default.fileExists(atPath: data + "/PG_VERSION") { try initialise(programs) }
    try writeSettings()
    try makeSocketFolder()
    if isRunning { return try makeDatabase() }
    try startServer(programs)
    return try makeDatabase()
  }

  /// Stops the server; nothing happens where it does not run.
  public func stop() throws {
    guard let version = dataVersion() else { return }
    let programs = try ServerPrograms.find(version: version, environment: environment)
    // 3: no server is running.
    if try owner.run(programs.path("pg_ctl"), ["status", "-D", data]).status == 3 { return }
    let run = try owner.run(programs.path("pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-t", "60", "-s"])
    guard run.status == 0 else { throw WarehouseError(.cluster, "PostgreSQL did not stop: \(run.output)") }
  }

  /// Process number of the server, from its own file.
  public var serverProcessID: Int32? {
    guard let text = FileManager.default.contents(atPath: data + "/postmaster.pid") else { return nil }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").first.flatMap { Int32($0) }
  }

  /// The server runs and has its database; a start that was killed before its last step has none.
  private func connects() -> Bool {
    do {
      let connection = try Connection(url)
      return connection.isOpen
    } catch { return false }
  }

  /// A server that was killed a moment ago may still be seen, or its last children may still hold its memory: PostgreSQL
  /// then refuses to start, rightly, and a moment later does not. And where such a child cleaned up after its server's
  /// death, the first recovery can stop at a file of an unlogged table that it left (`could not create file … File exists`);
  /// the second clears it.
  private func startServer(_ programs: ServerPrograms) throws {
    var waits = 0
    var recoveries = 0
    while true {
      let run = try owner.run(programs.path("pg_ctl"), ["start", "-D", data, "-l", log, "-w", "-t", "60", "-s"])
      if run.status == 0 { return }
      let reason = lastLines(of: log)
      if reason.contains("startup process failure") {
        recoveries += 1
      } else if reason.contains("postmaster.pid") || reason.contains("shared memory block") {
        waits += 1
      } else {
        waits = 50
      }
      guard recoveries < 3, waits < 50 else {
        throw WarehouseError(.cluster, "PostgreSQL did not start: \(run.output)\n\(reason)")
      }
      poll(nil, 0, 200)
    }
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw WarehouseError(.cluster, "cannot make the folder \(folder): \(error.localizedDescription)")
    }
    try owner.take(folder)
  }

  private func makeSocketFolder() throws {
    let path = socketFolder
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw WarehouseError(.cluster, "cannot make the folder \(path)") }
    var status = stat()
    // Outside the private folder somebody else may have made it first.
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == owner.id || status.st_uid == geteuid()
    else { throw WarehouseError(.cluster, "\(path) belongs to somebody else") }
    try owner.take(path)
  }

  private func initialise(_ programs: ServerPrograms) throws {
    // A killed initdb leaves a part; nobody's data is in a folder without PG_VERSION.
    var arguments = [
      "-D", data, "-U", Self.name, "-E", "UTF8", "--locale=C.UTF-8", "--auth=peer",
    ]
    if durability == .none { arguments.append("--no-sync") }
    let run = try owner.run(programs.path("initdb"), arguments)
    guard run.status == 0 else {
      throw WarehouseError(
        .cluster,
        "initdb failed as user \(owner.name) in \(folder): \(run.output)\n(the folder must be one that this user may enter; --data-folder names another)")
    }
  }

  private func writeSettings() throws {
    var settings = """
      # Written at each start; what a person wants to change goes into a file of conf.d.
      listen_addresses = ''
      unix_socket_directories = '\(socketFolder.replacingOccurrences(of: "'", with: "''"))'
      unix_socket_permissions = 0700
      port = 5432
      max_connections = 64
      shared_buffers = 128MB
      maintenance_work_mem = 128MB
      max_wal_size = 2GB
      wal_level = minimal
      max_wal_senders = 0
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'

      """
    if durability == .none { settings += "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n" }
    if FileManager.default.fileExists(atPath: data + "/conf.d") { settings += "include_dir 'conf.d'\n" }
    let people = Set([owner.name, owner.callerName])
    let map = people.sorted().flatMap { person in ([Self.name] + Self.lesserRoles).map { "kawaraban \"\(person)\" \($0)\n" } }.joined()
    try write(settings, to: "postgresql.conf")
    try write("local all all peer map=kawaraban\n", to: "pg_hba.conf")
    try write(map, to: "pg_ident.conf")
  }

  private func write(_ text: String, to name: String) throws {
    let path = data + "/" + name
    do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch {
      throw WarehouseError(.cluster, "cannot write \(path): \(error.localizedDescription)")
    }
    try owner.take(path, mode: 0o600)
  }

  private func makeDatabase() throws -> String {
    let connection = try Connection(url(database: "postgres"))
    // Whoever may connect as the owner may as well connect with fewer rights: `database psql --role reader`.
    for role in Self.lesserRoles {
      let known = try connection.query("select count(*) from pg_roles where rolname = $1", [.text(role)])
      if try known.integer(0, 0) == 0 { try connection.execute("create role \(role) login") }
    }
    let known = try connection.query("select count(*) from pg_database where datname = $1", [.text(Self.name)])
    if try known.integer(0, 0) == 0 { try connection.execute("create database \(Self.name)") }
    return url
  }

  private func dataVersion() -> Int? {
    FileManager.default.contents(atPath: data + "/PG_VERSION").flatMap {
      Int(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  private func lastLines(of path: String) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else { return "" }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(5).joined(separator: "\n")
  }

  static func defaultFolder(_ environment: [String: String], isRoot: Bool) -> String {
    if isRoot { return "/var/lib/kawaraban" }
    if let place = environment["XDG_DATA_HOME"], place.hasPrefix("/") { return place + "/kawaraban" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/kawaraban"
  }

  private func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")) ?? text
  }

  /// FNV-1a, for a short name that is the same in every process.
  private func shortHash(_ text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return String(hash, radix: 16)
  }
}
