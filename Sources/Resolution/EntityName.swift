/// Names of entities that the catalogue lacks, made comparable: `new:Q.ai`, `new:Q.AI, Inc.` → `new:q.ai`.
enum EntityName {
  /// The id itself for catalogue entities; for `new:` ids the folded surface without its legal form.
  static func comparable(_ id: String) -> String {
    guard id.hasPrefix("new:") else { return id }
    var text = folded(String(id.dropFirst(4)))
    for form in legalForms {
      if text.hasPrefix(form) { text = String(text.dropFirst(form.count)) }
      if text.hasSuffix(form) { text = String(text.dropLast(form.count)) }
    }
    text = trimmed(Array(text.utf8))
    return text.isEmpty ? id : "new:" + text
  }

  /// Lower case, half width, runs of white space as one space, ends trimmed.
  static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte >= 0x80 { return foldedBeyondASCII(text) }
      append(byte, to: &bytes)
    }
    return trimmed(bytes)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    if byte <= 0x20 || byte == 0x7F {
      if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    } else {
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
  }

  private static func foldedBeyondASCII(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: append(UInt8(scalar.value), to: &bytes)
      case 0xFF01...0xFF5E: append(UInt8(scalar.value - 0xFEE0), to: &bytes)
      case 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: append(0x20, to: &bytes)
      case 0x3040...0x9FFF: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return trimmed(bytes)
  }

  /// Letters and digits alone, so that an id and a name compare: `soft-bank`, `Soft Bank` → `softbank`.
  static func letters(_ text: String) -> String {
    let body = text.hasPrefix("new:") ? String(text.dropFirst(4)) : text
    var result = String.UnicodeScalarView()
    for scalar in folded(body).unicodeScalars where scalar.properties.isAlphabetic || (48...57).contains(scalar.value) {
      result.append(scalar)
    }
    return String(result)
  }

  /// Without spaces, commas and full stops at the ends.
  private static func trimmed(_ bytes: [UInt8]) -> String {
    func isEdge(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") }
    var slice = bytes[...]
    while let first = slice.first, isEdge(first) { slice = slice.dropFirst() }
    while let last = slice.last, isEdge(last) { slice = slice.dropLast() }
    return String(decoding: slice, as: UTF8.self)
  }

  /// Longer forms before the forms that they contain.
  private static let legalForms = [
    "株式会社", "合同会社", "有限会社", "股份有限公司", "有限公司", "(株)", ", inc.", " inc.", " inc", " corporation", " corp.", " corp",
    " co., ltd.", " ltd.", " ltd", " llc", " gmbh", " ag", " plc", " s.a.", " holdings", "ホールディングス", "集团", "集団", "グループ", "社",
  ]
}
