import Facts
import Language

/// The parts of people's names in one text, so that a surname alone finds its holder: `アルトマン氏` after `サム・アルトマン`.
struct PersonNames {
  private var holders: [String: Mention] = [:]

  init(_ people: [Mention]) {
    for person in people {
      let name = FoldedText.fold(person.name)
      for part in name.split(whereSeparator: { $0 == " " || $0 == "・" || $0 == "·" || $0 == "=" }) where part.utf8.count >= 2 && part.utf8.count < name.utf8.count {
        let key = String(part)
        if holders[key] == nil { holders[key] = person }
      }
    }
  }

  func holder(of name: String) -> Mention? { holders[name] }
}
