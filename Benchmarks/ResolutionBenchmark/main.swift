import Facts
import Foundation
import Resolution
import SyntheticPress

// Resolves a made-up press and prints claims a second and the peak of resident memory.
//
//     swift run -c release ResolutionBenchmark [CLAIMS] [DEALS]

let wanted = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let deals = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? wanted / 10
let rates = try ExchangeRates(daily: Array("Date,USD,JPY\n2020-01-02,1.1,168\n".utf8))
var press = SyntheticPress(.init(companies: 5000, deals: deals))
var articles: [ArticleFacts] = []
var claims = 0
while claims < wanted {
  let article = press.article()
  claims += article.deals.count
  articles.append(article)
}
func peak() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
  return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}
print("\(claims) claims in \(articles.count) articles, \(peak()) MB before")
let start = ContinuousClock.now
let resolved = Resolver(companies: CompanyTree(), rates: rates).resolve(articles)
let seconds = Double((ContinuousClock.now - start).components.attoseconds) / 1e18 + Double((ContinuousClock.now - start).components.seconds)
print("\(resolved.deals.count) deals in \(seconds) s: \(Int(Double(claims) / seconds)) claims a second, peak \(peak()) MB")
