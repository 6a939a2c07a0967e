/// The keys of a trie, one behind the other in one array: thousands of small arrays would cost more than the trie itself.
struct NameKeys: Sendable {
  private var symbols: [UInt16] = []
  /// Key `i` is `symbols[bounds[i]..<bounds[i + 1]]`.
  private var bounds: [UInt32] = [0]

  mutating func append(_ key: ArraySlice<UInt16>) {
    symbols.append(contentsOf: key)
    bounds.append(UInt32(symbols.count))
  }

  subscript(_ key: Int) -> ArraySlice<UInt16> { symbols[Int(bounds[key])..<Int(bounds[key + 1])] }

  func withKeys(_ body: (View) -> Void) {
    symbols.withUnsafeBufferPointer { symbols in
      bounds.withUnsafeBufferPointer { bounds in body(View(symbols: symbols, bounds: bounds)) }
    }
  }

  /// The keys by number, without the checks of arrays.
  struct View {
    let symbols: UnsafeBufferPointer<UInt16>
    let bounds: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func count(_ key: UInt32) -> Int { Int(bounds[Int(key) + 1] - bounds[Int(key)]) }

    @inline(__always)
    func symbol(_ key: UInt32, _ position: Int) -> UInt16 { symbols[Int(bounds[Int(key)]) + position] }

    /// The numbers of the keys in the order of their symbols, equal keys by number.
    func sorted() -> [UInt32] {
      // The first four symbols as one number decide most comparisons.
      var entries = (0..<UInt32(bounds.count - 1)).map { key in
        var prefix: UInt64 = 0
        for position in 0..<4 { prefix = prefix << 16 | (position < count(key) ? UInt64(symbol(key, position)) : 0) }
        return (prefix: prefix, key: key)
      }
      entries.sort { left, right in
        left.prefix != right.prefix ? left.prefix < right.prefix : precedes(left.key, right.key)
      }
      return entries.map(\.key)
    }

    private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      for position in 0..<min(count(left), count(right)) {
        let (first, second) = (symbol(left, position), symbol(right, position))
        if first != second { return first < second }
      }
      return count(left) != count(right) ? count(left) < count(right) : left < right
    }
  }
}
