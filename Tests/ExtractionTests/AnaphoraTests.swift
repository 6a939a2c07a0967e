import Facts
import Testing

@testable import Extraction

/// Who 同社, `the two companies`, 三方 and short forms mean, over two sentences: the parties of the deal that the second one tells.
@MainActor
@Suite struct AnaphoraTests {
  @Test(
    arguments: [
      ("キオクシアは2日、新工場の計画を公表した。同社はマイクロンと提携すると発表した。", "partner=kioxia partner=micron"),
      ("富士通は2日、決算を発表した。また同社は、ゾルバント社を20億円で買収した。", "acquirer=fujitsu target=new:ゾルバント"),
      ("富士通とNECは2日、AI半導体の開発で提携したと発表した。両社は合弁会社を設立する。", "partner=fujitsu partner=nec"),
      ("富士通とNECは協議を続けている。両社は半導体の共同開発で提携した。", "partner=fujitsu partner=nec"),
      ("富士通とNECは協議を続けている。2社は半導体の共同開発で提携した。", "partner=fujitsu partner=nec"),
      ("富士通、NEC、日立製作所は2日に会見した。3社はAIの共同開発で提携した。", "partner=fujitsu partner=hitachi partner=nec"),
      ("富士通、NEC、日立製作所の首脳が会見した。三社は合弁会社を設立すると発表した。", "partner=fujitsu partner=hitachi partner=nec"),
      ("OpenAIのサム・アルトマンCEOが語った。同氏は、同社がAMDに出資すると述べた。", "investee=amd investor=openai"),
      ("三井住友銀行は2日、方針を示した。同行は富士通と提携した。", "partner=fujitsu partner=smfg"),
      ("ソフトバンクグループは2日、会見した。同グループはOpenAIに225億ドルを出資した。", "investee=openai investor=softbank-group"),
      ("富士通は声明を出し「当社はマイクロンと提携した」と述べた。", "partner=fujitsu partner=micron"),
      ("アマゾン・ウェブ・サービス（AWS）は、新しい地域を開いた。AWSはアンソロピックに40億ドルを出資した。", "investee=anthropic investor=aws"),
      ("株式会社ゾルバンシステムズ（以下、ゾルバン）は2日、工場の計画を示した。ゾルバンは富士通と資本提携した。", "partner=fujitsu partner=new:ゾルバンシステムズ"),
      ("ゾルバン・テクノロジーズは2日、工場の計画を示した。ゾルバンは富士通と提携した。", "partner=fujitsu partner=new:ゾルバン・テクノロジーズ"),
    ])
  func `in Japanese`(text: String, parties: String) throws {
    #expect(try self.parties(text, .ja).contains(parties))
  }

  @Test(
    arguments: [
      ("Nvidia held its conference on Tuesday. The company has acquired the startup Zolvant for $700 million.", "acquirer=nvidia target=new:Zolvant"),
      ("Micron reported strong results this week. The chipmaker signed a supply agreement with Apple.", "customer=apple supplier=micron|partner=apple partner=micron"),
      ("Oracle expanded its cloud on Monday. It has signed a $300 billion contract with OpenAI for computing power.", "customer=openai provider=oracle"),
      ("Microsoft and OpenAI have been close for years. The two companies signed a new partnership agreement on Tuesday.", "partner=microsoft partner=openai"),
      ("Intel and AMD spoke on Monday. Both companies agreed to form a joint venture.", "partner=amd partner=intel"),
      ("Nvidia, Intel and AMD met on Monday. The three companies formed a joint venture.", "partner=amd partner=intel partner=nvidia"),
      ("Anthropic has grown quickly over the last year. The startup raised $3.5 billion in a Series E round led by Lightspeed.", "investee=anthropic investor=lightspeed"),
      ("Blackstone has been buying data centers. The firm acquired AirTrunk for $16 billion.", "acquirer=blackstone target=airtrunk"),
      ("Intel and AMD spoke on Monday. They agreed to form a joint venture.", "partner=amd partner=intel"),
      ("Amazon Web Services (AWS) opened a region this month. AWS invested $4 billion in Anthropic.", "investee=anthropic investor=aws"),
      ("Zolvant Therapeutics Inc. (“Zolvant”) is based in Lisbon. Zolvant has acquired Kestmore Labs for $40 million.", "acquirer=new:Zolvant Therapeutics Inc target=new:Kestmore Labs"),
      ("The round comes after Zolvant Robotics moved to Lisbon. Zolvant raised $40 million in a round led by Sequoia.", "investee=new:Zolvant Robotics investor=sequoia"),
    ])
  func `in English`(text: String, parties: String) throws {
    let found = try self.parties(text, .en)
    #expect(parties.split(separator: "|").contains { found.contains(String($0)) }, "\(found)")
  }

