public import Facts

/// One place where a text names an entity, linked to the catalogue or discovered.
public struct Mention: Hashable, Sendable {
  public var type: EntityType
  /// Catalogue id, or `new:SURFACE` for a name that no row holds.
  public var id: String
  /// The catalogue's name, or the surface of a discovered entity.
  public var name: String
  /// Bytes of the article's text.
  public var span: Span
  /// Bytes of the folded text.
  public var folded: Span
  public var isDiscovered: Bool
  public var confidence: Confidence
  /// Why it was linked: `alias`, `alias+context: NVIDIA nearby`, `family gpt + version`, `…社` …
  public var reason: String
  /// For a model that no row holds: id of the family's row.
  public var family: String?
  /// A medium named as the source of a statement (`Bloombergによると`), not as a party: no entity of the article's news.
  public var isSource: Bool
  /// Company that makes or develops it, where known: developer of a model, vendor of a chip or product.
  public var maker: String?

  public init(
    type: EntityType, id: String, name: String, span: Span, folded: Span, isDiscovered: Bool = false,
    confidence: Confidence, reason: String, family: String? = nil, maker: String? = nil,
    isSource: Bool = false
  ) {
    self.type = type
    self.id = id
    self.name = name
    self.span = span
    self.folded = folded
    self.isDiscovered = isDiscovered
    self.confidence = confidence
    self.reason = reason
    self.family = family
    self.maker = maker
    self.isSource = isSource
  }
}

/// A candidate that was not linked, for `explain`.
public struct RefusedMention: Hashable, Sendable {
  public var type: EntityType
  public var id: String
  public var span: Span
  public var reason: String

  public init(type: EntityType, id: String, span: Span, reason: String) {
    self.type = type
    self.id = id
    self.span = span
    self.reason = reason
  }
}

/// The names of one text.
public struct LinkedText: Sendable {
  /// In the order of the text, not overlapping.
  public var mentions: [Mention]
  /// In the order of the text.
  public var refused: [RefusedMention]

  public init(mentions: [Mention], refused: [RefusedMention] = []) {
    self.mentions = mentions
    self.refused = refused
  }
}

extension LinkedText {
  /// The entities of the text with all their places, in the order of first mention; sources of statements left out.
  public func entities(_ scalars: ScalarIndex) -> [EntityMention] {
    var found: [EntityMention] = []
    var positions: [String: Int] = [:]
    for mention in mentions where !mention.isSource {
      let place = EntityMention.Place(span: scalars.scalarSpan(mention.span), text: scalars.text(mention.span))
      let key = mention.type.rawValue + ":" + mention.id
      if let position = positions[key] {
        found[position].mentions.append(place)
        if let known = found[position].confidence, known < mention.confidence {
          found[position].confidence = mention.confidence
        }
      } else {
        positions[key] = found.count
        found.append(
          EntityMention(
            type: mention.type, id: mention.id, name: mention.name, mentions: [place],
            confidence: mention.isDiscovered ? mention.confidence : nil))
      }
    }
    return found
  }
}
