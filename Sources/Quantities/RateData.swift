import CRateData
public import Facts

/// The files of `data/rates`, embedded into the program: currencies, daily rates, their overlay.
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
