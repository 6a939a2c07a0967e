
/// How a phrase is bound to its head: Japanese case particles, simple and compound, as one closed list.
///
/// The raw values are the words that frame tables use. `との`, `への`, `による` are `to`, `ni`, `niyoru` with
/// `Bunsetsu.isAdnominal` set.
public enum CaseMarker: String, Sendable, CaseIterable {
  case ga, wo, ni, to, de, kara, made, yori, no, ha, mo
  /// による, により, によって
  case niyoru
  /// に対し, に対する, 向け
  case nitaishi
  /// について, に関する, をめぐり
  case nitsuite
  /// として
  case toshite
  /// を通じ, を介し
  case wotsuujite
  /// との間で, と共同で, とともに
  case tomoni
  /// や, か, および: a list goes on
  case list
  /// no particle
  case none
}

/// What a predicate says of itself.
public struct Predicate: Hashable, Sendable {
  public enum Form: Sendable {
    /// Ends a sentence or stands before と, か, が.
    case final
    /// 結んだ契約: modifies the next noun.
    case adnominal
    /// 結び、 結んで: goes on.
    case continuative
    /// 結べば, 結ぶと: a condition.
    case conditional
    /// 結ぶと(述べた), 結ぶよう(求めた): content of the next predicate.
    case quoted
  }

  public var lemma: String
  public var form: Form
  public var isPassive = false
  public var isCausative = false
  public var isNegative = false
  public var isPast = false
  public var isProgressive = false
  /// だろう, でしょう, かもしれない, らしい, ようだ, はず
  public var isConjecture = false
  /// たい, よう(意志)
  public var isDesire = false
  /// か, のか: a question
  public var isQuestion = false
  public var isPotential = false
}

/// A phrase of a Japanese sentence: content words and what follows them.
public struct Bunsetsu: Sendable {
  /// Indices into the sentence's tokens.
  public var tokens: Range<Int>
  /// The last content word before the particles.
  public var head: Int
  public var marker: CaseMarker
  /// The case phrase modifies a noun: の, との, への, による.
  public var isAdnominal: Bool
  public var predicate: Predicate?
  /// A comma, a wide space or a bracket follows.
  public var isPaused: Bool
  /// The phrase that this one depends on; `nil` for the last of a sentence.
  public var parent: Int?
}

/// Cuts tokens into bunsetsu and links each to the one it depends on.
///
/// `甲社は乙社と結んだ契約を破棄した` → 甲社は→破棄した, 乙社と→結んだ, 結んだ→契約を, 契約を→破棄した.
/// Breaks before a content word that follows a particle, an auxiliary or a pause. Case phrases go to the nearest
/// predicate to their right, topics past adnominal ones to the predicate of the clause; の-phrases to the next noun.
public struct BunsetsuParser: Sendable {
  public init() {}

  /// - Parameter cells: offsets of tabs between the cells of a table, which no phrase crosses.
  public func parse(_ tokens: [Token], cells: [Int] = []) -> [Bunsetsu] {
    var phrases = cut(tokens, cells)
    absorbCompoundParticles(&phrases, tokens)
    settleForms(&phrases, tokens)
    settleBareNouns(&phrases, tokens)
    link(&phrases, tokens)
    return phrases
  }

  // MARK: Cutting

