internal import CRuleData
import Facts
public import Foundation
import Language

/// All rules of extraction: frames, cues, measure nouns, word lists. Embedded, overlaid by a folder of one's own.
public struct RuleSet: Sendable {
  let frames: [Frame]
  /// Hash over all rule files as loaded.
  public let version: String
  let cues: CueTable
  let measures: MeasureTable
  let words: WordClasses
  let japaneseTriggers: TriggerIndex
  let relations: RelationTable
  let calibration: CalibrationTable

  /// Units that the press calls by the name of their house, each with the house: aws → amazon.
  let houses: [String: String]

  /// What the press calls a company instead of its name, in English: search giant → google.
  let epithets: [String: String]

  /// The house of a company, itself if it has none.
  func house(_ company: String) -> String { houses[company] ?? company }

  /// 甲社など: words behind a company's name that leave it the head of its phrase.
  var partySuffixes: Set<String> { words["party_suffix"] }
  /// Catalogue ids of publishers, whose word is a report.
  var media: Set<String> { words["media"] }

  /// Names of countries and regions in three languages with what metrics call them.
  let regions: [(word: [UInt8], code: String)]
  let japaneseRegions: [(word: [UInt8], code: String)]

  /// - Parameter overlay: a folder with files of the same names, each of which replaces the embedded one.
  public init(overlay: URL? = nil) throws {
    var files = Self.embedded()
    if let overlay {
      for name in files.keys.sorted() {
        let url = overlay.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: url.path) else { continue }
        files[name] = [UInt8](try Data(contentsOf: url))
      }
    }
    func table(_ name: String, _ required: [String]) throws -> RuleTable {
      try RuleTable(
        ["ja", "en", "zh"].map { language in
          let file = "\(name).\(language).tsv"
          return try RuleTable(file: file, bytes: files[file] ?? [], required: required)
        })
    }
    let frameRows = try table("frames", ["id", "lang", "triggers", "shape", "type", "slots", "status", "prior"]).rows
    frames = try frameRows.map { try Frame($0) }
    cues = try CueTable(try table("cues", ["words", "lang", "kind", "effect"]))
    measures = try MeasureTable(try table("measures", ["words", "lang", "measure", "units"]))
    words = WordClasses(try table("words", ["class", "lang", "words"]))
    houses = Dictionary(words.codes(prefix: "house:").map { (String(decoding: $0.word, as: UTF8.self), $0.code) }, uniquingKeysWith: { first, _ in first })
    epithets = Dictionary(words.codes(prefix: "epithet:").map { (String(decoding: $0.word, as: UTF8.self), $0.code) }, uniquingKeysWith: { first, _ in first })
    // A share index stands for its country. 国内 is one country in Japanese and another in Chinese.
    regions = words.codes(prefix: "region:") + words.codes(prefix: "index:")
    japaneseRegions = words.codes(prefix: "region:", language: "ja") + words.codes(prefix: "region:", language: "en") + words.codes(prefix: "index:", language: "ja")
    relations = try RelationTable(try table("relations", ["words", "lang", "relation"]))
    calibration = try CalibrationTable(
      RuleTable(
        file: "calibration.tsv", bytes: files["calibration.tsv"] ?? [], required: ["kind", "lang", "rule", "condition", "right", "told"]))
    japaneseTriggers = TriggerIndex(frames.filter { $0.language == .ja })
    version = Self.hash(files)
  }

  private static func embedded() -> [String: [UInt8]] {
    var count = 0
    let first = CRuleData_files(&count)
    var files: [String: [UInt8]] = [:]
    for index in 0..<count {
      let file = first[index]
      files[String(cString: file.path)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return files
  }

  private static func hash(_ files: [String: [UInt8]]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in files.keys.sorted() {
      for byte in Array(name.utf8) + (files[name] ?? []) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// Small closed lists of words, a row a list: `party_suffix`, `cloud`, `chips`, `energy` …
struct WordClasses: Sendable {
  /// A row with a text whose facts it changes and one whose facts it leaves alone.
  struct Row: Sendable {
    let name: String
    let language: String
    let example: String
    let counterExample: String
  }

  /// The rows that carry examples.
  let rows: [Row]
  private let classes: [String: Set<String>]
  private let languages: [String: [String: Set<String>]]

  init(_ table: RuleTable) {
    var classes: [String: Set<String>] = [:]
    var languages: [String: [String: Set<String>]] = [:]
    for row in table.rows {
      classes[row["class"], default: []].formUnion(row.list("words"))
      languages[row["lang"], default: [:]][row["class"], default: []].formUnion(row.list("words"))
    }
    self.classes = classes
    self.languages = languages
    rows = table.rows.filter { !$0["example"].isEmpty }.map { Row(name: $0["class"], language: $0["lang"], example: $0["example"], counterExample: $0["counterexample"]) }
  }

  /// Words of the lists whose names begin with `prefix`, each with the rest of its list's name.
  /// - Parameter language: only the rows of one language; `nil` takes those of all.
  func codes(prefix: String, language: String? = nil) -> [(word: [UInt8], code: String)] {
    let lists = language.map { languages[$0] ?? [:] } ?? classes
    return lists.keys.filter { $0.hasPrefix(prefix) }.sorted().flatMap { name in
      (lists[name] ?? []).sorted().map { (Array($0.utf8), String(name.dropFirst(prefix.count))) }
    }
  }

  subscript(name: String) -> Set<String> { classes[name] ?? [] }
}

/// Which noun before or behind a figure tells what it measures: `評価額` valuation, `売上高` revenue.
struct MeasureTable: Sendable {
  struct Entry: Sendable {
    /// What evidence calls the row: its id, or `metric.` and its measure where the table gives none.
    let rule: String
    let words: [[UInt8]]
    let language: ArticleLanguage
    /// `nil`: the noun belongs to deals (契約額, 調達額) and turns the figure to them.
    let measure: Measure?
    let units: Set<String>
    /// Deals that the figure may belong to as well, or only.
    let dealTypes: [DealType]
    let sign: Int
    let example: String
    let counterExample: String

    /// The figure is no deal's, whatever deal the sentence tells.
    var turnsAwayDeals: Bool { measure != nil && measure != .stake && dealTypes.isEmpty }
  }

  let entries: [Entry]

  init(_ table: RuleTable) throws {
    entries = try table.rows.map { row in
      guard let language = ArticleLanguage(rawValue: row["lang"]) else { throw row.fail("unknown language “\(row["lang"])”") }
      var measure: Measure?
      if row["measure"] != "deal" {
        guard let known = Measure(rawValue: row["measure"]) else { throw row.fail("unknown measure “\(row["measure"])”") }
        measure = known
      }
      return Entry(
        rule: row["id"].isEmpty ? "metric.\(row["measure"])" : row["id"], words: row.list("words").map { Array($0.utf8) }, language: language,
        measure: measure, units: Set(row.list("units")),
        dealTypes: row.list("deals").compactMap { DealType(rawValue: $0) }, sign: row["sign"] == "-" ? -1 : 1, example: row["example"],
        counterExample: row["counterexample"])
    }
  }
}

/// Words that relate models to each other and to makers and chips.
struct RelationTable: Sendable {
  struct Entry: Sendable {
    /// Empty where the table gives none.
    let id: String
    let words: [String]
    let language: ArticleLanguage
    let relation: ModelRelation
    let isReversed: Bool
    let example: String
    let counterExample: String
  }

  let entries: [Entry]

  init(_ table: RuleTable) throws {
    entries = try table.rows.map { row in
      guard let language = ArticleLanguage(rawValue: row["lang"]) else { throw row.fail("unknown language “\(row["lang"])”") }
      guard let relation = ModelRelation(rawValue: row["relation"]) else { throw row.fail("unknown relation “\(row["relation"])”") }
      return Entry(
        id: row["id"], words: row.list("words"), language: language, relation: relation, isReversed: row["reversed"] == "yes", example: row["example"],
        counterExample: row["counterexample"])
    }
  }
}
