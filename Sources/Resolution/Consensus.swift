import Facts

/// What the claims of one deal agree on, told so far: voices are added in order, and the answer can be asked for at any point.
///
/// The same consensus makes a deal's row (all voices) and its history (the voices of each day).
struct Consensus {
  private let tree: CompanyTree
  private let rates: ExchangeRates
  private var currencies: CurrencyTable
  private var tellings: [Telling] = []

  private var type = Ballot<DealType>()
  private var status = StatusRule()
  private var natures: Set<DealNature> = []
  private var parties = PartyRule()
  private var amount = AmountRule()
  private var announcedOn = Ballot<PartialDate>()
  private var startsOn = Ballot<PartialDate>()
  private var endsOn = Ballot<PartialDate>()
  private var stake = Ballot<ExactDecimal>()
  private var round = Ballot<String>()
  private var duration = Ballot<Int>()
  private var capacities: [String: Ballot<Capacity>] = [:]
  private var chips: Set<String> = []
  private var models: Set<String> = []
  private var products: Set<String> = []
  /// Surest claim of each independent source, in thousandths.
  private var sureness: [Int: Int] = [:]
  private var last: (heard: Heard, deal: Deal) = (
    Heard(), Deal(key: "", claims: [], type: .partnership, status: .announced, confidence: Confidence(thousandths: 0)))

  init(tree: CompanyTree, rates: ExchangeRates) {
    self.tree = tree
    self.rates = rates
    currencies = CurrencyTable(rates)
  }

  mutating func add(_ telling: Telling) {
    let place = tellings.count
    let claim = telling.claim
    tellings.append(telling)
    type.add(claim.type, by: telling, at: place, exactness: claim.type == .partnership ? 0 : 1)
    status.add(telling)
    natures.insert(ClaimReader.nature(of: claim))
    parties.add(telling, at: place, tree: tree)
    amount.add(telling, at: place, currencies: &currencies)
    if let date = claim.announcedOn { announcedOn.add(date, by: telling, at: place, exactness: date.exactness) }
    if let date = claim.startsOn { startsOn.add(date, by: telling, at: place, exactness: date.exactness) }
    if let date = claim.endsOn { endsOn.add(date, by: telling, at: place, exactness: date.exactness) }
    if let percent = claim.stakePercent { stake.add(percent, by: telling, at: place) }
    if let name = claim.round { round.add(name, by: telling, at: place) }
    if let months = claim.durationMonths { duration.add(months, by: telling, at: place) }
    for capacity in claim.capacity ?? [] {
      capacities[capacity.unit, default: Ballot()]
        .add(capacity, by: telling, at: place, exactness: (capacity.qualifier ?? .exact).exactness)
    }
    chips.formUnion(claim.chips)
    models.formUnion(claim.models)
    products.formUnion(claim.products)
    sureness[telling.source] = max(sureness[telling.source] ?? 0, claim.confidence.thousandths)
  }

  // MARK: the deal's values

  /// The values, without claims, key, confidence, conflicts and verdicts: what a point of the history needs.
  /// What nothing new was told of is taken from the last answer.
  mutating func values() -> Deal {
    let kind = typeOutcome.map { type.groups[$0.winner].value } ?? .partnership
    let heard = Heard(
      amount: amount.votes, announcedOn: announcedOn.votes, startsOn: startsOn.votes, endsOn: endsOn.votes, stake: stake.votes,
      round: round.votes, duration: duration.votes, capacity: capacities.values.reduce(0) { $0 + $1.votes }, type: kind,
      parties: parties.version)
    var deal = last.deal
    deal.type = kind
    deal.status = status.status
    deal.nature = nature
    deal.isAdditive = deal.nature == .event
    if heard.parties != last.heard.parties || kind != last.heard.type { deal.parties = parties.outcome(type: kind, tellings).parties }
    if heard.announcedOn != last.heard.announcedOn { deal.announcedOn = winner(announcedOn) { $0.overlaps($1) } }
    if heard.startsOn != last.heard.startsOn { deal.startsOn = winner(startsOn) { $0.overlaps($1) } }
    if heard.endsOn != last.heard.endsOn { deal.endsOn = winner(endsOn) { $0.overlaps($1) } }
    if heard.stake != last.heard.stake { deal.stakePercent = winner(stake, Consensus.stakesAgree) }
    if heard.round != last.heard.round { deal.round = winner(round, Consensus.roundsAgree) }
    if heard.duration != last.heard.duration { deal.durationMonths = winner(duration, Consensus.durationsAgree) }
    if heard.capacity != last.heard.capacity {
      deal.capacity = capacities.keys.sorted().compactMap { unit in
        capacities[unit].flatMap { winner($0, PairScorer.capacitiesAgree) }
      }
    }
    if heard.amount != last.heard.amount {
      let sum = amount.outcome()
      deal.amount = sum.amount
      deal.amountLow = sum.low
      deal.amountHigh = sum.high
      deal.restated = sum.restated
    }
    last = (heard, deal)
    return deal
  }

