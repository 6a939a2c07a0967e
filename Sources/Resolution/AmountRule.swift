import Facts

/// A deal's sum: the consensus, its range, the same sum in other currencies, and the misprints among them.
///
/// Four articles say `$38B`, one says `5800億円` beside `$38B` where the day's rate gives 5兆8500億: the yen figure is a slip
/// by a power of ten. It stays in the claims, is flagged, and takes no part in the consensus.
struct AmountRule {
  struct Outcome {
    var amount: Money?
    var low: ExactDecimal?
    var high: ExactDecimal?
    var restated: [Money] = []
    /// Why a telling's own amount was not taken; `nil` where it was.
    var reasons: [Int: String?] = [:]
    var conflicts: [DealConflict] = []
  }

  private let tellings: [Telling]
  private var currencies: CurrencyTable

  init(_ tellings: [Telling], currencies: CurrencyTable) {
    self.tellings = tellings
    self.currencies = currencies
  }

  mutating func outcome() -> Outcome {
    var outcome = Outcome()
    let told = tellings.enumerated().compactMap { place, telling in
      telling.claim.amount.map { (place: place, money: $0, comparable: comparable($0, telling)) }
    }
    guard !told.isEmpty else {
      outcome.restated = restatements(besides: nil)
      return outcome
    }
    let doubtful = Set(told.filter { contradictsItself($0.comparable, at: $0.place) }.map(\.place))
    let slips = Set(told.filter { isSlip($0.comparable, at: $0.place, among: told.map { ($0.place, $0.comparable) }, doubtful: doubtful) }.map(\.place))
    // Money in one value stands for every telling of it; its qualifier is settled among the winner's holders.
    var comparables: [Sum: ComparableAmount] = [:]
    let candidates = told.map { entry in
      let sum = Sum(entry.money)
      comparables[sum] = comparables[sum] ?? entry.comparable
      return Election<Sum>.Candidate(
        value: sum, telling: entry.place, isSlip: slips.contains(entry.place), exactness: entry.money.qualifier.exactness)
    }
    guard
      let election = Election(
        candidates, among: tellings,
        agrees: { left, right in
          guard let here = comparables[left], let there = comparables[right] else { return false }
          return here.agreement(with: there) >= .compatible
        })
    else { return outcome }
    outcome.amount = election.holders.compactMap { tellings[$0].claim.amount }
      .max { ($0.qualifier.exactness, $1.qualifier.rawValue) < ($1.qualifier.exactness, $0.qualifier.rawValue) }
    for holder in election.holders { outcome.reasons[holder] = .some(nil) }
    for rival in election.rivals {
      for place in rival.tellings { outcome.reasons[place] = rival.why }
    }
    noteRange(told.filter { !slips.contains($0.place) }.map(\.money), in: &outcome)
    outcome.restated = restatements(besides: outcome.amount)
    outcome.conflicts = conflicts(election, slips: slips)
    return outcome
  }

  private struct Sum: Hashable {
    let value: ExactDecimal
    let currency: String
    let period: String?

    init(_ money: Money) {
      value = money.value
      currency = money.currency
      period = money.period
    }

    var text: String { "\(value) \(currency)" + (period.map { " a \($0)" } ?? "") }
  }

  private mutating func comparable(_ money: Money, _ telling: Telling) -> ComparableAmount {
    let rate = currencies.dollarsPerUnit(money.currency, near: telling.claim.announcedOn ?? telling.publishedOn)
    return ComparableAmount(money, dollarsPerUnit: rate)
  }

  /// A power of ten away from a sum that more sources tell, or that this telling's own restatements bear out elsewhere.
  private func isSlip(
    _ amount: ComparableAmount, at place: Int, among told: [(place: Int, comparable: ComparableAmount)], doubtful: Set<Int>
  ) -> Bool {
    var against: Set<Int> = []
    var along: Set<Int> = [tellings[place].source]
    for other in told where other.place != place {
      switch amount.agreement(with: other.comparable) {
      case .slip: against.insert(tellings[other.place].source)
      case .equal, .converted, .compatible: along.insert(tellings[other.place].source)
      default: break
      }
    }
    if against.isEmpty { return false }
    if against.count != along.count { return against.count > along.count }
    return doubtful.contains(place)
      && told.contains { against.contains(tellings[$0.place].source) && !doubtful.contains($0.place) }
  }

  /// The reader flagged it, or no restatement of it comes near by that day's rate.
  private mutating func contradictsItself(_ amount: ComparableAmount, at place: Int) -> Bool {
    let telling = tellings[place]
    if telling.claim.slip == true { return true }
    guard let restated = telling.claim.restated, !restated.isEmpty else { return false }
    for money in restated {
      let agreement = amount.agreement(with: comparable(money, telling))
      if agreement >= .near || agreement == .incomparable { return false }
    }
    return true
  }

  private func noteRange(_ told: [Money], in outcome: inout Outcome) {
    guard let amount = outcome.amount else { return }
    for money in told where money.currency == amount.currency && money.period == amount.period {
      let low = money.lower ?? money.value
      let high = money.upper ?? money.value
      outcome.low = outcome.low.map { min($0, low) } ?? low
      outcome.high = outcome.high.map { max($0, high) } ?? high
    }
  }

  /// Sums in other currencies, each once, those told most often first; slips are left out.
  private mutating func restatements(besides amount: Money?) -> [Money] {
    var counts: [Sum: (money: Money, sources: Set<Int>)] = [:]
    var order: [Sum] = []
    for telling in tellings where telling.claim.slip != true {
      var sums = telling.claim.restated ?? []
      if let own = telling.claim.amount { sums.append(own) }
      for money in sums where money.currency != amount?.currency {
        if let amount, comparable(money, telling).agreement(with: comparable(amount, telling)) < .near { continue }
        let sum = Sum(money)
        if counts[sum] == nil { order.append(sum) }
        counts[sum, default: (money, [])].sources.insert(telling.source)
      }
    }
    return order.compactMap { counts[$0] }
      .sorted { ($1.sources.count, $0.money.currency, $0.money.value) < ($0.sources.count, $1.money.currency, $1.money.value) }
      .map(\.money)
  }

  private mutating func conflicts(_ election: Election<Sum>, slips: Set<Int>) -> [DealConflict] {
    var conflicts: [DealConflict] = []
    for rival in election.rivals {
      let isSlip = rival.tellings.allSatisfy(slips.contains)
      guard rival.contradicts || isSlip else { continue }
      conflicts.append(
        DealConflict(
          attribute: .amount, kind: isSlip ? "slip" : "values",
          detail: "\(rival.value.text) against \(election.winner.text)",
          claims: rival.tellings.map { tellings[$0].reference }))
    }
    for (place, telling) in tellings.enumerated() {
      guard let amount = telling.claim.amount else { continue }
      let own = comparable(amount, telling)
      for money in telling.claim.restated ?? [] {
        let agreement = own.agreement(with: comparable(money, telling))
        let implied = money.value.divided(by: amount.value, digits: 4)
        guard agreement == .slip || agreement == .different, let implied else { continue }
        conflicts.append(
          DealConflict(
            attribute: .restated, kind: agreement == .slip ? "slip" : "arithmetic",
            detail: "\(Sum(amount).text) told as \(Sum(money).text): \(implied) \(money.currency) for 1 \(amount.currency)",
            claims: [tellings[place].reference]))
      }
    }
    return conflicts
  }
}

extension Qualifier {
  /// How much a qualified figure pins down.
  var exactness: Int {
    switch self {
    case .exact: 3
    case .about: 2
    case .atLeast, .upTo: 1
    }
  }
}
