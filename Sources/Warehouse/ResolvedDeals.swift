internal import Facts
internal import PostgreSQL
internal import Resolution

/// Resolves the affected components, a portion at a time, and stages their deals.
///
/// Deals that a pin selects wait to the end: a pin that selects two holds on none.
struct ResolvedDeals {
  /// Claims in memory at once, but for a component that has more.
  static let portion = 1024

  let files: SQLFiles
  let rules: ResolutionRules
  let pins: [KeptPin]

  /// Returns how many deals were resolved.
  func stage(_ connection: borrowing Connection) throws -> Int {
    let resolver = rules.resolver(
      busyBlocks: try IndexedAssertions(files: files).busyBlocks("affected_assertion", connection))
    var components = try Components(files, connection)
    var board = PinBoard(pins: pins)
    var count = 0
    while true {
      let portion = try components.portion(claims: Self.portion, connection)
      if portion.isEmpty { break }
      var made: [StagedDeal] = []
      for (component, told) in zip(portion, try resolver.deals(ofEach: portion.map(\.component))) {
        for resolved in told {
          var deal = StagedDeal(component: component.number, resolved: resolved, day: UsedRates.day(of: resolved))
          deal.isPinned = try board.hold(deal)
          made.append(deal)
        }
      }
      count += made.count
      try DealIndex(deals: made, resolver: resolver).copy(into: connection)
      try DealStaging(deals: made.filter { !$0.isPinned }).copy(into: connection)
    }
    try DealStaging(deals: try board.pinned()).copy(into: connection)
    for match in board.matches { try record(match, connection) }
    try connection.run(
      script: """
        insert into touched_rate_day
        select distinct d.rate_day from staging.deal join resolution.deal d using (claim_set) where d.rate_day is not null
        on conflict do nothing;
        analyze staging.deal; analyze staging.deal_claim; analyze staging.claim_value
        """)
    return count
  }

  private func record(_ match: PinBoard.Match, _ connection: borrowing Connection) throws {
    try connection.execute(
      """
      insert into ops.pin_match (pin_id, deals) values ($1, $2)
      on conflict (pin_id) do update set deals = excluded.deals, matched_at = clock_timestamp()
      """, [.integer(match.pin), .integer(match.deals)])
  }
}

/// A deal on its way into staging.
struct StagedDeal: Sendable {
  let component: Int64
  var resolved: ResolvedDeal
  /// The day whose exchange rates it uses.
  let day: PartialDate?
  var isPinned = false
  /// What an analyst pinned, for people to read.
  var pinNote: String?

  var deal: Deal { resolved.deal }
}

/// The affected components with their links and claims, read side by side in the order of their numbers.
private struct Components {
  struct Numbered {
    let number: Int64
    let component: Component
  }

  private var assertions: PagedRows<(component: Int64, kept: KeptAssertion)>
  private var links: PagedRows<(component: Int64, link: AssertionLink)>
  private var claims: PagedRows<(component: Int64, assertion: Int64, line: [UInt8], representative: String?)>

  init(_ files: SQLFiles, _ connection: borrowing Connection) throws {
    assertions = try PagedRows("component_assertions", files.text("resolution/component_assertions.sql"), connection) { rows, row in
      (try rows.integer(row, 0), try keptAssertion(rows, row, from: 1))
    }
    links = try PagedRows("component_links", files.text("resolution/component_links.sql"), connection) { rows, row in
      (
        try rows.integer(row, 0),
        AssertionLink(one: try rows.integer(row, 1), other: try rows.integer(row, 2), score: Int(try rows.integer(row, 3)))
      )
    }
    claims = try PagedRows("component_claims", files.text("resolution/component_claims.sql"), connection) { rows, row in
      (try rows.integer(row, 0), try rows.integer(row, 1), rows.withBytes(row, 2) { Array($0) }, rows.optionalText(row, 3))
    }
  }

  mutating func portion(claims limit: Int, _ connection: borrowing Connection) throws -> [Numbered] {
    var portion: [Numbered] = []
    var count = 0
    while count < limit, let first = try assertions.next(connection) {
      let number = first.component
      var component = Component()
      component.assertions = [first.kept]
      while let next = try assertions.peek(connection), next.component == number {
        component.assertions.append(next.kept)
        _ = try assertions.next(connection)
      }
      while let next = try links.peek(connection), next.component == number {
        component.links.append(next.link)
        _ = try links.next(connection)
      }
      while let next = try claims.peek(connection), next.component == number {
        component.claims.append(
          Component.Claim(assertion: next.assertion, line: next.line, representative: next.representative))
        _ = try claims.next(connection)
      }
      count += component.claims.count
      portion.append(Numbered(number: number, component: component))
    }
    return portion
  }
}

/// Deals as the index keeps them, for relations.
private struct DealIndex {
  let deals: [StagedDeal]
  let resolver: ComponentResolver

  func copy(into connection: borrowing Connection) throws {
    let lines = ToldLines()
    let table = IndexTable("deal", "claim_set component is_additive has_amount conflicts rate_day is_pinned node")
    try table.copy(into: connection) { rows in
      for staged in deals {
        try rows.begin()
        rows.text(staged.deal.key)
        rows.int64(staged.component)
        rows.bool(staged.deal.isAdditive)
        rows.bool(staged.deal.amount != nil)
        rows.int32(staged.deal.conflicts.count)
        rows.text(staged.day?.description)
        rows.bool(staged.isPinned)
        rows.text(try lines.line(staged.resolved.node.bare))
      }
    }
    try IndexTable("chain", "chain claim_set").copy(into: connection) { rows in
      for staged in deals {
        for chain in Set(resolver.chains(of: staged.deal)) {
          try rows.begin()
          rows.int64(chain)
          rows.text(staged.deal.key)
        }
      }
    }
  }
}
