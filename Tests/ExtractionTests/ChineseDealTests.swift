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
      ("英特尔与阿里巴巴达成20万颗芯片供应协议。", "hardware_supply signed customer=alibaba supplier=intel"),
      ("百度中标中国移动算力服务器采购项目，金额约30亿元。", "cloud_compute signed customer=china-mobile provider=baidu 3000000000 CNY"),
      ("甲骨文宣布未来五年在日本投资80亿美元。", "infrastructure announced builder=oracle 8000000000 USD"),
      ("智谱完成8亿美元B轮融资，阿里巴巴和腾讯都参与了投资。",
        "equity_investment completed investee=zhipu-ai investor=alibaba investor=tencent 800000000 USD"),
      ("谷歌收购了DeepMind。", "acquisition announced acquirer=google target=google-deepmind"),
    ])
  func oneSentence(text: String, deal: String) throws {
    #expect(try FactReading.deals(text, .zh) == [deal])
  }

  @Test(
    "Names that no list holds are found by the slot that they fill",
    arguments: [
      ("青岚微光宣布完成亿元A轮融资，由海川资本、北屿创投联合领投。",
        "equity_investment completed investee=new:青岚微光 investor=new:北屿创投 investor=new:海川资本 100000000 CNY"),
      ("Quorvia获腾讯2500万美元B轮融资。", "equity_investment completed investee=new:Quorvia investor=tencent 25000000 USD"),
      ("腾讯收购了语音初创公司 Quorvia。", "acquisition announced acquirer=tencent target=new:Quorvia"),
      ("百度完成对海澜集团旗下 QX 直播的收购。", "acquisition completed acquirer=baidu seller=new:海澜集团 target=new:QX 直播"),
    ])
  func unlisted(text: String, deal: String) throws {
    #expect(try FactReading.deals(text, .zh) == [deal])
  }

  @Test(
    "What a clause leaves out the clauses before it tell",
    arguments: [
      ("腾讯将向智谱投资5亿元，美团将投资2亿元。",
        ["equity_investment announced investee=zhipu-ai investor=tencent 500000000 CNY", "equity_investment announced investee=zhipu-ai investor=meituan 200000000 CNY"]),
      ("智谱完成8亿美元B轮融资，阿里巴巴领投2亿美元，腾讯跟投。",
        ["equity_investment completed investee=zhipu-ai investor=alibaba investor=tencent 800000000 USD", "equity_investment completed investee=zhipu-ai investor=alibaba 200000000 USD"]),
      ("腾讯投资了智谱、月之暗面。", ["equity_investment announced investee=zhipu-ai investor=tencent", "equity_investment announced investee=moonshot-ai investor=tencent"]),
      ("腾讯正考虑投资智谱，并共同建设数据中心。", ["equity_investment negotiating investee=zhipu-ai investor=tencent", "infrastructure negotiating builder=tencent"]),
    ])
  func chained(text: String, deals: [String]) throws {
    #expect(try FactReading.deals(text, .zh) == deals)
  }

  @Test(
    "Status comes from the words of the clause and from who tells it",
    arguments: [
      ("腾讯计划收购MiniMax。", "planned"),
      ("腾讯正在与股东洽谈收购MiniMax。", "negotiating"),
      ("据知情人士透露，腾讯正洽谈收购MiniMax。", "rumored"),
      ("腾讯可能收购MiniMax。", "speculated"),
      ("据The Paper报道，腾讯将收购MiniMax。", "rumored"),
      ("腾讯提出以20亿美元收购MiniMax。", "planned"),
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
      "某某企业又拿到一轮融资。",
      "清华大学与腾讯联手推出视觉框架。",
      "百度和腾讯都将支持MCP协议。",
      "阿里巴巴股价上涨，腾讯股价下跌。",
    ])
  func noDeal(text: String) throws {
    #expect(try FactReading.deals(text, .zh) == [])
  }
}
