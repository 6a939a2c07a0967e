import Facts
import Language

/// Gathers who stands in which place of an event, to the right of its verb or noun.
extension EnglishEventFinder {
  struct Gatherer {
    let finder: EnglishEventFinder
    var arguments: [Argument] = []
    var scope: [Int: Int] = [:]

    init(finder: EnglishEventFinder) { self.finder = finder }

    mutating func add(_ parties: [PartyReference], _ marker: CaseMarker, _ path: ArgumentPath, phrase: Int) {
      guard !parties.isEmpty else { return }
      arguments.append(Argument(marker: marker, parties: parties, path: path, phrase: phrase))
    }

    /// Objects and prepositions behind a verb or an event noun, to the end of its clause.
    mutating func walkRight(from start: Int, path: ArgumentPath, takesObject: Bool) {
      let phrases = finder.parsed.phrases
      var index = start + 1
      var distance = 1
      var needsObject = takesObject
      var isLinked = false
      while index < phrases.count {
        let phrase = phrases[index]
        switch phrase.kind {
        case .nominal:
          if phrase.isTemporal || phrase.isPossessive {
            scope[index] = scope[index] ?? distance
            index += 1
            continue
          }
          // bought Acme-backed Bolt: Bolt is bought.
          if index + 1 < phrases.count, phrases[index + 1].isParticiple, finder.parties.attached(to: index + 1) != nil {
            index += 2
            continue
          }
          let marker: CaseMarker
          if let preposition = phrase.preposition {
            marker = isLinked && preposition == "by" ? .kara : Self.marker(preposition)
          } else if isLinked, phrases[index - 1].kind == .verbal {
            marker = .kara
          } else if needsObject {
            marker = .wo
            needsObject = false
          } else if phrases[index - 1].kind == .comma, finder.parties.isApposition(index) {
            index += 1
            continue
          } else if index + 1 < phrases.count, phrases[index + 1].isFinite {
            return
          } else {
            // Acme pays Bolt $3bn: a bare figure goes with the verb.
            scope[index] = scope[index] ?? distance
            index += 1
            continue
          }
          let members = finder.parties.list(from: index)
          add(finder.counterparts(of: index, members.count, marker, from: start), marker, path, phrase: index)
          if marker == .wo || marker == .no || path == .noun || ["spend", "power"].contains(phrases[start].lemma), finder.parties.heads(index).isEmpty { add(finder.makers(of: index), .yori, path, phrase: index) }
          for member in index...(members.last ?? index) { scope[member] = min(scope[member] ?? 9, distance) }
          distance = min(distance + 1, 8)
          index = (members.last ?? index) + 1
        case .comma:
          guard index + 1 < phrases.count else { return }
          let next = phrases[index + 1]
          let goesOn =
            (next.kind == .nominal && (next.preposition != nil || next.isTemporal || finder.parties.isApposition(index + 1)))
            || next.kind == .comma || (next.kind == .verbal && isLink(next))
          guard goesOn else { return }
          index += 1
        case .conjunction:
          guard index + 1 < phrases.count else { return }
          let next = phrases[index + 1]
          guard next.kind == .nominal && next.preposition != nil || (next.kind == .verbal && isLink(next)) else { return }
          index += 1
        case .verbal:
          guard isLink(phrase) else {
            // an agreement to supply, a deal valued at: its figures may still belong.
            if phrase.isInfinitive || phrase.isGerund || phrase.isParticiple { extend(from: index, distance: distance) }
            return
          }
          isLinked = true
          scope[index] = distance
          index += 1
        case .relative:
          extend(from: index, distance: distance + 1)
          return
        case .subordinator:
          // selected Acme as its cloud provider: what it is selected for.
          if phrase.lemma == "as", index + 1 < phrases.count, phrases[index + 1].kind == .nominal, index + 2 == phrases.count || !phrases[index + 2].isFinite { scope[index + 1] = distance }
          return
        case .breaker: return
        }
      }
    }

    /// `led by`, `with participation from`.
    private func isLink(_ phrase: EnglishPhrase) -> Bool {
      (phrase.isParticiple || phrase.isGerund) && ["lead", "co-lead", "back", "anchor", "include", "join"].contains(phrase.lemma)
    }

    private mutating func extend(from start: Int, distance: Int) {
      var distance = distance + 1
      for index in start..<finder.parsed.phrases.count {
        let kind = finder.parsed.phrases[index].kind
        if kind == .breaker || kind == .subordinator || (kind == .conjunction && index + 1 < finder.parsed.phrases.count && finder.parsed.phrases[index + 1].isFinite) { return }
        scope[index] = min(scope[index] ?? 9, distance)
        distance = min(distance + 1, 9)
      }
    }

    static func marker(_ preposition: String) -> CaseMarker {
      switch preposition {
      case "with": .to
      case "between", "among": .tomoni
      case "alongside": .tomoni
      case "in", "into", "to", "toward", "towards": .ni
      case "from", "including": .kara
      case "by": .niyoru
      case "of": .no
      case "for", "against": .nitaishi
      case "about", "over", "around": .nitsuite
      case "through", "via": .wotsuujite
      default: .de
      }
    }
  }
}
