public import Facts

/// A deal as its claims tell it, before it is laid beside other deals.
public struct ResolvedDeal: Sendable {
  public var node: DealNode
  /// In canonical order.
  public let claims: [ToldClaim]

  public var deal: Deal { node.deal }
}

/// From the claims of one deal to what they agree on, with verdicts, conflicts and history.
struct DealMaker: Sendable {
  let tree: CompanyTree
  let rates: ExchangeRates

  /// - Parameter claims: in canonical order.
  func deal(of claims: [ToldClaim]) -> ResolvedDeal {
    let tellings = IndependentSources().tellings(of: claims)
    let silent = Consensus(tree: tree, rates: rates)
    var consensus = silent
    for telling in tellings { consensus.add(telling) }
    var deal = consensus.deal()
    deal.conflicts.append(contentsOf: Referee().conflicts(tellings))
    deal.history = DealHistory().changes(tellings, from: silent, final: deal)
    return ResolvedDeal(node: DealNode(deal: deal, origins: tellings.map(DealNode.Origin.init)), claims: claims)
  }
}
