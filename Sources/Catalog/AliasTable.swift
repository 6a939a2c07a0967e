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

  init(_ files: CatalogFiles, index: EntityIndex, hanzi: HanziTable) throws {
    var overlaid: Set<String> = []
    for file in files.named("aliases.csv").reversed() {
      let table = try CSVTable(
        file: file.path, bytes: file.bytes, header: ["entity_type", "entity_id", "alias", "lang", "flag"])
      fileNames.append(file.path)
      aliases.reserveCapacity(aliases.count + table.count)
      places.reserveCapacity(places.count + table.count)
      // Folding the whole file once is far cheaper than folding its fields.
      var spellings = Spellings(table, hanzi)
      for row in 0..<table.count {
        try read(row, of: table, &spellings, index, &overlaid, isOverlay: file.path != file.name)
      }
    }
    readTraps(files.list("traps.txt"), hanzi)
  }

  func place(_ position: Int) -> (file: String, line: Int) {
    (fileNames[Int(places[position].file)], Int(places[position].line))
  }

  /// Longer strings that a name hides in: matched as names of nothing, they win over what they hold.
  private mutating func readTraps(_ bytes: [UInt8], _ hanzi: HanziTable) {
    let folded = FoldedText(utf8: bytes)
    fileNames.append("traps.txt")
    for line in folded.bytes.split(separator: 0x0A) {
      let text = MatchingText(folded.bytes, line.startIndex..<line.endIndex, hanzi: hanzi)
      guard text.count > 0 else { continue }
      let trap = Alias(
        entity: Alias.nothing, flag: .none, lang: .any, breaks: .max, symbolCount: text.count, letterCase: .none, beginsLower: true, takesVersion: false)
      append(trap, text.symbols[...], line: 0)
    }
  }

  private mutating func append(_ alias: Alias, _ key: ArraySlice<UInt16>, line: Int) {
    aliases.append(alias)
    keys.append(key)
    places.append((UInt8(fileNames.count - 1), Int32(line)))
  }

  private mutating func read(
    _ row: Int, of table: CSVTable, _ spellings: inout Spellings, _ index: EntityIndex, _ overlaid: inout Set<String>, isOverlay: Bool
  ) throws {
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
    if isOverlay || !overlaid.isEmpty {
      let key = "\(entity)\t\(table.required(row, 2))"
      if isOverlay { overlaid.insert(key) } else if overlaid.contains(key) { return }
    }
    if isOff { return }
    let span = table.span(row, 2)
    let symbols = spellings.symbols(of: span)
    guard !symbols.isEmpty else { throw table.error(row, "the alias is empty", "fill it, or delete the row") }
    let cases = LetterCases(table.bytes, span)
    let alias = Alias(
      entity: entity, flag: flag, lang: lang, breaks: spellings.breaks(symbols), symbolCount: symbols.count, letterCase: cases.shape,
      beginsLower: !cases.beginsUpper, takesVersion: type == .model && Symbol.isLatin(spellings.text.symbols[symbols.upperBound - 1]))
    append(alias, spellings.text.symbols[symbols], line: table.line(row))
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

/// The alias fields of a file as symbols, read in the order of the file.
private struct Spellings {
  let table: CSVTable
  let folded: FoldedText
  let text: MatchingText
  /// How far the fields have been read: in folded bytes and in symbols.
  private var foldedOffset = 0
  private var symbol = 0

  init(_ table: CSVTable, _ hanzi: HanziTable) {
    self.table = table
    folded = FoldedText(utf8: table.bytes)
    text = MatchingText(folded.bytes, 0..<folded.bytes.count, hanzi: hanzi)
  }

  /// The symbols that a field is matched by.
  mutating func symbols(of field: Span) -> Range<Int> {
    foldedOffset = folded.foldedOffset(ofOriginal: field.start, from: foldedOffset)
    while symbol < text.count, Int(text.starts[symbol]) < foldedOffset { symbol += 1 }
    let first = symbol
    foldedOffset = folded.foldedOffset(ofOriginal: field.end, from: foldedOffset)
    while symbol < text.count, Int(text.starts[symbol]) < foldedOffset { symbol += 1 }
    return first..<symbol
  }

  /// Where a separator may stand in a spelling, bit `i` before symbol `i`.
  func breaks(_ symbols: Range<Int>) -> UInt64 {
    var mask: UInt64 = 0
    for position in 1..<max(1, min(64, symbols.count)) {
      let at = symbols.lowerBound + position
      let isBreak =
        text.separators[at] != .none || Symbol.isLatin(text.symbols[at - 1]) != Symbol.isLatin(text.symbols[at]) || isCamel(at, symbols)
      if isBreak { mask |= 1 << UInt64(position) }
    }
    return mask
  }

  /// Between `n` and `A` of `OpenAI`: a capital after two or more lower-case letters.
  private func isCamel(_ at: Int, _ symbols: Range<Int>) -> Bool {
    guard at >= symbols.lowerBound + 2, at + 1 < symbols.upperBound, Symbol.isLatin(text.symbols[at]) else { return false }
    func letter(_ at: Int) -> UInt8 {
      let start = Int(text.starts[at])
      return table.bytes[folded.original(Span(start, start + 1)).start]
    }
    let isUpper = letter(at) &- 0x41 < 26
    return isUpper && letter(at - 1) &- 0x61 < 26
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
