import Foundation
import Synchronization
import Testing

@testable import kawaraban

@Suite struct ProgressBarTests {
  private func bar(_ done: Int, of total: Int?, seconds: Double) -> ProgressBar {
    var bar = ProgressBar(total: total)
    bar.done = done
    bar.elapsedSeconds = seconds
    return bar
  }

  @Test("A bar shows how much is done, how fast, and how long it will take")
  func line() {
    let line = bar(1500, of: 3000, seconds: 3).line(columns: 80)
    #expect(line == "███████████████░░░░░░░░░░░░░░░  1,500 / 3,000 documents  500/s  3 s left")
  }

  @Test("Without a known total there is a count and a rate, and no time left")
  func unknownTotal() {
    #expect(bar(12, of: nil, seconds: 8).line(columns: 80) == "12 documents  1.5/s")
  }

  @Test("Nothing done yet promises nothing")
  func start() {
    #expect(bar(0, of: 10, seconds: 0).secondsLeft == nil)
  }

  @Test("A line is never longer than the terminal", arguments: [5, 20, 41, 60, 200])
  func width(columns: Int) {
    #expect(bar(1_234_567, of: 9_999_999, seconds: 4000).line(columns: columns).count <= columns)
  }
}

@Suite struct TextTableTests {
  @Test("Columns line up on the cells that a terminal shows, kanji being two wide")
  func widths() {
    var table = TextTable([("company", .left), ("deals", .right)])
    table.add("ソフトバンク", "12")
    table.add("AWS", "3")
    #expect(
      table.text == """
        company       deals
        ────────────  ─────
        ソフトバンク     12
        AWS               3

        """)
  }

  @Test("Thousands are grouped", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-12_345_678, "-12,345,678")])
  func grouping(number: Int, text: String) {
    #expect(grouped(number) == text)
  }
}

@Suite struct LogTests {
  private func logged(_ format: Log.Format, _ act: (Log) -> Void) -> String {
    let sink = Sink()
    act(Log(format: format, now: { Date(timeIntervalSince1970: 1_762_214_400) }, write: { sink.add($0) }))
    return sink.text
  }

  private final class Sink: Sendable {
    private let lines = Mutex("")
    func add(_ line: String) { lines.withLock { $0 += line } }
    var text: String { lines.withLock { $0 } }
  }

  @Test("A machine gets one JSON object a line, with time, level and event first")
  func json() throws {
    let line = logged(.json) { $0.warning("article rejected", ["uri": "a \"b\".txt", "bytes": 12]) }
    #expect(
      line
        == #"{"time":"2025-11-04T00:00:00Z","level":"warning","event":"article rejected","uri":"a \"b\".txt","bytes":12}"# + "\n")
    #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
  }

  @Test("A person gets a sentence and its figures")
  func text() {
    #expect(logged(.text) { $0.info("batch committed", ["articles": 256]) } == "kawaraban: batch committed articles=256\n")
    #expect(logged(.text) { $0.error("no server", ["why": "no such file"]) } == "kawaraban: error: no server why=\"no such file\"\n")
  }
}

@Suite struct ReplaceFileTests {
  @Test("A file is replaced whole, through a link too, and one that is not there is made")
  func files() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let file = folder.appending(path: "a.prom").path
    try replaceFile(file, with: Data("old".utf8))
    let link = folder.appending(path: "link.prom").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try replaceFile(link, with: Data("new".utf8))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
  }

  @Test("A pipe stays a pipe, and gets the bytes")
  func pipe() throws {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let path = folder.appending(path: "pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    // Open for both, so that the writer need not wait for a reader.
    let descriptor = open(path, O_RDWR)
    defer { close(descriptor) }
    try replaceFile(path, with: Data("figures".utf8))
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(descriptor, &bytes, 16)
    #expect(String(decoding: bytes[..<max(0, count)], as: UTF8.self) == "figures")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }
}
