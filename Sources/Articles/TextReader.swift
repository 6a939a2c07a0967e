import Facts

/// Reads plain text: a line is a paragraph, `- ` and `・` begin list items by their indentation, `**…**` alone on a
/// line or `# ` is a heading; lines that a mail client or editor wrapped are joined again.
///
/// Example: `**甲社が乙社に出資**` + `甲社は…` → title 甲社が乙社に出資, a heading and a paragraph.
struct TextReader {
  func draft(_ utf8: [UInt8]) -> Draft {
    var draft = Draft(reader: "text")
    let lines = splitLines(utf8)
    let width = wrapWidth(lines)
    var open: [UInt8] = []
    func close() {
      if !open.isEmpty { draft.append(.paragraph, withoutEmphasis(open)) }
      open = []
    }
    for line in lines {
      let text = oneLine(Array(line))
      if text.isEmpty {
        close()
        continue
      }
      if let mark = ListMark(line) {
        close()
        draft.append(.listItem, level: 1 + min(mark.indent / 2, 8), withoutEmphasis(Array(line[mark.content...])))
      } else if let heading = headingText(text) {
        close()
        draft.append(.heading, level: heading.level, heading.text)
      } else if let width {
        if open.isEmpty {
          open = text
        } else {
          if needsSpace(open, text) { open.append(0x20) }
          open.append(contentsOf: text)
        }
        if displayWidth(text) < width * 3 / 4 { close() }
      } else {
        let plain = withoutEmphasis(text)
        if plain.count == text.count { draft.append(.paragraph, line: text) } else { draft.append(.paragraph, plain) }
      }
    }
    close()
    draft.isTrimmed = true
    draft.passages = withoutBoilerplate(draft.passages)
    draft.title = title(draft.passages)
    return draft
  }

  /// The first line where it is short and stands as a headline: a heading, repeated below, or without a sentence's end.
  private func title(_ passages: [Draft.Passage]) -> String? {
    guard let first = passages.first, first.kind != .listItem, first.text.count <= 300 else { return nil }
    let isRepeated = passages.dropFirst().prefix(4).contains { $0.text == first.text }
    guard first.kind == .heading || isRepeated || (passages.count > 1 && !endsSentence(first.text) && first.text.count <= 240)
    else { return nil }
    return String(decoding: first.text, as: UTF8.self)
  }

  private func headingText(_ text: [UInt8]) -> (level: Int, text: [UInt8])? {
    guard let first = text.first, first == UInt8(ascii: "*") || first == UInt8(ascii: "#") else { return nil }
    if text.starts(with: Array("**".utf8)), text.suffix(2).elementsEqual("**".utf8), text.count > 4 {
      let inner = Array(text.dropFirst(2).dropLast(2))
      if !contains(inner, Array("**".utf8)) { return (1, inner) }
    }
    let marks = text.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks), text.count > marks + 1, text[marks] == 0x20 {
      return (marks, withoutEmphasis(Array(text[(marks + 1)...])))
    }
    return nil
  }

  /// The column at which a hard-wrapped text breaks its lines, or `nil` where each line is a paragraph: most lines
  /// that are followed by another are nearly as long as the longest, and none is longer than 100 columns.
  private func wrapWidth(_ lines: [ArraySlice<UInt8>]) -> Int? {
    var widths: [Int] = []
    for (index, line) in lines.enumerated() where index + 1 < lines.count && index < 400 {
      let next = lines[index + 1]
      guard line.contains(where: { $0 > 0x20 }), next.contains(where: { $0 > 0x20 }) else { continue }
      // Such a line is no wrapped one, and few bytes of it show it.
      if displayWidth(line.prefix(320)) > 100 { return nil }
      widths.append(displayWidth(line))
    }
    guard widths.count >= 4, let longest = widths.max(), (50...100).contains(longest) else { return nil }
    let full = widths.filter { $0 * 5 >= longest * 4 }.count
    return full * 5 >= widths.count * 4 ? longest : nil
  }
}

/// A list mark at the start of a line: how far it is indented and where its text begins.
struct ListMark {
  let indent: Int
  let content: Int
  /// `1.`, `2)`; bullets are unordered.
  let isOrdered: Bool

