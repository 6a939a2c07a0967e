/// From scored pairs to deals: connected components, then constrained best-first merging inside each.
///
/// A component is closed under links above the threshold, vetoes left out of account, and is recomputed whole, so neither
/// the order of arrival nor an earlier result has a say. Inside it:
/// 1. the best strong link merges first, ties go by claim order; a merge that would put contradicting claims together
///    is refused;
/// 2. weak links (the parties and the kind, nothing else) join what is left, but only where there is no choice: a bare
///    “甲 and 乙 work together” fits both of two deals that cannot be one, so it joins neither.
struct Clustering {
  struct Link {
    let left: Int
    let right: Int
    let score: Int
  }

  /// Links from here on say more than parties and kind.
  static let strong = 66
  /// Weak links within this distance of one another are a choice, not a ranking.
  static let margin = 8
  /// Two claims this far below the threshold contradict each other, and so do the deals that hold them.
  static let floor = 10

  /// So many members of each side are heard before a merge; what a larger cluster says has been said by then.
  static let witnesses = 40

  private let scorer: PairScorer

  init(scorer: PairScorer) { self.scorer = scorer }

  /// The clusters of all components, each component on some core; in the order of their first members.
  func clusters(of assertions: [Assertion], links: [Link], on cores: Cores) -> [[Int]] {
    var forest = DisjointSets(count: assertions.count)
    for link in links {
      let (one, other) = (forest.root(of: link.left), forest.root(of: link.right))
      if one != other { _ = forest.join(one, other) }
    }
    var numbers: [Int: Int] = [:]
    for link in links where numbers[forest.root(of: link.left)] == nil { numbers[forest.root(of: link.left)] = numbers.count }
    var components: [(members: [Int], links: [Link])] = Array(repeating: ([], []), count: numbers.count)
    var place = Array(repeating: 0, count: assertions.count)
    var clusters: [[Int]] = []
    for member in assertions.indices {
      guard let number = numbers[forest.root(of: member)] else {
        clusters.append([member])
        continue
      }
      place[member] = components[number].members.count
      components[number].members.append(member)
    }
    for link in links {
      guard let number = numbers[forest.root(of: link.left)] else { continue }
      components[number].links.append(Link(left: place[link.left], right: place[link.right], score: link.score))
    }
    // The largest first, so that no core is left with one at the end.
    components.sort { ($1.links.count, $0.members[0]) < ($0.links.count, $1.members[0]) }
    let found = cores.map(components) { component in
      self.clusters(of: component.members.map { assertions[$0] }, links: component.links).map { $0.map { component.members[$0] } }
    }
    for own in found { clusters.append(contentsOf: own) }
    return clusters.sorted { $0[0] < $1[0] }
  }

  /// Clusters as places in `assertions`, each ascending, in the order of their first members.
  func clusters(of assertions: [Assertion], links: [Link]) -> [[Int]] {
    let best = links.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    var forest = DisjointSets(count: assertions.count)
    var members: [[Int]] = assertions.indices.map { [$0] }

    func merge(_ one: Int, _ other: Int) -> Int {
      let root = forest.join(one, other)
      let rest = root == one ? other : one
      members[root].append(contentsOf: members[rest])
      members[rest] = []
      return root
    }

    // A refusal holds for as long as both clusters keep their names: members are only added.
    var refused: Set<UInt64> = []
    func isRefused(_ one: Int, _ other: Int) -> Bool {
      let pair = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
      if refused.contains(pair) { return true }
      if mayMerge(members[one], members[other], assertions) { return false }
      refused.insert(pair)
      return true
    }

    for link in best where link.score >= Clustering.strong {
      let one = forest.root(of: link.left)
      let other = forest.root(of: link.right)
      if one != other, !isRefused(one, other) { _ = merge(one, other) }
    }
    var neighbours: [Int: [Int: Int]] = [:]
    for link in best {
      let one = forest.root(of: link.left)
      let other = forest.root(of: link.right)
      guard one != other else { continue }
      neighbours[one, default: [:]][other] = max(link.score, neighbours[one]?[other] ?? 0)
      neighbours[other, default: [:]][one] = max(link.score, neighbours[other]?[one] ?? 0)
    }
    var isRich: [Bool] = Array(repeating: false, count: assertions.count)
    for place in assertions.indices where !assertions[place].content.isThin { isRich[forest.root(of: place)] = true }

    /// Whether `cluster` could as well join a third cluster that cannot be one with `chosen`.
    func hasRival(_ cluster: Int, against chosen: Int, score: Int, richOnly: Bool) -> Bool {
      for (third, strength) in neighbours[cluster] ?? [:] where third != chosen && strength >= score - Clustering.margin {
        if richOnly, !isRich[third] { continue }
        if !isRefused(cluster, third), isRefused(chosen, third) { return true }
      }
      return false
    }

    // A bare claim joins a deal that something is known of before it joins another bare claim.
    for richOnly in [true, false] {
      for link in best {
        let one = forest.root(of: link.left)
        let other = forest.root(of: link.right)
        guard one != other, !richOnly || isRich[one] || isRich[other], !isRefused(one, other),
          !hasRival(one, against: other, score: link.score, richOnly: richOnly),
          !hasRival(other, against: one, score: link.score, richOnly: richOnly)
        else { continue }
        let root = merge(one, other)
        let rest = root == one ? other : one
        isRich[root] = isRich[root] || isRich[rest]
        for (cluster, score) in neighbours.removeValue(forKey: rest) ?? [:] {
          neighbours[cluster]?[rest] = nil
          if cluster == root { continue }
          let joined = max(score, neighbours[root]?[cluster] ?? 0)
          neighbours[root, default: [:]][cluster] = joined
          neighbours[cluster, default: [:]][root] = joined
        }
      }
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private func mayMerge(_ left: [Int], _ right: [Int], _ assertions: [Assertion]) -> Bool {
    for one in left.prefix(Clustering.witnesses) {
      for other in right.prefix(Clustering.witnesses) {
        let assessment = scorer.assess(assertions[one], assertions[other])
        if assessment.veto != nil { return false }
        if assessment.holds(.sameArticle), !assessment.isLink { return false }
        if assessment.score < Clustering.floor { return false }
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
