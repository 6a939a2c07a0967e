import Facts

/// Makes one `Deal` of its tellings: consensus by attribute, the losing values with their reasons, conflicts.
struct DealBuilder {
  private let tree: CompanyTree
  private let rates: ExchangeRates

  init(tree: CompanyTree, rates: ExchangeRates) {
    self.tree = tree
    self.rates = rates
  }

  /// The deal without its history and its relations, which need more than one consensus.
  func snapshot(_ tellings: [Telling]) -> Deal {
    let type = typeElection(tellings)
    let standing = StatusRule(tellings)
    var deal = Deal(
      key: DealBuilder.key(of: tellings), claims: tellings.map(\.reference).sorted(), type: type?.winner ?? .partnership,
      status: standing.status, confidence: confidence(tellings))
    var verdicts = Verdicts()
    verdicts.note(.type, type)
    verdicts.note(.status, standing.reasons, all: tellings.count)
    deal.nature = nature(tellings)
    verdicts.note(.nature, tellings.indices.reduce(into: [:]) { result, place in
      if ClaimReader.nature(of: tellings[place].claim) != deal.nature { result[place] = "other nature" }
    }, all: tellings.count)

    let parties = PartyRule(tree: tree, type: deal.type).outcome(tellings)
    deal.parties = parties.parties
    verdicts.partiesLeft = parties.left
    deal.conflicts = parties.conflicts

    settleDates(&deal, tellings, &verdicts)
    settleAmount(&deal, tellings, &verdicts)
    settleTerms(&deal, tellings, &verdicts)
    deal.chips = union(tellings, \.chips)
    deal.models = union(tellings, \.models)
    deal.products = union(tellings, \.products)
    deal.independentSources = Set(tellings.map(\.source)).count
    deal.isAdditive = deal.nature == .event
    for place in standing.overruledDenials {
      deal.conflicts.append(
        DealConflict(
          attribute: .status, kind: "values", detail: "denied against \(deal.status.rawValue)",
          claims: [tellings[place].reference]))
    }
    deal.conflicts.sort { ($0.attribute.rawValue, $0.kind, $0.detail) < ($1.attribute.rawValue, $1.kind, $1.detail) }
    deal.values = verdicts.values(of: tellings)
    return deal
  }

  static func key(of tellings: [Telling]) -> String {
    key(of: tellings.map(\.reference))
  }

  static func key(of claims: [ClaimReference]) -> String {
    SHA256.hexadecimal(claims.sorted().map { "\($0.article)#\($0.index)" }.joined(separator: "\n"))
  }

  // MARK: single attributes

  private func typeElection(_ tellings: [Telling]) -> Election<DealType>? {
    Election(
      tellings.enumerated().map { place, telling in
        .init(value: telling.claim.type, telling: place, exactness: telling.claim.type == .partnership ? 0 : 1)
      }, among: tellings, agrees: { _, _ in false })
  }

  /// One sum over several payments makes the deal cumulative; it stands only where nothing tells of an event.
  private func nature(_ tellings: [Telling]) -> DealNature {
    let natures = tellings.map { ClaimReader.nature(of: $0.claim) }
    if natures.contains(.cumulative) { return .cumulative }
    return natures.contains(.event) ? .event : .standing
  }

  /// One minus the product of what the independent sources leave open, in thousandths.
  private func confidence(_ tellings: [Telling]) -> Confidence {
    var best: [Int: Int] = [:]
    for telling in tellings { best[telling.source] = max(best[telling.source] ?? 0, telling.claim.confidence.thousandths) }
    var open = 1_000_000
    for source in best.keys.sorted() { open = open * (1000 - (best[source] ?? 0)) / 1000 }
    return Confidence(thousandths: 1000 - (open + 500) / 1000)
  }

  private func settleAmount(_ deal: inout Deal, _ tellings: [Telling], _ verdicts: inout Verdicts) {
    var rule = AmountRule(tellings, currencies: CurrencyTable(rates))
    let outcome = rule.outcome()
    deal.amount = outcome.amount
    deal.amountLow = outcome.low
    deal.amountHigh = outcome.high
    deal.restated = outcome.restated
    deal.conflicts.append(contentsOf: outcome.conflicts)
    verdicts.reasons[.amount] = outcome.reasons
    guard let amount = outcome.amount else { return }
    let first = tellings.compactMap { telling in telling.publishedOn.flatMap { $0.year == nil ? nil : $0 } }.min()
    if let dollars = DollarConversion(rates).dollars(amount, announcedOn: deal.announcedOn, firstClaim: first) {
      deal.amountUSD = dollars.value
      deal.usdBasis = dollars.basis
    }
  }

