import Facts
import Foundation
import Quantities

/// The exchange rates that apply: the table that `rates import` keeps in the user's configuration folder
/// (`~/.config/kawaraban/rates/fx_ecb_daily.csv`), else the one built into the program; pegs and means always from the latter.
struct RatesFolder {
  private static let daily = "fx_ecb_daily.csv"
  private static let overlay = "overlay.csv"

  let path: String

  init(environment: [String: String]) throws {
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
    guard let home else {
      throw CommandFailure(.configuration, "neither XDG_CONFIG_HOME nor HOME is set: no place for exchange rates")
    }
    path = home + "/kawaraban/rates"
  }

  func exchangeRates() throws -> ExchangeRates {
    do {
      return try ExchangeRates(daily: dailyBytes(), overlay: RateData.file(Self.overlay))
    } catch let error as ExchangeRateError {
      throw CommandFailure(.configuration, "\(path)/\(Self.daily): \(error)")
    }
  }

  /// The imported table, else the built-in one.
  func table() throws -> RateTable {
    do {
      return try RateTable(dailyBytes())
    } catch let error as RateTableError {
      throw CommandFailure(.configuration, "\(path)/\(Self.daily): \(error)")
    }
  }

  /// Replaces the table whole or not at all.
  func save(_ table: RateTable) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(table.csv.utf8).write(to: URL(filePath: "\(path)/\(Self.daily)"), options: .atomic)
    } catch {
      throw CommandFailure(.unavailable, "cannot write \(path)/\(Self.daily): \(error.localizedDescription)")
    }
  }

  private func dailyBytes() throws -> [UInt8] {
    let file = "\(path)/\(Self.daily)"
    guard FileManager.default.fileExists(atPath: file) else { return try RateData.file(Self.daily) }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw CommandFailure(.configuration, "cannot read \(file): \(error.localizedDescription)")
    }
  }
}
