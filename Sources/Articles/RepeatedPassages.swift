/// Takes out what an article says a second time, in linear time: machine-made pages restate whole sections, often
/// cut off and begun again.
///
/// A sentence is a repeat when nearly all its shingles (runs of eight characters) stood before it, and none of the new
/// ones holds a digit or a letter of a name: `売上高は120億ドル` never repeats `売上高は100億ドル`. Runs of repeats are dropped
/// from 120 bytes (40 wide characters) on; the first telling stays. Example: section A, section B, section A again, its
/// last sentence broken off → A, B.
func withoutRepeats(_ passages: [Draft.Passage]) -> [Draft.Passage] {
  var sentences: [(passage: Int, range: Range<Int>, isRepeat: Bool)] = []
  sentences.reserveCapacity(passages.count * 3)
  var weight = 0
  for (number, passage) in passages.enumerated() where passage.kind != .code {
    weight += passage.text.count
    passage.text.withUnsafeBufferPointer { forEachSentence($0) { sentences.append((number, $0, false)) } }
  }
  guard mayRepeat(passages, sentences, weight: weight) else { return withoutEcho(passages) }
  var seen = ShingleSet(capacity: weight / 2)
  for index in sentences.indices {
    sentences[index].isRepeat = passages[sentences[index].passage].text.withUnsafeBufferPointer { text in
      repeats(text, sentences[index].range, number: UInt32(truncatingIfNeeded: index + 1), &seen)
    }
  }
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
    // A heading at the end of a run heads what comes next, which is new.
    while end > index, passages[sentences[end - 1].passage].kind == .heading {
      end -= 1
      weight -= sentences[end].range.count
    }
    if weight >= shortestRun {
      for position in index..<end { isTouched[sentences[position].passage] = true }
    } else {
      end = max(end, index + 1)
      for position in index..<end { kept[sentences[position].passage].append(sentences[position].range) }
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

/// Bytes of repeated sentences in a row that make a repeat.
private let shortestRun = 120
/// Characters of a shingle.
private let width = 8

/// A passage that says exactly what the one before it said goes, however short: the headline that is its own lead.
private func withoutEcho(_ passages: [Draft.Passage]) -> [Draft.Passage] {
  var result: [Draft.Passage] = []
  result.reserveCapacity(passages.count)
  for passage in passages {
    if let last = result.last, last.text == passage.text, passage.kind != .code, passage.kind != .tableRow {
      if last.link == nil, passage.link != nil { result[result.count - 1].link = passage.link }
      continue
    }
    result.append(passage)
  }
  return result
}

/// Whether a closer look is worth it, by an eighth of the shingles: some run of sentences has mostly been seen before.
private func mayRepeat(
  _ passages: [Draft.Passage], _ sentences: [(passage: Int, range: Range<Int>, isRepeat: Bool)], weight total: Int
) -> Bool {
  var seen = ShingleSet(capacity: total / 8)
  var weight = 0
  for (number, sentence) in sentences.enumerated() {
    passages[sentence.passage].text.withUnsafeBufferPointer { text in
      var sampled = 0
      var known = 0
      var unseenNames = 0
      forEachShingle(text, sentence.range) { hash, names in
        guard hash & 7 == 0 else { return }
        sampled += 1
        if !seen.insert(hash, by: UInt32(truncatingIfNeeded: number + 1)) { known += 1 } else if names > 0 { unseenNames += 1 }
      }
      weight = sampled == 0 || unseenNames == 0 && known * 10 >= sampled * 7 ? weight + sentence.range.count : 0
    }
    if weight >= shortestRun { return true }
  }
  return false
}

/// Whether a sentence only says again what stood before it; its shingles are added.
/// - Parameter number: the sentence's own, since a sentence does not repeat itself.
private func repeats(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, number: UInt32, _ seen: inout ShingleSet) -> Bool {
  var count = 0
  var fresh = 0
  var unseenNames = 0
  forEachShingle(text, range) { hash, names in
    count += 1
    if seen.insert(hash, by: number) {
      fresh += 1
      if names > 0 { unseenNames += 1 }
    }
  }
  // However short, what is broken off in the middle of a known sentence belongs to it.
  if count < 5 {
    return count > 0 && fresh == 0 && range.lowerBound > 0 && range.upperBound == text.count && !endsSentence(Array(text[range]))
  }
  return fresh * 10 <= count && unseenNames == 0
}

/// Visits the shingles of a sentence, white space left out: a rolling hash and how many of its characters are digits or
/// letters that names are made of (Latin capitals, katakana).
@inline(__always)
private func forEachShingle(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ visit: (UInt32, Int) -> Void) {
  let base: UInt64 = 0x0000_0100_0000_01B3
  let outgoing = (0..<width).reduce(UInt64(1)) { power, _ in power &* base }
  // The last eight characters, as a ring: in memory, since a vector is slow to index.
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: width) { ring in
    ring.initialize(repeating: 0)
    var hash: UInt64 = 0
    var names = 0
    var position = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = decodedScalar(text, at: index)
      index += length
      if scalar <= 0x20 || scalar == 0x3000 { continue }
      let slot = position & (width - 1)
      let old = ring[slot]
      // The top bit says that it is a letter of a name.
      let isName = isNameLetter(scalar)
      ring[slot] = isName ? scalar | 1 << 31 : scalar
      hash = hash &* base &+ UInt64(scalar) &- UInt64(old & 0x7FFF_FFFF) &* outgoing
      if isName { names += 1 }
      names -= Int(old >> 31)
      position += 1
      if position >= width {
        var mixed = hash ^ (hash >> 32)
        mixed = mixed &* 0x9E37_79B9_7F4A_7C15
        visit(UInt32(truncatingIfNeeded: mixed >> 32), names)
      }
    }
  }
}

