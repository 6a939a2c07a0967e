public import Facts

/// Why a deal says what it says, in plain text: who said what and when, what was chosen and why, conflicts, relations,
/// history.
///
///     cloud_compute · signed · event                                    3 claims from 2 independent sources
///     amount       38000000000 USD
///     customer     openai
///     provider     aws
///
///     Claims
///     2025-11-04  a.txt #0  signed  38000000000 USD  “…signed a seven-year deal…”
public struct DealExplanation: Sendable {
  private let deal: Deal
  private let articles: [String: ArticleFacts]

  /// - Parameter articles: at least the articles that the deal's claims come from; others are ignored.
  public init(_ deal: Deal, articles: [ArticleFacts]) {
    self.deal = deal
    let wanted = Set(deal.claims.map(\.article))
    var found: [String: ArticleFacts] = [:]
    for facts in articles where wanted.contains(facts.article.key) { found[facts.article.key] = facts }
    self.articles = found
  }

  public var text: String {
    var sections = [heading + "\n" + attributes]
    sections.append(section("Claims", claims))
    sections.append(section("Not chosen", rejected))
    sections.append(section("Conflicts", deal.conflicts.map(describe)))
    sections.append(section("Relations", deal.relations.map { "\($0.kind.rawValue) \($0.other.prefix(12))" }))
    sections.append(section("History", deal.history.map(describe)))
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let sources = deal.independentSources == 1 ? "1 independent source" : "\(deal.independentSources) independent sources"
    let count = deal.claims.count == 1 ? "1 claim" : "\(deal.claims.count) claims"
    return "Deal \(deal.key.prefix(12))  \(deal.type.rawValue) · \(deal.status.rawValue) · \(deal.nature.rawValue)  (\(count) from \(sources), confidence \(deal.confidence.probability))"
  }

  private var attributes: String {
    var rows: [(String, String)] = deal.parties.map { party in
      let share = party.share == ExactDecimal(1) ? "" : "  \(party.share)" + (party.isShareStated ? " as stated" : " by even split")
      return (party.role.rawValue, party.company + share)
    }
    if let amount = deal.amount { rows.append(("amount", amount.canonicalText + amountNotes)) }
    for money in deal.restated { rows.append(("told as", money.canonicalText)) }
    if let stake = deal.stakePercent { rows.append(("stake", "\(stake) %")) }
    if let round = deal.round { rows.append(("round", round)) }
    if let months = deal.durationMonths { rows.append(("duration", "\(months) months")) }
    for capacity in deal.capacity { rows.append(("capacity", "\(capacity.value) \(capacity.unit)")) }
    for (name, date) in [
      ("rumoured", deal.rumoredOn), ("announced", deal.announcedOn), ("signed", deal.signedOn), ("completed", deal.completedOn),
      ("terminated", deal.terminatedOn), ("starts", deal.startsOn), ("ends", deal.endsOn),
    ] {
      if let date { rows.append((name, "\(date)")) }
    }
    for (name, ids) in [("chips", deal.chips), ("models", deal.models), ("products", deal.products)] where !ids.isEmpty {
      rows.append((name, ids.joined(separator: ", ")))
    }
    return rows.map { padded($0.0, to: 12) + " " + $0.1 }.joined(separator: "\n")
  }

  private var amountNotes: String {
    var notes = ""
    if let low = deal.amountLow, let high = deal.amountHigh, low != high { notes += "  (told from \(low) to \(high))" }
    if let dollars = deal.amountUSD, let basis = deal.usdBasis, basis != "same_currency" { notes += "  = \(dollars) USD by \(basis)" }
    return notes
  }

  /// In the order of publication, undated last.
  private var claims: [String] {
    let ordered = deal.claims.sorted {
      (day($0) ?? Int.max, $0) < (day($1) ?? Int.max, $1)
    }
    return ordered.map { reference in
      guard let facts = articles[reference.article], facts.deals.indices.contains(reference.index) else {
        return "\(name(reference))  (article not at hand)"
      }
      let claim = facts.deals[reference.index]
      var parts = [padded(facts.article.publishedOn.map { "\($0)" } ?? "undated", to: 10), name(reference), claim.status.rawValue]
      if let amount = claim.amount { parts.append(amount.canonicalText) }
      if let source = claim.attributedTo { parts.append("according to \(source)") }
      if let evidence = claim.evidence.first { parts.append("“\(evidence.text)” [\(evidence.rule)]") }
      return parts.joined(separator: "  ")
    }
  }

  private var rejected: [String] {
    deal.values.compactMap { value in
      guard let why = value.whyNot, let facts = articles[value.claim.article], facts.deals.indices.contains(value.claim.index),
        let values = facts.deals[value.claim.index].values, values.indices.contains(value.valueIndex)
      else { return nil }
      let told = values[value.valueIndex]
      return "\(told.attribute.rawValue) \(told.value)  \(name(value.claim)): \(why)"
    }
  }

  private func describe(_ conflict: DealConflict) -> String {
    "\(conflict.attribute.rawValue), \(conflict.kind): \(conflict.detail)  (\(conflict.claims.map(name).joined(separator: ", ")))"
  }

  private func describe(_ change: DealChange) -> String {
    let when = padded(change.on.map { "\($0)" } ?? "undated", to: 10)
    let values = change.old.map { "\($0) → \(change.new)" } ?? change.new
    return "\(when)  \(change.attribute.rawValue): \(values)  \(name(change.claim))"
  }

  private func day(_ reference: ClaimReference) -> Int? { articles[reference.article]?.article.publishedOn?.dayNumber }

  private func name(_ reference: ClaimReference) -> String {
    "\(articles[reference.article]?.article.uri ?? reference.article) #\(reference.index)"
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : title + "\n" + lines.map { "  " + $0 }.joined(separator: "\n")
  }
}

private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
}
