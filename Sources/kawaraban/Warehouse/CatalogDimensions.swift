import Catalog
import Facts
import Warehouse

extension DimensionRows {
  /// The catalogue's entities as the warehouse takes them.
  init(_ catalog: Catalog) {
    self.init(
      companies: catalog.companies.map {
        Company(
          id: $0.id, nameEN: $0.nameEN, nameJA: $0.nameJA, nameZH: $0.nameZH, kind: $0.kind, country: $0.country,
          founded: $0.founded, ticker: $0.ticker, website: $0.website, parent: $0.parentID)
      },
      models: catalog.models.map {
        Model(
          id: $0.id, name: $0.name, family: $0.family, version: $0.version, developer: $0.developerID,
          firstRelease: $0.firstRelease, kind: $0.kind, openWeights: $0.openWeights,
          parameters: $0.parameters.flatMap { ExactDecimal($0) })
      },
      chips: catalog.chips.map {
        Chip(
          id: $0.id, name: $0.name, family: $0.family, vendor: $0.vendorID, kind: $0.kind, announced: $0.announced,
          processNM: $0.processNM.flatMap { ExactDecimal($0) }, memoryGB: $0.memoryGB.flatMap { ExactDecimal($0) })
      },
      products: catalog.products.map { Product(id: $0.id, name: $0.name, vendor: $0.vendorID, kind: $0.kind) },
      people: catalog.people.map {
        Person(id: $0.id, nameEN: $0.nameEN, nameJA: $0.nameJA, nameZH: $0.nameZH, company: $0.companyID, role: $0.role)
      })
  }
}
