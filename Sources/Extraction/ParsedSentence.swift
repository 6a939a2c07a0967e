import Catalog
import Facts
import Language
import Quantities

/// A name or a quantity inside a sentence, by its index in the article's lists.
enum Unit {
  case mention(Int)
  case quantity(Int)
}

/// A unit in brackets behind something: `買収（約40億ドル）`. Out of the syntax, bound to what it follows.
struct Aside {
  let unit: Int
  /// Index of the token that the bracket follows.
  let token: Int
  /// The bracket holds little else: `（約40億ドル）`, not `（将来は数兆ドルの価値になるという）`.
  let isBare: Bool
}

/// One Japanese sentence after analysis: morphemes, phrases, and the names and quantities that stand in them.
struct ParsedSentence {
  let index: Int
  let sentence: Sentence
  let units: [Unit]
  let tokens: [Token]
  let phrases: [Bunsetsu]
  let asides: [Aside]
  let children: [[Int]]

  init(index: Int, sentence: Sentence, units: [Unit], tokens: [Token], phrases: [Bunsetsu], asides: [Aside]) {
    self.index = index
    self.sentence = sentence
    self.units = units
    self.tokens = tokens
    self.phrases = phrases
    self.asides = asides
    var children = [[Int]](repeating: [], count: phrases.count)
    for (index, phrase) in phrases.enumerated() {
      if let parent = phrase.parent { children[parent].append(index) }
    }
    self.children = children
  }

  func mention(_ token: Token) -> Int? {
    guard let unit = token.standIn, case .mention(let index) = units[unit] else { return nil }
    return index
  }

  func quantity(_ token: Token) -> Int? {
    guard let unit = token.standIn, case .quantity(let index) = units[unit] else { return nil }
    return index
  }

  /// The phrase that holds a token.
  func phrase(ofToken token: Int) -> Int? {
    phrases.firstIndex { $0.tokens.contains(token) }
  }

  /// The head word of a phrase: its surface for nouns, empty for a stand-in.
  func head(_ phrase: Int) -> String { tokens[phrases[phrase].head].surface }

  /// The head with the nouns compounded before it, longest first: 可能|性 → 可能性, 性.
  func compoundHeads(_ phrase: Int) -> [String] {
    let bunsetsu = phrases[phrase]
    guard tokens[bunsetsu.head].standIn == nil else { return [] }
    var words = [tokens[bunsetsu.head].surface]
    var index = bunsetsu.head - 1
    while index >= bunsetsu.tokens.lowerBound, words.count < 3, tokens[index].standIn == nil, tokens[index].partOfSpeech.isNominal || tokens[index].partOfSpeech == .prefix {
      words.append(tokens[index].surface + words[words.count - 1])
      index -= 1
    }
    return words.reversed()
  }

  /// The ancestors of a phrase, nearest first.
  func ancestors(of phrase: Int) -> [Int] {
    var result: [Int] = []
    var current = phrases[phrase].parent
    while let next = current, result.count < 64 {
      result.append(next)
      current = phrases[next].parent
    }
    return result
  }

  func span(ofPhrases first: Int, _ last: Int) -> Span {
    Span(tokens[phrases[first].tokens.lowerBound].span.start, tokens[phrases[last].tokens.upperBound - 1].span.end)
  }
}

/// Makes a `ParsedSentence`: names and amounts first, one stand-in noun each, brackets aside, then MeCab, then bunsetsu.
struct JapaneseSentenceParser {
  let tagger: JapaneseTagger
  let parser = BunsetsuParser()

