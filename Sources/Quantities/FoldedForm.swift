import Language

/// A word of a table, folded the way texts are.
enum FoldedForm {
  static func fold(_ text: some StringProtocol) -> String { FoldedText.fold(String(text)) }
}
