import ArgumentParser

@main
struct Kawaraban: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kawaraban",
    abstract: "Reads articles on the AI industry and keeps their facts, with proof, in PostgreSQL.",
    version: "0.1.0",
    subcommands: [QuantitiesCommand.self])
}
