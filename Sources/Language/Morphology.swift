internal import CMecab
public import Facts

/// Part of speech, the distinctions of IPADIC that syntax needs (by `posid` of its `pos-id.def`).
public enum PartOfSpeech: UInt8, Sendable {
  case interjection, symbol, openBracket, closeBracket, fullStop, space, comma
  case adjective, adjectiveSuffix
  case caseParticle, quotationParticle, compoundParticle, topicParticle, finalParticle, conjunctiveParticle
  case adverbialParticle, listParticle, adnominalParticle
  case auxiliary, conjunction, prefix
  case verb, verbSuffix, dependentVerb
  case adverb, verbalNoun, noun, adjectivalNoun, properNoun, number, counter, nounSuffix, verbalNounSuffix, pronoun
  case dependentNoun, adverbialNoun, adnominal

  /// From IPADIC's `posid`.
  init(ipadic id: Int) {
    switch id {
    case 0...2: self = .interjection
    case 5: self = .openBracket
    case 6: self = .closeBracket
    case 7: self = .fullStop
    case 8: self = .space
    case 9: self = .comma
    case 10, 12: self = .adjective
    case 11: self = .adjectiveSuffix
    case 13: self = .caseParticle
    case 14: self = .quotationParticle
    case 15: self = .compoundParticle
    case 16: self = .topicParticle
    case 17, 19: self = .finalParticle
    case 18: self = .conjunctiveParticle
    case 20, 21, 22: self = .adverbialParticle
    case 23: self = .listParticle
    case 24: self = .adnominalParticle
    case 25: self = .auxiliary
    case 26: self = .conjunction
    case 27...30: self = .prefix
    case 31: self = .verb
    case 32: self = .verbSuffix
    case 33: self = .dependentVerb
    case 34, 35: self = .adverb
    case 36: self = .verbalNoun
    case 37, 38, 39, 49: self = .noun
    case 40: self = .adjectivalNoun
    case 41...47: self = .properNoun
    case 48: self = .number
    case 50: self = .verbalNounSuffix
    case 53: self = .counter
    case 51, 52, 54...57: self = .nounSuffix
    case 58, 67: self = .adverbialNoun
    case 59, 60: self = .pronoun
    case 61...66: self = .dependentNoun
    case 68: self = .adnominal
    default: self = .symbol
    }
  }

  public var isNominal: Bool {
    switch self {
    case .verbalNoun, .noun, .adjectivalNoun, .properNoun, .number, .counter, .nounSuffix, .verbalNounSuffix, .pronoun,
      .dependentNoun, .adverbialNoun:
      true
    default: false
    }
  }

  public var isParticle: Bool {
    switch self {
    case .caseParticle, .quotationParticle, .compoundParticle, .topicParticle, .finalParticle, .conjunctiveParticle,
      .adverbialParticle, .listParticle, .adnominalParticle:
      true
    default: false
    }
  }
}

/// What IPADIC knows of a noun as a name.
public enum NameKind: Sendable {
  /// An organisation or a name of any thing.
  case thing
  case person
  case place
  /// Not in the dictionary at all: a coined word, a foreign name.
  case unknown

  init?(ipadic id: Int, isUnknown: Bool) {
    switch id {
    case 41, 45: self = .thing
    case 42...44: self = .person
    case 46, 47: self = .place
    default:
      guard isUnknown else { return nil }
      self = .unknown
    }
  }
}

/// One morpheme of a Japanese sentence, with its place in the article's text.
public struct Token: Hashable, Sendable {
  /// Original UTF-8 bytes.
  public let span: Span
  public let surface: String
  public let partOfSpeech: PartOfSpeech
  /// Dictionary form; the surface where the dictionary has none.
  public let lemma: String
  /// IPADIC's conjugation form: `基本形`, `連用形`, `未然形` …; empty where there is none.
  public let form: String
  /// Index of the stand-in (name or quantity) that this token is; `nil` for words.
  public let standIn: Int?
  /// What it stands in for.
  public let standInKind: StandIn?
  /// Whether and how it looks like a name; `nil` for common words and stand-ins.
  public let nameKind: NameKind?

