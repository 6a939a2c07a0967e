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
  private let text: [Unicode.Scalar]
  /// Byte offset of each scalar, and the end.
  private let offsets: [Int]
  /// Scalars of names that are known already, of figures and dates.
  private let known: [Bool]
  private let measured: [Bool]
  private let words: Lists

  /// The closed lists of `words.zh.tsv`, as scalars, longest first.
  private struct Lists {
    let raising, adverbs, buying, leading, apposition, boundaries, stops, endings, listEnds, listCloses, listHeads, organisations, joins, objectEnds, owners, shares, investing: [[Unicode.Scalar]]
    let latin: Set<String>

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
      latin = words["zh_generic_latin"]
    }
  }

  init(_ document: LinkedDocument, rules: RuleSet) {
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
    words = Lists(rules.words)
  }

  /// Where the names stand, in bytes.
  func spans() -> [Span] {
    var found: [Range<Int>] = []
    for index in text.indices {
      if starts("融资", index) || starts("募资", index) { if let name = raiser(before: index) { found.append(name) } }
      if let end = word(words.buying, at: index) {
        if let name = name(startingAt: end) { found.append(name) }
        if let name = name(endingAt: skipAdverbs(before: index, from: clauseStart(index)), from: clauseStart(index)), isLatin(text[name.lowerBound]) { found.append(name) }
      }
      if index > 0, text[index - 1] == "的", word(words.buying, at: index) != nil, let name = bought(before: index - 1) { found.append(name) }
      if word(words.leading, at: index) != nil { found += list(before: index) }
      if let end = word(words.listHeads, at: index), !known[index] { found += list(behind: end) }
    }
    return found.filter { range in !range.contains { known[$0] } }.map { Span(offsets[$0.lowerBound], offsets[$0.upperBound]) }
  }

  // MARK: Slots

  /// Who raises money: what stands before the verb that `融资` completes, adverbs and dates aside.
  private func raiser(before index: Int) -> Range<Int>? {
    let start = clauseStart(index)
    for place in max(start, index - 44)..<index {
      guard let end = word(words.raising, at: place), end <= index else { continue }
      return name(endingAt: skipAdverbs(before: place, from: start), from: start)
    }
    return nil
  }

  /// 对甲旗下 Acme 直播的收购
  private func bought(before end: Int) -> Range<Int>? {
    let start = clauseStart(end)
    guard let marker = (start..<end).last(where: { text[$0] == "对" }) else { return nil }
    let owner = (marker..<end).last { word(words.owners, at: $0) != nil }.flatMap { word(words.owners, at: $0) }
    let from = owner ?? marker + 1
    guard from < end, end - from <= 24 else { return nil }
    if let name = name(endingAt: end, from: from), name.lowerBound > from, isHan(text[name.lowerBound]), name.count <= 4, isLatin(text[trimmed(name.lowerBound, from: from) - 1]) {
      // Acme 直播: the Latin word before it belongs to it.
      var begin = trimmed(name.lowerBound, from: from)
      while begin > from, isLatin(text[begin - 1]), !known[begin - 1] { begin -= 1 }
      return begin..<name.upperBound
    }
    return name(endingAt: end, from: from)
  }

  private func skipAdverbs(before end: Int, from start: Int) -> Int {
    var end = end
    while end > start {
      if isOrnament(text[end - 1]) || (measured[end - 1] && !known[end - 1]) {
        end -= 1
      } else if let begin = word(words.adverbs, endingAt: end, from: start) {
        end = begin
      } else {
        return end
      }
    }
    return end
  }

  /// The list that ends before `领投`, with what it is led in by.
  private func list(before index: Int) -> [Range<Int>] {
    let start = listStart(index)
    var end = index
    while let begin = word(words.listEnds, endingAt: end, from: start) ?? (end > start && isOrnament(text[end - 1]) ? end - 1 : nil) { end = begin }
    var names: [Range<Int>] = []
    while end > start {
      while end > start, isOrnament(text[end - 1]) { end -= 1 }
      if end > start, known[end - 1] {
        while end > start, known[end - 1] { end -= 1 }
      } else if let name = name(endingAt: end, from: start) {
        names.append(name)
        end = name.lowerBound
        while end > start, isOrnament(text[end - 1]) || Self.opening.contains(text[end - 1]) { end -= 1 }
      } else {
        break
      }
      while end > start, isOrnament(text[end - 1]) { end -= 1 }
      guard let join = word(words.joins, endingAt: end, from: start) else { break }
      end = join
    }
    // 由甲、乙领投, 甲资本领投; a lone word may be an adverb.
    if names.count == 1, let name = names.first, end == name.lowerBound || end <= start, isHan(text[name.lowerBound]),
      word(words.organisations, endingAt: name.upperBound, from: name.lowerBound) == nil, word(words.listHeads, endingAt: end, from: start) == nil
    { return [] }
    return names
  }

  /// `投资方包括甲、乙`, `获甲、乙等机构的投资`: the list behind its head, where an end of such lists follows.
  private func list(behind start: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var place = start
    var from = start
    let limit = min(text.count, start + 90)
    var isClosed = false
    scan: while place < limit {
      if word(words.listCloses, at: place) != nil || word(words.leading, at: place) != nil {
        isClosed = true
        break
      }
      if measured[place], !known[place] { break }
      switch text[place] {
      case "、":
        pieces.append(from..<place)
        from = place + 1
      case "，", "。", "；", "！", "？", "：", "\n", "的", "（", "(":
        // 投资方包括甲、乙。
        isClosed = isClosed || (!pieces.isEmpty && text[place] != "（" && text[place] != "(" && text[place] != "：")
        break scan
      default:
        if !known[place], let end = word(words.joins, at: place), end < limit {
          pieces.append(from..<place)
          from = end
          place = end - 1
        }
      }
      place += 1
    }
    guard isClosed, place > from, word(words.investing, within: place..<min(text.count, place + 40)) else { return [] }
    pieces.append(from..<place)
    return pieces.compactMap { piece in
      guard let name = name(endingAt: piece.upperBound, from: piece.lowerBound) else { return nil }
      return name
    }
  }

  // MARK: Names

  private func name(endingAt place: Int, from limit: Int) -> Range<Int>? {
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
  private func name(startingAt place: Int) -> Range<Int>? {
    var start = place
    while start < text.count, isOrnament(text[start]) || text[start] == "了" { start += 1 }
    let limit = min(text.count, start + 26)
    var cursor = start
    // 收购语音初创公司 Acme
    while cursor < limit, isHan(text[cursor]) || isOrnament(text[cursor]), !known[cursor], !measured[cursor] { cursor += 1 }
    guard cursor < text.count, !known[cursor] else { return nil }
    let described = word(words.apposition, endingAt: trimmed(cursor, from: start), from: start)
    if Self.opening.contains(text[cursor]), cursor == start || described != nil, let close = text[cursor..<min(text.count, cursor + 20)].firstIndex(where: { Self.closing.contains($0) }) {
      return name(endingAt: close + 1, from: cursor)
    }
    if isLetter(text[cursor]), cursor == start || described != nil {
      var end = cursor
      while end < text.count, !known[end], !measured[end], isLatin(text[end]) || Self.inside.contains(text[end]) {
        if text[end] == " ", end + 1 >= text.count || !(isUpper(text[end + 1]) || isDigit(text[end + 1])) { break }
        end += 1
      }
      while end > cursor, !isLatin(text[end - 1]) { end -= 1 }
      return latin(cursor..<end)
    }
    var end = start
    while end < cursor, word(words.objectEnds, at: end) == nil, !isOrnament(text[end]) { end += 1 }
    guard end > start, end - start <= 14, end < text.count else { return nil }
    let isWhole = end < cursor || Self.sentenceEnds.contains(text[end]) || measured[end]
    guard isWhole, let name = han(endingAt: end, from: start), name.count <= 6 else { return nil }
    let isOrganisation = word(words.organisations, endingAt: name.upperBound, from: name.lowerBound) != nil
    let isShared = measured[end] ? word(words.shares, within: end..<min(text.count, end + 12)) : word(words.shares, at: end) != nil
    return isOrganisation || isShared || described != nil || word(words.apposition, endingAt: name.lowerBound, from: start) != nil ? name : nil
  }

  private func trimmed(_ place: Int, from start: Int) -> Int {
    var end = place
    while end > start, isOrnament(text[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Scalars

  private static let opening: Set<Unicode.Scalar> = ["“", "「", "『"]
  private static let closing: Set<Unicode.Scalar> = ["”", "」", "』"]
  /// Inside Latin names.
  private static let inside: Set<Unicode.Scalar> = [" ", ".", "&", "-", "'", "’", "+"]
  private static let sentenceEnds: Set<Unicode.Scalar> = ["，", "。", "；", "！", "？", "、", "\n", "）", "（", ",", "(", "：", "—"]

  private func isOrnament(_ scalar: Unicode.Scalar) -> Bool { [" ", "*", "\"", "`", "\u{3000}", "\u{A0}", "_"].contains(scalar) }
  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { (scalar.value | 0x20) &- 0x61 < 26 || (0xC0...0x24F).contains(scalar.value) }
  private func isUpper(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x41 < 26 }
  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }
  private func isLatin(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isDigit(scalar) }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

  private func starts(_ word: String, _ place: Int) -> Bool { text[place...].starts(with: word.unicodeScalars) }

  /// The end of the longest word that begins at `place`.
  private func word(_ list: [[Unicode.Scalar]], at place: Int) -> Int? {
    for word in list where place + word.count <= text.count && text[place] == word[0] && text[place..<(place + word.count)].elementsEqual(word) { return place + word.count }
    return nil
  }

  /// The start of the longest word that ends at `end`.
  private func word(_ list: [[Unicode.Scalar]], endingAt end: Int, from limit: Int) -> Int? {
    for word in list where end - word.count >= limit && text[(end - word.count)..<end].elementsEqual(word) { return end - word.count }
    return nil
  }

  private func word(_ list: [[Unicode.Scalar]], within range: Range<Int>) -> Bool { range.contains { word(list, at: $0) != nil } }

  private func clauseStart(_ index: Int) -> Int { start(index) { Self.sentenceEnds.contains($0) && $0 != "、" && $0 != "）" && $0 != "（" && $0 != "(" } }

  /// A list may hold brackets and enumeration commas.
  private func listStart(_ index: Int) -> Int { clauseStart(index) }

  private func start(_ index: Int, _ ends: (Unicode.Scalar) -> Bool) -> Int {
    var start = index
    while start > 0, index - start < 120 {
      let scalar = text[start - 1]
      if ends(scalar), !(scalar == "," && start < text.count && isDigit(text[start])) { break }
      start -= 1
    }
    return start
  }
}
