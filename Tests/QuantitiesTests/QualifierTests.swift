import Facts
import Language
import Quantities
import Testing

struct QualifierTests {
  @Test(
    "Qualifier words make a figure an interval and stay out of its span",
    arguments: [
      ("約«35億円»", ArticleLanguage.ja, Qualifier.about), ("«35億円»前後", .ja, .about), ("«35億円»程度", .ja, .about), ("およそ«35億円»", .ja, .about),
      ("«35億円»以上", .ja, .atLeast), ("«35億円»超", .ja, .atLeast), ("«35億円»強の", .ja, .atLeast), ("少なくとも«35億円»", .ja, .atLeast),
      ("最大«35億円»", .ja, .upTo), ("«35億円»以下", .ja, .upTo), ("«35億円»未満", .ja, .upTo), ("契約«35億円»", .ja, .exact),
      ("«35億円»で", .ja, .exact), ("«35億円»強化費", .ja, .exact), ("nearly «$3 billion»", .en, .about), ("at least «$3 billion»", .en, .atLeast),
      ("up to «$3 billion»", .en, .upTo), ("more than «$3 billion»", .en, .atLeast), ("less than «$3 billion»", .en, .upTo), ("for «$3 billion»", .en, .exact),
      ("超过«30亿元»", .zh, .atLeast), ("近«30亿元»", .zh, .about), ("«30亿元»左右", .zh, .about), ("最多«30亿元»", .zh, .upTo), ("«30多亿元»", .zh, .atLeast),
    ])
  func qualifiers(marked: String, language: ArticleLanguage, qualifier: Qualifier) throws {
    let text = MarkedText(marked)
    let found = try text.found(.money, language)
    #expect(found.map(\.span) == text.spans)
    #expect(found.first?.qualifier == qualifier)
    #expect(found.first.map { $0.qualified.contains($0.span) } == true)
    #expect((found.first?.lower != nil) == (qualifier == .atLeast))
    #expect((found.first?.upper != nil) == (qualifier == .upTo))
  }

  @Test(
    "Dates say on which side they lie",
    arguments: [
      ("2030年まで続く", ArticleLanguage.ja, Quantity.Limit.until), ("2019年以降で最多", .ja, .since), ("2027年から使う", .ja, .since),
      ("2026年末までに", .ja, .until), ("3月ごろ", .ja, .around), ("by 2030", .en, .until), ("since 2019", .en, .since), ("before 2027", .en, .before),
    ])
  func limits(text: String, language: ArticleLanguage, limit: Quantity.Limit) throws {
    #expect(try MarkedText(text).found(.date, language, publishedOn: publication).first?.limit == limit)
  }
}
