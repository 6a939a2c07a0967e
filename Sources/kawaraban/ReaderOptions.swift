import ArgumentParser
import Articles

/// How inputs are read: the limits that keep hostile input harmless, and which fields of JSON and CSV mean what.
/// Shared by every command that reads articles; each flag is a setting of the same name.
struct ReaderOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The largest document that is read, after decompression, in bytes.", valueName: "bytes"))
  var maxBytes: Int?

  @Option(help: ArgumentHelp("How many times its size an archive may grow when unpacked.", valueName: "times"))
  var maxExpansion: Int?

  @Option(help: ArgumentHelp("Members that one archive may have.", valueName: "n"))
  var maxMembers: Int?

  @Option(help: ArgumentHelp("Elements inside elements of HTML, objects inside objects of JSON.", valueName: "n"))
  var maxNesting: Int?

  @Option(help: ArgumentHelp("Paragraphs, items and rows that one article may have.", valueName: "n"))
  var maxBlocks: Int?

  @Option(
    name: .customLong("field"),
    help: ArgumentHelp(
      "A field of JSON or a column of CSV by another name: address, title, text, published, modified or source.",
      valueName: "meaning=name"))
  var fields: [String] = []

  func validate() throws {
    for (value, flag) in [
      (maxBytes, "--max-bytes"), (maxExpansion, "--max-expansion"), (maxMembers, "--max-members"), (maxNesting, "--max-nesting"),
      (maxBlocks, "--max-blocks"),
    ] { if let value, value < 1 { throw ValidationError("\(flag) must be at least 1.") } }
    if let maxNesting, maxNesting > Self.deepest { throw ValidationError("--max-nesting must be at most \(Self.deepest).") }
    for field in fields where FieldNames.Assignment(field) == nil { throw ValidationError("--field “\(field)” \(Self.fieldForm)") }
  }

  /// The readers as flags, environment and settings file have them.
  func readers(_ settings: Settings) throws -> ReaderSettings {
    var readers = ReaderSettings()
    let limits = ReadLimits()
    readers.limits.documentBytes = try settings.count("max-bytes", flag: maxBytes) ?? limits.documentBytes
    readers.limits.expansion = try settings.count("max-expansion", flag: maxExpansion) ?? limits.expansion
    readers.limits.archiveMembers = try settings.count("max-members", flag: maxMembers) ?? limits.archiveMembers
    readers.limits.nesting = try settings.count("max-nesting", flag: maxNesting, upTo: Self.deepest) ?? limits.nesting
    readers.limits.blocks = try settings.count("max-blocks", flag: maxBlocks) ?? limits.blocks
    for field in settings.list("field", flags: fields) {
      guard let assignment = FieldNames.Assignment(field) else {
        throw CommandFailure(.configuration, "“field”: “\(field)” \(Self.fieldForm)")
      }
      readers.fields.add(assignment.name, as: assignment.meaning)
    }
    return readers
  }

  /// Deeper trees would not fit the stack of a worker.
  private static let deepest = 1000
  private static let fieldForm = "must be MEANING=NAME, MEANING one of \(FieldNames.meanings.joined(separator: ", "))."
}

/// How http(s) addresses are fetched. For commands that may be given some.
struct WebOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Milliseconds between two requests to one host.", valueName: "ms"))
  var pause: Int?

  @Option(help: ArgumentHelp("Seconds that one answer from the web may take.", valueName: "s"))
  var timeout: Int?

  @Option(
    help: ArgumentHelp("How web servers are told who asks; robots.txt is read for what stands before its “/”.", valueName: "text"))
  var userAgent: String?

  @Option(help: ArgumentHelp("Pages of one article that are fetched from the web and joined.", valueName: "n"))
  var maxPages: Int?

  func validate() throws {
    if let timeout, timeout < 1 { throw ValidationError("--timeout must be at least 1.") }
    if let maxPages, maxPages < 1 { throw ValidationError("--max-pages must be at least 1.") }
    if let pause, pause < 0 { throw ValidationError("--pause must not be negative.") }
    if let userAgent, WebSettings(userAgent: userAgent) == nil { throw ValidationError("--user-agent \(Self.agentForm)") }
  }

  func web(_ settings: Settings) throws -> WebSettings {
    var web = WebSettings()
    if let agent = settings.text("user-agent", flag: userAgent) {
      guard let named = WebSettings(userAgent: agent) else {
        throw CommandFailure(.configuration, "“user-agent” \(Self.agentForm)")
      }
      web = named
    }
    web.pauseMilliseconds = try settings.count("pause", flag: pause, from: 0) ?? web.pauseMilliseconds
    web.seconds = try settings.count("timeout", flag: timeout) ?? web.seconds
    web.pages = try settings.count("max-pages", flag: maxPages) ?? web.pages
    return web
  }

  private static let agentForm = "must be one line that begins with a product name, as “acme-news/1.0 (https://acme.example)”."
}

extension Settings {
  /// A whole number within bounds.
  fileprivate func count(_ key: String, flag: Int?, from least: Int = 1, upTo most: Int = .max) throws -> Int? {
    try value(
      key, flag: flag, parse: { Int($0).flatMap { $0 >= least && $0 <= most ? $0 : nil } },
      expected: most == .max ? "a whole number from \(least)" : "a whole number from \(least) to \(most)")
  }
}
