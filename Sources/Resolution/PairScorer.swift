import Facts

/// Lays one claim beside another: which rows of `PairFeature` hold, and whether a veto does.
struct PairScorer {
  /// Two houses with so many different tellings between them have more than one deal: their names alone say little.
  static let busy = 14

  private let busyBlocks: Set<Int64>

  init(busyBlocks: Set<Int64> = []) { self.busyBlocks = busyBlocks }

  func assess(_ one: Assertion, _ other: Assertion) -> PairAssessment {
    let left = one.content
    let right = other.content
    var result = PairAssessment()
    let amounts = ComparableAmount.agreement(left.amounts, right.amounts)
    compareParties(left, right, amounts: amounts, into: &result)
    compareKinds(left, right, into: &result)
    compare(amounts, left, right, into: &result)
    compareTimes(left, right, into: &result)
    compareTerms(left, right, into: &result)
    compareNatures(left, right, into: &result)
    if let days = one.daysApart(from: other) {
      if days <= 10 {
        result.note(.publishedTogether)
      } else if days <= 60 {
        result.note(.publishedNear)
      } else if days > 400 {
        result.note(.publishedFar)
      }
    }
    if toldBeforehand(one, other) || toldBeforehand(other, one) { result.note(.toldBeforehand) }
    if one.sharesArticles(with: other) { result.note(.sameArticle) }
    if one.sharesWords(with: other) { result.note(.sameWords) }
    return result
  }

  // MARK: parties

  private func compareParties(
    _ left: ClaimContent, _ right: ClaimContent, amounts: ComparableAmount.Agreement, into result: inout PairAssessment
  ) {
    let common = shared(left.houses, right.houses)
    if common == 0 {
      result.veto = .strangers
      return
    }
    let sameSum = amounts >= .compatible
    let oneSided = left.houses.count == 1 || right.houses.count == 1
    if left.type == .publicOffering, right.type == .publicOffering {
      result.note(.sameCompanies)
      result.note(.onceOnly)
    } else if left.houses.count == 1, right.houses.count == 1 {
      result.note(.sameSoleParty)
    } else if oneSided {
      result.note(.oneSided)
    } else if common >= 2 {
      result.note(sameCompanies(left, right) >= 2 ? .sameCompanies : .sameHouses)
      if common >= 3 { result.note(.furtherParty) }
      if common >= 4 { result.note(.furtherParties) }
    }
    if shared(left.rareHouses, right.rareHouses) > 0 { result.note(.rareParty) }
    if left.type == .partnership || right.type == .partnership, !oneSided, isBusy(left, right) { result.note(.busyPair) }
    if !oneSided, common < max(left.houses.count, right.houses.count), left.names(.partner), right.names(.partner) {
      result.note(.missingPartner)
    }
    if left.type == .acquisition, right.type == .acquisition, sameTarget(left, right) { result.note(.onceOnly) }
    if !sameSum, left.isSharedRound && right.isOwnPart || right.isSharedRound && left.isOwnPart { result.note(.partAgainstRound) }
    if left.isWholeRound && right.isSingleInvestor || right.isWholeRound && left.isSingleInvestor {
      result.note(.roundAgainstInvestor)
    }

    if opposite(left, right) { result.veto = .direction }
    let sameRound = left.round != nil && left.round == right.round
    for side in Side.allCases where disjoint(left, right, on: side) {
      // Investors and lenders of one round are told by different articles in different selections.
      if side.isPlural, sameSum || sameRound { continue }
      result.veto = .counterparty
    }
    if !oneSided, common < 2, !(sameSum || sameRound) { result.veto = .counterparty }
  }

  private func sameCompanies(_ left: ClaimContent, _ right: ClaimContent) -> Int {
    var count = 0
    for member in left.members where right.members.contains(where: { $0.company == member.company }) { count += 1 }
    return count
  }

  /// Every pair of houses that both claims name, and are blocked by, is a busy one.
  private func isBusy(_ left: ClaimContent, _ right: ClaimContent) -> Bool {
    if busyBlocks.isEmpty { return false }
    let common = left.houses.prefix(Blocking.widestConsortium).filter(right.houses.prefix(Blocking.widestConsortium).contains)
    guard common.count >= 2 else { return false }
    for (position, one) in common.enumerated() {
      for other in common.dropFirst(position + 1) where !busyBlocks.contains(Blocking.Key(.houses, one, other).number) { return false }
    }
    return true
  }

