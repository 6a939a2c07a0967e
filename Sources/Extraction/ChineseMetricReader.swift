import Catalog
import Facts
import Language
import Quantities

/// Figures that belong to no deal, in Chinese: `海野去年营收300亿元，同比增长12%` → revenue 300亿 and growth_rate 12 of 海野.
///
/// What is measured comes from the noun beside the figure (`measures.zh.tsv`); whose it is from the clause that the figure stands
/// in, then from the clauses before it, then from the topic. A figure whose clause begins with its owner and has no noun of the
/// table is `other`, where nothing says that it is a deal's, a survey's or a benchmark's.
struct ChineseMetricReader {
  let base: MetricReader

  private var rules: RuleSet { base.rules }
  private var document: LinkedDocument { base.document }
  private var bytes: [UInt8] { base.document.folded.original }
  /// A count below this tells no more than how many are listed: 3家, 5个功能.
  private static let leastCount = 100.0

  private struct Found {
    let measure: Measure
    /// Bytes of the noun, the figure's own where there is none.
    let span: Span
    let rule: String
    var isNamed = true
    var falls = false
  }

  /// Whom a figure without an owner of its own may belong to.
  struct Context {
    /// The organisation that the text is about.
    var topic: String?
    /// The company that the same item tells an investment in.
    var valued: String?
    /// Who raises money in this very sentence.
    var investee: String?
    /// The sentence before named the topic.
    var isFresh = false
    /// The organisation of sentences further away, for 这家公司.
    var distant: String?
    /// Who gives money in this very sentence: a valuation is not theirs.
    var investors: Set<String> = []
    /// The sentence tells a deal.
    var tellsDeal = false
  }

  func metrics(in sentence: Sentence, measures: [Int: MeasureReader.Reading], taken: Set<Int>, context: Context) -> [Metric] {
    let quantities = document.quantities(in: sentence.span)
    guard !quantities.isEmpty else { return [] }
    let clauses = clauses(of: sentence)
    var result: [Metric] = []
    var last: (found: Found, subject: String)?
    for index in quantities {
      let quantity = document.quantities[index]
      guard quantity.restates == nil, let value = quantity.value, !taken.contains(index) else { continue }
      let clause = clauses.last { $0.start <= quantity.span.start } ?? sentence.span
      let text = document.folded.originalText(clause)
      guard !holds("zh_supposed", text), let found = found(index, measures, clause, text, sentence, context, last?.found) else { continue }
      guard let unit = base.unit(quantity, found.measure), isCounted(quantity, value, found) else { continue }
      guard let subject = subject(found, quantity, clause, clauses, text, sentence, context) ?? (last.map { $0.found.measure == found.measure && clause.start - $0.found.span.end <= 45 ? $0.subject : nil } ?? nil) else { continue }
      last = (found, subject)
      var falls = found.falls
      if found.measure == .stockMove || (found.measure == .growthRate && quantity.kind == .percentage) { falls = falls || base.isFall(after: quantity, sentence) }
      let span = Span(min(found.span.start, quantity.qualified.start), max(found.span.end, quantity.qualified.end))
      result += base.metrics(
        index, of: subject, found.measure, unit: unit, falls: falls, confidence: found.isNamed ? 800 : 600,
        evidence: document.text.evidence(span, rule: found.rule), in: sentence)
    }
    return result
  }

  // MARK: What is measured

