#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
package import Facts

/// Searches in the UTF-8 of strings: exact, and without the cost of comparing by characters.
///
/// Written out for `String` and `Substring` rather than once for all of `StringProtocol`: callers lie in other modules, where
/// a generic function runs unspecialized, at ten times the cost.
extension String {
  /// Whether the text holds `word`, byte for byte.
  package func holds(_ word: String) -> Bool { withBytes(of: utf8, word.utf8, ByteSearch.holds) }

  /// Whether the text ends in `word`, byte for byte.
  package func ends(in word: String) -> Bool { withBytes(of: utf8, word.utf8, ByteSearch.ends) }
}

extension Substring {
  /// Whether the text holds `word`, byte for byte.
  package func holds(_ word: String) -> Bool { withBytes(of: utf8, word.utf8, ByteSearch.holds) }

  /// Whether the text ends in `word`, byte for byte.
  package func ends(in word: String) -> Bool { withBytes(of: utf8, word.utf8, ByteSearch.ends) }
}

extension Array where Element == UInt8 {
  /// Where `word` stands first in a run of the bytes, byte for byte.
  package func firstIndex(of word: [UInt8], in span: Span) -> Int? {
    withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        ByteSearch.offset(UnsafeBufferPointer(rebasing: bytes[span.range]), word).map { span.start + $0 }
      }
    }
  }
}

@inline(__always)
private func withBytes<Text: Collection<UInt8>>(
  of text: Text, _ word: String.UTF8View, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
) -> Bool {
  let found = text.withContiguousStorageIfAvailable { text in
    word.withContiguousStorageIfAvailable { word in body(text, word) }
  }
  // Strings bridged from elsewhere may lie in pieces.
  return (found ?? nil) ?? Array(text).withUnsafeBufferPointer { text in Array(word).withUnsafeBufferPointer { body(text, $0) } }
}

private enum ByteSearch {
  static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool { offset(text, word) != nil }

  static func offset(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let last = word.last else { return 0 }
    guard let start = text.baseAddress, let needle = word.baseAddress, word.count <= text.count else { return nil }
    // By its last byte: the first ones of kana and kanji are all alike.
    let lead = word.count - 1
    var end = lead
    while end < text.count, let found = memchr(start + end, Int32(last), text.count - end) {
      end = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if memcmp(start + (end - lead), needle, lead) == 0 { return end - lead }
      end += 1
    }
    return nil
  }

  static func ends(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= text.count else { return false }
    guard let start = text.baseAddress, let end = word.baseAddress else { return true }
    return memcmp(start + (text.count - word.count), end, word.count) == 0
  }
}
