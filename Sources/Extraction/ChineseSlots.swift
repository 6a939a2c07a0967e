import Facts
import Language

/// The slots of deals that an unlisted name fills: who raises, buys, is bought, allies, invests, lists.
extension ChineseSlotNames {
  /// Who raises money: what stands before the verb that `融资` completes, adverbs and dates aside.
  func raiser(before index: Int) -> Range<Int>? {
    let start = clauseStart(index)
    for place in max(start, index - 44)..<index {
      guard let end = word(words.raising, at: place), end <= index else { continue }
      let edge = skipAdverbs(before: place, from: start)
      if edge == start, start > 0, text[start - 1] == "，" { return apposed(before: start - 1) }
      return name(endingAt: edge, from: start)
    }
    return nil
  }

  /// 由三位工程师创立的 Acme，近日获得融资: a Latin name with its description is the clause before.
  private func apposed(before end: Int) -> Range<Int>? {
    let start = clauseStart(end)
    guard let name = name(endingAt: end, from: start), isLatin(text[name.lowerBound]), trimmed(name.lowerBound, from: start) == start || isDescription(start..<name.lowerBound) else { return nil }
    return name
  }

  /// Who buys whom: `收购人才管理公司 Acme`, `被 Bolt 收购`, `对甲的收购`.
  func dealt(_ verb: Range<Int>) -> [Range<Int>] {
    let start = clauseStart(verb.lowerBound)
    var found: [Range<Int>] = []
    if let passive = passive(before: verb.lowerBound, from: start) {
      if let name = name(endingAt: skipAdverbs(before: passive, from: start), from: start) { found.append(name) }
      if let name = agent(passive + 1, before: verb.lowerBound) { found.append(name) }
      return found
    }
    // 甲收购的 Acme: only a name that its form tells.
    let isRelative = verb.upperBound < text.count && text[verb.upperBound] == "的"
    if let name = name(startingAt: isRelative ? verb.upperBound + 1 : verb.upperBound), !isRelative || isLatin(text[name.lowerBound]) { found.append(name) }
    if let name = name(endingAt: skipAdverbs(before: verb.lowerBound, from: start), from: start), isLatin(text[name.lowerBound]) { found.append(name) }
    if verb.lowerBound > 0, text[verb.lowerBound - 1] == "的", let name = bought(before: verb.lowerBound - 1) { found.append(name) }
    return found
  }

  /// Where 被 stands before the verb in its clause, somebody between them.
  func passive(before verb: Int, from start: Int) -> Int? {
    (max(start, verb - 30)..<verb).last { text[$0] == "被" && !known[$0] }
  }

  /// 被 Bolt 以6亿美元收购: nothing but the name and the price stands between.
  private func agent(_ start: Int, before verb: Int) -> Range<Int>? {
    let end = (start..<verb).first { word(words.paying, at: $0) != nil } ?? verb
    guard let name = name(endingAt: end, from: start), isLatin(text[name.lowerBound]) || word(words.organisations, endingAt: name.upperBound, from: name.lowerBound) != nil else { return nil }
    return name
  }

  /// 与芯片厂商 Acme 和 Bolt 达成合作: names between the function word and the verb, and who acts before it.
  func allies(before verb: Int) -> [Range<Int>] {
    let start = clauseStart(verb)
    guard let marker = (max(start, verb - 60)..<verb).first(where: { !known[$0] && word(words.alliedBy, at: $0) != nil }), let from = word(words.alliedBy, at: marker), from < verb else { return [] }
    var pieces: [Range<Int>] = []
    var (piece, place) = (from, from)
    while place < verb {
      if !known[place] {
        if word(words.allianceEnds, at: place) != nil { break }
        if let end = word(words.joins, at: place) {
          pieces.append(piece..<place)
          (piece, place) = (end, end)
          continue
        }
      }
      place += 1
    }
    pieces.append(piece..<min(place, verb))
    var names = pieces.compactMap { $0.isEmpty ? nil : name(endingAt: $0.upperBound, from: $0.lowerBound) }
    if let name = name(endingAt: skipAdverbs(before: marker, from: start), from: start) { names.append(name) }
    // 与用户合作: a Chinese word is a name where its ending says so.
    return names.filter { isLatin(text[$0.lowerBound]) || word(words.organisations, endingAt: $0.upperBound, from: $0.lowerBound) != nil }
  }

  /// 对甲旗下 Acme 直播的收购
  func bought(before end: Int) -> Range<Int>? {
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

  /// Acme 还拿到了甲的投资
  func receiver(before index: Int) -> Range<Int>? {
    let start = clauseStart(index)
    for place in max(start, index - 40)..<index {
      guard !known[place], word(words.receiving, at: place) != nil else { continue }
      guard let name = name(endingAt: skipAdverbs(before: place, from: start), from: start), isName(name) else { return nil }
      return name
    }
    return nil
  }

  /// 机器人公司“澄海科技”正式向交易所提交上市申请
  func issuer(before index: Int) -> Range<Int>? {
    let start = clauseStart(index)
    guard let verb = (max(start, index - 40)..<index).first(where: { !known[$0] && word(words.listing, at: $0) != nil }) else { return nil }
    guard let name = name(endingAt: skipAdverbs(before: verb, from: start), from: start), isName(name) else { return nil }
    return name
  }

  /// Quoted, Latin, or with an ending that organisations have.
  private func isName(_ name: Range<Int>) -> Bool {
    isLatin(text[name.lowerBound]) || word(words.organisations, endingAt: name.upperBound, from: name.lowerBound) != nil
      || (name.lowerBound > 0 && Self.opening.contains(text[name.lowerBound - 1]))
  }

  func skipAdverbs(before end: Int, from start: Int) -> Int {
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
  func list(before index: Int) -> [Range<Int>] {
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
  func list(behind start: Int) -> [Range<Int>] {
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
}