  private func found(
    _ index: Int, _ measures: [Int: MeasureReader.Reading], _ clause: Span, _ text: String, _ sentence: Sentence, _ context: Context, _ last: Found?
  ) -> Found? {
    let quantity = document.quantities[index]
    if let reading = measures[index] {
      let entry = rules.measures.entries[reading.entry]
      guard let measure = entry.measure else { return nil }
      let found = Found(measure: measure, span: reading.span, rule: entry.rule, falls: entry.sign < 0)
      // 226名用户透露: who was asked.
      if measure == .userCount, holds("zh_survey", text) { return nil }
      if [.other, .marketCap, .userCount, .stockMove].contains(measure), quantity.isVague { return nil }
      // 价格为6000美元，使用甲需要花费4万美元: prices are told one after the other.
      if measure == .other, let last, last.measure == .price, rules.words["zh_costs"].contains(document.text.text(reading.span)) { return Found(measure: .price, span: reading.span, rule: last.rule) }
      guard measure == .growthRate || measure == .stockMove, quantity.kind == .percentage || quantity.unit == "times" else { return found }
      // 上市首日暴涨42%
      if measure == .growthRate, quantity.kind == .percentage, holds("zh_stock", text) { return Found(measure: .stockMove, span: reading.span, rule: entry.rule, falls: entry.sign < 0) }
      // 研发支出同比大涨57%: no share moves.
      if measure == .stockMove, quantity.kind == .percentage, holds("zh_growth_noun", text), !holds("zh_stock", text), !text.holds("指数") { return Found(measure: .growthRate, span: reading.span, rule: entry.rule, falls: entry.sign < 0) }
      // 性能提升3倍: no figure on a company.
      if measure == .growthRate, holds("zh_benchmark", text) { return nil }
      // 份额从25%下降到9%: the level that was reached.
      if reading.span.end <= quantity.qualified.start, !isRate(reading.span), reaches(Span(reading.span.end, quantity.qualified.start)) {
        guard quantity.kind == .percentage else { return nil }
        if text.holds("比例") || text.holds("占比") || text.holds("率") { return Found(measure: .other, span: reading.span, rule: "zh.m.ratio") }
        guard let last, last.measure != .growthRate, last.measure != .stockMove else { return nil }
        return Found(measure: last.measure, span: quantity.span, rule: last.rule)
      }
      return found
    }
    // 已有1.2万颗星: what readers give a project.
    if quantity.counter == "颗" || quantity.kind == .number, startsWith("星", quantity.qualified.end) || text.holds("⭐") { return nil }
    if let measure = base.unitMeasure(quantity) { return Found(measure: measure, span: quantity.span, rule: "zh.m.unit") }
    guard !context.tellsDeal, !sentence.isQuestion, !quantity.isVague,
      opener(of: clause, before: quantity.qualified.start) != nil || last?.measure == .other || (quantity.kind == .measure && base.region(in: Span(clause.start, max(clause.start, quantity.qualified.start))) != nil), quantity.kind == .money || quantity.kind == .measure || quantity.kind == .percentage else { return nil }
    guard !["zh_benchmark", "zh_survey", "zh_example_value", "zh_ally_verb", "zh_buy_verb", "zh_lead_verb"].contains(where: { holds($0, text) }), !text.holds("融资"), !text.holds("投资") else { return nil }
    guard quantity.kind != .percentage || text.holds("占") else { return nil }
    // 首家5万亿元的企业, “千元机”: what describes another noun is nobody's own figure.
    guard !startsWith("的", quantity.qualified.end) || quantity.kind == .percentage, !["“", "「", "\""].contains(where: { startsWith($0, quantity.qualified.start - $0.utf8.count) }) else { return nil }
    if let opener = document.mentions(in: clause).first, document.mentions[opener].span.end <= quantity.qualified.start, quantity.kind == .money,
      !holds("zh_own_verb", document.folded.originalText(Span(document.mentions[opener].span.end, quantity.qualified.start)))
    { return nil }
    if quantity.kind == .money {
      // 未来三年投入3800亿元建设AI基础设施
      if text.holds("投入") || text.holds("砸"), holds("zh_capex_goal", document.folded.originalText(wholeSpan(clause.start, min(sentence.span.end, clause.end + 60)))) {
        return Found(measure: .capex, span: quantity.span, rule: "zh.m.capex_goal")
      }
    }
    let before = document.folded.originalText(Span(clause.start, max(clause.start, quantity.qualified.start))).trimmingSpaces()
    return Found(measure: .other, span: quantity.span, rule: "zh.m.owned", isNamed: false, falls: ["减少", "减少了", "下降", "下降了"].contains { before.hasSuffix($0) })
  }

  /// 增长率, 增速: the noun itself is a level.
  private func isRate(_ noun: Span) -> Bool {
    let text = document.text.text(noun)
    return ["率", "速", "幅", "比"].contains { text.hasSuffix($0) }
  }

  /// 到, 至, 为 at the end of what stands between noun and figure.
  private func reaches(_ gap: Span) -> Bool {
    let text = document.folded.originalText(gap).trimmingSpaces()
    return ["到", "至", "为"].contains { text.hasPrefix($0) || text.hasSuffix($0) || text.hasPrefix("了" + $0) } || (text.holds("年的") && text.hasPrefix("到"))
  }

  private func isCounted(_ quantity: Quantity, _ value: ExactDecimal, _ found: Found) -> Bool {
    guard base.isPlausible(value, found.measure) else { return false }
    if quantity.kind == .number, found.measure == .other { return found.isNamed && value.approximate >= Self.leastCount }
    if quantity.kind == .measure, found.measure == .other || found.measure == .headcount { return quantity.unit != "times" || found.isNamed ? value.approximate >= (found.measure == .headcount ? 2 : Self.leastCount) : false }
    return true
  }

  // MARK: Whose it is

