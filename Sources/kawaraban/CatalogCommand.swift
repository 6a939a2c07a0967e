import ArgumentParser
import Articles
import Catalog
import Facts
import Foundation
import Language

/// `kawaraban catalog`: the reference entities, their names, and what a text links to.
struct CatalogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Looks into the catalogue of companies, models, chips, products and people.",
    subcommands: [Lint.self, Search.self, Propose.self, Link.self, Measure.self])

  struct Options: ParsableArguments {
    @Option(name: .customLong("catalog"), help: "Folder with rows that add to or override the catalogue.")
    var folder: String?

    var overlay: URL? { folder.map { URL(fileURLWithPath: $0) } }

    /// Runs `body`; a catalogue that does not load ends the command with status 78.
    func run<Value>(_ body: () throws -> Value) throws -> Value {
      do {
        return try body()
      } catch let error as CatalogError {
        FileHandle.standardError.write(Data("kawaraban: \(error)\n".utf8))
        throw ExitCode(78)
      }
    }
  }

  struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Checks the catalogue: broken rows (status 78), risky aliases (status 1).")
    @OptionGroup var options: Options

    func run() async throws {
      let findings = try options.run { try CatalogLint(overlay: options.overlay).findings() }
      for finding in findings { print(finding) }
      FileHandle.standardError.write(Data("\(findings.count) findings\n".utf8))
      if !findings.isEmpty { throw ExitCode(1) }
    }
  }

  struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Finds entities by name, in any spelling.")
    @OptionGroup var options: Options
    @Option(help: "At most this many.") var limit = 20
    @Argument(help: "A name, or a part of one.") var name: [String]

    func run() async throws {
      let hits = try options.run { try CatalogSearch(overlay: options.overlay).hits(name.joined(separator: " "), limit: limit) }
      for hit in hits {
        print("\(hit.type.rawValue)\t\(hit.id)\t\(hit.name)\t\(hit.company ?? "-")\t\(hit.aliases.joined(separator: " · "))")
      }
      if hits.isEmpty { throw ExitCode(1) }
    }
  }

  struct Propose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists names in articles that no row holds, most told first, as CSV.",
      discussion: "With --write DIR the suggested rows are written as an overlay folder, to be checked, then used by --catalog DIR or merged.")
    @OptionGroup var options: Options
    @Option(help: "Only names that at least this many articles tell.") var minArticles = 2
    @Option(help: "Folder to write the suggested rows to.") var write: String?
    @Option(help: "Only this many names, drawn at random from all: to read them and count how many are right.") var sample: Int?
    @Option(help: "Which draw: the same seed and articles give the same names.") var seed: UInt64 = 1
    @Argument(help: "Files and folders of articles.") var inputs: [String]

    func run() async throws {
      let catalog = try options.run { try Catalog(overlay: options.overlay) }
      let linker = EntityLinker(catalog)
      var proposal = CatalogProposal()
      for article in LinkableArticles(inputs: inputs) {
        let text = FoldedText(article.text)
        let linked = linker.link(text, blocks: article.blocks, language: article.language)
        proposal.add(linked) { MentionContext(text).line($0.span) }
      }
      let candidates = sample.map { proposal.sample($0, seed: seed) } ?? proposal.ranked(minimumArticles: minArticles)
      print("entity_type,suggested_id,name,articles,mentions,confidence,reason,context")
      for candidate in candidates {
        let fields = [
          candidate.type.rawValue, candidate.suggestedID, candidate.name, "\(candidate.articles)", "\(candidate.mentions)",
          "\(candidate.confidence.probability)", candidate.reason, candidate.context,
        ]
        print(fields.map(CatalogProposal.quoted).joined(separator: ","))
      }
      guard let write else { return }
      try FileManager.default.createDirectory(atPath: write, withIntermediateDirectories: true)
      for (file, text) in CatalogProposal.rows(candidates, taken: catalog) {
        try Data(text.utf8).write(to: URL(fileURLWithPath: write).appendingPathComponent(file))
      }
    }
  }

  struct Link: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows which names articles link to: facts with entities only, or with --explain each place and its reason.")
    @OptionGroup var options: Options
    @Flag(help: "Print each mention and each refusal with its reason.") var explain = false
    @Argument(help: "Files and folders of articles.") var inputs: [String]

    func run() async throws {
      let catalog = try options.run { try Catalog(overlay: options.overlay) }
      let linker = EntityLinker(catalog)
      for article in LinkableArticles(inputs: inputs) {
        let text = FoldedText(article.text)
        var linked = linker.link(text, blocks: article.blocks, language: article.language)
        if explain {
          show(linked, text, article.uri)
          continue
        }
        if let title = article.title { addTitle(linker.link(FoldedText(title), blocks: [], language: article.language), to: &linked) }
        let facts = ArticleFacts(
          article: ArticleReference(
            uri: article.uri, title: article.title, language: article.language, publishedOn: article.publishedOn,
            publisher: article.publisher, sha256: article.sha256),
          extractor: ExtractorVersion(version: "0.1.0", catalog: catalog.version, rules: ""),
          entities: linked.entities(ScalarIndex(text.original)))
        FileHandle.standardOutput.write(try FactsLines().line(facts))
      }
    }

    /// Names that only the title tells, without a place in the text.
    private func addTitle(_ title: LinkedText, to linked: inout LinkedText) {
      let known = Set(linked.mentions.map { "\($0.type) \($0.id)" })
      for var mention in title.mentions where !known.contains("\(mention.type) \(mention.id)") {
        mention.span = Span(0, 0)
        linked.mentions.append(mention)
      }
    }

    private func show(_ linked: LinkedText, _ text: FoldedText, _ uri: String) {
      let context = MentionContext(text)
      for mention in linked.mentions {
        let reason = mention.isSource ? "source, \(mention.reason)" : mention.reason
        print(
          [uri, mention.type.rawValue, mention.id, text.originalText(mention.span), "\(mention.confidence.thousandths)", reason, context.line(mention.span)]
            .joined(separator: "\t"))
      }
      for refusal in linked.refused {
        print(
          [uri, "refused \(refusal.type.rawValue)", refusal.id, text.originalText(refusal.span), "", refusal.reason, context.line(refusal.span)]
            .joined(separator: "\t"))
      }
    }
  }
}

