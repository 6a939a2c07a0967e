import Testing

@testable import Extraction

@MainActor
@Suite("Chinese deals")
struct ChineseDealTests {
  @Test(
    "One sentence tells one deal",
    arguments: [
      ("阿里巴巴宣布以12亿美元收购MiniMax。", "acquisition announced acquirer=alibaba target=minimax 1200000000 USD"),
      ("MiniMax被阿里巴巴收购。", "acquisition announced acquirer=alibaba target=minimax"),
      ("腾讯宣布完成对MiniMax的收购。", "acquisition completed acquirer=tencent target=minimax"),
      ("腾讯向月之暗面投资3亿美元。", "equity_investment announced investee=moonshot-ai investor=tencent 300000000 USD"),
      ("月之暗面获腾讯、美团投资。", "equity_investment announced investee=moonshot-ai investor=meituan investor=tencent"),
      ("月之暗面已经接受了来自腾讯和美团的投资。", "equity_investment announced investee=moonshot-ai investor=meituan investor=tencent"),
      ("月之暗面完成5亿美元C轮融资，由阿里巴巴领投，腾讯跟投。",
        "equity_investment completed investee=moonshot-ai investor=alibaba investor=tencent 500000000 USD"),
      ("腾讯入股智谱，持股10%。", "equity_investment announced investee=zhipu-ai investor=tencent"),
      ("百度与吉利达成战略合作。", "partnership signed partner=baidu partner=geely"),
      ("字节跳动向英伟达采购10万张GPU。", "hardware_supply announced customer=bytedance supplier=nvidia"),
      ("阿里巴巴在贵州建设数据中心。", "infrastructure announced builder=alibaba"),
      ("智谱向港交所递交招股书。", "public_offering planned issuer=zhipu-ai"),
    ])
  func oneSentence(text: String, deal: String) throws {
    #expect(try FactReading.deals(text, .zh) == [deal])
  }

  @Test(
    "Status comes from the words of the clause and from who tells it",
    arguments: [
      ("腾讯计划收购MiniMax。", "planned"),
      ("腾讯正在与股东洽谈收购MiniMax。", "negotiating"),
      ("据知情人士透露，腾讯正洽谈收购MiniMax。", "rumored"),
      ("腾讯可能收购MiniMax。", "speculated"),
      ("腾讯否认收购MiniMax。", "denied"),
      ("腾讯并未收购MiniMax。", "denied"),
      ("腾讯终止收购MiniMax。", "terminated"),
    ])
  func status(text: String, status: String) throws {
    let found = try FactReading.facts(text, .zh).deals.map(\.status.rawValue)
    #expect(found == [status])
  }

  @Test(
    "What looks like a deal and is none stays out",
    arguments: [
      "如果腾讯收购MiniMax，行业格局将改变。",
      "腾讯会收购MiniMax吗？",
      "投资者等待英伟达的财报。",
      "腾讯投资总监加入月之暗面。",
      "阿里巴巴股价上涨，腾讯股价下跌。",
    ])
  func noDeal(text: String) throws {
    #expect(try FactReading.deals(text, .zh) == [])
  }
}
