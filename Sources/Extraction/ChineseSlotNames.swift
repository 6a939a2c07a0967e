import Catalog
import Facts
import Language
import Quantities

/// Finds Chinese and Latin names that no list holds by the slot that they fill: who `完成…融资`, what is `收购`ed, who stands
/// in the list before `领投`.
///
/// `青岚微光宣布完成亿元A轮融资，由海川资本、北屿产投联合领投` → 青岚微光, 海川资本, 北屿产投. Nothing is cut by a dictionary: a name ends
/// where a word of the slot begins, and begins behind a comma, a function word or a noun of apposition (`公司`, `独角兽`).
struct ChineseSlotNames {
  let text: [Unicode.Scalar]
  /// Byte offset of each scalar, and the end.
  private let offsets: [Int]
  /// Scalars of names that are known already, of figures and dates.
  let known: [Bool]
  let measured: [Bool]
  /// Products that nobody listed or whose maker nobody knows: what raises money or is bought is a company.
  private let products: [(range: Range<Int>, id: String)]
  let words: Lists

  /// The closed lists of `words.zh.tsv`, as scalars, longest first.
  struct Lists {
    let raising, adverbs, buying, leading, apposition, boundaries, stops, endings, listEnds, listCloses, listHeads, organisations, joins, objectEnds, owners, shares, investing: [[Unicode.Scalar]]
    let allying, alliedBy, allianceEnds, paying, receiving, listing: [[Unicode.Scalar]]
    let latin: Set<String>
    /// Scalars of the basic plane that a word of a slot begins with.
    let starters: [Bool]

    init(_ words: WordClasses) {
      func list(_ name: String) -> [[Unicode.Scalar]] {
        words[name].sorted { ($0.unicodeScalars.count, $1) > ($1.unicodeScalars.count, $0) }.map { Array($0.unicodeScalars) }
      }
      raising = list("zh_raise_verb")
      adverbs = list("zh_raise_adverb")
      buying = list("zh_buy_verb")
      leading = list("zh_lead_verb")
      apposition = list("zh_apposition")
      boundaries = list("zh_name_boundary")
      stops = list("zh_name_stop")
      endings = list("zh_no_name_ending")
      listEnds = list("zh_list_end")
      listCloses = list("zh_list_close")
      listHeads = list("zh_list_head")
      organisations = list("zh_long_ending")
      joins = list("zh_slot_join")
      objectEnds = list("zh_slot_object_end")
      owners = list("zh_slot_owner")
      shares = list("zh_slot_share")
      investing = list("zh_slot_invest")
      allying = list("zh_ally_verb")
      alliedBy = list("zh_ally_marker")
      allianceEnds = list("zh_ally_end")
      paying = list("zh_pay_word")
      receiving = list("zh_receive_verb")
      listing = list("zh_listing_verb")
      latin = words["zh_generic_latin"]
      var starters = [Bool](repeating: false, count: 0x10000)
      for word in ["融资", "募资", "投资", "上市", "IPO"].map({ Array($0.unicodeScalars) }) + buying + leading + listHeads + allying {
        if let first = word.first, first.value < 0x10000 { starters[Int(first.value)] = true }
      }
      self.starters = starters
    }
  }

