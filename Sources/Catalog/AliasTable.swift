import Facts
import Language

/// All aliases as symbols, ready for the trie.
struct AliasTable {
  private(set) var aliases: [Alias] = []
  /// Symbols of each alias.
  private(set) var keys: [ArraySlice<UInt16>] = []
  /// File and line of each alias, for lint.
  private(set) var places: [(file: String, line: Int)] = []

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
    let typeName = table.required(row, 0)
    let id = table.required(row, 1)
    guard let type = EntityType(rawValue: typeName) else {
      throw table.error(row, "“\(typeName)” is no entity type", "use company, model, chip, product or person")
    }
    guard let entity = index.number(type, id) else {
      throw table.error(row, "\(typeName) “\(id)” is unknown", "add its row, or mend the id")
    }
    let flag = table.required(row, 4)
    guard ["", "likely", "ambiguous", "off"].contains(flag) else {
      throw table.error(row, "“\(flag)” is no flag", "use likely, ambiguous, off or nothing")
    }
    let lang: Alias.AliasLanguage
    switch table.required(row, 3) {
    case "any": lang = .any
    case "ja": lang = .ja
    case "en": lang = .en
    case "zh": lang = .zh
    default: throw table.error(row, "“\(table.required(row, 3))” is no language", "use any, ja, en or zh")
    }
    let span = table.span(row, 2)
    if isOverlay || !overlaid.isEmpty {
      let key = "\(typeName)\t\(id)\t\(table.required(row, 2))"
      if isOverlay { overlaid.insert(key) } else if overlaid.contains(key) { return }
    }
    if flag == "off" { return }
    let text = MatchingText(folded.bytes, folded.folded(span).range, hanzi: hanzi)
    guard text.count > 0 else { throw table.error(row, "the alias is empty", "fill it, or delete the row") }
    let cases = LetterCases(table.bytes, span)
    aliases.append(
      Alias(
        entity: entity, flag: flag.isEmpty ? .none : flag == "likely" ? .likely : .ambiguous, lang: lang,
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
