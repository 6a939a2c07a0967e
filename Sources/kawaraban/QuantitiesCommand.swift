import ArgumentParser
import Facts
import Foundation
import Language
import Quantities

/// `kawaraban quantities`: the quantities of texts given as JSON Lines, for comparison with other programs.
struct QuantitiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Finds money, numbers, percentages, durations, dates and measures in texts.",
    discussion: """
      Reads JSON Lines {"id","text","lang","reference_time"} from standard input and writes
      {"id","pred":[{"kind","start","end","value","unit","timex","lower","upper"}]}; offsets count Unicode scalars.
      """)

  @Flag(help: "Measure scanning over the given files against a bare loop over their bytes, on one core.")
  var benchmark = false

  @Argument(help: "Files to measure on.")
  var files: [String] = []

  private struct Request: Decodable {
    let id: String
    let text: String
    let lang: String?
    let reference_time: String?
  }

  private struct Response: Encodable {
    let id: String
    let pred: [QuantityPrediction]
  }

  func run() async throws {
    let scanner = try QuantityScanner()
    if benchmark { return try measure(scanner) }
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    while let line = readLine(strippingNewline: true) {
      if line.isEmpty { continue }
      let request = try decoder.decode(Request.self, from: Data(line.utf8))
      let text = FoldedText(request.text)
      let language = request.lang.flatMap(ArticleLanguage.init(rawValue:)) ?? .other
      let published = request.reference_time.flatMap { PartialDate($0) }
      let predictions = scanner.predictions(text, language: language, publishedOn: published)
      let output = try encoder.encode(Response(id: request.id, pred: predictions))
      FileHandle.standardOutput.write(output + Data("\n".utf8))
    }
  }

  /// Scanning alone: the texts are read and folded before the clock starts.
  private func measure(_ scanner: QuantityScanner) throws {
    let texts = try files.map { FoldedText(utf8: Array(try String(contentsOfFile: $0, encoding: .utf8).utf8)) }
    let bytes = texts.reduce(0) { $0 + $1.original.count }
    let clock = ContinuousClock()
    var found = 0
    var sum: UInt64 = 0
    let scanning = clock.measure {
      for text in texts { found += scanner.scan(text, language: .ja, publishedOn: PartialDate(year: 2026, month: 6, day: 15)).count }
    }
    let loop = clock.measure {
      for text in texts { for byte in text.bytes { sum &+= UInt64(byte) } }
    }
    let rate = Double(bytes) / 1_000_000 / (scanning / .seconds(1))
    print("texts \(texts.count), bytes \(bytes), quantities \(found), bytes summed to \(sum)")
    print(String(format: "scan %.1f MB/s, %.1f times the bare byte loop", rate, scanning / loop))
  }
}
