import PostgreSQL

/// Why a deal of the warehouse is as it is: each value that an article told of it, with its characters, whether the
/// consensus took it and why not, what contradicts, and how the press told it over time.
struct DealInWarehouse {
  let key: Int
  let style: TextStyle

  /// - Throws: `CommandFailure` (usage) where there is no such deal.
  func rendered(_ connection: borrowing Connection) throws -> String {
    let redirect = try connection.query("select deal_key from mart.deal_redirect where old_deal_key = $1", [.integer(key)])
    let key = redirect.rowCount > 0 ? Int(try redirect.integer(0, 0)) : self.key
    let deal = try connection.query(
      """
      select type, status, companies, amount::text, currency, amount_low::text, amount_high::text, amount_usd::text,
        duration_months::text, announced_on, confidence::text, independent_sources::text, claim_count::text
      from mart.deals
      where deal_key = $1
      """, [.integer(key)])
    guard deal.rowCount == 1 else { throw CommandFailure(.usage, "the warehouse has no deal \(self.key)") }
    var lines = [style.bold("deal \(key)  \(try deal.text(0, 0))  \(try deal.text(0, 1))")]
    if key != self.key { lines.append(style.dim("  was deal \(self.key)")) }
    let labels = [
      (2, "companies"), (3, "amount"), (4, "currency"), (5, "lowest told"), (6, "highest told"), (7, "in USD"), (8, "months"),
      (9, "announced on"), (10, "confidence"), (11, "independent sources"), (12, "tellings"),
    ]
    for (column, label) in labels {
      if let value = deal.optionalText(0, column) { lines.append("  \(label): \(value)") }
    }
    lines += try conflicts(key, connection)
    lines += try tellings(key, connection)
    lines += try history(key, connection)
    return lines.joined(separator: "\n") + "\n"
  }

  private func conflicts(_ key: Int, _ connection: borrowing Connection) throws -> [String] {
    let rows = try connection.query(
      "select attribute, kind, detail from mart.fact_deal_conflict where deal_key = $1 order by conflict_index", [.integer(key)])
    guard rows.rowCount > 0 else { return [] }
    return ["", style.bold("conflicts")]
      + (try (0..<rows.rowCount).map { "  \(try rows.text($0, 0)), \(try rows.text($0, 1)): \(try rows.text($0, 2))" })
  }

  private func tellings(_ key: Int, _ connection: borrowing Connection) throws -> [String] {
    let rows = try connection.query(
      """
      select deal_claim_key::text, coalesce(title, uri), publisher, published_on, attribute, value, quote, span_start::text,
        span_end::text, is_in_title, rule, is_chosen, why_not
      from mart.deal_sources
      where deal_key = $1
      order by published_on nulls last, deal_claim_key, attribute, value
      """, [.integer(key)])
    var lines: [String] = []
    var claim = ""
    for row in 0..<rows.rowCount {
      if try rows.text(row, 0) != claim {
        claim = try rows.text(row, 0)
        let date = rows.optionalText(row, 3) ?? "undated"
        lines += ["", style.bold(try rows.text(row, 1)) + "  " + style.dim("\(date)  \(rows.optionalText(row, 2) ?? "")")]
      }
      guard let attribute = rows.optionalText(row, 4) else { continue }
      let mark = try rows.bool(row, 11) ? "✓" : "·"
      let place = (try rows.bool(row, 9) ? "title " : "") + "\(try rows.text(row, 7))–\(try rows.text(row, 8))"
      let why = rows.optionalText(row, 12).map { "  (\($0))" } ?? ""
      let quote = try rows.text(row, 6).replacing("\n", with: " ")
      lines.append("  \(mark) \(attribute) = \(try rows.text(row, 5))\(why)")
      lines.append("      \(place)  \(style.evidence(quote))  \(style.dim(try rows.text(row, 10)))")
    }
    return lines
  }

  private func history(_ key: Int, _ connection: borrowing Connection) throws -> [String] {
    let rows = try connection.query(
      """
      select told_on, attribute, old_value, new_value
      from mart.fact_deal_history
      where deal_key = $1
      order by change_index
      """, [.integer(key)])
    guard rows.rowCount > 0 else { return [] }
    return ["", style.bold("as the press told it")]
      + (try (0..<rows.rowCount).map { row in
        let old = rows.optionalText(row, 2).map { "\($0) → " } ?? ""
        return "  \(rows.optionalText(row, 0) ?? "undated")  \(try rows.text(row, 1)): \(old)\(try rows.text(row, 3))"
      })
  }
}
