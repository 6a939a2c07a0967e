import Catalog
import Facts
import Language

/// What a Chinese clause tells by a noun of relation (`甲是乙的独家供应商`) or by the use of a model (`甲的客服接入乙的模型`).
extension ChineseDealReader {
  /// 联合乙推出: what two do, where a word of doing it together stands before the second.
  static let togetherFrame = "zh.with"

  /// Keeps who acts and whom a word of acting together names: 海野联合天和推出.
  func togetherArguments(_ stated: [Argument], _ clause: Int, _ parsed: ChineseSentence, _ document: LinkedDocument) -> [Argument]? {
    let together = rules.words["zh_together"].map { Array($0.utf8) }
    let others = stated.filter { argument in
      guard argument.marker == .to, argument.path == .direct, argument.phrase < parsed.groups.count else { return false }
      let start = parsed.clauses[clause].start
      let before = Span(start, max(start, parsed.groups[argument.phrase].span.start))
      return parser.holds(together, document.folded.original, Span(max(before.start, before.end - 30), before.end))
    }
    let subjects = stated.filter { $0.marker == .ga && $0.path == .direct }
    return others.isEmpty || subjects.isEmpty ? nil : subjects + others
  }

  /// Frames whose object is a model or product, and the licence that its use is.
  static let useFrame = "zh.use"

  /// Who stands in a relation to whom, where a copula joins the two: 甲是乙的供应商.
  func relation(of trigger: Span, _ clause: Int, _ parsed: ChineseSentence, _ document: LinkedDocument) -> [Argument]? {
    let bytes = document.folded.original
    guard let found = parsed.groups.lastIndex(where: { $0.clause == clause && $0.span.end <= trigger.start && !$0.ownsNext }) else { return nil }
    let gap = document.folded.originalText(Span(parsed.groups[found].span.end, trigger.start)).trimmingSpaces()
    guard gap.hasPrefix("的"), gap.count <= 10, !gap.contains("、"), !gap.contains("和") else { return nil }
    let start = parsed.clauses[clause].start
    guard let subject = parsed.groups.lastIndex(where: { $0.clause == clause && $0.span.end <= parsed.groups[found].span.start && $0.marker == .ga && !$0.isRelative }) else { return nil }
    let between = Span(max(start, parsed.groups[subject].span.end), parsed.groups[found].span.start)
    let text = String(decoding: bytes[between.range], as: UTF8.self)
    guard ["是", "为", "作为"].contains(where: { text.holds($0) }), !text.holds("不是") else { return nil }
    return [
      Argument(marker: .ga, parties: parsed.groups[subject].parties, path: .direct, phrase: subject),
      Argument(marker: .no, parties: parsed.groups[found].parties, path: .direct, phrase: found),
    ]
  }

  /// Who uses whose model: the object behind the verb or behind 将, the user its subject.
  func useArguments(
    _ trigger: Span, _ clause: Int, _ stated: [Argument], _ earlier: ChineseGroup?, _ parsed: ChineseSentence, _ document: LinkedDocument
  ) -> [Argument]? {
    let span = parsed.clauses[clause]
    let mentions = document.mentions(in: span).map { document.mentions[$0] }
    guard let (licensor, place) = usedBehind(trigger, mentions, document) ?? usedBefore(trigger, mentions, document) else { return nil }
    let reference = PartyReference(company: licensor, span: place, confidence: Confidence(thousandths: 850), isDerived: false)
    let subject = stated.first { argument in argument.marker == .ga && argument.parties.allSatisfy { $0.span != place && $0.company != licensor } }
    let users = subject?.parties ?? (stated.contains { $0.marker == .ga } ? nil : earlier?.parties)
    guard let users, users.allSatisfy({ house($0.company) != house(licensor) }) else { return nil }
    return [
      Argument(marker: .ga, parties: users, path: subject == nil ? .chained : .direct, phrase: 0),
      Argument(marker: .wo, parties: [reference], path: .direct, phrase: 1),
    ]
  }

  private func house(_ company: String) -> String { rules.house(catalog.ultimateParent(ofCompany: company)) }

  private func usedBehind(_ trigger: Span, _ mentions: [Mention], _ document: LinkedDocument) -> (company: String, span: Span)? {
    guard let at = mentions.firstIndex(where: { $0.span.start >= trigger.end }), mentions[at].span.start - trigger.end <= 45 else { return nil }
    let gap = document.folded.originalText(Span(trigger.end, mentions[at].span.start)).filter { !" *“\"「".contains($0) }
    // 采用不同的调度程序和甲模型: one thing among others.
    guard gap.count <= 10, !gap.contains("和"), !gap.contains("、") else { return nil }
    // 集成到甲的办公软件: where it goes, not what is used.
    guard !["到", "在", "至", "进", "与", "的"].contains(where: { gap.hasPrefix($0) }) else { return nil }
    let mention = mentions[at]
    // 采用了 Transformer 架构: how a model is built.
    let after = document.folded.originalText(Span(mention.span.end, min(document.folded.original.count, mention.span.end + 24)))
    guard !["架构", "结构", "算法", "格式", "协议", "兼容"].contains(where: { after.contains($0) }) else { return nil }
    guard mention.type == .company else { return maker(of: mention, document).map { ($0, mention.span) } }
    // 接入乙的模型, 接入乙模型
    let behind = document.folded.originalText(Span(mention.span.end, min(document.folded.original.count, mention.span.end + 60)))
    let next = at + 1 < mentions.count && mentions[at + 1].span.start - mention.span.end <= 30 && mentions[at + 1].type == .model
    let isModel = next || rules.words["zh_model_noun"].contains { noun in
      guard let found = behind.range(of: noun) else { return false }
      return behind.distance(from: behind.startIndex, to: found.lowerBound) <= 8
    }
    return isModel ? (mention.id, mention.span) : nil
  }

  /// 将 M2 集成到办公软件
  private func usedBefore(_ trigger: Span, _ mentions: [Mention], _ document: LinkedDocument) -> (company: String, span: Span)? {
    let bytes = document.folded.original
    for mention in mentions.reversed() where mention.span.end <= trigger.start && trigger.start - mention.span.end <= 45 {
      var start = mention.span.start
      while start > 0, [0x20, 0x2A, 0x22].contains(bytes[start - 1]) { start -= 1 }
      guard start >= 3, ["将", "把"].contains(where: { parser.starts(Array($0.utf8), bytes, start - 3) }) else { continue }
      return maker(of: mention, document).map { ($0, mention.span) }
    }
    return nil
  }

  /// Who licenses a model, or an assistant by the name of one.
  private func maker(of mention: Mention, _ document: LinkedDocument) -> String? {
    switch mention.type {
    case .model: return mention.maker ?? catalog.developer(ofModel: mention.id)
    case .product:
      guard let vendor = mention.maker ?? catalog.vendor(ofProduct: mention.id), catalog.company(vendor)?.kind == "ai_lab" else { return nil }
      return vendor
    case .company, .chip, .person: return nil
    }
  }
}
