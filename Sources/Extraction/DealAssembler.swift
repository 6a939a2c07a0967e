import Catalog
import Facts
import Language
import Quantities

/// Turns the events of one sentence into claims: roles from slots, type from what is sold, quantities by competition.
///
/// `甲社は乙社に最大10億ドルを出資し、丙社と提携する`: two claims; the sum goes to the investment, whose predicate governs it.
struct DealAssembler {
  let catalog: Catalog
  let rules: RuleSet
  let typer: DealTyper

  /// - Parameter placement: for each quantity of the sentence, the phrase that it stands in.
  func claims(
    _ events: [Event], sentence: Sentence, index: Int, item: Int, isHeadline: Bool, placement: [Int: Int],
    asides: Set<Int>, measures: [Int: MeasureReader.Reading], entityPlacement: [Int: Int], _ document: LinkedDocument
  ) -> [RawClaim] {
    var claims: [RawClaim] = []
    var owners: [Int] = []
    for (position, event) in events.enumerated() {
      guard !event.reading.isQuestion, !event.reading.isHypothesis else { continue }
      guard let claim = claim(event, index: index, item: item, isHeadline: isHeadline, placement, entityPlacement, events.count, sentence, document) else { continue }
      for single in separated(claim) {
        claims.append(single)
        owners.append(position)
      }
    }
    for position in claims.indices where !meetsPartyNeeds(claims[position]) || claims[position].frame.needs.contains(.joins) {
      claims[position].isPartial = true
    }
    for position in claims.indices where events[owners[position]].isFigure && claims[position].parties.contains(where: { $0.reference.isDerived || $0.path == .topic }) {
      claims[position].isPartial = true
    }
    bind(&claims, owners.map { events[$0] }, sentence, placement, asides, measures, document)
    passOn(&claims, document)
    for position in claims.indices { attachEntities(&claims[position], events[owners[position]], claims.count, sentence, entityPlacement, document) }
    for position in claims.indices where claims[position].isCumulative && claims[position].reading.stage == .announced {
      claims[position].reading.stage = .ongoing
    }
    claims.removeAll { $0.isPair && $0.stake == nil }
    return claims.filter { meetsNeeds($0, document) && (!$0.isPartial || $0.frame.needs.contains(.joins) || !$0.amounts.isEmpty || !$0.durations.isEmpty || !$0.capacities.isEmpty || $0.reading.evidence == .reported) }
  }

  /// 「甲社と乙社も、基盤を共同で整備するため5000億円を投じる」: a sum whose own act names no receiver is what the joint act costs.
  private func passOn(_ claims: inout [RawClaim], _ document: LinkedDocument) {
    guard document.language == .ja else { return }
    for partial in claims.indices where claims[partial].isPartial && !claims[partial].amounts.isEmpty && !claims[partial].frame.needs.contains(.joins) && claims[partial].companySet.count > 1 {
      guard let whole = claims.indices.first(where: { !claims[$0].isPartial && claims[$0].amounts.isEmpty && claims[$0].companySet == claims[partial].companySet }) else { continue }
      claims[whole].amounts = claims[partial].amounts
      claims[whole].restated += claims[partial].restated
      if claims[partial].reading.isExplicit, !claims[whole].reading.isExplicit { claims[whole].reading = claims[partial].reading }
      claims[partial].amounts = []
      return
    }
  }

  // MARK: Roles

