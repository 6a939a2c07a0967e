import Facts
import Language
import Quantities

/// A value on its way into a claim, with its proof and what it competed against.
struct BoundQuantity {
  let quantity: Int
  let score: Int
}

/// One event with roles, before claims of one deal are merged.
struct RawClaim {
  var type: DealType
  var parties: [(reference: PartyReference, role: Role, path: ArgumentPath)]
  var reading: StatusReading
  var frame: Frame
  var sentence: Int
  var item: Int
  var isHeadline: Bool
  var trigger: Span
  var amounts: [BoundQuantity] = []
  var restated: [Int] = []
  var stake: Int?
  var durations: [Int] = []
  var capacities: [Int] = []
  var announcedOn: Int?
  var startsOn: Int?
  var endsOn: Int?
  var round: (name: String, span: Span)?
  var chips: [(id: String, span: Span)] = []
  var models: [(id: String, span: Span)] = []
  var products: [(id: String, span: Span)] = []
  /// Lacks a side: can only add to a fuller telling in the same item.
  var isPartial = false
  /// Its parties are only the two that the sentence names: worth nothing without a stake.
  var isPair = false
  /// 「このうち甲社が50億円を出資した」: an investor's own amount in a round.
  var isPart = false
  /// 共同開発: all partners at once.
  var isJoint = false
  var isCumulative = false
  var rate: String?
  var confidence: Int

  /// Type was read from a bare 契約, 提携: may become more exact.
  var isGeneric: Bool { frame.type == nil || type == .partnership }

  var isConcluded: Bool { reading.stage.statusClass == .confirmed }

  /// Tells only that something is in use.
  var tellsUse: Bool { frame.needs.contains(.use) }

  /// `Acme, backed by Bolt`: an investor of old, no round.
  var isStanding: Bool { type == .equityInvestment && frame.id == "en.back" && stake == nil }

  func companies(in role: Role) -> [String] {
    parties.filter { $0.role == role }.map { $0.reference.company }
  }

  var companySet: Set<String> { Set(parties.map { $0.reference.company }) }
}
