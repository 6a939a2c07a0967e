/// From scored pairs to deals: connected components, then constrained best-first merging inside each.
///
/// A component is closed under links above the threshold, vetoes left out of account, and is recomputed whole; inside it
/// the best pair merges first, ties go by claim order, and a merge that would put vetoed claims together is refused.
/// So neither the order of arrival nor an earlier result has a say.
struct Clustering {
  struct Link {
    let left: Int
    let right: Int
    let score: Int
  }

  private let scorer = PairScorer()

  /// Clusters as places in `records`, each ascending, in the order of their first members.
  func clusters(of records: [ClaimRecord], links: [Link]) -> [[Int]] {
    var forest = DisjointSets(count: records.count)
    var members: [[Int]] = records.indices.map { [$0] }
    let best = links.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    for link in best {
      let one = forest.root(of: link.left)
      let other = forest.root(of: link.right)
      guard one != other, mayMerge(members[one], members[other], records) else { continue }
      let root = forest.join(one, other)
      let rest = root == one ? other : one
      members[root].append(contentsOf: members[rest])
      members[rest] = []
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private func mayMerge(_ left: [Int], _ right: [Int], _ records: [ClaimRecord]) -> Bool {
    for one in left {
      for other in right {
        let assessment = scorer.assess(records[one], records[other])
        if assessment.veto != nil { return false }
        if assessment.holds(.sameArticle), !assessment.isLink { return false }
      }
    }
    return true
  }
}

/// Union–find by size; the smaller number wins ties, so that roots too are a property of the set.
struct DisjointSets {
  private var parent: [Int]
  private var size: [Int]

  init(count: Int) {
    parent = Array(0..<count)
    size = Array(repeating: 1, count: count)
  }

  mutating func root(of node: Int) -> Int {
    var top = node
    while parent[top] != top { top = parent[top] }
    var current = node
    while parent[current] != top { (parent[current], current) = (top, parent[current]) }
    return top
  }

  /// Joins two roots and answers the root of both.
  mutating func join(_ left: Int, _ right: Int) -> Int {
    let (winner, loser) = (size[left], right) >= (size[right], left) ? (left, right) : (right, left)
    parent[loser] = winner
    size[winner] += size[loser]
    return winner
  }
}
