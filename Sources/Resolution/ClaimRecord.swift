import Facts

/// One claim boiled down to what comparing it with another needs; names are interned, dates are day numbers.
struct ClaimRecord {
  /// A party as compared: the company, the house it belongs to, its role.
  struct Member: Hashable {
    let company: Int
    let house: Int
    let role: Role
  }

  /// A date as the days that it can mean.
  struct Days: Hashable {
    let first: Int
    let last: Int

    init(first: Int, last: Int) {
      self.first = first
      self.last = last
    }

    init?(_ date: PartialDate?) {
      guard let first = date?.earliest?.dayNumber, let last = date?.latest?.dayNumber else { return nil }
      self.first = first
      self.last = last
    }

    func overlaps(_ other: Days) -> Bool { first <= other.last && other.first <= last }

    /// Days between the nearest ends; 0 where they overlap.
    func distance(to other: Days) -> Int { max(0, first - other.last, other.first - last) }
  }

  /// All that is compared; claims of equal content tell the same.
  struct Content: Hashable {
    let type: DealType
    let status: DealStatus
    let nature: DealNature
    let isPart: Bool
    let members: [Member]
    /// Distinct houses, ascending.
    let houses: [Int]
    /// Houses that are in no catalogue: such names are rare, so sharing one says more.
    let rareHouses: [Int]
    let amounts: [ComparableAmount]
    let announced: Days?
    let starts: Days?
    let ends: Days?
    let durationMonths: Int?
    let round: String?
    let stake: ExactDecimal?
    let capacities: [Capacity]
    let chips: [Int]
    let models: [Int]
    let products: [Int]
  }

  /// A claim's words of proof, as a fingerprint of their folded form.
  struct Words: Hashable {
    let hash: UInt64
    /// Bytes; short words prove no copy.
    let count: Int

    init(hash: UInt64, count: Int) {
      self.hash = hash
      self.count = count
    }

    init(_ claim: DealClaim) {
      let folded = claim.evidence.first.map { EntityName.folded($0.text) } ?? ""
      // FNV-1a.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in folded.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      self.hash = hash
      count = folded.utf8.count
    }

    /// Long enough that two articles with the same words copy one another.
    var proveCopy: Bool { count >= 24 }
    var areTelling: Bool { count >= 12 }
  }

  /// Place of the article in `ArticleSet`, and of the claim in its deals.
  let article: Int
  let index: Int
  /// Place of what it says in `ClaimRecords.contents`: claims of equal content share one.
  let content: Int
  let published: Int?
  /// The article tells another deal between these houses, so that this one stands against it.
  var isContrasted = false
  /// The words of the first evidence.
  let words: Words

}

/// The claims of a set, in canonical order, and the distinct things that they say.
struct ClaimRecords {
  var records: [ClaimRecord] = []
  var contents: [ClaimRecord.Content] = []
}

extension ClaimRecord.Content {
  /// Nothing but parties, type and status: such a telling fits many deals.
  var isThin: Bool {
    amounts.isEmpty && announced == nil && durationMonths == nil && round == nil && stake == nil && capacities.isEmpty
  }

  func names(_ role: Role) -> Bool { members.contains { $0.role == role } }

  /// A funding round told without its investors.
  var isWholeRound: Bool { type == .equityInvestment && !names(.investor) }

  /// One investor's stake or part.
  var isSingleInvestor: Bool { type == .equityInvestment && members.count { $0.role == .investor } == 1 }

  /// What one investor puts in, as told by a sum of its own.
  var isOwnPart: Bool { isSingleInvestor && !amounts.isEmpty }

  /// A round of several named investors.
  var isSharedRound: Bool { type == .equityInvestment && members.count { $0.role == .investor } > 1 }

  /// The sum is a total over several payments.
  var isCumulative: Bool { nature == .cumulative }
}

/// Turns claims into records. A name's number follows from the name alone, so that records of two sets compare.
struct ClaimReader {
  private let tree: CompanyTree
  private var currencies: CurrencyTable
  private var contents: [ClaimRecord.Content: Int] = [:]
  private var rounds: [String: String?] = [:]
  private var companies: [String: (company: Int, house: Int, isRare: Bool)] = [:]

