import Facts
import Language

/// How one trigger tells a deal: which phrase holds which party, and what the deal is then.
///
/// A row of `frames.tsv`. `出資する`: investor ガ・ハ, investee ニ. The roles of a frame may be abstract (`buyer`,
/// `seller`, `party`): the deal's type, read from what is sold, makes them customer and supplier, licensee and licensor …
struct Frame: Sendable {
  enum Shape: String, Sendable { case verb, noun, both }

  /// A role that a slot gives before the type is known.
  enum Slot: Hashable, Sendable {
    case role(Role)
    case buyer, seller, party

    init?(_ word: String) {
      switch word {
      case "buyer": self = .buyer
      case "seller": self = .seller
      case "party": self = .party
      default:
        guard let role = Role(rawValue: word) else { return nil }
        self = .role(role)
      }
    }
  }

  enum Need: Hashable, Sendable {
    /// No company stands in this case: 「日本に投資」, not 「乙社に投資」.
    case noCompany(CaseMarker)
    /// Where the syntax names nobody, the two companies that the sentence names, in their order, with a stake.
    case pair
    /// Only adds parties to a deal that the same item tells: 「甲社が参加した」.
    case joins
    /// One of these words, a chip or a number of chips: hardware is what it is about.
    case goods([String])
    /// A country, region or town is what it goes to.
    case place
    /// Both sides stand in the sentence itself: nothing is taken from a topic.
    case explicit
    /// Not a need but a licence: a name that nobody listed may fill its slots.
    case names
    /// The topic is one of the partners.
    case topic
    /// The other side may be the article's topic: 「乙社は大株主だ」.
    case about
    /// Tells that something is in use, not that it was agreed: gives way to any deal of the same two.
    case use
    /// The use stands: 「活用している」, or a word tells where in the business it is.
    case standing
    /// A company stands in this case or in the の before it: 「乙財団に参画」.
    case with(CaseMarker)
    /// A sum in the sentence is not what was paid.
    case noSum
    /// One side is told by a product or a model: 「ソラチャットを活用」.
    case product
    /// One side is a cloud by its name: AWS, Azure.
    case cloud
    /// The trigger's own phrase stands in this case: 「乙社の支援で」.
    case marker(CaseMarker)
    /// A sum of money bound to the event.
    case amount
    /// A sum, a stake, a number of shares.
    case size
    /// The round has a name: Series C, Seed.
    case round
    /// At least this many parties.
    case parties(Int)
    /// One of these words in the clause, or compounded with the trigger.
    case word([String])
    /// None of these words in the clause.
    case without([String])
    /// None of these words in what is acted on: 「半導体を調達する」 raises no money.
    case notObject([String])
    /// The parties stand in two cases of the clause: `A and B joined an initiative` joins them to nobody.
    case sides
    /// A company stands in this case.
    case company(CaseMarker)
    /// One of these words in what is acted on: `put a data center in Ohio`.
    case object([String])
  }

  let id: String
  let language: ArticleLanguage
  let triggers: [String]
  let shape: Shape
  /// `nil`: a contract whose type is read from what is sold.
  let type: DealType?
  let slots: [CaseMarker: Slot]
  let passiveSlots: [CaseMarker: Slot]
  /// For an event noun: what its の, による, への … hold.
  let nounSlots: [CaseMarker: Slot]
  /// Company compounded before the event noun: `Arm買収`.
  let compoundSlot: Slot?
  let needs: [Need]
  let status: DealStatus
  /// Before calibration: how often such a sentence is a deal, in thousandths.
  let prior: Int
  let example: String
  let counterExample: String

  /// Companies that no list holds are taken from its slots.
  var takesUnknown: Bool { needs.contains(.names) }

  /// Its triggers say 契約, not 提携: something is sold.
  var isContract: Bool { type == nil && id.contains("contract") }

