import Catalog
import Facts
import Language
import Quantities

/// Figures on a company, a country or the industry that belong to no deal: `OpenAIの評価額は8520億ドル`.
///
/// The measure comes from the nearest measure noun, the subject from the nearest name before it, else from the topic.
struct MetricReader {
  let catalog: Catalog
  let rules: RuleSet
  let document: LinkedDocument

  /// - Parameters:
  ///   - topic: the organisation that the text is about, for figures without a subject.
  ///   - owner: who raises money in this very sentence: a valuation is its own, whoever else is named.
  ///   - valued: the company that the same item tells an investment in: a bare 評価額 is its own.
  func metrics(
    in sentence: Sentence, measures: [Int: MeasureReader.Reading], taken: Set<Int>, topic: String?, valued: String?, owner: String? = nil
  ) -> [Metric] {
    var result: [Metric] = []
    for index in document.quantities(in: sentence.span) {
      let quantity = document.quantities[index]
      guard quantity.restates == nil, let value = quantity.value, !taken.contains(index) else { continue }
      let reading = measures[index]
      // 1.5兆パラメータ: the unit says what is measured.
      guard let measure = reading.map({ rules.measures.entries[$0.entry].measure }) ?? unitMeasure(quantity) else { continue }
      guard let unit = unit(quantity, measure), isPlausible(value, measure) else { continue }
      let noun = reading?.span ?? quantity.span
      guard let subject = (document.language == .zh ? possessor(behind: max(noun.end, quantity.qualified.end), sentence) : nil) ?? (measure == .valuation ? owner : nil) ?? subject(measure, before: min(noun.start, quantity.span.start), sentence, measure == .valuation ? valued ?? topic : topic) else { continue }
      let span = Span(min(noun.start, quantity.qualified.start), max(noun.end, quantity.qualified.end))
      var falls = reading.map { rules.measures.entries[$0.entry].sign < 0 } ?? false
      if measure == .stockMove || (measure == .growthRate && quantity.kind == .percentage) { falls = falls || isFall(after: quantity, sentence) }
      func metric(_ value: ExactDecimal, _ qualifier: Qualifier) -> Metric {
        Metric(
          subject: subject, measure: measure, value: falls && !value.isNegative ? -value : value, unit: unit,
          period: period(sentence, near: index), qualifier: qualifier, lower: quantity.lower, upper: quantity.upper,
          confidence: Confidence(thousandths: 800), evidence: [document.text.evidence(span, rule: "metric.\(measure.rawValue)")])
      }
      if quantity.isRange, let lower = quantity.lower, let upper = quantity.upper {
        // 2000億～3000億円: both ends are told.
        result += [metric(lower, .atLeast), metric(upper, .upTo)]
      } else {
        result.append(metric(value, quantity.qualifier))
      }
    }
    return result
  }

  /// Two users, three users: an example, no figure on a company.
  func isPlausible(_ value: ExactDecimal, _ measure: Measure) -> Bool {
    switch measure {
    case .userCount: value.approximate >= 100
    // accounts of $100,000 in revenue: a customer's, no company's of this field.
    case .revenue: document.language != .en || value.approximate >= 500_000
    case .headcount: document.language != .en || value.approximate >= 10
    // A price beyond a million is what something cost its maker.
    case .price: document.language != .en || value.approximate <= 1_000_000
    default: true
    }
  }

  func unitMeasure(_ quantity: Quantity) -> Measure? {
    switch quantity.unit {
    case "parameter": .parameters
    case "user": .userCount
    default: nil
    }
  }

  /// 約10％下落し: the word behind the figure gives its sign.
  func isFall(after quantity: Quantity, _ sentence: Sentence) -> Bool {
    let bytes = document.folded.original
    var end = min(sentence.span.end, quantity.qualified.end + 18)
    while end < sentence.span.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = document.folded.originalText(Span(quantity.qualified.end, end))
    return rules.words["fall_words"].contains { text.holds($0) }
  }

  func unit(_ quantity: Quantity, _ measure: Measure) -> String? {
    switch quantity.kind {
    case .money: return quantity.unit
    case .percentage: return "percent"
    case .measure:
      switch quantity.unit {
      case "watt": return "watt"
      case "times": return "times"
      case "parameter", "count", "user", "share", "token": return "count"
      default: return nil
      }
    case .number: return measure == .parameters || measure == .userCount || measure == .modelCount || measure == .headcount || measure == .other ? "count" : nil
    case .duration, .date: return nil
    }
  }

