public import Facts
import Foundation

/// A shadow of a text in which spellings that mean the same are the same bytes, with a map back to the original.
///
/// Folded are width and compatibility forms (NFKC: `ＡＩ` `㈱` `①` `ｱｲ`), case (`OpenAI` → `openai`), and the
/// many dashes, quotation marks, tildes and spaces (`‑` → `-`, `’` → `'`, `〜` → `~`, U+00A0 → space); invisible
/// characters (U+200B, U+FEFF, soft hyphen) are dropped. Matching is done on `bytes`; evidence stays in the original.
/// Folding is idempotent.
public struct FoldedText: Sendable {
  /// The text as it came, UTF-8.
  public let original: [UInt8]
  /// The folded text, UTF-8.
  public let bytes: [UInt8]
  /// For each folded byte the original byte at which its scalar begins; one more for the end.
  private let origins: [UInt32]

  public init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// - Parameter original: valid UTF-8 of less than 4 GiB.
  public init(utf8 original: [UInt8]) {
    var folded: [UInt8] = []
    var origins: [UInt32] = []
    folded.reserveCapacity(original.count + 16)
    origins.reserveCapacity(original.count + 17)
    var offset = 0
    while offset < original.count {
      let byte = original[offset]
      if byte < 0x80 {
        let followedByMark = offset + 1 < original.count && isMark(original, at: offset + 1)
        if !followedByMark {
          folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          origins.append(UInt32(truncatingIfNeeded: offset))
          offset += 1
          continue
        }
      }
      let (scalar, length) = decodeScalar(original, at: offset)
      var end = offset + length
      var cluster: String?
      if end < original.count, original[end] >= 0xCC, isMark(original, at: end) {
        // A base and its combining marks fold together: か + U+3099 → が, e + U+0301 → é.
        while end < original.count, isMark(original, at: end) { end += decodeScalar(original, at: end).length }
        cluster = String(decoding: original[offset..<end], as: UTF8.self)
      } else if (0xFF66...0xFF9D).contains(scalar), end + 2 < original.count, original[end] == 0xEF,
        original[end + 1] == 0xBE, original[end + 2] & 0xFE == 0x9E
      {
        // Half-width katakana and its half-width voicing mark: ｶﾞ → ガ.
        end += 3
        cluster = String(decoding: original[offset..<end], as: UTF8.self)
      }
      let start = folded.count
      if let cluster {
        folded.append(contentsOf: compatibilityFolded(cluster))
      } else {
        appendFolded(scalar, original[offset..<end], to: &folded)
      }
      for _ in start..<folded.count { origins.append(UInt32(truncatingIfNeeded: offset)) }
      offset = end
    }
    origins.append(UInt32(truncatingIfNeeded: original.count))
    self.original = original
    self.bytes = folded
    self.origins = origins
  }

  public var count: Int { bytes.count }

  /// The run of the original that a run of the folded text came from, whole scalars.
  public func original(_ span: Span) -> Span {
    guard span.start < span.end else {
      let at = Int(origins[span.start])
      return Span(at, at)
    }
    let start = Int(origins[span.start])
    let last = origins[span.end - 1]
    var next = span.end
    while next < bytes.count, origins[next] == last { next += 1 }
    // Characters that fold to nothing and trail the run do not belong to it.
    var end = Int(last)
    let limit = Int(origins[next])
    if end < limit { end += scalarLength(original[end]) }
    while end < limit, isMark(original, at: end) || isHalfWidthVoicing(original, at: end) {
      end += scalarLength(original[end])
    }
    return Span(start, min(end, limit))
  }

  /// The first folded byte that comes from original byte `offset` or later.
  public func foldedOffset(ofOriginal offset: Int) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// As `foldedOffset(ofOriginal:)`, by a walk from a folded offset that is not behind it: for whoever goes through a text in order.
  public func foldedOffset(ofOriginal offset: Int, from start: Int) -> Int {
    var at = start
    while at < bytes.count, Int(origins[at]) < offset { at += 1 }
    return at
  }

  /// The run of the folded text that stands for a run of the original.
  public func folded(_ span: Span) -> Span {
    Span(foldedOffset(ofOriginal: span.start), foldedOffset(ofOriginal: span.end))
  }

