import Facts
import Language

/// Decides which entity, if any, a matched alias names in this text.
///
/// An unflagged alias names its entity. One flagged `likely` (`Meta`, `Claude`) does where it is written as a name; one
/// flagged `ambiguous` (`Together`, `Figure`, `マスク`) only with evidence in the text: the same entity by another name,
/// its maker or its products, a neighbour in a list, a title or a legal form. Among several entities the best evidenced
/// wins; each decision tells its reason.
struct AliasDecision {
  let catalog: Catalog
  let scene: LinkingScene
  /// Entities linked without doubt.
  let certain: Set<Int32>
  /// Companies that those belong to, make or own.
  let related: Set<String>
  /// Folded spans of companies linked without doubt, in order.
  let companySpans: [Span]
  let assistants: AssistantOrModel

  enum Outcome {
    /// A longer word that a name hides in.
    case nothing
    case link(Int32, Confidence, String)
    case refuse(Int32, String)
  }

  func decide(_ candidate: NameMatcher.Candidate) -> Outcome {
    let span = scene.folded(candidate.symbols)
    let original = scene.text.original(span)
    var best: (entity: Int32, score: Int, reason: String)?
    for value in candidate.values {
      let alias = catalog.aliases[Int(catalog.trie.values[value])]
      if alias.entity == Alias.nothing { return .nothing }
      let (score, reason) = score(alias, span, original)
      if best.map({ score > $0.score }) ?? true { best = (alias.entity, score, reason) }
    }
    guard let best else { return .refuse(0, "no alias") }
    guard best.score >= 500 else { return .refuse(best.entity, best.reason) }
    return .link(best.entity, Confidence(thousandths: min(980, best.score)), best.reason)
  }

  /// Thousandths of belief that this alias names its entity here, and why.
  private func score(_ alias: Alias, _ span: Span, _ original: Span) -> (Int, String) {
    let type = catalog.index.types[Int(alias.entity)]
    if let reason = forbidden(alias, span, original) { return (0, reason) }
    var score: Int
    var reason: String
    switch alias.flag {
    case .none: (score, reason) = (980, "alias")
    case .likely: (score, reason) = (900, "alias likely")
    case .ambiguous:
      if let evidence = evidence(alias, type, span, original) {
        (score, reason) = (evidence.score, "alias+context: \(evidence.reason)")
      } else {
        return (200, "ambiguous, no context")
      }
    }
    // Company, product or model by what surrounds the name.
    let preference = typePreference(span)
    if preference == type { score += 15 }
    if type == .company || type == .model { score += 2 }
    if certain.contains(alias.entity) { score += 5 }
    if type == .model, assistants.isKnown(alias.entity) { score += assistants.isAssistant(alias.entity) ? -20 : 20 }
    if score > 980 { score = 980 + (score - 980) / 2 }
    return (score, reason)
  }

  /// Why a spelling can be no name: its case, what it is part of.
  private func forbidden(_ alias: Alias, _ span: Span, _ original: Span) -> String? {
    let surface = LetterCases(scene.text.original, original)
    let letters = surface.upper + surface.lower
    switch alias.letterCase {
    case .none: break
    case .lower:
      if alias.flag != .none, surface.upper > 0, !(surface.upper == 1 && surface.beginsUpper && alias.symbolCount > 4) {
        return "written with capitals"
      }
    case .capitalized:
      if surface.upper == 0, alias.flag != .none || letters <= 4 { return "written without a capital" }
    case .upper:
      if surface.lower > 0, alias.flag != .none || letters <= 4 { return "not written in capitals" }
    case .mixed:
      if alias.flag != .none, surface.shape != .mixed || !surface.beginsUpper && !alias.beginsLower { return "case differs" }
      if surface.upper == 0, letters <= 3 { return "written without capitals" }
    }
    let bytes = scene.text.bytes
    // Addresses, handles, paths and e-mail: openai.com, @openai.
    if span.start > 0 {
      let before = bytes[span.start - 1]
      if before == 0x40 || before == 0x2F && isPath(span) || before == 0x5F { return "part of an address" }
      if before == 0x2E, span.start > 1, bytes[span.start - 2] &- 0x61 < 26 { return "part of an address" }
    }
    if span.end < bytes.count {
      if scene.follows(anyOf: [".com", ".jp", ".co.", ".org", ".net", ".io/", ".cn", "://", "_"], at: span.end),
        alias.flag != .none || bytes[span.end] != 0x2E
      {
        return "part of an address"
      }
    }
    if alias.flag != .none {
      if scene.follows(anyOf: ["熱帯雨林", "川流域", "盆地", "rainforest", " rainforest", " river", "雨林", "河流域"], at: span.end) {
        return "the river"
      }
      if scene.follows(anyOf: ["分析", "データ分析", "認知", "-analysis", "-learning", " tag", "-prompt", "认知"], at: span.end), scene.text.text(span) == "meta" || scene.text.text(span) == "メタ" {
        return "the prefix meta"
      }
    }
    return hanBoundary(alias, span)
  }

