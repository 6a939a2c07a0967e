import Facts

/// Numerals in English words: `two hundred and fifty million`, `half a billion`, `five and a half`, `tens of billions`.
struct EnglishNumerals: Sendable {
  private enum Word: Sendable {
    case units(Int)
    case tens(Int)
    case hundred
    case scale(Int)
    case dozen
    case pair
    case article
    case and
    case point
    case half
    case quarter
    /// `third`, `fifths`, `hundredths`: what a fraction is counted in.
    case part(Int)
    /// `several`, `a few`.
    case several
    /// `tens of`, `hundreds of`, `billions`: an order of magnitude.
    case order(Int)
    case over
  }

  private let words: WordTable<Word>
  /// `twenty-firsts`, `thirty fifths`.
  private let compositeParts: WordTable<Int>

  init() {
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var table: [(String, Word)] = units.enumerated().map { ($1, .units($0)) }
    table += tens.enumerated().map { ($1, .tens(($0 + 2) * 10)) }
    table += [
      ("naught", .units(0)), ("nought", .units(0)), ("hundred", .hundred), ("hundreds", .hundred), ("thousand", .scale(3)),
      ("million", .scale(6)), ("billion", .scale(9)), ("trillion", .scale(12)), ("quadrillion", .scale(15)), ("lakh", .scale(5)),
      ("lac", .scale(5)), ("lakhs", .scale(5)), ("crore", .scale(7)), ("crores", .scale(7)), ("krores", .scale(7)), ("cr", .scale(7)), ("millions", .scale(6)),
      ("billions", .scale(9)), ("thousands", .scale(3)), ("trillions", .scale(12)), ("dozen", .dozen), ("dozens", .dozen), ("dozs", .dozen), ("doz", .dozen),
      ("pair", .pair), ("pairs", .pair), ("a", .article), ("an", .article), ("and", .and), ("point", .point), ("half", .half), ("quarter", .quarter), ("quarters", .part(4)),
      ("several", .several), ("a few", .several), ("tens of", .order(1)), ("dozens of", .order(1)), ("hundreds of", .order(2)),
      ("thousands of", .order(3)), ("millions of", .order(6)), ("billions of", .order(9)), ("trillions of", .order(12)),
      ("multi-million", .order(6)), ("multi-billion", .order(9)), ("multi-trillion", .order(12)), ("multimillion", .order(6)),
      ("multibillion", .order(9)), ("multitrillion", .order(12)), ("over", .over),
    ]
    let ordinals = [
      "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ]
    for (index, name) in ordinals.enumerated() { table += [(name, .part(index + 3)), (name + "s", .part(index + 3))] }
    let large = [("twentieth", 20), ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50), ("hundredth", 100), ("thousandth", 1000), ("millionth", 1_000_000), ("billionth", 1_000_000_000), ("trillionth", 1_000_000_000_000)]
    for (name, value) in large { table += [(name, .part(value)), (name + "s", .part(value))] }
    words = WordTable(table)
    let single = ["first", "second"] + ordinals.prefix(7)
    compositeParts = WordTable(
      tens.enumerated().flatMap { index, name in
        single.enumerated().flatMap { unit, ordinal in
          [" ", "-"].map { (name + $0 + ordinal + "s", (index + 2) * 10 + unit + 1) }
        }
      })
  }

  private func word(_ bytes: [UInt8], _ place: Int) -> (word: Word, end: Int)? {
    guard isLetter(bytes.byte(place)),
      let found = words.match(bytes, at: place, where: { !isAlphanumeric(bytes.byte($0)) })
    else { return nil }
    return (found.payload, found.end)
  }

  /// The next word behind spaces or a hyphen.
  private func next(_ bytes: [UInt8], _ end: Int) -> Int {
    var place = bytes.afterSpaces(end)
    if bytes.byte(place) == UInt8(ascii: "-") { place = bytes.afterSpaces(place + 1) }
    return place
  }

