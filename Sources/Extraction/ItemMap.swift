import Facts
import Language

/// Which small article of a digest each sentence belongs to, and which sentences are headlines.
///
/// A list item with a nested one under it is a headline with its lead; everything else is one article, number 0.
struct ItemMap {
  private let items: [Int]
  private let headlines: [Bool]

  init(_ document: LinkedDocument) {
    let blocks = document.text.blocks
    var itemOfBlock: [Int] = []
    var isHeadline: [Bool] = []
    var current = 0
    for (index, block) in blocks.enumerated() {
      let opens =
        block.kind == .listItem && block.level == 1 && index + 1 < blocks.count && blocks[index + 1].kind == .listItem && blocks[index + 1].level > 1
      let standsAlone = block.kind == .listItem && block.level == 1 && block.link != nil
      if opens || standsAlone { current += 1 }
      itemOfBlock.append(current)
      isHeadline.append(opens || standsAlone || (block.kind == .heading && block.level == 1) || index == 0)
    }
    items = document.sentences.map { itemOfBlock[$0.block] }
    headlines = document.sentences.map { isHeadline[$0.block] }
  }

  func item(of sentence: Int) -> Int { items[sentence] }
  func isHeadline(_ sentence: Int) -> Bool { headlines[sentence] }
  func startsItem(_ sentence: Int) -> Bool { sentence == 0 || items[sentence] != items[sentence - 1] }
}

/// The organisation that the text is about at each sentence: the last company before は, が or a headline's comma.
struct TopicTracker {
  let document: LinkedDocument
  let items: ItemMap
  private var next = 0
  private var topic: Int?

  init(document: LinkedDocument, items: ItemMap) {
    self.document = document
    self.items = items
  }

  /// Catalogue id of the topic when sentence `index` begins; sentences must be asked in order.
  mutating func topic(before index: Int) -> String? {
    while next < index {
      advance(over: next)
      next += 1
    }
    if items.startsItem(index) { topic = nil }
    return topic.map { document.mentions[$0].id }
  }

  private mutating func advance(over sentence: Int) {
    if items.startsItem(sentence) { topic = nil }
    if let subject = Self.subject(of: document.sentences[sentence], document) { topic = subject }
  }

  /// The first company that a topic or subject particle follows (ja), or that opens the sentence (en, zh).
  static func subject(of sentence: Sentence, _ document: LinkedDocument) -> Int? {
    let bytes = document.folded.original
    for index in document.mentions(in: sentence.span) where document.mentions[index].type == .company {
      let mention = document.mentions[index]
      if document.language != .ja {
        if mention.span.start - sentence.span.start < 24 { return index }
        continue
      }
      var offset = mention.span.end
      if follows("社", bytes, offset) { offset += 3 }
      offset = behindBracket(bytes, offset, sentence.span.end)
      if follows("など", bytes, offset) { offset += 6 }
      if follows("は", bytes, offset) || follows("が", bytes, offset) || isHolder(index, sentence, document) { return index }
      // 「…で知られるのが甲社です。」
      if follows("です。", bytes, offset) || follows("だ。", bytes, offset) || follows("である。", bytes, offset) { return index }
      if sentence.isUnterminated, mention.span.start - sentence.span.start < 60, follows("、", bytes, offset) { return index }
    }
    return nil
  }

  /// Companies in a list that opens an English or Chinese sentence: `Acme, Bolt and Core met`.
  static func opening(of sentence: Sentence, _ document: LinkedDocument) -> [PartyReference] {
    var run: [PartyReference] = []
    var end = sentence.span.start
    for index in document.mentions(in: sentence.span) where document.mentions[index].type == .company {
      let mention = document.mentions[index]
      let gap = document.folded.originalText(Span(end, max(end, mention.span.start)))
      if run.isEmpty ? mention.span.start - sentence.span.start > 12 : ![", ", " and ", ", and ", " & ", "、", "和", "与", "及", "以及"].contains(gap) { break }
      run.append(PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: false))
      end = mention.span.end
    }
    return run
  }

  /// Companies in a list that a topic or subject particle follows: `甲社と乙社は`, `甲社、乙社、丙社の首脳が`.
  static func together(in sentence: Sentence, _ document: LinkedDocument) -> [Int] {
    let bytes = document.folded.original
    var run: [Int] = []
    for index in document.mentions(in: sentence.span) where document.mentions[index].type == .company {
      let mention = document.mentions[index]
      if let last = run.last {
        let gap = document.folded.originalText(Span(document.mentions[last].span.end, mention.span.start))
        if !["、", "と", "・", "や", "社と", "社、", "および", "、および", "×"].contains(gap) { run = [] }
      }
      run.append(index)
      guard run.count >= 2 else { continue }
      let tail = document.folded.originalText(Span(mention.span.end, min(sentence.span.end, mention.span.end + 30)))
      let isTopic = ["は", "が", "社は", "社が", "の両社は", "の2社は", "の3社は", "の両社が", "の3社が", "の首脳", "など", "の各社", "の4社", "両社"].contains { tail.hasPrefix($0) }
      if isTopic, follows("は", bytes, mention.span.end) || follows("が", bytes, mention.span.end) || tail.contains("は") || tail.contains("が") { return run }
    }
    return []
  }

  /// `甲社の乙CEOが`: the person behind a company, then the particle.
  private static func isHolder(_ index: Int, _ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    let mention = document.mentions[index]
    guard follows("の", document.folded.original, mention.span.end), index + 1 < document.mentions.count else { return false }
    let person = document.mentions[index + 1]
    guard person.type == .person, person.span.start == mention.span.end + 3 else { return false }
    let tail = document.folded.originalText(Span(person.span.end, min(sentence.span.end, person.span.end + 45)))
    guard let particle = tail.unicodeScalars.firstIndex(where: { ["は", "が", "も", "、", "。"].contains($0) }) else { return false }
    return ["は", "が", "も"].contains(tail.unicodeScalars[particle])
  }

  /// 甲社（東京都港区）は: over what a bracket adds to the name.
  private static func behindBracket(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    let isWide = follows("（", bytes, offset)
    guard isWide || follows("(", bytes, offset) else { return offset }
    var next = offset + 1
    while next < min(end, offset + 150) {
      if follows("）", bytes, next) { return next + 3 }
      if follows(")", bytes, next) { return next + 1 }
      next += 1
    }
    return offset
  }

  private static func follows(_ word: StaticString, _ bytes: [UInt8], _ offset: Int) -> Bool {
    word.withUTF8Buffer { buffer in
      offset + buffer.count <= bytes.count && bytes[offset..<(offset + buffer.count)].elementsEqual(buffer)
    }
  }
}
