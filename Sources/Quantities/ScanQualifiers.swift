import Facts

/// What surrounds a figure: qualifiers that make it an interval, words that make it a rate, limits of dates.
extension Scan {
  func qualify(_ quantity: inout Quantity) {
    var start = quantity.folded.start
    var end = quantity.folded.end
    if let (qualifier, at) = before(start) {
      quantity.qualifier = qualifier
      start = at
    }
    if let (qualifier, at) = behind(end, quantity.kind) {
      if quantity.qualifier != .upTo || qualifier != .about { quantity.qualifier = qualifier }
      end = at
    }
    quantity.qualified = text.original(Facts.Span(start, end))
    quantity.rateOf = rate(start, end, quantity.kind)
    guard let value = quantity.value else { return }
    switch quantity.qualifier {
    case .exact, .about: break
    case .atLeast: quantity.lower = quantity.lower ?? value
    case .upTo: quantity.upper = quantity.upper ?? value
    }
  }

  private func before(_ start: Int) -> (Qualifier, Int)? {
    let end = bytes.beforeSpaces(start, limit: 1)
    guard end > (found.last?.folded.end ?? 0) else { return nil }
    guard let match = scanner.qualifiers.before.match(bytes, endingAt: end, where: { [bytes] in bytes.isWordBoundary($0) }) else { return nil }
    if match.start < (found.last?.folded.end ?? 0) { return nil }
    if isLetter(bytes.byte(end - 1)), end == start { return nil }
    // 契約, 公約, 予約, 節約: 約 ends another word; 最大 and 最高 are fine.
    if bytes.has("約", at: match.start) || bytes.has("约", at: match.start), match.start == end - 3 {
      let scalar = bytes.scalar(before: match.start)
      if [0x5951, 0x516C, 0x4E88, 0x7BC0, 0x898F, 0x5236, 0x89E3, 0x6761, 0x8981, 0x96C6 &+ 0x10000, 0x8282, 0x9884, 0x5408, 0x6210, 0x5A5A, 0x8A93].contains(scalar) { return nil }
    }
    return (match.payload, match.start)
  }

  private func behind(_ end: Int, _ kind: Quantity.Kind) -> (Qualifier, Int)? {
    let at = bytes.afterSpaces(end, limit: 1)
    guard let match = scanner.qualifiers.behind.match(bytes, at: at, where: { [bytes] in bytes.isWordBoundary($0) }) else { return nil }
    if at > end, bytes.byte(at) >= 0x80 { return nil }
    // 200円余る: something is left over.
    if bytes.end(ofAny: ["余る", "余っ", "余ら"], at: at) != nil { return nil }
    // 強化, 弱点, 程度の, 多く: words that only begin so.
    if match.end - at == 3, isIdeograph(bytes.scalar(match.end)), !bytes.has("前", at: at), bytes.end(ofAny: ["強", "弱", "多", "余", "超"], at: at) != nil {
      return bytes.has("超", at: at) ? (match.payload, match.end) : nil
    }
    if bytes.has("まで", at: at), kind == .money || kind == .number { return nil }
    return (match.payload, match.end)
  }

  private func rate(_ start: Int, _ end: Int, _ kind: Quantity.Kind) -> String? {
    guard kind == .money || kind == .measure || kind == .number else { return nil }
    let place = bytes.beforeSpaces(start, limit: 1)
    for (words, period) in Self.ratesBefore {
      for word in words where bytes.has(word, endingAt: place) && bytes.isWordBoundary(place - word.utf8CodeUnitCount) {
        return counts(before: place - word.utf8CodeUnitCount, bytes.scalar(place - word.utf8CodeUnitCount)) ? nil : period
      }
    }
    let next = bytes.afterSpaces(end, limit: 1)
    for (words, period) in Self.ratesBehind {
      if let after = bytes.end(ofAny: words, at: next), bytes.isWordBoundary(after) { return period }
    }
    return nil
  }

  /// 7|年間で, 3カ|月間, 2030|年に, 昨|年に: a length of time or a date, no rate.
  private func counts(before place: Int, _ first: UInt32) -> Bool {
    guard [0x5E74, 0x6708, 0x65E5].contains(first), place > 0 else { return false }
    let before = bytes.scalar(before: place)
    if before < 0x80 { return isDigit(UInt8(before)) }
    return ChineseNumeral(before) != nil || "数カか個ヵヶケ今昨来去同翌先前".unicodeScalars.contains { $0.value == before }
  }

  private static let ratesBefore: [([StaticString], String)] = [
    (["年間で", "年間", "年間約", "年額", "年平均で", "年平均", "毎年", "年商", "年収", "年に", "每年", "每年约", "年均", "年化", "annual", "annually", "annualized", "yearly"], "year"),
    (["月額", "月間", "毎月", "月に", "每月", "月平均", "monthly"], "month"),
    (["日額", "1日あたり", "1日当たり", "毎日", "每天", "每日", "daily"], "day"), (["時給", "1時間あたり", "每小时"], "hour"),
  ]
  private static let ratesBehind: [([StaticString], String)] = [
    (["per year", "a year", "annually", "every year", "each year", "per annum", "/年", "/year", "/yr"], "year"),
    (["per month", "a month", "monthly", "every month", "/月", "/month", "/mo"], "month"), (["per day", "a day", "daily", "/日", "/day"], "day"),
    (["per hour", "an hour", "/時", "/hour", "/hr", "/h"], "hour"),
  ]

  func limit(_ quantity: inout Quantity) {
    let end = quantity.folded.end
    let next = bytes.afterSpaces(end, limit: 1)
    if let (limit, after) = scanner.qualifiers.limitsBehind.match(bytes, at: next, where: { [bytes] in bytes.isWordBoundary($0) }) {
      quantity.limit = limit
      quantity.qualified = text.original(Facts.Span(quantity.folded.start, after))
      return
    }
    let place = bytes.beforeSpaces(quantity.folded.start, limit: 1)
    if let (limit, start) = scanner.qualifiers.limitsBefore.match(bytes, endingAt: place, where: { [bytes] in bytes.isWordBoundary($0) }),
      place < quantity.folded.start || bytes.byte(place - 1) >= 0x80
    {
      quantity.limit = limit
      quantity.qualified = text.original(Facts.Span(start, end))
    }
  }
}
