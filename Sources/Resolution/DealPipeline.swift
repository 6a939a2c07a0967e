import Facts
import Glibc

/// From the claims of a set to its deals: assertions, pairs, links, clusters, consensus, relations.
struct DealPipeline: Sendable {
  let companies: CompanyTree
  let rates: ExchangeRates
  let cores: Cores

  /// In the order of their keys.
  /// - Parameter told: a claim with all that its article adds to it.
  func deals<Failure>(
    _ claims: consuming ClaimRecords, told: @Sendable (ClaimRecord) throws(Failure) -> ToldClaim
  ) throws(Failure) -> [Deal] {
    let records = claims.records
    // What comparing takes is given back before the deals are made: it is most of the memory.
    let clusters = clusters(of: claims)
    giveBackFreedMemory()
    let maker = DealMaker(tree: companies, rates: rates)
    let portions = stride(from: 0, to: clusters.count, by: 64).map { clusters[$0..<min($0 + 64, clusters.count)] }
    var made = cores.map(portions) { portion -> Result<[DealNode], Failure> in
      var nodes: [DealNode] = []
      for cluster in portion {
        var members: [ToldClaim] = []
        members.reserveCapacity(cluster.count)
        for place in cluster {
          do throws(Failure) {
            members.append(try told(records[Int(place)]))
          } catch { return .failure(error) }
        }
        nodes.append(maker.deal(of: members).node)
      }
      return .success(nodes)
    }
    var nodes: [DealNode] = []
    nodes.reserveCapacity(clusters.count)
    // A deal is a kilobyte: no more than two copies of all of them at any time.
    for portion in made.indices {
      nodes.append(contentsOf: try made[portion].get())
      made[portion] = .success([])
    }
    nodes.sort { $0.deal.key < $1.deal.key }
    relate(&nodes)
    return nodes.map(\.deal)
  }

  /// Places of the claims of each deal, ascending.
  private func clusters(of claims: consuming ClaimRecords) -> [[Int32]] {
    let assertions = Assertion.collapse(claims)
    claims.contents = []
    let proposal = Blocking().proposal(of: assertions, on: cores)
    let scorer = PairScorer(busyBlocks: proposal.busyBlocks)
    let links = cores.map(proposal.pairs) { pairs in
      pairs.compactMap { left, right -> Clustering.Link? in
        let assessment = scorer.assess(assertions[left], assertions[right])
        return assessment.isLink && assessment.veto == nil ? Clustering.Link(left: left, right: right, score: assessment.score) : nil
      }
    }
    return Clustering(scorer: scorer).clusters(of: assertions, links: Array(links.joined()), on: cores).map { cluster in
      cluster.count == 1 ? assertions[cluster[0]].claims : cluster.flatMap { assertions[$0].claims }.sorted()
    }
  }

  /// Links the deals, and keeps out of sums what a linked deal already counts.
  private func relate(_ nodes: inout [DealNode]) {
    let relations = RelationFinder(tree: companies).relations(nodes)
    var places: [String: Int] = [:]
    var parts: [Int: [Int]] = [:]
    let wholes = Set(relations.joined().filter { $0.kind == .partOf }.map(\.other))
    for (place, node) in nodes.enumerated() where wholes.contains(node.deal.key) { places[node.deal.key] = place }
    for (place, found) in relations.enumerated() {
      nodes[place].deal.relations = found
      for relation in found where relation.kind == .partOf {
        guard let whole = places[relation.other] else { continue }
        parts[whole, default: []].append(place)
        if nodes[whole].deal.amount != nil { nodes[place].deal.isAdditive = false }
      }
    }
    for (whole, own) in parts {
      guard let conflict = Referee().conflict(whole: nodes[whole].deal, parts: own.map { nodes[$0].deal }) else { continue }
      nodes[whole].deal.conflicts.append(conflict)
    }
  }
}

/// What one thread freed serves no other thread before the system has it back (glibc keeps an arena a thread).
private func giveBackFreedMemory() {
  typealias Trim = @convention(c) (Int) -> Int32
  guard let symbol = dlsym(nil, "malloc_trim") else { return }
  _ = unsafeBitCast(symbol, to: Trim.self)(0)
}
