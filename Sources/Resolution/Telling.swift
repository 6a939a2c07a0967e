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

  func tellings(of claims: [ClaimRecord]) -> [Telling] {
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

  private enum Origin: Hashable {
    case article(Int)
    case words(ClaimRecord.Words)
    case speaker(String)
  }

  /// Claims of the same article, of near-duplicates, of the same words, or attributed to the same source share a number.
  private func grouped(_ claims: [ClaimRecord]) -> [Int] {
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
    for (place, at) in claims.enumerated() {
      link(place, by: .article(duplicates.representative[at.article]))
      if at.words.proveCopy { link(place, by: .words(at.words)) }
      let facts = articles[at.article]
      if let speaker = facts.deals[at.index].attributedTo ?? facts.article.publisher {
        link(place, by: .speaker(EntityName.letters(speaker)))
      }
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
  private func precedes(_ left: ClaimRecord, _ right: ClaimRecord) -> Bool {
    (left.published ?? Int.max, left.article, left.index) < (right.published ?? Int.max, right.article, right.index)
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
