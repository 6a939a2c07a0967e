public import Facts
public import Language

/// Finds the quantities of a text: `ソラ社は約35億円を2026年末までに` holds about 3 500 000 000 JPY and a date, 2026 (end).
///
/// One pass over the folded bytes. A place can begin a quantity only if its byte or scalar does; there, a numeral is
/// read once, and dates, money, percentages, durations, measures and plain numbers compete for it in this order.
public struct QuantityScanner: Sendable {
  let numerals = NumeralReader()
  let currencies: CurrencyTable
  let measures = MeasureTable()
  let qualifiers = QualifierTable()
  let durations = DurationTable()
  let eastAsian = EastAsianDates()
  let english = EnglishDates()
  let numeric = NumericDates()
  let starts: StartTable
  let restatement: Restatement

  public init() throws {
    currencies = try CurrencyTable.embedded()
    restatement = Restatement(rates: try RateData.exchangeRates())
    starts = StartTable(words: eastAsian.words.firstScalars + currencies.prefixes.firstScalars)
  }

  /// - Returns: in the order of the text, not overlapping.
  public func scan(_ text: FoldedText, language: ArticleLanguage, publishedOn: PartialDate?) -> [Quantity] {
    var scan = Scan(scanner: self, text: text, language: language, publishedOn: publishedOn)
    scan.run()
    restatement.link(&scan.found, in: text, publishedOn: publishedOn)
    return scan.found
  }
}

/// Which scalars of three bytes can begin a quantity: one bit each, so that running text is passed over quickly.
struct StartTable: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(words: [UInt32]) {
    for scalar in words where scalar < 0x10000 { insert(scalar) }
    for scalar in UInt32(0x3000)...0x9FFF where ChineseNumeral(scalar) != nil || NumeralReader.isSeveral(scalar) { insert(scalar) }
    // 半, 上百亿, ひと月, まる, 丸, 個, 个, 第.
    for scalar in [0x534A, 0x4E0A, 0x3072, 0x500B, 0x4E2A, 0x7B2C, 0x500D] as [UInt32] { insert(scalar) }
  }

  private mutating func insert(_ scalar: UInt32) { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }

  @inline(__always) func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }
}
