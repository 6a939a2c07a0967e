/// Takes out what an article says a second time, in linear time: machine-made pages restate whole sections, often
/// cut off and begun again.
///
/// A sentence is a repeat when nearly all its shingles (runs of eight characters) stood before it, and none of the new
/// ones holds a digit or a letter of a name: `売上高は120億ドル` never repeats `売上高は100億ドル`. Runs of repeats are dropped
/// from 120 bytes (40 wide characters) on; the first telling stays. Example: section A, section B, section A again, its
/// last sentence broken off → A, B.
func withoutRepeats(_ passages: [Draft.Passage]) -> [Draft.Passage] {
  var seen = ShingleSet()
  var sentences: [(passage: Int, range: Range<Int>, isRepeat: Bool)] = []
  for (number, passage) in passages.enumerated() {
    let ranges = passage.kind == .code ? [] : sentenceRanges(passage.text)
    for range in ranges {
      sentences.append((number, range, seen.repeats(passage.text, range)))
    }
  }
  guard sentences.contains(where: \.isRepeat) else { return withoutEcho(passages) }
  var kept = [[Range<Int>]](repeating: [], count: passages.count)
  var isTouched = [Bool](repeating: false, count: passages.count)
  var index = 0
  while index < sentences.count {
    var end = index
    var weight = 0
    while end < sentences.count, sentences[end].isRepeat {
      weight += sentences[end].range.count
      end += 1
    }
    if weight >= 120 {
      for position in index..<end { isTouched[sentences[position].passage] = true }
    } else {
      for position in index..<max(end, index + 1) { kept[sentences[position].passage].append(sentences[position].range) }
      end = max(end, index + 1)
    }
    index = end
  }
  var result: [Draft.Passage] = []
  for (number, passage) in passages.enumerated() {
    guard isTouched[number] else {
      result.append(passage)
      continue
    }
    var shortened = passage
    shortened.text = oneLine(kept[number].flatMap { passage.text[$0] })
    if !shortened.text.isEmpty { result.append(shortened) }
  }
  return withoutEcho(result)
}

/// A passage that says exactly what the one before it said goes, however short: the headline that is its own lead.
private func withoutEcho(_ passages: [Draft.Passage]) -> [Draft.Passage] {
  var result: [Draft.Passage] = []
  for passage in passages {
    if let last = result.last, last.text == passage.text, passage.kind != .code, passage.kind != .tableRow {
      if last.link == nil, passage.link != nil { result[result.count - 1].link = passage.link }
      continue
    }
    result.append(passage)
  }
  return result
}

/// Sentences of a line by their end marks; a `.` ends one only before a space. Ranges cover the line without gaps.
func sentenceRanges(_ text: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < text.count {
    var end: Int?
    let byte = text[index]
    if byte == 0xE3, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x82 {
      end = index + 3  // 。
    } else if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC, text[index + 2] == 0x81 || text[index + 2] == 0x9F {
      end = index + 3  // ！ ？
    } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"),
      index + 1 == text.count || text[index + 1] == 0x20 || (byte != UInt8(ascii: ".") && text[index + 1] >= 0xE3)
    {
      end = index + 1
    }
    if let end {
      ranges.append(start..<end)
      start = end
      index = end
    } else {
      index += 1
    }
  }
  if start < text.count { ranges.append(start..<text.count) }
  return ranges
}

/// The shingles of all that was read so far.
private struct ShingleSet {
  private var hashes: Set<UInt64> = []
  /// Texts far beyond an article's length stop adding: memory stays bounded.
  private let limit = 4_000_000

  /// Whether a sentence only says again what stood before it; its shingles are added.
  mutating func repeats(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var scalars: [(value: UInt32, isName: Bool)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = decodedScalar(text, at: index)
      index += length
      if scalar > 0x20, scalar != 0x3000 {
        let isDigitOrLetter = (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar) || (0xFF10...0xFF5A).contains(scalar)
        scalars.append((scalar, isDigitOrLetter || (0x30A1...0x30FA).contains(scalar)))
      }
    }
    let width = 8
    guard scalars.count >= width + 4 else { return false }
    var unseen = 0
    var unseenNames = 0
    var fresh: [UInt64] = []
    let count = scalars.count - width + 1
    for start in 0..<count {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var names = 0
      for offset in start..<(start + width) {
        hash = (hash ^ UInt64(scalars[offset].value)) &* 0x100_0000_01B3
        if scalars[offset].isName { names += 1 }
      }
      if !hashes.contains(hash) {
        unseen += 1
        if names > 0 { unseenNames += 1 }
        fresh.append(hash)
      }
    }
    if hashes.count < limit { hashes.formUnion(fresh) }
    return unseen * 10 <= count && unseenNames == 0
  }
}
