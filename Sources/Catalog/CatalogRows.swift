// The rows of the catalogue, a struct a file of `data/catalog`. Empty cells are `nil`: unknown, never zero.

/// A company, an institute, a ministry, a fund: whatever can be party of a deal.
public struct Company: Sendable, Hashable {
  public let id: String
  public let nameEN: String
  public let nameJA: String?
  public let nameZH: String?
  public let kind: String
  /// ISO 3166-1 alpha-2, or `EU`.
  public let country: String?
  public let parentID: String?
  public let founded: String?
  /// `EXCHANGE:SYMBOL`.
  public let ticker: String?
  public let website: String?
  public let wikidata: String?
}

/// A model, or a family of models (a row whose notes begin with `family`).
public struct Model: Sendable, Hashable {
  public let id: String
  public let name: String
  /// Name of the family, as its row spells it.
  public let family: String?
  public let version: String?
  public let developerID: String?
  public let firstRelease: String?
  public let kind: String
  public let openWeights: Bool?
  public let parameters: String?
  public let notes: String?
}

/// One good that a company sells, whatever the trade of its row: Google sells `cloud` and `chip`.
public struct Sale: Sendable, Hashable {
  public let companyID: String
  public let good: String
}

public struct Chip: Sendable, Hashable {
  public let id: String
  public let name: String
  public let family: String?
  public let vendorID: String?
  public let kind: String
  public let announced: String?
  public let processNM: String?
  public let memoryGB: String?
}

public struct Product: Sendable, Hashable {
  public let id: String
  public let name: String
  public let vendorID: String?
  public let kind: String
}

public struct Person: Sendable, Hashable {
  public let id: String
  public let nameEN: String
  public let nameJA: String?
  public let nameZH: String?
  public let companyID: String?
  public let role: String?
}
