public import Facts
public import Resolution

/// What the facts are resolved by.
public struct ResolutionRules: Sendable {
  public var companies: CompanyTree
  public var rates: ExchangeRates
  /// Version of the program and of the rates: another one refreshes everything, even where nothing landed.
  public var version: String

  public init(companies: CompanyTree, rates: ExchangeRates, version: String) {
    self.companies = companies
    self.rates = rates
    self.version = version
  }

  func resolver(busyBlocks: Set<Int64> = []) -> ComponentResolver {
    ComponentResolver(companies: companies, rates: rates, busyBlocks: busyBlocks)
  }
}
