import Facts
import Language
import Quantities
import Testing

struct MoneyTests {
  @Test(
    "An amount has its span, an exact value and a currency",
    arguments: [
      ("契約は«1兆4000億ドル»に上る", "1400000000000", "USD"),
      ("計«5兆8,000億円»を投じる", "5800000000000", "JPY"),
      ("«３億５，０００万ユーロ»を出した", "350000000", "EUR"),
      ("«三億五千万元»を出した", "350000000", "CNY"),
      ("約«1,220 億円»で買う", "122000000000", "JPY"),
      ("調達額は«1.2万ドル»", "12000", "USD"),
      ("«NT$5億»の契約", "500000000", "TWD"),
      ("«1900億台湾ドル»を計上", "190000000000", "TWD"),
      ("«4000億ウォン»の融資", "400000000000", "KRW"),
      ("«73億UAEディルハム»", "7300000000", "AED"),
      ("ARR«25億円»を超えた", "2500000000", "JPY"),
      ("**«30** 億ドル»を集めた", "3000000000", "USD"),
      ("評価額が«4兆ドル»クラブ入り", "4000000000000", "USD"),
      ("«$38B»の契約", "38000000000", "USD"),
      ("«¥5,000億»", "500000000000", "JPY"),
      ("«壱百弐拾万円»", "1200000", "JPY"),
      ("月«9.99ドル»から", "9.99", "USD"),
    ])
  func japanese(marked: String, value: String, unit: String) throws {
    try expect(marked, value, unit, .ja)
  }

  @Test(
    "English amounts too",
    arguments: [
      ("a «$38B» deal", "38000000000", "USD"),
      ("«US$1.4 trillion» over eight years", "1400000000000", "USD"),
      ("worth «two hundred and fifty million dollars»", "250000000", "USD"),
      ("for «€1.2bn» in cash", "1200000000", "EUR"),
      ("«half a billion dollars» more", "500000000", "USD"),
      ("raised «300m euros»", "300000000", "EUR"),
      ("«C$12.5 million»", "12500000", "CAD"),
      ("«USD 4.34 billion» in 2023", "4340000000", "USD"),
      ("a «S$40 million» fund", "40000000", "SGD"),
      ("Acme’s «$2 billion» round", "2000000000", "USD"),
      ("pays «20 dollars and 50 cents»", "20.5", "USD"),
      ("all of «3 thousand and 20 dollars» was spent", "3020", "USD"),
      ("it raised «3 billion dollars» two years ago", "3000000000", "USD"),
      ("some «100 Turkish liras»", "100", "TRY"),
    ])
  func english(marked: String, value: String, unit: String) throws {
    try expect(marked, value, unit, .en)
  }

  @Test(
    "Chinese amounts too",
    arguments: [
      ("投资«7,000亿元»建设", "700000000000", "CNY"),
      ("估值«4.78万亿美元»", "4780000000000", "USD"),
      ("获得«一千二百万元»融资", "12000000", "CNY"),
      ("发行«35.75港元»的股份", "35.75", "HKD"),
      ("售价«￥1299»", "1299", "CNY"),
      ("«人民币3.14亿»", "314000000", "CNY"),
      ("«五元三角»", "5.3", "CNY"),
      ("月入«20w 美元»", "200000", "USD"),
      ("«50万+人民币»", "500000", "CNY"),
      ("营收从0到«1亿美元»", "100000000", "USD"),
      ("一杯«十块五毛»", "10.5", "CNY"),
      ("只要«两块五»。", "2.5", "CNY"),
      ("每次«六分钱»", "0.06", "CNY"),
      ("售价«二十英镑五便士»", "20.05", "GBP"),
      ("票价«港幣三個一毫四»", "3.14", "HKD"),
    ])
  func chinese(marked: String, value: String, unit: String) throws {
    try expect(marked, value, unit, .zh)
  }

