import ArgumentParser
import Warehouse

/// `kawaraban check`: data-quality tests over the warehouse.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Test the warehouse's data; each failed test names its offending rows.",
    discussion: """
      Ends with 1 where a blocking test fails (with --strict: any). A refresh that would break a blocking test is never
      committed; this command also finds what older versions or hands left behind.
      """)

  @Flag(help: "A failed warning ends with 1 too.")
  var strict = false

  @Option(help: ArgumentHelp("Offending rows to show of each test.", valueName: "n"))
  var rows = 5

  @Option(help: "Print a table or json.")
  var format: OutputFormat = .table

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    if rows < 0 { throw ValidationError("--rows must not be negative") }
  }

  func run() async throws {
    let session = try WarehouseSession(try database.place(try general.load()))
    let results = try Checks().run(session.connection, run: nil, sampleSize: rows)
    try StandardStream.output.write((format == .json ? json(results) : text(results)).utf8)
    if results.contains(where: { !$0.isPassed && (strict || $0.check.severity == .block) }) {
      throw ExitCode(ExitStatus.checkFailed.rawValue)
    }
  }

  private func text(_ results: [Checks.Result]) -> String {
    var lines: [String] = []
    for result in results {
      let mark = result.isPassed ? "passed" : result.check.severity == .block ? "FAILED" : "warning"
      lines.append("\(mark)  \(result.check.name)  \(result.check.rule)")
      if result.isPassed { continue }
      lines += result.sample.map { "          \(result.told($0))" }
      if result.offenders > result.sample.count { lines.append("          … \(result.offenders) rows in all") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func json(_ results: [Checks.Result]) -> String {
    let rows = results.map { result in
      let sample = result.sample.map { jsonString(result.told($0)) }.joined(separator: ",")
      return "{\"check\":\(jsonString(result.check.name)),\"severity\":\(jsonString(result.check.severity.rawValue)),"
        + "\"rule\":\(jsonString(result.check.rule)),\"passed\":\(result.isPassed),\"offenders\":\(result.offenders),\"sample\":[\(sample)]}"
    }
    return "[\(rows.joined(separator: ",\n"))]\n"
  }
}
