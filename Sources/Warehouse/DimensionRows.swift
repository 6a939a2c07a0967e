public import Facts

/// The reference entities as the warehouse takes them from the catalogue: plain values, current as of today, plus dated
/// changes. Rows may come in any order.
///
/// An id that facts name and no row has becomes an inferred member, completed in place once its row comes.
public struct DimensionRows: Sendable {
  public struct Company: Sendable, Codable, Equatable {
    public var id: String
    public var nameEN: String
    public var nameJA: String?
    public var nameZH: String?
    public var kind: String?
    /// ISO 3166, two letters.
    public var country: String?
    public var founded: String?
    public var ticker: String?
    public var website: String?
    public var parent: String?
    public var isDiscovered: Bool

    public init(
      id: String, nameEN: String, nameJA: String? = nil, nameZH: String? = nil, kind: String? = nil,
      country: String? = nil, founded: String? = nil, ticker: String? = nil, website: String? = nil,
      parent: String? = nil, isDiscovered: Bool = false
    ) {
      self.id = id
      self.nameEN = nameEN
      self.nameJA = nameJA
      self.nameZH = nameZH
      self.kind = kind
      self.country = country
      self.founded = founded
      self.ticker = ticker
      self.website = website
      self.parent = parent
      self.isDiscovered = isDiscovered
    }
  }

  public struct Model: Sendable, Codable, Equatable {
    public var id: String
    public var name: String
    public var family: String?
    public var version: String?
    public var developer: String?
    public var firstRelease: String?
    public var kind: String?
    public var openWeights: Bool?
    public var parameters: ExactDecimal?
    public var isDiscovered: Bool

    public init(
      id: String, name: String, family: String? = nil, version: String? = nil, developer: String? = nil,
      firstRelease: String? = nil, kind: String? = nil, openWeights: Bool? = nil, parameters: ExactDecimal? = nil,
      isDiscovered: Bool = false
    ) {
      self.id = id
      self.name = name
      self.family = family
      self.version = version
      self.developer = developer
      self.firstRelease = firstRelease
      self.kind = kind
      self.openWeights = openWeights
      self.parameters = parameters
      self.isDiscovered = isDiscovered
    }
  }

  public struct Chip: Sendable, Codable, Equatable {
    public var id: String
    public var name: String
    public var family: String?
    public var vendor: String?
    public var kind: String?
    public var announced: String?
    public var processNM: ExactDecimal?
    public var memoryGB: ExactDecimal?
    public var isDiscovered: Bool

    public init(
      id: String, name: String, family: String? = nil, vendor: String? = nil, kind: String? = nil,
      announced: String? = nil, processNM: ExactDecimal? = nil, memoryGB: ExactDecimal? = nil, isDiscovered: Bool = false
    ) {
      self.id = id
      self.name = name
      self.family = family
      self.vendor = vendor
      self.kind = kind
      self.announced = announced
      self.processNM = processNM
      self.memoryGB = memoryGB
      self.isDiscovered = isDiscovered
    }
  }

  public struct Product: Sendable, Codable, Equatable {
    public var id: String
    public var name: String
    public var vendor: String?
    public var kind: String?
    public var isDiscovered: Bool

    public init(id: String, name: String, vendor: String? = nil, kind: String? = nil, isDiscovered: Bool = false) {
      self.id = id
      self.name = name
      self.vendor = vendor
      self.kind = kind
      self.isDiscovered = isDiscovered
    }
  }

  public struct Person: Sendable, Codable, Equatable {
    public var id: String
    public var nameEN: String
    public var nameJA: String?
    public var nameZH: String?
    public var company: String?
    public var role: String?
    public var isDiscovered: Bool

    public init(
      id: String, nameEN: String, nameJA: String? = nil, nameZH: String? = nil, company: String? = nil,
      role: String? = nil, isDiscovered: Bool = false
    ) {
      self.id = id
      self.nameEN = nameEN
      self.nameJA = nameJA
      self.nameZH = nameZH
      self.company = company
      self.role = role
      self.isDiscovered = isDiscovered
    }
  }

  /// A row of `changes.csv`: from a day on an attribute of an entity has a value. `parent` of `activision` is
  /// `microsoft` from 2023-10-13 on. Before the first change an attribute has the value of the change with no day, else none.
  public struct Change: Sendable, Codable, Equatable {
    public var type: EntityType
    public var id: String
    /// Column of the catalogue: `name_en`, `parent_id`, `kind` …
    public var attribute: String
    public var value: String?
    /// First day of the value; `nil` for the value before the first change.
    public var from: PartialDate?

    public init(type: EntityType, id: String, attribute: String, value: String?, from: PartialDate?) {
      self.type = type
      self.id = id
      self.attribute = attribute
      self.value = value
      self.from = from
    }
  }

  /// A row of `renames.csv`: what facts call `new:…` is a row of the catalogue now.
  public struct Rename: Sendable, Codable, Equatable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  public var companies: [Company]
  public var models: [Model]
  public var chips: [Chip]
  public var products: [Product]
  public var people: [Person]
  public var changes: [Change]
  public var renames: [Rename]

  public init(
    companies: [Company] = [], models: [Model] = [], chips: [Chip] = [], products: [Product] = [], people: [Person] = [],
    changes: [Change] = [], renames: [Rename] = []
  ) {
    self.companies = companies
    self.models = models
    self.chips = chips
    self.products = products
    self.people = people
    self.changes = changes
    self.renames = renames
  }

  /// Whether an id is a company's, a model's … : what a metric's subject is.
  func subjectTypes() -> [String: EntityType] {
    var types: [String: EntityType] = [:]
    for row in people { types[row.id] = .person }
    for row in products { types[row.id] = .product }
    for row in chips { types[row.id] = .chip }
    for row in models { types[row.id] = .model }
    for row in companies { types[row.id] = .company }
    return types
  }
}