  func parse(_ sentence: Sentence, index: Int, in text: LinkedDocument) -> ParsedSentence {
    var units: [Unit] = []
    var spans: [(Span, Unit)] = []
    for mention in text.mentions(in: sentence.span) { spans.append((text.mentions[mention].span, .mention(mention))) }
    for quantity in text.quantities(in: sentence.span) {
      let span = text.quantities[quantity].span
      if !spans.contains(where: { $0.0.overlaps(span) }) { spans.append((span, .quantity(quantity))) }
    }
    spans.sort { $0.0 < $1.0 }

    let bytes = text.folded.original
    var pieces: [JapaneseTagger.Piece] = []
    var asideUnits: [(unit: Int, offset: Int, isBare: Bool)] = []
    var start = sentence.span.start
    var offset = sentence.span.start
    var next = 0
    var depth = 0
    var openedAt = 0
    func flush(to end: Int) {
      if start < end { pieces.append(.text(Span(start, end))) }
    }
    while offset < sentence.span.end {
      if next < spans.count, spans[next].0.start == offset {
        let (span, unit) = spans[next]
        next += 1
        units.append(unit)
        if depth > 0 {
          asideUnits.append((units.count - 1, openedAt, closing(bytes, from: span.end, to: sentence.span.end) - openedAt - span.count <= 30))
        } else {
          flush(to: offset)
          pieces.append(.standIn(standIn(for: unit, text), index: units.count - 1, span))
          start = span.end
        }
        offset = span.end
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: offset)
      switch scalar {
      case 0xFF08, 0x28, 0x3014, 0xFF3B, 0x5B, 0x3010:  // （ ( 〔 ［ [ 【
        if depth == 0 {
          guard closes(bytes, from: offset + length, to: sentence.span.end) else { break }
          flush(to: offset)
          openedAt = offset
        }
        depth += 1
      case 0xFF09, 0x29, 0x3015, 0xFF3D, 0x5D, 0x3011:  // ） ) 〕 ］ ] 】
        if depth > 0 {
          depth -= 1
          if depth == 0 { start = offset + length }
        }
      default:
        break
      }
      offset += length
    }
    if depth == 0 { flush(to: sentence.span.end) }
    let tokens = tagger.tokens(pieces, in: bytes)
    let cells = sentence.span.count < 4096 ? (sentence.span.start..<sentence.span.end).filter { bytes[$0] == 0x09 } : []
    let phrases = parser.parse(tokens, cells: cells)
    let asides = asideUnits.compactMap { aside -> Aside? in
      guard let token = tokens.lastIndex(where: { $0.span.end <= aside.offset }) else { return nil }
      return Aside(unit: aside.unit, token: token, isBare: aside.isBare)
    }
    return ParsedSentence(index: index, sentence: sentence, units: units, tokens: tokens, phrases: phrases, asides: asides)
  }

  /// Whether a bracket opened before `start` is closed; one that is not is no aside.
  private func closes(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var offset = start
    var depth = 1
    while offset < end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      switch scalar {
      case 0xFF08, 0x28, 0x3014, 0xFF3B, 0x5B, 0x3010: depth += 1
      case 0xFF09, 0x29, 0x3015, 0xFF3D, 0x5D, 0x3011: depth -= 1
      default: break
      }
      if depth == 0 { return true }
      offset += length
    }
    return false
  }

  /// Where the bracket that holds `start` closes.
  private func closing(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if [0xFF09, 0x29, 0x3015, 0xFF3D, 0x5D, 0x3011].contains(scalar) { return offset }
      offset += length
    }
    return end
  }

  private func standIn(for unit: Unit, _ text: LinkedDocument) -> StandIn {
    switch unit {
    case .mention: return .name
    case .quantity(let index): return text.quantities[index].kind == .date ? .date : .amount
    }
  }
}

/// An article with its names and quantities found, before syntax.
struct LinkedDocument {
  let text: AnalysedText
  let language: ArticleLanguage
  let folded: FoldedText
  let sentences: [Sentence]
  let mentions: [Mention]
  let quantities: [Quantity]

  func mentions(in span: Span) -> Range<Int> { Self.range(of: mentions.count, in: span) { mentions[$0].span } }
  func quantities(in span: Span) -> Range<Int> { Self.range(of: quantities.count, in: span) { quantities[$0].span } }

  /// The run of a sorted list whose spans lie inside `span`.
  private static func range(of count: Int, in span: Span, _ spanAt: (Int) -> Span) -> Range<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if spanAt(middle).start < span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, spanAt(end).end <= span.end { end += 1 }
    return low..<end
  }
}