  /// How much was told of each attribute.
  private struct Heard {
    var amount = 0
    var announcedOn = 0
    var startsOn = 0
    var endsOn = 0
    var stake = 0
    var round = 0
    var duration = 0
    var capacity = 0
    var type: DealType?
    var parties = 0
  }

  /// The whole deal but its history and relations.
  mutating func deal() -> Deal {
    var deal = values()
    deal.claims = tellings.map(\.reference).sorted()
    deal.key = Consensus.key(of: deal.claims)
    deal.confidence = confidence
    deal.independentSources = sureness.count
    deal.chips = chips.sorted()
    deal.models = models.sorted()
    deal.products = products.sorted()
    noteStages(&deal)
    if let amount = deal.amount {
      let first = tellings.compactMap { telling in telling.publishedOn.flatMap { $0.year == nil ? nil : $0 } }.min()
      let dollars = DollarConversion(rates).dollars(amount, announcedOn: deal.announcedOn, firstClaim: first)
      deal.amountUSD = dollars?.value
      deal.usdBasis = dollars?.basis
    }
    deal.conflicts = conflicts(deal)
    deal.values = verdicts(deal)
    return deal
  }

  static func key(of claims: [ClaimReference]) -> String {
    SHA256.hexadecimal(claims.map { "\($0.article)#\($0.index)" }.joined(separator: "\n"))
  }

  private var typeOutcome: Ballot<DealType>.Outcome? { type.outcome { $0 == $1 } }

  /// One sum over several payments makes the deal cumulative; it stands only where nothing tells of an event.
  private var nature: DealNature {
    if natures.contains(.cumulative) { return .cumulative }
    return natures.contains(.event) ? .event : .standing
  }

  /// One minus the product of what the independent sources leave open.
  private var confidence: Confidence {
    var open = 1_000_000
    for source in sureness.keys.sorted() { open = open * (1000 - (sureness[source] ?? 0)) / 1000 }
    return Confidence(thousandths: 1000 - (open + 500) / 1000)
  }

  private func winner<Value>(_ ballot: Ballot<Value>, _ agrees: (Value, Value) -> Bool) -> Value? {
    ballot.outcome(agrees: agrees).map { ballot.groups[$0.winner].value }
  }

  private static func stakesAgree(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    abs(left.approximate - right.approximate) <= 0.6
  }

  private static func roundsAgree(_ left: String, _ right: String) -> Bool {
    RoundName.canonical(left) == RoundName.canonical(right)
  }

  private static func durationsAgree(_ left: Int, _ right: Int) -> Bool { abs(left - right) <= 1 }

  /// A rumour is dated by its telling; other stages only by a date that a text gives.
  private func noteStages(_ deal: inout Deal) {
    func earliest(_ statuses: [DealStatus], orPublished: Bool = false) -> PartialDate? {
      tellings.compactMap { telling -> PartialDate? in
        guard statuses.contains(telling.claim.status) else { return nil }
        let date = telling.claim.announcedOn ?? (orPublished ? telling.publishedOn : nil)
        return date?.year == nil ? nil : date
      }.min { ($0.dayNumber ?? 0, -$0.exactness) < ($1.dayNumber ?? 0, -$1.exactness) }
    }
    deal.rumoredOn = earliest([.rumored, .speculated, .negotiating], orPublished: true)
    deal.signedOn = earliest([.signed])
    deal.completedOn = earliest([.completed])
    deal.terminatedOn = earliest([.terminated])
  }

  // MARK: conflicts

  private func conflicts(_ deal: Deal) -> [DealConflict] {
    var conflicts = parties.outcome(type: deal.type, tellings).conflicts
    conflicts += amount.conflicts(amount.outcome(), tellings)
    conflicts += contradictions(.startsOn, startsOn) { $0.overlaps($1) }
    conflicts += contradictions(.endsOn, endsOn) { $0.overlaps($1) }
    conflicts += contradictions(.stakePercent, stake, Consensus.stakesAgree)
    conflicts += contradictions(.round, round, Consensus.roundsAgree)
    conflicts += contradictions(.durationMonths, duration, Consensus.durationsAgree)
    for unit in capacities.keys.sorted() {
      guard let ballot = capacities[unit] else { continue }
      conflicts += contradictions(.capacity, ballot, text: { "\($0.value) \($0.unit)" }, PairScorer.capacitiesAgree)
    }
    if deal.status.statusClass == .confirmed {
      conflicts += tellings.filter { $0.claim.status == .denied }.map {
        DealConflict(attribute: .status, kind: "values", detail: "denied against \(deal.status.rawValue)", claims: [$0.reference])
      }
    }
    return conflicts
  }

