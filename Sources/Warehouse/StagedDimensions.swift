internal import Facts
internal import PostgreSQL

/// Writes the dimension rows, cut into versions, into `staging`.
struct StagedDimensions {
  let rows: DimensionRows

  func copy(into connection: borrowing Connection) throws {
    try copyCompanies(connection)
    try copy(
      "model", ids: rows.models.map(\.id), discovered: rows.models.map(\.isDiscovered), of: .model,
      columns: "name_en name_ja name_zh family version developer_id first_release kind open_weights parameters",
      attributes: rows.models.map { row in
        [
          "name_en": row.name, "name_ja": row.name, "name_zh": row.name, "family": row.family, "version": row.version,
          "developer_id": row.developer, "first_release": row.firstRelease, "kind": row.kind,
          "open_weights": row.openWeights.map { $0 ? "true" : "false" }, "parameters": row.parameters.map { "\($0)" },
        ]
      }, connection)
    try copy(
      "chip", ids: rows.chips.map(\.id), discovered: rows.chips.map(\.isDiscovered), of: .chip,
      columns: "name_en name_ja name_zh family vendor_id kind announced process_nm memory_gb",
      attributes: rows.chips.map { row in
        [
          "name_en": row.name, "name_ja": row.name, "name_zh": row.name, "family": row.family, "vendor_id": row.vendor,
          "kind": row.kind, "announced": row.announced, "process_nm": row.processNM.map { "\($0)" },
          "memory_gb": row.memoryGB.map { "\($0)" },
        ]
      }, connection)
    try copy(
      "product", ids: rows.products.map(\.id), discovered: rows.products.map(\.isDiscovered), of: .product,
      columns: "name_en name_ja name_zh vendor_id kind",
      attributes: rows.products.map { row in
        ["name_en": row.name, "name_ja": row.name, "name_zh": row.name, "vendor_id": row.vendor, "kind": row.kind]
      }, connection)
    try copy(
      "person", ids: rows.people.map(\.id), discovered: rows.people.map(\.isDiscovered), of: .person,
      columns: "name_en name_ja name_zh company_id role",
      attributes: rows.people.map { row in
        [
          "name_en": row.nameEN, "name_ja": row.nameJA ?? row.nameEN, "name_zh": row.nameZH ?? row.nameEN,
          "company_id": row.company, "role": row.role,
        ]
      }, connection)
  }

  private func copyCompanies(_ connection: borrowing Connection) throws {
    let parents = Dictionary(rows.companies.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    try copy(
      "company", ids: rows.companies.map(\.id), discovered: rows.companies.map(\.isDiscovered), of: .company,
      columns: "name_en name_ja name_zh kind country founded ticker website parent_id ultimate_parent_id",
      attributes: rows.companies.map { row in
        [
          "name_en": row.nameEN, "name_ja": row.nameJA ?? row.nameEN, "name_zh": row.nameZH ?? row.nameEN,
          "kind": row.kind, "country": row.country, "founded": row.founded, "ticker": row.ticker,
          "website": row.website, "parent_id": row.parent, "ultimate_parent_id": head(of: row.id, parents),
        ]
      }, connection)
  }

  /// The head of a company's group; a catalogue that went in circles would end at the smallest id of the circle.
  private func head(of id: String, _ parents: [String: String?]) -> String {
    var path = [id]
    while let last = path.last, let parent = parents[last] ?? nil {
      if let start = path.firstIndex(of: parent) { return path[start...].min() ?? id }
      path.append(parent)
    }
    return path.last ?? id
  }

  private func copy(
    _ table: String, ids: [String], discovered: [Bool], of type: EntityType, columns: String,
    attributes: [[String: String?]], _ connection: borrowing Connection
  ) throws {
    let names = columns.split(separator: " ").map(String.init)
    let versions = DimensionVersions(rows.changes, of: type)
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted { throw WarehouseError(.input, "\(type.rawValue) “\(id)” has two rows") }
    try StagingTable(table, "\(table)_id valid_from valid_to \(columns) is_discovered").copy(into: connection) { rows in
      for (index, id) in ids.enumerated() {
        for version in versions.versions(of: id, today: attributes[index]) {
          try rows.begin()
          rows.text(id)
          rows.day(version.from, orInfinity: .min)
          rows.day(version.to, orInfinity: .max)
          for name in names {
            let value = version.attributes[name] ?? nil
            switch name {
            case "open_weights": rows.bool(value.map { $0 == "true" })
            case "parameters", "process_nm", "memory_gb": rows.decimal(value.flatMap { ExactDecimal($0) })
            default: rows.text(value?.withoutZeros)
            }
          }
          rows.bool(discovered[index])
        }
      }
    }
  }
}

extension CopyRows {
  fileprivate enum Infinity { case min, max }

  fileprivate mutating func day(_ number: Int?, orInfinity infinity: Infinity) {
    if let number { date(dayNumber: number) } else { dateInfinity(negative: infinity == .min) }
  }
}
