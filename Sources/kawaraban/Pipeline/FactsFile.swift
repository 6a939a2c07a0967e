import Facts
import Foundation

/// A file of `kawaraban.facts/1` lines, or `-` for standard input, read a line at a time.
struct FactsFile {
  let path: String

  /// - Throws: `CommandFailure` (bad data) that names the line, or what `body` throws.
  func forEach(_ body: (ArticleFacts) throws -> Void) throws {
    guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "r") else {
      throw CommandFailure(.usage, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    let lines = FactsLines()
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    var number = 0
    while true {
      let count = getline(&buffer, &capacity, file)
      guard count >= 0, let buffer else { return }
      number += 1
      let line = Data(bytes: buffer, count: count)
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let facts: ArticleFacts
      do {
        facts = try lines.facts(line: line)
      } catch {
        throw CommandFailure(.badData, "\(path), line \(number): \(error)")
      }
      try body(facts)
    }
  }
}
