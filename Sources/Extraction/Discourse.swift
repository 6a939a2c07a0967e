import Facts
import Language

/// What an article has been talking about so far: the companies that 同社, 両社, a missing subject or 今回の契約 point to.
///
/// A digest's items are small articles of their own: `startItem` forgets.
struct Discourse {
  /// The organisation that the last sentences were about.
  private(set) var topic: PartyReference?
  /// The last two different organisations told of together.
  private(set) var pair: [PartyReference] = []
  /// The last counterparts as a group, for 3社.
  private(set) var group: [PartyReference] = []

  /// The organisation that the headline is about.
  private(set) var headline: PartyReference?

  /// An item of a digest goes on about its headline; a long article changes its topics.
  private var isDigest = false

  /// Whom a sentence without a subject may mean: the headline's organisation and the last topic, in an article the last topic first.
  var topics: [PartyReference] {
    var result: [PartyReference] = []
    for party in (isDigest ? [headline, topic] : [topic, headline]).compactMap({ $0 }) where !result.contains(where: { $0.company == party.company }) { result.append(party) }
    return result
  }

  mutating func startItem(ofDigest: Bool = true) {
    isDigest = ofDigest
    topic = nil
    headline = nil
    pair = []
    group = []
  }

  /// A row of a table is about what the text is about, not about the row above it.
  func inTable() -> Discourse {
    var discourse = self
    discourse.isDigest = true
    return discourse
  }

  mutating func sawTopic(_ party: PartyReference, inHeadline: Bool) {
    topic = party
    if inHeadline, headline == nil { headline = party }
  }

  mutating func sawTogether(_ parties: [PartyReference]) {
    var distinct: [PartyReference] = []
    for party in parties where !distinct.contains(where: { $0.company == party.company }) { distinct.append(party) }
    if distinct.count == 2 { pair = distinct }
    if distinct.count >= 2 { group = distinct }
  }

  private static let beginnings: [Unicode.Scalar] = ["同", "当", "弊", "自", "両", "2", "二", "双"]

  func resolve(_ word: String, span: Span) -> [PartyReference] {
    func standing(_ party: PartyReference) -> PartyReference {
      PartyReference(
        company: party.company, span: span, confidence: Confidence(thousandths: party.confidence.thousandths * 9 / 10), isDerived: true)
    }
    // Few words begin so.
    guard let first = word.unicodeScalars.first, Self.beginnings.contains(first) else { return [] }
    switch Word(word) {
    case "同社", "同行", "同グループ", "当社", "弊社", "自社": return topic.map { [standing($0)] } ?? []
    case "両社", "両者", "双方": return pair.map(standing)
    default: return []
    }
  }

  /// 2社, 3社: as many as were told of together last.
  func resolve(count: Int, span: Span) -> [PartyReference] {
    let meant = count == 2 ? pair : group
    guard meant.count == count else { return [] }
    return meant.map {
      PartyReference(company: $0.company, span: span, confidence: Confidence(thousandths: $0.confidence.thousandths * 9 / 10), isDerived: true)
    }
  }
}
