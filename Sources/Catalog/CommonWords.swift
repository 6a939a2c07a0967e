extension Catalog {
  /// Whether a word is one of the language and no name: in the lists of common words, or katakana made of nothing but such words
  /// (`クラウドサービスパートナー`).
  public func isCommonWord(_ word: String) -> Bool {
    if lexicon.isGeneric(word) { return true }
    let scalars = Array(word.unicodeScalars)
    guard (4...40).contains(scalars.count), scalars.allSatisfy({ (0x30A1...0x30FF).contains($0.value) }) else { return false }
    // Whether the first n characters are made of common words of at least two.
    var isMade = [Bool](repeating: false, count: scalars.count + 1)
    isMade[0] = true
    for end in 2...scalars.count {
      for start in 0...(end - 2) where isMade[start] && lexicon.commonKatakana.contains(String(String.UnicodeScalarView(scalars[start..<end]))) {
        isMade[end] = true
        break
      }
    }
    return isMade[scalars.count]
  }

  /// Are two Chinese characters a common pair of the language?
  public func isCommonPair(_ pair: String) -> Bool { lexicon.commonHanzi.contains(pair) }
}
