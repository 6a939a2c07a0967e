/// Repairs text that was decoded wrongly before it came here, line by line, or refuses what cannot be repaired.
///
/// Known are UTF-8 read as Windows-1252 (`ã‚¢ã‚ªãƒ\u{90}` → アオバ), as Shift_JIS (`縺ゅ＞縺` → あい) and as GB18030 (`浣犲ソ锛` → 你好，).
/// Lines whose characters are lost (U+FFFD) are left out where enough sound ones remain; a text that is mostly lost is refused.
func repairingMojibake(_ utf8: [UInt8]) throws(ReadFailure) -> (text: [UInt8], misreadAs: String?) {
  guard maySign(utf8) else { return (utf8, nil) }
  let signs = MojibakeSigns(utf8)
  guard let misreading = signs.misreading, signs.wide >= 6 else {
    guard signs.replaced >= 4, signs.replaced * 20 > signs.wide else { return (utf8, nil) }
    if let sound = soundLines(utf8, of: signs.wide) { return (sound, nil) }
    throw ReadFailure(
      .brokenEncoding, "broken encoding: \(signs.replaced) of \(signs.wide) characters beyond ASCII are lost (U+FFFD)")
  }
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  var repaired = 0
  var hopeless = 0
  for (number, line) in utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    if number > 0 { result.append(0x0A) }
    let bytes = Array(line)
    guard MojibakeSigns(bytes).misreading != nil else {
      result.append(contentsOf: bytes)
      continue
    }
    if let original = turnedBack(bytes, misreading) {
      result.append(contentsOf: original)
      repaired += 1
    } else {
      result.append(contentsOf: bytes)
      hopeless += 1
    }
  }
  // Signs alone are no proof: where no line could be turned back, a text that lost nothing may be what it says.
  let isDoubtful = signs.replaced * 50 < signs.wide && (misreading != .shiftJIS || signs.shiftJIS * 4 < signs.wide && signs.wide < 20)
  if repaired == 0, isDoubtful { return (utf8, nil) }
  if hopeless > repaired {
    throw ReadFailure(.brokenEncoding, "broken encoding: UTF-8 that was read as \(misreading.rawValue) before, beyond repair")
  }
  return (result, misreading.rawValue)
}

/// The character set that UTF-8 was taken for.
private enum Misreading: String {
  case windows1252 = "windows-1252"
  case shiftJIS = "shift_jis"
  case gb18030

  /// The bytes that it would have read so; `nil` where a character has none.
  func bytes(_ utf8: [UInt8]) -> [UInt8]? {
    switch self {
    case .windows1252: windows1252Bytes(utf8)
    case .shiftJIS: convert(utf8, from: "UTF-8", to: "CP932")
    case .gb18030: convert(utf8, from: "UTF-8", to: "GB18030")
    }
  }
}

/// The line as it was before it was misread. A character in twenty may be lost (U+FFFD): a byte without a character in the
/// other set, or cut off at the end of a title. `nil` where more are, or where nothing comes of it.
private func turnedBack(_ line: [UInt8], _ misreading: Misreading) -> [UInt8]? {
  var bytes: [UInt8] = []
  var rest = line[...]
  let lost = Array("\u{FFFD}".utf8)
  while !rest.isEmpty {
    let end = rest.indices.first { rest[$0...].starts(with: lost) } ?? rest.endIndex
    let part = Array(rest[..<end])
    guard let original = part.isEmpty ? [] : misreading.bytes(part) else { return nil }
    bytes.append(contentsOf: original)
    // No byte of UTF-8: it breaks the character that it stood in.
    if end < rest.endIndex { bytes.append(0xFF) }
    rest = rest[min(rest.endIndex, end + lost.count)...]
  }
  if firstInvalidByte(bytes) == nil { return bytes }
  let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
  let signs = MojibakeSigns(text)
  // One character is often replaced once a byte.
  return signs.wide >= 20 && signs.replaced * 20 <= signs.wide * 2 ? text : nil
}

