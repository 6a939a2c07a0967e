/// Repairs text that was decoded wrongly before it came here, line by line, or refuses what cannot be repaired.
///
/// Known are UTF-8 read as Windows-1252 (`ã‚¢ã‚ªãƒ\u{90}` → アオバ) and UTF-8 read as Shift_JIS (`縺ゅ＞縺` → あい). Lines
/// whose characters are lost (U+FFFD) are left out where enough sound ones remain; a text that is mostly lost is refused.
func repairingMojibake(_ utf8: [UInt8]) throws(ReadFailure) -> (text: [UInt8], misreadAs: String?) {
  guard maySign(utf8) else { return (utf8, nil) }
  let signs = MojibakeSigns(utf8)
  if signs.replaced >= 4, signs.replaced * 20 > signs.wide {
    if let sound = soundLines(utf8, of: signs.wide) { return (sound, nil) }
    throw ReadFailure(
      .brokenEncoding, "broken encoding: \(signs.replaced) of \(signs.wide) characters beyond ASCII are lost (U+FFFD)")
  }
  guard signs.latin * 4 > signs.wide || signs.shiftJIS * 8 > signs.wide, signs.wide >= 6 else { return (utf8, nil) }
  let isLatin = signs.latin >= signs.shiftJIS
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  var repaired = 0
  var hopeless = 0
  for (number, line) in utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    if number > 0 { result.append(0x0A) }
    let bytes = Array(line)
    let own = MojibakeSigns(bytes)
    guard own.latin * 4 > own.wide || own.shiftJIS * 8 > own.wide, own.wide > 0 else {
      result.append(contentsOf: bytes)
      continue
    }
    if let original = turnedBack(bytes, isLatin: isLatin) {
      result.append(contentsOf: original)
      repaired += 1
    } else {
      result.append(contentsOf: bytes)
      hopeless += 1
    }
  }
  let name = isLatin ? "windows-1252" : "shift_jis"
  // Signs alone are no proof: where no line could be turned back, the text may be what it says.
  if repaired == 0 {
    if isLatin || signs.shiftJIS * 4 < signs.wide && signs.wide < 20 { return (utf8, nil) }
    throw ReadFailure(.brokenEncoding, "broken encoding: UTF-8 that was read as \(name) before, beyond repair")
  }
  if hopeless > repaired {
    throw ReadFailure(.brokenEncoding, "broken encoding: UTF-8 that was read as \(name) before, beyond repair")
  }
  return (result, name)
}

/// The line as it was before it was misread. A character in twenty may be lost (U+FFFD): a byte without a character in the
/// other set, or cut off at the end of a title. `nil` where more are, or where nothing comes of it.
private func turnedBack(_ line: [UInt8], isLatin: Bool) -> [UInt8]? {
  var bytes: [UInt8] = []
  var rest = line[...]
  let lost = Array("\u{FFFD}".utf8)
  while !rest.isEmpty {
    let end = rest.indices.first { rest[$0...].starts(with: lost) } ?? rest.endIndex
    let part = Array(rest[..<end])
    guard let original = part.isEmpty ? [] : isLatin ? windows1252Bytes(part) : shiftJISBytes(part) else { return nil }
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

private func shiftJISBytes(_ utf8: [UInt8]) -> [UInt8]? { convert(utf8, from: "UTF-8", to: "CP932") }
