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

  private func prediction(_ quantity: Quantity, _ index: ScalarIndex) -> Prediction {
    let span = index.scalarSpan(quantity.kind == .duration ? quantity.qualified : quantity.span)
    let kind: String
    switch quantity.kind {
    case .money: kind = "currency"
    case .date: kind = quantity.date?.precision == .day || quantity.date == nil ? "date" : "daterange"
    default: kind = quantity.kind.rawValue
    }
    return Prediction(
      kind: kind, start: span.start, end: span.end, value: quantity.value?.description ?? quantity.date?.description,
      unit: quantity.unit, timex: quantity.timex, lower: quantity.lower?.description, upper: quantity.upper?.description)
  }
}