  func claim(
    _ event: Event, index: Int, item: Int, isHeadline: Bool, _ placement: [Int: Int], _ entityPlacement: [Int: Int], _ competitors: Int,
    _ sentence: Sentence, _ document: LinkedDocument
  ) -> RawClaim? {
    let frame = event.frame
    if !wordsAllow(event, frame, entities(near: event, competitors, sentence, entityPlacement, document), sentence, document) { return nil }
    var slotted: [(reference: PartyReference, slot: Frame.Slot, path: ArgumentPath)] = []
    for argument in event.arguments.sorted(by: { ($0.path, $0.phrase) < ($1.path, $1.phrase) }) {
      guard let slot = slot(for: argument, event) else { continue }
      for party in argument.parties where (!party.isProductName || slot == .role(.target) || frame.prior >= 850 && frame.language == .ja && !event.isIntegration) && !(slot == .party && argument.marker == .wo && party.isDerived) && !slotted.contains(where: { $0.reference.company == party.company }) {
        slotted.append((party, slot, argument.path))
      }
    }
    if frame.needs.contains(.sides), Set(event.arguments.filter { slot(for: $0, event) != nil }.map(\.marker)).count < 2 { return nil }
    var verdict: DealTyper.Verdict?
    // 「甲社や乙社は丙社と契約した」: each of them with 丙社.
    let examples = slotted.filter(\.reference.isExample)
    let isEach = frame.isContract && examples.count > 1 && slotted.count == examples.count + 1
    let isAllSold = frame.type == nil && slotted.count > 1 && slotted.allSatisfy(\.reference.isListedApart)
    if frame.type == nil {
      let near = entities(near: event, competitors, sentence, entityPlacement, document)
      let quantities = document.quantities(in: sentence.span)
      let hasWatts = quantities.contains { document.quantities[$0].unit == "watt" }
      let hasChipCount = quantities.contains { isChipCount(document.quantities[$0]) }
      // 「乙社、丙社とは契約済み」: each of them with whom the text is about.
      let topic = isAllSold ? event.fallbacks.first { candidate in !candidate.isOblique && !slotted.contains { $0.reference.company == candidate.company } } : nil
      let companies = topic.map { [$0.company, slotted[0].reference.company] }
      let partners = isEach ? slotted.filter { !$0.reference.isExample || $0.reference == examples[0].reference } : slotted
      verdict = typer.verdict(
        text: event.words.joined(), parties: companies ?? partners.map { $0.reference.company }, hasChip: near.contains { document.mentions[$0].type == .chip },
        hasWatts: hasWatts, hasChipCount: hasChipCount, hasTerms: false,
        isContract: frame.isContract && frame.language == .ja)
    }
    if isAllSold, let sellers = verdict?.sellers, let type = verdict?.type, sellers.contains(slotted[0].reference.company) {
      verdict = DealTyper.Verdict(type: type, sellers: sellers + slotted.dropFirst().map { $0.reference.company })
    }
    if isEach, let sellers = verdict?.sellers, let type = verdict?.type, sellers.contains(examples[0].reference.company) {
      verdict = DealTyper.Verdict(type: type, sellers: sellers + examples.dropFirst().map { $0.reference.company })
    }
    var type = frame.type ?? verdict?.type ?? .partnership
    // Whoever buys of whom is told: the goods say what it is.
    if frame.type == nil, type == .partnership, let seller = slotted.first(where: { $0.slot == .seller }), slotted.contains(where: { $0.slot == .buyer }),
      let sale = typer.sale(text: event.words.joined(), seller: seller.reference.company)
    { type = sale }
    var parties: [(reference: PartyReference, role: Role, path: ArgumentPath)] = []
    for entry in slotted {
      guard let role = role(entry.slot, type: type, company: entry.reference.company, sellers: verdict?.sellers ?? []) else { continue }
      if isSingle(role, in: type), parties.contains(where: { $0.role == role && !($0.reference.isListedApart && entry.reference.isListedApart) }) { continue }
      var reference = entry.reference
      if isEach, reference.isExample { reference.isListedApart = true }
      parties.append((reference, role, entry.path))
    }
    // 「甲社と乙社が合併」: of two that act, one is taken over.
    if type == .acquisition, frame.slots[.to] == .role(.target), parties.count == 2, parties.allSatisfy({ $0.role == .acquirer }) { parties[1].role = .target }
    // The catalogue knows who owns a product by now; when it was bought it was its own company.
    if type == .acquisition, let acquirer = parties.first(where: { $0.role == .acquirer }) {
      for index in parties.indices where parties[index].role == .target && isNamedByProduct(parties[index].reference, document) && rules.house(parties[index].reference.company) == rules.house(acquirer.reference.company) {
        let told = parties[index].reference
        parties[index].reference = PartyReference(company: "new:" + document.text.text(told.span), span: told.span, confidence: told.confidence, isDerived: false)
      }
    }
    guard !parties.isEmpty || frame.type != nil else { return nil }
    let isPart = type == .equityInvestment && tellsPart(sentence, document)
    let isPair = parties.isEmpty && frame.needs.contains(.pair)
    if isPair { parties = pair(in: sentence, frame, document) }
    if type == .license { parties.removeAll { $0.role == .licensee && $0.reference.isUnknown && $0.path == .relative } }
    if !isPair, !frame.needs.contains(.explicit) { fillMissing(&parties, event, type, sellers: verdict?.sellers ?? [], isPart: isPart) }
    guard !parties.isEmpty else { return nil }
    // rivals such as a startup that raised a round led by Acme: without who raised it, no round is told.
    if frame.language == .en, type == .equityInvestment, !event.isNoun, frame.slots[.ga] == .role(.investee), !parties.contains(where: { $0.role == .investee }) { return nil }
    if type == .license { parties.removeAll(where: \.reference.isChipVendor) }
    // The Post has a content deal with a laboratory: who publishes licenses.
    if type == .license, frame.language == .en, parties.count == 2, parties.contains(where: { $0.role == .licensee && typer.isPublisher($0.reference.company) }), !parties.contains(where: { $0.role == .licensor && typer.isPublisher($0.reference.company) }) {
      parties = parties.map { ($0.reference, $0.role == .licensee ? .licensor : .licensee, $0.path) }
    }
    if !isTold(parties, as: frame, document) { return nil }
    // What is had of a cloud is computing, whatever the verb.
    if type == .license, frame.needs.contains(.explicit), let licensor = parties.first(where: { $0.role == .licensor }), isCloud(licensor.reference, document) {
      type = .cloudCompute
      parties = parties.map { ($0.reference, $0.role == .licensor ? .provider : .customer, $0.path) }
    }
    // Acme’s Bolt IPO: the owner issues nothing.
    if type == .publicOffering, parties.contains(where: { $0.path == .compound }) { parties.removeAll { $0.path != .compound } }
    // 「X8を搭載」 of a telephone: a chip in a device is no purchase of whoever the text is about.
    if type == .hardwareSupply, parties.contains(where: { $0.role == .supplier && $0.reference.isChipVendor }), parties.contains(where: { $0.role == .customer && $0.path == .topic }),
      document.quantities(in: sentence.span).allSatisfy({ !isChipCount(document.quantities[$0]) && document.quantities[$0].kind != .money })
    { return nil }
    // Within one house nothing is dealt: Google uses its own Gemini. What joined a house was bought once.
    if parties.count > 1, type != .acquisition || parties.contains(where: \.reference.isDerived), Set(parties.map { rules.house($0.reference.company) }).count == 1 { return nil }
    if type == .license, parties.count > 1, Set(parties.map { catalog.ultimateParent(ofCompany: $0.reference.company) }).count == 1 || parties.allSatisfy({ catalog.company($0.reference.company)?.kind == "government" }) { return nil }
    // Who sells power sells it, whoever the sentence is about.
    if type == .energySupply, parties.count == 2, let buyer = parties.firstIndex(where: { $0.role == .customer }), let seller = parties.firstIndex(where: { $0.role == .supplier }),
      typer.sells(parties[buyer].reference.company, "energy"), !typer.sells(parties[seller].reference.company, "energy")
    {
      parties[buyer].role = .supplier
      parties[seller].role = .customer
    }
    // One ministry with the government that it is part of.
    if type == .partnership, parties.count > 1, parties.allSatisfy({ catalog.company($0.reference.company)?.kind == "government" }), Set(parties.map { catalog.ultimateParent(ofCompany: $0.reference.company) }).count == 1 { return nil }
    // 「独自コア「甲」を採用した「乙」」: a part of a product, not a purchase.
    if type == .hardwareSupply || type == .license, parties.contains(where: \.reference.isUnknown), parties.contains(where: { $0.path == .relative && isNamedByProduct($0.reference, document) }) { return nil }
    guard admits(&parties, frame, hasPlace: event.hasPlace) else { return nil }
    // 「甲社・乙社も契約を結んだ」: each with somebody else.
    let isJoint = document.language == .ja && document.text.text(event.trigger).hasPrefix("共同")
    if type == .partnership || frame.type == nil, parties.count > 1, !isJoint, parties.allSatisfy({ $0.reference.isAlso || ($0.reference.isExample && frame.isContract) }) { return nil }
    // A publisher is a party where the sentence says so, not because the text is about it.
    parties.removeAll { $0.path == .topic && (rules.media.contains($0.reference.company) || catalog.company($0.reference.company)?.kind == "media") }
    // The Journal wrote that Acme trims its investment: who tells it does not invest.
    if frame.language == .en, [.equityInvestment, .acquisition, .infrastructure].contains(type) { parties.removeAll { $0.reference.isDerived && typer.isPublisher($0.reference.company) } }
    guard !parties.isEmpty else { return nil }
    // ワーナー beside ワーナー・ミュージック: one company by two names.
    let all = parties
    parties.removeAll { short in
      short.reference.isUnknownName && all.contains { $0.reference.company != short.reference.company && document.text.text($0.reference.span).hasPrefix(document.text.text(short.reference.span)) }
    }
    // 「乙社や丙社との契約」 of nobody: the list holds counterparts, not each other's partners.
    if type == .partnership || frame.type == nil, parties.count > 1, parties.allSatisfy(\.reference.isListedApart) { return nil }
    // 「NotionやGmailと連携し」: a feature that works with products, unless their maker is named as well.
    if type == .partnership, event.isIntegration, parties.contains(where: { isOnlyProduct($0.reference, sentence, document) }) { return nil }
    // 「甲・乙連携など」 in one word: what works with it.
    if type == .partnership, event.isIntegration, document.language == .ja, parties.allSatisfy({ $0.path == .compound }) { return nil }
    // 「製品Xと連携した監視装置」: a product that another works with is no partnership of its maker.
    if type == .partnership, event.isModifier, parties.contains(where: { $0.reference.isDerived && $0.path != .topic }) { return nil }
    let confidence = parties.reduce(frame.prior) { $0 * weight($1) / 1000 }
    var claim = RawClaim(
      type: type, parties: parties, reading: event.reading, frame: frame, sentence: index, item: item,
      isHeadline: isHeadline, trigger: event.trigger, confidence: confidence)
    claim.isPair = isPair
    claim.isJoint = isJoint
    claim.isPart = isPart
    return claim
  }

