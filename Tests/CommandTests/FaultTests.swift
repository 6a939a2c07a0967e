import Foundation
import PostgreSQL
import TestCluster
import Testing
import Warehouse

/// Faults of the server and of the way to it: a clear message, and a warehouse that the next run brings to where it should be.
@Suite struct FaultTests {
  private static let texts = [
    "株式会社ソラAIは、ミドリ電機から35億円を調達したと発表した。", "米オリオン社は、NVIDIAのGPUを使うと発表した。",
    "ハル電力は、ソラAIと100億円の契約を結んだ。",
  ]

  private func articles() throws -> URL {
    let folder = try temporaryFolder()
    for (number, text) in Self.texts.enumerated() {
      try Data(text.utf8).write(to: folder.appending(path: "\(number).txt"))
    }
    return folder
  }

  /// The fingerprint of a run that nothing disturbs.
  private func undisturbed(_ folder: URL) throws -> String {
    let database = try TestDatabase()
    let run = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(run.status == 0, "\(run.errors)")
    return try Fingerprint.compute(Connection(database.url)).hash
  }

  @Test("A connection cut at any COMMIT, before or after the server did it: nothing is lost or doubled", arguments: CuttingProxy.Moment.allCases)
  func cutAtCommit(moment: CuttingProxy.Moment) throws {
    let folder = try articles()
    defer { remove(folder) }
    let wanted = try undisturbed(folder)
    var cut = 1
    while true {
      let database = try TestDatabase()
      let socket = try #require(URLComponents(string: database.url)?.queryItems?.first { $0.name == "host" }?.value)
      let proxy = try CuttingProxy(server: socket, at: cut, moment)
      defer { proxy.stop() }
      let arguments = ["run", folder.path, "--jobs", "1", "--format", "json", "--database"]
      let way = "postgresql:///\(database.name)?host=\(proxy.folder.path)&port=5432&user=\(EmbeddedCluster.name)"
      let run = try KawarabanProcess(arguments + [way])
      if proxy.seen < cut { break }
      let connection = try Connection(database.url)
      // The first COMMIT makes the run's row in the ledger: without it there is no run yet that could go on.
      #expect(run.status == (cut == 1 ? 69 : 0), "cut at COMMIT \(cut): \(run.errors)")
      if run.status == 0 {
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(summary["articles_new_or_changed"] as? Int == 3, "cut at COMMIT \(cut)")
        #expect((summary["rows_of_the_mart_changed"] as? Int ?? 0) > 10, "cut at COMMIT \(cut)")
        let ledger = try connection.query("select string_agg(status, ' ') from ops.run").text(0, 0)
        #expect(ledger == "done")
      } else {
        #expect(try KawarabanProcess(arguments + [database.url]).status == 0)
      }
      #expect(try Fingerprint.compute(connection).hash == wanted, "cut at COMMIT \(cut)")
      cut += 1
    }
    // The ledger, the batch, the refresh at least.
    #expect(cut > 3)
  }

