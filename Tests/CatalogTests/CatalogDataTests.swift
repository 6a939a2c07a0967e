import Facts
import Foundation
import Language
import Testing

@testable import Catalog

@Suite struct CatalogDataTests {
  @Test func `the catalogue has no finding of its own lint`() throws {
    #expect(try CatalogLint().findings().map(\.description) == [])
  }

  @Test func `an overlay adds a name and withdraws one without a rebuild`() throws {
    let folder = try Overlay([
      "companies.csv": header.companies + "zolvant,Zolvant,ゾルバント,,startup,JP,,,,,\n",
      "aliases.csv": header.aliases + "company,zolvant,ゾルバント,ja,\ncompany,openai,OpenAI,any,off\n",
    ])
    let catalog = try Catalog(overlay: folder.url)
    let linked = EntityLinker(catalog).link(FoldedText("ゾルバントとOpenAIが会う。"), blocks: [], language: .ja)
    #expect(linked.mentions.first?.id == "zolvant")
    #expect(!linked.mentions.contains { $0.id == "openai" })
    #expect(catalog.version != (try sharedCatalog.get().version))
  }

  @Test(
    arguments: [
      ("aliases.csv", "company,no-such-id,ソラ,ja,\n", 2, "no-such-id"),
      ("aliases.csv", "company,openai,ソラ\n", 2, "3 fields instead of 5"),
      ("aliases.csv", "company,openai,ソラ,ja,perhaps\n", 2, "perhaps"),
      ("companies.csv", "openai,OpenAI,,,ai_lab,US,microsoft,,,,\nmicrosoft,Microsoft,,,big_tech,US,openai,,,,\n", 2, "circle"),
      ("companies.csv", "Ünknown,X,,,startup,,,,,,\n", 2, "no id"),
      ("models.csv", "zol-1,Zol-1,,,nobody-known,,llm,,,\n", 2, "nobody-known"),
      ("companies.csv", "sola,\"Sola,,,startup,,,,,,\n", 2, "never ends"),
      ("sales.csv", "nobody-known,chip\n", 2, "nobody-known"),
      ("sales.csv", "openai,apples\n", 2, "apples"),
    ])
  func `wrong data names file, line and remedy`(file: String, rows: String, line: Int, word: String) throws {
    let headers = ["aliases.csv": header.aliases, "companies.csv": header.companies, "models.csv": header.models, "sales.csv": "company_id,sells\n"]
    let folder = try Overlay([file: (headers[file] ?? "") + rows])
    let error = try #require(throws: CatalogError.self) { try Catalog(overlay: folder.url) }
    #expect(error.file.hasSuffix(file))
    #expect(error.line == line)
    #expect(error.description.contains(word))
    #expect(!error.remedy.isEmpty)
  }

  @Test func `search finds by any spelling`() throws {
    let hits = try CatalogSearch().hits("サムアルトマン")
    #expect(hits.first?.id == "sam-altman")
    #expect(hits.first?.isExact == true)
  }

  @Test func `proposed rows load as an overlay`() throws {
    let catalog = try sharedCatalog.get()
    let text = FoldedText("株式会社ソラ・ノ・ミライは新モデル「Zolvan-9」とQwen9-Maxを使う。")
    var proposal = CatalogProposal()
    proposal.add(EntityLinker(catalog).link(text, blocks: [], language: .ja)) { _ in "" }
    let candidates = proposal.ranked()
    #expect(candidates.count == 3)
    let rows = CatalogProposal.rows(candidates, taken: catalog)
    let folder = try Overlay(Dictionary(uniqueKeysWithValues: rows.map { ($0.file, $0.text) }))
    let extended = EntityLinker(try Catalog(overlay: folder.url)).link(text, blocks: [], language: .ja)
    #expect(extended.mentions.allSatisfy { !$0.isDiscovered })
  }

  @Test func `folding for matching keeps what it maps`() throws {
    let hanzi = try sharedCatalog.get().hanzi
    func symbols(_ text: String) -> [UInt16] { MatchingText(folding: text, hanzi: hanzi).symbols }
    #expect(symbols("ヴァイオ") == symbols("バイオ"))
    #expect(symbols("キヤノン") == symbols("キャノン"))
    #expect(symbols("騰訊") == symbols("腾讯"))
    #expect(symbols("Nestlé") == symbols("nestle"))
    #expect(symbols("GPT-4") == symbols("gpt 4"))
    #expect(symbols("a  b") != symbols("ab"))
  }
}

private let header = (
  companies: "id,name_en,name_ja,name_zh,kind,country,parent_id,founded,ticker,website,wikidata\n",
  aliases: "entity_type,entity_id,alias,lang,flag\n",
  models: "id,name,family,version,developer_id,first_release,kind,open_weights,parameters,notes\n"
)

/// A folder of files that is gone when the test is.
private final class Overlay {
  let url: URL

  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("kawaraban-catalog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: url.appendingPathComponent(name)) }
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { Issue.record(error) }
  }
}
