internal import Facts
public import PostgreSQL

/// A correction that an analyst pins onto a deal: it overrides the consensus and survives every backfill.
///
/// It finds its deal by evidence (an article and characters of the proof there), or by parties, type and, where given, day of
/// announcement; never by a number, which a new extraction may give to another deal.
public struct Pin: Sendable, Equatable {
  public enum Selector: Sendable, Equatable {
    case evidence(article: String, quote: String)
    case parties(companies: [String], type: String, announcedOn: String?)
  }

  public var selector: Selector
  /// `status`, `type`, `amount`, `duration_months`, `stake_percent`, `announced_on`, `round`.
  public var attribute: String
  /// In canonical text: `38000000000 USD`, `denied`, `84`; `nil` says that the deal has none.
  public var value: String?
  public var author: String
  public var reason: String

  public init(selector: Selector, attribute: String, value: String?, author: String, reason: String) {
    self.selector = selector
    self.attribute = attribute
    self.value = value
    self.author = author
    self.reason = reason
  }
}

/// A pin as the warehouse keeps it.
public struct KeptPin: Sendable, Equatable {
  public let id: Int64
  public let pin: Pin
  public let createdAt: String
  /// Deals that it matched in the last refresh; `nil` before the first. One is right.
  public let deals: Int?
}

/// `kawaraban pin`, `unpin`, `pins`. The next refresh applies them.
public struct Pins: Sendable {
  public init() {}

  /// Keeps a pin; throws `.input` where attribute or value cannot be one.
  @discardableResult
  public func add(_ pin: Pin, _ connection: borrowing Connection) throws -> Int64 {
    _ = try PinnedValue(pin)
    guard !pin.author.allSatisfy(\.isWhitespace), !pin.reason.allSatisfy(\.isWhitespace) else {
      throw WarehouseError(.input, "a pin needs an author and a reason")
    }
    var article: String?
    var quote: String?
    var companies: [String]?
    var type: String?
    var announcedOn: String?
    switch pin.selector {
    case .evidence(let place, let characters):
      article = place
      quote = characters
    case .parties(let ids, let dealType, let day):
      guard !ids.isEmpty, DealType(rawValue: dealType) != nil else {
        throw WarehouseError(.input, "a pin by parties needs at least one company and a type of deal, not “\(dealType)”")
      }
      companies = ids
      type = dealType
      announcedOn = day
    }
    return try connection.query(
      """
      insert into ops.pin (author, reason, article_id, quote, companies, deal_type, announced_on, attribute, value)
      values ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9)
      returning pin_id
      """,
      [
        .text(pin.author), .text(pin.reason), .text(article), .text(quote), companies.map { .texts($0) } ?? .null,
        .text(type), .text(announcedOn), .text(pin.attribute), .text(pin.value),
      ]
    ).integer(0, 0)
  }

  /// Takes a pin back; whether there was one. The row stays, as a record.
  public func remove(_ id: Int64, author: String, _ connection: borrowing Connection) throws -> Bool {
    try connection.execute(
      "update ops.pin set removed_at = clock_timestamp(), removed_by = $2 where pin_id = $1 and removed_at is null",
      [.integer(id), .text(author)]) == 1
  }

  /// The pins that hold, oldest first.
  public func list(_ connection: borrowing Connection) throws -> [KeptPin] {
    let rows = try connection.query(
      """
      select
        p.pin_id, p.author, p.reason, p.article_id, p.quote, array_to_string(p.companies, chr(31)), p.deal_type,
        p.announced_on, p.attribute, p.value, to_char(p.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), m.deals
      from ops.pin p
      left join ops.pin_match m using (pin_id)
      where p.removed_at is null
      order by p.pin_id
      """)
    var kept: [KeptPin] = []
    for row in 0..<rows.rowCount {
      let selector: Pin.Selector
      if let article = rows.optionalText(row, 3) {
        selector = .evidence(article: article, quote: try rows.text(row, 4))
      } else {
        selector = .parties(
          companies: try rows.text(row, 5).split(separator: "\u{1F}").map(String.init), type: try rows.text(row, 6),
          announcedOn: rows.optionalText(row, 7))
      }
      kept.append(
        KeptPin(
          id: try rows.integer(row, 0),
          pin: Pin(
            selector: selector, attribute: try rows.text(row, 8), value: rows.optionalText(row, 9),
            author: try rows.text(row, 1), reason: try rows.text(row, 2)),
          createdAt: try rows.text(row, 10), deals: try rows.optionalInteger(row, 11).map(Int.init)))
    }
    return kept
  }
}
