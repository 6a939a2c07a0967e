import Catalog
import Foundation

extension EvaluationReference {
  /// Houses and names as the catalogue has them.
  init(_ catalog: Catalog, overlay: URL? = nil) throws {
    self.init(
      companies: catalog.companies.map { ($0.id, $0.parentID) },
      aliases: try AliasName.all(overlay: overlay).map { ($0.type, $0.id, $0.text) })
  }
}
