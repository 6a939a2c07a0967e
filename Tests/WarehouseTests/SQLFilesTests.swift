import Foundation
import Testing
import Warehouse

@Suite struct SQLFilesTests {
  @Test func everyFileOfTheFolderIsInTheBinary() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("sql")
    let files = SQLFiles.embedded()
    let found = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".sql") }
    #expect(!found.isEmpty)
    #expect(files.paths == found.sorted())
    for path in found {
      #expect(try files.text(path) == String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8), "\(path)")
    }
  }
}
