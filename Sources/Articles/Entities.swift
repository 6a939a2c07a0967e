import CLibxml2

/// A character reference at `index` (of the `&`), decoded: `&amp;` → `&`, `&#x3042;` → あ, and how long it is.
/// `nil` where there is none; `&copy` without its semicolon is one, as browsers read it.
func characterReference(_ bytes: [UInt8], at index: Int) -> (text: [UInt8], length: Int)? {
  let count = bytes.count
  var cursor = index + 1
  guard cursor < count else { return nil }
  if bytes[cursor] == UInt8(ascii: "#") {
    cursor += 1
    let isHexadecimal = cursor < count && bytes[cursor] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor += 1 }
    var value: UInt32 = 0
    let start = cursor
    while cursor < count, cursor - start < 9, let digit = hexadecimalValue(bytes[cursor]), isHexadecimal || digit < 10 {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit), 0x11_0000)
      cursor += 1
    }
    guard cursor > start else { return nil }
    if cursor < count, bytes[cursor] == UInt8(ascii: ";") { cursor += 1 }
    let scalar = windows1252Scalar(value)
    return (Array(String(Character(scalar)).utf8), cursor - index)
  }
  let start = cursor
  while cursor < count, cursor - start < 32, isASCIIAlphanumeric(bytes[cursor]) { cursor += 1 }
  guard cursor > start else { return nil }
  let name = String(decoding: bytes[start..<cursor], as: UTF8.self)
  let isClosed = cursor < count && bytes[cursor] == UInt8(ascii: ";")
  let value: UInt32
  if name == "apos" {
    value = 0x27
  } else if let entity = htmlEntityLookup(name), isClosed || entity.pointee.value < 0x100 {
    value = UInt32(entity.pointee.value)
  } else {
    return nil
  }
  guard let scalar = Unicode.Scalar(value) else { return nil }
  return (Array(String(Character(scalar)).utf8), cursor - index + (isClosed ? 1 : 0))
}

/// Text with its character references decoded; a second pass for text that was escaped twice (`&amp;quot;`).
func decodingReferences(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "&"), let reference = characterReference(bytes, at: index) {
      decoded.append(contentsOf: reference.text)
      index += reference.length
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return decoded
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
}

func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x61...0x66: byte - 0x61 + 10
  case 0x41...0x46: byte - 0x41 + 10
  default: nil
  }
}

/// Numeric references to C1 controls mean Windows-1252 (WHATWG, “numeric character reference end state”).
private func windows1252Scalar(_ value: UInt32) -> Unicode.Scalar {
  let mapped: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x8B: 0x2039, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C,
    0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122, 0x9B: 0x203A,
  ]
  if value == 0 { return "\u{FFFD}" }
  return Unicode.Scalar(mapped[value] ?? value) ?? "\u{FFFD}"
}