  /// Whether a word that numerals begin with stands at a place: a cheap refusal for the many others.
  @inline(__always) static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "h"),
      UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "q"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "z"):
      true
    default: false
    }
  }

  func read(_ bytes: [UInt8], at start: Int, reader: NumeralReader) -> Numeral? {
    guard EnglishNumerals.canBegin(bytes[start]), let first = word(bytes, start) else { return nil }
    switch first.word {
    case .order(let power): return order(bytes, start, power, first.end)
    case .several: return several(bytes, start, first.end)
    case .half, .quarter: return share(bytes, start, first.end, first.word)
    case .units, .tens: return cardinal(bytes, start, reader)
    case .article: return article(bytes, start, first.end, reader)
    case .scale(let power) where power >= 6 && bytes.has("-dollar", at: first.end): return order(bytes, start, power, first.end)
    default: return nil
    }
  }

  /// `a hundred`, `a half`, `a quarter million`, `a dozen`.
  private func article(_ bytes: [UInt8], _ start: Int, _ end: Int, _ reader: NumeralReader) -> Numeral? {
    guard let second = word(bytes, bytes.afterSpaces(end)) else { return nil }
    switch second.word {
    case .hundred, .scale, .dozen: return cardinal(bytes, start, reader)
    case .quarter, .half: return share(bytes, start, second.end, second.word)
    case .pair: return numeral(start, second.end, ExactDecimal(2), 0)
    default: return nil
    }
  }

  /// `half a million`, `quarter million`, `half`.
  private func share(_ bytes: [UInt8], _ start: Int, _ end: Int, _ kind: Word) -> Numeral? {
    var value = ExactDecimal(significand: 5, exponent: -1)
    if case .quarter = kind { value = ExactDecimal(significand: 25, exponent: -2) }
    var place = bytes.afterSpaces(end)
    if bytes.byte(end) == UInt8(ascii: "-") { place = end + 1 }
    if let link = word(bytes, place), case .article = link.word { place = bytes.afterSpaces(link.end) }
    var numeral = Numeral(start: start, end: end, value: value)
    numeral.isWords = true
    numeral.isFraction = true
    if let scale = word(bytes, place), let power = power(scale.word) {
      numeral.shift(by: power)
      numeral.end = scale.end
      numeral.hasScale = true
      numeral.scalePower = power
      numeral.isFraction = false
    } else if let dozen = word(bytes, place), case .dozen = dozen.word, let product = value.multiplied(by: ExactDecimal(12)) {
      (numeral.value, numeral.end, numeral.isFraction) = (product, dozen.end, false)
    } else if case .quarter = kind, !bytes.has(" of an hour", at: end) {
      return nil
    }
    return numeral
  }

  private func power(_ word: Word) -> Int? {
    switch word {
    case .scale(let power): power
    case .hundred: 2
    default: nil
    }
  }

  /// `tens of billions`, `billions of`, `multi-billion`.
  private func order(_ bytes: [UInt8], _ start: Int, _ power: Int, _ end: Int) -> Numeral? {
    var total = power
    var numeralEnd = end
    if let scale = word(bytes, bytes.afterSpaces(end)), bytes.has("of", endingAt: end) {
      switch scale.word {
      case .scale(let more): (total, numeralEnd) = (total + more, scale.end)
      // hundreds of thousands of
      case .order(let more): (total, numeralEnd) = (total + more, bytes.has("of", endingAt: scale.end) ? bytes.beforeSpaces(scale.end - 2) : scale.end)
      default: numeralEnd = bytes.beforeSpaces(end - 2)
      }
    } else if bytes.has("of", endingAt: end) {
      numeralEnd = bytes.beforeSpaces(end - 2)
    }
    // “billion-dollar” begins at one billion, “billions” at two.
    let isBare = bytes.byte(numeralEnd) == UInt8(ascii: "-") && !bytes.has("multi", at: start)
    var numeral = Numeral(start: start, end: numeralEnd, value: ExactDecimal(isBare ? 1 : 2).shifted(by: total))
    numeral.lower = numeral.value
    numeral.upper = ExactDecimal(1).shifted(by: total + (power >= 3 ? 3 : 1))
    numeral.isVague = true
    numeral.isWords = true
    numeral.hasScale = total >= 3
    numeral.scalePower = total
    return numeral
  }

  /// `several billion`, `a few hundred`.
  private func several(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Numeral? {
    guard let scale = word(bytes, bytes.afterSpaces(end)), let power = power(scale.word) else { return nil }
    var total = power
    var numeralEnd = scale.end
    if power == 2, let more = word(bytes, bytes.afterSpaces(scale.end)), case .scale(let next) = more.word {
      total += next
      numeralEnd = more.end
    }
    var numeral = Numeral(start: start, end: numeralEnd, value: ExactDecimal(3).shifted(by: total))
    numeral.lower = ExactDecimal(2).shifted(by: total)
    numeral.upper = ExactDecimal(1).shifted(by: total + 1)
    numeral.isVague = true
    numeral.isWords = true
    numeral.hasScale = true
    numeral.scalePower = total
    return numeral
  }

  /// Goes on after digits: `3 hundred and 21`, `6 crore and two hundred`, `3 million and a half`.
  func continued(_ numeral: Numeral, _ bytes: [UInt8], _ reader: NumeralReader) -> Numeral? {
    guard !numeral.hasLetterScale, let following = word(bytes, bytes.afterSpaces(numeral.end)) else { return nil }
    switch following.word {
    case .hundred, .and: break
    case .units:
      // 3 trillion two hundred; but $3 billion one year ago.
      guard numeral.hasScale, let second = word(bytes, bytes.afterSpaces(following.end)), case .hundred = second.word else { return nil }
    default: return nil
    }
    return cardinal(bytes, numeral.start, reader).flatMap { $0.end > numeral.end ? $0 : nil }
  }

  private func cardinal(_ bytes: [UInt8], _ start: Int, _ reader: NumeralReader) -> Numeral? {
    var sum = CardinalSum()
    var place = start
    var end = start
    var scalePower = 0
    while true {
      if isDigit(bytes.byte(place)) {
        guard let digits = reader.digits(bytes, at: place), !digits.hasPoint || end == start,
          sum.add(digits.value, isHundreds: false)
        else { break }
        end = digits.end
      } else {
        guard let found = word(bytes, place) else { break }
        var taken = false
        switch found.word {
        case .units(let value): taken = sum.add(ExactDecimal(value), isHundreds: false)
        case .tens(let value):
          if end > start, !bytes.has("and", endingAt: bytes.beforeSpaces(place)), bytes.byte(place - 1) != UInt8(ascii: "-"),
            compositeParts.match(bytes, at: place, where: { !isAlphanumeric(bytes.byte($0)) }) != nil
          {
            break
          }
          taken = sum.add(ExactDecimal(value), isHundreds: false)
        case .hundred: taken = sum.hundred()
        case .scale(let power):
          taken = sum.scale(power)
          if taken { scalePower = power }
        case .dozen: taken = sum.dozen()
        case .article:
          // “a” begins a hundred, a scale, a dozen.
          if end == start || bytes.has("and", endingAt: bytes.beforeSpaces(place)) { taken = sum.canTakeArticle(end == start) }
          if taken, let following = word(bytes, bytes.afterSpaces(found.end)) {
            switch following.word {
            case .hundred, .scale: break
            case .dozen where end == start: break
            default: taken = false
            }
          } else { taken = false }
          if taken {
            place = bytes.afterSpaces(found.end)
            continue
          }
        case .and:
          guard end > start, let joined = joined(bytes, found.end, sum, scalePower) else { break }
          if let finished = joined.finished {
            return numeral(start, finished.end, finished.value, scalePower)
          }
          place = joined.place
          continue
        case .point:
          guard end > start, let fraction = decimals(bytes, found.end, reader) else { break }
          sum.fraction(fraction.value)
          taken = true
          end = fraction.end
          place = next(bytes, end)
          continue
        default: break
        }
        guard taken else { break }
        end = found.end
      }
      place = next(bytes, end)
    }
    guard end > start, let value = sum.value else { return nil }
    if let share = fractional(bytes, start, end, value) { return share }
    return numeral(start, end, value, scalePower)
  }

  private func numeral(_ start: Int, _ end: Int, _ value: ExactDecimal, _ scalePower: Int) -> Numeral {
    var numeral = Numeral(start: start, end: end, value: value)
    numeral.isWords = true
    numeral.hasScale = scalePower > 0
    numeral.scalePower = scalePower
    return numeral
  }

  /// `two thirds`, `five - eighths`, `one over twenty`.
  private func fractional(_ bytes: [UInt8], _ start: Int, _ end: Int, _ value: ExactDecimal) -> Numeral? {
    let place = next(bytes, end)
    // one hundred thirty fifths are 100/35, unless “and” goes before.
    if let (denominator, partEnd) = compositeParts.match(bytes, at: place, where: { !isAlphanumeric(bytes.byte($0)) }),
      let share = value.divided(by: ExactDecimal(denominator), digits: 18)
    {
      var result = numeral(start, partEnd, share, 0)
      result.isFraction = true
      return result
    }
    guard let found = word(bytes, place), case .part(let denominator) = found.word,
      bytes.byte(found.end - 1) == UInt8(ascii: "s") || value == ExactDecimal(1),
      let share = value.divided(by: ExactDecimal(denominator), digits: 18)
    else { return nil }
    var result = numeral(start, found.end, share, 0)
    result.isFraction = true
    // two thirds of a million
    if let of = bytes.end(ofAny: [" of a "], at: found.end), let scale = word(bytes, of), case .scale(let power) = scale.word {
      result.shift(by: power)
      result.end = scale.end
    }
    return result
  }

  /// What follows “and”: a smaller number (`hundred and five`), or a share (`and a half`, `and two thirds`).
  private func joined(
    _ bytes: [UInt8], _ end: Int, _ sum: CardinalSum, _ scalePower: Int
  ) -> (place: Int, finished: (value: ExactDecimal, end: Int)?)? {
    var place = next(bytes, end)
    guard let base = sum.value else { return nil }
    var numerator = ExactDecimal(1)
    var found = word(bytes, place)
    if let article = found, case .article = article.word {
      place = next(bytes, article.end)
      found = word(bytes, place)
    } else if let count = found, case .units(let units) = count.word, let following = word(bytes, next(bytes, count.end)) {
      switch following.word {
      case .part, .half, .quarter:
        numerator = ExactDecimal(units)
        found = following
      default: break
      }
    }
    guard let part = found else { return isDigit(bytes.byte(place)) && sum.takesRest ? (place, nil) : nil }
    let share: ExactDecimal?
    switch part.word {
    case .half: share = numerator.divided(by: ExactDecimal(2))
    case .quarter: share = numerator.divided(by: ExactDecimal(4))
    case .part(let denominator): share = numerator.divided(by: ExactDecimal(denominator), digits: 18)
    case .units, .tens:
      // two and fifty-four hundredths
      if let (tens, units, rest) = twoDigits(bytes, place), let part = word(bytes, next(bytes, rest)), case .part(let denominator) = part.word, denominator >= 10,
        let share = ExactDecimal(tens + units).divided(by: ExactDecimal(denominator), digits: 18)
      {
        return base.adding(share).map { (place, ($0, part.end)) }
      }
      return sum.takesRest ? (place, nil) : nil
    default: return nil
    }
    guard var value = share else { return nil }
    let after = next(bytes, part.end)
    if let scale = word(bytes, after), case .scale(let power) = scale.word {
      // “five and a half million” scales all, “one billion and a half million” only the share.
      let whole = scalePower > 0 ? base : base.shifted(by: power)
      value = value.shifted(by: power)
      return whole.adding(value).map { (place, ($0, scale.end)) }
    }
    value = value.shifted(by: scalePower)
    return base.adding(value).map { (place, ($0, part.end)) }
  }

  private func twoDigits(_ bytes: [UInt8], _ place: Int) -> (Int, Int, Int)? {
    guard let first = word(bytes, place) else { return nil }
    if case .units(let value) = first.word { return (0, value, first.end) }
    guard case .tens(let tens) = first.word else { return nil }
    if let second = word(bytes, next(bytes, first.end)), case .units(let units) = second.word, (1...9).contains(units) { return (tens, units, second.end) }
    return (tens, 0, first.end)
  }

  private func decimals(_ bytes: [UInt8], _ end: Int, _ reader: NumeralReader) -> (value: ExactDecimal, end: Int)? {
    var value: Int128 = 0
    var count = 0
    var last = end
    var place = bytes.afterSpaces(end)
    while count < 20, let found = word(bytes, place) {
      if case .units(let digit) = found.word, digit < 10 || count == 0 {
        value = value * (digit < 10 ? 10 : 100) + Int128(digit)
        count += digit < 10 ? 1 : 2
      } else {
        break
      }
      last = found.end
      place = bytes.afterSpaces(last)
    }
    return count > 0 ? (ExactDecimal(significand: value, exponent: -count), last) : nil
  }
}

