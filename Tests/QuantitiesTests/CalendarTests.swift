import Facts
import Language
import Quantities
import Testing

struct CalendarTests {
  @Test(
    "Japanese dates resolve with the day of publication",
    arguments: [
      ("«2025年11月3日»", "2025-11-03", nil), ("«11月3日»に発表", "2025-11-03", nil), ("«3日»発表した", "2025-11-03", nil), ("«１２月１日»", "2025-12-01", nil),
      ("«昨年»の売上高", "2024", nil), ("«来年»", "2026", nil), ("«昨年11月»", "2024-11", nil), ("«今年度»", "2025", nil), ("«2025年度»", "2025", nil),
      ("«2026年末»", "2026", nil), ("«令和7年»", "2025", nil), ("«令和7年5月»", "2025-05", nil), ("«2025年第3四半期»", "2025-07", "2025-09"),
      ("«2026年前半»", "2026-01", "2026-06"), ("«来春»", "2026-03", "2026-05"), ("«先月»", "2025-10", nil), ("«昨日»", "2025-11-03", nil),
      ("«今週»", "2025-11-03", "2025-11-09"), ("«5年前»", "2020", nil), ("«2日後»に", "2025-11-06", nil), ("«25年3月期»", "2025-03", nil),
      ("«2025〜2026年»", "2025", "2026"), ("«11月1〜3日»", "2025-11-01", "2025-11-03"), ("«2026 年 4 月 27 日»", "2026-04-27", nil), ("«2020年代»", "2020", "2029"),
      ("«2025/11/03»", "2025-11-03", nil), ("«26年»に発売する", "2026", nil), ("«二〇二五年十一月三日»", "2025-11-03", nil),
      ("«第2金曜日»に開く", "2025-11-14", nil), ("«11/7(金)»に開く", "2025-11-07", nil), ("«11-7 金曜日»に開く", "2025-11-07", nil),
      ("«2営業日後»に払う", "2025-11-06", nil), ("«2つ先の日曜日»に開く", "2025-11-16", nil), ("«今から3個先の火曜日»", "2025-11-25", nil),
    ] as [(String, String, String?)])
  func japanese(marked: String, date: String, end: String?) throws {
    try expect(marked, date, end, .ja)
  }

  @Test(
    "English and Chinese dates too",
    arguments: [
      ("on «November 3, 2025»", "2025-11-03", nil, ArticleLanguage.en), ("«3 Nov. 2025»", "2025-11-03", nil, .en), ("«Oct. 28»", "2025-10-28", nil, .en),
      ("«last Tuesday»", "2025-10-28", nil, .en), ("«last year»", "2024", nil, .en), ("by «2030»", "2030", nil, .en), ("«early 2026»", "2026", nil, .en),
      ("«the third quarter of 2025»", "2025-07", "2025-09", .en), ("«fiscal 2026»", "2026", nil, .en), ("«two days ago»", "2025-11-02", nil, .en),
      ("«2025-2028»", "2025", "2028", .en), ("on «Black Friday 2024»", "2024-11-29", nil, .en), ("before «Thanksgiving»", "2025-11-27", nil, .en),
      ("«in 5 business days».", "2025-11-11", nil, .en), ("«in 3 days on Friday»", "2025-11-07", nil, .en), ("«three Fridays ago»", "2025-10-17", nil, .en),
      ("«two Mondays later»", "2025-11-17", nil, .en), ("«Thursday, two weeks from now»", "2025-11-20", nil, .en), ("«去年12月»", "2024-12", nil, .zh), ("«11月3日»", "2025-11-03", nil, .zh), ("«今年»", "2025", nil, .zh),
      ("«上周一»", "2025-10-27", nil, .zh), ("«2025年底»", "2025", nil, .zh),
    ] as [(String, String, String?, ArticleLanguage)])
  func abroad(marked: String, date: String, end: String?, language: ArticleLanguage) throws {
    // “the” belongs to no date of a quarter.
    try expect(marked.replacing("«the ", with: "the «"), date, end, language)
  }

