import Facts

/// Turns claims into records. A name's number follows from the name alone, so that records of two sets compare.
struct ClaimReader {
  private let tree: CompanyTree
  private var currencies: CurrencyTable
  private var rounds: [String: ClaimRecord.Round?] = [:]
  private var companies: [String: (company: Int, house: Int, isRare: Bool)] = [:]
  private var casts: Set<ClaimRecord.Cast> = []
  private var amounts: Set<[ComparableAmount]> = []

  init(tree: CompanyTree, rates: ExchangeRates) {
    self.tree = tree
    currencies = CurrencyTable(rates)
  }

  /// Numbered by their places.
  mutating func records(of articles: [ArticleFacts]) -> ClaimRecords {
    var result = ClaimRecords()
    var places: [ClaimContent: Int32] = [:]
    for (number, facts) in articles.enumerated() { append(facts, number: number, to: &result, &places) }
    return result
  }

  /// Appends the claims of one article, its contents once each.
  mutating func append(
    _ facts: ArticleFacts, number: Int, to result: inout ClaimRecords, _ places: inout [ClaimContent: Int32]
  ) {
    let start = result.records.count
    let published = facts.article.publishedOn?.dayNumber.map { Int32(clamping: $0) }
    for (index, claim) in facts.deals.enumerated() {
      let content = content(of: claim, published: facts.article.publishedOn)
      let place = places[content] ?? Int32(result.contents.count)
      if place == result.contents.count {
        places[content] = place
        result.contents.append(content)
      }
      result.records.append(
        ClaimRecord(
          article: Int32(number), index: Int32(index), content: place, published: published, words: ClaimRecord.Words(claim)))
    }
    noteContrasts(start, in: &result)
  }

  private func noteContrasts(_ start: Int, in result: inout ClaimRecords) {
    let own = start..<result.records.count
    if own.count < 2 { return }
    for one in own {
      let houses = result.contents[Int(result.records[one].content)].houses
      result.records[one].isContrasted = own.contains { other in
        other != one && shared(houses, result.contents[Int(result.records[other].content)].houses) >= min(2, houses.count)
      }
    }
  }

  private mutating func content(of claim: DealClaim, published: PartialDate?) -> ClaimContent {
    let reference = claim.announcedOn ?? published
    var told: [ComparableAmount] = []
    for money in [claim.amount].compactMap({ $0 }) + (claim.restated ?? []) {
      told.append(ComparableAmount(money, dollarsPerUnit: currencies.dollarsPerUnit(money.currency, near: reference)))
    }
    let terms = ClaimContent.Terms(
      type: claim.type, status: claim.status, nature: ClaimReader.nature(of: claim), isPart: claim.partOf != nil,
      durationMonths: claim.durationMonths.map { Int32(clamping: $0) }, announced: .init(claim.announcedOn), starts: .init(claim.startsOn),
      ends: .init(claim.endsOn), round: claim.round.flatMap { round($0) }, stake: claim.stakePercent?.approximate)
    return ClaimContent(
      terms, cast(of: claim), amounts: told.isEmpty ? [] : amounts.insert(told).memberAfterInsert,
      capacities: (claim.capacity ?? []).map(ClaimRecord.Size.init), chips: ids(claim.chips), models: ids(claim.models),
      products: ids(claim.products))
  }

  private mutating func cast(of claim: DealClaim) -> ClaimRecord.Cast {
    var members: [ClaimRecord.Member] = []
    var rare: [Int] = []
    for party in claim.parties {
      let known = company(party.company)
      members.append(ClaimRecord.Member(company: known.company, house: known.house, role: party.role))
      if known.isRare { rare.append(known.house) }
    }
    if let house = members.first?.house, members.allSatisfy({ $0.house == house }), Set(members.map(\.company)).count > 1 {
      // A deal inside one house: its members are the counterparties.
      members = members.map { ClaimRecord.Member(company: $0.company, house: $0.company, role: $0.role) }
    }
    members.sort { ($0.house, $0.company, $0.role.rawValue) < ($1.house, $1.company, $1.role.rawValue) }
    return casts.insert(ClaimRecord.Cast(members, rareHouses: distinct(rare))).memberAfterInsert
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

  private mutating func round(_ name: String) -> ClaimRecord.Round? {
    if let known = rounds[name] { return known }
    let canonical = ClaimRecord.Round(name)
    rounds[name] = canonical
    return canonical
  }

  private func ids(_ names: [String]) -> [Int] {
    names.isEmpty ? [] : distinct(names.map { StableHash.number(of: EntityName.comparable($0)) })
  }
}
