internal import PostgreSQL

/// Brings one table of the mart to what its query says, touching only rows that differ.
struct MartMerge {
  let table: MartTable
  let query: String

  /// What the table should hold, as a temporary table of this transaction.
  private var wanted: String { "wanted_\(table.name)" }
  private var match: String { table.key.map { "t.\($0) = w.\($0)" }.joined(separator: " and ") }

  /// Computes what the table should hold.
  func prepare(_ connection: borrowing Connection) throws {
    try connection.execute("create temporary table \(wanted) on commit drop as\n\(query)")
    try connection.execute("analyze \(wanted)")
  }

  /// Updates changed rows, inserts missing ones; returns how many.
  func upsert(_ connection: borrowing Connection) throws -> Int {
    let columns = try connection.query("select * from \(wanted) limit 0").columnNames
    let list = columns.joined(separator: ", ")
    let rest = columns.filter { !table.key.contains($0) }
    var changed = 0
    if !rest.isEmpty {
      let old = rest.map { "t.\($0)" }.joined(separator: ", ")
      let new = rest.map { "w.\($0)" }.joined(separator: ", ")
      changed += try connection.execute(
        """
        update mart.\(table.name) t
        set \(rest.map { "\($0) = w.\($0)" }.joined(separator: ", "))
        from \(wanted) w
        where \(match)
          and (\(old)) is distinct from (\(new))
        """)
    }
    changed += try connection.execute(
      """
      insert into mart.\(table.name) (\(list))
      select \(list)
      from \(wanted) w
      where not exists (select from mart.\(table.name) t where \(match))
      order by \(table.key.map { "w.\($0)" }.joined(separator: ", "))
      """)
    return changed
  }

  /// Deletes rows that the query no longer gives, in a full refresh any, else those in the scope of what is touched;
  /// returns how many.
  func deleteRest(isFull: Bool, _ connection: borrowing Connection) throws -> Int {
    try connection.execute(
      """
      delete from mart.\(table.name) t
      where not exists (select from \(wanted) w where \(match))
      \(table.surrogate.map { "and t.\($0) >= 0" } ?? "")
      \(isFull ? "" : "and (\(table.scope))")
      """)
  }
}
