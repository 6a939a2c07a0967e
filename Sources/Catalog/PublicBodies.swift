import Facts
import Language

/// Prefectures, cities, towns and villages that act: `北海道は実証を始めた`, `ソラノ市と連携協定を締結`.
///
/// A place of an address, of weather or of a plant (`熊本県に工場`, `東京都港区`) is none: the name must be the agent or the partner of what
/// only a body does.
struct PublicBodies {
  let scene: LinkingScene
  let taken: [Span]

  private static let prefectures: Set<String> = [
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府",
    "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
  ]
  private static let doings = [
    "発表", "締結", "協定", "導入", "開始", "公開", "策定", "実証", "運用", "採用", "公表", "連携", "活用", "始め", "配布", "募集", "共同", "条例", "開発",
  ]

  func discoveries() -> [Discovery] {
    guard scene.language == .ja else { return [] }
    var found: [Discovery] = []
    for token in scene.tokens.tokens where token.kind == .han && token.span.count >= 9 && token.span.count <= 18 {
      let name = scene.text.text(token.span)
      let isPrefecture = Self.prefectures.contains(name)
      guard isPrefecture || isMunicipality(token.span, name), !overlapsAny(taken, token.span), isAgent(token.span) else { continue }
      found.append(Discovery(type: .company, span: token.span, confidence: isPrefecture ? 780 : 740, reason: "a public body acts"))
    }
    return found
  }

  private func isMunicipality(_ span: Span, _ name: String) -> Bool {
    guard scene.precedes(anyOf: ["市", "町", "村"], span.end), span.count <= 15 else { return false }
    return !["都市", "市町村", "区市", "学園都市", "自治体"].contains { name.hasSuffix($0) } && !["同", "各", "全", "両", "当", "地方", "一部"].contains { name.hasPrefix($0) }
  }

  /// The topic or the partner in a sentence that tells of a body's doing; no place `に` or `で`.
  private func isAgent(_ span: Span) -> Bool {
    let isPartner = scene.follows(anyOf: ["と連携", "と協定", "と包括", "と共同", "との連携", "との協定", "と締結", "と提携", "の職員", "職員"], at: span.end)
    if isPartner { return true }
    guard scene.follows(anyOf: ["は", "が", "と"], at: span.end) else { return false }
    let line = scene.line(of: span.start)
    var end = span.end
    while end < line.end, !scene.follows("。", at: end) { end += 1 }
    let rest = scene.text.text(Span(span.end, end))
    return Self.doings.contains { rest.holds($0) }
  }
}
