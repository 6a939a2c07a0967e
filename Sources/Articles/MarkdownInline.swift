/// Renders one run of Markdown to plain text: emphasis marks, link targets, images, tags and comments go; link texts,
/// code and everything else stay; character references are decoded.
///
/// Example: `**[甲社](https://a.example)**が&quot;乙&quot;を発表` → `甲社が"乙"を発表`. A line break that the text asks for
/// (`<br>`, the end of a block element) comes out as `\n`.
struct MarkdownInline {
  private(set) var output: [UInt8] = []
  /// Address of a link and the run of `output` that is its text.
  private var links: [(start: Int, end: Int, address: String)] = []
  private var openAnchor: (start: Int, address: String)?
  /// Emphasis runs seen and not yet closed: where in `output`, how many, which mark.
  private var delimiters: [(start: Int, count: Int, mark: UInt8)] = []
  private var dropped: [Range<Int>] = []

  static func render(_ bytes: [UInt8]) -> (text: [UInt8], link: String?) {
    if isPlain(bytes) { return (bytes, nil) }
    var renderer = MarkdownInline()
    renderer.append(bytes, depth: 0)
    return renderer.finished()
  }

  /// Whether nothing in a text means anything to Markdown.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"),
          UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "{"):
          return false
        default: continue
        }
      }
      return true
    }
  }

  /// Where the last `]`, `)` and `>` of a text stand: behind them nothing that needs one need be looked for.
  private struct Closers {
    let bracket: Int
    let parenthesis: Int
    let angle: Int

    init(_ bytes: [UInt8]) {
      func last(_ byte: UInt8) -> Int { bytes.lastIndex(of: byte) ?? -1 }
      (bracket, parenthesis, angle) = (last(UInt8(ascii: "]")), last(UInt8(ascii: ")")), last(UInt8(ascii: ">")))
    }
  }

  private mutating func append(_ bytes: [UInt8], depth: Int) {
    let closers = Closers(bytes)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < bytes.count && isASCIIPunctuation(bytes[index + 1]):
        output.append(bytes[index + 1])
        index += 2
      case UInt8(ascii: "`"): index = appendCode(bytes, index)
      case UInt8(ascii: "!") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "[") && index < closers.bracket:
        index = skipImage(bytes, index, closers)
      case UInt8(ascii: "[") where index < closers.bracket: index = appendLink(bytes, index, closers, depth: depth)
      case UInt8(ascii: "<") where index < closers.angle: index = appendTag(bytes, index)
      case UInt8(ascii: "&"):
        if let reference = characterReference(bytes, at: index) {
          // Escaped twice, as feeds often are: `&amp;quot;`.
          if reference.text == [byte],
            let inner = characterReference([byte] + bytes[(index + reference.length)...].prefix(34), at: 0)
          {
            output.append(contentsOf: inner.text)
            index += reference.length + inner.length - 1
          } else {
            output.append(contentsOf: reference.text)
            index += reference.length
          }
        } else {
          output.append(byte)
          index += 1
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): index = appendDelimiter(bytes, index)
      case UInt8(ascii: "{"):
        if let end = templateEnd(bytes, index) {
          index = end
        } else {
          output.append(byte)
          index += 1
        }
      default:
        output.append(byte)
        index += 1
      }
    }
  }

  // MARK: Code, images, links

  private mutating func appendCode(_ bytes: [UInt8], _ start: Int) -> Int {
    var open = start
    while open < bytes.count, bytes[open] == bytes[start] { open += 1 }
    let length = open - start
    var index = open
    while index < bytes.count {
      guard bytes[index] == bytes[start] else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
      if end - index == length {
        let code = Array(bytes[open..<index])
        // A link set in a code span for its looks is a link.
        if code.first == UInt8(ascii: "[") || code.starts(with: Array("![".utf8)), contains(code, Array("](http".utf8)) {
          append(code, depth: 7)
        } else {
          output.append(contentsOf: code)
        }
        return end
      }
      index = end
    }
    // A backtick that nothing closes is dropped where it is doubled, else kept.
    if length == 1 { output.append(bytes[start]) }
    return open
  }

  private mutating func skipImage(_ bytes: [UInt8], _ start: Int, _ closers: Closers) -> Int {
    if start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "["),
      let close = find("]]", in: bytes, from: start + 3, within: 300)
    {
      return close + 2
    }
    guard let close = closingBracket(bytes, start + 1) else {
      output.append(bytes[start])
      return start + 1
    }
    if close < closers.parenthesis, let target = linkTarget(bytes, close + 1) { return target.end }
    if close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "["), let end = closingBracket(bytes, close + 1) {
      return end + 1
    }
    output.append(bytes[start])
    return start + 1
  }

  private mutating func appendLink(_ bytes: [UInt8], _ start: Int, _ closers: Closers, depth: Int) -> Int {
    let count = bytes.count
    if start + 1 < count, bytes[start + 1] == UInt8(ascii: "["), let close = find("]]", in: bytes, from: start + 2, within: 400) {
      append(Array(bytes[(start + 2)..<close]), depth: depth + 1)
      return close + 2
    }
    guard depth < 8, let close = closingBracket(bytes, start) else {
      output.append(bytes[start])
      return start + 1
    }
    let label = Array(bytes[(start + 1)..<close])
    if label.first == UInt8(ascii: "^") { return close + 1 }
    if label == [0x20] || label == [UInt8(ascii: "x")] || label == [UInt8(ascii: "X")] {
      if output.allSatisfy({ $0 <= 0x20 }) { return close + 1 }
    }
    if close < closers.parenthesis, let target = linkTarget(bytes, close + 1) {
      let from = output.count
      append(label, depth: depth + 1)
      links.append((from, output.count, target.address))
      return target.end
    }
    if close + 1 < count, bytes[close + 1] == UInt8(ascii: "["), let end = closingBracket(bytes, close + 1), !label.isEmpty {
      append(label, depth: depth + 1)
      return end + 1
    }
    output.append(bytes[start])
    return start + 1
  }

  /// The `]` that closes the `[` at `start`, brackets nested and escapes skipped.
  private func closingBracket(_ bytes: [UInt8], _ start: Int) -> Int? {
    var depth = 0
    var index = start
    let limit = min(bytes.count, start + 4000)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// `(address "title")` at `index`: the address and the index behind the parenthesis.
  private func linkTarget(_ bytes: [UInt8], _ index: Int) -> (address: String, end: Int)? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return nil }
    var cursor = index + 1
    var depth = 1
    var quote: UInt8?
    let limit = min(bytes.count, index + 4000)
    while cursor < limit {
      let byte = bytes[cursor]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27, cursor > index + 1, bytes[cursor - 1] == 0x20 {
        // A title that is never closed must not swallow the rest of the line.
        if bytes[(cursor + 1)..<limit].contains(byte) { quote = byte }
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
      cursor += 1
    }
    guard depth == 0 else { return nil }
    var address = bytes[(index + 1)..<cursor].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    if address.first == UInt8(ascii: "<") { address = address.dropFirst().prefix { $0 != UInt8(ascii: ">") } }
    return (String(decoding: address, as: UTF8.self), cursor + 1)
  }

  // MARK: Tags

  private mutating func appendTag(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start + 2 < bytes.count else {
      output.append(bytes[start])
      return start + 1
    }
    if isWebAddress(bytes[(start + 1)...]), let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) {
      let from = output.count
      output.append(contentsOf: bytes[(start + 1)..<close])
      links.append((from, output.count, String(decoding: bytes[(start + 1)..<close], as: UTF8.self)))
      return close + 1
    }
    guard let tag = InlineTag(bytes, at: start) else {
      output.append(bytes[start])
      return start + 1
    }
    switch tag.name {
    case "script" where !tag.isEnd, "style" where !tag.isEnd, "svg" where !tag.isEnd:
      if let end = find("</" + tag.name, in: bytes, from: tag.end, within: bytes.count) {
        return (bytes[end...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      }
    case "a":
      if let anchor = openAnchor {
        links.append((anchor.start, output.count, anchor.address))
        openAnchor = nil
      }
      if !tag.isEnd, let address = tag.attribute("href", in: bytes) { openAnchor = (output.count, address) }
    case "td", "th": output.append(0x20)
    default: if tag.breaksLine { output.append(0x0A) }
    }
    return tag.end
  }

  // MARK: Emphasis

  private mutating func appendDelimiter(_ bytes: [UInt8], _ start: Int) -> Int {
    let mark = bytes[start]
    var end = start
    while end < bytes.count, bytes[end] == mark { end += 1 }
    let count = end - start
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = end < bytes.count ? bytes[end] : 0x20
    let from = output.count
    output.append(contentsOf: bytes[start..<end])
    if mark == UInt8(ascii: "~") && count != 2 { return end }
    var canOpen = after > 0x20
    var canClose = before > 0x20
    if mark == UInt8(ascii: "_") || (mark == UInt8(ascii: "*") && count == 1) {
      // Inside a word or a product of numbers it is a character of its own.
      let joins = isASCIIAlphanumeric(before) && isASCIIAlphanumeric(after)
      if joins { return end }
      if mark == UInt8(ascii: "_") {
        canOpen = canOpen && !isASCIIAlphanumeric(before)
        canClose = canClose && !isASCIIAlphanumeric(after)
      }
    }
    if canClose,
      let position = delimiters.lastIndex(where: {
        $0.mark == mark && ($0.count == count || ($0.count > 2) != (count > 2) || count > 2)
      })
    {
      let opener = delimiters[position]
      dropped.append(opener.start..<(opener.start + opener.count))
      dropped.append(from..<output.count)
      delimiters.removeSubrange(position...)
    } else if canOpen {
      delimiters.append((from, count, mark))
    } else if mark == UInt8(ascii: "*"), count >= 2 {
      dropped.append(from..<output.count)
    }
    return end
  }

  private mutating func finished() -> (text: [UInt8], link: String?) {
    for open in delimiters where open.mark == UInt8(ascii: "*") && (2...3).contains(open.count) {
      dropped.append(open.start..<(open.start + open.count))
    }
    var keep = [Bool](repeating: true, count: output.count)
    for range in dropped { for index in range { keep[index] = false } }
    let link = wholeLink(keep)
    guard !dropped.isEmpty else { return (output, link) }
    var text: [UInt8] = []
    text.reserveCapacity(output.count)
    for (index, byte) in output.enumerated() where keep[index] { text.append(byte) }
    return (text, link)
  }

  /// The one address that all letters of the text are a link to.
  private func wholeLink(_ keep: [Bool]) -> String? {
    guard let link = links.last(where: { $0.end > $0.start }),
      links.allSatisfy({ $0.end == $0.start || $0.address == link.address })
    else { return nil }
    for (index, byte) in output.enumerated() where keep[index] {
      let isLetter = byte >= 0xC3 && byte < 0xF0 && byte != 0xE2 || (isASCIIAlphanumeric(byte) && !(0x30...0x39).contains(byte))
      if isLetter, !links.contains(where: { ($0.start..<$0.end).contains(index) }), !isWidePunctuation(index) { return nil }
    }
    return isWebAddress(Array(link.address.utf8)) ? link.address : nil
  }

  private func isWidePunctuation(_ index: Int) -> Bool {
    guard index + 2 < output.count, output[index] == 0xE3 || output[index] == 0xEF else { return false }
    return output[index] == 0xE3 && output[index + 1] == 0x80 || output[index] == 0xEF && output[index + 1] >= 0xB8
  }

  /// `{{< … >}}`, `{{ … }}`, `{% … %}`, `{: … }`, `{#id}`, `{.class}`: templates and attributes, not text.
  private func templateEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "{"): return find("}}", in: bytes, from: start + 2, within: 500).map { $0 + 2 }
    case UInt8(ascii: "%"): return find("%}", in: bytes, from: start + 2, within: 500).map { $0 + 2 }
    case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "."):
      return find("}", in: bytes, from: start + 2, within: 200).map { $0 + 1 }
    default: return nil
    }
  }
}

func find(_ pattern: String, in bytes: [UInt8], from start: Int, within length: Int) -> Int? {
  let wanted = Array(pattern.utf8)
  guard let first = wanted.first, start >= 0 else { return nil }
  var index = start
  let limit = min(bytes.count, start + length) - wanted.count
  while index <= limit {
    if bytes[index] | 0x20 == first | 0x20, matches(bytes, index, wanted) { return index }
    index += 1
  }
  return nil
}

/// ASCII letters compare without case.
private func matches(_ bytes: [UInt8], _ index: Int, _ wanted: [UInt8]) -> Bool {
  for offset in 0..<wanted.count {
    let left = bytes[index + offset]
    let right = wanted[offset]
    if left != right && !(isASCIIAlphanumeric(left) && left | 0x20 == right | 0x20) { return false }
  }
  return true
}

func isASCIIPunctuation(_ byte: UInt8) -> Bool {
  (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
}
