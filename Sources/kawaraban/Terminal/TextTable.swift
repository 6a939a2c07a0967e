/// Rows under a heading, columns padded to the width that a terminal shows: kanji and kana take two cells.
struct TextTable {
  enum Alignment { case left, right }

  var headings: [String]
  var alignments: [Alignment]
  var rows: [[String]] = []

  init(_ columns: [(heading: String, alignment: Alignment)]) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
  }

  mutating func add(_ cells: String...) { rows.append(cells) }

  var text: String {
    let all = [headings] + rows
    let widths = headings.indices.map { column in all.map { cells($0[column]) }.max() ?? 0 }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ([headings, rule] + rows).map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - cells(row[column]))
        return alignments[column] == .left ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }.joined()
  }
}

/// Terminal cells of a text: East Asian wide and full-width scalars take two, combining marks none.
func cells(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { total, scalar in
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: total
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      total + 2
    default: total + 1
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
