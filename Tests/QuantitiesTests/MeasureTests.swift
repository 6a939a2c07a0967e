import Facts
import Language
import Quantities
import Testing

struct MeasureTests {
  @Test(
    "Units that deals are told in are scaled to their base",
    arguments: [
      ("«6GW»の電力", ArticleLanguage.ja, "6000000000", "watt"), ("«1.2ギガワット»", .ja, "1200000000", "watt"), ("«150 megawatts» of power", .en, "150000000", "watt"),
      ("«50万個»超のチップ", .ja, "500000", "count"), ("«10万基»", .ja, "100000", "count"), ("«500,000 chips»", .en, "500000", "count"),
      ("«1兆パラメータ»", .ja, "1000000000000", "parameter"), ("«671B parameters»", .en, "671000000000", "parameter"), ("«70亿参数»", .zh, "7000000000", "parameter"),
      ("«100万トークン»", .ja, "1000000", "token"), ("«2000万株»", .ja, "20000000", "share"), ("«8億人»", .ja, "800000000", "count"),
      ("«2.5倍»に増えた", .ja, "2.5", "times"), ("«3万平方メートル»", .ja, "30000", "square_metre"),
    ])
  func measures(marked: String, language: ArticleLanguage, value: String, unit: String) throws {
    let text = MarkedText(marked)
    let found = try text.found(.measure, language)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.value?.description == value)
    #expect(found.first?.unit == unit)
  }

  @Test("数十万基 is an interval with its counter")
  func vague() throws {
    let found = try MarkedText("数十万基のGPU").found(.measure)
    #expect(found.first?.counter == "基")
    #expect(found.first?.lower?.description == "200000")
    #expect(found.first?.upper?.description == "1000000")
  }

  @Test(
    "Counters that begin another word, and digits of names, measure nothing",
    arguments: ["第3人工島", "5本部制", "4名古屋", "H100", "Qwen3-72B", "Python 3.14", "v2.0.1", "3回線", "一人", "2人工知能", "iPhone17"])
  func silent(text: String) throws {
    #expect(try MarkedText(text).found(.measure).isEmpty)
  }

  @Test(
    "Percentages, tenths and points",
    arguments: [
      ("株式の«27%»を取得", ArticleLanguage.ja, "27"), ("«３割５分»", .ja, "35"), ("«7割»超", .ja, "70"), ("«5割半»", .ja, "55"),
      ("«2%ポイント»低下", .ja, "2"), ("«七成»", .zh, "70"), ("«百分之五十五»", .zh, "55"), ("«12.5 个百分点»", .zh, "12.5"), ("«six percent»", .en, "6"),
      ("«-22.2%»", .en, "-22.2"),
    ])
  func percentages(marked: String, language: ArticleLanguage, value: String) throws {
    let text = MarkedText(marked)
    let found = try text.found(.percentage, language)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.value?.description == value)
  }

  @Test("Addresses and words hold no percentage", arguments: ["https://a.example/q=30%25%2020%", "500ポイント高", "割引", "役割", "分割払い", "成功"])
  func noPercentage(text: String) throws {
    #expect(try MarkedText(text).found(.percentage).isEmpty)
  }
}