/// Whether a byte pair that the signs below begin with is there at all: most texts have none.
private func maySign(_ utf8: [UInt8]) -> Bool {
  utf8.withUnsafeBytes { raw in
    var index = 0
    while index + 1 < raw.count {
      if raw[index] < 0xC2 {
        index += 1
        while index + Lanes.count < raw.count, Lanes(raw, at: index).isASCII { index += Lanes.count }
        continue
      }
      switch raw[index] {
      case 0xC2, 0xC3: return true
      case 0xE7 where raw[index + 1] == 0xB8 || raw[index + 1] == 0xB9: return true
      case 0xEF where raw[index + 1] == 0xBF: return true
      case 0xE9 where index + 2 < raw.count && MojibakeSigns.isGB18030(UInt32(raw[index + 1]) << 8 | UInt32(raw[index + 2])): return true
      default: index += raw[index] >= 0xE0 ? 3 : 2
      }
    }
    return false
  }
}

/// How many characters look like what they are not.
private struct MojibakeSigns {
  /// Characters beyond ASCII.
  var wide = 0
  var replaced = 0
  /// Â Ã ã å æ ç è é ï followed by what a continuation byte of UTF-8 becomes.
  var latin = 0
  /// 縺 繧 繝 郢 and their like: what the first bytes of kana and kanji become.
  var shiftJIS = 0
  /// 銆 銇 銈 銉 锛 and their like: what the first bytes of marks, kana and 的 become.
  var gb18030 = 0

  /// The set whose signs are many among the characters beyond ASCII.
  var misreading: Misreading? {
    guard wide > 0 else { return nil }
    if latin * 4 > wide, latin >= shiftJIS { return .windows1252 }
    if shiftJIS * 8 > wide { return .shiftJIS }
    // These characters hardly stand in any text; Chinese words besides 的 become others.
    return gb18030 * 30 > wide && gb18030 >= 4 ? .gb18030 : nil
  }

  /// By the last two of the three bytes of a character that begins with E9.
  static func isGB18030(_ rest: UInt32) -> Bool {
    switch rest {
    case 0x8A86...0x8A89, 0x949B, 0x949F, 0x90A8, 0x88A5: true
    default: false
    }
  }

  init(_ utf8: [UInt8]) {
    var previous: UInt32 = 0
    var index = 0
    while index < utf8.count {
      if utf8[index] < 0x80 {
        previous = 0
        index += 1
        continue
      }
      let (scalar, length) = decodedScalar(utf8, at: index)
      index += length
      wide += 1
      switch scalar {
      case 0xFFFD: replaced += 1
      case 0x7E3A, 0x7E67, 0x7E5D, 0x7E64, 0x86FB, 0x8B41, 0x90E2, 0x9082, 0x8700: shiftJIS += 1
      case 0x9286...0x9289, 0x951B, 0x951F, 0x9428, 0x9225: gb18030 += 1
      case 0x80...0xBF, 0x192, 0x2C6, 0x2DC, 0x2013...0x203A, 0x20AC, 0x2122, 0x160, 0x161, 0x17D, 0x17E, 0x152, 0x153, 0x178:
        if (0xC2...0xF4).contains(previous) { latin += 1 }
      default: break
      }
      previous = scalar
    }
  }
}

/// The lines that lost at most a tenth of their characters, if they hold at least a fifth of the text's characters beyond ASCII.
private func soundLines(_ utf8: [UInt8], of total: Int) -> [UInt8]? {
  var result: [UInt8] = []
  var sound = 0
  for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let signs = MojibakeSigns(Array(line))
    if signs.replaced * 10 <= signs.wide {
      sound += signs.wide
      result.append(contentsOf: line)
    }
    result.append(0x0A)
  }
  return sound * 5 >= total ? result : nil
}

/// The bytes that Windows-1252 would have read so, C1 controls standing for themselves; `nil` where a character has none.
private func windows1252Bytes(_ utf8: [UInt8]) -> [UInt8]? {
  var bytes: [UInt8] = []
  var index = 0
  while index < utf8.count {
    let (scalar, length) = decodedScalar(utf8, at: index)
    index += length
    if scalar < 0x100 {
      bytes.append(UInt8(scalar))
    } else if let byte = windows1252[scalar] {
      bytes.append(byte)
    } else {
      return nil
    }
  }
  return bytes
}

private let windows1252: [UInt32: UInt8] = [
  0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89,
  0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
  0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B, 0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
]
