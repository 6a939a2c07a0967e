import ArgumentParser
import Warehouse

/// `kawaraban fingerprint`: one hash of the whole mart.
struct FingerprintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Print one hash of the whole mart by natural keys: equal marts, equal hashes.",
    discussion: "Surrogate keys, times of loading and run numbers are left out; pins are in. --tables shows where two marts differ.")

  @Flag(help: "Also a line for each table: its hash and its rows.")
  var tables = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let session = try WarehouseSession(try database.place(try general.load()))
    let fingerprint = try Fingerprint.compute(session.connection)
    if tables {
      for part in fingerprint.parts { print("\(part.hash)  \(part.table)  \(part.rows)") }
    }
    print(fingerprint.hash)
  }
}
