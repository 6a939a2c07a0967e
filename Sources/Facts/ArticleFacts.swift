/// All that one article tells: one line of `kawaraban.facts/1`.
///
/// Offsets are Unicode scalars into `article.text`. The coding keys are the JSON Lines form of the blueprint;
/// unknown fields are ignored on reading, so that later versions stay readable.
public struct ArticleFacts: Sendable, Codable, Equatable {
  public static let schemaName = "kawaraban.facts/1"

  public var schema: String
  public var article: ArticleReference
  public var extractor: ExtractorVersion
  public var entities: [EntityMention]
  public var deals: [DealClaim]
  public var modelFacts: [ModelFact]
  public var metrics: [Metric]

  public init(
    article: ArticleReference, extractor: ExtractorVersion, entities: [EntityMention] = [], deals: [DealClaim] = [],
    modelFacts: [ModelFact] = [], metrics: [Metric] = []
  ) {
    self.schema = Self.schemaName
    self.article = article
    self.extractor = extractor
    self.entities = entities
    self.deals = deals
    self.modelFacts = modelFacts
    self.metrics = metrics
  }

  enum CodingKeys: String, CodingKey {
    case schema, article, extractor, entities, deals, metrics
    case modelFacts = "model_facts"
  }
}

/// The article that facts come from.
public struct ArticleReference: Sendable, Codable, Equatable {
  public var uri: String
  public var canonical: String?
  public var title: String?
  public var language: ArticleLanguage
  public var publishedOn: PartialDate?
  public var modifiedOn: PartialDate?
  public var publisher: String?
  public var sha256: String
  /// Only with `extract --with-text`.
  public var text: String?
  /// Near-duplicate signature over folded shingles (see `Articles`), 16 hexadecimal digits a hash; absent for short texts.
  public var signature: [String]?

  public init(
    uri: String, canonical: String? = nil, title: String? = nil, language: ArticleLanguage,
    publishedOn: PartialDate? = nil, modifiedOn: PartialDate? = nil, publisher: String? = nil, sha256: String,
    text: String? = nil, signature: [String]? = nil
  ) {
    self.uri = uri
    self.canonical = canonical
    self.title = title
    self.language = language
    self.publishedOn = publishedOn
    self.modifiedOn = modifiedOn
    self.publisher = publisher
    self.sha256 = sha256
    self.text = text
    self.signature = signature
  }

  /// What the article is known by: its canonical address, else the hash of its bytes.
  public var key: String { canonical ?? "sha256:" + sha256 }

  enum CodingKeys: String, CodingKey {
    case uri, canonical, title, language, publisher, sha256, text, signature
    case publishedOn = "published_on"
    case modifiedOn = "modified_on"
  }
}

/// What made the facts: promises 1 to 3 hold within one such version.
public struct ExtractorVersion: Sendable, Codable, Hashable {
  public var version: String
  public var catalog: String
  public var rules: String
  /// Hash of the MeCab dictionary.
  public var dictionary: String?

  public init(version: String, catalog: String, rules: String, dictionary: String? = nil) {
    self.version = version
    self.catalog = catalog
    self.rules = rules
    self.dictionary = dictionary
  }
}

/// One entity that the article names, with every place.
public struct EntityMention: Sendable, Codable, Equatable {
  public struct Place: Sendable, Codable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String
    /// `title` where the offsets count in the article's title.
    public var part: Evidence.Part?

    public init(span: ScalarSpan, text: String, part: Evidence.Part? = nil) {
      self.start = span.start
      self.end = span.end
      self.text = text
      self.part = part
    }

    enum CodingKeys: String, CodingKey {
      case start, end, text
      case part = "in"
    }
  }

  public var type: EntityType
  /// Catalogue id, or `new:SURFACE` for an entity that the catalogue lacks.
  public var id: String
  public var name: String
  public var mentions: [Place]
  /// For discovered entities: how sure; absent for catalogue rows linked without doubt.
  public var confidence: Confidence?

  public init(type: EntityType, id: String, name: String, mentions: [Place], confidence: Confidence? = nil) {
    self.type = type
    self.id = id
    self.name = name
    self.mentions = mentions
    self.confidence = confidence
  }
}

