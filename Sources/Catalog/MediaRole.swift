import Facts

/// Whether a medium is party of the news (`…が提訴`, `…と契約`) or the source that tells it (`…によると`).
struct MediaRole {
  let scene: LinkingScene

  private static let parties = [
    "提訴", "訴訟", "契約", "提携", "買収", "出資", "ライセンス", "sued", "sues", "lawsuit", "licens", "partnership", "deal with", "acqui", "起诉", "合作", "协议", "导入", "を導入", "が導入",
  ]

  func isParty(_ span: Span) -> Bool {
    let line = scene.line(of: span.start)
    var start = max(line.start, span.start - 30)
    var end = min(line.end, span.end + 60)
    let bytes = scene.text.bytes
    while start < span.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > span.end, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let after = scene.text.text(Span(span.end, end))
    let source = ["によると", "によれば", "が報じ", "は報じ", "が伝え", "は伝え", "の報道", "の取材", "に語", "へのインタビュー", "のインタビュー", " reported", " reports", "报道", "が最初に", "紙は", "紙が", "に対し"]
    if source.contains(where: { after.contains($0) }) { return false }
    let before = scene.text.text(Span(start, span.start))
    if ["according to", "told ", "per ", "citing", "据"].contains(where: { before.contains($0) }) { return false }
    return Self.parties.contains { after.contains($0) }
  }
}