  private func sameTarget(_ left: ClaimContent, _ right: ClaimContent) -> Bool {
    left.members.contains { one in one.role == .target && right.members.contains { $0.role == .target && $0.company == one.company } }
  }

  private func opposite(_ left: ClaimContent, _ right: ClaimContent) -> Bool {
    for one in left.members {
      guard let side = Side(one.role) else { continue }
      for other in right.members where other.house == one.house {
        guard let there = Side(other.role) else { continue }
        if side.opposes(there), !right.members.contains(where: { $0.house == one.house && Side($0.role) == side }) { return true }
      }
    }
    return false
  }

  private func disjoint(_ left: ClaimContent, _ right: ClaimContent, on side: Side) -> Bool {
    var here = false
    var there = false
    for member in left.members where Side(member.role) == side {
      here = true
      for other in right.members where Side(other.role) == side {
        there = true
        if other.house == member.house { return false }
      }
    }
    return here && there
  }

  // MARK: kind, amount

  private func compareKinds(_ left: ClaimContent, _ right: ClaimContent, into result: inout PairAssessment) {
    switch TypeKinship.between(left.type, right.type) {
    case .same:
      result.note(.sameType)
      if left.type == .partnership { result.note(.vagueType) }
    case .related: result.note(.relatedType)
    case .unrelated: result.note(.unrelatedType)
    }
  }

  private func compare(
    _ amounts: ComparableAmount.Agreement, _ left: ClaimContent, _ right: ClaimContent, into result: inout PairAssessment
  ) {
    switch amounts {
    case .equal: result.note(.amountsEqual)
    case .converted: result.note(.amountsConverted)
    case .compatible: result.note(.amountsCompatible)
    case .near:
      // A round grows while it is being told; an investor's own part does not grow into the round.
      if left.isWholeRound, right.isWholeRound {
        result.note(.roundsNear)
      } else {
        result.note(left.houses.count > 1 && right.houses.count > 1 ? .amountsNear : .amountsDiffer)
      }
    case .within:
      let isOpen = left.status.statusClass != .confirmed || right.status.statusClass != .confirmed
      result.note(left.isWholeRound && right.isWholeRound && isOpen ? .roundsRevised : .amountsDiffer)
    case .slip: result.note(.amountsSlip)
    case .different: result.note(.amountsDiffer)
    case .incomparable: break
    }
    if result.holds(.amountsDiffer), settled(left, right, amounts) { result.note(.settledSumsDiffer) }
  }

  /// Both tell of something concluded, whose sum changes no more. What an investor puts in is told in parts and in all, so
  /// only sums that are far apart count there; whole rounds grow until they close.
  private func settled(_ left: ClaimContent, _ right: ClaimContent, _ amounts: ComparableAmount.Agreement) -> Bool {
    guard left.type == right.type, left.status.statusClass == .confirmed, right.status.statusClass == .confirmed else { return false }
    switch left.type {
    case .publicOffering: return false
    case .equityInvestment: return amounts == .different && !left.isWholeRound && !right.isWholeRound
    default: return true
    }
  }

  // MARK: time

  private func compareTimes(_ left: ClaimContent, _ right: ClaimContent, into result: inout PairAssessment) {
    if let here = left.announced, let there = right.announced {
      let span = max(here.last, there.last) - min(here.first, there.first)
      let distance = here.distance(to: there)
      if distance > 400 {
        result.note(.yearsApart)
      } else if distance > 45 {
        result.note(.monthsApart)
      } else if span <= 2 {
        result.note(.sameDay)
      } else if span <= 46 {
        result.note(.sameMonth)
      } else if distance == 0 {
        result.note(.sameYear)
      }
    }
  }

  /// All articles of `one` came out before the day that `other` gives for the announcement: days before, a concluded
  /// deal cannot be that one; most of a year before, no plan or rumour is.
  private func toldBeforehand(_ one: Assertion, _ other: Assertion) -> Bool {
    guard let told = one.lastPublished, let announced = other.content.announced, one.content.announced == nil else { return false }
    return told < announced.first - (one.content.status.statusClass == .confirmed ? 3 : 300)
  }

  // MARK: terms