  /// Needs on how the parties are named: who uses something is named itself, what it uses is a product or a cloud.
  private func isTold(_ parties: [(reference: PartyReference, role: Role, path: ArgumentPath)], as frame: Frame, _ document: LinkedDocument) -> Bool {
    if frame.needs.contains(.product) {
      let users = parties.filter { $0.role == .licensee }
      let used = parties.filter { $0.role == .licensor }
      if users.contains(where: { isNamedByProduct($0.reference, document) }) || !used.contains(where: { isNamedByProduct($0.reference, document) }) { return false }
    }
    if frame.needs.contains(.cloud), !parties.contains(where: { $0.role == .provider && isCloud($0.reference, document) }) { return false }
    return true
  }

  private func isNamedByProduct(_ party: PartyReference, _ document: LinkedDocument) -> Bool {
    party.isDerived && document.mentions(touching: party.span).contains { $0.type == .product || $0.type == .model }
  }

  private func isCloud(_ party: PartyReference, _ document: LinkedDocument) -> Bool {
    catalog.company(party.company)?.kind == "cloud" && !isNamedByProduct(party, document) || rules.words["cloud_products"].contains(document.text.text(party.span))
  }

  private func isOnlyProduct(_ party: PartyReference, _ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    guard party.isDerived, document.mentions(touching: party.span).contains(where: { $0.type != .company }) else { return false }
    return !document.mentions(in: sentence.span).contains { document.mentions[$0].type == .company && document.mentions[$0].id == party.company }
  }