  private func cut(_ tokens: [Token], _ cells: [Int]) -> [Bunsetsu] {
    var phrases: [Bunsetsu] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let endsCell = index > start && cells.contains { tokens[index - 1].span.end <= $0 && $0 < tokens[index].span.start }
      if index > start, endsCell || breaks(tokens, before: index) {
        phrases.append(phrase(tokens, start..<index))
        if endsCell { phrases[phrases.count - 1].isPaused = true }
        start = index
      }
      index += 1
    }
    if start < tokens.count { phrases.append(phrase(tokens, start..<tokens.count)) }
    return phrases.filter { $0.head >= 0 }
  }

  private func breaks(_ tokens: [Token], before index: Int) -> Bool {
    let token = tokens[index]
    let previous = tokens[index - 1]
    switch token.partOfSpeech {
    case .symbol where previous.partOfSpeech.isParticle && isWideLetter(token.surface): return true
    case .comma, .fullStop, .space, .closeBracket, .symbol: return false
    case .auxiliary, .verbSuffix, .dependentVerb, .adjectiveSuffix: return false
    case _ where token.partOfSpeech.isParticle: return false
    default: break
    }
    // 「甲社: 乙社と…」, 「提携 - 日本の新聞」: a label and a separator stand apart; Latin signs pass for nouns in the dictionary.
    if Self.colons.contains(previous.word) { return true }
    let isApart = token.span.start > previous.span.end
    if isApart, Self.separators.contains(token.word) || Self.separators.contains(previous.word) { return true }
    switch previous.partOfSpeech {
    case .openBracket, .prefix: return false
    case .comma, .fullStop, .space: return true
    case .closeBracket, .symbol:
      // 「源内」導入 goes on; 「…」と is a particle anyway.
      return previous.word == "：" || previous.word == ":" || previous.word == "—" || previous.word == "→"
    case .adverb, .adnominal, .conjunction, .interjection, .auxiliary, .verbSuffix, .dependentVerb: return true
    case .verb, .adjective: return token.partOfSpeech != .dependentNoun || true
    case _ where previous.partOfSpeech.isParticle: return true
    default: break
    }
    switch token.partOfSpeech {
    case .verb:
      // 契約した, 合意できる, 予定される stay one phrase.
      let light = token.base == "する" || token.base == "できる" || token.base == "いたす" || token.base == "なさる"
      return !(light && (previous.partOfSpeech.isNominal || previous.standIn != nil))
    case .adverb, .adnominal, .conjunction, .adjective, .interjection: return true
    case .adverbialNoun: return false
    // …のため「新団体」を
    case .openBracket: return previous.word == "ため"
    default: return false
    }
  }

  /// Ａ of ＡＩ半導体: the dictionary calls letters of full width signs.
  private func isWideLetter(_ surface: String) -> Bool {
    surface.unicodeScalars.first.map { (0xFF21...0xFF3A).contains($0.value) || (0xFF41...0xFF5A).contains($0.value) } ?? false
  }

  private static let colons: Set<Word> = [":", "："]
  private static let separators: Set<Word> = ["-", "–", "—", "|", "｜", "/"]

  func phrase(_ tokens: [Token], _ range: Range<Int>) -> Bunsetsu {
    var head = -1
    for index in range {
      switch tokens[index].partOfSpeech {
      case .comma, .fullStop, .space, .openBracket, .closeBracket, .symbol, .auxiliary, .verbSuffix, .dependentVerb: continue
      case _ where index > range.lowerBound && index == range.upperBound - 1 && Self.colons.contains(tokens[index].word): continue
      case _ where tokens[index].partOfSpeech.isParticle: continue
      default: head = index
      }
    }
    let isPaused = range.contains { ([.comma, .space].contains(tokens[$0].partOfSpeech) || Self.colons.contains(tokens[$0].word)) && $0 > head }
    let (marker, isAdnominal) = marker(tokens, after: head, in: range)
    return Bunsetsu(
      tokens: range, head: head, marker: marker, isAdnominal: isAdnominal,
      predicate: head < 0 ? nil : predicate(tokens, range), isPaused: isPaused, parent: nil)
  }

  func marker(_ tokens: [Token], after head: Int, in range: Range<Int>) -> (CaseMarker, Bool) {
    var marker = CaseMarker.none
    var isAdnominal = false
    var index = head + 1
    while index < range.upperBound {
      let token = tokens[index]
      index += 1
      guard token.partOfSpeech.isParticle else { continue }
      switch token.word {
      case "が" where token.partOfSpeech == .caseParticle: marker = .ga
      case "を": marker = .wo
      case "に": marker = .ni
      case "へ": marker = .ni
      case "と" where token.partOfSpeech != .conjunctiveParticle: marker = .to
      case "とも" where marker == .none: marker = .to
      case "で": marker = .de
      case "から": if marker == .none { marker = .kara }
      case "まで": if marker == .none || marker == .kara { marker = .made }
      case "より": marker = .yori
      case "の", "な": if marker == .none { marker = .no; isAdnominal = true } else { isAdnominal = true }
      case "は", "って": marker = marker == .none || marker == .ga || marker == .wo ? .ha : marker
      case "も": marker = marker == .none ? .mo : marker
      case "や", "か", "とか", "やら", "だの": if marker == .none { marker = .list }
      case "による", "に対する", "に関する", "にわたる", "という", "といった", "としての":
        marker = compound(token.word) ?? marker
        isAdnominal = true
      default:
        if let compound = compound(token.word) { marker = compound }
      }
    }
    return (marker, isAdnominal)
  }

  private func compound(_ surface: Word) -> CaseMarker? {
    switch surface {
    case "による", "により", "によって", "によると", "によれば", "によりますと": .niyoru
    case "に対し", "に対して", "に対する", "にたいして", "に向け", "に向けて": .nitaishi
    case "について", "に関する", "に関し", "に関して", "をめぐり", "をめぐって", "をめぐる", "を巡り", "を巡って", "を巡る", "にまつわる": .nitsuite
    case "として", "としての": .toshite
    case "を通じて", "を通じ", "を通して", "を介して": .wotsuujite
    case "とともに", "と共に": .tomoni
    default: nil
    }
  }

  // MARK: Predicates

  func predicate(_ tokens: [Token], _ range: Range<Int>) -> Predicate? {
    var result: Predicate?
    var nominalHead: String?
    for index in range {
      let token = tokens[index]
      switch token.partOfSpeech {
      case .verb:
        if token.base == "する" || token.base == "できる" || token.base == "いたす", let noun = nominalHead {
          result = Predicate(lemma: noun, form: .final)
          if token.base == "できる" { result?.isPotential = true }
        } else {
          result = Predicate(lemma: token.lemma, form: .final)
        }
        if token.form.hasPrefix("未然ウ") { result?.isDesire = true }
      case .adjective:
        if result == nil { result = Predicate(lemma: token.lemma, form: .final) } else if token.base == "ない" { result?.isNegative = true }
      case .verbSuffix:
        if token.base == "れる" || token.base == "られる" { result?.isPassive = true }
        if token.base == "せる" || token.base == "させる" { result?.isCausative = true }
      case .dependentVerb:
        if token.base == "いる" || token.base == "おる" || token.base == "てる" || token.base == "くる" || token.base == "いく" { result?.isProgressive = true }
        if token.base == "しれる" { result?.isConjecture = true }
      case .auxiliary:
        switch token.base {
        case "た": result?.isPast = true
        case "ない", "ぬ", "ん", "まい": result?.isNegative = true
        case "う", "らしい", "べし": result?.isConjecture = true
        case "たい": result?.isDesire = true
        case "だ", "です", "である":
          if result == nil, let noun = nominalHead { result = Predicate(lemma: noun, form: .final) }
          if token.form == "未然形" || token.word == "だろ" || token.word == "でしょ" { result?.isConjecture = true }
        case "ある":
          if result == nil, let noun = nominalHead { result = Predicate(lemma: noun, form: .final) }
        default: break
        }
      case .finalParticle:
        // 「という話だとか」 passes on what is said.
        if token.word == "か", index == range.lowerBound || tokens[index - 1].word != "と" { result?.isQuestion = true }
      case .adverbialParticle:
        if token.word == "か", index == range.lowerBound || tokens[index - 1].word != "と", index == range.upperBound - 1 || tokens[index + 1].partOfSpeech == .fullStop { result?.isQuestion = true }
        if token.word == "かも" { result?.isConjecture = true }
      case _ where token.partOfSpeech.isNominal:
        nominalHead = token.standIn == nil ? token.surface : ""
      default: break
      }
    }
    return result
  }

  /// を巡り, に向け, を通じて, に対し written with verbs: the verb's phrase becomes the particle of the one before it.
  private func absorbCompoundParticles(_ phrases: inout [Bunsetsu], _ tokens: [Token]) {
    var kept: [Bunsetsu] = []
    for phrase in phrases {
      if let predicate = phrase.predicate, !predicate.isPast, var last = kept.last, !last.isPaused,
        let marker = compoundMarker(last.marker, predicate.lemma, tokens[phrase.head].surface)
      {
        last.marker = marker
        last.isPaused = phrase.isPaused
        last.tokens = last.tokens.lowerBound..<phrase.tokens.upperBound
        let end = tokens[phrase.tokens.upperBound - 1]
        last.isAdnominal = phrase.marker == .no || (end.form == "基本形" && end.partOfSpeech != .comma)
        kept[kept.count - 1] = last
      } else {
        kept.append(phrase)
      }
    }
    phrases = kept
  }

  private func compoundMarker(_ marker: CaseMarker, _ verb: String, _ surface: String) -> CaseMarker? {
    switch (marker, Word(verb)) {
    case (.wo, "巡る"), (.wo, "めぐる"), (.ni, "関する"), (.ni, "つく"): .nitsuite
    case (.wo, "通じる"), (.wo, "通ずる"), (.wo, "介す"), (.wo, "介する"): .wotsuujite
    case (.ni, "対する"), (.ni, "向ける"), (.ni, "むける"): .nitaishi
    case (.ni, "よる"): .niyoru
    default: nil
    }
  }

  private func settleForms(_ phrases: inout [Bunsetsu], _ tokens: [Token]) {
    for index in phrases.indices {
      guard var predicate = phrases[index].predicate else { continue }
      let range = phrases[index].tokens
      var last = range.upperBound - 1
      while last > range.lowerBound, [.comma, .fullStop, .space, .closeBracket, .openBracket, .symbol].contains(tokens[last].partOfSpeech) {
        last -= 1
      }
      let end = tokens[last]
      let stops = (last + 1..<range.upperBound).contains { tokens[$0].partOfSpeech == .fullStop }
      if stops || index == phrases.count - 1 {
        predicate.form = .final
      } else if end.partOfSpeech == .quotationParticle || (end.word == "と" && end.partOfSpeech == .caseParticle) {
        predicate.form = .quoted
      } else if end.word == "よう" || end.word == "ように" {
        predicate.form = .quoted
      } else if Self.adverbialVerbs.contains(Word(predicate.lemma)), end.partOfSpeech == .conjunctiveParticle || phrases[index].marker == .de {
        // 相次いで, 改めて: how it is done, no act of its own.
        phrases[index].predicate = nil
        continue
      } else if end.partOfSpeech == .conjunctiveParticle {
        predicate.form = end.word == "ば" || end.word == "と" ? .conditional : .continuative
      } else if end.form == "連用形" || end.form.hasPrefix("連用") {
        predicate.form = .continuative
      } else if end.form == "仮定形" {
        predicate.form = .conditional
      } else if end.form == "体言接続" {
        // ような, 大きな: modifies the next noun even over a comma.
        predicate.form = .adnominal
      } else if end.form == "基本形" {
        let next = tokens[phrases[index + 1].tokens.lowerBound]
        predicate.form = phrases[index].isPaused || !(next.partOfSpeech.isNominal || next.partOfSpeech == .prefix || next.partOfSpeech == .openBracket || next.partOfSpeech == .adnominal || next.partOfSpeech == .adjective) ? .final : .adnominal
      } else if phrases[index].marker == .no || phrases[index].isAdnominal {
        predicate.form = .adnominal
      } else if phrases[index].marker != .none {
        // A noun with a case particle that only looked like a predicate (日本だけで).
        phrases[index].predicate = nil
        continue
      } else {
        predicate.form = .continuative
      }
      phrases[index].predicate = predicate
    }
  }

  /// 「甲社と乙社が提携、新会社を設立へ」: a noun of action between its cases and a comma goes on like a verb.
  private func settleBareNouns(_ phrases: inout [Bunsetsu], _ tokens: [Token]) {
    for index in phrases.indices.dropLast() where index > 0 {
      let phrase = phrases[index]
      guard phrase.predicate == nil, phrase.marker == .none, !phrase.isAdnominal, phrase.isPaused, tokens[phrase.head].partOfSpeech == .verbalNoun, tokens[phrase.head].standIn == nil else { continue }
      let before = phrases[index - 1]
      guard before.predicate == nil, !before.isAdnominal, [.ga, .wo, .ni, .to, .nitaishi, .tomoni].contains(before.marker) else { continue }
      // 甲社と提携、買収を: the commas of a list.
      if before.marker == .to, tokens[before.head].standInKind == nil, phrases[index + 1].marker == .to { continue }
      phrases[index].predicate = Predicate(lemma: tokens[phrase.head].surface, form: .continuative)
    }
  }

  private static let adverbialVerbs: Set<Word> = ["相次ぐ", "引き続く", "改める", "併せる"]
}
