import Facts
import Language

/// People that no row holds, by title, by the shape of their names, by given name.
///
/// `アリス・ベル氏`, `社長の山本花子`, `Alice Bell, CEO of`, `创始人王芳` are people; `同氏`, `各氏` and `ユーザーさん` are not.
struct PersonDiscovery {
  let scene: LinkingScene
  let lexicon: DiscoveryLexicon
  let taken: [Span]

  private var tokens: NameTokens { scene.tokens }

  func discoveries() -> [Discovery] {
    var found: [Discovery] = []
    var position = 0
    while position < tokens.count {
      let discovery: Discovery?
      switch tokens[position].kind {
      case .latin: discovery = latin(position)
      case .katakana: discovery = katakana(position)
      case .han: discovery = scene.language == .zh ? chinese(position) : japanese(position)
      default: discovery = nil
      }
      if let discovery, !overlapsAny(taken, discovery.span) {
        found.append(discovery)
        repeat { position += 1 } while position < tokens.count && tokens[position].end <= discovery.span.end
      } else {
        position += 1
      }
    }
    return found
  }

  // MARK: Latin

  private static let particles: Set<String> = ["van", "von", "der", "den", "de", "la", "le", "al", "bin", "da", "di", "dos", "ben", "el"]
  static let organizationWords: Set<String> = [
    "university", "capital", "ventures", "labs", "lab", "group", "inc", "corp", "bank", "partners", "institute", "college",
    "foundation", "street", "research", "technologies", "media", "energy", "motors", "health", "award", "prize", "school",
    "hospital", "center", "centre", "park", "city", "valley", "house", "hall", "act", "studio", "studios", "ai", "api", "pro",
    "plus", "max", "mini", "code", "cloud", "security", "systems", "software", "news", "times", "day", "week",
    "association", "society", "agency", "commission", "department", "ministry", "council", "alliance", "management", "equity", "investments", "court", "office", "committee", "summit", "conference", "journal", "review", "post", "report", "index", "project", "program", "model", "agent", "engine", "platform", "store", "phone", "watch", "trading", "holdings", "airport", "square", "app", "island", "county", "state", "law", "company", "llc", "ltd", "fund", "show", "podcast", "newsletter", "avenue", "magazine", "party", "series",
  ]
  /// Words that headlines write with a capital, and days: no part of a name.
  private static let headlineWords: Set<String> = [
    "among", "amid", "in", "on", "as", "to", "for", "with", "and", "after", "says", "wants", "will", "from", "by", "at", "over", "into", "joins", "leaves", "launches", "raises", "is", "has", "who", "why", "how", "what", "the", "a", "an", "of", "or", "not", "about",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let riskyGivenNames: Set<String> = [
    "will", "may", "april", "grant", "chase", "hope", "grace", "faith", "max", "mark", "rose", "rich", "june", "august", "bill",
    "chance", "hunter", "sterling", "art", "dean", "earl", "guy", "gene", "jordan", "sydney", "austin", "milan", "florence",
    "virginia", "georgia", "madison", "jackson", "dawn", "joy", "ruby", "opal", "iris", "ivy", "amber", "crystal", "summer",
    "young", "min", "sung", "jin", "hui", "ming", "wei", "xin", "yang", "ying", "jing", "yu", "hao", "jia", "lei", "xiao", "zhi", "feng", "kim", "lee", "chi", "kai", "sawyer", "ray", "drew", "rob", "pat", "harper", "parker", "carter", "tucker", "mason", "logan", "dana", "kent", "lance", "miles", "norman", "page", "paige", "reed", "sage", "victor", "wade",
  ]
  static let latinTitles: Set<String> = [
    "ceo", "cto", "cfo", "coo", "cio", "cpo", "president", "chairman", "chairwoman", "chair", "founder", "co-founder", "cofounder",
    "director", "professor", "analyst", "scientist", "researcher", "spokesperson", "spokesman", "spokeswoman", "judge", "senator",
    "secretary", "minister", "executive", "officer", "partner", "engineer", "economist", "author", "journalist", "attorney", "dr", "mr",
    "ms", "mrs", "sen", "rep", "gov", "chancellor", "strategist", "governor", "lawyer", "actor", "actress", "investor", "entrepreneur",
  ]
  private static let speech: Set<String> = [
    "said", "says", "told", "wrote", "writes", "argued", "argues", "added", "adds", "explained", "explains", "noted", "tweeted", "posted",
  ]

  private func latin(_ position: Int) -> Discovery? {
    guard let name = latinName(position), !scene.isByline(tokens[position].start) else { return nil }
    let words = name.words
    let last = name.end
    let span = Span(tokens[position].start, tokens[last].end)
    let first = words[0]
    let isGiven = lexicon.givenNames.contains(first)
    let surname = words[words.count - 1]
    if Self.organizationWords.contains(surname) || Self.organizationWords.contains(followingWord(last)) { return nil }
    let after = scene.skipSpaces(span.end)
    if scene.follows(anyOf: Self.japaneseTitles, at: after), words.count >= 2 || scene.follows("氏", at: span.end) {
      return Discovery(type: .person, span: span, confidence: words.count >= 2 ? 920 : 760, reason: "…氏")
    }
    guard words.count >= 2, !lexicon.places.contains(words.prefix(2).joined(separator: " ")), !lexicon.places.contains(words[words.count - 1]) || isGiven else { return nil }
    if isGiven, !Self.riskyGivenNames.contains(first) || !lexicon.generic.contains(surname) {
      let isPlain = lexicon.generic.contains(first) && lexicon.generic.contains(surname)
      if !isPlain { return Discovery(type: .person, span: span, confidence: 880, reason: "given name \(first)") }
    }
    let isProper = !lexicon.generic.contains(first) || !lexicon.generic.contains(surname)
    if isProper, words.allSatisfy({ !Self.organizationWords.contains($0) }) {
      if let title = titleBefore(position) {
        return Discovery(type: .person, span: span, confidence: 860, reason: "\(title) …")
      }
      if let title = titleAfter(last) { return Discovery(type: .person, span: span, confidence: 860, reason: "…, \(title)") }
      let follower = followingWord(last)
      if Self.speech.contains(follower), words.allSatisfy({ !lexicon.generic.contains($0) }) {
        return Discovery(type: .person, span: span, confidence: 720, reason: "… \(follower)")
      }
    }
    return nil
  }

  /// A run of capitalized words that can be a person's name: `Alice B. Bell`, `Ursula von der Leyen`.
  private func latinName(_ position: Int) -> (words: [String], end: Int)? {
    let token = tokens[position]
    guard token.isCapitalized, token.hasLower, token.end - token.start >= 2, isPlainWord(position), !Self.headlineWords.contains(tokens.word(position)) else { return nil }
    // Attorney General Alice Bell: the rank is no part of the name.
    if ["general", "middle", "attorney"].contains(tokens.word(position)) { return nil }
    if position > 0, tokens.kind(position - 1) == .other, tokens.isScalar(position - 1, 0x40) || tokens.isScalar(position - 1, 0x2F) { return nil }
    // The middle of a longer capitalized run is no beginning, unless a title stands before.
    if position >= 2, tokens.kind(position - 1) == .space, let before = tokens.at(position - 2), before.kind == .latin,
      before.isCapitalized, !Self.latinTitles.contains(tokens.word(position - 2)), !overlapsAny(taken, before.span),
      !lexicon.generic.contains(tokens.word(position - 2))
    {
      return nil
    }
    var words = [tokens.word(position)]
    var end = position
    var pendingParticles = 0
    while words.count < 4 {
      var next = end + 1 + pendingParticles * 2
      // An initial: `B.`
      guard tokens.kind(next) == .space, let candidate = tokens.at(next + 1), candidate.kind == .latin else { break }
      next += 1
      let word = tokens.word(next)
      if candidate.isCapitalized, candidate.end - candidate.start == 1, tokens.isScalar(next + 1, 0x2E), tokens.kind(next + 2) == .space,
        let surname = tokens.at(next + 3), surname.kind == .latin, surname.isCapitalized, surname.hasLower
      {
        words.append(tokens.word(next + 3))
        end = next + 3
        break
      }
      if !candidate.isCapitalized, Self.particles.contains(word), pendingParticles < 2 {
        pendingParticles += 1
        continue
      }
      guard candidate.isCapitalized, candidate.hasLower, candidate.end - candidate.start >= 2, isPlainWord(next),
        !Self.latinTitles.contains(word), !overlapsAny(taken, candidate.span), !Self.headlineWords.contains(word)
      else { break }
      words.append(word)
      end = next
      pendingParticles = 0
      if words.count == 3, !lexicon.givenNames.contains(words[1]) && lexicon.generic.contains(word) { break }
    }
    return (words, end)
  }

  /// Letters, hyphens and apostrophes only.
  private func isPlainWord(_ position: Int) -> Bool {
    let token = tokens[position]
    for offset in token.start..<token.end {
      let byte = scene.text.bytes[offset]
      if byte < 0x80, !(byte &- 0x61 < 26 || byte == 0x2D || byte == 0x27) { return false }
    }
    return true
  }

  private func followingWord(_ position: Int) -> String {
    tokens.kind(position + 1) == .space && tokens.kind(position + 2) == .latin ? tokens.word(position + 2) : ""
  }

  private func titleBefore(_ position: Int) -> String? {
    guard tokens.kind(position - 1) == .space else { return nil }
    var before = position - 2
    if tokens.isScalar(before, 0x2E) || tokens.isScalar(before, 0x2C) { before -= 1 }
    let word = tokens.word(before)
    return Self.latinTitles.contains(word) ? word : nil
  }

  /// `, CEO of`, `, the co-founder`, `, an analyst at`.
  private func titleAfter(_ position: Int) -> String? {
    guard tokens.isScalar(position + 1, 0x2C) || tokens.isScalar(position + 1, 0x28), tokens.kind(position + 2) == .space || tokens.kind(position + 2) == .latin else { return nil }
    for next in (position + 2)..<(position + 12) {
      guard let token = tokens.at(next) else { return nil }
      if token.kind == .space { continue }
      guard token.kind == .latin else { return nil }
      let word = tokens.word(next)
      if Self.latinTitles.contains(word) || word == "chief" || word == "head" { return word }
    }
    return nil
  }

  // MARK: katakana and kanji

  static let japaneseTitles: [StaticString] = [
    "氏", "さん", "ceo", "cto", "coo", "cfo", "社長", "会長", "副社長", "教授", "准教授", "博士", "議員", "上院議員", "下院議員", "長官", "判事",
    "大統領", "首相", "大臣", "知事", "市長", "代表", "最高経営責任者", "最高", "容疑者", "被告", "監督", "記者", "弁護士", "研究員",
    "研究者", "共同創業者", "創業者", "編集長", "本部長", "部長", "局長", "上級", "シニア", "委員長", "議長", "取締役", "執行役員",
  ]
  private static let roleHeads: [StaticString] = [
    "社長の", "会長の", "代表の", "ceoの", "ctoの", "cfoの", "cooの", "教授の", "創業者の", "研究者の", "責任者の", "担当の", "アナリストの", "部長の",
    "本部長の", "室長の", "所長の", "ディレクターの", "マネージャーの", "マネジャーの", "エンジニアの", "サイエンティストの", "取締役の", "役員の", "議員の",
    "大臣の", "弁護士の", "記者の", "監督の", "作家の", "氏と", "パートナーの", "コンサルタントの", "ジャーナリストの", "デザイナーの", "アーティストの",
    "クリエイターの", "プロデューサーの", "専門家の", "投資家の", "起業家の", "経営者の", "ceo、", "デベロッパーの", "開発者の",
  ]

  private func katakana(_ position: Int) -> Discovery? {
    // サム・リー, マリ・ル・クレール
    var end = position
    var parts = 1
    while parts < 5 {
      if tokens.isScalar(end + 1, 0x30FB) || tokens.isScalar(end + 1, 0x3D), tokens.kind(end + 2) == .katakana {
        end += 2
      } else if tokens.isScalar(end + 1, 0x30FB), tokens.isScalar(end + 2, 0x22), tokens.kind(end + 3) == .katakana, tokens.isScalar(end + 4, 0x22),
        tokens.isScalar(end + 5, 0x30FB), tokens.kind(end + 6) == .katakana
      {
        end += 6
      } else {
        break
      }
      parts += 1
    }
    let span = Span(tokens[position].start, tokens[end].end)
    if position > 0, tokens.isScalar(position - 1, 0x30FB) { return nil }
    let hasTitle = scene.follows(anyOf: Self.japaneseTitles, at: scene.skipSpaces(span.end))
    if parts >= 2 {
      let last = tokens.word(end)
      if lexicon.generic.contains(last) || lexicon.generic.contains(tokens.word(position)), !hasTitle { return nil }
      if Self.katakanaOrganizationWords.contains(last) { return nil }
      if hasTitle { return Discovery(type: .person, span: span, confidence: 930, reason: "…氏") }
      if scene.precedes(anyOf: Self.roleHeads, span.start) {
        return Discovery(type: .person, span: span, confidence: 860, reason: "role の…")
      }
      if scene.follows("(", at: span.end), tokens.at(end + 2)?.kind == .latin, let latin = tokens.at(end + 2), latin.isCapitalized,
        lexicon.givenNames.contains(tokens.word(end + 2))
      {
        return Discovery(type: .person, span: span, confidence: 860, reason: "…（Latin name）")
      }
      return nil
    }
    let word = tokens.word(position)
    guard span.count >= 9, !lexicon.generic.contains(word) else { return nil }
    if scene.follows(anyOf: ["氏", "大統領", "首相", "判事", "上院議員", "下院議員", "国防長官", "財務長官", "商務長官"], at: span.end), !scene.follows(anyOf: ["氏名", "氏族"], at: span.end) {
      return Discovery(type: .person, span: span, confidence: 760, reason: "…氏")
    }
    return nil
  }

  static let katakanaOrganizationWords: Set<String> = [
    "グループ", "ホールディングス", "テクノロジーズ", "テクノロジー", "キャピタル", "パートナーズ", "ベンチャーズ", "コーポレーション", "カンパニー", "バンク", "メディア",
    "システムズ", "ソリューションズ", "サービス", "サービシズ", "エナジー", "ラボ", "ラボズ", "リサーチ", "ジャパン", "インターナショナル", "デジタル", "エンターテインメント",
    "クラウド", "コンサルティング", "ネットワークス", "ソフトウェア", "インダストリーズ", "エレクトロニクス", "マネジメント", "アソシエイツ", "ファンド", "マシーンズ", "マシンズ",
    "タイムズ", "ポスト", "ジャーナル", "ニュース", "ロボティクス", "インテリジェンス", "モーターズ", "セミコンダクター", "ファイナンス", "アナリティクス", "ダイナミクス", "イノベーションズ",
    "アドバイザーズ", "インスティテュート", "セキュリティ", "デザイン", "スタジオ", "スタジオズ", "ゲームズ", "ピクチャーズ", "ミュージック", "フーズ",
  ]

  /// Kanji names with a title: `山本花子氏`, `社長の山本花子`, `山本花子CEO`, `浅川さとし氏`.
  private func japanese(_ position: Int) -> Discovery? {
    let token = tokens[position]
    let scalars = Array(tokens.word(position).unicodeScalars)
    // The name ends where the title begins, inside the same run of kanji or after it.
    for (title, confidence) in Self.kanjiTitles {
      guard let at = firstIndex(of: title, in: scalars), at >= 2 else { continue }
      if title.count == 1, at + 1 < scalars.count, [0x540D, 0x65CF].contains(scalars[at + 1].value) { continue }
      if let discovery = kanjiName(scalars, upTo: at, token, confidence, "…\(String(String.UnicodeScalarView(title)))") { return discovery }
    }
    let afterToken = token.end
    if scene.follows(anyOf: ["ceo", "cto", "coo", "cfo", "cio", "さん", "マネージャー", "マネジャー", "ディレクター", "シニア"], at: scene.skipSpaces(afterToken)) {
      if scalars.count >= 3 || !scene.follows("さん", at: afterToken), let discovery = kanjiName(scalars, upTo: scalars.count, token, 860, "…CEO", needsFull: true) { return discovery }
    }
    // 浅川さとし氏
    if tokens.kind(position + 1) == .hiragana, let given = tokens.at(position + 1), (2...4).contains((given.end - given.start) / 3),
      scene.follows("氏", at: given.end), lexicon.surnameLength(scalars, chinese: false) == scalars.count
    {
      return Discovery(type: .person, span: Span(token.start, given.end), confidence: 860, reason: "…氏")
    }
    if (3...5).contains(scalars.count), scene.precedes(anyOf: Self.roleHeads, token.start) {
      let surname = lexicon.surnameLength(scalars, chinese: false)
      if surname >= 2 || surname == 1 && scalars.count == 3, scalars.count - surname >= 1, scalars.count - surname <= 3 {
        return Discovery(type: .person, span: token.span, confidence: 830, reason: "role の…")
      }
    }
    return nil
  }

  private static let kanjiTitles: [([Unicode.Scalar], Int)] = [
    "氏", "准教授", "副社長", "社長", "会長", "教授", "大臣", "議員", "知事", "市長", "首相", "総理", "弁護士", "代表", "取締役", "執行役員",
    "編集長", "研究員", "博士", "監督", "本部長", "部長", "室長", "局長", "長官", "専務", "常務", "医師", "容疑者", "被告", "選手", "記者", "主席", "経産相", "総務相", "財務相", "防衛相",
  ].map { (Array($0.unicodeScalars), $0 == "氏" ? 900 : 860) }

  private func kanjiName(
    _ scalars: [Unicode.Scalar], upTo end: Int, _ token: NameTokens.Token, _ confidence: Int, _ reason: String, needsFull: Bool = false
  ) -> Discovery? {
    // 富士山本花子氏: the longest tail that begins with a surname and is two to five long.
    for length in stride(from: min(5, end), through: 2, by: -1) {
      let start = end - length
      if start > 0, length < 3 { break }
      if start > 0, end <= 4 { break }
      let name = Array(scalars[start..<end])
      // 阿部副社長: the last character belongs to the title.
      if let last = name.last, Self.titlePrefixes.contains(last) { return kanjiName(scalars, upTo: end - 1, token, min(confidence, 850), reason, needsFull: true) }
      let surname = lexicon.surnameLength(name, chinese: false)
      guard surname > 0, length - surname <= 3, start == 0 || surname >= 2 else { continue }
      if surname == length, needsFull || confidence < 900 || start > 0 { continue }
      if surname == 1, length != 3, length != 2 { continue }
      let startByte = token.start + start * 3
      return Discovery(type: .person, span: Span(startByte, startByte + length * 3), confidence: start > 0 ? confidence - 60 : confidence, reason: reason)
    }
    if confidence >= 900, (2...4).contains(end), !Self.noNames.contains(String(String.UnicodeScalarView(scalars[..<end]))), end >= 3 {
      return Discovery(type: .person, span: Span(token.start, token.start + end * 3), confidence: 780, reason: reason)
    }
    return nil
  }

  private static let titlePrefixes: Set<Unicode.Scalar> = Set("副前元新現准総次同各両".unicodeScalars)
  private static let noNames: Set<String> = ["両", "同", "各", "諸", "某", "彼", "創業者", "経営者", "担当者", "関係者", "開発者", "研究者"]

  private func firstIndex(of title: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.count >= title.count else { return nil }
    for start in 0...(scalars.count - title.count) where scalars[start..<(start + title.count)].elementsEqual(title) { return start }
    return nil
  }

  // MARK: Chinese

  private static let chineseTitles: [[Unicode.Scalar]] = [
    "联合创始人", "创始人", "创办人", "董事长", "总裁", "总经理", "教授", "院士", "研究员", "博士", "首席执行官", "首席科学家", "首席技术官", "合伙人",
    "副总裁", "负责人", "投资人", "主任", "院长", "校长", "分析师", "主席", "部长", "经理", "先生", "任命", "创始人叫", "名叫", "执行官", "科学家", "工程师", "秘书长", "发言人", "首席分析师", "副院长", "所长", "执委", "嘉宾", "主持人", "作者", "博主", "首相", "总统", "部长",
  ].map { Array($0.unicodeScalars) }
  private static let afterChineseName: Set<Unicode.Scalar> = Set(
    "说表在称认指透宣曾将对和与等的是也就以为向则还从因任担发接介强坦直解预提通把被及、，亦离加创率带出现又告回补专首访此其后前新".unicodeScalars)

  /// Prepositions and conjunctions that stand right before a name.
  private static let beforeChineseName: Set<Unicode.Scalar> = Set("由和与及对向在被是把跟像如据让为给以".unicodeScalars)
  private static let chineseFunctionWords: Set<Unicode.Scalar> = Set("于对在的了是被与和将会都也还就从到为向让把给用及或而但因其这那们说表认称曾".unicodeScalars)

  private func chinese(_ position: Int) -> Discovery? {
    let token = tokens[position]
    let scalars = Array(tokens.word(position).unicodeScalars)
    guard tokens[position].end - token.start == scalars.count * 3 else { return nil }
    // 罗斯·格伯
    if tokens.isScalar(position + 1, 0xB7) || tokens.isScalar(position + 1, 0x30FB), tokens.kind(position + 2) == .han, let right = tokens.at(position + 2) {
      var start = 0
      for title in Self.chineseTitles { if let at = firstIndex(of: title, in: scalars) { start = max(start, at + title.count) } }
      while start < scalars.count - 1, Self.beforeChineseName.contains(scalars[start]) { start += 1 }
      if scalars.count - start > 4 { start = scalars.count - 2 }
      let tail = Array(tokens.word(position + 2).unicodeScalars)
      var length = 0
      while length < min(6, tail.count), !Self.afterChineseName.contains(tail[length]) { length += 1 }
      if length >= 1, scalars.count - start >= 1 {
        return Discovery(
          type: .person, span: Span(token.start + start * 3, right.start + length * 3), confidence: 850, reason: "…·…")
      }
    }
    // 创始人王芳, CEO 王芳
    var starts: [Int] = []
    for title in Self.chineseTitles { if let at = firstIndex(of: title, in: scalars) { starts.append(at + title.count) } }
    if position > 0 {
      let before = scene.skipSpacesBack(token.start)
      if scene.precedes(anyOf: ["ceo", "cto", "coo", "cfo", "创始人", "教授", "总裁"], before) { starts.append(0) }
    }
    for start in starts.sorted() {
      let rest = Array(scalars[start...])
      let surname = lexicon.surnameLength(rest, chinese: true)
      guard surname > 0 else { continue }
      for given in [2, 1] where surname + given <= rest.count {
        let end = surname + given
        if end == rest.count || Self.afterChineseName.contains(rest[end]) {
          if rest[..<end].contains(where: Self.chineseFunctionWords.contains) { continue }
          let first = token.start + start * 3
          return Discovery(type: .person, span: Span(first, first + end * 3), confidence: 840, reason: "title …")
        }
      }
      // 总裁方洪波签发了: whatever goes on, two characters of a given name are the rule.
      let end = surname + 2
      if rest.count > end, start > 0, surname < 3, !rest[..<end].contains(where: { Self.chineseFunctionWords.contains($0) || Self.afterChineseName.contains($0) }),
        !lexicon.generic.contains(text(rest[..<end])), !lexicon.generic.contains(text(rest[1..<end]))
      {
        let first = token.start + start * 3
        let short = Span(first, first + (end - 1) * 3)
        let long = Span(first, first + end * 3)
        // Told again with another character behind, the name is the shorter one.
        let isShort = scene.count(short, atMost: 9) > scene.count(long, atMost: 9)
        return Discovery(type: .person, span: isShort ? short : long, confidence: 760, reason: "title …")
      }
    }
    return chineseAddressed(token, scalars) ?? chineseSpeaker(token, scalars)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

  /// `陈海先生`, `王芳女士`.
  private func chineseAddressed(_ token: NameTokens.Token, _ scalars: [Unicode.Scalar]) -> Discovery? {
    for address in Self.chineseAddresses {
      guard let at = firstIndex(of: address, in: scalars), at >= 2 else { continue }
      for length in [3, 2] where at >= length {
        let start = at - length
        let name = Array(scalars[start..<at])
        guard lexicon.surnameLength(name, chinese: true) == 1, !name.contains(where: Self.chineseFunctionWords.contains),
          start == 0 || Self.chineseFunctionWords.contains(scalars[start - 1]) || length == 3
        else { continue }
        let first = token.start + start * 3
        return Discovery(type: .person, span: Span(first, first + length * 3), confidence: 800, reason: "…\(text(address[...]))")
      }
    }
    return nil
  }

  private static let chineseAddresses: [[Unicode.Scalar]] = ["先生", "女士"].map { Array($0.unicodeScalars) }
  private static let chineseSpeech: [[Unicode.Scalar]] = ["说", "坦言", "回忆", "认为", "表示", "指出", "告诉", "透露", "写道", "意识到", "知道", "心里"].map { Array($0.unicodeScalars) }
  private static let noChineseNames: Set<String> = ["白皮书", "蓝皮书", "任何人", "所有人", "知情人", "高管们", "马斯克", "黄牛党"]

  /// `王海芳说，` at the beginning of a clause, told at another place too: one speaker.
  private func chineseSpeaker(_ token: NameTokens.Token, _ scalars: [Unicode.Scalar]) -> Discovery? {
    for length in [3, 2] where scalars.count > length {
      let name = Array(scalars[..<length])
      let word = text(name[...])
      guard lexicon.surnameLength(name, chinese: true) == 1, !name.contains(where: Self.chineseFunctionWords.contains), !lexicon.generic.contains(word), !lexicon.places.contains(word),
        !Self.noChineseNames.contains(word), Self.chineseSpeech.contains(where: { scalars[length...].starts(with: $0) }),
        let before = scene.text.bytes[..<token.start].last, before == 0x0A || before == 0x22 || scene.precedes(anyOf: ["。", "，", "、", "；", "”", "！", "？"], token.start) || [0x2C, 0x2E, 0x21, 0x3F, 0x3B].contains(before)
      else { continue }
      let span = Span(token.start, token.start + length * 3)
      guard scene.count(span, atMost: 3) >= (length == 3 ? 2 : 3) else { continue }
      return Discovery(type: .person, span: span, confidence: length == 3 ? 760 : 720, reason: "… says, told again")
    }
    return nil
  }
}