  private func subject(
    _ found: Found, _ quantity: Quantity, _ clause: Span, _ clauses: [Span], _ text: String, _ sentence: Sentence, _ context: Context
  ) -> String? {
    let behind = max(found.span.end, quantity.qualified.end)
    if found.measure == .parameters { return model(of: quantity, behind: behind, sentence) }
    switch possessor(behind: behind, sentence) {
    case .named(let company): return company
    // 估值3.5亿美金的 Acme: of somebody that nobody listed.
    case .unlisted: return nil
    case .none: break
    }
    let offset = min(found.span.start, quantity.span.start)
    if !found.isNamed {
      if let opener = opener(of: clause, before: quantity.qualified.start) { return opener }
      guard quantity.kind == .measure, let region = base.region(in: Span(clause.start, max(clause.start, min(quantity.qualified.start, clause.start + 45)))), region.count == 2 else { return nil }
      return region
    }
    if found.measure == .marketSize || found.measure == .modelCount {
      if let region = base.region(before: offset, sentence) { return region }
      return owner(in: clause, before: offset) ?? "industry"
    }
    if found.measure == .valuation, let investee = context.investee { return investee }
    let none: Set<String> = found.measure == .valuation ? context.investors : []
    if let owner = owner(in: clause, before: offset), !none.contains(owner) { return owner }
    // 8万谷歌员工
    if found.span.start > quantity.span.end, let owner = owner(in: Span(quantity.span.end, found.span.start), before: found.span.start) { return owner }
    let isMacro = holds("zh_macro", text)
    let takesRegion = ![Measure.valuation, .marketCap, .netIncome, .cumulativeInvestment, .price, .headcount].contains(found.measure)
    // 恒生指数涨3%: the index tells the market, though the measure begins inside its name.
    if takesRegion, let region = base.region(in: Span(clause.start, max(clause.start, min(quantity.span.start, found.span.end)))) { return region }
    if isMacro { return takesRegion ? base.region(before: offset, sentence) : nil }
    if opensUnlisted(clause, before: offset) { return nil }
    for earlier in clauses.reversed() where earlier.start < clause.start {
      if let owner = opener(of: earlier, before: earlier.end), !none.contains(owner) { return owner }
      if opensUnlisted(earlier, before: earlier.end) { return nil }
      if takesRegion, let region = base.region(in: earlier) { return region }
    }
    for index in document.mentions(in: sentence.span) where document.mentions[index].type == .person {
      if let company = base.catalog.person(document.mentions[index].id)?.companyID { return company }
    }
    if holds("zh_example_value", text) || quantity.isVague || namesUnlisted(Span(sentence.span.start, offset)) { return nil }
    let pointsBack = rules.words["zh_pronoun:one"].contains { document.folded.originalText(sentence.span).holds($0) }
    // A cost or a count of nobody named is the topic's only where the sentence before was about it.
    if found.measure == .other, !context.isFresh, !pointsBack { return nil }
    let topic = context.topic ?? (pointsBack ? context.distant : nil)
    return found.measure == .valuation ? context.valued ?? topic : topic
  }

  /// 2800亿参数的甲模型, or the model named last before.
  private func model(of quantity: Quantity, behind offset: Int, _ sentence: Sentence) -> String? {
    let models = document.mentions(in: sentence.span).map { document.mentions[$0] }.filter { $0.type == .model }
    if ["的", "规模的", "量的"].contains(where: { startsWith($0, offset) }), let next = models.first(where: { $0.span.start >= offset }), next.span.start - offset <= 48 { return next.id }
    return models.last { $0.span.end <= quantity.span.start }?.id
  }

  /// The last owner named in a clause that is not only compared with or quoted.
  private func owner(in clause: Span, before offset: Int) -> String? {
    for index in document.mentions(in: clause).reversed() where document.mentions[index].span.end <= offset {
      let mention = document.mentions[index]
      // 较甲集团发行价252港元: the noun is 甲's own.
      if offset - mention.span.end > 6, isAside(mention, clause) { continue }
      if let owner = owner(of: mention) { return owner }
    }
    return nil
  }

  /// The owner that a clause begins with, a date or a word before it, and a verb of having, spending or reaching behind it.
  private func opener(of clause: Span, before offset: Int) -> String? {
    guard let index = document.mentions(in: clause).first(where: { owner(of: document.mentions[$0]) != nil }), document.mentions[index].span.end <= offset else { return nil }
    let mention = document.mentions[index]
    guard mention.span.start - clause.start <= 45, !isAside(mention, clause) else { return nil }
    return owner(of: mention)
  }

  /// Whom a sentence is about by its first clause: an owner that opens it.
  func opener(of sentence: Sentence) -> String? {
    guard let first = clauses(of: sentence).first else { return nil }
    return opener(of: first, before: first.end)
  }

