/// All aliases as one trie over matching symbols: from a place of a text, every name that begins there.
///
/// A name can only begin where a boundary allows it, so the classic automaton's failure links, which find names that
/// begin anywhere, would only be walked in vain: anchored walks read most places once and stop at the first symbol.
/// Children of a node lie side by side in order (breadth first), so that building is one sorted pass, a few
/// milliseconds at start, and a walk touches few cache lines. The root is a table over all symbols.
struct NameTrie: Sendable {
  /// Children of node `n` are the nodes `firstChild[n]..<firstChild[n + 1]`.
  private var firstChild: [UInt32] = []
  private var labels: [UInt16] = []
  /// Values of node `n` are `values[firstValue[n]..<firstValue[n + 1]]`.
  private var firstValue: [UInt32] = []
  private(set) var values: [UInt32] = []
  private var root: [UInt32] = []

  /// Value `i` belongs to key `i`.
  init(keys: NameKeys) {
    keys.withKeys { keys in build(keys) }
    root = Array(repeating: 0, count: 0x10000)
    for child in firstChild[0]..<firstChild[1] { root[Int(labels[Int(child)])] = child }
  }

  private mutating func build(_ keys: NameKeys.View) {
    let order = keys.sorted()
    // One level after the other: a range of keys that share their first `depth` symbols is a node.
    var level: [Range<Int>] = [0..<order.count]
    var next: [Range<Int>] = []
    var depth = 0
    labels = [0]
    // A node a symbol, fewer where keys begin alike.
    let nodes = keys.symbols.count / 2
    labels.reserveCapacity(nodes)
    firstChild.reserveCapacity(nodes)
    firstValue.reserveCapacity(nodes)
    values.reserveCapacity(order.count)
    while !level.isEmpty {
      next.removeAll(keepingCapacity: true)
      for range in level {
        var at = range.lowerBound
        firstValue.append(UInt32(values.count))
        while at < range.upperBound, keys.count(order[at]) == depth {
          values.append(order[at])
          at += 1
        }
        firstChild.append(UInt32(labels.count))
        while at < range.upperBound {
          let label = keys.symbol(order[at], depth)
          var end = at + 1
          while end < range.upperBound, keys.symbol(order[end], depth) == label { end += 1 }
          labels.append(label)
          next.append(at..<end)
          at = end
        }
      }
      swap(&level, &next)
      depth += 1
    }
    firstChild.append(UInt32(labels.count))
    firstValue.append(UInt32(values.count))
  }

  /// The arrays as pointers, for walks over whole texts.
  struct Walker {
    let root: UnsafeBufferPointer<UInt32>
    let firstChild: UnsafeBufferPointer<UInt32>
    let labels: UnsafeBufferPointer<UInt16>
    let firstValue: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func child(_ node: UInt32, _ symbol: UInt16) -> UInt32 {
      var low = firstChild[Int(node)]
      var high = firstChild[Int(node) + 1]
      while high - low > 8 {
        let middle = (low + high) / 2
        if labels[Int(middle)] <= symbol { low = middle } else { high = middle }
      }
      while low < high {
        if labels[Int(low)] == symbol { return low }
        low += 1
      }
      return 0
    }

    @inline(__always)
    func values(of node: UInt32) -> Range<Int> { Int(firstValue[Int(node)])..<Int(firstValue[Int(node) + 1]) }
  }

  func walk<Result>(_ body: (Walker) -> Result) -> Result {
    root.withUnsafeBufferPointer { root in
      firstChild.withUnsafeBufferPointer { firstChild in
        labels.withUnsafeBufferPointer { labels in
          firstValue.withUnsafeBufferPointer { firstValue in
            body(Walker(root: root, firstChild: firstChild, labels: labels, firstValue: firstValue))
          }
        }
      }
    }
  }

  @inline(__always)
  func rootChild(_ symbol: UInt16) -> UInt32 { root[Int(symbol)] }

  /// The child of a node by a symbol; 0, the root, which is nobody's child, for none.
  @inline(__always)
  func child(_ node: UInt32, _ symbol: UInt16) -> UInt32 { walk { $0.child(node, symbol) } }

  @inline(__always)
  func values(of node: UInt32) -> Range<Int> { Int(firstValue[Int(node)])..<Int(firstValue[Int(node) + 1]) }
}
