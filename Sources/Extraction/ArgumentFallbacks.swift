import Catalog
import Facts
import Language

/// Who fills a side that the clause of an event leaves out: an officer, the topic of the clause, the headline, the text.
extension ArgumentGatherer {
  /// Companies that a missing party may be: topics of the clauses before this one, then the article's.
  ///
  /// 「甲社は資金を調達し、乙社が出資した」: 甲社 for the investment. None where the event lies in a clause about another noun.
  func fallbacks(topics: [PartyReference], isNoun: Bool) -> [PartyReference] {
    if let predicate = parsed.phrases[phrase].predicate, predicate.form == .adnominal, !leadsToFormalNoun(phrase) {
      // 「乙社と共同開発した端末」: with the company that the text is about, where nobody else is named.
      let isJoint = !arguments.isEmpty && arguments.allSatisfy { [.to, .tomoni].contains($0.marker) && $0.path == .direct }
      return isJoint ? fromDiscourse(topics) : []
    }
    if isNoun, phrase != parsed.phrases.count - 1, parsed.phrases[phrase].predicate == nil {
      // A noun in passing (「上場を控え」) has no subject of its own; one that a support verb carries has.
      if chain.first.map(isSupported) != true {
        let opening = headlineTopic()
        // 「甲社との提携を含む」 in an article on 乙社: with somebody one deals oneself.
        let hasCounterpart = arguments.contains { $0.path == .noun && [.to, .tomoni].contains($0.marker) }
        if !opening.isEmpty || !hasCounterpart {
          if !opening.isEmpty { return opening }
          let topic = clauseTopic()
          return topic.isEmpty ? executives() : topic
        }
      }
    }
    var result: [PartyReference] = []
    var lastTopic = -1
    func collect(_ range: Range<Int>) {
      for index in range where index != phrase {
        guard phraseParties[index].isHead, [.ha, .mo].contains(phraseParties[index].marker) || (phraseParties[index].marker == .none && index == 0 && parsed.phrases[index].isPaused)
        else { continue }
        lastTopic = index
        for party in phraseParties[index].parties where !result.contains(where: { $0.company == party.company }) { result.append(party) }
      }
    }
    collect(0..<phrase)
    // 「乙社とも提携しており、甲社は急ぐ」: the topic may follow.
    if result.isEmpty, parsed.phrases[phrase].predicate?.form == .continuative || chain.contains(where: { parsed.phrases[$0].predicate?.form == .continuative }) {
      collect(phrase..<parsed.phrases.count)
    }
    if result.isEmpty, isNoun { result = executives() }
    // 「甲社は…だが、乙社の社長は丙社との契約を…」: whose officer speaks last.
    if isNoun, !result.isEmpty, let officer = executive(), officer > lastTopic { result = executives() }
    if !result.isEmpty { return result + oblique() }
    // Another subject stands there: it is not the topic that acts.
    let governors = [phrase] + chain
    for child in parsed.phrases.indices where isSubject(phraseParties[child].marker) && !governors.contains(child) && !phraseParties[child].isHead
      && ![.dependentNoun, .adverbialNoun].contains(parsed.tokens[parsed.phrases[child].head].partOfSpeech)
    {
      if let parent = phraseParties[child].parent, governors.contains(parent) { return [] }
    }
    return fromDiscourse(topics)
  }

  private func fromDiscourse(_ topics: [PartyReference]) -> [PartyReference] {
    topics.map { topic in
      var topic = topic
      topic.isFromDiscourse = true
      return topic
    }
  }

  private func isOfficer(_ index: Int) -> Bool {
    phraseParties[index].namesPerson || parsed.phrases[index].tokens.contains { rules.words["officer_words"].contains(parsed.tokens[$0].surface) }
  }

  /// The last phrase before the event that is an officer of a company.
  private func executive() -> Int? {
    parsed.phrases.indices.last { index in
      index < phrase && parsed.phrases[index].marker == .ha && !phraseParties[index].isHead && isOfficer(index)
    }
  }

  /// 「甲社の某CEOは、乙社への出資について述べた」: whose officer speaks of it.
  private func executives() -> [PartyReference] {
    for index in parsed.phrases.indices.reversed() where index < phrase && [.ha, .ga].contains(parsed.phrases[index].marker) && !phraseParties[index].isHead {
      guard isOfficer(index), parsed.phrases[index].marker == .ha || parsed.phrases[index].parent.flatMap({ parsed.phrases[$0].predicate }).map({ $0.form != .adnominal }) ?? false else { continue }
      if let own = phraseParties[index].parties.first { return [own] }
      // 甲社の開発部門の幹部が: over the の between them.
      var described = index
      for _ in 0..<3 {
        guard let child = parsed.children[described].last(where: { parsed.phrases[$0].isAdnominal && parsed.phrases[$0].marker == .no }) else { break }
        if phraseParties[child].isHead, let company = phraseParties[child].parties.first { return [company] }
        described = child
      }
      if parsed.phrases[index].marker == .ha, let employer = phraseParties[index].employer { return [employer] }
    }
    return []
  }

  /// 「甲社は乙社の買収や丙社の開発で…」: the topic of the sentence before the noun.
  private func clauseTopic() -> [PartyReference] {
    // 「上場に関する開示」 of somebody is not his own.
    guard parsed.phrases[phrase].marker != .nitsuite else { return [] }
    for index in parsed.phrases.indices.reversed() where index < phrase && phraseParties[index].marker == .ha && phraseParties[index].isHead {
      return phraseParties[index].parties.count == 1 ? phraseParties[index].parties : []
    }
    return []
  }

  /// 「甲社、乙社への10億ドル投資は一時的」: a headline's opening is the actor of what it is about.
  private func headlineTopic() -> [PartyReference] {
    guard parsed.sentence.isUnterminated, phrase > 0, parsed.phrases[0].isPaused, phraseParties[0].marker == .none, phraseParties[0].isHead,
      [.ha, .ga, .wo, .mo].contains(parsed.phrases[phrase].marker)
    else { return [] }
    return phraseParties[0].parties
  }

  /// 「甲社は乙社に出資し、クラウドを提供する」: 乙社 serves both predicates.
  private func oblique() -> [PartyReference] {
    var result: [PartyReference] = []
    for index in parsed.phrases.indices where index < phrase && [.ni, .to].contains(phraseParties[index].marker) && phraseParties[index].isHead {
      guard let parent = phraseParties[index].parent, parent < phrase, parsed.phrases[parent].predicate?.form == .continuative else { continue }
      for var party in phraseParties[index].parties {
        party.isOblique = true
        result.append(party)
      }
    }
    return result
  }

  private func isSupported(_ governor: Int) -> Bool {
    if let predicate = parsed.phrases[governor].predicate, rules.cues.verb(predicate.lemma) != nil { return true }
    return rules.cues.noun(heading: governor, of: parsed) != nil || governor == parsed.phrases.count - 1
  }

  /// 出資しているという話: the noun after the clause carries it on.
  private func leadsToFormalNoun(_ index: Int) -> Bool {
    guard let head = parsed.phrases[index].parent else { return false }
    return !phraseParties[head].isHead && (rules.cues.noun(heading: head, of: parsed) != nil || rules.words["carrier_nouns"].contains(parsed.head(head)))
  }

  func isSubject(_ marker: CaseMarker) -> Bool { marker == .ga || marker == .ha || marker == .mo }
}
