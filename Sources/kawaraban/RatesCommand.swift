import ArgumentParser
import CArchive
import Foundation

/// `kawaraban rates`: the exchange rates that sums are converted by.
struct RatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Keeps the exchange rates that sums are converted by.", subcommands: [Import.self])

  /// `kawaraban rates import eurofxref-hist.zip`.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes the European Central Bank's table of daily rates, as CSV or in its zip.",
      discussion: "Days and currencies that the file lacks are kept. Deals already resolved change with the next run.")

    @Argument(help: "eurofxref-hist.zip, eurofxref-hist.csv, or a table of the same form; - reads standard input.")
    var file: String

    func run() async throws {
      let folder = try RatesFolder(environment: ProcessInfo.processInfo.environment)
      let imported: RateTable
      do {
        imported = try RateTable(unpacked(bytes()))
      } catch let error as RateTableError {
        throw CommandFailure(.badData, "\(file): \(error)")
      }
      let table = try folder.table().updated(with: imported)
      try folder.save(table)
      StandardStream.output.write(
        "\(imported.count) days from \(imported.firstDay) to \(imported.lastDay) imported; "
          + "rates now reach from \(table.firstDay) to \(table.lastDay) in \(table.currencies.count) currencies (\(folder.path))\n")
    }

    private func bytes() throws -> [UInt8] {
      do {
        return [UInt8](file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file)))
      } catch {
        throw CommandFailure(.usage, "cannot read \(file): \(error.localizedDescription)")
      }
    }

    /// The first file of a zip; anything else as it is.
    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
      guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return bytes }
      let archive = archive_read_new()
      defer { archive_read_free(archive) }
      archive_read_support_format_zip(archive)
      var entry: OpaquePointer?
      guard archive_read_open_memory(archive, bytes, bytes.count) == ARCHIVE_OK,
        archive_read_next_header(archive, &entry) == ARCHIVE_OK
      else { throw failure(archive) }
      var result: [UInt8] = []
      var block = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = block.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw failure(archive) }
        if count == 0 { return result }
        result.append(contentsOf: block[..<count])
        guard result.count <= 64 << 20 else { throw CommandFailure(.badData, "\(file): more than 64 MB unpacked") }
      }
    }

    private func failure(_ archive: OpaquePointer?) -> CommandFailure {
      let reason = archive_error_string(archive).map { String(cString: $0) } ?? "no file inside"
      return CommandFailure(.badData, "\(file): the zip cannot be read: \(reason)")
    }
  }
}
