public import Facts

/// What the resolution made of all current facts: the input of the mart.
public struct MartContent: Sendable {
  public struct ExchangeRate: Sendable, Equatable {
    public var currency: String
    public var on: PartialDate
    public var usdPerUnit: ExactDecimal
    /// `daily`, `peg`, `annual_mean`, `identity`.
    public var basis: String

    public init(currency: String, on: PartialDate, usdPerUnit: ExactDecimal, basis: String) {
      self.currency = currency
      self.on = on
      self.usdPerUnit = usdPerUnit
      self.basis = basis
    }
  }

  public var deals: [Deal]
  public var metrics: [ResolvedMetric]
  public var modelFacts: [ResolvedModelFact]
  /// For an article with near-duplicates the key of the one that represents them; its own for that one.
  public var representatives: [String: String]
  public var rates: [ExchangeRate]

  public init(
    deals: [Deal], metrics: [ResolvedMetric], modelFacts: [ResolvedModelFact], representatives: [String: String] = [:],
    rates: [ExchangeRate] = []
  ) {
    self.deals = deals
    self.metrics = metrics
    self.modelFacts = modelFacts
    self.representatives = representatives
    self.rates = rates
  }
}
