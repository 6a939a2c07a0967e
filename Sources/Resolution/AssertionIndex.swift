public import Facts

/// One assertion as it is kept: what comparing it takes, and the blocks that it is in.
public struct AssertionIndex: Sendable {
  /// A claim of it, with what of its article the assertion gathers.
  public struct Member: Sendable {
    let reference: ClaimReference
    let published: Int?
    let words: ClaimRecord.Words

    public init(reference: ClaimReference, published: Int?, words: Int64, wordsLength: Int) {
      self.reference = reference
      self.published = published
      self.words = ClaimRecord.Words(hash: UInt64(bitPattern: words), count: wordsLength)
    }
  }

  public struct Block: Sendable {
    public let number: Int64
    public let kind: Int
    /// Pairs with all others of the block.
    public let isOpen: Bool
  }

  /// Its first claim in canonical order.
  public let first: ClaimReference
  public let record: [UInt8]
  public let blocks: [Block]

  /// `members` in any order, at least one; `content` is that of any claim of the assertion.
  public init(content: [UInt8], members: [Member]) throws {
    var reader = RecordReader(content)
    let ordered = members.sorted { $0.reference < $1.reference }
    guard let first = ordered.first else { throw RecordError() }
    let days = ordered.compactMap(\.published)
    let assertion = Assertion(
      try ClaimContent(from: &reader),
      articles: distinct(ordered.map { StableHash.number(of: $0.reference.article) }),
      quotes: Assertion.quotes(of: ordered.map(\.words)), published: (days.min(), days.max()))
    self.first = first.reference
    record = assertion.record
    var numbers: Set<Int64> = []
    blocks = Blocking().keys(of: assertion).filter { numbers.insert($0.number).inserted }.map { key in
      Block(number: key.number, kind: key.kind.rawValue, isOpen: Blocking.isOpen(assertion.content, in: key.kind))
    }.sorted { $0.number < $1.number }
  }

  /// Blocks of these kinds propose pairs by how many members they have, so that a new member matters to all of them.
  public static let countedKinds = [Blocking.Key.Kind.houses.rawValue, Blocking.Key.Kind.words.rawValue]
  /// Kind of the blocks that are busy from `busy` members on.
  public static let housesKind = Blocking.Key.Kind.houses.rawValue
  public static let busy = PairScorer.busy
  public static let crowd = Blocking.crowd
}

/// An assertion as it is read back.
public struct KeptAssertion: Sendable {
  public let number: Int64
  let first: ClaimReference
  private let record: [UInt8]

  public init(number: Int64, first: ClaimReference, record: [UInt8]) {
    self.number = number
    self.first = first
    self.record = record
  }

  func assertion() throws -> Assertion { try Assertion(record: record) }
}

/// Two assertions that can tell one deal.
public struct AssertionLink: Sendable {
  public let one: Int64
  public let other: Int64
  public let score: Int

  public init(one: Int64, other: Int64, score: Int) {
    self.one = one
    self.other = other
    self.score = score
  }
}

/// Lays the members of one block side by side.
public struct PairFinder: Sendable {
  private let scorer: PairScorer

  /// - Parameter busyBlocks: numbers of the blocks of houses with `AssertionIndex.busy` members or more.
  public init(busyBlocks: Set<Int64>) {
    scorer = PairScorer(busyBlocks: busyBlocks)
  }

  /// Links that a block proposes between a touched member and any other; `members` are all that the block's kind needs.
  public func links(kind: Int, members: [(kept: KeptAssertion, isTouched: Bool)]) throws -> [AssertionLink] {
    guard let kind = Blocking.Key.Kind(rawValue: kind) else { throw RecordError() }
    let ordered = members.sorted { $0.kept.first < $1.kept.first }
    let assertions = try ordered.map { try $0.kept.assertion() }
    var links: [AssertionLink] = []
    for (left, right) in Blocking().pairs(kind, assertions) where ordered[left].isTouched || ordered[right].isTouched {
      let assessment = scorer.assess(assertions[left], assertions[right])
      if assessment.isLink, assessment.veto == nil {
        links.append(AssertionLink(one: ordered[left].kept.number, other: ordered[right].kept.number, score: assessment.score))
      }
    }
    return links
  }
}
