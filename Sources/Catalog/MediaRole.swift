import Facts

/// Whether a medium is party of the news (`…が提訴`, `…と契約`) or the source that tells it (`…によると`).
struct MediaRole {
  let scene: LinkingScene

  private static let parties: [StaticString] = [
    "を提訴", "が提訴", "と契約", "と提携", "を買収", "に出資", "との契約", "との提携", "の買収", "への出資", "による訴訟", "が起こした", "との訴訟", "とライセンス", "を訴え", "は提訴", "が訴え", "も提訴", "などが提訴",
    " sued", " sues", "'s lawsuit", " has sued", " signed", " struck", " filed", "'s deal", "起诉", "与", "诉",
  ]
  private static let partiesBefore: [StaticString] = ["deal with ", "sued by ", "partnership with ", "partnerships with ", "lawsuit by ", "lawsuit from ", "acquire ", "acquired ", "agreement with "]

  func isParty(_ span: Span) -> Bool {
    var after = span.end
    // ◯◯社, ◯◯（WSJ）, ◯◯など
    if scene.follows("(", at: after), let close = scene.text.bytes[after..<min(after + 20, scene.text.bytes.count)].firstIndex(of: 0x29) { after = close + 1 }
    if scene.follows("社", at: after) { after += 3 }
    return scene.follows(anyOf: Self.parties, at: after) || scene.precedes(anyOf: Self.partiesBefore, span.start)
  }
}
