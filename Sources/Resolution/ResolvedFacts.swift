public import Facts

/// What a set of articles tells, one entry per real deal, figure and relation: `Resolver`'s answer.
public struct ResolvedFacts: Sendable, Equatable {
  /// In the order of their keys.
  public var deals: [Deal]
  public var metrics: [ResolvedMetric]
  public var modelFacts: [ResolvedModelFact]
  /// For each article that has near-duplicates, itself included, the key of the one that stands for them.
  public var representatives: [String: String]

  public init(
    deals: [Deal] = [], metrics: [ResolvedMetric] = [], modelFacts: [ResolvedModelFact] = [],
    representatives: [String: String] = [:]
  ) {
    self.representatives = representatives
    self.deals = deals
    self.metrics = metrics
    self.modelFacts = modelFacts
  }
}