/// The characters that say so, and the rule that read them.
public struct Evidence: Sendable, Codable, Hashable {
  public enum Part: String, Sendable, Codable { case title }

  public var start: Int
  public var end: Int
  public var text: String
  public var rule: String
  /// `title` where the offsets count in the article's title instead of its text.
  public var part: Part?

  public init(span: ScalarSpan, text: String, rule: String, part: Part? = nil) {
    self.start = span.start
    self.end = span.end
    self.text = text
    self.rule = rule
    self.part = part
  }

  public var span: ScalarSpan { ScalarSpan(start, end) }

  enum CodingKeys: String, CodingKey {
    case start, end, text, rule
    case part = "in"
  }
}

/// A probability in thousandths, rounded once, so that it compares and stores exactly. In JSON a number: `0.93`.
public struct Confidence: Hashable, Sendable, Comparable, Codable {
  public let thousandths: Int

  public init(thousandths: Int) {
    self.thousandths = min(1000, max(0, thousandths))
  }

  public init(_ probability: Double) {
    self.init(thousandths: Int((probability * 1000).rounded()))
  }

  public var probability: Double { Double(thousandths) / 1000 }

  public static func < (left: Confidence, right: Confidence) -> Bool { left.thousandths < right.thousandths }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Double.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(probability)
  }
}

/// A sum of money as told, with the interval that its qualifier means.
public struct Money: Sendable, Codable, Hashable {
  public var value: ExactDecimal
  /// ISO 4217.
  public var currency: String
  public var qualifier: Qualifier
  /// Bounds where the text gives a range (`3〜5億ドル`, `数十億ドル`); both inclusive.
  public var lower: ExactDecimal?
  public var upper: ExactDecimal?
  /// `year`, `month` … where the figure is a rate.
  public var period: String?
  /// The figure adds up several payments.
  public var cumulative: Bool?

  public init(
    value: ExactDecimal, currency: String, qualifier: Qualifier = .exact, lower: ExactDecimal? = nil,
    upper: ExactDecimal? = nil, period: String? = nil, cumulative: Bool? = nil
  ) {
    self.value = value
    self.currency = currency
    self.qualifier = qualifier
    self.lower = lower
    self.upper = upper
    self.period = period
    self.cumulative = cumulative
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    value = try container.decode(ExactDecimal.self, forKey: .value)
    currency = try container.decode(String.self, forKey: .currency)
    qualifier = try container.decodeIfPresent(Qualifier.self, forKey: .qualifier) ?? .exact
    lower = try container.decodeIfPresent(ExactDecimal.self, forKey: .lower)
    upper = try container.decodeIfPresent(ExactDecimal.self, forKey: .upper)
    period = try container.decodeIfPresent(String.self, forKey: .period)
    cumulative = try container.decodeIfPresent(Bool.self, forKey: .cumulative)
  }
}

/// The size of a deal in units other than money: watts, chips.
public struct Capacity: Sendable, Codable, Hashable {
  public var value: ExactDecimal
  /// `watt`, `count`.
  public var unit: String
  public var qualifier: Qualifier?

  public init(value: ExactDecimal, unit: String, qualifier: Qualifier? = nil) {
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
  }
}

public struct Party: Sendable, Codable, Hashable {
  /// Catalogue id of a company, or `new:SURFACE`.
  public var company: String
  public var role: Role
  /// A share that the text states, in percent.
  public var sharePercent: ExactDecimal?

  public init(company: String, role: Role, sharePercent: ExactDecimal? = nil) {
    self.company = company
    self.role = role
    self.sharePercent = sharePercent
  }

