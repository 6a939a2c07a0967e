/// Names of entities that the catalogue lacks, made comparable: `new:Q.ai`, `new:Q.AI, Inc.` → `new:q.ai`.
enum EntityName {
  /// The id itself for catalogue entities; for `new:` ids the folded surface without its legal form.
  static func comparable(_ id: String) -> String {
    guard id.hasPrefix("new:") else { return id }
    var text = folded(String(id.dropFirst(4)))
    for form in legalForms {
      if text.hasPrefix(form) { text = String(text.dropFirst(form.count)) }
      if text.hasSuffix(form) { text = String(text.dropLast(form.count)) }
    }
    text = trimmed(text)
    return text.isEmpty ? id : "new:" + text
  }

  /// Lower case, half width, runs of white space as one space, ends trimmed.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var spaced = true
    for scalar in text.lowercased().unicodeScalars {
      let value = scalar.value
      if scalar.properties.isWhitespace {
        if !spaced { result.append(" ") }
        spaced = true
        continue
      }
      spaced = false
      if (0xFF01...0xFF5E).contains(value), let narrow = Unicode.Scalar(value - 0xFEE0) {
        result.append(contentsOf: String(narrow).lowercased().unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return trimmed(String(result))
  }

  /// Letters and digits alone, so that an id and a name compare: `soft-bank`, `Soft Bank` → `softbank`.
  static func letters(_ text: String) -> String {
    let body = text.hasPrefix("new:") ? String(text.dropFirst(4)) : text
    var result = String.UnicodeScalarView()
    for scalar in folded(body).unicodeScalars where scalar.properties.isAlphabetic || (48...57).contains(scalar.value) {
      result.append(scalar)
    }
    return String(result)
  }

  private static func trimmed(_ text: String) -> String {
    var view = text.unicodeScalars[...]
    while let first = view.first, first == " " || first == "," || first == "." { view = view.dropFirst() }
    while let last = view.last, last == " " || last == "," || last == "." { view = view.dropLast() }
    return String(view)
  }

  /// Longer forms before the forms that they contain.
  private static let legalForms = [
    "株式会社", "合同会社", "有限会社", "股份有限公司", "有限公司", "(株)", ", inc.", " inc.", " inc", " corporation", " corp.", " corp",
    " co., ltd.", " ltd.", " ltd", " llc", " gmbh", " ag", " plc", " s.a.", " holdings", "ホールディングス", "集团", "集団", "グループ", "社",
  ]
}
