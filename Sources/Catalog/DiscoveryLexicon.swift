/// Words that discovery leans on: which are never names, which begin the names of people.
struct DiscoveryLexicon: Sendable {
  /// Folded common words of the three languages: `company`, `ユーザー`.
  let generic: Set<String>
  /// Katakana words common enough to be parts of common compounds.
  let commonKatakana: Set<String>
  /// Folded given names in Latin script.
  let givenNames: Set<String>
  /// Japanese surnames in kanji, Chinese surnames in simplified characters.
  let japaneseSurnames: Set<String>
  let chineseSurnames: Set<String>

  init(generic: [UInt8], commonKatakana: [UInt8], givenNames: [UInt8], surnames: [UInt8]) {
    self.commonKatakana = Set(Self.lines(commonKatakana))
    self.generic = Set(Self.lines(generic))
    self.givenNames = Set(Self.lines(givenNames))
    var japanese: Set<String> = []
    var chinese: Set<String> = []
    var isChinese = false
    for line in Self.lines(surnames) {
      if line.utf8.first == 0x23 {
        isChinese = line == "# zh"
      } else if isChinese {
        chinese.insert(line)
      } else {
        japanese.insert(line)
      }
    }
    japaneseSurnames = japanese
    chineseSurnames = chinese
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
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