  enum CodingKeys: String, CodingKey {
    case company, role
    case sharePercent = "share_percent"
  }
}

/// One deal as told by one article.
public struct DealClaim: Sendable, Codable, Equatable {
  public var type: DealType
  public var status: DealStatus
  /// What the article is about, as against its background.
  public var main: Bool
  public var parties: [Party]
  public var amount: Money?
  /// The same sum told in other currencies.
  public var restated: [Money]?
  public var stakePercent: ExactDecimal?
  public var round: String?
  public var durationMonths: Int?
  public var announcedOn: PartialDate?
  public var startsOn: PartialDate?
  public var endsOn: PartialDate?
  public var capacity: [Capacity]?
  public var chips: [String]
  public var models: [String]
  public var products: [String]
  public var nature: DealNature?
  /// Index in the article's `deals` of the deal that this one is a part of (an investor's own amount in a round).
  public var partOf: Int?
  /// Who says so, where the article names a source other than itself.
  public var attributedTo: String?
  /// The implied exchange rate of amount and restatement is off by more than 12 %.
  public var slip: Bool?
  public var confidence: Confidence
  public var evidence: [Evidence]
  /// Every stated attribute with the characters and the rule behind it: no cell without proof.
  public var values: [ClaimValue]?

  public init(type: DealType, status: DealStatus, main: Bool, parties: [Party], confidence: Confidence, evidence: [Evidence]) {
    self.type = type
    self.status = status
    self.main = main
    self.parties = parties
    self.chips = []
    self.models = []
    self.products = []
    self.confidence = confidence
    self.evidence = evidence
  }

  enum CodingKeys: String, CodingKey {
    case type, status, main, parties, amount, restated, round, capacity, chips, models, products, nature, slip
    case confidence, evidence, values
    case stakePercent = "stake_percent"
    case durationMonths = "duration_months"
    case announcedOn = "announced_on"
    case startsOn = "starts_on"
    case endsOn = "ends_on"
    case partOf = "part_of"
    case attributedTo = "attributed_to"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(DealType.self, forKey: .type)
    status = try container.decode(DealStatus.self, forKey: .status)
    main = try container.decodeIfPresent(Bool.self, forKey: .main) ?? false
    parties = try container.decodeIfPresent([Party].self, forKey: .parties) ?? []
    amount = try container.decodeIfPresent(Money.self, forKey: .amount)
    restated = try container.decodeIfPresent([Money].self, forKey: .restated)
    stakePercent = try container.decodeIfPresent(ExactDecimal.self, forKey: .stakePercent)
    round = try container.decodeIfPresent(String.self, forKey: .round)
    durationMonths = try container.decodeIfPresent(Int.self, forKey: .durationMonths)
    announcedOn = try container.decodeIfPresent(PartialDate.self, forKey: .announcedOn)
    startsOn = try container.decodeIfPresent(PartialDate.self, forKey: .startsOn)
    endsOn = try container.decodeIfPresent(PartialDate.self, forKey: .endsOn)
    capacity = try container.decodeIfPresent([Capacity].self, forKey: .capacity)
    chips = try container.decodeIfPresent([String].self, forKey: .chips) ?? []
    models = try container.decodeIfPresent([String].self, forKey: .models) ?? []
    products = try container.decodeIfPresent([String].self, forKey: .products) ?? []
    nature = try container.decodeIfPresent(DealNature.self, forKey: .nature)
    partOf = try container.decodeIfPresent(Int.self, forKey: .partOf)
    attributedTo = try container.decodeIfPresent(String.self, forKey: .attributedTo)
    slip = try container.decodeIfPresent(Bool.self, forKey: .slip)
    confidence = try container.decodeIfPresent(Confidence.self, forKey: .confidence) ?? Confidence(1)
    evidence = try container.decodeIfPresent([Evidence].self, forKey: .evidence) ?? []
    values = try container.decodeIfPresent([ClaimValue].self, forKey: .values)
  }
}

