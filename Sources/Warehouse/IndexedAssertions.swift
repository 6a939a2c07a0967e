internal import Facts
internal import PostgreSQL
internal import Resolution

/// Which claims hang together, brought up to date for what a load touched: assertions, their links, the components of links.
struct IndexedAssertions {
  let files: SQLFiles

  func refresh(isFull: Bool, _ connection: borrowing Connection) throws {
    try gather(connection)
    try connection.run(script: files.text("resolution/merge_assertions.sql"))
    if isFull {
      try connection.run(script: "analyze resolution.assertion; analyze resolution.block; analyze resolution.claim")
    } else {
      let counted = AssertionIndex.countedKinds.map { Parameter.integer($0) }
      try connection.execute(
        files.text("resolution/widen.sql"), counted + [.integer(AssertionIndex.busy), .integer(AssertionIndex.crowd)])
    }
    try connection.run(script: "analyze touched_assertion")
    try connection.run(script: files.text("resolution/forget_links.sql"))
    try pair(connection)
    try connection.run(script: files.text("resolution/merge_links.sql"))
    try connect(connection)
    try connection.run(script: files.text("resolution/merge_components.sql"))
  }

  /// Blocks of houses that are busy, among those of the assertions of a working table.
  func busyBlocks(_ table: String, _ connection: borrowing Connection) throws -> Set<Int64> {
    var blocks: Set<Int64> = []
    let query = try files.text("resolution/busy_blocks.sql").replacing("{assertions}", with: table)
    try connection.forEachRow(query, [.integer(AssertionIndex.housesKind), .integer(AssertionIndex.busy)]) { row in
      blocks.insert(try row.integer(0, 0))
    }
    return blocks
  }

  // MARK: assertions

  private struct ClaimRow {
    let assertion: Int64
    let member: AssertionIndex.Member
    let content: [UInt8]
  }

  private func gather(_ connection: borrowing Connection) throws {
    var claims = try PagedRows("touched_claims", files.text("resolution/touched_claims.sql"), connection) { rows, row in
      ClaimRow(
        assertion: try rows.integer(row, 0),
        member: AssertionIndex.Member(
          reference: ClaimReference(article: try rows.text(row, 1), index: Int(try rows.integer(row, 2))),
          published: try rows.optionalInteger(row, 3).map(Int.init), words: try rows.integer(row, 4),
          wordsLength: Int(try rows.integer(row, 5))),
        content: try rows.optionalBytes(row, 6) ?? [])
    }
    var made: [(number: Int64, index: AssertionIndex)] = []
    while let first = try claims.next(connection) {
      var members = [first.member]
      while let next = try claims.peek(connection), next.assertion == first.assertion {
        members.append(next.member)
        _ = try claims.next(connection)
      }
      made.append((first.assertion, try AssertionIndex(content: first.content, members: members)))
      if made.count == 2000 { try keep(&made, connection) }
    }
    try keep(&made, connection)
  }

  private func keep(_ made: inout [(number: Int64, index: AssertionIndex)], _ connection: borrowing Connection) throws {
    let assertions = IndexTable("pg_temp.new_assertion", "assertion first_article first_index record blocks")
    try assertions.copy(into: connection) { rows in
      for (number, index) in made {
        try rows.begin()
        rows.int64(number)
        rows.text(index.first.article)
        rows.int32(index.first.index)
        rows.bytes(index.record)
        rows.int64s(index.blocks.map(\.number))
      }
    }
    try IndexTable("pg_temp.new_block", "block assertion kind is_open").copy(into: connection) { rows in
      for (number, index) in made {
        for block in index.blocks {
          try rows.begin()
          rows.int64(block.number)
          rows.int64(number)
          rows.int16(block.kind)
          rows.bool(block.isOpen)
        }
      }
    }
    made.removeAll(keepingCapacity: true)
  }

  // MARK: links

  private struct MemberRow {
    let block: Int64
    let kind: Int
    let isTouched: Bool
    let kept: KeptAssertion
  }

  /// Links of the touched assertions, block by block.
  private func pair(_ connection: borrowing Connection) throws {
    let finder = PairFinder(busyBlocks: try busyBlocks("touched_assertion", connection))
    try connection.execute(
      files.text("resolution/blocks_to_pair.sql"), AssertionIndex.countedKinds.map { Parameter.integer($0) })
    try connection.run(script: "analyze paired_block")
    var rows = try PagedRows("block_members", files.text("resolution/block_members.sql"), connection) { rows, row in
      MemberRow(
        block: try rows.integer(row, 0), kind: Int(try rows.integer(row, 1)), isTouched: try rows.bool(row, 2),
        kept: try keptAssertion(rows, row, from: 3))
    }
    var links: [AssertionLink] = []
    while let first = try rows.next(connection) {
      var members = [(kept: first.kept, isTouched: first.isTouched)]
      while let next = try rows.peek(connection), next.block == first.block {
        members.append((next.kept, next.isTouched))
        _ = try rows.next(connection)
      }
      links += try finder.links(kind: first.kind, members: members)
      if links.count >= 10_000 { try keep(&links, connection) }
    }
    try keep(&links, connection)
  }

  private func keep(_ links: inout [AssertionLink], _ connection: borrowing Connection) throws {
    try IndexTable("pg_temp.new_link", "one other score").copy(into: connection) { rows in
      for link in links {
        try rows.begin()
        rows.int64(link.one)
        rows.int64(link.other)
        rows.int16(link.score)
      }
    }
    links.removeAll(keepingCapacity: true)
  }

  // MARK: components

  /// A component goes by the smallest number of its assertions; sixteen bytes an assertion are all that this takes.
  private func connect(_ connection: borrowing Connection) throws {
    var numbers: [Int64] = []
    try connection.forEachRow("select assertion from affected_assertion order by assertion") { row in
      numbers.append(try row.integer(0, 0))
    }
    var parents = (0..<Int32(numbers.count)).map { $0 }
    func place(of number: Int64) -> Int32? {
      var low = 0
      var high = numbers.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < number { low = middle + 1 } else { high = middle }
      }
      return low < numbers.count && numbers[low] == number ? Int32(low) : nil
    }
    func root(of place: Int32) -> Int32 {
      var top = place
      while parents[Int(top)] != top { top = parents[Int(top)] }
      var current = place
      while parents[Int(current)] != top { (parents[Int(current)], current) = (top, parents[Int(current)]) }
      return top
    }
    try connection.forEachRow(files.text("resolution/affected_links.sql")) { row in
      guard let one = place(of: try row.integer(0, 0)), let other = place(of: try row.integer(0, 1)) else { return }
      let (left, right) = (root(of: one), root(of: other))
      if left != right { parents[Int(max(left, right))] = min(left, right) }
    }
    try IndexTable("pg_temp.new_component", "assertion component").copy(into: connection) { rows in
      for place in numbers.indices {
        let top = root(of: Int32(place))
        if top == Int32(place) { continue }
        try rows.begin()
        rows.int64(numbers[place])
        rows.int64(numbers[Int(top)])
      }
    }
    try connection.run(script: "analyze new_component")
  }
}

/// An assertion from four columns: its number, its first claim's article and index, its record.
func keptAssertion(_ rows: borrowing QueryResult, _ row: Int, from column: Int) throws -> KeptAssertion {
  KeptAssertion(
    number: try rows.integer(row, column),
    first: ClaimReference(article: try rows.text(row, column + 1), index: Int(try rows.integer(row, column + 2))),
    record: try rows.optionalBytes(row, column + 3) ?? [])
}
