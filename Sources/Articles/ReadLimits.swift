/// How much of anything a reader takes before it refuses: the bounds that keep hostile input harmless.
///
/// Example: a document of 40 MiB is one reject (`tooLarge`, “larger than 33554432 bytes”), read no further than the limit.
public struct ReadLimits: Sendable, Equatable {
  /// The largest document, after decompression, in bytes.
  public var documentBytes = 32 << 20
  /// How many times its compressed size an archive may grow, once past `documentBytes`.
  public var expansion = 200
  /// Members of one archive.
  public var archiveMembers = 5_000_000
  /// Archives inside archives, compression layers included.
  public var archiveDepth = 2
  /// Folders inside folders.
  public var folderDepth = 64
  /// Elements inside elements, of HTML and XML; objects and arrays inside each other, of JSON.
  public var nesting = 250
  /// Blocks (paragraphs, items, rows) of one article.
  public var blocks = 200_000
  /// Bytes of a document that a reject keeps.
  public var rejectBytes = 64 << 10

  public init() {}
}
