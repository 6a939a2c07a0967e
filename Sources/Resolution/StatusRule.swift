import Facts

/// Where a deal stands: its latest stage, however the claims came in.
///
/// Rumoured in June, announced in July, closed in August, and an article of September that still calls it rumoured:
/// completed. Stages only advance, except that
/// - a termination ends a deal unless a later claim says that it was concluded after all;
/// - a denial marks a deal that nobody has concluded; it never deletes, and against a concluded deal it is a conflict;
/// - the writer's guess stands only where there is nothing else.
struct StatusRule {
  private var told: Set<DealStatus> = []
  /// Latest day of each stage that is dated.
  private var latest: [DealStatus: Int] = [:]

  mutating func add(_ telling: Telling) {
    let status = telling.claim.status
    told.insert(status)
    if let day = telling.eventDay { latest[status] = max(latest[status] ?? day, day) }
  }

  var status: DealStatus {
    let isConcluded = told.contains { $0.statusClass == .confirmed }
    if told.contains(.terminated), !isConcludedAfterEnd { return .terminated }
    if told.contains(.denied), !isConcluded { return .denied }
    return told.max { StatusRule.rank($0) < StatusRule.rank($1) } ?? .announced
  }

  /// Why a claim's own status is not the deal's.
  static func reason(_ told: DealStatus, against status: DealStatus) -> String? {
    if told == status { return nil }
    switch told {
    case .denied: return "concluded"
    case .terminated: return "later concluded"
    case .speculated: return "a guess"
    default: return status == .denied ? "denied" : "earlier stage"
    }
  }

  private var isConcludedAfterEnd: Bool {
    guard let end = latest[.terminated], let last = latest[.completed] else { return false }
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
