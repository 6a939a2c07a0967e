/// A set of words by their hash alone (FNV-1a, 64 bits): tens of thousands of words load in a millisecond, and two of them are mistaken
/// for each other once in a hundred billion lists.
struct WordSet: Sendable {
  /// Open addressing over the hashes, which are as good as random already; 0 is an empty place. Half full at most.
  private var places: [UInt64]

  /// - Parameter lines: UTF-8 text, a word a line.
  init(lines: [UInt8]) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(lines.count / 4)
    var hash = Self.start
    for byte in lines {
      if byte == 0x0A {
        if hash != Self.start { hashes.append(hash) }
        hash = Self.start
      } else {
        hash = (hash ^ UInt64(byte)) &* Self.prime
      }
    }
    if hash != Self.start { hashes.append(hash) }
    var capacity = 2
    while capacity < hashes.count * 2 { capacity *= 2 }
    places = Array(repeating: 0, count: capacity)
    for hash in hashes { places[place(of: hash)] = hash }
  }

  func contains(_ word: String) -> Bool {
    var hash = Self.start
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* Self.prime }
    return places[place(of: hash)] == hash
  }

  /// Where a hash lies, or would be put.
  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    // The upper half is the better mixed one.
    var place = Int(truncatingIfNeeded: hash >> 32 ^ hash) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }

  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
}
