import Facts
import Language

@testable import Catalog

/// One catalogue for all tests: loading it is the same each time.
let sharedCatalog = Result { try Catalog() }

/// What a text links to, as `surface=type:id`, in order.
func links(_ text: String, _ language: ArticleLanguage = .ja) throws -> [String] {
  let folded = FoldedText(text)
  let linked = EntityLinker(try sharedCatalog.get()).link(folded, blocks: [], language: language)
  return linked.mentions.map { "\(folded.originalText($0.span))=\($0.type.rawValue):\($0.id)" }
}

/// The mentions of a text.
func mentions(_ text: String, _ language: ArticleLanguage = .ja) throws -> [Mention] {
  EntityLinker(try sharedCatalog.get()).link(FoldedText(text), blocks: [], language: language).mentions
}
