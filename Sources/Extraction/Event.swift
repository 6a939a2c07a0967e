import Facts
import Language

/// A company that stands in a slot, and how it got there.
struct PartyReference: Hashable {
  let company: String
  let span: Span
  let confidence: Confidence
  /// Named by its product, or meant by 同社: worth less than its own name.
  let isDerived: Bool
  /// Named by a chip: it sells hardware, it licenses nothing.
  var isChipVendor = false
  /// 甲社や乙社が: named as examples, not as each other's partners.
  var isExample = false
  /// 甲社も: does what another did.
  var isAlso = false
  /// Named by a product whose maker nobody knows: it is bought as the company of that name, and deals in nothing else.
  var isProductName = false
  /// No name of the catalogue, taken for a company by its form: only a slot makes it one.
  var isUnknown = false
  /// Its form alone says company: an ending that organisations have, a coined word with a trade.
  var isStrongName = false
  /// Member of a list with や, commas or slashes, not the subject: each tells a deal of its own.
  var isListedApart = false
  /// Stands in another case of a clause before: never the subject.
  var isOblique = false
  /// Taken over from an earlier sentence.
  var isFromDiscourse = false

  /// No row of the catalogue, found by its form in a slot or in the text.
  var isUnknownName: Bool { company.hasPrefix("new:") }
}

/// How an argument reached its event; earlier ones are surer.
enum ArgumentPath: Int, Comparable {
  case direct, noun, compound, relative, governor, chained, topic

  static func < (left: ArgumentPath, right: ArgumentPath) -> Bool { left.rawValue < right.rawValue }
}

struct Argument {
  let marker: CaseMarker
  let parties: [PartyReference]
  let path: ArgumentPath
  let phrase: Int
}

/// One trigger in one sentence with what its syntax brings: the raw material of a claim.
struct Event {
  let sentence: Int
  let frame: Frame
  let trigger: Span
  let phrase: Int
  let isNoun: Bool
  let isPassive: Bool
  /// 連携: companies do so, and so do programs.
  var isIntegration = false
  /// Only a figure of the deal is told: 買収額, 契約期間.
  var isFigure = false
  /// The trigger's clause modifies a noun.
  var isModifier = false
  var arguments: [Argument]
  /// Who a missing party may be: the topic of a neighbouring clause, then that of the article. Nearest first.
  var fallbacks: [PartyReference] = []
  /// Cases filled in the sentence, by a company or by anything else.
  var markers: Set<CaseMarker> = []
  /// What is acted on where it is no company, as the text has it.
  var object = ""
  /// The act goes to a country, region or town.
  var hasPlace = false
  /// The act goes on: 活用している.
  var isProgressive = false
  /// The case that the trigger's own phrase stands in.
  var marker = CaseMarker.none
  var reading: StatusReading
  /// Words of the clause that tell what is sold or done.
  var words: [String]
  /// Phrases that belong to the event, for binding of quantities: distance by phrase index.
  var scope: [Int: Int]
}

/// The three axes of status, before they are flattened.
struct StatusReading {
  enum Evidence: Int { case stated, reported, guessed }

  var stage: DealStatus
  var evidence: Evidence
  var isDenied: Bool
  var isQuestion: Bool
  var isHypothesis: Bool
  /// A word tells the stage (発表した, 締結した); otherwise it is the frame's default.
  var isExplicit = false
  /// Spoken by somebody else than the text: `Bloomberg`, `関係者`.
  var attribution: String?

  /// denied > speculated > rumored > stage
  var status: DealStatus {
    if isDenied { return .denied }
    switch evidence {
    case .guessed: return .speculated
    case .reported: return stage == .terminated ? .terminated : .rumored
    case .stated: return stage
    }
  }
}
