import Facts

/// The articles that count, in canonical order: of several revisions of one article the latest, sorted by key.
///
/// Everything behind it may rely on that order, which is a property of the set: however the articles came in
/// (`["b", "a", "a again"]` or `["a again", "b", "a"]`), resolution sees `["a", "b"]`.
struct ArticleSet {
  let articles: [ArticleFacts]

  init(_ input: [ArticleFacts]) {
    var current = CurrentRevisions()
    for facts in input { current.add(facts) }
    articles = current.inOrder.map { input[$0] }
  }
}

/// Which of the articles that came in count, by the order of their coming.
struct CurrentRevisions {
  private var places: [String: Int] = [:]
  private var revisions: [Revision] = []

  mutating func add(_ facts: ArticleFacts) {
    let revision = Revision(facts)
    if let other = places[facts.article.key], !revision.supersedes(revisions[other]) {
      // Kept for its place alone.
    } else {
      places[facts.article.key] = revisions.count
    }
    revisions.append(revision)
  }

  /// In canonical order.
  var inOrder: [Int] { places.sorted { $0.key < $1.key }.map(\.value) }

  /// The latest modified or published wins, then the greatest hash; facts of equal bytes go by their own lines,
  /// so that the choice is one of the set even where two extractor versions read the same article.
  private struct Revision {
    let day: Int
    let sha256: String
    let extractor: ExtractorVersion
    let uri: String

    init(_ facts: ArticleFacts) {
      day = max(facts.article.modifiedOn?.dayNumber ?? Int.min, facts.article.publishedOn?.dayNumber ?? Int.min)
      sha256 = facts.article.sha256
      extractor = facts.extractor
      uri = facts.article.uri
    }

    func supersedes(_ old: Revision) -> Bool {
      if day != old.day { return day > old.day }
      if sha256 != old.sha256 { return sha256 > old.sha256 }
      let (newMaker, oldMaker) = (maker, old.maker)
      if newMaker != oldMaker { return newMaker > oldMaker }
      return uri < old.uri
    }

    private var maker: String {
      [extractor.version, extractor.catalog, extractor.rules, extractor.dictionary ?? ""].joined(separator: "\u{1F}")
    }
  }
}
