import Catalog
import Facts
import Language
import Quantities

/// Reads the deals of a Chinese article: triggers by bytes, companies by the function words next to them.
///
/// `启明创投以4.52亿元入股天迈科技`: trigger 入股, 启明创投 before it as ga, 天迈科技 behind it as wo.
struct ChineseDealReader {
  let catalog: Catalog
  let rules: RuleSet
  let parser: ChineseParser
  let assembler: DealAssembler
  let triggers: [(word: [UInt8], frames: [Frame])]
  private let triggerIndex: HanziWordIndex
  let tails: [[UInt8]]
  /// Words that stand before a verb without naming who acts.
  let bareWords: [[UInt8]]
  /// 完成, 获得: what 融资 completes.
  let raisingVerbs: [[UInt8]]
  let places: [[UInt8]]
  /// 参与, 领投: triggers of who takes part in another's round.
  let joiners: [[UInt8]]
  /// Nouns that a sum with 的 before them describes: 公司, 市场.
  let things: [[UInt8]]
  /// 考虑到: begins like a cue and is none. 正以: a cue of its own clause only.
  let notCues: [[UInt8]]
  let ownCues: Set<[UInt8]>

  init(catalog: Catalog, rules: RuleSet) {
    self.catalog = catalog
    self.rules = rules
    let frames = rules.frames.filter { $0.language == .zh }
    parser = ChineseParser(catalog: catalog, words: rules.words, triggers: frames.flatMap(\.triggers))
    assembler = DealAssembler(catalog: catalog, rules: rules, typer: DealTyper(catalog: catalog, rules: rules))
    var byWord: [String: [Frame]] = [:]
    for frame in frames {
      for trigger in frame.triggers { byWord[trigger, default: []].append(frame) }
    }
    tails = rules.words["zh_trigger_tail"].sorted().map { Array($0.utf8) }
    let bare = ["zh_raise_adverb", "zh_raise_verb", "zh_bare_word"].flatMap { rules.words[$0] } + rules.words.codes(prefix: "zh_marker:").map { String(decoding: $0.word, as: UTF8.self) }
    bareWords = bare.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }.map { Array($0.utf8) }
    joiners = frames.filter { $0.compoundSlot == .role(.investee) }.flatMap(\.triggers).sorted().map { Array($0.utf8) }
    notCues = rules.words["zh_not_cue"].sorted().map { Array($0.utf8) }
    ownCues = Set(rules.words["zh_own_cue"].map { Array($0.utf8) })
    things = rules.words["zh_worth"].sorted().map { Array($0.utf8) }
    raisingVerbs = rules.words["zh_raise_verb"].sorted().map { Array($0.utf8) }
    places = rules.words["zh_place"].sorted().map { Array($0.utf8) }
    triggers = byWord.keys.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }.map { (Array($0.utf8), byWord[$0] ?? []) }
    triggerIndex = HanziWordIndex(triggers.map(\.word))
  }

  func claims(_ document: LinkedDocument, items: ItemMap, measures: [[Int: MeasureReader.Reading]]) -> [RawClaim] {
    var claims: [RawClaim] = []
    var discourse = EnglishDiscourse()
    var lastRound: String?
    for (index, sentence) in document.sentences.enumerated() {
      if items.startsItem(index) { discourse.startItem() }
      let parsed = parser.parse(sentence, in: document, discourse: discourse)
      var found = self.claims(of: parsed, index, items, measures[index], document, discourse)
      // 该轮由海野领投: the round told of last.
      if namesLastRound(sentence, document) {
        for position in found.indices where found[position].type == .equityInvestment && found[position].round == nil {
          found[position].round = lastRound.map { ($0, found[position].trigger) }
        }
      }
      lastRound = found.last { $0.round != nil }?.round?.name ?? lastRound
      note(parsed, found, isHeading: document.text.blocks[sentence.block].kind == .heading, document, &discourse)
      claims += found
    }
    return claims
  }

  private static let roundPointers = ["该轮", "此轮", "本轮", "这一轮", "这轮"].map { Array($0.utf8) }

  private func namesLastRound(_ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    parser.holds(Self.roundPointers, document.folded.original, sentence.span)
  }

  private func claims(
    of parsed: ChineseSentence, _ index: Int, _ items: ItemMap, _ measures: [Int: MeasureReader.Reading], _ document: LinkedDocument,
    _ discourse: EnglishDiscourse
  ) -> [RawClaim] {
    let places = occurrences(in: parsed.sentence.span, document)
    guard !places.isEmpty else { return [] }
    let order = units(of: parsed.sentence, document)
    var events: [Event] = []
    var taken: Set<Int> = []
    var objects: [String: [PartyReference]] = [:]
    // Who gave money in a clause before raised none.
    var investors: Set<String> = []
    for (position, place) in places.enumerated() {
      let told = self.events(place, previous: position > 0 ? places[position - 1].span : nil, parsed, order, index, document, discourse, taken: taken, objects: objects, investors: investors)
      events += told
      for event in told where event.frame.compoundSlot == .role(.investee) {
        for argument in event.arguments where argument.marker == .ga || argument.marker == .niyoru { investors.formUnion(argument.parties.map(\.company)) }
      }
      for event in told { if let object = event.arguments.first(where: { [.wo, .ni, .nitaishi].contains($0.marker) }) { objects[event.frame.id] = object.parties } }
      // 收购甲并入股乙: 甲 is bought, it buys nothing.
      if place.frames.contains(where: { $0.type != nil && $0.slots[.wo] != nil }), let object = object(of: place.span, parsed, document), parsed.groups[object].marker == .ga { taken.insert(object) }
    }
    var placement: [Int: Int] = [:]
    var entityPlacement: [Int: Int] = [:]
    for (phrase, unit) in order.enumerated() {
      switch unit.unit {
      // Behind a semicolon another deal is told.
      case .quantity(let quantity):
        if events.contains(where: { $0.scope[phrase] != nil }), !measuresThing(document.quantities[quantity], document) { placement[quantity] = phrase }
      case .mention(let mention): entityPlacement[mention] = phrase
      }
    }
    var found = assembler.claims(
      events, sentence: parsed.sentence, index: index, item: items.item(of: index), isHeadline: items.isHeadline(index), placement: placement,
      asides: [], measures: measures, entityPlacement: entityPlacement, document)
    found.removeAll { $0.type == .equityInvestment && $0.companies(in: .investee).isEmpty }
    // What units of one group do together is no deal.
    found.removeAll { claim in
      [.partnership, .jointVenture, .license].contains(claim.type) && Set(claim.companySet.map { catalog.ultimateParent(ofCompany: $0) }).count == 1
    }
    found.removeAll { claim in
      // 11轮融资: no round of its own.
      claim.frame.id == "zh.round" && claim.amounts.isEmpty && !isNamedRound(claim.trigger, document.folded.original)
        && ChineseRounds.round(near: claim.trigger, in: Span(max(0, claim.trigger.start - 12), claim.trigger.end), document.folded.original) == nil
    }
    for lead in found where lead.frame.compoundSlot == .role(.investee) && !lead.amounts.isEmpty {
      for position in found.indices where ["zh.raise", "zh.round"].contains(found[position].frame.id) && found[position].companies(in: .investee) == lead.companies(in: .investee) {
        let known = found[position].companySet
        found[position].parties += lead.parties.filter { $0.role == .investor && !known.contains($0.reference.company) }
      }
    }
    for position in found.indices where !isShare(found[position].stake, parsed, document) { found[position].stake = nil }
    for position in found.indices where found[position].type == .equityInvestment {
      found[position].round = ChineseRounds.round(near: found[position].trigger, in: parsed.sentence.span, document.folded.original)
    }
    return found
  }

  /// 1万亿美元的公司, 十几亿美元的超级计算机: what a thing is worth.
  private func measuresThing(_ quantity: Quantity, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    guard quantity.kind == .money, parser.starts(Array("的".utf8), bytes, quantity.qualified.end) else { return false }
    return things.contains { parser.starts($0, bytes, quantity.qualified.end + 3) }
  }

  /// 10%的股份: a percentage whose clause tells of shares.
  private func isShare(_ quantity: Int?, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    guard let quantity else { return true }
    return document.folded.originalText(parsed.clauses[parsed.clause(of: document.quantities[quantity].span.start)]).holds("股")
  }

  /// 新一轮融资, 本轮融资
  private func isNamedRound(_ trigger: Span, _ bytes: [UInt8]) -> Bool {
    ["新一", "本", "此", "首", "该", "这"].contains { word in
      trigger.start >= word.utf8.count && bytes[(trigger.start - word.utf8.count)..<trigger.start].elementsEqual(word.utf8)
    }
  }

  // MARK: Triggers

  private func occurrences(in span: Span, _ document: LinkedDocument) -> [(span: Span, frames: [Frame])] {
    let bytes = document.folded.original
    let names = document.mentions(in: span).map { document.mentions[$0].span }
    var found: [(span: Span, frames: [Frame])] = []
    for (offset, trigger) in triggerIndex.places(in: span, bytes) {
      let place = Span(offset, offset + triggers[trigger].word.count)
      // 投资价值 is no investment; 供应价值12亿元的芯片 is a supply.
      if let tail = tails.first(where: { parser.starts($0, bytes, place.end) }), !beginsOtherWord(place.end, bytes), !opensFigure(place.end + tail.count, document) { continue }
      if found.contains(where: { $0.span.overlaps(place) }) || names.contains(where: { $0.overlaps(place) }) { continue }
      found.append((place, triggers[trigger].frames))
    }
    found.sort { $0.span < $1.span }
    // 投资协议: the word before says which; 供应协议: who sells is told by the trades of both.
    return found.enumerated().filter { index, place in
      if index > 0, place.frames.allSatisfy({ $0.type == nil }), qualifies(found[index - 1], place), !isSale(found[index - 1].frames) { return false }
      if index + 1 < found.count, found[index + 1].frames.allSatisfy({ $0.type == nil }), qualifies(place, found[index + 1]), isSale(place.frames) { return false }
      return true
    }.map(\.element)
  }

  /// 建设人工智能数据中心: 人 belongs to what follows.
  private func beginsOtherWord(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    ["人工智能", "人形", "人民币"].contains { parser.starts(Array($0.utf8), bytes, offset) }
  }

  private func opensFigure(_ offset: Int, _ document: LinkedDocument) -> Bool {
    document.quantities(in: Span(offset, min(document.folded.original.count, offset + 60))).contains { document.quantities[$0].qualified.start <= offset + 1 }
  }

  private func qualifies(_ before: (span: Span, frames: [Frame]), _ place: (span: Span, frames: [Frame])) -> Bool {
    place.span.start - before.span.end <= 6 && place.span.start >= before.span.end && before.frames.contains { $0.type != nil && $0.type != .infrastructure }
  }

  private func isSale(_ frames: [Frame]) -> Bool {
    frames.contains { [.hardwareSupply, .cloudCompute, .energySupply, .license].contains($0.type) }
  }

  private func units(of sentence: Sentence, _ document: LinkedDocument) -> [(span: Span, unit: Unit)] {
    var units: [(span: Span, unit: Unit)] = document.mentions(in: sentence.span).map { (document.mentions[$0].span, .mention($0)) }
    units += document.quantities(in: sentence.span).map { (document.quantities[$0].span, .quantity($0)) }
    return units.sorted { $0.span < $1.span }
  }

  // MARK: Events

  private func events(
    _ place: (span: Span, frames: [Frame]), previous: Span?, _ parsed: ChineseSentence, _ order: [(span: Span, unit: Unit)], _ index: Int,
    _ document: LinkedDocument, _ discourse: EnglishDiscourse, taken: Set<Int>, objects: [String: [PartyReference]], investors: Set<String>
  ) -> [Event] {
    let clause = parsed.clause(of: place.span.start)
    var arguments: [Argument] = []
    var isPassive = false
    var owner: ChineseGroup?
    let reach = previous.map { parsed.clause(of: $0.start) == clause ? $0.end : 0 } ?? 0
    for (position, group) in parsed.groups.enumerated() where group.clause == clause && !group.ownsNext {
      // 与甲投资的乙合作: not with 甲.
      if group.isRelative, group.marker == .to, group.span.end != place.span.start { continue }
      if group.span.end <= place.span.start {
        if group.isModifier, group.marker == .ga, !actsUnclearly(position, arguments, before: place.span, parsed, document) { continue }
        if group.marker == .ga, taken.contains(position) { continue }
        guard group.marker == .ga || group.span.start >= reach || group.marker == .to else { continue }
        if group.isAgent || group.receives { isPassive = true }
        if group.marker == .ga, arguments.contains(where: { $0.marker == .ga }) {
          // 甲取消乙订单: whose order it is.
          if group.span.end == place.span.start, place.frames.allSatisfy({ $0.type == nil }) {
            arguments.append(Argument(marker: .to, parties: group.parties, path: .direct, phrase: position))
            continue
          }
          arguments.removeAll { $0.marker == .ga }
        }
        arguments.append(Argument(marker: group.marker, parties: group.parties, path: .direct, phrase: position))
      } else if group.span.start >= place.span.end, let object = object(of: place.span, parsed, document), object == position {
        arguments.append(Argument(marker: group.marker == .ga ? .wo : group.marker, parties: group.parties, path: .direct, phrase: position))
        if position > 0, parsed.groups[position - 1].ownsNext, parsed.groups[position - 1].clause == clause { owner = parsed.groups[position - 1] }
      }
    }
    for argument in arguments where argument.marker == .nitaishi && argument.phrase > 0 && parsed.groups[argument.phrase - 1].ownsNext { owner = parsed.groups[argument.phrase - 1] }
    let hasOwnName = opensWithName(parsed.clauses[clause], place.span, document)
    let before = hasOwnName ? nil : subject(before: clause, parsed, document, taken)
    let earlier = arguments.contains(where: { $0.marker == .ga }) ? nil : before
    // 支持MCP协议，还将与甲合作: the maker of what a clause before names is no partner.
    let isOnlyProduct = earlier?.parties.allSatisfy { party in party.isDerived && document.mentions(touching: party.span).contains { $0.type == .product } } ?? false
    let nearest = before?.parties.first
    let raiser = subject(before: clause, parsed, document, taken.union(parsed.groups.indices.filter { parsed.groups[$0].parties.allSatisfy { investors.contains($0.company) } }))?.parties.first
    let scope = scope(of: place.span, clause, parsed, order, document)
    // What a far clause tells is no matter of this deal.
    let around = Span(parsed.clauses[max(0, clause - 2)].start, parsed.clauses[min(parsed.clauses.count - 1, clause + 2)].end)
    let words = [document.folded.originalText(around)]
    let own = document.folded.originalText(parsed.clauses[clause])
    let stated = received(place.span, clause, arguments, isPassive, parsed, document)
    let joins = previous.map { before in parsed.clause(of: before.start) == clause && !parser.starts(Array("的".utf8), document.folded.original, before.end) && joiners.contains { parser.starts($0, document.folded.original, before.start) } } ?? false
    let isBare = hasOwnName || before != nil ? false : hasNoSubject(clause, place.span, parsed, document)
    let hasPlace = goesToPlace(parsed.clauses[clause], document)
    return place.frames.compactMap { frame -> Event? in
      // 甲参与乙的天使轮融资: who joins raises nothing; an adviser is no party.
      if frame.id.hasPrefix("zh.raise") || frame.id == "zh.round", joins || rules.words["zh_adviser"].contains(where: { words[0].holds($0) }) { return nil }
      // 完成融资，由海野领投: the earlier subject is the side that the frame leaves open.
      var arguments = frame.compoundSlot == nil && earlier != nil && !(isOnlyProduct && frame.type == nil) ? stated + [Argument(marker: .ga, parties: earlier?.parties ?? [], path: .chained, phrase: 0)] : stated
      // 甲完成由乙领投的融资: 甲 raises it.
      if frame.compoundSlot == .role(.investee), arguments.contains(where: { $0.marker == .niyoru }) {
        arguments = arguments.map { $0.marker == .ga && $0.path == .direct ? Argument(marker: .wo, parties: $0.parties, path: .direct, phrase: $0.phrase) : $0 }
      }
      // 软银领投，医疗公司获投4亿元: whoever the clause itself names raises the money.
      if frame.slots[.ga] == .role(.investee), arguments.contains(where: { $0.path == .chained }), hasOtherSubject(clause, place.span, parsed, document) {
        arguments.removeAll { $0.path == .chained }
      }
      // 甲委托丙生产，而丙长期与乙合作: who acts stands in the clause, listed or not.
      if frame.type == nil, arguments.contains(where: { $0.path == .chained && $0.marker == .ga }), let first = parsed.groups.first(where: { $0.clause == clause }),
        opensUnlisted(Span(parsed.clauses[clause].start, first.span.start), document)
      { arguments.removeAll { $0.path == .chained && $0.marker == .ga } }
      if frame.type == .publicOffering { arguments = issuer(place.span, clause, arguments, parsed, document) }
      // 收购腾讯旗下甲: who owns it sells it.
      if frame.type == .acquisition, let owner { arguments.append(Argument(marker: .kara, parties: owner.parties, path: .direct, phrase: 0)) }
      // 甲将向乙投资10亿元，丙将投资5亿元: into 乙 as well.
      if frame.type == .equityInvestment, !isPassive, let object = objects[frame.id], !arguments.contains(where: { [.wo, .ni, .nitaishi].contains($0.marker) }), stated.contains(where: { $0.marker == .ga }) {
        arguments.append(Argument(marker: .ni, parties: object, path: .chained, phrase: 0))
      }
      if frame.id == Self.useFrame {
        guard let used = useArguments(place.span, clause, stated, earlier.flatMap { opensClause($0, parsed, document) ? $0 : nil }, parsed, document) else { return nil }
        arguments = used
      }
      if frame.id == Self.togetherFrame {
        guard let together = togetherArguments(stated, clause, parsed, document) else { return nil }
        arguments = together
      }
      if frame.slots[.no] != nil {
        guard let related = relation(of: place.span, clause, parsed, document) else { return nil }
        arguments = related
      }
      arguments = arguments.map { apart($0, frame, parsed, document) }
      let companies = Set(arguments.flatMap { $0.parties.map(\.company) })
      var fallbacks: [PartyReference] = []
      // Who raises money may be the one told of before, where the sentence points back to it or names no subject.
      let subject = (isPassive ? frame.passiveSlots : frame.slots)[.ga]
      // 目前已与甲、乙等公司达成合作: with whom the text is about.
      let isAlliance = frame.type == nil && isBare && subject == .party && arguments.contains { $0.marker == .to } && arguments.allSatisfy { $0.marker == .to }
      let isOpen = frame.compoundSlot != nil || subject == .role(.investee) || isAlliance || (isBare && (subject == .role(.target) || subject == .role(.acquirer) || subject == .role(.issuer)))
      let told = frame.compoundSlot == .role(.investee) || subject == .role(.investee) ? discourse.investee ?? discourse.topic : discourse.topic
      // 软银领投，医疗公司获投4亿元: a subject that nobody listed stands in the clause.
      let isTaken = subject == .role(.investee) && frame.compoundSlot == nil && hasOtherSubject(clause, place.span, parsed, document)
      let standing = (frame.compoundSlot == .role(.investee) ? raiser : isTaken ? nil : nearest) ?? (pointsBack(parsed.sentence.span, document) || (isBare && discourse.age < 3) ? told : nil)
      if isOpen, frame.compoundSlot != nil || !arguments.contains(where: { $0.marker == .ga }), let topic = standing, !companies.contains(topic.company) {
        fallbacks = [PartyReference(company: topic.company, span: topic.span, confidence: topic.confidence, isDerived: true)]
      }
      for case .parties(let count) in frame.needs where companies.count + fallbacks.count < count { return nil }
      guard !companies.isEmpty || !fallbacks.isEmpty else { return nil }
      // 与甲、乙等厂商达成合作 of a name that nobody listed: they are not each other’s partners.
      if frame.type == nil, fallbacks.isEmpty, arguments.allSatisfy({ $0.marker == .to }) { return nil }
      // 甲/乙等厂商都签下合同: each with somebody else.
      if frame.type == nil, arguments.count == 1, let only = arguments.first, only.marker == .ga, only.path == .direct, only.parties.count > 1, only.phrase < parsed.groups.count {
        let gap = document.folded.originalText(Span(parsed.groups[only.phrase].span.end, max(parsed.groups[only.phrase].span.end, place.span.start)))
        let named = document.folded.originalText(parsed.groups[only.phrase].span)
        if rules.words["zh_each"].contains(where: { gap.holds($0) }), !["与", "和", "同", "跟"].contains(where: { named.holds($0) }), !gap.holds("联合"), !gap.holds("共同"), !gap.holds("双方") { return nil }
      }
      if isStudy(frame, arguments, own) { return nil }
      // What is built stands beside the verb; 数据中心收入 of another clause is none.
      if frame.type == .infrastructure { for case .word(let any) in frame.needs where !any.contains(where: { own.holds($0) }) { return nil } }
      if frame.id == Self.useFrame { for case .without(let none) in frame.needs where none.contains(where: { own.holds($0) }) { return nil } }
      let reading = reading(of: place.span, clause, parsed, frame, isChained: !stated.contains { $0.marker == .ga }, document)
      return Event(
        sentence: index, frame: frame, trigger: place.span, phrase: order.firstIndex { $0.span.start >= place.span.end } ?? order.count, isNoun: false,
        isPassive: isPassive, arguments: arguments, fallbacks: fallbacks, hasPlace: hasPlace, reading: reading, words: words, scope: scope)
    }
  }

  /// 英特尔25日晚合作…: what follows the name is in no list; it is the subject where it opens the clause and nobody else can be.
  private func actsUnclearly(_ position: Int, _ arguments: [Argument], before trigger: Span, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    let group = parsed.groups[position]
    return group.isUnclear && !arguments.contains { $0.marker == .ga } && isFirst(group, parsed) && opensClause(group, parsed, document)
      && !parsed.groups.contains { $0.clause == group.clause && $0.marker == .ga && !$0.isModifier && $0.span.start > group.span.start && $0.span.end <= trigger.start }
  }

  /// Before the name stand only dates and adverbs, or a description of it: 近日, AI 公司, 做机器人的.
  func opensClause(_ group: ChineseGroup, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Bool {
    let before = Span(parsed.clauses[group.clause].start, group.span.start)
    if isBare(before, parsed, document) { return true }
    let text = document.folded.originalText(before).filter { !" *“「\"".contains($0) }
    return before.count <= 80 && (text.hasSuffix("的") || rules.words["zh_apposition"].contains { text.hasSuffix($0) })
  }

  /// 拿到甲投资的乙: 乙 has received it, whoever the clause began with.
  private func received(_ trigger: Span, _ clause: Int, _ arguments: [Argument], _ isPassive: Bool, _ parsed: ChineseSentence, _ document: LinkedDocument) -> [Argument] {
    let bytes = document.folded.original
    guard isPassive, parser.starts(Array("的".utf8), bytes, trigger.end), arguments.contains(where: { $0.marker == .kara }) else { return arguments }
    guard let object = arguments.first(where: { $0.marker == .wo }) else { return arguments }
    return arguments.filter { $0.marker != .ga && $0.marker != .wo } + [Argument(marker: .ga, parties: object.parties, path: object.path, phrase: object.phrase)]
  }

  /// 台积电在中芯国际准备上市时起诉: who goes public stands right before the verb.
  private func issuer(_ trigger: Span, _ clause: Int, _ arguments: [Argument], _ parsed: ChineseSentence, _ document: LinkedDocument) -> [Argument] {
    // 甲的CEO称上市是最可能的路径: the officer speaks for 甲.
    if !arguments.contains(where: { $0.marker == .ga }), let first = parsed.groups.firstIndex(where: { $0.clause <= clause && $0.marker == .ga }), speaks(for: parsed.groups[first], document) {
      return arguments + [Argument(marker: .ga, parties: parsed.groups[first].parties, path: .chained, phrase: first)]
    }
    guard let nearest = parsed.groups.lastIndex(where: { $0.clause == clause && $0.span.end <= trigger.start && [.ga, .de].contains($0.marker) }),
      trigger.start - parsed.groups[nearest].span.end <= 18, !arguments.contains(where: { $0.phrase == nearest && $0.marker == .ga && $0.path == .direct })
    else { return arguments }
    let gap = document.folded.originalText(Span(parsed.groups[nearest].span.end, trigger.start))
    guard !gap.contains("的"), !gap.contains("在") else { return arguments }
    return arguments.filter { $0.marker != .ga } + [Argument(marker: .ga, parties: parsed.groups[nearest].parties, path: .direct, phrase: nearest)]
  }

  /// 甲CEO, 甲的联合创始人
  private func speaks(for group: ChineseGroup, _ document: LinkedDocument) -> Bool {
    let bytes = document.folded.original
    var offset = group.span.end
    while offset < bytes.count, [0x20, 0x2A].contains(bytes[offset]) { offset += 1 }
    if parser.starts(Array("的".utf8), bytes, offset) { offset += 3 }
    return rules.words["zh_officer"].contains { parser.starts(Array($0.utf8), bytes, offset) }
  }

  /// The first name behind a trigger that is more than a modifier.
  private func object(of trigger: Span, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Int? {
    let clause = parsed.clause(of: trigger.start)
    guard let found = parsed.groups.firstIndex(where: { $0.clause == clause && $0.span.start >= trigger.end && !$0.ownsNext && !($0.isModifier && $0.marker == .ga && !($0.isUnclear && $0.span.start - trigger.end <= 6 && !parser.starts(Array("的".utf8), document.folded.original, trigger.end))) }).map({ described($0, parsed, document) }) else { return nil }
    let group = parsed.groups[found]
    let between = document.folded.originalText(Span(trigger.end, group.span.start))
    // 甲领投、乙跟投: the next deed begins.
    if between.hasPrefix("、") || between.hasPrefix("并") || between.hasPrefix("（") || between.hasPrefix("(") { return nil }
    // 投资人包括甲创始人、乙: people may stand first in a list.
    let lists = ["包括", "投资方有", "投资方为"].contains { document.text.text(trigger).hasSuffix($0) }
    guard group.span.start - trigger.end <= (lists ? 150 : between.contains("的") ? 80 : 60) else { return nil }
    if lists { return found }
    // 收购成立仅一年的设计初创公司 Acme: a noun of apposition ends the description.
    return !between.contains("的") || between.count <= 8 || between.hasSuffix("的") || rules.words["zh_apposition"].contains { between.trimmingSpaces().hasSuffix($0) } ? found : nil
  }

  /// 投资甲背景的乙: 乙 is meant.
  private func described(_ found: Int, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Int {
    guard parsed.groups[found].isUnclear, found + 1 < parsed.groups.count, parsed.groups[found + 1].clause == parsed.groups[found].clause else { return found }
    let between = document.folded.originalText(Span(parsed.groups[found].span.end, parsed.groups[found + 1].span.start))
    return between.hasSuffix("的") && between.count <= 12 ? found + 1 : found
  }

  /// 投资甲、乙: a deal each. 与甲、乙等签约: too.
  private func apart(_ argument: Argument, _ frame: Frame, _ parsed: ChineseSentence, _ document: LinkedDocument) -> Argument {
    guard argument.parties.count > 1, argument.path == .direct else { return argument }
    let isApart: Bool
    switch argument.marker {
    case .wo, .nitaishi, .ni: isApart = frame.type == .acquisition || frame.type == .equityInvestment
    case .to:
      let bytes = document.folded.original
      isApart = frame.type == nil && argument.phrase < parsed.groups.count && parser.starts(Array("等".utf8), bytes, parsed.groups[argument.phrase].span.end)
    default: isApart = false
    }
    guard isApart else { return argument }
    return Argument(
      marker: argument.marker,
      parties: argument.parties.map { party in
        var single = party
        single.isListedApart = true
        return single
      }, path: argument.path, phrase: argument.phrase)
  }

  private func scope(of trigger: Span, _ clause: Int, _ parsed: ChineseSentence, _ order: [(span: Span, unit: Unit)], _ document: LinkedDocument) -> [Int: Int] {
    var scope: [Int: Int] = [:]
    let bytes = document.folded.original
    for (phrase, unit) in order.enumerated() {
      let place = parsed.clause(of: unit.span.start)
      if place != clause, isParted(min(place, clause), max(place, clause), parsed, bytes) { continue }
      let gap = unit.span.end <= trigger.start ? trigger.start - unit.span.end : unit.span.start - trigger.end
      if place == clause { scope[phrase] = min(4, gap / 12) } else if abs(place - clause) == 1 { scope[phrase] = 6 } else if abs(place - clause) == 2 { scope[phrase] = 8 }
    }
    return scope
  }

  /// A semicolon stands between two clauses.
  func isParted(_ first: Int, _ last: Int, _ parsed: ChineseSentence, _ bytes: [UInt8]) -> Bool {
    (first..<last).contains { clause in
      let end = parsed.clauses[clause].end
      return end < bytes.count && (bytes[end] == 0x3B || decodeScalar(bytes, at: end).scalar == 0xFF1B)
    }
  }

  private func note(_ parsed: ChineseSentence, _ claims: [RawClaim], isHeading: Bool, _ document: LinkedDocument, _ discourse: inout EnglishDiscourse) {
    discourse.age += 1
    discourse.sawTogether(TopicTracker.opening(of: parsed.sentence, document))
    if discourse.age > 4 {
      discourse.topic = nil
      discourse.investee = nil
    }
    if let subject = parsed.groups.first(where: { $0.marker == .ga && !$0.isModifier && !$0.parties.contains { $0.isDerived } && (discourse.topic == nil || opensClause($0, parsed, document)) }) {
      if subject.parties.count == 1 {
        discourse.topic = subject.parties[0]
        discourse.age = 0
      } else { discourse.sawTogether(subject.parties) }
    }
    for claim in claims {
      discourse.sawTogether(claim.parties.map(\.reference))
      if claim.type == .equityInvestment, let investee = claim.parties.first(where: { $0.role == .investee }) { discourse.investee = investee.reference }
    }
    // A headline of one company is about it.
    if isHeading {
      let named = parsed.groups.flatMap(\.parties).filter { !$0.isDerived }
      if let only = named.first, named.allSatisfy({ $0.company == only.company }) {
        discourse.topic = only
        discourse.age = 0
      }
    }
  }
}