  private func contradictions<Value>(
    _ attribute: DealAttribute, _ ballot: Ballot<Value>, text: (Value) -> String = { "\($0)" },
    _ agrees: (Value, Value) -> Bool
  ) -> [DealConflict] {
    guard let outcome = ballot.outcome(agrees: agrees) else { return [] }
    let winner = text(ballot.groups[outcome.winner].value)
    return ballot.groups.indices.filter { outcome.contradicts[$0] }.map { place in
      DealConflict(
        attribute: attribute, kind: "values", detail: "\(text(ballot.groups[place].value)) against \(winner)",
        claims: ballot.groups[place].tellings.map { tellings[$0].reference }.sorted())
    }
  }

  // MARK: verdicts

  /// What became of every stated value of every claim.
  private func verdicts(_ deal: Deal) -> [ResolvedValue] {
    guard tellings.contains(where: { $0.claim.values?.isEmpty == false }) else { return [] }
    let reasons = Reasons(
      type: lost(type, typeOutcome), amount: lost(amount.ballot, amount.outcome().ballot),
      announcedOn: lost(announcedOn, announcedOn.outcome { $0.overlaps($1) }),
      startsOn: lost(startsOn, startsOn.outcome { $0.overlaps($1) }), endsOn: lost(endsOn, endsOn.outcome { $0.overlaps($1) }),
      stake: lost(stake, stake.outcome(agrees: Consensus.stakesAgree)),
      round: lost(round, round.outcome(agrees: Consensus.roundsAgree)),
      duration: lost(duration, duration.outcome(agrees: Consensus.durationsAgree)),
      capacity: capacities.values.reduce(into: [:]) { result, ballot in
        result.merge(lost(ballot, ballot.outcome(agrees: PairScorer.capacitiesAgree))) { first, _ in first }
      },
      parties: parties.outcome(type: deal.type, tellings).left)
    var result: [ResolvedValue] = []
    for (place, telling) in tellings.enumerated() {
      for (index, value) in (telling.claim.values ?? []).enumerated() {
        let why = reasons.whyNot(value, of: telling, at: place, in: deal) ?? (telling.isCopy ? "copy" : nil)
        result.append(ResolvedValue(claim: telling.reference, valueIndex: index, isChosen: why == nil, whyNot: why))
      }
    }
    return result.sorted { ($0.claim, $0.valueIndex) < ($1.claim, $1.valueIndex) }
  }

  /// Telling → why its value was not taken.
  private func lost<Value>(_ ballot: Ballot<Value>, _ outcome: Ballot<Value>.Outcome?) -> [Int: String] {
    var result: [Int: String] = [:]
    guard let outcome else { return result }
    for (place, group) in ballot.groups.enumerated() {
      guard let why = outcome.reasons[place] else { continue }
      for telling in group.tellings { result[telling] = why }
    }
    return result
  }

  /// Why values lost, by attribute and telling.
  private struct Reasons {
    let type: [Int: String]
    let amount: [Int: String]
    let announcedOn: [Int: String]
    let startsOn: [Int: String]
    let endsOn: [Int: String]
    let stake: [Int: String]
    let round: [Int: String]
    let duration: [Int: String]
    let capacity: [Int: String]
    let parties: [String: String]

    func whyNot(_ value: ClaimValue, of telling: Telling, at place: Int, in deal: Deal) -> String? {
      switch value.attribute {
      case .type: type[place]
      case .status: StatusRule.reason(telling.claim.status, against: deal.status)
      case .party: parties[value.value]
      case .amount: amount[place]
      case .announcedOn: announcedOn[place]
      case .startsOn: startsOn[place]
      case .endsOn: endsOn[place]
      case .stakePercent: stake[place]
      case .round: round[place]
      case .durationMonths: duration[place]
      case .capacity: capacity[place]
      case .nature: ClaimReader.nature(of: telling.claim) == deal.nature ? nil : "other nature"
      case .restated, .chip, .model, .product, .attribution: nil
      }
    }
  }
}

extension PartialDate {
  var exactness: Int {
    switch precision {
    case .day: 3
    case .month: 2
    case .year: 1
    }
  }

  /// Whether both can mean the same day.
  func overlaps(_ other: PartialDate) -> Bool {
    guard let first = earliest, let last = latest, let otherFirst = other.earliest, let otherLast = other.latest else {
      return (month == nil || other.month == nil || month == other.month) && (day == nil || other.day == nil || day == other.day)
    }
    return !(last < otherFirst) && !(otherLast < first)
  }
}
