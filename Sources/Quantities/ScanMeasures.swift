import Facts

/// Measures: `6GW`, `数十万基`, `1兆パラメータ`, `671B parameters`, `2.5倍`, `500,000 chips`.
extension Scan {
  mutating func measure(_ numeral: Numeral) -> Bool {
    var at = bytes.afterSpaces(numeral.end, limit: 1)
    if at == numeral.end, bytes.byte(at) == UInt8(ascii: "-"), isLetter(bytes.byte(at + 1)) { at += 1 }
    guard let (unit, end) = scanner.measures.units.match(
      bytes, at: at, where: { [bytes] in !isLetter(bytes.byte($0 - 1)) || !isAlphanumeric(bytes.byte($0)) })
    else { return false }
    guard accepts(unit, numeral, at, end) else { return false }
    var scaled = numeral
    scaled.shift(by: unit.power)
    let counter = String(decoding: bytes[at..<end], as: UTF8.self)
    emit(.measure, scaled, end: end) {
      $0.unit = unit.base
      $0.counter = counter
    }
    return true
  }

  private func accepts(_ unit: MeasureTable.Unit, _ numeral: Numeral, _ at: Int, _ end: Int) -> Bool {
    if unit.isLatin {
      // 5 w, 3 m are too short to be sure with a space.
      if end - at == 1 { return at == numeral.end && !numeral.isWords }
      return true
    }
    let isShortKanji = numeral.isKanji && !numeral.hasScale && !numeral.isVague && numeral.end - numeral.start <= 3
    if isShortKanji, unit.base == "count" || unit.base == "metre" { return false }
    if end - at == 3 {
      let next = bytes.scalar(end)
      // 3人工, 5本部, 2回線, 4名古屋, 1台湾, 7社会, 2人民: the counter begins another word.
      if unit.isCutBy(next) { return false }
    }
    return true
  }
}
