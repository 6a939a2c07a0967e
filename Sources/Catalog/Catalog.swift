import CCatalogData
public import Facts
public import Foundation
import Language

/// The reference entities and their aliases: the project's own CSV files inside the binary, and an overlay folder's rows.
///
/// A row of the overlay replaces the row of the same id, an alias row the same alias; flag `off` withdraws an alias.
public struct Catalog: Sendable {
  /// Hash of all data, 16 hexadecimal digits; equal data give equal links.
  public let version: String
  /// All rows of a kind, in the order of the files, the overlay's new rows last.
  public let companies: [Company]
  public let models: [Model]
  public let chips: [Chip]
  public let products: [Product]
  public let people: [Person]

  /// What companies sell beside the trade of their row: `sales.csv`.
  private let sales: Set<String>

  let index: EntityIndex
  let aliases: [Alias]
  let trie: NameTrie
  let hanzi: HanziTable
  let lexicon: DiscoveryLexicon
  /// Families by name.
  private let families: [String: String]

  /// - Parameter overlay: a folder with any of the catalogue's CSV files.
  public init(overlay: URL? = nil) throws {
    let files = try CatalogFiles(overlay: overlay)
    let hanzi = HanziTable(pairs: files.list("hanzi.txt"))
    // The names are folded while the rows are read: every command waits for this.
    let ((rows, lexicon, version), spellings) = try concurrently(
      { (try CatalogRowReader(files), try Self.lexicon(files), files.hash) }, { try AliasSpellings(files, hanzi: hanzi) })
    companies = rows.companies
    models = rows.models
    chips = rows.chips
    products = rows.products
    people = rows.people
    self.version = version
    self.hanzi = hanzi
    self.lexicon = lexicon
    index = rows.index
    sales = Set(rows.sales.map { "\($0.companyID) \($0.good)" })
    families = Dictionary(
      rows.models.filter { $0.version == nil && $0.family != nil }.map { ($0.family ?? "", $0.id) }, uniquingKeysWith: { first, _ in first })
    let table = try AliasTable(spellings, index: rows.index)
    aliases = table.aliases
    trie = NameTrie(keys: table.keys)
  }

  private static func lexicon(_ files: CatalogFiles) throws -> DiscoveryLexicon {
    DiscoveryLexicon(
      generic: files.list("generic.txt"), commonKatakana: files.list("common_katakana.txt"), givenNames: files.list("given_names.txt"), surnames: files.list("surnames.txt"),
      places: files.list("places.txt"), commonHanzi: files.list("common_hanzi.txt"), cues: try NameCues(files.named("name_cues.tsv")),
      words: try DiscoveryWords(files.named("discovery.tsv")))
  }

  public func company(_ id: String) -> Company? { index.row(.company, id).map { companies[$0] } }
  public func model(_ id: String) -> Model? { index.row(.model, id).map { models[$0] } }
  public func chip(_ id: String) -> Chip? { index.row(.chip, id).map { chips[$0] } }
  public func product(_ id: String) -> Product? { index.row(.product, id).map { products[$0] } }
  public func person(_ id: String) -> Person? { index.row(.person, id).map { people[$0] } }

  public func developer(ofModel id: String) -> String? { model(id)?.developerID }
  public func vendor(ofChip id: String) -> String? { chip(id)?.vendorID }
  public func vendor(ofProduct id: String) -> String? { product(id)?.vendorID }
  public func parent(ofCompany id: String) -> String? { company(id)?.parentID }

  /// Id of the family's row that a model belongs to; its own id for a family.
  func family(ofModel model: Model) -> String? {
    guard let family = model.family else { return nil }
    return families[family]
  }

  /// The company that makes an entity: developer of a model, vendor of a chip or product.
  public func maker(_ type: EntityType, _ id: String) -> String? {
    switch type {
    case .model: developer(ofModel: id)
    case .chip: vendor(ofChip: id)
    case .product: vendor(ofProduct: id)
    case .company, .person: nil
    }
  }

  /// Whether a company sells a kind of good (`cloud`, `chip`, `energy`) beside, or as, the trade that its row names.
  public func sells(_ company: String, _ good: String) -> Bool { sales.contains("\(company) \(good)") }

  /// The top of the chain of parents; the company itself if it has none.
  public func ultimateParent(ofCompany id: String) -> String {
    var current = id
    while let parent = parent(ofCompany: current) { current = parent }
    return current
  }

  /// The catalogue's name of an entity in a language, English where it has none of its own.
  public func name(_ type: EntityType, _ id: String, in language: ArticleLanguage = .en) -> String? {
    switch type {
    case .company: company(id).map { Self.pick(language, $0.nameEN, $0.nameJA, $0.nameZH) }
    case .person: person(id).map { Self.pick(language, $0.nameEN, $0.nameJA, $0.nameZH) }
    case .model: model(id)?.name
    case .chip: chip(id)?.name
    case .product: product(id)?.name
    }
  }

  private static func pick(_ language: ArticleLanguage, _ en: String, _ ja: String?, _ zh: String?) -> String {
    switch language {
    case .ja: ja ?? en
    case .zh: zh ?? en
    default: en
    }
  }
}