  public init(
    span: Span, surface: String, partOfSpeech: PartOfSpeech, lemma: String, form: String, standIn: Int?,
    standInKind: StandIn? = nil, nameKind: NameKind? = nil
  ) {
    self.span = span
    self.surface = surface
    self.partOfSpeech = partOfSpeech
    self.lemma = lemma
    self.form = form
    self.standIn = standIn
    self.standInKind = standInKind
    self.nameKind = nameKind
  }
}

/// What stands in a sentence for a name or a quantity: IPADIC would cut them apart, so the tagger sees one plain noun.
public enum StandIn: Sendable {
  case name, amount, date

  /// Nouns of IPADIC whose neighbours are tagged as those of a company, a sum, a day would be.
  var word: StaticString {
    switch self {
    case .name: "日立"
    case .amount: "金額"
    case .date: "昨日"
    }
  }
}

/// MeCab's model over IPADIC, shared by all workers. Opened by its path, never through the machine's default.
public final class MecabModel: @unchecked Sendable {
  // Safe to share: a MeCab model is read-only once it is built (its manual: "thread safe").
  fileprivate let model: OpaquePointer
  public let dictionaryPath: String
  /// FNV-1a over the dictionary's compiled word list and connection costs.
  public let dictionaryHash: String

  public init(dictionaryPath: String? = nil) throws(MorphologyError) {
    let candidates = dictionaryPath.map { [$0] } ?? Self.usualPaths
    guard let path = candidates.first(where: { MappedFile.exists($0 + "/sys.dic") }) else {
      throw .noDictionary(looked: candidates)
    }
    guard let model = mecab_model_new2("-r /dev/null -d \(path)") else {
      throw .unusableDictionary(path: path)
    }
    self.model = model
    self.dictionaryPath = path
    self.dictionaryHash = MappedFile.hash([path + "/sys.dic", path + "/matrix.bin"])
  }

  deinit { mecab_model_destroy(model) }

  static let usualPaths = [
    "/var/lib/mecab/dic/ipadic-utf8", "/usr/share/mecab/dic/ipadic-utf8", "/usr/lib/x86_64-linux-gnu/mecab/dic/ipadic-utf8",
    "/usr/lib/aarch64-linux-gnu/mecab/dic/ipadic-utf8", "/usr/local/lib/mecab/dic/ipadic", "/opt/homebrew/lib/mecab/dic/ipadic",
  ]
}

/// Why Japanese text can't be analysed. Trying again does not help; installing what is named does.
public enum MorphologyError: Error, CustomStringConvertible {
  case noDictionary(looked: [String])
  case unusableDictionary(path: String)
  case outOfMemory

  public var description: String {
    switch self {
    case .noDictionary(let looked):
      "no MeCab dictionary IPADIC in UTF-8 found; install it (Debian: apt-get install mecab-ipadic-utf8) or name its folder in KAWARABAN_MECAB_DICTIONARY. Looked in: \(looked.joined(separator: ", "))"
    case .unusableDictionary(let path):
      "MeCab cannot open the dictionary in \(path); is it IPADIC, compiled for UTF-8?"
    case .outOfMemory:
      "MeCab could not make a tagger"
    }
  }
}

/// One worker's tagger and lattice.
public final class JapaneseTagger {
  private let model: MecabModel
  private let tagger: OpaquePointer
  private let lattice: OpaquePointer
  private var input: [UInt8] = []
  private var origins: [Int] = []
  private var standIns: [Int: Int] = [:]

  /// The longest run handed to MeCab, in bytes (4,096 characters of three bytes): its lattice costs 0.17 kB a byte.
  public static let longestRun = 4096 * 3

  public init(_ model: MecabModel) throws(MorphologyError) {
    guard let tagger = mecab_model_new_tagger(model.model) else { throw .outOfMemory }
    guard let lattice = mecab_model_new_lattice(model.model) else {
      mecab_destroy(tagger)
      throw .outOfMemory
    }
    self.model = model
    self.tagger = tagger
    self.lattice = lattice
  }

  deinit {
    mecab_lattice_destroy(lattice)
    mecab_destroy(tagger)
  }

  /// A piece of a sentence as the tagger is to read it: plain text, a stand-in, or left out (brackets).
  public enum Piece {
    case text(Span)
    case standIn(StandIn, index: Int, Span)
  }

