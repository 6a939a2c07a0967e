/// A MinHash signature of 32 values over a text's shingles: two texts share about as many values as shingles, whatever
/// their length. Empty for texts under 200 bytes of letters, which are too short to be told apart.
///
/// Shingles are runs of eight letters or digits after folding (ASCII case, marks and white space left out). Each is
/// hashed by 64-bit FNV-1a over its scalars; hash `i` is `mix(h ^ seed[i])` with the finaliser of MurmurHash3 and seeds
/// `(i + 1) × 0x9E3779B97F4A7C15`: stable over versions, platforms and runs.
public func nearDuplicateSignature(_ text: String) -> [UInt64] {
  let utf8 = Array(text.utf8)
  var scalars: [UInt32] = []
  scalars.reserveCapacity(utf8.count / 2)
  var index = 0
  var letters = 0
  while index < utf8.count {
    let (scalar, length) = decodedScalar(utf8, at: index)
    index += length
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: scalars.append(scalar)
    case 0x41...0x5A: scalars.append(scalar | 0x20)
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: scalars.append(scalar - 0xFEE0)
    case 0xFF21...0xFF3A: scalars.append((scalar - 0xFEE0) | 0x20)
    case 0xC0...0x1FFF, 0x3041...0xD7A3, 0xF900...0xFAFF, 0x20000...: scalars.append(scalar)
    default: continue
    }
    letters += length
  }
  let width = 8
  guard letters >= 200, scalars.count >= width else { return [] }
  let seeds = (1...32).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
  var minima = [UInt64](repeating: .max, count: seeds.count)
  for start in 0...(scalars.count - width) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in start..<(start + width) { hash = (hash ^ UInt64(scalars[offset])) &* 0x100_0000_01B3 }
    for index in 0..<seeds.count {
      let value = mixed(hash ^ seeds[index])
      if value < minima[index] { minima[index] = value }
    }
  }
  return minima
}

private func mixed(_ value: UInt64) -> UInt64 {
  var hash = value
  hash ^= hash >> 33
  hash = hash &* 0xFF51_AFD7_ED55_8CCD
  hash ^= hash >> 33
  hash = hash &* 0xC4CE_B9FE_1A85_EC53
  hash ^= hash >> 33
  return hash
}
