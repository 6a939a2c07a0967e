import Facts

/// Reads articles from CSV or TSV (RFC 4180), a row an article, the columns named by the first row as `FieldNames` says.
///
/// Example: `title,date,body` and a row → title, publication date and text; a body may hold line breaks in quotation marks.
struct CSVReader {
  let limits: ReadLimits
  let fields: FieldNames
  let separator: UInt8

  func read(_ utf8: [UInt8], document: RawDocument, charset: String) throws(ReadFailure) -> [ReadResult] {
    var rows = rows(utf8)
    guard rows.count >= 2 else { throw ReadFailure(.noArticle, "no rows under the header") }
    let header = rows.removeFirst().map { FrontMatter.folded(String(decoding: oneLine($0), as: UTF8.self)) }
    guard header.contains(where: { fields.text.contains($0) || fields.title.contains($0) }) else {
      throw ReadFailure(.noArticle, "no column named as a title or a text: " + header.prefix(20).joined(separator: ", "))
    }
    var composer = ArticleComposer(document: document, charset: charset, limits: limits)
    let reader = JSONReader(limits: limits, fields: fields)
    var results: [ReadResult] = []
    for (number, row) in rows.enumerated() {
      let object = JSONValue.object(zip(header, row).map { ($0, .string(String(decoding: $1, as: UTF8.self))) })
      if rows.count > 1 { composer.fragment = "#\(number + 2)" }
      results.append(reader.result(object, composer, source: rows.count > 1 ? encoded(header, row) : nil, named: "csv"))
    }
    return results
  }

  private func rows(_ utf8: [UInt8]) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    func isBlank(_ row: [[UInt8]]) -> Bool { row.allSatisfy { cell in !cell.contains { $0 > 0x20 } } }
    while index < utf8.count {
      let byte = utf8[index]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < utf8.count, utf8[index + 1] == byte {
            cell.append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == separator {
        row.append(cell)
        cell = []
      } else if byte == 0x0A {
        row.append(cell)
        if !isBlank(row) { rows.append(row) }
        (row, cell) = ([], [])
      } else if byte != 0x0D {
        cell.append(byte)
      }
      index += 1
    }
    row.append(cell)
    if !isBlank(row) { rows.append(row) }
    return rows
  }

  /// One row with its header, as it can be read again.
  private func encoded(_ header: [String], _ row: [[UInt8]]) -> [UInt8] {
    func line(_ cells: [[UInt8]]) -> [UInt8] {
      Array(cells.map { [0x22] + $0.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22] }.joined(separator: [separator]))
    }
    return line(header.map { Array($0.utf8) }) + [0x0A] + line(row)
  }
}
