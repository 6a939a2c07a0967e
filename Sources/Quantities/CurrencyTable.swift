import CRateData
public import Facts

/// What money is called: symbols, codes and words in three languages, from `data/rates/currencies.csv`.
///
/// `NT$` is the New Taiwan dollar, `人民元` and in Chinese `元` are the yuan; `¥` is yen in Japanese and English, yuan in Chinese.
struct CurrencyTable: Sendable {
  /// Symbols, codes and words that stand before the number: `$`, `us$`, `rmb`, `€`.
  let prefixes: WordTable<Currency>
  /// Words and codes that stand behind it: `ドル`, `美元`, `dollars`.
  let suffixes: WordTable<Currency>

  struct Currency: Sendable {
    let code: String
    /// The form is a Latin word or code, which must not be glued to letters.
    let isLatin: Bool
    /// `¥`: yuan where the text is Chinese.
    let isYenSign: Bool
  }

  init(csv: String) throws {
    var before: [(String, Currency)] = []
    var behind: [(String, Currency)] = []
    for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5 else { throw QuantityDataError.malformedCurrency(line: String(line)) }
      let code = String(fields[0])
      for form in fields[2...4].flatMap({ $0.split(separator: "|") }) {
        let folded = FoldedForm.fold(form)
        let isLatin = folded.utf8.last.map(isLetter) ?? false
        let currency = Currency(code: code, isLatin: isLatin, isYenSign: folded == "¥")
        let isSymbol = folded.utf8.last == UInt8(ascii: "$") || (folded.unicodeScalars.count == 1 && folded.utf8.count < 4 && !isIdeograph(folded.unicodeScalars.first.map(\.value) ?? 0))
        if isSymbol || form.allSatisfy({ $0.isASCII && !$0.isLowercase }) { before.append((folded, currency)) }
        behind.append((folded, currency))
      }
    }
    prefixes = WordTable(before)
    suffixes = WordTable(behind)
  }

  /// The table that is embedded into the program.
  static func embedded() throws -> CurrencyTable {
    try CurrencyTable(csv: String(decoding: RateData.file("currencies.csv"), as: UTF8.self))
  }
}

/// Reference data that is broken: a fault of the build, no retry helps.
public enum QuantityDataError: Error, CustomStringConvertible {
  case missing(file: String)
  case malformedCurrency(line: String)

  public var description: String {
    switch self {
    case .missing(let file): "embedded data file \(file) is missing"
    case .malformedCurrency(let line): "currencies.csv: malformed row “\(line)”"
    }
  }
}

/// The files of `data/rates`, embedded.
public enum RateData {
  public static func file(_ name: String) throws(QuantityDataError) -> [UInt8] {
    var count = 0
    let files = CRateData_files(&count)
    for index in 0..<count where String(cString: files[index].path) == name {
      return Array(UnsafeBufferPointer(start: files[index].bytes, count: files[index].count))
    }
    throw .missing(file: name)
  }

  /// The embedded daily rates and their overlay.
  public static func exchangeRates() throws -> ExchangeRates {
    try ExchangeRates(daily: file("fx_ecb_daily.csv"), overlay: file("overlay.csv"))
  }
}