  @Test(
    arguments: [
      ("英伟达周二举行了年度大会。该公司宣布以7亿美元收购Run:ai。", "acquirer=nvidia target=run-ai"),
      ("甲骨文本周公布了财报。这家公司与OpenAI签署了3000亿美元的合同。", "customer=openai provider=oracle"),
      ("微软和OpenAI多年来关系密切。双方周二签署了新的合作协议。", "partner=microsoft partner=openai"),
      ("英特尔与AMD周一举行会谈。两家公司宣布成立合资公司。", "partner=amd partner=intel"),
      ("英特尔与AMD周一举行会谈。两家企业宣布成立合资公司。", "partner=amd partner=intel"),
      ("微软与Mistral早有往来。两者达成了新的合作协议。", "partner=microsoft partner=mistral-ai"),
      ("英伟达、英特尔和AMD周一举行会谈。三家公司宣布成立合资公司。", "partner=amd partner=intel partner=nvidia"),
      ("英伟达、英特尔和AMD周一举行会谈。三方签署了战略合作协议。", "partner=amd partner=intel partner=nvidia"),
      ("软银集团周二举行会谈。其向OpenAI投资225亿美元。", "investee=openai investor=softbank-group"),
      ("月之暗面近日有新的动作。公司宣布完成5亿美元C轮融资，由阿里巴巴领投。", "investee=moonshot-ai investor=alibaba"),
      ("Anthropic在过去一年增长很快。它完成了35亿美元的E轮融资，由阿里巴巴领投。", "investee=anthropic investor=alibaba"),
      ("亚马逊云科技（AWS）本月开设了新区域。AWS向Anthropic投资40亿美元。", "investee=anthropic investor=aws"),
      ("北京青岚科技有限公司（下称“青岚科技”）总部在北京。青岚科技收购了风见科技。", "acquirer=new:北京青岚科技有限公司 target=new:风见科技"),
    ])
  func `in Chinese`(text: String, parties: String) throws {
    #expect(try self.parties(text, .zh).contains(parties))
  }

  @Test(
    arguments: [
      // Nobody was told of before, or not as many.
      ("3社はAIの共同開発で提携した。", ArticleLanguage.ja), ("富士通とNECは会見した。3社はAIの共同開発で提携した。", .ja), ("The three companies formed a joint venture.", .en), ("Nvidia and Intel met. The three companies formed a joint venture.", .en),
      ("三方签署了战略合作协议。", .zh), ("英伟达发布了财报。其中包括对OpenAI的投资。", .zh),
    ])
  func `who was never told of is not meant`(text: String, language: ArticleLanguage) throws {
    #expect(try parties(text, language) == [])
  }

  /// The parties of each deal, roles and companies in alphabetical order.
  private func parties(_ text: String, _ language: ArticleLanguage) throws -> [String] {
    try FactReading.facts(text, language).deals.map { deal in deal.parties.map { "\($0.role.rawValue)=\($0.company)" }.sorted().joined(separator: " ") }
  }
}