@inline(__always)
private func isNameLetter(_ scalar: UInt32) -> Bool {
  (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x30A1...0x30FA).contains(scalar)
    || (0xFF10...0xFF5A).contains(scalar)
}

/// Hashes of shingles in an open-addressing table, each with the sentence that it stands in first; bounded: a text far
/// beyond an article's length stops adding.
private struct ShingleSet {
  /// The hash above, the sentence below; no sentence is 0.
  private var slots: [UInt64]
  private var count = 0

  init(capacity: Int) {
    var size = 1 << 10
    while size < capacity * 2, size < 8_000_000 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Whether the hash is new: no earlier sentence has it.
  @inline(__always)
  mutating func insert(_ hash: UInt32, by sentence: UInt32) -> Bool {
    let isFull = count >= 4_000_000
    var isAdded = false
    let isNew = slots.withUnsafeMutableBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(hash >> 3) & mask
      while slots[slot] != 0 {
        if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash { return UInt32(truncatingIfNeeded: slots[slot]) == sentence }
        slot = (slot + 1) & mask
      }
      if !isFull {
        slots[slot] = UInt64(hash) << 32 | UInt64(sentence)
        isAdded = true
      }
      return true
    }
    if isAdded {
      count += 1
      if count * 2 > slots.count { grow() }
    }
    return isNew
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    let mask = slots.count - 1
    for key in old where key != 0 {
      var slot = Int(key >> 35) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}

/// Sentences of a line by their end marks; a `.` ends one only before a space. Ranges cover the line without gaps.
private func forEachSentence(_ text: UnsafeBufferPointer<UInt8>, _ visit: (Range<Int>) -> Void) {
  marksOfSentences.withUnsafeBufferPointer { forEachSentence(text, marks: $0, visit) }
}

/// Bytes that may begin a mark at which a sentence ends.
private let marksOfSentences: [Bool] = (0..<256).map { [0x2E, 0x21, 0x3F, 0xE3, 0xEF].contains($0) }

@inline(__always)
private func forEachSentence(
  _ text: UnsafeBufferPointer<UInt8>, marks: UnsafeBufferPointer<Bool>, _ visit: (Range<Int>) -> Void
) {
  let count = text.count
  var start = 0
  var index = 0
  while index < count {
    let byte = text[index]
    if !marks[Int(byte)] {
      index += 1
      continue
    }
    var end: Int?
    if byte == 0xE3 || byte == 0xEF {
      if index + 2 < count {
        let (second, third) = (text[index + 1], text[index + 2])
        if byte == 0xE3 ? second == 0x80 && third == 0x82 : second == 0xBC && (third == 0x81 || third == 0x9F) { end = index + 3 }
      }
    } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"),
      index + 1 == count || text[index + 1] == 0x20 || (byte != UInt8(ascii: ".") && text[index + 1] >= 0xE3)
    {
      end = index + 1
    }
    if let end {
      visit(start..<end)
      start = end
      index = end
    } else {
      index += 1
    }
  }
  if start < count { visit(start..<count) }
}
