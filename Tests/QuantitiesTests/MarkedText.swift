import Facts
import Language
import Quantities

/// A text whose quantities are marked: `"«ソラ»が«35億円»を調達"` gives the plain text and the marked spans.
struct MarkedText {
  let text: FoldedText
  let spans: [Facts.Span]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var spans: [Facts.Span] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»": spans.append(Facts.Span(start, bytes.count))
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    text = FoldedText(utf8: bytes)
    self.spans = spans
  }

  func found(_ kind: Quantity.Kind, _ language: ArticleLanguage = .ja, publishedOn: PartialDate? = nil) throws -> [Quantity] {
    try sharedScanner.get().scan(text, language: language, publishedOn: publishedOn).filter { $0.kind == kind }
  }
}

/// One scanner for all tests: it holds no state, and its tables take a while to build unoptimised.
let sharedScanner = Result { try QuantityScanner() }

let publication = PartialDate(year: 2025, month: 11, day: 4)
