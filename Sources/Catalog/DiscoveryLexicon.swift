/// Words that discovery leans on: which are never names, which begin the names of people.
struct DiscoveryLexicon: Sendable {
  /// Folded common words of the three languages: `company`, `ユーザー`.
  let generic: Set<String>
  /// Folded given names in Latin script.
  let givenNames: Set<String>
  /// Japanese surnames in kanji, Chinese surnames in simplified characters.
  let japaneseSurnames: Set<String>
  let chineseSurnames: Set<String>

  init(generic: [UInt8], givenNames: [UInt8], surnames: [UInt8]) {
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
