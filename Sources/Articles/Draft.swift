import Facts

/// An article in the making: what a reader found, before boilerplate and repeats are taken out and text is laid down.
struct Draft {
  struct Passage {
    var kind: Block.Kind
    var level: Int
    var text: [UInt8]
    var link: String?

    init(_ kind: Block.Kind, level: Int = 0, _ text: [UInt8], link: String? = nil) {
      self.kind = kind
      self.level = level
      self.text = text
      self.link = link
    }
  }

  var reader: String
  var charset = "utf-8"
  var canonical: String?
  var title: String?
  var publisher: String?
  var publishedOn: PartialDate?
  var publishedFrom: String?
  var modifiedOn: PartialDate?
  var passages: [Passage] = []
  /// Whether boilerplate is out already.
  var isTrimmed = false

  init(reader: String) { self.reader = reader }

  /// Appends a text that is one line already.
  mutating func append(_ kind: Block.Kind, level: Int = 0, line: [UInt8]) {
    if !line.isEmpty { passages.append(Passage(kind, level: level, line)) }
  }

  mutating func append(_ kind: Block.Kind, level: Int = 0, _ text: [UInt8], link: String? = nil) {
    let line = oneLine(text)
    if !line.isEmpty { passages.append(Passage(kind, level: level, line, link: link)) }
  }
}

/// Bytes as one line: runs of white space become one space, ends are trimmed, control characters, byte order marks
/// and U+2028 go. U+3000 is trimmed at the ends only, where it is indentation.
func oneLine(_ bytes: [UInt8]) -> [UInt8] {
  if isOneLine(bytes) { return bytes }
  var line: [UInt8] = []
  line.reserveCapacity(bytes.count)
  var pendingSpace = false
  var index = 0
  let count = bytes.count
  func put(_ byte: UInt8) {
    if pendingSpace {
      if !line.isEmpty { line.append(0x20) }
      pendingSpace = false
    }
    line.append(byte)
  }
  while index < count {
    let byte = bytes[index]
    if byte > 0x20 && byte != 0x7F {
      switch byte {
      case 0xC2 where index + 1 < count && bytes[index + 1] <= 0xA0 && bytes[index + 1] >= 0x80:
        // C1 controls and U+00A0.
        if bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 { pendingSpace = true }
        index += 2
        continue
      case 0xE2 where index + 2 < count && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]):
        pendingSpace = true
        index += 3
        continue
      case 0xE3 where line.isEmpty && index + 2 < count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
        index += 3
        continue
      case 0xEF where index + 2 < count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
        index += 3
        continue
      default:
        put(byte)
      }
    } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
      pendingSpace = true
    }
    index += 1
  }
  while line.count >= 3, line.suffix(3) == [0xE3, 0x80, 0x80] {
    line.removeLast(3)
    while line.last == 0x20 { line.removeLast() }
  }
  return line
}

/// Whether a line is already what `oneLine` makes of it, as most are.
private func isOneLine(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else { return bytes.isEmpty }
  return bytes.withUnsafeBufferPointer { buffer in
    let raw = UnsafeRawBufferPointer(buffer)
    var index = 0
    while index < buffer.count {
      while index + Lanes.count < raw.count, Lanes(raw, at: index).isPlain(before: Lanes(raw, at: index + 1)) {
        index += Lanes.count
      }
      let byte = buffer[index]
      index += 1
      // Kana and kanji in a row.
      if byte &- 0xE3 < 7 {
        index += 2
        while index + 3 < buffer.count, buffer[index] &- 0xE3 < 7 { index += 3 }
        continue
      }
      if byte <= 0x20 {
        // The last byte is no space, so there is one behind it.
        if byte != 0x20 || buffer[index] == 0x20 { return false }
      } else if byte >= 0x7F {
        if byte == 0x7F || byte == 0xC2 { return false }
        // U+2028, U+2029 and U+FEFF.
        if byte == 0xE2, index + 1 < buffer.count, buffer[index] == 0x80, buffer[index + 1] | 1 == 0xA9 { return false }
        if byte == 0xEF, index < buffer.count, buffer[index] == 0xBB { return false }
      }
    }
    func isIdeographicSpace(_ index: Int) -> Bool {
      buffer[index] == 0xE3 && buffer[index + 1] == 0x80 && buffer[index + 2] == 0x80
    }
    return buffer.count < 3 || !(isIdeographicSpace(0) || isIdeographicSpace(buffer.count - 3))
  }
}
