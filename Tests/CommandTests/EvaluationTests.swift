import Facts
import Foundation
import Testing

@testable import kawaraban

@Suite struct EvaluationTests {
  private let reference = EvaluationReference(
    companies: [("openai", nil), ("amazon", nil), ("aws", "amazon"), ("alphabet", nil), ("google-cloud", "google"), ("google", "alphabet")],
    aliases: [(.company, "amazon", "アマゾン"), (.company, "openai", "OpenAI"), (.product, "kimi-app", "Kimi"), (.model, "kimi", "Kimi")])

  private func gold(_ members: String) throws -> GoldFacts {
    try JSONDecoder().decode(
      GoldFacts.self, from: Data(#"{"id":"a","file":"../articles/a.md","language":"ja",\#(members)}"#.utf8))
  }

  private func facts(_ members: String) throws -> ArticleFacts {
    let line = """
      {"schema":"kawaraban.facts/1","article":{"uri":"x/a.md","language":"ja","sha256":""},\
      "extractor":{"version":"0","catalog":"","rules":""},"entities":[],"deals":[],"model_facts":[],"metrics":[]}
      """
    var object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let added = try #require(try JSONSerialization.jsonObject(with: Data("{\(members)}".utf8)) as? [String: Any])
    object.merge(added) { _, new in new }
    return try FactsLines().facts(line: JSONSerialization.data(withJSONObject: object))
  }

  private func evaluation(_ gold: String, _ facts: String) throws -> Evaluation {
    var evaluation = Evaluation(reference: reference)
    evaluation.add(gold: try self.gold(gold), read: try self.facts(facts))
    return evaluation
  }

  private let cloud = """
    "deals":[{"type":"cloud_compute","status":"signed","parties":[{"company":"openai","role":"customer"},\
    {"company":"aws","role":"provider"}],"amount":{"value":"38000000000","currency":"USD","qualifier":"exact"},\
    "duration_months":84,"announced_on":"2025-11","quote":"q"}]
    """

  @Test("A deal with the houses of its parties and its type right counts strictly: AWS and Amazon are one house")
  func strict() throws {
    let told = cloud.replacing("\"aws\"", with: "\"amazon\"").replacing("\"2025-11\"", with: "\"2025-11-03\"")
    let result = try evaluation(cloud, told)
    #expect(result.strictDeals == .init(found: 1))
    #expect(result.attributes[.amount] == .init(right: 1, of: 1))
    #expect(result.attributes[.roles] == .init(right: 2, of: 2))
    #expect(result.attributes[.duration] == .init(right: 1, of: 1))
    #expect(result.attributes[.dates] == .init(right: 1, of: 1))
    #expect(result.errors.isEmpty)
  }

  @Test("A deal of another type with the same parties counts leniently only, and is named")
  func lenient() throws {
    let result = try evaluation(cloud, cloud.replacing("cloud_compute", with: "partnership"))
    #expect(result.strictDeals == .init(found: 0, extra: 1, missed: 1))
    #expect(result.lenientDeals == .init(found: 1))
    #expect(result.errors == ["a\tPARTLY deal\tgold cloud_compute amazon, openai\tgot partnership amazon, openai"])
  }

  @Test("A figure within half a percent is right, one beyond is wrong", arguments: [("38100000000", 1), ("38200000000", 0)])
  func tolerance(value: String, right: Int) throws {
    let result = try evaluation(cloud, cloud.replacing("38000000000", with: value))
    #expect(result.attributes[.amount] == .init(right: right, of: 1))
  }

  @Test("An amount where the text has none is wrong")
  func inventedAmount() throws {
    let bare = cloud.replacing(
      #""amount":{"value":"38000000000","currency":"USD","qualifier":"exact"},"#, with: "")
    #expect(try evaluation(bare, cloud).attributes[.amount] == .init(right: 0, of: 1))
  }

  @Test("A trap told as a confirmed deal is counted; one told as speculated is only an extra")
  func traps() throws {
    let trap = #""not_deals":[{"quote":"株式を取得する布石か","why":"guess"}]"#
    let told = """
      "deals":[{"type":"equity_investment","status":"signed","parties":[{"company":"aws","role":"investor"}],\
      "evidence":[{"start":0,"end":1,"text":"AWSが株式を取得する布石か","rule":"r"}]}]
      """
    #expect(try evaluation(trap, told).trapHits == 1)
    #expect(try evaluation(trap, told.replacing("signed", with: "speculated")).trapHits == 0)
    #expect(try evaluation(trap, told).lenientDeals == .init(extra: 1))
  }

  @Test("Entities compare by id, by alias, by the spelling of new ones, and across kinds for names of two kinds")
  func entities() throws {
    let result = try evaluation(
      #""companies":["openai","amazon","new:ホシゾラＡＩ"],"models":["kimi"],"people":["sam-altman"]"#,
      """
      "entities":[{"type":"company","id":"openai","name":"OpenAI","mentions":[]},\
      {"type":"company","id":"new:アマゾン","name":"アマゾン","mentions":[]},\
      {"type":"company","id":"new:ホシゾラAI","name":"ホシゾラAI","mentions":[]},\
      {"type":"product","id":"kimi-app","name":"Kimi","mentions":[]},\
      {"type":"company","id":"alphabet","name":"Google","mentions":[]}]
      """)
    #expect(result.entities[.company] == .init(found: 3, extra: 1, missed: 0))
    #expect(result.entities[.model] == .init(found: 1))
    #expect(result.entities[.person] == .init(missed: 1))
    #expect(result.allEntities == .init(found: 4, extra: 1, missed: 1))
  }

  @Test("A figure is met once: telling it twice is an extra")
  func metrics() throws {
    let metric = #"{"subject":"openai","measure":"revenue","value":"13000000000","unit":"USD"}"#
    let result = try evaluation(#""metrics":[\#(metric)]"#, #""metrics":[\#(metric),\#(metric)]"#)
    #expect(result.metrics == .init(found: 1, extra: 1))
  }

  @Test("Model facts are compared as triples")
  func modelFacts() throws {
    let result = try evaluation(
      #""model_facts":[{"model":"a","relation":"matches","object":"b"},{"model":"a","relation":"trails","object":"c"}]"#,
      #""model_facts":[{"model":"a","relation":"matches","object":"b"},{"model":"a","relation":"outperforms","object":"c"}]"#)
    #expect(result.modelFacts == .init(found: 1, extra: 1, missed: 1))
  }

  @Test("An article that was not read counts as missed, whole")
  func unread() throws {
    var result = Evaluation(reference: reference)
    result.add(gold: try gold(cloud + #","companies":["openai","aws"]"#), read: nil)
    #expect(result.missingArticles == ["a"])
    #expect(result.strictDeals == .init(missed: 1))
    #expect(result.allEntities == .init(missed: 2))
    #expect(result.allEntities.f1 == 0)
  }

  @Test("The report is JSON for machines and aligned columns for people")
  func report() throws {
    let result = try evaluation(cloud, cloud)
    let object = try JSONSerialization.jsonObject(with: Data(result.json().utf8)) as? [String: Any]
    let rows = try #require(object?["facts"] as? [String: [String: Any]])
    #expect(rows["deal strict"]?["f1"] as? Double == 1)
    #expect(result.table().contains("deal strict"))
  }

  @Test("Names fold width, case, spaces and punctuation away", arguments: [
    ("ＯｐｅｎＡＩ", "openai"), ("GPT-4o", "gpt4o"), ("ミナモ・クラウド", "ミナモクラウド"), ("ﾐﾅﾓ", "ミナモ"), ("Qwen 2.5", "qwen25"),
  ])
  func folding(name: String, folded: String) {
    #expect(foldedName(name) == folded)
  }

  @Test("A stem is the last component without its extension", arguments: [
    ("samples/articles/ja-01.md", "ja-01"), ("https://news.example.jp/2025/openai-aws.html", "openai-aws"), ("a", "a"), (".hidden", ".hidden"),
  ])
  func stems(path: String, expected: String) {
    #expect(stem(path) == expected)
  }
}
