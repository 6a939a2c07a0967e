public import PostgreSQL

/// What a load or a backfill would change, found by doing it in a transaction that is rolled back.
///
/// ```
/// let changes = try DryRun().measure(connection) { connection in /* begin a run, land, refresh */ }
/// ```
public struct DryRun: Sendable {
  /// One deal that would come, go or change, and how: `amount 1000000000 USD → 2000000000 USD`.
  public struct Difference: Sendable, Equatable {
    public enum Change: String, Sendable { case added, changed, removed }

    public let change: Change
    public let dealKey: Int64
    public let companies: String?
    public let what: String
  }

  /// Deals and additive sums of one class of status.
  public struct Total: Sendable, Equatable {
    public let statusClass: String
    public let dealsBefore: Int
    public let dealsAfter: Int
    /// US dollars, exact.
    public let usdBefore: String
    public let usdAfter: String
  }

  public struct Changes: Sendable, Equatable {
    public let deals: [Difference]
    public let totals: [Total]
  }

  private struct Measured: Error {
    let changes: Changes
  }

  private let files: SQLFiles

  public init(files: SQLFiles = .embedded()) {
    self.files = files
  }

  /// `work` may use everything that writes the warehouse through this connection; nothing of it stays.
  public func measure(_ connection: borrowing Connection, work: (borrowing Connection) throws -> Void) throws -> Changes {
    do {
      try connection.transaction(isolation: "repeatable read") { connection in
        try connection.execute(files.text("backfill/deals_before.sql"))
        try work(connection)
        throw Measured(changes: Changes(deals: try differences(connection), totals: try totals(connection)))
      }
    } catch let measured as Measured {
      return measured.changes
    }
    return Changes(deals: [], totals: [])
  }

  private func differences(_ connection: borrowing Connection) throws -> [Difference] {
    let rows = try connection.query(files.text("backfill/differences.sql"))
    var differences: [Difference] = []
    for row in 0..<rows.rowCount {
      guard let change = Difference.Change(rawValue: try rows.text(row, 0)) else { continue }
      differences.append(
        Difference(
          change: change, dealKey: try rows.integer(row, 1), companies: rows.optionalText(row, 2),
          what: try rows.text(row, 3)))
    }
    return differences
  }

  private func totals(_ connection: borrowing Connection) throws -> [Total] {
    let rows = try connection.query(files.text("backfill/totals.sql"))
    var totals: [Total] = []
    for row in 0..<rows.rowCount {
      totals.append(
        Total(
          statusClass: try rows.text(row, 0), dealsBefore: Int(try rows.integer(row, 1)),
          dealsAfter: Int(try rows.integer(row, 2)), usdBefore: try rows.text(row, 3), usdAfter: try rows.text(row, 4)))
    }
    return totals
  }
}
