import Facts

/// Which articles are copies of one another: a wire story in ten papers is one voice.
///
/// Articles carry a MinHash signature over folded shingles; the share of equal positions estimates the Jaccard index of
/// the texts. Candidates share a band of four positions; from an estimate of 0.8 on the two are one. A cluster is known by
/// its first article in canonical order, so it is a property of the set, not of arrival.
struct NearDuplicates {
  static let bandWidth = 4
  static let leastSimilarity = 0.8

  /// For each article the first article of its cluster, itself where it is alone.
  let representative: [Int]

  init(_ articles: [ArticleFacts]) {
    var forest = DisjointSets(count: articles.count)
    var first: [Int: Int] = [:]
    for (place, facts) in articles.enumerated() {
      guard let signature = facts.article.signature else { continue }
      for band in NearDuplicates.bands(of: signature) {
        guard let other = first[band] else {
          first[band] = place
          continue
        }
        let one = forest.root(of: place)
        let two = forest.root(of: other)
        if one != two, NearDuplicates.similarity(signature, articles[other].article.signature ?? []) >= NearDuplicates.leastSimilarity {
          _ = forest.join(one, two)
        }
      }
    }
    var smallest: [Int: Int] = [:]
    representative = articles.indices.map { place in
      let root = forest.root(of: place)
      if let known = smallest[root] { return known }
      smallest[root] = place
      return place
    }
  }

  /// By key, for articles that are not alone.
  func representatives(of articles: [ArticleFacts]) -> [String: String] {
    var members: [Int: [Int]] = [:]
    for (place, first) in representative.enumerated() { members[first, default: []].append(place) }
    var keys: [String: String] = [:]
    for (first, places) in members where places.count > 1 {
      for place in places { keys[articles[place].article.key] = articles[first].article.key }
    }
    return keys
  }

  /// Numbers of a signature's bands: articles that share one are compared.
  static func bands(of signature: [String]) -> [Int] {
    guard signature.count >= bandWidth else { return [] }
    return stride(from: 0, through: signature.count - bandWidth, by: bandWidth).map { start in
      var hash = StableHash()
      hash.add(start)
      for part in signature[start..<(start + bandWidth)] {
        hash.add(part.utf8)
        hash.add([0])
      }
      return hash.number
    }
  }

  /// Share of equal positions; signatures of different lengths are not comparable.
  static func similarity(_ left: [String], _ right: [String]) -> Double {
    guard left.count == right.count, !left.isEmpty else { return 0 }
    var equal = 0
    for (one, other) in zip(left, right) where one == other { equal += 1 }
    return Double(equal) / Double(left.count)
  }
}
