import Facts
import Language
import Testing

@testable import Catalog

@Suite struct PooledNamesTests {
  @Test(
    arguments: [
      ("Zolvant, an Ontario-owned streaming service, said on Monday that it is profitable. Zolvant lets users skip.", "Zolvant", EntityType.product),
      ("Veltura raised money again. The round values Veltura at $2 billion, and Veltura plans to hire.", "Veltura", .company),
      ("The reporters tried Zolpad for a week. Zolpad is a note-taking app.", "Zolpad", .product),
    ])
  func `an English name is found by all that is said around it`(text: String, name: String, type: EntityType) throws {
    let found = try mentions(text, .en).filter { $0.isDiscovered && $0.name == name }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.type == type })
  }

  @Test func `a Latin name in Chinese is found by its cues`() throws {
    let found = try mentions("招聘平台Zolrecruit宣布上市。Zolrecruit是一家成立于2010年的公司，Zolrecruit创始人很高兴。", .zh).filter(\.isDiscovered)
    #expect(found.contains { $0.id == "new:Zolrecruit" && $0.type == .company })
  }

  @Test(
    arguments: [
      ("RAG is a method. RAG helps users. We tried RAG with a tool and RAG.", ArticleLanguage.en), ("她在文章里介绍了RAG、SDK和API的用法。RAG可以用在产品里。", .zh),
      ("The team works in Gujarat. Gujarat offers land, and Gujarat plans to build.", .en), ("社内のSNSを使う。SNSのユーザーは増え、SNSを活用した。", .ja),
      ("She opened the Meeting and the Meeting.", .en), ("PostFilterを使う。PostFilterのログ。", .ja),
    ])
  func `acronyms, places and common words are no names`(text: String, language: ArticleLanguage) throws {
    #expect(try mentions(text, language).filter(\.isDiscovered).map(\.name) == [])
  }

  @Test func `a surname alone is its holder`() throws {
    let found = try mentions("The app's founder is Alice Zolbel, CEO of the club. “We grow,” Zolbel wrote in a post.", .en)
    #expect(found.filter { $0.id == "new:Alice Zolbel" }.count == 2)
  }

  @Test(
    arguments: [
      ("公司董事长兼总裁方海波签发了文件。", "方海波"), ("因个人原因，陈锋先生向公司申请辞去职务。", "陈锋"), ("王海芳说，产品很好。记者问起未来，王海芳说，不急。", "王海芳"), ("由彼得·佐贝尔创立。", "彼得·佐贝尔"),
    ])
  func `a Chinese person is found by title, address and speech`(text: String, name: String) throws {
    #expect(try mentions(text, .zh).filter { $0.isDiscovered && $0.type == .person }.map(\.name).contains(name))
  }

  @Test func `a Chinese firm without a word of a trade is found by what only firms have`() throws {
    let text = "近日，有消息称海末行启动了裁员计划。11月22日，海末行方面回应称，一切正常。"
    #expect(try mentions(text, .zh).filter { $0.type == .company }.map(\.name) == ["海末行", "海末行"])
    #expect(try mentions("大幅裁员之后，大幅裁员又来了。", .zh).filter(\.isDiscovered) == [])
  }

  @Test(
    arguments: [
      ("ゾルバン・リサーチは、株を買うと見込む。", "ゾルバン・リサーチ"), ("新サービス「Email Helper for Zoltan」を提供開始する。", "Email Helper for Zoltan"),
    ])
  func `Japanese names by their last word and by capitals`(text: String, name: String) throws {
    #expect(try mentions(text).filter(\.isDiscovered).map(\.name).contains(name))
  }

  @Test func `the network X goes by the id of its company`() throws {
    let catalog = try sharedCatalog.get()
    #expect(catalog.isReference(.product, "x-corp"))
    #expect(!catalog.isReference(.product, "league-of-legends"))
  }

  @Test func `what companies sell is a row`() throws {
    let catalog = try sharedCatalog.get()
    #expect(catalog.sells("google", "cloud") && catalog.sells("google", "chip") && catalog.sells("kepco-jp", "energy"))
    #expect(!catalog.sells("openai", "cloud"))
  }

  @Test func `a sample is the same for the same seed and another for another`() throws {
    var proposal = CatalogProposal()
    let linker = EntityLinker(try sharedCatalog.get())
    for name in ["ソラノミライ", "カゼノミライ", "ウミノミライ", "ヤマノミライ", "ホシノミライ", "ツキノミライ"] {
      proposal.add(linker.link(FoldedText("株式会社\(name)が受注した。"), blocks: [], language: .ja)) { _ in "" }
    }
    let first = proposal.sample(3, seed: 1).map(\.name)
    #expect(first.count == 3)
    #expect(proposal.sample(3, seed: 1).map(\.name) == first)
    #expect((2...9).contains { proposal.sample(3, seed: $0).map(\.name) != first })
  }

  @Test(arguments: [("name_cues.tsv: points", "en\tafter\tcompany\tmany\tceo\n"), ("name_cues.tsv: side", "en\tbeside\tcompany\t3\tceo\n")])
  func `a broken row of cues names its line`(what: String, row: String) throws {
    let error = try #require(throws: CatalogError.self) { try NameCues([CatalogFiles.File(path: "name_cues.tsv", name: "name_cues.tsv", bytes: Array(("lang\tside\tkind\tweight\tcues\n" + row).utf8))]) }
    #expect(error.line == 2 && !error.remedy.isEmpty)
  }
}

@Suite struct ChineseFormTests {
  @Test func `a quoted name behind a noun of a kind is a product`() throws {
    #expect(try mentions("公司上线了“海听问答”，还发布模型“海听七”。", .zh).filter(\.isDiscovered).map { "\($0.name) \($0.type)" } == ["海听问答 product", "海听七 model"])
    #expect(try mentions("他说这款产品“真的很好”。", .zh).filter(\.isDiscovered) == [])
  }

  @Test(arguments: ["类似大学的地方很多。", "随着资本退去，市场冷了。", "配置数据后再试。", "围绕机器人领域合作。"])
  func `common words before a kind of house are no names`(text: String) throws {
    #expect(try mentions(text, .zh).filter(\.isDiscovered).map(\.name) == [])
  }
}
