import CLibxml2
import Glibc

/// A document's text in UTF-8, and the character set it came in.
struct DecodedText {
  let utf8: [UInt8]
  let charset: String
}

/// Finds the character set of a document and converts it to UTF-8, or says why not.
///
/// Order: byte order mark · zero bytes (UTF-16 or binary) · strict UTF-8 · ISO-2022-JP escapes · the declared set
/// (HTTP header, meta) if the text decodes strictly in it · detection by what the decoded text looks like.
/// Example: `93 FA 96 7B 8C EA` without any declaration → Shift_JIS (CP932), 日本語.
func decodeCharset(_ bytes: [UInt8], declared: String? = nil) throws(ReadFailure) -> DecodedText {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    let body = Array(bytes.dropFirst(3))
    guard let text = wellFormed(body) else { throw broken("UTF-8 by its byte order mark", body) }
    return DecodedText(utf8: text, charset: "utf-8")
  }
  if let name = knownBinaryForm(bytes) { throw ReadFailure(.binary, "binary file (\(name))") }
  if let order = utf16Order(bytes) {
    let marked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard let text = convert(marked ? Array(bytes.dropFirst(2)) : bytes, from: order == .big ? "UTF-16BE" : "UTF-16LE"),
      !text.contains(0)
    else { throw ReadFailure(.brokenEncoding, "broken UTF-16") }
    return DecodedText(utf8: text, charset: order == .big ? "utf-16be" : "utf-16le")
  }
  if let zero = bytes.firstIndex(of: 0) {
    if let text = unmarkedUTF16(bytes) { return text }
    throw ReadFailure(.binary, "binary file (zero byte at \(zero))")
  }
  if hasISO2022Escape(bytes), let text = convert(bytes, from: "ISO-2022-JP-3") ?? convert(bytes, from: "ISO-2022-JP") {
    return DecodedText(utf8: text, charset: "iso-2022-jp")
  }
  if let text = wellFormed(bytes) {
    try refuseControls(text)
    return DecodedText(utf8: text, charset: "utf-8")
  }
  if let name = (declared ?? metaCharset(bytes)).flatMap(canonicalCharset), name != "utf-8",
    let text = convert(bytes, from: iconvName(name)), plausibility(text, as: name) > -0.2
  {
    try refuseControls(text)
    return DecodedText(utf8: text, charset: name)
  }
  var best: (score: Double, text: [UInt8], name: String)?
  for name in ["shift_jis", "euc-jp", "gb18030", "big5", "windows-1252"] {
    guard let text = convert(bytes, from: iconvName(name)) else { continue }
    let score = plausibility(text, as: name)
    if score > (best?.score ?? 0) { best = (score, text, name) }
  }
  guard let best else { throw broken("neither UTF-8 nor another known character set", bytes) }
  try refuseControls(best.text)
  return DecodedText(utf8: best.text, charset: best.name)
}

private func broken(_ what: String, _ bytes: [UInt8]) -> ReadFailure {
  ReadFailure(.brokenEncoding, "broken encoding: \(what), first invalid byte at \(firstInvalidByte(bytes) ?? 0)")
}

/// Text of more than one control character in 200 bytes is a binary file that happens to decode.
private func refuseControls(_ text: [UInt8]) throws(ReadFailure) {
  let controls = ByteScan.controls(text)
  if controls > 4 + text.count / 200 { throw ReadFailure(.binary, "binary file (\(controls) control characters)") }
}

