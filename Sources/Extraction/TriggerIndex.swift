import Facts
import Language

/// A trigger word at its place: tokens `range` of a sentence.
struct TriggerMatch {
  let range: Range<Int>
  let frames: [Frame]

  func span(in parsed: ParsedSentence) -> Span {
    Span(parsed.tokens[range.lowerBound].span.start, parsed.tokens[range.upperBound - 1].span.end)
  }

  /// The trigger is what the phrase's predicate says: 買収|した, not 買収|計画を.
  func endsAtHead(of phrase: Bunsetsu) -> Bool {
    range.upperBound - 1 == phrase.head || range.upperBound == phrase.head
  }

  /// 甲社の株主だ: a noun with だ is still a noun.
  func isCopula(_ parsed: ParsedSentence, _ phrase: Int) -> Bool {
    let tokens = parsed.phrases[phrase].tokens
    return !tokens.contains { parsed.tokens[$0].partOfSpeech == .verb && $0 >= range.upperBound }
  }
}

/// Triggers of one language by their first morphemes' text.
struct TriggerIndex: Sendable {
  fileprivate let frames: [Word: [Frame]]
  private let longest: Int
  /// First scalars of all triggers, asked before any string is built.
  private let beginnings: Set<UInt32>

  init(_ frames: [Frame]) {
    var index: [Word: [Frame]] = [:]
    for frame in frames {
      for trigger in frame.triggers { index[Word(trigger), default: []].append(frame) }
    }
    self.frames = index
    self.beginnings = Set(index.keys.compactMap { $0.text.unicodeScalars.first?.value })
    self.longest = index.keys.map { $0.text.utf8.count }.max() ?? 0
  }

  /// アライアンス, ライセンス: a word that tells a deal is nobody's name.
  func holds(_ word: String) -> Bool { frames[Word(word)] != nil }

  /// Longest trigger first from the left; a trigger inside a longer one does not count.
  func matches(in parsed: ParsedSentence, phrase: Int) -> [TriggerMatch] {
    var matches: [TriggerMatch] = []
    let range = parsed.phrases[phrase].tokens
    var start = range.lowerBound
    while start < range.upperBound {
      guard let first = parsed.tokens[start].surface.unicodeScalars.first?.value, beginnings.contains(first) || parsed.tokens[start].nameKind == .unknown || parsed.tokens[start].partOfSpeech == .verb else {
        start += 1
        continue
      }
      var found: TriggerMatch?
      var text = ""
      var end = start
      while end < range.upperBound, text.utf8.count <= longest {
        let token = parsed.tokens[end]
        guard token.standIn == nil, token.partOfSpeech.isNominal || token.partOfSpeech == .verb || token.partOfSpeech == .prefix || end > start
        else { break }
        let isVerb = token.partOfSpeech == .verb
        let candidate = text + (isVerb ? token.lemma : token.surface)
        if let frames = frames[Word(candidate)] { found = TriggerMatch(range: start..<(end + 1), frames: frames) }
        text += token.surface
        end += 1
      }
      if found == nil, start < range.upperBound, parsed.tokens[start].nameKind == .unknown, let inner = suffix(of: parsed.tokens[start].surface) {
        found = TriggerMatch(range: start..<(start + 1), frames: inner)
      }
      if let found {
        matches.append(found)
        start = found.range.upperBound
      } else {
        start += 1
      }
    }
    return matches
  }
}

extension TriggerIndex {
  /// グローバルパートナーシップ: a word that no dictionary holds may end in a trigger.
  private func suffix(of surface: String) -> [Frame]? {
    var rest = surface.unicodeScalars.dropFirst()
    while rest.count > 3 {
      if let frames = frames[Word(String(String.UnicodeScalarView(rest)))] { return frames }
      rest = rest.dropFirst()
    }
    return nil
  }
}
