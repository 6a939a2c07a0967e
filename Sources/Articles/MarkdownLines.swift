// What a line of Markdown is, told by its first bytes: `## 見出し` a heading, `---` a rule, `:::message` a directive.

/// A line without white space at its ends, but for the two spaces that ask for a line break.
func trim(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var slice = line.drop { $0 <= 0x20 }
  // Two spaces at the end ask for a line break and are kept.
  let isHardBreak = slice.count > 2 && slice.suffix(2).elementsEqual("  ".utf8)
  while let last = slice.last, last <= 0x20 { slice.removeLast() }
  if isHardBreak, !slice.isEmpty { return (Array(slice) + [0x20, 0x20])[...] }
  return slice
}

func indentation(_ line: ArraySlice<UInt8>) -> Int {
  var width = 0
  for byte in line {
    if byte == 0x20 { width += 1 } else if byte == 0x09 { width += 4 } else { break }
  }
  return width
}

func withoutQuoteMarks(_ line: ArraySlice<UInt8>) -> (depth: Int, line: ArraySlice<UInt8>) {
  var rest = line
  var depth = 0
  while depth < 16 {
    let start = rest.drop { $0 == 0x20 }
    guard start.first == UInt8(ascii: ">"), rest.count - start.count <= 3 else { break }
    depth += 1
    rest = start.dropFirst()
  }
  if depth > 0, rest.first == 0x20 { rest = rest.dropFirst() }
  return (depth, rest)
}

extension MarkdownBlocks {
  func headingText(_ line: ArraySlice<UInt8>) -> (level: Int, text: [UInt8])? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), line.count > level else { return nil }
    let next = line[line.startIndex + level]
    // `##見出し` is common in Japanese; a single `#語` is a hashtag.
    guard next == 0x20 || next == 0x09 || (level >= 2 && next >= 0x80) else { return nil }
    var text = line.dropFirst(level)
    while let last = text.last, last <= 0x20 { text.removeLast() }
    let closing = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    if closing > 0, text.count > closing, text[text.endIndex - closing - 1] == 0x20 { text = text.dropLast(closing) }
    return (level, Array(text))
  }

  /// `---`, `***`, `___`, `===`, spaces between allowed.
  func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "=")].contains(mark)
    else { return false }
    var count = 0
    for byte in line where byte > 0x20 {
      if byte != mark { return false }
      count += 1
    }
    return count >= (mark == UInt8(ascii: "=") ? 2 : 3)
  }

  /// `| --- | :-: |`
  func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: continue
      default: return false
      }
    }
    return dashes >= 1 && line.contains(UInt8(ascii: "|"))
  }

  func cells(_ row: ArraySlice<UInt8>) -> [[UInt8]] {
    var cells: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in row {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      previous = byte
    }
    if cells.first.map({ oneLine($0).isEmpty }) ?? false { cells.removeFirst() }
    if cells.last.map({ oneLine($0).isEmpty }) ?? false { cells.removeLast() }
    return cells
  }

  /// Lines that steer a site generator: `:::message`, `{% … %}`, `{{< … >}}`, `[TOC]`, MDX imports.
  func isDirective(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: ":::".utf8) || line.starts(with: "{%".utf8) && line.suffix(2).elementsEqual("%}".utf8) {
      return true
    }
    guard let first = line.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "i") || first == UInt8(ascii: "e") else {
      return false
    }
    let text = String(decoding: line.prefix(80), as: UTF8.self)
    if ["[toc]", "[[toc]]", "[[_toc_]]"].contains(text.lowercased()) { return true }
    return (text.hasPrefix("import ") || text.hasPrefix("export ")) && text.hasSuffix(";")
      || text.hasPrefix("import ") && text.contains(" from '")
  }

  func startsHTMLBlock(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "<"), let tag = InlineTag(Array(line), at: 0) else { return false }
    switch tag.name {
    case "script", "style", "svg", "form", "nav", "source", "button", "input", "thead", "tbody", "tfoot", "td", "th", "col",
      "colgroup", "object", "embed", "noscript", "html", "body", "head", "meta", "link":
      return true
    case "br": return false
    default: return tag.breaksLine
    }
  }
}
