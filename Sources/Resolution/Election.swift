import Facts

/// Which of several told values of one attribute the consensus takes, and why not the others.
///
/// No majority vote: copies do not add, and a value is judged in this order:
/// a misprint loses · a party's own word outranks · the later class of stage outranks (concluded, planned, rumoured) ·
/// more independent sources that agree · the more exact value · the surer reading · the later event · canonical order.
struct Election<Value: Hashable> {
  struct Candidate {
    let value: Value
    /// Place in the deal's tellings.
    let telling: Int
    var isSlip = false
    /// How exact the form is: a day over a month, a plain sum over “up to”.
    var exactness = 0
  }

  struct Rival {
    let value: Value
    let tellings: [Int]
    let why: String
    /// Whether it contradicts the winner, or is only a coarser form of the same.
    let contradicts: Bool
  }

  let winner: Value
  /// Tellings that hold the winning value.
  let holders: [Int]
  let rivals: [Rival]

  private struct Group {
    let value: Value
    var tellings: [Int] = []
    var sources: Set<Int> = []
    var isSlip = true
    var isOwn = false
    var stage = 0
    var exactness = 0
    var sureness = 0
    var latest = Int.min
    var support = 0
  }

  /// `nil` without candidates. `agrees` says whether two values can both be right.
  init?(_ candidates: [Candidate], among tellings: [Telling], agrees: (Value, Value) -> Bool) {
    var places: [Value: Int] = [:]
    var groups: [Group] = []
    for candidate in candidates {
      let place = places[candidate.value] ?? groups.count
      if place == groups.count {
        places[candidate.value] = place
        groups.append(Group(value: candidate.value))
      }
      let telling = tellings[candidate.telling]
      groups[place].tellings.append(candidate.telling)
      groups[place].sources.insert(telling.source)
      groups[place].isSlip = groups[place].isSlip && candidate.isSlip
      groups[place].isOwn = groups[place].isOwn || telling.isOwn
      groups[place].stage = max(groups[place].stage, telling.claim.status.statusClass.rank)
      groups[place].exactness = max(groups[place].exactness, candidate.exactness)
      groups[place].sureness = max(groups[place].sureness, telling.claim.confidence.thousandths)
      groups[place].latest = max(groups[place].latest, telling.eventDay ?? Int.min)
    }
    guard !groups.isEmpty else { return nil }
    for place in groups.indices {
      var sources = groups[place].sources
      for other in groups where other.value != groups[place].value && !other.isSlip && agrees(other.value, groups[place].value) {
        sources.formUnion(other.sources)
      }
      groups[place].support = sources.count
    }
    var best = 0
    for place in groups.indices.dropFirst() where Election.difference(groups[place], groups[best])?.isBetter == true { best = place }
    let chosen = groups[best]
    winner = chosen.value
    holders = chosen.tellings
    rivals = groups.indices.filter { $0 != best }.map { place in
      let agreed = agrees(groups[place].value, chosen.value)
      let why = Election.difference(chosen, groups[place])?.reason ?? "later in order"
      return Rival(
        value: groups[place].value, tellings: groups[place].tellings, why: why,
        contradicts: !agreed && !groups[place].isSlip && groups[place].stage == chosen.stage)
    }
  }

  /// The first criterion in which two groups differ; `nil` where none does.
  private static func difference(_ left: Group, _ right: Group) -> (isBetter: Bool, reason: String)? {
    if left.isSlip != right.isSlip { return (!left.isSlip, "slip") }
    if left.isOwn != right.isOwn { return (left.isOwn, "outranked") }
    if left.stage != right.stage { return (left.stage > right.stage, "earlier stage") }
    if left.support != right.support { return (left.support > right.support, "fewer sources") }
    if left.exactness != right.exactness { return (left.exactness > right.exactness, "less exact") }
    if left.sources.count != right.sources.count { return (left.sources.count > right.sources.count, "fewer sources") }
    if left.sureness != right.sureness { return (left.sureness > right.sureness, "less sure") }
    if left.latest != right.latest { return (left.latest > right.latest, "earlier report") }
    return nil
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