  private func tellsPart(_ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    let text = document.text.text(sentence.span)
    return ["このうち", "うち、", "うち"].contains { text.hasPrefix($0) }
  }

  /// 「甲社と乙社の新契約の中核は27％の株式保有だ」: the holder is named first.
  private func pair(in sentence: Sentence, _ frame: Frame, _ document: LinkedDocument) -> [(reference: PartyReference, role: Role, path: ArgumentPath)] {
    guard case .role(let first) = frame.slots[.ga], case .role(let second) = frame.slots[.no] else { return [] }
    var named: [PartyReference] = []
    for index in document.mentions(in: sentence.span) where document.mentions[index].type == .company {
      let mention = document.mentions[index]
      guard !named.contains(where: { rules.house($0.company) == rules.house(mention.id) }) else { continue }
      named.append(PartyReference(company: mention.id, span: mention.span, confidence: mention.confidence, isDerived: true))
    }
    return named.count == 2 ? [(named[0], first, .topic), (named[1], second, .topic)] : []
  }

  /// Names that nobody listed count only where the frame expects a name, and a known party stands beside them (or the
  /// frame needs a sum, which is checked later).
  private func admits(_ parties: inout [(reference: PartyReference, role: Role, path: ArgumentPath)], _ frame: Frame, hasPlace: Bool) -> Bool {
    guard parties.contains(where: \.reference.isUnknown) else { return true }
    let known = parties.contains { !$0.reference.isUnknown && $0.path != .topic }
    if frame.prior >= 800, parties.allSatisfy({ !$0.reference.isUnknown || $0.reference.isStrongName }) { return true }
    if frame.takesUnknown, known || frame.needs.contains(.amount) || hasPlace { return true }
    parties.removeAll(where: \.reference.isUnknown)
    return !parties.isEmpty
  }

