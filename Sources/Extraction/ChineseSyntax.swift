import Catalog
import Facts
import Language
import Quantities

/// Companies that stand together in a Chinese clause, with the function word before them.
///
/// `百度宣布完成对 YY 直播的收购`: 百度 as subject (ga), YY 直播 by 对 (nitaishi).
struct ChineseGroup {
  var parties: [PartyReference]
  let span: Span
  let clause: Int
  var marker: CaseMarker
  /// 获, 获得: who stands here gives, the subject receives.
  var receives = false
  /// 被: the subject suffers.
  var isAgent = false
  /// 英伟达芯片, 阿里高管: the name only modifies what follows.
  var isModifier = false
  /// What follows is no word that the lists know: a noun that it modifies, or a verb whose subject it is.
  var isUnclear = false
  /// 腾讯旗下: the next name is meant.
  var ownsNext = false
  /// 小米投资的公司: subject of a clause that modifies, of no other.
  var isRelative = false
}

/// A Chinese sentence cut at its commas, with its names as groups. There is no segmenter: function words next to names decide.
struct ChineseSentence {
  let sentence: Sentence
  let clauses: [Span]
  var groups: [ChineseGroup]

  func clause(of offset: Int) -> Int {
    clauses.lastIndex { $0.start <= offset } ?? 0
  }
}

/// Finds clauses and groups of companies by bytes.
struct ChineseParser {
  let catalog: Catalog
  let markers: [(word: [UInt8], code: String)]
  let joins: [[UInt8]]
  /// Exchanges and the like.
  let places: Set<String>
  let followers: [[UInt8]]
  /// Nouns that a name before them modifies: 创始人, 芯片.
  let heads: [[UInt8]]
  /// 正在, 现在, 旨在, 所在, 内在, 实在
  private let timely: Set<UInt32> = [0x6B63, 0x73B0, 0x65E8, 0x6240, 0x5185, 0x5B9E]
  private let transactions = ["融资", "股权", "股份", "投资", "收购"].map { Array($0.utf8) }
  let owners: [[UInt8]]
  /// 初创公司——甲: nouns that a dash joins to the name behind it.
  let appositions: [[UInt8]]
  /// Words that hold a function word: 成为, 共同.
  let hosts: [[UInt8]]
  let pronouns: [(word: [UInt8], code: String)]
  /// What goes on behind 其 as a subject.
  let itsFollowers: [[UInt8]]

