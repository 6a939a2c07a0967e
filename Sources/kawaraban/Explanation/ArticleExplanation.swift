import Facts

/// What was read in one article, and why: its text with the names and the runs that prove a fact marked, then each fact
/// with its rule, its confidence and its characters.
struct ArticleExplanation {
  let facts: ArticleFacts
  let text: String
  let style: TextStyle

  func rendered() -> String {
    var lines = [style.bold(facts.article.title ?? facts.article.uri), style.dim(source), ""]
    lines.append(MarkedText(text: text, facts: facts, style: style).rendered())
    lines.append("")
    for (index, deal) in facts.deals.enumerated() { lines += describe(deal, index) + [""] }
    for metric in facts.metrics { lines += describe(metric) + [""] }
    for fact in facts.modelFacts { lines += describe(fact) + [""] }
    lines += entities()
    return lines.joined(separator: "\n") + "\n"
  }

  private var source: String {
    let article = facts.article
    let date = article.publishedOn.map { "\($0)" } ?? "undated"
    return ([article.uri, article.language.rawValue, date] + [article.publisher].compactMap { $0 }).joined(separator: "  ")
  }

  private func describe(_ deal: DealClaim, _ index: Int) -> [String] {
    var lines = [
      style.bold("deal \(index)  \(deal.type.rawValue)  \(deal.status.rawValue)") + "  \(deal.confidence.probability)"
        + (deal.main ? "" : "  background")
    ]
    for party in deal.parties { lines.append("  \(party.role.rawValue): \(party.company)") }
    if let amount = deal.amount { lines.append("  amount: \(describe(amount))") }
    for money in deal.restated ?? [] {
      lines.append("  told again as: \(describe(money))" + (deal.slip == true ? "  (does not fit: a slip)" : ""))
    }
    let details: [(String, String?)] = [
      ("stake", deal.stakePercent.map { "\($0) %" }), ("round", deal.round),
      ("months", deal.durationMonths.map { "\($0)" }), ("announced on", deal.announcedOn.map { "\($0)" }),
      ("starts on", deal.startsOn.map { "\($0)" }), ("ends on", deal.endsOn.map { "\($0)" }),
      ("nature", deal.nature?.rawValue), ("part of deal", deal.partOf.map { "\($0)" }), ("says", deal.attributedTo),
      ("chips", list(deal.chips)), ("models", list(deal.models)), ("products", list(deal.products)),
    ]
    for case (let name, let value?) in details { lines.append("  \(name): \(value)") }
    for size in deal.capacity ?? [] { lines.append("  size: \(size.value) \(size.unit)") }
    lines += deal.evidence.map(describe)
    for value in deal.values ?? [] {
      lines.append(style.dim("    \(value.attribute.rawValue) = \(value.value)  \(place(value.evidence))  \(value.evidence.rule)  \(value.confidence.probability)"))
    }
    return lines
  }

  private func describe(_ metric: Metric) -> [String] {
    let period = metric.period.map { "  \($0)" } ?? ""
    let qualifier = metric.qualifier.flatMap { $0 == .exact ? nil : "  \($0.rawValue)" } ?? ""
    return [
      style.bold("figure  \(metric.measure.rawValue)") + "  \(metric.subject)  \(metric.value) \(metric.unit)\(period)\(qualifier)"
    ] + metric.evidence.map(describe)
  }

  private func describe(_ fact: ModelFact) -> [String] {
    let status = fact.status.map { "  \($0.rawValue)" } ?? ""
    let source = fact.claimedBy.map { "  says \($0)" } ?? ""
    return [style.bold("relation  \(fact.model) \(fact.relation.rawValue) \(fact.object)") + status + source]
      + fact.evidence.map(describe)
  }

  private func entities() -> [String] {
    facts.entities.map { entity in
      let sure = entity.confidence.map { "  \($0.probability)" } ?? ""
      return style.dim("\(entity.type.rawValue)  \(entity.id)  \(entity.name)  ×\(entity.mentions.count)\(sure)")
    }
  }

  private func describe(_ money: Money) -> String {
    var text = "\(money.value) \(money.currency)"
    if money.qualifier != .exact { text += "  \(money.qualifier.rawValue)" }
    if let period = money.period { text += "  a \(period)" }
    if money.cumulative == true { text += "  cumulative" }
    return text
  }

  private func describe(_ evidence: Evidence) -> String {
    "  \(place(evidence))  \(style.evidence(evidence.text.replacing("\n", with: " ")))  \(style.dim(evidence.rule))"
  }

  private func place(_ evidence: Evidence) -> String {
    (evidence.part == .title ? "title " : "") + "\(evidence.start)–\(evidence.end)"
  }

  private func list(_ ids: [String]) -> String? { ids.isEmpty ? nil : ids.joined(separator: ", ") }
}

/// A text with names and evidence marked where they stand.
struct MarkedText {
  let text: String
  let facts: ArticleFacts
  let style: TextStyle

  func rendered() -> String {
    let scalars = Array(text.unicodeScalars)
    var isEvidence = [Bool](repeating: false, count: scalars.count)
    for evidence in facts.deals.flatMap(\.evidence) + facts.metrics.flatMap(\.evidence) + facts.modelFacts.flatMap(\.evidence)
    where evidence.part == nil {
      for place in max(0, evidence.start)..<max(0, evidence.start, min(evidence.end, scalars.count)) { isEvidence[place] = true }
    }
    let names = facts.entities.flatMap(\.mentions).filter { $0.part == nil && $0.end <= scalars.count }
      .sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    var result = ""
    var position = 0
    for name in names where name.start >= position {
      result += plain(scalars, isEvidence, position..<name.start)
      result += style.name(string(scalars[name.start..<name.end]))
      position = name.end
    }
    return result + plain(scalars, isEvidence, position..<scalars.count)
  }

  /// Runs of one kind each.
  private func plain(_ scalars: [Unicode.Scalar], _ isEvidence: [Bool], _ range: Range<Int>) -> String {
    var result = ""
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, isEvidence[end] == isEvidence[start] { end += 1 }
      let run = string(scalars[start..<end])
      // Between two names of one proof there may be nothing but a particle; only a terminal's underline stays readable.
      result += isEvidence[start] && style.isColoured ? style.evidence(run) : run
      start = end
    }
    return result
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
