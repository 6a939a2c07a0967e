public import Facts

/// One claim with all that its article adds to it: what a deal is made from, wherever the article is by then.
public struct ToldClaim: Sendable, Codable, Equatable {
  public let reference: ClaimReference
  public let claim: DealClaim
  public let publishedOn: PartialDate?
  /// Letters of who says it: the source that the claim names, else the publisher.
  let speaker: String?
  /// The speaker is a party of the deal.
  let isOwn: Bool
  /// What the article says that the bought company is worth.
  let valuations: [Money]
  /// Key of the article that stands for this one and its near-duplicates.
  public var representative: String

  enum CodingKeys: String, CodingKey { case reference, claim, publishedOn, speaker, isOwn, valuations, representative }

  init(
    reference: ClaimReference, claim: DealClaim, publishedOn: PartialDate?, speaker: String?, isOwn: Bool, valuations: [Money],
    representative: String
  ) {
    self.reference = reference
    self.claim = claim
    self.publishedOn = publishedOn
    self.speaker = speaker
    self.isOwn = isOwn
    self.valuations = valuations
    self.representative = representative
  }

  init(_ facts: ArticleFacts, _ index: Int, representative: String) {
    let claim = facts.deals[index]
    let name = claim.attributedTo ?? facts.article.publisher
    reference = ClaimReference(article: facts.article.key, index: index)
    self.claim = claim
    publishedOn = facts.article.publishedOn
    speaker = name.map(EntityName.letters)
    isOwn = speaker.map { ToldClaim.isParty($0, of: claim, facts) } ?? false
    valuations = ToldClaim.valuations(of: claim, facts)
    self.representative = representative
  }

  private static func isParty(_ name: String, of claim: DealClaim, _ facts: ArticleFacts) -> Bool {
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

  private static func valuations(of claim: DealClaim, _ facts: ArticleFacts) -> [Money] {
    guard claim.stakePercent != nil, claim.amount != nil, let bought = claim.bought else { return [] }
    return facts.metrics.filter { $0.measure == .valuation && $0.subject == bought }.map {
      Money(value: $0.value, currency: $0.unit, qualifier: $0.qualifier ?? .exact)
    }
  }
}

extension DealClaim {
  /// The company whose stake is bought.
  var bought: String? { parties.first { $0.role == .investee || $0.role == .target }?.company }
}
