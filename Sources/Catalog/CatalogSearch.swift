public import Facts
public import Foundation
import Language

/// Finds catalogue entities by any of their names, or a part of one, in any spelling that folds alike.
public struct CatalogSearch: Sendable {
  public struct Hit: Sendable, Hashable {
    public let type: EntityType
    public let id: String
    public let name: String
    /// All spellings, as the files have them, flags in parentheses.
    public let aliases: [String]
    /// Parent of a company, maker of a model, chip or product, company of a person.
    public let company: String?
    public let isExact: Bool
  }

  private let catalog: Catalog
  private var spellings: [[(text: String, flag: String)]]

  public init(overlay: URL? = nil) throws {
    catalog = try Catalog(overlay: overlay)
    spellings = Array(repeating: [], count: catalog.index.count)
    for file in try CatalogFiles(overlay: overlay).named("aliases.csv") {
      let table = try CSVTable(
        file: file.path, bytes: file.bytes, header: ["entity_type", "entity_id", "alias", "lang", "flag"])
      for row in 0..<table.count {
        guard let type = EntityType(rawValue: table.required(row, 0)), let entity = catalog.index.number(type, table.required(row, 1)) else { continue }
        spellings[Int(entity)].append((table.required(row, 2), table.required(row, 4)))
      }
    }
  }

  /// Exact matches first, then those that hold the name, in the order of the files.
  public func hits(_ name: String, limit: Int = 20) -> [Hit] {
    let wanted = MatchingText(folding: name, hanzi: catalog.hanzi).symbols
    guard !wanted.isEmpty else { return [] }
    var exact: [Hit] = []
    var partial: [Hit] = []
    for entity in 0..<catalog.index.count {
      var isExact = catalog.index.ids[entity] == name
      var isPartial = false
      for spelling in spellings[entity] where !isExact {
        let symbols = MatchingText(folding: spelling.text, hanzi: catalog.hanzi).symbols
        isExact = symbols == wanted
        isPartial = isPartial || contains(symbols, wanted)
      }
      if isExact { exact.append(hit(entity, isExact: true)) } else if isPartial { partial.append(hit(entity, isExact: false)) }
    }
    return Array((exact + partial).prefix(limit))
  }

  private func contains(_ symbols: [UInt16], _ wanted: [UInt16]) -> Bool {
    guard symbols.count >= wanted.count else { return false }
    return (0...(symbols.count - wanted.count)).contains { symbols[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }

  private func hit(_ entity: Int, isExact: Bool) -> Hit {
    let type = catalog.index.types[entity]
    let id = catalog.index.ids[entity]
    let company: String? =
      switch type {
      case .company: catalog.parent(ofCompany: id)
      case .person: catalog.person(id)?.companyID
      case .model, .chip, .product: catalog.maker(type, id)
      }
    return Hit(
      type: type, id: id, name: catalog.name(type, id) ?? id,
      aliases: spellings[entity].map { $0.flag.isEmpty ? $0.text : "\($0.text) (\($0.flag))" }, company: company, isExact: isExact)
  }
}