  private func compareTerms(_ left: ClaimContent, _ right: ClaimContent, into result: inout PairAssessment) {
    if let here = left.durationMonths, let there = right.durationMonths {
      if abs(here - there) <= 1 { result.note(.sameDuration) } else { result.veto = result.veto ?? .duration }
    }
    if let here = left.round, let there = right.round {
      if here == there { result.note(.sameRound) } else if here.contradicts(there) { result.veto = result.veto ?? .round }
    }
    if let here = left.stake, let there = right.stake {
      result.note(abs(here - there) <= 0.6 ? .sameStake : .otherStake)
    }
    compareCapacities(left.capacities, right.capacities, into: &result)
    if let here = left.terms.starts, let there = right.terms.starts, here.overlaps(there) { result.note(.sameStart) }
    if let here = left.terms.ends, let there = right.terms.ends { result.note(here.overlaps(there) ? .sameEnd : .otherEnd) }
    if shared(left.chips, right.chips) > 0 { result.note(.sharedChip) }
    if shared(left.models, right.models) > 0 { result.note(.sharedModel) }
    if shared(left.products, right.products) > 0 {
      result.note(.sharedProduct)
    } else if !left.products.isEmpty, !right.products.isEmpty {
      result.note(.otherProducts)
    }
  }

  private func compareCapacities(_ left: [ClaimRecord.Size], _ right: [ClaimRecord.Size], into result: inout PairAssessment) {
    if left.isEmpty || right.isEmpty { return }
    var same = false
    var other = false
    for one in left {
      for two in right where one.unit == two.unit {
        if PairScorer.sizesAgree(one.value, two.value) { same = true } else { other = true }
      }
    }
    if same { result.note(.sameCapacity) } else if other { result.note(.otherCapacity) }
  }

  static func capacitiesAgree(_ left: Capacity, _ right: Capacity) -> Bool {
    sizesAgree(left.value.approximate, right.value.approximate)
  }

  private static func sizesAgree(_ here: Double, _ there: Double) -> Bool {
    here > 0 && there > 0 && max(here, there) / min(here, there) <= 1.1
  }

  // MARK: nature

  private func compareNatures(_ left: ClaimContent, _ right: ClaimContent, into result: inout PairAssessment) {
    switch (left.nature, right.nature) {
    case (.standing, .standing): result.note(left.isThin == right.isThin ? .bothStanding : .vagueStanding)
    case (.standing, .event), (.event, .standing): result.note(.standingAgainstEvent)
    case (.cumulative, .cumulative), (.event, .event): break
    default: result.note(.cumulativeAgainstEvent)
    }
    if (left.status == .speculated) != (right.status == .speculated) { result.note(.guessAgainstReport) }
    let failed = [left.status, right.status].filter { $0 == .terminated }.count
    if failed == 1, left.status.statusClass == .confirmed || right.status.statusClass == .confirmed {
      result.note(.failedAgainstConcluded)
    }
  }
}

/// The two sides of a deal, for vetoes; roles that stand on no side (`partner`, `seller`) are `nil`.
enum Side: CaseIterable {
  case buyer, seller, acquirer, target, investor, investee, licensee, licensor, borrower, lender, issuer

  init?(_ role: Role) {
    switch role {
    case .customer: self = .buyer
    case .provider, .supplier: self = .seller
    case .acquirer: self = .acquirer
    case .target: self = .target
    case .investor: self = .investor
    case .investee: self = .investee
    case .licensee: self = .licensee
    case .licensor: self = .licensor
    case .borrower: self = .borrower
    case .lender: self = .lender
    case .issuer: self = .issuer
    case .partner, .seller, .venture, .builder, .financier: return nil
    }
  }

  /// Several stand here in one deal, and articles name some of them.
  var isPlural: Bool { self == .investor || self == .lender }

  private var gives: Bool {
    switch self {
    case .buyer, .acquirer, .investor, .licensee, .lender: true
    case .seller, .target, .investee, .licensor, .borrower, .issuer: false
    }
  }

  private var trade: Int {
    switch self {
    case .buyer, .seller: 0
    case .acquirer, .target: 1
    case .investor, .investee: 2
    case .licensee, .licensor: 3
    case .borrower, .lender: 4
    case .issuer: 5
    }
  }

  func opposes(_ other: Side) -> Bool { trade == other.trade && gives != other.gives }
}

/// How many numbers two ascending lists share.
func shared(_ left: [Int], _ right: [Int]) -> Int {
  var count = 0
  var here = 0
  var there = 0
  while here < left.count, there < right.count {
    if left[here] == right[there] {
      count += 1
      here += 1
      there += 1
    } else if left[here] < right[there] {
      here += 1
    } else {
      there += 1
    }
  }
  return count
}
