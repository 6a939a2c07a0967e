import Facts

/// The articles that count, in canonical order: of several revisions of one article the latest, sorted by key.
///
/// Everything behind it may rely on that order, which is a property of the set: however the articles came in
/// (`["b", "a", "a again"]` or `["a again", "b", "a"]`), resolution sees `["a", "b"]`.
struct ArticleSet {
  let articles: [ArticleFacts]

  init(_ input: [ArticleFacts]) {
    var current: [String: Int] = [:]
    current.reserveCapacity(input.count)
    for (index, facts) in input.enumerated() {
      let key = facts.article.key
      if let other = current[key], !ArticleSet.supersedes(facts, input[other]) { continue }
      current[key] = index
    }
    articles = current.keys.sorted().compactMap { key in current[key].map { input[$0] } }
  }

  /// The latest modified or published wins, then the greatest hash; facts of equal bytes go by their own lines,
  /// so that the choice is one of the set even where two extractor versions read the same article.
  private static func supersedes(_ new: ArticleFacts, _ old: ArticleFacts) -> Bool {
    let (newDay, oldDay) = (revisionDay(new.article), revisionDay(old.article))
    if newDay != oldDay { return newDay > oldDay }
    if new.article.sha256 != old.article.sha256 { return new.article.sha256 > old.article.sha256 }
    let (newMaker, oldMaker) = (maker(new.extractor), maker(old.extractor))
    if newMaker != oldMaker { return newMaker > oldMaker }
    return new.article.uri < old.article.uri
  }

  private static func revisionDay(_ article: ArticleReference) -> Int {
    max(article.modifiedOn?.dayNumber ?? Int.min, article.publishedOn?.dayNumber ?? Int.min)
  }

  private static func maker(_ extractor: ExtractorVersion) -> String {
    [extractor.version, extractor.catalog, extractor.rules, extractor.dictionary ?? ""].joined(separator: "\u{1F}")
  }
}
