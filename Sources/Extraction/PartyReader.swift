import Catalog
import Facts
import Language
import Quantities

/// Reads which companies each phrase of a sentence is about: by name, by product, by 同社, in lists.
///
/// `甲社、乙社などが丙社の株を` → phrases 1 and 2 are about 甲社 and 乙社 and share が; phrase 3 about 丙社 (の).
/// A phrase whose head is another noun (`甲社幹部が`, `甲社製チップを`) is about none.
struct PartyReader {
  let catalog: Catalog
  let rules: RuleSet

  func read(_ parsed: ParsedSentence, _ document: LinkedDocument, _ discourse: Discourse) -> [PhraseParties] {
    var result = parsed.phrases.indices.map { phrase($0, parsed, document, discourse) }
    shareApposition(&result, parsed, document)
    shareLists(&result, parsed)
    return result
  }

  private func phrase(_ index: Int, _ parsed: ParsedSentence, _ document: LinkedDocument, _ discourse: Discourse) -> PhraseParties {
    let phrase = parsed.phrases[index]
    if let counted = counted(phrase, parsed, document, discourse) { return counted }
    var parties: [PartyReference] = []
    var isHead = false
    for position in phrase.tokens {
      let token = parsed.tokens[position]
      if let mention = parsed.mention(token) {
        let named = isSource(document.mentions[mention], parsed, document) ? nil : reference(document.mentions[mention], document)
        if let named {
          // 甲社上場・乙社: what was told of 甲社 parts it from the name that the phrase is about.
          if !isHead, !parties.isEmpty { parties.removeAll() }
          parties.append(named)
          isHead = true
        } else {
          isHead = false
        }
      } else if token.standIn != nil {
        // 甲社、乙社ら5社を: the number only sums up the list.
        isHead = isHead && position == phrase.head && position > phrase.tokens.lowerBound && rules.words["example_words"].contains(parsed.tokens[position - 1].surface)
          && countsCompanies(index, parsed, document)
      } else if token.surface.unicodeScalars.first.map({ $0 == ":" || $0 == "：" }) ?? false {
        continue
      } else if token.partOfSpeech.isNominal || token.partOfSpeech == .verb || token.partOfSpeech == .prefix {
        // 同|グループ, 同|研究所
        let isPrefixed = position > 0 && parsed.tokens[position - 1].surface == "同" && phrase.tokens.contains(position - 1) && rules.words["same_nouns"].contains(token.surface)
        let means = isPrefixed ? kindred(token, discourse) : Self.isSameCompany(token.surface) ? same(as: index, token, parsed, document, discourse).filter { !isPublicBody($0.company) } : discourse.resolve(token.surface, span: token.span)
        if !means.isEmpty {
          parties.append(contentsOf: means)
          isHead = true
        } else if !parties.isEmpty, isHead, !rules.partySuffixes.contains(token.surface), !isClass(position, of: phrase, parsed) {
          isHead = false
        }
      }
    }
    // 「製品名: 甲社が…」: a product before a colon is a label; a company is who it is about.
    if phrase.tokens.last.map({ [":", "："].contains(parsed.tokens[$0].surface) }) ?? false, parties.allSatisfy({ $0.isDerived || $0.isProductName }) { isHead = false }
    let names = UnknownNameReader(rules: rules, catalog: catalog)
    let isLabel = phrase.tokens.last.map { [":", "："].contains(parsed.tokens[$0].surface) } ?? false
    if parties.isEmpty, phrase.predicate == nil, !isLabel, let span = names.name(in: phrase, parsed, document), !rules.japaneseTriggers.holds(document.text.text(span)) {
      let text = document.text.text(span)
      if let known = lengthened(text, document) {
        parties.append(PartyReference(company: known.id, span: span, confidence: known.confidence, isDerived: false))
      } else {
        parties.append(
          PartyReference(
            company: "new:" + text, span: span, confidence: Confidence(thousandths: 600), isDerived: false, isUnknown: true, isStrongName: names.isStrong(text)))
      }
      isHead = true
    }
    // 甲社の元幹部が立ち上げた会社: whose former people it were.
    if phrase.isAdnominal, phrase.marker == .no, phrase.tokens.upperBound < parsed.tokens.count, parsed.tokens[phrase.tokens.upperBound].surface == "元" { isHead = false }
    if phrase.marker == .mo { for party in parties.indices { parties[party].isAlso = true } }
    // 甲社とは契約済みだ: who is set apart by とは is somebody else's other side.
    if phrase.marker == .to, !phrase.isAdnominal, phrase.tokens.last(where: { parsed.tokens[$0].partOfSpeech.isParticle }).map({ parsed.tokens[$0].surface == "は" }) ?? false {
      for party in parties.indices { parties[party].isListedApart = true }
    }
    // 「by 甲通信 乙社は」: a byline in front of whom the text is about.
    if parties.count > 1, isHead {
      for index in parties.indices.dropLast().reversed() where isMedia(parties[index].company) && !isMedia(parties[index + 1].company) {
        let gap = document.text.text(Span(min(parties[index].span.end, parties[index + 1].span.start), parties[index + 1].span.start))
        if gap.allSatisfy({ $0 == " " }) { parties.remove(at: index) }
      }
    }
    // 甲社×乙社, 甲社 & 乙社: a pair.
    let isPair = phrase.tokens.contains { ["×", "✕", "x", "&", "＆"].contains(parsed.tokens[$0].surface) }
    if parties.count > 1, !isPair, ![.ga, .ha, .mo].contains(phrase.marker) {
      for party in parties.indices { parties[party].isListedApart = true }
    }
    var result = PhraseParties(
      parties: parties, isHead: isHead, marker: phrase.marker, isAdnominal: phrase.isAdnominal, parent: phrase.parent,
      isListed: false)
    if !isHead, [.ha, .ga].contains(phrase.marker), let person = phrase.tokens.compactMap({ parsed.mention(parsed.tokens[$0]) }).map({ document.mentions[$0] }).last, person.type == .person {
      result.namesPerson = true
      result.employer = catalog.person(person.id)?.companyID.map {
        PartyReference(company: $0, span: person.span, confidence: person.confidence, isDerived: true)
      }
    }
    return result
  }

