import Facts

/// Ranges: `3〜5億ドル`, `10億〜20億ドル`, `$3-5 billion`, `between $3bn and $5bn`, `3から5%`.
extension Scan {
  /// What joins the two ends of a range; ends behind it.
  private func link(_ end: Int, spelled: Bool) -> Int? {
    var at = bytes.afterSpaces(end, limit: 1)
    var byte = bytes.byte(at)
    // Markdown writes the tilde of a range as \~, lest two of them strike the text out.
    if byte == UInt8(ascii: "\\"), bytes.byte(at + 1) == UInt8(ascii: "~") {
      at += 1
      byte = bytes.byte(at)
    }
    if byte == UInt8(ascii: "~") { return bytes.afterSpaces(at + 1, limit: 1) }
    if byte == UInt8(ascii: "-"), at == end || bytes.byte(at + 1) == 0x20 { return bytes.afterSpaces(at + 1, limit: 1) }
    guard spelled else { return nil }
    if let after = bytes.end(ofAny: ["から", "ないし", "至", "到"], at: at) { return bytes.afterSpaces(after, limit: 1) }
    if let after = bytes.end(ofAny: ["to ", "and "], at: at), at > end { return after }
    return nil
  }

  /// Two numbers before one unit: the first takes the scale of the second.
  func rangeOfNumbers(_ first: Numeral) -> Numeral? {
    guard !first.isVague, !first.isSigned, let at = link(first.end, spelled: true), isDigit(bytes.byte(at)) || bytes.byte(at) >= 0xE3,
      let second = scanner.numerals.read(bytes, at: at, chinese: isChinese)
    else { return nil }
    return joined(first, second)
  }

  /// `$3-5 billion`, `$3bn to $5bn` behind a currency sign.
  func range(from first: Numeral, sign: (start: Int, end: Int)) -> Numeral? {
    let isBetween = bytes.has("between", endingAt: bytes.beforeSpaces(sign.start, limit: 1))
    guard !first.isVague, let at = link(first.end, spelled: isBetween || bytes.byte(first.end) == 0x20 && !bytes.has("from", endingAt: bytes.beforeSpaces(sign.start, limit: 1)))
    else { return nil }
    if bytes.has("and ", endingAt: at), !isBetween { return nil }
    var next = at
    let signBytes = bytes[sign.start..<sign.end]
    let hasSign = next + signBytes.count <= bytes.count && bytes[next..<(next + signBytes.count)].elementsEqual(signBytes)
    if hasSign { next += signBytes.count } else if bytes.has("$", at: next) { next += 1 }
    guard isDigit(bytes.byte(next)), hasSign || !bytes.has("and ", endingAt: at),
      let second = scanner.numerals.read(bytes, at: next, chinese: isChinese), !isLetter(bytes.byte(second.end))
    else { return nil }
    return joined(first, second)
  }

  /// `10億ドル〜20億ドル`, `between 3 billion dollars and 5 billion dollars`.
  func range(of first: Numeral, code: String) -> Numeral? {
    guard !first.isVague, !first.isRange, let at = link(first.end, spelled: bytes.has("between", endingAt: bytes.beforeSpaces(first.start, limit: 1))),
      isDigit(bytes.byte(at)) || bytes.byte(at) >= 0xE3, let second = scanner.numerals.read(bytes, at: at, chinese: isChinese),
      let name = currencyName(after: second.end), name.code == code
    else { return nil }
    var whole = joined(first, second)
    whole?.end = name.end
    return whole
  }

  private func joined(_ first: Numeral, _ second: Numeral) -> Numeral? {
    guard !second.isVague else { return nil }
    // From 0 to 100 million: a growth that the second number names, unless a dash makes it a range.
    if first.value.isZero, bytes.byte(bytes.afterSpaces(first.end, limit: 1)) >= 0x80 || isLetter(bytes.byte(bytes.afterSpaces(first.end, limit: 1))) { return nil }
    let inherits = !first.hasScale && second.hasScale
    let low = inherits ? first.value.shifted(by: second.scalePower) : first.value
    guard low < second.value else { return nil }
    var whole = first
    whole.value = low
    whole.lower = low
    whole.upper = second.value
    whole.isRange = true
    whole.end = second.end
    whole.hasScale = second.hasScale
    whole.scalePower = second.scalePower
    whole.integerDigits = 0
    return whole
  }
}
