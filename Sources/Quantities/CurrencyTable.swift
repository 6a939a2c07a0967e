/// What money is called: symbols, codes and words in three languages, from `data/rates/currencies.csv`.
///
/// `NT$` is the New Taiwan dollar, `人民元` and in Chinese `元` are the yuan; `¥` is yen in Japanese and English, yuan in Chinese.
struct CurrencyTable: Sendable {
  /// Symbols, codes and words that stand before the number: `$`, `us$`, `rmb`, `€`, `人民币`.
  let prefixes: WordTable<Currency>
  /// Words and codes that stand behind it: `ドル`, `美元`, `dollars`.
  let suffixes: WordTable<Currency>

  struct Currency: Sendable {
    let code: String
    /// The form ends in a Latin letter: it must not be glued to others.
    var isLatin = false
    /// A word or code, as against a sign.
    var isWord = false
    var isCode = false
    var isIdeographic = false
    /// `¥`: yuan where the text is Chinese.
    var isYenSign = false
    /// A code that is also an English word or name: capitals only.
    var needsCapitals = false
    /// `MEUR` counts in millions.
    var power = 0
  }

  /// Codes that are written in small letters too.
  private static let common: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "KRW", "HKD", "TWD", "NTD", "SGD", "INR", "AUD", "CHF", "AED", "MXN", "NZD",
  ]
  /// Words that stand before their number as signs do.
  private static let leading: Set<String> = ["rs", "rs.", "rm", "rp", "ringgit", "malaysian ringgit", "rmb", "nt", "ntd"]

  init(csv: String) throws(QuantityDataError) {
    var before: [(String, Currency)] = []
    var behind: [(String, Currency)] = []
    for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5 else { throw .malformedCurrency(line: String(line)) }
      let code = String(fields[0])
      for form in fields[2...4].flatMap({ $0.split(separator: "|") }) {
        Self.add(form, code, &before, &behind)
      }
    }
    prefixes = WordTable(before)
    suffixes = WordTable(behind)
  }

  private static func add(
    _ form: Substring, _ code: String, _ before: inout [(String, Currency)], _ behind: inout [(String, Currency)]
  ) {
    let folded = FoldedForm.fold(form)
    let bytes = Array(folded.utf8)
    let last = bytes[bytes.count - 1]
    let isSign = last == UInt8(ascii: "$") || (folded.unicodeScalars.count == 1 && last >= 0x80 && bytes[0] < 0xE3)
    var currency = Currency(code: code, isLatin: isLetter(last), isWord: !isSign)
    currency.isCode = bytes.count == 3 && bytes.allSatisfy(isLetter) && form.utf8.allSatisfy { $0 < 0x5B }
    currency.needsCapitals = currency.isCode && !common.contains(String(form))
    currency.isIdeographic = bytes[0] >= 0xE4
    currency.isYenSign = folded == "¥"
    if isSign || currency.isCode || leading.contains(folded) || folded.hasSuffix("币") || folded.hasSuffix("幣") {
      before.append((folded, currency))
    }
    behind.append((folded, currency))
    // us $: as tokenised texts have it; usd$. A letter alone but c is a word: a $2 bn round, Acme’s $2 bn.
    if isSign, last == UInt8(ascii: "$"), bytes.count > 1 {
      let letters = String(decoding: bytes.dropLast(), as: UTF8.self)
      if letters.utf8.count > 1 || letters == "c" { before.append((letters + " $", currency)) }
      if letters == "us" { before += [("u.s $", currency), ("u.s. $", currency), ("u.s.$", currency)] }
    }
    if currency.isCode {
      var signed = currency
      signed.needsCapitals = false
      before += [(folded + "$", signed), (folded + " $", signed)]
      var million = currency
      million.power = 6
      if ["usd", "eur", "gbp", "jpy", "sek", "aud", "cad", "chf", "nok", "dkk", "inr"].contains(folded) {
        before.append(("m" + folded, million))
        behind.append(("m" + folded, million))
      }
    }
  }

  /// The table that is embedded into the program.
  static func embedded() throws -> CurrencyTable {
    try CurrencyTable(csv: String(decoding: RateData.file("currencies.csv"), as: UTF8.self))
  }
}
