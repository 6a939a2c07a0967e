internal import PostgreSQL

/// Rows of a query, a page at a time, over a connection that does other things in between: a cursor of the transaction.
struct PagedRows<Row> {
  private let name: String
  private let pageSize: Int
  private let read: (borrowing QueryResult, Int) throws -> Row
  private var page: [Row] = []
  private var place = 0
  private var isAtEnd = false

  /// `name` is one that no other open cursor of the transaction has.
  init(
    _ name: String, _ query: String, pageSize: Int = 1000, _ connection: borrowing Connection,
    read: @escaping (borrowing QueryResult, Int) throws -> Row
  ) throws {
    self.name = name
    self.pageSize = pageSize
    self.read = read
    try connection.execute("declare \(name) no scroll cursor for\n\(query)")
  }

  /// The next row, without taking it.
  mutating func peek(_ connection: borrowing Connection) throws -> Row? {
    if place == page.count, !isAtEnd { try turn(connection) }
    return place < page.count ? page[place] : nil
  }

  /// Takes the next row; `nil` at the end.
  mutating func next(_ connection: borrowing Connection) throws -> Row? {
    guard let row = try peek(connection) else { return nil }
    place += 1
    return row
  }

  private mutating func turn(_ connection: borrowing Connection) throws {
    page.removeAll(keepingCapacity: true)
    place = 0
    let rows = try connection.query("fetch \(pageSize) from \(name)")
    for row in 0..<rows.rowCount { page.append(try read(rows, row)) }
    if rows.rowCount < pageSize {
      isAtEnd = true
      try connection.execute("close \(name)")
    }
  }
}
