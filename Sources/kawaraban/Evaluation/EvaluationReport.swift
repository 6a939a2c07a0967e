import Facts

/// An evaluation as a table for a person or as JSON for a machine.
extension Evaluation {
  func table() -> String {
    var table = TextTable([
      ("fact", .left), ("precision", .right), ("recall", .right), ("f1", .right), ("found", .right), ("extra", .right),
      ("missed", .right),
    ])
    for (name, count) in counts {
      table.add(
        name, figure(count.precision), figure(count.recall), figure(count.f1), "\(count.found)", "\(count.extra)",
        "\(count.missed)")
    }
    var shares = TextTable([("attribute of a deal", .left), ("accuracy", .right), ("right", .right), ("of", .right)])
    for attribute in Attribute.allCases {
      guard let share = attributes[attribute] else { continue }
      shares.add(attribute.rawValue, figure(share.accuracy), "\(share.right)", "\(share.of)")
    }
    return "\(articles) articles, \(missingArticles.count) of them not read\n\n\(table.text)\n\(shares.text)\n"
      + "traps told as confirmed deals: \(trapHits)\n"
  }

  func json() -> String {
    func row(_ count: Count) -> String {
      "{\"precision\":\(number(count.precision)),\"recall\":\(number(count.recall)),\"f1\":\(number(count.f1)),"
        + "\"found\":\(count.found),\"extra\":\(count.extra),\"missed\":\(count.missed)}"
    }
    let facts = counts.map { "\(jsonString($0.0)):\(row($0.1))" }.joined(separator: ",")
    let shares = Attribute.allCases.compactMap { attribute in
      attributes[attribute].map {
        "\(jsonString(attribute.rawValue)):{\"accuracy\":\(number($0.accuracy)),\"right\":\($0.right),\"of\":\($0.of)}"
      }
    }.joined(separator: ",")
    let missing = missingArticles.map(jsonString).joined(separator: ",")
    return "{\"articles\":\(articles),\"missing_articles\":[\(missing)],\"facts\":{\(facts)},"
      + "\"attributes\":{\(shares)},\"trap_hits\":\(trapHits)}\n"
  }

  var counts: [(String, Count)] {
    EntityType.allCases.map { ("entity \($0.rawValue)", entities[$0] ?? Count()) }
      + [
        ("entity all", allEntities), ("deal strict", strictDeals), ("deal lenient", lenientDeals), ("metric", metrics),
        ("model fact", modelFacts),
      ]
  }

  private func figure(_ value: Double?) -> String { value.map { thousandths($0) } ?? "–" }
  private func number(_ value: Double?) -> String { value.map { thousandths($0) } ?? "null" }
}

/// `0.9534` as `0.953`.
func thousandths(_ value: Double) -> String {
  let whole = Int((value * 1000).rounded())
  let digits = String(whole % 1000)
  return "\(whole / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
}
