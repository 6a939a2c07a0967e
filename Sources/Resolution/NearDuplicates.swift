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
    self.init(signatures: articles.map { NearDuplicates.numbers($0.article.signature) })
  }

  /// - Parameter signatures: an empty one is no signature.
  init(signatures: [[UInt64]]) {
    var forest = DisjointSets(count: signatures.count)
    var first: [Int: Int] = [:]
    for (place, signature) in signatures.enumerated() where !signature.isEmpty {
      for band in NearDuplicates.bands(of: signature) {
        guard let other = first[band] else {
          first[band] = place
          continue
        }
        let one = forest.root(of: place)
        let two = forest.root(of: other)
        if one != two, NearDuplicates.similarity(signature, signatures[other]) >= NearDuplicates.leastSimilarity {
          _ = forest.join(one, two)
        }
      }
    }
    var smallest: [Int: Int] = [:]
    representative = signatures.indices.map { place in
      let root = forest.root(of: place)
      if let known = smallest[root] { return known }
      smallest[root] = place
      return place
    }
  }

  /// By key, for articles that are not alone.
  func representatives(of keys: [String]) -> [String: String] {
    var members: [Int: [Int]] = [:]
    for (place, first) in representative.enumerated() { members[first, default: []].append(place) }
    var representatives: [String: String] = [:]
    for (first, places) in members where places.count > 1 {
      for place in places { representatives[keys[place]] = keys[first] }
    }
    return representatives
  }

  /// A signature's hashes as numbers of their own: equal ones for equal ones.
  static func numbers(_ signature: [String]?) -> [UInt64] {
    (signature ?? []).map { UInt64(bitPattern: Int64(StableHash.number(of: $0))) }
  }

  /// Numbers of a signature's bands: articles that share one are compared.
  static func bands(of signature: [UInt64]) -> [Int] {
    guard signature.count >= bandWidth else { return [] }
    return stride(from: 0, through: signature.count - bandWidth, by: bandWidth).map { start in
      var hash = StableHash()
      hash.add(start)
      for part in signature[start..<(start + bandWidth)] {
        hash.add(Int(bitPattern: UInt(part)))
      }
      return hash.number
    }
  }

  /// Share of equal positions; signatures of different lengths are not comparable.
  static func similarity<Hash: Equatable>(_ left: [Hash], _ right: [Hash]) -> Double {
    guard left.count == right.count, !left.isEmpty else { return 0 }
    var equal = 0
    for (one, other) in zip(left, right) where one == other { equal += 1 }
    return Double(equal) / Double(left.count)
  }
}