  /// The topic takes the subject's slot, or else the one side that is missing.
  private func fillMissing(_ parties: inout [(reference: PartyReference, role: Role, path: ArgumentPath)], _ event: Event, _ type: DealType, sellers: [String], isPart: Bool) {
    let slots = event.isPassive ? event.frame.passiveSlots : event.frame.slots
    guard let subject = slots[.ga] ?? slots[.ha] ?? event.frame.slots[.ga] else { return }
    let mayBeTopic = event.frame.needs.contains(.about) || isPart
    if event.frame.needs.contains(.topic), case .role(let role) = subject, let topic = event.fallbacks.first(where: { candidate in !parties.contains { $0.reference.company == candidate.company } }) {
      parties.append((topic, role, .topic))
      return
    }
    for candidate in event.fallbacks where !candidate.isProductName && !parties.contains(where: { $0.reference.company == candidate.company }) {
      if case .role(let role) = subject {
        let hasSubject = parties.contains { $0.role == role }
        if !hasSubject {
          // 「議論に参加する」 of nobody: who joins must be named.
          if candidate.isOblique || event.frame.needs.contains(.joins) { continue }
          parties.append((candidate, role, .topic))
          if candidate.isFromDiscourse { return }
          continue
        }
        // 「乙社や丙社との協力は続く」: the topic is the partner of each.
        if type == .partnership, parties.count == 1 || parties.allSatisfy(\.reference.isListedApart), !candidate.isOblique {
          parties.append((candidate, role, .topic))
          return
        }
        // 「甲社は乙社と提携し、データセンターを建設する」
        if type == .infrastructure, candidate.isOblique {
          parties.append((candidate, .partner, .topic))
          continue
        }
        let present = Set(parties.map(\.role))
        if let other = type.roles.prefix(2).first(where: { !present.contains($0) }), parties.allSatisfy({ $0.path != .topic }) || candidate.isOblique, mayBeTopic || !candidate.isFromDiscourse,
          !slots.contains(where: { $0.value == .role(other) && event.markers.contains($0.key) })
        {
          parties.append((candidate, other, .topic))
          return
        }
      } else if parties.count == 1 || parties.allSatisfy(\.reference.isListedApart), !candidate.isOblique || type == .partnership && event.isNoun && parties.count == 1, let role = self.role(subject, type: type, company: candidate.company, sellers: sellers) {
        if type == .partnership || type == .jointVenture || !parties.contains(where: { $0.role == role }) {
          parties.append((candidate, role, .topic))
          return
        }
      }
    }
  }

  private func weight(_ party: (reference: PartyReference, role: Role, path: ArgumentPath)) -> Int {
    let path: Int
    switch party.path {
    case .direct, .noun: path = 990
    case .compound, .relative: path = 960
    case .governor: path = 970
    case .chained: path = 930
    case .topic: path = 850
    }
    return path * (500 + party.reference.confidence.thousandths / 2) / 1000
  }

