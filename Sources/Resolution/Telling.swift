import Facts

/// One claim as a voice in its deal: who says it, when, and whether it says it of its own knowledge.
struct Telling {
  let reference: ClaimReference
  let claim: DealClaim
  /// Place of the article in `ArticleSet`.
  let article: Int
  let publishedOn: PartialDate?
  /// Number of the independent source that the telling goes back to, within its deal.
  let source: Int
  /// Another telling of the same source came first.
  let isCopy: Bool
  /// A party of the deal says so itself.
  let isOwn: Bool

  /// When the told event happened, as far as the claim or its article lets it be known.
  var eventDay: Int? { claim.announcedOn?.dayNumber ?? publishedOn?.dayNumber }
}

/// Turns the claims of one deal into voices; copies and chains of quotation become one.
///
/// A daily reports, “according to” it four sites report, and a syndicate prints two of the sites word for word: seven
/// articles, one source.
struct IndependentSources {
  private let articles: [ArticleFacts]
  private let duplicates: NearDuplicates

  init(articles: [ArticleFacts], duplicates: NearDuplicates) {
    self.articles = articles
    self.duplicates = duplicates
  }

  func tellings(of claims: [(article: Int, index: Int)]) -> [Telling] {
    let groups = grouped(claims)
    var firstOfGroup: [Int: Int] = [:]
    for place in claims.indices {
      if let known = firstOfGroup[groups[place]], !precedes(claims[place], claims[known]) { continue }
      firstOfGroup[groups[place]] = place
    }
    return claims.enumerated().map { place, at in
      let facts = articles[at.article]
      let claim = facts.deals[at.index]
      return Telling(
        reference: ClaimReference(article: facts.article.key, index: at.index), claim: claim, article: at.article,
        publishedOn: facts.article.publishedOn, source: groups[place], isCopy: firstOfGroup[groups[place]] != place,
        isOwn: isOwn(claim, facts))
    }
  }

  /// Claims of the same article, of near-duplicates, of the same words, or attributed to the same source share a number.
  private func grouped(_ claims: [(article: Int, index: Int)]) -> [Int] {
    var forest = DisjointSets(count: claims.count)
    var first: [String: Int] = [:]
    func link(_ place: Int, by key: String) {
      guard let other = first[key] else {
        first[key] = place
        return
      }
      let (one, two) = (forest.root(of: place), forest.root(of: other))
      if one != two { _ = forest.join(one, two) }
    }
    for (place, at) in claims.enumerated() {
      let facts = articles[at.article]
      let claim = facts.deals[at.index]
      link(place, by: "a\(duplicates.representative[at.article])")
      if let quote = claim.evidence.first?.text, quote.utf8.count >= 24 { link(place, by: "q" + EntityName.folded(quote)) }
      if let source = claim.attributedTo { link(place, by: "s" + EntityName.letters(source)) }
      if claim.attributedTo == nil, let publisher = facts.article.publisher { link(place, by: "s" + EntityName.letters(publisher)) }
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
  private func precedes(_ left: (article: Int, index: Int), _ right: (article: Int, index: Int)) -> Bool {
    let here = articles[left.article].article.publishedOn?.dayNumber ?? Int.max
    let there = articles[right.article].article.publishedOn?.dayNumber ?? Int.max
    return (here, left.article, left.index) < (there, right.article, right.index)
  }

  /// Whether the publisher, or the source that the article names, is a party of the deal.
  private func isOwn(_ claim: DealClaim, _ facts: ArticleFacts) -> Bool {
    guard let speaker = claim.attributedTo ?? facts.article.publisher else { return false }
    let name = EntityName.letters(speaker)
    guard !name.isEmpty else { return false }
    for party in claim.parties {
      if EntityName.letters(party.company) == name { return true }
      for entity in facts.entities where entity.type == .company && entity.id == party.company {
        if EntityName.letters(entity.name) == name { return true }
        if entity.mentions.contains(where: { EntityName.letters($0.text) == name }) { return true }
      }
    }
    return false
  }
}
