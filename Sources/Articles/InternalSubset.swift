/// A page or feed without the internal subset of its document type, where entities are declared: `<!DOCTYPE x [<!ENTITY …]>`.
/// What is not declared cannot be expanded, so that a bomb of entities is as long as it is written, and no file is named.
func withoutInternalSubset(_ utf8: [UInt8]) -> [UInt8] {
  guard let start = documentType(utf8) else { return utf8 }
  var index = start
  while index < utf8.count, utf8[index] != UInt8(ascii: "[") {
    // No subset, as nearly always.
    if utf8[index] == UInt8(ascii: ">") { return utf8 }
    index += 1
  }
  while let close = utf8[min(index, utf8.count)...].firstIndex(of: UInt8(ascii: "]")) {
    index = close + 1
    let rest = utf8[index...].drop { $0 <= 0x20 }
    if rest.first == UInt8(ascii: ">") { return Array(utf8[..<start]) + utf8[(rest.startIndex + 1)...] }
  }
  return Array(utf8[..<start])
}

/// Where `<!DOCTYPE` begins: among the first bytes, before any element.
private func documentType(_ utf8: [UInt8]) -> Int? {
  let name = Array("<!doctype".utf8)
  var index = 0
  let end = min(utf8.count, 4096)
  while let mark = utf8[index..<end].firstIndex(of: UInt8(ascii: "<")) {
    if utf8[mark...].prefix(name.count).elementsEqual(name, by: { $0 | 0x20 == $1 | 0x20 }) { return mark }
    guard mark + 1 < end, utf8[mark + 1] == UInt8(ascii: "?") || utf8[mark + 1] == UInt8(ascii: "!") else { return nil }
    index = mark + 1
  }
  return nil
}