  private func isPath(_ span: Span) -> Bool {
    // Lists like `AMD/Intel` are no paths; `/openai/` and `//openai` are.
    let bytes = scene.text.bytes
    if span.start < 2 { return true }
    let before = bytes[span.start - 2]
    return before == 0x2F || before == 0x2E || before == 0x20 || (span.end < bytes.count && bytes[span.end] == 0x2F)
  }

  /// Short kanji names hide in longer words: 学研 in 大学研究, 東大 in 東大阪. In Japanese, where words of kanji are set off by kana, they
  /// must stand free of other kanji, but for words that follow and precede organizations.
  private func hanBoundary(_ alias: Alias, _ span: Span) -> String? {
    guard alias.symbolCount <= 2, scene.language == .ja, catalog.index.types[Int(alias.entity)] != .person else { return nil }
    let bytes = scene.text.bytes
    func isHan(at byte: Int) -> Bool {
      guard byte >= 0, byte < bytes.count, bytes[byte] >= 0xE3 else { return false }
      return Symbol.isHan(UInt16(truncatingIfNeeded: decodeScalar(bytes, at: byte).scalar))
    }
    guard isHan(at: span.start), isHan(at: span.end - 3) else { return nil }
    if span.start >= 3, isHan(at: span.start - 3),
      !scene.precedes(anyOf: ["米", "英", "独", "仏", "新", "元", "旧", "前", "対", "両", "各", "同", "親", "中", "日", "月", "年", "会社", "子会社", "大手", "企業", "法人", "傘下", "機構"], span.start)
    {
      return "inside a longer word"
    }
    if isHan(at: span.end),
      !scene.follows(anyOf: ["社", "氏", "系", "製", "傘下", "側", "会長", "社長", "株", "教授", "准教授", "名誉", "大学院", "発", "出身", "卒", "病院", "総長", "幹部", "独自", "向", "内", "初", "流", "版", "公式", "本社", "以外", "自身", "全体", "広報", "経由", "対", "等", "各", "両", "共同", "提供", "創業", "開発", "委員", "研究", "出版", "学生", "入試"], at: span.end)
    {
      return "inside a longer word"
    }
    return nil
  }

  // MARK: evidence

  private func evidence(_ alias: Alias, _ type: EntityType, _ span: Span, _ original: Span) -> (score: Int, reason: String)? {
    let id = catalog.index.ids[Int(alias.entity)]
    let isLatin = scene.text.bytes[span.start] < 0x80
    let sentenceStart = isLatin && scene.language == .en && alias.letterCase == .capitalized && scene.isSentenceStart(span.start)
    if certain.contains(alias.entity) { return (950, "named in full elsewhere") }
    if let cue = cue(alias, type, span) { return (900, cue) }
    let maker: String? =
      switch type {
      case .model: catalog.developer(ofModel: id)
      case .chip: catalog.vendor(ofChip: id)
      case .product: catalog.vendor(ofProduct: id)
      case .person: catalog.person(id)?.companyID
      case .company: nil
      }
    if let maker, related.contains(maker), !sentenceStart {
      return (850, "\(maker) nearby")
    }
    if type == .company, related.contains(id), !sentenceStart { return (880, "its own nearby") }
    if type == .company, isLatin ? !sentenceStart : alias.symbolCount >= 3, let neighbour = listNeighbour(span) { return (800, "in a list with \(neighbour)") }
    return nil
  }