  private struct Mark {
    let kind: StandIn
    let index: Int
    let span: Span
  }

  /// Morphemes of a sentence given in pieces, in the order of the text. Runs beyond `longestRun` are cut.
  public func tokens(_ pieces: [Piece], in bytes: [UInt8]) -> [Token] {
    input.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    standIns.removeAll(keepingCapacity: true)
    var boundaries: [Int] = []
    var insides: [Range<Int>] = []
    var marks: [Mark] = []
    for piece in pieces {
      guard input.count < Self.longestRun else { break }
      switch piece {
      case .text(let span):
        var end = span.end
        let room = Self.longestRun - input.count
        if span.count > room {
          end = span.start + room
          while end > span.start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        input.append(contentsOf: bytes[span.start..<end])
        origins.append(contentsOf: span.start..<end)
      case .standIn(let kind, let index, let span):
        let start = input.count
        kind.word.withUTF8Buffer { input.append(contentsOf: $0) }
        for _ in start..<input.count { origins.append(span.start) }
        standIns[start] = marks.count
        marks.append(Mark(kind: kind, index: index, span: span))
        boundaries.append(start)
        boundaries.append(input.count)
        insides.append((start + 1)..<input.count)
      }
    }
    guard !input.isEmpty else { return [] }
    return parse(boundaries: boundaries, insides: insides, marks: marks)
  }

  private func parse(boundaries: [Int], insides: [Range<Int>], marks: [Mark]) -> [Token] {
    var tokens: [Token] = []
    input.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
        mecab_lattice_set_sentence2(lattice, text, buffer.count)
        for boundary in boundaries where boundary > 0 && boundary < buffer.count {
          mecab_lattice_set_boundary_constraint(lattice, boundary, Int32(MECAB_TOKEN_BOUNDARY))
        }
        for range in insides {
          for offset in range {
            mecab_lattice_set_boundary_constraint(lattice, offset, Int32(MECAB_INSIDE_TOKEN))
          }
        }
        guard mecab_parse_lattice(tagger, lattice) != 0 else { return }
        var node = mecab_lattice_get_bos_node(lattice)
        while let current = node {
          node = UnsafeMutablePointer(current.pointee.next)
          let length = Int(current.pointee.length)
          guard length > 0, let surface = current.pointee.surface else { continue }
          let start = surface - text
          tokens.append(token(current.pointee, start: start, length: length, marks: marks))
        }
        mecab_lattice_clear(lattice)
      }
    }
    return tokens
  }

  private func token(_ node: mecab_node_t, start: Int, length: Int, marks: [Mark]) -> Token {
    if let place = standIns[start] {
      return Token(
        span: marks[place].span, surface: "", partOfSpeech: .properNoun, lemma: "", form: "", standIn: marks[place].index,
        standInKind: marks[place].kind)
    }
    let surface = String(decoding: input[start..<(start + length)], as: UTF8.self)
    let (form, lemma) = fields(node.feature)
    return Token(
      span: Span(origins[start], origins[start + length - 1] + 1), surface: surface,
      partOfSpeech: PartOfSpeech(ipadic: Int(node.posid)), lemma: lemma.isEmpty || lemma == "*" ? surface : lemma,
      form: form == "*" ? "" : form, standIn: nil,
      nameKind: NameKind(ipadic: Int(node.posid), isUnknown: node.stat == UInt8(MECAB_UNK_NODE)))
  }

  /// Fields 5 (conjugation form) and 6 (dictionary form) of IPADIC's comma-separated feature.
  private func fields(_ feature: UnsafePointer<CChar>?) -> (form: String, lemma: String) {
    guard let feature else { return ("", "") }
    var field = 0
    var start = feature
    var cursor = feature
    var form = ""
    while true {
      let byte = cursor.pointee
      if byte == 0x2C || byte == 0 {
        if field == 5 || field == 6 {
          let text = UnsafeRawBufferPointer(start: start, count: cursor - start)
          let value = String(decoding: text, as: UTF8.self)
          if field == 6 { return (form, value) }
          form = value
        }
        if byte == 0 { return (form, "") }
        field += 1
        start = cursor + 1
      }
      cursor += 1
    }
  }
}
