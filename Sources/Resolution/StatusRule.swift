import Facts

/// Where a deal stands: its latest stage, however the claims came in.
///
/// Rumoured in June, announced in July, closed in August, and an article of September that still calls it rumoured:
/// completed. Stages only advance, except that
/// - a termination ends a deal unless a later claim says that it was concluded after all;
/// - a denial marks a deal that nobody has concluded; it never deletes, and against a concluded deal it is a conflict;
/// - the writer's guess stands only where there is nothing else.
struct StatusRule {
  let status: DealStatus
  /// Tellings that hold the status, and why the others do not.
  let reasons: [Int: String]
  /// Tellings of a denial that the consensus does not follow.
  let overruledDenials: [Int]

  init(_ tellings: [Telling]) {
    let stage = tellings.max { StatusRule.rank($0.claim.status) < StatusRule.rank($1.claim.status) }?.claim.status ?? .announced
    let concluded = tellings.filter { $0.claim.status.statusClass == .confirmed }
    let ended = tellings.filter { $0.claim.status == .terminated }
    let denied = tellings.filter { $0.claim.status == .denied }
    var status = stage
    if !ended.isEmpty, !StatusRule.follows(concluded.filter { $0.claim.status == .completed }, ended) {
      status = .terminated
    } else if !denied.isEmpty, concluded.isEmpty {
      status = .denied
    }
    self.status = status
    var reasons: [Int: String] = [:]
    var overruled: [Int] = []
    for (place, telling) in tellings.enumerated() where telling.claim.status != status {
      switch telling.claim.status {
      case .denied:
        reasons[place] = "concluded"
        if status.statusClass == .confirmed { overruled.append(place) }
      case .terminated: reasons[place] = "later concluded"
      case .speculated: reasons[place] = "a guess"
      default: reasons[place] = status == .denied ? "denied" : "earlier stage"
      }
    }
    self.reasons = reasons
    overruledDenials = overruled
  }

  /// Whether something of `later` is dated after everything dated of `earlier`.
  private static func follows(_ later: [Telling], _ earlier: [Telling]) -> Bool {
    guard let end = earlier.compactMap(\.eventDay).max(), let last = later.compactMap(\.eventDay).max() else { return false }
    return last > end
  }

  /// How far a stage has come; terminated and denied are decided apart.
  static func rank(_ status: DealStatus) -> Int {
    switch status {
    case .denied, .terminated: 0
    case .speculated: 1
    case .rumored: 2
    case .negotiating: 3
    case .planned: 4
    case .announced: 5
    case .ongoing: 6
    case .signed: 7
    case .completed: 8
    }
  }
}