  private func settleDates(_ deal: inout Deal, _ tellings: [Telling], _ verdicts: inout Verdicts) {
    func elect(_ attribute: DealAttribute, _ path: KeyPath<DealClaim, PartialDate?>) -> PartialDate? {
      let election = Election<PartialDate>(
        tellings.enumerated().compactMap { place, telling in
          telling.claim[keyPath: path].map { .init(value: $0, telling: place, exactness: $0.exactness) }
        }, among: tellings, agrees: { $0.overlaps($1) })
      verdicts.note(attribute, election)
      if attribute != .announcedOn { noteConflicts(attribute, election, tellings, &deal) }
      return election?.winner
    }
    deal.announcedOn = elect(.announcedOn, \.announcedOn)
    deal.startsOn = elect(.startsOn, \.startsOn)
    deal.endsOn = elect(.endsOn, \.endsOn)
    func earliest(_ statuses: Set<DealStatus>, orPublished: Bool = false) -> PartialDate? {
      tellings.compactMap { telling in
        guard statuses.contains(telling.claim.status) else { return nil }
        let date = telling.claim.announcedOn ?? (orPublished ? telling.publishedOn : nil)
        return date?.year == nil ? nil : date
      }.min { ($0.dayNumber ?? 0, -$0.exactness) < ($1.dayNumber ?? 0, -$1.exactness) }
    }
    // A rumour is dated by its telling; other stages only by a date that a text gives.
    deal.rumoredOn = earliest([.rumored, .speculated, .negotiating], orPublished: true)
    deal.signedOn = earliest([.signed])
    deal.completedOn = earliest([.completed])
    deal.terminatedOn = earliest([.terminated])
  }

  private func settleTerms(_ deal: inout Deal, _ tellings: [Telling], _ verdicts: inout Verdicts) {
    let stake = Election<ExactDecimal>(
      tellings.enumerated().compactMap { place, telling in telling.claim.stakePercent.map { .init(value: $0, telling: place) } },
      among: tellings, agrees: { abs($0.approximate - $1.approximate) <= 0.6 })
    let round = Election<String>(
      tellings.enumerated().compactMap { place, telling in telling.claim.round.map { .init(value: $0, telling: place) } },
      among: tellings, agrees: { RoundName.canonical($0) == RoundName.canonical($1) })
    let duration = Election<Int>(
      tellings.enumerated().compactMap { place, telling in telling.claim.durationMonths.map { .init(value: $0, telling: place) } },
      among: tellings, agrees: { abs($0 - $1) <= 1 })
    deal.stakePercent = stake?.winner
    deal.round = round?.winner
    deal.durationMonths = duration?.winner
    verdicts.note(.stakePercent, stake)
    verdicts.note(.round, round)
    verdicts.note(.durationMonths, duration)
    noteConflicts(.stakePercent, stake, tellings, &deal)
    noteConflicts(.round, round, tellings, &deal)
    noteConflicts(.durationMonths, duration, tellings, &deal)
    for unit in Set(tellings.flatMap { ($0.claim.capacity ?? []).map(\.unit) }).sorted() {
      let election = Election<Capacity>(
        tellings.enumerated().flatMap { place, telling in
          (telling.claim.capacity ?? []).filter { $0.unit == unit }.map {
            .init(value: $0, telling: place, exactness: ($0.qualifier ?? .exact).exactness)
          }
        }, among: tellings, agrees: { PairScorer.capacitiesAgree($0, $1) })
      if let winner = election?.winner { deal.capacity.append(winner) }
      verdicts.note(.capacity, election)
      noteConflicts(.capacity, election, tellings, &deal)
    }
  }

  private func noteConflicts<Value>(
    _ attribute: DealAttribute, _ election: Election<Value>?, _ tellings: [Telling], _ deal: inout Deal
  ) {
    guard let election else { return }
    for rival in election.rivals where rival.contradicts {
      deal.conflicts.append(
        DealConflict(
          attribute: attribute, kind: "values", detail: "\(text(rival.value)) against \(text(election.winner))",
          claims: rival.tellings.map { tellings[$0].reference }.sorted()))
    }
  }

  private func text(_ value: Any) -> String {
    if let capacity = value as? Capacity { return "\(capacity.value) \(capacity.unit)" }
    return "\(value)"
  }

  private func union(_ tellings: [Telling], _ path: KeyPath<DealClaim, [String]>) -> [String] {
    Set(tellings.flatMap { $0.claim[keyPath: path] }).sorted()
  }
}

/// What became of every value of every claim.
struct Verdicts {
  /// Attribute → telling → why not, `nil` for chosen.
  var reasons: [DealAttribute: [Int: String?]] = [:]
  /// `role company` → why not.
  var partiesLeft: [String: String] = [:]

  mutating func note<Value>(_ attribute: DealAttribute, _ election: Election<Value>?) {
    guard let election else { return }
    for place in election.holders { reasons[attribute, default: [:]][place] = .some(nil) }
    for rival in election.rivals {
      for place in rival.tellings where reasons[attribute]?[place] == nil { reasons[attribute, default: [:]][place] = rival.why }
    }
  }

  mutating func note(_ attribute: DealAttribute, _ lost: [Int: String], all count: Int) {
    for place in 0..<count { reasons[attribute, default: [:]][place] = .some(lost[place]) }
  }

  func values(of tellings: [Telling]) -> [ResolvedValue] {
    var result: [ResolvedValue] = []
    for (place, telling) in tellings.enumerated() {
      for (index, value) in (telling.claim.values ?? []).enumerated() {
        let why = whyNot(value, at: place) ?? (telling.isCopy ? "copy" : nil)
        result.append(ResolvedValue(claim: telling.reference, valueIndex: index, isChosen: why == nil, whyNot: why))
      }
    }
    return result.sorted { ($0.claim, $0.valueIndex) < ($1.claim, $1.valueIndex) }
  }

  private func whyNot(_ value: ClaimValue, at place: Int) -> String? {
    if value.attribute == .party { return partiesLeft[value.value] }
    return reasons[value.attribute]?[place] ?? nil
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
