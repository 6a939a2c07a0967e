import ArgumentParser
import Foundation
import Warehouse

/// `kawaraban database`: the private PostgreSQL.
struct DatabaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "database",
    abstract: "Start, stop and look into the job's private PostgreSQL.",
    discussion: """
      It lives in a folder of its own, listens on a Unix socket only, and is kept between runs. As root it runs as an
      unprivileged user below the system's state folder.
      """,
    subcommands: [Start.self, Stop.self, Address.self, Psql.self])

  struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start it, making it where there is none, and print its address.")
    @OptionGroup var place: ClusterOptions

    func run() async throws { print(try place.cluster().start()) }
  }

  struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stop it; what it holds stays.")
    @OptionGroup var place: ClusterOptions

    func run() async throws { try place.cluster().stop() }
  }

  struct Address: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "url", abstract: "Print its address, for psql or a BI tool on this machine; starts nothing.")
    @OptionGroup var place: ClusterOptions

    func run() async throws { print(try place.cluster().url) }
  }

  struct Psql: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open psql on the warehouse; further words go to psql: kawaraban database psql -- -c 'select * from deals'.")
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var general: GeneralOptions

    @Argument(parsing: .postTerminator, help: "Arguments of psql.")
    var arguments: [String] = []

    func run() async throws {
      let url: String
      switch try database.place(try general.load()) {
      case .server(let address): url = address
      case .embedded(let cluster): url = try cluster.start()
      }
      try become("psql", [url] + arguments)
    }
  }
}

/// Where the private PostgreSQL lives.
struct ClusterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Its folder (default: the user's data folder).", valueName: "dir"))
  var dataFolder: String?

  @OptionGroup var general: GeneralOptions

  func cluster() throws -> EmbeddedCluster {
    let settings = try general.load()
    return try EmbeddedCluster(
      folder: settings.text("data-folder", flag: dataFolder), environment: settings.environment)
  }
}

/// Replaces this process by another program, found on the PATH, so that it has the terminal to itself.
private func become(_ program: String, _ arguments: [String]) throws -> Never {
  let words = ([program] + arguments).map { strdup($0) } + [nil]
  execvp(program, words)
  throw CommandFailure(.unavailable, "cannot start \(program): \(String(cString: strerror(errno)))")
}
