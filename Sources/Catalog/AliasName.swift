public import Facts
public import Foundation

/// One alias as its row spells it: `company`, `openai`, `オープンAI`. For whoever compares names; linking has its own form.
public struct AliasName: Sendable, Hashable {
  public let type: EntityType
  public let id: String
  public let text: String

  /// Every alias of the catalogue, and of an overlay folder.
  public static func all(overlay: URL? = nil) throws -> [AliasName] {
    var names: [AliasName] = []
    for file in try CatalogFiles(overlay: overlay).named("aliases.csv") {
      let table = try CSVTable(
        file: file.path, bytes: file.bytes, header: ["entity_type", "entity_id", "alias", "lang", "flag"])
      for row in 0..<table.count {
        guard let type = EntityType(rawValue: table.required(row, 0)) else { continue }
        names.append(AliasName(type: type, id: table.required(row, 1), text: table.required(row, 2)))
      }
    }
    return names
  }
}
