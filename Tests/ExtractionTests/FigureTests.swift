import Facts
import Testing

@testable import Extraction

@MainActor
@Suite("Figures and model facts in English and Chinese")
struct FigureTests {
  @Test(
    "A figure goes to the owner of its noun, its of, or the subject of its clause",
    arguments: [
      ("Salesforce posted revenue of $9 billion for the quarter.", "salesforce revenue 9000000000 USD"),
      ("The regulator said Oracle's annual revenue reached $50 billion.", "oracle revenue 50000000000 USD"),
      ("Databricks was valued at $62 billion in December.", "databricks valuation 62000000000 USD"),
      ("Shares of Nvidia fell 3.1% on Monday.", "nvidia stock_move -3.1 percent"),
      ("The Nasdaq Composite gained 1.2% on Monday.", "US stock_move 1.2 percent"),
      ("Salesforce has 70,000 employees.", "salesforce headcount 70000 count"),
      ("Amazon plans a $120 billion jump in capital expenditure next year.", "amazon capex 120000000000 USD"),
      ("xAI's cluster runs 200,000 GPUs.", "xai chip_count 200000 count"),
      ("Anthropic's annualized revenue has topped $30 billion, up from $9 billion a year ago.", "anthropic revenue 9000000000 USD"),
      ("Tencent reported that its assistant had 64 million users.", "tencent user_count 64000000 count"),
      ("Salesforce said its operating income was $2 billion.", "salesforce other 2000000000 USD"),
    ])
  func english(text: String, metric: String) throws {
    #expect(try FactReading.metrics(text, .en).contains(metric))
  }

  @Test("Two subjects and two figures pair up where the text says respectively")
  func respectively() throws {
    let found = try FactReading.metrics("Shares of Oracle and Palantir jumped 4.1% and 2.2%, respectively.", .en)
    #expect(found == ["oracle stock_move 4.1 percent", "palantir stock_move 2.2 percent"])
  }

  @Test(
    "What measures nothing of a company stays out",
    arguments: ["The committee met 3 times in 2025.", "Visitors rose 12% at the museum near Google's office."])
  func none(text: String) throws {
    #expect(try FactReading.metrics(text, .en) == [])
  }

  @Test(
    "A Chinese figure goes to the name before its noun",
    arguments: [
      ("月之暗面估值从10亿美元升至25亿美元。", ["moonshot-ai valuation 1000000000 USD", "moonshot-ai valuation 2500000000 USD"]),
      ("腾讯股价下跌3%。", ["tencent stock_move -3 percent"]),
      ("腾讯月活用户数已突破10亿。", ["tencent user_count 1000000000 count"]),
      ("字节跳动将投入1600亿元用于AI基础设施建设。", ["bytedance capex 160000000000 CNY"]),
      ("估值260亿美元的MiniMax正在扩张。", ["minimax valuation 26000000000 USD"]),
      ("用户可以在腾讯的应用里使用500种风格。", []),
    ])
  func chinese(text: String, metrics: [String]) throws {
    #expect(try FactReading.metrics(text, .zh) == metrics)
  }

  @Test(
    "Makers and comparisons",
    arguments: [
      ("Anthropic's Claude 3.5 Sonnet outperforms GPT-4o on long tasks.", ArticleLanguage.en, "claude-3-5-sonnet outperforms gpt-4o"),
      ("Anthropic's Claude 3.5 Sonnet outperforms GPT-4o on long tasks.", ArticleLanguage.en, "claude-3-5-sonnet developed_by anthropic"),
      ("Google released Gemini 2.5 Pro on Tuesday.", ArticleLanguage.en, "gemini-2-5-pro developed_by google"),
      ("深度求索的DeepSeek-V3超越GPT-4o。", ArticleLanguage.zh, "deepseek-v3 outperforms gpt-4o"),
      ("谷歌正式发布新一代模型 Gemini 2.5 Pro。", ArticleLanguage.zh, "gemini-2-5-pro developed_by google"),
      ("アリババ開発の画像と音声を一緒に読むマルチモーダルAI「Qwen3-Omni」を試した。", .ja, "qwen3-omni developed_by alibaba"),
      ("テンセントが開発した写真から立体を起こすモデル「ミナモ3D」を試した。", .ja, "new:ミナモ3D developed_by tencent"),
    ])
  func models(text: String, language: ArticleLanguage, fact: String) throws {
    #expect(try FactReading.modelFacts(text, language).contains(fact))
  }

  @Test("Who develops a service with a model of others does not develop the model")
  func othersModels() throws {
    #expect(try !FactReading.modelFacts("アリババ開発のサービス、「Gemini 2.5 Pro」を使う仕組みを試した。", .ja).contains("gemini-2-5-pro developed_by alibaba"))
  }
}
