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
    var predictions = found.map { prediction($0, index) }
    predictions += numbers(text, language: language).map { prediction($0, index) }
    if !found.contains(where: { $0.kind == .money }), let amount = IsolatedAmount(scanner: self).read(text, language: language) {
      predictions.append(
        QuantityPrediction(
          kind: "currency", span: index.scalarSpan(amount.span), value: amount.value.description, unit: amount.unit))
    }
    return predictions
  }

  private func prediction(_ quantity: Quantity, _ index: ScalarIndex) -> QuantityPrediction {
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

  private func isDay(_ quantity: Quantity) -> Bool {
    // “or later” makes a range of a day; から and まで do not.
    if quantity.limit == .since || quantity.limit == .before, quantity.qualified.end - quantity.span.end >= 9 { return false }
    guard let timex = quantity.timex else { return quantity.date?.precision == .day && quantity.dateEnd == nil }
    return timex.utf8.count == 10 || timex.contains("WXX")
  }
}