  private func slot(for argument: Argument, _ event: Event) -> Frame.Slot? {
    let frame = event.frame
    var marker = argument.marker
    if marker == .mo { marker = .ha }
    if argument.path == .compound { return frame.compoundSlot }
    if event.isNoun, argument.path == .noun {
      // 甲社の乙社買収: the name in one word with the act is acted on, so that the other acts.
      if marker == .no, let compound = frame.compoundSlot, compound == frame.nounSlots[.no], event.arguments.contains(where: { $0.path == .compound }) { return frame.slots[.ga] }
      return frame.nounSlots[marker] ?? ([.to, .tomoni, .niyoru, .kara, .ni, .nitaishi].contains(marker) ? frame.slots[marker] : nil)
    }
    let table = event.isPassive ? frame.passiveSlots : frame.slots
    if marker == .none { return table[.none] ?? table[.ha] ?? table[.ga] }
    if let slot = table[marker] { return slot }
    // 甲社が株式を取得した乙社: the noun of the clause is whose they are, or to whom.
    if argument.path == .relative, marker == .wo, !event.isPassive { return table[.ni] ?? table[.no] }
    if marker == .ha { return table[.ga] }
    if event.isPassive, marker != .ga, marker != .wo { return frame.slots[marker] }
    if argument.path == .noun { return frame.nounSlots[marker] }
    return nil
  }

  private func role(_ slot: Frame.Slot, type: DealType, company: String, sellers: [String]) -> Role? {
    switch slot {
    case .role(let role): return type.roles.contains(role) ? role : nil
    case .party:
      switch type {
      case .partnership, .jointVenture, .infrastructure: return .partner
      default: return sellers.contains(company) ? sellerRole(type) : buyerRole(type)
      }
    case .buyer: return sellers.contains(company) ? sellerRole(type) : buyerRole(type)
    case .seller: return sellerRole(type)
    }
  }

  private func buyerRole(_ type: DealType) -> Role? {
    switch type {
    case .cloudCompute, .hardwareSupply, .energySupply: .customer
    case .license: .licensee
    case .equityInvestment: .investor
    case .acquisition: .acquirer
    case .partnership, .jointVenture: .partner
    case .infrastructure: .customer
    case .debtFinancing: .borrower
    case .publicOffering: .issuer
    }
  }

  private func sellerRole(_ type: DealType) -> Role? {
    switch type {
    case .cloudCompute: .provider
    case .hardwareSupply, .energySupply: .supplier
    case .license: .licensor
    case .equityInvestment: .investee
    case .acquisition: .seller
    case .partnership, .jointVenture: .partner
    case .infrastructure: .builder
    case .debtFinancing: .lender
    case .publicOffering: .issuer
    }
  }

  private func isSingle(_ role: Role, in type: DealType) -> Bool {
    switch role {
    case .investee, .acquirer, .borrower: true
    default: false
    }
  }

  private func wordsAllow(_ event: Event, _ frame: Frame, _ near: [Int], _ sentence: Sentence, _ document: LinkedDocument) -> Bool {
    let joined = event.words.joined()
    for need in frame.needs {
      switch need {
      case .word(let any): if !any.contains(where: { joined.holds($0) }) { return false }
      case .goods(let any):
        let isTold = any.contains { joined.holds($0) }
        let isNamed = near.contains { document.mentions[$0].type == .chip } || document.quantities(in: sentence.span).contains { isChipCount(document.quantities[$0]) }
        if !isTold, !isNamed { return false }
      case .place: if !event.hasPlace { return false }
      case .with(let marker): if !event.arguments.contains(where: { ($0.marker == marker || $0.marker == .no) && !$0.parties.isEmpty }) { return false }
      case .together:
        if event.isModifier || Set(event.arguments.filter { !$0.parties.isEmpty }.map(\.marker)).count > 1 { return false }
      case .marker(let marker): if event.marker != marker { return false }
      case .standing: if !event.isProgressive, !rules.words["business_words"].contains(where: { joined.holds($0) }) { return false }
      case .noCompany(let marker):
        if event.arguments.contains(where: { argument in argument.marker == marker && argument.parties.contains { !$0.isUnknown } }) { return false }
      case .object(let any): if !any.contains(where: { event.object.holds($0) }) { return false }
      case .company(let marker): if !event.arguments.contains(where: { $0.marker == marker }) { return false }
      case .notObject(let none): if none.contains(where: { event.object.holds($0) }) { return false }
      case .without(let none): if none.contains(where: { joined.holds($0) }) { return false }
      default: break
      }
    }
    return true
  }

