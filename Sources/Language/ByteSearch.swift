/// Searches in the UTF-8 of strings: exact, and without the cost of comparing by characters.
extension StringProtocol {
  /// Whether the text holds `word`, byte for byte.
  package func holds(_ word: String) -> Bool {
    let found: Bool? = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { needle in
        guard let first = needle.first, needle.count <= text.count else { return needle.isEmpty }
        var offset = 0
        let last = text.count - needle.count
        while offset <= last {
          if text[offset] == first {
            var index = 1
            while index < needle.count, text[offset + index] == needle[index] { index += 1 }
            if index == needle.count { return true }
          }
          offset += 1
        }
        return false
      } ?? false
    }
    return found ?? contains(word)
  }

  /// Whether the text ends in `word`, byte for byte.
  package func ends(in word: String) -> Bool {
    let count = word.utf8.count
    return utf8.count >= count && utf8.suffix(count).elementsEqual(word.utf8)
  }
}
