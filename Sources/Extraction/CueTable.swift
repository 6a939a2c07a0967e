import Facts
import Language

/// What a word says of the deal that it governs: its stage, its evidence, its denial, or nothing but support.
///
/// A row of `cues.tsv`: `締結 verb signed`, `報じる verb reported`, `可能性 noun guessed`, `否定 verb denied`.
struct Cue: Sendable {
  enum Effect: Hashable, Sendable {
    case stage(DealStatus)
    case reported
    case guessed
    case denied
    /// Only passes on: 発表する, 進める.
    case support
    /// The governed noun's roles turn around: 出資を受ける.
    case receives
    case hypothesis
  }

  let effect: Effect
  let strength: Int
}

struct CueTable: Sendable {
  /// A row with what shows it: a sentence that the cue decides and one that it leaves alone.
  struct Row: Sendable {
    let id: String
    let language: ArticleLanguage
    let effect: Cue.Effect
    let example: String
    let counterExample: String
  }

  let rows: [Row]
  private let verbs: [String: Cue]
  private let nouns: [String: Cue]
  let phrases: [(text: [UInt8], cue: Cue, language: ArticleLanguage)]

  init(_ table: RuleTable) throws {
    var rows: [Row] = []
    var verbs: [String: Cue] = [:]
    var nouns: [String: Cue] = [:]
    var phrases: [(text: [UInt8], cue: Cue, language: ArticleLanguage)] = []
    for row in table.rows {
      let effect: Cue.Effect
      switch row["effect"] {
      case "reported": effect = .reported
      case "guessed": effect = .guessed
      case "denied": effect = .denied
      case "support": effect = .support
      case "receives": effect = .receives
      case "hypothesis": effect = .hypothesis
      default:
        guard let status = DealStatus(rawValue: row["effect"]) else { throw row.fail("unknown effect “\(row["effect"])”") }
        effect = .stage(status)
      }
      guard let language = ArticleLanguage(rawValue: row["lang"]) else { throw row.fail("unknown language “\(row["lang"])”") }
      rows.append(Row(id: row["id"], language: language, effect: effect, example: row["example"], counterExample: row["counterexample"]))
      let cue = Cue(effect: effect, strength: Int(row["strength"]) ?? 1)
      for word in row.list("words") {
        switch row["kind"] {
        case "verb": verbs[language.rawValue + word] = cue
        case "noun": nouns[language.rawValue + word] = cue
        case "both":
          verbs[language.rawValue + word] = cue
          nouns[language.rawValue + word] = cue
        case "phrase": phrases.append((Array(word.utf8), cue, language))
        default: throw row.fail("kind is verb, noun, both or phrase, not “\(row["kind"])”")
        }
      }
    }
    self.rows = rows
    self.verbs = verbs
    self.nouns = nouns
    self.phrases = phrases
  }

  func verb(_ lemma: String, _ language: ArticleLanguage = .ja) -> Cue? { verbs[language.rawValue + lemma] }
  /// The cue of a phrase's head noun, compounds first.
  func noun(heading phrase: Int, of parsed: ParsedSentence) -> Cue? {
    for word in parsed.compoundHeads(phrase) {
      if let cue = noun(word) { return cue }
    }
    return nil
  }

  func noun(_ word: String, _ language: ArticleLanguage = .ja) -> Cue? { nouns[language.rawValue + word] }
}