/// The sum of a cardinal as its words come: groups below a thousand, closed by scales.
private struct CardinalSum {
  private var total = ExactDecimal.zero
  private var group: ExactDecimal?
  private var lastScale = 100
  private var wasHundred = false
  private var touched = false

  var value: ExactDecimal? {
    guard touched else { return nil }
    return group.map { total.adding($0) } ?? total
  }

  /// Whether “and N” goes on: after a hundred or a scale.
  var takesRest: Bool { group == nil || wasHundred }

  func canTakeArticle(_ isFirst: Bool) -> Bool { isFirst || group == nil }

  mutating func add(_ number: ExactDecimal, isHundreds: Bool) -> Bool {
    touched = true
    guard let current = group else {
      group = number
      wasHundred = false
      return true
    }
    let isBelowHundred = number < ExactDecimal(100)
    if wasHundred, isBelowHundred, let sum = current.adding(number) {
      group = sum
      wasHundred = false
      return true
    }
    // twenty-one
    if let rest = current.integer.map({ $0 % 100 }), rest >= 20, rest % 10 == 0, number < ExactDecimal(10), ExactDecimal.zero < number,
      let sum = current.adding(number)
    {
      group = sum
      return true
    }
    return false
  }

  mutating func hundred() -> Bool {
    touched = true
    let current = group ?? ExactDecimal(1)
    guard current < ExactDecimal(100), !wasHundred else { return false }
    group = current.shifted(by: 2)
    wasHundred = true
    return true
  }

  mutating func scale(_ power: Int) -> Bool {
    touched = true
    if power >= lastScale {
      guard group == nil, power + lastScale < 24 else { return false }
      total = total.shifted(by: power)
      return true
    }
    guard let sum = total.adding((group ?? ExactDecimal(1)).shifted(by: power)) else { return false }
    total = sum
    group = nil
    wasHundred = false
    lastScale = power
    return true
  }

  mutating func dozen() -> Bool {
    touched = true
    guard let product = (group ?? ExactDecimal(1)).multiplied(by: ExactDecimal(12)) else { return false }
    group = product
    return true
  }

  mutating func fraction(_ part: ExactDecimal) {
    group = (group ?? .zero).adding(part) ?? group
    wasHundred = false
  }
}
