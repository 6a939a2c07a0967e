import Facts

/// Reads the entity files and checks what they refer to.
struct CatalogRowReader {
  private(set) var companies: [Company] = []
  private(set) var models: [Model] = []
  private(set) var chips: [Chip] = []
  private(set) var products: [Product] = []
  private(set) var people: [Person] = []
  private(set) var sales: [Sale] = []
  private(set) var index = EntityIndex()
  /// Where each company came from, for errors found later.
  private var companyPlaces: [(table: Int, row: Int)] = []
  private var companyTables: [CSVTable] = []

  init(_ files: CatalogFiles) throws {
    for file in files.named("companies.csv") { try readCompanies(file) }
    for file in files.named("models.csv") { try readModels(file) }
    for file in files.named("chips.csv") { try readChips(file) }
    for file in files.named("products.csv") { try readProducts(file) }
    for file in files.named("people.csv") { try readPeople(file) }
    for file in files.named("sales.csv") { try readSales(file) }
    try checkParents()
  }

  private mutating func readSales(_ file: CatalogFiles.File) throws {
    let table = try CSVTable(file: file.path, bytes: file.bytes, header: ["company_id", "sells"])
    for row in 0..<table.count {
      let good = table.required(row, 1)
      guard ["cloud", "chip", "energy"].contains(good) else {
        throw table.error(row, "“\(good)” is nothing that is sold", "write cloud, chip or energy")
      }
      guard let company = try companyID(table, row, 0) else { throw table.error(row, "the company is missing", "write its id") }
      sales.append(Sale(companyID: company, good: good))
    }
  }

  private mutating func readCompanies(_ file: CatalogFiles.File) throws {
    let table = try CSVTable(
      file: file.path, bytes: file.bytes,
      header: [
        "id", "name_en", "name_ja", "name_zh", "kind", "country", "parent_id", "founded", "ticker", "website", "wikidata",
      ])
    let own = companyTables.count
    companyTables.append(table)
    for row in 0..<table.count {
      let company = Company(
        id: try id(table, row), nameEN: table.required(row, 1), nameJA: table.optional(row, 2),
        nameZH: table.optional(row, 3), kind: table.required(row, 4), country: table.optional(row, 5),
        parentID: table.optional(row, 6), founded: table.optional(row, 7), ticker: table.optional(row, 8),
        website: table.optional(row, 9), wikidata: table.optional(row, 10))
      if let old = try replaced(.company, company.id, count: companies.count, table, row, isOverlay: own > 0) {
        companies[old] = company
        companyPlaces[old] = (own, row)
      } else {
        companies.append(company)
        companyPlaces.append((own, row))
      }
    }
  }

  private mutating func readModels(_ file: CatalogFiles.File) throws {
    let table = try CSVTable(
      file: file.path, bytes: file.bytes,
      header: [
        "id", "name", "family", "version", "developer_id", "first_release", "kind", "open_weights", "parameters", "notes",
      ])
    for row in 0..<table.count {
      let model = Model(
        id: try id(table, row), name: table.required(row, 1), family: table.optional(row, 2),
        version: table.optional(row, 3), developerID: try companyID(table, row, 4), firstRelease: table.optional(row, 5),
        kind: table.required(row, 6), openWeights: table.optional(row, 7).map { $0 == "true" },
        parameters: table.optional(row, 8), notes: table.optional(row, 9))
      let old = try replaced(.model, model.id, count: models.count, table, row, isOverlay: file.path != file.name)
      if let old { models[old] = model } else { models.append(model) }
    }
  }

  private mutating func readChips(_ file: CatalogFiles.File) throws {
    let table = try CSVTable(
      file: file.path, bytes: file.bytes,
      header: ["id", "name", "family", "vendor_id", "kind", "announced", "process_nm", "memory_gb"])
    for row in 0..<table.count {
      let chip = Chip(
        id: try id(table, row), name: table.required(row, 1), family: table.optional(row, 2),
        vendorID: try companyID(table, row, 3), kind: table.required(row, 4), announced: table.optional(row, 5),
        processNM: table.optional(row, 6), memoryGB: table.optional(row, 7))
      let old = try replaced(.chip, chip.id, count: chips.count, table, row, isOverlay: file.path != file.name)
      if let old { chips[old] = chip } else { chips.append(chip) }
    }
  }

  private mutating func readProducts(_ file: CatalogFiles.File) throws {
    let table = try CSVTable(file: file.path, bytes: file.bytes, header: ["id", "name", "vendor_id", "kind"])
    for row in 0..<table.count {
      let product = Product(
        id: try id(table, row), name: table.required(row, 1), vendorID: try companyID(table, row, 2),
        kind: table.required(row, 3))
      let old = try replaced(.product, product.id, count: products.count, table, row, isOverlay: file.path != file.name)
      if let old { products[old] = product } else { products.append(product) }
    }
  }

  private mutating func readPeople(_ file: CatalogFiles.File) throws {
    let table = try CSVTable(
      file: file.path, bytes: file.bytes, header: ["id", "name_en", "name_ja", "name_zh", "company_id", "role"])
    for row in 0..<table.count {
      let person = Person(
        id: try id(table, row), nameEN: table.required(row, 1), nameJA: table.optional(row, 2),
        nameZH: table.optional(row, 3), companyID: try companyID(table, row, 4), role: table.optional(row, 5))
      let old = try replaced(.person, person.id, count: people.count, table, row, isOverlay: file.path != file.name)
      if let old { people[old] = person } else { people.append(person) }
    }
  }

  private func id(_ table: CSVTable, _ row: Int) throws -> String {
    let id = table.required(row, 0)
    let isKey = !id.isEmpty && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isKey else {
      throw table.error(row, "“\(id)” is no id", "use lower-case letters, digits and hyphens")
    }
    return id
  }

  private func companyID(_ table: CSVTable, _ row: Int, _ column: Int) throws -> String? {
    guard let id = table.optional(row, column) else { return nil }
    guard index.number(.company, id) != nil else {
      throw table.error(row, "company “\(id)” is unknown", "add it to companies.csv, or mend the id")
    }
    return id
  }

  /// The row that an overlay's row replaces; `nil` for a new one, which the index then knows.
  private mutating func replaced(
    _ type: EntityType, _ id: String, count: Int, _ table: CSVTable, _ line: Int, isOverlay: Bool
  ) throws -> Int? {
    if index.add(type, id, row: count) { return nil }
    guard isOverlay, let row = index.row(type, id) else {
      throw table.error(line, "\(type.rawValue) “\(id)” is there twice", "keep one of the rows")
    }
    return row
  }

  private func checkParents() throws {
    for (position, company) in companies.enumerated() {
      let place = companyPlaces[position]
      let table = companyTables[place.table]
      var seen: Set<String> = [company.id]
      var current = company
      while let parent = current.parentID {
        guard let row = index.row(.company, parent) else {
          throw table.error(place.row, "parent “\(parent)” is unknown", "add it to companies.csv, or mend parent_id")
        }
        guard seen.insert(parent).inserted else {
          throw table.error(
            place.row, "the parents of “\(company.id)” run in a circle", "empty parent_id of the company at the top")
        }
        current = companies[row]
      }
    }
  }
}
