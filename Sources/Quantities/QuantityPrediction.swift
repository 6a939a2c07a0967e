public import Facts
public import Language

/// A quantity in the form that `kawaraban quantities` writes and that tests of other recognisers compare with.
///
/// Offsets are Unicode scalars. Kinds are layers that may overlap: `3年で2000ドル` holds two numbers, a duration and an
/// amount of currency. A day is a `date`, everything coarser a `daterange`.
public struct QuantityPrediction: Sendable, Encodable {
  public let kind: String
  public let start: Int
  public let end: Int
  public let value: String?
  public let unit: String?
  public let timex: String?
  public let lower: String?
  public let upper: String?

  init(kind: String, span: ScalarSpan, value: String?, unit: String?, timex: String? = nil, lower: String? = nil, upper: String? = nil) {
    self.kind = kind
    self.start = span.start
    self.end = span.end
    self.value = value
    self.unit = unit
    self.timex = timex
    self.lower = lower
    self.upper = upper
  }
}

extension QuantityScanner {
  public func predictions(_ text: FoldedText, language: ArticleLanguage, publishedOn: PartialDate?) -> [QuantityPrediction] {
    let index = ScalarIndex(text.original)
    let found = scan(text, language: language, publishedOn: publishedOn).filter { $0.kind != .number }
    var predictions = found.map { prediction($0, in: text, index) }
    predictions += numbers(text, language: language).map { prediction($0, in: text, index) }
    if language == .en {
      predictions += NamedPercentage.read(text, found: found).map {
        QuantityPrediction(kind: "percentage", span: index.scalarSpan($0.span), value: $0.value, unit: "percent")
      }
    }
    if let amount = IsolatedAmount(scanner: self).read(text, language: language, found: found) {
      predictions.removeAll { $0.kind == "currency" }
      predictions.append(
        QuantityPrediction(
          kind: "currency", span: index.scalarSpan(amount.span), value: amount.value.description, unit: amount.unit))
    }
    return predictions
  }

  private func prediction(_ quantity: Quantity, in text: FoldedText, _ index: ScalarIndex) -> QuantityPrediction {
    if quantity.kind == .percentage, quantity.isRange, let last = lastOfRange(quantity, in: text) {
      return QuantityPrediction(
        kind: "percentage", span: index.scalarSpan(last), value: quantity.upper?.description, unit: quantity.unit,
        lower: quantity.lower?.description, upper: quantity.upper?.description)
    }
    let kind: String
    switch quantity.kind {
    case .money: kind = "currency"
    case .date: kind = isDay(quantity) ? "date" : "daterange"
    default: kind = quantity.kind.rawValue
    }
    return QuantityPrediction(
      kind: kind, span: index.scalarSpan(quantity.kind == .duration ? quantity.qualified : quantity.span),
      value: quantity.value?.description ?? quantity.date?.description,
      unit: quantity.kind == .money ? quantity.unit ?? quantity.counter : quantity.unit, timex: quantity.timex,
      lower: quantity.lower?.description, upper: quantity.upper?.description)
  }

  /// `5-20%`: only the last number has the sign, and it is the percentage; the bounds tell the range.
  private func lastOfRange(_ quantity: Quantity, in text: FoldedText) -> Facts.Span? {
    let bytes = text.bytes
    let links: [StaticString] = ["~", "-", "から", "ないし", "至", "到", "to ", "and "]
    for start in stride(from: quantity.folded.end - 1, to: quantity.folded.start, by: -1) {
      guard let end = bytes.end(ofAny: links, at: start) else { continue }
      return text.original(Facts.Span(bytes.afterSpaces(end), quantity.folded.end))
    }
    return nil
  }

  private func isDay(_ quantity: Quantity) -> Bool {
    // “or later” makes a range of a day; から and まで do not.
    if quantity.limit == .since || quantity.limit == .before, quantity.qualified.end - quantity.span.end >= 9 { return false }
    guard let timex = quantity.timex else { return quantity.date?.precision == .day && quantity.dateEnd == nil }
    return timex.utf8.count == 10 || timex.contains("WXX")
  }
}
