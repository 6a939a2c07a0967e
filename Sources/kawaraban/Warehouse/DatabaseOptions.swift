import ArgumentParser
import Warehouse

/// Which PostgreSQL a command talks to.
struct DatabaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp(
    "libpq connection string or URL (default: PG* variables where set, else a private PostgreSQL of the job's own).",
    valueName: "url"))
  var database: String?

  @Option(help: ArgumentHelp("Folder of the private PostgreSQL (default: the user's data folder).", valueName: "dir"))
  var dataFolder: String?

  func folder(_ settings: Settings) -> String? { settings.text("data-folder", flag: dataFolder) }

  func place(_ settings: Settings) throws -> WarehousePlace {
    if let url = settings.text("database", flag: database) { return .server(url) }
    let environment = settings.environment
    let folder = folder(settings)
    // libpq reads these itself: an empty connection string leaves everything to them.
    if folder == nil, ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"].contains(where: { environment[$0]?.isEmpty == false }) {
      return .server("")
    }
    if environment["KAWARABAN_CONTAINER"] == "1" {
      throw CommandFailure(
        .configuration, "a container keeps no database of its own: give --database, KAWARABAN_DATABASE or PGHOST")
    }
    return .embedded(try EmbeddedCluster(folder: folder, environment: environment))
  }
}

/// A server somewhere, or the private one.
enum WarehousePlace {
  case server(String)
  case embedded(EmbeddedCluster)

  var isEmbedded: Bool {
    if case .embedded = self { return true }
    return false
  }
}