  private func isMedia(_ company: String) -> Bool { rules.media.contains(company) || catalog.company(company)?.kind == "media" }

  /// 海野ラボ買収: the name that the words right before a trigger make, if their form says so.
  func compounded(before trigger: Int, in phrase: Bunsetsu, _ parsed: ParsedSentence, _ document: LinkedDocument) -> PartyReference? {
    guard let span = UnknownNameReader(rules: rules, catalog: catalog).name(before: trigger, in: phrase, parsed, document) else { return nil }
    let text = document.text.text(span)
    guard !rules.japaneseTriggers.holds(text) else { return nil }
    if let known = lengthened(text, document) { return PartyReference(company: known.id, span: span, confidence: known.confidence, isDerived: false) }
    return PartyReference(company: "new:" + text, span: span, confidence: Confidence(thousandths: 550), isDerived: false, isUnknown: true)
  }

  /// 三菱UFJ, where the article names 三菱UFJフィナンシャル・グループ: the company whose name begins so, if it is one.
  private func lengthened(_ name: String, _ document: LinkedDocument) -> Mention? {
    guard name.unicodeScalars.count >= 3 else { return nil }
    var found: Mention?
    for mention in document.mentions where mention.type == .company && document.text.text(mention.span).hasPrefix(name) {
      if let found, found.id != mention.id { return nil }
      found = mention
    }
    return found
  }

  /// 同グループ, 同研究所: the topic, where its name ends in the noun.
  private func kindred(_ noun: Token, _ discourse: Discourse) -> [PartyReference] {
    discourse.resolve("同社", span: noun.span).filter { party in
      let name = party.company.hasPrefix("new:") ? String(party.company.dropFirst(4)) : catalog.name(.company, party.company, in: .ja) ?? ""
      return name.ends(in: noun.surface)
    }
  }

