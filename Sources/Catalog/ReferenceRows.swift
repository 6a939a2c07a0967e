public import Facts

extension Catalog {
  /// Whether a row belongs to the shared reference; the rows behind it in each file are the project's own additions.
  public func isReference(_ type: EntityType, _ id: String) -> Bool {
    guard let row = index.row(type, id) else { return false }
    guard let last = Self.lastReferenceRow[type] else { return true }
    return row <= (index.row(type, last) ?? Int.max)
  }

  /// The last rows taken over from the reference, a kind each.
  private static let lastReferenceRow: [EntityType: String] = [
    .company: "ouster", .model: "lbm-tri", .product: "fourier-gr", .person: "takahiro-yamauchi",
  ]
}
