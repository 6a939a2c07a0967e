import Facts

/// One spelling of one entity.
struct Alias: Sendable {
  /// The entity of a trap.
  static let nothing: Int32 = -1

  /// Number of the entity over all kinds; see `Catalog.entity(_:)`.
  let entity: Int32
  let flag: Flag
  let lang: AliasLanguage
  /// Where separators may stand inside, bit `i` before symbol `i`: at the alias's own separators, where script or
  /// case changes (`Open|AI`), between letters and digits (`GPT|4`).
  let breaks: UInt64
  let symbolCount: Int
  let letterCase: LetterCase
  let beginsLower: Bool
  /// A model's name that a version may follow without a gap: `Qwen` in `Qwen9`.
  let takesVersion: Bool

  func isOf(_ language: ArticleLanguage) -> Bool {
    switch lang {
    case .any: true
    case .ja: language == .ja
    case .en: language == .en
    case .zh: language == .zh
    }
  }

  enum Flag: UInt8, Sendable {
    case none
    /// A word or another name too, but in news of this field nearly always this entity.
    case likely
    /// Linked only with evidence in the text.
    case ambiguous
  }

  /// The case of an alias's Latin letters: a name written `Apple` is no name as `apple`.
  enum LetterCase: UInt8, Sendable { case none, lower, capitalized, upper, mixed }
  enum AliasLanguage: UInt8, Sendable { case any, ja, en, zh }
}
