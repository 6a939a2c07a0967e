import Extraction
import Facts
import Foundation
import Testing

@testable import kawaraban

@Suite struct CalibrationTests {
  private func report(_ samples: [(article: String, rule: String, isRight: Bool)]) -> CalibrationReport {
    var report = CalibrationReport()
    report.samples = samples.map {
      CalibrationReport.Sample(
        article: $0.article, key: CalibrationTable.Key(kind: "deal", language: "ja", rule: $0.rule, condition: "plain"), isRight: $0.isRight)
    }
    return report
  }

  @Test("An article is predicted from the others only")
  func folds() {
    // One article holds all the wrong facts: nothing of them may be known when it is predicted.
    var samples: [(article: String, rule: String, isRight: Bool)] = []
    for article in 0..<9 { for _ in 0..<10 { samples.append(("a\(article)", "r", true)) } }
    for _ in 0..<10 { samples.append(("z", "r", false)) }
    let predictions = report(samples).predictions(folds: 10)
    #expect(predictions.count == 100)
    let wrong = predictions.filter { !$0.isRight }
    #expect(wrong.count == 10)
    #expect(wrong.allSatisfy { $0.base == 1 && $0.probability > 0.9 })
    #expect(predictions.filter(\.isRight).allSatisfy { $0.base < 1 })
  }

  @Test("The command counts the samples; its file takes the place of the built-in counts")
  func command() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "calibration.tsv")
    let counted = try KawarabanProcess(
      ["calibrate", "--gold", packagePath("samples/gold"), "--output", file.path, packagePath("samples/articles")])
    #expect(counted.status == 0, "\(counted.errors)")
    #expect(counted.errors.contains("Brier"))
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(2)
    #expect(rows.count > 20)
    #expect(rows.allSatisfy { $0.split(separator: "\t").count == 6 })

    // Counts that say “never right” must show in every confidence.
    let never = "kind\tlang\trule\tcondition\tright\ttold\ndeal\tja\tany\tplain\t0\t1000\n"
    try Data(never.utf8).write(to: file)
    let article = packagePath("samples/articles/ja-01-openai-aws.md")
    let read = try KawarabanProcess(["extract", "--rules", folder.path, article])
    let facts = try FactsLines().facts(line: Data(read.output.utf8))
    #expect(!facts.deals.isEmpty)
    #expect(facts.deals.allSatisfy { $0.confidence.probability < 0.05 })
  }

  @Test("Gold that belongs to no input is an error that says so")
  func nothingRead() throws {
    let result = try KawarabanProcess(["calibrate", "--gold", packagePath("samples/gold"), packagePath("samples/README.md")])
    #expect(result.status != 0)
    #expect(result.errors.contains("no fact of an annotated article was read"))
  }
}
