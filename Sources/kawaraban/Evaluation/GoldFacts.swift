import Facts
import Foundation

/// What a careful reader took from one article: one file of a gold folder (`samples/gold/ja-01-openai-aws.json`).
struct GoldFacts: Decodable {
  let id: String
  /// The text that the facts are of; its stem pairs with that of a read article's address.
  let file: String
  let language: ArticleLanguage
  let companies: [String]
  let models: [String]
  let chips: [String]
  let products: [String]
  let people: [String]
  let deals: [GoldDeal]
  let modelFacts: [ModelFact]
  let metrics: [Metric]
  let traps: [Trap]

  /// A deal with the run of the text that proves it.
  struct GoldDeal: Decodable {
    let claim: DealClaim
    let amount: Amount?
    let quote: String

    /// As the annotator wrote it: without a qualifier, none is asked for.
    struct Amount: Decodable {
      let value: ExactDecimal
      let currency: String
      let qualifier: Qualifier?
    }

    enum CodingKeys: String, CodingKey { case quote, amount }

    init(from decoder: any Decoder) throws {
      claim = try DealClaim(from: decoder)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      amount = try container.decodeIfPresent(Amount.self, forKey: .amount)
      quote = try container.decodeIfPresent(String.self, forKey: .quote) ?? ""
    }
  }

  /// A statement that looks like a deal and is none, or must never be told as confirmed.
  struct Trap: Decodable {
    let quote: String
    let why: String?
  }

  enum CodingKeys: String, CodingKey {
    case id, file, language, companies, models, chips, products, people, deals, metrics
    case modelFacts = "model_facts"
    case traps = "not_deals"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
      try container.decodeIfPresent([Element].self, forKey: key) ?? []
    }
    id = try container.decode(String.self, forKey: .id)
    file = try container.decode(String.self, forKey: .file)
    language = try container.decode(ArticleLanguage.self, forKey: .language)
    companies = try list(.companies)
    models = try list(.models)
    chips = try list(.chips)
    products = try list(.products)
    people = try list(.people)
    deals = try list(.deals)
    modelFacts = try list(.modelFacts)
    metrics = try list(.metrics)
    traps = try list(.traps)
  }

  func entities(_ type: EntityType) -> [String] {
    switch type {
    case .company: companies
    case .model: models
    case .chip: chips
    case .product: products
    case .person: people
    }
  }

  /// The gold files of folders, in the order of their names.
  static func read(folders: [String]) throws -> [GoldFacts] {
    var all: [GoldFacts] = []
    for folder in folders {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
      } catch {
        throw CommandFailure(.configuration, "cannot read the gold folder \(folder): \(error.localizedDescription)")
      }
      for name in names {
        let path = "\(folder)/\(name)"
        do {
          all.append(try JSONDecoder().decode(GoldFacts.self, from: Data(contentsOf: URL(filePath: path))))
        } catch {
          throw CommandFailure(.badData, "\(path) is no file of gold facts: \(error)")
        }
      }
    }
    guard !all.isEmpty else {
      throw CommandFailure(.configuration, "no gold files (*.json) in \(folders.joined(separator: ", "))")
    }
    return all
  }
}

/// The last component of a path or address without its extension: what pairs an article with its gold file.
func stem(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
  return String(name[..<dot])
}
