import Facts
import Language
import Quantities
import Testing

/// What `kawaraban quantities` writes beyond the scan: layers, and texts that are nothing but an amount.
struct PredictionTests {
  private func predictions(_ text: String, _ language: ArticleLanguage, _ kind: String) throws -> [String] {
    let scalars = Array(text.unicodeScalars)
    return try sharedScanner.get().predictions(FoldedText(text), language: language, publishedOn: publication).filter { $0.kind == kind }.map {
      var covered = String.UnicodeScalarView()
      covered.append(contentsOf: scalars[$0.start..<$0.end])
      return "\(String(covered)) = \($0.value ?? "none")" + ($0.unit.map { " " + $0 } ?? "")
    }
  }

  @Test("A percentage of a range is the number with the sign; its bounds tell the range")
  func percentageRange() throws {
    #expect(try predictions("成約率は5〜20％だった", .ja, "percentage") == ["20％ = 20 percent"])
    #expect(try predictions("成約率は三〜五％だった", .ja, "percentage") == ["五％ = 5 percent"])
    let found = try sharedScanner.get().predictions(FoldedText("占比5-20%"), language: .zh, publishedOn: nil).filter { $0.kind == "percentage" }
    #expect(found.map(\.lower) == ["5"])
    #expect(found.map(\.upper) == ["20"])
  }

  @Test("English names percentages without a figure; they have no value")
  func namedPercentage() throws {
    #expect(try predictions("Only a tiny percent pays for it", .en, "percentage") == ["percent = none percent"])
    #expect(try predictions("percent of 30", .en, "percentage") == ["percent of 30 = 30 percent"])
    #expect(try predictions("It took 12 percent of 30 votes", .en, "percentage") == ["12 percent = 12 percent"])
    #expect(try predictions("some percentage points", .en, "percentage").isEmpty)
    #expect(try predictions("see up-to-7-percent-of-staff", .en, "percentage").isEmpty)
    #expect(try predictions("percentile rank", .en, "percentage").isEmpty)
  }

  @Test("Words of precision belong to an amount that is the whole text, and only there")
  func headedAmount() throws {
    #expect(try predictions("exactly $12.50", .en, "currency") == ["exactly $12.50 = 12.5 USD"])
    #expect(try predictions("an A$ 3 million", .en, "currency") == ["an A$ 3 million = 3000000 AUD"])
    #expect(try predictions("They paid exactly $12.50 for it", .en, "currency") == ["$12.50 = 12.5 USD"])
    #expect(try predictions("60 bucks", .en, "currency") == ["60 bucks = 60 Unnamed"])
    #expect(try predictions("They paid 60 bucks for it", .en, "currency") == ["60 bucks = 60 USD"])
  }

  @Test("A small number with its classifier is one number where nothing else stands")
  func counted() throws {
    #expect(try predictions("三个", .zh, "number") == ["三个 = 3"])
    #expect(try predictions("一對", .zh, "number") == ["一對 = 2"])
    #expect(try predictions("买了三个苹果", .zh, "number") == ["三 = 3"])
  }

  @Test("Discounts, halves of a percent and thousandths are percentages")
  func rarePercentages() throws {
    #expect(try predictions("打八折优惠", .zh, "percentage") == ["八折 = 80 percent"])
    #expect(try predictions("以八五折出售", .zh, "percentage") == ["八五折 = 85 percent"])
    #expect(try predictions("发布三折叠手机", .zh, "percentage").isEmpty)
    #expect(try predictions("rates fell half a percent", .en, "percentage") == ["half a percent = 0.5 percent"])
    #expect(try predictions("打率は3割1分4厘", .ja, "percentage") == ["3割1分4厘 = 31.4 percent"])
    #expect(try predictions("变化百分之负五", .zh, "percentage") == ["百分之负五 = -5 percent"])
  }

  @Test("Numbers in mixed writing")
  func mixedNumbers() throws {
    #expect(try predictions("about 1 1/2 cups", .en, "number") == ["1 1/2 = 1.5"])
    #expect(try predictions("Jetson 2026 7/17", .ja, "number").contains("2026 = 2026"))
    #expect(try predictions("up from $737 million one year ago", .en, "number") == ["737 million = 737000000", "one = 1"])
    #expect(try predictions("10k and 5M users", .en, "number") == ["10k = 10000", "5M = 5000000"])
    #expect(try predictions("half a dozen firms", .en, "number") == ["half a dozen = 6"])
  }
}