  /// The folded text of a folded run.
  public func text(_ span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The original text of an original run.
  public func originalText(_ span: Span) -> String {
    String(decoding: original[span.range], as: UTF8.self)
  }

  /// Folds a name or pattern the same way a text is folded.
  public static func fold(_ text: String) -> String {
    String(decoding: FoldedText(text).bytes, as: UTF8.self)
  }
}

/// Decodes the scalar that begins at `offset` of valid UTF-8.
@inlinable
public func decodeScalar(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  if first < 0x80 { return (first, 1) }
  if first < 0xE0 {
    guard offset + 1 < bytes.count else { return (0xFFFD, 1) }
    return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F, 2)
  }
  if first < 0xF0 {
    guard offset + 2 < bytes.count else { return (0xFFFD, bytes.count - offset) }
    return ((first & 0x0F) << 12 | (UInt32(bytes[offset + 1]) & 0x3F) << 6 | UInt32(bytes[offset + 2]) & 0x3F, 3)
  }
  guard offset + 3 < bytes.count else { return (0xFFFD, bytes.count - offset) }
  return (
    (first & 0x07) << 18 | (UInt32(bytes[offset + 1]) & 0x3F) << 12 | (UInt32(bytes[offset + 2]) & 0x3F) << 6
      | UInt32(bytes[offset + 3]) & 0x3F, 4
  )
}

/// Bytes of the scalar that a lead byte begins.
@inlinable
public func scalarLength(_ lead: UInt8) -> Int {
  lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}

private func isMark(_ bytes: [UInt8], at offset: Int) -> Bool {
  let lead = bytes[offset]
  if lead == 0xCC { return true }
  guard offset + 1 < bytes.count else { return false }
  if lead == 0xCD { return bytes[offset + 1] < 0xB0 }
  return isVoicing(bytes, at: offset)
}

/// U+309A is E3 82 9A, U+3099 is E3 82 99.
private func isVoicing(_ bytes: [UInt8], at offset: Int) -> Bool {
  offset + 2 < bytes.count && bytes[offset] == 0xE3 && bytes[offset + 1] == 0x82
    && (bytes[offset + 2] == 0x99 || bytes[offset + 2] == 0x9A)
}

private func isHalfWidthVoicing(_ bytes: [UInt8], at offset: Int) -> Bool {
  offset + 2 < bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBE && bytes[offset + 2] & 0xFE == 0x9E
}

private func appendFolded(_ scalar: UInt32, _ source: ArraySlice<UInt8>, to folded: inout [UInt8]) {
  switch scalar {
  case 0x3041...0x3096, 0x3099...0x309E, 0x30A1...0x30FE, 0x3400...0x9FFF, 0x3001...0x301B, 0xAC00...0xD7A3,
    0x20000...0x2F7FF, 0x30000...0x3FFFF:
    folded.append(contentsOf: source)
  case 0xFF01...0xFF5D:
    let ascii = UInt8(truncatingIfNeeded: scalar - 0xFEE0)
    folded.append(ascii &- 0x41 < 26 ? ascii | 0x20 : ascii)
  case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F:
    folded.append(0x20)
  case 0x200B...0x200F, 0xFEFF, 0x00AD, 0x2060...0x2064, 0xFE00...0xFE0F:
    break
  case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0x2E3A, 0x2E3B:
    folded.append(UInt8(ascii: "-"))
  case 0x2018...0x201B, 0x2032:
    folded.append(UInt8(ascii: "'"))
  case 0x201C...0x201F, 0x2033:
    folded.append(UInt8(ascii: "\""))
  case 0x301C, 0xFF5E, 0x223C:
    folded.append(UInt8(ascii: "~"))
  case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x3200...0x33FF, 0xFF5F...0xFFEF, 0x00C0...0x024F, 0x1E00...0x1EFF, 0x2070...0x209F,
    0x2100...0x218F, 0x2460...0x24FF, 0xFB00...0xFB06, 0x00AA, 0x00B2...0x00BE, 0x0370...0x03FF, 0x0400...0x04FF, 0x1D400...0x1D7FF,
    0x2026, 0x2024, 0x2025, 0x309F, 0x30FF, 0xFE10...0xFE6B, 0x2F800...0x2FA1F:
    folded.append(contentsOf: compatibilityFolded(String(decoding: source, as: UTF8.self)))
  default:
    folded.append(contentsOf: source)
  }
}

/// The slow way, for the rare: NFKC and lower case of a short string.
private func compatibilityFolded(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    .unicodeScalars
  {
    let source = Array(String(scalar).utf8)
    switch scalar.value {
    case 0x00A0, 0x2000...0x200A, 0x3000: result.append(0x20)
    case 0x2010...0x2015, 0x2212: result.append(UInt8(ascii: "-"))
    default: result.append(contentsOf: source)
    }
  }
  return result
}