  /// 3社は, 4社が: the phrase is about as many companies as were told of together.
  private func counted(_ phrase: Bunsetsu, _ parsed: ParsedSentence, _ document: LinkedDocument, _ discourse: Discourse) -> PhraseParties? {
    guard let first = phrase.tokens.first, let last = phrase.tokens.last else { return nil }
    let span = Span(parsed.tokens[first].span.start, parsed.tokens[last].span.end)
    let text = document.text.text(span)
    guard let numeral = text.unicodeScalars.first, let count = Self.counts[numeral], text.unicodeScalars.dropFirst().first == "社" || text.unicodeScalars.dropFirst().first == "者" else { return nil }
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(2)))
    guard ["", "は", "が", "で", "は、", "が、", "も", "による", "とも", "の"].contains(rest) else { return nil }
    let parties = discourse.resolve(count: count, span: span)
    guard !parties.isEmpty else { return nil }
    return PhraseParties(parties: parties, isHead: true, marker: phrase.marker, isAdnominal: phrase.isAdnominal, parent: phrase.parent, isListed: false)
  }

  private static let counts: [Unicode.Scalar: Int] = ["2": 2, "3": 3, "4": 4, "5": 5, "２": 2, "３": 3, "４": 4, "５": 5, "二": 2, "三": 3, "四": 4, "五": 5]

  /// A court, a ministry, a university: nobody calls it 同社.
  private func isPublicBody(_ company: String) -> Bool {
    if let row = catalog.company(company) { return row.kind == "government" || row.kind == "university" }
    return rules.words["public_body_endings"].contains { company.ends(in: $0) }
  }

  private static func isSameCompany(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first == "同" || first == "自" else { return false }
    return word == "同社" || word == "自社" || word == "同行"
  }

  /// 「甲社は、同社の…」: the topic of the sentence itself before that of the sentences before.
  private func same(as index: Int, _ token: Token, _ parsed: ParsedSentence, _ document: LinkedDocument, _ discourse: Discourse) -> [PartyReference] {
    // 「甲社は同社との契約を…」: whom 甲社 deals with is not 甲社.
    if [.to, .ni, .nitaishi, .kara, .tomoni].contains(parsed.phrases[index].marker) {
      let subjects = parsed.phrases.indices.filter { $0 < index && [.ha, .ga].contains(parsed.phrases[$0].marker) }
        .flatMap { parsed.phrases[$0].tokens.compactMap { parsed.mention(parsed.tokens[$0]) } }.map { document.mentions[$0].id }
      let meant = discourse.resolve(token.surface, span: token.span)
      if !subjects.isEmpty, !meant.isEmpty, meant.allSatisfy({ !subjects.contains($0.company) }) { return meant }
    }
    for earlier in parsed.phrases.indices where earlier < index && parsed.phrases[earlier].marker == .ha {
      for position in parsed.phrases[earlier].tokens {
        guard let mention = parsed.mention(parsed.tokens[position]), document.mentions[mention].type == .company else { continue }
        let named = document.mentions[mention]
        return [PartyReference(company: named.id, span: token.span, confidence: named.confidence, isDerived: true)]
      }
    }
    return discourse.resolve(token.surface, span: token.span)
  }

  /// A publisher that only reports: `CNBC：`, `ロイターが報じた`.
  private func isSource(_ mention: Mention, _ parsed: ParsedSentence, _ document: LinkedDocument) -> Bool {
    // 写真の出所: via Getty Images.
    let before = document.text.text(Span(max(parsed.sentence.span.start, mention.span.start - 4), mention.span.start))
    if before.hasSuffix("via ") { return true }
    guard rules.media.contains(mention.id) || catalog.company(mention.id)?.kind == "media" else { return false }
    let text = document.text.text(Span(mention.span.start, parsed.sentence.span.end))
    return rules.words["report_words"].contains { text.holds($0) } || text.dropFirst(document.text.text(mention.span).count).first.map { ":：".contains($0) } ?? false
  }

  /// The company that a mention stands for as a party.
  private func reference(_ mention: Mention, _ document: LinkedDocument) -> PartyReference? {
    switch mention.type {
    case .company:
      return PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: false)
    case .product:
      // Windsurf is bought as the company of that name, not as its owner's product.
      if catalog.company(mention.id) != nil { return PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: false) }
      guard let vendor = mention.maker ?? catalog.vendor(ofProduct: mention.id) else {
        return PartyReference(
          company: "new:" + document.text.text(mention.span), span: mention.span, confidence: Confidence(thousandths: 600), isDerived: false,
          isProductName: true, isUnknown: true)
      }
      return PartyReference(company: vendor, span: mention.span, confidence: mention.confidence, isDerived: true)
    case .model:
      guard let maker = mention.maker ?? catalog.developer(ofModel: mention.id) else { return nil }
      return PartyReference(company: maker, span: mention.span, confidence: mention.confidence, isDerived: true)
    case .chip:
      guard let vendor = mention.maker ?? catalog.vendor(ofChip: mention.id) else { return nil }
      return PartyReference(company: vendor, span: mention.span, confidence: mention.confidence, isDerived: true, isChipVendor: true)
    case .person:
      return nil
    }
  }

  /// 甲社など半導体メーカーと: behind など the nouns only say what the named ones are.
  private func isClass(_ position: Int, of phrase: Bunsetsu, _ parsed: ParsedSentence) -> Bool {
    let before = phrase.tokens.lowerBound..<position
    guard before.contains(where: { rules.words["example_words"].contains(parsed.tokens[$0].surface) }) else { return false }
    return rules.words["class_nouns"].contains(parsed.tokens[phrase.head].surface)
  }

  /// 甲社や乙社などの投資家が, 甲社と乙社の間で: the names stand for the noun that they modify, in its case.
  private func shareApposition(_ result: inout [PhraseParties], _ parsed: ParsedSentence, _ document: LinkedDocument) {
    for index in result.indices where result[index].isHead && !result[index].parties.isEmpty {
      let phrase = parsed.phrases[index]
      if let noun = summary(of: index, result, parsed, document) {
        result[index].marker = result[noun].marker
        result[index].isAdnominal = result[noun].isAdnominal
        result[index].parent = result[noun].parent
        if result[noun].marker == .to, !isJoint(noun, parsed) { for party in result[index].parties.indices { result[index].parties[party].isListedApart = true } }
        // 両社 behind two names means these, whoever was told of before.
        result[noun].parties = []
        result[noun].isHead = false
        continue
      }
      // 甲社など半導体メーカーや電力事業者と: a class of others joins the list.
      let next = index + 1
      if phrase.marker == .list, !phrase.isAdnominal, next < result.count, result[next].parties.isEmpty, parsed.phrases[next].predicate == nil,
        rules.words["class_nouns"].contains(parsed.head(next))
      {
        result[index].marker = result[next].marker
        result[index].isAdnominal = result[next].isAdnominal
        result[index].parent = result[next].parent
        continue
      }
      guard phrase.isAdnominal, phrase.marker == .no, let parent = phrase.parent, result[parent].parties.isEmpty else { continue }
      if rules.words["class_nouns"].contains(parsed.head(parent)), phrase.tokens.contains(where: { rules.words["example_words"].contains(parsed.tokens[$0].surface) }) {
        result[index].marker = result[parent].marker
        result[index].isAdnominal = result[parent].isAdnominal
        result[index].parent = result[parent].parent
      } else if parsed.head(parent) == "間", index > 0, result[index - 1].isHead, [.to, .list].contains(parsed.phrases[index - 1].marker) {
        result[index].marker = .to
        result[index].isAdnominal = result[parent].isAdnominal
        result[index].parent = result[parent].parent
      }
    }
  }

  /// The phrase that sums up the list that ends at `index`: 甲社、乙社の«2社が», 甲社、乙社という3つの«企業の», 甲社と乙社、AI大手«2社と».
  private func summary(of index: Int, _ result: [PhraseParties], _ parsed: ParsedSentence, _ document: LinkedDocument) -> Int? {
    let phrase = parsed.phrases[index]
    guard phrase.predicate == nil, index + 1 < result.count else { return nil }
    let isListEnd = index > 0 && result[index - 1].isHead && !result[index - 1].parties.isEmpty && [.to, .list, .none].contains(parsed.phrases[index - 1].marker)
    func isClass(_ noun: Int) -> Bool {
      result[noun].parties.isEmpty && parsed.phrases[noun].predicate == nil && rules.words["class_nouns"].contains(parsed.head(noun))
    }
    let next = index + 1
    // 甲社を始めとした各社と, 甲社をはじめとする企業が
    if phrase.marker == .wo, ["始め", "はじめ", "筆頭"].contains(parsed.head(next)) || ["始める", "はじめる"].contains(parsed.phrases[next].predicate?.lemma ?? "") {
      return (next + 1..<min(next + 4, result.count)).first(where: isClass)
    }
    if phrase.isAdnominal, phrase.marker == .no {
      guard isListEnd, countsCompanies(next, parsed, document) || ["両社", "両者", "各社", "双方"].contains(parsed.head(next)) else { return nil }
      return next
    }
    let isExample = phrase.tokens.contains { rules.words["example_words"].contains(parsed.tokens[$0].surface) }
    if phrase.isAdnominal && phrase.marker == .none || isExample && phrase.isPaused && phrase.marker == .none {
      // という3つの巨大企業の, など、一部の媒体とは: over what describes it to the noun of the class.
      for noun in next..<min(next + 3, result.count) where isClass(noun) || countsCompanies(noun, parsed, document) {
        let between = (next..<noun).allSatisfy { parsed.phrases[$0].isAdnominal || parsed.phrases[$0].predicate?.form == .adnominal }
        return between ? noun : nil
      }
      return nil
    }
    guard phrase.marker == .none, !phrase.isAdnominal else { return nil }
    // 甲社など半導体メーカーや電力事業者との
    if isExample {
      if countsCompanies(next, parsed, document) { return next }
      guard isClass(next) else { return nil }
      return parsed.phrases[next].marker == .list && next + 1 < result.count && isClass(next + 1) ? next + 1 : next
    }
    // 甲社と乙社、AI大手2社と
    guard phrase.isPaused, isListEnd, countsCompanies(next, parsed, document) else { return nil }
    // 「甲社と乙社、金融8社と」 goes on to others.
    var named = 1
    while named <= index, result[index - named].isHead, !result[index - named].parties.isEmpty, [.to, .list, .none].contains(parsed.phrases[index - named].marker) { named += 1 }
    let told = parsed.quantity(parsed.tokens[parsed.phrases[next].head]).flatMap { document.quantities[$0].value }
    return told == ExactDecimal(named) ? next : nil
  }

  /// 甲社、乙社の2社と共同で: with all of them at once.
  private func isJoint(_ noun: Int, _ parsed: ParsedSentence) -> Bool {
    noun + 1 < parsed.phrases.count && ["共同", "協力"].contains(parsed.head(noun + 1))
  }

  /// 2社, AI大手3社: a number of companies is what the phrase is about.
  private func countsCompanies(_ index: Int, _ parsed: ParsedSentence, _ document: LinkedDocument) -> Bool {
    guard let quantity = parsed.quantity(parsed.tokens[parsed.phrases[index].head]) else { return false }
    let text = document.text.text(document.quantities[quantity].span)
    return ["社", "者", "行", "団体", "カ国", "か国"].contains { text.ends(in: $0) }
  }

  /// The next name of a list: 音楽配信の甲社や«予約サービスの»乙社と, over what describes it.
  private func member(after index: Int, _ result: [PhraseParties], _ parsed: ParsedSentence) -> Int {
    var next = index + 1
    guard [.list, .to].contains(parsed.phrases[index].marker), !parsed.phrases[index].isAdnominal, result[index].isHead, !result[index].parties.isEmpty else { return next }
    // 甲社と財団の乙社は: only a subject closes such a list; 「甲社と新型の共同開発で」 goes on to a noun.
    if parsed.phrases[index].marker == .to {
      guard next + 1 < result.count, result[next].parties.isEmpty, parsed.phrases[next].isAdnominal, parsed.phrases[next].marker == .no,
        result[next + 1].isHead, !result[next + 1].parties.isEmpty, [.ga, .ha, .mo].contains(parsed.phrases[next + 1].marker)
      else { return next }
      return next + 1
    }
    while next + 1 < result.count, next <= index + 3, result[next].parties.isEmpty, parsed.phrases[next].isAdnominal || parsed.phrases[next].predicate?.form == .adnominal { next += 1 }
    return result[next].isHead && !result[next].parties.isEmpty ? next : index + 1
  }

  /// Members of a list take the case and the head of its last member.
  private func shareLists(_ result: inout [PhraseParties], _ parsed: ParsedSentence) {
    guard result.count > 1 else { return }
    for index in result.indices.dropLast().reversed() {
      let next = member(after: index, result, parsed)
      guard result[index].isHead, !result[index].parties.isEmpty, result[next].isHead, !result[next].parties.isEmpty else { continue }
      let phrase = parsed.phrases[index]
      guard phrase.predicate == nil, !phrase.isAdnominal else { continue }
      let continues: Bool
      switch phrase.marker {
      case .to, .list: continues = true
      case .none:
        // A headline opens with its topic: 「甲社、乙社と提携」; a list runs on to a subject: 「甲社、乙社が」.
        // Words that describe it may stand before: 「風見氏率いる甲社、乙社などから調達」.
        let isFirst = (0..<index).allSatisfy { (parsed.phrases[$0].parent ?? parsed.phrases.count) <= index && result[$0].parties.isEmpty }
        let opensHeadline = isFirst && phrase.isPaused && (parsed.sentence.isUnterminated || ![.ga, .ha, .mo].contains(result[next].marker))
        let isLabel = phrase.tokens.last.map { [":", "："].contains(parsed.tokens[$0].surface) } ?? false
        if isLabel { continue }
        let runsOn = result[next].isListed || [.ga, .ha, .mo].contains(result[next].marker)
        continues = !opensHeadline || (runsOn && [.ga, .mo].contains(result[next].marker))
      default: continues = false
      }
      guard continues else { continue }
      // 甲社と乙社、丙社と: as the rest of the list.
      if phrase.marker == .to, ![.ga, .ha, .mo].contains(result[next].marker), result[next].parties.allSatisfy(\.isListedApart) {
        for party in result[index].parties.indices { result[index].parties[party].isListedApart = true }
      }
      if phrase.marker == .list, [.ga, .ha, .mo].contains(result[next].marker) {
        // 「甲社や乙社は条件に合意した」: each with somebody else.
        for side in [index, next] { for party in result[side].parties.indices { result[side].parties[party].isExample = true } }
      }
      if phrase.marker != .to {
        for side in [index, next] where ![.ga, .ha, .mo].contains(result[next].marker) {
          for party in result[side].parties.indices { result[side].parties[party].isListedApart = true }
        }
      }
      result[index].marker = result[next].marker
      result[index].isAdnominal = result[next].isAdnominal
      result[index].parent = result[next].parent
      result[index].isListed = true
      result[next].isListed = true
    }
  }
}

/// Companies of one phrase, and whether they are what the phrase is about.
struct PhraseParties {
  var parties: [PartyReference]
  /// `甲社などは`: yes. `甲社幹部は`: no.
  var isHead: Bool
  /// The case that the phrase has as a member of a list: 甲社、乙社が → both が.
  var marker: CaseMarker
  var isAdnominal: Bool
  var parent: Int?
  /// Part of a list that goes on to the right.
  var isListed: Bool
  /// A person speaks or acts: アルトマンCEOは.
  var namesPerson = false
  /// The company that the catalogue has the person at.
  var employer: PartyReference?
}
