import Facts
import Language

/// Organizations that no row holds, by legal form, by suffix, by apposition and by role.
///
/// `株式会社ソラ`, `ソラ社`, `米Acme`, `ソラ（東京都港区）`, `Acme Capital`, `startup Acme`, `Acme, which makes …`, `海云资本` are
/// organizations; `同社`, `携帯電話会社`, `大手銀行`, `the Company` are not.
struct OrganizationDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]

  var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    for position in 0..<tokens.count {
      let discovery: Discovery?
      switch tokens[position].kind {
      case .latin: discovery = latin(position) ?? latinHouse(position)
      case .katakana: discovery = japaneseRun(position)
      case .han: discovery = scene.language == .zh ? chinese(position) ?? chineseActor(position) : japaneseRun(position)
      default: discovery = nil
      }
      if let discovery, !overlapsAny(taken, discovery.span) { found.append(discovery) }
    }
    return found
  }

  // MARK: Latin script, all languages

  private static let suffixes: Set<String> = [
    "inc", "corp", "corporation", "llc", "ltd", "limited", "gmbh", "plc", "ag", "capital", "ventures", "partners", "labs", "technologies", "university",
    "institute", "foundation", "holdings", "group", "bank", "equity", "securities", "robotics", "therapeutics", "pharmaceuticals", "biosciences",
    "semiconductor", "semiconductors", "motors", "airlines", "investments", "associates", "advisors", "management", "association", "commission",
    "agency", "department", "ministry", "council", "alliance", "coalition", "consortium", "society", "college", "hospital", "records", "studios",
    "pictures", "entertainment", "networks", "systems", "software", "energy", "aerospace", "biotech", "bio", "trading", "growth", "collective",
  ]
  /// Suffixes that also stand in names of other things: wanted only with two or more words before, or a comma form.
  private static let weakSuffixes: Set<String> = ["group", "management", "systems", "software", "energy", "networks", "growth", "trading", "department", "society", "council", "commission", "agency", "bank", "equity", "collective", "records"]
  private static let kinds: Set<String> = [
    "startup", "company", "firm", "chipmaker", "automaker", "manufacturer", "provider", "developer", "lab", "unicorn", "vendor", "operator", "subsidiary",
    "retailer", "bank", "fund", "giant", "conglomerate", "insurer", "hyperscaler", "neocloud", "studio", "investor", "brokerage", "consultancy", "unit", "affiliate", "maker",
  ]
  private static let afterCompany: Set<String> = [
    "raised", "raises", "announced", "announces", "unveiled", "acquired", "acquires", "launches", "launched", "secures", "secured", "nabs", "lands", "closes",
    "hires", "debuts",
  ]

  private func latin(_ position: Int) -> Discovery? {
    guard let run = latinRun(position) else { return nil }
    let span = Span(tokens[run.first].start, tokens[run.last].end)
    let words = run.words
    let isGeneric = words.allSatisfy { lexicon.generic.contains($0) }
    // Acme Capital, University of X
    if words.count >= 2, let suffix = words.last, Self.suffixes.contains(suffix) {
      let proper = words.dropLast().filter { !lexicon.generic.contains($0) && !["the", "a", "our", "new"].contains($0) }
      let isWeak = Self.weakSuffixes.contains(suffix)
      if !proper.isEmpty, !isWeak || proper.count >= 1 && words.count >= 2 && !isPlaceWord(words[0]) {
        return Discovery(type: .company, span: span, confidence: isWeak ? 780 : 900, reason: "… \(suffix)")
      }
    }
    if words.count >= 3, ["university", "bank", "institute", "college"].contains(words[0]), words[1] == "of" {
      return Discovery(type: .company, span: span, confidence: 900, reason: "\(words[0]) of …")
    }
    guard !isGeneric || words.count == 1 && run.isMixed, !isPerson(words), !words.contains(where: isCompound), !scene.isByline(span.start) else { return nil }
    let after = scene.skipSpaces(span.end)
    // Japanese frames around a Latin name.
    if let frame = japaneseFrame(span, span.end) { return frame }
    guard scene.language == .en else { return nil }
    if let kind = kindBefore(run.first) { return Discovery(type: .company, span: span, confidence: 830, reason: "\(kind) …") }
    if scene.follows(anyOf: [", a startup", ", an ai startup", ", a company", ", the company", ", a maker", ", the maker", ", which makes", ", which builds", ", which develops", ", a san francisco", ", a new york", ", a london", ", an ai company", ", a venture", ", a firm", ", a provider", ", an investment", ", the startup", ", the developer", ", an ai-powered"], at: span.end) {
      return Discovery(type: .company, span: span, confidence: 860, reason: "…, a startup")
    }
    if scene.follows(anyOf: ["ceo", "cofounder", "co-founder", "cto", "cfo", "founder", "spokesperson", "'s ceo", "'s founder", "'s co-founder", "'s valuation", "'s investors", "inc.", "'s series"], at: after) {
      return Discovery(type: .company, span: span, confidence: 820, reason: "… CEO")
    }
    if scene.precedes(anyOf: ["ceo of ", "founder of ", "co-founder of ", "cofounder of ", "cto of ", "led by ", "backed by ", "acquisition of ", "acquired ", "acquire ", "acquiring ", "founders of ", "president of ", "director of ", "analyst at ", "analysts at ", "investment from ", "funding from ", "investors like ", "investors including ", "participation from ", "invested in ", "joined by ", "rivals like ", "competitors like ", "companies like ", "startups like ", "companies such as ", "startups such as ", "partnership with ", "customers like ", "customers including ", "co-led by ", "analyst with ", "strategist at ", "economist at ", "partner at ", "researchers at ", "researcher at ", "professor at ", "ceo at ", "executive at ", "engineer at "], span.start) {
      return Discovery(type: .company, span: span, confidence: 800, reason: "role …")
    }
    if Self.afterCompany.contains(word(after: run.last)), scene.isSentenceStart(span.start) || run.isMixed {
      return Discovery(type: .company, span: span, confidence: 740, reason: "… raises")
    }
    if let list = listMember(span) { return Discovery(type: .company, span: span, confidence: 720, reason: "in a list with \(list)") }
    return nil
  }

  private struct LatinRun {
    let first: Int
    let last: Int
    let words: [String]
    /// One word with inner capitals, digits or a dot: `RebuilderAI`, `Q.ai`.
    let isMixed: Bool
  }

  /// Capitalized words side by side, `of`, `and`, `&`, `for` between them allowed.
  private func latinRun(_ position: Int) -> LatinRun? {
    let token = tokens[position]
    guard token.isCapitalized || scene.follows(".ai", at: token.end - 3), token.end - token.start >= 2 else { return nil }
    if position >= 2, tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin, before.isCapitalized,
      !overlapsAny(taken, before.span), !scene.isSentenceStart(before.start) || !lexicon.generic.contains(tokens.word(position - 2)), !Self.kinds.contains(tokens.word(position - 2)),
      !PersonDiscovery.latinTitles.contains(tokens.word(position - 2))
    {
      return nil
    }
    if tokens.isScalar(position - 1, 0x40) || tokens.isScalar(position - 1, 0x2F) || tokens.isScalar(position - 1, 0x5F) || tokens.isScalar(position - 1, 0x23) { return nil }
    var words = [tokens.word(position)]
    var last = position
    while words.count < 6, tokens.kind(last + 1) == .space, let next = tokens.at(last + 2) {
      if next.kind == .latin, next.isCapitalized, !overlapsAny(taken, next.span), !PersonDiscovery.latinTitles.contains(tokens.word(last + 2)) || Self.suffixes.contains(tokens.word(last + 2)) {
        words.append(tokens.word(last + 2))
        last += 2
      } else if ["of", "for", "&"].contains(tokens.word(last + 2)), tokens.kind(last + 3) == .space, let after = tokens.at(last + 4),
        after.kind == .latin, after.isCapitalized, !overlapsAny(taken, after.span)
      {
        words += [tokens.word(last + 2), tokens.word(last + 4)]
        last += 4
      } else {
        break
      }
    }
    // A sentence's first word is capitalized whatever it is.
    var first = position
    if words.count > 1, lexicon.generic.contains(words[0]), scene.isSentenceStart(token.start), !["general", "university", "bank"].contains(words[0]) {
      words.removeFirst()
      first += 2
      if ["of", "for", "&"].contains(words.first ?? "") { return nil }
    }
    let only = tokens[first]
    let isMixed = words.count == 1 && (hasInnerCapital(only) || scene.text.bytes[only.start..<only.end].contains(0x2E))
    return LatinRun(first: first, last: last, words: words, isMixed: isMixed)
  }

  private func hasInnerCapital(_ token: NameTokens.Token) -> Bool {
    guard token.hasLower else { return false }
    let original = scene.text.original(token.span)
    return scene.text.original[(original.start + 1)..<original.end].contains { $0 &- 0x41 < 26 }
  }

  /// `Israel-based`, `AI-driven` are no names.
  private func isCompound(_ word: String) -> Bool {
    ["-based", "-driven", "-powered", "-backed", "-led", "-owned", "-style", "-like", "-native", "-ready", "-focused", "-made", "-enabled", "-related", "-specific", "-first", "-level", "-generated", "-funded", "-class", "-old"].contains { word.hasSuffix($0) }
  }

  private func isPerson(_ words: [String]) -> Bool { words.count >= 2 && lexicon.givenNames.contains(words[0]) }

  private func isPlaceWord(_ word: String) -> Bool { ["north", "south", "east", "west", "new", "los", "san", "united", "the", "middle", "silicon"].contains(word) }

  private func word(after position: Int) -> String {
    tokens.kind(position + 1) == .space ? tokens.word(position + 2) : ""
  }

  private func kindBefore(_ position: Int) -> String? {
    guard tokens.kind(position - 1) == .space else { return nil }
    let word = tokens.word(position - 2)
    guard Self.kinds.contains(word), let kind = tokens.at(position - 2), !kind.isCapitalized else { return nil }
    return word
  }

  /// `A, B and C` where a neighbour is a company that was linked, after a cue of investors or rivals on the line.
  private func listMember(_ span: Span) -> String? {
    guard let neighbour = takenNeighbour(span) else { return nil }
    let start = max(scene.line(of: span.start).start, span.start - 160)
    let lead = scene.text.text(Span(scalarStart(start), span.start))
    for cue in ["investors", "led by", "participation", "backed by", "including", "such as", "rivals", "competitors", "backers", "like "] where lead.holds(cue) {
      return scene.text.text(neighbour)
    }
    return nil
  }

  private func scalarStart(_ byte: Int) -> Int {
    var byte = byte
    while byte < scene.text.bytes.count, scene.text.bytes[byte] & 0xC0 == 0x80 { byte += 1 }
    return byte
  }

  private func takenNeighbour(_ span: Span) -> Span? {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    func isGap(_ start: Int, _ end: Int) -> Bool {
      guard end > start, end - start <= 6 else { return false }
      return [", ", " and ", ", and ", "、", " & ", "和"].contains(scene.text.text(Span(start, end)))
    }
    if low > 0, isGap(taken[low - 1].end, span.start) { return taken[low - 1] }
    if low < taken.count, isGap(span.end, taken[low].start) { return taken[low] }
    return nil
  }

  // MARK: Japanese

  /// A name that begins at a token: katakana, kanji, Latin side by side, with middle dots, ampersands and Latin spaces.
  private func nameRun(from position: Int) -> Int? {
    var last = position
    guard isNameToken(position) else { return nil }
    while true {
      if isNameToken(last + 1) {
        last += 1
      } else if tokens.isScalar(last + 1, 0x30FB) || tokens.isScalar(last + 1, 0x26), isNameToken(last + 2) {
        last += 2
      } else if tokens.kind(last + 1) == .space, tokens.kind(last) == .latin, tokens.kind(last + 2) == .latin, tokens[last + 2].isCapitalized {
        last += 2
      } else {
        return last
      }
    }
  }

  private func isNameToken(_ position: Int) -> Bool {
    switch tokens.kind(position) {
    case .katakana, .han, .latin, .number: true
    default: false
    }
  }

  /// `ZKベンチャー・グロース・インベストメンツ`: letters that go on in katakana to a word of organizations.
  private func latinHouse(_ position: Int) -> Discovery? {
    guard scene.language == .ja, tokens.kind(position + 1) == .katakana, !isNameToken(position - 1), !lexicon.isGeneric(tokens.word(position)), let last = nameRun(from: position),
      tokens.kind(last) == .katakana, let discovery = suffixed(position, last), discovery.confidence >= 880
    else { return nil }
    return discovery
  }

  private static let legalForms: [StaticString] = [
    "株式会社", "(株)", "合同会社", "有限会社", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "国立研究開発法人", "独立行政法人", "学校法人",
    "医療法人", "社会福祉法人", "npo法人", "特定非営利活動法人",
  ]

  private func japaneseRun(_ position: Int) -> Discovery? {
    // The run begins here, not in its middle.
    if isNameToken(position - 1) && !(tokens.kind(position - 1) == .han && isCountry(position - 1)) { return nil }
    if tokens.isScalar(position - 1, 0x30FB) || tokens.isScalar(position - 1, 0x26) { return nil }
    guard let last = nameRun(from: position) else { return nil }
    var span = Span(tokens[position].start, tokens[last].end)
    for form in Self.legalForms where scene.follows(form, at: span.start) {
      let start = span.start + form.utf8CodeUnitCount
      if start < span.end { return proper(Span(start, span.end), 930, "\(form)…") }
    }
    // ソラ株式会社
    for form in ["株式会社", "合同会社", "有限会社"] as [StaticString] where scene.precedes(form, span.end) && span.count > form.utf8CodeUnitCount + 3 {
      return proper(Span(span.start, span.end - form.utf8CodeUnitCount), 930, "…\(form)")
    }
    // ソラ社 within a run that ends in 社
    if tokens[last].kind == .han, last > position {
      let tail = tokens.word(last)
      if tail == "社" || tail.hasPrefix("社製") || tail.hasPrefix("社傘下") || tail.hasPrefix("社側") {
        span = Span(span.start, tokens[last].start)
        if tokens[last - 1].kind != .han, tokens[last - 1].kind != .number, scene.text.bytes[span.end - 1] &- 0x30 >= 10 { return proper(span, 880, "…社") }
        return nil
      }
    }
    // Only the leading part in katakana or Latin script, when kanji words follow.
    if tokens[position].kind != .han {
      // ライバルサービスAcme: generic words before a Latin name are no part of it.
      if tokens[position].kind == .katakana, tokens.kind(position + 1) == .latin, lexicon.isGeneric(tokens.word(position)) { return frameOfLatin(position + 1) }
      var end = position
      while end < last, tokens.kind(end + 1) != .han { end += 1 }
      if tokens.kind(end) == .other { end -= 1 }
      let head = Span(tokens[position].start, tokens[end].end)
      if let discovery = suffixed(position, last) ?? house(head, position, end) { return discovery }
      return japaneseFrame(head, head.end)
    }
    return suffixed(position, last)
  }

  /// `ゾルバン・リサーチ`: katakana words that end in one of organizations, the first no common word.
  private func house(_ head: Span, _ first: Int, _ last: Int) -> Discovery? {
    guard last > first, tokens[first].kind == .katakana, tokens.kind(last) == .katakana, PersonDiscovery.katakanaOrganizationWords.contains(tokens.word(last)),
      tokens[first].span.count >= 9, !lexicon.isGeneric(tokens.word(first)), !lexicon.commonKatakana.contains(tokens.word(first))
    else { return nil }
    return Discovery(type: .company, span: head, confidence: 850, reason: "…・\(tokens.word(last))")
  }

  /// The frame of a Latin name inside a run.
  private func frameOfLatin(_ position: Int) -> Discovery? {
    var end = position
    while tokens.kind(end + 1) == .space, tokens.kind(end + 2) == .latin, tokens[end + 2].isCapitalized { end += 2 }
    let span = Span(tokens[position].start, tokens[end].end)
    return japaneseFrame(span, span.end)
  }

  private static let suffixWords: [(StaticString, Int)] = [
    ("大学", 920), ("大学院", 0), ("研究所", 870), ("総合研究所", 870), ("研究院", 860), ("銀行", 900), ("証券", 890), ("信用金庫", 900), ("病院", 880), ("裁判所", 880), ("地裁", 860), ("高裁", 860), ("製薬", 900),
    ("建設", 860), ("電機", 880), ("重工", 900), ("重工業", 900), ("生命", 850), ("生命保険", 900), ("火災保険", 880), ("新聞", 880), ("新聞社", 900), ("放送", 850), ("製作所", 910), ("工業", 850),
    ("化学", 820), ("電鉄", 900), ("鉄道", 840), ("航空", 850), ("電力", 860), ("商事", 890), ("物産", 890), ("不動産", 840), ("食品", 820), ("製鉄", 880), ("自動車", 830), ("電気", 800), ("通信", 0), ("出版", 840), ("書店", 840),
    ("協会", 830), ("学会", 840), ("財団", 840), ("連盟", 840), ("連合会", 850), ("機構", 820), ("議員連盟", 860), ("法律事務所", 920), ("ホールディングス", 920), ("グループ", 780), ("キャピタル", 880), ("ベンチャーズ", 900),
    ("パートナーズ", 880), ("インベストメント", 900), ("インベストメンツ", 900), ("アセットマネジメント", 900), ("ベンチャーキャピタル", 890), ("コミュニケーションズ", 900), ("テクノロジーズ", 910), ("テクノロジー", 850), ("システムズ", 900), ("ソリューションズ", 900), ("コーポレーション", 920), ("エンターテインメント", 880), ("コンサルティング", 880), ("フィナンシャルグループ", 920),
    ("フィナンシャル・グループ", 920), ("ネットワークス", 880), ("エレクトロニクス", 900), ("ロボティクス", 860), ("ラボ", 780), ("空港", 820), ("高校", 800), ("専門学校", 820), ("高専", 800), ("教育委員会", 850), ("商工会議所", 860), ("党", 0),
  ]
  private static let genericHeads: Set<String> = [
    "国立", "私立", "公立", "総合", "中央", "地方", "連邦地方", "大手", "大型", "国内", "海外", "民間", "専門", "共同", "日本", "米国", "中国", "韓国", "欧州", "世界", "各", "全国", "関係", "有名", "名門", "主要", "地元", "最高", "高等", "連邦",
    "国際", "携帯", "投資", "商業", "信託", "中小", "大規模", "先端", "次世代", "人工知能", "業界", "企業", "会社", "団体", "政府", "新興", "旧", "新", "当", "同", "両", "本", "我が", "電気", "電動", "自動運転", "高級", "中古", "国産", "格安", "新聞", "生成ai", "ai", "it", "ict", "iot", "dx", "bev", "ev", "sns", "ネット", "デジタル", "オンライン", "クラウド", "データ", "システム", "メガ", "スポーツ", "ニュース", "半導体", "一部", "多く", "再生", "社会", "自社", "他社", "グループ", "チーム", "研究", "開発", "大学", "国公立", "理系", "工科", "女子", "医科", "短期", "通信", "防災", "消費", "運用", "監視", "事業", "連合", "国連", "無線", "有機", "無機", "高分子", "応用", "建築", "土木", "食", "加工", "石油", "重", "機械", "情報", "軽", "紙", "夕刊", "朝刊", "再エネ", "太陽光", "風力", "原子力", "火力", "水力", "大量", "商用", "余剰", "消費", "夜間", "生", "革命", "長", "余", "短",
  ]

  /// Suffixes that common words take too: a kanji head must be a family's or a place's name.
  private static let weakSuffixWords: Set<String> = ["建設", "工業", "化学", "航空", "電力", "鉄道", "不動産", "食品", "自動車", "電気", "出版", "書店", "放送", "電機", "製鉄", "グループ", "ラボ", "テクノロジー", "研究所", "製作所", "病院", "生命", "新聞", "高校"]
  private static let places: Set<String> = ["東京", "大阪", "京都", "名古屋", "日本", "全日本", "北海道", "九州", "四国", "東北", "関西", "関東", "中国", "近畿", "東海", "北陸", "横浜", "神戸", "福岡", "広島", "仙台", "札幌", "沖縄", "静岡", "千葉", "埼玉", "新潟", "長野", "山陽", "東洋", "帝国", "太平洋", "大同", "昭和", "明治", "東邦", "中央", "第一", "新日本", "大和", "朝日", "読売", "産経"]

  /// A family's or a place's name, alone or before the field of an institute: `清水`, `東京農芸`.
  private func isHouseName(_ head: String) -> Bool {
    if lexicon.japaneseSurnames.contains(head) || Self.places.contains(head) { return true }
    let scalars = Array(head.unicodeScalars)
    guard scalars.count >= 4 else { return false }
    return lexicon.surnameLength(scalars, chinese: false) >= 2 || Self.places.contains { head.hasPrefix($0) }
  }

  /// Runs that end in a word of organizations, with something proper before it.
  private func suffixed(_ position: Int, _ last: Int) -> Discovery? {
    let whole = Span(tokens[position].start, tokens[last].end)
    for (suffix, confidence) in Self.suffixWords where confidence > 0 {
      // The suffix may be followed by further kanji of a role: ◯◯大学教授.
      guard whole.count > suffix.utf8CodeUnitCount, let end = endOf(suffix, whole) else { continue }
      var start = whole.start
      for country in ["米国", "英国", "韓国", "中国", "米", "英", "独", "仏", "露", "元", "前", "旧", "同", "各", "伊"] as [StaticString] where scene.follows(country, at: start) && end - start > suffix.utf8CodeUnitCount + country.utf8CodeUnitCount + 3 { start += country.utf8CodeUnitCount }
      let headEnd = end - suffix.utf8CodeUnitCount
      guard headEnd > start else { continue }
      let head = scene.text.text(Span(start, headEnd))
      if Self.genericHeads.contains(head) || confidence < 890 && lexicon.generic.contains(head) { continue }
      let scalars = head.unicodeScalars.count
      let isHan = head.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value == 0x3005 }
      if isHan, scalars < 2 || scalars > 8 { continue }
      if head.hasPrefix("反") { continue }
      if isHan, Self.genericHeads.contains(where: { head.hasSuffix($0) && $0.unicodeScalars.count >= 2 && head.unicodeScalars.count - $0.unicodeScalars.count < 2 }) { continue }
      if !isHan, scalars < 2 { continue }
      if confidence < 890 && lexicon.isGeneric(head) || lexicon.commonKatakana.contains(head) || "\(suffix)" == "ラボ" && head.hasSuffix("コ") { continue }
      // 自社データセンター建設: the word before the suffix is a common one.
      let tail = String(String.UnicodeScalarView(head.unicodeScalars.reversed().prefix { (0x30A1...0x30FF).contains($0.value) }.reversed()))
      if confidence < 890, !tail.isEmpty, lexicon.isGeneric(tail) { continue }
      let endsInHan = head.unicodeScalars.last.map { (0x3400...0x9FFF).contains($0.value) } ?? false
      if Self.weakSuffixWords.contains("\(suffix)"), endsInHan, !isHouseName(head) { continue }
      if ["協会", "機構", "財団", "学会", "連盟"].contains("\(suffix)"), scalars < 3 { continue }
      return Discovery(type: .company, span: Span(start, end), confidence: isHan && confidence < 860 ? confidence - 60 : confidence, reason: "…\(suffix)")
    }
    return nil
  }

  /// Where a suffix ends in a run: at its end, or before a role word.
  private func endOf(_ suffix: StaticString, _ whole: Span) -> Int? {
    if scene.precedes(suffix, whole.end) { return whole.end }
    var at = whole.start + 3
    let roles: [StaticString] = ["教授", "准教授", "名誉教授", "大学院", "特任", "社長", "会長", "代表", "頭取", "所長", "学長", "総長", "院長", "幹部", "出身", "発", "側", "傘下", "理事", "チーム", "など", "の", "(", "、"]
    while at + suffix.utf8CodeUnitCount < whole.end {
      if scene.follows(suffix, at: at), scene.follows(anyOf: roles, at: at + suffix.utf8CodeUnitCount) { return at + suffix.utf8CodeUnitCount }
      at += scalarLength(scene.text.bytes[at])
    }
    return nil
  }

  private func isCountry(_ position: Int) -> Bool {
    let word = tokens.word(position)
    return ["米", "英", "仏", "独", "韓", "中国", "米国", "台湾", "韓国", "英国", "加", "蘭"].contains { word.hasSuffix($0) }
  }

  private static let kindNouns: [StaticString] = [
    "スタートアップの", "スタートアップ", "スタートアップ企業の", "ベンチャーの", "企業の", "大手の", "大手", "メーカーの", "メーカー", "会社の", "新興の", "新興", "事業者の", "ベンダーの", "ベンダー", "プロバイダーの", "プロバイダー", "ファンドの", "子会社の", "子会社", "傘下の",
    "を運営する", "を提供する", "を手掛ける", "を手がける", "を開発する", "を展開する", "開発元の", "開発元", "提供元の", "運営元の", "親会社の", "親会社", "ベンチャーキャピタルの", "投資会社の", "投資会社", "出版社の", "企業・", "代理店の", "パブリッシャーの", "団体の",
  ]
  private static let companyRoles: [StaticString] = [
    "のceo", "のcto", "のcfo", "のcoo", "の最高経営責任者", "の社長", "の会長", "の創業者", "の共同創業者", "の代表", "の広報", "の日本法人", "の株価", "の株式", "の評価額", "を買収", "に出資", "が買収", "を子会社化", "(本社", "(東京", "(大阪", "(神奈川", "(愛知", "(福岡", "(京都", "(北海道", "(兵庫", "日本法人", "の決算", "による買収",
    "の担当者", "代表取締役", "創業者", "の親会社", "の子会社", "の開発者は", "の研究者", "の研究チーム", "の調査によると", "の調査では",
  ]
  private static let announcing: [String] = [
    "を発表", "を公表", "を公開した", "を提供開始", "の提供を開始", "の提供開始", "をリリース", "を開始した", "を開始する", "を始め", "を立ち上げ", "と提携", "を導入", "を開発した", "を買収", "を調達", "を明らかに", "と発表", "を設立",
    "の結果を発表", "調査を実施", "を販売", "を説明", "を投入", "を打ち出", "に参入", "を実施", "を刷新", "に出資", "を強化", "を拡充", "を展開", "に成功", "をローンチ", "を締結", "を開催", "を構築",
  ]

  /// What stands around a katakana or Latin name in Japanese that only stands around companies.
  private func japaneseFrame(_ span: Span, _ end: Int) -> Discovery? {
    guard scene.language == .ja else { return nil }
    let word = scene.text.text(span)
    guard !lexicon.isGeneric(word), span.count >= 6 || scene.text.bytes[span.start] < 0x80 && span.count >= 2 else { return nil }
    let isKatakana = scene.text.bytes[span.start] >= 0x80
    if scene.isByline(span.start) { return nil }
    let original = LetterCases(scene.text.original, scene.text.original(span))
    let isAbbreviation = !isKatakana && original.lower == 0 && span.count <= 4
    if isKatakana, isPersonLike(span) { return nil }
    if scene.follows("社", at: span.end), !scene.follows(anyOf: ["社会", "社員", "社内", "社長", "社外", "社名"], at: span.end) { return proper(span, 880, "…社") }
    if scene.follows(anyOf: Self.companyRoles, at: scene.skipSpaces(span.end)) { return proper(span, 840, "…のCEO") }
    let before = scene.skipSpacesBack(span.start)
    if scene.precedes(anyOf: Self.kindNouns, before) && (!isAbbreviation || span.count >= 3) || scene.precedes("「", before) && scene.precedes(anyOf: ["スタートアップ「", "企業「", "ベンチャー「", "会社「"], before) { return proper(span, 820, "kind の…") }
    if let country = countryBefore(span.start) { return proper(span, 800, "\(country)…") }
    if !isAbbreviation, isHeadline(span) { return proper(span, 730, "headline …、") }
    if !isAbbreviation, isTopic(span), announces(span) { return proper(span, 760, "…が発表") }
    return nil
  }

  private func isPersonLike(_ span: Span) -> Bool {
    scene.follows(anyOf: PersonDiscovery.japaneseTitles, at: scene.skipSpaces(span.end)) && scene.text.text(span).holds("・")
  }

  /// `米Acme`, `英ソラ`: a country's character right before.
  private func countryBefore(_ byte: Int) -> String? {
    for country in ["米", "英", "仏", "独", "韓", "加", "蘭"] as [StaticString] where scene.precedes(country, byte) {
      let at = byte - 3
      // 欧米, 日米, 南米 are no prefix.
      if scene.precedes(anyOf: ["欧", "日", "南", "北", "中", "対", "渡", "在", "訪", "反", "親"], at) { return nil }
      return "\(country)"
    }
    return nil
  }

  /// The name opens its sentence and is followed by は, が or a headline's comma.
  private func isTopic(_ span: Span) -> Bool {
    guard scene.follows(anyOf: ["は", "が", "、", "と"], at: span.end) else { return false }
    let before = scene.skipSpacesBack(span.start)
    if before == 0 || scene.text.bytes[before - 1] == 0x0A { return true }
    return scene.precedes(anyOf: ["。", "…", "...", "は、", "に、", "日、", "が、"], before)
  }

  private static let headlineVerbs: [String] = [
    "発表", "提供", "開始", "公開", "導入", "開発", "強化", "参入", "提携", "買収", "出資", "調達", "発売", "実施", "展開", "採用", "設立", "活用", "実証", "公表", "対応", "リリース", "へ投資", "刷新", "販売", "契約", "協業", "締結", "投入",
  ]

  /// A headline that opens with the name and a comma, and tells of a company's doing.
  private func isHeadline(_ span: Span) -> Bool {
    guard scene.follows("、", at: span.end), span.start == 0 || scene.text.bytes[span.start - 1] == 0x0A else { return false }
    let rest = scene.text.text(Span(span.end, scene.line(of: span.end).end))
    return rest.utf8.count < 300 && Self.headlineVerbs.contains { rest.holds($0) }
  }

  /// A verb of announcing before the sentence ends.
  private func announces(_ span: Span) -> Bool {
    var end = span.end
    let limit = min(scene.text.bytes.count, span.end + 360)
    while end < limit, scene.text.bytes[end] != 0x0A, !scene.follows("。", at: end) { end += 1 }
    let rest = scene.text.text(Span(span.end, end))
    return Self.announcing.contains { rest.holds($0) }
  }

  /// A discovery, unless the name is made of generic words only.
  private func proper(_ span: Span, _ confidence: Int, _ reason: String) -> Discovery? {
    let word = scene.text.text(span)
    guard !lexicon.generic.contains(word), !Self.genericHeads.contains(word), span.count >= 2, span.count <= 60, !Self.noCompanies.contains(word) else { return nil }
    return Discovery(type: .company, span: span, confidence: confidence, reason: reason)
  }

  private static let noCompanies: Set<String> = [
    "ai", "it", "gpu", "cpu", "llm", "api", "ceo", "saas", "web", "it企業", "ict", "os", "pc", "sns", "ev", "iot", "dx", "github", "ai企業", "vc", "sier", "gafa", "gafam", "nato", "eu", "スタートアップ", "メーカー", "アメリカ", "カナダ", "インド", "ドイツ", "フランス", "イギリス", "ロシア", "イスラエル",
    "シリコンバレー", "ニューヨーク", "サンフランシスコ", "カリフォルニア", "ワシントン", "シアトル", "ロンドン", "パリ", "シンガポール", "テキサス", "ハリウッド", "ウォール街", "tv", "ip", "rag", "agi", "asi", "arr", "ipo", "m&a", "nft", "poc", "qr", "id", "cio", "ux", "ui", "pr", "hr", "b2b", "asp",
  ]
}
