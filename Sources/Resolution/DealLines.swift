public import Facts
public import Foundation

/// Resolved deals as JSON Lines (`kawaraban.deal/1`), one deal a line, keys in a fixed order so that equal deals are equal bytes.
///
/// Claims are named as their articles are found, by address or path:
/// `{"claims":[{"index":0,"uri":"samples/a.txt"}],"key":"…","status":"signed",…}`.
public struct DealLines: Sendable {
  public static let schemaName = "kawaraban.deal/1"

  private var uris: [String: String] = [:]

  /// - Parameter articles: the articles that the deals were resolved from.
  public init(articles: [ArticleFacts] = []) {
    for facts in articles { add(facts.article) }
  }

  /// Tells of one more article that deals can come from.
  public mutating func add(_ article: ArticleReference) {
    uris[article.key] = min(uris[article.key] ?? article.uri, article.uri)
  }

  public func line(_ deal: Deal) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    var data = try encoder.encode(Line(deal: named(deal), claims: deal.claims.map(place)))
    data.append(UInt8(ascii: "\n"))
    return data
  }

  private struct Place: Encodable {
    let uri: String
    let index: Int
  }

  private struct Line: Encodable {
    let deal: Deal
    let claims: [Place]

    enum CodingKeys: String, CodingKey { case schema, claims }

    func encode(to encoder: any Encoder) throws {
      try deal.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(DealLines.schemaName, forKey: .schema)
      try container.encode(claims, forKey: .claims)
    }
  }

  private func place(_ claim: ClaimReference) -> Place { Place(uri: uris[claim.article] ?? claim.article, index: claim.index) }

  private func named(_ claim: ClaimReference) -> ClaimReference {
    ClaimReference(article: uris[claim.article] ?? claim.article, index: claim.index)
  }

  /// The deal with every claim named by its article's address.
  private func named(_ deal: Deal) -> Deal {
    var deal = deal
    deal.conflicts = deal.conflicts.map {
      DealConflict(attribute: $0.attribute, kind: $0.kind, detail: $0.detail, claims: $0.claims.map(named))
    }
    deal.values = deal.values.map {
      ResolvedValue(claim: named($0.claim), valueIndex: $0.valueIndex, isChosen: $0.isChosen, whyNot: $0.whyNot)
    }
    deal.history = deal.history.map {
      DealChange(on: $0.on, attribute: $0.attribute, old: $0.old, new: $0.new, claim: named($0.claim))
    }
    return deal
  }
}
