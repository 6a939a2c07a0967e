import Catalog
import Facts
import Language
import Quantities

/// How far a Chinese deal is and who says so, and which round it is.
extension ChineseDealReader {
  /// Cues of the clause (stages, guesses, denials) and of the whole sentence (who reports, conditions).
  func reading(of trigger: Span, _ clause: Int, _ parsed: ChineseSentence, _ frame: Frame, isChained: Bool, _ document: LinkedDocument) -> StatusReading {
    var reading = StatusReading(stage: frame.status, evidence: .stated, isDenied: false, isQuestion: parsed.sentence.isQuestion, isHypothesis: false)
    let bytes = document.folded.original
    let own = parsed.clauses[clause]
    var best: (gap: Int, stage: DealStatus)?
    for (word, cue, language) in rules.cues.phrases where language == .zh {
      let isWide: Bool
      switch cue.effect {
      case .reported, .hypothesis: isWide = true
      default: isWide = false
      }
      guard let at = nearest(word, to: trigger, in: isWide ? parsed.sentence.span : own, bytes) else { continue }
      switch cue.effect {
      case .stage(let stage):
        let gap = at + word.count <= trigger.start ? trigger.start - at - word.count : at >= trigger.end ? at - trigger.end + 30 : 0
        if let known = best, known.stage.statusClass != .confirmed, stage.statusClass == .confirmed { continue }
        if best == nil || stage.statusClass == .negative || (best?.stage.statusClass == .confirmed && stage.statusClass != .confirmed) || gap < (best?.gap ?? 0) { best = (gap, stage) }
      case .reported:
        if reading.evidence == .stated { reading.evidence = .reported }
        reading.attribution = String(decoding: word, as: UTF8.self)
      case .guessed: reading.evidence = .guessed
      case .denied: reading.isDenied = true
      case .hypothesis: reading.isHypothesis = true
      case .support, .receives: break
      }
    }
    if let best { reading.stage = best.stage } else if isChained, let above = prospect(before: clause, parsed, bytes) { reading.stage = above }
    // 据甲报道
    if reading.evidence == .stated, isReported(parsed.sentence.span, bytes) { reading.evidence = .reported }
    // 和甲没合作
    if ["没", "未", "无", "不", "并非"].contains(where: { word in
      trigger.start >= own.start + word.utf8.count && bytes[(trigger.start - word.utf8.count)..<trigger.start].elementsEqual(word.utf8)
    }) { reading.isDenied = true }
    return reading
  }

  /// 据 The Paper 报道, 据多位知情者消息: a report opens the sentence.
  func isReported(_ sentence: Span, _ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes[sentence.range], as: UTF8.self)
    guard let from = text.firstIndex(of: "据") else { return false }
    let ahead = text[from...].prefix(30).prefix { $0 != "，" && $0 != "。" }
    return ["报道", "消息", "爆料", "援引"].contains { ahead.holds($0) }
  }

  /// 甲正考虑投资乙，并共同建设…: the plan holds for the clauses that go on.
  func prospect(before clause: Int, _ parsed: ChineseSentence, _ bytes: [UInt8]) -> DealStatus? {
    for index in (0..<clause).reversed() {
      if isParted(index, clause, parsed, bytes) { return nil }
      let span = parsed.clauses[index]
      for (word, cue, language) in rules.cues.phrases where language == .zh {
        if case .stage(let stage) = cue.effect, stage.statusClass == .prospective, !ownCues.contains(word), nearest(word, to: Span(span.end, span.end), in: span, bytes) != nil { return stage }
      }
    }
    return nil
  }

  /// 大学与公司联手推出框架: a study, unless they agreed on something.
  func isStudy(_ frame: Frame, _ arguments: [Argument], _ clause: String) -> Bool {
    guard frame.type == nil, !rules.words["zh_agreeing"].contains(where: { clause.holds($0) }) else { return false }
    return arguments.flatMap(\.parties).contains { party in
      guard let row = catalog.company(party.company) else { return ["大学", "学院"].contains { party.company.hasSuffix($0) } }
      return row.kind == "university" || row.kind == "research"
    }
  }

  /// 考虑到, 虚拟: the cue is a part of another word.
  private func isNotCue(_ word: [UInt8], _ offset: Int, _ span: Span, _ bytes: [UInt8]) -> Bool {
    notCues.contains { longer in
      guard longer.count > word.count else { return false }
      return stride(from: 0, through: longer.count - word.count, by: 1).contains { shift in
        offset - shift >= span.start && longer[shift] == word[0] && longer[shift..<(shift + word.count)].elementsEqual(word) && parser.starts(longer, bytes, offset - shift)
      }
    }
  }

  func nearest(_ word: [UInt8], to trigger: Span, in span: Span, _ bytes: [UInt8]) -> Int? {
    var best: (at: Int, gap: Int)?
    var offset = span.start
    while offset + word.count <= span.end {
      if parser.starts(word, bytes, offset), offset + word.count <= trigger.start || offset >= trigger.end, !isNotCue(word, offset, span, bytes) {
        let gap = abs(offset - trigger.start)
        if best == nil || gap < (best?.gap ?? 0) { best = (offset, gap) }
      }
      offset += scalarLength(bytes[offset])
    }
    return best?.at
  }
}

/// The name of a funding round in Chinese: `A 轮` → Series A, `天使轮` → Angel, `第三轮` as it stands.
enum ChineseRounds {
  static func round(near trigger: Span, in sentence: Span, _ bytes: [UInt8]) -> (name: String, span: Span)? {
    let mark = Array("轮".utf8)
    var best: (name: String, span: Span, gap: Int)?
    var offset = sentence.start
    while offset + 3 <= sentence.end {
      defer { offset += scalarLength(bytes[offset]) }
      guard bytes[offset..<(offset + 3)].elementsEqual(mark), let (name, start) = name(endingAt: offset, from: sentence.start, bytes) else { continue }
      let gap = abs(offset - trigger.start)
      if best == nil || gap < (best?.gap ?? 0) { best = (name, Span(start, offset + 3), gap) }
    }
    return best.map { ($0.name, $0.span) }
  }

  static func name(endingAt end: Int, from limit: Int, _ bytes: [UInt8]) -> (String, Int)? {
    var place = end
    if place > limit, bytes[place - 1] == 0x20 { place -= 1 }
    if place > limit, bytes[place - 1] == UInt8(ascii: "+") { place -= 1 }
    if place > limit, bytes[place - 1] & 0xDF &- 0x41 < 12, place - 1 == limit || bytes[place - 2] & 0xDF &- 0x41 >= 26 {
      return ("Series " + String(decoding: [bytes[place - 1] & 0xDF], as: UTF8.self), place - 1)
    }
    for (word, name) in [("天使", "Angel"), ("种子", "Seed")] where end - word.utf8.count >= limit && bytes[(end - word.utf8.count)..<end].elementsEqual(word.utf8) {
      return (name, end - word.utf8.count)
    }
    if end - 6 >= limit, bytes[(end - 6)..<(end - 3)].elementsEqual("第".utf8) { return (String(decoding: bytes[(end - 6)..<(end + 3)], as: UTF8.self), end - 6) }
    return nil
  }
}