  private func expect(_ marked: String, _ date: String, _ end: String?, _ language: ArticleLanguage) throws {
    let text = MarkedText(marked)
    let found = try text.found(.date, language, publishedOn: publication)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.date?.description == date)
    #expect(found.first?.dateEnd?.description == end)
  }

  @Test("Without a day of publication relative dates stay unresolved")
  func unresolved() throws {
    #expect(try MarkedText("11月3日").found(.date).first?.date?.description == "XXXX-11-03")
    #expect(try MarkedText("昨年").found(.date).map(\.date) == [nil])
    #expect(try MarkedText("昨年11月").found(.date).map(\.date) == [nil])
    #expect(try MarkedText("last week").found(.date, .en).map(\.date) == [nil])
  }

  @Test("Fiscal years and terms are marked", arguments: ["2025年度", "今年度", "25年3月期"])
  func fiscal(text: String) throws {
    #expect(try MarkedText(text).found(.date, publishedOn: publication).first?.fiscal == true)
  }

  @Test("January to March belong to the fiscal year before")
  func fiscalYear() throws {
    #expect(try MarkedText("今年度").found(.date, publishedOn: PartialDate(year: 2026, month: 2, day: 1)).first?.date?.description == "2025")
  }

  @Test(
    "Words that only look like dates are none",
    arguments: [
      ("You may march on", ArticleLanguage.en), ("I second that", .en), ("a 4:3 ratio", .en), ("24/7 support", .en), ("scored 5/5", .en), ("GPT-4.1", .en), ("月面着陸", .ja),
      ("日本一", .ja), ("3カ月", .ja), ("今日头条", .zh), ("神舟二十号", .zh), ("1.2.3", .en), ("7-6で勝った", .ja), ("第2の月面基地", .ja), ("東京の人", .ja), ("2/3の株主", .ja),
    ])
  func silent(text: String, language: ArticleLanguage) throws {
    #expect(try MarkedText(text).found(.date, language, publishedOn: publication).isEmpty)
  }

  @Test("A duration that is neither whole months nor seconds has no value, only its TIMEX")
  func mixedDuration() throws {
    let found = try MarkedText("for 1 year 2 days").found(.duration, .en)
    #expect(found.map(\.timex) == ["P1Y2D"])
    #expect(found.map(\.value) == [nil])
    #expect(try MarkedText("a month and a half").found(.duration, .en).map { $0.value?.description } == ["1.5"])
  }

  @Test(
    "Durations in whole months",
    arguments: [
      ("«7年間»の契約", ArticleLanguage.ja, 84, "P7Y"), ("«7年»契約", .ja, 84, "P7Y"), ("«半年»で", .ja, 6, "P0.5Y"), ("«3カ月»", .ja, 3, "P3M"),
      ("«1年3か月»", .ja, 15, "P1Y3M"), ("«3年半»", .ja, 42, "P3.5Y"), ("a «seven-year» deal", .en, 84, "P7Y"), ("«18 months»", .en, 18, "P18M"),
      ("«三年半»", .zh, 42, "P3.5Y"), ("«6个月»", .zh, 6, "P6M"), ("«2四半期»連続", .ja, 6, "P6M"),
    ])
  func durations(marked: String, language: ArticleLanguage, months: Int, timex: String) throws {
    let text = MarkedText(marked)
    let found = try text.found(.duration, language)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.months == months)
    #expect(found.first?.timex == timex)
  }

  @Test("Ranges and vague durations are intervals", arguments: [("3〜5年", "36", "60"), ("数年", "24", "108")])
  func vagueDurations(text: String, lower: String, upper: String) throws {
    let found = try MarkedText(text).found(.duration)
    #expect(found.first?.lower?.description == lower)
    #expect(found.first?.upper?.description == upper)
  }

  @Test(
    "Ages, shares, ordinals and rates are no durations",
    arguments: [
      ("42 year old", ArticleLanguage.en), ("zero-days", .en), ("$5 a year", .en), ("21世紀", .ja), ("3年目", .ja), ("第3四半期", .ja), ("十分", .ja),
      ("5周年", .ja), ("5分の1", .ja),
    ])
  func noDurations(text: String, language: ArticleLanguage) throws {
    #expect(try MarkedText(text).found(.duration, language).isEmpty)
  }
}
