/// Equal claims as one: what is compared, paired and clustered.
///
/// A thousand articles that all tell `openai buys from aws, signed, 38 billion` make one assertion with a thousand claims, so
/// that a deal told often costs no more pairs than one told once. Equal claims of one article stay apart, and a bare claim
/// (parties and kind alone) only collapses with those of its half-year, and not with one that its article sets against
/// another deal of the same companies: the same words can tell another deal.
/// A class, since it is one thing that gathers claims, and is passed around millions of times. Nothing writes to it once all
/// claims are gathered; only then is it shared between threads.
final class Assertion: @unchecked Sendable {
  let content: ClaimContent
  /// Places in the set's records, ascending.
  private(set) var claims: [Int32]
  /// Articles, ascending.
  private(set) var articles: [Int]
  /// Distinct words of proof, in canonical order; enough of them to recognise a copy.
  private(set) var quotes: [ClaimRecord.Words]
  private var firstDay: Int32?
  private var lastDay: Int32?

  private static let keptQuotes = 8

  /// As kept between refreshes: `articles` ascending, by numbers of their own.
  init(
    _ content: ClaimContent, articles: [Int], quotes: [ClaimRecord.Words], published: (first: Int?, last: Int?)
  ) {
    self.content = content
    claims = []
    self.articles = articles
    self.quotes = quotes
    firstDay = published.first.map { Int32(clamping: $0) }
    lastDay = published.last.map { Int32(clamping: $0) }
  }

  var firstPublished: Int? { firstDay.map(Int.init) }
  var lastPublished: Int? { lastDay.map(Int.init) }

  /// The words to keep of claims in canonical order.
  static func quotes(of words: some Sequence<ClaimRecord.Words>) -> [ClaimRecord.Words] {
    var kept: [ClaimRecord.Words] = []
    for next in words where kept.count < keptQuotes && next.areTelling && !kept.contains(next) { kept.append(next) }
    return kept
  }

  /// Bare claims that are published in one half-year can tell one deal.
  static func halfYear(_ published: Int?) -> Int? { published.map { $0 / 182 } }

  private init(_ record: ClaimRecord, _ content: ClaimContent, at place: Int) {
    self.content = content
    claims = [Int32(place)]
    articles = [Int(record.article)]
    quotes = record.words.areTelling ? [record.words] : []
    firstDay = record.published
    lastDay = record.published
  }

  private func add(_ record: ClaimRecord, at place: Int) {
    claims.append(Int32(place))
    if articles[articles.count - 1] != Int(record.article) { articles.append(Int(record.article)) }
    if quotes.count < Assertion.keptQuotes, record.words.areTelling, !quotes.contains(record.words) { quotes.append(record.words) }
    guard let day = record.published else { return }
    firstDay = min(firstDay ?? day, day)
    lastDay = max(lastDay ?? day, day)
  }

  /// Whether the same articles tell both, so that they are two deals to them: half of the articles of the rarer one.
  /// A single sloppy article among a thousand does not tear a deal apart.
  func sharesArticles(with other: Assertion) -> Bool {
    let (few, many) = articles.count <= other.articles.count ? (articles, other.articles) : (other.articles, articles)
    if few[few.count - 1] < many[0] || many[many.count - 1] < few[0] { return false }
    return few.count { Assertion.contains(many, $0) } * 2 >= few.count
  }

  private static func contains(_ ascending: [Int], _ number: Int) -> Bool {
    var low = 0
    var high = ascending.count
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < ascending.count && ascending[low] == number
  }

  func sharesWords(with other: Assertion) -> Bool { quotes.contains(where: other.quotes.contains) }

  /// Days between the nearest publications; `nil` where one side is undated.
  func daysApart(from other: Assertion) -> Int? {
    guard let first = firstPublished, let last = lastPublished, let otherFirst = other.firstPublished,
      let otherLast = other.lastPublished
    else { return nil }
    return max(0, first - otherLast, otherFirst - last)
  }

  static func collapse(_ set: ClaimRecords) -> [Assertion] {
    var places: [Key: Int] = [:]
    var assertions: [Assertion] = []
    for (place, record) in set.records.enumerated() {
      let content = set.contents[Int(record.content)]
      var key = Key(record, isThin: content.isThin)
      while true {
        guard let known = places[key] else {
          places[key] = assertions.count
          assertions.append(Assertion(record, content, at: place))
          break
        }
        guard assertions[known].articles.last == Int(record.article) else {
          assertions[known].add(record, at: place)
          break
        }
        key.repetition += 1
      }
    }
    return assertions
  }

  private struct Key: Hashable {
    let content: Int32
    let halfYear: Int32?
    let isContrasted: Bool
    /// Which of several equal claims of one article.
    var repetition: Int32 = 0

    init(_ record: ClaimRecord, isThin: Bool) {
      content = record.content
      isContrasted = isThin && record.isContrasted
      halfYear = isThin ? Assertion.halfYear(record.published.map(Int.init)).map { Int32(clamping: $0) } : nil
    }
  }
}
