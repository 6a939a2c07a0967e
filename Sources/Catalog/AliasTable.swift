import Facts
import Language

/// All aliases as symbols, ready for the trie.
struct AliasTable {
  private(set) var aliases: [Alias] = []
  private(set) var keys = NameKeys()
  /// File and line of each alias, for lint.
  private var places: [(file: UInt8, line: Int32)] = []
  private var fileNames: [String] = []
  /// The entity of the row before: most rows repeat it.
  private var lastEntity: (row: Int, type: EntityType, entity: Int32) = (-1, .company, 0)

  init(_ spellings: AliasSpellings, index: EntityIndex) throws {
    var overlaid: Set<String> = []
    // The overlay's rows, the last file's, come first: they take the place of others.
    for file in spellings.files.reversed() {
      fileNames.append(file.table.file)
      aliases.reserveCapacity(aliases.count + file.table.count)
      places.reserveCapacity(places.count + file.table.count)
      for row in 0..<file.table.count { try read(row, of: file, index, &overlaid) }
    }
    fileNames.append("traps.txt")
    for trap in spellings.traps {
      // Longer strings that a name hides in: matched as names of nothing, they win over what they hold.
      let alias = Alias(
        entity: Alias.nothing, flag: .none, lang: .any, breaks: .max, symbolCount: trap.count, letterCase: .none, beginsLower: true, takesVersion: false)
      append(alias, trap[...], line: 0)
    }
  }

  func place(_ position: Int) -> (file: String, line: Int) {
    (fileNames[Int(places[position].file)], Int(places[position].line))
  }

  private mutating func append(_ alias: Alias, _ key: ArraySlice<UInt16>, line: Int) {
    aliases.append(alias)
    keys.append(key)
    places.append((UInt8(fileNames.count - 1), Int32(line)))
  }

  private mutating func read(
    _ row: Int, of file: AliasSpellings.File, _ index: EntityIndex, _ overlaid: inout Set<String>
  ) throws {
    let table = file.table
    if !(row > 0 && table.isEqual(row, row - 1, column: 0) && table.isEqual(row, row - 1, column: 1) && lastEntity.row == row - 1) {
      let typeName = table.required(row, 0)
      let id = table.required(row, 1)
      guard let type = EntityType(rawValue: typeName) else {
        throw table.error(row, "“\(typeName)” is no entity type", "use company, model, chip, product or person")
      }
      guard let entity = index.number(type, id) else {
        throw table.error(row, "\(typeName) “\(id)” is unknown", "add its row, or mend the id")
      }
      lastEntity = (row, type, entity)
    }
    lastEntity.row = row
    let (_, type, entity) = lastEntity
    let (flag, isOff) = try Self.flag(row, table)
    let lang = try Self.language(row, table)
    if file.isOverlay || !overlaid.isEmpty {
      let key = "\(entity)\t\(table.required(row, 2))"
      if file.isOverlay { overlaid.insert(key) } else if overlaid.contains(key) { return }
    }
    if isOff { return }
    let symbols = file.symbols(row)
    guard let last = symbols.last else { throw table.error(row, "the alias is empty", "fill it, or delete the row") }
    let cases = LetterCases(table.bytes, table.span(row, 2))
    let alias = Alias(
      entity: entity, flag: flag, lang: lang, breaks: file.breaks[row], symbolCount: symbols.count, letterCase: cases.shape,
      beginsLower: !cases.beginsUpper, takesVersion: type == .model && Symbol.isLatin(last))
    append(alias, symbols, line: table.line(row))
  }

  private static func flag(_ row: Int, _ table: CSVTable) throws -> (flag: Alias.Flag, isOff: Bool) {
    if table.span(row, 4).count == 0 { return (.none, false) }
    switch table.required(row, 4) {
    case "likely": return (.likely, false)
    case "ambiguous": return (.ambiguous, false)
    case "off": return (.none, true)
    case let other: throw table.error(row, "“\(other)” is no flag", "use likely, ambiguous, off or nothing")
    }
  }

  private static func language(_ row: Int, _ table: CSVTable) throws -> Alias.AliasLanguage {
    switch table.required(row, 3) {
    case "any": .any
    case "ja": .ja
    case "zh": .zh
    case "en": .en
    case let other: throw table.error(row, "“\(other)” is no language", "use any, ja, en or zh")
    }
  }
}

/// Counts of Latin letters by case, in the original spelling.
struct LetterCases {
  private(set) var upper = 0
  private(set) var lower = 0
  private(set) var beginsUpper = false

  init(_ bytes: [UInt8], _ span: Span) {
    for offset in span.range {
      // ASCII, or full-width: EF BC A1 … BA are capitals, EF BD 81 … 9A small.
      let isFullWidth = bytes[offset] == 0xEF && offset + 2 < bytes.count
      if bytes[offset] &- 0x41 < 26 || isFullWidth && bytes[offset + 1] == 0xBC && bytes[offset + 2] &- 0xA1 < 26 {
        if upper + lower == 0 { beginsUpper = true }
        upper += 1
      } else if bytes[offset] &- 0x61 < 26 || isFullWidth && bytes[offset + 1] == 0xBD && bytes[offset + 2] &- 0x81 < 26 {
        lower += 1
      }
    }
  }

  var letters: Int { upper + lower }

  var shape: Alias.LetterCase {
    if upper + lower == 0 { return .none }
    if upper == 0 { return .lower }
    if lower == 0 { return .upper }
    return beginsUpper && upper == 1 ? .capitalized : .mixed
  }
}
