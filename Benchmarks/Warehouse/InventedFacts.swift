import Facts
import Warehouse

/// Facts that no article ever told, in the sizes of real ones: five claims, ten entities and a figure an article; each deal
/// is told twice, between three thousand companies.
enum InventedFacts {
  static let extractor = ExtractorVersion(version: "1", catalog: "c", rules: "r")

  static func uri(_ number: Int) -> String { "articles/\(number).txt" }

  static func hash(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 64 - digits.utf8.count) + digits
  }

  /// The deals of an article told by another one.
  static func again(_ number: Int, as other: Int) -> LandedArticle {
    var landed = article(number)
    landed.facts.article.uri = uri(other)
    landed.facts.article.sha256 = hash(other)
    return landed
  }

  static func article(_ number: Int) -> LandedArticle {
    let sentence = "架空電機は仮想クラウドと五年間の計算資源の契約を結んだと発表した。"
    let text = String(repeating: sentence, count: 40)
    var facts = ArticleFacts(
      article: ArticleReference(
        uri: uri(number), title: "架空電機の契約 \(number)", language: .ja,
        publishedOn: PartialDate(year: 2025, month: number % 12 + 1, day: number % 28 + 1), publisher: "架空新聞",
        sha256: hash(number)),
      extractor: extractor)
    facts.entities = (0..<10).map { index in
      EntityMention(
        type: .company, id: "company-\((number * 7 + index * 131) % 3000)", name: "架空\(index)",
        mentions: [EntityMention.Place(span: ScalarSpan(index * 30, index * 30 + 4), text: "架空電機")])
    }
    facts.deals = (0..<5).map { index in
      let deal = number / 2 * 5 + index
      let customer = "company-\(deal * 131 % 3000)"
      let provider = "company-\((deal / 3000 * 17 + deal * 7 + 1) % 3000)"
      let quote = "架空電機は仮想クラウドと\(deal)回目の契約を結んだと発表した。"
      var claim = DealClaim(
        type: .cloudCompute, status: .signed, main: index == 0, parties: [Party(company: customer, role: .customer)],
        confidence: Confidence(thousandths: 900),
        evidence: [Evidence(span: ScalarSpan(0, quote.unicodeScalars.count), text: quote, rule: "ja.sign")])
      // One claim in fifty names no counterparty.
      if number % 10 > 0 || index < 4 { claim.parties.append(Party(company: provider, role: .provider)) }
      claim.amount = Money(value: ExactDecimal((deal * 7919 % 999_983 + 1) * 100_000), currency: "USD")
      claim.durationMonths = 12 * (deal % 10 + 1)
      claim.announcedOn = PartialDate(dayNumber: 18_000 + deal * 31 % 2500)
      return claim
    }
    facts.metrics = [
      Metric(
        subject: "company-\(number % 3000)", measure: .revenue, value: ExactDecimal(number + 1), unit: "USD", period: "\(2000 + number / 3000 % 30)",
        evidence: [Evidence(span: ScalarSpan(0, 8), text: "架空電機は仮想", rule: "ja.revenue")])
    ]
    var landed = LandedArticle(facts: facts)
    landed.text = text
    landed.source = Array(text.utf8)
    return landed
  }
}
