import Facts
import Language

/// The alias fields of the catalogue's files as symbols; which entities they name is not looked at yet.
struct AliasSpellings: Sendable {
  /// One `aliases.csv`.
  struct File: Sendable {
    let table: CSVTable
    let isOverlay: Bool
    /// The symbols of row `r` are `symbols[bounds[r]..<bounds[r + 1]]`.
    private var symbols: [UInt16] = []
    private var bounds: [Int32] = [0]
    /// Where a separator may stand in the spelling of a row, bit `i` before symbol `i`.
    private(set) var breaks: [UInt64] = []

    /// Rows folded at once: folding each field by itself costs far more, folding all at once touches far more memory.
    private static let portion = 1024

    init(_ file: CatalogFiles.File, hanzi: HanziTable) throws {
      table = try CSVTable(file: file.path, bytes: file.bytes, header: ["entity_type", "entity_id", "alias", "lang", "flag"])
      isOverlay = file.path != file.name
      symbols.reserveCapacity(table.bytes.count / 4)
      bounds.reserveCapacity(table.count + 1)
      breaks.reserveCapacity(table.count)
      for start in stride(from: 0, to: table.count, by: Self.portion) {
        spell(start..<min(start + Self.portion, table.count), hanzi)
      }
    }

    private mutating func spell(_ rows: Range<Int>, _ hanzi: HanziTable) {
      var fields: [UInt8] = []
      var ends: [Int] = []
      ends.reserveCapacity(rows.count)
      for row in rows {
        fields.append(contentsOf: table.bytes[table.span(row, 2).range])
        ends.append(fields.count)
        fields.append(0x0A)
      }
      let folded = FoldedText(utf8: fields)
      let text = MatchingText(folded.bytes, 0..<folded.bytes.count, hanzi: hanzi)
      var offset = 0
      var symbol = 0
      for end in ends {
        let start = symbol
        offset = folded.foldedOffset(ofOriginal: end, from: offset)
        while symbol < text.count, Int(text.starts[symbol]) < offset { symbol += 1 }
        breaks.append(text.breaks(start..<symbol) { fields[folded.original(Span($0, $0 + 1)).start] })
        symbols.append(contentsOf: text.symbols[start..<symbol])
        bounds.append(Int32(symbols.count))
        // The line end between two fields.
        if symbol < text.count, text.symbols[symbol] == Symbol.barrier { symbol += 1 }
      }
    }

    func symbols(_ row: Int) -> ArraySlice<UInt16> { symbols[Int(bounds[row])..<Int(bounds[row + 1])] }
  }

  /// In the order of the catalogue, the overlay's last.
  let files: [File]
  let traps: [[UInt16]]

  init(_ files: CatalogFiles, hanzi: HanziTable) throws {
    self.files = try files.named("aliases.csv").map { try File($0, hanzi: hanzi) }
    let folded = FoldedText(utf8: files.list("traps.txt"))
    traps = folded.bytes.split(separator: 0x0A).map { line in
      MatchingText(folded.bytes, line.startIndex..<line.endIndex, hanzi: hanzi).symbols
    }.filter { !$0.isEmpty }
  }
}

extension MatchingText {
  /// Where a separator may stand in a spelling: where one stands, between letters and what is none, and at a capital inside a word.
  ///
  /// - Parameter letter: the original byte at a folded offset.
  fileprivate func breaks(_ symbols: Range<Int>, letter: (Int) -> UInt8) -> UInt64 {
    var mask: UInt64 = 0
    for position in 1..<max(1, min(64, symbols.count)) {
      let at = symbols.lowerBound + position
      let isBreak =
        separators[at] != .none || Symbol.isLatin(self.symbols[at - 1]) != Symbol.isLatin(self.symbols[at]) || isCamel(at, symbols, letter: letter)
      if isBreak { mask |= 1 << UInt64(position) }
    }
    return mask
  }

  /// Between `n` and `A` of `OpenAI`: a capital after two or more lower-case letters.
  private func isCamel(_ at: Int, _ symbols: Range<Int>, letter: (Int) -> UInt8) -> Bool {
    guard at >= symbols.lowerBound + 2, at + 1 < symbols.upperBound, Symbol.isLatin(self.symbols[at]) else { return false }
    let isUpper = letter(Int(starts[at])) &- 0x41 < 26
    return isUpper && letter(Int(starts[at - 1])) &- 0x61 < 26
  }
}