  init(tree: CompanyTree, rates: ExchangeRates) {
    self.tree = tree
    currencies = CurrencyTable(rates)
  }

  mutating func records(of articles: [ArticleFacts]) -> ClaimRecords {
    var result = ClaimRecords()
    contents.removeAll(keepingCapacity: true)
    for (ordinal, facts) in articles.enumerated() {
      let start = result.records.count
      for (index, claim) in facts.deals.enumerated() {
        let content = content(of: claim, published: facts.article.publishedOn)
        let place = contents[content] ?? result.contents.count
        if place == result.contents.count {
          contents[content] = place
          result.contents.append(content)
        }
        result.records.append(
          ClaimRecord(
            article: ordinal, index: index, content: place, published: facts.article.publishedOn?.dayNumber,
            words: ClaimRecord.Words(claim)))
      }
      noteContrasts(start, in: &result)
    }
    return result
  }

  private func noteContrasts(_ start: Int, in result: inout ClaimRecords) {
    let own = start..<result.records.count
    for one in own {
      let houses = result.contents[result.records[one].content].houses
      result.records[one].isContrasted = own.contains { other in
        other != one && shared(houses, result.contents[result.records[other].content].houses) >= min(2, houses.count)
      }
    }
  }

  private mutating func content(of claim: DealClaim, published: PartialDate?) -> ClaimRecord.Content {
    var members: [ClaimRecord.Member] = []
    var rare: [Int] = []
    for party in claim.parties {
      let known = company(party.company)
      members.append(ClaimRecord.Member(company: known.company, house: known.house, role: party.role))
      if known.isRare { rare.append(known.house) }
    }
    if Set(members.map(\.house)).count == 1, Set(members.map(\.company)).count > 1 {
      // A deal inside one house: its members are the counterparties.
      members = members.map { ClaimRecord.Member(company: $0.company, house: $0.company, role: $0.role) }
    }
    members.sort { ($0.house, $0.company, $0.role.rawValue) < ($1.house, $1.company, $1.role.rawValue) }
    let reference = claim.announcedOn ?? published
    var told: [ComparableAmount] = []
    for money in [claim.amount].compactMap({ $0 }) + (claim.restated ?? []) {
      told.append(ComparableAmount(money, dollarsPerUnit: currencies.dollarsPerUnit(money.currency, near: reference)))
    }
    return ClaimRecord.Content(
      type: claim.type, status: claim.status, nature: ClaimReader.nature(of: claim),
      isPart: claim.partOf != nil, members: members, houses: distinct(members.map(\.house)), rareHouses: distinct(rare),
      amounts: told, announced: .init(claim.announcedOn), starts: .init(claim.startsOn), ends: .init(claim.endsOn),
      durationMonths: claim.durationMonths, round: claim.round.flatMap { round($0) }, stake: claim.stakePercent,
      capacities: claim.capacity ?? [], chips: ids(claim.chips), models: ids(claim.models), products: ids(claim.products))
  }

  /// What the claim says, else what its status and amount imply.
  static func nature(of claim: DealClaim) -> DealNature {
    if let nature = claim.nature { return nature }
    if claim.amount?.cumulative == true { return .cumulative }
    return claim.status == .ongoing ? .standing : .event
  }

  private mutating func company(_ id: String) -> (company: Int, house: Int, isRare: Bool) {
    if let known = companies[id] { return known }
    let comparable = EntityName.comparable(id)
    let entry = (
      company: StableHash.number(of: comparable), house: StableHash.number(of: tree.house(of: comparable)), isRare: comparable.hasPrefix("new:")
    )
    companies[id] = entry
    return entry
  }

  private mutating func round(_ name: String) -> String? {
    if let known = rounds[name] { return known }
    let canonical = RoundName.canonical(name)
    rounds[name] = canonical
    return canonical
  }

  private func ids(_ names: [String]) -> [Int] {
    names.isEmpty ? [] : distinct(names.map { StableHash.number(of: EntityName.comparable($0)) })
  }
}

func distinct(_ numbers: [Int]) -> [Int] {
  var result = numbers.sorted()
  var kept = 0
  for number in result where kept == 0 || result[kept - 1] != number {
    result[kept] = number
    kept += 1
  }
  result.removeLast(result.count - kept)
  return result
}
