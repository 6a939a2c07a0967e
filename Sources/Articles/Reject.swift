public import Facts

/// A document that became no article, and why: `notes.bin: binary file (zero byte at 17)`.
public struct Reject: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case unreadable, empty, binary, tooLarge, tooDeep, brokenEncoding, malformed, noArticle, unsupported, loop, limit
    case network, forbidden
    /// The job died of it.
    case crashed
  }

  /// Which step refused it.
  public enum Stage: String, Sendable, Codable { case source, archive, charset, reader }

  public let uri: String
  public let reason: Reason
  /// In plain words, with the figure or position that decided.
  public let detail: String
  public let stage: Stage
  /// The first bytes, up to `ReadLimits.rejectBytes`.
  public let bytes: [UInt8]

  public init(uri: String, reason: Reason, detail: String, stage: Stage, bytes: [UInt8] = []) {
    self.uri = uri
    self.reason = reason
    self.detail = detail
    self.stage = stage
    self.bytes = bytes
  }

  /// Whether reading the same input again may succeed.
  public var isTransient: Bool { reason == .unreadable || reason == .network }

  public var description: String { "\(uri): \(detail)" }
}

/// What a reader made of a document, or of one of several articles in it.
public enum ReadResult: Sendable {
  case article(Article)
  case reject(Reject)
}

/// Why a reader refused a document, before it is known which document that was.
struct ReadFailure: Error {
  let reason: Reject.Reason
  let detail: String

  init(_ reason: Reject.Reason, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }
}