  init(catalog: Catalog, words: WordClasses, triggers: [String]) {
    self.catalog = catalog
    func longestFirst(_ list: [String]) -> [[UInt8]] { list.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }.map { Array($0.utf8) } }
    markers = words.codes(prefix: "zh_marker:").sorted { $0.word.count > $1.word.count }
    places = words["zh_not_party"]
    joins = longestFirst(Array(words["zh_join"]))
    followers = longestFirst(Array(words["zh_follow"]) + triggers)
    heads = longestFirst(Array(words["zh_modifier_head"]))
    owners = longestFirst(Array(words["zh_owner"]))
    appositions = longestFirst(Array(words["zh_apposition"]))
    hosts = words["zh_marker_host"].sorted().map { Array($0.utf8) }
    pronouns = words.codes(prefix: "zh_pronoun:").sorted { $0.word.count > $1.word.count }
    itsFollowers = longestFirst(Array(words["zh_its_follower"]))
  }

  func parse(_ sentence: Sentence, in document: LinkedDocument, discourse: EnglishDiscourse) -> ChineseSentence {
    let bytes = document.folded.original
    let mentions = Array(document.mentions(in: sentence.span))
    let clauses = clauses(of: sentence, bytes, mentions.map { document.mentions[$0].span })
    var parsed = ChineseSentence(sentence: sentence, clauses: clauses, groups: [])
    var groups: [ChineseGroup] = []
    for index in mentions {
      guard let party = reference(index, document) else { continue }
      let mention = document.mentions[index]
      let clause = parsed.clause(of: mention.span.start)
      // 甲、乙以及丙旗下的丁: only 丙 owns 丁, which the list goes on with.
      // 获甲、乙以及丙的丁的投资: 丁 gives it.
      if let last = groups.last, last.clause == clause, last.receives, text(Span(last.span.end, mention.span.start), bytes).elementsEqual("的".utf8) {
        groups[groups.count - 1].parties[last.parties.count - 1] = party
        groups[groups.count - 1] = extended(groups[groups.count - 1], to: mention.span, bytes, document)
        continue
      }
      if let last = groups.last, last.clause == clause, last.ownsNext, last.parties.count > 1, isOwnership(Span(last.span.end, mention.span.start), bytes) {
        groups[groups.count - 1].parties[last.parties.count - 1] = party
        groups[groups.count - 1] = extended(groups[groups.count - 1], to: mention.span, bytes, document)
        continue
      }
      if let last = groups.last, last.clause == clause || isEnumeration(Span(last.span.end, mention.span.start), bytes), isJoin(Span(last.span.end, mention.span.start), bytes), !last.ownsNext {
        groups[groups.count - 1].parties.append(party)
        groups[groups.count - 1] = extended(groups[groups.count - 1], to: mention.span, bytes, document)
        continue
      }
      var group = ChineseGroup(parties: [party], span: mention.span, clause: clause, marker: .ga)
      mark(&group, from: max(clauses[clause].start, groups.last.map { $0.clause == clause ? $0.span.end : 0 } ?? 0), bytes)
      // 马斯克与甲: the person's own companies are not meant, 甲 acts.
      if group.marker == .to, opensWithPerson(clauses[clause], before: mention.span, mentions.map { document.mentions[$0] }, bytes) { group.marker = .ga }
      if let last = groups.last, last.clause == clause, last.ownsNext, group.marker == .ga {
        group.marker = last.marker
        group.receives = last.receives
        group.isAgent = last.isAgent
      }
      groups.append(extended(group, to: mention.span, bytes, document))
    }
    groups += pronounGroups(parsed, bytes, discourse, taken: mentions.map { document.mentions[$0].span })
    parsed.groups = groups.sorted { $0.span < $1.span }
    return parsed
  }

  private func reference(_ index: Int, _ document: LinkedDocument) -> PartyReference? {
    let mention = document.mentions[index]
    switch mention.type {
    case .company:
      // 在港交所上市: the market is no party.
      if places.contains(document.text.text(mention.span)) { return nil }
      return PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: false)
    case .product:
      guard let vendor = catalog.vendor(ofProduct: mention.id) else { return nil }
      return PartyReference(company: vendor, span: mention.span, confidence: mention.confidence, isDerived: true)
    case .model, .chip, .person: return nil
    }
  }

  /// Cut at ，；：！— and at ASCII commas that are not inside a number or name.
  private func clauses(of sentence: Sentence, _ bytes: [UInt8], _ names: [Span]) -> [Span] {
    var clauses: [Span] = []
    var start = sentence.span.start
    var offset = start
    while offset < sentence.span.end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let isAsciiComma = scalar == 0x2C && !(offset + 1 < sentence.span.end && bytes[offset + 1] &- 0x30 < 10)
      // 投资方：甲、乙: what a colon announces belongs to its clause.
      let announces = scalar == 0xFF1A && names.contains { $0.start >= offset + length && $0.start <= offset + length + 4 }
      let describes = scalar == 0x2014 && (bytes[start..<offset].last == 0x94 || appositions.contains { word in offset - word.count >= start && bytes[(offset - word.count)..<offset].elementsEqual(word) })
      if [0xFF0C, 0xFF1B, 0xFF1A, 0x2014, 0x3002].contains(scalar) || isAsciiComma || scalar == 0x3B, !announces, !describes, !names.contains(where: { $0.start <= offset && offset < $0.end }) {
        clauses.append(Span(start, offset))
        start = offset + length
      }
      offset += length
    }
    clauses.append(Span(start, sentence.span.end))
    return clauses
  }

  private func text(_ span: Span, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var start = span.start
    var end = span.end
    while start < end, let length = ornament(bytes, at: start) { start = min(end, start + length) }
    var trimmed = true
    while trimmed, end > start {
      trimmed = false
      for length in [1, 3] where end - length >= start && scalarLength(bytes[end - length]) == length && ornament(bytes, at: end - length) == length {
        end -= length
        trimmed = true
        break
      }
    }
    return bytes[start..<end]
  }

  /// Spaces, quotation marks, asterisks.
  private func ornament(_ bytes: [UInt8], at offset: Int) -> Int? {
    let (scalar, length) = decodeScalar(bytes, at: offset)
    switch scalar {
    case 0x20, 0x22, 0x27, 0x2A, 0x3000, 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F, 0x300A, 0x300B, 0x3010, 0x3011: return length
    default: return nil
    }
  }

  private func isJoin(_ gap: Span, _ bytes: [UInt8]) -> Bool {
    var between = text(gap, bytes)
    // 甲公司、乙: the noun behind the name belongs to it.
    for noun in ["公司", "集团"] where between.starts(with: noun.utf8) { between = text(Span(between.startIndex + noun.utf8.count, between.endIndex), bytes) }
    return joins.contains { between.elementsEqual($0) }
  }

  /// 旗下, 旗下的
  private func isOwnership(_ gap: Span, _ bytes: [UInt8]) -> Bool {
    let between = text(gap, bytes)
    return owners.contains { between.starts(with: $0) && (between.count == $0.count || between.dropFirst($0.count).elementsEqual("的".utf8)) }
  }

  private func isEnumeration(_ gap: Span, _ bytes: [UInt8]) -> Bool {
    text(gap, bytes).elementsEqual("、".utf8)
  }

  private func mark(_ group: inout ChineseGroup, from start: Int, _ bytes: [UInt8]) {
    let before = text(Span(min(start, group.span.start), group.span.start), bytes)
    // The description of a company may stand between: 收购以色列公司 Run:ai is no matter here, 向云厂商 CoreWeave is.
    for (word, code) in markers {
      guard let at = lastIndex(of: word, in: before) else { continue }
      // 正在, 现在: no place.
      if code == "de", at >= before.startIndex + 3, timely.contains(decodeScalar(bytes, at: at - 3).scalar) { continue }
      // 参与, 赋予: no companion.
      if code == "to", at >= before.startIndex + 3, [0x53C2, 0x8D4B, 0x7ED9].contains(decodeScalar(bytes, at: at - 3).scalar) { continue }
      let rest = before.endIndex - (at + word.count)
      guard rest == 0 || (rest <= 30 && code != "made") else { continue }
      guard rest == 0 || (endsInOrganisation(before[(at + word.count)...]) && !isHosted(word, at, bytes)) else { continue }
      switch code {
      case "agent":
        group.marker = .niyoru
        group.isAgent = true
      case "giver":
        group.marker = .kara
        group.receives = true
      default: if let marker = CaseMarker(rawValue: code) { group.marker = marker }
      }
      return
    }
  }

  /// 成为, 共同, 面向: the function word is a part of another word.
  private func isHosted(_ word: [UInt8], _ at: Int, _ bytes: [UInt8]) -> Bool {
    hosts.contains { host in
      host.count > word.count && stride(from: 0, through: host.count - word.count, by: 1).contains { shift in
        host[shift] == word[0] && host[shift..<(shift + word.count)].elementsEqual(word) && starts(host, bytes, at - shift)
      }
    }
  }

  /// The clause begins with a person and goes on to the name with a word of joining.
  private func opensWithPerson(_ clause: Span, before name: Span, _ mentions: [Mention], _ bytes: [UInt8]) -> Bool {
    mentions.contains { $0.type == .person && $0.span.start >= clause.start && text(Span(clause.start, $0.span.start), bytes).isEmpty && isJoin(Span($0.span.end, name.start), bytes) }
  }

  private func endsInOrganisation(_ text: ArraySlice<UInt8>) -> Bool {
    ["公司", "巨头", "厂商", "企业", "机构", "集团", "初创", "独角兽"].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func lastIndex(of word: [UInt8], in slice: ArraySlice<UInt8>) -> Int? {
    guard slice.count >= word.count else { return nil }
    var at = slice.endIndex - word.count
    while at >= slice.startIndex {
      if slice[at..<(at + word.count)].elementsEqual(word) { return at }
      at -= 1
    }
    return nil
  }

  /// Looks at what follows: 等 and brackets belong to the group, 旗下 passes on, another noun makes a modifier of it.
  private func extended(_ group: ChineseGroup, to span: Span, _ bytes: [UInt8], _ document: LinkedDocument) -> ChineseGroup {
    var result = ChineseGroup(parties: group.parties, span: Span(group.span.start, span.end), clause: group.clause, marker: group.marker)
    result.receives = group.receives
    result.isAgent = group.isAgent
    var offset = span.end
    let limit = document.folded.original.count
    func skip() { while offset < limit, let length = ornament(bytes, at: offset) { offset += length } }
    skip()
    // （隶属…）
    if offset + 3 <= limit, decodeScalar(bytes, at: offset).scalar == 0xFF08 || bytes[offset] == UInt8(ascii: "(") {
      var end = offset
      while end < min(limit, offset + 120), decodeScalar(bytes, at: end).scalar != 0xFF09, bytes[end] != UInt8(ascii: ")") { end += scalarLength(bytes[end]) }
      if end < limit { offset = end + scalarLength(bytes[end]) }
      skip()
    }
    guard offset < limit else { return result }
    let (scalar, _) = decodeScalar(bytes, at: offset)
    if [0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0x3001, 0x0A, 0x2C, 0xFF09, 0x2014, 0xFF01, 0x2E, 0x7C, 0xFF5C].contains(scalar) || (scalar == 0x2D && bytes[offset - 1] == 0x20) { return result }
    if document.quantities.contains(where: { $0.qualified.start <= offset && offset < $0.qualified.end }) { return result }
    if owners.contains(where: { starts($0, bytes, offset) }) {
      result.ownsNext = true
      result.isModifier = true
      return result
    }
    if starts(Array("的".utf8), bytes, offset) {
      // 来自甲、乙的投资
      let next = offset + 3
      let window = bytes[next..<min(limit, next + 24)]
      if result.marker != .ga || followers.contains(where: { window.starts(with: $0) }) { return result }
      // 领投甲的新一轮融资: what is dealt in, not a thing of the company.
      let ahead = Span(next, min(limit, next + 48))
      if transactions.contains(where: { holds($0, bytes, ahead) }) { return result }
      result.isModifier = true
      return result
    }
    if heads.contains(where: { starts($0, bytes, offset) }) {
      result.isModifier = true
      return result
    }
    guard let follower = followers.first(where: { starts($0, bytes, offset) }) else {
      result.isModifier = true
      result.isUnclear = true
      return result
    }
    result.isRelative = starts(Array("的".utf8), bytes, offset + follower.count)
    return result
  }

  func starts(_ word: [UInt8], _ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= bytes.count else { return false }
    for place in word.indices where bytes[offset + place] != word[place] { return false }
    return true
  }

  /// One of the words stands in the span.
  func holds(_ words: [[UInt8]], _ bytes: [UInt8], _ span: Span) -> Bool {
    var offset = span.start
    while offset < span.end {
      for word in words where word[0] == bytes[offset] && starts(word, bytes, offset) { return true }
      offset += scalarLength(bytes[offset])
    }
    return false
  }

  /// No clause ends between the beginning of a span and a word in it.
  private func holds(_ word: [UInt8], _ bytes: [UInt8], _ span: Span) -> Bool {
    var offset = span.start
    while offset + word.count <= span.end {
      let scalar = decodeScalar(bytes, at: offset).scalar
      if scalar == 0xFF0C || scalar == 0x3002 || scalar == 0x0A { return false }
      if starts(word, bytes, offset) { return true }
      offset += scalarLength(bytes[offset])
    }
    return false
  }

  /// 该公司, 双方, 其: who was told of before.
  private func pronounGroups(_ parsed: ChineseSentence, _ bytes: [UInt8], _ discourse: EnglishDiscourse, taken: [Span]) -> [ChineseGroup] {
    var groups: [ChineseGroup] = []
    for (index, clause) in parsed.clauses.enumerated() {
      for (word, code) in pronouns {
        var offset = clause.start
        while offset + word.count <= clause.end {
          defer { offset += scalarLength(bytes[offset]) }
          guard starts(word, bytes, offset), !taken.contains(where: { $0.overlaps(Span(offset, offset + word.count)) }) else { continue }
          let span = Span(offset, offset + word.count)
          guard !groups.contains(where: { $0.span.overlaps(span) }) else { continue }
          // 其向…: not 其中, and only where it opens its clause.
          if code == "its", offset != clause.start || !itsFollowers.contains(where: { starts($0, bytes, offset + word.count) }) { continue }
          let meant =
            switch code {
            case "pair": discourse.pair
            case "three": discourse.group.count == 3 ? discourse.group : []
            case "four": discourse.group.count == 4 ? discourse.group : []
            default: [discourse.topic].compactMap { $0 }
            }
          guard !meant.isEmpty else { continue }
          let parties = meant.map {
            PartyReference(company: $0.company, span: span, confidence: Confidence(thousandths: $0.confidence.thousandths * 9 / 10), isDerived: true)
          }
          var group = ChineseGroup(parties: parties, span: span, clause: index, marker: .ga)
          mark(&group, from: clause.start, bytes)
          groups.append(group)
        }
      }
    }
    return groups
  }
}
