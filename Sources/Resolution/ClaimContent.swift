import Facts

/// All that is compared of a claim; claims of equal content tell the same.
///
/// A class, since claims are laid side by side millions of times and a million of them share far fewer contents.
final class ClaimContent: Sendable {
  /// What is told once, in one piece, so that it compares and hashes as one value.
  struct Terms: Hashable {
    var type: DealType
    var status: DealStatus
    var nature: DealNature
    var isPart = false
    var durationMonths: Int32?
    var announced: ClaimRecord.Days?
    var starts: ClaimRecord.Days?
    var ends: ClaimRecord.Days?
    var round: ClaimRecord.Round?
    /// Percent.
    var stake: Double?
  }

  let terms: Terms
  let cast: ClaimRecord.Cast
  let amounts: [ComparableAmount]
  let capacities: [ClaimRecord.Size]
  let chips: [Int]
  let models: [Int]
  let products: [Int]

  init(
    _ terms: Terms, _ cast: ClaimRecord.Cast, amounts: [ComparableAmount], capacities: [ClaimRecord.Size] = [], chips: [Int] = [],
    models: [Int] = [], products: [Int] = []
  ) {
    self.terms = terms
    self.cast = cast
    self.amounts = amounts
    self.capacities = capacities
    self.chips = chips
    self.models = models
    self.products = products
  }

  var type: DealType { terms.type }
  var status: DealStatus { terms.status }
  var nature: DealNature { terms.nature }
  var members: [ClaimRecord.Member] { cast.members }
  var houses: [Int] { cast.houses }
  var rareHouses: [Int] { cast.rareHouses }
  var announced: ClaimRecord.Days? { terms.announced }
  var round: ClaimRecord.Round? { terms.round }
  var durationMonths: Int? { terms.durationMonths.map(Int.init) }
  var stake: Double? { terms.stake }

  /// Nothing but parties, type and status: such a telling fits many deals.
  var isThin: Bool {
    amounts.isEmpty && terms.announced == nil && terms.durationMonths == nil && terms.round == nil && terms.stake == nil
      && capacities.isEmpty
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

extension ClaimContent: Hashable {
  static func == (left: ClaimContent, right: ClaimContent) -> Bool {
    left === right
      || left.terms == right.terms && left.cast == right.cast && left.amounts == right.amounts && left.capacities == right.capacities
        && left.chips == right.chips && left.models == right.models && left.products == right.products
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(cast)
    hasher.combine(terms)
    for amount in amounts { hasher.combine(amount.value) }
  }
}
