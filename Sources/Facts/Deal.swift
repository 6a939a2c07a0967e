/// One claim's place: the article that told it, and its index in the article's `deals` (or `metrics`, `model_facts`).
public struct ClaimReference: Hashable, Sendable, Codable, Comparable {
  /// `ArticleReference.key`.
  public var article: String
  public var index: Int

  public init(article: String, index: Int) {
    self.article = article
    self.index = index
  }

  public static func < (left: ClaimReference, right: ClaimReference) -> Bool {
    (left.article, left.index) < (right.article, right.index)
  }
}

/// One real-world deal: every claim that tells it, and what they agree on. An accumulating snapshot.
public struct Deal: Sendable, Codable, Equatable {
  /// Natural key: SHA-256 over the sorted claim references, lower-case hexadecimal.
  public var key: String
  /// In canonical order.
  public var claims: [ClaimReference]
  public var type: DealType
  public var status: DealStatus
  public var nature: DealNature
  /// May be added up with other deals: false for sums that cover other deals, parts of a told whole, standing relations.
  public var isAdditive: Bool
  public var parties: [DealParty]
  public var amount: Money?
  /// The range over all claims in the currency of the consensus amount.
  public var amountLow: ExactDecimal?
  public var amountHigh: ExactDecimal?
  public var amountUSD: ExactDecimal?
  /// Which day's rate: `announced`, `first_claim`, `period_mean`, `peg`, `same_currency`.
  public var usdBasis: String?
  public var restated: [Money]
  public var stakePercent: ExactDecimal?
  public var round: String?
  public var durationMonths: Int?
  public var capacity: [Capacity]
  public var chips: [String]
  public var models: [String]
  public var products: [String]
  public var rumoredOn: PartialDate?
  public var announcedOn: PartialDate?
  public var signedOn: PartialDate?
  public var completedOn: PartialDate?
  public var terminatedOn: PartialDate?
  public var startsOn: PartialDate?
  public var endsOn: PartialDate?
  public var confidence: Confidence
  /// Near-duplicates and chains of quotation count once.
  public var independentSources: Int
  public var conflicts: [DealConflict]
  public var values: [ResolvedValue]
  public var relations: [DealRelation]
  public var history: [DealChange]

  public init(key: String, claims: [ClaimReference], type: DealType, status: DealStatus, confidence: Confidence) {
    self.key = key
    self.claims = claims
    self.type = type
    self.status = status
    self.nature = .event
    self.isAdditive = true
    self.parties = []
    self.restated = []
    self.capacity = []
    self.chips = []
    self.models = []
    self.products = []
    self.confidence = confidence
    self.independentSources = 1
    self.conflicts = []
    self.values = []
    self.relations = []
    self.history = []
  }
}

public struct DealParty: Hashable, Sendable, Codable {
  public var company: String
  public var role: Role
  /// Fraction of the deal within its role; the shares of one role sum to 1.
  public var share: ExactDecimal
  public var isShareStated: Bool

  public init(company: String, role: Role, share: ExactDecimal, isShareStated: Bool) {
    self.company = company
    self.role = role
    self.share = share
    self.isShareStated = isShareStated
  }
}

/// Values of one attribute that contradict each other, or an arithmetic that does not come out.
public struct DealConflict: Hashable, Sendable, Codable {
  public var attribute: DealAttribute
  /// `values` (sources differ), `slip` (a magnitude misprint), `arithmetic` (rate × years, stake × valuation, tranches).
  public var kind: String
  public var detail: String
  public var claims: [ClaimReference]

  public init(attribute: DealAttribute, kind: String, detail: String, claims: [ClaimReference]) {
    self.attribute = attribute
    self.kind = kind
    self.detail = detail
    self.claims = claims
  }
}

/// One claim's value of one attribute, and whether the consensus took it.
public struct ResolvedValue: Hashable, Sendable, Codable {
  public var claim: ClaimReference
  /// Index in `DealClaim.values`.
  public var valueIndex: Int
  public var isChosen: Bool
  /// Why the consensus did not take it: `copy`, `outranked`, `earlier stage`, `slip`, `less exact` …
  public var whyNot: String?

  public init(claim: ClaimReference, valueIndex: Int, isChosen: Bool, whyNot: String?) {
    self.claim = claim
    self.valueIndex = valueIndex
    self.isChosen = isChosen
    self.whyNot = whyNot
  }
}

public struct DealRelation: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case partOf = "part_of"
    case amends
    case coveredBy = "covered_by"
    case succeeds
  }

  public var kind: Kind
  /// `Deal.key` of the other deal.
  public var other: String

  public init(kind: Kind, other: String) {
    self.kind = kind
    self.other = other
  }
}

/// One change of a deal's consensus, in the order of publication.
public struct DealChange: Hashable, Sendable, Codable {
  /// Day of publication of the claim that brought the change; `nil` for undated articles, which come last.
  public var on: PartialDate?
  public var attribute: DealAttribute
  public var old: String?
  public var new: String
  public var claim: ClaimReference

  public init(on: PartialDate?, attribute: DealAttribute, old: String?, new: String, claim: ClaimReference) {
    self.on = on
    self.attribute = attribute
    self.old = old
    self.new = new
    self.claim = claim
  }
}

/// One subject × measure × period × unit, over all the figures told.
public struct ResolvedMetric: Sendable, Codable, Equatable {
  public var key: String
  public var subject: String
  public var measure: Measure
  public var unit: String
  public var period: String?
  public var value: ExactDecimal
  public var low: ExactDecimal
  public var high: ExactDecimal
  public var qualifier: Qualifier
  public var independentSources: Int
  public var confidence: Confidence
  public var claims: [ClaimReference]

  public init(
    key: String, subject: String, measure: Measure, unit: String, period: String?, value: ExactDecimal,
    low: ExactDecimal, high: ExactDecimal, qualifier: Qualifier, independentSources: Int, confidence: Confidence,
    claims: [ClaimReference]
  ) {
    self.key = key
    self.subject = subject
    self.measure = measure
    self.unit = unit
    self.period = period
    self.value = value
    self.low = low
    self.high = high
    self.qualifier = qualifier
    self.independentSources = independentSources
    self.confidence = confidence
    self.claims = claims
  }
}

/// One model × relation × object, over all articles.
public struct ResolvedModelFact: Sendable, Codable, Equatable {
  public var key: String
  public var model: String
  public var relation: ModelRelation
  public var object: String
  public var status: DealStatus?
  public var independentSources: Int
  public var confidence: Confidence
  public var claims: [ClaimReference]

  public init(
    key: String, model: String, relation: ModelRelation, object: String, status: DealStatus?, independentSources: Int,
    confidence: Confidence, claims: [ClaimReference]
  ) {
    self.key = key
    self.model = model
    self.relation = relation
    self.object = object
    self.status = status
    self.independentSources = independentSources
    self.confidence = confidence
    self.claims = claims
  }
}
