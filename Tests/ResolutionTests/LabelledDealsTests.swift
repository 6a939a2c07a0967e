import Facts
import Testing

@testable import Resolution

/// Clusters labelled by hand against what resolution finds. The floors only rise.
@Suite struct LabelledDealsTests {
  private struct Row {
    let deal: String
    let article: String
    let published: String
    let claim: DealClaim
  }

  private func rows() throws -> [Row] {
    try LabelledDeals.table.split(separator: "\n").map { line in
      let fields = line.split(separator: " | ").map { String($0.drop { $0 == " " }) }
      try #require(fields.count == 8, "\(line)")
      let kind = fields[3].split(separator: " ").map(String.init)
      let type = try #require(DealType(rawValue: kind[0]), "\(line)")
      let status = try #require(DealStatus(rawValue: kind[1]), "\(line)")
      var told = claim(type, status, "", fields[5] == "-" ? nil : fields[5], quote: fields[7])
      told.parties = try parties(fields[4])
      for word in fields[6].split(separator: " ") where word != "-" { try note(String(word), in: &told) }
      return Row(deal: fields[0], article: fields[1], published: fields[2], claim: told)
    }
  }

  /// `customer:sora provider:new:Two Words`.
  private func parties(_ text: String) throws -> [Party] {
    var parties: [Party] = []
    for word in text.split(separator: " ") {
      if let colon = word.firstIndex(of: ":"), let role = Role(rawValue: String(word[..<colon])) {
        parties.append(Party(company: String(word[word.index(after: colon)...]), role: role))
      } else {
        try #require(!parties.isEmpty)
        parties[parties.count - 1].company += " " + word
      }
    }
    return parties
  }

  private func note(_ word: String, in claim: inout DealClaim) throws {
    let parts = word.split(separator: "=").map(String.init)
    let value = parts.last ?? ""
    switch parts[0] {
    case "months": claim.durationMonths = Int(value)
    case "on": claim.announcedOn = PartialDate(value)
    case "start": claim.startsOn = PartialDate(value)
    case "round": claim.round = value.replacing("_", with: " ")
    case "stake": claim.stakePercent = ExactDecimal(value)
    case "watt", "count": claim.capacity = [Capacity(value: try #require(ExactDecimal(value)), unit: parts[0])]
    case "chip": claim.chips = [value]
    case "model": claim.models = [value]
    case "product": claim.products = [value]
    case "sum": claim.amount?.cumulative = true
    default: Issue.record("unknown word \(word)")
    }
  }

  @Test("hand-labelled deals in three languages: pairwise and B-cubed F1 of at least 0.97")
  func clusters() throws {
    let rows = try rows()
    var byArticle: [String: [Row]] = [:]
    for row in rows { byArticle[row.article, default: []].append(row) }
    let articles = byArticle.map { name, rows in article(name, on: rows[0].published, rows.map(\.claim)) }
    let deals = try resolver(parents: LabelledDeals.parents).resolve(articles).deals
    var found: [String: Int] = [:]
    for (number, deal) in deals.enumerated() {
      for claim in deal.claims { found["\(claim.article)#\(claim.index)"] = number }
    }
    var gold: [(deal: String, found: Int)] = []
    var wrong: [String] = []
    for (name, rows) in byArticle {
      for (index, row) in rows.enumerated() {
        gold.append((row.deal, try #require(found["https://example.org/\(name)#\(index)"])))
      }
    }
    let score = ClusterScore(gold.map { ($0.deal, "\($0.found)") })
    for (deal, group) in Dictionary(grouping: gold, by: \.deal).sorted(by: { $0.key < $1.key }) {
      let parts = Set(group.map(\.found))
      if parts.count > 1 { wrong.append("\(deal) in \(parts.count) parts") }
    }
    for (_, group) in Dictionary(grouping: gold, by: \.found) {
      let labels = Set(group.map(\.deal))
      if labels.count > 1 { wrong.append("together: \(labels.sorted())") }
    }
    #expect(Set(rows.map(\.deal)).count >= 60 && rows.count >= 200)
    #expect(score.pairwise >= 0.97, "\(score.pairwise) \(wrong.sorted())")
    #expect(score.bCubed >= 0.97, "\(score.bCubed) \(wrong.sorted())")
  }
}

/// Pairwise and B-cubed F1 of a clustering.
struct ClusterScore {
  let pairwise: Double
  let bCubed: Double

  init(_ members: [(gold: String, found: String)]) {
    var both = 0.0
    var inGold = 0.0
    var inFound = 0.0
    var precision = 0.0
    var recall = 0.0
    for (place, one) in members.enumerated() {
      var sameGold = 0.0
      var sameFound = 0.0
      var sameBoth = 0.0
      for (other, two) in members.enumerated() {
        let gold = one.gold == two.gold
        let found = one.found == two.found
        if gold { sameGold += 1 }
        if found { sameFound += 1 }
        if gold, found { sameBoth += 1 }
        if other > place {
          if gold { inGold += 1 }
          if found { inFound += 1 }
          if gold, found { both += 1 }
        }
      }
      precision += sameBoth / sameFound
      recall += sameBoth / sameGold
    }
    func harmonic(_ left: Double, _ right: Double) -> Double { left + right == 0 ? 0 : 2 * left * right / (left + right) }
    pairwise = harmonic(inFound == 0 ? 1 : both / inFound, inGold == 0 ? 1 : both / inGold)
    bCubed = harmonic(precision / Double(members.count), recall / Double(members.count))
  }
}