  /// Bullets `- * + • ・ ◦ ▪ ● ■ ◆ ※`-less: ASCII ones need a space behind them, `・` and its like need none.
  init?(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    var indent = 0
    while index < line.endIndex {
      if line[index] == 0x20 {
        indent += 1
        index += 1
      } else if line[index] == 0x09 {
        indent += 4
        index += 1
      } else if line[index...].starts(with: [0xE3, 0x80, 0x80]) {
        indent += 2
        index += 3
      } else {
        break
      }
    }
    guard index < line.endIndex else { return nil }
    let rest = line[index...]
    self.indent = indent
    let byte = line[index]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
      guard rest.count > 2, line[index + 1] == 0x20 || line[index + 1] == 0x09 else { return nil }
      (content, isOrdered) = (index + 2, false)
      return
    }
    for bullet in byte != 0xE2 && byte != 0xE3 ? [] : ["・", "•", "◦", "▪", "●", "◆", "■", "▶", "‣", "∙"] where rest.starts(with: bullet.utf8) {
      guard rest.count > bullet.utf8.count else { return nil }
      (content, isOrdered) = (index + bullet.utf8.count, false)
      return
    }
    guard (0x30...0x39).contains(byte) else { return nil }
    let digits = rest.prefix { (0x30...0x39).contains($0) }.count
    guard (1...3).contains(digits), rest.count > digits + 2 else { return nil }
    let mark = line[index + digits]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      line[index + digits + 1] == 0x20 || line[index + digits + 1] == 0x09
    else { return nil }
    (content, isOrdered) = (index + digits + 2, true)
  }
}

/// Lines without their ends (`\n`, `\r\n`, `\r`, form feed).
func splitLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  ByteScan.forEachBlock(bytes) { $0.holdsLess(than: 0x0E) } visit: { byte, index in
    guard byte == 0x0A || byte == 0x0D || byte == 0x0C else { return }
    // The second half of a line's end.
    if byte == 0x0A, index == start, index > 0, bytes[index - 1] == 0x0D {
      start = index + 1
      return
    }
    lines.append(bytes[start..<index])
    start = index + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

/// Columns of a line: two for a wide character, one for others.
func displayWidth(_ bytes: [UInt8]) -> Int { displayWidth(bytes[...]) }

func displayWidth(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var width = 0
    for byte in bytes where byte & 0xC0 != 0x80 { width += byte >= 0xE3 ? 2 : 1 }
    return width
  }
}

/// Whether two lines that were one need a space between them: not where a wide character stands on either side.
func needsSpace(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard let last = left.last, let first = right.first else { return false }
  return last < 0x80 && first < 0x80
    || (last < 0x80 || first < 0x80) && !(isWideLead(first) || endsWide(left))
    || (first >= 0x80 && last >= 0x80 && !isWideLead(first) && !endsWide(left))
}

private func isWideLead(_ byte: UInt8) -> Bool { (0xE3...0xEF).contains(byte) }

private func endsWide(_ bytes: [UInt8]) -> Bool {
  var index = bytes.count - 1
  while index >= 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
  return index >= 0 && isWideLead(bytes[index])
}

/// Whether a line ends as a sentence does, closing brackets and quotation marks aside.
func endsSentence(_ bytes: [UInt8]) -> Bool {
  var end = bytes.count
  while end > 0 {
    let last = bytes[end - 1]
    if last < 0x80 {
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): end -= 1
      default: return false
      }
      continue
    }
    guard end >= 3 else { return false }
    switch (bytes[end - 3], bytes[end - 2], last) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x8E), (0xE2, 0x80, 0xA6), (0xEF, 0xBD, 0xA1):
      return true  // 。！？．…｡
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x89), (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99):
      end -= 3  // 」』】）”’
    default: return false
    }
  }
  return false
}

/// Pairs of `**` within a line are taken out, what they emphasise stays.
func withoutEmphasis(_ text: [UInt8]) -> [UInt8] {
  let star = UInt8(ascii: "*")
  guard text.contains(star) else { return text }
  var pairs: [Int] = []
  var index = 0
  while index + 1 < text.count {
    if text[index] == star, text[index + 1] == star {
      pairs.append(index)
      index += 2
    } else {
      index += 1
    }
  }
  guard pairs.count >= 2 else { return text }
  let dropped = Set(pairs.prefix(pairs.count / 2 * 2).flatMap { [$0, $0 + 1] })
  return text.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
}

func contains(_ bytes: some Collection<UInt8>, _ pattern: [UInt8]) -> Bool {
  guard let first = pattern.first else { return true }
  var rest = bytes[...]
  while let index = rest.firstIndex(of: first) {
    if rest[index...].starts(with: pattern) { return true }
    rest = rest[rest.index(after: index)...]
  }
  return false
}
