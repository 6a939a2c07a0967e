public import Facts
import Foundation

/// How often facts of a kind were right on annotated articles, by the rule that read them and the conditions of its reading:
/// what the confidence of a new fact is taken from.
///
/// The rows are `data/rules/calibration.tsv`, counted by `kawaraban calibrate`. A cell of few facts leans on wider ones: rule ×
/// condition on rule and on condition, these on the language, this on all facts of the kind, each wider estimate weighing as
/// much as `weight` facts (shrinkage towards a prior mean; two parents combine as log-odds around their common mean).
public struct CalibrationTable: Sendable {
  /// Right ones among those told.
  public struct Count: Sendable, Equatable {
    public var right = 0
    public var told = 0

    public init(right: Int = 0, told: Int = 0) {
      self.right = right
      self.told = told
    }
  }

  /// What a fact is counted under.
  public struct Key: Hashable, Sendable, Comparable {
    /// `deal`, `metric`, `model_fact`.
    public let kind: String
    public let language: String
    /// Id of the rule that read it.
    public let rule: String
    /// `again` (told in several sentences), `unlisted` (names that no catalogue holds), `figure` … joined by `+`; `plain` without any.
    public let condition: String

    public init(kind: String, language: String, rule: String, condition: String) {
      self.kind = kind
      self.language = language
      self.rule = rule
      self.condition = condition
    }

    public static func < (left: Key, right: Key) -> Bool {
      (left.kind, left.language, left.rule, left.condition) < (right.kind, right.language, right.rule, right.condition)
    }
  }

  /// How many facts a wider estimate weighs: of 2, 4, 8 … 64 the one that predicted annotated articles best from others (Brier
  /// score, five parts; lighter ones follow cells of one or two facts).
  private static let weight = 32.0

  private var cells: [Key: Count] = [:]
  private var margins: [[String]: Count] = [:]

  public init() {}

  init(_ table: RuleTable) throws {
    for row in table.rows {
      guard let right = Int(row["right"]), let told = Int(row["told"]), right >= 0, right <= told else {
        throw row.fail("right and told must be whole numbers, right at most told")
      }
      add(Key(kind: row["kind"], language: row["lang"], rule: row["rule"], condition: row["condition"]), Count(right: right, told: told))
    }
  }

  public mutating func add(_ key: Key, _ count: Count) {
    func add(_ count: Count, to sum: inout Count) {
      sum.right += count.right
      sum.told += count.told
    }
    add(count, to: &cells[key, default: Count()])
    for margin in [[key.kind], [key.kind, key.language], rule(key), condition(key)] { add(count, to: &margins[margin, default: Count()]) }
  }

  private func rule(_ key: Key) -> [String] { [key.kind, key.language, "rule", key.rule] }
  private func condition(_ key: Key) -> [String] { [key.kind, key.language, "condition", key.condition] }

  /// - Returns: the expected share of right ones; `nil` where no fact of the kind was ever counted.
  public func confidence(_ key: Key) -> Confidence? {
    guard let all = margins[[key.kind]], all.told > 0 else { return nil }
    let base = Double(all.right + 1) / Double(all.told + 2)
    let language = estimate(margins[[key.kind, key.language]], base)
    let rule = estimate(margins[rule(key)], language)
    let condition = estimate(margins[condition(key)], language)
    let parent = probability(odds(rule) + odds(condition) - odds(language))
    return Confidence(estimate(cells[key], parent))
  }

  private func estimate(_ count: Count?, _ parent: Double) -> Double {
    guard let count else { return parent }
    return (Double(count.right) + Self.weight * parent) / (Double(count.told) + Self.weight)
  }

  private func odds(_ probability: Double) -> Double { log(probability / (1 - probability)) }
  private func probability(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// The table as the file holds it.
  public var text: String {
    var lines = [
      "# Right facts among those told, counted on annotated articles by `kawaraban calibrate` (see docs/accuracy.md). No text of them is kept.",
      "kind\tlang\trule\tcondition\tright\ttold",
    ]
    for (key, count) in cells.sorted(by: { $0.key < $1.key }) {
      lines.append("\(key.kind)\t\(key.language)\t\(key.rule)\t\(key.condition)\t\(count.right)\t\(count.told)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension CalibrationTable.Key {
  public init(_ claim: DealClaim, language: ArticleLanguage) {
    let rule = claim.values?.first { $0.attribute == .type }?.evidence.rule ?? claim.evidence.first?.rule ?? claim.type.rawValue
    self.init(
      kind: "deal", language: language.rawValue, rule: rule,
      condition: Self.condition([
        ("again", claim.evidence.count > 1), ("figure", claim.amount != nil),
        ("unlisted", claim.parties.contains { $0.company.hasPrefix("new:") }),
      ]))
  }

  public init(_ metric: Metric, language: ArticleLanguage) {
    self.init(
      kind: "metric", language: language.rawValue, rule: metric.evidence.first?.rule ?? metric.measure.rawValue,
      condition: Self.condition([("period", metric.period != nil), ("unlisted", metric.subject.hasPrefix("new:"))]))
  }

  public init(_ fact: ModelFact, language: ArticleLanguage) {
    self.init(
      kind: "model_fact", language: language.rawValue, rule: fact.evidence.first?.rule ?? fact.relation.rawValue,
      condition: Self.condition([("again", fact.evidence.count > 1), ("unlisted", fact.model.hasPrefix("new:") || fact.object.hasPrefix("new:"))]))
  }

  private static func condition(_ flags: [(String, Bool)]) -> String {
    let told = flags.filter(\.1).map(\.0)
    return told.isEmpty ? "plain" : told.joined(separator: "+")
  }
}

extension CalibrationTable {
  /// Gives each fact of an article its measured confidence; the values of a deal are no surer than the deal.
  func apply(to facts: inout ArticleFacts) {
    let language = facts.article.language
    for index in facts.deals.indices {
      guard let sure = confidence(Key(facts.deals[index], language: language)) else { continue }
      facts.deals[index].confidence = sure
      facts.deals[index].values = facts.deals[index].values?.map { value in
        ClaimValue(attribute: value.attribute, value: value.value, confidence: sure, evidence: value.evidence)
      }
    }
    for index in facts.metrics.indices {
      if let sure = confidence(Key(facts.metrics[index], language: language)) { facts.metrics[index].confidence = sure }
    }
    for index in facts.modelFacts.indices {
      if let sure = confidence(Key(facts.modelFacts[index], language: language)) { facts.modelFacts[index].confidence = sure }
    }
  }
}
