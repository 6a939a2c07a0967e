import Facts

/// The words that discovery and linking lean on: the rows of `discovery.tsv`.
///
/// `companyNounsBefore⇥ja⇥スタートアップの | 新興の⇥スタートアップの«company:ゾルバント»が受注した。⇥…`: a list's name, the language of its words,
/// the words, a sentence with the name that they find and one in which they find nothing. A list may have several rows; a
/// row of an overlay adds its words, `!word` takes one out. `word=900` gives what it finds a confidence in thousandths,
/// `\s` is a space at either end, `\t` and `\n` stand for themselves.
struct DiscoveryWords: Sendable {
  /// A row's sentences, for tests.
  struct Row: Sendable {
    let list: String
    let language: String
    let example: String
    let counterexample: String
    let line: Int
  }

  private let lists: [PhraseList]
  let rows: [Row]

  subscript(_ list: DiscoveryList) -> PhraseList { lists[list.rawValue] }

  /// - Throws: `CatalogError` with the line of a row that is none, or the name of a list without words.
  init(_ files: [CatalogFiles.File]) throws {
    let names = Dictionary(uniqueKeysWithValues: DiscoveryList.allCases.map { ($0.name, $0.rawValue) })
    var words: [[(text: String, points: Int)]] = Array(repeating: [], count: names.count)
    var rows: [Row] = []
    for file in files {
      for (number, line) in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated() where number > 0 && !line.isEmpty {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let list = names[fields[0]], fields[1] == "any" || ArticleLanguage(rawValue: fields[1]) != nil else {
          throw CatalogError(
            file: file.path, line: number + 1, problem: "“\(line.prefix(60))” is no row of discovery",
            remedy: "write the name of a list, its language or any, words parted by “ | ”, an example and a counter-example, parted by tabs")
        }
        for word in Self.parts(fields[2]) {
          if word.text.hasPrefix("!"), word.text.utf8.count > 1, file.path != file.name {
            words[list].removeAll { $0.text == String(word.text.dropFirst()) }
          } else {
            words[list].append(word)
          }
        }
        rows.append(Row(list: fields[0], language: fields[1], example: fields[3], counterexample: fields[4], line: number + 1))
      }
    }
    for list in DiscoveryList.allCases where words[list.rawValue].isEmpty {
      throw CatalogError(file: files.last?.path ?? "discovery.tsv", line: 0, problem: "the list “\(list.name)” has no words", remedy: "give it a row")
    }
    lists = words.map(PhraseList.init)
    self.rows = rows
  }

  private static func parts(_ field: String) -> [(text: String, points: Int)] {
    let bytes = Array(field.utf8)
    var found: [(text: String, points: Int)] = []
    var start = 0
    var at = 0
    while at <= bytes.count {
      if at == bytes.count || at + 2 < bytes.count && bytes[at] == 0x20 && bytes[at + 1] == 0x7C && bytes[at + 2] == 0x20 {
        if at > start { found.append(part(Array(bytes[start..<at]))) }
        at += 3
        start = at
      } else {
        at += 1
      }
    }
    return found
  }

  /// `大学=920`, `app\s`.
  private static func part(_ bytes: [UInt8]) -> (text: String, points: Int) {
    var bytes = bytes
    var points = 0
    if let sign = bytes.lastIndex(of: 0x3D), sign > 0, sign < bytes.count - 1, bytes[(sign + 1)...].allSatisfy({ $0 &- 0x30 < 10 }) {
      points = bytes[(sign + 1)...].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      bytes.removeLast(bytes.count - sign)
    }
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x5C, at + 1 < bytes.count, let meant: UInt8 = [0x73: 0x20, 0x74: 0x09, 0x6E: 0x0A][bytes[at + 1]] {
        text.append(meant)
        at += 2
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return (String(decoding: text, as: UTF8.self), points)
  }
}