/// The bytes themselves where they are strict UTF-8; a character cut off by the very end is dropped.
private func wellFormed(_ bytes: [UInt8]) -> [UInt8]? {
  guard let invalid = firstInvalidByte(bytes) else { return bytes }
  let tail = bytes.count - invalid
  guard tail <= 3, bytes[invalid] >= 0xC2, bytes[invalid] <= 0xF4, invalid > 0 else { return nil }
  let needed = bytes[invalid] >= 0xF0 ? 4 : bytes[invalid] >= 0xE0 ? 3 : 2
  guard tail < needed, bytes[(invalid + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return nil }
  return Array(bytes[..<invalid])
}

/// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { buffer -> Int? in
    var index = 0
    let count = buffer.count
    guard let base = buffer.baseAddress else { return nil }
    while index < count {
      let byte = buffer[index]
      if byte < 0x80 {
        index += 1
        while index + 8 <= count,
          UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { index += 8 }
        continue
      }
      // Most of kana and kanji.
      if byte &- 0xE1 < 12, index + 3 <= count, buffer[index + 1] & 0xC0 == 0x80, buffer[index + 2] & 0xC0 == 0x80 {
        index += 3
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF4: (length, high) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard index + length <= count, buffer[index + 1] >= low, buffer[index + 1] <= high else { return index }
      for offset in 2..<max(length, 2) where buffer[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}

private enum ByteOrder { case big, little }

/// UTF-16 by its mark, or by zero bytes that stand nearly always on the same side, as in Latin text and markup.
private func utf16Order(_ bytes: [UInt8]) -> ByteOrder? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .little }
  if bytes.starts(with: [0xFE, 0xFF]) { return .big }
  let head = bytes.prefix(4096)
  guard head.count >= 8, bytes.count % 2 == 0 else { return nil }
  var zeros = (even: 0, odd: 0)
  for (index, byte) in head.enumerated() where byte == 0 {
    if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
  }
  let units = head.count / 2
  if zeros.odd * 10 > units, zeros.even * 50 < units { return .little }
  if zeros.even * 10 > units, zeros.odd * 50 < units { return .big }
  return nil
}

/// UTF-16 without a mark whose text is mostly kana and kanji, so that few of its bytes are zero.
private func unmarkedUTF16(_ bytes: [UInt8]) -> DecodedText? {
  guard bytes.count % 2 == 0 else { return nil }
  let head = Array(bytes.prefix(4096))
  for name in ["utf-16le", "utf-16be"] {
    guard let sample = convert(head, from: name.uppercased()), !sample.contains(0),
      max(plausibility(sample, as: "shift_jis"), plausibility(sample, as: "gb18030")) > 0.2,
      let text = convert(bytes, from: name.uppercased()), !text.contains(0)
    else { continue }
    return DecodedText(utf8: text, charset: name)
  }
  return nil
}

private func hasISO2022Escape(_ bytes: [UInt8]) -> Bool {
  var index = 0
  while index + 2 < bytes.count {
    if bytes[index] >= 0x80 { return false }
    if bytes[index] == 0x1B, bytes[index + 1] == 0x24, [0x40, 0x42, 0x28].contains(bytes[index + 2]) { return true }
    index += 1
  }
  return false
}

/// Forms that begin with a signature: no text hides in them.
private func knownBinaryForm(_ bytes: [UInt8]) -> String? {
  guard let first = bytes.first, first >= 0x7F || first == UInt8(ascii: "%") || (0x37...0x53).contains(first) || first < 0x20
  else { return nil }
  let signatures: [(String, [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
    ("GIF", Array("GIF8".utf8)), ("ELF", [0x7F, 0x45, 0x4C, 0x46]), ("OLE document", [0xD0, 0xCF, 0x11, 0xE0]),
    ("RIFF", Array("RIFF".utf8)), ("SQLite", Array("SQLite format 3".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF]),
    ("Java class", [0xCA, 0xFE, 0xBA, 0xBE]), ("ZIP", [0x50, 0x4B, 0x03, 0x04]), ("gzip", [0x1F, 0x8B]),
    ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
  ]
  return signatures.first { bytes.starts(with: $0.1) }?.0
}

/// `charset=` of a `Content-Type`: `text/html; charset="Shift_JIS"` → `Shift_JIS`.
func charsetParameter(_ contentType: String) -> String? {
  metaCharset(Array(contentType.utf8))
}

/// The first `charset=…` or `encoding="…"` of the first 4 KiB, as `<meta>`, `<?xml … ?>` and HTTP headers spell it.
private func metaCharset(_ bytes: [UInt8]) -> String? {
  let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  for key in ["charset", "encoding"] {
    let pattern = Array(key.utf8)
    var index = 0
    while index + pattern.count < head.count {
      guard head[index] == pattern[0], head[index...].starts(with: pattern) else {
        index += 1
        continue
      }
      index += pattern.count
      while index < head.count, head[index] == 0x20 { index += 1 }
      guard index < head.count, head[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < head.count, [0x20, 0x22, 0x27].contains(head[index]) { index += 1 }
      let start = index
      while index < head.count, isCharsetByte(head[index]) { index += 1 }
      if index > start { return String(decoding: head[start..<index], as: UTF8.self) }
    }
  }
  return nil
}

private func isCharsetByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2D || byte == 0x5F
    || byte == 0x3A || byte == 0x2E
}

/// Labels as the WHATWG Encoding Standard maps them, as far as articles in our languages use them.
func canonicalCharset(_ label: String) -> String? {
  switch label.lowercased() {
  case "utf-8", "utf8", "unicode-1-1-utf-8": "utf-8"
  case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932", "ms932", "csshiftjis": "shift_jis"
  case "euc-jp", "x-euc-jp", "eucjp", "ujis", "cseucpkdfmtjapanese": "euc-jp"
  case "iso-2022-jp", "csiso2022jp": "iso-2022-jp"
  case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936", "chinese", "euc-cn": "gb18030"
  case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950": "big5"
  case "euc-kr", "ks_c_5601-1987", "cp949", "uhc": "euc-kr"
  case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "l1": "windows-1252"
  case "utf-16", "utf-16le": "utf-16le"
  case "utf-16be": "utf-16be"
  default: nil
  }
}

private func iconvName(_ charset: String) -> String {
  switch charset {
  case "shift_jis": "CP932"
  case "euc-jp": "EUC-JP-MS"
  case "big5": "BIG5-HKSCS"
  case "euc-kr": "CP949"
  case "windows-1252": "CP1252"
  default: charset.uppercased()
  }
}

/// Strict conversion by the C library's iconv; `nil` where a byte sequence is not of that character set.
func convert(_ bytes: [UInt8], from charset: String, to target: String = "UTF-8") -> [UInt8]? {
  guard let descriptor = iconv_open(target, charset), descriptor != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(descriptor) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count * 2 + 64)
  var written = 0
  while true {
    let capacity = output.count
    let status: (result: Int, code: Int32, left: Int) = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        guard let sourceBase = source.baseAddress, let targetBase = target.baseAddress else { return (0, 0, 0) }
        var from: UnsafeMutablePointer<CChar>? = sourceBase.assumingMemoryBound(to: CChar.self)
        var fromLeft = source.count
        var to: UnsafeMutablePointer<CChar>? = targetBase.assumingMemoryBound(to: CChar.self)
        var toLeft = capacity
        // Converted from the start again whenever the output was too small: descriptors keep shift states.
        iconv(descriptor, nil, nil, nil, nil)
        let result = iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        let code = errno
        written = capacity - toLeft
        return (result, code, fromLeft)
      }
    }
    if status.result != -1 { break }
    if status.code == E2BIG {
      output = [UInt8](repeating: 0, count: capacity * 2)
    } else if status.code == EINVAL, status.left <= 3, written > 0 {
      break  // A character cut off by the end of the document.
    } else {
      return nil
    }
  }
  return Array(output[..<written])
}