extension CatalogCommand {
  struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measures loading, matching and linking on one core over articles.", shouldDisplay: false)
    @OptionGroup var options: Options
    @Argument(help: "Files and folders of articles.") var inputs: [String]

    func run() async throws {
      let clock = ContinuousClock()
      var loaded: Catalog?
      let loading = try (0..<5).map { _ in try clock.measure { loaded = try options.run { try Catalog(overlay: options.overlay) } } }.min()
      guard let catalog = loaded, let loading else { return }
      let linker = EntityLinker(catalog)
      let articles = LinkableArticles(inputs: inputs).map { (FoldedText($0.text), $0.blocks, $0.language) }
      let bytes = articles.reduce(0) { $0 + $1.0.bytes.count }
      var candidates = 0
      let matching = (0..<5).map { _ in
        clock.measure { candidates = articles.reduce(0) { $0 + linker.candidateCount($1.0) } }
      }.min()
      var mentions = 0
      let linking = clock.measure { mentions = articles.reduce(0) { $0 + linker.link($1.0, blocks: $1.1, language: $1.2).mentions.count } }
      func rate(_ duration: Duration) -> String {
        let seconds = Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds)
        return "\((Double(bytes) / 1e5 / seconds).rounded() / 10) MB/s"
      }
      print("load\t\(loading)")
      print("text\t\(bytes) bytes, \(articles.count) articles")
      if let matching { print("match\t\(rate(matching))\t\(candidates) candidates") }
      print("link\t\(rate(linking))\t\(mentions) mentions")
    }
  }
}

/// The articles of some inputs, one after the other; what cannot be read is told on standard error.
private struct LinkableArticles: Sequence, IteratorProtocol {
  private var landings: ArticleSource.Iterator
  private var pending: [ReadResult] = []

  init(inputs: [String]) { landings = ArticleSource(inputs: inputs).makeIterator() }

  mutating func next() -> Article? {
    while true {
      while !pending.isEmpty {
        switch pending.removeFirst() {
        case .article(let article): return article
        case .reject(let reject): FileHandle.standardError.write(Data("kawaraban: \(reject)\n".utf8))
        }
      }
      guard let landing = landings.next() else { return nil }
      switch landing {
      case .document(let document): pending = ArticleReader().read(document)
      case .reject(let reject): pending = [.reject(reject)]
      }
    }
  }
}

/// A mention with a few characters on either side, on one line.
private struct MentionContext {
  let text: FoldedText

  init(_ text: FoldedText) { self.text = text }

  func line(_ span: Span) -> String {
    let bytes = text.original
    var start = max(0, span.start - 45)
    var end = min(bytes.count, span.end + 45)
    while start < span.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > span.end, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let around = text.originalText(Span(start, span.start)) + "⟦" + text.originalText(span) + "⟧" + text.originalText(Span(span.end, end))
    return String(around.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }
}
