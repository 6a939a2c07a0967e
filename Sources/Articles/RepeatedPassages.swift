/// Takes out what an article says a second time, in linear time: machine-made pages restate whole sections, often
/// cut off and begun again.
///
/// A sentence is a repeat when nearly all its shingles (runs of eight characters) stood before it, and none of the new
/// ones holds a digit or a letter of a name: `売上高は120億ドル` never repeats `売上高は100億ドル`. Runs of repeats are dropped
/// from 120 bytes (40 wide characters) on; the first telling stays. Example: section A, section B, section A again, its
/// last sentence broken off → A, B.
func withoutRepeats(_ passages: [Draft.Passage]) -> [Draft.Passage] {
  guard mayRepeat(passages) else { return withoutEcho(passages) }
  var seen = ShingleSet()
  var fresh: [UInt64] = []
  var sentences: [(passage: Int, range: Range<Int>, isRepeat: Bool)] = []
  for (number, passage) in passages.enumerated() where passage.kind != .code {
    passage.text.withUnsafeBufferPointer { text in
      for range in sentenceRanges(text) { sentences.append((number, range, repeats(text, range, &seen, &fresh))) }
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

/// Whether a closer look is worth it, by a quarter of the shingles: some run of sentences has mostly been seen before.
private func mayRepeat(_ passages: [Draft.Passage]) -> Bool {
  var seen = ShingleSet()
  var weight = 0
  for passage in passages where passage.kind != .code {
    let isFound = passage.text.withUnsafeBufferPointer { text in
      for range in sentenceRanges(text) {
        var sampled = 0
        var known = 0
        forEachShingle(text, range) { hash, _ in
          guard hash & 3 == 0 else { return }
          sampled += 1
          if !seen.insert(hash) { known += 1 }
        }
        weight = sampled == 0 || known * 10 >= sampled * 7 ? weight + range.count : 0
        if weight >= shortestRun { return true }
      }
      return false
    }
    if isFound { return true }
  }
  return false
}

/// Whether a sentence only says again what stood before it; its shingles are added.
/// - Parameter fresh: room for the new ones, used again from sentence to sentence.
private func repeats(
  _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ seen: inout ShingleSet, _ fresh: inout [UInt64]
) -> Bool {
  fresh.removeAll(keepingCapacity: true)
  var count = 0
  var unseenNames = 0
  forEachShingle(text, range) { hash, names in
    count += 1
    if !seen.contains(hash) {
      fresh.append(hash)
      if names > 0 { unseenNames += 1 }
    }
  }
  // Added at the end: a sentence does not repeat itself.
  for hash in fresh { _ = seen.insert(hash) }
  // However short, what is broken off in the middle of a known sentence belongs to it.
  if count < 5 {
    return count > 0 && fresh.isEmpty && range.lowerBound > 0 && range.upperBound == text.count
      && !endsSentence(Array(text[range]))
  }
  return fresh.count * 10 <= count && unseenNames == 0
}

/// Visits the shingles of a sentence, white space left out: a rolling hash and how many of its characters are digits or
/// letters that names are made of (Latin capitals, katakana).
@inline(__always)
private func forEachShingle(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ visit: (UInt64, Int) -> Void) {
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
      ring[slot] = scalar
      hash = hash &* base &+ UInt64(scalar) &- UInt64(old) &* outgoing
      if isNameLetter(scalar) { names += 1 }
      if position >= width, isNameLetter(old) { names -= 1 }
      position += 1
      if position >= width {
        var mixed = hash ^ (hash >> 32)
        mixed = mixed &* 0x9E37_79B9_7F4A_7C15
        visit(mixed ^ (mixed >> 29), names)
      }
    }
  }
}

@inline(__always)
private func isNameLetter(_ scalar: UInt32) -> Bool {
  (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x30A1...0x30FA).contains(scalar)
    || (0xFF10...0xFF5A).contains(scalar)
}

/// Hashes of shingles in an open-addressing table, bounded: a text far beyond an article's length stops adding.
private struct ShingleSet {
  private var slots = [UInt64](repeating: 0, count: 1 << 10)
  private var count = 0

  func contains(_ hash: UInt64) -> Bool {
    let key = hash == 0 ? 1 : hash
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key >> 7) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// Whether the hash is new.
  mutating func insert(_ hash: UInt64) -> Bool {
    let key = hash == 0 ? 1 : hash
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key >> 7) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    guard count < 4_000_000 else { return true }
    slots[slot] = key
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    let mask = slots.count - 1
    for key in old where key != 0 {
      var slot = Int(truncatingIfNeeded: key >> 7) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}

/// Sentences of a line by their end marks; a `.` ends one only before a space. Ranges cover the line without gaps.
func sentenceRanges(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < text.count {
    let byte = text[index]
    var end: Int?
    if byte == 0xE3 || byte == 0xEF {
      if index + 2 < text.count {
        let (second, third) = (text[index + 1], text[index + 2])
        if byte == 0xE3 ? second == 0x80 && third == 0x82 : second == 0xBC && (third == 0x81 || third == 0x9F) { end = index + 3 }
      }
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
