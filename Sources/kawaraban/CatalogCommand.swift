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
    subcommands: [Link.self])
}

extension CatalogCommand {
  struct Link: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows which names a text links to, one line of facts an article.")
    @Option(help: "Folder with rows that add to or override the catalogue.") var catalog: String?
    @Flag(help: "Print each mention and each refusal with its reason instead.") var explain = false
    @Argument(help: "Files to read.") var inputs: [String]

    func run() async throws {
      let catalog = try Catalog(overlay: self.catalog.map { URL(fileURLWithPath: $0) })
      let linker = EntityLinker(catalog)
      for case .article(let article) in inputs.flatMap(articles) {
        let text = FoldedText(article.text)
        var linked = linker.link(text, blocks: article.blocks, language: article.language)
        if explain {
          show(linked, text, article.uri)
          continue
        }
        if let title = article.title {
          let inTitle = linker.link(FoldedText(title), blocks: [], language: article.language)
          let known = Set(linked.mentions.map { "\($0.type) \($0.id)" })
          linked.mentions += inTitle.mentions.filter { !known.contains("\($0.type) \($0.id)") }.map {
            var mention = $0
            mention.span = Span(0, 0)
            return mention
          }
        }
        let facts = ArticleFacts(
          article: ArticleReference(
            uri: article.uri, title: article.title, language: article.language, publishedOn: article.publishedOn,
            publisher: article.publisher, sha256: article.sha256),
          extractor: ExtractorVersion(version: "0.1.0", catalog: catalog.version, rules: ""),
          entities: linked.entities(ScalarIndex(text.original)))
        FileHandle.standardOutput.write(try FactsLines().line(facts))
      }
    }

    private func articles(_ path: String) -> [ReadResult] {
      do {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        return ArticleReader().read(
          RawDocument(uri: path, bytes: bytes, hints: .init(name: URL(fileURLWithPath: path).lastPathComponent)))
      } catch {
        return []
      }
    }

    private func show(_ linked: LinkedText, _ text: FoldedText, _ name: String) {
      for mention in linked.mentions {
        print(
          "\(name)\t\(mention.type)\t\(mention.id)\t\(text.originalText(mention.span))\t\(mention.confidence.thousandths)\t\(mention.reason)\t\(context(text, mention.span))")
      }
      for refusal in linked.refused {
        print("\(name)\tREFUSED \(refusal.type)\t\(refusal.id)\t\(text.originalText(refusal.span))\t\t\(refusal.reason)\t\(context(text, refusal.span))")
      }
    }

    private func context(_ text: FoldedText, _ span: Span) -> String {
      var start = max(0, span.start - 45)
      var end = min(text.original.count, span.end + 45)
      while start < span.start, text.original[start] & 0xC0 == 0x80 { start += 1 }
      while end > span.end, end < text.original.count, text.original[end] & 0xC0 == 0x80 { end -= 1 }
      return (text.originalText(Span(start, span.start)) + "⟦" + text.originalText(span) + "⟧" + text.originalText(Span(span.end, end))).replacingOccurrences(of: "\n", with: "⏎")
    }
  }
}
