internal import CSQLData

/// The files of `sql/`, as embedded into the binary: `migrations/0001_ops.sql`, `models/fact_deal.sql` …
public struct SQLFiles: Sendable {
  private let texts: [String: String]

  public init(_ texts: [String: String]) {
    self.texts = texts
  }

  public static func embedded() -> SQLFiles {
    var count = 0
    let files = CSQLData_files(&count)
    var texts: [String: String] = [:]
    for index in 0..<count { texts[String(cString: files[index].path)] = String(cString: files[index].text) }
    return SQLFiles(texts)
  }

  /// With further files, or others in their place.
  public func adding(_ others: [String: String]) -> SQLFiles { SQLFiles(texts.merging(others) { $1 }) }

  public var paths: [String] { texts.keys.sorted() }

  public func text(_ path: String) throws(WarehouseError) -> String {
    guard let text = texts[path] else { throw WarehouseError(.schema, "the binary lacks its file sql/\(path)") }
    return text
  }
}
