public import Facts
import Foundation

/// Names that articles tell of and no row holds, gathered over many articles, as rows that a person can take over.
public struct CatalogProposal: Sendable {
  public struct Candidate: Sendable, Hashable {
    public let type: EntityType
    public let name: String
    public var suggestedID: String
    public var articles: Int
    public var mentions: Int
    public var confidence: Confidence
    public var reason: String
    /// The first place, with what stands around it.
    public var context: String
    public var maker: String?
    public var family: String?
  }

  private var candidates: [String: Candidate] = [:]

  public init() {}

  /// Adds the discovered names of one article.
  /// - Parameter context: what stands around a mention, on one line.
  public mutating func add(_ linked: LinkedText, context: (Mention) -> String) {
    var seen: Set<String> = []
    for mention in linked.mentions where mention.isDiscovered {
      let key = mention.type.rawValue + "\t" + mention.id
      let isNewArticle = seen.insert(key).inserted
      if var known = candidates[key] {
        known.mentions += 1
        if isNewArticle { known.articles += 1 }
        if mention.confidence > known.confidence {
          known.confidence = mention.confidence
          known.reason = mention.reason
        }
        candidates[key] = known
      } else {
        candidates[key] = Candidate(
          type: mention.type, name: mention.name, suggestedID: Self.id(for: mention.name), articles: 1, mentions: 1,
          confidence: mention.confidence, reason: mention.reason, context: context(mention), maker: mention.maker, family: mention.family)
      }
    }
  }

  /// Most articles first, then by kind and name: the same for the same articles in any order of equal counts.
  public func ranked(minimumArticles: Int = 1) -> [Candidate] {
    candidates.values.filter { $0.articles >= minimumArticles }.sorted {
      ($1.articles, $0.type.rawValue, $0.name) < ($0.articles, $1.type.rawValue, $1.name)
    }
  }

  /// `count` of the names, drawn by a hash of seed, kind and name: the same for the same articles, to be read and counted.
  public func sample(_ count: Int, seed: UInt64) -> [Candidate] {
    func lot(_ candidate: Candidate) -> UInt64 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
      for byte in (candidate.type.rawValue + "\t" + candidate.name).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      // FNV's upper bits hardly know the last bytes.
      hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
      return hash ^ hash >> 33
    }
    return candidates.values.map { (lot($0), $0) }.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.prefix(max(0, count)).map(\.1)
  }

  /// Rows for an overlay folder: file name → CSV with its header.
  public static func rows(_ candidates: [Candidate], taken catalog: Catalog) -> [(file: String, text: String)] {
    var lines: [String: [String]] = [:]
    var aliases = ["entity_type,entity_id,alias,lang,flag"]
    var used: Set<String> = []
    for candidate in candidates {
      var id = candidate.suggestedID
      var number = 2
      while catalog.index.number(candidate.type, id) != nil || !used.insert(candidate.type.rawValue + id).inserted {
        id = "\(candidate.suggestedID)-\(number)"
        number += 1
      }
      let name = quoted(candidate.name)
      let maker = candidate.maker ?? ""
      switch candidate.type {
      case .company: lines["companies.csv", default: ["id,name_en,name_ja,name_zh,kind,country,parent_id,founded,ticker,website,wikidata"]].append("\(id),\(name),,,other,,,,,,")
      case .model:
        let family = candidate.family.flatMap { catalog.model($0)?.family } ?? ""
        lines["models.csv", default: ["id,name,family,version,developer_id,first_release,kind,open_weights,parameters,notes"]].append("\(id),\(name),\(quoted(family)),,\(maker),,llm,,,")
      case .chip: lines["chips.csv", default: ["id,name,family,vendor_id,kind,announced,process_nm,memory_gb"]].append("\(id),\(name),,\(maker),gpu,,,")
      case .product: lines["products.csv", default: ["id,name,vendor_id,kind"]].append("\(id),\(name),\(maker),other")
      case .person: lines["people.csv", default: ["id,name_en,name_ja,name_zh,company_id,role"]].append("\(id),\(name),,,\(maker),")
      }
      aliases.append("\(candidate.type.rawValue),\(id),\(name),any,")
    }
    return lines.sorted { $0.key < $1.key }.map { ($0.key, $0.value.joined(separator: "\n") + "\n") }
      + [("aliases.csv", aliases.joined(separator: "\n") + "\n")]
  }

  /// A field of CSV.
  public static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// Lower-case letters, digits and hyphens; other scripts in Latin letters.
  private static func id(for name: String) -> String {
    let latin = (name.applyingTransform(.toLatin, reverse: false) ?? name).applyingTransform(.stripDiacritics, reverse: false) ?? name
    var id = ""
    for scalar in latin.lowercased().unicodeScalars {
      if (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) {
        id.unicodeScalars.append(scalar)
      } else if !id.isEmpty, id.utf8.last != 0x2D {
        id += "-"
      }
    }
    while id.utf8.last == 0x2D { id.removeLast() }
    return id.isEmpty ? "unnamed" : id
  }
}
