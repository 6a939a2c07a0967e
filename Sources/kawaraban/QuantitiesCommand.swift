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
    let pred: [Prediction]
  }

  private struct Prediction: Encodable {
    let kind: String
    let start: Int
    let end: Int
    let value: String?
    let unit: String?
    let timex: String?
    let lower: String?
    let upper: String?
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
      let index = ScalarIndex(text.original)
      let language = request.lang.flatMap(ArticleLanguage.init(rawValue:)) ?? .other
      let published = request.reference_time.flatMap { PartialDate($0) }
      let found = scanner.scan(text, language: language, publishedOn: published).filter { $0.kind != .number }
      let numbers = scanner.numbers(text, language: language)
      let predictions = (found + numbers).map { prediction($0, index) }
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

  private func prediction(_ quantity: Quantity, _ index: ScalarIndex) -> Prediction {
    let span = index.scalarSpan(quantity.kind == .duration ? quantity.qualified : quantity.span)
    let kind: String
    switch quantity.kind {
    case .money: kind = "currency"
    case .date: kind = isDay(quantity) ? "date" : "daterange"
    default: kind = quantity.kind.rawValue
    }
    return Prediction(
      kind: kind, start: span.start, end: span.end, value: quantity.value?.description ?? quantity.date?.description,
      unit: quantity.unit, timex: quantity.timex, lower: quantity.lower?.description, upper: quantity.upper?.description)
  }

  /// Days are dates, everything coarser a range of dates.
  private func isDay(_ quantity: Quantity) -> Bool {
    guard let timex = quantity.timex else { return quantity.date?.precision == .day && quantity.dateEnd == nil }
    return timex.utf8.count == 10 || timex.contains("WXX")
  }
}
