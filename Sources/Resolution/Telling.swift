import Facts

/// One claim as a voice in its deal: who says it, when, and whether it says it of its own knowledge.
struct Telling {
  let reference: ClaimReference
  let claim: DealClaim
  /// Number of the article.
  let article: Int
  let publishedOn: PartialDate?
  /// Number of the independent source that the telling goes back to, within its deal.
  let source: Int
  /// Another telling of the same source came first.
  let isCopy: Bool
  /// A party of the deal says so itself.
  let isOwn: Bool
  /// What the same article says that the bought company is worth.
  var valuations: [Money] = []

  /// When the told event happened, as far as the claim or its article lets it be known.
  var eventDay: Int? { claim.announcedOn?.dayNumber ?? publishedOn?.dayNumber }
}

/// Turns the claims of one deal into voices; copies and chains of quotation become one.
///
/// A daily reports, “according to” it four sites report, and a syndicate prints two of the sites word for word: seven
/// articles, one source.
struct IndependentSources {
  /// - Parameter claims: in canonical order.
  func tellings(of claims: [ToldClaim]) -> [Telling] {
    let groups = grouped(claims)
    var firstOfGroup: [Int: Int] = [:]
    for place in claims.indices {
      if let known = firstOfGroup[groups[place]], !precedes(claims[place], claims[known]) { continue }
      firstOfGroup[groups[place]] = place
    }
    return claims.enumerated().map { place, told in
      Telling(
        reference: told.reference, claim: told.claim, article: StableHash.number(of: told.reference.article),
        publishedOn: told.publishedOn, source: groups[place], isCopy: firstOfGroup[groups[place]] != place, isOwn: told.isOwn,
        valuations: told.valuations)
    }
  }

  private enum Origin: Hashable {
    case article(String)
    case words(ClaimRecord.Words)
    case speaker(String)
  }

  /// Claims of the same article, of near-duplicates, of the same words, or attributed to the same source share a number.
  private func grouped(_ claims: [ToldClaim]) -> [Int] {
    var forest = DisjointSets(count: claims.count)
    var first: [Origin: Int] = [:]
    func link(_ place: Int, by origin: Origin) {
      guard let other = first[origin] else {
        first[origin] = place
        return
      }
      let (one, two) = (forest.root(of: place), forest.root(of: other))
      if one != two { _ = forest.join(one, two) }
    }
    for (place, told) in claims.enumerated() {
      link(place, by: .article(told.representative))
      let words = ClaimRecord.Words(told.claim)
      if words.proveCopy { link(place, by: .words(words)) }
      if let speaker = told.speaker { link(place, by: .speaker(speaker)) }
    }
    var numbers: [Int: Int] = [:]
    return claims.indices.map { place in
      let root = forest.root(of: place)
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      return number
    }
  }

  /// Published earlier, undated last; else canonical order.
  private func precedes(_ left: ToldClaim, _ right: ToldClaim) -> Bool {
    (left.publishedOn?.dayNumber ?? Int.max, left.reference) < (right.publishedOn?.dayNumber ?? Int.max, right.reference)
  }
}