  /// A disk is not filled here: a trigger raises what the server raises then, at a write of the landing and of the refresh.
  @Test("No room on the disk: said so, exit 69, and clean once there is room", arguments: ["raw.article", "mart.fact_deal", "resolution.claim"])
  func fullDisk(table: String) throws {
    let folder = try articles()
    defer { remove(folder) }
    let database = try TestDatabase()
    let connection = try Connection(database.url)
    try connection.run(
      script: """
        create function public.no_room() returns trigger language plpgsql as $$
        begin
          raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100', hint = 'Check free disk space.';
        end $$;
        create trigger no_room before insert on \(table) for each row execute function public.no_room()
        """)
    let run = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(run.status == 69)
    #expect(run.errors.contains("No space left on device") && run.errors.contains("53100"), "\(run.errors)")
    try connection.run(script: "drop trigger no_room on \(table); drop function public.no_room()")
    let again = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Fingerprint.compute(connection).hash == undisturbed(folder))
  }

  @Test("A loader loads with its own rights; one that is revoked is named, exit 78, and the mart stays as it was")
  func revokedRight() throws {
    let folder = try articles()
    defer { remove(folder) }
    let database = try TestDatabase()
    let owner = try Connection(database.url)
    try owner.execute("revoke insert on mart.fact_deal from kawaraban_loader")
    let loader = try database.url(as: "kawaraban_loader")
    let run = try KawarabanProcess(["run", folder.path, "--database", loader])
    #expect(run.status == 78)
    #expect(run.errors.contains("permission denied for table fact_deal"), "\(run.errors)")
    let deals = try owner.query("select count(*) from mart.fact_deal").integer(0, 0)
    #expect(deals == 0)
    try owner.execute("grant insert on mart.fact_deal to kawaraban_loader")
    let again = try KawarabanProcess(["run", folder.path, "--database", loader])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Fingerprint.compute(owner).hash == undisturbed(folder))
  }

  @Test("A table that is gone is named, exit 78; with the table back the next run is clean", arguments: ["mart.fact_deal_history", "raw.article"])
  func droppedTable(table: String) throws {
    let folder = try articles()
    defer { remove(folder) }
    let database = try TestDatabase()
    let connection = try Connection(database.url)
    let parts = table.split(separator: ".")
    try connection.execute("alter table \(table) set schema public")
    let run = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(run.status == 78)
    #expect(run.errors.contains("\(parts[1])\" does not exist"), "\(run.errors)")
    try connection.execute("alter table public.\(parts[1]) set schema \(parts[0])")
    let again = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Fingerprint.compute(connection).hash == undisturbed(folder))
  }

  @Test("A schema one version behind: exit 78, the command that helps, nothing touched")
  func oneVersionBehind() throws {
    let folder = try articles()
    defer { remove(folder) }
    let database = try TestDatabase(migrated: false)
    let connection = try Connection(database.url)
    try Migrator(migrations: Array(try Migration.embedded().dropLast())).migrate(connection)
    let run = try KawarabanProcess(["run", folder.path, "--database", database.url])
    #expect(run.status == 78)
    #expect(run.errors.contains("kawaraban migrate"), "\(run.errors)")
    let runs = try connection.query("select count(*) from ops.run").integer(0, 0)
    #expect(runs == 0)
    #expect(try KawarabanProcess(["migrate", "--database", database.url]).status == 0)
    #expect(try KawarabanProcess(["run", folder.path, "--database", database.url]).status == 0)
    #expect(try Fingerprint.compute(connection).hash == undisturbed(folder))
  }

  @Test("A server that is killed within a refresh and comes back: the run waits for it, goes on and ends well")
  func restartedServer() throws {
    let folder = try articles()
    let place = "/tmp/kawaraban-restart-\(UUID().uuidString.prefix(8))"
    defer {
      remove(folder)
      remove(URL(filePath: place))
    }
    // Safe: with commits that do not wait for the disk a killed server may forget what it has confirmed.
    let cluster = try EmbeddedCluster(folder: place, environment: ProcessInfo.processInfo.environment)
    let url = try cluster.start()
    try Migrator().migrate(Connection(url))
    let running: RunningKawaraban
    do {
      // Holds the refresh up until the server dies.
      let blocker = try Connection(url)
      try blocker.run(script: "begin; lock table mart.fact_deal in exclusive mode")
      running = try RunningKawaraban(["run", folder.path, "--jobs", "1", "--database", url, "--retries", "12"])
      while running.isRunning, try !blocker.query("select exists (select from pg_locks where not granted)").bool(0, 0) { usleep(20_000) }
      kill(try #require(cluster.serverProcessID), SIGKILL)
    }
    try cluster.start()
    let run = try running.wait()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("trying again"))
    let connection = try Connection(url)
    let ledger = try connection.query("select string_agg(status, ' ') from ops.run").text(0, 0)
    #expect(ledger == "done")
    #expect(try Fingerprint.compute(connection).hash == undisturbed(folder))
    try cluster.stop()
  }

  @Test("A lock of somebody else: waited for a little, then tried again; a statement that takes too long is ended")
  func heldLock() throws {
    let folder = try articles()
    defer { remove(folder) }
    let database = try TestDatabase()
    let blocker = try Connection(database.url)
    let watcher = try Connection(database.url)
    func isWaiting() throws -> Bool {
      try watcher.query(
        """
        select exists (
          select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))
        """).bool(0, 0)
    }
    try blocker.run(script: "begin; lock table mart.fact_deal in exclusive mode")
    let stuck = try KawarabanProcess(
      ["run", folder.path, "--database", database.url, "--statement-timeout", "1", "--retries", "0"])
    #expect(stuck.status == 75)
    #expect(stuck.errors.contains("statement timeout"), "\(stuck.errors)")
    let running = try RunningKawaraban(["run", folder.path, "--database", database.url, "--lock-timeout", "1"])
    while running.isRunning, try !isWaiting() { usleep(20_000) }
    // It gives up waiting, and waits again.
    while running.isRunning, try isWaiting() { usleep(20_000) }
    try blocker.execute("rollback")
    let run = try running.wait()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("trying again") && run.errors.contains("lock timeout"))
    #expect(try Fingerprint.compute(watcher).hash == undisturbed(folder))
  }
}
