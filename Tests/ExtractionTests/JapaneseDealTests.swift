import Facts
import Testing

@MainActor
@Suite("Japanese deals")
struct JapaneseDealTests {
  @Test(
    "Who acts stands in the headline, not in the sentence before",
    arguments: [
      ("Googleは新しいモデルを発表した。Anthropicが開発者向けツール開発の「ソラノート」を買収した。", "acquisition announced acquirer=anthropic target=new:ソラノート"),
      ("Googleは新しいモデルを発表した。NVIDIAが出資のOpenAIは新しい拠点を公開した。", "equity_investment announced investee=openai investor=nvidia"),
    ])
  func actors(text: String, deal: String) throws {
    #expect(try FactReading.deals(text, .ja) == [deal])
  }

  @Test("A trend of a trade, and how a contract is met, are no deals of their own")
  func noDeals() throws {
    #expect(try FactReading.deals("アリババ、テンセントといった巨人も、MiniMaxやZhipu AIといった若い会社も、多くの資金を調達している。", .ja) == [])
    #expect(try FactReading.deals("ソニーは新会社「ソラノート」を設立した。", .ja) == [])
    let deals = try FactReading.facts("OpenAIはAWSと7年間で380億ドルのクラウド契約を結んだ。\nAWSは専用のクラスターを構築して、速い応答を約束する。", .ja).deals
    #expect(deals.map(\.type) == [.cloudCompute])
    // 7年間で is the term of the sum, not its rate.
    #expect(deals.first?.amount?.period == nil)
  }
}
