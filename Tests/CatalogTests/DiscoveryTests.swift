import Facts
import Testing

@testable import Catalog

@Suite struct DiscoveryTests {
  @Test(
    arguments: [
      ("株式会社ソラノミライが受注した。", "ソラノミライ"),
      ("ソラノミライ株式会社が受注した。", "ソラノミライ"),
      ("米Zolvantが受注した。", "Zolvant"),
      ("ソラノミライ社が受注した。", "ソラノミライ"),
      ("スタートアップのゾルバントが受注した。", "ゾルバント"),
      ("ゾルバント（東京都港区）が受注した。", "ゾルバント"),
      ("海野山証券が受注した。", "海野山証券"),
      ("ゾルバント大学と研究する。", "ゾルバント大学"),
    ])
  func `an organization is found by its form`(text: String, name: String) throws {
    #expect(try links(text) == ["\(name)=company:new:\(name)"])
  }

  @Test(
    arguments: [
      ("The round was led by Zolvant Capital.", "Zolvant Capital"),
      ("She works at the startup Zolvant.", "Zolvant"),
      ("Zolvant, a startup in Lisbon, builds robots.", "Zolvant"),
      ("He studied at the University of Zolvania.", "University of Zolvania"),
    ])
  func `an English organization is found by its form`(text: String, name: String) throws {
    #expect(try links(text, .en).contains("\(name)=company:new:\(name)"))
  }

  @Test func `a Chinese fund and firm are found by their form`() throws {
    #expect(try links("本轮由海云资本领投。", .zh) == ["海云资本=company:new:海云资本"])
    #expect(try links("深圳海云智造有限公司成立。", .zh) == ["深圳海云智造有限公司=company:new:深圳海云智造有限公司"])
  }

  @Test(
    arguments: [
      ("アリス・ゾルベル氏が語る。", "アリス・ゾルベル"), ("山本花子氏が語る。", "山本花子"), ("社長の山本花子がうなずく。", "山本花子"), ("山本花子CEOが語る。", "山本花子"),
      ("浅野さとし氏が描く。", "浅野さとし"), ("Zoe Veltmann氏が語る。", "Zoe Veltmann"),
    ])
  func `a person is found by title and shape`(text: String, name: String) throws {
    #expect(try links(text) == ["\(name)=person:new:\(name)"])
  }

  @Test func `a person is found in English and Chinese`() throws {
    #expect(try links("“No,” said Alice Zolbel, CEO of the club.", .en).contains("Alice Zolbel=person:new:Alice Zolbel"))
    #expect(try links("创始人王海芳表示，产品很好。", .zh) == ["王海芳=person:new:王海芳"])
  }

  @Test(
    arguments: [
      "同社は両社と各社に伝えた。", "同氏と両氏、各氏が集まった。", "ユーザーさんとエンジニア氏名。", "携帯電話会社と大手銀行、地方裁判所。", "国立大学と総合研究所。", "スタートアップのエンジニアが集う。", "米メディアと米政府機関誌。",
      "調査「生成AIの利用実態」を公表した。", "サービス「使い方を学ぶ」を見た。", "企業のコンプライアンスリスクを調べた。",
    ])
  func `generic words are never names`(text: String) throws {
    #expect(try mentions(text).filter(\.isDiscovered) == [])
  }

  @Test func `a product is found in quotation marks beside its kind`() throws {
    #expect(try links("新サービス「ゾルノート」を始めた。") == ["ゾルノート=product:new:ゾルノート"])
    #expect(try links("新モデル「Zolvan-9」を始めた。") == ["Zolvan-9=model:new:Zolvan-9"])
  }

  @Test(
    arguments: [
      ("ゾルバン半導体が180億円を調達した。", "ゾルバン半導体"), ("ゾルバンAIとソラノ翻訳は提携した。", "ゾルバンAI"), ("子会社のソラノクラウドを通じて行う。", "ソラノクラウド"),
      ("広島県は新しい制度を導入した。", "広島県"), ("海山ベンチャーズが参加した。", "海山ベンチャーズ"),
    ])
  func `a coined word with its trade and a public body that acts are organizations`(text: String, name: String) throws {
    #expect(try links(text).contains("\(name)=company:new:\(name)"))
  }

  @Test(
    arguments: [
      "パワー半導体が量産に入った。", "フィジカルAIは投資を集める。", "プライベートクラウドを契約した。", "広島県に工場を置く。", "市町村は発表した。", "ゾルバンAIを学んだ。", "「AIシステム」を導入した。", "モデル「V1」を公開した。", "LLMフレームワークを選ぶ。",
    ])
  func `kinds of a trade, places and bare kinds are none`(text: String) throws {
    #expect(try mentions(text).filter(\.isDiscovered) == [])
  }

  @Test(
    arguments: [
      ("「防災被害予測マップ」を公開した。", "防災被害予測マップ"), ("新機能「Email Helper」を披露した。", "Email Helper"), ("議事録ツールのZolnoteを使う。", "Zolnote"),
      ("Zolvaフレームワークで書く。", "Zolva"), ("Microsoftの「ゾルノート」は速い。", "ゾルノート"), ("相談役の「AI海山さん」と語る。", "AI海山さん"),
    ])
  func `a product is found by its kind, its maker and what is done with it`(text: String, name: String) throws {
    #expect(try links(text).contains("\(name)=product:new:\(name)"))
  }

  @Test func `a house's name goes on to the words of funds`() throws {
    #expect(try links("KDDIベンチャー・グロース・インベストメンツが出資した。").contains { $0.hasPrefix("KDDIベンチャー・グロース・インベストメンツ=company:new:") })
  }

  @Test func `a Chinese firm is found by its trade where it acts`() throws {
    #expect(try links("蓝川智能宣布完成融资。", .zh) == ["蓝川智能=company:new:蓝川智能"])
    #expect(try links("人工智能表示一种技术。", .zh).isEmpty)
  }

  @Test func `the maker before its chip is named too`() throws {
    #expect(try links("They bought Nvidia GB300 racks.", .en) == ["Nvidia=company:nvidia", "GB300=chip:gb300"])
  }

  @Test func `a surname alone is its holder`() throws {
    let ids = try mentions("サム・アルトマン氏が来た。アルトマン氏は語った。").map(\.id)
    #expect(ids == ["sam-altman", "sam-altman"])
    let fresh = try mentions("アリス・ゾルベル氏が来た。ゾルベル氏は語った。").map(\.id)
    #expect(fresh == ["new:アリス・ゾルベル", "new:アリス・ゾルベル"])
  }

  @Test func `an abbreviation in parentheses is its name`() throws {
    let ids = try mentions("東京海野研究所（TKGX）が発足した。TKGXは京都に置く。").map(\.id)
    #expect(ids == ["new:東京海野研究所", "new:東京海野研究所", "new:東京海野研究所"])
  }

  @Test func `mentions are ordered and apart`() throws {
    let mentions = try mentions("株式会社ソラノミライはOpenAIのGPT-9やNVIDIAのH100を使う。社長の山本花子氏とサム・アルトマン氏が「ゾルノート」を発表した。")
    for (left, right) in zip(mentions, mentions.dropFirst()) { #expect(left.folded.end <= right.folded.start) }
    #expect(mentions.count >= 6)
  }
}
