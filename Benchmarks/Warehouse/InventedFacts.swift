import Facts
import Warehouse

/// Facts that no article ever told, in the sizes of real ones: five claims, ten entities and a figure an article; each deal
/// is told twice.
enum InventedFacts {
  static let extractor = ExtractorVersion(version: "1", catalog: "c", rules: "r")

  static func uri(_ number: Int) -> String { "articles/\(number).txt" }

  static func hash(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 64 - digits.utf8.count) + digits
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
      var claim = DealClaim(
        type: .cloudCompute, status: .signed, main: index == 0,
        parties: [
          Party(company: "company-\(deal % 3000)", role: .customer), Party(company: "company-\((deal * 17 + 1) % 3000)", role: .provider),
        ],
        confidence: Confidence(thousandths: 900),
        evidence: [Evidence(span: ScalarSpan(0, 34), text: sentence, rule: "ja.sign")])
      claim.amount = Money(value: ExactDecimal(deal + 1), currency: "USD")
      claim.durationMonths = 60
      return claim
    }
    facts.metrics = [
      Metric(
        subject: "company-\(number % 3000)", measure: .revenue, value: ExactDecimal(number), unit: "USD",
        evidence: [Evidence(span: ScalarSpan(0, 8), text: "架空電機は仮想", rule: "ja.revenue")])
    ]
    var landed = LandedArticle(facts: facts)
    landed.text = text
    landed.source = Array(text.utf8)
    return landed
  }

  /// Claims with the same amount are one deal.
  static func resolve(_ facts: [ArticleFacts]) -> MartContent {
    var places: [ExactDecimal: Int] = [:]
    var deals: [Deal] = []
    var metrics: [ResolvedMetric] = []
    for article in facts {
      for (index, claim) in article.deals.enumerated() {
        guard let amount = claim.amount else { continue }
        let reference = ClaimReference(article: article.article.key, index: index)
        if let place = places[amount.value] {
          deals[place].claims.append(reference)
          continue
        }
        places[amount.value] = deals.count
        var deal = Deal(
          key: "deal \(amount.value)", claims: [reference], type: claim.type, status: claim.status, confidence: claim.confidence)
        deal.parties = claim.parties.map { DealParty(company: $0.company, role: $0.role, share: ExactDecimal(1), isShareStated: false) }
        deal.amount = amount
        deal.amountUSD = amount.value
        deals.append(deal)
      }
      for (index, metric) in article.metrics.enumerated() {
        metrics.append(
          ResolvedMetric(
            key: "\(metric.subject) \(article.article.key)", subject: metric.subject, measure: metric.measure, unit: metric.unit,
            period: nil, value: metric.value, low: metric.value, high: metric.value, qualifier: .exact, independentSources: 1,
            confidence: Confidence(thousandths: 900), claims: [ClaimReference(article: article.article.key, index: index)]))
      }
    }
    return MartContent(deals: deals, metrics: metrics, modelFacts: [])
  }
}