  private func expect(_ marked: String, _ value: String, _ unit: String, _ language: ArticleLanguage) throws {
    let text = MarkedText(marked)
    let found = try text.found(.money, language)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.value?.description == value)
    #expect(found.first?.unit == unit)
  }

  @Test(
    "Vague amounts and ranges are intervals",
    arguments: [
      ("«数十億ドル»規模", ArticleLanguage.ja, "2000000000", "10000000000"),
      ("«数百万円»の費用", .ja, "2000000", "10000000"),
      ("月に«数ドル»で済む", .ja, "2", "9"),
      ("«十数億円»を失う", .ja, "1100000000", "1900000000"),
      ("«兆ドル»規模の企業", .ja, "1000000000000", "1000000000000000"),
      ("«3〜5億ドル»を調達", .ja, "300000000", "500000000"),
      ("«10億〜20億ドル»", .ja, "1000000000", "2000000000"),
      ("融资«2\\~3亿美元»", .zh, "200000000", "300000000"), ("营收在«35 到 45 亿元»之间", .zh, "3500000000", "4500000000"),
      ("«10億ドル〜20億ドル»", .ja, "1000000000", "2000000000"),
      ("«几十亿美元»", .zh, "2000000000", "10000000000"),
      ("«tens of billions of dollars»", .en, "20000000000", "100000000000"),
      ("between «$3bn and $5bn»", .en, "3000000000", "5000000000"),
      ("«$3-5 billion»", .en, "3000000000", "5000000000"),
    ])
  func intervals(marked: String, language: ArticleLanguage, lower: String, upper: String) throws {
    let text = MarkedText(marked)
    let found = try text.found(.money, language)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.lower?.description == lower)
    #expect(found.first?.upper?.description == upper)
    #expect(found.first.map { $0.isVague || $0.isRange } == true)
  }

  @Test("A change from one amount to another is no range")
  func change() throws {
    let found = try MarkedText("目標を10億ドルから20億ドルへ引き上げた").found(.money)
    #expect(found.map { $0.value?.description } == ["1000000000", "2000000000"])
    #expect(found.allSatisfy { !$0.isRange })
  }

  @Test(
    "Figures that are rates say of what",
    arguments: [
      ("年間10億ドルを払う", ArticleLanguage.ja, "year"), ("月額20ドルの料金", .ja, "month"), ("年平均54億ドル", .ja, "year"),
      ("pays $5 billion a year", .en, "year"), ("$20 per month", .en, "month"), ("4年間10億ドル", .ja, nil), ("10億ドルの契約", .ja, nil),
      ("7年間で380億ドルの契約", .ja, nil), ("数年間約10億ドル", .ja, nil), ("2030年に10億ドルを払う", .ja, nil), ("昨年に10億ドルを払った", .ja, nil),
      ("3月に10億ドルを払う", .ja, nil), ("年に10億ドルを払う", .ja, "year"), ("年間で10億ドルを払う", .ja, "year"), ("3カ月間10億ドル", .ja, nil),
    ] as [(String, ArticleLanguage, String?)])
  func rates(text: String, language: ArticleLanguage, period: String?) throws {
    let found = try MarkedText(text).found(.money, language)
    #expect(found.count == 1)
    #expect(found.first?.rateOf == period)
  }

  @Test(
    "Words with numerals, scales or currencies in them are no money",
    arguments: [
      "十分な数", "一番乗り", "万が一の備え", "元々の計画", "GPT-4oを元CEOが", "円満に退社", "百度の発表", "千葉の拠点", "三菱商事", "第一歩",
      "プラットフォーム", "兆しが見える", "半導体の需要", "ミドルウェア", "データを一元管理する", "②チャットボット", "二元論",
      "単位：百万ドル", "w = v - 2 $$",
      "価格は $75\\%$ 下がる", "重さ200ポンドの機材", "ドルビーの劇場", "PHP 8.4が出た", "COP26の前に", "365 Copilotを使う",
    ])
  func silent(text: String) throws {
    #expect(try MarkedText(text).found(.money).isEmpty)
  }

  @Test(
    "English and Chinese words are none either",
    arguments: [
      ("We may march on a second time", ArticleLanguage.en), ("weighing 200 pounds", .en), ("All 3 won", .en), ("Team 5 won twice", .en),
      ("他们一块去", .zh), ("两块屏幕", .zh), ("部署10万块GPU", .zh), ("买了三千块显卡", .zh), ("用了2000块H800芯片", .zh), ("拥有100万块“X200”芯片", .zh), ("采购100万块**GPU**", .zh), ("自有显卡达到100万块", .zh), ("五角大楼", .zh), ("公元前", .zh), ("標準普爾指數", .zh), ("元宇宙", .zh), ("Try 30 days", .en),
    ])
  func silentAbroad(text: String, language: ArticleLanguage) throws {
    #expect(try MarkedText(text).found(.money, language).isEmpty)
  }
}

struct RestatementTests {
  @Test("A sum told again in brackets restates the one before it")
  func restated() throws {
    let found = try MarkedText("380億ドル（約5兆8000億円）の契約と10億ドルの出資").found(.money, publishedOn: publication)
    #expect(found.map(\.restates) == [nil, 0, nil])
    #expect(found.map(\.isSlip) == [false, false, false])
  }

  @Test("A misprint (億 for 兆) is flagged as a slip")
  func slip() throws {
    let found = try MarkedText("380億ドル（約5800億円）").found(.money, publishedOn: publication)
    #expect(found.map(\.restates) == [nil, 0])
    #expect(found.map(\.isSlip) == [false, true])
  }

  @Test("Without a day of publication nothing is held against the table")
  func undated() throws {
    let found = try MarkedText("380億ドル（約5800億円）").found(.money)
    #expect(found.map(\.restates) == [nil, 0])
    #expect(found.map(\.isSlip) == [false, false])
  }

  @Test("An exchange rate is no sum", arguments: ["1ドル＝157円換算", "1ドル150円で計算"])
  func exchange(text: String) throws {
    #expect(try MarkedText(text).found(.money, publishedOn: publication).map(\.rateOf) == ["exchange", "exchange"])
  }

  @Test("The same currency twice, or words between, is no restatement", arguments: ["5億ドル（前期は3億ドル）", "5億ドルを調達し、700億円を返した"])
  func separate(text: String) throws {
    #expect(try MarkedText(text).found(.money, publishedOn: publication).allSatisfy { $0.restates == nil })
  }
}
