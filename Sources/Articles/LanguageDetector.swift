public import Facts

/// The language of a text by its scripts and its commonest words: kana make Japanese, hanzi without kana Chinese,
/// Latin letters English or another language by their function words.
///
/// Example: `米国防総省、大手4社と契約` has no kana, and no Chinese function word either: `fallback` decides, the language
/// of the article it stands in.
public func detectLanguage(_ text: String, fallback: ArticleLanguage? = nil) -> ArticleLanguage {
  detectLanguage(Array(text.utf8), fallback: fallback)
}

func detectLanguage(_ utf8: [UInt8], fallback: ArticleLanguage? = nil) -> ArticleLanguage {
  let scripts = ScriptCount(utf8)
  let asian = scripts.kana + scripts.han
  let letters = asian + scripts.latin / 3 + scripts.foreign
  guard letters > 0 else { return fallback ?? .other }
  if scripts.foreign * 2 > letters { return .other }
  if asian * 5 >= letters, asian >= 2 {
    if scripts.kana * 50 >= asian * 3 { return .ja }
    if scripts.kana == 0, scripts.chinese == 0, scripts.japanese == 0, let fallback, fallback == .ja || fallback == .zh {
      return fallback
    }
    return scripts.japanese > scripts.chinese ? .ja : .zh
  }
  if scripts.latin == 0 { return fallback ?? .other }
  return latinLanguage(utf8)
}

/// How many letters of which script a text has.
struct ScriptCount {
  var kana = 0
  var han = 0
  var latin = 0
  /// Hangul, Cyrillic, Arabic, Thai, Devanagari …
  var foreign = 0
  /// Characters that only Chinese uses so: 的 这 们 …
  var chinese = 0
  /// Characters that only Japanese has: 働 込 円 社 …
  var japanese = 0

  init(_ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { count($0) }
  }

  private mutating func count(_ utf8: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let count = min(utf8.count, 16 << 10)
    while index < count {
      let byte = utf8[index]
      if byte < 0x80 {
        if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
        index += 1
        continue
      }
      let scalar: UInt32
      if byte &- 0xE0 < 16, index + 3 <= utf8.count {
        scalar = UInt32(byte & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F)
        index += 3
      } else {
        let (other, length) = decodedScalar(utf8, at: index)
        scalar = other
        index += length
      }
      switch scalar {
      case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9D: kana += 1
      case 0x4E00...0x9FFF:
        han += 1
        switch tellingHan[scalar] {
        case 1: chinese += 1
        case 2: japanese += 1
        default: break
        }
      case 0x3400...0x4DBF, 0x20000...0x3134F: han += 1
      case 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
      case 0xFF21...0xFF3A, 0xFF41...0xFF5A: latin += 1
      case 0x370...0x1CFF, 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: foreign += 1
      default: break
      }
    }
  }
}

private func latinLanguage(_ utf8: [UInt8]) -> ArticleLanguage {
  var english = 0
  var other = 0
  var words = 0
  utf8.withUnsafeBufferPointer { utf8 in
    var index = 0
    let count = min(utf8.count, 8 << 10)
    while index < count {
      guard isASCIIAlphanumeric(utf8[index]) || utf8[index] >= 0xC3 else {
        index += 1
        continue
      }
      var word = WordTable.basis
      let start = index
      while index < count, isASCIIAlphanumeric(utf8[index]) || utf8[index] >= 0x80 {
        // The tables hold no longer word.
        if index - start < 7 { word = WordTable.step(word, utf8[index]) }
        index += 1
      }
      words += 1
      // One word in six of English is a function word; where they are so many, no more need be counted.
      if words == 400, english >= 60, other * 8 < english { break }
      guard index - start <= 6 else { continue }
      if englishWords.contains(word) { english += 1 } else if otherWords.contains(word) { other += 1 }
    }
  }
  if other > english { return .other }
  // A headline may have no function word at all; a long text without one is not English.
  return english * 20 >= words || words < 20 ? .en : .other
}

private let englishWords = WordTable(
  """
  the of and to in a is that for on with as by at from it its are was be has have will an this which their said
  says or not we you they but been were would can more than about into over
  """)

private let otherWords = WordTable(
  """
  le la les des du et est une dans pour que qui sur avec der die das und ist von den mit für auf ein eine nicht
  el los las del en una por con para como il di che è per della een het van voor niet o os uma não com em och
  som att det jest nie się na w z ve bir bu için yang dan ini untuk của và là
  """)

/// Function words and simplified forms that Japanese text does not have.
private let onlyChinese =
  "这這们們么吗呢吧啊哪谁让给很还从对为产业务发开关东车马门见贝长书买卖专丰临举乐乡习亚亿仅仓价众优会传伤伦伪侧储兰兴养击创删别剧办动劳势华协单厂历压厅县变吓听启员园围图圣场块坚坛垄备复够头夹夺奋奖妇妈孙宁实审宽宾导寻层岁岛师帅带帮广庆库应废张弹强归录总惊战户执扩扫扬报择损换摆摇敌无时显晓术权极构枪标树样桥档检欢毕气汇汉汤沟济测浓涛润涨渐满灭灵热爱牵犹狮环现电疗监盖盘矿码确础种积稳穷竞笔签简类紧红级纪纯纲纳纵纷组细织终绍经结绕绘络绝统继绩续维综绿缓编缩网罗罚罢职联聚胜脑艺节苏药获营蓝虑虽补规视览觉订认讨议讯记讲许论设访证评识诉诊词译试话该详语误说请诸读课调谈谋谢贡财责败货质购贯贵费资赋赛赞赢跃轨转轮软轻载较辆辑输边达迁过运进远违连适选递逻遗邮释针钟钢钱铁银链销锁错锋键镇问间闻阅队阳阶际陆陈险难雾韩页项顺须顾顿预领频题颜额风飞饭馆驱验骗鱼鲜鸟齐龙們這說沒嗎還從麼啦您她"

/// Forms that only Japanese uses.
private let onlyJapanese =
  "円働込畑峠枠匂塀搾栃渋済産図価検険験剣権総続読訳説関対団囲壱亜悪圧芸経継県広拡覚楽観帰気亀拠挙仮雑蔵恵桜栄営駅応変辺歩毎売発銭戦専択沢単鉄転伝徳弐抜仏辞実釈収従縦処乗浄剰畳譲醸粋酔髄数瀬斉摂"

private let tellingHan = HanTable(chinese: onlyChinese, japanese: onlyJapanese)

/// Of each unified ideograph (U+4E00…9FFF) whose it is alone: 1 Chinese, 2 Japanese, 0 of both.
private struct HanTable {
  private var owners = [UInt8](repeating: 0, count: 0x5200)

  init(chinese: String, japanese: String) {
    for scalar in japanese.unicodeScalars { owners[Int(scalar.value) - 0x4E00] = 2 }
    for scalar in chinese.unicodeScalars { owners[Int(scalar.value) - 0x4E00] = 1 }
  }

  @inline(__always)
  subscript(_ scalar: UInt32) -> UInt8 { owners[Int(scalar) - 0x4E00] }
}
