import Facts
import Language
import Quantities

/// Tells, for each figure of a sentence, which noun says what it measures.
///
/// `評価額は約290億ドル` → valuation (the noun before); `290億ドルの評価額` → valuation (the noun behind);
/// `契約額は380億ドル` → the figure of a deal. Works on bytes, in all three languages, before any syntax.
struct MeasureReader {
  let rules: RuleSet
  /// The nouns of each language by their first three bytes, or their one where it is Latin.
  private let nouns: [ArticleLanguage: [UInt32: [(entry: Int, word: [UInt8])]]]
  private let linking: [[UInt8]]
  /// The English row that gives a sum to the deal that its noun names.
  private let dealEntry: Int?

  init(rules: RuleSet) {
    self.rules = rules
    var nouns: [ArticleLanguage: [UInt32: [(entry: Int, word: [UInt8])]]] = [:]
    for (entry, row) in rules.measures.entries.enumerated() {
      for word in row.words {
        guard let key = Self.key(word, 0, word.count) else { continue }
        nouns[row.language, default: [:]][key, default: []].append((entry, word))
        // Japanese texts hold English figures' names: Revenue, ARR.
        if row.language == .en { nouns[.ja, default: [:]][key, default: []].append((entry, word)) }
      }
    }
    self.nouns = nouns
    dealEntry = rules.measures.entries.firstIndex { $0.rule == "en.m.deal_worth" }
    linking = rules.words["zh_measure_link"].sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }.map { Array($0.utf8) }
  }

  private static func key(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> UInt32? {
    guard offset < end else { return nil }
    if bytes[offset] < 0x80 { return UInt32(bytes[offset]) }
    guard bytes[offset] >= 0xE0, offset + 3 <= end else { return nil }
    return UInt32(bytes[offset]) << 16 | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2])
  }
  /// A noun further away than this many bytes measures something else.
  private static let reachBefore = 36
  private static let reachBehind = 48

  struct Reading {
    let entry: Int
    /// Bytes of the noun.
    let span: Span
    let gap: Int
  }

  func readings(in sentence: Sentence, _ document: LinkedDocument) -> [Int: Reading] {
    let quantities = document.quantities(in: sentence.span)
    guard !quantities.isEmpty else { return [:] }
    let words = occurrences(in: sentence.span, document.folded, document.language)
    guard !words.isEmpty else { return [:] }
    var result: [Int: Reading] = [:]
    for index in quantities {
      let quantity = document.quantities[index]
      let unit = quantity.kind == .money || quantity.kind == .duration ? quantity.kind.rawValue : quantity.unit ?? quantity.kind.rawValue
      var best: Reading?
      for word in words {
        let number = document.language == .en ? ofDeal(word, document) ?? word.entry : word.entry
        let entry = rules.measures.entries[number]
        guard entry.units.isEmpty || entry.units.contains(unit) else { continue }
        let gap: Int
        if word.span.end <= quantity.qualified.start {
          gap = quantity.qualified.start - word.span.end
          let between = Span(word.span.end, quantity.qualified.start)
          guard gap <= Self.reachBefore, connects(between, document) else { continue }
          if document.language == .zh, !links(between, document) { continue }
          if document.language == .en, let measure = entry.measure, [.userCount, .headcount].contains(measure) || measure == .other && quantity.kind != .money && quantity.kind != .percentage, !counts(between, document) { continue }
        } else if word.span.start >= quantity.qualified.end {
          let between = Span(quantity.qualified.end, word.span.start)
          gap = between.count
          guard gap <= Self.reachBehind, attaches(between, document.folded) else { continue }
        } else {
          continue
        }
        // 総額250億ドルのコミットメント: 総額 says less than any other noun.
        let isVague = rules.words["total_words"].contains(document.folded.originalText(word.span))
        let distance = gap + (isVague ? 100 : 0)
        if best == nil || distance < (best?.gap ?? 0) { best = Reading(entry: number, span: word.span, gap: distance) }
      }
      result[index] = best ?? continued(index, result, document)
    }
    return result
  }

  /// `a deal with Acme that was valued at $250 million`: the deal's sum, no company's value.
  private func ofDeal(_ word: (entry: Int, span: Span), _ document: LinkedDocument) -> Int? {
    guard rules.measures.entries[word.entry].measure == .valuation, let deal = dealEntry, document.folded.text(document.folded.folded(word.span)) == "valued" else { return nil }
    var start = max(0, word.span.start - 56)
    while start > 0, document.folded.original[start] & 0xC0 == 0x80 { start -= 1 }
    let before = document.folded.text(document.folded.folded(Span(start, word.span.start)))
    let clause = before.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    return rules.words["en_deal_noun"].contains { clause.contains(" " + $0 + " ") } ? deal : nil
  }

  /// 估值从2亿元升至10亿元: the second figure measures what the first does.
  private func continued(_ index: Int, _ known: [Int: Reading], _ document: LinkedDocument) -> Reading? {
    guard index > 0, let first = known[index - 1], document.quantities[index - 1].kind == document.quantities[index].kind,
      document.quantities[index - 1].unit == document.quantities[index].unit, document.quantities[index - 1].span.end <= document.quantities[index].qualified.start
    else { return nil }
    let gap = document.folded.originalText(Span(document.quantities[index - 1].span.end, document.quantities[index].qualified.start)).trimmingSpaces()
    return rules.words["continues_words"].contains(gap) ? first : nil
  }

  /// Places of measure nouns, the longer before the shorter at one place.
  func occurrences(in span: Span, _ folded: FoldedText, _ language: ArticleLanguage) -> [(entry: Int, span: Span)] {
    var found: [(entry: Int, span: Span)] = []
    let run = folded.folded(span)
    guard let table = nouns[language] else { return [] }
    var offset = run.start
    while offset < run.end {
      if let key = Self.key(folded.bytes, offset, run.end), let words = table[key] {
        for (entry, word) in words
        where offset + word.count <= run.end && folded.bytes[offset..<(offset + word.count)].elementsEqual(word) && isWhole(folded.bytes, offset, word) {
          found.append((entry, folded.original(Span(offset, offset + word.count))))
        }
      }
      offset += scalarLength(folded.bytes[offset])
    }
    // Of two nouns as near as each other the earlier row of the table measures.
    found.sort { ($0.entry, $0.span.start) < ($1.entry, $1.span.start) }
    // A longer noun hides the shorter one inside it: 売上高 in 売上高成長率.
    return found.filter { one in !found.contains { $0.span.contains(one.span) && $0.span.count > one.span.count } }
  }

  private func isWhole(_ bytes: [UInt8], _ offset: Int, _ word: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    guard isLetter(word[0]) else { return true }
    if offset > 0, isLetter(bytes[offset - 1]) { return false }
    let end = offset + word.count
    return end >= bytes.count || !isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "s")
  }

  /// Between the noun and the figure stands nothing that begins another statement.
  private func connects(_ gap: Span, _ document: LinkedDocument) -> Bool {
    if !document.quantities(in: gap).isEmpty {
      // 売上高は2025年に100億ドル: a date may stand between.
      for index in document.quantities(in: gap) where ![.date, .duration, .percentage].contains(document.quantities[index].kind) { return false }
    }
    let bytes = document.folded.original
    var offset = gap.start
    var previous: UInt32 = 0
    while offset < gap.end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if scalar == 0x3002 || scalar == 0xFF1B || scalar == 0x3B { return false }
      // 評価額で、1220億ドルを調達: behind a comma another statement begins, unless the noun is its topic (は、).
      if scalar == 0x3001, ![0x306F, 0x304C, 0x3082, 0].contains(previous), document.language == .ja, !isDate(before: offset, document) { return false }
      previous = scalar
      offset += length
    }
    return true
  }

  /// 用户数已突破10亿: only words of amounting to stand between; 用户可以使用50 tells of no users.
  private func links(_ gap: Span, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    let figures = document.quantities(in: gap).map { document.quantities[$0].qualified }
    var offset = gap.start
    while offset < gap.end {
      if let figure = figures.first(where: { $0.start <= offset && offset < $0.end }) {
        offset = figure.end
      } else if let word = linking.first(where: { offset + $0.count <= gap.end && bytes[offset..<(offset + $0.count)].elementsEqual($0) }) {
        offset += word.count
      } else {
        return false
      }
    }
    return true
  }

  /// users reached 3 billion, a staff of 300: only words of amounting to stand between; users delivered 3 billion of something else.
  private func counts(_ gap: Span, _ document: LinkedDocument) -> Bool {
    let words = document.folded.text(document.folded.folded(gap)).split(separator: " ")
    return words.allSatisfy { rules.words["en_count_link"].contains(String($0)) }
  }

  private func isDate(before offset: Int, _ document: LinkedDocument) -> Bool {
    document.quantities(in: Span(max(0, offset - 40), offset)).contains { document.quantities[$0].qualified.end == offset && document.quantities[$0].kind == .date }
  }

  private func attaches(_ gap: Span, _ folded: FoldedText) -> Bool {
    if gap.count == 0 { return true }
    var text = folded.originalText(gap).trimmingSpaces()
    // 290億ドル（約4兆円）の評価額: a bracket may stand between.
    if let open = text.first, "（(".contains(open), let close = text.firstIndex(where: { "）)".contains($0) }) {
      text = String(text[text.index(after: close)...]).trimmingSpaces()
    }
    text.removeAll { "「」『』*＊".contains($0) }
    // 650 million monthly active users, $58 billion in new revenue commitments: adjectives between the figure and its noun.
    if text.utf8.first.map({ $0 < 0x80 }) ?? false {
      text = text.split(separator: " ").filter { !rules.words["en_figure_adjective"].contains($0.lowercased()) }.joined(separator: " ")
    }
    if text.isEmpty { return true }
    // 2950億ドル規模のAI｜インフラ投資: a noun compounded before the measure's own, in Japanese without any kana of grammar.
    if let link = ["規模の", "相当の", "超の", "以上の", "の", "を超える"].first(where: { text.hasPrefix($0) }) {
      let rest = text.dropFirst(link.count)
      if !rest.isEmpty, rest.count <= 8, rest.unicodeScalars.allSatisfy({ isNounScalar($0.value) }) { return true }
    }
    return ["の", "を", "という", "規模の", "相当の", "超の", "以上の", "余りの", "を超える", "に上る", "もの", "といった", "分の", "近い", "弱の", "強の", "前後の", "台の", "余の", "に達する", "にのぼる", "に及ぶ", "あった", "だった", "に達した", "を誇る", "以上あった", "の年間", "of", "in", "into", "on", "的", "in annual", "in annualized", "之", "+", "もの", "といった"].contains(text)
  }
}

/// Latin, katakana or kanji.
private func isNounScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x61...0x7A, 0x30A1...0x30FF, 0x4E00...0x9FFF: true
  default: false
  }
}

extension String {
  func trimmingSpaces() -> String {
    var view = Substring(self)
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
