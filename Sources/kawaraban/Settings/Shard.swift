import ArgumentParser

/// One part of the input, `I/N` with `I` from 0: `2/8` is the third of eight. A document belongs to the shard that the
/// hash of its address names, so that the parts do not depend on the order of a listing.
struct Shard: Equatable, Sendable, ExpressibleByArgument {
  let index: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), count > 0, (0..<count).contains(index)
    else { return nil }
    self.index = index
    self.count = count
  }

  func contains(_ uri: String) -> Bool {
    // FNV-1a, 64 bits: stable between processes and machines, unlike `Hasher`.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in uri.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash % UInt64(count) == UInt64(index)
  }
}
