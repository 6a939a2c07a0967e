import ArgumentParser
import Extraction
import Foundation

/// `kawaraban`: the command line. Each subcommand is a file of its own; this one starts them and ends the process.
@main
struct Kawaraban: AsyncParsableCommand {
  static let version = Extractor.version

  static let configuration = CommandConfiguration(
    commandName: "kawaraban",
    abstract: "Reads articles on the AI industry and keeps their facts, with proof, in PostgreSQL.",
    discussion: """
      The job is one command; without --database it keeps its own PostgreSQL:

        kawaraban run articles/

      Look at what it loaded with `kawaraban database psql`, ask why with `kawaraban explain`.
      Every flag is also a variable (KAWARABAN_JOBS for --jobs) and a line of kawaraban.yaml (jobs: 4).
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(name: "The job", subcommands: [RunCommand.self, BackfillCommand.self]),
      CommandGroup(
        name: "Articles and facts, without a database",
        subcommands: [
          ExtractCommand.self, ResolveCommand.self, ExplainCommand.self, EvaluateCommand.self, CatalogCommand.self,
        ]),
      CommandGroup(
        name: "For whoever writes rules",
        subcommands: [ReadCommand.self, QuantitiesCommand.self, SyntaxCommand.self, CalibrateCommand.self]),
      CommandGroup(
        name: "The warehouse",
        subcommands: [
          LoadCommand.self, CheckCommand.self, PinCommand.self, UnpinCommand.self, PinsCommand.self, FingerprintCommand.self,
          MigrateCommand.self, RatesCommand.self, DatabaseCommand.self,
        ]),
    ])

  static func main() async {
    StandardStream.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(error)
    }
  }

  /// Help and wrong flags are the parser's own; everything else is told in a line and ends with its status.
  private static func end(_ error: any Error) -> Never {
    if error is StandardStream.Closed { exit(withError: ExitCode.success) }
    if let status = ExitStatus(of: error) {
      StandardStream.error.write("kawaraban: \(error)\n")
      exit(withError: ExitCode(status.rawValue))
    }
    exit(withError: error)
  }
}
