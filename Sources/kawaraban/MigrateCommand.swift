import ArgumentParser
import Warehouse

/// `kawaraban migrate`: brings a database to the schema of this program.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring the warehouse to this version's schema.",
    discussion: """
      Each migration and its verification run in one transaction, once, in order. `run` migrates the private PostgreSQL
      by itself; a server elsewhere is migrated by this command only.
      """)

  @Flag(help: "Only say which versions are applied and which are missing.")
  var status = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let settings = try general.load()
    let session = try WarehouseSession(try database.place(settings), requiringSchema: false)
    let migrator = try Migrator()
    guard status else {
      let applied = try migrator.migrate(session.connection)
      for migration in applied { print("applied \(migration.version) \(migration.name)") }
      if applied.isEmpty { print("the schema is current") }
      return
    }
    let state = try migrator.status(session.connection)
    for migration in state.applied { print("applied \(migration.version) \(migration.name), \(migration.appliedAt)") }
    for migration in state.pending { print("missing \(migration.version) \(migration.name)") }
    for version in state.changed { print("changed \(version): its script is no longer the one that ran") }
    for version in state.unknown { print("unknown \(version): of a later version of kawaraban") }
    if !state.isCurrent { throw ExitCode(ExitStatus.configuration.rawValue) }
  }
}
