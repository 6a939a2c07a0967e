import Facts

/// Words beside a name that say what it names: the rows of `name_cues.tsv`.
///
/// `en⇥after⇥company⇥3⇥'s ceo`: right behind a name, three points for a company. `apposition` rows hold nouns of kinds
/// (`…, a startup`).
struct NameCues: Sendable {
  enum Side: String { case before, after, apposition }

  struct Cue: Sendable {
    let side: Side
    let kind: EntityType
    let weight: Int
    let text: String
    let bytes: [UInt8]

    /// Stands behind a name as a word of its own, a space before it or none; `'s ceo` stands right behind.
    var isWord: Bool { bytes[0] &- 0x61 < 26 || bytes[0] >= 0x80 }
  }

  /// By the byte that meets the name: the first of a cue behind it, the last of one before it.
  private var behind: [ArticleLanguage: [[Cue]]] = [:]
  private var ahead: [ArticleLanguage: [[Cue]]] = [:]
  /// English nouns of kinds.
  private(set) var appositions: [String: Cue] = [:]

  /// Cues behind a name that begin with a byte.
  func behind(_ language: ArticleLanguage, _ first: UInt8) -> [Cue] { behind[language]?[Int(first)] ?? [] }

  /// Cues before a name that end in a byte.
  func ahead(_ language: ArticleLanguage, _ last: UInt8) -> [Cue] { ahead[language]?[Int(last)] ?? [] }

  /// - Parameter files: `lang`, `side`, `kind`, `weight`, cues parted by ` | `, a row a line under a header; folded text.
  /// - Throws: `CatalogError` with the line of a row that is none.
  init(_ files: [CatalogFiles.File]) throws {
    for file in files { try read(file.bytes, file.path) }
  }

  private mutating func read(_ lines: [UInt8], _ file: String) throws {
    for (number, line) in String(decoding: lines, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated() where number > 0 && !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, let language = ArticleLanguage(rawValue: fields[0]), let side = Side(rawValue: fields[1]), let kind = EntityType(rawValue: fields[2]),
        let weight = Int(fields[3]), weight > 0
      else {
        throw CatalogError(
          file: file, line: number + 1, problem: "“\(line)” is no row of cues",
          remedy: "write language, before, after or apposition, kind, points and cues, parted by tabs")
      }
      var words: [String] = []
      for part in fields[4].split(separator: "|") {
        let word = String(part).trimmed
        if !word.isEmpty { words.append(word) }
      }
      for word in words {
        let cue = Cue(side: side, kind: kind, weight: weight, text: word, bytes: Array(word.utf8))
        switch side {
        case .apposition: appositions[word] = cue
        case .after: behind[language, default: Array(repeating: [], count: 256)][Int(cue.bytes[0])].append(cue)
        case .before: ahead[language, default: Array(repeating: [], count: 256)][Int(cue.bytes[cue.bytes.count - 1])].append(cue)
        }
      }
    }
  }
}
