import Articles
import Catalog
import Extraction
import Facts
import Foundation
import Language
import Testing

@testable import kawaraban

/// How right the facts of the samples are. The floors in `Tests/floors.json` only rise: a change that reads worse fails,
/// one that reads better may lift them.
@Suite struct SampleAccuracyTests {
  /// F1 in thousandths by language and kind of fact, and how many traps may be told as confirmed.
  private struct Floor: Decodable {
    let entities: Int
    let dealsStrict: Int
    let dealsLenient: Int
    let amounts: Int
    let metrics: Int
    let modelFacts: Int
    let trapHits: Int

    enum CodingKeys: String, CodingKey {
      case entities, amounts, metrics
      case dealsStrict = "deals_strict"
      case dealsLenient = "deals_lenient"
      case modelFacts = "model_facts"
      case trapHits = "trap_hits"
    }
  }

  private static func read() async throws -> (gold: [GoldFacts], facts: [String: ArticleFacts], reference: EvaluationReference) {
    let kit = ExtractionKit(
      catalog: try Catalog(), rules: try RuleSet(), dictionary: try MecabModel(), selection: Selection())
    let run = ExtractionRun(
      inputs: [packagePath("samples/articles")], kit: kit, jobs: 2, stop: StopSignal(listening: false))
    var facts: [String: ArticleFacts] = [:]
    try await run.run { document in
      #expect(document.rejects.isEmpty, "\(document.rejects)")
      for extracted in document.articles { facts[stem(extracted.facts.article.uri)] = extracted.facts }
      return true
    }
    return (try GoldFacts.read(folders: [packagePath("samples/gold")]), facts, try EvaluationReference(kit.catalog))
  }

  @Test("No language reads worse than its floor")
  func floors() async throws {
    let data = try Data(contentsOf: packageRoot.appending(path: "Tests/floors.json"))
    let floors = try JSONDecoder().decode([String: Floor].self, from: data)
    let (gold, facts, reference) = try await Self.read()
    for language in ["ja", "en", "zh"] {
      let floor = try #require(floors[language])
      var evaluation = Evaluation(reference: reference)
      for article in gold where article.language.rawValue == language {
        evaluation.add(gold: article, read: facts[article.id])
      }
      let found = [
        ("entities", evaluation.allEntities.f1, floor.entities), ("deals, strict", evaluation.strictDeals.f1, floor.dealsStrict),
        ("deals, lenient", evaluation.lenientDeals.f1, floor.dealsLenient),
        ("amounts", evaluation.attributes[.amount]?.accuracy, floor.amounts), ("metrics", evaluation.metrics.f1, floor.metrics),
        ("model facts", evaluation.modelFacts.f1, floor.modelFacts),
      ]
      for (name, value, least) in found {
        #expect(Int(((value ?? 0) * 1000).rounded(.down)) >= least, "\(language) \(name)")
      }
      #expect(evaluation.trapHits <= floor.trapHits, "\(language) traps told as confirmed deals")
      #expect(evaluation.missingArticles.isEmpty)
    }
  }

  @Test("Gold facts, read as facts, are wholly right")
  func goldAgainstItself() throws {
    let gold = try GoldFacts.read(folders: [packagePath("samples/gold")])
    #expect(gold.count >= 30)
    #expect(gold.filter { $0.language == .ja }.count >= 20)
    var evaluation = Evaluation(reference: try EvaluationReference(try Catalog()))
    for article in gold { evaluation.add(gold: article, read: article.asFacts()) }
    for (name, count) in evaluation.counts {
      #expect(count.found > 0 && count.extra == 0 && count.missed == 0, "\(name) \(count)")
    }
    for (attribute, share) in evaluation.attributes { #expect(share.right == share.of, "\(attribute)") }
    #expect(evaluation.errors.isEmpty, "\(evaluation.errors)")
  }

  @Test("Every quote of the gold facts stands in its article, and every id in the catalogue")
  func goldIsSound() throws {
    let catalog = try Catalog()
    let reader = ArticleReader()
    for article in try GoldFacts.read(folders: [packagePath("samples/gold")]) {
      let path = packageRoot.appending(path: "samples/gold").appending(path: article.file).standardizedFileURL.path
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let results = reader.read(RawDocument(uri: path, bytes: bytes, hints: .init(name: path)))
      guard case .article(let read)? = results.first, results.count == 1 else {
        Issue.record("\(article.id) is not one article")
        continue
      }
      #expect(read.language == article.language)
      // Readers drop emphasis marks and tags; the words must be there.
      let text = foldedName((read.title ?? "") + read.text)
      for quote in article.deals.map(\.quote) + article.traps.map(\.quote) where !quote.isEmpty {
        #expect(text.contains(foldedName(quote)), "\(article.id): \(quote)")
      }
      for type in EntityType.allCases {
        for id in article.entities(type) where !id.hasPrefix("new:") {
          #expect(catalog.name(type, id) != nil, "\(article.id): \(type) \(id)")
        }
      }
    }
  }
}

extension GoldFacts {
  /// The gold facts as an extractor would tell them.
  fileprivate func asFacts() -> ArticleFacts {
    ArticleFacts(
      article: ArticleReference(uri: file, language: language, sha256: ""),
      extractor: ExtractorVersion(version: "", catalog: "", rules: ""),
      entities: EntityType.allCases.flatMap { type in
        entities(type).map { EntityMention(type: type, id: $0, name: $0.replacing("new:", with: ""), mentions: []) }
      },
      deals: deals.map(\.claim), modelFacts: modelFacts, metrics: metrics)
  }
}
