internal import Articles
public import Catalog
public import Facts
public import Language
import Quantities

/// Reads the facts of one article: names, quantities, deals, model relations, figures, each with its proof.
///
/// One extractor a worker (MeCab's lattice is not shared); the catalogue, the rules and the dictionary are.
/// Pure: same article, same catalogue, same rules, same facts.
public final class Extractor {
  public static let version = "0.1.0"

  private let catalog: Catalog
  private let rules: RuleSet
  private let linker: EntityLinker
  private let scanner: QuantityScanner
  private let splitter = SentenceSplitter()
  let japanese: JapaneseDealReader
  let english: EnglishDealReader
  private let chinese: ChineseDealReader
  private let measures: MeasureReader
  private let dictionaryHash: String

  /// - Throws: `MorphologyError` where MeCab or its dictionary is missing.
  public init(catalog: Catalog, rules: RuleSet, dictionary: MecabModel) throws {
    self.catalog = catalog
    self.rules = rules
    self.linker = EntityLinker(catalog)
    self.scanner = try QuantityScanner()
    self.japanese = try JapaneseDealReader(catalog: catalog, rules: rules, dictionary: dictionary)
    self.english = EnglishDealReader(catalog: catalog, rules: rules)
    self.chinese = ChineseDealReader(catalog: catalog, rules: rules)
    self.measures = MeasureReader(rules: rules)
    self.dictionaryHash = dictionary.dictionaryHash
  }

  public var extractorVersion: ExtractorVersion {
    ExtractorVersion(version: Self.version, catalog: catalog.version, rules: rules.version, dictionary: dictionaryHash)
  }

  public func extract(_ article: Article) -> ArticleFacts {
    var facts = ArticleFacts(
      article: ArticleReference(
        uri: article.uri, canonical: article.canonical, title: article.title, language: article.language,
        publishedOn: article.publishedOn, modifiedOn: article.modifiedOn, publisher: article.publisher, sha256: article.sha256),
      extractor: extractorVersion)
    let signature = nearDuplicateSignature(article.text)
    if !signature.isEmpty { facts.article.signature = signature.map(hexadecimal) }
    guard article.language != .other else { return facts }

    var document = link(article)
    if article.language == .zh { document = ChineseUnknownNames(rules: rules, catalog: catalog).linked(ChineseBareSums(rules: rules).read(document)) }
    let items = ItemMap(document)
    let readings = document.sentences.map { measures.readings(in: $0, document) }
    let syntax = read(&document, items: items, readings: readings)
    let claims = syntax.claims
    facts.entities = entities(document)
    let writer = ClaimWriter(document: document, rules: rules)
    let retyper = ContractRetyper(typer: DealTyper(catalog: catalog, rules: rules), document: document, items: items)
    let merger = ClaimMerger(document: document, rules: rules)
    let details = DetailReader(catalog: catalog, rules: rules, document: document, items: items)
    facts.deals = details.detailed(merger.absorb(retyper.levelled(merger.merge(claims).map(retyper.retype)))).compactMap(writer.write)
    let figures = FigureFacts(catalog: catalog, rules: rules, measures: measures, document: document, items: items, readings: readings)
    (facts.metrics, facts.modelFacts) = figures.read(syntax, english: english)
    facts.entities += unknown(claims, facts, document)
    facts.entities = facts.entities.filter { !isOnlySource($0, facts) }
    rules.calibration.apply(to: &facts)
    ProvisionalNames(facts, catalog).apply(to: &facts)
    return facts
  }

  /// Deals by the syntax of the article's language; names that only a deal's slot tells are linked and the article is read again.
  private func read(_ document: inout LinkedDocument, items: ItemMap, readings: [[Int: MeasureReader.Reading]]) -> ArticleSyntax {
    func syntax() -> ArticleSyntax {
      switch document.language {
      case .ja:
        let (claims, figures) = japanese.read(document, items: items, measures: readings)
        return ArticleSyntax(claims: claims, japanese: figures)
      case .en:
        let (claims, figures) = english.read(document, items: items, measures: readings)
        return ArticleSyntax(claims: claims, english: figures)
      case .zh: return ArticleSyntax(claims: chinese.claims(document, items: items, measures: readings))
      case .other: return ArticleSyntax(claims: [])
      }
    }
    let first = syntax()
    guard document.language != .zh, let linked = RepeatedNames().linked(first.claims, document) else { return first }
    document = linked
    return syntax()
  }

  private func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A publisher that the text only quotes or is printed by is no subject of it; as a party of a deal it is.
  private func isOnlySource(_ entity: EntityMention, _ facts: ArticleFacts) -> Bool {
    guard entity.type == .company, rules.media.contains(entity.id) || catalog.company(entity.id)?.kind == "media" else { return false }
    return !facts.deals.contains { $0.parties.contains { $0.company == entity.id } } && !facts.metrics.contains { $0.subject == entity.id }
  }

  /// Companies that only the slot of a deal told: entities like the others, where a deal of the article holds them.
  private func unknown(_ claims: [RawClaim], _ facts: ArticleFacts, _ document: LinkedDocument) -> [EntityMention] {
    let kept = Set(facts.deals.flatMap { $0.parties.map(\.company) })
    var found: [EntityMention] = []
    for party in claims.flatMap({ $0.parties.map(\.reference) }) where party.isUnknown && kept.contains(party.company) {
      let (place, part) = document.text.place(party.span)
      let mention = EntityMention.Place(span: place, text: document.text.text(party.span), part: part)
      if let known = found.firstIndex(where: { $0.id == party.company }) {
        if !found[known].mentions.contains(mention) { found[known].mentions.append(mention) }
      } else if !facts.entities.contains(where: { $0.type == .company && $0.id == party.company }) {
        found.append(
          EntityMention(type: .company, id: party.company, name: mention.text, mentions: [mention], confidence: party.confidence))
      }
    }
    return found
  }

  /// Sentences, names and quantities of an article, before any syntax.
  func link(_ article: Article) -> LinkedDocument {
    let text = AnalysedText(article)
    let folded = FoldedText(utf8: text.bytes)
    let sentences = splitter.split(text.bytes, blocks: text.blocks)
    return LinkedDocument(
      text: text, language: article.language, folded: folded, sentences: article.language == .ja ? TitleParts().split(sentences, text.bytes) : sentences,
      mentions: linker.link(folded, blocks: text.blocks, language: article.language).mentions,
      quantities: scanner.scan(folded, language: article.language, publishedOn: article.publishedOn))
  }

  private func entities(_ document: LinkedDocument) -> [EntityMention] {
    var order: [String] = []
    var found: [String: EntityMention] = [:]
    for mention in document.mentions {
      let key = mention.type.rawValue + ":" + mention.id
      let (place, part) = document.text.place(mention.span)
      let entry = EntityMention.Place(span: place, text: document.text.text(mention.span), part: part)
      if found[key] == nil {
        order.append(key)
        found[key] = EntityMention(
          type: mention.type, id: mention.id, name: mention.name, mentions: [],
          confidence: mention.isDiscovered ? mention.confidence : nil)
      }
      found[key]?.mentions.append(entry)
    }
    return order.compactMap { found[$0] }
  }
}
