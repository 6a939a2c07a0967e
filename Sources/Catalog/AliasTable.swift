import Facts
import Language

/// All aliases as symbols, ready for the trie.
struct AliasTable {
  private(set) var aliases: [Alias] = []
  /// Symbols of each alias.
  private(set) var keys: [ArraySlice<UInt16>] = []
  /// File and line of each alias, for lint.
  private(set) var places: [(file: String, line: Int)] = []
  /// The entity of the row before: most rows repeat it.
  private var lastEntity: (row: Int, type: EntityType, entity: Int32) = (-1, .company, 0)

  init(_ files: CatalogFiles, index: EntityIndex, hanzi: HanziTable) throws {
    var withdrawn: Set<String> = []
    for file in files.named("aliases.csv").reversed() {
      let table = try CSVTable(
        file: file.path, bytes: file.bytes, header: ["entity_type", "entity_id", "alias", "lang", "flag"])
      // Folding the whole file once is far cheaper than folding its fields.
      let folded = FoldedText(utf8: table.bytes)
      for row in 0..<table.count {
        try read(row, of: table, folded, index, hanzi, &withdrawn, isOverlay: file.path != file.name)
      }
    }
    readTraps(files.list("traps.txt"), hanzi)
  }

  /// Longer strings that a name hides in: matched as names of nothing, they win over what they hold.
  private mutating func readTraps(_ bytes: [UInt8], _ hanzi: HanziTable) {
    let folded = FoldedText(utf8: bytes)
    for line in folded.bytes.split(separator: 0x0A) {
      let text = MatchingText(folded.bytes, line.startIndex..<line.endIndex, hanzi: hanzi)
      guard text.count > 0 else { continue }
      aliases.append(
        Alias(
          entity: Alias.nothing, flag: .none, lang: .any, breaks: .max, symbolCount: text.count, letterCase: .none, beginsLower: true, takesVersion: false))
      keys.append(text.symbols[...])
      places.append(("traps.txt", 0))
    }
  }

  private mutating func read(
    _ row: Int, of table: CSVTable, _ folded: FoldedText, _ index: EntityIndex, _ hanzi: HanziTable,
    _ overlaid: inout Set<String>, isOverlay: Bool
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
    let flag: Alias.Flag
    var isOff = false
    let flagBytes = table.bytes[table.span(row, 4).range]
    if flagBytes.isEmpty { flag = .none }
    else if flagBytes.elementsEqual("likely".utf8) { flag = .likely }
    else if flagBytes.elementsEqual("ambiguous".utf8) { flag = .ambiguous }
    else if flagBytes.elementsEqual("off".utf8) { (flag, isOff) = (.none, true) }
    else { throw table.error(row, "“\(table.required(row, 4))” is no flag", "use likely, ambiguous, off or nothing") }
    let lang: Alias.AliasLanguage
    let langBytes = table.bytes[table.span(row, 3).range]
    if langBytes.elementsEqual("any".utf8) { lang = .any }
    else if langBytes.elementsEqual("ja".utf8) { lang = .ja }
    else if langBytes.elementsEqual("zh".utf8) { lang = .zh }
    else if langBytes.elementsEqual("en".utf8) { lang = .en }
    else { throw table.error(row, "“\(table.required(row, 3))” is no language", "use any, ja, en or zh") }
    let span = table.span(row, 2)
    if isOverlay || !overlaid.isEmpty {
      let key = "\(entity)\t\(table.required(row, 2))"
      if isOverlay { overlaid.insert(key) } else if overlaid.contains(key) { return }
    }
    if isOff { return }
    let start = folded.foldedOffset(ofOriginal: span.start)
    let isASCII = table.bytes[span.range].allSatisfy { $0 < 0x80 }
    let end = isASCII ? start + span.count : folded.foldedOffset(ofOriginal: span.end)
    let text = MatchingText(folded.bytes, start..<end, hanzi: hanzi)
    guard text.count > 0 else { throw table.error(row, "the alias is empty", "fill it, or delete the row") }
    let cases = LetterCases(table.bytes, span)
    aliases.append(
      Alias(
        entity: entity, flag: flag, lang: lang,
        breaks: Self.breaks(text, folded, table), symbolCount: text.count, letterCase: cases.shape,
        beginsLower: !cases.beginsUpper, takesVersion: type == .model && Symbol.isLatin(text.symbols[text.count - 1])))
    keys.append(text.symbols[...])
    places.append((table.file, table.line(row)))
  }

  private static func breaks(_ text: MatchingText, _ folded: FoldedText, _ table: CSVTable) -> UInt64 {
    var mask: UInt64 = 0
    for position in 1..<max(1, min(64, text.count)) {
      let isBreak: Bool
      if text.separators[position] != .none {
        isBreak = true
      } else {
        let before = text.symbols[position - 1]
        let after = text.symbols[position]
        isBreak =
          Symbol.isLatin(before) != Symbol.isLatin(after) || isCamel(position, text, folded, table)
      }
      if isBreak { mask |= 1 << UInt64(position) }
    }
    return mask
  }

  /// Between `n` and `A` of `OpenAI`: a capital after two or more lower-case letters.
  private static func isCamel(_ position: Int, _ text: MatchingText, _ folded: FoldedText, _ table: CSVTable) -> Bool {
    guard position >= 2, position + 1 < text.count, Symbol.isLatin(text.symbols[position]) else { return false }
    func letter(_ position: Int) -> UInt8 {
      let start = Int(text.starts[position])
      return table.bytes[folded.original(Span(start, start + 1)).start]
    }
    let isUpper = letter(position) &- 0x41 < 26
    return isUpper && letter(position - 1) &- 0x61 < 26
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