  private func owner(of mention: Mention) -> String? {
    rules.words["zh_not_party"].contains(document.text.text(mention.span)) ? nil : base.owner(of: mention)
  }

  /// 比甲, 超过甲, 据甲: not whose figure it is.
  private func isAside(_ mention: Mention, _ clause: Span) -> Bool {
    let before = document.folded.originalText(Span(max(clause.start, mention.span.start - 15), mention.span.start)).filter { !" *“\"".contains($0) }
    if rules.words["zh_compare"].contains(where: { before.hasSuffix($0) || before.hasSuffix($0 + "了") }) { return true }
    return rules.words["zh_source"].contains { before.hasSuffix($0) } || rules.words["zh_instrument"].contains { before.hasSuffix($0) }
  }

  private enum Possessor {
    case named(String)
    case unlisted
    case none
  }

  /// 1.9亿月活、260亿估值的甲: the name behind 的.
  private func possessor(behind offset: Int, _ sentence: Sentence) -> Possessor {
    guard offset + 3 <= sentence.span.end, ["的", "、"].contains(where: { startsWith($0, offset) }) else { return .none }
    for index in document.mentions(in: sentence.span) where document.mentions[index].span.start >= offset {
      let between = Span(offset, document.mentions[index].span.start)
      guard between.count <= 24 else { break }
      let text = document.folded.originalText(between).filter { !" *“\"".contains($0) }
      guard text.hasSuffix("的") || rules.words["zh_apposition"].contains(where: { text.hasSuffix($0) }), let owner = owner(of: document.mentions[index]) else { break }
      return .named(owner)
    }
    var next = offset + 3
    while next < sentence.span.end, [0x20, 0x2A, 0x22].contains(bytes[next]) { next += 1 }
    return startsWith("的", offset) && next < sentence.span.end && bytes[next] &- 0x41 < 26 ? .unlisted : .none
  }

  /// A Latin name that nobody listed stands somewhere before.
  private func namesUnlisted(_ span: Span) -> Bool {
    var place = span.start
    while place + 3 < span.end {
      guard bytes[place] &- 0x41 < 26, place == 0 || (bytes[place - 1] | 0x20) &- 0x61 >= 26, (bytes[place + 1] | 0x20) &- 0x61 < 26, (bytes[place + 2] | 0x20) &- 0x61 < 26 else {
        place += 1
        continue
      }
      var end = place
      while end < span.end, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] &- 0x30 < 10 { end += 1 }
      let word = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
      if document.mentions(touching: Span(place, end)).isEmpty, !rules.words["zh_generic_latin"].contains(word) { return true }
      place = end
    }
    return false
  }

  /// A Latin name that nobody listed opens the clause.
  private func opensUnlisted(_ clause: Span, before offset: Int) -> Bool {
    var place = clause.start
    while place < offset, [0x20, 0x2A, 0x22, 0x2D].contains(bytes[place]) { place += 1 }
    guard place + 3 < offset, bytes[place] &- 0x41 < 26, (bytes[place + 1] | 0x20) &- 0x61 < 26, (bytes[place + 2] | 0x20) &- 0x61 < 26 else { return false }
    let end = (place..<offset).first { bytes[$0] | 0x20 &- 0x61 >= 26 && bytes[$0] >= 0x80 } ?? offset
    let word = String(decoding: bytes[place..<end], as: UTF8.self).trimmingSpaces().lowercased()
    return document.mentions(touching: Span(place, place + 1)).isEmpty && !rules.words["zh_generic_latin"].contains(word)
  }

  // MARK: Text

  private func holds(_ list: String, _ text: String) -> Bool { rules.words[list].contains { text.holds($0) } }

  private func startsWith(_ word: String, _ offset: Int) -> Bool {
    let count = word.utf8.count
    return offset >= 0 && offset + count <= bytes.count && bytes[offset..<(offset + count)].elementsEqual(word.utf8)
  }

  /// Up to the end of the scalar that `end` falls into.
  private func wholeSpan(_ start: Int, _ end: Int) -> Span {
    var end = end
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }

  /// Cut at commas, semicolons and colons.
  private func clauses(of sentence: Sentence) -> [Span] {
    var clauses: [Span] = []
    var start = sentence.span.start
    var offset = start
    while offset < sentence.span.end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let isComma = scalar == 0x2C && !(offset + 1 < sentence.span.end && bytes[offset + 1] &- 0x30 < 10)
      if isComma || [0xFF0C, 0xFF1B, 0xFF1A, 0x3B].contains(scalar) {
        clauses.append(Span(start, offset))
        start = offset + length
      }
      offset += length
    }
    clauses.append(Span(start, sentence.span.end))
    return clauses
  }
}