  init(_ document: LinkedDocument, rules: RuleSet, catalog: Catalog) {
    let whole = document.folded.originalText(Span(0, document.folded.original.count))
    let text = Array(whole.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    var offset = 0
    for scalar in text {
      offsets.append(offset)
      offset += scalar.utf8.count
    }
    offsets.append(offset)
    func marked(_ spans: [Span]) -> [Bool] {
      var flags = [Bool](repeating: false, count: text.count)
      var index = 0
      for span in spans.sorted() {
        while index > 0, offsets[index - 1] >= span.start { index -= 1 }
        while index < text.count, offsets[index] < span.start { index += 1 }
        while index < text.count, offsets[index] < span.end {
          flags[index] = true
          index += 1
        }
      }
      return flags
    }
    self.text = text
    self.offsets = offsets
    known = marked(document.mentions.map(\.span))
    measured = marked(document.quantities.map(\.qualified))
    func index(_ byte: Int) -> Int {
      var (low, high) = (0, offsets.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if offsets[middle] < byte { low = middle + 1 } else { high = middle }
      }
      return low
    }
    products = document.mentions.filter { $0.type == .product && ($0.isDiscovered || catalog.vendor(ofProduct: $0.id) == nil) }.map { (index($0.span.start)..<index($0.span.end), $0.id) }
    words = Lists(rules.words)
  }

  /// Where the names stand, in bytes.
  func spans() -> [Span] {
    var found: [Range<Int>] = []
    for index in text.indices where text[index].value < 0x10000 && words.starters[Int(text[index].value)] {
      if starts("融资", index) || starts("募资", index) { if let name = raiser(before: index) { found.append(name) } }
      if let end = word(words.buying, at: index) { found += dealt(index..<end) }
      if index > 0, text[index - 1] == "的", starts("投资", index), let name = receiver(before: index) { found.append(name) }
      if starts("上市", index) || starts("IPO", index), let name = issuer(before: index) { found.append(name) }
      if word(words.leading, at: index) != nil { found += list(before: index) }
      if let end = word(words.listHeads, at: index), !known[index] { found += list(behind: end) }
      if word(words.allying, at: index) != nil, !known[index] { found += allies(before: index) }
    }
    return found.filter { range in !range.contains { known[$0] } }.map { Span(offsets[$0.lowerBound], offsets[$0.upperBound]) }
  }

  /// Products that raise money, are bought or buy.
  func companies() -> Set<String> {
    guard !products.isEmpty else { return [] }
    var found: Set<String> = []
    func note(endingAt end: Int, from limit: Int) {
      let end = skipAdverbs(before: end, from: limit)
      if let product = products.first(where: { $0.range.upperBound == end }) { found.insert(product.id) }
    }
    for index in text.indices where text[index].value < 0x10000 && words.starters[Int(text[index].value)] {
      let start = clauseStart(index)
      if starts("融资", index) || starts("募资", index) {
        for place in max(start, index - 44)..<index { if word(words.raising, at: place).map({ $0 <= index }) ?? false { note(endingAt: place, from: start) } }
      }
      if let end = word(words.buying, at: index) {
        note(endingAt: index, from: start)
        if let passive = passive(before: index, from: start) { note(endingAt: passive, from: start) }
        if let product = products.first(where: { $0.range.lowerBound >= end && $0.range.lowerBound - end <= 26 }), product.range.lowerBound == end || isDescription(end..<product.range.lowerBound) { found.insert(product.id) }
      }
    }
    return found
  }

  // MARK: Names

  func name(endingAt place: Int, from limit: Int) -> Range<Int>? {
    var end = place
    while end > limit, isOrnament(text[end - 1]) { end -= 1 }
    // 可触（Acme Touch）: the bracket belongs to the name before it.
    if end > limit, text[end - 1] == "）" || text[end - 1] == ")", let open = text[max(limit, end - 40)..<end].lastIndex(where: { $0 == "（" || $0 == "(" }) {
      end = open
      while end > limit, isOrnament(text[end - 1]) { end -= 1 }
    }
    guard end > limit, !known[end - 1], !measured[end - 1] else { return nil }
    if Self.closing.contains(text[end - 1]) {
      guard let open = text[max(limit, end - 20)..<(end - 1)].lastIndex(where: { Self.opening.contains($0) }) else { return nil }
      let inside = (open + 1)..<(end - 1)
      guard inside.count > 1, inside.allSatisfy({ isLatin(text[$0]) || isHan(text[$0]) || text[$0] == " " || text[$0] == "." }) else { return nil }
      return isLatin(text[inside.lowerBound]) || !isStopped(inside) ? inside : nil
    }
    if isLatin(text[end - 1]) { return latin(endingAt: end, from: limit) }
    if isHan(text[end - 1]) { return han(endingAt: end, from: limit) }
    return nil
  }

  private func latin(endingAt end: Int, from limit: Int) -> Range<Int>? {
    var start = end
    while start > limit, !known[start - 1], !measured[start - 1], isLatin(text[start - 1]) || Self.inside.contains(text[start - 1]) { start -= 1 }
    return latin(start..<end)
  }

  /// The name inside a Latin run: numbering and common words before it do not belong to it.
  private func latin(_ run: Range<Int>) -> Range<Int>? {
    var start = run.lowerBound
    while start < run.upperBound {
      guard isLetter(text[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < run.upperBound, text[end] != " " { end += 1 }
      guard words.latin.contains(string(start..<end).lowercased()), end < run.upperBound else { break }
      start = end
    }
    let name = start..<run.upperBound
    guard name.count > 1, name.count <= 40, !words.latin.contains(string(name).lowercased()) else { return nil }
    let tokens = text[name].split(separator: " ")
    guard tokens.count <= 4, name.contains(where: { isUpper(text[$0]) || text[$0] == "." || isDigit(text[$0]) }), name.filter({ isLetter(text[$0]) }).count > 1 else { return nil }
    return name
  }

  private func han(endingAt end: Int, from limit: Int) -> Range<Int>? {
    var start = end
    while start > limit, isHan(text[start - 1]), !known[start - 1], !measured[start - 1], end - start < 26 { start -= 1 }
    var begin = start
    for place in start..<end {
      for list in [words.boundaries, words.apposition] {
        if let behind = word(list, at: place), behind <= end - 2, behind > begin { begin = behind }
      }
    }
    // BOSS直聘, 36氪
    if begin == start, start > limit, isLetter(text[start - 1]) || isDigit(text[start - 1]), !known[start - 1], !measured[start - 1] {
      var head = start
      while head > limit, isLatin(text[head - 1]), !known[head - 1] { head -= 1 }
      if isLetter(text[head]), !words.latin.contains(string(head..<start).lowercased()), end - start <= 4 { begin = head }
    }
    return accepted(begin..<end)
  }

  private func accepted(_ name: Range<Int>) -> Range<Int>? {
    let isLong = word(words.organisations, endingAt: name.upperBound, from: name.lowerBound) != nil
    guard name.count >= 2, name.count <= (isLong ? 24 : 8), !isStopped(name) else { return nil }
    return name
  }

  /// Holds a word that no name holds, or ends like a common noun.
  private func isStopped(_ name: Range<Int>) -> Bool {
    let ending = word(words.organisations, endingAt: name.upperBound, from: name.lowerBound)
    let isLong = ending.map { $0 - name.lowerBound >= 2 } ?? false
    // 资本 alone
    if ending == name.lowerBound { return true }
    let head = name.lowerBound..<(ending ?? name.upperBound)
    if head.contains(where: { place in word(words.stops, at: place).map { $0 <= head.upperBound } ?? false }) { return true }
    return !isLong && word(words.endings, endingAt: name.upperBound, from: name.lowerBound) != nil
  }

  /// What is bought: a Latin or quoted name, a description before it; a Chinese one only where nothing of a word follows.
  func name(startingAt place: Int) -> Range<Int>? {
    var start = place
    while start < text.count, isOrnament(text[start]) || text[start] == "了" { start += 1 }
    let limit = min(text.count, start + 34)
    var cursor = start
    // 收购语音 AI 初创公司 Acme: words of a description, Latin terms among them.
    while cursor < limit, !known[cursor] {
      if isHan(text[cursor]) || isOrnament(text[cursor]) || measured[cursor] {
        cursor += 1
      } else if isLetter(text[cursor]), let end = term(at: cursor) {
        cursor = end
      } else {
        break
      }
    }
    guard cursor < text.count, !known[cursor] else { return nil }
    let isNamed = cursor == start || isDescription(start..<cursor)
    if Self.opening.contains(text[cursor]), isNamed, let close = text[cursor..<min(text.count, cursor + 20)].firstIndex(where: { Self.closing.contains($0) }) {
      return name(endingAt: close + 1, from: cursor)
    }
    if isLetter(text[cursor]), isNamed { return latin(cursor..<latinEnd(cursor)) }
    var end = start
    while end < cursor, word(words.objectEnds, at: end) == nil, !isOrnament(text[end]), !measured[end] { end += 1 }
    guard end > start, end - start <= 16, end < text.count else { return nil }
    let isWhole = end < cursor || Self.sentenceEnds.contains(text[end]) || measured[end]
    guard isWhole, let name = han(endingAt: end, from: start), name.count <= 6 else { return nil }
    let isOrganisation = word(words.organisations, endingAt: name.upperBound, from: name.lowerBound) != nil
    let isShared = measured[end] ? word(words.shares, within: end..<min(text.count, end + 12)) : word(words.shares, at: end) != nil
    return isOrganisation || isShared || word(words.apposition, endingAt: name.lowerBound, from: start) != nil ? name : nil
  }

  /// The end of a Latin run that is a term of the language: AI, SaaS.
  private func term(at start: Int) -> Int? {
    let end = latinEnd(start)
    return latin(start..<end) == nil ? end : nil
  }

  private func latinEnd(_ start: Int) -> Int {
    var end = start
    while end < text.count, !known[end], !measured[end], isLatin(text[end]) || Self.inside.contains(text[end]) {
      if text[end] == " ", end + 1 >= text.count || !(isUpper(text[end + 1]) || isDigit(text[end + 1])) { break }
      end += 1
    }
    while end > start, !isLatin(text[end - 1]) { end -= 1 }
    return end
  }

  /// Ends in a noun of apposition or in 的: 初创公司, 专注于推荐的.
  func isDescription(_ range: Range<Int>) -> Bool {
    let end = trimmed(range.upperBound, from: range.lowerBound)
    guard end > range.lowerBound, !range.contains(where: { Self.sentenceEnds.contains(text[$0]) || known[$0] }) else { return false }
    return text[end - 1] == "的" || word(words.apposition, endingAt: end, from: range.lowerBound) != nil
  }

  func trimmed(_ place: Int, from start: Int) -> Int {
    var end = place
    while end > start, isOrnament(text[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Scalars

  static let opening: Set<Unicode.Scalar> = ["“", "「", "『"]
  private static let closing: Set<Unicode.Scalar> = ["”", "」", "』"]
  /// Inside Latin names.
  private static let inside: Set<Unicode.Scalar> = [" ", ".", "&", "-", "'", "’", "+"]
  private static let sentenceEnds: Set<Unicode.Scalar> = ["，", "。", "；", "！", "？", "、", "\n", "）", "（", ",", "(", "：", "—"]

  func isOrnament(_ scalar: Unicode.Scalar) -> Bool { [" ", "*", "\"", "`", "\u{3000}", "\u{A0}", "_"].contains(scalar) }
  func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { (scalar.value | 0x20) &- 0x61 < 26 || (0xC0...0x24F).contains(scalar.value) }
  private func isUpper(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x41 < 26 }
  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }
  func isLatin(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isDigit(scalar) }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

  private func starts(_ word: String, _ place: Int) -> Bool { text[place...].starts(with: word.unicodeScalars) }

  /// The end of the longest word that begins at `place`.
  func word(_ list: [[Unicode.Scalar]], at place: Int) -> Int? {
    for word in list where place + word.count <= text.count && text[place] == word[0] && text[place..<(place + word.count)].elementsEqual(word) { return place + word.count }
    return nil
  }

  /// The start of the longest word that ends at `end`.
  func word(_ list: [[Unicode.Scalar]], endingAt end: Int, from limit: Int) -> Int? {
    for word in list where end - word.count >= limit && text[(end - word.count)..<end].elementsEqual(word) { return end - word.count }
    return nil
  }

  func word(_ list: [[Unicode.Scalar]], within range: Range<Int>) -> Bool { range.contains { word(list, at: $0) != nil } }

  func clauseStart(_ index: Int) -> Int { start(index) { Self.sentenceEnds.contains($0) && $0 != "、" && $0 != "）" && $0 != "（" && $0 != "(" } }

  /// A list may hold brackets and enumeration commas.
  func listStart(_ index: Int) -> Int { clauseStart(index) }

  func start(_ index: Int, _ ends: (Unicode.Scalar) -> Bool) -> Int {
    var start = index
    while start > 0, index - start < 120 {
      let scalar = text[start - 1]
      if ends(scalar), !(scalar == "," && start < text.count && isDigit(text[start])) { break }
      start -= 1
    }
    return start
  }
}
