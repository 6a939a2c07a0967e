import Facts

/// A deal's sum: the consensus, its range, the same sum in other currencies, and the misprints among them.
///
/// Four articles say `$38B`, one says `5800億円` beside `$38B` where the day's rate gives 5兆8500億: the yen figure is a slip
/// by a power of ten. It stays in the claims, is flagged, and takes no part in the consensus.
struct AmountRule {
  /// A sum as told, without its qualifier.
  struct Sum: Hashable {
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

  struct Outcome {
    var amount: Money?
    var low: ExactDecimal?
    var high: ExactDecimal?
    var restated: [Money] = []
    var ballot: Ballot<Sum>.Outcome?
    var slips: Set<Int> = []
  }

  /// One distinct telling of a sum: what it compares as, the most exact form, the widest bounds.
  private struct Form {
    var money: Money
    let comparable: ComparableAmount
    var low: ExactDecimal
    var high: ExactDecimal
  }

  private struct Restatement {
    let money: Money
    let comparable: ComparableAmount
    var sources: SourceSet
  }

  private(set) var ballot = Ballot<Sum>()
  /// Sums heard so far, restatements too.
  private(set) var votes = 0
  /// In the order of the ballot's groups.
  private var forms: [Form] = []
  private var restatements: [Sum: Restatement] = [:]
  /// A restatement that its own amount contradicts, with the claims that print it.
  private(set) var misfits: [DealConflict] = []

  mutating func add(_ telling: Telling, at place: Int, currencies: inout CurrencyTable) {
    if telling.claim.amount != nil || telling.claim.restated != nil { votes += 1 }
    let date = telling.claim.announcedOn ?? telling.publishedOn
    func comparable(_ money: Money) -> ComparableAmount {
      ComparableAmount(money, dollarsPerUnit: currencies.dollarsPerUnit(money.currency, near: date))
    }
    let told = (telling.claim.restated ?? []).map { (money: $0, comparable: comparable($0)) }
    guard let amount = telling.claim.amount else {
      for other in told { note(other.money, other.comparable, telling) }
      return
    }
    let own = comparable(amount)
    var bears = told.isEmpty
    for other in told {
      let agreement = own.agreement(with: other.comparable)
      if agreement >= .near || agreement == .incomparable {
        bears = true
        note(other.money, other.comparable, telling)
      } else {
        noteMisfit(amount, other.money, isSlip: agreement == .slip, telling)
      }
    }
    let sum = Sum(amount)
    ballot.add(
      sum, by: telling, at: place, exactness: amount.qualifier.exactness, isDoubtful: telling.claim.slip == true || !bears)
    let (low, high) = (amount.lower ?? amount.value, amount.upper ?? amount.value)
    guard let group = ballot.group(of: sum), group < forms.count else {
      forms.append(Form(money: amount, comparable: own, low: low, high: high))
      return
    }
    forms[group].low = min(forms[group].low, low)
    forms[group].high = max(forms[group].high, high)
    if amount.qualifier.exactness > forms[group].money.qualifier.exactness { forms[group].money = amount }
  }

  func outcome() -> Outcome {
    var outcome = Outcome()
    outcome.slips = slips()
    outcome.ballot = ballot.outcome(slips: outcome.slips) { agree($0, $1) }
    guard let winner = outcome.ballot?.winner else {
      outcome.restated = ordered(Array(restatements.values))
      return outcome
    }
    let amount = forms[winner].money
    outcome.amount = amount
    for (group, form) in forms.enumerated() where !outcome.slips.contains(group) {
      guard form.money.currency == amount.currency, form.money.period == amount.period else { continue }
      outcome.low = min(outcome.low ?? form.low, form.low)
      outcome.high = max(outcome.high ?? form.high, form.high)
    }
    outcome.restated = restated(besides: winner)
    return outcome
  }

  /// Sources that contradict one another, and misprints with what they are a misprint of.
  func conflicts(_ outcome: Outcome, _ tellings: [Telling]) -> [DealConflict] {
    guard let ballotOutcome = outcome.ballot else { return misfits }
    let winner = ballot.groups[ballotOutcome.winner].value
    var conflicts = misfits
    for (place, group) in ballot.groups.enumerated() where ballotOutcome.contradicts[place] || outcome.slips.contains(place) {
      // A yearly rate and a total do not contradict each other; the referee multiplies.
      guard place != ballotOutcome.winner, group.value.period == winner.period else { continue }
      conflicts.append(
        DealConflict(
          attribute: .amount, kind: outcome.slips.contains(place) ? "slip" : "values",
          detail: "\(group.value.text) against \(winner.text)", claims: group.tellings.map { tellings[$0].reference }.sorted()))
    }
    return conflicts
  }

  private func agree(_ left: Sum, _ right: Sum) -> Bool {
    guard let here = ballot.group(of: left), let there = ballot.group(of: right) else { return false }
    return forms[here].comparable.agreement(with: forms[there].comparable) >= .compatible
  }

  /// A power of ten away from a sum that more sources tell; where they are even, from one that its own restatement bears out.
  private func slips() -> Set<Int> {
    guard forms.count > 1 else { return [] }
    var slips: Set<Int> = []
    for (place, form) in forms.enumerated() {
      var against = SourceSet()
      var along = ballot.groups[place].sources
      var isBorneOut = false
      for (other, rival) in forms.enumerated() where other != place {
        switch form.comparable.agreement(with: rival.comparable) {
        case .slip:
          against.formUnion(ballot.groups[other].sources)
          if !ballot.groups[other].isDoubtful { isBorneOut = true }
        case .equal, .converted, .compatible: along.formUnion(ballot.groups[other].sources)
        default: break
        }
      }
      if against.isEmpty { continue }
      if against.count > along.count || against.count == along.count && ballot.groups[place].isDoubtful && isBorneOut {
        slips.insert(place)
      }
    }
    return slips
  }

  // MARK: restatements

  private mutating func note(_ money: Money, _ comparable: ComparableAmount, _ telling: Telling) {
    restatements[Sum(money), default: Restatement(money: money, comparable: comparable, sources: SourceSet())].sources.insert(telling.source)
  }

  private mutating func noteMisfit(_ amount: Money, _ money: Money, isSlip: Bool, _ telling: Telling) {
    guard let implied = money.value.divided(by: amount.value, digits: 4) else { return }
    misfits.append(
      DealConflict(
        attribute: .restated, kind: isSlip ? "slip" : "arithmetic",
        detail: "\(Sum(amount).text) told as \(Sum(money).text): \(implied) \(money.currency) for 1 \(amount.currency)",
        claims: [telling.reference]))
  }

  /// Sums in other currencies that can be the consensus told again, those of most sources first.
  private func restated(besides winner: Int) -> [Money] {
    let amount = forms[winner]
    var found = restatements.filter { $0.key.currency != amount.money.currency }
    for (group, form) in forms.enumerated() where form.money.currency != amount.money.currency {
      let sum = ballot.groups[group].value
      found[sum, default: Restatement(money: form.money, comparable: form.comparable, sources: SourceSet())]
        .sources.formUnion(ballot.groups[group].sources)
    }
    return ordered(found.values.filter { $0.comparable.agreement(with: amount.comparable) >= .near })
  }

  private func ordered(_ found: [Restatement]) -> [Money] {
    found.sorted {
      ($1.sources.count, $0.money.currency, $0.money.value, $0.money.period ?? "")
        < ($0.sources.count, $1.money.currency, $1.money.value, $1.money.period ?? "")
    }.map(\.money)
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