  private func meetsPartyNeeds(_ claim: RawClaim) -> Bool {
    for case .parties(let count) in claim.frame.needs {
      if claim.companySet.count < count { return false }
      // Buying from somebody buys nobody.
      if claim.type == .acquisition, !claim.parties.contains(where: { $0.role == .target }) { return false }
      // 「甲社が新会社「丙社」を設立」: a subsidiary, unless somebody founds it with 甲社.
      if claim.type == .jointVenture, Set(claim.companies(in: .partner)).count < 2 { return false }
      // Two investors are no investment yet: both sides must be there.
      if ![.partnership, .jointVenture, .infrastructure].contains(claim.type), Set(claim.parties.map(\.role)).count < 2 { return false }
    }
    return true
  }

  private func meetsNeeds(_ claim: RawClaim, _ document: LinkedDocument) -> Bool {
    // 「甲社や乙社といった新興企業が巨額の調達に成功している」: a round has one receiver; many without a sum or a giver are a trend.
    if claim.type == .equityInvestment, claim.amounts.isEmpty, claim.companies(in: .investor).isEmpty, Set(claim.companies(in: .investee)).count > 1 { return false }
    for need in claim.frame.needs {
      switch need {
      case .amount: if claim.amounts.isEmpty { return false }
      case .size: if claim.amounts.isEmpty && claim.stake == nil && claim.capacities.isEmpty { return false }
      case .parties, .round, .topic, .about, .names, .noCompany, .pair, .place, .explicit, .goods, .joins, .product, .cloud, .marker, .use, .standing, .noSum, .sides, .company, .with, .together: break
      case .word, .without, .notObject, .object: break
      }
    }
    return true
  }

  /// 乙社や丙社と提携: two deals of one sentence; 乙社と丙社と共同で: one.
  private func separated(_ claim: RawClaim) -> [RawClaim] {
    // 「乙社、丙社と共同で」: all of them together.
    if claim.frame.id == "ja.jointly" || claim.isJoint { return [claim] }
    for role in claim.type.roles where separates(role, in: claim.type) {
      // 「甲社と乙社が相次いで上場」: nobody goes public together.
      let members = claim.parties.filter { $0.role == role && ($0.reference.isListedApart || role == .issuer) }
      guard members.count > 1 else { continue }
      let rest = claim.parties.filter { party in !members.contains { $0.reference.company == party.reference.company } }
      guard !rest.isEmpty || role == .target || role == .issuer || role == .borrower || role == .investee else { continue }
      return members.map { member in
        var single = claim
        single.parties = rest + [member]
        return single
      }
    }
    return [claim]
  }

  private func separates(_ role: Role, in type: DealType) -> Bool {
    switch role {
    case .customer, .provider, .supplier, .licensee, .licensor, .investee, .target, .borrower, .issuer: true
    case .partner: type == .partnership
    case .investor, .acquirer, .seller, .venture, .builder, .financier, .lender: false
    }
  }

  // MARK: What it is about

  private func entities(near event: Event, _ competitors: Int, _ sentence: Sentence, _ placement: [Int: Int], _ document: LinkedDocument) -> [Int] {
    document.mentions(in: sentence.span).filter { mention in
      if competitors == 1 { return true }
      guard let phrase = placement[mention] else { return false }
      return event.scope[phrase] != nil
    }
  }

  private func attachEntities(
    _ claim: inout RawClaim, _ event: Event, _ competitors: Int, _ sentence: Sentence, _ placement: [Int: Int], _ document: LinkedDocument
  ) {
    for index in entities(near: event, competitors, sentence, placement, document) {
      let mention = document.mentions[index]
      switch mention.type {
      case .chip: if !claim.chips.contains(where: { $0.id == mention.id }) { claim.chips.append((mention.id, mention.span)) }
      case .model: if !claim.models.contains(where: { $0.id == mention.id }) { claim.models.append((mention.id, mention.span)) }
      case .product: if !claim.products.contains(where: { $0.id == mention.id }) { claim.products.append((mention.id, mention.span)) }
      case .company, .person: break
      }
    }
  }
}
