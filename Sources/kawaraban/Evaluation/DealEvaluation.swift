import Facts

/// The deals' part of an evaluation: which read deal is which gold deal, and which of its attributes are right.
extension Evaluation {
  mutating func addDeals(_ gold: GoldFacts, _ read: [DealClaim]) {
    let (pairs, missed, extra) = pair(gold.deals, read)
    var right = [Bool](repeating: false, count: read.count)
    for (wanted, place) in pairs {
      let claim = read[place]
      lenientDeals.found += 1
      let isType = wanted.claim.type == claim.type
      if isType, houses(wanted.claim) == houses(claim) {
        strictDeals.found += 1
        right[place] = true
      } else {
        strictDeals.missed += 1
        strictDeals.extra += 1
        errors.append("\(gold.id)\tPARTLY deal\tgold \(describe(wanted.claim))\tgot \(describe(claim))")
      }
      attributes[.type]?.add(isType)
      addAmount(gold.id, wanted, claim)
      addStatus(gold.id, wanted, claim)
      addDetails(wanted.claim, claim)
    }
    verdicts[gold.id, default: Verdicts()].deals = right
    for wanted in missed {
      lenientDeals.missed += 1
      strictDeals.missed += 1
      errors.append("\(gold.id)\tMISS deal\t\(describe(wanted.claim))\t\(wanted.quote)")
    }
    for claim in extra {
      lenientDeals.extra += 1
      strictDeals.extra += 1
      let evidence = claim.evidence.map(\.text)
      errors.append(
        "\(gold.id)\tEXTRA deal\t\(claim.status.rawValue) \(describe(claim))\t\(evidence.joined(separator: " … ").prefix(160))")
      let text = foldedName(evidence.joined(separator: " "))
      let isTrap = gold.traps.contains { trap in
        let quote = foldedName(trap.quote)
        return !quote.isEmpty && text.contains(quote)
      }
      if claim.status.statusClass == .confirmed, isTrap { trapHits += 1 }
    }
  }

  /// Best first: parties weigh most, then type, amount, status class.
  private func pair(
    _ gold: [GoldFacts.GoldDeal], _ read: [DealClaim]
  ) -> (pairs: [(GoldFacts.GoldDeal, Int)], missed: [GoldFacts.GoldDeal], extra: [DealClaim]) {
    var candidates: [(score: Double, gold: Int, read: Int)] = []
    for (goldIndex, wanted) in gold.enumerated() {
      for (readIndex, claim) in read.enumerated() {
        let overlap = partyOverlap(houses(wanted.claim), houses(claim))
        guard overlap >= 0.5 else { continue }
        let score =
          overlap + (wanted.claim.type == claim.type ? 0.6 : 0) + (isAmount(wanted, claim) == true ? 0.5 : 0)
          + (wanted.claim.status.statusClass == claim.status.statusClass ? 0.2 : 0)
        candidates.append((score, goldIndex, readIndex))
      }
    }
    candidates.sort { ($1.score, $0.gold, $0.read) < ($0.score, $1.gold, $1.read) }
    var takenGold: Set<Int> = []
    var takenRead: Set<Int> = []
    var pairs: [(GoldFacts.GoldDeal, Int)] = []
    for candidate in candidates where !takenGold.contains(candidate.gold) && !takenRead.contains(candidate.read) {
      takenGold.insert(candidate.gold)
      takenRead.insert(candidate.read)
      pairs.append((gold[candidate.gold], candidate.read))
    }
    return (
      pairs, gold.indices.filter { !takenGold.contains($0) }.map { gold[$0] },
      read.indices.filter { !takenRead.contains($0) }.map { read[$0] }
    )
  }

  private mutating func addAmount(_ id: String, _ wanted: GoldFacts.GoldDeal, _ claim: DealClaim) {
    guard let isRight = isAmount(wanted, claim) else {
      // An amount where the text has none is wrong.
      if let amount = claim.amount {
        attributes[.amount]?.add(false)
        errors.append("\(id)\tAMOUNT\tgold none\tgot \(amount.value) \(amount.currency)")
      }
      return
    }
    attributes[.amount]?.add(isRight)
    if !isRight {
      let told = wanted.amount.map { "\($0.value) \($0.currency)" } ?? "none"
      let got = claim.amount.map { "\($0.value) \($0.currency)" } ?? "none"
      errors.append("\(id)\tAMOUNT\tgold \(told)\tgot \(got)")
    } else if let qualifier = wanted.amount?.qualifier {
      attributes[.qualifier]?.add(qualifier == claim.amount?.qualifier)
    }
  }

  private mutating func addStatus(_ id: String, _ wanted: GoldFacts.GoldDeal, _ claim: DealClaim) {
    attributes[.status]?.add(wanted.claim.status == claim.status)
    let isClass = wanted.claim.status.statusClass == claim.status.statusClass
    attributes[.statusClass]?.add(isClass)
    if !isClass {
      errors.append("\(id)\tSTATUS\tgold \(wanted.claim.status.rawValue)\tgot \(claim.status.rawValue)\t\(wanted.quote)")
    }
  }

  private mutating func addDetails(_ wanted: DealClaim, _ claim: DealClaim) {
    let roles = roleSet(wanted)
    attributes[.roles]?.of += roles.count
    let rightRoles = roles.intersection(roleSet(claim)).count
    attributes[.roles]?.right += rightRoles
    if let months = wanted.durationMonths {
      attributes[.duration]?.add(claim.durationMonths.map { isClose(ExactDecimal($0), ExactDecimal(months)) } ?? false)
    }
    if let stake = wanted.stakePercent {
      attributes[.stake]?.add(claim.stakePercent.map { isClose($0, stake) } ?? false)
    }
    for size in wanted.capacity ?? [] {
      attributes[.capacity]?.add((claim.capacity ?? []).contains { $0.unit == size.unit && isClose($0.value, size.value) })
    }
    let dates = [
      (wanted.announcedOn, claim.announcedOn), (wanted.startsOn, claim.startsOn), (wanted.endsOn, claim.endsOn),
    ]
    for case (let date?, let read) in dates {
      attributes[.dates]?.add(read?.description.hasPrefix(date.description) ?? false)
    }
  }

  /// `nil` where the gold deal has no amount.
  private func isAmount(_ wanted: GoldFacts.GoldDeal, _ claim: DealClaim) -> Bool? {
    guard let told = wanted.amount else { return nil }
    guard let read = claim.amount else { return false }
    return isClose(read.value, told.value) && read.currency == told.currency
  }

  private func houses(_ claim: DealClaim) -> Set<String> {
    Set(claim.parties.map { reference.companyKey($0.company) })
  }

  private func roleSet(_ claim: DealClaim) -> Set<String> {
    Set(claim.parties.map { "\($0.role.rawValue) \(reference.companyKey($0.company))" })
  }

  private func partyOverlap(_ left: Set<String>, _ right: Set<String>) -> Double {
    let count = left.count + right.count
    return count > 0 ? 2 * Double(left.intersection(right).count) / Double(count) : 0
  }

  private func describe(_ claim: DealClaim) -> String {
    "\(claim.type.rawValue) \(houses(claim).sorted().joined(separator: ", "))"
  }
}
