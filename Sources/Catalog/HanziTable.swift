/// Traditional and Japanese forms of Han characters as their simplified form: `騰` → `腾`.
struct HanziTable: Sendable {
  private let table: [UInt16]

  /// - Parameter pairs: UTF-8 text, each line a character and its simplified form side by side.
  init(pairs: [UInt8]) {
    var table = (0..<UInt16(0x9FFF - 0x3400 + 1)).map { $0 + 0x3400 }
    var previous: UInt16?
    for scalar in String(decoding: pairs, as: UTF8.self).unicodeScalars {
      guard (0x3400...0x9FFF).contains(scalar.value) else {
        previous = nil
        continue
      }
      let unit = UInt16(scalar.value)
      if let from = previous {
        table[Int(from) - 0x3400] = unit
        previous = nil
      } else {
        previous = unit
      }
    }
    self.table = table
  }

  /// The simplified forms of U+3400 … U+9FFF, in order.
  func withTable<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result { table.withUnsafeBufferPointer(body) }
}
