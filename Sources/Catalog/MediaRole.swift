import Facts

/// Whether a medium is party of the news (`…が提訴`, `…と契約`) or the source that tells it (`…によると`).
struct MediaRole {
  let scene: LinkingScene

  func isParty(_ span: Span) -> Bool {
    var after = span.end
    // ◯◯社, ◯◯（WSJ）, ◯◯など
    if scene.follows("(", at: after), let close = scene.text.bytes[after..<min(after + 20, scene.text.bytes.count)].firstIndex(of: 0x29) { after = close + 1 }
    if scene.follows("社", at: after) { after += 3 }
    return scene.follows(anyOf: scene.words[.mediaActs], at: after) || scene.precedes(anyOf: scene.words[.mediaDealings], span.start)
  }
}
