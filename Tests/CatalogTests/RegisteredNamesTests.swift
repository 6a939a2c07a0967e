import Testing

@testable import Catalog

@Suite struct RegisteredNamesTests {
  @Test(arguments: [
    ("北京百度网讯科技有限公司完成注册。", "北京百度网讯科技有限公司=company:baidu"),
    ("日前，北京市百度网讯科技股份有限公司宣布。", "北京市百度网讯科技股份有限公司=company:baidu"),
    ("百度有限公司完成注册。", "百度有限公司=company:baidu"),
  ])
  func `the registered form around a listed name is that name`(text: String, link: String) throws {
    #expect(try links(text, .zh) == [link])
  }

  @Test(arguments: ["百度与一家有限公司合作。", "百度宣布完成注册。"])
  func `a legal form behind other words closes nothing`(text: String) throws {
    #expect(try links(text, .zh) == ["百度=company:baidu"])
  }
}
