public import Foundation
import Facts

/// Reads the catalogue's files with a reader's eye: what loads, but will link wrongly or not at all.
///
/// `aliases.csv:812: “Plus” is a common word without a flag; flag it ambiguous`. What does not load is a `CatalogError`.
public struct CatalogLint: Sendable {
  public struct Finding: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    public let line: Int
    public let problem: String
    public let remedy: String

    public var description: String { "\(file):\(line): \(problem); \(remedy)" }
  }

  private let overlay: URL?

  public init(overlay: URL? = nil) { self.overlay = overlay }

  public func findings() throws -> [Finding] {
    let catalog = try Catalog(overlay: overlay)
    let files = try CatalogFiles(overlay: overlay)
    let table = try AliasTable(AliasSpellings(files, hanzi: catalog.hanzi), index: catalog.index)
    var findings: [Finding] = []
    var named = [Bool](repeating: false, count: catalog.index.count)
    var groups: [[UInt16]: [Int]] = [:]
    for (position, alias) in table.aliases.enumerated() where alias.entity != Alias.nothing {
      named[Int(alias.entity)] = true
      let key = Array(table.keys[position])
      groups[key, default: []].append(position)
      if alias.flag == .none, isCommon(key, catalog.lexicon) {
        findings.append(finding(table, position, "“\(spelling(key))” is a common word without a flag", "flag it likely or ambiguous"))
      }
      if alias.flag == .none, key.count == 1 {
        findings.append(finding(table, position, "“\(spelling(key))” is a single character", "flag it ambiguous"))
      }
    }
    for (key, positions) in groups where positions.count > 1 {
      for position in positions.dropFirst() {
        let first = table.aliases[positions[0]]
        let other = table.aliases[position]
        let place = "\(table.place(positions[0]).file):\(table.place(positions[0]).line)"
        if first.entity == other.entity {
          findings.append(finding(table, position, "“\(spelling(key))” repeats \(place)", "delete one of the rows"))
        } else if first.flag == .none, other.flag == .none, catalog.index.types[Int(first.entity)] == catalog.index.types[Int(other.entity)] {
          findings.append(
            finding(table, position, "“\(spelling(key))” also names “\(catalog.index.ids[Int(first.entity)])” (\(place))", "flag both, or keep one"))
        }
      }
    }
    for entity in 0..<catalog.index.count where !named[entity] {
      findings.append(
        Finding(
          file: "aliases.csv", line: 0, problem: "\(catalog.index.types[entity].rawValue) “\(catalog.index.ids[entity])” has no alias",
          remedy: "add the spellings that texts use"))
    }
    return findings.sorted { ($0.file, $0.line, $0.problem) < ($1.file, $1.line, $1.problem) }
  }

  private func isCommon(_ key: [UInt16], _ lexicon: DiscoveryLexicon) -> Bool { lexicon.generic.contains(spelling(key)) }

  private func spelling(_ key: [UInt16]) -> String { String(decoding: key, as: UTF16.self) }

  private func finding(_ table: AliasTable, _ position: Int, _ problem: String, _ remedy: String) -> Finding {
    let (file, line) = table.place(position)
    return Finding(file: file, line: line, problem: problem, remedy: remedy)
  }
}
