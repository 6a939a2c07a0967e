public import Facts

/// One figure as an article tells it, with what its article adds.
public struct ToldMetric: Sendable, Codable, Equatable {
  public let reference: ClaimReference
  public private(set) var metric: Metric
  /// Day of publication.
  let day: Int?
  /// Key of the article that stands for this one and its near-duplicates.
  public var representative: String

  init(_ facts: ArticleFacts, _ index: Int, representative: String) {
    reference = ClaimReference(article: facts.article.key, index: index)
    metric = facts.metrics[index]
    day = facts.article.publishedOn?.dayNumber
    self.representative = representative
  }

  /// What resolving takes.
  var withoutEvidence: ToldMetric {
    var told = self
    told.metric.evidence = []
    return told
  }

  func of(_ representative: String) -> ToldMetric {
    var told = self
    told.representative = representative
    return told
  }
}

/// One relation of a model as an article tells it.
public struct ToldModelFact: Sendable, Codable, Equatable {
  public let reference: ClaimReference
  public private(set) var fact: ModelFact
  public var representative: String

  init(_ facts: ArticleFacts, _ index: Int, representative: String) {
    reference = ClaimReference(article: facts.article.key, index: index)
    fact = facts.modelFacts[index]
    self.representative = representative
  }

  /// What resolving takes.
  var withoutEvidence: ToldModelFact {
    var told = self
    told.fact.evidence = []
    return told
  }

  func of(_ representative: String) -> ToldModelFact {
    var told = self
    told.representative = representative
    return told
  }
}

/// Sources numbered in canonical order, so that what is summed over them does not depend on anything but the set.
struct SourceNumbers {
  private let numbers: [String: Int]

  init(_ representatives: [String]) {
    numbers = Dictionary(Set(representatives).sorted().enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
  }

  subscript(_ representative: String) -> Int { numbers[representative] ?? -1 }
}
