/// Which companies are one house: `aws` under `amazon`, `google-deepmind` under `google` under `alphabet`.
///
/// Two articles that name a subsidiary and its parent can tell the same deal, so comparisons go by the ultimate parent,
/// while every party keeps the id that the article named. The tree is plain values, handed in from the catalogue.
public struct CompanyTree: Sendable {
  private let parents: [String: String]

  /// - Parameter parents: company id → id of its parent; companies without a parent need no entry.
  public init(parents: [String: String] = [:]) {
    self.parents = parents
  }

  /// The top of the house that `company` belongs to; itself where it has no parent.
  /// A parent cycle in the data ends at its smallest id, the same from wherever it is entered.
  public func house(of company: String) -> String {
    var current = company
    var path = [company]
    while let parent = parents[current] {
      if let start = path.firstIndex(of: parent) { return path[start...].min() ?? parent }
      path.append(parent)
      current = parent
    }
    return current
  }
}