  init(_ row: RuleTable.Row) throws {
    id = row["id"]
    guard let language = ArticleLanguage(rawValue: row["lang"]) else { throw row.fail("unknown language “\(row["lang"])”") }
    self.language = language
    triggers = row.list("triggers")
    guard !id.isEmpty, !triggers.isEmpty else { throw row.fail("a frame needs an id and at least one trigger") }
    guard let shape = Shape(rawValue: row["shape"]) else { throw row.fail("shape is verb, noun or both, not “\(row["shape"])”") }
    self.shape = shape
    if row["type"] == "contract" {
      type = nil
    } else {
      guard let type = DealType(rawValue: row["type"]) else { throw row.fail("unknown deal type “\(row["type"])”") }
      self.type = type
    }
    slots = try Frame.slots(row, "slots")
    passiveSlots = try Frame.slots(row, "passive")
    nounSlots = try Frame.slots(row, "noun")
    if row["compound"].isEmpty {
      compoundSlot = nil
    } else {
      guard let slot = Slot(row["compound"]) else { throw row.fail("unknown role “\(row["compound"])”") }
      compoundSlot = slot
    }
    needs = try row["needs"].split(separator: ";").map { try Frame.need(String($0), row) }
    guard let status = DealStatus(rawValue: row["status"]) else { throw row.fail("unknown status “\(row["status"])”") }
    self.status = status
    guard let prior = Int(row["prior"]), (0...1000).contains(prior) else { throw row.fail("prior is 0 to 1000") }
    self.prior = prior
    example = row["example"]
    counterExample = row["counterexample"]
  }

  /// `ga|ha=investor;ni=investee`
  private static func slots(_ row: RuleTable.Row, _ column: String) throws -> [CaseMarker: Slot] {
    var result: [CaseMarker: Slot] = [:]
    for assignment in row[column].split(separator: ";") {
      let sides = assignment.split(separator: "=")
      guard sides.count == 2, let slot = Slot(String(sides[1])) else {
        throw row.fail("\(column): “\(assignment)” is not marker|marker=role")
      }
      for word in sides[0].split(separator: "|") {
        guard let marker = CaseMarker(rawValue: String(word)) else { throw row.fail("\(column): unknown marker “\(word)”") }
        result[marker] = slot
      }
    }
    return result
  }

  private static func need(_ text: String, _ row: RuleTable.Row) throws -> Need {
    if text == "amount" { return .amount }
    if text == "size" { return .size }
    if text == "round" { return .round }
    if text == "topic" { return .topic }
    if text == "names" { return .names }
    if text == "pair" { return .pair }
    if text == "place" { return .place }
    if text == "joins" { return .joins }
    if text == "sides" { return .sides }
    if text.hasPrefix("goods:") { return .goods(text.dropFirst(6).split(separator: "|").map { String($0) }) }
    if text == "explicit" { return .explicit }
    if text.hasPrefix("nocompany:"), let marker = CaseMarker(rawValue: String(text.dropFirst(10))) { return .noCompany(marker) }
    if text.hasPrefix("company:"), let marker = CaseMarker(rawValue: String(text.dropFirst(8))) { return .company(marker) }
    if text == "about" { return .about }
    if text.hasPrefix("with:"), let marker = CaseMarker(rawValue: String(text.dropFirst(5))) { return .with(marker) }
    if text == "use" { return .use }
    if text == "standing" { return .standing }
    if text == "nosum" { return .noSum }
    if text == "product" { return .product }
    if text == "cloud" { return .cloud }
    if text.hasPrefix("marker:"), let marker = CaseMarker(rawValue: String(text.dropFirst(7))) { return .marker(marker) }
    if text.hasPrefix("parties:"), let count = Int(text.dropFirst(8)) { return .parties(count) }
    if text.hasPrefix("word:") { return .word(text.dropFirst(5).split(separator: "|").map { String($0) }) }
    if text.hasPrefix("object:") { return .object(text.dropFirst(7).split(separator: "|").map { String($0) }) }
    if text.hasPrefix("notobject:") { return .notObject(text.dropFirst(10).split(separator: "|").map { String($0) }) }
    if text.hasPrefix("without:") { return .without(text.dropFirst(8).split(separator: "|").map { String($0) }) }
    throw row.fail("unknown need “\(text)”")
  }
}
