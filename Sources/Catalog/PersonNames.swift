import Facts
import Language

/// The parts of people's names in one text, so that a surname alone finds its holder: `アルトマン氏` after `サム・アルトマン`.
struct PersonNames {
  private var holders: [String: Mention] = [:]

  init(_ people: [Mention], _ catalog: Catalog) {
    for person in people {
      var names = [person.name]
      if let row = catalog.person(person.id) { names += [row.nameEN] + [row.nameJA, row.nameZH].compactMap { $0 } }
      for name in names.map(FoldedText.fold) {
        var parts = name.split(whereSeparator: { $0 == " " || $0 == "・" || $0 == "·" || $0 == "=" || $0 == "\"" }).map(String.init)
        let scalars = Array(name.unicodeScalars)
        let surname = catalog.lexicon.surnameLength(scalars, chinese: false)
        if surname >= 2 { parts.append(String(String.UnicodeScalarView(scalars[..<surname]))) }
        for part in parts where part.utf8.count >= 3 && part.utf8.count < name.utf8.count && holders[part] == nil { holders[part] = person }
      }
    }
  }

  func holder(of name: String) -> Mention? { holders[name] }
}
