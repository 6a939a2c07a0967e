import Facts
import Foundation

/// What the catalogue knows of names and houses, so that ids and names that mean the same compare equal.
///
/// Example: a predicted party `google-cloud` is right where the gold says `alphabet`, and the entity `new:ソニー銀`
/// is met by one whose name is `ソニー銀`.
struct EvaluationReference {
  private let parent: [String: String]
  private let companies: Set<String>
  private let idsByAlias: [NameKey: Set<String>]
  private let aliasesByID: [NameKey: Set<String>]

  private struct NameKey: Hashable {
    let type: EntityType
    let text: String
  }

  /// Without rows, only equal ids and equal names are the same.
  init(companies: [(id: String, parent: String?)] = [], aliases: [(type: EntityType, id: String, alias: String)] = []) {
    var parent: [String: String] = [:]
    for company in companies { parent[company.id] = company.parent }
    self.parent = parent
    self.companies = Set(companies.map(\.id))
    var ids: [NameKey: Set<String>] = [:]
    var names: [NameKey: Set<String>] = [:]
    for row in aliases {
      let name = foldedName(row.alias)
      ids[NameKey(type: row.type, text: name), default: []].insert(row.id)
      names[NameKey(type: row.type, text: row.id), default: []].insert(name)
    }
    idsByAlias = ids
    aliasesByID = names
  }

  func isSame(_ type: EntityType, gold: String, id: String, name: String) -> Bool {
    if gold == id { return true }
    if let surface = newName(gold) {
      let wanted = foldedName(surface)
      return wanted == foldedName(name) || wanted == foldedName(newName(id) ?? id)
    }
    return idsByAlias[NameKey(type: type, text: foldedName(name))]?.contains(gold) == true && !companies.contains(id)
  }

  /// Whether one of the folded names stands for the gold entity, whatever its kind: GitHub, Kimi, Cursor.
  func isSameName(_ type: EntityType, gold: String, names: Set<String>) -> Bool {
    var own: Set<String>
    if let surface = newName(gold) {
      own = [foldedName(surface)]
    } else {
      own = aliasesByID[NameKey(type: type, text: gold)] ?? []
      own.insert(foldedName(gold))
    }
    return !own.isDisjoint(with: names)
  }

  /// A company as parties and subjects compare: its house, or the folded name of one that the catalogue lacks.
  func companyKey(_ id: String) -> String {
    newName(id).map { "new:" + foldedName($0) } ?? house(id)
  }

  /// AWS → Amazon, Google Cloud → Alphabet; SoftBank, xAI, YouTube stay themselves.
  private func house(_ id: String) -> String {
    var current = id
    for _ in 0..<8 {
      guard let next = Self.unitsUnderAnotherName[current] ?? parent[current],
        Self.unitsUnderAnotherName[current] != nil || current.hasPrefix(next + "-")
      else { return current }
      current = next
    }
    return current
  }

  private static let unitsUnderAnotherName = [
    "aws": "amazon", "google": "alphabet", "facebook": "meta", "volcano-engine": "bytedance", "qwen-team": "alibaba-cloud",
  ]
}

/// Width, case, punctuation and spaces do not tell names apart: letters and numbers of the case-folded NFKC form.
func foldedName(_ text: String) -> String {
  var result = ""
  let compatible = text.precomposedStringWithCompatibilityMapping.lowercased().replacing("ß", with: "ss")
  for scalar in compatible.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber:
      result.unicodeScalars.append(scalar)
    default: continue
    }
  }
  return result
}

private func newName(_ id: String) -> String? {
  id.hasPrefix("new:") ? String(id.dropFirst(4)) : nil
}