  private func subject(_ measure: Measure, before offset: Int, _ sentence: Sentence, _ topic: String?) -> String? {
    let mentions = document.mentions(in: sentence.span)
    if measure == .parameters {
      return mentions.last { document.mentions[$0].span.end <= offset && document.mentions[$0].type == .model }.map { document.mentions[$0].id }
    }
    if measure == .marketSize || measure == .modelCount, let region = region(before: offset, sentence) { return region }
    for index in mentions.reversed() where document.mentions[index].span.end <= offset {
      if let owner = owner(of: document.mentions[index]) { return owner }
    }
    // A country has no valuation.
    if ![.valuation, .marketCap, .netIncome, .cumulativeInvestment, .price].contains(measure), let region = region(before: offset, sentence) { return region }
    // 「年間売上高はわずか130億ドルだ」との問いに甲社の社長は: the speaker's company.
    for index in mentions where document.mentions[index].type == .person {
      if let company = catalog.person(document.mentions[index].id)?.companyID { return company }
    }
    return topic
  }

  /// The organisation or country that a name stands for as the subject of a figure.
  func owner(of mention: Mention) -> String? {
    switch mention.type {
    case .company:
      if let row = catalog.company(mention.id), row.kind == "government", let country = row.country { return country }
      // Who counts is not who is counted.
      return rules.words["research_firms"].contains(mention.id) || rules.media.contains(mention.id) ? nil : mention.id
    case .product: return mention.maker ?? catalog.vendor(ofProduct: mention.id)
    case .model: return mention.maker ?? catalog.developer(ofModel: mention.id)
    case .chip, .person: return nil
    }
  }

  /// The first owner that a sentence names.
  func firstOwner(in sentence: Sentence) -> String? {
    for index in document.mentions(in: sentence.span) { if let owner = owner(of: document.mentions[index]) { return owner } }
    return nil
  }

  /// The country of a share index named inside `span`.
  func index(in span: Span) -> String? {
    let text = document.folded.text(document.folded.folded(span))
    return rules.words.codes(prefix: "index:").first { text.contains(String(decoding: $0.word, as: UTF8.self)) }?.code
  }

  /// A country or region named inside `span`.
  func region(in span: Span) -> String? { region(from: span.start, before: span.end) }

  /// 1.9亿月活、260亿估值的甲: the name behind 的.
  private func possessor(behind offset: Int, _ sentence: Sentence) -> String? {
    let bytes = document.folded.original
    guard offset + 3 <= sentence.span.end else { return nil }
    for index in document.mentions(in: sentence.span) where document.mentions[index].type == .company && document.mentions[index].span.start >= offset {
      let between = Span(offset, document.mentions[index].span.start)
      guard between.count <= 24 else { return nil }
      let text = document.folded.originalText(between)
      let ends = decodeScalar(bytes, at: offset).scalar == 0x7684 || decodeScalar(bytes, at: offset).scalar == 0x3001
      return ends && text.trimmingSpaces().hasSuffix("的") ? document.mentions[index].id : nil
    }
    return nil
  }

  /// The last country or region named before `offset`.
  func region(before offset: Int, _ sentence: Sentence) -> String? { region(from: sentence.span.start, before: offset) }

  private func region(from start: Int, before offset: Int) -> String? {
    let bytes = document.folded.original
    var best: (end: Int, length: Int, code: String)?
    for (word, code) in document.language == .ja ? rules.japaneseRegions : rules.regions {
      var at = start
      while at + word.count <= offset {
        if bytes[at] == word[0], bytes[at..<(at + word.count)].elementsEqual(word) {
          // 中国政府 before the 政府 inside it.
          let end = at + word.count
          if best.map({ (end, word.count) > ($0.end, $0.length) }) ?? true { best = (end, word.count, code) }
        }
        at += 1
      }
    }
    return best?.code
  }

  func period(_ sentence: Sentence, near index: Int) -> String? {
    var best: (gap: Int, text: String)?
    let target = document.quantities[index].span
    for other in document.quantities(in: sentence.span) where other != index {
      let quantity = document.quantities[other]
      guard quantity.kind == .date, let date = quantity.date, date.year != nil else { continue }
      let gap = quantity.span.end <= target.start ? target.start - quantity.span.end : quantity.span.start - target.end + 40
      if best == nil || gap < (best?.gap ?? 0) { best = (gap, (quantity.fiscal ? "FY" : "") + date.description) }
    }
    return best?.text
  }
}
