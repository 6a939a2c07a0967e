/// A number of a text or of a row of values that is the same in every process and for every set, so that what was compared
/// once can be kept: names, blocks and assertions are known by it.
///
/// 64 bits of FNV-1a with SplitMix64's last step. Of ten million different values two share a number once in 370,000 times.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      state = (state ^ (rest & 0xFF)) &* 0x100_0000_01B3
      rest >>= 8
    }
  }

  var number: Int {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 31))
  }

  static func number(of text: String) -> Int {
    var hash = StableHash()
    hash.add(text.utf8)
    return hash.number
  }
}
