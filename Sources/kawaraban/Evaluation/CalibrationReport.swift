import Extraction
import Facts

/// Counts of right facts for a calibration table, and how well such a table predicts articles that it has not seen.
struct CalibrationReport {
  /// One fact of an annotated article.
  struct Sample {
    let article: String
    let key: CalibrationTable.Key
    let isRight: Bool
  }

  var samples: [Sample] = []

  mutating func add(_ facts: ArticleFacts, _ verdicts: Evaluation.Verdicts, article: String) {
    let language = facts.article.language
    func add(_ keys: [CalibrationTable.Key], _ right: [Bool]) {
      for (key, isRight) in zip(keys, right) { samples.append(Sample(article: article, key: key, isRight: isRight)) }
    }
    add(facts.deals.map { CalibrationTable.Key($0, language: language) }, verdicts.deals)
    add(facts.metrics.map { CalibrationTable.Key($0, language: language) }, verdicts.metrics)
    add(facts.modelFacts.map { CalibrationTable.Key($0, language: language) }, verdicts.modelFacts)
  }

  var table: CalibrationTable { table(of: samples) }

  private func table(of samples: some Sequence<Sample>) -> CalibrationTable {
    var table = CalibrationTable()
    for sample in samples { table.add(sample.key, .init(right: sample.isRight ? 1 : 0, told: 1)) }
    return table
  }

  /// A confidence that a table made of other articles gave, and what came of it.
  struct Prediction {
    let kind: String
    let probability: Double
    let isRight: Bool
    /// Share of right ones of the kind in the other articles: what a table without rules would say.
    let base: Double
  }

  /// Cross-validation: the articles are dealt into folds in the order of their ids, each predicted from the others.
  func predictions(folds: Int) -> [Prediction] {
    let order = Dictionary(uniqueKeysWithValues: Set(samples.map(\.article)).sorted().enumerated().map { ($1, $0 % folds) })
    var predictions: [Prediction] = []
    for fold in 0..<folds {
      let others = samples.filter { order[$0.article] != fold }
      let table = table(of: others)
      for sample in samples where order[sample.article] == fold {
        let ofKind = others.filter { $0.key.kind == sample.key.kind }
        guard let sure = table.confidence(sample.key), !ofKind.isEmpty else { continue }
        predictions.append(
          Prediction(
            kind: sample.key.kind, probability: sure.probability, isRight: sample.isRight,
            base: Double(ofKind.count { $0.isRight }) / Double(ofKind.count)))
      }
    }
    return predictions
  }

  /// What was predicted beside what came true, in steps of confidence, and the mean squared error (Brier score).
  func text(folds: Int) -> String {
    let predictions = predictions(folds: folds)
    var table = TextTable([
      ("fact", .left), ("confidence", .left), ("told", .right), ("predicted", .right), ("right", .right),
    ])
    var scores = TextTable([("fact", .left), ("told", .right), ("Brier", .right), ("Brier of the share alone", .right)])
    for kind in Set(predictions.map(\.kind)).sorted() {
      let ofKind = predictions.filter { $0.kind == kind }
      for (low, high) in [(0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.01)] {
        let step = ofKind.filter { $0.probability >= low && $0.probability < high }
        guard !step.isEmpty else { continue }
        table.add(
          kind, "\(thousandths(low)) to \(thousandths(min(high, 1)))", "\(step.count)", thousandths(mean(step.map(\.probability))),
          thousandths(mean(step.map { $0.isRight ? 1 : 0 })))
      }
      scores.add(
        kind, "\(ofKind.count)", thousandths(mean(ofKind.map { error($0.probability, $0.isRight) })),
        thousandths(mean(ofKind.map { error($0.base, $0.isRight) })))
    }
    return "\(table.text)\n\(scores.text)"
  }

  private func error(_ probability: Double, _ isRight: Bool) -> Double {
    let distance = probability - (isRight ? 1 : 0)
    return distance * distance
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
}
