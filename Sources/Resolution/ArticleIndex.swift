public import Facts

/// What of one article has to be found again when others tell the same: its claims, figures and relations, each with the
/// number of what it can be one with, and the bands of its signature.
///
/// It follows from the article, the company tree and the rates alone, so it can be kept while other articles come and go.
public struct ArticleIndex: Sendable {
  public struct Claim: Sendable {
    public let told: ToldClaim
    /// Claims of one number tell the same in the same words' worth: one assertion.
    public let assertion: Int64
    /// Days since 1970-01-01.
    public let published: Int?
    /// Fingerprint and length of the words of proof.
    public let words: Int64
    public let wordsLength: Int
    /// What comparing takes, as bytes.
    public let content: [UInt8]
  }

  public struct Figure<Told: Sendable>: Sendable {
    public let told: Told
    /// Figures of one number are resolved together.
    public let group: Int64
  }

  public let claims: [Claim]
  public let metrics: [Figure<ToldMetric>]
  public let modelFacts: [Figure<ToldModelFact>]
  /// Articles that share a band are compared as copies.
  public let bands: [Int64]
}

/// Makes the index of one article after the other.
public struct ArticleIndexer {
  private var reader: ClaimReader

  public init(companies: CompanyTree, rates: ExchangeRates) {
    reader = ClaimReader(tree: companies, rates: rates)
  }

  public mutating func index(of facts: ArticleFacts) -> ArticleIndex {
    let key = facts.article.key
    let set = reader.records(of: [facts])
    var seen: Set<Int64> = []
    let claims = set.records.map { record -> ArticleIndex.Claim in
      let content = set.contents[Int(record.content)]
      var writer = RecordWriter()
      content.write(to: &writer)
      var repetition = 0
      var number = assertion(writer.bytes, record, content, repetition)
      // Equal claims of one article stay apart.
      while !seen.insert(number).inserted {
        repetition += 1
        number = assertion(writer.bytes, record, content, repetition)
      }
      return ArticleIndex.Claim(
        told: ToldClaim(facts, Int(record.index), representative: key), assertion: number, published: record.published.map(Int.init),
        words: Int64(bitPattern: record.words.hash), wordsLength: Int(record.words.count), content: writer.bytes)
    }
    return ArticleIndex(
      claims: claims,
      metrics: facts.metrics.indices.map {
        ArticleIndex.Figure(
          told: ToldMetric(facts, $0, representative: key), group: Int64(MetricResolution.Key(facts.metrics[$0]).number))
      },
      modelFacts: facts.modelFacts.indices.map {
        ArticleIndex.Figure(
          told: ToldModelFact(facts, $0, representative: key), group: Int64(ModelFactResolution.Key(facts.modelFacts[$0]).number))
      },
      bands: NearDuplicates.bands(of: NearDuplicates.numbers(facts.article.signature)).map(Int64.init))
  }

  private func assertion(
    _ bytes: [UInt8], _ record: ClaimRecord, _ content: ClaimContent, _ repetition: Int
  ) -> Int64 {
    var hash = StableHash()
    hash.add(bytes)
    hash.add(content.isThin && record.isContrasted ? 1 : 0)
    hash.add(content.isThin ? Assertion.halfYear(record.published.map(Int.init)) ?? Int.min : Int.max)
    hash.add(repetition)
    return Int64(hash.number)
  }
}
