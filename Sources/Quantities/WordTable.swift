/// Finds the longest of a fixed set of words at a place of a text: `億`, `billion`, `か月`.
///
/// A byte trie whose nodes lie in flat arrays. Words are matched forwards from a place, or backwards up to it,
/// in time bounded by the longest word.
struct WordTable<Payload: Sendable>: Sendable {
  private struct Edge: Sendable {
    let byte: UInt8
    let node: Int32
  }

  private var edges: [[Edge]] = [[]]
  private var payloads: [Int32] = [-1]
  private var values: [Payload] = []
  /// Node behind the first byte, so that most misses cost one load.
  private var roots = [Int32](repeating: -1, count: 256)
  private let backwards: Bool

  init(_ words: [(String, Payload)], backwards: Bool = false) {
    self.backwards = backwards
    firstScalars = words.compactMap { $0.0.unicodeScalars.first?.value }.filter { $0 >= 0x800 }
    for (word, payload) in words { insert(word, payload) }
  }

  /// The scalars that words of three-byte scalars begin with.
  let firstScalars: [UInt32]

  private mutating func insert(_ word: String, _ payload: Payload) {
    var node = 0
    let bytes = backwards ? Array(word.utf8.reversed()) : Array(word.utf8)
    for (depth, byte) in bytes.enumerated() {
      if let edge = edges[node].first(where: { $0.byte == byte }) {
        node = Int(edge.node)
      } else {
        edges.append([])
        payloads.append(-1)
        let next = Int32(edges.count - 1)
        edges[node].append(Edge(byte: byte, node: next))
        if depth == 0 { roots[Int(byte)] = next }
        node = Int(next)
      }
    }
    if payloads[node] < 0 {
      payloads[node] = Int32(values.count)
      values.append(payload)
    }
  }

  /// The longest word that begins at `start`, which satisfies `accepts` (its end is given).
  func match(
    _ bytes: [UInt8], at start: Int, where accepts: (Int) -> Bool = { _ in true }
  ) -> (payload: Payload, end: Int)? {
    guard start < bytes.count else { return nil }
    var node = roots[Int(bytes[start])]
    var place = start + 1
    var best: (Int32, Int)?
    while node >= 0 {
      let found = payloads[Int(node)]
      if found >= 0, accepts(place) { best = (found, place) }
      guard place < bytes.count else { break }
      node = next(node, bytes[place])
      place += 1
    }
    return best.map { (values[Int($0.0)], $0.1) }
  }

  /// The longest word that ends just before `end`, which satisfies `accepts` (its start is given).
  func match(
    _ bytes: [UInt8], endingAt end: Int, where accepts: (Int) -> Bool = { _ in true }
  ) -> (payload: Payload, start: Int)? {
    guard end > 0, end <= bytes.count else { return nil }
    var node = roots[Int(bytes[end - 1])]
    var place = end - 1
    var best: (Int32, Int)?
    while node >= 0 {
      let found = payloads[Int(node)]
      if found >= 0, accepts(place) { best = (found, place) }
      guard place > 0 else { break }
      place -= 1
      node = next(node, bytes[place])
    }
    return best.map { (values[Int($0.0)], $0.1) }
  }

  private func next(_ node: Int32, _ byte: UInt8) -> Int32 {
    for edge in edges[Int(node)] where edge.byte == byte { return edge.node }
    return -1
  }
}
