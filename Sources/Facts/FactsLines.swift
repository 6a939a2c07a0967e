public import Foundation

/// Facts as JSON Lines, one article a line, keys in a fixed order so that equal facts are equal bytes.
public struct FactsLines: Sendable {
  public init() {}

  public func line(_ facts: ArticleFacts) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(facts)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Reads one line; throws `FactsLineError` with what is wrong and where in the line.
  public func facts(line: Data) throws -> ArticleFacts {
    let facts: ArticleFacts
    do {
      facts = try JSONDecoder().decode(ArticleFacts.self, from: line)
    } catch let error as DecodingError {
      throw FactsLineError(reason: describe(error))
    }
    guard facts.schema == ArticleFacts.schemaName else {
      throw FactsLineError(reason: "schema is “\(facts.schema)”, this version reads “\(ArticleFacts.schemaName)”")
    }
    return facts
  }

  private func describe(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context): return "field “\(key.stringValue)” is missing at \(path(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      return "\(context.debugDescription) at \(path(context))"
    @unknown default: return "\(error)"
    }
  }
}

/// A line that is no article of facts. Trying again does not help.
public struct FactsLineError: Error, CustomStringConvertible {
  public let reason: String
  public var description: String { reason }
}
