public import Facts
internal import Foundation

/// What hangs together by links, with all its claims: the unit that is resolved alone.
public struct Component: Sendable {
  /// A claim as it is kept: a `ToldClaim` as JSON.
  public struct Claim: Sendable {
    let assertion: Int64
    let line: [UInt8]
    let representative: String?

    /// `representative` is `nil` where the article has no near-duplicates.
    public init(assertion: Int64, line: [UInt8], representative: String?) {
      self.assertion = assertion
      self.line = line
      self.representative = representative
    }

    func told() throws -> ToldClaim {
      var told = try JSONDecoder().decode(ToldClaim.self, from: Data(line))
      if let representative { told.representative = representative }
      return told
    }
  }

  public var assertions: [KeptAssertion] = []
  public var links: [AssertionLink] = []
  public var claims: [Claim] = []

  public init() {}
}

/// Resolves components, figures and chains that were gathered from an index: the same answer as `Resolver` gives for all
/// articles at once, in the memory of one component.
public struct ComponentResolver: Sendable {
  private let maker: DealMaker
  private let clustering: Clustering
  private let relations: RelationFinder

  public init(companies: CompanyTree, rates: ExchangeRates, busyBlocks: Set<Int64>) {
    maker = DealMaker(tree: companies, rates: rates)
    clustering = Clustering(scorer: PairScorer(busyBlocks: busyBlocks))
    relations = RelationFinder(tree: companies)
  }

  /// The deals of one component.
  public func deals(of component: Component) throws -> [ResolvedDeal] {
    try clusters(of: component).map { maker.deal(of: $0) }
  }

  /// The deals of each of several components, on all cores.
  public func deals(ofEach components: [Component]) throws -> [[ResolvedDeal]] {
    try Cores().map(components, chunk: 32) { component in Result { try deals(of: component) } }.map { try $0.get() }
  }

  private func clusters(of component: Component) throws -> [[ToldClaim]] {
    let claims = try component.claims.map { (assertion: $0.assertion, told: try $0.told()) }
      .sorted { $0.told.reference < $1.told.reference }
    if component.assertions.count < 2 { return claims.isEmpty ? [] : [claims.map(\.told)] }
    let ordered = component.assertions.sorted { $0.first < $1.first }
    let places = Dictionary(ordered.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: min)
    let links = component.links.compactMap { link -> Clustering.Link? in
      guard let one = places[link.one], let other = places[link.other] else { return nil }
      return Clustering.Link(left: min(one, other), right: max(one, other), score: link.score)
    }
    let clusters = clustering.clusters(of: try ordered.map { try $0.assertion() }, links: links)
    var owner: [Int: Int] = [:]
    for (number, cluster) in clusters.enumerated() { for place in cluster { owner[place] = number } }
    var result: [[ToldClaim]] = Array(repeating: [], count: clusters.count)
    for (assertion, told) in claims {
      if let place = places[assertion], let number = owner[place] { result[number].append(told) }
    }
    return result
  }

  // MARK: figures

  /// The figures of one group.
  public func metrics(of group: [ToldMetric]) -> [ResolvedMetric] { MetricResolution().figures(group) }

  /// The relation of one group.
  public func modelFact(of group: [ToldModelFact]) -> ResolvedModelFact? { ModelFactResolution().relation(group) }

  // MARK: relations

  /// The chains that a deal is in: deals can only be related along one.
  public func chains(of deal: Deal) -> [Int64] {
    RelationFinder.ChainKind.allCases.flatMap { kind in
      relations.keys(of: deal, kind).map { key in
        var hash = StableHash()
        hash.add(key.utf8)
        // The lowest bit says which kind.
        return Int64(hash.number) & ~1 | Int64(kind.rawValue)
      }
    }
  }

  /// Relations between the deals of one chain: the place of a deal, what it is, and to which.
  public func relations(in chain: Int64, _ nodes: [DealNode]) -> [(from: Int, kind: DealRelation.Kind, to: Int)] {
    guard let kind = RelationFinder.ChainKind(rawValue: Int(chain & 1)) else { return [] }
    return relations.edges(in: Array(nodes.indices), nodes, of: kind).filter { $0.from != $0.to }.map { ($0.from, $0.kind, $0.to) }
  }

  /// The parts of a whole may not exceed it.
  public func conflict(whole: Deal, parts: [Deal]) -> DealConflict? { Referee().conflict(whole: whole, parts: parts) }
}

/// Whether two articles' signatures say that one copies the other.
public func areCopies(_ one: [String], _ other: [String]) -> Bool {
  NearDuplicates.similarity(one, other) >= NearDuplicates.leastSimilarity
}
