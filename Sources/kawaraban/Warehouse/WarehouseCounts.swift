import PostgreSQL
import Warehouse

/// How many deals the warehouse holds, by type and class of status.
struct WarehouseCounts {
  struct Row: Equatable {
    let type: String
    let confirmed: Int
    let prospective: Int
    let unconfirmed: Int
    let negative: Int
    /// Sum of the confirmed ones that may be added up, in whole dollars; `nil` where none has an amount.
    let usd: Int?

    var byClass: [(String, Int)] {
      [("confirmed", confirmed), ("prospective", prospective), ("unconfirmed", unconfirmed), ("negative", negative)]
    }
  }

  let deals: [Row]

  init(_ connection: borrowing Connection) throws {
    let rows = try connection.query(
      """
      select
        type,
        count(*) filter (where status_class = 'confirmed'),
        count(*) filter (where status_class = 'prospective'),
        count(*) filter (where status_class = 'unconfirmed'),
        count(*) filter (where status_class = 'negative'),
        sum(amount_usd) filter (where is_confirmed and is_additive)::bigint
      from mart.deals
      group by type
      order by count(*) desc, type
      """)
    deals = try (0..<rows.rowCount).map { row in
      Row(
        type: try rows.text(row, 0), confirmed: Int(try rows.integer(row, 1)), prospective: Int(try rows.integer(row, 2)),
        unconfirmed: Int(try rows.integer(row, 3)), negative: Int(try rows.integer(row, 4)),
        usd: rows.isNull(row, 5) ? nil : Int(try rows.integer(row, 5)))
    }
  }
}
