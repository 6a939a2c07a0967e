import ArgumentParser
import Articles

/// How inputs are read: the limits that keep hostile input harmless, and which fields of JSON and CSV mean what.
/// Shared by every command that takes INPUT.
struct ReaderOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The largest document that is read, after decompression, in bytes.", valueName: "bytes"))
  var maxBytes: Int = ReadLimits().documentBytes

  @Option(help: ArgumentHelp("How many times its size an archive may grow when unpacked.", valueName: "times"))
  var maxExpansion: Int = ReadLimits().expansion

  @Option(help: ArgumentHelp("Members that one archive may have.", valueName: "n"))
  var maxMembers: Int = ReadLimits().archiveMembers

  @Option(help: ArgumentHelp("Elements inside elements of HTML, objects inside objects of JSON.", valueName: "n"))
  var maxNesting: Int = ReadLimits().nesting

  @Option(help: ArgumentHelp("Paragraphs, items and rows that one article may have.", valueName: "n"))
  var maxBlocks: Int = ReadLimits().blocks

  @Option(
    name: .customLong("field"),
    help: ArgumentHelp(
      "A field of JSON or a column of CSV by another name: address, title, text, published, modified or source.",
      valueName: "meaning=name"))
  var fields: [String] = []

  @Option(help: ArgumentHelp("Milliseconds between two requests to one host.", valueName: "ms"))
  var pause: Int = WebSettings().pauseMilliseconds

  @Option(help: ArgumentHelp("Seconds that one answer from the web may take.", valueName: "s"))
  var timeout: Int = WebSettings().seconds

  var limits: ReadLimits {
    var limits = ReadLimits()
    limits.documentBytes = maxBytes
    limits.expansion = maxExpansion
    limits.archiveMembers = maxMembers
    limits.nesting = maxNesting
    limits.blocks = maxBlocks
    return limits
  }

  var web: WebSettings {
    var web = WebSettings()
    web.pauseMilliseconds = pause
    web.seconds = timeout
    return web
  }

  var fieldNames: FieldNames {
    var names = FieldNames()
    for field in fields {
      let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { names.add(parts[1], as: parts[0]) }
    }
    return names
  }

  var reader: ArticleReader { ArticleReader(limits: limits, fields: fieldNames) }

  func validate() throws {
    for (value, flag) in [
      (maxBytes, "--max-bytes"), (maxExpansion, "--max-expansion"), (maxMembers, "--max-members"), (maxNesting, "--max-nesting"),
      (maxBlocks, "--max-blocks"), (timeout, "--timeout"),
    ] where value < 1 { throw ValidationError("\(flag) must be at least 1.") }
    if maxNesting > 1000 { throw ValidationError("--max-nesting must be at most 1000.") }
    if pause < 0 { throw ValidationError("--pause must not be negative.") }
    for field in fields {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, FieldNames.meanings.contains(String(parts[0])), !parts[1].isEmpty else {
        throw ValidationError(
          "--field “\(field)” must be MEANING=NAME, MEANING one of \(FieldNames.meanings.joined(separator: ", ")).")
      }
    }
  }
}