/// One value of one attribute of one claim, with its own proof.
public struct ClaimValue: Sendable, Codable, Hashable {
  public var attribute: DealAttribute
  /// The value in canonical text: `38000000000 USD`, `customer openai`, `84`, `2025-11-03`.
  public var value: String
  public var confidence: Confidence
  public var evidence: Evidence

  public init(attribute: DealAttribute, value: String, confidence: Confidence, evidence: Evidence) {
    self.attribute = attribute
    self.value = value
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// A relation of a model (or, for `chip_by`, of a chip) to a company, chip or model.
public struct ModelFact: Sendable, Codable, Equatable {
  public var model: String
  public var relation: ModelRelation
  public var object: String
  public var claimedBy: String?
  public var status: DealStatus?
  public var confidence: Confidence?
  public var evidence: [Evidence]

  public init(
    model: String, relation: ModelRelation, object: String, claimedBy: String? = nil, status: DealStatus? = nil,
    confidence: Confidence? = nil, evidence: [Evidence]
  ) {
    self.model = model
    self.relation = relation
    self.object = object
    self.claimedBy = claimedBy
    self.status = status
    self.confidence = confidence
    self.evidence = evidence
  }

  enum CodingKeys: String, CodingKey {
    case model, relation, object, status, confidence, evidence
    case claimedBy = "claimed_by"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    model = try container.decode(String.self, forKey: .model)
    relation = try container.decode(ModelRelation.self, forKey: .relation)
    object = try container.decode(String.self, forKey: .object)
    claimedBy = try container.decodeIfPresent(String.self, forKey: .claimedBy)
    status = try container.decodeIfPresent(DealStatus.self, forKey: .status)
    confidence = try container.decodeIfPresent(Confidence.self, forKey: .confidence)
    evidence = try container.decodeIfPresent([Evidence].self, forKey: .evidence) ?? []
  }
}

/// One figure on a company, a country, the industry or a model that belongs to no deal.
public struct Metric: Sendable, Codable, Equatable {
  /// Company or model id, ISO 3166 country, `world` or `industry`.
  public var subject: String
  public var measure: Measure
  public var value: ExactDecimal
  /// ISO 4217, `percent`, `count`, `watt`, `times`, `months`.
  public var unit: String
  /// `2024`, `2025-Q3`, `annual`, `target 2026`, `forecast 2030` …
  public var period: String?
  public var qualifier: Qualifier?
  public var lower: ExactDecimal?
  public var upper: ExactDecimal?
  public var confidence: Confidence?
  public var evidence: [Evidence]

  public init(
    subject: String, measure: Measure, value: ExactDecimal, unit: String, period: String? = nil,
    qualifier: Qualifier? = nil, lower: ExactDecimal? = nil, upper: ExactDecimal? = nil,
    confidence: Confidence? = nil, evidence: [Evidence]
  ) {
    self.subject = subject
    self.measure = measure
    self.value = value
    self.unit = unit
    self.period = period
    self.qualifier = qualifier
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
    self.evidence = evidence
  }

  enum CodingKeys: String, CodingKey {
    case subject, measure, value, unit, period, qualifier, lower, upper, confidence, evidence
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    subject = try container.decode(String.self, forKey: .subject)
    measure = try container.decode(Measure.self, forKey: .measure)
    value = try container.decode(ExactDecimal.self, forKey: .value)
    unit = try container.decode(String.self, forKey: .unit)
    period = try container.decodeIfPresent(String.self, forKey: .period)
    qualifier = try container.decodeIfPresent(Qualifier.self, forKey: .qualifier)
    lower = try container.decodeIfPresent(ExactDecimal.self, forKey: .lower)
    upper = try container.decodeIfPresent(ExactDecimal.self, forKey: .upper)
    confidence = try container.decodeIfPresent(Confidence.self, forKey: .confidence)
    evidence = try container.decodeIfPresent([Evidence].self, forKey: .evidence) ?? []
  }
}
