import Facts
import Language

/// What an English word can be: closed classes and the forms of known verbs, from `words.en.tsv`.
///
/// `struck` → lemma `strike`, past; `plans` → `plan`, third person (or a plural noun: the place decides).
struct EnglishLexicon: Sendable {
  enum Form: Sendable { case base, third, past, gerund }

  let determiners, owners, prepositions, subordinators, relatives, conjunctions, pronouns, auxiliaries, be, modals, adverbs: Set<String>
  let organisations, roundNouns, pairNouns, linkVerbs, days, neverVerbs, notAdverbs, participles: Set<String>
  /// Counters that say what they count: employees → headcount.
  let counters: [String: Measure]
  /// Names of stock indices and the country whose market they measure.
  let indices: [(name: String, country: String)]
  /// put, cut, hit: their past is their base.
  let invariants: Set<String>
  private let verbs: [String: (lemma: String, form: Form)]

  init(_ words: WordClasses) {
    determiners = words["en_determiner"]
    owners = words["en_owner"]
    prepositions = words["en_preposition"]
    subordinators = words["en_subordinator"]
    relatives = words["en_relative"]
    conjunctions = words["en_conjunction"]
    pronouns = words["en_pronoun"]
    auxiliaries = words["en_auxiliary"]
    be = words["en_be"]
    modals = words["en_modal"]
    adverbs = words["en_adverb"]
    organisations = words["en_org"]
    roundNouns = words["en_round_noun"]
    pairNouns = words["en_pair"]
    linkVerbs = words["en_link"]
    days = words["en_day"]
    neverVerbs = words["en_never_verb"]
    notAdverbs = words["en_not_adverb"]
    participles = words["en_participle"]
    var counters: [String: Measure] = [:]
    for entry in words.codes(prefix: "counter:") { counters[String(decoding: entry.word, as: UTF8.self)] = Measure(rawValue: entry.code) }
    self.counters = counters
    indices = words.codes(prefix: "index:").map { (String(decoding: $0.word, as: UTF8.self), $0.code) }
    var forms: [String: (lemma: String, form: Form)] = [:]
    var invariants: Set<String> = []
    let irregular = Dictionary(grouping: words.codes(prefix: "verb_form:"), by: \.code)
    for lemma in words["verb"].sorted() {
      forms[lemma] = (lemma, .base)
      if let told = irregular[lemma] {
        for entry in told {
          let text = String(decoding: entry.word, as: UTF8.self)
          forms[text] = (lemma, text.hasSuffix("ing") ? .gerund : text.hasSuffix("s") ? .third : .past)
        }
        if told.allSatisfy({ forms[String(decoding: $0.word, as: UTF8.self)]?.form != .past }) { invariants.insert(lemma) }
      } else {
        for (text, form) in Self.inflected(lemma) where forms[text] == nil { forms[text] = (lemma, form) }
      }
    }
    verbs = forms
    self.invariants = invariants
  }

  /// Words of `neverVerbs` are verbs only behind `to` and modals.
  func verb(_ word: String) -> (lemma: String, form: Form)? {
    verbs[word]
  }

  func isAdverb(_ word: String) -> Bool {
    if adverbs.contains(word) { return true }
    return word.utf8.count > 4 && word.hasSuffix("ly") && !notAdverbs.contains(word)
  }

  /// A noun's singular, near enough for a lookup: `agreements` → `agreement`, `companies` → `company`.
  static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    if word.hasSuffix("ches") || word.hasSuffix("shes") || word.hasSuffix("xes") { return String(word.dropLast(2)) }
    if word.hasSuffix("s"), word.utf8.count > 3 { return String(word.dropLast()) }
    return word
  }

  private static func inflected(_ lemma: String) -> [(String, Form)] {
    let hasHiss = ["s", "sh", "ch", "x", "z"].contains { lemma.hasSuffix($0) }
    let third = hasHiss || lemma.hasSuffix("o") ? lemma + "es" : lemma.hasSuffix("y") && !endsInVowelAndY(lemma) ? lemma.dropLast() + "ies" : lemma + "s"
    let past = lemma.hasSuffix("e") ? lemma + "d" : lemma.hasSuffix("y") && !endsInVowelAndY(lemma) ? lemma.dropLast() + "ied" : lemma + "ed"
    let gerund = lemma.hasSuffix("e") && !lemma.hasSuffix("ee") ? lemma.dropLast() + "ing" : lemma + "ing"
    return [(third, .third), (past, .past), (gerund, .gerund)]
  }

  private static func endsInVowelAndY(_ lemma: String) -> Bool {
    ["ay", "ey", "oy", "uy"].contains { lemma.hasSuffix($0) }
  }
}
