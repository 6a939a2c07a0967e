import Catalog
import Facts
import Language
import Quantities

/// What the readers of figures of all three languages share: units, periods, owners and regions of figures that belong to no
/// deal, `OpenAIの評価額は8520億ドル`.
struct MetricReader {
  let catalog: Catalog
  let rules: RuleSet
  let document: LinkedDocument

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

  /// What a subject's figure comes to: one metric, or its two ends where a range is told (`2000億～3000億円`).
  func metrics(
    _ index: Int, of subject: String, _ measure: Measure, unit: String, falls: Bool, confidence thousandths: Int, evidence: Evidence, in sentence: Sentence
  ) -> [Metric] {
    let quantity = document.quantities[index]
    func metric(_ value: ExactDecimal, _ qualifier: Qualifier) -> Metric {
      Metric(
        subject: subject, measure: measure, value: falls && !value.isNegative ? -value : value, unit: unit,
        period: period(sentence, near: index), qualifier: qualifier, lower: quantity.lower, upper: quantity.upper,
        confidence: Confidence(thousandths: thousandths), evidence: [evidence])
    }
    if quantity.isRange, let lower = quantity.lower, let upper = quantity.upper { return [metric(lower, .atLeast), metric(upper, .upTo)] }
    return quantity.value.map { [metric($0, quantity.qualifier)] } ?? []
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
