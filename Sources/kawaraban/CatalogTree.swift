import Catalog
import Resolution

extension CompanyTree {
  /// The houses that the catalogue knows.
  init(_ catalog: Catalog) {
    var parents: [String: String] = [:]
    for company in catalog.companies { parents[company.id] = company.parentID }
    self.init(parents: parents)
  }
}
