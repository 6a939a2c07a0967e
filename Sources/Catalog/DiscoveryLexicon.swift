/// Words that discovery leans on: which are never names, which begin the names of people.
struct DiscoveryLexicon: Sendable {
  /// Folded common words of the three languages: `company`, `ユーザー`.
  let generic: WordSet
  /// Katakana words common enough to be parts of common compounds.
  let commonKatakana: WordSet
  /// Folded given names in Latin script.
  let givenNames: WordSet
  /// Japanese surnames in kanji, Chinese surnames in simplified characters.
  let japaneseSurnames: WordSet
  let chineseSurnames: WordSet

  /// Folded names of countries, states and cities in three languages.
  let places: WordSet
  /// Two Chinese characters that many texts have side by side: no coined name.
  let commonHanzi: WordSet
  /// Words beside a name that say what it names.
  let cues: NameCues
  /// Words of the forms and frames of names.
  let words: DiscoveryWords

  init(generic: [UInt8], commonKatakana: [UInt8], givenNames: [UInt8], surnames: [UInt8], places: [UInt8], commonHanzi: [UInt8], cues: NameCues, words: DiscoveryWords) {
    self.words = words
    self.commonHanzi = WordSet(lines: commonHanzi)
    self.places = WordSet(lines: places)
    self.cues = cues
    self.commonKatakana = WordSet(lines: commonKatakana)
    self.generic = WordSet(lines: generic)
    self.givenNames = WordSet(lines: givenNames)
    let heading = Array("# zh\n".utf8)
    let chinese = surnames.indices.first { surnames[$0...].starts(with: heading) } ?? surnames.endIndex
    japaneseSurnames = WordSet(lines: Array(surnames[..<chinese]))
    chineseSurnames = WordSet(lines: Array(surnames[chinese...]))
  }

  /// A katakana word that is generic, or two generic words in one: `コンプライアンスリスク`.
  func isGeneric(_ word: String) -> Bool {
    if generic.contains(word) { return true }
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 4, scalars.allSatisfy({ (0x30A1...0x30FF).contains($0.value) }) else { return false }
    for middle in 2...(scalars.count - 2) {
      if commonKatakana.contains(String(String.UnicodeScalarView(scalars[..<middle]))), commonKatakana.contains(String(String.UnicodeScalarView(scalars[middle...]))) {
        return true
      }
    }
    return false
  }

  /// Is a katakana word a given name? `マーク`
  func isGivenKatakana(_ word: String) -> Bool { words[.katakanaGivenNames].contains(word) }

  /// The length in characters of the surname that a kanji name begins with, the longest; 0 for none.
  func surnameLength(_ name: [Unicode.Scalar], chinese: Bool) -> Int {
    let surnames = chinese ? chineseSurnames : japaneseSurnames
    for length in stride(from: min(3, name.count), to: 0, by: -1) {
      var text = ""
      text.unicodeScalars.append(contentsOf: name[..<length])
      if surnames.contains(text) { return length }
    }
    return 0
  }
}
