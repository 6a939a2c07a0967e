import Facts

/// The words that discovery and linking lean on: the rows of `discovery.tsv`.
///
/// `companyNounsBefore⇥ja⇥スタートアップの | 新興の⇥スタートアップの«company:ゾルバント»が受注した。⇥…`: a list's name, the language of its words,
/// the words, a sentence with the name that they find and one in which they find nothing. A list may have several rows; a
/// row of an overlay adds its words, `!word` takes one out. `word=900` gives what it finds a confidence in thousandths,
/// `\s` is a space at either end, `\t` and `\n` stand for themselves.
struct DiscoveryWords: Sendable {
  private let lists: [PhraseList]

  subscript(_ list: DiscoveryList) -> PhraseList { lists[list.rawValue] }

  /// - Throws: `CatalogError` with the line of a row that is none, or the name of a list without words.
  init(_ files: [CatalogFiles.File]) throws {
    let names = Dictionary(uniqueKeysWithValues: DiscoveryList.allCases.map { ($0.name, $0) })
    var words: [[PhraseList.Phrase]] = Array(repeating: [], count: names.count)
    for file in files {
      let isOverlay = file.path != file.name
      let bytes = file.bytes
      try Self.eachRow(bytes) { number, fields in
        guard fields.count == 5, let list = names[Self.text(bytes, fields[0])]?.rawValue, ["any", "ja", "en", "zh"].contains(Self.text(bytes, fields[1])) else {
          throw CatalogError(
            file: file.path, line: number, problem: "no row of discovery",
            remedy: "write the name of a list, its language or any, words parted by “ | ”, an example and a counter-example, parted by tabs")
        }
        Self.eachPart(bytes, fields[2]) { phrase in
          if isOverlay, phrase.bytes.count > 1, phrase.bytes[0] == 0x21 {
            words[list].removeAll { $0.bytes[...] == phrase.bytes[1...] }
          } else {
            words[list].append(phrase)
          }
        }
      }
    }
    for list in DiscoveryList.allCases where words[list.rawValue].isEmpty {
      throw CatalogError(file: files.last?.path ?? "discovery.tsv", line: 0, problem: "the list “\(list.name)” has no words", remedy: "give it a row")
    }
    lists = DiscoveryList.allCases.map { PhraseList(words[$0.rawValue], inCharacters: $0.isInCharacters) }
  }

  /// A row's sentences, for tests.
  struct Example: Sendable {
    let list: String
    let language: String
    let example: String
    let counterexample: String
  }

  static func examples(_ file: CatalogFiles.File) -> [Example] {
    var found: [Example] = []
    let bytes = file.bytes
    eachRow(bytes) { _, fields in
      let texts = fields.map { text(bytes, $0) }
      if texts.count == 5 { found.append(Example(list: texts[0], language: texts[1], example: texts[3], counterexample: texts[4])) }
    }
    return found
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The fields of each line under the header.
  private static func eachRow<Failure: Error>(_ bytes: [UInt8], _ row: (Int, [Range<Int>]) throws(Failure) -> Void) throws(Failure) {
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      if number > 1, end > start {
        var fields: [Range<Int>] = []
        var from = start
        for at in start...end where at == end || bytes[at] == 0x09 {
          fields.append(from..<at)
          from = at + 1
        }
        try row(number, fields)
      }
      start = end + 1
    }
  }

  private static func eachPart(_ bytes: [UInt8], _ field: Range<Int>, _ part: (PhraseList.Phrase) -> Void) {
    var start = field.lowerBound
    var at = start
    while at <= field.upperBound {
      let isEnd = at == field.upperBound
      if isEnd || at + 2 < field.upperBound && bytes[at] == 0x20 && bytes[at + 1] == 0x7C && bytes[at + 2] == 0x20 {
        if at > start { part(phrase(bytes[start..<at])) }
        at += 3
        start = at
      } else {
        at += 1
      }
    }
  }

  /// `大学=920`, `app\s`.
  private static func phrase(_ bytes: ArraySlice<UInt8>) -> PhraseList.Phrase {
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes[end - 1] &- 0x30 < 10 { end -= 1 }
    var points = 0
    if end < bytes.endIndex, end - 1 > bytes.startIndex, bytes[end - 1] == 0x3D {
      points = bytes[end...].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      end -= 1
    } else {
      end = bytes.endIndex
    }
    var text: [UInt8] = []
    text.reserveCapacity(end - bytes.startIndex)
    var at = bytes.startIndex
    while at < end {
      let next = at + 1 < end && bytes[at] == 0x5C ? bytes[at + 1] : 0
      switch next {
      case 0x73: text.append(0x20)
      case 0x74: text.append(0x09)
      case 0x6E: text.append(0x0A)
      default: text.append(bytes[at])
      }
      at += [0x73, 0x74, 0x6E].contains(next) ? 2 : 1
    }
    return PhraseList.Phrase(bytes: text, points: points)
  }
}