  /// A word beside the name that says what it is.
  private func cue(_ alias: Alias, _ type: EntityType, _ span: Span) -> String? {
    let after = scene.skipSpaces(span.end)
    let before = scene.skipSpacesBack(span.start)
    switch type {
    case .company:
      if scene.follows("社", at: span.end), !scene.follows(anyOf: ["社会", "社員", "社内"], at: span.end) { return "…社" }
      if alias.symbolCount == 1, isPosting(span) { return "a post" }
      if scene.follows(anyOf: ["のceo", "ceo", "の最高経営", "の創業者", "の共同創業者", "'s ceo", "inc.", "inc ", "corp", "公司", "首席执行官", "创始人", "联合创始人", "(nasdaq", "(nyse"], at: after) {
        return "a title follows"
      }
      if scene.precedes(anyOf: ["スタートアップの", "スタートアップ", "企業の", "企業", "大手の", "大手", "メーカーの", "会社の", "新興の", "ベンチャーの", "startup", "company", "chipmaker", "firm", "初创公司", "公司", "企业", "ceo of", "founder of"], before) {
        return "a kind precedes"
      }
    case .person:
      if scene.follows(anyOf: ["氏", "さん", "ceo", "cto", "会長", "社長", "大統領", "教授", "博士", "先生"], at: span.end) { return "a title follows" }
      if scene.precedes(anyOf: ["ceo", "cto", "ceoの", "創業者の", "创始人", "总裁", "董事长", "president", "founder", "scientist", "officer"], before) { return "a title precedes" }
    case .model:
      if scene.follows(anyOf: ["モデル", "model", "系列", "シリーズ", "大模型", "llm"], at: after) { return "a kind follows" }
      if scene.precedes(anyOf: ["モデル「", "モデルの「", "モデル", "model", "models", "大模型", "模型"], before) { return "a kind precedes" }
    case .chip:
      if scene.follows(anyOf: ["gpu", "チップ", "chip", "芯片", "プロセッサ", "アクセラレータ", "accelerator", "superchip", "搭載", "アーキテクチャ", "スーパーコンピュータ", "スパコン"], at: after) { return "a kind follows" }
      if scene.precedes(anyOf: ["gpu", "チップ", "チップ「", "スパコン「", "半導体「", "プロセッサ「", "chip", "chips", "芯片", "supercomputer", "スーパーコンピュータ「", "スーパーコンピューター「"], before) { return "a kind precedes" }
    case .product:
      if scene.follows(anyOf: ["アプリ", "app ", "サービス", "ブラウザ", "搭載", "应用"], at: after) { return "a kind follows" }
      if scene.precedes(anyOf: ["アプリ「", "サービス「", "ツール「", "エージェント「", "app", "アシスタント「", "ブラウザ「", "ロボット「", "エディタ「", "应用", "browser", "tool", "助手"], before) { return "a kind precedes" }
    }
    return nil
  }

  /// `Xに投稿`, `a post on X`: the network of one letter.
  private func isPosting(_ span: Span) -> Bool {
    let close = scene.follows(anyOf: ["」", "』"], at: span.end) ? span.end + 3 : span.end
    return scene.follows(anyOf: ["に投稿", "への投稿", "の投稿", "投稿", "上で", "上の", "のアカウント", "アカウント", "(旧twitter", "(旧ツイッター", "で公開", "で発表", "で発言", "で明らか", "で告知", "で述べ", "で「", "、インスタ", "やインスタ", "のdm", "で話題", "(formerly", "平台", "上发", "(前twitter", "のポスト", "でポスト", "のフィード", "のタイムライン", "や", "で"], at: close)
      || scene.precedes(anyOf: ["posted on ", "post on ", "posts on ", "posting on ", "wrote on ", "said on ", "shared on ", "tweeted on ", "video on ", "thread on ", "posted to ", "followers on ", "account on ", "在 ", "sns「", "snsの", "snsの「", "在", "公式", "on "], span.start) && !isFollowedByLetter(span.end)
  }

  private func isFollowedByLetter(_ byte: Int) -> Bool {
    let at = scene.skipSpaces(byte)
    guard at < scene.text.bytes.count else { return false }
    return at > byte && scene.text.bytes[at] &- 0x30 < 10
  }

  /// A company linked without doubt right before or after, a comma or an `and` between.
  private func listNeighbour(_ span: Span) -> String? {
    var low = 0
    var high = companySpans.count
    while low < high {
      let middle = (low + high) / 2
      if companySpans[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    if low > 0, isListGap(companySpans[low - 1].end, span.start) { return scene.text.text(companySpans[low - 1]) }
    if low < companySpans.count, isListGap(span.end, companySpans[low].start) { return scene.text.text(companySpans[low]) }
    return nil
  }

  private func isListGap(_ start: Int, _ end: Int) -> Bool {
    guard end > start, end - start <= 8 else { return false }
    let gap = scene.text.text(Span(start, end)).trimmed
    return ["、", ",", "・", "と", "や", "and", ", and", "or", "和", "与", "及", "&", "/", "、および", "および", "、そして", "×"].contains(gap)
  }

  /// What the words around a name say about its kind: `Cursorを買収` a company, `Cursorで書く` a product.
  private func typePreference(_ span: Span) -> EntityType? {
    let after = scene.skipSpaces(span.end)
    if scene.follows(anyOf: ["を買収", "に出資", "社", "のceo", "ceo", "が発表", "は発表", "と提携", "が調達", "の株", "への出資", "が買収", "の買収", "has raised", "raised", "announced", "'s ceo", "收购", "宣布", "完成", "融资", "公司", "の共同創業", "は資金調達", "の評価額", "を提訴"], at: after) {
      return .company
    }
    if scene.follows(anyOf: ["で", "を使", "を利用", "を搭載", "に搭載", "アプリ", "上で", "のユーザー", "を導入", "users", "app", "用户"], at: after) {
      return .product
    }
    return nil
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    var view = self[...]
    while view.utf8.first == 0x20 { view = view.dropFirst() }
    while view.utf8.last == 0x20 { view = view.dropLast() }
    return String(view)
  }
}
