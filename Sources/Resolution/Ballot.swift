import Facts

/// Which of several told values of one attribute the consensus takes, and why not the others.
///
/// No majority vote: copies do not add, and a value is judged in this order:
/// a misprint loses · a party's own word outranks · the later class of stage outranks (concluded, planned, rumoured) ·
/// more independent sources that agree · the more exact value · the surer reading · the later event · canonical order.
///
/// Voices are added one by one in canonical order, so that a deal's history costs no more than its claims.
struct Ballot<Value: Hashable> {
  /// All that is told of one value.
  struct Group {
    let value: Value
    var tellings: [Int] = []
    var sources = SourceSet()
    var isOwn = false
    var stage = 0
    var exactness = 0
    var sureness = 0
    var latest = Int.min
    /// Every telling of it contradicts itself (see `AmountRule`).
    var isDoubtful = true
  }

  struct Outcome {
    let winner: Int
    /// Why a group lost; `nil` for the winner.
    let reasons: [String?]
    /// Whether a losing group contradicts the winner, as against being an earlier, coarser or mistaken form of it.
    let contradicts: [Bool]
  }

  private(set) var groups: [Group] = []
  /// Values heard so far: while it stands still, so does the outcome.
  private(set) var votes = 0
  private var places: [Value: Int] = [:]

  /// - Parameters:
  ///   - exactness: how exact the form is: a day over a month, a plain sum over “up to”.
  ///   - isDoubtful: the telling contradicts itself.
  mutating func add(_ value: Value, by telling: Telling, at place: Int, exactness: Int = 0, isDoubtful: Bool = false) {
    votes += 1
    let group = places[value] ?? groups.count
    if group == groups.count {
      places[value] = group
      groups.append(Group(value: value))
    }
    groups[group].tellings.append(place)
    groups[group].sources.insert(telling.source)
    if telling.isOwn { groups[group].isOwn = true }
    groups[group].stage = max(groups[group].stage, telling.claim.status.statusClass.rank)
    groups[group].exactness = max(groups[group].exactness, exactness)
    groups[group].sureness = max(groups[group].sureness, telling.claim.confidence.thousandths)
    groups[group].latest = max(groups[group].latest, telling.eventDay ?? Int.min)
    if !isDoubtful { groups[group].isDoubtful = false }
  }

  func group(of value: Value) -> Int? { places[value] }

  /// `nil` where nothing was told. `agrees` says whether two values can both be right; `slips` are groups taken for misprints.
  func outcome(slips: Set<Int> = [], agrees: (Value, Value) -> Bool) -> Outcome? {
    guard !groups.isEmpty else { return nil }
    if groups.count == 1 { return Outcome(winner: 0, reasons: [nil], contradicts: [false]) }
    let standing = groups.indices.map { place in
      Standing(group: groups[place], support: support(place, slips, agrees), isSlip: slips.contains(place))
    }
    var best = 0
    for place in standing.indices.dropFirst() where standing[place].difference(to: standing[best])?.isBetter == true {
      best = place
    }
    var reasons: [String?] = []
    var contradicts: [Bool] = []
    for place in standing.indices {
      let isWinner = place == best
      reasons.append(isWinner ? nil : standing[best].difference(to: standing[place])?.reason ?? "later in order")
      contradicts.append(
        !isWinner && !standing[place].isSlip && groups[place].stage == groups[best].stage
          && !agrees(groups[place].value, groups[best].value))
    }
    return Outcome(winner: best, reasons: reasons, contradicts: contradicts)
  }

  /// Independent sources that tell the value, or another that agrees with it.
  private func support(_ place: Int, _ slips: Set<Int>, _ agrees: (Value, Value) -> Bool) -> Int {
    let agreeing = groups.indices.filter {
      $0 != place && !slips.contains($0) && agrees(groups[$0].value, groups[place].value)
    }
    if agreeing.isEmpty { return groups[place].sources.count }
    var sources = groups[place].sources
    for other in agreeing { sources.formUnion(groups[other].sources) }
    return sources.count
  }

  private struct Standing {
    let group: Group
    let support: Int
    let isSlip: Bool

    /// The first criterion in which two values differ; `nil` where none does.
    func difference(to other: Standing) -> (isBetter: Bool, reason: String)? {
      if isSlip != other.isSlip { return (!isSlip, "slip") }
      if group.isOwn != other.group.isOwn { return (group.isOwn, "outranked") }
      if group.stage != other.group.stage { return (group.stage > other.group.stage, "earlier stage") }
      if support != other.support { return (support > other.support, "fewer sources") }
      if group.exactness != other.group.exactness { return (group.exactness > other.group.exactness, "less exact") }
      let (here, there) = (group.sources.count, other.group.sources.count)
      if here != there { return (here > there, "fewer sources") }
      if group.sureness != other.group.sureness { return (group.sureness > other.group.sureness, "less sure") }
      if group.latest != other.group.latest { return (group.latest > other.group.latest, "earlier report") }
      return nil
    }
  }
}

extension DealStatus.Class {
  /// How far the class is from a rumour; what a denial says of a sum weighs least.
  var rank: Int {
    switch self {
    case .confirmed: 3
    case .prospective: 2
    case .unconfirmed: 1
    case .negative: 0
    }
  }
}
