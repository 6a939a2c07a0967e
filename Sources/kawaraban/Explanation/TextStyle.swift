/// Emphasis on a terminal, none elsewhere, so that a pipe gets plain text.
struct TextStyle: Sendable {
  let isColoured: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func name(_ text: String) -> String { isColoured ? wrap(text, "36") : "[\(text)]" }
  func evidence(_ text: String) -> String { isColoured ? wrap(text, "4") : "«\(text)»" }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
